/* SPDX-License-Identifier: MIT */
#include "compose/recipes.h"

#include <string.h>

#include "base/macros.h"
#include "routine/filter.h"

enum { WORDS_LIMIT = 5 };

#define AREAS(...) .with = {(const uint8_t[]){__VA_ARGS__}, sizeof((const uint8_t[]){__VA_ARGS__})}
#define STEPS(...) .steps = {(const RecipeStep[]){__VA_ARGS__}, ARRAY_LEN(((const RecipeStep[]){__VA_ARGS__}))}

/* clang-format off */
#define PRESS(area) {AREA_##area, WORK_DEEP}
#define STRETCH(area) {AREA_##area, WORK_STRETCH}

static const Recipe recipes[AREA_COUNT] = {
    [AREA_HEAD] = {STEPS(PRESS(HEAD)), AREAS(AREA_NECK, AREA_JAW, AREA_SHOULDERS, AREA_UPPER_BACK)},
    [AREA_JAW] = {STEPS(PRESS(JAW)), AREAS(AREA_HEAD, AREA_NECK, AREA_SHOULDERS, AREA_UPPER_BACK)},
    /* What holds the head up is tight below it. */
    [AREA_NECK] = {STEPS(PRESS(SHOULDERS), PRESS(NECK), STRETCH(NECK), {AREA_NECK, WORK_WAKE}),
                   AREAS(AREA_UPPER_BACK, AREA_HEAD, AREA_CHEST, AREA_JAW)},
    [AREA_CHEST] = {STEPS(PRESS(CHEST), STRETCH(CHEST)),
                    AREAS(AREA_UPPER_BACK, AREA_SHOULDERS, AREA_ROTATOR_CUFF, AREA_NECK)},
    [AREA_ABDOMEN] = {STEPS(PRESS(ABDOMEN)), AREAS(AREA_LOWER_BACK, AREA_HIPS, AREA_CHEST), .is_easy = true},
    [AREA_SHOULDERS] = {STEPS(PRESS(SHOULDERS), STRETCH(CHEST)),
                        AREAS(AREA_UPPER_BACK, AREA_ROTATOR_CUFF, AREA_NECK, AREA_LATS)},
    [AREA_ROTATOR_CUFF] = {STEPS(PRESS(ROTATOR_CUFF), STRETCH(ROTATOR_CUFF)),
                           AREAS(AREA_CHEST, AREA_SHOULDERS, AREA_LATS, AREA_UPPER_BACK)},
    [AREA_LATS] = {STEPS(PRESS(LATS), STRETCH(LATS)),
                   AREAS(AREA_UPPER_BACK, AREA_ROTATOR_CUFF, AREA_CHEST, AREA_SHOULDERS)},
    [AREA_UPPER_BACK] = {STEPS(PRESS(UPPER_BACK), STRETCH(UPPER_BACK)),
                         AREAS(AREA_CHEST, AREA_SHOULDERS, AREA_LATS, AREA_NECK)},
    /* Nothing presses on the lower back: moving it, and what pulls on it from below, does more. */
    [AREA_LOWER_BACK] = {STEPS(PRESS(LOWER_BACK), STRETCH(LOWER_BACK), STRETCH(GLUTES)),
                         AREAS(AREA_GLUTES, AREA_HIPS, AREA_HAMSTRINGS), .is_easy = true},
    [AREA_UPPER_ARMS] = {STEPS(PRESS(UPPER_ARMS), STRETCH(UPPER_ARMS)),
                         AREAS(AREA_FOREARMS, AREA_SHOULDERS, AREA_CHEST, AREA_HANDS)},
    [AREA_FOREARMS] = {STEPS(PRESS(FOREARMS), STRETCH(FOREARMS)),
                       AREAS(AREA_HANDS, AREA_UPPER_ARMS, AREA_SHOULDERS, AREA_NECK)},
    /* The fingers are moved from the forearm. */
    [AREA_HANDS] = {STEPS(PRESS(FOREARMS), PRESS(HANDS), STRETCH(FOREARMS)),
                    AREAS(AREA_UPPER_ARMS, AREA_SHOULDERS, AREA_NECK)},
    [AREA_HIPS] = {STEPS(PRESS(HIPS), STRETCH(HIPS)),
                   AREAS(AREA_GLUTES, AREA_QUADS, AREA_ADDUCTORS, AREA_HAMSTRINGS)},
    [AREA_GLUTES] = {STEPS(PRESS(GLUTES), STRETCH(GLUTES)),
                     AREAS(AREA_HIPS, AREA_HAMSTRINGS, AREA_IT_BAND, AREA_QUADS)},
    [AREA_ADDUCTORS] = {STEPS(PRESS(ADDUCTORS), STRETCH(ADDUCTORS)),
                        AREAS(AREA_HIPS, AREA_HAMSTRINGS, AREA_GLUTES, AREA_QUADS)},
    [AREA_QUADS] = {STEPS(PRESS(QUADS), STRETCH(QUADS)),
                    AREAS(AREA_IT_BAND, AREA_HIPS, AREA_ADDUCTORS, AREA_HAMSTRINGS)},
    /* The muscles that pull on the band come before it. */
    [AREA_IT_BAND] = {STEPS(PRESS(HIPS), PRESS(IT_BAND), STRETCH(IT_BAND)),
                      AREAS(AREA_GLUTES, AREA_QUADS, AREA_HAMSTRINGS)},
    [AREA_HAMSTRINGS] = {STEPS(PRESS(HAMSTRINGS), STRETCH(HAMSTRINGS)),
                         AREAS(AREA_CALVES, AREA_GLUTES, AREA_HIPS, AREA_ADDUCTORS)},
    /* The thigh moves the knee; the kneecap itself is not pressed. */
    [AREA_KNEES] = {STEPS(PRESS(QUADS), PRESS(KNEES), STRETCH(QUADS)),
                    AREAS(AREA_IT_BAND, AREA_HAMSTRINGS, AREA_CALVES, AREA_HIPS)},
    [AREA_SHINS] = {STEPS(PRESS(SHINS), PRESS(CALVES), STRETCH(CALVES)),
                    AREAS(AREA_OUTER_SHINS, AREA_FEET, AREA_ACHILLES)},
    [AREA_OUTER_SHINS] = {STEPS(PRESS(OUTER_SHINS), PRESS(CALVES), STRETCH(CALVES)),
                          AREAS(AREA_SHINS, AREA_FEET, AREA_ACHILLES)},
    [AREA_CALVES] = {STEPS(PRESS(CALVES), STRETCH(CALVES)),
                     AREAS(AREA_ACHILLES, AREA_SHINS, AREA_FEET, AREA_HAMSTRINGS)},
    [AREA_ACHILLES] = {STEPS(PRESS(CALVES), PRESS(ACHILLES), STRETCH(CALVES)),
                       AREAS(AREA_FEET, AREA_SHINS, AREA_OUTER_SHINS)},
    /* The calf pulls on the heel, and so on the sole, which has three lanes. */
    [AREA_FEET] = {STEPS(PRESS(FEET), STRETCH(CALVES), STRETCH(FEET)),
                   AREAS(AREA_CALVES, AREA_ACHILLES, AREA_SHINS), .lanes = 3},
};

