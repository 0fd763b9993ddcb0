/* SPDX-License-Identifier: MIT */
#include "plain/plain.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/duration.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/output.h"
#include "base/text.h"
#include "plain/health_lines.h"
#include "plain/line.h"
#include "plain/number_lines.h"
#include "plain/question_lines.h"
#include "platform/editor.h"
#include "platform/input.h"
#include "platform/signals.h"
#include "platform/tty.h"
#include "platform/wait.h"
#include "session/caps.h"
#include "session/plan.h"

enum { FAILED = 1, SIGNAL_STATUS = 128, SECOND_MS = 1000 };

typedef struct Plain {
    App *app;
    Input keys;
    WaitTimer waiter;
    Moment last;   /* the last time that the clock was looked at */
    Moment paused; /* when the pause began */
    Text out;      /* lines that are not yet written */
    uint64_t told; /* the number of the notice that was told last */
    int time_width;
    bool has_terminal; /* that keys may come from, when this is its foreground */
    bool has_keys, on_terminal;
    bool is_over, is_gone; /* is_gone: who reads the lines */
    bool is_asked;         /* how it feels was asked before the start */
    int status;
} Plain;

/* A reader that has gone (`| head`) is no trouble, nor what is left to say at a signal; a terminal that takes no
 * more has hung up; a full disk is trouble. */
static void flush(Plain *plain)
{
    if (plain->is_gone)
        return;
    output_text(stdout, text_show(&plain->out));
    text_clear(&plain->out);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return;
    plain->is_over = plain->is_gone = true;
    if (errno == EPIPE || plain->status > SIGNAL_STATUS)
        return;
    if (!plain->on_terminal)
        output_problem("cannot write output: %s", strerror(errno));
    plain->status = plain->on_terminal ? SIGNAL_STATUS + SIGHUP : FAILED;
}

/* Adds the line that `text` makes at that time; nothing where it is empty. */
static void add_line(Plain *plain, int64_t at_ms, const char *text)
{
    if (*text == '\0')
        return;
    line_begin(&plain->out, at_ms, plain->time_width);
    const size_t start = plain->out.length;
    text_add(&plain->out, text);
    line_end(&plain->out, start);
}

static int64_t now_ms(Plain *plain)
{
    const Session *session = app_model(plain->app)->session;
    return session ? session_at_ms(session) : 0;
}

static void say(Plain *plain, const char *text)
{
    add_line(plain, now_ms(plain), text);
    flush(plain);
}

static const char *say_key(Plain *plain, Action action, char key[KEY_NAME_SIZE])
{
    return key_bindings_say(app_model(plain->app)->keys, action, key);
}

static void tell_pause(Plain *plain, Text *line)
{
    const char *note = app_model(plain->app)->paused_note;
    plain->paused = clock_now();
    text_print(line, "Paused%s%s.", note ? " " : "", note ? note : "");
    char key[KEY_NAME_SIZE];
    if (plain->has_keys)
        text_print(line, " Press %s to resume.", say_key(plain, ACTION_PAUSE, key));
}

static void tell_going_on(Plain *plain, Text *line)
{
    char length[DURATION_TEXT_SIZE];
    const int64_t paused_s = (clock_now().real_ns - plain->paused.real_ns) / 1000000 / SECOND_MS;
    if (plain->paused.real_ns > 0)
        text_print(line, "Resumed after %s.", duration_words(length, paused_s));
    else
        text_add(line, "Resumed.");
}

/* Beside that it hurt: what was noted, what to do, and what comes when the person says so. */
static void tell_stop(Plain *plain, const Session *session, int64_t at_ms)
{
    Text line = {0};
    char key[KEY_NAME_SIZE];
    plain->paused = clock_now();
    if (app_model(plain->app)->can_record)
        add_line(plain, at_ms, "The pressure target is lower next time.");
    add_line(plain, at_ms, safety_when_it_hurts);
    add_line(plain, at_ms, safety_when_to_stop);
    if (plain->has_keys) {
        text_print(&line, "Press %s ", say_key(plain, ACTION_PAUSE, key));
        session_name_next(&line, session);
        text_add_char(&line, '.');
        add_line(plain, at_ms, text_show(&line));
    }
    text_release(&line);
}

