/* SPDX-License-Identifier: MIT */
/* A screen is a row of functions and the size of its own state. It draws from the model and answers keys with a request;
 * it never does anything itself. A page that is only read is a screen too: it has but a function that fills the page.
 * Screens are stacked; overlays (help, about a move) draw over the one below. */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "routine/library.h"
#include "session/advance.h"
#include "settings/settings.h"
#include "ui/widgets/action.h"
#include "ui/widgets/canvas.h"
#include "ui/widgets/page.h"

/* clang-format off */
/* All that a screen can ask for: its name, and who carries it out. app/requests has the functions; a row without one does
 * not compile. */
#define REQUESTS(row)                                                                                                  \
    row(DRAW, draw)                               /* the screen's own state changed */                                 \
    row(SHOW, show)                               /* screen: pushes it */                                              \
    row(OPEN, open_routine_listed)                /* value: index of a routine in the library; shows screen_routine */ \
    row(AGREE, agree)                             /* value: a move of the plan, whose question is answered with yes */ \
    row(DECLINE, decline)                         /* the same with no: makes the plan anew without what asks it */     \
    row(START, start)                             /* the session that is looked at; shows screen_player instead */     \
    row(MINUTES, fit)                             /* value: fit the plan to so many minutes; 0: as it is */            \
    row(CLEAR_EASES, clear_eases)                 /* forget the lowered targets of the plan that is looked at */       \
    row(COMMAND, command)                         /* command, value: to the session */                                 \
    row(ANSWER, answer)                           /* value: ACTION_LIGHTER or ACTION_DEEPER: says how */               \
    row(EDIT, edit)                               /* the routine that is followed, at the move of the moment */        \
    row(NEW, edit_requests_name)                        /* value: 1: a copy of the routine looked at, 0: from nothing */     \
    row(WRITE, edit_requests_write)                     /* text: its title; writes it and pops, or says why not */           \
    row(EDIT_ENTRY, edit_requests_edit_entry)           /* value: index of a routine in the library */                       \
    row(EDIT_MOVE, edit_requests_edit_move)             /* the routine looked at; value: a move of the plan, or -1 */        \
    row(EDIT_SHARED, edit_requests_edit_shared)         /* value: index in model.moves */                                    \
    row(REMOVE, remove_file_entry)                    /* value: index of a routine in the library: its file is put aside */\
    row(REMOVE_SHARED, remove_file_shared)            /* value: index in model.moves; says where it stands */              \
    row(UNDO, remove_file_undo_last)                  /* brings back the file that was put aside last */                   \
    row(REPAIR, edit_requests_repair)                   /* the file that was left wrong, again */                            \
    row(KEEP_TEXT, edit_requests_keep)                  /* as it is */                                                       \
    row(THROW_AWAY, edit_requests_throw_away)           /* back to what was before */                                        \
    row(SOUND, sound)                             /* bell on or off */                                                 \
    row(ABOUT, about)                             /* value: a move of the plan, or -1 for the session's own */         \
    row(LIBRARY, open_routine_library)            /* reads all shared moves and shows screen_library */                \
    row(OPEN_MOVE, open_routine_move)             /* value: index in model.moves; opens it as a routine of one move */ \
    row(SWAPS, swap_offer)                        /* value: a move of the plan; fills model.swaps, shows screen_swap */\
    row(SWAP, swap_take)                          /* value: index in model.swaps; makes the plan anew and pops */      \
    row(KEEP_SWAPS, save_swaps_keep)               /* what is swapped in the plan goes into the files of its routines */\
    row(COMPOSE, open_routine_composed)           /* value: an Area; puts a routine together for the chips, opens it */\
    row(PLACE, preferences_place)                 /* value: a Place, put into the settings or taken out */             \
    row(TOOL, preferences_tool)                   /* value: index in model.tools, likewise; or MODEL_NO_TOOL */        \
    row(HEALTH, preferences_health)               /* value: a Health, likewise */                                      \
    row(HAVE_MINUTES, preferences_minutes)        /* value: minutes there are; 0: any */                               \
    row(FIRST, preferences_first)                 /* value: a FirstSide */                                             \
    row(THEME, preferences_theme)                 /* value: a ThemeChoice */                                           \
    row(EDIT_SETTINGS, preferences_edit)          /* config.yaml in the editor */                                      \
    row(GO_ON, resume_go_on)                      /* with the session that was left */                                 \
    row(END_HERE, resume_end_here)                /* it is over: what was done stays in the history */                 \
    row(DISCARD, resume_discard)                  /* it goes, with what was done in it */                              \
    row(START_ANOTHER, resume_start_another)      /* ends it so, and starts what is looked at */                       \
    row(BACK, back)                               /* pops this screen; then its when_left */                           \
    row(PUT_AWAY, put_away)                       /* nobody looks at a plan or session any more */                     \
    row(ADVISE, advise)                           /* the advice of the first start, where it was not read yet */       \
    row(ADVICE_READ, advice_read)                 /* it was: never again */                                            \
    row(REDRAW, redraw)                           /* the whole terminal anew */                                        \
    row(QUIT, quit)

