/* SPDX-License-Identifier: MIT */
/* All that screens may look at, and nothing that they may change. app/ fills it before each key and each drawing. */
#ifndef UI_SCREEN_MODEL_H
#define UI_SCREEN_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/library.h"
#include "session/plan.h"
#include "session/session.h"
#include "settings/settings.h"
#include "ui/widgets/action.h"

typedef struct ModelLeft {            /* a session that was left, for the offer and home; title NULL: none */
    const char *title, *where, *when; /* when: "today at 14:32", "3 days ago" */
    int32_t at_s, total_s;
    bool has_done; /* something was held in it */
} ModelLeft;

/* Days since something was worked. */
enum { MODEL_NEVER = -1, MODEL_NOT_KNOWN = -2 };

/* A file that is not right after it was edited; entry NULL: none. */
typedef struct ModelRepair {
    const LibraryEntry *entry;
    bool is_new;      /* thrown away it is gone; else it is as it was before */
    bool is_copy;     /* then one that came with knead is there again */
    bool is_followed; /* a session is paused, and goes on as it was */
} ModelRepair;

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
    ModelRepair mend;
    int64_t clock_s;          /* local time of day in seconds, for "ends at" */
    const char *notice;       /* one line to tell, or NULL */
    uint64_t notice_number;   /* another one each time that it was set */
    const char *paused_note;  /* while paused: why and how long, "asleep for 12 min"; NULL: by key */
    const char *answer;       /* lighter, deeper or ease off: text in answer to the last key; NULL: none */
    const char *answer_title; /* "Lighter", "Deeper", "Ease off" */
    bool sound_on;            /* the bell */
    bool has_bell;            /* false with --mute and --quiet: no key turns it on */
    bool calls;               /* --quiet: the screen itself calls at a change */
    bool is_rehearsal;        /* --speed above 1: nothing is kept */
    int32_t speed;
    bool can_undo; /* a routine was taken away in this run */
    bool can_record;
    const char *done_note; /* after: what became of the records, or NULL */
} Model;

#endif
