/* SPDX-License-Identifier: MIT */
#include "app/state.h"

#include <stdlib.h>
#include <string.h>

#include "app/messages.h"
#include "app/today.h"
#include "base/macros.h"
#include "base/memory.h"
#include "routine/filter.h"

enum { ANSWER_MS = 10000 };

Effects state_take_effects(App *app)
{
    const Effects effects = app->effects;
    app->effects = (Effects){0};
    return effects;
}

void state_set_notice(App *app, char *text)
{
    app->effects.draw = app->effects.draw || text || app->notice;
    free(app->notice);
    app->notice = text;
    app->notice_number++;
    app->notice_until_ms = 0;
}

/* Until when a text stays that is shown for a while, in worked time. */
static int64_t for_a_while_ms(const App *app)
{
    return app->active.session.worked_ms + ANSWER_MS * MAX_OF(app->options.speed, 1);
}

void state_set_brief_notice(App *app, char *text)
{
    state_set_notice(app, text);
    app->notice_until_ms = for_a_while_ms(app);
}

void state_pass_notice(App *app)
{
    if (app->notice && app->notice_until_ms > 0 && app->active.session.worked_ms > app->notice_until_ms)
        state_set_notice(app, NULL);
}

void state_set_paused_note(App *app, char *text)
{
    free(app->paused_note);
    app->paused_note = text;
}

void state_answer(App *app, const char *title, const char *text)
{
    app->answer = (Answer){title, text, for_a_while_ms(app)};
}

void state_answer_lighter(App *app, const char *title, const char *lighter)
{
    state_answer(app, title, lighter ? lighter : "Press less, until you can breathe easily.");
}

const char *state_key(App *app, Action action)
{
    app->is_second_said = !app->is_second_said;
    return key_bindings_say(&app->settings.keys, action, app->said_keys[app->is_second_said]);
}

bool state_is_rehearsal(const App *app)
{
    return app->options.speed > 1;
}

bool state_has_window(const App *app)
{
    return app->width > 0;
}

static bool holds(const ScreenStack *screens, const Screen *screen)
{
    for (int i = 0; i < screens->count; i++) {
        if (screens->screens[i] == screen)
            return true;
    }
    return false;
}

void state_leave(App *app, const Screen *screen)
{
    while (holds(&app->screens, screen))
        screens_pop(&app->screens);
}

void state_hide(App *app, const Screen *screen)
{
    if (screens_top(&app->screens) == screen)
        screens_pop(&app->screens);
}

void state_show(App *app, const Screen *screen)
{
    state_fill_model(app);
    screens_push(&app->screens, screen, &app->model);
    /* Before something is started on it: a health word that was misspelt leaves nothing out. */
    if (!app->notice && (screen == &screen_home || screen == &screen_routine))
        state_tell_settings(app);
}

/* A rehearsal is no session, and --yes says that all of this is known. */
void state_show_safety_notice(App *app)
{
    const Screen *top = screens_top(&app->screens);
    if (app->is_advised || state_is_rehearsal(app) || app->options.yes ||
        (top != &screen_home && top != &screen_routine))
        return;
    app->is_advised = true;
    if (store_was_told(app->store, TOLD_ADVICE))
        return;
    state_show(app, &screen_safety_notice);
    app->effects.draw = true;
}

void state_tell_settings(App *app)
{
    if (app->settings_problem)
        state_set_notice(app, memory_print("Some settings are ignored: config.yaml%s",
                                           app->settings_problem + strlen(app->settings_path)));
}

static Side first_side(const App *app)
{
    static const Side sides[FIRST_COUNT] = {[FIRST_AS_WRITTEN] = SIDE_NONE,
                                            [FIRST_LEFT] = SIDE_LEFT,
                                            [FIRST_RIGHT] = SIDE_RIGHT,
                                            [FIRST_BEHIND] = SIDE_NONE};
    return sides[app->settings.first];
}

static void add_words(WordList *said, const WordList *more)
{
    for (size_t i = 0; i < more->count; i++) {
        if (!filter_has_word(said, more->items[i]))
            said->items[said->count++] = more->items[i];
    }
}

/* Adds to what was said before. An injury without a place is everywhere. */
static void add_health(PersonHealth *said, const PersonHealth *more)
{
    const bool was_hurt = filter_has_word(&said->words, HEALTH_RECENT_INJURY);
    const bool is_hurt = filter_has_word(&more->words, HEALTH_RECENT_INJURY);
    const bool is_anywhere = (was_hurt && said->injuries.count == 0) || (is_hurt && more->injuries.count == 0);
    add_words(&said->words, &more->words);
    add_words(&said->injuries, &more->injuries);
    if (is_anywhere)
        said->injuries.count = 0;
}

