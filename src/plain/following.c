/* SPDX-License-Identifier: MIT */
#include "plain/following.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/output.h"
#include "plain/health_lines.h"
#include "plain/line.h"
#include "plain/number_lines.h"
#include "plain/question_lines.h"
#include "plain/telling.h"
#include "plain/waiting.h"
#include "session/caps.h"
#include "session/plan.h"

static const Request go_on = {.kind = REQUEST_COMMAND, .command = COMMAND_GO_ON};

/* Where nobody can press a key, a pause that came from outside ends when it can. */
static void go_on_alone(Console *console)
{
    const Session *session = app_model(console->app)->session;
    if (!console->has_keys && !app_is_held(console->app) && session &&
        (session->state == SESSION_PAUSED || session->state == SESSION_WAITING))
        waiting_perform(console, go_on, false);
}

/* What a screen would open or show beside the session is said instead. */
static void take_key(Console *console, int32_t key)
{
    waiting_beat(console);
    const Action action = key_bindings_action(app_model(console->app)->keys, MAP_PLAYER, key);
    if (console->is_over || !app_is_playing(console->app))
        return;
    if (action == ACTION_HELP) {
        telling_keys(console, MAP_PLAYER);
    } else if (action == ACTION_ABOUT) {
        telling_about(console);
    } else {
        waiting_obey(console, app_key(console->app, key));
        if (action == ACTION_LIGHTER || action == ACTION_DEEPER)
            telling_answer(console);
    }
}

static Reply ask(Console *console, const char *question)
{
    const Asker asker = waiting_asker(console);
    return ask_yes_no(&asker, question, 0);
}

