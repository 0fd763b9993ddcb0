/* SPDX-License-Identifier: MIT */
/* Screens. A screen is a row of functions and the size of its own state. It draws from the model and answers keys with
 * a request; it changes nothing but its own state. A page that is only read is also a screen: it has just a function
 * that fills the page, and takes the whole window. Screens are stacked; overlays (such as the title of a new routine)
 * are drawn over the screen below. */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "progress/course.h"
#include "progress/due.h"
#include "progress/overview.h"
#include "progress/record.h"
#include "routine/library.h"
#include "session/advance.h"
#include "session/step_position.h"
#include "settings/settings.h"
#include "ui/widgets/action.h"
#include "ui/widgets/canvas.h"
#include "ui/widgets/page.h"

/* clang-format off */
/* All requests that a screen can make: the name, and the function in app/ that carries it out. A row without a function
 * does not compile. */
#define REQUESTS(row)                                                                                                  \
    row(DRAW, draw)                               /* the screen's own state changed */                                 \
    row(SHOW, show)                               /* screen: pushes it */                                              \
    row(OPEN, open_routine_listed)                /* value: index of a routine in the library; shows screen_routine */ \
    row(PROGRAMME, programme_control_open)        /* opens the part of the programme that is next */                   \
    row(PAIR, open_routine_pair)                  /* the one that the routine shown goes with, in its place */         \
    row(AGREE, agree)                             /* value: a move of the plan, whose question is answered with yes */ \
    row(DECLINE, decline)                         /* the same with no: makes the plan anew without what asks it */     \
    row(START, start)                             /* starts the plan that is shown; shows screen_player instead */     \
    row(BEFORE, session_numbers_before)           /* value: tenths, before a session of the plan that is shown */      \
    row(RECORD_BEFORE, session_numbers_record_before) /* value: tenths, of the session that is shown */                \
    row(RECORD_AFTER, session_numbers_record_after)   /* the same after it; MEASURE_NOT_SAID in all three: none */     \
    row(RECORD_NOTE, session_numbers_record_note) /* text: its note; "": none */                                       \
    row(ENTER, session_numbers_enter)             /* value: one of these four; text: what is typed already */          \
    row(AGAIN, session_numbers_again)             /* the page of the routine, for another session of it */             \
    row(MINUTES, fit)                             /* value: fit the plan to so many minutes; 0: as it is */            \
    row(CLEAR_LOWERED, clear_lowered)             /* clears the lowered targets of the plan that is shown */           \
    row(COMMAND, command)                         /* command, value: to the session */                                 \
    row(ANSWER, answer)                           /* value: ACTION_LIGHTER or ACTION_DEEPER: says how */               \
    row(EDIT, edit)                               /* the session's routine, at the current move */                     \
    row(NEW, edit_requests_name)                  /* value: 1: a copy of the routine looked at, 0: from nothing */     \
    row(WRITE, edit_requests_write)               /* text: its title; writes it and pops, or says why not */           \
    row(EDIT_ENTRY, edit_requests_edit_entry)     /* value: index of a routine in the library */                       \
    row(EDIT_MOVE, edit_requests_edit_move)       /* the routine looked at; value: a move of the plan, or -1 */        \
    row(EDIT_SHARED, edit_requests_edit_shared)   /* value: index in model.moves */                                    \
    row(REMOVE, remove_file_entry) /* value: index of a routine in the library: its file is put aside */               \
    row(REMOVE_SHARED, remove_file_shared)        /* value: index in model.moves; says where it stands */              \
    row(UNDO, remove_file_undo_last)              /* brings back the file that was put aside last */                   \
    row(REPAIR, edit_requests_repair)             /* edits the file with errors again */                               \
    row(KEEP_TEXT, edit_requests_keep)            /* keeps the file with its errors */                                 \
    row(THROW_AWAY, edit_requests_throw_away)     /* puts the text from before back into that file */                  \
    row(SOUND, sounds_toggle)                     /* sounds on or off */                                               \
    row(SPEAK, sounds_toggle_voice)               /* the voice on or off */                                            \
    row(SAY_AGAIN, sounds_say_again)              /* what there is to do now, in full */                               \
    row(ABOUT, about)                             /* value: a move of the plan, or -1 for the session's own */         \
    row(ABOUT_TOOL, about_tools_one)              /* value: index in model.tools; shows screen_tools */                \
    row(TOOLS_OF_MOVE, about_tools_of_move)       /* value: index in model.moves; likewise */                          \
    row(TOOLS_OF_PLAN, about_tools_of_plan)       /* of the routine that is shown; likewise */                         \
    row(LIBRARY, open_routine_library)            /* reads all shared moves and shows screen_library */                \
    row(OPEN_MOVE, open_routine_move)             /* value: index in model.moves; opens it as a routine of one move */ \
    row(LEVEL, choose_level)                      /* value: a Level, for this session; makes the plan anew */          \
    row(FIRST_SIDE, choose_first_side)            /* value: a Side, for this session; makes the plan anew */           \
    row(SWAPS, swap_offer) /* value: a move of the plan; fills model.swaps, shows screen_swap */                       \
    row(SWAP, swap_take)                          /* value: index in model.swaps; makes the plan anew and pops */      \
    row(KEEP_SWAPS, save_swaps_keep) /* what is swapped in the plan goes into the files of its routines */             \
    row(COMPOSE, open_routine_composed) /* value: an Area; puts a routine together for the chips, opens it */          \
    row(PLACE, preferences_place)                 /* value: a Place, put into the settings or taken out; MODEL_ANY */  \
    row(TOOL, preferences_tool) /* value: index in model.tools, likewise; or MODEL_NO_TOOL, MODEL_ANY */               \
    row(HEALTH, preferences_health)               /* value: a Health, likewise */                                      \
    row(INJURY, preferences_injury)               /* value: an Area that the recent injury is at, likewise */          \
    row(PER_WEEK, preferences_number)             /* value: sessions that a week needs */                              \
    row(FAVOURITE, preferences_favourite) /* value: index in the library, or -1: the routine shown; marked or not */   \
    row(LEVEL_CHOICE, preferences_word)           /* value: a LevelChoice */                                           \
    row(HAVE_MINUTES, preferences_number)         /* value: minutes there are; 0: any */                               \
    row(FIRST, preferences_word)                  /* value: a FirstSide */                                             \
    row(PACE, preferences_word)                   /* value: a Pace */                                                  \
    row(VOICE, preferences_voice)                 /* value: a VoiceChoice; takes the place of a command */             \
    row(SPOKEN, preferences_word)                 /* value: a SpokenWords */                                           \
    row(RATE, preferences_number)                 /* value: the speed of speech in percent; 0: the usual one */        \
    row(SOUND_CHOICE, preferences_word)           /* value: a SoundChoice */                                           \
    row(VOLUME, preferences_number)               /* value: how loud sounds are in percent; 0: the usual */            \
    row(THEME, preferences_word)                  /* value: a ThemeChoice */                                           \
    row(MOTION, preferences_word)                 /* value: a Motion */                                                \
    row(MOUSE, preferences_word)                  /* value: a MouseChoice */                                           \
    row(ASCII, preferences_word)                  /* value: an AsciiChoice */                                          \
    row(TITLE, preferences_word)                  /* value: a TitleChoice */                                           \
    row(NOTICES, preferences_word)                /* value: a NoticesChoice */                                         \
    row(AWAKE, preferences_word)                  /* value: an AwakeChoice */                                          \
    row(EDIT_SETTINGS, preferences_edit)          /* config.yaml in the editor */                                      \
    row(GO_ON, resume_go_on)                      /* with the session that was left */                                 \
    row(END_HERE, resume_end_here)                /* it is over: what was done stays in the history */                 \
    row(DISCARD, resume_discard)                  /* deletes it, with what was done in it */                           \
    row(START_ANOTHER, resume_start_another)      /* ends it, and starts the plan that is shown */                     \
    row(ANSWER_VOICE, answer_voice) /* value: VOICE_ON or VOICE_OFF, stored; then what waits for it. NOT_SAID: none */ \
    row(VOICE_SAMPLE, voice_question_sample)      /* says a sentence on the screen of that question */                 \
    row(HISTORY, history_requests_open) /* reads what was done, and shows screen_history */                            \
    row(HISTORY_FIND, history_requests_find) /* text: only the sessions with it; "": all */                            \
    row(HISTORY_MORE, history_requests_more) /* adds older sessions; value: all from a local day on */                 \
    row(RECORD, history_requests_record) /* value: index in model.history.sessions; shows screen_record */             \
    row(RECORD_DELETE, history_requests_delete) /* value: likewise; -1: the one that is shown */                       \
    row(RECORD_UNDO, history_requests_undo) /* brings back the session that was deleted last */                        \
    row(BACK, back)                               /* pops this screen; then its when_left */                           \
    row(PUT_AWAY, put_away)                       /* closes the plan or session */                                     \
    row(ADVISE, advise)                           /* shows the advice of the first start, unless it was read */        \
    row(ADVICE_READ, advice_read)                 /* it was read: never show it again */                               \
    row(REDRAW, redraw)                           /* draws the whole screen again */                                   \
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
    const char *sentence; /* "You stopped Calf Care at 4:12 of 13:10 (Calf strip, left), today at 14:32." */
    const char *when;     /* "today at 14:32", "3 days ago" */
    int32_t at_s, total_s;
    bool has_done; /* something was held in it */
} ModelLeft;