#define REQUEST_NAME(name, handler) REQUEST_##name,
typedef enum RequestKind { REQUEST_NONE, REQUESTS(REQUEST_NAME) REQUEST_COUNT } RequestKind;
#undef REQUEST_NAME
/* clang-format on */

typedef struct Screen Screen;

typedef struct Request {
    RequestKind kind;
    SessionCommand command;
    int32_t value;
    const char *text; /* borrowed from the screen's state */
    const Screen *screen;
} Request;

typedef struct ModelLeft { /* a session that was left, for the offer and home; title NULL: none */
    const char *title;
    const char *sentence; /* "You left Calf Care at 4:12 of 13:10 (Calf strip, left), today at 14:32." */
    const char *when;     /* "today at 14:32", "3 days ago" */
    int32_t at_s, total_s;
    bool has_done; /* something was held in it */
} ModelLeft;

/* Days since something was worked. */
enum { MODEL_NEVER = -1, MODEL_NOT_KNOWN = -2 };

/* A file that is not right after it was edited; entry NULL: none. */
typedef struct ModelBrokenFile {
    const LibraryEntry *entry;
    bool is_new;      /* thrown away it is gone; else it is as it was before */
    bool is_copy;     /* then one that came with knead is there again */
    bool is_followed; /* a session is paused, and goes on as it was */
} ModelBrokenFile;

typedef struct ModelTool {
    const char *name;
    int32_t uses; /* needs of the routines read so far that it is good for */
} ModelTool;

enum { MODEL_NO_TOOL = -1 }; /* in the place of an index among them: there are none at hand */

typedef struct ModelTools {
    const ModelTool *items; /* sorted by name */
    size_t count;
} ModelTools;

/* A shared move, for the library and for swapping. */
typedef struct ModelMove {
    const char *id;
    const Move *move;
    bool is_mine;
    bool is_named; /* swapping: it stands in the move's own `instead` */
} ModelMove;

/* What keys turn on and off, kept by app/ from one key to the next. */
typedef struct ModelSwitches {
    bool sound; /* the bell */
} ModelSwitches;

/* All that screens may look at, and nothing that they may change. app/ fills it before each key and each drawing. */
typedef struct Model {
    int width, height; /* of the screen, for keys that depend on where things are (the mouse) */
    bool is_ascii;     /* it has no half blocks: a list stands in the place of the figure */
    KeyMap map;        /* of the screen below the one that is being entered; for the help */
    const Library *library;
    const LibraryEntry *entry; /* the routine that is looked at; NULL in a list */
    const Plan *plan;          /* of what is looked at or followed; NULL where none */
    const Session *session;    /* NULL where none runs */
    const char *plan_problem;  /* why there is no plan: cannot fit, ... */
    TextList agreed;           /* questions of its moves that were answered with yes */
    int32_t minutes;           /* the plan is fitted to; 0: as it is */
    ModelLeft left;
    const Settings *settings;                     /* never NULL */
    const char *settings_path, *settings_problem; /* the first problem of the file, or NULL */
    ModelTools tools;                             /* every one that some routine or the settings name */
    const int32_t *area_days;                     /* by Area, or MODEL_NEVER; NULL: not known */
    const int32_t *entry_days;                    /* by index in the library, likewise; NULL: not known */
    const ModelMove *moves;                       /* all shared moves, sorted by id; NULL until they were asked for */
    size_t move_count;
    const ModelMove *swaps; /* what may take the place of the move that is looked at, best first */
    size_t swap_count;
    int32_t looked_at;           /* index of the move that is looked at in the plan; -1: the session's own */
    const char *copied;          /* naming a new routine: the title of the one it is a copy of, NULL: of none */
    const char *new_file_folder; /* where it will be; NULL: nobody says where */
    ModelBrokenFile broken_file;
    int64_t clock_s;          /* local time of day in seconds, for "ends at" */
    const char *notice;       /* one line to tell, or NULL */
    uint64_t notice_number;   /* another one each time that it was set */
    const char *paused_note;  /* while paused: why and how long, "asleep for 12 min"; NULL: by key */
    const char *answer;       /* lighter, deeper or ease off: text in answer to the last key; NULL: none */
    const char *answer_title; /* "Lighter", "Deeper", "Ease off" */
    ModelSwitches switches;
    bool has_bell;     /* false with --mute and --quiet: no key turns it on */
    bool calls;        /* --quiet: the screen itself calls at a change */
    bool is_rehearsal; /* --speed above 1: nothing is kept */
    int32_t speed;
    bool can_undo; /* a routine was taken away in this run */
    bool can_record;
    const char *done_note; /* after: what became of the records, or NULL */
} Model;

