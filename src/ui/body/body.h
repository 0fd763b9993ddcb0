/* SPDX-License-Identifier: MIT */
/* The body map: the figure of a person from the front or the back, rasterised to any size from a table of tapered
 * capsules (body_draw.h draws it). The arrow keys move from area to area. Both views are as in a mirror: the person's
 * left is on the left, where the arrow for the side also points. */
#ifndef UI_BODY_BODY_H
#define UI_BODY_BODY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "routine/names.h"
#include "ui/widgets/canvas.h"

typedef enum LastWorked {
    LAST_WORKED_NEVER,
    LAST_WORKED_LONGER,
    LAST_WORKED_WEEK,
    LAST_WORKED_RECENT,
    LAST_WORKED_COUNT
} LastWorked;

typedef struct LastWorkedRow {
    const char *word;  /* for the legend, such as "this week" */
    const char *brief; /* a shorter word for it */
    Role role;
    int32_t shade; /* a block character, used without colours */
    char letter;   /* used in ASCII */
} LastWorkedRow;

extern const LastWorkedRow last_worked_rows[LAST_WORKED_COUNT];

/* The class for a number of days; also for MODEL_NEVER and MODEL_NOT_KNOWN, which count as never. */
LastWorked last_worked_of(int32_t days);

/* Draws one cell in the colour of a class, for a legend. */
void last_worked_put(Canvas *canvas, int x, int y, LastWorked recency);

typedef enum BodyView { BODY_FRONT, BODY_BACK, BODY_VIEW_COUNT } BodyView;

/* A tapered capsule of the figure, from (x1, y1) with radius r1 to (x2, y2) with radius r2. The figure is 100 high; x
 * counts from its middle, and a capsule off the middle stands on both sides. */
typedef struct BodyShape {
    Area area;
    float x1, y1, r1, x2, y2, r2;
} BodyShape;

const BodyShape *body_shapes_of(BodyView view, size_t *count);

typedef uint32_t BodyAreas; /* a bit for each Area */

enum { BODY_NO_AREA = -1 };

typedef struct BodyDot {
    int8_t area;  /* an Area, or BODY_NO_AREA */
    uint8_t side; /* a Side; SIDE_NONE in the middle column */
} BodyDot;

/* The width in square dots of a figure of that height in dots. Always odd, so that the gap between the legs is in the
 * middle. */
int body_width(int height);

/* Rasterises a view into width * height dots, row by row. The width says how wide a dot is: body_width(height) of them
 * are square, twice as many are half as wide as high. */
void body_raster(BodyView view, int width, int height, BodyDot *dots);

/* A cell has two rows of dots, and two columns where quadrant blocks can be shown, else one. */
enum { BODY_DOTS_DOWN = 2 };
int body_dots_across(Look look);

/* The dots of a figure of that size in cells, cached in the canvas (canvas_memo). Borrowed until something else is
 * drawn. */
const BodyDot *body_dots(Canvas *canvas, BodyView view, Rect figure);

/* The view that shows more of these areas; the front if both show the same. */
BodyView body_view_of(BodyAreas areas);

/* The height in cells of the largest figure that fits into a rectangle of that size in cells. */
int body_rows(int width, int height);

/* Moving over the figures with the arrow keys: the front is on the left and the back on the right, as they are drawn.
 * The figures used for this have a fixed size, so that the same keys lead to the same areas in every window. */

typedef enum BodyWay { BODY_UP, BODY_DOWN, BODY_LEFT, BODY_RIGHT, BODY_WAY_COUNT } BodyWay;

/* A place on the figures: an area in a view, on a side; SIDE_NONE if the area crosses the middle. */
typedef struct BodySpot {
    BodyView view;
    Area area;
    Side side;
} BodySpot;

enum { BODY_GROUND_HEIGHT = 80, BODY_GROUND_WIDTH = 33 }; /* size of each figure, in dots */

/* Both figures, and which areas cross the middle of each. All zero at first; filled when it is first used. */
typedef struct BodyGround {
    bool is_laid;
    BodyDot dots[BODY_VIEW_COUNT][BODY_GROUND_HEIGHT][BODY_GROUND_WIDTH];
    BodyAreas across[BODY_VIEW_COUNT];
} BodyGround;

/* The place where an area is seen best. */
BodySpot body_spot_of(BodyGround *ground, Area area);

/* Moves to the nearest other area in that direction. False, and the area stays, if there is none. */
bool body_walk(BodyGround *ground, BodySpot *spot, BodyWay way);

#endif
