/* SPDX-License-Identifier: MIT */
#include "ui/body/body_draw.h"

#include <stdbool.h>

#include "base/macros.h"

#define BIT(area) ((BodyAreas)1 << (area))

/* The greys of the plain figure: light where it is nearest to the eye. The rest has the one in between, and no two
 * neighbours have the same. */
static const BodyAreas light_areas[BODY_VIEW_COUNT] = {
    [BODY_FRONT] = BIT(AREA_HEAD) | BIT(AREA_SHOULDERS) | BIT(AREA_HANDS) | BIT(AREA_ABDOMEN) | BIT(AREA_QUADS) |
                   BIT(AREA_SHINS),
    [BODY_BACK] = BIT(AREA_HEAD) | BIT(AREA_SHOULDERS) | BIT(AREA_FOREARMS) | BIT(AREA_LATS) | BIT(AREA_GLUTES) |
                  BIT(AREA_CALVES) | BIT(AREA_FEET),
};
static const BodyAreas dark_areas[BODY_VIEW_COUNT] = {
    [BODY_FRONT] = BIT(AREA_NECK) | BIT(AREA_UPPER_ARMS) | BIT(AREA_ADDUCTORS) | BIT(AREA_IT_BAND) |
                   BIT(AREA_OUTER_SHINS),
    [BODY_BACK] = BIT(AREA_NECK) | BIT(AREA_ROTATOR_CUFF) | BIT(AREA_LOWER_BACK) | BIT(AREA_IT_BAND) |
                  BIT(AREA_ADDUCTORS) | BIT(AREA_KNEES),
};

/* What a dot is painted with: nothing, the plain figure, a step of recency, or light. Of two the greater one counts. */
typedef struct Tone {
    uint8_t rank;
    Role role;
    int32_t shade; /* without colours */
    char letter;
} Tone;

enum { RANK_NONE, RANK_PLAIN, RANK_STEP, RANK_LIT = RANK_STEP + LAST_WORKED_COUNT };

/* How a figure is to be looked at. */
typedef struct Painting {
    BodyView view;
    BodyAreas lit;
    Side side;
    const uint8_t *steps; /* a LastWorked for each Area, or NULL: plain */
    bool is_flat;         /* one grey for all */
} Painting;

/* The tones of every area on each side, found once for a figure. The last row is for dots outside of it. */
typedef struct Tones {
    Tone of[AREA_COUNT + 1][SIDE_COUNT];
    bool has_gaps; /* between areas of the same colour */
} Tones;

static Role grey_of(const Painting *painting, int area)
{
    const bool is_light = painting->is_flat || light_areas[painting->view] >> area & 1U;
    return is_light ? ROLE_BODY_LIGHT : dark_areas[painting->view] >> area & 1U ? ROLE_BODY_DARK : ROLE_BODY;
}

static Tone tone_of(const Painting *painting, int area, Side side)
{
    if (painting->lit >> area & 1U && (painting->side == SIDE_NONE || side == painting->side))
        return (Tone){RANK_LIT, ROLE_ACCENT, 0x2588, '#'};
    if (!painting->steps)
        return (Tone){RANK_PLAIN, grey_of(painting, area), 0x2592, ':'};
    const uint8_t step = painting->steps[area];
    const LastWorkedRow *row = &last_worked_rows[step];
    const Role role = step == LAST_WORKED_NEVER ? grey_of(painting, area) : row->role;
    return (Tone){(uint8_t)(RANK_STEP + step), role, row->shade, row->letter};
}

static void find_tones(const Painting *painting, Tones *tones)
{
    for (int side = 0; side < SIDE_COUNT; side++) {
        for (int area = 0; area < AREA_COUNT; area++)
            tones->of[area][side] = tone_of(painting, area, (Side)side);
        tones->of[AREA_COUNT][side] = (Tone){RANK_NONE, ROLE_GROUND, ' ', ' '};
    }
}

/* Two areas of the same colour are parted by a gap. */
static const Tone *tone_at(const Tones *tones, BodyDot dot)
{
    const Tone *outside = &tones->of[AREA_COUNT][SIDE_NONE];
    if (dot.area == BODY_NO_AREA)
        return outside;
    const Tone *tone = &tones->of[dot.area][dot.side];
    const bool is_gap = tones->has_gaps && dot.beside != BODY_NO_AREA && tone->rank != RANK_LIT &&
                        tones->of[dot.beside][dot.side].role == tone->role;
    return is_gap ? outside : tone;
}

/* The dots of a cell: upper left, upper right, lower left, lower right. */
enum { DOTS = 4, ALL_DOTS = (1 << DOTS) - 1 };

/* By which dots have the ink: a bit for each. */
static const int32_t quadrants[ALL_DOTS + 1] = {
    ' ',    0x2598, 0x259D, 0x2580, 0x2596, 0x258C, 0x259E, 0x259B,
    0x2597, 0x259A, 0x2590, 0x259C, 0x2584, 0x2599, 0x259F, 0x2588,
};

/* The dots that have the same role as one of them. */
static unsigned dots_like(const Tone *const cell[DOTS], Role role)
{
    unsigned like = 0;
    for (unsigned i = 0; i < DOTS; i++)
        like |= (unsigned)(cell[i]->role == role) << i;
    return like;
}

