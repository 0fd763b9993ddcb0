/* SPDX-License-Identifier: MIT */
/* AppOptions: what the app is given when it starts. Effects: what it asks of its caller, which owns the terminal. */
#ifndef APP_EFFECTS_H
#define APP_EFFECTS_H

#include <stdbool.h>
#include <stdint.h>

#include "routine/names.h"

typedef struct App App;

typedef struct AppOptions {
    const char *routines_dir; /* --routines; NULL: the usual folders */
    const char *program_dir;
    int32_t minutes, from_move; /* 0: not given */
    Side side;
    bool has_level; /* `level` was given */
    Level level;
    int32_t speed; /* times real time, at least 1; above 1 nothing is recorded */
    bool is_mute, is_quiet, yes;
    bool is_unattended; /* nobody can press a key: nothing waits for the person */
} AppOptions;

/* What the caller (the screen loop or line mode) has to do after a call. */
typedef struct Effects {
    bool draw;
    bool redraw_all;
    bool bell;
    bool edit; /* give the terminal to the editor: app_edit_command, then app_edited */
    bool quit;
} Effects;

#endif
