/* SPDX-License-Identifier: MIT */
#include "plain/telling.h"

#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/output.h"
#include "plain/line.h"

enum { SECOND_MS = 1000 };

static const char *say_key(Console *console, Action action, char key[KEY_NAME_SIZE])
{
    return key_bindings_say(app_model(console->app)->keys, action, key);
}

void telling_pause(Console *console, Text *line)
{
    const char *note = app_model(console->app)->paused_note;
    console->paused = clock_now();
    text_print(line, "Paused%s%s.", note ? " " : "", note ? note : "");
    char key[KEY_NAME_SIZE];
    if (console->has_keys)
        text_print(line, " Press %s to resume.", say_key(console, ACTION_PAUSE, key));
}

static void tell_going_on(Console *console, Text *line)
{
    char length[DURATION_TEXT_SIZE];
    const int64_t paused_s = (clock_now().real_ns - console->paused.real_ns) / 1000000 / SECOND_MS;
    if (console->paused.real_ns > 0)
        text_print(line, "Resumed after %s.", duration_words(length, paused_s));
    else
        text_add(line, "Resumed.");
}

/* Beside that it hurt: what was noted, what to do, and what comes when the person says so. */
static void tell_stop(Console *console, const Session *session, int64_t at_ms)
{
    Text line = {0};
    char key[KEY_NAME_SIZE];
    console->paused = clock_now();
    if (app_model(console->app)->can_record)
        console_add(console, at_ms, "The pressure target is lower next time.");
    console_add(console, at_ms, safety_when_it_hurts);
    console_add(console, at_ms, safety_when_to_stop);
    if (console->has_keys) {
        text_print(&line, "Press %s ", say_key(console, ACTION_PAUSE, key));
        session_name_next(&line, session);
        text_add_char(&line, '.');
        console_add(console, at_ms, text_show(&line));
    }
    text_release(&line);
}

void telling_event(Console *console, const Session *session, const Event *event)
{
    char key[KEY_NAME_SIZE];
    Text line = {0};
    if (event->kind == EVENT_PAUSED)
        telling_pause(console, &line);
    else if (event->kind == EVENT_WENT_ON)
        tell_going_on(console, &line);
    else
        line_event(&line, session, event, console->has_keys ? say_key(console, ACTION_READY, key) : NULL,
                   app_model(console->app)->positions);
    console_add(console, event->at_ms, text_show(&line));
    if (event->kind == EVENT_HURT && session->state == SESSION_STOPPED)
        tell_stop(console, session, event->at_ms);
    text_release(&line);
}

/* Takes up what a call brought: the bell and the lines, in one write. */
void telling_news(Console *console, Effects wish)
{
    const Session *session = app_model(console->app)->session;
    const EventList *events = app_take_events(console->app);
    if (wish.bell && console->on_terminal)
        output_bell();
    for (size_t i = 0; session && i < events->count; i++)
        telling_event(console, session, &events->items[i]);
    const Model *model = app_model(console->app);
    if (model->notice && model->notice_number != console->told &&
        ((session && app_is_playing(console->app)) || app_is_finished(console->app) ||
         (console->has_menus && !console->is_following)))
        console_add(console, console_now_ms(console), model->notice);
    console->told = model->notice_number;
    console_flush(console);
    console->is_over = console->is_over || wish.quit;
}

/* A key as it is heard: a reader says "n" for N as well, and nothing for a sign. */
static void add_key(Text *into, const char *name, size_t length)
{
    static const char *const signs[][2] = {{"+", "plus"},  {"-", "minus"}, {"!", "exclamation mark"},
                                           {"*", "star"},  {"/", "slash"}, {"?", "question mark"},
                                           {".", "point"}, {",", "comma"}};
    for (size_t i = 0; length == 1 && i < ARRAY_LEN(signs); i++) {
        if (*name == *signs[i][0]) {
            text_add(into, signs[i][1]);
            return;
        }
    }
    if (length == 1 && *name >= 'A' && *name <= 'Z')
        text_add(into, "capital ");
    text_add_span(into, name, length);
}

/* "right or n". */
static void add_keys(Text *into, const char *names)
{
    while (*names) {
        const size_t length = strcspn(names, " ");
        add_key(into, names, length);
        names += length + strspn(names + length, " ");
        text_add(into, *names ? " or " : "");
    }
}

void telling_keys(Console *console, KeyMap map)
{
    for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
        const ActionRow *row = &action_rows[i];
        if (row->map == map) {
            Text line = {0}, names = {0};
            key_bindings_add_names(&names, app_model(console->app)->keys, row->action);
            add_keys(&line, text_show(&names));
            text_print(&line, ": %s", row->help);
            console_add(console, console_now_ms(console), text_show(&line));
            text_release(&line);
            text_release(&names);
        }
    }
    console_flush(console);
}

static void add_said_key(Console *console, Text *into, Action action)
{
    char key[KEY_NAME_SIZE];
    say_key(console, action, key);
    add_key(into, key, strlen(key));
}

void telling_keys_at_once(Console *console, const char *when)
{
    Text line = {0};
    text_print(&line, "%s: ", when);
    add_said_key(console, &line, ACTION_PAUSE);
    text_add(&line, " pauses, the key ");
    add_said_key(console, &line, ACTION_NEXT);
    text_add(&line, " goes to the next step, ");
    add_said_key(console, &line, ACTION_LEAVE);
    text_add(&line, " stops, ");
    add_said_key(console, &line, ACTION_HELP);
    text_add(&line, " says all keys.");
    console_say_text(console, &line);
    text_release(&line);
}

void telling_about(Console *console)
{
    const Session *session = app_model(console->app)->session;
    const PlanMove *move = session ? session_move(session) : NULL;
    bool is_more = move != NULL;
    for (int row = 0; is_more; row++) {
        Text line = {0};
        is_more = line_about(&line, session->plan, move, app_model(console->app)->positions, row);
        console_add(console, console_now_ms(console), text_show(&line));
        text_release(&line);
    }
    console_flush(console);
}

void telling_answer(Console *console)
{
    const Model *model = app_model(console->app);
    Text line = {0};
    if (model->answer)
        text_print(&line, "%s: %s", model->answer_title, model->answer);
    console_say(console, text_show(&line));
    text_release(&line);
}
