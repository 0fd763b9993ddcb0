/* SPDX-License-Identifier: MIT */
#include "plain/plain.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/output.h"
#include "plain/following.h"
#include "plain/main_menu.h"
#include "plain/waiting.h"
#include "platform/signals.h"
#include "platform/tty.h"

/* The last words are heard to their end, but for somebody who presses a key. */
static void hear_out(Console *console)
{
    while (!console->is_gone && console->status == 0 && app_is_heard(console->app) &&
           waiting_key(console, app_due_ns(console->app)) == KEY_NONE)
        waiting_obey(console, app_keep(console->app));
}

static void run_session(Console *console)
{
    following_run(console);
    if (console->is_asked)
        following_ask_after(console);
}

static int run(App *app, bool has_menus, void (*body)(Console *console))
{
    if (!signals_start()) {
        output_problem("cannot start: %s", strerror(errno));
        return CONSOLE_FAILED;
    }
    Console console = {.app = app,
                       .last = clock_now(),
                       .has_terminal = isatty(STDIN_FILENO),
                       .on_terminal = isatty(STDOUT_FILENO),
                       .has_menus = has_menus};
    waiting_take_terminal(&console);
    wait_init(&console.waiter);
    body(&console);
    hear_out(&console);
    waiting_obey(&console, app_leave(app));
    tty_give_back();
    signals_stop();
    wait_release(&console.waiter);
    text_release(&console.out);
    for (const char *trouble; (trouble = app_problem(app)) != NULL;)
        output_problem("%s", trouble);
    return console.status;
}

int plain_run(App *app)
{
    return run(app, false, run_session);
}

int plain_run_menus(App *app)
{
    return run(app, true, main_menu_run);
}
