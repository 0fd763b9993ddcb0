/* SPDX-License-Identifier: MIT */
#include "plain/waiting.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/output.h"
#include "plain/telling.h"
#include "platform/editor.h"
#include "platform/signals.h"
#include "platform/tty.h"

void waiting_take_terminal(Console *console)
{
    console->has_keys = console->has_terminal && tty_take(STDIN_FILENO, false);
    app_set_attended(console->app, console->has_keys);
}

static void show_notice(Console *console)
{
    char *notice = app_take_notice(console->app);
    if (notice && console->on_terminal && !console->is_gone)
        output_sequence(notice);
    free(notice);
}

void waiting_obey(Console *console, Effects wish)
{
    telling_news(console, wish);
    telling_news(console, app_keep(console->app)); /* before the editor too: it may stay open for long */
    show_notice(console);
    if (wish.edit) {
        char **command = app_edit_command(console->app);
        tty_give_back();
        const bool worked = command && editor_run(command);
        waiting_take_terminal(console);
        editor_free_command(command);
        console->last = clock_now();
        waiting_obey(console, app_edited(console->app, worked));
    }
}

void waiting_beat(Console *console)
{
    waiting_take_terminal(console); /* a shell need not say that it put a job in the foreground again */
    console->last = clock_now();
    waiting_obey(console, app_beat(console->app, console->last));
}

void waiting_perform(Console *console, Request request, bool is_silent)
{
    const Effects wish = app_perform(console->app, request);
    if (is_silent)
        console->told = app_model(console->app)->notice_number;
    waiting_obey(console, wish);
}

static void stopped(Console *console, Moment then, const char *how)
{
    tty_give_back();
    waiting_take_terminal(console);
    console->last = clock_now();
    waiting_obey(console, app_was_stopped(console->app, then, console->last, how));
    if (console->question)
        console_say(console, console->question);
}

static void stop_here(Console *console)
{
    waiting_beat(console);
    app_rest(console->app);
    tty_give_back();
    signals_stop_here();
    stopped(console, console->last, "by Ctrl-Z");
}

static void take_signals(Console *console, bool was_stopped)
{
    for (int number; !console->is_over && (number = signals_next()) != 0;) {
        if (signals_is_end(number)) {
            console->status = CONSOLE_SIGNAL + number;
            console->is_over = true;
        } else if (number == SIGTSTP) {
            stop_here(console);
            was_stopped = false; /* that was it: the SIGCONT after it is no news */
        } else if (number == SIGCONT && was_stopped) {
            stopped(console, console->last, "from outside");
        }
    }
}

int32_t waiting_key(Console *console, int64_t due_ns)
{
    int32_t key = input_next_key(&console->keys, false);
    if (key != KEY_NONE)
        return key;
    const bool is_waiting = input_is_waiting(&console->keys);
    const int64_t late_ns = console->last.awake_ns + (int64_t)INPUT_ESCAPE_MS * 1000000;
    const int64_t wake_ns = is_waiting && (due_ns < 0 || late_ns < due_ns) ? late_ns : due_ns;
    struct pollfd others[WAIT_OTHERS_MOST];
    const WaitSources from = {.input = console->has_keys ? STDIN_FILENO : -1,
                              .files = app_watch_descriptor(console->app),
                              .voice = app_voice_descriptor(console->app),
                              .others = others,
                              .other_count = app_control_sources(console->app, others)};
    const unsigned came = wait_for_any(&console->waiter, from, wake_ns);
    if (came & WAIT_FILES)
        app_files_told(console->app);
    if (came & WAIT_VOICE)
        waiting_obey(console, (Effects){0});
    if (came & WAIT_SIGNAL)
        take_signals(console, came & WAIT_STOPPED); /* first: a stop began at the last moment that was seen before it */
    console->last = came & (WAIT_INPUT | WAIT_OTHERS) ? clock_now() : console->last;
    if (came & WAIT_OTHERS && !console->is_over)
        waiting_obey(console, app_control(console->app, console->last));
    if (came & WAIT_INPUT && !input_read(&console->keys, STDIN_FILENO)) {
        console->is_over = true;
        console->status = CONSOLE_SIGNAL + SIGHUP;
    }
    return input_next_key(&console->keys, is_waiting && came == 0);
}

/* The next key; KEY_INTERRUPT where there will be none. Menus let the app do its waiting work meanwhile. */
static int32_t next_key(Console *console)
{
    while (!console->is_over) {
        const int32_t key = waiting_key(console, console->has_menus ? app_due_ns(console->app) : -1);
        if (key != KEY_NONE)
            return key;
        if (console->has_menus && !console->is_over)
            waiting_beat(console);
    }
    return KEY_INTERRUPT;
}

static void say_to(void *console, const char *line)
{
    console_say(console, line);
}

static int32_t next_key_of(void *console)
{
    return next_key(console);
}

/* The terminal shows nothing by itself while keys come one by one. */
static void echo(void *memory, const char *text)
{
    const Console *console = memory;
    if (!console->on_terminal)
        return;
    output_text(stdout, text);
    fflush(stdout);
}

static void erase(void *memory, int cells)
{
    const Console *console = memory;
    if (console->on_terminal)
        output_erase(cells);
}

Asker waiting_asker(Console *console)
{
    return (Asker){say_to, next_key_of, echo, erase, console};
}
