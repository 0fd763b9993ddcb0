/* SPDX-License-Identifier: MIT */
/* The inside of the App, for the files in app/ only; all others include app.h. */
#ifndef APP_STATE_H
#define APP_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/active_session.h"
#include "app/course_view.h"
#include "app/edit_file.h"
#include "app/effects.h"
#include "app/history_view.h"
#include "app/library_view.h"
#include "app/plan_positions.h"
#include "app/selection.h"
#include "app/shared_moves.h"
#include "audio/audio.h"
#include "platform/leash.h"
#include "platform/watch.h"
#include "progress/due.h"
#include "remote/control_server.h"
#include "settings/settings.h"
#include "store/lowered_target.h"
#include "store/session_writer.h"
#include "store/store.h"
#include "store/unfinished.h"
#include "ui/screen.h"

/* The text shown after the key for lighter or deeper, until the next step or for 10 s. */
typedef struct Answer {
    const char *title, *text; /* NULL: none; borrowed from the plan */
    int64_t until_ms;         /* when it goes, in worked time */
} Answer;

/* What the editor is open for. */
typedef enum EditorTask { EDITOR_IDLE, EDITOR_SETTINGS, EDITOR_ROUTINE, EDITOR_SESSION } EditorTask;

/* The file that is being made or edited, from the question for its title until it is right, or the person keeps it or
 * throws it away. */
typedef struct Editing {
    EditFile edit_file;
    LibraryEntry *from;  /* what a new one is copied from; NULL: the template */
    LibraryEntry *wrong; /* the file as edited, if it has errors; NULL: it has none */
    char *folder;        /* of a new file, as shown to people; NULL: none is known */
    bool is_named;       /* a new routine whose title was typed */
} Editing;

/* Changes on disk that were reported but not read yet. All zero: none. */
typedef struct FileChanges {
    bool is_told;               /* one was reported since the last beat */
    int64_t first_ns, quiet_ns; /* the first report; when to read the files. 0: no report */
    int64_t beat_ns;            /* the last beat */
    bool is_step_new;           /* a step of the session has just begun */
    const char **expected;      /* the library's ids before the app changes files; NULL: it does not */
    size_t expected_count;
    bool is_plan_old; /* files that the session's plan was made from may have changed */
} FileChanges;

/* The settings that the switches were last turned to. */
typedef struct SoundSettings {
    bool is_read;
    uint8_t voice, sound; /* VoiceChoice, SoundChoice */
} SoundSettings;

/* What the session does to the world around it. */
typedef struct ReachOut {
    Leash programs;         /* hooks and notices */
    Leash awake;            /* what keeps the screen on */
    bool is_awake;          /* it was started, or could not be */
    bool has_begun;         /* the start of the session was told */
    Text lines[HOOK_COUNT]; /* for the hooks that are due; empty: that one is not */
    Text title, line;       /* the notice that is due; title empty: none */
    Text sequence;          /* for the terminal, which then shows a notice */
} ReachOut;

/* The tools that screen_tools is about. */
typedef struct AskedTools {
    Arena arena; /* holds copies: what they come from may be read again */
    TextList names;
} AskedTools;

/* What screen_entry is open for. */
typedef struct Entering {
    RequestKind request; /* made with what is typed */
    CheckUnit unit;
    char *check, *text; /* the movement; what it starts with. NULL: none; owned */
    bool is_begun;      /* the person has typed it */
} Entering;

struct App {
    Library *library;
    AppOptions options;
    Model model; /* filled again before each use */
    ScreenStack screens;
    bool has_home;     /* home is the first screen */
    int width, height; /* of the window; 0: not known yet */
    bool is_ascii;
    char said_keys[2][KEY_NAME_SIZE]; /* for state_key */
    bool is_second_said;

    Settings settings;
    char *settings_path;    /* NULL: no path is known */
    char *settings_problem; /* the first, with its place; NULL: none */
    int32_t settings_line;  /* its line */
    bool is_problem_told;
    EditorTask editor_task;
    Editing draft;
    struct RemovedFile *removals; /* files that were removed, the last one at the end */
    size_t removal_count, removal_capacity;

    Watch watch;
    FileChanges file_changes;

