/* SPDX-License-Identifier: MIT */
/* What a person can do, and with which keys. The handling of keys, the footer and the help all use this one table; a
 * test compares the README with it. A person can give an action other keys in the settings. A key is looked up in the
 * map of the screen, then in the one beside it, then in the general map. */
#ifndef UI_WIDGETS_ACTION_H
#define UI_WIDGETS_ACTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/key.h"
#include "base/text.h"
#include "base/words.h"

/* clang-format off */
typedef enum KeyMap {
    MAP_GENERAL, MAP_HOME, MAP_LIST, MAP_ROUTINE, MAP_PLAYER, MAP_OFFER, MAP_AFTER, MAP_READING, MAP_SETTINGS,
    MAP_SWAP, MAP_ADVICE, MAP_QUESTION, MAP_WRITING, MAP_NAME, MAP_REPAIR, MAP_ANOTHER, MAP_VOICE, MAP_HEALTH,
    MAP_HISTORY, MAP_RECORD, MAP_PAST, MAP_ENTRY, MAP_COUNT
} KeyMap;

/* A row for each: its name, and as the settings write it; its map, the keys as people read them ("space", "0-9",
 * "right n"), one or two words for the footer, a line for the help, its rank in the footer (0: not there, 1: shown
 * first, higher ones where there is room), and up to four keys that do it (0 stands for all digits). The help has them
 * in this order. */