static void tell_event(Plain *plain, const Session *session, const Event *event)
{
    char key[KEY_NAME_SIZE];
    Text line = {0};
    if (event->kind == EVENT_PAUSED)
        tell_pause(plain, &line);
    else if (event->kind == EVENT_WENT_ON)
        tell_going_on(plain, &line);
    else
        line_event(&line, session, event, plain->has_keys ? say_key(plain, ACTION_READY, key) : NULL,
                   app_model(plain->app)->positions);
    add_line(plain, event->at_ms, text_show(&line));
    if (event->kind == EVENT_HURT && session->state == SESSION_STOPPED)
        tell_stop(plain, session, event->at_ms);
    text_release(&line);
}

/* Takes up what a call brought: the bell and the lines, in one write. */
static void tell(Plain *plain, Effects wish)
{
    const Session *session = app_model(plain->app)->session;
    const EventList *events = app_take_events(plain->app);
    if (wish.bell && plain->on_terminal)
        output_bell();
    for (size_t i = 0; session && i < events->count; i++)
        tell_event(plain, session, &events->items[i]);
    const Model *model = app_model(plain->app);
    if (model->notice && model->notice_number != plain->told && session && app_is_playing(plain->app))
        add_line(plain, session_at_ms(session), model->notice);
    plain->told = model->notice_number;
    flush(plain);
    plain->is_over = plain->is_over || wish.quit || app_is_finished(plain->app);
}

/* A job in the background has no keys. */
static void take_terminal(Plain *plain)
{
    plain->has_keys = plain->has_terminal && tty_take(STDIN_FILENO, false);
    app_set_attended(plain->app, plain->has_keys);
}

static void show_notice(Plain *plain)
{
    char *notice = app_take_notice(plain->app);
    if (notice && plain->on_terminal && !plain->is_gone)
        output_sequence(notice);
    free(notice);
}

static void obey(Plain *plain, Effects wish)
{
    tell(plain, wish);
    tell(plain, app_keep(plain->app)); /* before the editor too: it may stay open for long */
    show_notice(plain);
    if (wish.edit) {
        char **command = app_edit_command(plain->app);
        tty_give_back();
        const bool worked = command && editor_run(command);
        take_terminal(plain);
        editor_free_command(command);
        plain->last = clock_now();
        obey(plain, app_edited(plain->app, worked));
    }
}

static void beat(Plain *plain)
{
    take_terminal(plain); /* a shell need not say that it put a job in the foreground again */
    plain->last = clock_now();
    obey(plain, app_beat(plain->app, plain->last));
}

static void command(Plain *plain, SessionCommand command)
{
    obey(plain, app_perform(plain->app, (Request){.kind = REQUEST_COMMAND, .command = command}));
}

/* Where nobody can press a key, a pause that came from outside ends when it can. */
static void go_on_alone(Plain *plain)
{
    const Session *session = app_model(plain->app)->session;
    if (!plain->has_keys && !app_is_held(plain->app) && session &&
        (session->state == SESSION_PAUSED || session->state == SESSION_WAITING))
        command(plain, COMMAND_GO_ON);
}

static void say_keys(Plain *plain, KeyMap map)
{
    for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
        const ActionRow *row = &action_rows[i];
        if (row->map == map) {
            Text line = {0};
            key_bindings_add_names(&line, app_model(plain->app)->keys, row->action);
            text_print(&line, ": %s", row->help);
            add_line(plain, now_ms(plain), text_show(&line));
            text_release(&line);
        }
    }
    flush(plain);
}

static void say_about(Plain *plain)
{
    const Session *session = app_model(plain->app)->session;
    const PlanMove *move = session ? session_move(session) : NULL;
    bool is_more = move != NULL;
    for (int row = 0; is_more; row++) {
        Text line = {0};
        is_more = line_about(&line, session->plan, move, app_model(plain->app)->positions, row);
        add_line(plain, now_ms(plain), text_show(&line));
        text_release(&line);
    }
    flush(plain);
}

static void say_answer(Plain *plain)
{
    const Model *model = app_model(plain->app);
    Text line = {0};
    if (model->answer)
        text_print(&line, "%s: %s", model->answer_title, model->answer);
    say(plain, text_show(&line));
    text_release(&line);
}

