/* SPDX-License-Identifier: MIT */
#include "term/loop.h"

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/output.h"
#include "base/utf8.h"
#include "platform/editor.h"
#include "platform/input.h"
#include "platform/signals.h"
#include "platform/wait.h"
#include "term/term.h"
#include "ui/session_title.h"

enum { PACER_MS = 250, SIGNAL_STATUS = 128 };

typedef struct Loop {
    App *app;
    Canvas canvas;
    Input keys;
    int64_t keys_due_ns; /* when an Escape that came alone is one; 0: none waits */
    WaitTimer waiter;
    Moment last;           /* the last time that the clock was looked at */
    bool is_over, is_gone; /* is_gone: the terminal */
    bool has_no_frames;    /* nothing can be drawn; the session goes on without */
    int ended_by;          /* a signal, or 0 */
} Loop;

static void fit_window(Loop *loop)
{
    int width, height;
    term_size(&width, &height);
    canvas_resize(&loop->canvas, width, height);
    app_set_window(loop->app, width, height, !term_look().is_utf8);
}

static void set_title(const Model *model)
{
    Text title = {0}, clean = {0};
    if (model->settings->title == TITLE_ON && model->session)
        session_title_add(&title, model->session);
    utf8_show(&clean, text_show(&title), title.length, !term_look().is_utf8);
    term_set_title(text_show(&clean));
    text_release(&clean);
    text_release(&title);
}

/* What of the terminal goes by what is shown and by the settings. */
static void set_terminal(Loop *loop)
{
    const Model *model = app_model(loop->app);
    const Theme theme = settings_theme(model->settings);
    const bool has_new_letters = term_set_ascii(model->settings->ascii == ASCII_ON);
    if (term_set_theme(&theme) || has_new_letters)
        loop->canvas.look = term_look();
    if (has_new_letters)
        fit_window(loop);
    set_title(model);
    term_set_mouse(app_wants_clicks(loop->app));
}

static void paint(Loop *loop, bool bell)
{
    if (loop->has_no_frames)
        return;
    set_terminal(loop);
    screens_draw(app_screens(loop->app), app_model(loop->app), &loop->canvas);
    const TermShown shown = term_show(&loop->canvas, bell);
    loop->is_gone = loop->is_gone || shown == TERM_GONE;
    loop->has_no_frames = shown == TERM_NO_FRAME;
    loop->is_over = loop->is_over || loop->has_no_frames;
    sched_yield(); /* to the terminal, which is to show it before what comes after */
}

/* Once the frame is on the screen. */
static void show_notice(Loop *loop)
{
    char *notice = app_take_notice(loop->app);
    if (notice && !loop->has_no_frames)
        loop->is_gone = !term_notice(notice) || loop->is_gone;
    free(notice);
}

static void run_editor(Loop *loop);

/* Does what the app asks of the one who has the terminal, and lets it write its records once all is on the screen. */
static void obey(Loop *loop, Effects wish)
{
    if (wish.redraw_all)
        term_forget();
    if (wish.quit)
        loop->is_over = true;
    else if (wish.draw || wish.redraw_all || wish.bell)
        paint(loop, wish.bell);
    app_take_events(loop->app);
    const Effects kept = app_keep(loop->app); /* before the editor too: it may stay open for long */
    show_notice(loop);
    if (wish.edit && !loop->is_over)
        run_editor(loop);
    else if ((kept.draw || kept.bell) && !loop->is_over)
        paint(loop, kept.bell);
}

static void beat(Loop *loop)
{
    loop->last = clock_now();
    obey(loop, app_beat(loop->app, loop->last));
}

static void come_back(Loop *loop)
{
    loop->is_gone = loop->is_gone || !term_resume();
    fit_window(loop);
    loop->last = clock_now();
}

static void run_editor(Loop *loop)
{
    char **command = app_edit_command(loop->app);
    if (!command)
        return;
    term_suspend();
    const bool worked = editor_run(command);
    come_back(loop);
    editor_free_command(command);
    obey(loop, app_edited(loop->app, worked));
}

/* Ctrl-Z: the session stands from this moment on, whatever time passes until `fg`. */
static void stop_here(Loop *loop)
{
    beat(loop);
    const Moment then = loop->last;
    app_rest(loop->app);
    term_suspend();
    signals_stop_here();
    come_back(loop);
    Effects wish = app_was_stopped(loop->app, then, loop->last, "by Ctrl-Z");
    wish.redraw_all = true;
    obey(loop, wish);
}

/* After a stop without warning (SIGSTOP) somebody else may have used the terminal. */
static void go_on(Loop *loop)
{
    const Moment then = loop->last;
    term_suspend();
    come_back(loop);
    Effects wish = app_was_stopped(loop->app, then, loop->last, "from outside");
    wish.redraw_all = true;
    obey(loop, wish);
}

