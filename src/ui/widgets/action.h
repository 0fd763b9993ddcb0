/* SPDX-License-Identifier: MIT */
/* What a person can do, and with which keys. The handling of keys, the footer and the help all use this one table; a
 * test compares the README with it. A key is looked up in the map of the screen, then in the general map. */
#ifndef UI_WIDGETS_ACTION_H
#define UI_WIDGETS_ACTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/key.h"

/* clang-format off */
typedef enum KeyMap {
    MAP_GENERAL, MAP_HOME, MAP_LIST, MAP_ROUTINE, MAP_PLAYER, MAP_OFFER, MAP_AFTER, MAP_READING, MAP_SETTINGS,
    MAP_SWAP, MAP_ADVICE, MAP_QUESTION, MAP_WRITING, MAP_NAME, MAP_REPAIR, MAP_ANOTHER, MAP_VOICE, MAP_HEALTH,
    MAP_HISTORY, MAP_RECORD, MAP_PAST, MAP_ENTRY, MAP_COUNT
} KeyMap;

/* A row for each: its name, its map, the keys as people read them ("space", "0-9", "right n"), one or two words for the
 * footer, a line for the help, its rank in the footer (0: not there, 1: shown first, higher ones where there is room),
 * and up to four keys that do it (0 stands for all digits). The help has them in this order. */