/* What a screen would open or show beside the session is said instead. */
static void take_key(Plain *plain, int32_t key)
{
    beat(plain);
    const Action action = key_bindings_action(app_model(plain->app)->keys, MAP_PLAYER, key);
    if (plain->is_over)
        return;
    if (action == ACTION_HELP) {
        say_keys(plain, MAP_PLAYER);
    } else if (action == ACTION_ABOUT) {
        say_about(plain);
    } else {
        obey(plain, app_key(plain->app, key));
        if (action == ACTION_LIGHTER || action == ACTION_DEEPER)
            say_answer(plain);
    }
}

static void stopped(Plain *plain, Moment then, const char *how)
{
    tty_give_back();
    take_terminal(plain);
    plain->last = clock_now();
    obey(plain, app_was_stopped(plain->app, then, plain->last, how));
}

static void stop_here(Plain *plain)
{
    beat(plain);
    app_rest(plain->app);
    tty_give_back();
    signals_stop_here();
    stopped(plain, plain->last, "by Ctrl-Z");
}

static void take_signals(Plain *plain, bool was_stopped)
{
    for (int number; !plain->is_over && (number = signals_next()) != 0;) {
        if (signals_is_end(number)) {
            plain->status = SIGNAL_STATUS + number;
            plain->is_over = true;
        } else if (number == SIGTSTP) {
            stop_here(plain);
            was_stopped = false; /* that was it: the SIGCONT after it is no news */
        } else if (number == SIGCONT && was_stopped) {
            stopped(plain, plain->last, "from outside");
        }
    }
}

/* The next key, or KEY_NONE where a signal or the terminal's end came instead of one. */
static int32_t wait_for_key(Plain *plain, int64_t due_ns)
{
    int32_t key = input_next_key(&plain->keys, false);
    if (key != KEY_NONE)
        return key;
    const bool is_waiting = input_is_waiting(&plain->keys);
    const int64_t late_ns = plain->last.awake_ns + (int64_t)INPUT_ESCAPE_MS * 1000000;
    const int64_t wake_ns = is_waiting && (due_ns < 0 || late_ns < due_ns) ? late_ns : due_ns;
    struct pollfd others[WAIT_OTHERS_MOST];
    const WaitSources from = {.input = plain->has_keys ? STDIN_FILENO : -1,
                              .files = app_watch_descriptor(plain->app),
                              .voice = app_voice_descriptor(plain->app),
                              .others = others,
                              .other_count = app_control_sources(plain->app, others)};
    const unsigned came = wait_for_any(&plain->waiter, from, wake_ns);
    if (came & WAIT_FILES)
        app_files_told(plain->app);
    if (came & WAIT_VOICE)
        obey(plain, (Effects){0});
    if (came & WAIT_SIGNAL)
        take_signals(plain, came & WAIT_STOPPED); /* first: a stop began at the last moment that was seen before it */
    plain->last = came & (WAIT_INPUT | WAIT_OTHERS) ? clock_now() : plain->last;
    if (came & WAIT_OTHERS && !plain->is_over)
        obey(plain, app_control(plain->app, plain->last));
    if (came & WAIT_INPUT && !input_read(&plain->keys, STDIN_FILENO)) {
        plain->is_over = true;
        plain->status = SIGNAL_STATUS + SIGHUP;
    }
    return input_next_key(&plain->keys, is_waiting && came == 0);
}

/* The next key; KEY_INTERRUPT where there will be none. */
static int32_t next_key(Plain *plain)
{
    while (!plain->is_over) {
        const int32_t key = wait_for_key(plain, -1);
        if (key != KEY_NONE)
            return key;
    }
    return KEY_INTERRUPT;
}

static void say_to(void *plain, const char *line)
{
    say(plain, line);
}

static int32_t next_key_of(void *plain)
{
    return next_key(plain);
}

/* The terminal shows nothing by itself while keys come one by one. */
static void echo(void *memory, const char *text)
{
    const Plain *plain = memory;
    if (!plain->on_terminal)
        return;
    output_text(stdout, text);
    fflush(stdout);
}

static void erase(void *memory, int cells)
{
    const Plain *plain = memory;
    if (plain->on_terminal)
        output_erase(cells);
}

static Asker asker_of(Plain *plain)
{
    return (Asker){say_to, next_key_of, echo, erase, plain};
}

static Reply ask(Plain *plain, const char *question)
{
    const Asker asker = asker_of(plain);
    return ask_yes_no(&asker, question, 0);
}

