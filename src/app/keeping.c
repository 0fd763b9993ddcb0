/* SPDX-License-Identifier: MIT */
#include "app/keeping.h"

#include <stdlib.h>

#include "app/messages.h"
#include "app/records.h"
#include "app/state.h"
#include "base/memory.h"

enum { AGAIN_NS = 1000000000 };

static const char *how_to_go_on(const App *app)
{
    return screens_top(&app->screens) == &screen_home ? "r goes on with it" : "r on the first screen goes on with it";
}

static void say(App *app, const ActiveSession *active)
{
    const Session *session = &active->session;
    const bool is_rehearsal = state_is_rehearsal(app);
    free(app->last_words);
    app->last_words = message_last_words(session, is_rehearsal, active->end, "`knead resume` goes on with it");
    app->is_lost = app->is_lost || (active->end == END_LOST && !is_rehearsal && session_has_done(session));
    if (session->state == SESSION_LEFT && app->screens.count > 0)
        state_set_notice(app, message_last_words(session, is_rehearsal, active->end, how_to_go_on(app)));
    if (active->end == END_KEPT && app->has_home) {
        past_read(&app->past, app->store, app->library);
        records_find_left(app);
    }
    app->effects.draw = true;
}

void keeping_say(App *app)
{
    say(app, &app->active);
}

void keeping_write(App *app)
{
    const bool is_end = app->active.keep >= KEEP_END;
    active_session_keep(&app->active, app->store);
    if (is_end)
        keeping_say(app);
    records_tell_trouble(app);
}

void keeping_put_away(App *app)
{
    if (app->active.end == END_LATE) {
        active_session_move(&app->late, &app->active);
        app->late_plan = app->selection.plan;
        app->selection.plan = NULL;
    }
    active_session_close(&app->active);
    selection_release(&app->selection);
}

/* Where nothing was held nothing is lost. */
static void give_up(App *app)
{
    if (session_has_done(&app->late.session))
        checkpoint_give_up(app->store, app->late.id);
    app->late.end = END_LOST;
}

void keeping_try_again(App *app, bool is_last)
{
    if (!app->late.is_open)
        return;
    if (is_last)
        checkpoint_be_patient(app->store);
    active_session_keep(&app->late, app->store);
    if (is_last && app->late.end == END_LATE)
        give_up(app);
    if (app->late.end != END_LATE) {
        say(app, &app->late);
        keeping_release(app);
    }
    records_tell_trouble(app);
}

int64_t keeping_due_ns(const App *app)
{
    const bool is_late = app->active.end == END_LATE || app->late.is_open;
    return is_late ? app->file_changes.beat_ns + AGAIN_NS : -1;
}

void keeping_release(App *app)
{
    active_session_release(&app->late);
    plan_free(app->late_plan);
    app->late_plan = NULL;
}
