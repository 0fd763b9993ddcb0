/* SPDX-License-Identifier: MIT */
#include "app/reload.h"

#include <stdlib.h>
#include <string.h>

#include "app/preferences.h"
#include "app/programme_control.h"
#include "app/records.h"
#include "app/state.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "session/replan.h"
#include "settings/theme_file.h"
#include "store/plan_json.h"

static const int64_t quiet_ns = 50000000, longest_ns = 500000000; /* after the last change; after the first */

static const char read_again[] = "The file changed; reloaded.";

static void add_folder(void *context, const char *folder)
{
    watch_add(context, folder);
}

static void renew_watch(App *app)
{
    char *settings = app->settings_path ? path_folder(app->settings_path) : NULL;
    library_each_folder(app->library, add_folder, &app->watch);
    if (settings) {
        char *themes = path_join(settings, theme_file_folder);
        watch_add(&app->watch, settings);
        watch_add(&app->watch, themes);
        free(themes);
    }
    free(settings);
    watch_renew(&app->watch);
}

void reload_begin(App *app, bool may_be_told)
{
    watch_open(&app->watch, may_be_told);
    renew_watch(app);
    app->file_changes.is_told =
        !app->watch.is_deaf; /* a file may have changed since it was read, before the first screen */
}

void reload_hear(App *app)
{
    app->file_changes.is_told = watch_take(&app->watch) || app->file_changes.is_told;
}

void reload_at_key(App *app)
{
    app->file_changes.is_told = app->file_changes.is_told ||
                                (app->watch.is_deaf && !active_session_is_playing(&app->active));
}

int64_t reload_due_ns(const App *app)
{
    if (active_session_is_playing(&app->active))
        return -1;
    return app->file_changes.is_told ? 0 : app->file_changes.quiet_ns > 0 ? app->file_changes.quiet_ns : -1;
}

void reload_beat(App *app, int64_t now_ns)
{
    FileChanges *file_changes = &app->file_changes;
    file_changes->beat_ns = now_ns;
    if (!file_changes->is_told)
        return;
    file_changes->is_told = false;
    if (file_changes->quiet_ns == 0)
        file_changes->first_ns = now_ns;
    file_changes->quiet_ns = MIN_OF(now_ns + quiet_ns, file_changes->first_ns + longest_ns);
}

static bool is_quiet(const FileChanges *file_changes)
{
    return file_changes->quiet_ns > 0 && !file_changes->is_told && file_changes->beat_ns >= file_changes->quiet_ns;
}

void reload_if_quiet(App *app)
{
    if (is_quiet(&app->file_changes))
        reload_files(app);
}

/* Things that are known by their index, as they were. Their names last until the end of the change. */
typedef struct Names {
    const char **items;
    size_t count;
} Names;

static Names entry_names(const Library *library)
{
    Names names = {.count = library_count(library)};
    names.items = memory_resize(NULL, names.count + 1, sizeof *names.items);
    for (size_t i = 0; i < names.count; i++)
        names.items[i] = library_at(library, i)->id;
    return names;
}

static Names move_names(const SharedMoveList *shared_moves)
{
    Names names = {.count = shared_moves->count};
    names.items = memory_resize(NULL, names.count + 1, sizeof *names.items);
    for (size_t i = 0; i < names.count; i++)
        names.items[i] = shared_moves->moves[i].id;
    return names;
}

static Names tool_names(Loader *loader)
{
    const ModelTools tools = loader_tools(loader);
    Names names = {.count = tools.count};
    names.items = memory_resize(NULL, names.count + 1, sizeof *names.items);
    for (size_t i = 0; i < names.count; i++)
        names.items[i] = tools.items[i].name;
    return names;
}

/* Where each name stands now; both are sorted. Frees their lists. One more is for the index 0 of an empty list. */
static size_t *find_places(Names before, Names now)
{
    size_t *places = memory_resize(NULL, before.count + 1, sizeof *places), at = 0;
    for (size_t i = 0; i < before.count; i++) {
        while (at < now.count && strcmp(now.items[at], before.items[i]) < 0)
            at++;
        places[i] = now.count > 0 ? MIN_OF(at, now.count - 1) : 0;
        at += at < now.count && strcmp(now.items[at], before.items[i]) == 0;
    }
    places[before.count] = 0;
    free(before.items);
    free(now.items);
    return places;
}

/* Tells the screens, and then gives back what was there before. */
typedef struct Before {
    Names entries, tools;
    Loader loader;
    SharedMoveList shared_moves;
} Before;

static void follow_lists(App *app, Before *before, bool has_moves)
{
    ScreenChange change = {0};
    size_t *entries = find_places(before->entries, entry_names(app->library)), *moves = NULL;
    size_t *tools = find_places(before->tools, tool_names(&app->loader));
    if (has_moves)
        moves = find_places(move_names(&before->shared_moves), move_names(&app->shared_moves));
    change.entries = entries;
    change.tools = tools;
    change.moves = moves;
    state_fill_model(app);
    screens_follow(&app->screens, &app->model, &change);
    free(entries);
    free(tools);
    free(moves);
}

/* Only swaps point into the shared moves. */
static bool renew_shared_moves(App *app, Before *before)
{
    if (!app->shared_moves.is_read)
        return false;
    state_leave(app, &screen_swap);
    app->swap_count = 0;
    before->shared_moves = app->shared_moves;
    app->shared_moves = (SharedMoveList){0};
    shared_moves_read(&app->shared_moves, app->library);
    selection_follow(&app->selection, &app->shared_moves);
    return true;
}

