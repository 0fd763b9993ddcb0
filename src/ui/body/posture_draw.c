/* SPDX-License-Identifier: MIT */
#include "ui/body/posture_draw.h"

#include <math.h>
#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "ui/body/dots.h"

/* A cell is taken in so many places across and down, which makes them square. A dot has what most of its places
 * have. */
enum { ACROSS = 4, DOWN = 8, DOT_DOWN = DOWN / BODY_DOTS_DOWN };

/* Of someone upright only a part is shown where there are no more rows than this. */
enum { CROPPED_ROWS = 24 };

/* The picture, place by place. */
typedef struct Raster {
    uint8_t *tones; /* a PostureTone each */
    int width, height;
    int dot_across;
    float scale; /* places for a hundredth of a person's height */
    float left;  /* where the picture starts */
    int ground;  /* the row below what is at the height `bottom` */
    float bottom;
} Raster;

static const DotTone tone_rows[POSTURE_TONE_COUNT] = {
    [POSTURE_NOTHING] = {0, ROLE_GROUND, ' ', ' ', false, false},
    [POSTURE_FAR] = {2, ROLE_POSTURE_FAR, 0x2591, '.', false, false},
    [POSTURE_PROP] = {1, ROLE_PROP, 0x2591, '.', false, false},
    [POSTURE_BODY] = {3, ROLE_POSTURE, 0x2592, ':', false, false},
    [POSTURE_HAIR] = {2, ROLE_POSTURE_FAR, 0x2591, '.', false, false},
    [POSTURE_LEG] = {4, ROLE_POSTURE_LEG, 0x2593, '+', false, false},
    [POSTURE_ARM] = {5, ROLE_POSTURE_ARM, 0x2593, '+', false, false},
    [POSTURE_LIT] = {6, ROLE_POSTURE_LIT, 0x2593, '#', false, false},
    [POSTURE_TOOL] = {7, ROLE_ACCENT, 0x2588, '@', true, true},
};

/* What is thinner would fall between dots: the radius of limbs, in places. */
static const float thinnest = 1.7F;

/* Paints the places of a row whose middle is in the capsule. */
static void paint_row(const Raster *raster, const PostureShape *shape, int row, int first, int last)
{
    const float dx = shape->x2 - shape->x1, dy = shape->y2 - shape->y1, square = dx * dx + dy * dy;
    const float y = (float)row + 0.5F - shape->y1;
    uint8_t *tones = raster->tones + row * raster->width;
    for (int column = first; column <= last; column++) {
        const float x = (float)column + 0.5F - shape->x1;
        const float along = square > 0 ? fmaxf(0, fminf(1, (x * dx + y * dy) / square)) : 0;
        const float off_x = x - along * dx, off_y = y - along * dy;
        const float radius = shape->r1 + along * (shape->r2 - shape->r1);
        if (off_x * off_x + off_y * off_y <= radius * radius)
            tones[column] = (uint8_t)shape->tone;
    }
}

static int within(float place, int most)
{
    return place <= 0 ? 0 : place >= (float)most ? most : (int)place;
}

static void paint_capsule(const Raster *raster, const PostureShape *shape)
{
    const int top = within(fminf(shape->y1 - shape->r1, shape->y2 - shape->r2), raster->height);
    const int bottom = within(fmaxf(shape->y1 + shape->r1, shape->y2 + shape->r2) + 1, raster->height);
    const int first = within(fminf(shape->x1 - shape->r1, shape->x2 - shape->r2), raster->width);
    const int last = within(fmaxf(shape->x1 + shape->r1, shape->x2 + shape->r2) + 1, raster->width);
    for (int row = top; row < bottom; row++)
        paint_row(raster, shape, row, first, last - 1);
}

/* Boxes begin and end with a dot, so that their edges are clear, and are as thick wherever they are. The edge towards
 * the middle of the picture is where it belongs: there a body or a ball touches it. */
static void snap(float from, float to, int dot, int most, bool is_end_kept, int *first, int *last)
{
    const float side = (float)dot;
    const int size = dot * MAX_OF(1, (int)roundf((to - from) / side)),
              start = is_end_kept ? (int)roundf(to / side) * dot - size : (int)roundf(from / side) * dot;
    *first = within((float)start, most - dot);
    *last = MAX_OF(*first + dot, MIN_OF(most, start + size));
}

