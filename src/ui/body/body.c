/* SPDX-License-Identifier: MIT */
#include "ui/body/body.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"

typedef struct BodyShapes {
    const BodyShape *items;
    size_t count;
} BodyShapes;

static const BodyShape front_shapes[] = {
    {AREA_HEAD, 0, 5, 4.8F, 0, 8.6F, 4.8F},
    {AREA_JAW, 0, 11.4F, 3.9F, 0, 13.2F, 2.1F},
    {AREA_NECK, 0, 15.6F, 2.5F, 0, 18, 3},
    {AREA_SHOULDERS, 2.6F, 18.9F, 1.3F, 8.5F, 21, 2.1F},
    {AREA_SHOULDERS, 10.8F, 22.2F, 3.1F, 12.1F, 24.4F, 2.9F},
    {AREA_CHEST, 3, 23.4F, 3.4F, 7, 24.6F, 3.6F},
    {AREA_CHEST, 3.2F, 26, 3.6F, 6.1F, 26.6F, 3.8F},
    {AREA_UPPER_ARMS, 12.6F, 27.4F, 2.4F, 13.9F, 32, 2.4F},
    {AREA_UPPER_ARMS, 13.9F, 32, 2.4F, 14.5F, 36, 1.9F},
    {AREA_FOREARMS, 15, 38.4F, 2.2F, 15.9F, 42, 2.1F},
    {AREA_FOREARMS, 15.9F, 42, 2.1F, 17.4F, 49, 1.3F},
    {AREA_HANDS, 17.9F, 51.4F, 1.8F, 18.4F, 54.2F, 1.6F},
    {AREA_HANDS, 18.3F, 55, 1.4F, 17.9F, 57.2F, 1},
    {AREA_HANDS, 16.6F, 51.6F, 0.9F, 15.9F, 53.6F, 0.7F},
    {AREA_ABDOMEN, 3.8F, 30.4F, 4.8F, 2.6F, 37, 4.6F},
    {AREA_ABDOMEN, 2.6F, 37, 4.5F, 2.6F, 41, 4.8F},
    {AREA_ABDOMEN, 1.6F, 42, 4.8F, 0, 47.6F, 2.4F},
    {AREA_HIPS, 6.3F, 43.6F, 2.4F, 6, 49, 3.6F},
    {AREA_HIPS, 6, 49, 3.6F, 1.4F, 50.8F, 2.2F},
    {AREA_ADDUCTORS, 2.2F, 54.6F, 2.4F, 3, 64, 1.3F},
    {AREA_QUADS, 6, 55.4F, 3.7F, 5.4F, 68, 2.9F},
    {AREA_IT_BAND, 8.5F, 54, 1.4F, 7.9F, 68, 1},
    {AREA_KNEES, 5, 71.4F, 2.6F, 4.9F, 73.8F, 2.5F},
    {AREA_SHINS, 4.6F, 78, 2.5F, 4.5F, 83, 2.3F},
    {AREA_SHINS, 4.5F, 83, 2.3F, 4.6F, 92, 1.6F},
    {AREA_OUTER_SHINS, 7, 77.6F, 1.4F, 7, 80, 1.5F},
    {AREA_OUTER_SHINS, 7, 80, 1.5F, 6, 88, 0.9F},
    {AREA_FEET, 4.9F, 95, 1.9F, 6.3F, 97.8F, 2.1F},
};

