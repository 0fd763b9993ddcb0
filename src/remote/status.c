/* SPDX-License-Identifier: MIT */
#include "remote/status.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/duration.h"
#include "base/fatal.h"
#include "base/macros.h"
#include "base/utf8.h"
#include "routine/names.h"
#include "routine/wording.h"

enum { SECOND_MS = 1000, PERCENT = 100 };

static const char *const states[] = {
    [SESSION_READY] = "ready",       [SESSION_RUNNING] = "running",   [SESSION_WAITING] = "waiting",
    [SESSION_PAUSED] = "paused",     [SESSION_COUNTING] = "counting", [SESSION_STOPPED] = "stopped",
    [SESSION_FINISHED] = "finished", [SESSION_LEFT] = "left",
};
_Static_assert(ARRAY_LEN(states) == SESSION_STATE_COUNT, "a word for each state");

static const char *const kinds[] = {
    [STEP_PREPARE] = "prepare", [STEP_SWITCH] = "switch", [STEP_HOLD] = "hold", [STEP_REST] = "rest"};
_Static_assert(ARRAY_LEN(kinds) == STEP_KIND_COUNT, "a word for each kind of step");

/* As the player shows it: a second that has begun is still there. */
static int64_t seconds_up(int64_t ms)
{
    return (ms + SECOND_MS - 1) / SECOND_MS;
}

static void add_clock(Text *into, int64_t seconds)
{
    char clock[DURATION_TEXT_SIZE];
    text_add(into, duration_clock(clock, seconds));
}

/* What the step leads to, or is. NULL once finished and on a rest. */
static const Step *hold_of(const Session *session)
{
    return session_step(session) ? plan_hold_of(session->plan, session->step) : NULL;
}

static void add_state(Text *into, const Session *session)
{
    text_add(into, states[session->state]);
}

static void add_step(Text *into, const Session *session)
{
    const Step *step = session_step(session);
    text_add(into, step ? kinds[step->kind] : "");
}

static void add_routine(Text *into, const Session *session)
{
    text_add(into, session->plan->title);
}

static void add_move(Text *into, const Session *session)
{
    const PlanMove *move = session_move(session);
    text_add(into, move ? move->name : "");
}

static void add_phase(Text *into, const Session *session)
{
    const Step *step = session_step(session);
    text_add(into, step && step->phase_name ? step->phase_name : "");
}

static void add_side(Text *into, const Session *session)
{
    const Step *hold = hold_of(session);
    text_add(into, hold ? side_words.items[hold->side] : "");
}

static void add_target(Text *into, const Session *session)
{
    const Step *hold = hold_of(session);
    if (!hold || hold->pressure.high <= 0)
        return;
    if (hold->pressure.low != hold->pressure.high)
        text_print(into, "%d-", (int)hold->pressure.low);
    text_print(into, "%d", (int)hold->pressure.high);
}

/* The move that comes after this one, or after a rest. */
static void add_next(Text *into, const Session *session)
{
    const Plan *plan = session->plan;
    const PlanMove *now = session_move(session);
    size_t step = (size_t)session->step;
    while (step < plan->step_count && (plan->steps[step].move < 0 || &plan->moves[plan->steps[step].move] == now))
        step++;
    text_add(into, step < plan->step_count ? plan->moves[plan->steps[step].move].name : "");
}

static void add_number(Text *into, const Session *session)
{
    const PlanMove *move = session_move(session);
    if (move)
        text_print(into, "%zu", (size_t)(move - session->plan->moves) + 1);
}

static void add_moves(Text *into, const Session *session)
{
    text_print(into, "%zu", session->plan->move_count);
}

/* Of the count-in while it runs: that is what one waits for. */
static int64_t left_s(const Session *session)
{
    return seconds_up(session->state == SESSION_COUNTING ? session->count_in_ms : session_step_left_ms(session));
}

static void add_left(Text *into, const Session *session)
{
    if (session_step(session))
        add_clock(into, left_s(session));
}

static void add_left_s(Text *into, const Session *session)
{
    if (session_step(session))
        text_print(into, "%lld", (long long)left_s(session));
}

static void add_at(Text *into, const Session *session)
{
    add_clock(into, session_at_ms(session) / SECOND_MS);
}

static void add_at_s(Text *into, const Session *session)
{
    text_print(into, "%lld", (long long)(session_at_ms(session) / SECOND_MS));
}

static void add_total(Text *into, const Session *session)
{
    add_clock(into, session->plan->seconds);
}

static void add_total_s(Text *into, const Session *session)
{
    text_print(into, "%lld", (long long)session->plan->seconds);
}

static void add_percentage(Text *into, const Session *session)
{
    const int64_t total_ms = (int64_t)session->plan->seconds * SECOND_MS;
    text_print(into, "%lld", (long long)(total_ms > 0 ? session_at_ms(session) * PERCENT / total_ms : PERCENT));
}

static void add_session(Text *into, const Session *session)
{
    (void)session;
    text_print(into, "%ld", (long)getpid());
}

/* "Calf strip, left"; on a rest what it is; once over, nothing. */
static void add_what(Text *into, const Session *session)
{
    const Step *step = session_step(session), *hold = hold_of(session);
    if (hold)
        wording_side(into, hold->name, hold->side);
    else if (step)
        text_add(into, step->name ? step->name : "Rest");
}

