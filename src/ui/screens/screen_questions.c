/* SPDX-License-Identifier: MIT */
#include "base/macros.h"
#include "base/text.h"
#include "routine/filter.h"
#include "routine/wording.h"
#include "ui/screens/health_questions.h"
#include "ui/screens/ways.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"

const HealthQuestion health_questions[HEALTH_QUESTION_COUNT] = {
    {"Is one leg or one arm newly swollen, hot or throbbing?",
     "Do not press it. It may be a blood clot: get medical help the same day.",
     {0},
     0},
    {"In the last three days, have you had a fall, a twist, a tear or a knock, or could a bone be broken?",
     "Moves for the injured part are left out. In the settings you can say which part that is.",
     {HEALTH_RECENT_INJURY},
     1},
    {"Is the skin open, infected or inflamed where you want to press?",
     "Leave that part alone until the skin has healed. In the settings you can say which part that is.",
     {HEALTH_RECENT_INJURY},
     1},
    {"Is an arm or a leg numb, tingling or weak?",
     "Press lightly, at most 2 of 10. If it is new, see a doctor first.",
     {HEALTH_REDUCED_FEELING},
     1},
    {"Do you have a fever, or feel ill?", "Rest today. knead can wait until you are well.", {0}, 0},
    {"Are you pregnant, do you take blood thinners, have you ever had a blood clot, or do you have fragile bones?",
     "Select what applies to you. Moves that do not suit you are left out. Ask your doctor or midwife first.",
     {HEALTH_PREGNANCY, HEALTH_BLOOD_THINNERS, HEALTH_CLOT, HEALTH_FRAGILE_BONES},
     4},
    {"In recent weeks, have you had chest pain, fainted, or been short of breath?",
     "See a doctor before you start. If you have it now, it is an emergency: call for help.",
     {HEALTH_HEART},
     1},
};

const char *const health_questions_end = "Thank you. Your answers are not saved, only the health words that they set. "
                                         "You can change these in the settings at "
                                         "any time.";

#define ANSWERING (ACTION_BIT(ACTION_HEALTH_YES) | ACTION_BIT(ACTION_HEALTH_NO) | ACTION_BIT(ACTION_HEALTH_RATHER_NOT))

enum { WAY_YES, WAY_NO, WAY_RATHER_NOT, WAY_LEAVE };

static const Way answers[] = {
    [WAY_YES] = {ACTION_HEALTH_YES, REQUEST_NONE, 0, "yes", NULL},
    [WAY_NO] = {ACTION_HEALTH_NO, REQUEST_NONE, 0, "no", NULL},
    [WAY_RATHER_NOT] = {ACTION_HEALTH_RATHER_NOT, REQUEST_NONE, 0, "rather not say", NULL},
    [WAY_LEAVE] = {ACTION_HEALTH_LEAVE, REQUEST_BACK, 0, "leave the questions", NULL},
};

typedef struct QuestionsState {
    int at; /* the question; past the last one: the end */
    bool is_yes;
    int marked;
} QuestionsState;

/* What can be chosen now, with the texts that were made for it. */
typedef struct Choices {
    Ways ways;
    Way items[HEALTH_QUESTION_WORDS + 1];
    Text texts[HEALTH_QUESTION_WORDS], title;
} Choices;

static void release(Choices *choices)
{
    for (size_t i = 0; i < ARRAY_LEN(choices->texts); i++)
        text_release(&choices->texts[i]);
    text_release(&choices->title);
}

/* After a yes: its health words to choose from, then the way on. */
static void add_words(Choices *choices, const HealthQuestion *question, const Model *model)
{
    for (size_t i = 0; i < question->word_count; i++) {
        const uint8_t word = question->words[i];
        const bool is_set = filter_has_word(&model->settings->health.words, word);
        text_print(&choices->texts[i], "%s ", is_set ? "[x]" : "[ ]");
        wording_id(&choices->texts[i], health_name(word));
        choices->items[i] = (Way){ACTION_NONE, REQUEST_HEALTH, word, text_show(&choices->texts[i]), NULL};
    }
    choices->items[question->word_count] = (Way){ACTION_NONE, REQUEST_NONE, 0, "next question", NULL};
    choices->ways.items = choices->items;
    choices->ways.count = (int)question->word_count + 1;
}