static const BodyShape back_shapes[] = {
    {AREA_HEAD, 0, 5, 4.8F, 0, 8.6F, 4.8F},
    {AREA_HEAD, 0, 8.6F, 4.8F, 0, 11.4F, 3.6F},
    {AREA_NECK, 0, 14.8F, 2.6F, 0, 18, 3},
    {AREA_SHOULDERS, 2.2F, 18.9F, 1.7F, 8.5F, 21, 2.2F},
    {AREA_SHOULDERS, 10.8F, 22.2F, 3.1F, 12.1F, 24.4F, 2.9F},
    {AREA_UPPER_BACK, 1.6F, 22.6F, 3.1F, 2.2F, 31.4F, 2.9F},
    {AREA_ROTATOR_CUFF, 6.4F, 24.6F, 2.6F, 7.9F, 27.4F, 2.7F},
    {AREA_LATS, 6.8F, 31.2F, 3.1F, 5, 38, 2.5F},
    {AREA_UPPER_ARMS, 12.6F, 27.4F, 2.4F, 13.9F, 32, 2.4F},
    {AREA_UPPER_ARMS, 13.9F, 32, 2.4F, 14.5F, 36, 1.9F},
    {AREA_FOREARMS, 15, 38.4F, 2.2F, 15.9F, 42, 2.1F},
    {AREA_FOREARMS, 15.9F, 42, 2.1F, 17.4F, 49, 1.3F},
    {AREA_HANDS, 17.9F, 51.4F, 1.8F, 18.4F, 54.2F, 1.6F},
    {AREA_HANDS, 18.3F, 55, 1.4F, 17.9F, 57.2F, 1},
    {AREA_HANDS, 16.6F, 51.6F, 0.9F, 15.9F, 53.6F, 0.7F},
    {AREA_LOWER_BACK, 1.8F, 36, 3.4F, 3, 42, 4.5F},
    {AREA_GLUTES, 4.2F, 46.4F, 4.4F, 4.9F, 50.6F, 4.5F},
    {AREA_HIPS, 8, 45.4F, 1.8F, 8.4F, 49, 1.5F},
    {AREA_HAMSTRINGS, 5.5F, 57.6F, 3.7F, 5.2F, 68.4F, 2.9F},
    {AREA_ADDUCTORS, 2, 56.6F, 1.5F, 2.4F, 62, 1},
    {AREA_IT_BAND, 8.5F, 55.4F, 1.4F, 7.9F, 68, 1},
    {AREA_KNEES, 5, 71.8F, 2.5F, 4.9F, 73.8F, 2.5F},
    {AREA_CALVES, 5.2F, 78, 3.2F, 5.1F, 81.6F, 3.2F},
    {AREA_CALVES, 5.1F, 81.6F, 3.2F, 4.8F, 87, 2.1F},
    {AREA_ACHILLES, 4.7F, 89.6F, 1.6F, 4.7F, 93.4F, 1.5F},
    {AREA_FEET, 4.8F, 95.8F, 1.9F, 5.6F, 97.8F, 2.1F},
};

static const BodyShapes body_shapes[BODY_VIEW_COUNT] = {
    [BODY_FRONT] = {front_shapes, ARRAY_LEN(front_shapes)},
    [BODY_BACK] = {back_shapes, ARRAY_LEN(back_shapes)},
};

const BodyShape *body_shapes_of(BodyView view, size_t *count)
{
    *count = body_shapes[view].count;
    return body_shapes[view].items;
}

const LastWorkedRow last_worked_rows[LAST_WORKED_COUNT] = {
    [LAST_WORKED_NEVER] = {"never yet", "never", ROLE_BODY, 0x00B7, '.'},
    [LAST_WORKED_LONGER] = {"longer ago", "longer", ROLE_LONGER, 0x2591, '-'},
    [LAST_WORKED_WEEK] = {"this week", "week", ROLE_WEEK, 0x2592, '+'},
    [LAST_WORKED_RECENT] = {"today or yesterday", "1 day", ROLE_RECENT, 0x2593, '*'},
};

LastWorked last_worked_of(int32_t days)
{
    return days < 0    ? LAST_WORKED_NEVER
           : days <= 1 ? LAST_WORKED_RECENT
           : days <= 7 ? LAST_WORKED_WEEK
                       : LAST_WORKED_LONGER;
}

void last_worked_put(Canvas *canvas, int x, int y, LastWorked recency)
{
    const LastWorkedRow *row = &last_worked_rows[recency];
    canvas_put(canvas, x, y, style_of(row->role), canvas->look.colours >= 8 ? 0x2588 : row->shade, row->letter);
}

enum { ROW_DOTS = 32 }; /* that are looked at together */

static const float figure_height = 100.0F, figure_width = 40.5F;

/* Shapes are taken for so much wider, in parts of a dot's side: what is thin or narrow does not fall between dots. */
static const float wider = 0.06F;

#define BIT(area) ((BodyAreas)1 << (area))

int body_width(int height)
{
    return (int)ceilf((float)height * figure_width / figure_height) | 1;
}

/* The dots of a raster, counted from the middle outwards. With an odd number across, one column is in the middle. */
typedef struct Grid {
    BodyView view;
    int width, height;
    float across, down; /* how wide and how high a dot is */
} Grid;

static Grid grid_of(BodyView view, int width, int height)
{
    const float down = figure_height / (float)height;
    return (Grid){view, width, height, down * (float)body_width(height) / (float)width, down};
}

static int dots_aside(const Grid *grid)
{
    return (grid->width + 1) / 2;
}

/* The middle of a dot; of one in the middle column, that of its half. */
static float place_of(const Grid *grid, int off)
{
    return grid->width % 2 == 0 ? ((float)off + 0.5F) * grid->across
           : off == 0           ? grid->across / 4
                                : (float)off * grid->across;
}