/* A window that is as large as before may have been another meanwhile, and have lost what it showed. */
static void take_size(Loop *loop)
{
    term_forget();
    if (term_resize())
        fit_window(loop);
    paint(loop, false);
}

static void take_signals(Loop *loop, bool was_stopped)
{
    for (int number; !loop->is_over && (number = signals_next()) != 0;) {
        if (signals_is_end(number)) {
            loop->ended_by = number;
            loop->is_over = true;
        } else if (number == SIGTSTP) {
            stop_here(loop);
            was_stopped = false; /* that was it: the SIGCONT after it is no news */
        } else if (number == SIGCONT && was_stopped) {
            go_on(loop);
        } else if (number == SIGWINCH) {
            take_size(loop);
        }
    }
}

/* Only what runs needs to know how late it is before a key means something. */
static void take_key(Loop *loop, int32_t key)
{
    Effects before = {0};
    if (app_is_playing(loop->app)) {
        loop->last = clock_now();
        before = app_beat(loop->app, loop->last);
    }
    Effects wish = app_key(loop->app, key);
    wish.draw = wish.draw || before.draw;
    wish.bell = wish.bell || before.bell;
    obey(loop, wish);
}

static void take_keys(Loop *loop, bool is_late)
{
    const int64_t wait_ns = (int64_t)INPUT_ESCAPE_MS * 1000000;
    for (int32_t key; !loop->is_over && (key = input_next_key(&loop->keys, is_late)) != KEY_NONE;)
        take_key(loop, key);
    loop->keys_due_ns = input_is_waiting(&loop->keys) ? clock_now().awake_ns + wait_ns : 0;
}

static int64_t due_ns(Loop *loop)
{
    const int64_t app_ns = app_due_ns(loop->app);
    if (loop->keys_due_ns == 0)
        return app_ns;
    return app_ns < 0 || loop->keys_due_ns < app_ns ? loop->keys_due_ns : app_ns;
}

static void turn(Loop *loop)
{
    struct pollfd others[WAIT_OTHERS_MOST];
    const WaitSources from = {/* before the time that is due: the first may begin the watch */
                              .files = app_watch_descriptor(loop->app),
                              .voice = app_voice_descriptor(loop->app),
                              .input = STDIN_FILENO,
                              .others = others,
                              .other_count = app_control_sources(loop->app, others)};
    const unsigned came = wait_for_any(&loop->waiter, from, due_ns(loop));
    if (came & WAIT_FILES)
        app_files_told(loop->app);
    if (came & WAIT_SIGNAL)
        take_signals(loop, came & WAIT_STOPPED);
    if (came & WAIT_INPUT && !loop->is_over) {
        loop->is_gone = loop->is_gone || !input_read(&loop->keys, STDIN_FILENO);
        take_keys(loop, false);
    }
    if (came & WAIT_VOICE && !loop->is_over)
        obey(loop, (Effects){0});
    if (came & WAIT_OTHERS && !loop->is_over) {
        loop->last = clock_now();
        obey(loop, app_control(loop->app, loop->last));
    }
    if (came == 0) {
        if (loop->keys_due_ns != 0 && clock_now().awake_ns >= loop->keys_due_ns)
            take_keys(loop, true);
        if (!loop->is_over)
            beat(loop);
    }
}

static void run(Loop *loop)
{
    canvas_init(&loop->canvas, 1, 1, term_look());
    fit_window(loop);
    app_set_pacer(loop->app, PACER_MS);
    paint(loop, false);
    obey(loop, app_open_records(loop->app));
    while (!loop->is_over && !loop->is_gone)
        turn(loop);
    if (!loop->has_no_frames) {
        app_leave(loop->app);
        app_keep(loop->app);
    }
    canvas_release(&loop->canvas);
    wait_release(&loop->waiter);
}

static void say_last_words(App *app)
{
    const char *words = app_last_words(app);
    if (words) {
        output_text(stdout, words);
        output_text(stdout, "\n");
    }
    for (const char *trouble; (trouble = app_problem(app)) != NULL;)
        output_problem("%s", trouble);
}

static int no_screen(const char *problem)
{
    if (problem)
        output_problem("cannot use the screen (%s); showing lines instead", problem);
    return LOOP_NO_SCREEN;
}

int loop_run(App *app)
{
    if (!signals_start())
        return LOOP_NO_SCREEN;
    const char *problem;
    if (!term_start(&problem)) {
        signals_stop();
        return no_screen(problem);
    }
    Loop loop = {.app = app, .last = clock_now()};
    wait_init(&loop.waiter);
    run(&loop);
    term_stop();
    signals_stop();
    if (loop.has_no_frames && loop.ended_by == 0)
        return no_screen("what is drawn does not arrive");
    say_last_words(app);
    if (loop.is_gone && loop.ended_by == 0)
        loop.ended_by = SIGHUP;
    return loop.ended_by ? SIGNAL_STATUS + loop.ended_by : 0;
}
