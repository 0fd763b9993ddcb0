/* SPDX-License-Identifier: MIT */
#include "app/requests.h"

#include <stdlib.h>
#include <string.h>

#include "app/about_tools.h"
#include "app/edit_requests.h"
#include "app/effects.h"
#include "app/history_requests.h"
#include "app/open_routine.h"
#include "app/preferences.h"
#include "app/programme_control.h"
#include "app/records.h"
#include "app/remove_file.h"
#include "app/resume.h"
#include "app/save_swaps.h"
#include "app/session_control.h"
#include "app/session_numbers.h"
#include "app/sounds.h"
#include "app/state.h"
#include "app/voice_question.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "platform/clock.h"
#include "routine/filter.h"
#include "routine/wording.h"
#include "settings/health.h"
#include "ui/screen.h"

/* Another move in the place of one of the plan, before the start. */

static bool has_common(const WordList *one, const WordList *other)
{
    for (size_t i = 0; i < one->count; i++) {
        if (other->count > 0 && memchr(other->items, one->items[i], other->count))
            return true;
    }
    return false;
}

static bool is_listed(const App *app, const char *id)
{
    for (size_t i = 0; i < app->swap_count; i++) {
        if (strcmp(app->swaps[i].id, id) == 0)
            return true;
    }
    return false;
}

/* Not one twice, nor what is not for this person. */
static void add(App *app, const ModelMove *found, bool is_named)
{
    if (!found || is_listed(app, found->id) || health_of_move(&app->settings, found->move, NULL) == HEALTH_RULES_OUT)
        return;
    app->swaps = memory_grow(app->swaps, &app->swap_capacity, app->swap_count + 1, sizeof *app->swaps);
    app->swaps[app->swap_count] = *found;
    app->swaps[app->swap_count++].is_named = is_named;
}

/* Whether a move of the plan is the shared one, unless it took the place of the same move as stands here: the rounds of
 * a routine may be swapped alike. */
static bool is_in_plan(const App *app, const PlanMove *now, const char *id)
{
    const Plan *plan = app->selection.plan;
    const char *here = plan->turns[now->turn].use;
    if (text_same(now->use, id))
        return true;
    for (size_t i = 0; i < plan->move_count; i++) {
        const char *written = plan->turns[plan->moves[i].turn].use;
        if (text_same(plan->moves[i].use, id) && (!here || !text_same(written, here)))
            return true;
    }
    return false;
}

/* Not what is in the routine already: it would be done twice then, and this one not at all. */
static void add_new(App *app, const PlanMove *now, const ModelMove *found, bool is_named)
{
    if (found && !is_in_plan(app, now, found->id))
        add(app, found, is_named);
}

/* Where it was swapped already, the way back; and those that the move itself names. */
static void add_named(App *app, const PlanMove *now)
{
    const Move *written = selection_move(&app->selection, now->turn, NULL);
    if (!written)
        return;
    if (!text_same(now->use, written->use))
        add(app, shared_moves_find(&app->shared_moves, written->use), true);
    for (size_t i = 0; i < written->instead.count; i++)
        add_new(app, now, shared_moves_find(&app->shared_moves, written->instead.items[i]), true);
}

static bool is_alike(const App *app, const PlanMove *now, const Move *move)
{
    const ToolsAtHand *tools = &app->settings.tools;
    const bool is_near = now->where.count == 0 || move->where.count == 0 || has_common(&now->where, &move->where);
    return is_near && has_common(&now->areas, &move->areas) &&
           (!tools->is_said || filter_tools_cover(&tools->names, &move->tools));
}

/* Of the same kind: first for the same part, and done in the same way. */
static int likeness(const PlanMove *now, const Move *move)
{
    return 2 * (now->areas.items[0] == move->areas.items[0]) + (now->technique == move->technique);
}

static void add_alike(App *app, const PlanMove *now)
{
    for (int wanted = 3; wanted >= 0; wanted--) {
        for (size_t i = 0; i < app->shared_moves.count; i++) {
            const Move *move = app->shared_moves.moves[i].move;
            if (is_alike(app, now, move) && likeness(now, move) == wanted)
                add_new(app, now, &app->shared_moves.moves[i], false);
        }
    }
}

/* Finds what may take the place of the plan's move of that number, and shows it. */
static void swap_offer(App *app, Request request)
{
    const Plan *plan = app->selection.plan;
    if (!plan || app->active.is_open || request.value < 0 || (size_t)request.value >= plan->move_count)
        return;
    app->looked_at = request.value;
    app->swap_count = 0;
    shared_moves_read(&app->shared_moves, app->library);
    add_named(app, &plan->moves[request.value]);
    add_alike(app, &plan->moves[request.value]);
    state_show(app, &screen_swap);
}

/* Takes the one of that number. */
static void swap_take(App *app, Request request)
{
    const Plan *plan = app->selection.plan;
    if (!plan || screens_top(&app->screens) != &screen_swap || request.value < 0 ||
        (size_t)request.value >= app->swap_count)
        return;
    const ModelMove *taken = &app->swaps[request.value];
    const int32_t turn = plan->moves[app->looked_at].turn;
    if (text_same(plan->turns[turn].use, taken->id))
        selection_unswap(&app->selection, turn); /* the way back */
    else
        selection_swap(&app->selection, turn, taken->id, taken->move);
    screens_pop(&app->screens);
    state_plan_anew(app);
}

static void draw(App *app, Request request)
{
    (void)app, (void)request; /* every request draws */
}