static void find_choices(Choices *choices, const QuestionsState *state, const Model *model)
{
    *choices = (Choices){.ways = {.map = MAP_HEALTH, .text_rows = 2}};
    const bool is_end = state->at >= HEALTH_QUESTION_COUNT;
    if (is_end)
        text_add(&choices->title, "Your health");
    else
        text_print(&choices->title, "Your health: question %d of %d", state->at + 1, HEALTH_QUESTION_COUNT);
    choices->ways.title = text_show(&choices->title);
    if (is_end) {
        choices->items[0] = (Way){ACTION_HEALTH_LEAVE, REQUEST_BACK, 0, "close", NULL};
        choices->ways.items = choices->items;
        choices->ways.count = 1;
    } else if (state->is_yes) {
        add_words(choices, &health_questions[state->at], model);
    } else {
        choices->ways.items = answers;
        choices->ways.count = ARRAY_LEN(answers);
    }
}

static Request go_on(QuestionsState *state)
{
    *state = (QuestionsState){.at = state->at + 1};
    return (Request){.kind = REQUEST_DRAW};
}

/* A yes shows what to do, with the way on marked. A lone word is set by it. */
static Request say_yes(QuestionsState *state, const Model *model)
{
    const HealthQuestion *question = &health_questions[state->at];
    state->is_yes = true;
    state->marked = (int)question->word_count;
    if (question->word_count != 1 || filter_has_word(&model->settings->health.words, question->words[0]))
        return (Request){.kind = REQUEST_DRAW};
    return (Request){.kind = REQUEST_HEALTH, .value = question->words[0]};
}

static Request questions_key(void *memory, const Model *model, Action action, int32_t key)
{
    QuestionsState *state = memory;
    (void)key;
    if (action == ACTION_HEALTH_LEAVE)
        return (Request){.kind = REQUEST_BACK};
    Choices choices;
    find_choices(&choices, state, model);
    const int way = ways_find(&choices.ways, state->marked, action);
    const Request chosen = way >= 0 ? ways_request(&choices.ways, way) : (Request){0};
    const bool is_moved = way < 0 && list_move(&state->marked, action, choices.ways.count);
    release(&choices);
    if (way < 0)
        return (Request){.kind = is_moved ? REQUEST_DRAW : REQUEST_NONE};
    if (chosen.kind != REQUEST_NONE)
        return chosen;
    return !state->is_yes && way == WAY_YES ? say_yes(state, model) : go_on(state);
}

static void questions_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const QuestionsState *state = memory;
    Choices choices;
    Page page;
    find_choices(&choices, state, model);
    page_init(&page, canvas->look);
    if (state->at >= HEALTH_QUESTION_COUNT)
        page_add(&page, NULL, health_questions_end);
    else
        page_add(&page, NULL, state->is_yes ? health_questions[state->at].advice : health_questions[state->at].text);
    const bool is_asked = state->at < HEALTH_QUESTION_COUNT && !state->is_yes;
    const Rect room = ways_draw_box(&choices.ways, &page, is_asked ? 0 : ANSWERING, model, canvas);
    page_release(&page);
    ways_draw(&choices.ways, state->marked, room, model, canvas);
    release(&choices);
}

const Screen screen_questions = {
    .name = "questions",
    .map = MAP_HEALTH,
    .opened_by = ACTION_HEALTH_QUESTIONS,
    .state_size = sizeof(QuestionsState),
    .key = questions_key,
    .draw = questions_draw,
};
