/* SPDX-License-Identifier: MIT */
#include "ui/widgets/action.h"

#include <stddef.h>

#include "base/macros.h"

/* clang-format off */
const ActionRow action_rows[ACTION_COUNT] = {
    [ACTION_UP] = {ACTION_UP, MAP_GENERAL, "up k", "up", "up", {KEY_UP_ARROW, 'k'}, 0},
    [ACTION_DOWN] = {ACTION_DOWN, MAP_GENERAL, "down j", "down", "down", {KEY_DOWN_ARROW, 'j'}, 0},
    [ACTION_PAGE_UP] = {ACTION_PAGE_UP, MAP_GENERAL, "page up", "page up", "a page up", {KEY_PAGE_UP}, 0},
    [ACTION_PAGE_DOWN] = {ACTION_PAGE_DOWN, MAP_GENERAL, "page down", "page down", "a page down",
                          {KEY_PAGE_DOWN, ' '}, 0},
    [ACTION_FIRST] = {ACTION_FIRST, MAP_GENERAL, "home", "first", "to the start", {KEY_HOME_KEY, 'g'}, 0},
    [ACTION_LAST] = {ACTION_LAST, MAP_GENERAL, "end", "last", "to the end", {KEY_END_KEY, 'G'}, 0},
    [ACTION_OPEN] = {ACTION_OPEN, MAP_GENERAL, "enter", "open", "open what is chosen",
                     {KEY_ENTER_KEY, KEY_RIGHT_ARROW, 'l'}, 1},
    [ACTION_BACK] = {ACTION_BACK, MAP_GENERAL, "q esc", "back", "back; from the first screen, out",
                     {'q', KEY_ESCAPE_KEY}, 31},
    [ACTION_HELP] = {ACTION_HELP, MAP_GENERAL, "?", "help", "all keys", {'?'}, 30},
    [ACTION_REDRAW] = {ACTION_REDRAW, MAP_GENERAL, "ctrl-l", "redraw", "draw the screen anew", {KEY_REDRAW}, 0},
    [ACTION_QUIT] = {ACTION_QUIT, MAP_GENERAL, "ctrl-c", "quit", "quit knead", {KEY_INTERRUPT}, 0},

    [ACTION_LEFT] = {ACTION_LEFT, MAP_HOME, "left h", "left", "left", {KEY_LEFT_ARROW, 'h'}, 0},
    [ACTION_RIGHT] = {ACTION_RIGHT, MAP_HOME, "right l", "right", "right", {KEY_RIGHT_ARROW, 'l'}, 0},
    [ACTION_FOCUS] = {ACTION_FOCUS, MAP_HOME, "tab", "next part", "from the body to the routines, to the chips",
                      {KEY_TAB_KEY}, 3},
    [ACTION_FOCUS_BACK] = {ACTION_FOCUS_BACK, MAP_HOME, "shift-tab", "part before", "the other way round",
                           {KEY_BACK_TAB}, 0},
    [ACTION_RESUME] = {ACTION_RESUME, MAP_HOME, "r", "go on", "go on with the session that was left", {'r'}, 2},
    [ACTION_TODAY] = {ACTION_TODAY, MAP_HOME, "t", "today", "what is due today, and why", {'t'}, 5},
    [ACTION_FIND] = {ACTION_FIND, MAP_HOME, "/", "find", "find by any word: a part of the body, a title, a tool", {'/'}, 4},
    [ACTION_COMPOSE] = {ACTION_COMPOSE, MAP_HOME, "c", "compose", "put a routine together for this region", {'c'}, 6},
    [ACTION_LIBRARY] = {ACTION_LIBRARY, MAP_HOME, "b", "library", "all routines and all moves", {'b'}, 7},
    [ACTION_SETTINGS] = {ACTION_SETTINGS, MAP_HOME, "s", "settings", "places, tools, health, sides, colours", {'s'}, 8},

    [ACTION_FILTER] = {ACTION_FILTER, MAP_LIST, "/", "filter", "show only what has these words", {'/'}, 2},

    [ACTION_OTHER_LIST] = {ACTION_OTHER_LIST, MAP_LIST, "tab", "moves", "from the routines to the moves, and back",
                           {KEY_TAB_KEY}, 3},
    [ACTION_REMOVE] = {ACTION_REMOVE, MAP_LIST, "x delete", "remove", "take a routine of your own away; u brings it back",
                       {'x', KEY_DELETE_KEY}, 11},
    [ACTION_UNDO] = {ACTION_UNDO, MAP_LIST, "u", "undo", "bring back what was taken away last", {'u'}, 4},

    [ACTION_START] = {ACTION_START, MAP_ROUTINE, "enter", "start", "start, once every question has its answer",
                      {KEY_ENTER_KEY}, 1},
    [ACTION_LONGER] = {ACTION_LONGER, MAP_ROUTINE, "+", "minutes", "a minute more", {'+', '='}, 4},
    [ACTION_SHORTER] = {ACTION_SHORTER, MAP_ROUTINE, "-", "minutes", "a minute less", {'-'}, 5},
    [ACTION_CLEAR_EASE] = {ACTION_CLEAR_EASE, MAP_ROUTINE, "c", "usual targets",
                           "forget what hurt: the usual pressure again", {'c'}, 6},

    [ACTION_ABOUT_MOVE] = {ACTION_ABOUT_MOVE, MAP_ROUTINE, "i", "about", "all about the move that is marked", {'i'}, 7},
    [ACTION_SWAP] = {ACTION_SWAP, MAP_ROUTINE, "s", "swap", "another move in the place of the one that is marked",
                     {'s'}, 8},
    [ACTION_KEEP_SWAPS] = {ACTION_KEEP_SWAPS, MAP_ROUTINE, "w", "keep the swap",
                           "write the swap into the routine's file, to keep it", {'w'}, 2},

    [ACTION_PAUSE] = {ACTION_PAUSE, MAP_PLAYER, "space", "pause", "pause, go on", {' '}, 2},
    [ACTION_NEXT] = {ACTION_NEXT, MAP_PLAYER, "right n", "next", "next step", {KEY_RIGHT_ARROW, 'n'}, 3},
    [ACTION_STEP_BACK] = {ACTION_STEP_BACK, MAP_PLAYER, "left b", "back",
                          "to this step's start; in its first 3 seconds to the step before", {KEY_LEFT_ARROW, 'b'}, 5},
    [ACTION_NEXT_MOVE] = {ACTION_NEXT_MOVE, MAP_PLAYER, "N", "next move", "next move", {'N'}, 0},
    [ACTION_MOVE_BEFORE] = {ACTION_MOVE_BEFORE, MAP_PLAYER, "B", "move before", "the move before", {'B'}, 0},
    [ACTION_MORE] = {ACTION_MORE, MAP_PLAYER, "+", "10 s", "10 seconds more of this step", {'+', '='}, 7},
    [ACTION_LESS] = {ACTION_LESS, MAP_PLAYER, "-", "10 s", "10 seconds less of this step", {'-'}, 8},
    [ACTION_FELT] = {ACTION_FELT, MAP_PLAYER, "0-9", "felt", "how hard it presses now, as you feel it", {'0'}, 6},
    [ACTION_EASED] = {ACTION_EASED, MAP_PLAYER, "enter", "it has eased",
                      "it has eased: ends a hold that has a range, after its first time", {KEY_ENTER_KEY}, 1},
    [ACTION_LIGHTER] = {ACTION_LIGHTER, MAP_PLAYER, "l", "lighter", "how to make it lighter", {'l'}, 9},
    [ACTION_DEEPER] = {ACTION_DEEPER, MAP_PLAYER, "d", "deeper", "how to make it deeper", {'d'}, 10},
    [ACTION_HURT] = {ACTION_HURT, MAP_PLAYER, "!", "hurts",
                     "it hurts: stops the clock, says what to do; next time the target is lower", {'!'}, 4},
    [ACTION_EDIT] = {ACTION_EDIT, MAP_PLAYER, "e", "edit", "while paused: edit the routine at this move", {'e'}, 12},
    [ACTION_ABOUT] = {ACTION_ABOUT, MAP_PLAYER, "i", "about", "all about this move", {'i'}, 11},
    [ACTION_SOUND] = {ACTION_SOUND, MAP_PLAYER, "m", "bell", "bell on or off", {'m'}, 13},
    [ACTION_LEAVE] = {ACTION_LEAVE, MAP_PLAYER, "q esc", "leave", "leave: saved, to go on with later",
                      {'q', KEY_ESCAPE_KEY, KEY_INTERRUPT}, 31},

    [ACTION_GO_ON] = {ACTION_GO_ON, MAP_OFFER, "g", "continue", "continue where it was left", {'g'}, 1},
    [ACTION_LATER] = {ACTION_LATER, MAP_OFFER, "q esc", "later", "later: it stays as it is, and is offered again",
                      {'q', KEY_ESCAPE_KEY}, 31},
    [ACTION_END_HERE] = {ACTION_END_HERE, MAP_OFFER, "e", "end it", "end it here: what was done stays in your history",
                         {'e'}, 2},
    [ACTION_DISCARD] = {ACTION_DISCARD, MAP_OFFER, "t", "throw away", "throw it away, with what was done in it", {'t'},
                        3},
    [ACTION_GO_ON_INSTEAD] = {ACTION_GO_ON_INSTEAD, MAP_ANOTHER, "g", "go on", "go on with the one that was left",
                              {'g'}, 1},
    [ACTION_START_ANOTHER] = {ACTION_START_ANOTHER, MAP_ANOTHER, "s", "start",
                              "keep what was done of it in your history, and start the new one", {'s'}, 2},
    [ACTION_NEITHER] = {ACTION_NEITHER, MAP_ANOTHER, "q esc", "neither", "neither: the one that was left stays as it is",
                        {'q', KEY_ESCAPE_KEY}, 31},

    [ACTION_CHANGE] = {ACTION_CHANGE, MAP_SETTINGS, "enter space", "change", "change what is marked",
                       {KEY_ENTER_KEY, ' '}, 1},
    [ACTION_EDIT_SETTINGS] = {ACTION_EDIT_SETTINGS, MAP_SETTINGS, "e", "edit", "edit config.yaml", {'e'}, 2},
    [ACTION_SAFETY] = {ACTION_SAFETY, MAP_SETTINGS, "r", "red flags", "when not to, and when to get help", {'r'}, 3},

    [ACTION_TAKE] = {ACTION_TAKE, MAP_SWAP, "enter", "take it", "this move in the place of the other",
                     {KEY_ENTER_KEY}, 1},
    [ACTION_ACCEPT] = {ACTION_ACCEPT, MAP_ADVICE, "enter", "go on", "go on to the routines", {KEY_ENTER_KEY}, 1},
    [ACTION_RED_FLAGS] = {ACTION_RED_FLAGS, MAP_ADVICE, "r", "red flags", "when not to, and when to get help",
                          {'r'}, 2},

    [ACTION_YES] = {ACTION_YES, MAP_QUESTION, "y", "yes", "yes to the question", {'y', 'Y'}, 1},
    [ACTION_NO] = {ACTION_NO, MAP_QUESTION, "n", "no", "no: what it asks for is left out, the rest can be started", {'n', 'N'}, 2},

    [ACTION_NEW] = {ACTION_NEW, MAP_WRITING, "n", "new", "a new routine of your own; on a routine, a copy of it", {'n'},
                    9},
    [ACTION_EDIT_ROUTINE] = {ACTION_EDIT_ROUTINE, MAP_WRITING, "e", "edit",
                             "edit it; of one that came with knead, a copy of your own", {'e'}, 10},
    [ACTION_WRITE] = {ACTION_WRITE, MAP_NAME, "enter", "write it", "write it, and open the editor", {KEY_ENTER_KEY}, 1},
    [ACTION_CANCEL] = {ACTION_CANCEL, MAP_NAME, "esc", "leave it", "no new routine", {KEY_ESCAPE_KEY}, 2},
    [ACTION_REPAIR] = {ACTION_REPAIR, MAP_REPAIR, "enter e", "back to it", "back to the first problem, in the editor",
                     {KEY_ENTER_KEY, 'e'}, 1},
    [ACTION_KEEP_TEXT] = {ACTION_KEEP_TEXT, MAP_REPAIR, "k q esc", "keep", "keep the file as it is",
                          {'k', 'q', KEY_ESCAPE_KEY}, 2},
    [ACTION_THROW_AWAY] = {ACTION_THROW_AWAY, MAP_REPAIR, "t", "throw away",
                           "as it was before; what was written is put aside", {'t'}, 3},
};
/* clang-format on */

static const KeyMap besides[MAP_COUNT] = {
    [MAP_HOME] = MAP_WRITING, [MAP_LIST] = MAP_WRITING, [MAP_ROUTINE] = MAP_WRITING};

KeyMap action_beside(KeyMap map)
{
    return besides[map];
}

static bool row_has_key(const ActionRow *row, int32_t key)
{
    if (row->action == ACTION_FELT)
        return key >= '0' && key <= '9';
    for (size_t i = 0; i < ARRAY_LEN(row->codes) && row->codes[i]; i++) {
        if (row->codes[i] == key)
            return true;
    }
    return false;
}

static Action find_in_map(KeyMap map, int32_t key)
{
    for (int i = 1; i < ACTION_COUNT; i++) {
        if (action_rows[i].map == map && row_has_key(&action_rows[i], key))
            return (Action)i;
    }
    return ACTION_NONE;
}

Action action_for_key(KeyMap map, int32_t key)
{
    Action found = find_in_map(map, key);
    if (found == ACTION_NONE && action_beside(map) != MAP_GENERAL)
        found = find_in_map(action_beside(map), key);
    return found != ACTION_NONE || map == MAP_GENERAL ? found : find_in_map(MAP_GENERAL, key);
}