enum { WEEKS_NEW = 2 };

bool state_may_be_new(const App *app)
{
    const bool is_used_to_it = app->settings.level == LEVEL_CHOICE_STANDARD || app->settings.level == LEVEL_CHOICE_FIRM;
    return !is_used_to_it && !state_is_rehearsal(app);
}

bool state_is_new(const App *app)
{
    return app->week >= 1 && app->week <= WEEKS_NEW && state_may_be_new(app);
}

/* What is chosen for the session counts before what is set, and that before what is usual. The limits of the first week
 * stay, whatever is chosen for one session. */
static void choose_level(const App *app, PlanOptions *wanted)
{
    static const Level set[LEVEL_CHOICE_COUNT] = {[LEVEL_CHOICE_GENTLE] = LEVEL_GENTLE,
                                                  [LEVEL_CHOICE_STANDARD] = LEVEL_STANDARD,
                                                  [LEVEL_CHOICE_FIRM] = LEVEL_FIRM};
    wanted->is_first_week = state_is_new(app) && app->week == 1;
    wanted->level = LEVEL_STANDARD;
    wanted->level_reason = LEVEL_AS_USUAL;
    if (app->selection.has_level || app->options.has_level) {
        wanted->level = app->selection.has_level ? app->selection.level : app->options.level;
        wanted->level_reason = LEVEL_FOR_START;
    } else if (!state_is_rehearsal(app) && app->settings.level != LEVEL_CHOICE_AUTO) {
        wanted->level = set[app->settings.level];
        wanted->level_reason = LEVEL_SET;
    } else if (state_is_new(app)) {
        wanted->level = LEVEL_GENTLE;
        wanted->level_reason = LEVEL_FOR_NEW;
    }
}

/* What options refer to. */
typedef struct OptionRoom {
    uint8_t words[HEALTH_COUNT], injuries[AREA_COUNT];
    SideLead leads[AREA_COUNT];
} OptionRoom;

/* A plan that is followed is made anew as it was made at first: its sides do not turn round, and it does not become
 * longer. What is said of health since then counts as well. */
static PlanOptions wanted_options(const App *app, OptionRoom *room)
{
    const bool is_followed = active_session_is_playing(&app->active);
    PlanOptions wanted = is_followed ? app->selection.plan->options : app->selection.options;
    if (!is_followed)
        wanted.first = app->selection.first != SIDE_NONE ? app->selection.first : first_side(app);
    if (!is_followed && app->selection.first == SIDE_NONE && app->settings.first == FIRST_BEHIND) {
        wanted.lead_count = last_done_leads(&app->last_done, room->leads);
        wanted.leads = room->leads;
    }
    PersonHealth health = {.words = {room->words, 0}, .injuries = {room->injuries, 0}};
    add_health(&health, &wanted.health);
    add_health(&health, &app->settings.health);
    wanted.health = health;
    wanted.has_caps = !state_is_rehearsal(app);
    if (!is_followed)
        choose_level(app, &wanted);
    wanted.tools = app->settings.tools.names;
    return wanted;
}

/* A question that an edit brought into a session had no yes: until it was asked, before another start, its moves are
 * left out. False where there is none. */
static bool add_unasked(TextList *declined, const Plan *plan, const Plan *before, Arena *arena)
{
    const TextList asked = plan_questions(before, arena), now = plan_questions(plan, arena);
    const char **all = arena_take_array(arena, declined->count + now.count, sizeof *all);
    const size_t count = declined->count;
    for (size_t i = 0; i < count; i++)
        all[i] = declined->items[i];
    declined->items = all;
    for (size_t i = 0; i < now.count; i++) {
        if (!filter_has_text(&asked, now.items[i]))
            all[declined->count++] = now.items[i];
    }
    return declined->count > count;
}

Plan *state_make_plan(App *app, char **problem)
{
    OptionRoom room;
    for (size_t i = 0; i < app->selection.count; i++)
        library_load(app->library, app->selection.entries[i]);
    const LoweredTarget *lowered = app->has_lowered ? app->lowered : NULL;
    PlanOptions wanted = wanted_options(app, &room);
    Plan *plan = selection_make_plan(&app->selection, app->library, wanted, lowered, problem);
    Arena arena = {0};
    if (plan && active_session_is_playing(&app->active) && !app->options.yes &&
        add_unasked(&wanted.declined, plan, app->selection.plan, &arena)) {
        Plan *asking = plan; /* it has the texts of the questions */
        plan = selection_make_plan(&app->selection, app->library, wanted, lowered, problem);
        plan_free(asking);
    }
    arena_release(&arena);
    return plan;
}