    Loader loader;
    SharedMoveList shared_moves;
    LastDone last_done;
    DueList due;
    bool is_due_current; /* `due` is as last_done, the library and the settings are */
    Selection selection;
    PlanPositions positions; /* of the selection's plan, or of the one before until they are read */
    AskedTools asked_tools;
    int32_t looked_at; /* a move of the plan; -1: the session's current one */
    ModelMove *swaps;  /* moves that may replace it, best first */
    size_t swap_count, swap_capacity;
    ActiveSession active;
    ActiveSession late; /* one that was closed before its end could be written */
    Plan *late_plan;    /* of `late`; owned */
    bool is_lost;       /* a session is not in the records and never will be */
    bool is_leaving;    /* the program ends: this is the last chance to write */
    Answer answer;
    int32_t pacer_ms;
    ModelSwitches switches;
    uint8_t chosen_voice; /* VoiceChoice: in this run, for a file in which it cannot be stored */
    Request after_voice;  /* what waits until it is answered whether a voice shall speak */
    Audio audio;
    SoundSettings sound_settings;
    EventList events, told; /* new events; those that line mode was given last */

    ControlServer *control; /* of the session that runs; NULL: none */
    bool is_control_tried;  /* whether or not it could be opened */
    bool is_held_from_afar; /* another program paused the session, or lets it wait */
    ReachOut reach_out;

    HistoryView history;
    CourseView course;  /* the programme that is followed */
    bool has_course;    /* it was read; then it follows the calendar and the library */
    char *course_title; /* of the part that is next; NULL: there is none */

    Store *store;     /* records nothing until the records are opened */
    bool has_records; /* they were opened, or will not be (rehearsal) */
    bool is_advised;  /* the advice was shown, in this run or before */
    int32_t week;     /* recency_week; 0 while the records are not read */
    bool has_lowered;
    LoweredTarget lowered[AREA_COUNT];
    UnfinishedSession left;          /* title NULL: none */
    char *left_when, *left_sentence; /* texts about it */

    Entering entering;
    int64_t ended_ns; /* awake_ns when a session ended on the screen */

    uint64_t notice_number;  /* changes whenever the notice is set or cleared */
    int64_t notice_until_ms; /* when it goes by itself, in worked time; 0: with the next key */
    char *notice, *paused_note, *done_note, *last_words;
    char *trouble, *told_trouble;
    Effects effects; /* collected during a call */
};

/* Returns the effects that were collected during this call, and clears them. */
Effects state_take_effects(App *app);
void state_fill_model(App *app);

void state_show(App *app, const Screen *screen);
void state_hide(App *app, const Screen *screen); /* where it is the one on top */

/* Shows the advice of the first start above home or the page of a routine, unless the person has read it. */
void state_show_safety_notice(App *app);

/* Sets a notice if the settings have a problem. */
void state_tell_settings(App *app);

/* Makes a plan of the selection, following the settings and the lowered targets; during a session, with the options
 * that it began with. NULL with *problem, to free(). */
Plan *state_make_plan(App *app, char **problem);
void state_plan_anew(App *app); /* and replaces the plan of the selection */

/* What a key is called, for "Press %s". Good until the call after the next one. */
const char *state_key(App *app, Action action);

/* Each takes over the text; NULL removes the old one. */
void state_set_notice(App *app, char *text);
void state_set_paused_note(App *app, char *text);

/* Sets a notice that goes after 10 s of the session: it may stand where a cue should, and who lies on the floor presses
 * no key. Takes over the text. state_pass_notice lets it go. */
void state_set_brief_notice(App *app, char *text);
void state_pass_notice(App *app);

/* Shows an answer for 10 s; both texts are borrowed. */
void state_answer(App *app, const char *title, const char *text);

/* The same with the move's text for lighter; `lighter` NULL: a general text. */
void state_answer_lighter(App *app, const char *title, const char *lighter);

/* Whether screens are shown; false in line mode. */
bool state_has_window(const App *app);

/* Pops a screen with all that stands above it, where it is shown at all. */
void state_leave(App *app, const Screen *screen);

/* Whether the person may be new to it: neither the settings nor a rehearsal say otherwise. And whether this is so: in
 * the first two weeks of the records. */
bool state_may_be_new(const App *app);
bool state_is_new(const App *app);

bool state_is_rehearsal(const App *app);

#endif
