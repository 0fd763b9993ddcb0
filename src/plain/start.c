/* SPDX-License-Identifier: MIT */
#include "plain/start.h"

#include "base/arena.h"
#include "base/output.h"
#include "base/text.h"
#include "plain/line.h"
#include "session/plan.h"

void start_advise(const StartTalk *talk)
{
    const SafetyPart *advice = talk->has_keys ? app_advice(talk->app) : NULL;
    if (!advice)
        return;
    for (size_t i = 0; i < advice->count; i++)
        talk->say(talk->context, advice->lines[i]);
    talk->say(talk->context, "When not to, and when to get help: knead help safety");
    app_perform(talk->app, (Request){.kind = REQUEST_BACK});
}

static bool is_yes(const StartTalk *talk, const char *question)
{
    Text line = {0};
    text_print(&line, "%s (y/n)", question);
    talk->say(talk->context, text_show(&line));
    text_release(&line);
    for (;;) {
        const int32_t key = talk->wait_for_key(talk->context);
        if (key == 'y' || key == 'Y')
            return true;
        if (key == 'n' || key == 'N' || key == 'q' || key == KEY_ESCAPE_KEY || key == KEY_INTERRUPT)
            return false;
    }
}

static bool ask_all(const StartTalk *talk, const TextList *questions, bool has_cautions)
{
    for (size_t i = 0; i < questions->count; i++) {
        if (!is_yes(talk, questions->items[i]))
            return false;
    }
    return !has_cautions || questions->count > 0 || is_yes(talk, "Start?");
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

StartAnswer start_ask(const StartTalk *talk)
{
    const Plan *plan = app_model(talk->app)->plan;
    Arena arena = {0};
    const TextList cautions = plan_cautions(plan, &arena), questions = plan_questions(plan, &arena);
    StartAnswer answer = START_YES;
    for (size_t i = 0; i < cautions.count; i++)
        talk->say(talk->context, cautions.items[i]);
    if (talk->has_keys) {
        answer = ask_all(talk, &questions, cautions.count > 0) ? START_YES : START_NO;
    } else if (questions.count > 0) {
        tell_nobody_answers(questions.items[0]);
        answer = START_NOBODY;
    }
    arena_release(&arena);
    return answer;
}
