/* SPDX-License-Identifier: MIT */
#include "ui/body.h"

#include <math.h>
#include <stdbool.h>

#include "base/macros.h"
#include "ui/recency.h"

enum {
    SAMPLES_LEAST = 4, /* of a dot's places inside the figure: the dot is part of it */
    SHAPES_MOST = 32, /* that reach into a row of dots */
    NEAR_MOST = 8     /* that can win at some place of a dot */
};

static const float figure_height = 100.0F, figure_width = 40.5F;

#define BIT(area) ((BodyAreas)1 << (area))

/* Parts that are set off, so that neighbours can be told apart. */
static const BodyAreas set_off[BODY_VIEW_COUNT] = {
    [BODY_FRONT] = BIT(AREA_JAW) | BIT(AREA_SHOULDERS) | BIT(AREA_FOREARMS) | BIT(AREA_ABDOMEN) | BIT(AREA_QUADS) |
                   BIT(AREA_SHINS),
    [BODY_BACK] = BIT(AREA_SHOULDERS) | BIT(AREA_FOREARMS) | BIT(AREA_UPPER_BACK) | BIT(AREA_LATS) | BIT(AREA_GLUTES) |
                  BIT(AREA_ADDUCTORS) | BIT(AREA_IT_BAND) | BIT(AREA_KNEES) | BIT(AREA_ACHILLES),
};

int body_width(int height)
{
    return (int)ceilf((float)height * figure_width / figure_height) | 1;
}

/* How deep a point lies in a shape, negative outside, and what tells the same of places near it: beside the middle line
 * depth changes evenly, around its ends it goes by the distance from them. */
typedef struct Depth {
    int area;
    bool is_end;
    float here, radius;
    float off_x, off_y;  /* the way from the middle line */
    float across, down;  /* how fast depth grows */
} Depth;

static Depth depth_in(const BodyShape *shape, float x, float y)
{
    const float dx = shape->x2 - shape->x1, dy = shape->y2 - shape->y1, taper = shape->r2 - shape->r1;
    const float square = dx * dx + dy * dy, free = ((x - shape->x1) * dx + (y - shape->y1) * dy) / square;
    const float along = free < 0 ? 0 : free > 1 ? 1 : free;
    const float off_x = x - shape->x1 - along * dx, off_y = y - shape->y1 - along * dy;
    const float off = sqrtf(off_x * off_x + off_y * off_y), inverse = off > 0 ? 1 / off : 0;
    const float radius = shape->r1 + along * taper;
    return (Depth){(int)shape->area, free <= 0 || free >= 1, radius - off, radius, off_x, off_y,
                   taper * dx / square - off_x * inverse, taper * dy / square - off_y * inverse};
}

/* The depth at a place that is so far from where it was worked out; a dot's size at most. */
static float depth_near(const Depth *depth, float across, float down)
{
    if (!depth->is_end)
        return depth->here + depth->across * across + depth->down * down;
    const float off_x = depth->off_x + across, off_y = depth->off_y + down;
    return depth->radius - sqrtf(off_x * off_x + off_y * off_y);
}

/* A shape that reaches into a band of the figure, and how far it does so across. */
typedef struct Reach {
    const BodyShape *shape;
    float left, right;
} Reach;

/* Most shapes reach into few bands. */
typedef struct Band {
    Reach reaches[SHAPES_MOST];
    size_t count;
} Band;

/* The part of a shape's middle line whose surroundings the band can touch, as far as they go across. */
static Reach reach_of(const BodyShape *shape, float top, float bottom)
{
    const float round = MAX_OF(shape->r1, shape->r2), dx = shape->x2 - shape->x1, dy = shape->y2 - shape->y1;
    float from = 0.0F, to = 1.0F;
    if (fabsf(dy) > 1.0F) {
        const float above = (top - round - shape->y1) / dy, below = (bottom + round - shape->y1) / dy;
        from = MAX_OF(from, MIN_OF(above, below));
        to = MIN_OF(to, MAX_OF(above, below));
    }
    const float start = shape->x1 + from * dx, end = shape->x1 + to * dx;
    return (Reach){shape, MIN_OF(start, end) - round, MAX_OF(start, end) + round};
}

static Band band_of(BodyView view, float top, float bottom)
{
    Band band;
    band.count = 0;
    for (size_t i = 0; i < body_shapes[view].count && band.count < SHAPES_MOST; i++) {
        const BodyShape *shape = &body_shapes[view].items[i];
        float reach = MAX_OF(shape->r1, shape->r2);
        if (MIN_OF(shape->y1, shape->y2) - reach < bottom && MAX_OF(shape->y1, shape->y2) + reach > top)
            band.reaches[band.count++] = reach_of(shape, top, bottom);
    }
    return band;
}

/* Shapes that can win at some place of a dot. */
typedef struct Near {
    Depth depths[NEAR_MOST]; /* at the dot's middle */
    size_t count;
} Near;

/* No place where a dot is looked at is further from its middle than half its side, and no depth changes faster than the
 * way: so the middle tells which shapes can win there at all. */