#define ACTIONS(row)                                                                                                   \
    /* general */                                                                                                      \
    row(UP, GENERAL, "up k", "up", "up", 0, KEY_UP_ARROW, 'k')                                                         \
    row(DOWN, GENERAL, "down j", "down", "down", 0, KEY_DOWN_ARROW, 'j')                                               \
    row(PAGE_UP, GENERAL, "page up", "page up", "a page up", 0, KEY_PAGE_UP)                                           \
    row(PAGE_DOWN, GENERAL, "page down", "page down", "a page down", 0, KEY_PAGE_DOWN, ' ')                            \
    row(FIRST, GENERAL, "home", "first", "to the start", 0, KEY_HOME_KEY, 'g')                                         \
    row(LAST, GENERAL, "end", "last", "to the end", 0, KEY_END_KEY, 'G')                                               \
    row(OPEN, GENERAL, "enter", "open", "open the selected item", 1, KEY_ENTER_KEY, KEY_RIGHT_ARROW, 'l')              \
    row(BACK, GENERAL, "q esc", "back", "back; on the first screen, quit", 31, 'q', KEY_ESCAPE_KEY)                    \
    row(HELP, GENERAL, "?", "help", "all keys", 30, '?')                                                               \
    row(REDRAW, GENERAL, "ctrl-l", "redraw", "redraw the screen", 0, KEY_REDRAW)                                       \
    row(QUIT, GENERAL, "ctrl-c", "quit", "quit knead", 0, KEY_INTERRUPT)                                               \
    /* routines of one's own, beside the next three: near them, so that ACTION_BIT tells them apart */                 \
    row(NEW, WRITING, "n", "new", "new routine; on a routine, a copy of it", 9, 'n')                                   \
    row(EDIT_ROUTINE, WRITING, "e", "edit", "edit it (knead's own routines are copied first)", 10, 'e')                \
    row(FAVOURITE, WRITING, "*", "favourite", "mark a routine as a favourite, or unmark it", 12, '*')                  \
    /* home: the body */                                                                                               \
    row(LEFT, HOME, "left h", "left", "left", 0, KEY_LEFT_ARROW, 'h')                                                  \
    row(RIGHT, HOME, "right l", "right", "right", 0, KEY_RIGHT_ARROW, 'l')                                             \
    row(FOCUS, HOME, "tab", "panels", "body, routines, choices", 3, KEY_TAB_KEY)                                       \
    row(FOCUS_BACK, HOME, "shift-tab", "previous panel", "previous panel", 0, KEY_BACK_TAB)                            \
    row(RESUME, HOME, "r", "resume", "continue the session you stopped", 2, 'r')                                       \
    row(TODAY, HOME, "t", "today", "what is due today, and why", 5, 't')                                               \
    row(FAVOURITES, HOME, "f", "favourites", "favourites, and what you did last", 8, 'f')                              \
    row(FIND, HOME, "/", "find", "search by body part, title or tool", 4, '/')                                         \
    row(COMPOSE, HOME, "c", "compose", "put a routine together for this region", 6, 'c')                               \
    row(LIBRARY, HOME, "b", "library", "all routines and all moves", 8, 'b')                                           \
    row(SETTINGS, HOME, "s", "settings", "places, tools, health, sides, colours", 8, 's')                              \
    row(HISTORY, HOME, "H", "history", "what you did, and what it did for you", 7, 'H')                                \
    row(MARKED_TOOL, HOME, "i", "about", "on a tool: what it is good for", 3, 'i')                                     \
    /* list */                                                                                                         \
    row(FILTER, LIST, "/", "filter", "show only what matches", 2, '/')                                                 \
    row(OTHER_LIST, LIST, "tab", "moves", "switch between routines and moves", 3, KEY_TAB_KEY)                         \
    row(REMOVE, LIST, "x delete", "remove",                                                                            \
        "remove one of your routines; u undoes it", 11, 'x', KEY_DELETE_KEY)                                           \
    row(TOOLS_OF_MOVE, LIST, "t", "tools", "what the tools of a move are good for", 5, 't')                            \
    row(UNDO, LIST, "u", "undo", "undo the last removal", 4, 'u')                                                      \
    /* routine, before the start */                                                                                    \
    row(START, ROUTINE, "enter", "start", "start, once every question is answered", 1, KEY_ENTER_KEY)                  \
    row(BEFORE, ROUTINE, "0-9", "before", "how it feels before you start", 0,                \
        '0', KEY_BACKSPACE_KEY)                                                                                        \
    row(LONGER, ROUTINE, "+", "minutes", "one minute more", 4, '+', '=')                                               \
    row(SHORTER, ROUTINE, "-", "minutes", "one minute less", 5, '-')                                                   \
    row(CLEAR_LOWERED, ROUTINE, "c", "usual pressure", "go back to the usual pressure", 6, 'c')                        \
    row(LEVEL, ROUTINE, "L", "level", "gentle, standard or firm, for this session", 11, 'L')                           \
    row(ABOUT_MOVE, ROUTINE, "i", "about", "details of the selected move", 7, 'i')                                     \
    row(SWAP, ROUTINE, "s", "swap", "swap the selected move for another", 8, 's')                                      \
    row(TOOLS_OF_PLAN, ROUTINE, "t", "tools", "what its tools are good for", 10, 't')                                  \
    row(PAIR, ROUTINE, "p", "pair", "the routine that this one goes with", 3, 'p')                                     \
    row(KEEP_SWAPS, ROUTINE, "w", "keep the swap", "save the swap in the routine's file", 2, 'w')                      \
    /* player */                                                                                                       \
    row(PAUSE, PLAYER, "space", "pause", "pause or resume", 2, ' ')                                                    \
    row(NEXT, PLAYER, "right n", "next", "next step", 3, KEY_RIGHT_ARROW, 'n')                                         \
    row(STEP_BACK, PLAYER, "left b", "back",                                                                           \
        "restart this step; in its first 3 seconds, go to the previous step", 5, KEY_LEFT_ARROW, 'b')                  \
    row(NEXT_MOVE, PLAYER, "N", "next move", "next move", 0, 'N')                                                      \
    row(MOVE_BEFORE, PLAYER, "B", "previous move", "previous move", 0, 'B')                                            \
    row(MORE, PLAYER, "+", "10 s", "10 seconds more of this step", 7, '+', '=')                                        \
    row(LESS, PLAYER, "-", "10 s", "10 seconds less of this step", 8, '-')                                             \
    row(FELT, PLAYER, "0-9", "felt", "how hard the pressure feels now", 6, '0')                                        \
    row(READY, PLAYER, "enter", "ready",                                                                               \
        "setting up: start now; in a hold with a range: it has eased", 1, KEY_ENTER_KEY)                               \
    row(WAIT, PLAYER, "w", "wait", "setting up: stop the clock until you press Enter", 2, 'w')                         \
    row(LIGHTER, PLAYER, "l", "lighter", "how to make it lighter", 9, 'l')                                             \
    row(DEEPER, PLAYER, "d", "deeper", "how to make it deeper", 10, 'd')                                               \
    row(HURT, PLAYER, "!", "hurts",                                                                                    \
        "it hurts: stop, see what to do, lower the target next time", 4, '!')                                          \
    row(EDIT, PLAYER, "e", "edit", "while paused: edit the routine at this move", 12, 'e')                             \
    row(ABOUT, PLAYER, "i", "about", "details of this move", 11, 'i')                                                  \
    row(SOUND, PLAYER, "m", "sound", "turn sounds on or off", 13, 'm')                                                 \
    row(SPEAK, PLAYER, "v", "voice", "turn the voice on or off", 14, 'v')                                              \
    row(SAY_AGAIN, PLAYER, "V", "say again", "with a voice: repeat the instructions in full", 0, 'V')                  \
    row(LEAVE, PLAYER, "q esc", "stop",                                                                                \
        "stop: your place is saved, so you can continue later", 31, 'q', KEY_ESCAPE_KEY, KEY_INTERRUPT)                \
    /* a session that was left; and when another is to start */                                                        \
    row(GO_ON, OFFER, "g", "continue", "continue where you stopped", 1, 'g')                                           \
    row(LATER, OFFER, "q esc", "later", "decide later: knead asks again next time", 31, 'q', KEY_ESCAPE_KEY)           \
    row(END_HERE, OFFER, "e", "end it", "end it here (stays in your history)", 2, 'e')                                 \
    row(DISCARD, OFFER, "t", "throw away", "throw it away, with everything you did in it", 3, 't')                     \
    row(GO_ON_INSTEAD, ANOTHER, "g", "continue", "continue the unfinished session", 1, 'g')                            \
    row(START_ANOTHER, ANOTHER, "s", "start",                                                                          \
        "end it (stays in your history) and start the new one", 2, 's')                                                \
    row(NEITHER, ANOTHER, "q esc", "neither",                                                                          \
        "do neither: the unfinished session is kept", 31, 'q', KEY_ESCAPE_KEY)                                         \
    /* whether a voice shall speak, before the first session */                                                        \
    row(VOICE_YES, VOICE, "y", "yes", "yes, from now on", 2, 'y', 'Y')                                                 \
    row(VOICE_NO, VOICE, "n", "no", "no, from now on", 3, 'n', 'N')                                                    \
    row(VOICE_SAMPLE, VOICE, "h", "hear it", "hear it first", 4, 'h')                                                  \
    row(VOICE_LATER, VOICE, "q esc", "back",                                                                           \
        "back: do not start; knead asks again", 31, 'q', KEY_ESCAPE_KEY)                                               \
    /* settings */                                                                                                     \
    row(CHANGE, SETTINGS, "enter space", "change", "change the selected setting", 1, KEY_ENTER_KEY, ' ')               \
    row(FIND_SETTING, SETTINGS, "/", "find", "find a setting by its name", 2, '/')                                     \
    row(GROUP_BEFORE, SETTINGS, "left", "group", "group before; or column on the left", 0, KEY_LEFT_ARROW)             \
    row(GROUP_NEXT, SETTINGS, "right", "group", "next group; or column on the right", 0, KEY_RIGHT_ARROW)              \
    row(EDIT_SETTINGS, SETTINGS, "e", "edit", "edit config.yaml", 3, 'e')                                              \
    row(ABOUT_TOOL, SETTINGS, "i", "about", "what the selected tool is good for", 6, 'i')                              \
    row(SAFETY, SETTINGS, "r", "red flags", "when not to start, when to get help", 4, 'r')                             \
    row(FIRST_STEPS, SETTINGS, "f", "first steps", "new to this: how to begin", 0, 'f')                                \
    row(HEALTH_QUESTIONS, SETTINGS, "h", "health", "seven questions about your health", 5, 'h')                        \
    /* another move for one of a routine; the advice of the first start */                                             \
    row(TAKE, SWAP, "enter", "use it", "use this move instead", 1, KEY_ENTER_KEY)                                      \
    row(ACCEPT, ADVICE, "enter", "continue", "continue to the routines", 1, KEY_ENTER_KEY)                             \
    row(RED_FLAGS, ADVICE, "r", "red flags", "when not to start, when to get help", 2, 'r')                            \
    row(NEW_TO_THIS, ADVICE, "f", "first steps", "new to this: how to begin", 4, 'f')                                  \
    row(FIRST_QUESTIONS, ADVICE, "h", "health", "seven questions about your health", 3, 'h')                           \
    /* those questions */                                                                                              \
    row(HEALTH_YES, HEALTH, "y", "yes", "yes", 2, 'y', 'Y')                                                            \
    row(HEALTH_NO, HEALTH, "n", "no", "no", 3, 'n', 'N')                                                               \
    row(HEALTH_RATHER_NOT, HEALTH, "r", "rather not say", "rather not say", 4, 'r')                                    \
    row(HEALTH_LEAVE, HEALTH, "q esc", "leave", "leave the questions", 31, 'q', KEY_ESCAPE_KEY)                        \
    /* a question before the start */                                                                                  \
    row(YES, QUESTION, "y", "yes", "yes", 1, 'y', 'Y')                                                                 \
    row(NO, QUESTION, "n", "no", "no: leave that move out and start with the rest", 2, 'n', 'N')                       \
    /* after a session; a number or a note that is typed */                                                            \
    row(HOME, AFTER, "enter", "home", "back to the first screen", 1, KEY_ENTER_KEY)                                    \
    row(AFTER, AFTER, "0-9", "now", "how it feels now", 2, '0', KEY_BACKSPACE_KEY)           \
    row(AGAIN, AFTER, "g", "again", "go again: the same routine", 3, 'g')                                              \
    row(NOTE, AFTER, "n", "note", "write a note about this session", 4, 'n')                                           \
    row(HISTORY_AFTER, AFTER, "H", "history", "what you did, and what it did for you", 5, 'H')                         \
    row(CORRECT_BEFORE, AFTER, "b", "before", "correct the number from before the session", 6, 'b')                    \
    row(CORRECT_AFTER, AFTER, "a", "after", "correct the number from after the session", 7, 'a')                       \
    row(SAVE, ENTRY, "enter", "save", "save it", 1, KEY_ENTER_KEY)                                                     \
    row(LEAVE_AS_IT_WAS, ENTRY, "esc", "cancel", "leave it as it was", 2, KEY_ESCAPE_KEY)                              \
    /* the title of a new routine; a file that is wrong */                                                             \
    row(WRITE, NAME, "enter", "create", "create it and open the editor", 1, KEY_ENTER_KEY)                             \
    row(CANCEL, NAME, "esc", "cancel", "do not create a routine", 2, KEY_ESCAPE_KEY)                                   \
    row(REPAIR, REPAIR, "enter e", "edit again", "open the first problem in the editor", 1, KEY_ENTER_KEY, 'e')        \
    row(KEEP_TEXT, REPAIR, "k q esc", "keep", "keep the file as it is", 2, 'k', 'q', KEY_ESCAPE_KEY)                   \
    row(THROW_AWAY, REPAIR, "t", "throw away", "undo your changes; knead keeps a backup", 3, 't')                      \
    /* the history; a past session has the last two as well */                                                         \
    row(WEEK_BEFORE, HISTORY, "left h", "week", "a week back", 5, KEY_LEFT_ARROW, 'h')                                 \
    row(WEEK_NEXT, HISTORY, "right l", "week", "a week on", 6, KEY_RIGHT_ARROW, 'l')                                   \
    row(SESSIONS, HISTORY, "tab", "sessions", "switch between the overview and the list of sessions", 2, KEY_TAB_KEY)  \
    row(FIND_SESSION, HISTORY, "/", "find", "search titles, routines, moves and notes", 3, '/')                        \
    row(RECORD_NOTE, RECORD, "n", "note", "write a note about this session", 2, 'n')                                   \
    row(RECORD_BEFORE, RECORD, "b", "before", "correct the number from before the session", 3, 'b')                    \
    row(RECORD_AFTER, RECORD, "a", "after", "correct the number from after the session", 5, 'a')                       \
    row(DELETE_RECORD, PAST, "x delete", "delete", "delete this session; u undoes it", 11, 'x', KEY_DELETE_KEY)        \
    row(UNDO_RECORD, PAST, "u", "undo", "bring back the session deleted last, while knead runs", 4, 'u')

#define ACTION_NAME(name, ...) ACTION_##name,
typedef enum Action { ACTION_NONE, ACTIONS(ACTION_NAME) ACTION_COUNT } Action;
#undef ACTION_NAME
/* clang-format on */

typedef struct ActionRow {
    Action action;
    KeyMap map;
    const char *keys, *label, *help;
    int footer_rank;
    int32_t codes[4]; /* 0 ends */
} ActionRow;

/* Indexed by Action; the row of ACTION_NONE is empty. */
extern const ActionRow action_rows[ACTION_COUNT];

/* A second map of keys that screens with that map also use; MAP_GENERAL: there is none. */
KeyMap action_beside(KeyMap map);

/* What a key does on a screen with that map: its own row, else one of the map beside it, else the general one;
 * ACTION_NONE where nothing. */
Action action_for_key(KeyMap map, int32_t key);

#endif