#define ACTIONS(row)                                                                                                   \
    /* general */                                                                                                      \
    row(UP, "up", GENERAL, "up k", "up", "up", 0, KEY_UP_ARROW, 'k')                                                   \
    row(DOWN, "down", GENERAL, "down j", "down", "down", 0, KEY_DOWN_ARROW, 'j')                                       \
    row(PAGE_UP, "page-up", GENERAL, "page-up", "page up", "a page up", 0, KEY_PAGE_UP)                                \
    row(PAGE_DOWN, "page-down", GENERAL, "page-down", "page down", "a page down", 0, KEY_PAGE_DOWN, ' ')               \
    row(FIRST, "first", GENERAL, "home", "first", "to the start", 0, KEY_HOME_KEY, 'g')                                \
    row(LAST, "last", GENERAL, "end", "last", "to the end", 0, KEY_END_KEY, 'G')                                       \
    row(OPEN, "open", GENERAL, "enter", "open", "open the selected item", 1, KEY_ENTER_KEY, KEY_RIGHT_ARROW, 'l')      \
    row(BACK, "back", GENERAL, "q esc", "back", "back; on the first screen, quit", 31, 'q', KEY_ESCAPE_KEY)            \
    row(HELP, "help", GENERAL, "?", "help", "all keys", 30, '?')                                                       \
    row(REDRAW, "redraw", GENERAL, "ctrl-l", "redraw", "redraw the screen", 0, KEY_REDRAW)                             \
    row(QUIT, "quit", GENERAL, "ctrl-c", "quit", "quit knead", 0, KEY_INTERRUPT)                                       \
    /* routines of one's own, beside the next three: near them, so that ACTION_BIT tells them apart */                 \
    row(NEW, "new", WRITING, "n", "new", "new routine; on a routine, a copy of it", 9, 'n')                            \
    row(EDIT_ROUTINE, "edit-routine", WRITING, "e", "edit",                                                            \
        "edit it (knead's own routines are copied first)", 10, 'e')                                                    \
    row(FAVOURITE, "favourite", WRITING, "*", "favourite", "mark a routine as a favourite, or unmark it", 12, '*')     \
    /* home: the body */                                                                                               \
    row(LEFT, "left", HOME, "left h", "left", "left", 0, KEY_LEFT_ARROW, 'h')                                          \
    row(RIGHT, "right", HOME, "right l", "right", "right", 0, KEY_RIGHT_ARROW, 'l')                                    \
    row(FOCUS, "next-panel", HOME, "tab", "panels", "body, routines, choices", 3, KEY_TAB_KEY)                         \
    row(FOCUS_BACK, "previous-panel", HOME, "shift-tab", "previous panel", "previous panel", 0, KEY_BACK_TAB)          \
    row(RESUME, "resume", HOME, "r", "resume", "continue the session you stopped", 2, 'r')                             \
    row(TODAY, "today", HOME, "t", "today", "what is due today, and why", 5, 't')                                      \
    row(FAVOURITES, "favourites", HOME, "f", "favourites", "favourites, and what you did last", 8, 'f')                \
    row(FIND, "find", HOME, "/", "find", "search by body part, title or tool", 4, '/')                                 \
    row(COMPOSE, "compose", HOME, "c", "compose", "put a routine together for this region", 6, 'c')                    \
    row(LIBRARY, "library", HOME, "b", "library", "all routines and all moves", 8, 'b')                                \
    row(SETTINGS, "settings", HOME, "s", "settings", "places, tools, health, sides, colours", 8, 's')                  \
    row(HISTORY, "history", HOME, "H", "history", "what you did, and what it did for you", 7, 'H')                     \
    row(MARKED_TOOL, "about-marked-tool", HOME, "i", "about", "on a tool: what it is good for", 3, 'i')                \
    /* list */                                                                                                         \
    row(FILTER, "filter", LIST, "/", "filter", "show only what matches", 2, '/')                                       \
    row(OTHER_LIST, "other-list", LIST, "tab", "moves", "switch between routines and moves", 3, KEY_TAB_KEY)           \
    row(REMOVE, "remove", LIST, "x delete", "remove",                                                                  \
        "remove one of your routines; u undoes it", 11, 'x', KEY_DELETE_KEY)                                           \
    row(TOOLS_OF_MOVE, "tools-of-move", LIST, "t", "tools", "what the tools of a move are good for", 5, 't')           \
    row(UNDO, "undo", LIST, "u", "undo", "undo the last removal", 4, 'u')                                              \
    /* routine, before the start */                                                                                    \
    row(START, "start", ROUTINE, "enter", "start", "start, once every question is answered", 1, KEY_ENTER_KEY)         \
    row(BEFORE, "before", ROUTINE, "0-9", "before", "how it feels before you start", 0, '0', KEY_BACKSPACE_KEY)        \
    row(LONGER, "longer", ROUTINE, "+", "minutes", "one minute more", 4, '+', '=')                                     \
    row(SHORTER, "shorter", ROUTINE, "-", "minutes", "one minute less", 5, '-')                                        \
    row(CLEAR_LOWERED, "clear-lowered", ROUTINE, "c", "usual pressure", "go back to the usual pressure", 6, 'c')       \
    row(LEVEL, "level", ROUTINE, "L", "level", "gentle, standard or firm, for this session", 11, 'L')                  \
    row(ABOUT_MOVE, "about-move", ROUTINE, "i", "about", "details of the selected move", 7, 'i')                       \
    row(SWAP, "swap", ROUTINE, "s", "swap", "swap the selected move for another", 8, 's')                              \
    row(TOOLS_OF_PLAN, "tools-of-plan", ROUTINE, "t", "tools", "what its tools are good for", 10, 't')                 \
    row(PAIR, "pair", ROUTINE, "p", "pair", "the routine that this one goes with", 3, 'p')                             \
    row(KEEP_SWAPS, "keep-swaps", ROUTINE, "w", "keep the swap", "save the swap in the routine's file", 2, 'w')        \
    /* player */                                                                                                       \
    row(PAUSE, "pause", PLAYER, "space", "pause", "pause or resume", 2, ' ')                                           \
    row(NEXT, "next", PLAYER, "right n", "next", "next step", 3, KEY_RIGHT_ARROW, 'n')                                 \
    row(STEP_BACK, "step-back", PLAYER, "left b", "back",                                                              \
        "restart this step; in its first 3 seconds, go to the previous step", 5, KEY_LEFT_ARROW, 'b')                  \
    row(NEXT_MOVE, "next-move", PLAYER, "N", "next move", "next move", 0, 'N')                                         \
    row(MOVE_BEFORE, "previous-move", PLAYER, "B", "previous move", "previous move", 0, 'B')                           \
    row(MORE, "more", PLAYER, "+", "10 s", "10 seconds more of this step", 7, '+', '=')                                \
    row(LESS, "less", PLAYER, "-", "10 s", "10 seconds less of this step", 8, '-')                                     \
    row(FELT, "felt", PLAYER, "0-9", "felt", "how hard the pressure feels now", 6, '0')                                \
    row(READY, "ready", PLAYER, "enter", "ready",                                                                      \
        "setting up: start now; in a hold with a range: it has eased", 1, KEY_ENTER_KEY)                               \
    row(WAIT, "wait", PLAYER, "w", "wait", "setting up: stop the clock until you are ready", 2, 'w')                   \
    row(LIGHTER, "lighter", PLAYER, "l", "lighter", "how to make it lighter", 9, 'l')                                  \
    row(DEEPER, "deeper", PLAYER, "d", "deeper", "how to make it deeper", 10, 'd')                                     \
    row(HURT, "hurt", PLAYER, "!", "hurts", "it hurts: stop, see what to do, lower the target next time", 4, '!')      \
    row(EDIT, "edit", PLAYER, "e", "edit", "while paused: edit the routine at this move", 12, 'e')                     \
    row(ABOUT, "about", PLAYER, "i", "about", "details of this move", 11, 'i')                                         \
    row(SOUND, "sound", PLAYER, "m", "sound", "turn sounds on or off", 13, 'm')                                        \
    row(SPEAK, "voice", PLAYER, "v", "voice", "turn the voice on or off", 14, 'v')                                     \
    row(SAY_AGAIN, "say-again", PLAYER, "V", "say again", "with a voice: repeat the instructions in full", 0, 'V')     \
    row(LEAVE, "stop", PLAYER, "q esc", "stop",                                                                        \
        "stop: your place is saved, so you can continue later", 31, 'q', KEY_ESCAPE_KEY, KEY_INTERRUPT)                \
    /* a session that was left; and when another is to start */                                                        \
    row(GO_ON, "continue", OFFER, "g", "continue", "continue where you stopped", 1, 'g')                               \
    row(LATER, "later", OFFER, "q esc", "later",                                                                       \
        "decide later: knead asks again next time", 31, 'q', KEY_ESCAPE_KEY)                                           \
    row(END_HERE, "end-here", OFFER, "e", "end it", "end it here (stays in your history)", 2, 'e')                     \
    row(DISCARD, "discard", OFFER, "t", "throw away", "throw it away, with everything you did in it", 3, 't')          \
    row(GO_ON_INSTEAD, "continue-instead", ANOTHER, "g", "continue", "continue the unfinished session", 1, 'g')        \
    row(START_ANOTHER, "start-another", ANOTHER, "s", "start",                                                         \
        "end it (stays in your history) and start the new one", 2, 's')                                                \
    row(NEITHER, "neither", ANOTHER, "q esc", "neither",                                                               \
        "do neither: the unfinished session is kept", 31, 'q', KEY_ESCAPE_KEY)                                         \
    /* whether a voice shall speak, before the first session */                                                        \
    row(VOICE_YES, "voice-yes", VOICE, "y", "yes", "yes, from now on", 2, 'y', 'Y')                                    \
    row(VOICE_NO, "voice-no", VOICE, "n", "no", "no, from now on", 3, 'n', 'N')                                        \
    row(VOICE_SAMPLE, "voice-sample", VOICE, "h", "hear it", "hear it first", 4, 'h')                                  \
    row(VOICE_LATER, "voice-later", VOICE, "q esc", "back",                                                            \
        "back: do not start; knead asks again", 31, 'q', KEY_ESCAPE_KEY)                                               \
    /* settings */                                                                                                     \
    row(CHANGE, "change", SETTINGS, "enter space", "change", "change the selected setting", 1, KEY_ENTER_KEY, ' ')     \
    row(FIND_SETTING, "find-setting", SETTINGS, "/", "find", "find a setting by its name", 2, '/')                     \
    row(GROUP_BEFORE, "previous-group", SETTINGS, "left", "group",                                                     \
        "group before; or column on the left", 0, KEY_LEFT_ARROW)                                                      \
    row(GROUP_NEXT, "next-group", SETTINGS, "right", "group",                                                          \
        "next group; or column on the right", 0, KEY_RIGHT_ARROW)                                                      \
    row(EDIT_SETTINGS, "edit-settings", SETTINGS, "e", "edit", "edit config.yaml", 3, 'e')                             \
    row(ABOUT_TOOL, "about-tool", SETTINGS, "i", "about", "what the selected tool is good for", 6, 'i')                \
    row(SAFETY, "safety", SETTINGS, "r", "red flags", "when not to start, when to get help", 4, 'r')                   \
    row(FIRST_STEPS, "first-steps", SETTINGS, "f", "first steps", "new to this: how to begin", 0, 'f')                 \
    row(HEALTH_QUESTIONS, "health-questions", SETTINGS, "h", "health", "seven questions about your health", 5, 'h')    \
    /* another move for one of a routine; the advice of the first start */                                             \
    row(TAKE, "take", SWAP, "enter", "use it", "use this move instead", 1, KEY_ENTER_KEY)                              \
    row(ACCEPT, "accept", ADVICE, "enter", "continue", "continue to the routines", 1, KEY_ENTER_KEY)                   \
    row(RED_FLAGS, "red-flags", ADVICE, "r", "red flags", "when not to start, when to get help", 2, 'r')               \
    row(NEW_TO_THIS, "begin-here", ADVICE, "f", "first steps", "new to this: how to begin", 4, 'f')                    \
    row(FIRST_QUESTIONS, "first-questions", ADVICE, "h", "health", "seven questions about your health", 3, 'h')        \
    /* those questions */                                                                                              \
    row(HEALTH_YES, "health-yes", HEALTH, "y", "yes", "yes", 2, 'y', 'Y')                                              \
    row(HEALTH_NO, "health-no", HEALTH, "n", "no", "no", 3, 'n', 'N')                                                  \
    row(HEALTH_RATHER_NOT, "health-rather-not", HEALTH, "r", "rather not say", "rather not say", 4, 'r')               \
    row(HEALTH_LEAVE, "health-leave", HEALTH, "q esc", "leave", "leave the questions", 31, 'q', KEY_ESCAPE_KEY)        \
    /* a question before the start */                                                                                  \
    row(YES, "yes", QUESTION, "y", "yes", "yes", 1, 'y', 'Y')                                                          \
    row(NO, "no", QUESTION, "n", "no", "no: leave that move out and start with the rest", 2, 'n', 'N')                 \
    /* after a session; a number or a note that is typed */                                                            \
    row(HOME, "home-afterwards", AFTER, "enter", "home", "back to the first screen", 1, KEY_ENTER_KEY)                 \
    row(AFTER, "after", AFTER, "0-9", "now", "how it feels now", 2, '0', KEY_BACKSPACE_KEY)                            \
    row(AGAIN, "again", AFTER, "g", "again", "go again: the same routine", 3, 'g')                                     \
    row(NOTE, "note", AFTER, "n", "note", "write a note about this session", 4, 'n')                                   \
    row(HISTORY_AFTER, "history-afterwards", AFTER, "H", "history", "what you did, and what it did for you", 5, 'H')   \
    row(CORRECT_BEFORE, "correct-before", AFTER, "b", "before",                                                        \
        "correct the number from before the session", 6, 'b')                                                          \
    row(CORRECT_AFTER, "correct-after", AFTER, "a", "after", "correct the number from after the session", 7, 'a')      \
    row(SAVE, "save", ENTRY, "enter", "save", "save it", 1, KEY_ENTER_KEY)                                             \
    row(LEAVE_AS_IT_WAS, "leave-as-it-was", ENTRY, "esc", "cancel", "leave it as it was", 2, KEY_ESCAPE_KEY)           \
    /* the title of a new routine; a file that is wrong */                                                             \
    row(WRITE, "create", NAME, "enter", "create", "create it and open the editor", 1, KEY_ENTER_KEY)                   \
    row(CANCEL, "cancel", NAME, "esc", "cancel", "do not create a routine", 2, KEY_ESCAPE_KEY)                         \
    row(REPAIR, "repair", REPAIR, "enter e", "edit again",                                                             \
        "open the first problem in the editor", 1, KEY_ENTER_KEY, 'e')                                                 \
    row(KEEP_TEXT, "keep-text", REPAIR, "k q esc", "keep", "keep the file as it is", 2, 'k', 'q', KEY_ESCAPE_KEY)      \
    row(THROW_AWAY, "throw-away", REPAIR, "t", "throw away", "undo your changes; knead keeps a backup", 3, 't')        \
    /* the history; a past session has the last two as well */                                                         \
    row(WEEK_BEFORE, "previous-week", HISTORY, "left h", "week", "a week back", 5, KEY_LEFT_ARROW, 'h')                \
    row(WEEK_NEXT, "next-week", HISTORY, "right l", "week", "a week on", 6, KEY_RIGHT_ARROW, 'l')                      \
    row(SESSIONS, "sessions", HISTORY, "tab", "sessions",                                                              \
        "switch between the overview and the list of sessions", 2, KEY_TAB_KEY)                                        \
    row(FIND_SESSION, "find-session", HISTORY, "/", "find", "search titles, routines, moves and notes", 3, '/')        \
    row(RECORD_NOTE, "record-note", RECORD, "n", "note", "write a note about this session", 2, 'n')                    \
    row(RECORD_BEFORE, "record-before", RECORD, "b", "before", "correct the number from before the session", 3, 'b')   \
    row(RECORD_AFTER, "record-after", RECORD, "a", "after", "correct the number from after the session", 5, 'a')       \
    row(DELETE_RECORD, "delete-record", PAST, "x delete", "delete",                                                    \
        "delete this session; u undoes it", 11, 'x', KEY_DELETE_KEY)                                                   \
    row(UNDO_RECORD, "undo-record", PAST, "u", "undo",                                                                 \
        "bring back the session deleted last, while knead runs", 4, 'u')