void state_plan_anew(App *app)
{
    char *problem = NULL;
    Plan *plan = state_make_plan(app, &problem);
    selection_use(&app->selection, plan, problem);
}

static ModelBrokenFile broken_file_of(const App *app)
{
    const Editing *draft = &app->draft;
    return (ModelBrokenFile){.entry = draft->wrong,
                             .is_new = draft->edit_file.is_new,
                             .is_copy = draft->edit_file.is_copy,
                             .is_followed = app->active.is_open};
}

/* "today at 14:32" for a day, however long the app is open. Nothing while a session is followed: then no screen offers
 * another, and this would be made anew for each second. */
static ModelLeft left_of(App *app)
{
    static const UnfinishedSession none = {0};
    const UnfinishedSession *left = app->active.is_open ? &none : &app->left;
    free(app->left_when);
    free(app->left_sentence);
    app->left_when = left->title ? message_moment(left->left_s, clock_unix_s()) : NULL;
    app->left_sentence = left->title ? message_left(left, app->left_when) : NULL;
    return (ModelLeft){.title = left->title,
                       .sentence = app->left_sentence,
                       .when = app->left_when,
                       .at_s = left->at_s,
                       .total_s = left->total_s,
                       .has_done = left->has_done};
}

/* What is asked before and after a session, for the screens. */
static void fill_numbers(App *app)
{
    Model *model = &app->model;
    const Session *session = model->session;
    const Entering *now = &app->entering;
    model->note = app->active.is_open ? app->active.note : NULL;
    if (session)
        model->measure = session->measure;
    else if (model->plan)
        model->measure = selection_measure(&app->selection, &model->check);
    model->entering = (ModelEntering){now->request, now->unit, now->check, now->text, now->is_begun};
}

/* Home alone shows it. Worked out anew only after a change, and not before all that it depends on was read. */
static const DueList *due_of(App *app)
{
    if (!app->has_home || !app->last_done.has_areas || app->active.is_open ||
        !loader_is_done(&app->loader, app->library))
        return NULL;
    if (!app->is_due_current)
        app->due = today_find(app->library, &app->settings, &app->last_done);
    app->is_due_current = true;
    return &app->due;
}

void state_fill_model(App *app)
{
    const Selection *selection = &app->selection;
    const Session *session = app->active.is_open ? &app->active.session : NULL;
    const LastDone *last_done = &app->last_done;
    app->model = (Model){
        .width = app->width,
        .height = app->height,
        .is_ascii = app->is_ascii,
        .keys = &app->settings.keys,
        .library = app->library,
        .entry = selection->count > 0 ? selection->entries[0] : NULL,
        .plan = selection->plan,
        .positions = plan_positions_model(&app->positions),
        .session = session,
        .plan_problem = selection->problem,
        .agreed = selection->agreed,
        .minutes = selection->options.minutes,
        .left = left_of(app),
        .course = {app->course.course, app->course_title, app->course.today},
        .settings = &app->settings,
        .settings_path = app->settings_path,
        .settings_problem = app->settings_problem,
        .tools = loader_tools(&app->loader),
        .asked_tools = app->asked_tools.names,
        .area_days = last_done->has_areas ? last_done->area_days : NULL,
        .entry_days = last_done->entry_days,
        .held_ms = last_done->has_sides ? last_done->held_ms : NULL,
        .due = due_of(app),
        .streak = last_done->has_streak ? &last_done->streak : NULL,
        .moves = app->shared_moves.is_read ? app->shared_moves.moves : NULL,
        .move_count = app->shared_moves.count,
        .swaps = app->swaps,
        .swap_count = app->swap_count,
        .looked_at = app->looked_at,
        .copied = app->draft.from ? app->draft.from->title : NULL,
        .new_file_folder = app->draft.folder,
        .broken_file = broken_file_of(app),
        .clock_s = selection->plan ? clock_of_day_s(clock_unix_s()) : 0,
        .notice = app->notice,
        .notice_number = app->notice_number,
        .paused_note = session && session->state == SESSION_PAUSED ? app->paused_note : NULL,
        .answer = app->answer.text,
        .answer_title = app->answer.title,
        .switches = app->switches,
        .has_sound = !app->options.is_mute && !app->options.is_quiet,
        .calls = app->options.is_quiet,
        .is_rehearsal = state_is_rehearsal(app),
        .speed = app->options.speed,
        .can_undo = app->removal_count > 0,
        .history = history_view_model(&app->history),
        .can_record = !state_is_rehearsal(app) && (!app->has_records || store_can_write(app->store)),
        .done_note = session && session->state == SESSION_FINISHED
                         ? message_done_note(session, state_is_rehearsal(app), app->active.end)
                         : NULL,
    };
    fill_numbers(app);
}