/* Says the advice of the first time, where somebody is there to read it. */
static void advise(Plain *plain)
{
    const Asker asker = asker_of(plain);
    const SafetyPart *advice = plain->has_keys ? app_advice(plain->app) : NULL;
    if (!advice)
        return;
    for (size_t i = 0; i < advice->count; i++)
        say(plain, advice->lines[i]);
    say(plain, "When not to start, when to get help: knead help safety");
    if (ask(plain, "Will you answer seven questions about your health now? (y/n)") == REPLY_YES)
        health_lines_ask(&asker, plain->app);
    app_perform(plain->app, (Request){.kind = REQUEST_BACK});
}

static void tell_nobody_answers(const char *question)
{
    Text line = {0};
    text_add(&line, question);
    line_end(&line, 0);
    output_problem("this session asks: %.*s You cannot answer here; --yes answers yes to every question",
                   (int)line.length - 1, text_show(&line));
    text_release(&line);
}

/* Says the cautions and asks the questions of what is looked at. Where it asks something and nobody can answer, it does
 * not start, which is said on standard error. */
static bool may_start(Plain *plain)
{
    const Plan *plan = app_model(plain->app)->plan;
    Arena arena = {0};
    const TextList cautions = plan_cautions(plan, &arena), questions = plan_questions(plan, &arena);
    const bool has_cautions = cautions.count > 0, has_questions = questions.count > 0;
    for (size_t i = 0; i < cautions.count; i++)
        say(plain, cautions.items[i]);
    if (has_questions && !plain->has_keys) {
        tell_nobody_answers(questions.items[0]);
        plain->status = FAILED;
    }
    arena_release(&arena);
    if (!plain->has_keys)
        return !has_questions && !plain->is_over;
    const Asker asker = asker_of(plain);
    plain->is_asked = number_lines_before(&asker, plain->app);
    const bool may = plain->is_asked && question_lines_agree(&asker, plain->app, has_cautions && !has_questions);
    if (!may)
        say(plain, "Not started.");
    return may && !plain->is_over;
}

/* The level, where it is not what is usual. */
static void add_level(Plain *plain, const Session *session)
{
    const PlanOptions *options = &session->plan->options;
    Text line = {0};
    if (options->level == LEVEL_STANDARD)
        return;
    text_add(&line, "Level: ");
    caps_say_level(&line, options);
    text_add(&line, options->level_reason == LEVEL_FOR_NEW
                        ? ". --level changes it for one session, `level` in the settings for all."
                        : ".");
    add_line(plain, session_at_ms(session), text_show(&line));
    text_release(&line);
}

static void say_title(Plain *plain)
{
    const Model *model = app_model(plain->app);
    Session looked_at;
    if (!model->session)
        session_init(&looked_at, model->plan);
    const Session *session = model->session ? model->session : &looked_at;
    Text line = {0};
    line_title(&line, session);
    plain->time_width = line_time_width(model->plan);
    add_line(plain, session_at_ms(session), text_show(&line));
    add_level(plain, session);
    flush(plain);
    if (session == &looked_at)
        session_release(&looked_at);
    text_release(&line);
}

/* A session that is gone on with. Where nobody can press a key, resuming it says that it goes on. */
static void tell_where_it_stands(Plain *plain)
{
    const Session *session = app_model(plain->app)->session;
    if (session->state == SESSION_STOPPED) {
        const Event hurt = {EVENT_HURT, session->step, 0, session_at_ms(session), NULL};
        tell_event(plain, session, &hurt);
        flush(plain);
        if (!plain->has_keys)
            command(plain, COMMAND_GO_ON);
    } else if (session->state == SESSION_PAUSED) {
        Text line = {0};
        tell_pause(plain, &line);
        if (plain->has_keys)
            say(plain, text_show(&line));
        text_release(&line);
    }
}

static RequestKind ask_about_left(Plain *plain, const char *question)
{
    static const struct {
        Action action;
        RequestKind request;
    } answers[] = {{ACTION_GO_ON_INSTEAD, REQUEST_GO_ON},
                   {ACTION_START_ANOTHER, REQUEST_START_ANOTHER},
                   {ACTION_NEITHER, REQUEST_BACK},
                   {ACTION_QUIT, REQUEST_BACK}};
    say(plain, question);
    say_keys(plain, MAP_ANOTHER);
    while (!plain->is_over) {
        const Action action = key_bindings_action(app_model(plain->app)->keys, MAP_ANOTHER, wait_for_key(plain, -1));
        for (size_t i = 0; i < ARRAY_LEN(answers); i++) {
            if (answers[i].action == action)
                return answers[i].request;
        }
    }
    return REQUEST_BACK;
}

