/* SPDX-License-Identifier: MIT */
#include "app/app.h"

#include <stdlib.h>

#include "app/edit_requests.h"
#include "app/messages.h"
#include "app/preferences.h"
#include "app/programme_control.h"
#include "app/reach_out.h"
#include "app/records.h"
#include "app/reload.h"
#include "app/remote_control.h"
#include "app/remove_file.h"
#include "app/requests.h"
#include "app/resume.h"
#include "app/session_control.h"
#include "app/session_numbers.h"
#include "app/sounds.h"
#include "app/state.h"
#include "app/voice_question.h"
#include "base/macros.h"
#include "base/memory.h"
#include "platform/editor.h"

App *app_new(Library *library, const AppOptions *options)
{
    App *app = memory_new(sizeof *app);
    app->library = library;
    app->options = *options;
    app->options.speed = MAX_OF(options->speed, 1);
    app->store = store_open_null();
    app->looked_at = -1;
    reach_out_init(app);
    preferences_read(app);
    return app;
}

void app_free(App *app)
{
    if (!app)
        return;
    app_leave(app);
    app_keep(app);
    remote_control_close(app);
    reach_out_release(app);
    records_release(app);
    screens_release(&app->screens);
    active_session_release(&app->active);
    selection_release(&app->selection);
    plan_positions_release(&app->positions);
    edit_requests_forget(app);
    free(app->file_changes.expected);
    free(app->swaps);
    shared_moves_release(&app->shared_moves);
    last_done_release(&app->last_done);
    history_view_release(&app->history);
    arena_release(&app->asked_tools.arena);
    loader_release(&app->loader);
    remove_file_forget_all(app);
    audio_release(&app->audio);
    watch_release(&app->watch);
    settings_release(&app->settings);
    course_view_release(&app->course);
    records_forget_left(app);
    event_release(&app->events);
    event_release(&app->told);
    session_numbers_release(app);
    char *const texts[] = {app->notice,    app->paused_note,   app->done_note,     app->last_words,
                           app->trouble,   app->told_trouble,  app->settings_path, app->settings_problem,
                           app->left_when, app->left_sentence, app->course_title};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        free(texts[i]);
    store_close(app->store);
    library_free(app->library);
    free(app);
}

const Model *app_model(App *app)
{
    state_fill_model(app);
    return &app->model;
}

const ScreenStack *app_screens(const App *app)
{
    return &app->screens;
}

Effects app_open_records(App *app)
{
    if (!library_is_scanned(app->library)) {
        library_scan(app->library, NULL);
        app->effects.draw = true;
    }
    if (!app->has_records) {
        records_open(app);
        if (app->has_home)
            programme_control_read(app);
        if (app->has_home && records_find_left(app) && screens_top(&app->screens) == &screen_home)
            state_show(app, &screen_resume);
        else
            state_show_safety_notice(app);
    }
    if (active_session_is_playing(&app->active) && app->active.id == 0) /* it was started without a question */
        resume_end_all(app);
    if (active_session_is_playing(&app->active)) /* one that is gone on with, and stands yet */
        voice_question_ask(app, (Request){0});
    return state_take_effects(app);
}

bool app_start_home(App *app)
{
    app->has_home = true;
    state_show(app, &screen_home);
    return true;
}

/* Starts what was chosen, or lets it be looked at. */
static bool start_chosen(App *app, char **problem)
{
    app->selection.options.minutes = app->options.minutes;
    app->selection.options.from_move = app->options.from_move;
    app->selection.options.side = app->options.side;
    if (app->options.yes && (app->settings.first == FIRST_BEHIND || state_may_be_new(app)))
        records_open(app);
    Plan *plan = state_make_plan(app, problem);
    if (!plan)
        return false;
    selection_use(&app->selection, plan, NULL);
    if (app->options.yes)
        session_control_start(app);
    else
        state_show(app, &screen_routine);
    return true;
}

bool app_start_play(App *app, const char *const *names, int count, char **problem)
{
    for (int i = 0; i < count; i++) {
        LibraryEntry *entry = library_find(app->library, names[i], problem);
        if (!entry)
            return false;
        selection_add(&app->selection, entry);
    }
    return start_chosen(app, problem);
}

bool app_start_entry(App *app, LibraryEntry *entry, char **problem)
{
    selection_add(&app->selection, entry);
    return start_chosen(app, problem);
}

bool app_start_part(App *app, char **problem)
{
    records_open(app);
    programme_control_read(app);
    return programme_control_choose(app, problem) && start_chosen(app, problem);
}

