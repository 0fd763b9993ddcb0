/* SPDX-License-Identifier: MIT */
/* What the player shows of the body: the position of the move, as large as it can be while the person gets into it, and
 * smaller beside the time while it is held; and the figure with the part that is worked. */
#ifndef UI_SCREENS_PLAYER_FIGURE_H
#define UI_SCREENS_PLAYER_FIGURE_H

#include "ui/body/posture.h"
#include "ui/screens/player_layout.h"

typedef struct PlayerFigure {
    bool has_position; /* `posture` is set */
    Posture posture;
    Rect position;      /* without width: not drawn */
    Rect body;          /* likewise */
    bool is_captioned;  /* the position has its title below it */
    Rect words;         /* of the cue, or of the set-up: all its words have room there beside the position */
    bool begins_titled; /* the title is the first of these words */
    int right, below;   /* what follows these words ends before this column, and begins in this row or below it */
} PlayerFigure;

/* `cue` is the cue or set-up, without the title. */
PlayerFigure player_figure(const PlayerLayout *layout, Look look, const Scene *scene, const char *cue);

void player_figure_draw(Canvas *canvas, const PlayerFigure *figure, const Scene *scene);

#endif
