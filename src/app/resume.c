/* SPDX-License-Identifier: MIT */
#include "app/resume.h"

#include "app/records.h"
#include "app/save_swaps.h"
#include "app/session_control.h"
#include "app/state.h"
#include "app/voice_question.h"
#include "base/text.h"

bool resume_ask(App *app)
{
    if (!records_find_left(app))
        return false;
    state_show(app, &screen_another);
    return true;
}

bool resume_begin(App *app, char **problem)
{
    Plan *plan = active_session_resume(&app->active, app->store, app->left.id, problem);
    if (!plan)
        return false;
    selection_release(&app->selection);
    selection_use(&app->selection, plan, NULL);
    records_count_times_done(app);
    return true;
}

void resume_go_on(App *app, Request request)
{
    char *problem = NULL;
    if (app->left.title && voice_question_ask(app, request))
        return;
    state_hide(app, &screen_resume);
    state_hide(app, &screen_another);
    if (!app->left.title)
        return;
    save_swaps_say_over(app); /* of the routine that was looked at */
    if (!resume_begin(app, &problem)) {
        records_find_left(app); /* somebody else has it, or it is no more */
        state_set_notice(app, problem);
        return;
    }
    records_forget_left(app);
    state_hide(app, &screen_routine);
    state_show(app, &screen_player);
    if (app->active.session.state == SESSION_PAUSED) /* where it hurt, it is said first what to do */
        session_control_command(app, COMMAND_GO_ON, 0);
}

/* Ends the one that was found. What there is to say of it is added; nothing where it could not be done. */
static bool end_it(App *app, Text *words)
{
    const UnfinishedSession *left = &app->left;
    const bool is_ended = unfinished_settle(app->store, left->id);
    records_tell_trouble(app);
    if (is_ended)
        text_print(words,
                   left->has_done ? "%s%s ended; what you did stays in your history."
                                  : "%s%s ended; you did no holds, so nothing is saved.",
                   words->length > 0 ? " " : "", left->title);
    return is_ended;
}

/* Releases the words. */
static void tell(App *app, Text *words)
{
    if (words->length > 0)
        state_set_notice(app, text_detach(words));
    text_release(words);
}

/* From the offer at the start: home shows the one that was left before it, if there is one. */
static void leave(App *app)
{
    records_find_left(app);
    state_hide(app, &screen_resume);
    state_show_safety_notice(app);
}

void resume_end_here(App *app, Request request)
{
    (void)request;
    Text words = {0};
    end_it(app, &words);
    tell(app, &words);
    leave(app);
}

void resume_discard(App *app, Request request)
{
    (void)request;
    Text words = {0};
    if (unfinished_discard(app->store, app->left.id))
        text_print(&words, "Thrown away: %s.", app->left.title);
    records_tell_trouble(app);
    tell(app, &words);
    leave(app);
}

void resume_end_all(App *app)
{
    Text words = {0};
    while (records_find_left(app) && end_it(app, &words))
        continue;
    tell(app, &words);
    records_forget_left(app);
}

/* One that could not be ended stays as it was left. */
void resume_start_another(App *app, Request request)
{
    (void)request;
    Text words = {0};
    const bool is_ended = end_it(app, &words);
    tell(app, &words);
    state_hide(app, &screen_another);
    if (!is_ended || !resume_ask(app))
        session_control_start(app);
}