/* A shape as one row of dots meets it: what can be said once for all of them. */
typedef struct Slice {
    const BodyShape *shape;
    float dx, dy, taper;    /* along the middle line */
    float along_x, along_y; /* how far along it, of 1, a step aside and one down bring */
    float down;             /* from where it starts to the middle of the row */
    float radius, weight;
    int first, last; /* dots that it can reach */
} Slice;

/* The part of the middle line whose surroundings the row can touch tells how far across they go. */
static void find_reach(Slice *slice, float round, float across)
{
    float from = 0.0F, to = 1.0F;
    if (fabsf(slice->dy) > 1.0F) {
        const float above = (slice->down - round) / slice->dy, below = (slice->down + round) / slice->dy;
        from = MAX_OF(from, MIN_OF(above, below));
        to = MIN_OF(to, MAX_OF(above, below));
    }
    const float start = slice->shape->x1 + from * slice->dx, end = slice->shape->x1 + to * slice->dx;
    slice->first = (int)ceilf((MIN_OF(start, end) - round) / across - 0.5F);
    slice->last = (int)floorf((MAX_OF(start, end) + round) / across + 0.5F);
}

/* False where the shape does not reach the row whose middle is `y`. Where shapes meet, depth counts in parts of the
 * root of their width, so that slight ones are seen: the band beside a thigh. */
static bool slice_at(const BodyShape *shape, const Grid *grid, float y, Slice *slice)
{
    const float more = wider * grid->down, round = MAX_OF(shape->r1, shape->r2) + more;
    if (MIN_OF(shape->y1, shape->y2) - round >= y || MAX_OF(shape->y1, shape->y2) + round <= y)
        return false;
    const float dx = shape->x2 - shape->x1, dy = shape->y2 - shape->y1, square = dx * dx + dy * dy;
    *slice = (Slice){.shape = shape, .dx = dx, .dy = dy, .taper = shape->r2 - shape->r1};
    slice->along_x = dx / square;
    slice->along_y = dy / square;
    slice->down = y - shape->y1;
    slice->radius = shape->r1 + more;
    slice->weight = 1 / sqrtf(round);
    find_reach(slice, round, grid->across);
    return true;
}

/* What was found out of dots of a row, from the middle one or from a later one on. */
typedef struct DotRow {
    int first;
    float deepest[ROW_DOTS]; /* how deep the middle of a dot lies in the shape that it belongs to */
    int8_t areas[ROW_DOTS];  /* BODY_NO_AREA outside of all */
} DotRow;

/* How deep a place of the row lies in a shape, negative outside. */
static float depth_at(const Slice *slice, float x)
{
    const float across = x - slice->shape->x1;
    const float free = across * slice->along_x + slice->down * slice->along_y;
    const float along = free < 0 ? 0 : free > 1 ? 1 : free;
    const float off_x = across - along * slice->dx, off_y = slice->down - along * slice->dy;
    const float radius = slice->radius + along * slice->taper;
    return slice->weight * (radius - sqrtf(off_x * off_x + off_y * off_y));
}

static void add_slice(DotRow *row, const Slice *slice, const Grid *grid)
{
    const int end = MIN_OF(slice->last, row->first + ROW_DOTS - 1);
    for (int off = MAX_OF(slice->first, row->first); off <= end; off++) {
        const float depth = depth_at(slice, place_of(grid, off));
        const int i = off - row->first;
        row->areas[i] = depth > row->deepest[i] ? (int8_t)slice->shape->area : row->areas[i];
        row->deepest[i] = MAX_OF(depth, row->deepest[i]);
    }
}

static inline void put_dot(const Grid *grid, BodyDot *line, int off, int8_t area)
{
    const int middle = grid->width / 2, is_odd = grid->width % 2;
    const bool is_middle = is_odd && off == 0;
    line[middle - 1 + is_odd - off] = (BodyDot){area, is_middle ? SIDE_NONE : SIDE_LEFT};
    line[middle + off] = (BodyDot){area, is_middle ? SIDE_NONE : SIDE_RIGHT};
}

/* An area that is too slight for so few dots keeps one on each side. */
static void put_lost(const Grid *grid, BodyAreas seen, BodyDot *dots)
{
    for (size_t i = 0; i < body_shapes[grid->view].count; i++) {
        const BodyShape *shape = &body_shapes[grid->view].items[i];
        if (seen & BIT(shape->area))
            continue;
        const int off = (int)lroundf((shape->x1 + shape->x2) / 2 / grid->across);
        const int row = (int)floorf((shape->y1 + shape->y2) / 2 / grid->down);
        BodyDot *line = dots + (size_t)MIN_OF(row, grid->height - 1) * (size_t)grid->width;
        put_dot(grid, line, MIN_OF(off, dots_aside(grid) - 1), (int8_t)shape->area);
        seen |= BIT(shape->area);
    }
}