void following_advise(Console *console)
{
    const Asker asker = waiting_asker(console);
    const SafetyPart *advice = console->has_keys ? app_advice(console->app) : NULL;
    if (!advice)
        return;
    for (size_t i = 0; i < advice->count; i++)
        console_say(console, advice->lines[i]);
    console_say(console, console->has_menus ? "When not to start, when to get help: in the main menu, under Help."
                                            : "When not to start, when to get help: knead help safety");
    const Reply reply = ask(console, "Will you answer seven questions about your health now? (y/n)");
    if (reply == REPLY_YES)
        health_lines_ask(&asker, console->app);
    else if (reply == REPLY_NO && console->has_menus)
        console_say(console, "You can answer them later: in the main menu, under Settings, Health.");
    app_perform(console->app, (Request){.kind = REQUEST_BACK});
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

/* How it feels, and the questions of what is looked at. */
static bool ask_before(Console *console, bool asks_to_start)
{
    const Asker asker = waiting_asker(console);
    console->is_asked = number_lines_before(&asker, console->app);
    const bool may = console->is_asked && question_lines_agree(&asker, console->app, asks_to_start);
    if (!may)
        console_say(console, "Not started.");
    return may && !console->is_over;
}

/* Says the cautions and asks the questions of what is looked at. Where it asks something and nobody can answer, it does
 * not start, which is said on standard error. */
static bool may_start(Console *console)
{
    const Plan *plan = app_model(console->app)->plan;
    Arena arena = {0};
    const TextList cautions = plan_cautions(plan, &arena), questions = plan_questions(plan, &arena);
    const bool has_cautions = cautions.count > 0, has_questions = questions.count > 0;
    for (size_t i = 0; i < cautions.count; i++)
        console_say(console, cautions.items[i]);
    if (has_questions && !console->has_keys) {
        tell_nobody_answers(questions.items[0]);
        console->status = CONSOLE_FAILED;
    }
    arena_release(&arena);
    if (!console->has_keys)
        return !has_questions && !console->is_over;
    return ask_before(console, has_cautions && !has_questions);
}

/* The level, where it is not what is usual. */
static void add_level(Console *console, const Session *session)
{
    const PlanOptions *options = &session->plan->options;
    Text line = {0};
    if (options->level == LEVEL_STANDARD)
        return;
    text_add(&line, "Level: ");
    caps_say_level(&line, options);
    text_add(&line, options->level_reason == LEVEL_FOR_NEW && !console->has_menus
                        ? ". --level changes it for one session, `level` in the settings for all."
                        : ".");
    console_add(console, session_at_ms(session), text_show(&line));
    text_release(&line);
}

static void say_title(Console *console)
{
    const Model *model = app_model(console->app);
    Session looked_at;
    if (!model->session)
        session_init(&looked_at, model->plan);
    const Session *session = model->session ? model->session : &looked_at;
    Text line = {0};
    line_title(&line, session);
    console->time_width = line_time_width(model->plan);
    console_add(console, session_at_ms(session), text_show(&line));
    add_level(console, session);
    console_flush(console);
    if (session == &looked_at)
        session_release(&looked_at);
    text_release(&line);
}

/* A session that is gone on with. Where nobody can press a key, resuming it says that it goes on. */
static void tell_where_it_stands(Console *console)
{
    const Session *session = app_model(console->app)->session;
    if (session->state == SESSION_STOPPED) {
        const Event hurt = {EVENT_HURT, session->step, 0, session_at_ms(session), NULL};
        telling_event(console, session, &hurt);
        console_flush(console);
        if (!console->has_keys)
            waiting_perform(console, go_on, false);
    } else if (session->state == SESSION_PAUSED) {
        Text line = {0};
        telling_pause(console, &line);
        if (console->has_keys)
            console_say(console, text_show(&line));
        text_release(&line);
    }
}

static RequestKind ask_about_left(Console *console, const char *question)
{
    static const struct {
        Action action;
        RequestKind request;
    } answers[] = {{ACTION_GO_ON_INSTEAD, REQUEST_GO_ON},
                   {ACTION_START_ANOTHER, REQUEST_START_ANOTHER},
                   {ACTION_NEITHER, REQUEST_BACK},
                   {ACTION_QUIT, REQUEST_BACK}};
    console_say(console, question);
    telling_keys(console, MAP_ANOTHER);
    while (!console->is_over) {
        const Action action = key_bindings_action(app_model(console->app)->keys, MAP_ANOTHER, waiting_key(console, -1));
        for (size_t i = 0; i < ARRAY_LEN(answers); i++) {
            if (answers[i].action == action)
                return answers[i].request;
        }
    }
    return REQUEST_BACK;
}

/* Menus tell a person who has just typed numbers, once, that keys act at once now. Then lines have their time. */
static void begin_lines(Console *console)
{
    if (!console->has_menus || !app_is_playing(console->app))
        return;
    console->time_width = 0;
    if (!console->has_heard_keys)
        telling_keys_at_once(console, "Keys need no Enter now");
    console->has_heard_keys = true;
    console->time_width = line_time_width(app_model(console->app)->plan);
}

/* Carries it out up to what it asks about the voice first; `wish` is what is yet to be told. False where that was left
 * without an answer. */
static bool ask_about_voice(Console *console, Effects *wish)
{
    static const Request answers[] = {[REPLY_YES] = {.kind = REQUEST_ANSWER_VOICE, .value = VOICE_ON},
                                      [REPLY_NO] = {.kind = REQUEST_ANSWER_VOICE, .value = VOICE_OFF},
                                      [REPLY_NEITHER] = {.kind = REQUEST_BACK}};
    if (!app_asks_about_voice(console->app))
        return true;
    waiting_obey(console, *wish);
    char key[KEY_NAME_SIZE],
        *question = memory_print("Do you want a voice to guide you, so you can close your eyes? Press %s to turn it on "
                                 "or off during a session, or change it in the settings. (y/n)",
                                 key_bindings_say(app_model(console->app)->keys, ACTION_SPEAK, key));
    const Reply reply = ask(console, question);
    free(question);
    *wish = app_perform(console->app, answers[reply]);
    return reply != REPLY_NEITHER;
}

/* Goes on with the session that was left, or asks about it, up to what is yet to be told. */
static Effects go_on_with_left(Console *console)
{
    Effects wish = app_perform(console->app, (Request){.kind = REQUEST_GO_ON});
    ask_about_voice(console, &wish);
    if (app_is_playing(console->app)) {
        begin_lines(console);
        say_title(console);
        tell_where_it_stands(console);
    }
    return wish;
}

/* Starts it; where one was left, as somebody says, or else what was done of that is kept. */
static void start(Console *console)
{
    bool is_more = true;
    Effects wish = app_perform(console->app, (Request){.kind = REQUEST_START});
    const bool is_answered = ask_about_voice(console, &wish);
    begin_lines(console);
    waiting_obey(console, wish);
    if (!is_answered)
        console_say(console, "Not started.");
    for (char *question; is_more && !console->is_over && (question = app_left_question(console->app)) != NULL;) {
        const RequestKind answer = console->has_keys ? ask_about_left(console, question) : REQUEST_START_ANOTHER;
        free(question);
        if (answer == REQUEST_GO_ON) {
            wish = go_on_with_left(console);
        } else {
            wish = app_perform(console->app, (Request){.kind = answer});
            begin_lines(console);
        }
        waiting_obey(console, wish);
        is_more = answer == REQUEST_START_ANOTHER;
    }
}

/* Until it is finished or left, or line mode ends. */
static void follow(Console *console)
{
    console->is_following = true;
    while (!console->is_over && app_is_playing(console->app)) {
        go_on_alone(console);
        const int32_t key = waiting_key(console, app_due_ns(console->app));
        if (key != KEY_NONE)
            take_key(console, key);
        else if (!console->is_over)
            waiting_beat(console);
    }
    console->is_following = false;
}

void following_run(Console *console)
{
    Effects wish = app_open_records(console->app);
    say_title(console);
    if (!app_is_playing(console->app)) {
        following_advise(console);
        if (!may_start(console))
            return;
        start(console);
    } else {
        const bool is_answered = ask_about_voice(console, &wish);
        if (is_answered)
            tell_where_it_stands(console);
        waiting_obey(console, wish);
        if (!is_answered)
            return;
    }
    follow(console);
}

/* Menus say where a session is that was stopped: a person who has just lost the thread looks for it. */
static void follow_from_menu(Console *console)
{
    follow(console);
    console->time_width = 0;
    if (!console->is_over && !app_is_finished(console->app) && app_model(console->app)->left.title)
        console_say(console, "Your place is saved. To continue: the last number of the main menu.");
}

void following_start(Console *console)
{
    if (!ask_before(console, false))
        return;
    start(console);
    follow_from_menu(console);
}

void following_go_on(Console *console)
{
    waiting_obey(console, go_on_with_left(console));
    follow_from_menu(console);
}

void following_ask_after(Console *console)
{
    const Asker asker = waiting_asker(console);
    if (app_is_finished(console->app) && console->has_keys && !console->is_over)
        number_lines_after(&asker, console->app);
}