bool app_start_resume(App *app, char **problem)
{
    records_open(app);
    if (!records_find_left(app)) {
        const char *why = store_unread(app->store);
        if (!why && !store_can_write(app->store))
            why = app->trouble;
        *problem = memory_copy_text(why ? why : "there is no session to continue; start one with `knead play`");
        return false;
    }
    if (!resume_begin(app, problem))
        return false;
    char *when = message_moment(app->left.left_s, clock_unix_s());
    state_set_paused_note(app, memory_print("stopped %s", when));
    free(when);
    records_forget_left(app);
    state_show(app, &screen_player);
    if (app->options.yes && app->active.session.state == SESSION_PAUSED)
        session_control_command(app, COMMAND_GO_ON, 0);
    return true;
}

Effects app_key(App *app, int32_t key)
{
    if (app->screens.count == 0)
        return (Effects){0};
    state_set_notice(app, NULL);
    if (key == KEY_ESCAPE_KEY && app->answer.text) { /* what was said steps back first */
        app->answer = (Answer){0};
        app->effects.draw = true;
        return state_take_effects(app);
    }
    state_fill_model(app);
    reload_at_key(app);
    return app_perform(app, screens_key(&app->screens, &app->model, key));
}

/* Only screens show them. */
static bool has_positions_to_read(const App *app)
{
    return state_has_window(app) && !plan_positions_are_read(&app->positions, &app->selection);
}

static void read_positions(App *app)
{
    if (!has_positions_to_read(app))
        return;
    plan_positions_read(&app->positions, &app->selection, app->library);
    app->effects.draw = app->effects.draw || app->positions.count > 0;
}

Effects app_perform(App *app, Request request)
{
    requests_perform(app, request);
    read_positions(app);
    return state_take_effects(app);
}

void app_set_window(App *app, int width, int height, bool is_ascii)
{
    const Screen *top = app->width == 0 ? screens_top(&app->screens) : NULL;
    app->width = width;
    app->height = height;
    app->is_ascii = is_ascii;
    if (top) { /* it was entered before anybody knew the window */
        screens_pop(&app->screens);
        state_show(app, top);
    }
}

bool app_wants_clicks(const App *app)
{
    const Screen *top = screens_top(&app->screens);
    return top && top->takes_clicks && app->settings.mouse == MOUSE_ON;
}

const SafetyPart *app_advice(const App *app)
{
    return screens_top(&app->screens) == &screen_safety_notice ? safety_advice : NULL;
}

char *app_left_question(App *app)
{
    if (screens_top(&app->screens) != &screen_another)
        return NULL;
    return memory_copy_text(app_model(app)->left.sentence);
}

bool app_asks_about_voice(const App *app)
{
    return screens_top(&app->screens) == &screen_voice;
}

static bool has_to_load(const App *app)
{
    return app->has_home && !app->active.is_open && !loader_is_done(&app->loader, app->library);
}

/* Stops the session where it is; false where it stood still already. */
static bool pause_session(App *app, char *note)
{
    session_control_command(app, COMMAND_PAUSE, 0);
    if (app->active.fresh.count == 0) {
        free(note);
        return false;
    }
    state_set_paused_note(app, note);
    app->effects.draw = true;
    return true;
}

static void let_pass(App *app, Moment now)
{
    reload_beat(app, now.awake_ns);
    read_positions(app);
    if (active_session_is_playing(&app->active)) {
        session_control_pace(app);
        const int64_t worked_ms = app->active.session.worked_ms, counted_ms = app->active.session.count_in_ms;
        const int64_t asleep_ms = active_session_beat(&app->active, now, app->options.speed);
        session_control_follow(app);
        app->effects.draw = app->effects.draw || worked_ms != app->active.session.worked_ms ||
                            counted_ms != app->active.session.count_in_ms;
        if (asleep_ms > 0)
            pause_session(app, message_pause("the computer was asleep", asleep_ms));
    } else {
        reload_if_quiet(app);
        programme_control_beat(app);
        if (has_to_load(app)) {
            app->effects.draw = loader_read_some(&app->loader, app->library, now) || app->effects.draw;
            preferences_check_tools(app);
        }
    }
}

Effects app_beat(App *app, Moment now)
{
    let_pass(app, now);
    return state_take_effects(app);
}

/* -1 is never. */
static int64_t sooner(int64_t one_ns, int64_t other_ns)
{
    return other_ns >= 0 && (one_ns < 0 || other_ns < one_ns) ? other_ns : one_ns;
}