static void renew_lists(App *app, Names entries, bool has_moves)
{
    Before before = {.entries = entries, .tools = tool_names(&app->loader), .loader = app->loader};
    app->loader = (Loader){.shown_ns = app->loader.shown_ns};
    loader_restart(&app->loader, app->library, &app->settings);
    if (app->has_home)
        loader_read_some(&app->loader, app->library, (Moment){.awake_ns = app->file_changes.beat_ns});
    last_done_match(&app->last_done, app->library);
    programme_control_renew(app);
    app->is_due_current = false;
    has_moves = has_moves && renew_shared_moves(app, &before);
    follow_lists(app, &before, has_moves);
    loader_release(&before.loader);
    shared_moves_release(&before.shared_moves);
}

/* However it was asked for. */
static char *plan_text(const Plan *plan)
{
    Plan made = *plan;
    made.options = (PlanOptions){0};
    return plan_json_write(&made);
}

static bool is_same_plan(const Plan *one, const Plan *other)
{
    if (!one || !other)
        return one == other;
    char *text = plan_text(one), *other_text = plan_text(other);
    const bool is_same = text_same(text, other_text);
    free(text);
    free(other_text);
    return is_same;
}

/* A file that came in an earlier folder, or went from it, changes what stands under an id. */
static void renew_entries(App *app)
{
    for (size_t i = 0; i < app->selection.count; i++) {
        app->selection.entries[i] = library_now(app->library, app->selection.entries[i]);
        library_load(app->library, app->selection.entries[i]);
    }
    if (app->draft.wrong)
        library_load(app->library, app->draft.wrong);
}

/* The routine that is looked at: what is shown is what the file says now, and what is wrong cannot be started. */
static void renew_plan(App *app)
{
    char *problem = NULL;
    Plan *plan = state_make_plan(app, &problem), *before = app->selection.plan;
    if (is_same_plan(plan, before) && text_same(problem, app->selection.problem)) {
        if (plan)
            plan_free(plan);
        free(problem);
        return;
    }
    state_leave(app, &screen_swap);
    state_leave(app, &screen_about);
    selection_use(&app->selection, plan, problem);
    state_fill_model(app);
    screens_follow(&app->screens, &app->model, &(ScreenChange){.plan = before});
    if (plan)
        state_set_notice(app, memory_copy_text(read_again));
    else if (app->selection.entries[0]->is_gone)
        state_set_notice(app, memory_copy_text("The file of this routine was deleted."));
    else
        state_set_notice(app, memory_copy_text("The file changed and now has problems, so you cannot start it."));
}

void reload_expect(App *app)
{
    if (app->file_changes.expected)
        return;
    const Names entries = entry_names(app->library);
    app->file_changes.expected = entries.items;
    app->file_changes.expected_count = entries.count;
}

/* The entries as the screens know them, and forgets them. */
static Names known_entries(App *app)
{
    Names entries = {app->file_changes.expected, app->file_changes.expected_count};
    app->file_changes.expected = NULL;
    return entries.items ? entries : entry_names(app->library);
}

void reload_files(App *app)
{
    const bool is_expected = app->file_changes.expected != NULL;
    const Names entries = known_entries(app);
    bool has_moves = false;
    app->file_changes.is_told = false;
    app->file_changes.quiet_ns = 0;
    watch_take(&app->watch);
    renew_watch(app);
    const bool has_files = library_refresh(app->library, &has_moves) || is_expected;
    const bool has_settings = preferences_reload(app);
    if (!has_files && !has_settings) {
        free(entries.items);
        return;
    }
    app->effects.draw = true;
    renew_entries(app);
    renew_lists(app, entries, has_moves || is_expected);
    if (active_session_is_playing(&app->active))
        app->file_changes.is_plan_old = app->file_changes.is_plan_old || has_files;
    else if (!app->active.is_open && app->selection.count > 0)
        renew_plan(app);
}

void reload_replan(App *app, Plan *plan)
{
    replan_session(&app->active.session, plan);
    app->looked_at = -1;
    app->answer = (Answer){0}; /* its text, and that of the events, is the old plan's */
    event_clear(&app->events);
    event_clear(&app->told);
    event_clear(&app->active.fresh);
    selection_use(&app->selection, plan, NULL);
    session_writer_replan(app->store, app->active.id, &app->active.session);
    records_count_times_done(app);
    records_tell_trouble(app);
}

/* The step is told anew, as it is now. */
static void tell_step(App *app)
{
    const Session *session = &app->active.session;
    event_add(&app->events, (Event){EVENT_STEP_BEGAN, session->step, 0, session_at_ms(session), NULL});
}

static void renew_session(App *app)
{
    char *problem = NULL;
    Plan *plan = state_make_plan(app, &problem);
    if (!plan) {
        state_set_notice(app, memory_print("%s. Nothing else changes.", problem));
        free(problem);
    } else if (is_same_plan(plan, app->selection.plan)) {
        plan_free(plan);
    } else {
        reload_replan(app, plan);
        tell_step(app);
        if (!app->notice)
            state_set_notice(app, memory_copy_text(read_again));
    }
}

/* A session from the records, whose files nobody has asked for, goes on as it was saved. */
void reload_at_step(App *app)
{
    if (app->watch.is_deaf || is_quiet(&app->file_changes))
        reload_files(app);
    if (app->file_changes.is_plan_old && app->selection.plan && app->selection.count > 0)
        renew_session(app);
    app->file_changes.is_plan_old = false;
}