/* What became of things that are known by their index: for each old index the new one, for a thing that has gone that of
 * its neighbour. NULL where all is where it was. */
typedef struct ScreenChange {
    const size_t *entries, *moves, *tools; /* of the library, model.moves, model.tools */
    const Plan *plan;                      /* the one before, where model.plan is another */
} ScreenChange;

/* A page that is only read: what it is filled for, and what is said of it besides its blocks. */
typedef struct ReadingPage {
    const Model *model;
    KeyMap below;  /* keys of the screen that it was opened on */
    bool is_tight; /* it does not fit with blank lines that can go */

    Text title, words, right; /* of its header; an overlay has but a title */
    Role role;                /* of the title; ROLE_ACCENT where nothing is said */
    size_t second;            /* the first block of a second column, where there is room for two; 0: there is none */
    bool is_centred;          /* in the middle of the window, not at its top */
} ReadingPage;

struct Screen {
    const char *name;
    KeyMap map;
    bool is_overlay;       /* drawn over the screen below it */
    bool takes_clicks;     /* else the terminal may mark text with them */
    Action opened_by;      /* the key that shows it, and closes it where it is an overlay; ACTION_NONE: there is none */
    RequestKind when_left; /* what follows once a key has led back from it; REQUEST_NONE: nothing */
    void (*fill)(Page *page, ReadingPage *reading); /* of a page that is only read: then it has no draw and no state */

    size_t state_size;                              /* zeroed before enter */
    void (*enter)(void *state, const Model *model); /* may be NULL */
    /* What a key asks for; REQUEST_NONE: nothing of its own. screens_key knows what it means on every screen. May be
     * NULL. */
    Request (*key)(void *state, const Model *model, Action action, int32_t key);
    bool (*takes_text)(const void *state); /* a text is being typed: keys come raw; may be NULL */
    void (*draw)(const void *state, const Model *model, Canvas *canvas);
    void (*follow)(void *state, const Model *model, const ScreenChange *change); /* files changed; may be NULL */
};

/* clang-format off */
#define SCREENS(row)                                                                                                   \
    row(home) row(library) row(routine) row(resume) row(another) row(player) row(after) row(help) row(about)           \
    row(swap) row(settings) row(safety) row(safety_notice) row(new_routine) row(file_problems)
#define SCREEN_DECLARED(name) extern const Screen screen_##name;
SCREENS(SCREEN_DECLARED)
#undef SCREEN_DECLARED
/* clang-format on */

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

/* Looks the key up in the top screen's map and gives it what it means. What the screen has no answer to means the same on
 * all: out, back, the screens that keys open. */
Request screens_key(ScreenStack *stack, const Model *model, int32_t key);

/* Tells every screen what has changed in the model, so that each stays where it is. */
void screens_follow(ScreenStack *stack, const Model *model, const ScreenChange *change);

/* Draws what is to be seen: the topmost full screen and the overlays above it. */
void screens_draw(const ScreenStack *stack, const Model *model, Canvas *canvas);

#endif
