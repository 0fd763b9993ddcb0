/* SPDX-License-Identifier: MIT */
#include "ui/widgets/theme.h"

#include <stddef.h>
#include <string.h>

/* A colour number on a dark ground, on a light one, and where nobody says which it is. */
typedef struct Paint {
    int16_t dark, light, unknown;
} Paint;

typedef struct RoleRow {
    Paint of_256, of_16, of_8;
    uint8_t mono; /* attributes without colours */
} RoleRow;

enum { NONE = -1 };

#define OWN                                                                                                            \
    {                                                                                                                  \
        NONE, NONE, NONE                                                                                               \
    } /* the terminal's own colour, which is readable whatever its ground is */

/* With 16 and 8 colours the greys are the terminal's own too, and none is dimmed: colour 8, and what the Linux console
 * dims, are too dark in well-liked palettes. Of those palettes the text roles have what can be read on the ground (4.5
 * to 1): with 8 colours on black green, cyan and white, on white red, blue and magenta. On both only magenta can be
 * read. Parts of the figure need to be seen and told from each other. With 256 colours a dark theme is for black and
 * for Solarized's dark blue, a light one for white and for Solarized's cream; on an unknown ground text has 4.5 to 1 on
 * black, and all but the backdrop 3 to 1 on both black and white. */
/* clang-format off */
static const RoleRow rows[ROLE_COUNT] = {
    [ROLE_TEXT] =       {OWN,             OWN,         OWN,       0},
    [ROLE_DIM] =        {{246, 242, 245}, OWN,         OWN,       STYLE_DIM},
    [ROLE_STRONG] =     {OWN,             OWN,         OWN,       STYLE_BOLD},
    [ROLE_CLEAR] =      {OWN,             OWN,         OWN,       0},
    [ROLE_ACCENT] =     {{209, 94, 202},  {11, 1, 5},  {6, 1, 5}, STYLE_BOLD},
    [ROLE_GOOD] =       {{108, 23, 29},   {10, 4, -1}, {2, 4, -1}, 0},
    [ROLE_WARN] =       {{222, 88, 137},  {13, 5, -1}, {7, 5, -1}, STYLE_UNDERLINE},
    [ROLE_BAD] =        {{203, 160, 168}, {9, 1, -1},  {7, 1, -1}, STYLE_BOLD | STYLE_UNDERLINE},
    [ROLE_BREATH] =     {{74, 25, 33},    {14, 4, -1}, {7, 4, -1}, 0},
    [ROLE_BODY] =       {{245, 242, 243}, OWN,         OWN,       STYLE_DIM},
    [ROLE_BODY_LIGHT] = {{248, 245, 246}, OWN,         OWN,       STYLE_DIM},
    [ROLE_BODY_DARK] =  {{243, 239, 241}, OWN,         OWN,       STYLE_DIM},
    [ROLE_PANEL] =      {{237, 254, 237}, OWN,         OWN,       0},
    [ROLE_RECENT] =     {{78, 29, 29},    {2, 2, 2},   {2, 2, 2}, 0},
    [ROLE_WEEK] =       {{68, 32, 69},    {12, 4, 6},  {3, 4, 6}, 0},
    [ROLE_LONGER] =     {{133, 133, 133}, {5, 5, 4},   {5, 5, 4}, 0},
    [ROLE_HEAT_0] =     {{238, 252, 242}, OWN,         OWN,       STYLE_DIM},
    [ROLE_HEAT_1] =     {{131, 167, 95},  {11, 1, 5},  {6, 1, 5}, 0},
    [ROLE_HEAT_2] =     {{209, 130, 131}, {11, 1, 5},  {6, 1, 5}, 0},
    [ROLE_HEAT_3] =     {{222, 88, 167},  {11, 1, 5},  {6, 1, 5}, 0},
    [ROLE_HEAT_4] =     {{230, 52, 202},  {11, 1, 5},  {6, 1, 5}, 0},
    [ROLE_POSTURE] =     {{245, 243, 242}, OWN,         OWN,       STYLE_DIM},
    [ROLE_POSTURE_FAR] = {{240, 250, 239}, OWN,         OWN,       STYLE_DIM},
    [ROLE_POSTURE_LEG] = {{250, 239, 244}, OWN,         OWN,       0},
    [ROLE_POSTURE_ARM] = {{255, 235, 246}, OWN,         OWN,       0},
    [ROLE_POSTURE_LIT] = {{223, 166, 202}, {6, 6, 6},   {3, 6, 3}, STYLE_BOLD},
    [ROLE_PROP] =        {{103, 103, 60},  OWN,         OWN,       STYLE_DIM},
    [ROLE_GROUND] =     {OWN,             OWN,         OWN,       0},
};

