/* SPDX-License-Identifier: MIT */
#include "ui/body/body_draw.h"

#include <stdbool.h>

#include "base/macros.h"
#include "ui/body/dots.h"

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

/* What a dot is painted with: nothing, the plain figure, a step of recency, or light. */
enum {
    RANK_NONE,
    RANK_PLAIN,
    RANK_STEP,
    RANK_HEAT = RANK_STEP + LAST_WORKED_COUNT,
    RANK_LIT = RANK_HEAT + BODY_HURT + 1
};

/* How a figure is to be looked at. */
typedef struct Painting {
    BodyView view;
    BodyAreas lit;
    Side side;
    const uint8_t *steps; /* a LastWorked for each Area, or NULL */
    const BodyHeat *heat; /* or NULL; with neither: plain */
    bool is_flat;         /* one grey for all */
} Painting;

/* The tones of every area on each side, found once for a figure. The last row is for dots outside of it. */
typedef struct Tones {
    DotTone of[AREA_COUNT + 1][SIDE_COUNT];
    bool has_gaps; /* between areas of the same colour */
} Tones;

static Role grey_of(const Painting *painting, int area)
{
    const bool is_light = painting->is_flat || light_areas[painting->view] >> area & 1U;
    return is_light ? ROLE_BODY_LIGHT : dark_areas[painting->view] >> area & 1U ? ROLE_BODY_DARK : ROLE_BODY;
}

static DotTone tone_of_heat(uint8_t step)
{
    if (step == BODY_HURT)
        return (DotTone){RANK_HEAT + BODY_HURT, ROLE_BAD, '!', '!', false, false};
    const HeatRow *row = &heat_rows[step];
    return (DotTone){(uint8_t)(RANK_HEAT + step), row->role, row->shade, row->letter, false, false};
}

static DotTone tone_of(const Painting *painting, int area, Side side)
{
    if (painting->heat)
        return tone_of_heat(painting->heat->of[area][side]);
    if (painting->lit >> area & 1U && (painting->side == SIDE_NONE || side == painting->side))
        return (DotTone){RANK_LIT, ROLE_ACCENT, 0x2588, '#', true, false};
    if (!painting->steps)
        return (DotTone){RANK_PLAIN, grey_of(painting, area), 0x2592, ':', false, false};
    const uint8_t step = painting->steps[area];
    const LastWorkedRow *row = &last_worked_rows[step];
    const Role role = step == LAST_WORKED_NEVER ? grey_of(painting, area) : row->role;
    return (DotTone){(uint8_t)(RANK_STEP + step), role, row->shade, row->letter, false, false};
}

static void find_tones(const Painting *painting, Tones *tones)
{
    for (int side = 0; side < SIDE_COUNT; side++) {
        for (int area = 0; area < AREA_COUNT; area++)
            tones->of[area][side] = tone_of(painting, area, (Side)side);
        tones->of[AREA_COUNT][side] = (DotTone){RANK_NONE, ROLE_GROUND, ' ', ' ', false, false};
    }
}

/* The dots of a figure that is drawn. */
typedef struct Figure {
    const BodyDot *dots;
    int width, height, across; /* in dots; across a cell */
    bool is_shaded;            /* without colours, or in ASCII */
    Tones tones;
} Figure;

static bool has_other_area(const Figure *figure, int x, int y, BodyDot dot, Role role)
{
    if (x < 0 || x >= figure->width || y >= figure->height)
        return false;
    const BodyDot other = figure->dots[y * figure->width + x];
    return other.area != BODY_NO_AREA && other.area != dot.area &&
           figure->tones.of[other.area][other.side].role == role;
}

/* Two areas of the same colour are parted by a gap: by the dots of the upper one, or of the one nearer the middle. */
static bool is_gap(const Figure *figure, int x, int y, BodyDot dot, const DotTone *tone)
{
    const int outwards = dot.side == SIDE_LEFT ? x - 1 : dot.side == SIDE_RIGHT ? x + 1 : x;
    return tone->rank != RANK_LIT &&
           (has_other_area(figure, x, y + 1, dot, tone->role) || has_other_area(figure, outwards, y, dot, tone->role));
}

static inline const DotTone *tone_of_dot(const Figure *figure, BodyDot dot)
{
    return &figure->tones.of[dot.area == BODY_NO_AREA ? AREA_COUNT : dot.area][dot.side];
}

static const DotTone *tone_at(const Figure *figure, int x, int y)
{
    const BodyDot dot = figure->dots[y * figure->width + x];
    const DotTone *tone = tone_of_dot(figure, dot);
    const bool is_gap_here = figure->tones.has_gaps && dot.area != BODY_NO_AREA && is_gap(figure, x, y, dot, tone);
    return is_gap_here ? &figure->tones.of[AREA_COUNT][SIDE_NONE] : tone;
}

static inline bool is_same_dot(BodyDot one, BodyDot other)
{
    return one.area == other.area && one.side == other.side;
}

