/* SPDX-License-Identifier: MIT */
/* A question in a box, and below it the ways on: each has its key, and one is marked, for Enter. For the screens that
 * ask something. */
#ifndef UI_SCREENS_WAYS_H
#define UI_SCREENS_WAYS_H

#include "ui/screen.h"
#include "ui/widgets/footer.h"

typedef struct Way {
    Action action;
    RequestKind request;
    int32_t value;            /* of the request */
    const char *text, *brief; /* brief: in a small window; NULL: the same */
} Way;

typedef struct Ways {
    const char *title; /* of the box */
    const Way *items;
    int count;
    KeyMap map;
    int text_rows; /* that the question keeps where there is no room for a box */
} Ways;

/* The way that a key chooses, the marked one for Enter; -1: none. */
int ways_find(const Ways *ways, int marked, Action action);

Request ways_request(const Ways *ways, int way);

/* Draws the box with the question in it, and the footer without `hidden`. Returns the room for the ways. */
Rect ways_draw_box(const Ways *ways, const Page *question, ActionSet hidden, const Model *model, Canvas *canvas);

/* Draws them, and then what the model tells. */
void ways_draw(const Ways *ways, int marked, Rect room, const Model *model, Canvas *canvas);

#endif
