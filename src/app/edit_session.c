/* SPDX-License-Identifier: MIT */
#include "app/edit_session.h"

#include <stdlib.h>

#include "app/editing.h"
#include "app/reload.h"
#include "app/state.h"
#include "base/memory.h"
#include "base/text.h"

/* The move of the moment; on a rest the one that comes next. */
static const PlanMove *move_now(const App *app)
{
    const Session *session = &app->active.session;
    for (size_t i = (size_t)session->step; i < session->plan->step_count; i++) {
        if (session->plan->steps[i].move >= 0)
            return &session->plan->moves[session->plan->steps[i].move];
    }
    return &session->plan->moves[session->plan->move_count - 1];
}

/* A session from the records knows its files by name only. False with a notice where one is no longer there: then it
 * knows none. */
static bool find_entries(App *app)
{
    const Plan *plan = app->selection.plan;
    if (app->selection.count > 0)
        return true;
    for (size_t i = 0; i < plan->chosen_count; i++) {
        char *problem = NULL;
        const PlanFile *file = &plan->chosen[i];
        LibraryEntry *entry = library_find(app->library, file->path ? file->path : file->id, &problem);
        if (!entry) {
            state_set_notice(app, problem);
            app->selection.count = 0;
            return false;
        }
        selection_add(&app->selection, entry);
    }
    shared_moves_read(&app->stock, app->library);
    selection_find_swaps(&app->selection, &app->stock);
    return true;
}

static LibraryEntry **entry_now(const App *app)
{
    return &app->selection.entries[app->selection.plan->routines[move_now(app)->routine].chosen];
}

void edit_session_begin(App *app)
{
    if (!app->active.is_open || !session_stands(&app->active.session)) {
        state_set_notice(app, memory_copy_text("Pause first (space); then e edits the routine."));
        return;
    }
    if (!find_entries(app))
        return;
    LibraryEntry *entry = *entry_now(app);
    library_load(app->library, entry);
    editing_begin(app, entry, entry->state == ENTRY_BROKEN ? 0 : editing_line(app, move_now(app)), EDITOR_SESSION);
}

/* What is wrong, and that the session is not touched by it. Owns the problem. */
static void tell_problem(App *app, LibraryEntry *entry, char *problem)
{
    if (entry->state == ENTRY_BROKEN && state_has_window(app))
        editing_show_wrong(app, entry);
    else
        state_set_notice(app, memory_print("%s. The session goes on with the old text; e leads back to it.", problem));
    free(problem);
}

void edit_session_take_up(App *app, bool editor_worked)
{
    if (!active_session_is_playing(&app->active) || !find_entries(app))
        return;
    LibraryEntry *entry = editing_read(app, editor_worked), **now = entry_now(app), *before = *now;
    if (!entry)
        return;
    char *problem = NULL;
    *now = entry;
    Plan *plan = state_make_plan(app, &problem);
    if (!plan) {
        *now = before;
        tell_problem(app, entry, problem);
        return;
    }
    const char *note = app->draft.edit_file.note;
    const bool is_news = plan->declined && !text_same(plan->declined, app->selection.plan->declined);
    char *words = memory_print("Read again: it goes on at the same move%s%s%s%s", note ? "; " : "", note ? note : "",
                               is_news ? "; left out without your yes: " : "", is_news ? plan->declined : "");
    editing_hide_wrong(app);
    editing_forget(app);
    reload_replan(app, plan);
    if (app->notice)
        free(words); /* the records are in trouble, which matters more */
    else
        state_set_notice(app, words);
}
