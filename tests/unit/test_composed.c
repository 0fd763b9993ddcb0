/* SPDX-License-Identifier: MIT */
/* What composed routines say of themselves, held against the facts: every area, place and time. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "compose/area_check.h"
#include "compose/limits.h"
#include "compose/recipes.h"
#include "routine/filter.h"
#include "routine/timeline.h"
#include "support/shipped.h"
#include "support/sweep.h"

Suite *suite_composed(void);

enum { MINUTE_S = 60, CLOSE_S = 30, LEAST_S = 30, FRICTION_S = 2 * 60, MOVES = 256 };

/* What of a wish does not count. */
enum { BUT_PLACE = 1, BUT_TOOLS = 2, BUT_HEALTH = 4, BUT_GOAL = 8, BUT_AREA = 16 };

typedef struct Facts {
    const ComposeRequest *wish;
    const GoalRules *rules;
    const char *name;
    const Routine *routine;
    Text head;                      /* its comments, without line breaks */
    int32_t times[MOVES];           /* how often each shared move is done */
    int32_t friction_s[AREA_COUNT]; /* of one side */
    int32_t warm_s;                 /* before the first work */
    bool has_work;
} Facts;

/* Check writes to a file for each of its own assertions, which there are too many of here. */
#define ENSURE(facts, condition)                                                                                       \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            ck_abort_msg("%s: %s\n%s", (facts)->name, #condition, text_show(&(facts)->head));                          \
    } while (0)

/* Whether a routine can be made of that move for a goal: alone, with nothing else in the way. */
static bool suits_goal(size_t index, Goal goal)
{
    static int8_t known[GOAL_COUNT + 1][MOVES]; /* 0: not yet; 1: no; 2: yes */
    ck_assert_uint_lt(index, MOVES);
    int8_t *answer = &known[goal][index];
    if (*answer == 0) {
        char *problem = NULL;
        const ComposeRequest alone = {.areas = shipped.items[index].move->areas, .minutes = 10, .goal = goal};
        char *text = compose_routine(&shipped.items[index], 1, &alone, NULL, &problem);
        *answer = text ? 2 : 1;
        free(text);
        free(problem);
    }
    return *answer == 2;
}

static bool suits_some_goal(size_t index)
{
    for (int goal = 0; goal <= GOAL_COUNT; goal++) {
        if (suits_goal(index, (Goal)goal))
            return true;
    }
    return false;
}

static bool fits(const ComposeRequest *wish, size_t index, uint32_t but)
{
    const Move *move = shipped.items[index].move;
    bool is_healthy = limits_ruling_word(&wish->health, move) < 0;
    ComposeRequest named = *wish;
    named.named = wish->areas.count;
    if (recipe_waits_to_be_asked(shipped.items[index].id, move, &named))
        return false;
    for (size_t i = 0; i < wish->health.words.count; i++)
        is_healthy = is_healthy && !filter_has_word(&move->not_with, wish->health.words.items[i]);
    return ((but & BUT_AREA) != 0) != is_for_wish(wish, move) &&
           ((but & BUT_PLACE) || wish->places.count == 0 || move->where.count == 0 ||
            filter_has_word(&move->where, wish->places.items[0])) &&
           ((but & BUT_TOOLS) || !wish->tools_are_known || recipe_tools_cover(wish, &move->tools)) &&
           ((but & BUT_HEALTH) || is_healthy) &&
           ((but & BUT_GOAL) ? suits_some_goal(index) : suits_goal(index, wish->goal));
}

/* Moves that fit but for one thing. */
static size_t count_but(const ComposeRequest *wish, uint32_t but)
{
    size_t count = 0;
    for (size_t i = 0; i < shipped.count; i++)
        count += fits(wish, i, but) && (but == 0 || but == BUT_AREA || !fits(wish, i, 0));
    return count;
}

static size_t number_after(const Facts *facts, const char *phrase)
{
    const char *found = strstr(text_show(&facts->head), phrase);
    return found ? strtoul(found + strlen(phrase), NULL, 10) : 0;
}

static bool says(const Facts *facts, const char *phrase)
{
    return strstr(text_show(&facts->head), phrase) != NULL;
}

static size_t index_of(const Move *move)
{
    size_t i = 0;
    while (strcmp(shipped.items[i].id, move->use) != 0)
        i++;
    return i;
}