/* Dots of one row from `first` off the middle on, as many as are looked at together. */
static BodyAreas raster_row(const Grid *grid, float y, int first, BodyDot *line)
{
    DotRow row = {.first = first};
    const int count = MIN_OF(dots_aside(grid) - first, ROW_DOTS);
    memset(row.areas, BODY_NO_AREA, sizeof row.areas);
    Slice slice;
    for (size_t i = 0; i < body_shapes[grid->view].count; i++) {
        if (slice_at(&body_shapes[grid->view].items[i], grid, y, &slice))
            add_slice(&row, &slice, grid);
    }
    BodyAreas seen = 0;
    for (int i = 0; i < count; i++) {
        put_dot(grid, line, first + i, row.areas[i]);
        if (row.areas[i] != BODY_NO_AREA)
            seen |= BIT(row.areas[i]);
    }
    return seen;
}

void body_raster(BodyView view, int width, int height, BodyDot *dots)
{
    const Grid grid = grid_of(view, width, height);
    BodyAreas seen = 0;
    for (int row = 0; row < height; row++) {
        const float y = ((float)row + 0.5F) * grid.down;
        for (int first = 0; first < dots_aside(&grid); first += ROW_DOTS)
            seen |= raster_row(&grid, y, first, dots + (size_t)row * (size_t)width);
    }
    put_lost(&grid, seen, dots);
}

int body_dots_across(Look look)
{
    return look.is_halves_only ? 1 : 2;
}

const BodyDot *body_dots(Canvas *canvas, BodyView view, Rect figure)
{
    const int width = figure.width * body_dots_across(canvas->look), height = figure.height * BODY_DOTS_DOWN;
    const uint64_t key = (uint64_t)view << 32 | (uint64_t)width << 16 | (uint64_t)height;
    bool is_new = false;
    BodyDot *dots = canvas_memo(canvas, key, (size_t)width * (size_t)height * sizeof(*dots), &is_new);
    if (is_new)
        body_raster(view, width, height, dots);
    return dots;
}

BodyView body_view_of(BodyAreas areas)
{
    float seen[BODY_VIEW_COUNT] = {0};
    for (int view = 0; view < BODY_VIEW_COUNT; view++) {
        for (size_t i = 0; i < body_shapes[view].count; i++) {
            const BodyShape *shape = &body_shapes[view].items[i];
            if (!(areas & BIT(shape->area)))
                continue;
            float across = shape->r1 + shape->r2, along = hypotf(shape->x2 - shape->x1, shape->y2 - shape->y1);
            seen[view] += across * (across + along);
        }
    }
    return seen[BODY_BACK] > seen[BODY_FRONT] ? BODY_BACK : BODY_FRONT;
}

int body_rows(int width, int height)
{
    while (height > 0 && body_width(BODY_DOTS_DOWN * height) > width)
        height--;
    return MAX_OF(height, 0);
}

/* Walking over the figures. */

enum {
    HEIGHT = BODY_GROUND_HEIGHT,
    WIDTH = BODY_GROUND_WIDTH,
    GAP = 6,        /* between front and back */
    STEP_MOST = 14, /* up and down: what is further is no neighbour */
    ASIDE = 2,      /* how much less a dot aside counts than one straight on */
};

static void lay_ground(BodyGround *ground)
{
    if (ground->is_laid)
        return;
    ground->is_laid = true;
    for (int view = 0; view < BODY_VIEW_COUNT; view++) {
        body_raster((BodyView)view, WIDTH, HEIGHT, ground->dots[view][0]);
        for (int y = 0; y < HEIGHT; y++) {
            const int8_t area = ground->dots[view][y][WIDTH / 2].area;
            if (area != BODY_NO_AREA)
                ground->across[view] |= (BodyAreas)1 << area;
        }
    }
}

/* The spot that a dot belongs to. */
static BodySpot spot_at(const BodyGround *ground, int view, int x, int y)
{
    BodyDot dot = ground->dots[view][y][x];
    bool is_across = dot.area != BODY_NO_AREA && ground->across[view] >> dot.area & 1U;
    return (BodySpot){(BodyView)view, (Area)dot.area, is_across ? SIDE_NONE : (Side)dot.side};
}