/* High contrast with 256 colours, on a dark and on a light ground. */
static const int16_t contrasts[ROLE_COUNT][2] = {
    [ROLE_TEXT] =       {231, 16},
    [ROLE_DIM] =        {252, 238},
    [ROLE_STRONG] =     {231, 16},
    [ROLE_CLEAR] =      {231, 16},
    [ROLE_ACCENT] =     {215, 88},
    [ROLE_GOOD] =       {121, 22},
    [ROLE_WARN] =       {228, 54},
    [ROLE_BAD] =        {217, 89},
    [ROLE_BREATH] =     {117, 18},
    [ROLE_BODY] =       {248, 242},
    [ROLE_BODY_LIGHT] = {252, 245},
    [ROLE_BODY_DARK] =  {244, 239},
    [ROLE_PANEL] =      {NONE, NONE},
    [ROLE_RECENT] =     {84, 22},
    [ROLE_WEEK] =       {69, 19},
    [ROLE_LONGER] =     {213, 127},
    [ROLE_HEAT_0] =     {243, 245},
    [ROLE_HEAT_1] =     {131, 167},
    [ROLE_HEAT_2] =     {209, 130},
    [ROLE_HEAT_3] =     {222, 88},
    [ROLE_HEAT_4] =     {230, 52},
    [ROLE_POSTURE] =     {246, 242},
    [ROLE_POSTURE_FAR] = {243, 245},
    [ROLE_POSTURE_LEG] = {250, 239},
    [ROLE_POSTURE_ARM] = {255, 235},
    [ROLE_POSTURE_LIT] = {222, 166},
    [ROLE_PROP] =        {103, 103},
    [ROLE_GROUND] =     {NONE, NONE},
};
/* clang-format on */

static const Paint *paint_of(Look look, unsigned role)
{
    return look.colours >= 256 ? &rows[role].of_256 : look.colours >= 16 ? &rows[role].of_16 : &rows[role].of_8;
}

static int paint(Look look, unsigned role)
{
    if (look.colours < 8 || role >= ROLE_COUNT)
        return NONE;
    const int own = look.own[role] - theme_own(0);
    if (look.own[role] != 0 && own < look.colours)
        return own;
    if (look.is_contrast)
        return contrasts[role][look.is_light];
    const Paint *found = paint_of(look, role);
    return look.is_light ? found->light : look.is_ground_unknown ? found->unknown : found->dark;
}

/* Whether a role that has a colour is left without by a theme: as a background it is then shown by turning the text
 * round, as with few colours. */
static bool is_bare(Look look, unsigned ground)
{
    return look.colours >= 256 && ground < ROLE_COUNT && rows[ground].of_256.dark != NONE &&
           paint(look, ground) == NONE;
}

bool theme_reverses_panels(Look look)
{
    return look.colours < 256 || is_bare(look, ROLE_PANEL);
}

/* Few colours are written on by turning them round: the letters are then the terminal's own ground, which each of
 * them can be told from, and bold makes no grey of them, as it does of black. */
static bool is_turned(Look look, Style style)
{
    const bool is_few = look.colours >= 8 && look.colours < 256;
    return style.ink == ROLE_GROUND && style.ground != ROLE_GROUND && (is_few || is_bare(look, style.ground));
}

int theme_ground(Look look, Style style)
{
    return is_turned(look, style) ? NONE : paint(look, style.ground);
}

int theme_ink(Look look, Style style)
{
    if (is_turned(look, style))
        return paint(look, style.ground);
    /* On a coloured ground: black on the light tones of a dark theme, white on the deep ones of a light theme. */
    if (look.colours >= 256 && style.ink == ROLE_GROUND)
        return look.is_light ? 231 : 16;
    const int colour = paint(look, style.ink);
    const bool is_on_panel = style.ground == ROLE_PANEL && !theme_reverses_panels(look);
    return colour == NONE && is_on_panel ? (look.is_light ? 235 : 253) : colour;
}

