/* SPDX-License-Identifier: MIT */
#include "plain/line.h"

#include <ctype.h>
#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "routine/wording.h"

enum { SECOND_MS = 1000, LEAST_TIME_WIDTH = 5 };

int line_time_width(const Plan *plan)
{
    char time[DURATION_TEXT_SIZE];
    const int width = (int)strlen(duration_clock(time, plan->seconds));
    return MAX_OF(width, LEAST_TIME_WIDTH);
}

void line_begin(Text *into, int64_t at_ms, int time_width)
{
    char time[DURATION_TEXT_SIZE];
    text_print(into, "%-*s ", time_width, duration_clock(time, at_ms / SECOND_MS));
}

void line_end(Text *into, size_t start)
{
    while (into->length > start && (into->bytes[into->length - 1] == '\n' || into->bytes[into->length - 1] == ' '))
        into->bytes[--into->length] = '\0';
    for (size_t i = start; i < into->length; i++) {
        if (into->bytes[i] == '\n')
            into->bytes[i] = ' ';
    }
    text_add_char(into, '\n');
}

static const char *plural(int64_t count)
{
    return count == 1 ? "" : "s";
}

void line_title(Text *into, const Session *session)
{
    const Plan *plan = session->plan;
    char length[DURATION_TEXT_SIZE];
    text_print(into, "%s, %s, %zu move%s", plan->title, duration_words(length, plan->seconds), plan->move_count,
               plural((int64_t)plan->move_count));
    if (session->worked_ms > 0)
        text_print(into, "; %s left", duration_words(length, (session_left_ms(session) + SECOND_MS - 1) / SECOND_MS));
}

static void add_phase(Text *into, const Step *step)
{
    if (step->phase_name)
        text_print(into, ": %s, %d of %d", step->phase_name, step->phase + 1, step->phase_count);
}

static void add_position(Text *into, const Plan *plan, const Step *step, PositionList positions)
{
    const char *title = step_position_title(plan, step, positions);
    if (title)
        text_print(into, " %s.", title);
}

static void add_prepare(Text *into, const Plan *plan, const Step *step, PositionList positions)
{
    const char *setup = plan_setup_of(plan, step);
    text_add(into, "Get ready: ");
    wording_side(into, step->name, step->side);
    text_add(into, step->side == SIDE_NONE ? "" : " side");
    add_phase(into, step);
    text_add_char(into, '.');
    if (step_position_is_new(plan, step))
        add_position(into, plan, step, positions);
    text_print(into, "%s%s", setup ? " " : "", setup ? setup : "");
}

static void add_switch(Text *into, const Plan *plan, const Step *step, PositionList positions)
{
    text_print(into, "Switch to the %s side.", side_name((int)step->side));
    add_position(into, plan, step, positions);
}

static void add_rest(Text *into, const Plan *plan, const Step *step, PositionList positions)
{
    (void)plan, (void)positions;
    char length[DURATION_TEXT_SIZE];
    text_print(into, "Rest %s%s%s", duration_words(length, step->seconds), step->name ? ": " : ".",
               step->name ? step->name : "");
}

static void add_pressure(Text *into, Pressure pressure, const char *lowered)
{
    if (!pressure.is_set)
        return;
    text_print(into, " Pressure %d", pressure.low);
    if (pressure.high != pressure.low)
        text_print(into, " to %d", pressure.high);
    if (lowered)
        text_print(into, " (%s)", lowered);
    text_add(into, ".");
}

static void add_breath(Text *into, Breath breathe)
{
    if (breathe.in_s == 0)
        return;
    text_add(into, " Breathe ");
    wording_breath(into, breathe);
    text_add(into, ".");
}

static void add_hold(Text *into, const Plan *plan, const Step *step, PositionList positions)
{
    char length[DURATION_TEXT_SIZE];
    text_print(into, "Hold %s: ", duration_words(length, step->seconds));
    wording_side(into, step->name, step->side);
    add_phase(into, step);
    text_add(into, ".");
    if (step_position_is_new(plan, step))
        add_position(into, plan, step, positions);
    add_pressure(into, step->pressure, plan->moves[step->move].lowered);
    if (step->passes > 0)
        text_print(into, " %d %s of %d s.", step->passes, wording_pass(step->technique, step->passes), step->pace_s);
    add_breath(into, step->breathe);
    if (step->may_end_s > 0)
        text_print(into, " You can end it after %s if it has eased.", duration_words(length, step->may_end_s));
}

/* Where in a session that is told of, and by what. */
typedef struct Telling {
    const Session *session;
    const Event *event;
    const Step *step;      /* the event's; NULL at the end */
    const char *ready_key; /* NULL: there are no keys */
    PositionList positions;
} Telling;

static void tell_step(Text *into, const Telling *telling)
{
    static void (*const adders[STEP_KIND_COUNT])(Text * into, const Plan *plan, const Step *step,
                                                 PositionList positions) = {
        [STEP_PREPARE] = add_prepare, [STEP_SWITCH] = add_switch, [STEP_HOLD] = add_hold, [STEP_REST] = add_rest};
    adders[telling->step->kind](into, telling->session->plan, telling->step, telling->positions);
}

static void tell_cue(Text *into, const Telling *telling)
{
    text_add(into, telling->event->text);
}

static void tell_half(Text *into, const Telling *telling)
{
    (void)telling;
    text_add(into, "Halfway.");
}

