/* SPDX-License-Identifier: MIT */
#include "plain/health_lines.h"

#include "base/text.h"
#include "routine/filter.h"
#include "routine/wording.h"

static void set_word(App *app, uint8_t word)
{
    if (!filter_has_word(&app_model(app)->settings->health.words, word))
        app_perform(app, (Request){.kind = REQUEST_HEALTH, .value = word});
}

/* A lone word is set; of several, those that the person has. */
static Reply set_words(const Asker *asker, App *app, const HealthQuestion *question)
{
    Reply reply = REPLY_YES;
    for (size_t i = 0; i < question->word_count && reply != REPLY_NEITHER; i++) {
        Text line = {0};
        wording_id(&line, health_name(question->words[i]));
        text_add(&line, ": does this apply to you? (y/n)");
        if (question->word_count > 1)
            reply = ask_yes_no(asker, text_show(&line), 'r');
        if (reply == REPLY_YES)
            set_word(app, question->words[i]);
        text_release(&line);
    }
    return reply;
}

void health_lines_ask(const Asker *asker, App *app)
{
    for (size_t i = 0; i < HEALTH_QUESTION_COUNT; i++) {
        const HealthQuestion *question = &health_questions[i];
        Text line = {0};
        text_print(&line, "%zu of %d. %s (y/n, r: rather not say, q: leave)", i + 1, HEALTH_QUESTION_COUNT,
                   question->text);
        Reply reply = ask_yes_no(asker, text_show(&line), 'r');
        text_release(&line);
        if (reply == REPLY_YES) {
            asker->say(asker->context, question->advice);
            reply = set_words(asker, app, question);
        }
        if (reply == REPLY_NEITHER)
            return;
    }
    asker->say(asker->context, health_questions_end);
}