#define ACTION_NAME(name, ...) ACTION_##name,
typedef enum Action { ACTION_NONE, ACTIONS(ACTION_NAME) ACTION_COUNT } Action;
#undef ACTION_NAME
/* clang-format on */

enum {
    KEYS_MOST = 5,      /* of one action that a person chooses */
    KEY_NAME_SIZE = 16, /* of the longest name, with the final zero byte */
};

typedef struct ActionRow {
    Action action;
    const char *name;
    KeyMap map;
    const char *keys, *label, *help;
    int footer_rank;
    int32_t codes[KEYS_MOST + 1]; /* 0 ends */
} ActionRow;

/* Indexed by Action; the row of ACTION_NONE is empty. */
extern const ActionRow action_rows[ACTION_COUNT];

/* A set of actions, one bit each, for one screen at a time. Actions that never occur on the same screen may share a
 * bit. */
typedef uint64_t ActionSet;
enum { GENERAL_BITS = ACTION_QUIT + 1, OTHER_BITS = 64 - GENERAL_BITS };
#define ACTION_BIT(action)                                                                                             \
    (UINT64_C(1) << ((int)(action) < GENERAL_BITS ? (int)(action)                                                      \
                                                  : GENERAL_BITS + ((int)(action)-GENERAL_BITS) % OTHER_BITS))