/* Moves that only those get who ask for them. */
static const struct {
    const char *id;
    const char *words[WORDS_LIMIT]; /* one of them in --for asks for it */
    bool by_tool;                   /* so does a request that names its first tool */
    int area;                       /* and one that names this area; AREA_COUNT: none does */
    Goal goal;                      /* and this goal; GOAL_NONE: none does */
} asked_for[] = {
    {"ql-wall", {"ql", "quadratus"}, false, AREA_COUNT, GOAL_NONE},
    {"knee-back-edges", {"popliteus", "behind", "back of"}, false, AREA_COUNT, GOAL_NONE},
    {"psoas-soft", {"psoas", "iliacus"}, false, AREA_ABDOMEN, GOAL_NONE},
    {"belly-soft", {"abs", "belly", "stomach", "diaphragm"}, false, AREA_ABDOMEN, GOAL_NONE},
    {"dy-march", {"jog", "march"}, false, AREA_COUNT, GOAL_WARM_UP},
    {"foot-frozen", {"ice", "cold", "frozen"}, true, AREA_COUNT, GOAL_NONE},
};

/* What does most for an area, whatever else would add variety. */
static const struct {
    int area;
    const char *id;
} first_choices[] = {
    {AREA_QUADS, "quad-roller"}, {AREA_SHINS, "shin-block"}, {AREA_SHINS, "shin-hand"},
};

/* The buttock is the back of the hip. */
static const uint32_t pressed_together[] = {UINT32_C(1) << AREA_HIPS | UINT32_C(1) << AREA_GLUTES};

/* What a tool is as well. */
static const struct {
    const char *tool, *serves_as;
} serving[] = {{"ball-pair", "therapy-ball"}, {"ball-pair", "tennis-ball"}};

static const char *const brisk[WORDS_LIMIT] = {"jog", "sprint"};

/* Nobody has to look for these who has not said that they are there. */
static const char *const rare[] = {"handle", "rolling-pin"};

/* In any home, and only a help: what a move needs first has to be at hand, these do not have to be ticked. The first is
 * taken even where tools are named for a routine, as those are all there is. */
