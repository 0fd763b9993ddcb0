/* SPDX-License-Identifier: MIT */
#include "ui/screens/player.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/macros.h"
#include "routine/wording.h"
#include "ui/screens/safety.h"

enum { DAY_S = 24 * 60 * 60, CALL_MS = 1000 };

static const SceneKind kind_of_step[STEP_KIND_COUNT] = {
    [STEP_PREPARE] = SCENE_PREPARE, [STEP_SWITCH] = SCENE_SWITCH, [STEP_HOLD] = SCENE_HOLD, [STEP_REST] = SCENE_REST};

static int64_t whole_seconds(int64_t ms)
{
    return (MAX_OF(ms, 0) + 999) / 1000;
}

bool scene_of(Scene *scene, const Model *model)
{
    const Session *session = model->session;
    const Step *step = session ? session_step(session) : NULL;
    if (!step)
        return false;
    *scene = (Scene){.kind = kind_of_step[step->kind],
                     .model = model,
                     .session = session,
                     .step = step,
                     .move = session_move(session)};
    scene->hold = plan_hold_of(session->plan, session->step);
    int64_t left_ms = session_step_left_ms(session);
    scene->is_waiting = session->state == SESSION_WAITING;
    if (session->state == SESSION_PAUSED) {
        scene->kind = SCENE_PAUSED;
    } else if (session->state == SESSION_COUNTING) {
        scene->kind = SCENE_COUNTING;
        snprintf(scene->clock, sizeof(scene->clock), "%d", (int)whole_seconds(session->count_in_ms));
        return true;
    } else if (session->state == SESSION_STOPPED) {
        scene->kind = SCENE_STOPPED;
    }
    duration_clock(scene->clock, whole_seconds(left_ms));
    return true;
}

bool scene_has_long_cue(const Scene *scene)
{
    return scene->kind == SCENE_STOPPED || scene->step->kind == STEP_SWITCH || scene->step->kind == STEP_PREPARE;
}

bool scene_is_calling(const Scene *scene)
{
    return scene->model->calls && (scene->session->state == SESSION_RUNNING || scene->is_waiting) &&
           scene->session->into_ms < CALL_MS;
}

const char *scene_side(Side side)
{
    static const char *const words[SIDE_COUNT] = {
        [SIDE_LEFT] = "\xE2\x97\x82 LEFT", [SIDE_RIGHT] = "RIGHT \xE2\x96\xB8"};
    return words[side];
}

const char *scene_big_side(Side side, bool with_arrow)
{
    static const char *const plain[SIDE_COUNT] = {[SIDE_LEFT] = "LEFT", [SIDE_RIGHT] = "RIGHT"};
    static const char *const arrowed[SIDE_COUNT] = {[SIDE_LEFT] = "<LEFT", [SIDE_RIGHT] = "RIGHT>"};
    return with_arrow ? arrowed[side] : plain[side];
}

const char *scene_word(SceneKind kind)
{
    static const char *const words[SCENE_KIND_COUNT] = {
        [SCENE_PREPARE] = "GET READY", [SCENE_SWITCH] = "SWITCH",     [SCENE_HOLD] = "",          [SCENE_REST] = "REST",
        [SCENE_PAUSED] = "PAUSED",     [SCENE_COUNTING] = "GOING ON", [SCENE_STOPPED] = "STOPPED"};
    return words[kind];
}

Style scene_state_style(const Scene *scene)
{
    static const Role grounds[SCENE_KIND_COUNT] = {
        [SCENE_PREPARE] = ROLE_PANEL, [SCENE_SWITCH] = ROLE_ACCENT, [SCENE_HOLD] = ROLE_PANEL,
        [SCENE_REST] = ROLE_PANEL,    [SCENE_PAUSED] = ROLE_WARN,   [SCENE_COUNTING] = ROLE_GOOD,
        [SCENE_STOPPED] = ROLE_BAD};
    const Role ground = grounds[scene->kind];
    return (Style){ground == ROLE_PANEL ? ROLE_STRONG : ROLE_GROUND, (uint8_t)ground, STYLE_BOLD};
}

/* The move that a rest is before, or NULL. */
static const PlanMove *move_after(const Scene *scene)
{
    const Plan *plan = scene->session->plan;
    size_t step = (size_t)scene->session->step;
    while (step < plan->step_count && plan->steps[step].move < 0)
        step++;
    return step < plan->step_count ? &plan->moves[plan->steps[step].move] : NULL;
}

void scene_add_state(Text *into, const Scene *scene)
{
    text_add(into, scene_word(scene->kind));
    if (scene->kind == SCENE_SWITCH)
        text_print(into, " to the %s side", side_name((int)scene->step->side));
    else if (scene->kind == SCENE_PAUSED && scene->model->paused_note)
        text_print(into, ": %s", scene->model->paused_note);
    else if (scene->kind == SCENE_STOPPED)
        text_add(into, scene->model->can_record ? ": it hurt. Lower target next time" : ": it hurt");
    else if (scene->kind == SCENE_REST && move_after(scene))
        text_print(into, " before %s", move_after(scene)->name);
    else if (scene->kind == SCENE_COUNTING)
        text_print(into, " in %d", (int)whole_seconds(scene->session->count_in_ms));
}

