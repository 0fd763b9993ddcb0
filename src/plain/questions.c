/* SPDX-License-Identifier: MIT */
#include "plain/questions.h"

#include "base/arena.h"
#include "base/duration.h"
#include "base/output.h"
#include "base/text.h"
#include "plain/line.h"
#include "session/plan.h"
#include "session/spoken.h"

void questions_advise(const QuestionTalk *talk)
{
    const SafetyPart *advice = talk->has_keys ? app_advice(talk->app) : NULL;
    if (!advice)
        return;
    for (size_t i = 0; i < advice->count; i++)
        talk->say(talk->context, advice->lines[i]);
    talk->say(talk->context, "When not to, and when to get help: knead help safety");
    app_perform(talk->app, (Request){.kind = REQUEST_BACK});
}

typedef enum Reply { REPLY_YES, REPLY_NO, REPLY_NEITHER } Reply;

static Reply ask(const QuestionTalk *talk, const char *question)
{
    talk->say(talk->context, question);
    for (;;) {
        const int32_t key = talk->wait_for_key(talk->context);
        if (key == 'y' || key == 'Y')
            return REPLY_YES;
        if (key == 'n' || key == 'N')
            return REPLY_NO;
        if (key == 'q' || key == KEY_ESCAPE_KEY || key == KEY_INTERRUPT)
            return REPLY_NEITHER;
    }
}

static Reply ask_of_move(const QuestionTalk *talk, const Plan *plan, const PlanMove *move)
{
    Text line = {0};
    text_print(&line, "%s (y/n; n leaves out ", move->confirm);
    spoken_asking(&line, plan, move->confirm);
    text_add(&line, ")");
    const Reply reply = ask(talk, text_show(&line));
    text_release(&line);
    return reply;
}

/* Each question that has no answer yet. False where one was left without, or nothing is left to be started. */
static bool ask_all(const QuestionTalk *talk)
{
    const Model *model = app_model(talk->app);
    size_t left;
    for (const PlanMove *move; (move = plan_next_question(model->plan, &model->agreed, &left)) != NULL;) {
        const Reply reply = ask_of_move(talk, model->plan, move);
        if (reply == REPLY_NEITHER)
            return false;
        app_perform(talk->app, (Request){.kind = reply == REPLY_YES ? REQUEST_AGREE : REQUEST_DECLINE,
                                         .value = (int32_t)(move - model->plan->moves)});
        model = app_model(talk->app);
        if (reply == REPLY_NO)
            talk->say(talk->context, model->notice);
        if (!model->plan) {
            talk->say(talk->context, model->plan_problem);
            return false;
        }
    }
    return true;
}

/* What is left where a no has left something out. */
static bool may_start_rest(const QuestionTalk *talk)
{
    const Plan *plan = app_model(talk->app)->plan;
    char length[DURATION_TEXT_SIZE];
    Text line = {0};
    text_print(&line, "What is left: %s, %zu move%s. Start? (y/n)", duration_words(length, plan->seconds),
               plan->move_count, plan->move_count == 1 ? "" : "s");
    const bool may = ask(talk, text_show(&line)) == REPLY_YES;
    text_release(&line);
    return may;
}

static bool may_start(const QuestionTalk *talk, bool has_cautions, bool has_questions)
{
    if (!ask_all(talk))
        return false;
    if (app_model(talk->app)->plan->options.declined.count > 0)
        return may_start_rest(talk);
    return !has_cautions || has_questions || ask(talk, "Start? (y/n)") == REPLY_YES;
}

static void tell_nobody_answers(const char *question)
{
    Text line = {0};
    text_add(&line, question);
    line_end(&line, 0);
    output_problem("this session asks: %.*s Nobody can answer here; --yes answers yes to every question",
                   (int)line.length - 1, text_show(&line));
    text_release(&line);
}

QuestionAnswer questions_ask(const QuestionTalk *talk)
{
    const Plan *plan = app_model(talk->app)->plan;
    Arena arena = {0};
    const TextList cautions = plan_cautions(plan, &arena), questions = plan_questions(plan, &arena);
    const bool has_cautions = cautions.count > 0, has_questions = questions.count > 0;
    for (size_t i = 0; i < cautions.count; i++)
        talk->say(talk->context, cautions.items[i]);
    if (has_questions && !talk->has_keys)
        tell_nobody_answers(questions.items[0]);
    arena_release(&arena);
    if (!talk->has_keys)
        return has_questions ? QUESTIONS_NOBODY : QUESTIONS_YES;
    const bool may = may_start(talk, has_cautions, has_questions);
    if (!may)
        talk->say(talk->context, "Nothing was started.");
    return may ? QUESTIONS_YES : QUESTIONS_NO;
}