static void paint_box(const Raster *raster, const PostureShape *shape)
{
    if (fmaxf(shape->y1, shape->y2) <= 0 || fminf(shape->y1, shape->y2) >= (float)raster->height)
        return;
    int top = 0, bottom = 0, first = 0, last = 0;
    snap(fminf(shape->y1, shape->y2), fmaxf(shape->y1, shape->y2), DOT_DOWN, raster->height, false, &top, &bottom);
    snap(shape->x1, shape->x2, raster->dot_across, raster->width, shape->x2 < (float)raster->width / 2, &first, &last);
    for (int row = top; row < bottom; row++) {
        for (int column = first; column < last; column++)
            raster->tones[row * raster->width + column] = (uint8_t)shape->tone;
    }
}

/* Where a ball of `size` places, somewhat larger than the one that it stands for, begins: it still touches what holds
 * it, and the body gives way. Its edges are those of dots. */
static int ball_start(float middle, float radius, float held, int size, int dot)
{
    const float grown = radius - (float)size / 2, middle_drawn = middle + grown * held;
    return (int)roundf((middle_drawn - (float)size / 2) / (float)dot) * dot;
}

/* What is smaller lies under a foot or in a hand, which more dots than it has would hide. */
static const float small_radius = 2.3F;

/* A ball is made of whole dots, so that it is round and whole wherever it is: three at least, or two where they would
 * hide what is worked. A small one may be a single dot. */
static void paint_ball(const Raster *raster, const PostureShape *shape, int ground)
{
    const float dots = 2 * shape->r1 / DOT_DOWN;
    const int least = shape->r1 < small_radius * raster->scale ? (dots < 1.15F ? 1 : 2) : dots < 1.4F ? 2 : 3;
    const int size = DOT_DOWN * MAX_OF(least, (int)ceilf(dots - 0.2F)), dot = raster->dot_across;
    const bool is_aside = fabsf(shape->held_x) > fabsf(shape->held_y);
    const float held_x = is_aside ? copysignf(1, shape->held_x) : 0;
    const float held_y = is_aside || shape->held_y == 0 ? 0 : copysignf(1, -shape->held_y);
    const int left = ball_start(shape->x1, shape->r1, held_x, size, dot);
    const int top = MIN_OF(ground - size, ball_start(shape->y1, shape->r1, held_y, size, DOT_DOWN));
    for (int row = MAX_OF(0, top); row < MIN_OF(raster->height, top + size); row++) {
        for (int column = MAX_OF(0, left); column < MIN_OF(raster->width, left + size); column++) {
            /* Of the dot, the middle decides. */
            const int x = 2 * ((column - left) / dot * dot) + dot - size,
                      y = 2 * ((row - top) / DOT_DOWN * DOT_DOWN) + DOT_DOWN - size;
            if (x * x + y * y <= size * size)
                raster->tones[row * raster->width + column] = (uint8_t)shape->tone;
        }
    }
}

static void paint(const Raster *raster, const PostureShape *shape)
{
    PostureShape scaled = *shape;
    scaled.x1 = (shape->x1 - raster->left) * raster->scale;
    scaled.x2 = (shape->x2 - raster->left) * raster->scale;
    scaled.y1 = (float)raster->ground - (shape->y1 - raster->bottom) * raster->scale;
    scaled.y2 = (float)raster->ground - (shape->y2 - raster->bottom) * raster->scale;
    scaled.r1 = shape->r1 * raster->scale;
    scaled.r2 = shape->r2 * raster->scale;
    if (shape->is_box) {
        paint_box(raster, &scaled);
    } else if (shape->tone == POSTURE_TOOL) {
        paint_ball(raster, &scaled, raster->ground);
    } else {
        scaled.r1 = fmaxf(thinnest, scaled.r1);
        scaled.r2 = fmaxf(thinnest, scaled.r2);
        paint_capsule(raster, &scaled);
    }
}

/* Of the places of a dot at least half must be filled; then it has the tone of most. */
static const DotTone *dot_at(const Raster *raster, int x, int y)
{
    int counts[POSTURE_TONE_COUNT] = {0};
    for (int row = y * DOT_DOWN; row < (y + 1) * DOT_DOWN; row++) {
        for (int column = x * raster->dot_across; column < (x + 1) * raster->dot_across; column++)
            counts[raster->tones[row * raster->width + column]]++;
    }
    if (2 * counts[POSTURE_NOTHING] > DOT_DOWN * raster->dot_across)
        return &tone_rows[POSTURE_NOTHING];
    int most = POSTURE_NOTHING + 1;
    for (int tone = most; tone < POSTURE_TONE_COUNT; tone++)
        most = counts[tone] >= counts[most] ? tone : most;
    return &tone_rows[most];
}