static void find_near(Near *near, const Band *band, float x, float y, float size)
{
    near->count = 0;
    for (size_t i = 0; i < band->count && near->count < NEAR_MOST; i++) {
        const Reach *reach = &band->reaches[i];
        if (reach->left > x + size / 2 || reach->right < x - size / 2)
            continue;
        const Depth depth = depth_in(reach->shape, x, y);
        if (depth.here > -size / 2)
            near->depths[near->count++] = depth;
    }
}

/* The dot lies in shapes of one area alone, and all of it in one of them. */
static bool is_inside(const Near *near, float size)
{
    bool is_deep = false;
    for (size_t i = 0; i < near->count; i++) {
        if (near->depths[i].area != near->depths[0].area)
            return false;
        is_deep = is_deep || near->depths[i].here > size / 2;
    }
    return is_deep;
}

/* The area at a place of the dot that is so far from its middle. */
static int area_at(const Near *near, float across, float down)
{
    int area = BODY_NO_AREA;
    float deepest = 0;
    for (size_t i = 0; i < near->count; i++) {
        const float depth = depth_near(&near->depths[i], across, down);
        if (depth > deepest) {
            deepest = depth;
            area = near->depths[i].area;
        }
    }
    return area;
}

/* A dot is looked at in 3 x 3 places; here in parts of its side, from its middle. */
static const float sample_places[] = {-1.0F / 3, 0, 1.0F / 3};

/* The area that most of a dot belongs to. x, y is its middle, `size` its side. */
static int area_of_dot(const Band *band, float x, float y, float size)
{
    Near near;
    find_near(&near, band, x, y, size);
    if (near.count == 0)
        return BODY_NO_AREA;
    if (is_inside(&near, size))
        return near.depths[0].area;
    int counts[AREA_COUNT] = {0}, inside = 0, most = BODY_NO_AREA;
    for (size_t row = 0; row < ARRAY_LEN(sample_places); row++) {
        for (size_t column = 0; column < ARRAY_LEN(sample_places); column++) {
            const float across = x > 0 ? sample_places[column] : fabsf(sample_places[column]);
            const int area = area_at(&near, across * size, sample_places[row] * size);
            if (area == BODY_NO_AREA)
                continue;
            inside++;
            counts[area]++;
            if (most == BODY_NO_AREA || counts[area] > counts[most])
                most = area;
        }
    }
    return inside >= SAMPLES_LEAST ? most : BODY_NO_AREA;
}

static void put_dot(BodyDot *line, int width, int off, int8_t area)
{
    int middle = width / 2;
    line[middle - off] = (BodyDot){area, off ? SIDE_LEFT : SIDE_NONE};
    if (middle + off < width)
        line[middle + off] = (BodyDot){area, off ? SIDE_RIGHT : SIDE_NONE};
}

/* An area that is too slight for so few dots keeps one on each side. */
static void put_lost(BodyView view, int width, int height, BodyAreas seen, BodyDot *dots)
{
    float size = figure_height / (float)height;
    for (size_t i = 0; i < body_shapes[view].count; i++) {
        const BodyShape *shape = &body_shapes[view].items[i];
        if (seen & BIT(shape->area))
            continue;
        int off = (int)lroundf((shape->x1 + shape->x2) / 2 / size);
        int row = (int)floorf((shape->y1 + shape->y2) / 2 / size);
        BodyDot *line = dots + (size_t)MIN_OF(row, height - 1) * (size_t)width;
        put_dot(line, width, MIN_OF(off, width / 2), (int8_t)shape->area);
        seen |= BIT(shape->area);
    }
}

void body_raster(BodyView view, int width, int height, BodyDot *dots)
{
    float size = figure_height / (float)height;
    BodyAreas seen = 0;
    for (int row = 0; row < height; row++) {
        float y = ((float)row + 0.5F) * size;
        Band band = band_of(view, y - size / 2, y + size / 2);
        BodyDot *line = dots + (size_t)row * (size_t)width;
        for (int column = 0; column < width; column++)
            line[column] = (BodyDot){BODY_NO_AREA, SIDE_NONE};
        for (int off = 0; off <= width / 2; off++) {
            int area = area_of_dot(&band, (float)off * size, y, size);
            put_dot(line, width, off, (int8_t)area);
            if (area != BODY_NO_AREA)
                seen |= BIT(area);
        }
    }
    put_lost(view, width, height, seen, dots);
}

const BodyDot *body_dots(Canvas *canvas, BodyView view, int width, int height)
{
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
            float across = shape->r1 + shape->r2, along = hypotf(shape->x2 - shape->x1, shape->y2 - shape->y1);
            if (areas & BIT(shape->area))
                seen[view] += across * (across + along);
        }
    }
    return seen[BODY_BACK] > seen[BODY_FRONT] ? BODY_BACK : BODY_FRONT;
}

/* What a dot is painted with: nothing, the plain figure, a step of recency, or light. Of two the greater one counts. */
typedef struct Tone {
    uint8_t rank;
    Role role;
    int32_t shade;         /* without colours */
    char letter;
} Tone;

