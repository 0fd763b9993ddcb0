/* SPDX-License-Identifier: MIT */
#include "plain/question_lines.h"

#include "base/duration.h"
#include "base/text.h"
#include "session/plan.h"

static Reply ask_of_move(const Asker *asker, const Plan *plan, const PlanMove *move)
{
    Text line = {0};
    text_print(&line, "%s (y/n; n leaves out ", move->confirm);
    plan_name_asking(&line, plan, move->confirm);
    text_add(&line, ")");
    const Reply reply = ask_yes_no(asker, text_show(&line), 0);
    text_release(&line);
    return reply;
}

/* Each question that has no answer yet. False where one was left without, or nothing is left to be started. */
static bool ask_all(const Asker *asker, App *app)
{
    const Model *model = app_model(app);
    size_t left;
    for (const PlanMove *move; (move = plan_next_question(model->plan, &model->agreed, &left)) != NULL;) {
        const Reply reply = ask_of_move(asker, model->plan, move);
        if (reply == REPLY_NEITHER)
            return false;
        app_perform(app, (Request){.kind = reply == REPLY_YES ? REQUEST_AGREE : REQUEST_DECLINE,
                                   .value = (int32_t)(move - model->plan->moves)});
        model = app_model(app);
        if (reply == REPLY_NO)
            asker->say(asker->context, model->notice);
        if (!model->plan) {
            asker->say(asker->context, model->plan_problem);
            return false;
        }
    }
    return true;
}

/* What is left where a no has left something out. */
static bool may_start_rest(const Asker *asker, App *app)
{
    const Plan *plan = app_model(app)->plan;
    char length[DURATION_TEXT_SIZE];
    Text line = {0};
    text_print(&line, "The rest: %s, %zu move%s. Start? (y/n)", duration_words(length, plan->seconds), plan->move_count,
               plan->move_count == 1 ? "" : "s");
    const bool may = ask_yes_no(asker, text_show(&line), 0) == REPLY_YES;
    text_release(&line);
    return may;
}

bool question_lines_agree(const Asker *asker, App *app, bool asks_to_start)
{
    if (!ask_all(asker, app))
        return false;
    if (app_model(app)->plan->options.declined.count > 0)
        return may_start_rest(asker, app);
    return !asks_to_start || ask_yes_no(asker, "Start? (y/n)", 0) == REPLY_YES;
}