/* A picture for the left is read from right to left, so that both are the same. */
static void draw_cells(Canvas *canvas, Rect place, const Raster *raster, bool is_mirrored)
{
    const int across = ACROSS / raster->dot_across, dots = place.width * across;
    for (int y = 0; y < place.height; y++) {
        for (int x = 0; x < place.width; x++) {
            const DotTone *cell[CELL_DOTS];
            for (int i = 0; i < CELL_DOTS; i++) {
                const int column = x * across + (i % 2 == 0 ? 0 : across - 1);
                cell[i] = dot_at(raster, is_mirrored ? dots - 1 - column : column, y * BODY_DOTS_DOWN + i / 2);
            }
            if (canvas->look.colours < 8)
                dots_put_shade(canvas, place.x + x, place.y + y, cell);
            else
                dots_put(canvas, place.x + x, place.y + y, cell, false);
        }
    }
}

/* What is shown in so many rows: of someone upright only what matters, with a part of the thighs below or the hips
 * above. Its bottom is 0 where the floor is shown. */
static PostureFrame frame_in(const PostureShapes *shapes, const Posture *posture, int rows)
{
    const float upright = 70, standing = 45, desk_high = 62, pelvis = (float)posture->from->pelvis_y / 10;
    const float hips = posture->tool_at.part == PART_SOLE ? pelvis + 6 : pelvis; /* they follow a foot a little */
    const PostureFrame *focus = &shapes->focus;
    PostureFrame frame = shapes->frame;
    frame.bottom = 0;
    if (rows > CROPPED_ROWS || frame.top < upright || focus->left > focus->right)
        return frame;
    if (focus->bottom > 0.75F * pelvis)
        frame.bottom = 0.6F * pelvis;
    else if (pelvis > standing && posture->tool && focus->top <= hips)
        frame.top = desk_high;
    return frame;
}

PostureSize posture_draw_size(const Posture *posture)
{
    PostureShapes shapes;
    posture_shapes(posture, &shapes);
    const PostureFrame frame = frame_in(&shapes, posture, POSTURE_ROWS_LEAST);
    return (PostureSize){frame.right - frame.left, frame.top - frame.bottom};
}

/* The floor has the last row of cells for itself, so that its colour does not meet that of what stands on it. */
static int floor_rows(const PostureFrame *frame)
{
    return frame->bottom > 0 ? 0 : 1;
}

static float scale_of(const PostureFrame *frame, Rect rect)
{
    const float wide = (float)(ACROSS * rect.width) / (frame->right - frame->left);
    return fminf(wide, (float)(DOWN * (rect.height - floor_rows(frame))) / (frame->top - frame->bottom));
}

Rect posture_draw(Canvas *canvas, Rect rect, const Posture *posture)
{
    if (!canvas->look.is_utf8 || rect.width < POSTURE_WIDTH_LEAST || rect.height < POSTURE_ROWS_LEAST)
        return (Rect){rect.x, rect.y, 0, 0};
    PostureShapes shapes;
    Posture right = *posture;
    right.side = posture->side == SIDE_NONE ? SIDE_NONE : SIDE_RIGHT;
    posture_shapes(&right, &shapes);
    const PostureFrame frame = frame_in(&shapes, posture, rect.height);
    const float scale = scale_of(&frame, rect), width = frame.right - frame.left;
    const int columns = MIN_OF(rect.width, (int)ceilf(width * scale / ACROSS - 0.01F));
    const int rows = MIN_OF(rect.height,
                            (int)ceilf((frame.top - frame.bottom) * scale / DOWN - 0.01F) + floor_rows(&frame));
    const Rect place = {rect.x + (rect.width - columns) / 2, rect.y, columns, rows};
    Raster raster = {.width = ACROSS * columns,
                     .height = DOWN * rows,
                     .dot_across = ACROSS / body_dots_across(canvas->look),
                     .scale = scale,
                     .bottom = frame.bottom,
                     .ground = DOWN * (rows - floor_rows(&frame)),
                     .left = (frame.left + frame.right) / 2 - (float)(ACROSS * columns) / 2 / scale};
    raster.tones = memory_new((size_t)raster.width * (size_t)raster.height);
    for (int i = 0; i < shapes.count; i++)
        paint(&raster, &shapes.shapes[i]);
    draw_cells(canvas, place, &raster, posture->side == SIDE_LEFT);
    free(raster.tones);
    return place;
}