/* False where it was left without an answer. */
static bool ask_about_voice(Plain *plain)
{
    static const Request answers[] = {[REPLY_YES] = {.kind = REQUEST_ANSWER_VOICE, .value = VOICE_ON},
                                      [REPLY_NO] = {.kind = REQUEST_ANSWER_VOICE, .value = VOICE_OFF},
                                      [REPLY_NEITHER] = {.kind = REQUEST_BACK}};
    if (!app_asks_about_voice(plain->app))
        return true;
    char key[KEY_NAME_SIZE],
        *question = memory_print("Do you want a voice to guide you, so you can close your eyes? Press %s to turn it on "
                                 "or off during a session, or change it in the settings. (y/n)",
                                 say_key(plain, ACTION_SPEAK, key));
    const Reply reply = ask(plain, question);
    free(question);
    plain->is_over = plain->is_over || reply == REPLY_NEITHER;
    obey(plain, app_perform(plain->app, answers[reply]));
    return reply != REPLY_NEITHER;
}

/* Starts it; where one was left, as somebody says, or else what was done of that is kept. */
static void start(Plain *plain)
{
    obey(plain, app_perform(plain->app, (Request){.kind = REQUEST_START}));
    if (!ask_about_voice(plain))
        say(plain, "Not started.");
    for (char *question; !plain->is_over && (question = app_left_question(plain->app)) != NULL;) {
        const RequestKind answer = plain->has_keys ? ask_about_left(plain, question) : REQUEST_START_ANOTHER;
        const Effects wish = app_perform(plain->app, (Request){.kind = answer});
        free(question);
        if (answer == REQUEST_GO_ON && app_is_playing(plain->app)) {
            say_title(plain);
            tell_where_it_stands(plain);
        }
        obey(plain, wish);
        if (!app_is_playing(plain->app) && answer != REQUEST_START_ANOTHER)
            plain->is_over = true;
    }
}

static void run(Plain *plain)
{
    const Effects opened = app_open_records(plain->app);
    say_title(plain);
    if (!app_is_playing(plain->app)) {
        advise(plain);
        if (!may_start(plain))
            return;
        start(plain);
    } else if (ask_about_voice(plain)) {
        tell_where_it_stands(plain);
        obey(plain, opened);
    }
    while (!plain->is_over) {
        go_on_alone(plain);
        const int32_t key = wait_for_key(plain, app_due_ns(plain->app));
        if (key != KEY_NONE)
            take_key(plain, key);
        else if (!plain->is_over)
            beat(plain);
    }
}

/* What is asked when it is finished, of a person who was asked before. */
static void ask_after(Plain *plain)
{
    const Asker asker = asker_of(plain);
    if (!plain->is_asked || !app_is_finished(plain->app) || !plain->has_keys || plain->is_gone || plain->status != 0)
        return;
    plain->is_over = false;
    number_lines_after(&asker, plain->app);
    plain->is_over = true;
}

/* The last words are heard to their end, but for somebody who presses a key. */
static void hear_out(Plain *plain)
{
    while (!plain->is_gone && plain->status == 0 && app_is_heard(plain->app) &&
           wait_for_key(plain, app_due_ns(plain->app)) == KEY_NONE)
        obey(plain, app_keep(plain->app));
}

int plain_run(App *app)
{
    if (!signals_start()) {
        output_problem("cannot start: %s", strerror(errno));
        return FAILED;
    }
    Plain plain = {
        .app = app, .last = clock_now(), .has_terminal = isatty(STDIN_FILENO), .on_terminal = isatty(STDOUT_FILENO)};
    take_terminal(&plain);
    wait_init(&plain.waiter);
    run(&plain);
    ask_after(&plain);
    hear_out(&plain);
    obey(&plain, app_leave(app));
    tty_give_back();
    signals_stop();
    wait_release(&plain.waiter);
    text_release(&plain.out);
    for (const char *trouble; (trouble = app_problem(app)) != NULL;)
        output_problem("%s", trouble);
    return plain.status;
}
