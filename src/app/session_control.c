/* SPDX-License-Identifier: MIT */
#include "app/session_control.h"

#include <stdlib.h>

#include "app/programme_control.h"
#include "app/reach_out.h"
#include "app/records.h"
#include "app/session_numbers.h"
#include "app/sounds.h"
#include "app/state.h"
#include "base/macros.h"

enum { ANSWER_ROWS = 20 }; /* in a lower window an answer stands in the place of the pressure */

/* There may have been no room for it beside the picture of the set-up. */
static void answer_variant(App *app, const Step *hold)
{
    const PlanMove *move = &app->selection.plan->moves[hold->move];
    if (move->variant == VARIANT_LIGHTER)
        state_answer(app, "Lighter", move->lighter);
    else if (move->variant == VARIANT_DEEPER)
        state_answer(app, "Deeper", move->deeper);
}

static void step_began(App *app, const Event *event)
{
    const Step *step = &app->selection.plan->steps[event->step];
    app->answer = (Answer){0};
    if (step->kind == STEP_HOLD && step->phase == 0 && app->height >= ANSWER_ROWS)
        answer_variant(app, step);
    app->file_changes.is_step_new = true;
}

static void ease_off(App *app, const Event *event)
{
    state_answer_lighter(app, "Ease off", event->text);
}

static void hurt(App *app, const Event *event)
{
    const Step *step = &app->selection.plan->steps[event->step];
    app->answer = (Answer){0}; /* what to do comes in its place */
    records_note_hurt(app, &app->selection.plan->moves[step->move], step->side);
}

/* Why an earlier pause was; who knows why this one is says so afterwards. */
static void paused(App *app, const Event *event)
{
    (void)event;
    state_set_paused_note(app, NULL);
}

static void end(App *app)
{
    app->answer = (Answer){0};
    records_say(app);
}

static void finished(App *app, const Event *event)
{
    (void)event;
    end(app);
    programme_control_finished(app);
    state_leave(app, &screen_player);
    session_numbers_end(app);
    state_show(app, &screen_after);
}

static void left(App *app, const Event *event)
{
    (void)event;
    state_leave(app, &screen_player);
    end(app);
    if (app->screens.count == 0)
        app->effects.quit = true;
}

typedef void Reaction(App *app, const Event *event);

static Reaction *const reactions[EVENT_KIND_COUNT] = {
    [EVENT_STEP_BEGAN] = step_began, [EVENT_EASE_OFF] = ease_off, [EVENT_HURT] = hurt,
    [EVENT_PAUSED] = paused,         [EVENT_FINISHED] = finished, [EVENT_LEFT] = left,
};

void session_control_follow(App *app)
{
    const EventList *fresh = &app->active.fresh;
    sounds_follow(app);
    reach_out_follow(app);
    for (size_t i = 0; i < fresh->count; i++) {
        const Event *event = &fresh->items[i];
        event_add(&app->events, *event);
        if (reactions[event->kind])
            reactions[event->kind](app, event);
    }
    if (app->answer.text && app->active.session.worked_ms > app->answer.until_ms)
        app->answer = (Answer){0};
    state_pass_notice(app);
}

void session_control_pace(App *app)
{
    app->active.session.waits = app->settings.pace == PACE_MINE && app->options.speed <= 1 &&
                                !app->options.is_unattended;
}

void session_control_command(App *app, SessionCommand command, int32_t value)
{
    session_control_pace(app);
    if (active_session_apply(&app->active, command, value))
        session_control_follow(app);
}

void session_control_start(App *app)
{
    state_hide(app, &screen_routine);
    records_try_again(app, true);
    active_session_open(&app->active, app->selection.plan);
    session_numbers_begin(app);
    records_count_times_done(app);
    state_show(app, &screen_player);
    session_control_command(app, COMMAND_GO_ON, 0);
}