static bool is_same(BodySpot one, BodySpot other)
{
    return one.view == other.view && one.area == other.area && one.side == other.side;
}

/* Where a way out of a spot begins, as a place on both figures: in its middle, or up and down in the middle of its
 * edge. */
static bool start_of(const BodyGround *ground, BodySpot spot, BodyWay way, int *x, int *y)
{
    long sum_x = 0, sum_y = 0, count = 0;
    for (int i = 0; i < HEIGHT; i++) {
        int row = way == BODY_DOWN ? HEIGHT - 1 - i : i;
        for (int column = 0; column < WIDTH; column++) {
            if (ground->dots[spot.view][row][column].area != (int)spot.area ||
                !is_same(spot_at(ground, (int)spot.view, column, row), spot))
                continue;
            sum_x += column;
            sum_y += row;
            count++;
        }
        if (count > 0 && (way == BODY_UP || way == BODY_DOWN))
            break;
    }
    if (count == 0)
        return false;
    *x = (int)(sum_x / count) + (int)spot.view * (WIDTH + GAP);
    *y = (int)(sum_y / count);
    return true;
}

/* How far aside a dot may lie: straight on first, then half as far as ahead, then, up and down, as far. */
typedef enum Reach { REACH_STRAIGHT, REACH_HALF, REACH_WHOLE, REACH_COUNT } Reach;

/* How far it is to a dot in a direction, -1 where it lies too far aside. */
static int cost_of(int dx, int dy, BodyWay way, Reach reach)
{
    bool is_upright = way == BODY_UP || way == BODY_DOWN;
    int ahead = way == BODY_UP ? -dy : way == BODY_DOWN ? dy : way == BODY_LEFT ? -dx : dx;
    int aside = abs(is_upright ? dx : dy);
    int most = reach == REACH_STRAIGHT ? 0 : reach == REACH_HALF ? ahead / 2 : is_upright ? ahead : -1;
    return ahead <= 0 || aside > most || (is_upright && ahead > STEP_MOST) ? -1 : ahead + ASIDE * aside;
}

/* Of a view, the rows that a way leads to. */
static void find_rows(int y, BodyWay way, int *first, int *last)
{
    const bool is_upright = way == BODY_UP || way == BODY_DOWN;
    *first = !is_upright ? 0 : way == BODY_DOWN ? y + 1 : MAX_OF(y - STEP_MOST, 0);
    *last = !is_upright ? HEIGHT - 1 : way == BODY_UP ? y - 1 : MIN_OF(y + STEP_MOST, HEIGHT - 1);
}

static bool find_nearest(const BodyGround *ground, BodySpot from, int x, int y, BodyWay way, Reach reach,
                         BodySpot *found)
{
    int least = -1, first, last;
    find_rows(y, way, &first, &last);
    for (int view = 0; view < BODY_VIEW_COUNT; view++) {
        if ((way == BODY_UP || way == BODY_DOWN) && view != (int)from.view)
            continue;
        for (int row = first; row <= last; row++) {
            for (int column = 0; column < WIDTH; column++) {
                const int area = ground->dots[view][row][column].area;
                if (area == BODY_NO_AREA || (view == (int)from.view && area == (int)from.area))
                    continue;
                int cost = cost_of(column + view * (WIDTH + GAP) - x, row - y, way, reach);
                if (cost < 0 || (least >= 0 && cost >= least))
                    continue;
                least = cost;
                *found = spot_at(ground, view, column, row);
            }
        }
    }
    return least >= 0;
}

/* The side of a spot that came from elsewhere, from a click. */
static void settle(const BodyGround *ground, BodySpot *spot)
{
    if (ground->across[spot->view] >> spot->area & 1U)
        spot->side = SIDE_NONE;
    else if (spot->side == SIDE_NONE)
        spot->side = SIDE_LEFT;
}

bool body_walk(BodyGround *ground, BodySpot *spot, BodyWay way)
{
    lay_ground(ground);
    int x = 0, y = 0;
    settle(ground, spot);
    bool shows = start_of(ground, *spot, way, &x, &y), is_found = false;
    BodySpot next = *spot;
    for (int reach = REACH_STRAIGHT; shows && !is_found && reach < REACH_COUNT; reach++)
        is_found = find_nearest(ground, *spot, x, y, way, (Reach)reach, &next);
    *spot = next;
    return is_found;
}

BodySpot body_spot_of(BodyGround *ground, Area area)
{
    lay_ground(ground);
    BodySpot spot = {body_view_of((BodyAreas)1 << area), area, SIDE_NONE};
    settle(ground, &spot);
    return spot;
}