void scene_add_phase(Text *into, const Scene *scene)
{
    const Step *hold = scene->hold;
    if (!hold)
        return;
    if (hold->phase_count > 1)
        text_print(into, "%d of %d  ", (int)hold->phase + 1, (int)hold->phase_count);
    if (hold->phase_name)
        text_add(into, hold->phase_name);
}

void scene_add_sides(Text *into, const Scene *scene)
{
    const PlanMove *move = scene->move;
    if (!move || scene->step->side == SIDE_NONE)
        return;
    Side other = scene->step->side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
    for (int32_t i = move->first_step; i < move->first_step + move->step_count; i++) {
        if (scene->session->plan->steps[i].side != other)
            continue;
        if (i > scene->session->step)
            text_print(into, "then %s", side_name((int)other));
        else
            text_print(into, scene->session->done[scene->step->move][other].hurt ? "%s: it hurt" : "%s is done",
                       side_name((int)other));
        return;
    }
}

static void add_what_to_do(Text *into, const Scene *scene)
{
    char key[KEY_NAME_SIZE];
    text_print(into, "%s Press %s ", safety_when_it_hurts, key_bindings_say(scene->model->keys, ACTION_PAUSE, key));
    session_name_next(into, scene->session);
    text_print(into, ". %s", safety_when_to_stop);
}

void scene_add_cue(Text *into, const Scene *scene)
{
    char key[KEY_NAME_SIZE];
    const StepCue *cue = session_cue(scene->session);
    const char *setup = plan_setup_of(scene->session->plan, scene->step);
    if (scene->kind == SCENE_STOPPED)
        add_what_to_do(into, scene);
    else if (setup) /* also while paused: it may be why */
        text_add(into, setup);
    else if (scene->kind == SCENE_PREPARE)
        text_add(into, "Get into position.");
    else if (scene->kind == SCENE_PAUSED)
        text_print(into, "%s resumes. Your place is saved.", key_bindings_say(scene->model->keys, ACTION_PAUSE, key));
    else if (scene->step->kind == STEP_REST)
        text_add(into, scene->step->name ? scene->step->name : "Rest. Let it settle.");
    else if (cue)
        text_add(into, cue->say);
}

static void add_step(Text *into, const Step *step, bool same_move)
{
    char words[DURATION_TEXT_SIZE];
    switch (step->kind) {
    case STEP_REST:
        text_print(into, "rest %s", duration_words(words, step->seconds));
        return;
    case STEP_SWITCH:
        text_print(into, "switch to the %s side", side_name((int)step->side));
        return;
    case STEP_PREPARE:
    case STEP_HOLD:
        if (same_move && step->phase_name) {
            text_print(into, "%s (%d of %d", step->phase_name, (int)step->phase + 1, (int)step->phase_count);
            text_add(into, step->side == SIDE_NONE ? "" : ", ");
            text_print(into, "%s)", side_name((int)step->side));
            return;
        }
        if (same_move && step->kind == STEP_HOLD) {
            text_add(into, "hold ");
            wording_side(into, duration_words(words, step->seconds), step->side);
            return;
        }
        break;
    case STEP_KIND_COUNT:
        break;
    }
    wording_side(into, step->name ? step->name : "", step->side);
}

void scene_add_next(Text *into, const Scene *scene)
{
    const Plan *plan = scene->session->plan;
    const bool is_stopped = scene->kind == SCENE_STOPPED;
    size_t next = (size_t)(is_stopped ? session_after_side(scene->session) : scene->session->step + 1);
    if (next >= plan->step_count) {
        text_add(into, "the end");
        return;
    }
    add_step(into, &plan->steps[next], plan->steps[next].move == scene->step->move);
    if (plan->steps[next].kind == STEP_REST && next + 1 < plan->step_count) {
        text_add(into, ", then ");
        add_step(into, &plan->steps[next + 1], false);
    }
}

void scene_add_avoid(Text *into, const Scene *scene)
{
    for (size_t i = 0; scene->move && i < scene->move->avoid.count; i++) {
        text_add(into, i ? "; " : "");
        text_add(into, scene->move->avoid.items[i]);
    }
}

void scene_add_pressure(Text *into, const Scene *scene)
{
    if (!scene->hold || !scene->hold->pressure.is_set)
        return;
    wording_target(into, scene->hold->pressure);
}

void scene_add_time_left(Text *into, const Scene *scene)
{
    char clock[DURATION_TEXT_SIZE];
    text_print(into, "%s left", duration_clock(clock, whole_seconds(session_left_ms(scene->session))));
}

void scene_add_times(Text *into, const Scene *scene)
{
    int64_t left_ms = session_left_ms(scene->session), speed = MAX_OF(scene->model->speed, 1);
    int64_t end_s = (scene->model->clock_s + whole_seconds(left_ms / speed)) % DAY_S;
    scene_add_time_left(into, scene);
    text_print(into, "   ends %02d:%02d", (int)(end_s / 3600), (int)(end_s / 60 % 60));
}