static void count_items(Facts *facts, const Item *items, size_t count, int32_t times)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_REPEAT) {
            count_items(facts, items[i].items, items[i].count, times * items[i].times);
            continue;
        }
        const Move *move = items[i].move;
        facts->times[index_of(move)] += times;
        ENSURE(facts, move->sides == SIDES_BOTH || move->sides == SIDES_NONE);
        for (size_t k = 0; k < move->phase_count; k++)
            ENSURE(facts, move->phases[k].hold.left_s == move->phases[k].hold.right_s);
        ENSURE(facts, filter_ruling_word(&facts->wish->health, move) < 0);
        ENSURE(facts, limits_ruling_word(&facts->wish->health, move) < 0);
        for (size_t k = 0; k < move->phase_count * move->areas.count; k++) {
            const Phase *phase = &move->phases[k / move->areas.count];
            if (phase->technique == TECHNIQUE_CROSS_FRICTION)
                facts->friction_s[move->areas.items[k % move->areas.count]] += times * phase->hold.left_s;
        }
    }
}

/* The comments at its head. */
static void read_head(Facts *facts, const char *text)
{
    for (const char *line = text; *line == '#'; line += strcspn(line, "\n") + 1)
        text_print(&facts->head, "%.*s", (int)strcspn(line, "\n") - 1, line + 1);
}

enum { QUICK_PACE_S = 2, QUICK_S = 40 };

/* Whether it is quick strokes, as all are in a warm-up; these are never longer than that. */
static bool is_quick(const Move *move, const GoalRules *rules)
{
    return rules->closing == WORK_WAKE && move->phases[0].technique == TECHNIQUE_STRIPPING &&
           move->phases[0].hold.kind == HOLD_PASSES && move->phases[0].hold.pace_s == QUICK_PACE_S;
}

/* The longest hold of a move that is one hold: in whole passes there and back, in breaths, in fives of seconds. */
static int32_t longest_of(const Move *shared, const GoalRules *rules)
{
    const Phase *phase = &shared->phases[0];
    const Hold *hold = &phase->hold;
    const bool is_breath = phase->technique == TECHNIQUE_BREATHE && rules->longest_breath_s > 0;
    int32_t most_s = MIN_OF(hold->left_s * rules->most_percent / 100,
                            MIN_OF(MAX_OF(hold->left_s, rules->longest_s), rules->limit_s));
    if (is_breath)
        most_s = rules->longest_breath_s;
    if (phase->technique == TECHNIQUE_CROSS_FRICTION)
        most_s = MIN_OF(most_s, FRICTION_S / 2 - 1);
    if (hold->kind == HOLD_PASSES) {
        const int32_t full_s = hold->left_s - hold->passes % 2 * hold->pace_s, unit_s = 2 * hold->pace_s;
        return full_s + (MAX_OF(most_s, LEAST_S) - full_s) / unit_s * unit_s;
    }
    if (hold->kind == HOLD_BREATHS)
        return most_s - most_s % (hold->left_s / hold->breaths);
    return MAX_OF(most_s - most_s % 5, MIN_OF(hold->left_s, most_s) * rules->usual_percent / 100);
}

static bool has_timed_cue(const Move *move)
{
    return move->phases[0].cues.count > 0 && move->phases[0].cues.items[0].when != CUE_SPREAD;
}

static void check_longest(const Facts *facts, const Item *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_REPEAT) {
            check_longest(facts, items[i].items, items[i].count);
            continue;
        }
        const Move *move = items[i].move, *shared = shipped_move(move->use);
        ENSURE(facts, facts->times[index_of(move)] <= 2);
        const Work work = goal_rules_work(shared);
        const bool may_be_short = (work == WORK_WAKE || work == WORK_WARM) && says(facts, "but those of the warm-up");
        if (move->phase_count == 1 && !has_timed_cue(shared) && !may_be_short)
            ENSURE(facts, move->phases[0].hold.left_s ==
                              (is_quick(move, facts->rules) ? QUICK_S : longest_of(shared, facts->rules)));
    }
}

