/* SPDX-License-Identifier: MIT */
#include "app/revision.h"

#include <stdlib.h>

#include "app/editor.h"
#include "app/records.h"
#include "app/state.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"

/* The move of the moment; on a rest the one that comes next. */
static const PlanMove *move_now(const App *app)
{
    const Session *session = &app->sitting.session;
    for (size_t i = (size_t)session->step; i < session->plan->step_count; i++) {
        if (session->plan->steps[i].move >= 0)
            return &session->plan->moves[session->plan->steps[i].move];
    }
    return &session->plan->moves[session->plan->move_count - 1];
}

/* A session from the records knows its files by name only. False with a notice where one is no longer there. */
static bool find_entries(App *app)
{
    const Plan *plan = app->choice.plan;
    for (size_t i = app->choice.count; i < plan->routine_count; i++) {
        char *problem = NULL;
        const PlanRoutine *routine = &plan->routines[i];
        LibraryEntry *entry = library_find(app->library, routine->path ? routine->path : routine->id, &problem);
        if (!entry) {
            state_set_notice(app, problem);
            return false;
        }
        choice_add(&app->choice, entry);
    }
    return true;
}

static LibraryEntry *entry_now(const App *app)
{
    return app->choice.entries[move_now(app)->routine];
}

bool revision_may_begin(App *app)
{
    if (!sitting_is_playing(&app->sitting) || app->sitting.session.state != SESSION_PAUSED) {
        state_set_notice(app, memory_copy_text("Pause first (space); then e edits the routine."));
        return false;
    }
    if (!find_entries(app))
        return false;
    const LibraryEntry *entry = entry_now(app);
    if (entry->is_mine && entry->path)
        return true;
    if (!entry->path) {
        state_set_notice(app, memory_copy_text("This was put together for the moment: there is no file of it to edit."));
        return false;
    }
    char *name = memory_print("routines/%s.yaml", entry->id);
    char *own = path_config(name);
    state_set_notice(app, memory_print("This routine came with knead; copy it to %s to change it.",
                                       own ? own : "your own routines"));
    free(own);
    free(name);
    return false;
}

char **revision_command(App *app)
{
    if (!sitting_is_playing(&app->sitting) || !find_entries(app) || !entry_now(app)->path)
        return NULL;
    return editor_command(entry_now(app)->path, move_now(app)->line);
}

void revision_take_up(App *app, bool editor_worked)
{
    if (!sitting_is_playing(&app->sitting) || !find_entries(app))
        return;
    if (!editor_worked) {
        state_set_notice(app, memory_copy_text(EDITOR_FAILED));
        return;
    }
    library_reload(app->library, entry_now(app));
    char *problem = NULL;
    Plan *plan = state_make_plan(app, &problem);
    if (!plan) {
        state_set_notice(app, problem);
        return;
    }
    session_replan(&app->sitting.session, plan);
    app->answer = (Answer){0}; /* its text, and that of the events, is the old plan's */
    event_clear(&app->events);
    event_clear(&app->told);
    event_clear(&app->sitting.fresh);
    choice_use(&app->choice, plan, NULL);
    checkpoint_replan(app->store, app->sitting.id, &app->sitting.session);
    records_tell_trouble(app);
    if (!app->notice)
        state_set_notice(app, memory_copy_text("Read again: it goes on at the same move."));
}
