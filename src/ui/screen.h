/* SPDX-License-Identifier: MIT */
/* A screen is a table of functions and the size of its own state. It draws from the model and answers keys with a
 * request; it never does anything itself. Screens are stacked; overlays (help, about a move) draw over the one
 * below. */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "session/advance.h"
#include "ui/screen_model.h"
#include "ui/widgets/action.h"
#include "ui/widgets/canvas.h"

typedef enum RequestKind {
    REQUEST_NONE,        /* nothing changed */
    REQUEST_DRAW,        /* the screen's own state changed */
    REQUEST_OPEN,        /* value: index of a routine in the library; app pushes screen_routine */
    REQUEST_AGREE,       /* value: a move of the plan, whose question is answered with yes */
    REQUEST_DECLINE,     /* the same with no: app makes the plan anew without the moves that ask it */
    REQUEST_START,       /* the session that is looked at; app replaces the screen by screen_player */
    REQUEST_MINUTES,     /* value: fit the plan to so many minutes; 0: as it is */
    REQUEST_CLEAR_EASES, /* forget the lowered targets of the plan that is looked at */
    REQUEST_COMMAND,     /* command, value: to the session */
    REQUEST_ANSWER,      /* value: ACTION_LIGHTER or ACTION_DEEPER: show how */
    REQUEST_EDIT,        /* the routine that is followed, at the move of the moment */
    REQUEST_NEW,        /* value: 1: a copy of the routine that is looked at, 0: from nothing; app pushes screen_name */
    REQUEST_WRITE,      /* text: its title; app writes it and pops, or says why not */
    REQUEST_EDIT_ENTRY, /* value: index of a routine in the library */
    REQUEST_EDIT_MOVE,  /* the routine that is looked at; value: a move of the plan, -1: none in particular */
    REQUEST_EDIT_SHARED,   /* value: index in model.moves */
    REQUEST_REMOVE,        /* value: index of a routine in the library: its file is put aside */
    REQUEST_REMOVE_SHARED, /* value: index in model.moves; app says where it stands */
    REQUEST_UNDO,          /* brings back the file that was put aside last */
    REQUEST_REPAIR,        /* the file that was left wrong, again */
    REQUEST_KEEP_TEXT,     /* as it is */
    REQUEST_THROW_AWAY,    /* back to what was before */
    REQUEST_SOUND,         /* bell on or off */
    REQUEST_HELP,          /* app pushes screen_help */
    REQUEST_ABOUT,         /* value: a move of the plan, or -1 for the session's own; app pushes screen_about */
    REQUEST_LIBRARY,       /* app reads all shared moves and pushes screen_library */
    REQUEST_OPEN_MOVE,     /* value: index in model.moves; app opens it as a routine of one move */
    REQUEST_SWAPS,         /* value: a move of the plan; app fills model.swaps and pushes screen_swap */
    REQUEST_SWAP,          /* value: index in model.swaps; app makes the plan anew and pops */
    REQUEST_KEEP_SWAPS,    /* what is swapped in the plan goes into the files of its routines */
    REQUEST_COMPOSE,       /* value: an Area; app puts a routine together for the chips and opens it */
    REQUEST_SETTINGS,      /* app pushes screen_settings */
    REQUEST_SAFETY,        /* app pushes screen_safety */
    REQUEST_PLACE,         /* value: a Place, put into the settings or taken out */
    REQUEST_TOOL,          /* value: index in model.tools, likewise; MODEL_NO_TOOL: that there are none */
    REQUEST_HEALTH,        /* value: a Health, likewise */
    REQUEST_HAVE_MINUTES,  /* value: minutes there are; 0: any */
    REQUEST_FIRST,         /* value: a FirstSide */
    REQUEST_THEME,         /* value: a ThemeChoice */
    REQUEST_EDIT_SETTINGS, /* config.yaml in the editor */
    REQUEST_GO_ON,         /* with the session that was left */
    REQUEST_END_HERE,      /* it is over: what was done stays in the history */
    REQUEST_DISCARD,       /* it goes, with what was done in it */
    REQUEST_START_ANOTHER, /* ends it so, and starts what is looked at; app asked for it by screen_another */
    REQUEST_BACK,          /* pop this screen */
    REQUEST_REDRAW,        /* the whole terminal anew */
    REQUEST_QUIT
} RequestKind;

typedef struct Request {
    RequestKind kind;
    SessionCommand command;
    int32_t value;
    const char *text; /* borrowed from the screen's state */
} Request;

/* What became of things that are known by their index: for each old index the new one, for a thing that has gone that of
 * its neighbour. NULL where all is where it was. */
typedef struct ScreenChange {
    const size_t *entries, *moves, *tools; /* of the library, model.moves, model.tools */
    const Plan *plan;                      /* the one before, where model.plan is another */
} ScreenChange;

typedef struct Screen {
    const char *name;
    KeyMap map;
    size_t state_size;                              /* zeroed before enter */
    bool is_overlay;                                /* drawn over the screen below it */
    void (*enter)(void *state, const Model *model); /* may be NULL */
    Request (*key)(void *state, const Model *model, Action action, int32_t key);
    bool (*takes_text)(const void *state); /* a text is being typed: keys come raw; may be NULL */
    void (*draw)(const void *state, const Model *model, Canvas *canvas);
    void (*follow)(void *state, const Model *model, const ScreenChange *change); /* files changed; may be NULL */
} Screen;

extern const Screen screen_home, screen_library, screen_routine, screen_resume, screen_another, screen_player,
    screen_after, screen_help, screen_about, screen_swap, screen_settings, screen_safety, screen_safety_notice,
    screen_name, screen_repair;

enum { SCREEN_DEPTH = 8 };

typedef struct ScreenStack {
    const Screen *screens[SCREEN_DEPTH];
    void *states[SCREEN_DEPTH]; /* owned */
    int count;
} ScreenStack;

void screens_push(ScreenStack *stack, const Screen *screen, const Model *model);
void screens_pop(ScreenStack *stack);
void screens_release(ScreenStack *stack);
const Screen *screens_top(const ScreenStack *stack); /* NULL where empty */

/* Looks the key up in the top screen's map and gives it what it means. */
Request screens_key(ScreenStack *stack, const Model *model, int32_t key);

/* Tells every screen what has changed in the model, so that each stays where it is. */
void screens_follow(ScreenStack *stack, const Model *model, const ScreenChange *change);

/* Draws what is to be seen: the topmost full screen and the overlays above it. */
void screens_draw(const ScreenStack *stack, const Model *model, Canvas *canvas);

#endif