/* What a short routine says of why it is. */
static void check_reasons(const Facts *facts)
{
    const ComposeRequest *wish = facts->wish;
    bool has_friction = false;
    for (size_t i = 0; i < shipped.count; i++) {
        for (size_t k = 0; fits(wish, i, 0) && k < shipped.items[i].move->phase_count; k++)
            has_friction = has_friction || shipped.items[i].move->phases[k].technique == TECHNIQUE_CROSS_FRICTION;
    }
    ENSURE(facts, number_after(facts, "only ") == count_but(wish, 0));
    check_longest(facts, facts->routine->items, facts->routine->count);
    ENSURE(facts, has_friction || !says(facts, "ross-friction"));
    ENSURE(facts, number_after(facts, "Elsewhere ") == count_but(wish, BUT_PLACE));
    ENSURE(facts, number_after(facts, "With other tools ") == count_but(wish, BUT_TOOLS));
    ENSURE(facts, number_after(facts, "another one, ") == (wish->goal == GOAL_NONE ? 0 : count_but(wish, BUT_GOAL)));
    ENSURE(facts, number_after(facts, "other parts of the body ") == count_but(wish, BUT_AREA));
}

/* What each of its moves says to heed, and something to try for what it works. */
static void check_care(const Facts *facts)
{
    const Routine *routine = facts->routine;
    const int wished = facts->wish->areas.items[0];
    const int area = filter_has_word(&routine->areas, wished) ? wished : AREA_ABDOMEN; /* no more than breathing */
    ENSURE(facts, text_same(routine->check.say, area_check_of(area, &facts->wish->health, true)) ||
                      text_same(routine->check.say, area_check_of(area, &facts->wish->health, false)));
    const WordList *places = &facts->wish->places;
    const bool has_wall = places->count != 1 || places->items[0] == PLACE_WALL || places->items[0] == PLACE_DOORWAY ||
                          places->items[0] == PLACE_FLOOR;
    ENSURE(facts, has_wall || !strstr(routine->check.say, " wall"));
    ENSURE(facts, strncmp(routine->title, "Breathing ", strlen("Breathing ")) != 0 || area == AREA_ABDOMEN);
    for (size_t i = 0; i < shipped.count; i++) {
        const TextList *cautions = &shipped.items[i].move->cautions;
        for (size_t k = 0; facts->times[i] > 0 && k < cautions->count; k++)
            ENSURE(facts, filter_has_text(&routine->cautions, cautions->items[k]));
    }
}

static void count_seconds(Facts *facts, const Item *items, size_t count, int32_t times)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_REPEAT) {
            count_seconds(facts, items[i].items, items[i].count, times * items[i].times);
            continue;
        }
        const Work work = goal_rules_work(shipped_move(items[i].move->use));
        if (work == WORK_DEEP || work == WORK_STRETCH)
            facts->has_work = true;
        if (!facts->has_work)
            facts->warm_s += times * timeline_move_seconds(items[i].move);
    }
}

static const Move *last_move(const Item *items, size_t count)
{
    const Item *last = &items[count - 1];
    return last->kind == ITEM_REPEAT ? last_move(last->items, last->count) : last->move;
}

/* The warm-up is at most a quarter, where there is anything else and movement is not the work itself. What is done in
 * bed ends lying down. */
static void check_frame(Facts *facts)
{
    const ComposeRequest *wish = facts->wish;
    const Routine *routine = facts->routine;
    const bool is_warm_up = facts->rules->closing == WORK_WAKE;
    count_seconds(facts, routine->items, routine->count, 1);
    const bool settles = facts->rules->settles || strstr(routine->title, " in bed,");
    if (facts->has_work && !is_warm_up && !settles && !recipe_of(wish->areas.items[0])->is_easy)
        ENSURE(facts, 4 * facts->warm_s <= MAX_OF(routine->seconds, wish->minutes * MINUTE_S));
    if (filter_has_word(&wish->places, PLACE_BED) && !is_warm_up) {
        const StanceSet lying = STANCE_BIT(STANCE_BACK) | STANCE_BIT(STANCE_SIDE);
        ENSURE(facts, stance_at(shipped_move(last_move(routine->items, routine->count)->use), PLACE_BED) & lying);
    }
}