typedef struct ModelCourse { /* the programme that is followed */
    const Course *course;    /* NULL: none is */
    const char *title;       /* of the part that is next; NULL: all is done */
    int32_t today;           /* local day */
} ModelCourse;

/* Instead of the days since something was worked. */
enum { MODEL_NEVER = DUE_NEVER, MODEL_NOT_KNOWN = DUE_NOT_KNOWN };

/* A file that has errors after it was edited; entry NULL: none. */
typedef struct ModelBrokenFile {
    const LibraryEntry *entry;
    bool is_new;      /* throwing it away deletes it; else the text from before is put back */
    bool is_copy;     /* without it, the one that came with knead is used again */
    bool is_followed; /* it belongs to the session, which is paused and keeps its plan */
} ModelBrokenFile;

typedef struct ModelTool {
    const char *name;
    int32_t uses; /* how many needs of the routines read so far it meets */
} ModelTool;

/* Instead of an index in ModelTools: no tools are at hand. Instead of that or of a Place: any will do. */
enum { MODEL_NO_TOOL = -1, MODEL_ANY = -2 };

typedef struct ModelTools {
    const ModelTool *items; /* sorted by name */
    size_t count;
} ModelTools;

/* A shared move, for the library and for swapping. */
typedef struct ModelMove {
    const char *id;
    const Move *move;
    bool is_mine;
    bool is_named; /* when swapping: it is in the `instead` of the move */
} ModelMove;