/* `only`: the one tone of all its dots, if they have the same. */
static void draw_cell(Canvas *canvas, Rect place, int x, int y, const Figure *figure, const DotTone *only)
{
    const int left = x * figure->across, right = left + figure->across - 1, top = y * BODY_DOTS_DOWN;
    const bool has_gaps = figure->tones.has_gaps;
    const DotTone *cell[CELL_DOTS] = {only, only, only, only};
    if (!only || has_gaps) {
        cell[0] = tone_at(figure, left, top);
        cell[1] = tone_at(figure, right, top);
        cell[2] = tone_at(figure, left, top + 1);
        cell[3] = tone_at(figure, right, top + 1);
    } else if (!figure->is_shaded) {
        canvas_put(canvas, place.x + x, place.y + y, style_of(only->role), dots_solid(canvas->look, only->role), '#');
        return;
    }
    if (figure->is_shaded)
        dots_put_shade(canvas, place.x + x, place.y + y, cell);
    else
        dots_put(canvas, place.x + x, place.y + y, cell, !has_gaps);
}

enum { LARGE_ROWS = 24 }; /* of a figure that has room for gaps, and for shades as greys */

/* Of two figures: the columns between them, and the height below which one that is larger says more. */
enum { PAIR_GAP = 3, PAIR_ROWS = 8 };

static Rect draw_figure(Canvas *canvas, Rect rect, Painting painting)
{
    const int rows = body_rows(rect.width, rect.height), columns = body_width(BODY_DOTS_DOWN * rows);
    if (rows == 0)
        return (Rect){rect.x, rect.y, 0, 0};
    const Rect place = {rect.x + (rect.width - columns) / 2, rect.y, columns, rows};
    const int colours_needed = painting.heat ? 256 : 8;
    const bool is_shaded = canvas->look.colours < colours_needed || !canvas->look.is_utf8 ||
                           (painting.heat && canvas->look.is_ground_unknown);
    const bool is_small = rows < LARGE_ROWS;
    const int across = body_dots_across(canvas->look);
    Figure figure = {.dots = body_dots(canvas, painting.view, place),
                     .width = across * columns,
                     .height = BODY_DOTS_DOWN * rows,
                     .across = across,
                     .is_shaded = is_shaded,
                     .tones = {.has_gaps = !is_shaded && !is_small}};
    painting.is_flat = canvas->look.colours < 256 && is_small;
    find_tones(&painting, &figure.tones);
    for (int y = 0; y < rows; y++) {
        const BodyDot *upper = figure.dots + y * BODY_DOTS_DOWN * figure.width, *lower = upper + figure.width;
        for (int x = 0; x < columns; x++, upper += across, lower += across) {
            const bool is_one = is_same_dot(upper[0], upper[across - 1]) && is_same_dot(lower[0], lower[across - 1]) &&
                                is_same_dot(upper[0], lower[0]);
            if (is_one && upper->area == BODY_NO_AREA)
                continue;
            draw_cell(canvas, place, x, y, &figure, is_one ? tone_of_dot(&figure, upper[0]) : NULL);
        }
    }
    return place;
}

Rect body_draw(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, Side side)
{
    return draw_figure(canvas, rect, (Painting){.view = view, .lit = lit, .side = side});
}

Rect body_draw_steps(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, const uint8_t steps[AREA_COUNT])
{
    return draw_figure(canvas, rect, (Painting){.view = view, .lit = lit, .steps = steps});
}

/* The time of a side, that of both included; for the middle, of the side with more. */
static int64_t held_on(const int64_t *sides, Side side)
{
    const int64_t own = side == SIDE_NONE ? MAX_OF(sides[SIDE_LEFT], sides[SIDE_RIGHT]) : sides[side];
    return sides[SIDE_NONE] + own;
}

void body_heat_set(BodyHeat *heat, const int64_t *held_ms, Heat least)
{
    int64_t most = 0;
    for (int area = 0; area < AREA_COUNT; area++)
        most = MAX_OF(most, held_on(held_ms + area * SIDE_COUNT, SIDE_NONE));
    for (int area = 0; area < AREA_COUNT; area++) {
        for (int side = 0; side < SIDE_COUNT; side++) {
            const Heat step = heat_of(held_on(held_ms + area * SIDE_COUNT, (Side)side), most);
            heat->of[area][side] = (uint8_t)(step == HEAT_NONE ? step : MAX_OF(step, least));
        }
    }
}

static BodyAreas areas_with_heat(const BodyHeat *heat)
{
    BodyAreas areas = 0;
    for (int area = 0; area < AREA_COUNT; area++) {
        for (int side = 0; side < SIDE_COUNT; side++)
            areas |= heat->of[area][side] != HEAT_NONE ? BIT(area) : 0;
    }
    return areas;
}

Rect body_heat_draw(const BodyHeat *heat, Canvas *canvas, Rect rect)
{
    const Painting painting = {.view = body_view_of(areas_with_heat(heat)), .heat = heat};
    const int rows = body_rows((rect.width - PAIR_GAP) / 2, rect.height), alone = body_rows(rect.width, rect.height);
    if (rows == 0 || (rows < PAIR_ROWS && rows < alone))
        return draw_figure(canvas, rect, painting);
    const int columns = body_width(BODY_DOTS_DOWN * rows), width = 2 * columns + PAIR_GAP;
    const Rect pair = {rect.x + (rect.width - width) / 2, rect.y, width, rows};
    draw_figure(canvas, (Rect){pair.x, pair.y, columns, rows}, (Painting){.view = BODY_FRONT, .heat = heat});
    draw_figure(canvas, (Rect){pair.x + columns + PAIR_GAP, pair.y, columns, rows},
                (Painting){.view = BODY_BACK, .heat = heat});
    return pair;
}