static const char *const household[] = {"towel", "chair", "book"};
/* clang-format on */

const Recipe *recipe_of(int area)
{
    return &recipes[area];
}

bool recipe_brings(int area, int other)
{
    const Recipe *recipe = recipe_of(area);
    for (size_t i = 0; i < recipe->steps.count; i++) {
        if (recipe->steps.items[i].area == other)
            return true;
    }
    return memchr(recipe->with.items, other, recipe->with.count) != NULL;
}

/* Whether one of the words begins one of the texts, or a word in one. */
static bool has_one(const TextList *texts, const char *const words[WORDS_LIMIT])
{
    for (size_t i = 0; i < WORDS_LIMIT && words[i]; i++) {
        if (filter_keyword_in(texts, words[i]))
            return true;
    }
    return false;
}

bool recipe_uses_named_tool(const Move *move, const ComposeRequest *request)
{
    return request->tools_are_named && move->tools.count > 0 &&
           filter_tool_at_hand(&request->tools, &move->tools.items[0]);
}

bool recipe_waits_to_be_asked(const char *id, const Move *move, const ComposeRequest *request)
{
    const WordList named = {request->areas.items, request->named};
    for (size_t i = 0; i < ARRAY_LEN(asked_for); i++) {
        if (strcmp(asked_for[i].id, id) != 0)
            continue;
        return !(asked_for[i].goal != GOAL_NONE && asked_for[i].goal == request->goal) &&
               !(asked_for[i].by_tool && recipe_uses_named_tool(move, request)) &&
               !has_one(&request->words, asked_for[i].words) && !filter_has_word(&named, asked_for[i].area);
    }
    return false;
}

bool recipe_is_brisk(const Move *move)
{
    return has_one(&move->keywords, brisk);
}

uint32_t recipe_areas(const Move *move, const WordList *areas, EasyAreas easy)
{
    const Work work = goal_rules_work(move);
    const uint32_t closed = (recipe_is_brisk(move) ? easy.calm : 0) |
                            (work == WORK_DEEP || work == WORK_WARM ? easy.unpressed : 0);
    uint32_t bits = 0;
    for (size_t i = 0; i < areas->count; i++)
        bits |= filter_has_word(&move->areas, areas->items[i]) ? UINT32_C(1) << areas->items[i] : 0;
    return bits & ~closed;
}

bool recipe_tool_is_rare(const ToolList *needs)
{
    for (size_t i = 0; i < ARRAY_LEN(rare) && needs->count > 0; i++) {
        if (needs->items[0].any_of.count == 1 && strcmp(needs->items[0].any_of.items[0], rare[i]) == 0)
            return true;
    }
    return false;
}

bool recipe_is_first_choice(const char *id, int area)
{
    for (size_t i = 0; i < ARRAY_LEN(first_choices); i++) {
        if (first_choices[i].area == area && strcmp(first_choices[i].id, id) == 0)
            return true;
    }
    return false;
}

uint32_t recipe_pressed_together(int area)
{
    uint32_t areas = UINT32_C(1) << area;
    for (size_t i = 0; i < ARRAY_LEN(pressed_together); i++)
        areas |= pressed_together[i] & areas ? pressed_together[i] : 0;
    return areas;
}

const char *recipe_tool_at_hand(const TextList *at_hand, const ToolNeed *need)
{
    const char *tool = filter_tool_at_hand(at_hand, need);
    for (size_t i = 0; i < ARRAY_LEN(serving) && !tool; i++) {
        if (filter_has_text(at_hand, serving[i].tool) && filter_has_text(&need->any_of, serving[i].serves_as))
            tool = serving[i].tool;
    }
    return tool;
}

bool recipe_tools_cover(const ComposeRequest *request, const ToolList *needs)
{
    const TextList *at_hand = &request->tools;
    const size_t helps = request->tools_are_named ? 1 : ARRAY_LEN(household);
    for (size_t i = 0; i < needs->count; i++) {
        bool is_there = recipe_tool_at_hand(at_hand, &needs->items[i]) != NULL;
        for (size_t k = 0; k < helps && i > 0 && !is_there; k++)
            is_there = filter_has_text(&needs->items[i].any_of, household[k]);
        if (!is_there)
            return false;
    }
    return true;
}

TextList recipe_tools_for(Arena *arena, const ComposeRequest *request)
{
    TextList tools = {arena_take_array(arena, request->tools.count, sizeof *tools.items), 0};
    for (size_t i = 0; i < request->tools.count; i++) {
        if (!filter_wants_soft(&request->health) || !filter_is_hard(request->tools.items[i]))
            tools.items[tools.count++] = request->tools.items[i];
    }
    return tools;
}
