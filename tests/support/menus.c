/* SPDX-License-Identifier: MIT */
#include "support/menus.h"

#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "support/scratch.h"

const char menus_heel[] = "knead: 1\ntitle: Heel Rest\nsummary: One short move for tired heels.\n"
                          "cautions: Not on a new injury.\nmoves:\n"
                          "  - {use: heel-roll, prepare: 0, switch: 1s, hold: 1s}\n";
static const char moves[] =
    "knead: 1\nmoves:\n"
    "  heel-roll: {name: Heel roll, areas: feet, sides: both, hold: 1s, tools: tennis-ball, setup: Stand easy.,\n"
    "              pressure: 3-5, instead: heel-press}\n"
    "  heel-press: {name: Heel press, areas: feet, sides: both, hold: 1s, pressure: 3-5,\n"
    "               why: Needs no ball.}\n";
const char menus_calf[] = "knead: 1\ntitle: Calf Press\nmoves:\n"
                          "  - {name: Calf, areas: calves, prepare: 0, hold: 60s, confirm: Is the skin whole?}\n";

static char *folder;

void menus_set_up(void)
{
    scratch_make_home();
    scratch_put(MENUS_SETTINGS, "# mine\nvoice: off\nlevel: standard # as I like it\n");
    scratch_put("own/heel.yaml", menus_heel);
    scratch_put("own/calf.yaml", menus_calf);
    scratch_put("own/moves/feet.yaml", moves);
    folder = scratch_path("own");
}

void menus_tear_down(void)
{
    free(folder);
    scratch_remove();
}

Pty *menus_start_in(int columns, const char *const *env, const char *option)
{
    const char *const arguments[] = {"--routines", folder, option, NULL};
    return pty_start(&(PtyOptions){.rows = 500, .columns = columns, .env = env}, arguments);
}

Pty *menus_start_with(const char *const *env, const char *option)
{
    return menus_start_in(120, env, option);
}

const char *const menus_accessible[] = {"ACCESSIBLE=1", NULL};

Pty *menus_start_wide(int columns)
{
    Pty *pty = menus_start_in(columns, menus_accessible, NULL);
    pty_skip_health(pty);
    pty_wait_for(pty, "Main menu. Number?");
    return pty;
}

Pty *menus_start(void)
{
    return menus_start_wide(120);
}

int menus_times(Pty *pty, const char *text)
{
    int found = 0;
    for (const char *at = pty_screen(pty); (at = strstr(at, text)) != NULL; at++)
        found++;
    return found;
}

typedef struct Count {
    const char *text;
    int least;
} Count;

static bool stands_so_often(Pty *pty, void *context)
{
    const Count *count = context;
    return menus_times(pty, count->text) >= count->least;
}

void menus_wait_times(Pty *pty, const char *text, int least)
{
    Count count = {text, least};
    pty_wait_until(pty, text, stands_so_often, &count);
}

void menus_say(Pty *pty, const char *keys, const char *answer)
{
    const int before = menus_times(pty, answer);
    pty_send(pty, keys);
    menus_wait_times(pty, answer, before + 1);
}

void menus_leave(Pty *pty, int status)
{
    ck_assert_int_eq(pty_wait_exit(pty), status);
    pty_check_given_back(pty);
    pty_end(pty);
}

void menus_leave_by_ctrl_c(Pty *pty)
{
    pty_send(pty, PTY_CTRL_C);
    menus_leave(pty, 128 + SIGINT);
}
