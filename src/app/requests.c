/* SPDX-License-Identifier: MIT */
#include "app/requests.h"

#include <stdlib.h>
#include <string.h>

#include "app/editing.h"
#include "app/effects.h"
#include "app/open_routine.h"
#include "app/preferences.h"
#include "app/reaction.h"
#include "app/records.h"
#include "app/removal.h"
#include "app/resume.h"
#include "app/safety_notice.h"
#include "app/state.h"
#include "app/swap_file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/filter.h"
#include "session/spoken.h"
#include "ui/screen.h"
#include "ui/screens/wording.h"

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

/* Never itself, nor one twice, nor what is not for this person. */
static void add(App *app, const PlanMove *now, const ModelMove *found, bool is_named)
{
    if (!found || (now->use && strcmp(now->use, found->id) == 0) || is_listed(app, found->id) ||
        care_of_move(&app->settings, found->move, NULL) == CARE_RULED_OUT)
        return;
    app->swaps = memory_grow(app->swaps, &app->swap_capacity, app->swap_count + 1, sizeof *app->swaps);
    app->swaps[app->swap_count] = *found;
    app->swaps[app->swap_count++].is_named = is_named;
}

/* Those that the move itself names; and, where it was swapped already, the way back. */
static void add_named(App *app, const PlanMove *now)
{
    const Move *written = selection_move(&app->selection, now->turn, NULL);
    if (!written)
        return;
    add(app, now, shared_moves_find(&app->stock, written->use), true);
    for (size_t i = 0; i < written->instead.count; i++)
        add(app, now, shared_moves_find(&app->stock, written->instead.items[i]), true);
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
        for (size_t i = 0; i < app->stock.count; i++) {
            const Move *move = app->stock.moves[i].move;
            if (is_alike(app, now, move) && likeness(now, move) == wanted)
                add(app, now, &app->stock.moves[i], false);
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
    shared_moves_read(&app->stock, app->library);
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

static void clear_eases(App *app, Request request)
{
    (void)request;
    records_clear_eases(app);
    state_plan_anew(app);
}

static void command(App *app, Request request)
{
    reaction_command(app, request.command, request.value);
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
    spoken_asking(&notice, app->selection.plan, question);
    text_add_char(&notice, '.');
    selection_answer(&app->selection, question, false);
    state_plan_anew(app);
    state_set_notice(app, text_detach(&notice));
}

static void start(App *app, Request request)
{
    (void)request;
    if (!app->selection.plan)
        return;
    records_try_again(app, true);
    if (!resume_ask(app))
        reaction_start(app);
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
    else
        state_answer(app, is_lighter ? "Lighter" : "Deeper", text ? text : "Nothing is said about that for this move.");
}

static void edit(App *app, Request request)
{
    (void)request;
    editing_begin_session(app);
}

static void sound(App *app, Request request)
{
    (void)request;
    app->sound_on = !app->sound_on && app->model.has_bell;
    if (app->model.has_bell)
        state_set_notice(app, memory_copy_text(app->sound_on ? "The bell is on." : "The bell is off."));
}

static void help(App *app, Request request)
{
    (void)request;
    state_show(app, &screen_help);
}

static void about(App *app, Request request)
{
    const Plan *plan = app->selection.plan;
    const bool is_known = plan && request.value >= 0 && (size_t)request.value < plan->move_count;
    app->looked_at = is_known ? request.value : -1;
    state_show(app, &screen_about);
}

static void show_settings(App *app, Request request)
{
    (void)request;
    state_show(app, &screen_settings);
}

static void show_safety(App *app, Request request)
{
    (void)request;
    state_show(app, &screen_safety);
}

static void pop(App *app)
{
    screens_pop(&app->screens);
    if (app->screens.count == 0)
        app->effects.quit = true;
}

static void back(App *app, Request request)
{
    (void)request;
    const Screen *top = screens_top(&app->screens);
    if (!top)
        return;
    pop(app);
    if (top == &screen_safety_notice)
        safety_notice_taken(app);
    if (top == &screen_resume)
        safety_notice_show(app);
    if (top == &screen_after || top == &screen_routine) {
        swap_file_say_over(app);
        records_write(app);
        records_put_away(app);
    }
}

static void quit(App *app, Request request)
{
    (void)request;
    if (active_session_is_playing(&app->active))
        reaction_command(app, COMMAND_LEAVE, 0);
    app->effects.quit = true;
    if (!app->active.is_open || app->active.session.state == SESSION_FINISHED)
        swap_file_say_over(app);
}

typedef void Deed(App *app, Request request);

static Deed *const deeds[] = {
    [REQUEST_DRAW] = draw,
    [REQUEST_OPEN] = open_routine_listed,
    [REQUEST_AGREE] = agree,
    [REQUEST_DECLINE] = decline,
    [REQUEST_START] = start,
    [REQUEST_MINUTES] = fit,
    [REQUEST_CLEAR_EASES] = clear_eases,
    [REQUEST_COMMAND] = command,
    [REQUEST_ANSWER] = answer,
    [REQUEST_EDIT] = edit,
    [REQUEST_NEW] = editing_name,
    [REQUEST_WRITE] = editing_write,
    [REQUEST_EDIT_ENTRY] = editing_edit_entry,
    [REQUEST_EDIT_MOVE] = editing_edit_move,
    [REQUEST_EDIT_SHARED] = editing_edit_shared,
    [REQUEST_REMOVE] = removal_entry,
    [REQUEST_REMOVE_SHARED] = removal_shared,
    [REQUEST_UNDO] = removal_undo_last,
    [REQUEST_REPAIR] = editing_repair,
    [REQUEST_KEEP_TEXT] = editing_keep,
    [REQUEST_THROW_AWAY] = editing_throw_away,
    [REQUEST_SOUND] = sound,
    [REQUEST_HELP] = help,
    [REQUEST_ABOUT] = about,
    [REQUEST_LIBRARY] = open_routine_library,
    [REQUEST_OPEN_MOVE] = open_routine_move,
    [REQUEST_SWAPS] = swap_offer,
    [REQUEST_SWAP] = swap_take,
    [REQUEST_KEEP_SWAPS] = swap_file_keep,
    [REQUEST_COMPOSE] = open_routine_composed,
    [REQUEST_SETTINGS] = show_settings,
    [REQUEST_SAFETY] = show_safety,
    [REQUEST_PLACE] = preferences_place,
    [REQUEST_TOOL] = preferences_tool,
    [REQUEST_HEALTH] = preferences_health,
    [REQUEST_HAVE_MINUTES] = preferences_minutes,
    [REQUEST_FIRST] = preferences_first,
    [REQUEST_THEME] = preferences_theme,
    [REQUEST_EDIT_SETTINGS] = preferences_edit,
    [REQUEST_GO_ON] = resume_go_on,
    [REQUEST_END_HERE] = resume_end_here,
    [REQUEST_DISCARD] = resume_discard,
    [REQUEST_START_ANOTHER] = resume_start_another,
    [REQUEST_BACK] = back,
    [REQUEST_REDRAW] = redraw,
    [REQUEST_QUIT] = quit,
};

void requests_perform(App *app, Request request)
{
    if ((size_t)request.kind >= ARRAY_LEN(deeds) || !deeds[request.kind])
        return;
    deeds[request.kind](app, request);
    app->effects.draw = true;
}
