/* SPDX-License-Identifier: MIT */
#include "support/following.h"

#include <check.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/routine.h"

Routine *routine_of(const char *yaml)
{
    char *text = memory_print("knead: 1\ntitle: Test\n%s", yaml);
    DiagnosticList diags;
    diagnostic_init(&diags, "test.yaml");
    Routine *routine = routine_parse(text, strlen(text), "test", NULL, &diags);
    if (!routine) {
        Text shown = {0};
        diagnostic_print(&diags, text, strlen(text), false, &shown);
        ck_abort_msg("%s\n%s", text, text_show(&shown));
    }
    diagnostic_release(&diags);
    free(text);
    return routine;
}

static Plan *build(const char *yaml, const PlanOptions *options, char **problem)
{
    static const PlanOptions as_written;
    Routine *routine = routine_of(yaml);
    const Routine *const routines[] = {routine};
    Plan *plan = plan_build(routines, 1, options ? options : &as_written, problem);
    routine_free(routine);
    return plan;
}

Plan *plan_of(const char *yaml, const PlanOptions *options)
{
    char *problem;
    Plan *plan = build(yaml, options, &problem);
    ck_assert_msg(plan != NULL, "no plan: %s\n%s", problem, yaml);
    ck_assert_ptr_null(problem);
    return plan;
}

char *plan_problem(const char *yaml, const PlanOptions *options)
{
    char *problem;
    Plan *plan = build(yaml, options, &problem);
    ck_assert((plan == NULL) == (problem != NULL));
    plan_free(plan);
    return problem;
}

static void add_hold_lines(Text *text, const Step *step)
{
    if (step->may_end_s > 0)
        text_print(text, " from %d", step->may_end_s);
    if (step->passes > 0)
        text_print(text, " %dx%d", step->passes, step->pace_s);
    if (step->technique != TECHNIQUE_NONE)
        text_print(text, " %s", technique_name((int)step->technique));
    if (step->pressure.is_set)
        text_print(text, " p%d-%d", step->pressure.low, step->pressure.high);
    const Breath *breath = &step->breathe;
    if (breath->in_s > 0)
        text_print(text, " b%d-%d-%d-%d", breath->in_s, breath->hold_s, breath->out_s, breath->rest_s);
    for (size_t i = 0; i < step->cue_count; i++)
        text_print(text, " @%d %s", step->cues[i].at_s, step->cues[i].say);
}

char *plan_lines(const Plan *plan)
{
    static const char *const kinds[STEP_KIND_COUNT] = {"prepare", "switch", "hold", "rest"};
    Text text = {0};
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        text_print(&text, "%d+%d %s", step->at_s, step->seconds, kinds[step->kind]);
        if (step->name)
            text_print(&text, " %s", step->name);
        if (step->side != SIDE_NONE)
            text_print(&text, " %s", side_name((int)step->side));
        if (step->phase_name)
            text_print(&text, " %s %d/%d", step->phase_name, step->phase + 1, step->phase_count);
        add_hold_lines(&text, step);
        text_add(&text, "\n");
    }
    return text_detach(&text);
}

char *event_lines(EventList *events)
{
    static const char *const kinds[EVENT_KIND_COUNT] = {
        [EVENT_STEP_BEGAN] = "began",  [EVENT_CUE] = "cue",         [EVENT_HALF] = "half",
        [EVENT_LAST_SECONDS] = "last", [EVENT_MAY_END] = "may-end", [EVENT_PASS] = "pass",
        [EVENT_STEP_ENDED] = "ended",  [EVENT_PAUSED] = "paused",   [EVENT_COUNT_IN] = "count",
        [EVENT_WENT_ON] = "on",        [EVENT_LENGTH] = "length",   [EVENT_FELT] = "felt",
        [EVENT_EASE_OFF] = "ease",     [EVENT_HURT] = "hurt",       [EVENT_FINISHED] = "finished",
        [EVENT_LEFT] = "left",         [EVENT_WAITING] = "waiting",
    };
    Text text = {0};
    for (size_t i = 0; i < events->count; i++) {
        const Event *event = &events->items[i];
        text_print(&text, "%" PRId64 " %s %d", event->at_ms, kinds[event->kind], event->step);
        if (event->value != 0)
            text_print(&text, " %d", event->value);
        if (event->text)
            text_print(&text, " %s", event->text);
        text_add(&text, "\n");
    }
    event_clear(events);
    return text.bytes ? text_detach(&text) : memory_copy_text("");
}