static void tell_may_end(Text *into, const Telling *telling)
{
    if (telling->ready_key)
        text_print(into, "If it has eased, press %s to move on.", telling->ready_key);
    else
        text_add(into, "If it has eased, you can move on.");
}

static void tell_pass(Text *into, const Telling *telling)
{
    const Step *step = telling->step;
    if (telling->event->value >= step->passes)
        return;
    const size_t begin = into->length;
    text_print(into, "%s %d of %d.", wording_pass(step->technique, 1), telling->event->value + 1, step->passes);
    into->bytes[begin] = (char)toupper((unsigned char)into->bytes[begin]);
}

static void tell_end(Text *into, const Telling *telling)
{
    if (telling->event->value == END_EASED)
        text_add(into, "It has eased.");
}

static void tell_count_in(Text *into, const Telling *telling)
{
    if (telling->event->value == SESSION_COUNT_IN_MS / SECOND_MS)
        text_print(into, "Resuming in %d s.", telling->event->value);
}

static void tell_waiting(Text *into, const Telling *telling)
{
    text_add(into, "Waiting for you");
    if (telling->ready_key)
        text_print(into, ": press %s when ready", telling->ready_key);
    text_add_char(into, '.');
}

static void tell_length(Text *into, const Telling *telling)
{
    const int32_t change_s = telling->event->value;
    text_print(into, "%d s %s.", change_s < 0 ? -change_s : change_s, change_s < 0 ? "less" : "more");
}

static void tell_felt(Text *into, const Telling *telling)
{
    text_print(into, "Felt %d of 10.", telling->event->value);
}

static void tell_ease_off(Text *into, const Telling *telling)
{
    const char *how = telling->event->text;
    text_print(into, "Ease off%s%s", how ? ": " : ", until it is easy to breathe.", how ? how : "");
}

static void tell_hurt(Text *into, const Telling *telling)
{
    text_add(into, "It hurt: ");
    wording_side(into, telling->step->name, telling->step->side);
    text_add(into, ". The clock is stopped.");
}

static void tell_finished(Text *into, const Telling *telling)
{
    char worked[DURATION_TEXT_SIZE];
    const int32_t moves = session_moves_done(telling->session);
    text_print(into, "Done: %d move%s, %s.", moves, plural(moves),
               duration_words(worked, telling->session->worked_ms / SECOND_MS));
}

static void tell_left(Text *into, const Telling *telling)
{
    char worked[DURATION_TEXT_SIZE];
    const int32_t moves = session_moves_done(telling->session);
    text_print(into, "Stopped after %d of %zu moves, %s.", moves, session_done_count(telling->session),
               duration_words(worked, telling->session->worked_ms / SECOND_MS));
}

/* A kind without a row says nothing; pauses are told by who knows how long they were. */
static void (*const tellers[EVENT_KIND_COUNT])(Text *into, const Telling *telling) = {
    [EVENT_STEP_BEGAN] = tell_step,   [EVENT_CUE] = tell_cue,           [EVENT_HALF] = tell_half,
    [EVENT_MAY_END] = tell_may_end,   [EVENT_PASS] = tell_pass,         [EVENT_STEP_ENDED] = tell_end,
    [EVENT_COUNT_IN] = tell_count_in, [EVENT_WAITING] = tell_waiting,   [EVENT_LENGTH] = tell_length,
    [EVENT_FELT] = tell_felt,         [EVENT_EASE_OFF] = tell_ease_off, [EVENT_HURT] = tell_hurt,
    [EVENT_FINISHED] = tell_finished, [EVENT_LEFT] = tell_left,
};

void line_event(Text *into, const Session *session, const Event *event, const char *ready_key, PositionList positions)
{
    const Plan *plan = session->plan;
    const bool has_step = event->step >= 0 && (size_t)event->step < plan->step_count;
    const Telling telling = {session, event, has_step ? &plan->steps[event->step] : NULL, ready_key, positions};
    if (tellers[event->kind])
        tellers[event->kind](into, &telling);
}

/* A sentence, which a voice ends as one. */
static void add_labelled(Text *into, const char *label, const char *text)
{
    text_print(into, "%s: %s", label, text);
    if (!strchr(".!?", into->bytes[into->length - 1]))
        text_add_char(into, '.');
}

bool line_about(Text *into, const Plan *plan, const PlanMove *move, PositionList positions, int row)
{
    const struct {
        const char *title, *text;
    } texts[] = {
        {"Why", move->why},
        {"Position", step_position_of(positions, &move->positions)},
        {"Set-up", move->setup},
        {"It should feel", move->feel},
        {"Lighter", move->variant == VARIANT_LIGHTER ? NULL : move->lighter}, /* that is in the set-up */
        {"Deeper", move->variant == VARIANT_DEEPER ? NULL : move->deeper},
        {"Lower today", move->lowered},
        {"Limited", move->is_limited ? plan->limits : NULL},
    };
    if (row < (int)ARRAY_LEN(texts)) {
        if (texts[row].text)
            add_labelled(into, texts[row].title, texts[row].text);
        return true;
    }
    const size_t avoid = (size_t)row - ARRAY_LEN(texts);
    if (avoid >= move->avoid.count)
        return false;
    add_labelled(into, "Avoid", move->avoid.items[avoid]);
    return true;
}