enum { RANK_NONE, RANK_SET_OFF, RANK_PLAIN, RANK_STEP, RANK_LIT = RANK_STEP + RECENCY_COUNT };

/* How a figure is to be looked at. */
typedef struct Painting {
    BodyView view;
    BodyAreas lit;
    Side side;
    const uint8_t *steps;  /* a Recency for each Area, or NULL: plain */
} Painting;

static Tone tone_of(BodyDot dot, const Painting *painting)
{
    if (dot.area == BODY_NO_AREA)
        return (Tone){RANK_NONE, ROLE_GROUND, ' ', ' '};
    if (painting->lit >> dot.area & 1U && (painting->side == SIDE_NONE || dot.side == painting->side))
        return (Tone){RANK_LIT, ROLE_ACCENT, 0x2588, '#'};
    bool is_set_off = set_off[painting->view] >> dot.area & 1U;
    if (!painting->steps)
        return is_set_off ? (Tone){RANK_SET_OFF, ROLE_BODY_DIM, 0x2591, '.'}
                          : (Tone){RANK_PLAIN, ROLE_BODY, 0x2592, ':'};
    const RecencyRow *row = &recency_rows[painting->steps[dot.area]];
    return (Tone){(uint8_t)(RANK_STEP + painting->steps[dot.area]), is_set_off ? row->role_dim : row->role, row->shade,
                  row->letter};
}

/* With few colours what is set off is the same one, dimmed, and greys are none: as a ground both are lost. */
static bool is_lit_edge(const Canvas *canvas, Tone ink, Tone ground)
{
    return ground.rank == RANK_LIT && ink.rank != RANK_LIT && theme_colour(canvas->look, ground.role, true) >= 0;
}

/* Two dots of different tones in one cell. What is lit becomes the ground. */
static void draw_halves(Canvas *canvas, int x, int y, Tone upper, Tone lower)
{
    bool upper_is_ink = lower.rank == RANK_NONE || (upper.rank != RANK_NONE && upper.rank != RANK_LIT);
    Tone ink = upper_is_ink ? upper : lower, ground = upper_is_ink ? lower : upper;
    bool is_two = ink.rank != RANK_NONE && ground.rank != RANK_NONE;
    if (is_two && canvas->look.colours >= 8 && canvas->look.colours < 256 && !is_lit_edge(canvas, ink, ground))
        canvas_put(canvas, x, y, style_of(upper.role), 0x2588, '#');
    else
        canvas_put(canvas, x, y, style_on(ink.role, ground.role), upper_is_ink ? 0x2580 : 0x2584, '#');
}

/* Whether two dots are of one kind, be one set off: too little to part a cell for. */
static bool is_alike(Tone upper, Tone lower)
{
    const int more = MAX_OF(upper.rank, lower.rank), less = MIN_OF(upper.rank, lower.rank);
    return more == less || (less >= RANK_SET_OFF && more <= RANK_PLAIN);
}

static void draw_cell(Canvas *canvas, int x, int y, Tone upper, Tone lower)
{
    Tone more = upper.rank >= lower.rank ? upper : lower, less = upper.rank >= lower.rank ? lower : upper;
    if (more.rank == RANK_NONE)
        return;
    bool halves_differ = !is_alike(upper, lower) && canvas->look.is_utf8;
    bool half_lit = more.rank == RANK_LIT && less.rank == RANK_NONE;
    if (halves_differ && (canvas->look.colours >= 8 || half_lit))
        draw_halves(canvas, x, y, upper, lower);
    else
        canvas_put(canvas, x, y, style_of(more.role), canvas->look.colours >= 8 ? 0x2588 : more.shade, more.letter);
}

int body_rows(int width, int height)
{
    while (height > 0 && body_width(2 * height) > width)
        height--;
    return MAX_OF(height, 0);
}

static Rect draw_figure(Canvas *canvas, Rect rect, const Painting *painting)
{
    int rows = body_rows(rect.width, rect.height);
    if (rows == 0)
        return (Rect){rect.x, rect.y, 0, 0};
    int width = body_width(2 * rows);
    Rect figure = {rect.x + (rect.width - width) / 2, rect.y, width, rows};
    const BodyDot *dots = body_dots(canvas, painting->view, width, 2 * rows);
    for (int y = 0; y < rows; y++) {
        const BodyDot *upper = dots + (size_t)(2 * y) * (size_t)width, *lower = upper + width;
        for (int x = 0; x < width; x++)
            draw_cell(canvas, figure.x + x, figure.y + y, tone_of(upper[x], painting), tone_of(lower[x], painting));
    }
    return figure;
}

Rect body_draw(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, Side side)
{
    return draw_figure(canvas, rect, &(Painting){.view = view, .lit = lit, .side = side});
}

Rect body_draw_steps(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, const uint8_t steps[AREA_COUNT])
{
    return draw_figure(canvas, rect, &(Painting){view, lit, SIDE_NONE, steps});
}