/* What screen_entry asks for. */
typedef struct ModelEntering {
    RequestKind request; /* BEFORE, RECORD_BEFORE, RECORD_AFTER or RECORD_NOTE: made with what was typed */
    CheckUnit unit;
    const char *check; /* the movement that is measured; NULL: none */
    const char *text;  /* what is there already, or what the person has begun to type */
    bool is_begun;     /* the latter */
} ModelEntering;

/* What the person turns on and off with keys; app/ keeps it from one key to the next. */
typedef struct ModelSwitches {
    bool sound; /* sounds, or the bell */
    bool voice;
} ModelSwitches;

/* Past sessions, for the history and its pages, and for the page after a session. */
typedef struct ModelHistory {
    const Overview *overview;      /* NULL: not read, or the records cannot be read */
    const SessionRecord *sessions; /* the oldest first, without their moves; as many as were read */
    size_t session_count;
    bool has_more;               /* there are older ones that fit */
    const char *search;          /* what they were searched for; "": all */
    const SessionRecord *record; /* the one that is shown, with its moves; NULL: none */
    bool can_undo;               /* one was deleted in this run */
} ModelHistory;

/* Everything that screens can see; they cannot change it. app/ fills it before each key and each drawing. */
typedef struct Model {
    int width, height;       /* of the screen, for keys that depend on where things are (the mouse) */
    bool is_ascii;           /* the screen has no block characters: a list replaces the figure */
    const KeyBindings *keys; /* NULL: the usual ones */
    KeyMap map;              /* of the screen below the one that is being entered; for the help */
    const Library *library;
    const LibraryEntry *entry; /* the routine that is shown; NULL in a list */
    const Plan *plan;          /* of the routine that is shown or followed; NULL: none */
    const Session *session;    /* NULL where none runs */
    PositionList positions;    /* that the plan names, each once; those that were not found are not there. Empty until
                                * they were read */
    const char *plan_problem;  /* why there is no plan, such as that it cannot be made to fit */
    TextList agreed;           /* questions of its moves that were answered with yes */
    int32_t minutes;           /* the length that the plan is fitted to; 0: its own */
    ModelLeft left;
    ModelCourse course;
    const Settings *settings;                     /* never NULL */
    const char *settings_path, *settings_problem; /* the first problem of the file, or NULL */
    ModelTools tools;                             /* every one that a routine, a shared move or the settings name */
    TextList asked_tools;                         /* those that screen_tools is about */
    const int32_t *area_days;                     /* days by Area, or MODEL_NEVER; NULL: not known */
    const int32_t *entry_days;                    /* by index in the library, likewise; NULL: not known */
    const int64_t (*held_ms)[SIDE_COUNT];         /* by Area, of the last weeks; NULL: not known */
    const DueList *due;                           /* of the library, best first; NULL: not known yet */
    const Streak *streak;                         /* weeks in a row; NULL: not known */
    const ModelMove *moves;                       /* all shared moves, sorted by id; NULL until they were asked for */
    size_t move_count;
    const ModelMove *swaps; /* moves that may replace the one that is shown, best first */
    size_t swap_count;
    int32_t looked_at;           /* index in the plan of the move that is shown; -1: the session's current one */
    const char *copied;          /* naming a new routine: the title of the one it is a copy of, NULL: of none */
    const char *new_file_folder; /* where it will be; NULL: no folder is known */
    ModelBrokenFile broken_file;
    int64_t clock_s;          /* local time of day in seconds, for "ends at" */
    const char *notice;       /* one line to tell, or NULL */
    uint64_t notice_number;   /* changes each time the notice is set */
    const char *paused_note;  /* while paused: why and how long, "asleep for 12 min"; NULL: by key */
    const char *answer;       /* lighter, deeper or ease off: text in answer to the last key; NULL: none */
    const char *answer_title; /* "Lighter", "Deeper", "Ease off" */
    ModelSwitches switches;
    bool has_sound;    /* false with --mute and --quiet: no key turns it or the voice on */
    bool calls;        /* --quiet: the screen itself calls at a change */
    bool is_rehearsal; /* --speed above 1: nothing is kept */
    int32_t speed;
    bool can_undo; /* a routine was removed in this run */
    ModelHistory history;
    Measure measure;   /* what is asked before a session of the plan, and was said so far */
    const char *check; /* the movement that is measured; NULL: none */
    const char *note;  /* of the session that has ended; NULL: none */
    ModelEntering entering;
    bool can_record;
    const char *done_note; /* for the screen after a session: whether it was recorded; NULL: not known */
} Model;

