/* SPDX-License-Identifier: MIT */
#include "app/session_numbers.h"

#include <stdlib.h>

#include "app/history_requests.h"
#include "app/records.h"
#include "app/state.h"
#include "base/memory.h"
#include "platform/clock.h"
#include "store/edit_record.h"

enum { STILL_PLAYING_NS = 700000000 };

/* The session that numbers and a note are for. */
typedef struct RatedSession {
    int64_t id; /* in the records */
    Measure measure;
    const char *check, *note; /* borrowed */
} RatedSession;

static const Screen *shown_screen(const App *app)
{
    int top = app->screens.count - 1;
    while (top > 0 && app->screens.screens[top]->is_overlay)
        top--;
    return top >= 0 ? app->screens.screens[top] : NULL;
}

static bool has_ended(const App *app)
{
    return app->active.is_open && !active_session_is_playing(&app->active);
}

/* In line mode there are no screens, and no history to look at. */
static bool find_rated(App *app, RatedSession *rated)
{
    const Screen *shown = shown_screen(app);
    state_fill_model(app);
    const SessionRecord *record = app->model.history.record;
    if (has_ended(app) && (!shown || shown == &screen_after)) {
        const Session *session = &app->active.session;
        *rated = (RatedSession){app->active.id, session->measure, NULL, app->active.note};
        plan_measure(session->plan, &rated->check);
        return app->model.can_record;
    }
    if (!record || shown != &screen_record)
        return false;
    *rated = (RatedSession){record->id, record->measure, record->check, record->note};
    return true;
}

/* Whether it is the one that has just ended, on the page after it or in the history. */
static bool is_latest(const App *app, const RatedSession *rated)
{
    return has_ended(app) && rated->id == app->active.id;
}

/* Whether it is in the records, so that it can be changed there. */
static bool is_recorded(App *app, const RatedSession *rated)
{
    if (!is_latest(app, rated))
        return true;
    records_write(app);
    return app->active.end == END_KEPT;
}

static void write_numbers(App *app, const RatedSession *rated)
{
    const Measure *measure = &rated->measure;
    if (is_latest(app, rated))
        app->active.session.measure = *measure;
    if (!is_recorded(app, rated) ||
        !edit_record_numbers(app->store, rated->id, measure->before_tenths, measure->after_tenths))
        state_set_notice(app, memory_copy_text("The number could not be saved."));
    history_requests_refresh(app);
}

static bool was_meant_for_the_session(const App *app)
{
    return state_has_window(app) && shown_screen(app) == &screen_after &&
           clock_now().awake_ns - app->ended_ns < STILL_PLAYING_NS;
}

void session_numbers_begin(App *app)
{
    const char *check;
    if (app->selection.has_before)
        app->active.session.measure = selection_measure(&app->selection, &check);
}

void session_numbers_end(App *app)
{
    app->ended_ns = app->file_changes.beat_ns;
}

void session_numbers_before(App *app, Request request)
{
    const char *check;
    state_hide(app, &screen_entry);
    if (!app->selection.plan || app->active.is_open || state_is_rehearsal(app))
        return;
    app->selection.has_before = request.value != MEASURE_NOT_SAID;
    app->selection.before_unit = (CheckUnit)plan_measure(app->selection.plan, &check).unit;
    app->selection.before_tenths = request.value;
}

void session_numbers_record_before(App *app, Request request)
{
    RatedSession rated;
    state_hide(app, &screen_entry);
    if (!find_rated(app, &rated))
        return;
    rated.measure.before_tenths = request.value;
    write_numbers(app, &rated);
}

void session_numbers_record_after(App *app, Request request)
{
    RatedSession rated;
    if (was_meant_for_the_session(app))
        return;
    state_hide(app, &screen_entry);
    if (!find_rated(app, &rated))
        return;
    rated.measure.after_tenths = request.value;
    write_numbers(app, &rated);
}

void session_numbers_record_note(App *app, Request request)
{
    RatedSession rated = {0};
    char *note = request.text && *request.text ? memory_copy_text(request.text) : NULL;
    state_hide(app, &screen_entry);
    if (find_rated(app, &rated) && is_recorded(app, &rated) && edit_record_note(app->store, rated.id, note)) {
        if (is_latest(app, &rated)) {
            free(app->active.note);
            app->active.note = note;
            note = NULL;
        }
    } else if (note || rated.note) {
        state_set_notice(app,
                         memory_copy_text(note ? "The note could not be saved." : "The note could not be removed."));
    }
    free(note);
    history_requests_refresh(app);
}

/* What is there already of what is asked for; NULL: nothing. To free(). */
static char *text_now(RequestKind kind, const RatedSession *rated)
{
    Text text = {0};
    const int32_t tenths = kind == REQUEST_RECORD_AFTER ? rated->measure.after_tenths : rated->measure.before_tenths;
    if (kind == REQUEST_RECORD_NOTE)
        return rated->note ? memory_copy_text(rated->note) : NULL;
    if (tenths == MEASURE_NOT_SAID)
        return NULL;
    measure_add_number(&text, tenths);
    return text_detach(&text);
}

void session_numbers_enter(App *app, Request request)
{
    const RequestKind kind = (RequestKind)request.value;
    Entering *entering = &app->entering;
    RatedSession rated = {0};
    if (was_meant_for_the_session(app))
        return;
    if (kind == REQUEST_BEFORE && app->selection.plan && !app->active.is_open)
        rated.measure = selection_measure(&app->selection, &rated.check);
    else if (!find_rated(app, &rated))
        return;
    session_numbers_release(app);
    entering->request = kind;
    entering->unit = (CheckUnit)rated.measure.unit;
    entering->check = rated.check ? memory_copy_text(rated.check) : NULL;
    entering->is_begun = request.text != NULL;
    entering->text = request.text ? memory_copy_text(request.text) : text_now(kind, &rated);
    state_show(app, &screen_entry);
}

void session_numbers_release(App *app)
{
    free(app->entering.check);
    free(app->entering.text);
    app->entering = (Entering){0};
}

/* The plan is made anew: what hurt just now lowers the targets, and its questions are asked again. */
void session_numbers_again(App *app, Request request)
{
    (void)request;
    if (!has_ended(app) || was_meant_for_the_session(app))
        return;
    records_write(app);
    records_close_session(app);
    selection_ask_anew(&app->selection);
    state_plan_anew(app);
    state_leave(app, &screen_after);
    state_show(app, &screen_routine);
}