/* What a person sees in a status bar: "Calf strip, left 0:32", "Paused: Calf strip, left 0:32". */
static void add_text(Text *into, const Session *session)
{
    static const char *const before[] = {[SESSION_PAUSED] = "Paused: ",
                                         [SESSION_STOPPED] = "Stopped, it hurt: ",
                                         [SESSION_WAITING] = "When you are ready: "};
    const bool has_word = session->state < ARRAY_LEN(before) && before[session->state];
    if (!session_step(session) || session->state == SESSION_FINISHED) {
        text_add(into, "Finished");
        return;
    }
    if (session->state == SESSION_LEFT) {
        text_add(into, "Stopped");
        return;
    }
    if (has_word)
        text_add(into, before[session->state]);
    else if (session->state == SESSION_COUNTING)
        text_add(into, "Resuming: ");
    else if (session_is_setting_up(session))
        text_add(into, session_step(session)->kind == STEP_SWITCH ? "Change sides: " : "Get ready: ");
    add_what(into, session);
    if (session->state != SESSION_WAITING && session->state != SESSION_STOPPED) {
        text_add_char(into, ' ');
        add_left(into, session);
    }
}

static void add_class(Text *into, const Session *session)
{
    if (session->state == SESSION_RUNNING)
        add_step(into, session);
    else
        add_state(into, session);
}

static void add_tooltip(Text *into, const Session *session)
{
    Text next = {0};
    add_routine(into, session);
    text_add(into, ", ");
    add_at(into, session);
    text_add(into, " of ");
    add_total(into, session);
    add_next(&next, session);
    if (next.length > 0)
        text_print(into, ", then %s", text_show(&next));
    text_release(&next);
}

const StatusField status_fields[] = {
    {"text", "one line for a status bar", add_text, false},
    {"tooltip", "the routine, how far it is, and what comes then", add_tooltip, false},
    {"class", "the state, or the kind of step while it runs", add_class, false},
    {"percentage", "how far the session is, 0 to 100", add_percentage, true},
    {"state", "running, waiting, paused, counting, stopped, finished or left", add_state, false},
    {"step", "prepare, switch, hold or rest", add_step, false},
    {"routine", "title of the routine", add_routine, false},
    {"move", "name of the move", add_move, false},
    {"phase", "name of the phase, if the move has phases", add_phase, false},
    {"side", "left or right", add_side, false},
    {"target", "pressure from 0 to 10, such as 4-6", add_target, false},
    {"left", "time left of the step, as m:ss", add_left, false},
    {"left_s", "the same in seconds", add_left_s, true},
    {"at", "how far the session is, as m:ss", add_at, false},
    {"at_s", "the same in seconds", add_at_s, true},
    {"total", "length of the session, as m:ss", add_total, false},
    {"total_s", "the same in seconds", add_total_s, true},
    {"number", "number of the move, from 1", add_number, true},
    {"moves", "how many moves there are", add_moves, true},
    {"next", "name of the move that comes then", add_next, false},
    {"session", "number of the session, for --session", add_session, true},
};
const size_t status_field_count = ARRAY_LEN(status_fields);

static void add_json(Text *into, const Session *session)
{
    json_t *object = json_object();
    Text value = {0};
    for (size_t i = 0; i < status_field_count; i++) {
        const StatusField *field = &status_fields[i];
        text_clear(&value);
        field->add(&value, session);
        const bool is_null = field->is_number && value.length == 0;
        json_object_set_new(object, field->name,
                            is_null            ? json_null()
                            : field->is_number ? json_integer(strtoll(text_show(&value), NULL, 10))
                                               : json_string(text_show(&value)));
    }
    char *text = json_dumps(object, JSON_COMPACT);
    if (!text)
        fatal("out of memory");
    text_add(into, text);
    free(text);
    json_decref(object);
    text_release(&value);
}

/* Of `{name}` at the start of a text; NULL where it is none. *length is that of the text up to the brace, or to its
 * end. */
static const StatusField *field_at(const char *text, size_t *length)
{
    const size_t name = strcspn(text + 1, "{}");
    const bool is_closed = text[1 + name] == '}';
    *length = 1 + name + is_closed;
    for (size_t i = 0; is_closed && i < status_field_count; i++) {
        if (strlen(status_fields[i].name) == name && strncmp(text + 1, status_fields[i].name, name) == 0)
            return &status_fields[i];
    }
    return NULL;
}

static bool is_double(const char *at)
{
    return (*at == '{' || *at == '}') && at[1] == *at;
}

static void add_format(Text *into, const Session *session, const char *format)
{
    for (const char *at = format; *at;) {
        size_t length = 1;
        const StatusField *field = *at == '{' && !is_double(at) ? field_at(at, &length) : NULL;
        if (field)
            field->add(into, session);
        else
            text_add_char(into, *at);
        at += is_double(at) ? 2 : field ? length : 1;
    }
}

static bool refuse_format(const char *at, size_t length, Text *problem)
{
    if (at[length - 1] != '}') {
        text_print(problem, "in the format, '%.*s' has no closing brace (write {{ for a brace)", (int)length, at);
        return false;
    }
    text_print(problem, "the format has no '%.*s' (its values are", (int)length, at);
    for (size_t i = 0; i < status_field_count; i++)
        text_print(problem, " {%s}", status_fields[i].name);
    text_add(problem, ")");
    return false;
}

bool status_check_format(const char *format, Text *problem)
{
    for (const char *at = format; *at;) {
        size_t length = 1;
        if (*at == '{' && !is_double(at) && !field_at(at, &length))
            return refuse_format(at, length, problem);
        at += is_double(at) ? 2 : length;
    }
    return true;
}

void status_print(Text *into, const Session *session, StatusShape shape, const char *format)
{
    Text line = {0};
    if (shape == STATUS_JSON)
        add_json(&line, session);
    else if (shape == STATUS_FORMAT)
        add_format(&line, session, format);
    else
        add_format(&line, session, "{text} ({routine}, {at} of {total})");
    utf8_clean_line(into, text_show(&line), line.length);
    text_release(&line);
}
