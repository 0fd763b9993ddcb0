/* SPDX-License-Identifier: MIT */
/* What a person can do, and with which keys: one table that keys, footer, help and the manual page come from. A screen
 * has its own map, then the general one. */
#ifndef UI_WIDGETS_ACTION_H
#define UI_WIDGETS_ACTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/key.h"

/* clang-format off */
typedef enum KeyMap {
    MAP_GENERAL, MAP_HOME, MAP_LIST, MAP_ROUTINE, MAP_PLAYER, MAP_OFFER, MAP_AFTER, MAP_READING, MAP_SETTINGS,
    MAP_SWAP, MAP_ADVICE, MAP_QUESTION, MAP_WRITING, MAP_NAME, MAP_REPAIR, MAP_ANOTHER, MAP_COUNT
} KeyMap;
/* clang-format on */

/* clang-format off */
typedef enum Action {
    ACTION_NONE,
    /* general */
    ACTION_UP, ACTION_DOWN, ACTION_PAGE_UP, ACTION_PAGE_DOWN, ACTION_FIRST, ACTION_LAST, ACTION_OPEN, ACTION_BACK,
    ACTION_HELP, ACTION_REDRAW, ACTION_QUIT,
    /* routines of one's own, beside the next three: near them, so that ACTION_BIT tells them apart */
    ACTION_NEW, ACTION_EDIT_ROUTINE,
    /* home: the body */
    ACTION_LEFT, ACTION_RIGHT, ACTION_FOCUS, ACTION_FOCUS_BACK, ACTION_RESUME, ACTION_TODAY, ACTION_FIND, ACTION_COMPOSE,
    ACTION_LIBRARY, ACTION_SETTINGS,
    /* list */
    ACTION_FILTER, ACTION_OTHER_LIST, ACTION_REMOVE, ACTION_UNDO,
    /* routine, before the start */
    ACTION_START, ACTION_LONGER, ACTION_SHORTER, ACTION_CLEAR_EASE,
    ACTION_ABOUT_MOVE, ACTION_SWAP, ACTION_KEEP_SWAPS,
    /* player */
    ACTION_PAUSE, ACTION_NEXT, ACTION_STEP_BACK, ACTION_NEXT_MOVE, ACTION_MOVE_BEFORE, ACTION_MORE, ACTION_LESS,
    ACTION_FELT, ACTION_EASED, ACTION_LIGHTER, ACTION_DEEPER, ACTION_HURT, ACTION_EDIT, ACTION_ABOUT, ACTION_SOUND,
    ACTION_LEAVE,
    /* a session that was left; and when another is to start */
    ACTION_GO_ON, ACTION_LATER, ACTION_END_HERE, ACTION_DISCARD, ACTION_GO_ON_INSTEAD, ACTION_START_ANOTHER,
    ACTION_NEITHER,
    /* settings */
    ACTION_CHANGE, ACTION_EDIT_SETTINGS, ACTION_SAFETY,
    /* another move for one of a routine; the advice of the first start */
    ACTION_TAKE, ACTION_ACCEPT, ACTION_RED_FLAGS,
    /* a question before the start */
    ACTION_YES, ACTION_NO,
    /* the title of a new routine; a file that is wrong */
    ACTION_WRITE, ACTION_CANCEL, ACTION_REPAIR, ACTION_KEEP_TEXT, ACTION_THROW_AWAY,
    ACTION_COUNT
} Action;
/* clang-format on */

typedef struct ActionRow {
    Action action;
    KeyMap map;
    const char *keys;  /* as people read them: "space", "0-9", "right n" */
    const char *label; /* one or two words for the footer */
    const char *help;  /* one line for the help screen */
    int32_t codes[4];  /* keys that do it, 0 ends; ACTION_FELT takes all digits */
    int footer_rank;   /* 0: not in the footer; else 1 is shown first, higher ones where there is room */
} ActionRow;

/* Indexed by Action; the row of ACTION_NONE is empty. */
extern const ActionRow action_rows[ACTION_COUNT];

/* A map of keys that a screen with that map has besides its own; MAP_GENERAL where there is none. */
KeyMap action_beside(KeyMap map);

/* What a key does on a screen with that map: its own row, else one of the map beside it, else the general one;
 * ACTION_NONE where nothing. */
Action action_for_key(KeyMap map, int32_t key);

#endif
