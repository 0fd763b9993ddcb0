/* SPDX-License-Identifier: MIT */
/* The figure of a person, front or back, rasterised from a table of capsules to any size and drawn in half blocks, each
 * part as long ago as it was worked; and the ways over it. Both views are as in a mirror: the person's left is on the
 * left, where the arrow of the side points too. */
#ifndef UI_BODY_BODY_H
#define UI_BODY_BODY_H

#include <stdbool.h>
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
    const char *word;    /* for the legend; the step before it in time says from where on */
    const char *brief;   /* the same where there is little room */
    Role role, role_dim; /* _dim: set off from a neighbour of the same step */
    int32_t shade;       /* without colours */
    char letter;         /* in ASCII */
} LastWorkedRow;

extern const LastWorkedRow last_worked_rows[LAST_WORKED_COUNT];

/* Of days, or MODEL_NEVER or MODEL_NOT_KNOWN. */
LastWorked last_worked_of(int32_t days);

/* One cell of it. */
void last_worked_put(Canvas *canvas, int x, int y, LastWorked recency);

typedef enum BodyView { BODY_FRONT, BODY_BACK, BODY_VIEW_COUNT } BodyView;

typedef uint32_t BodyAreas; /* a bit for each Area */

enum { BODY_NO_AREA = -1 };

typedef struct BodyDot {
    int8_t area;  /* an Area, or BODY_NO_AREA */
    uint8_t side; /* a Side; SIDE_NONE in the middle column */
} BodyDot;

/* Columns that a figure of so many dots in height takes; always odd, so that the legs part in the middle. */
int body_width(int height);

/* Fills width * height dots, row by row. Dots are square: two rows of them make one row of cells. */
void body_raster(BodyView view, int width, int height, BodyDot *dots);

/* The same, worked out once for a canvas; borrowed until something else is drawn. */
const BodyDot *body_dots(Canvas *canvas, BodyView view, int width, int height);

/* The view in which these areas show more of themselves; the front where it makes no difference. */
BodyView body_view_of(BodyAreas areas);

/* Rows of cells that the largest figure in such a rectangle takes. */
int body_rows(int width, int height);

/* Draws the figure as large as the rectangle allows, at its top, in the middle; what is lit is marked on that side, or
 * on both for SIDE_NONE. Returns the rectangle that it took. */
Rect body_draw(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, Side side);

/* The same with every area painted as long ago as it was worked; `steps` is a LastWorked for each. */
Rect body_draw_steps(Canvas *canvas, Rect rect, BodyView view, BodyAreas lit, const uint8_t steps[AREA_COUNT]);

/* Walking over the figures with the arrows: front on the left, back on the right of it, as they are drawn. It does not
 * depend on the window, so that hands can learn the ways. */

typedef enum BodyWay { BODY_UP, BODY_DOWN, BODY_LEFT, BODY_RIGHT, BODY_WAY_COUNT } BodyWay;

/* An area where it shows; SIDE_NONE for one across the middle. */
typedef struct BodySpot {
    BodyView view;
    Area area;
    Side side;
} BodySpot;

enum { BODY_GROUND_HEIGHT = 80, BODY_GROUND_WIDTH = 33 }; /* of each figure that is walked over, in dots */

/* Both figures, side by side, and which areas reach across the middle of each. Zeroed it is laid when first walked on. */
typedef struct BodyGround {
    bool is_laid;
    BodyDot dots[BODY_VIEW_COUNT][BODY_GROUND_HEIGHT][BODY_GROUND_WIDTH];
    BodyAreas across[BODY_VIEW_COUNT];
} BodyGround;

/* Where an area shows best. */
BodySpot body_spot_of(BodyGround *ground, Area area);

/* Goes to the nearest other area in that direction; false, and nothing has changed, where the figures end. */
bool body_walk(BodyGround *ground, BodySpot *spot, BodyWay way);

/* The middle of a spot, in dots of a figure of that size; false where it does not show. */
bool body_walk_middle(const BodyDot *dots, BodySpot spot, int width, int height, int *x, int *y);

#endif