static void redraw(App *app, Request request)
{
    (void)request;
    app->effects.redraw_all = true;
}

static void fit(App *app, Request request)
{
    app->selection.options.minutes = MAX_OF(request.value, 0);
    state_plan_anew(app);
}

static void choose_level(App *app, Request request)
{
    app->selection.has_level = request.value >= 0 && request.value < LEVEL_COUNT;
    if (app->selection.has_level)
        app->selection.level = (Level)request.value;
    state_plan_anew(app);
}

static void choose_first_side(App *app, Request request)
{
    app->selection.first = request.value == SIDE_LEFT || request.value == SIDE_RIGHT ? (Side)request.value : SIDE_NONE;
    state_plan_anew(app);
}

static void clear_lowered(App *app, Request request)
{
    (void)request;
    records_clear_lowered(app);
    state_plan_anew(app);
}

static void command(App *app, Request request)
{
    session_control_command(app, request.command, request.value);
}

/* The question of a move of the plan that is looked at, or NULL. */
static const char *question_of(const App *app, int32_t move)
{
    const Plan *plan = app->selection.plan;
    const bool is_there = plan && !app->active.is_open && move >= 0 && (size_t)move < plan->move_count;
    return is_there ? plan->moves[move].confirm : NULL;
}

static void agree(App *app, Request request)
{
    const char *question = question_of(app, request.value);
    if (question)
        selection_answer(&app->selection, question, true);
}

static void decline(App *app, Request request)
{
    const char *question = question_of(app, request.value);
    if (!question)
        return;
    Text notice = {0};
    text_add(&notice, "Left out: ");
    plan_name_asking(&notice, app->selection.plan, question);
    text_add_char(&notice, '.');
    selection_answer(&app->selection, question, false);
    state_plan_anew(app);
    state_set_notice(app, text_detach(&notice));
}

static void start(App *app, Request request)
{
    if (!app->selection.plan || voice_question_ask(app, request))
        return;
    records_try_again(app, true);
    if (!resume_ask(app))
        session_control_start(app);
}

/* From the lighter or deeper way that the level starts with, the other key leads to the plain one first. */
static bool goes_to_plain(App *app, const PlanMove *move, bool is_lighter)
{
    const int32_t number = session_step(&app->active.session)->move + 1;
    const bool is_at_plain = app->active.plain_move == number;
    const bool is_opposite = move->variant == (is_lighter ? VARIANT_DEEPER : VARIANT_LIGHTER);
    app->active.plain_move = is_opposite && !is_at_plain ? number : 0;
    return app->active.plain_move != 0;
}

static void answer(App *app, Request request)
{
    const PlanMove *move = app->active.is_open ? session_move(&app->active.session) : NULL;
    if (!move)
        return;
    const bool is_lighter = request.value == ACTION_LIGHTER;
    const char *text = is_lighter ? move->lighter : move->deeper;
    if (!is_lighter && session_is_strained(&app->active.session))
        state_answer_lighter(app, "Ease off first", move->lighter);
    else if (goes_to_plain(app, move, is_lighter))
        state_answer(app, "Plain way",
                     move->plain  ? move->plain
                     : is_lighter ? "Without what makes it deeper."
                                  : "Without what makes it lighter.");
    else
        state_answer(app, is_lighter ? "Lighter" : "Deeper",
                     text         ? text
                     : is_lighter ? "This move has no lighter version."
                                  : "This move has no deeper version.");
    sounds_say(app, app->answer.text);
}

static void edit(App *app, Request request)
{
    (void)request;
    edit_requests_begin_session(app);
}

static void show(App *app, Request request)
{
    state_show(app, request.screen);
}

static void about(App *app, Request request)
{
    const Plan *plan = app->selection.plan;
    const bool is_known = plan && request.value >= 0 && (size_t)request.value < plan->move_count;
    app->looked_at = is_known ? request.value : -1;
    state_show(app, &screen_about);
}

static void put_away(App *app, Request request)
{
    (void)request;
    save_swaps_say_over(app);
    records_write(app);
    records_put_away(app);
}

static void advise(App *app, Request request)
{
    (void)request;
    state_show_safety_notice(app);
}

static void advice_read(App *app, Request request)
{
    (void)request;
    store_note_told(app->store, TOLD_ADVICE, clock_unix_s());
    records_tell_trouble(app);
}

static void back(App *app, Request request)
{
    (void)request;
    const Screen *top = screens_top(&app->screens);
    if (!top)
        return;
    screens_pop(&app->screens);
    app->effects.quit = app->effects.quit || app->screens.count == 0;
    requests_perform(app, (Request){.kind = top->when_left});
}

static void answer_voice(App *app, Request request)
{
    if (voice_question_close(app, request.value))
        requests_perform(app, app->after_voice);
}

static void quit(App *app, Request request)
{
    (void)request;
    if (active_session_is_playing(&app->active))
        session_control_command(app, COMMAND_LEAVE, 0);
    app->effects.quit = true;
    if (!app->active.is_open || app->active.session.state == SESSION_FINISHED)
        save_swaps_say_over(app);
}

#define REQUEST_HANDLER(name, handler) [REQUEST_##name] = handler,
static void (*const handlers[REQUEST_COUNT])(App *app, Request request) = {REQUESTS(REQUEST_HANDLER)};
#undef REQUEST_HANDLER

void requests_perform(App *app, Request request)
{
    if (request.kind <= REQUEST_NONE || request.kind >= REQUEST_COUNT)
        return;
    handlers[request.kind](app, request);
    app->effects.draw = true;
}
