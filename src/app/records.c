/* SPDX-License-Identifier: MIT */
#include "app/records.h"

#include <stdlib.h>

#include "app/messages.h"
#include "app/state.h"
#include "base/memory.h"
#include "base/path.h"
#include "store/journal.h"
#include "store/other_journals.h"
#include "store/recency.h"

static void set_trouble(App *app, const char *text)
{
    free(app->trouble);
    app->trouble = memory_copy_text(text);
    state_set_notice(app, memory_copy_text(text));
}

void records_tell_trouble(App *app)
{
    const char *trouble = store_problem(app->store);
    if (trouble)
        set_trouble(app, trouble);
}

void records_read_last_done(App *app)
{
    last_done_read(&app->last_done, app->store, app->library, settings_per_week(&app->settings));
    app->is_due_current = false;
}

void records_follow_journal(App *app)
{
    if (!app->has_records || state_is_rehearsal(app))
        return;
    journal_use(app->store, app->settings.journal);
    records_tell_trouble(app);
}

typedef struct JournalProblems {
    char *first; /* owned */
    int count;
} JournalProblems;

static void note_journal(const char *file, int64_t line, const char *what, void *argument)
{
    JournalProblems *problems = argument;
    if (problems->count++ == 0)
        problems->first = other_journals_words(file, line, what);
}

/* What the records themselves have to say is told first. */
static void take_in_journals(App *app)
{
    const TextList *paths = &app->settings.journals;
    JournalProblems problems = {0};
    other_journals_take_in(app->store, (JournalPatterns){paths->items, paths->count}, clock_unix_s(), note_journal,
                           &problems);
    records_tell_trouble(app);
    if (problems.first && !app->trouble) {
        char *more = problems.count > 1 ? memory_print("%s And %d more.", problems.first, problems.count - 1)
                                        : memory_copy_text(problems.first);
        set_trouble(app, more);
        free(more);
    }
    free(problems.first);
}

void records_open(App *app)
{
    if (app->has_records)
        return;
    app->has_records = true;
    if (state_is_rehearsal(app))
        return;
    char *path = path_data("knead.db");
    if (path) {
        store_close(app->store);
        app->store = store_open(path, clock_unix_s());
        records_tell_trouble(app);
        records_follow_journal(app);
        take_in_journals(app);
    } else {
        set_trouble(app, "sessions are not recorded: there is no folder for them; set HOME or XDG_DATA_HOME");
    }
    free(path);
    app->has_lowered = lowered_target_read(app->store, app->lowered);
    app->week = recency_week(app->store, clock_unix_s());
    if (app->has_home || app->settings.first == FIRST_BEHIND)
        records_read_last_done(app);
    records_count_times_done(app); /* of a session that was started before this */
    app->effects.draw = true;
    const bool changes_plan = app->settings.first == FIRST_BEHIND || state_is_new(app);
    if (app->selection.plan && changes_plan && !app->active.is_open)
        state_plan_anew(app);
    else if (app->selection.plan && app->has_lowered)
        selection_lower_targets(app->selection.plan, app->lowered);
}

void records_forget_left(App *app)
{
    unfinished_release(&app->left);
}

bool records_find_left(App *app)
{
    records_forget_left(app);
    return unfinished_find(app->store, &app->left);
}

void records_count_times_done(App *app)
{
    ActiveSession *active = &app->active;
    if (!active->is_open)
        return;
    const Plan *plan = active->session.plan;
    active->times_done = memory_resize(active->times_done, plan->move_count, sizeof *active->times_done);
    recency_times_done(app->store, plan, NARRATION_FAMILIAR_FROM, active->times_done);
}

const int32_t *records_times_done(const App *app)
{
    return app->active.times_done;
}

void records_note_hurt(App *app, const PlanMove *move, Side side)
{
    const LoweredTarget lowered = lowered_target_of(side, move->name, clock_unix_s());
    for (size_t i = 0; i < move->areas.count && store_can_write(app->store); i++) {
        const uint8_t area = move->areas.items[i];
        lowered_target_note(app->store, (Area)area, side, move->name, lowered.since_s);
        app->lowered[area] = lowered; /* the next plan is lowered by it, kept already or not */
        app->has_lowered = true;
    }
    records_tell_trouble(app);
}

void records_clear_lowered(App *app)
{
    const Plan *plan = app->selection.plan;
    for (size_t i = 0; plan && i < plan->move_count; i++) {
        const WordList *areas = &plan->moves[i].areas;
        for (size_t k = 0; k < areas->count; k++) {
            if (app->lowered[areas->items[k]].is_set && lowered_target_clear(app->store, (Area)areas->items[k]))
                app->lowered[areas->items[k]] = (LoweredTarget){0};
        }
    }
    records_tell_trouble(app);
}

enum { AGAIN_NS = 1000000000 };

/* To free(). */
static char *how_to_go_on(App *app)
{
    return memory_print(screens_top(&app->screens) == &screen_home ? "press %s to continue"
                                                                   : "press %s on the first screen to continue",
                        state_key(app, ACTION_RESUME));
}

static void say(App *app, const ActiveSession *active)
{
    const Session *session = &active->session;
    const bool is_rehearsal = state_is_rehearsal(app);
    free(app->last_words);
    app->last_words = message_last_words(session, is_rehearsal, active->end, "`knead resume` continues it");
    app->is_lost = app->is_lost || (active->end == END_LOST && !is_rehearsal && session_has_done(session));
    if (session->state == SESSION_LEFT && app->screens.count > 0) {
        char *how = how_to_go_on(app);
        state_set_notice(app, message_last_words(session, is_rehearsal, active->end, how));
        free(how);
    }
    if (active->end == END_KEPT && app->has_home) {
        records_read_last_done(app);
        records_find_left(app);
    }
    app->effects.draw = true;
}

void records_say(App *app)
{
    say(app, &app->active);
}

void records_write(App *app)
{
    const bool is_end = app->active.keep >= KEEP_END;
    active_session_keep(&app->active, app->store);
    if (is_end)
        records_say(app);
    records_tell_trouble(app);
}

void records_close_session(App *app)
{
    if (app->active.end == END_LATE) {
        active_session_move(&app->late, &app->active);
        app->late_plan = app->selection.plan;
        app->selection.plan = NULL;
    }
    active_session_close(&app->active);
}

void records_put_away(App *app)
{
    records_close_session(app);
    selection_release(&app->selection);
}

/* Where nothing was held nothing is lost. */
static void give_up(App *app)
{
    if (session_has_done(&app->late.session))
        session_writer_give_up(app->store, app->late.id);
    app->late.end = END_LOST;
}

void records_try_again(App *app, bool is_last)
{
    if (!app->late.is_open)
        return;
    if (is_last)
        session_writer_be_patient(app->store);
    active_session_keep(&app->late, app->store);
    if (is_last && app->late.end == END_LATE)
        give_up(app);
    if (app->late.end != END_LATE) {
        say(app, &app->late);
        records_release(app);
    }
    records_tell_trouble(app);
}

int64_t records_due_ns(const App *app)
{
    const bool is_late = app->active.end == END_LATE || app->late.is_open;
    return is_late ? app->file_changes.beat_ns + AGAIN_NS : -1;
}

void records_release(App *app)
{
    active_session_release(&app->late);
    plan_free(app->late_plan);
    app->late_plan = NULL;
}