/* Returns its seconds. */
static int32_t check_composed(const ComposeRequest *wish, const char *name, char *text)
{
    char length[DURATION_TEXT_SIZE];
    Facts facts = {
        .wish = wish, .rules = goal_rules_of(wish->goal), .name = name, .routine = routine_of_composed(text)};
    const int32_t seconds = facts.routine->seconds, short_s = wish->minutes * MINUTE_S - seconds;
    read_head(&facts, text);
    count_items(&facts, facts.routine->items, facts.routine->count, 1);
    check_care(&facts);
    check_frame(&facts);
    for (int area = 0; area < AREA_COUNT; area++)
        ENSURE(&facts, facts.friction_s[area] < FRICTION_S);
    ENSURE(&facts, says(&facts, "Moves that do not suit your health") == (count_but(wish, BUT_HEALTH) > 0));
    ENSURE(&facts, says(&facts, "less than asked for") == (short_s > CLOSE_S));
    ENSURE(&facts, says(&facts, "longer than your time") == (short_s < -CLOSE_S));
    ENSURE(&facts, says(&facts, "It takes ") == (abs(short_s) > CLOSE_S));
    ENSURE(&facts, abs(short_s) <= CLOSE_S || says(&facts, duration_words(length, seconds)));
    ENSURE(&facts, !says(&facts, "irritate"));
    if (short_s > CLOSE_S)
        check_reasons(&facts);
    text_release(&facts.head);
    return seconds;
}

/* Moves that fit, for the area itself. */
static size_t count_own(const ComposeRequest *wish)
{
    size_t count = 0;
    for (size_t i = 0; i < shipped.count; i++)
        count += filter_has_word(&shipped.items[i].move->areas, wish->areas.items[0]) && fits(wish, i, 0);
    return count;
}

/* More minutes never make it shorter, and where nothing fits nothing does at any time. */
static void check_times(ComposeRequest wish, const int32_t *minutes, size_t count)
{
    int32_t before_s = 0;
    for (size_t i = 0; i < count; i++) {
        char *problem = NULL;
        wish.minutes = minutes[i];
        char *name = name_of_wish(&wish), *text = compose_routine(shipped.items, shipped.count, &wish, NULL, &problem);
        ck_assert_msg(text || (before_s == 0 && count_own(&wish) == 0), "%s: nothing", name);
        const int32_t seconds = text ? check_composed(&wish, name, text) : 0;
        ck_assert_msg(seconds >= before_s, "%s: %d s, and %d s for fewer minutes", name, seconds, before_s);
        before_s = seconds;
        free(problem);
        free(name);
    }
}

static const int32_t every_minute[] = {3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16,
                                       17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30};
static const int32_t some_minutes[] = {3, 4, 6, 10, 20, 60};

START_TEST(every_place_and_time)
{
    uint8_t area = (uint8_t)_i;
    for (int place = -1; place < PLACE_COUNT; place += SWEEP_STEP)
        check_times((ComposeRequest){.areas = {&area, 1}, .places = only_place(place), .goal = GOAL_NONE}, every_minute,
                    ARRAY_LEN(every_minute));
}
END_TEST

/* One's tools, health and goal. */
START_TEST(with_settings)
{
    static const char *tools[] = {"tennis-ball", "roller"};
    static uint8_t clot[] = {HEALTH_CLOT}, bones[] = {HEALTH_FRAGILE_BONES, HEALTH_PREGNANCY};
    uint8_t area = (uint8_t)_i;
    for (int place = -1; place < PLACE_COUNT; place += SWEEP_STEP) {
        const ComposeRequest plain = {.areas = {&area, 1}, .places = only_place(place), .goal = GOAL_NONE};
        ComposeRequest wishes[] = {plain, plain, plain, plain};
        wishes[0].tools_are_known = wishes[1].tools_are_known = true;
        wishes[1].tools = (TextList){tools, ARRAY_LEN(tools)};
        wishes[1].health.words = (WordList){clot, ARRAY_LEN(clot)};
        wishes[2].health.words = (WordList){bones, ARRAY_LEN(bones)};
        wishes[3].goal = (Goal)(_i % GOAL_COUNT);
        for (size_t i = 0; i < ARRAY_LEN(wishes); i++)
            check_times(wishes[i], some_minutes, ARRAY_LEN(some_minutes));
    }
}
END_TEST

Suite *suite_composed(void)
{
    Suite *suite = suite_create("composed");
    TCase *tcase = tcase_create("composed");
    tcase_add_unchecked_fixture(tcase, read_shipped, release_shipped);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, every_place_and_time, 0, AREA_COUNT);
    tcase_add_loop_test(tcase, with_settings, 0, AREA_COUNT);
    suite_add_tcase(suite, tcase);
    return suite;
}