/* Many terminals show bold as a brighter colour: too bright for a light ground. */
static bool may_be_bold(Look look, Style style)
{
    return look.colours >= 256 || !(look.is_light || look.is_ground_unknown) || theme_ink(look, style) == NONE;
}

/* Without colours, or with high contrast; and where what warns has the colour of text: with 8 on black, and with few on
 * an unknown ground. */
static unsigned attributes_of_role(Look look, Style style)
{
    if ((look.colours < 8 || look.is_contrast) && style.ink < ROLE_COUNT)
        return rows[style.ink].mono & ~(look.is_contrast ? (unsigned)STYLE_DIM : 0U);
    const bool warns = style.ink == ROLE_WARN || style.ink == ROLE_BAD;
    const bool has_text_colour = look.is_ground_unknown ? look.colours < 256 : look.colours < 16;
    return warns && look.colours >= 8 && has_text_colour && !look.is_light ? STYLE_BOLD | STYLE_UNDERLINE : 0;
}

uint8_t theme_attributes(Look look, Style style)
{
    unsigned attributes = style.attributes;
    if (style.ink == ROLE_STRONG || (style.ink == ROLE_CLEAR && look.colours < 256))
        attributes |= STYLE_BOLD;
    attributes |= attributes_of_role(look, style);
    if (is_turned(look, style) || (look.colours < 8 && style.ground != ROLE_GROUND) || is_bare(look, style.ground) ||
        (look.colours < 256 && style.ground == ROLE_PANEL))
        attributes |= STYLE_REVERSE;
    if (!may_be_bold(look, style))
        attributes &= ~(unsigned)STYLE_BOLD;
    /* Dim letters on a reversed ground cannot be read on many terminals. */
    if (attributes & STYLE_REVERSE)
        attributes &= ~(unsigned)STYLE_DIM;
    return (uint8_t)attributes;
}

Style style_of(Role ink)
{
    return (Style){(uint8_t)ink, ROLE_GROUND, 0};
}

Style style_bold(Role ink)
{
    return (Style){(uint8_t)ink, ROLE_GROUND, STYLE_BOLD};
}

Style style_on(Role ink, Role ground)
{
    return (Style){(uint8_t)ink, (uint8_t)ground, 0};
}

/* Channels of the 6 by 6 by 6 colours from 16 on; then come 24 greys. */
static const int32_t levels[] = {0, 95, 135, 175, 215, 255};

int32_t theme_rgb(int colour)
{
    if (colour >= 232)
        return (8 + (colour - 232) * 10) * 0x010101;
    const int cube = colour - 16;
    return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6];
}

/* The eye sees green best and blue least. */
static int32_t distance(int32_t one, int32_t other)
{
    const int32_t red = (one >> 16 & 255) - (other >> 16 & 255), green = (one >> 8 & 255) - (other >> 8 & 255),
                  blue = (one & 255) - (other & 255);
    return 3 * red * red + 6 * green * green + blue * blue;
}

bool theme_is_same(const Theme *one, const Theme *other)
{
    for (int role = 0; role < ROLE_COUNT; role++) {
        if (one->own[role] != other->own[role])
            return false;
    }
    return one->ground == other->ground && one->is_contrast == other->is_contrast && one->is_mono == other->is_mono;
}

int theme_nearest(int32_t rgb)
{
    int nearest = 16;
    for (int colour = 17; colour < 256; colour++) {
        if (distance(rgb, theme_rgb(colour)) < distance(rgb, theme_rgb(nearest)))
            nearest = colour;
    }
    return nearest;
}

Look theme_look(Look terminal, const Theme *theme)
{
    Look look = terminal;
    if (theme->ground != GROUND_AS_TOLD) {
        look.is_light = theme->ground == GROUND_LIGHT;
        look.is_ground_unknown = false;
    }
    look.is_contrast = theme->is_contrast;
    if (theme->is_mono || (look.is_contrast && (look.colours < 256 || look.is_ground_unknown)))
        look.colours = 0;
    memcpy(look.own, theme->own, sizeof look.own);
    return look;
}