/* clang-format off */
static const char *const command_words[COMMAND_COUNT] = {
    [COMMAND_PAUSE] = "pause",         [COMMAND_GO_ON] = "go",            [COMMAND_TOGGLE] = "toggle",
    [COMMAND_NEXT] = "next",           [COMMAND_BACK] = "back",           [COMMAND_NEXT_MOVE] = "next-move",
    [COMMAND_MOVE_BEFORE] = "move-before", [COMMAND_MORE] = "more",       [COMMAND_LESS] = "less",
    [COMMAND_FELT] = "felt",           [COMMAND_HURT] = "hurt",
    [COMMAND_LEAVE] = "leave",         [COMMAND_WAIT] = "wait",           [COMMAND_READY] = "ready",
    [COMMAND_READY_SOON] = "soon",
};
/* clang-format on */

bool follow_word(Session *session, const char **script, EventList *events)
{
    const char *word = *script;
    const size_t length = strcspn(word, " ");
    *script += length + (word[length] == ' ');
    if (*word >= '0' && *word <= '9') {
        advance_session(session, strtoll(word, NULL, 10), events);
        return true;
    }
    size_t name = strcspn(word, "= ");
    int32_t value = word[name] == '=' ? (int32_t)strtol(word + name + 1, NULL, 10) : 0;
    name = MIN_OF(name, length);
    for (SessionCommand command = 0; command < COMMAND_COUNT; command++) {
        if (strlen(command_words[command]) == name && strncmp(command_words[command], word, name) == 0)
            return advance_by_command(session, command, value, events);
    }
    ck_abort_msg("no command: %s", word);
}

char *follow(Session *session, const char *script)
{
    Text text = {0};
    EventList events = {0};
    for (const char *word = script; *word != '\0';) {
        const char *before = word;
        bool is_done = follow_word(session, &word, &events);
        char *lines = event_lines(&events);
        text_add(&text, lines);
        free(lines);
        if (!is_done)
            text_print(&text, "refused %.*s\n", (int)strcspn(before, " "), before);
    }
    event_release(&events);
    text_add(&text, "");
    return text.bytes ? text_detach(&text) : memory_copy_text("");
}

void check_text(char *text, const char *expected)
{
    ck_assert_str_eq(text, expected);
    free(text);
}

uint32_t next_number(uint64_t *seed, uint32_t limit)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % limit;
}

/* A hold of at least that long. */
static void add_random_dose(Text *yaml, uint64_t *seed, int least_s)
{
    int seconds = least_s + (int)next_number(seed, 50), count = 1 + (int)next_number(seed, 12);
    switch (next_number(seed, 5)) {
    case 0:
        text_print(yaml, "hold: %ds-%ds", seconds, seconds + count);
        break;
    case 1:
        text_print(yaml, "passes: %d, pace: %ds", count, least_s + (int)next_number(seed, 9));
        break;
    case 2:
        text_print(yaml, "breaths: %d, breathe: %d-%d", count, least_s, 1 + (int)next_number(seed, 9));
        break;
    default:
        text_print(yaml, "hold: %ds, cues: [one, two]", seconds + 1);
        break;
    }
}

static void add_random_move(Text *yaml, uint64_t *seed, int number)
{
    static const char *const sides[] = {"none", "both", "both", "left", "right"};
    text_print(yaml, "  - {name: M%d, areas: calves, sides: %s, priority: %d, prepare: %ds, pressure: 3-5, ", number,
               sides[next_number(seed, ARRAY_LEN(sides))], 1 + (int)next_number(seed, 3), (int)next_number(seed, 8));
    int least_s = 1 + (int)next_number(seed, 12);
    if (next_number(seed, 3) == 0)
        text_print(yaml, "least: %ds, ", least_s);
    if (next_number(seed, 3) == 0) {
        text_add(yaml, "phases: [{name: In, ");
        add_random_dose(yaml, seed, least_s);
        text_print(yaml, "}, {name: Out, prepare: %ds, ", (int)next_number(seed, 4));
        add_random_dose(yaml, seed, least_s);
        text_add(yaml, "}]}\n");
    } else {
        add_random_dose(yaml, seed, least_s);
        text_add(yaml, "}\n");
    }
}

char *random_routine(uint64_t *seed)
{
    Text yaml = {0};
    text_print(&yaml, "defaults: {switch: %ds, rest: %ds}\nmoves:\n", (int)next_number(seed, 6),
               (int)next_number(seed, 4));
    int count = 1 + (int)next_number(seed, 7);
    for (int i = 0; i < count; i++) {
        add_random_move(&yaml, seed, i);
        if (next_number(seed, 4) == 0)
            text_print(&yaml, "  - rest: %ds\n", 1 + (int)next_number(seed, 20));
    }
    return text_detach(&yaml);
}
