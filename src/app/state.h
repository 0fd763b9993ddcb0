/* SPDX-License-Identifier: MIT */
/* What the app holds, for the files that it is made of; everybody else sees app.h. */
#ifndef APP_STATE_H
#define APP_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/active_session.h"
#include "app/edit_file.h"
#include "app/effects.h"
#include "app/library_view.h"
#include "app/selection.h"
#include "app/shared_moves.h"
#include "platform/watch.h"
#include "settings/settings.h"
#include "store/lowered_target.h"
#include "store/session_writer.h"
#include "store/store.h"
#include "store/unfinished.h"
#include "ui/screen.h"

/* How to make it lighter or deeper, said until the next step or for a while. */
typedef struct Answer {
    const char *title, *text; /* NULL: none; borrowed from the plan */
    int64_t until_ms;         /* of the time worked */
} Answer;

/* What the editor is asked for. */
typedef enum EditorTask { EDITOR_IDLE, EDITOR_SETTINGS, EDITOR_ROUTINE, EDITOR_SESSION } EditorTask;

/* The file that is made or edited, from the question for its title until what was written is right, kept or thrown
 * away. */
typedef struct Editing {
    EditFile edit_file;
    LibraryEntry *from;  /* what a new one is a copy of; NULL: of nothing */
    LibraryEntry *wrong; /* left so by its author; NULL: nothing is wrong */
    char *folder;        /* where a new one will be, as people read it; NULL: nobody says where */
    bool is_named;       /* a new one, by the title that was typed */
} Editing;

/* Changes on disk that were told of, until somebody has looked. Zeroed all is quiet. */
typedef struct FileChanges {
    bool is_told;               /* since the last beat */
    int64_t first_ns, quiet_ns; /* the first of them; when it is time to look. 0: nothing was told */
    int64_t beat_ns;            /* the last beat */
    bool is_step_new;           /* a step of the session has just begun */
    const char **expected;      /* the ids in the library before files are changed from here; NULL: none are */
    size_t expected_count;
    bool is_plan_old; /* files have changed that its plan may have been made from */
} FileChanges;

struct App {
    Library *library;
    AppOptions options;
    Model model; /* filled anew before each look */
    ScreenStack screens;
    bool has_home;     /* it started there, and comes back to it */
    int width, height; /* of the window; 0: not known yet */
    bool is_ascii;

    Settings settings;
    char *settings_path;    /* NULL: nobody says where */
    char *settings_problem; /* the first, with its place; NULL: none */
    int32_t settings_line;  /* its line */
    bool is_problem_told;
    EditorTask editor_task;
    Editing draft;
    struct RemovedFile *removals; /* what was taken away, the last one last */
    size_t removal_count, removal_capacity;

    Watch watch;
    FileChanges file_changes;

    Loader loader;
    SharedMoveList shared_moves;
    LastDone last_done;
    Selection selection;
    int32_t looked_at; /* a move of the plan; -1: the session's own */
    ModelMove *swaps;  /* what may take its place, best first */
    size_t swap_count, swap_capacity;
    ActiveSession active;
    ActiveSession late; /* one that was put away before its end could be written */
    Plan *late_plan;    /* its own */
    bool is_lost;       /* a session is not in the records and never will be */
    bool is_leaving;    /* there is no next time to write */
    Answer answer;
    int32_t pacer_ms;
    ModelSwitches switches;
    EventList events, told; /* what happened; what was told of it to line mode */

    Store *store;     /* the one that keeps nothing until the records are opened */
    bool has_records; /* they were opened, or shall not be */
    bool is_advised;  /* in this run, or before */
    bool has_lowered;
    LoweredTarget lowered[AREA_COUNT];
    UnfinishedSession left;          /* title NULL: none */
    char *left_when, *left_sentence; /* as it is said now */

    uint64_t notice_number; /* of the last one that was set or taken away */
    char *notice, *paused_note, *done_note, *last_words;
    char *trouble, *told_trouble;
    Effects effects; /* gathered during a call */
};

/* Hands the wishes of this call to the caller. */
Effects state_take_effects(App *app);
void state_fill_model(App *app);

void state_show(App *app, const Screen *screen);
void state_hide(App *app, const Screen *screen); /* where it is the one on top */

/* The advice of the first start, above what is to be seen, where it was not read yet. */
void state_show_safety_notice(App *app);

/* Where settings have a problem, says so. */
void state_tell_settings(App *app);

/* A plan of what is chosen, as settings and records have it; in a session as when it began. NULL with *problem to
 * free(). */
Plan *state_make_plan(App *app, char **problem);
void state_plan_anew(App *app); /* and puts it in the place of the old one */

/* Each owns the text that it is given; NULL takes it away. */
void state_set_notice(App *app, char *text);
void state_set_paused_note(App *app, char *text);

/* Says how, for a while; both texts are borrowed. */
void state_answer(App *app, const char *title, const char *text);

/* The same with how to make it lighter, as the move says it or else as it is for any. */
void state_answer_lighter(App *app, const char *title, const char *lighter);

/* Whether somebody looks at screens; in line mode nobody does. */
bool state_has_window(const App *app);

/* Pops a screen with all that stands above it, where it is shown at all. */
void state_leave(App *app, const Screen *screen);

bool state_is_rehearsal(const App *app);

#endif