static int count_dots(unsigned dots)
{
    int count = 0;
    for (; dots; dots &= dots - 1)
        count++;
    return count;
}

/* The tone that most of these dots have; of as many the one that counts more. NULL if there are no dots. */
static const Tone *most_of(const Tone *const cell[DOTS], unsigned dots)
{
    const Tone *best = NULL;
    int most = 0;
    for (unsigned i = 0; i < DOTS; i++) {
        if (!(dots >> i & 1U))
            continue;
        const int count = count_dots(dots_like(cell, cell[i]->role) & dots);
        if (count > most || (count == most && cell[i]->rank > best->rank)) {
            best = cell[i];
            most = count;
        }
    }
    return best;
}

static bool is_coloured(Look look, const Tone *tone)
{
    return theme_ground(look, style_on(ROLE_TEXT, tone->role)) >= 0;
}

/* What fills a cell. With few colours the greys are shades of the terminal's own. */
static int32_t solid_of(Look look, const Tone *tone)
{
    return look.colours >= 256            ? 0x2588
           : tone->role == ROLE_BODY      ? 0x2593
           : tone->role == ROLE_BODY_DARK ? 0x2592
                                          : 0x2588;
}

/* A cell has two colours. At the edge these are the figure's and none, so that the outline is as it is; within, those
 * of most dots. With few colours a grey is the terminal's own and cannot be a ground. */
static void draw_dots(Canvas *canvas, int x, int y, const Tone *const cell[DOTS])
{
    const unsigned outside = dots_like(cell, ROLE_GROUND);
    const Tone *ink = most_of(cell, ALL_DOTS & ~outside), *ground = NULL;
    unsigned inked = ALL_DOTS & ~outside;
    if (!outside) {
        inked = dots_like(cell, ink->role);
        ground = most_of(cell, ALL_DOTS & ~inked);
    }
    if (ground && !is_coloured(canvas->look, ground)) {
        const bool is_swapped = is_coloured(canvas->look, ink);
        inked = is_swapped ? inked ^ ALL_DOTS : ALL_DOTS;
        const Tone *other = ink;
        ink = is_swapped ? ground : ink;
        ground = is_swapped ? other : NULL;
    }
    const int32_t glyph = inked == ALL_DOTS ? solid_of(canvas->look, ink) : quadrants[inked];
    canvas_put(canvas, x, y, style_on(ink->role, ground ? ground->role : ROLE_GROUND), glyph, '#');
}

/* Without colours a shade fills a cell, so most dots decide; what is lit is solid, and keeps its outline. */
static void draw_shade(Canvas *canvas, int x, int y, const Tone *const cell[DOTS])
{
    const unsigned outside = dots_like(cell, ROLE_GROUND), inside = ALL_DOTS & ~outside;
    const Tone *most = most_of(cell, inside);
    if (canvas->look.is_utf8 && most->rank == RANK_LIT && dots_like(cell, most->role) == inside)
        canvas_put(canvas, x, y, style_of(most->role), quadrants[inside], '#');
    else if (count_dots(inside) >= DOTS / 2)
        canvas_put(canvas, x, y, style_of(most->role), most->shade, most->letter);
}

enum { LARGE_ROWS = 24 }; /* of a figure that has room for gaps, and for shades as greys */

static Rect draw_figure(Canvas *canvas, Rect rect, Painting painting)
{
    const int rows = body_rows(rect.width, rect.height);
    if (rows == 0)
        return (Rect){rect.x, rect.y, 0, 0};
    const Rect figure = {rect.x + (rect.width - body_width(BODY_DOTS_DOWN * rows)) / 2, rect.y,
                         body_width(BODY_DOTS_DOWN * rows), rows};
    const bool is_shaded = canvas->look.colours < 8 || !canvas->look.is_utf8;
    const int across = body_dots_across(canvas->look);
    const size_t width = (size_t)(figure.width * across);
    const BodyDot *line = body_dots(canvas, painting.view, figure);
    Tones tones = {.has_gaps = !is_shaded && rows >= LARGE_ROWS};
    painting.is_flat = canvas->look.colours < 256 && rows < LARGE_ROWS;
    find_tones(&painting, &tones);
    for (int y = 0; y < rows; y++, line += BODY_DOTS_DOWN * width) {
        for (int x = 0; x < figure.width; x++) {
            const BodyDot *upper = line + x * across, *lower = upper + width;
            const Tone *const cell[DOTS] = {tone_at(&tones, upper[0]), tone_at(&tones, upper[across - 1]),
                                            tone_at(&tones, lower[0]), tone_at(&tones, lower[across - 1])};
            if (cell[0]->rank + cell[1]->rank + cell[2]->rank + cell[3]->rank > 0)
                (is_shaded ? draw_shade : draw_dots)(canvas, figure.x + x, figure.y + y, cell);
        }
    }
    return figure;
}

Rect body_draw(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, Side side)
{
    return draw_figure(canvas, rect, (Painting){.view = view, .lit = lit, .side = side});
}

Rect body_draw_steps(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, const uint8_t steps[AREA_COUNT])
{
    return draw_figure(canvas, rect, (Painting){.view = view, .lit = lit, .steps = steps});
}