/* Where the keys of a map are pressed, as the help says it: "during a session". */
const char *action_map_name(KeyMap map);

/* A second map of keys that screens with that map also use; MAP_GENERAL: there is none. */
KeyMap action_beside(KeyMap map);

/* Whether a general action does nothing on screens with that map. */
bool action_is_idle(KeyMap map, Action action);

/* ACTION_NONE: none has that name. */
Action action_named(const char *name, size_t length);

/* Whether a person cannot choose its keys: digits stay numbers, and where a text is typed Enter and Esc end it. */
bool action_is_fixed(Action action);

/* What a person has chosen: the keys of each action, ended by 0; none at all: the usual ones, of its row. So a zeroed
 * value, and NULL in all functions below, has only the usual ones. */
typedef struct KeyBindings {
    int32_t codes[ACTION_COUNT][KEYS_MOST + 1];
} KeyBindings;

/* What a key does on a screen with that map: its own action, else one of the map beside it, else the general one;
 * ACTION_NONE where nothing. Ctrl-C quits or stops whatever is chosen. */
Action key_bindings_action(const KeyBindings *keys, KeyMap map, int32_t key);

bool key_bindings_has(const KeyBindings *keys, Action action, int32_t key);

/* The keys of an action, ended by 0. */
const int32_t *key_bindings_codes(const KeyBindings *keys, Action action);