/* How indices have changed: for each old index the new one; for an item that is gone, that of its neighbour. NULL: they
 * have not changed. */
typedef struct ScreenChange {
    const size_t *entries, *moves, *tools; /* of the library, model.moves, model.tools */
    const Plan *plan;                      /* the plan before, if model.plan is a new one */
} ScreenChange;

/* A page that is only read: what its `fill` is given, and what it sets besides the blocks. */
typedef struct ReadingPage {
    const Model *model;
    KeyMap below;  /* keys of the screen that it was opened on */
    bool is_tight; /* the page is too long: leave out the optional blank lines */

    Text title, words, right; /* for the header */
    Role role;                /* of the title; ROLE_ACCENT unless it is set */
    /* Draws what belongs to the page into the room beside it, and returns the rows that it takes. NULL: nothing. */
    int (*picture)(Canvas *canvas, Rect room, const Model *model);
    bool is_centred; /* in the middle of the window, not at its top */
} ReadingPage;

struct Screen {
    const char *name;
    KeyMap map;
    bool is_overlay;       /* drawn over the screen below it */
    bool takes_clicks;     /* if not, the terminal may select text with them */
    Action opened_by;      /* the key that shows it, and closes a page that is read; ACTION_NONE: there is none */
    RequestKind when_left; /* carried out when a key has led back from it; REQUEST_NONE: nothing */
    void (*fill)(Page *page, ReadingPage *reading); /* only for a page that is read: it has no draw and no state */

    size_t state_size;                              /* zeroed before enter */
    void (*enter)(void *state, const Model *model); /* may be NULL */
    /* Answers a key with a request. REQUEST_NONE: it has no answer of its own, and screens_key uses the one that is the
     * same on all screens. May be NULL. */
    Request (*key)(void *state, const Model *model, Action action, int32_t key);
    bool (*takes_text)(const void *state); /* a text is being typed: keys come raw; may be NULL */
    void (*draw)(const void *state, const Model *model, Canvas *canvas);
    void (*follow)(void *state, const Model *model, const ScreenChange *change); /* files changed; may be NULL */
};

/* clang-format off */
#define SCREENS(row)                                                                                                   \
    row(home) row(library) row(routine) row(resume) row(another) row(voice) row(player) row(after) row(help)           \
    row(about) row(tools) row(swap) row(settings) row(safety) row(safety_notice) row(questions) row(new_routine)       \
    row(file_problems) row(first_steps) row(history) row(record) row(entry)
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

/* Looks the key up in the map of the top screen and gives the screen the action. If the screen has no answer, the
 * action means the same as on all screens: quit, go back, open another screen. */
Request screens_key(ScreenStack *stack, const Model *model, int32_t key);

/* Tells every screen what has changed in the model, so that it keeps its place. */
void screens_follow(ScreenStack *stack, const Model *model, const ScreenChange *change);

/* Draws the topmost full screen and the overlays above it. */
void screens_draw(const ScreenStack *stack, const Model *model, Canvas *canvas);

#endif