int64_t app_due_ns(App *app)
{
    if (has_to_load(app) || has_positions_to_read(app))
        return 0;
    const int64_t session_ns = active_session_due_ns(&app->active, app->pacer_ms * app->options.speed);
    const int64_t other_ns = sooner(sounds_due_ns(app), programme_control_due_ns(app));
    return sooner(sooner(session_ns, other_ns), sooner(reload_due_ns(app), records_due_ns(app)));
}

void app_watch(App *app, bool may_be_told)
{
    reload_begin(app, may_be_told);
}

int app_watch_descriptor(App *app)
{
    if (!app->watch.is_open && !app->watch.is_deaf)
        app_watch(app, true);
    return watch_descriptor(&app->watch);
}

void app_files_told(App *app)
{
    reload_hear(app);
}

Effects app_keep(App *app)
{
    remote_control_keep(app); /* before a session that is over is put away: its end is told */
    if (app->has_records && app->active.is_open) {
        records_write(app);
        if (app->active.session.state == SESSION_LEFT || (app->is_leaving && app->active.end == END_LATE))
            records_put_away(app);
    }
    records_try_again(app, app->is_leaving);
    if (app->file_changes.is_step_new && active_session_is_playing(&app->active))
        reload_at_step(app);
    app->file_changes.is_step_new = false;
    sounds_work(app);
    reach_out_keep(app);
    return state_take_effects(app);
}

size_t app_control_sources(const App *app, struct pollfd *sources)
{
    return remote_control_sources(app, sources);
}

bool app_is_held(const App *app)
{
    return app->is_held_from_afar;
}

Effects app_control(App *app, Moment now)
{
    let_pass(app, now);
    remote_control_work(app);
    return state_take_effects(app);
}

int app_voice_descriptor(const App *app)
{
    return audio_descriptor(&app->audio);
}

bool app_is_heard(App *app)
{
    audio_hear_out(&app->audio);
    return audio_is_heard(&app->audio);
}

void app_rest(App *app)
{
    audio_silence(&app->audio);
    reach_out_rest(app);
}

char *app_take_notice(App *app)
{
    return reach_out_take_sequence(app);
}

void app_set_attended(App *app, bool is_attended)
{
    app->options.is_unattended = !is_attended;
}

void app_set_pacer(App *app, int32_t pacer_ms)
{
    app->pacer_ms = pacer_ms;
}

Effects app_was_stopped(App *app, Moment then, Moment now, const char *how)
{
    const int64_t millisecond_ns = 1000000;
    if (active_session_is_playing(&app->active)) {
        active_session_beat(&app->active, then, app->options.speed);
        session_control_follow(app);
        char *cause = memory_print("%s,", how);
        pause_session(app, message_pause(cause, (now.real_ns - then.real_ns) / millisecond_ns));
        free(cause);
    }
    return state_take_effects(app);
}

Effects app_leave(App *app)
{
    if (active_session_is_playing(&app->active)) {
        active_session_cut_off(&app->active);
        session_control_follow(app);
    }
    app->is_leaving = true;
    return state_take_effects(app);
}

const EventList *app_take_events(App *app)
{
    const EventList told = app->told;
    app->told = app->events;
    app->events = told;
    event_clear(&app->events);
    return &app->told;
}

char **app_edit_command(App *app)
{
    if (app->editor_task == EDITOR_SETTINGS)
        return editor_command(app->settings_path, app->settings_line);
    return app->draft.edit_file.path ? edit_file_command(&app->draft.edit_file) : NULL;
}

Effects app_edited(App *app, bool editor_worked)
{
    static void (*const take_up[])(App * app, bool editor_worked) = {[EDITOR_SETTINGS] = preferences_edited,
                                                                     [EDITOR_ROUTINE] = edit_requests_take_up,
                                                                     [EDITOR_SESSION] = edit_requests_take_up_session};
    const EditorTask task = app->editor_task;
    app->editor_task = EDITOR_IDLE;
    if (take_up[task])
        take_up[task](app, editor_worked);
    app->effects.draw = app->effects.redraw_all = true;
    return state_take_effects(app);
}

bool app_is_playing(const App *app)
{
    return active_session_is_playing(&app->active);
}

bool app_is_finished(const App *app)
{
    return app->active.is_open && app->active.session.state == SESSION_FINISHED;
}

bool app_has_lost(const App *app)
{
    return app->is_lost;
}

const char *app_last_words(App *app)
{
    return app->last_words;
}

const char *app_problem(App *app)
{
    free(app->told_trouble);
    app->told_trouble = app->trouble;
    app->trouble = NULL;
    if (!app->told_trouble && app->settings_problem && !app->is_problem_told) {
        app->told_trouble = memory_copy_text(app->settings_problem);
        app->is_problem_told = true;
    }
    return app->told_trouble;
}