/* Adds their names, with blanks between, as the help shows them: "right n". */
void key_bindings_add_names(Text *into, const KeyBindings *keys, Action action);

/* The first one: "space", "n"; and for a sentence, such as "Press %s": "Space". Both return `name`. */
const char *key_bindings_first(const KeyBindings *keys, Action action, char name[KEY_NAME_SIZE]);
const char *key_bindings_say(const KeyBindings *keys, Action action, char name[KEY_NAME_SIZE]);

/* Adds words in which `{pause}` stands for the first key of the action of that name, as key_bindings_say has it. */
void key_bindings_add_words(Text *into, const KeyBindings *keys, const char *words);

/* A key that would do two things on one screen. Where two actions share a key in the usual bindings, the screen's own
 * hides the general one on purpose: that is none. */
typedef struct KeyConflict {
    KeyMap map;
    Action chosen, other; /* `chosen` has keys that the person has chosen */
    int32_t key;
} KeyConflict;

/* Fills at most `most` conflicts, each pair and key once, and returns how many there are. */
size_t key_bindings_conflicts(const KeyBindings *keys, KeyConflict *found, size_t most);

/* The names of keys that are no single characters, as the settings write them, and the code of each. */
extern const Words key_names;
extern const int32_t key_name_codes[];

/* A name's key: a single character, or one of key_names; KEY_NONE: there is none. */
int32_t action_key_named(const char *name, size_t length);
void action_add_key_name(Text *into, int32_t key);

#endif
