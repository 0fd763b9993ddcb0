/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "compose/goal_rules.h"
#include "routine/filter.h"
#include "routine/routine.h"
#include "session/plan.h"
#include "support/following.h"
#include "support/shipped.h"

Suite *suite_compose(void);

enum { MINUTE_S = 60, CLOSE_S = 30 };

/* The kind of work that a move was picked for: other lengths may make another of it. */
static Work work_of(const Move *move)
{
    return goal_rules_work(shipped_move(move->use));
}

/* A move is for the wish, both sides alike, within its goal and its health. */
static void check_move(const ComposeRequest *wish, const Move *move)
{
    const GoalRules *rules = goal_rules_of(wish->goal);
    ck_assert(work_of(move) == WORK_BREATHE || wish->areas.count == 0 ||
              filter_has_word(&move->areas, wish->areas.items[0]));
    ck_assert(wish->places.count == 0 || move->where.count == 0 ||
              filter_has_word(&move->where, wish->places.items[0]));
    ck_assert(!wish->tools_are_known || filter_tools_cover(&wish->tools, &move->tools));
    ck_assert(move->sides == SIDES_BOTH || move->sides == SIDES_NONE);
    for (size_t i = 0; i < wish->health.words.count; i++)
        ck_assert(!filter_has_word(&move->not_with, wish->health.words.items[i]));
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        ck_assert_int_eq(phase->hold.left_s, phase->hold.right_s);
        ck_assert_int_le(phase->hold.left_s, rules->limit_s);
        ck_assert(!phase->pressure.is_set || phase->pressure.high <= rules->hardest);
    }
}

/* Warm-up, deep work, stretch and breath in the order of the goal. */
static void check_items(const ComposeRequest *wish, const Item *items, size_t count, int *rank)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_REPEAT) {
            check_items(wish, items[i].items, items[i].count, rank);
            continue;
        }
        ck_assert_int_eq(items[i].kind, ITEM_MOVE);
        check_move(wish, items[i].move);
        const int own = goal_rules_of(wish->goal)->rank[work_of(items[i].move)];
        ck_assert_int_ge(own, *rank);
        *rank = own;
    }
}

/* Returns its seconds. */
static int32_t check_text_of(const ComposeRequest *wish, char *text)
{
    char *name = name_of_wish(wish);
    const bool says_why = strstr(text, "# It takes ") != NULL;
    const Routine *routine = routine_of_composed(text);
    const int32_t off_s = routine->seconds - wish->minutes * MINUTE_S;
    const bool is_close = off_s <= CLOSE_S && off_s >= -CLOSE_S;
    ck_assert_msg(is_close != says_why, "%s: %d s off\n%s", name, off_s, text);
    int rank = 0;
    check_items(wish, routine->items, routine->count, &rank);
    free(name);
    return routine->seconds;
}

/* Returns its seconds; 0 where nothing fits. */
static int32_t check_wish(const ComposeRequest *wish)
{
    char *problem = NULL;
    char *text = compose_routine(shipped.items, shipped.count, wish, NULL, &problem);
    if (text)
        return check_text_of(wish, text);
    ck_assert_msg(strncmp(problem, "No move", strlen("No move")) == 0 && strstr(problem, ": "), "%s", problem);
    free(problem);
    return 0;
}

START_TEST(every_goal)
{
    uint8_t area = (uint8_t)_i;
    static const int32_t minutes[] = {3, 10, 30};
    for (int goal = 0; goal <= GOAL_COUNT; goal++) {
        for (int place = -1; place < PLACE_COUNT; place++) {
            for (size_t i = 0; i < ARRAY_LEN(minutes); i++)
                check_wish(&(ComposeRequest){
                    .areas = {&area, 1}, .places = only_place(place), .minutes = minutes[i], .goal = (Goal)goal});
        }
    }
}
END_TEST

START_TEST(every_health_word)
{
    uint8_t health = (uint8_t)_i;
    const char *tools[] = {"tennis-ball", "roller"};
    for (uint8_t area = 0; area < AREA_COUNT; area++) {
        check_wish(
            &(ComposeRequest){.areas = {&area, 1}, .minutes = 8, .goal = GOAL_NONE, .health = {.words = {&health, 1}}});
        check_wish(&(ComposeRequest){.areas = {&area, 1},
                                     .places = only_place(PLACE_CHAIR),
                                     .minutes = 8,
                                     .goal = GOAL_WIND_DOWN,
                                     .tools_are_known = true,
                                     .tools = {tools, health % 3},
                                     .health = {.words = {&health, 1}}});
    }
}
END_TEST

/* Without an area; more minutes never make it shorter. */
START_TEST(a_bit_of_all)
{
    for (int place = _i == GOAL_NONE ? -1 : 0; place < PLACE_COUNT; place++) {
        int32_t before_s = 0;
        for (int32_t minutes = 3; minutes <= 60; minutes += 3) {
            const int32_t seconds = check_wish(
                &(ComposeRequest){.places = only_place(place), .minutes = minutes, .goal = (Goal)_i});
            ck_assert_int_ge(seconds, before_s);
            before_s = seconds;
        }
    }
}
END_TEST

START_TEST(what_is_behind_goes_first)
{
    int32_t days[AREA_COUNT];
    for (int area = 0; area < AREA_COUNT; area++)
        days[area] = area == AREA_SHINS ? -1 : area == AREA_HANDS ? 40 : 1;
    const ComposeRequest behind = {.minutes = 6, .goal = GOAL_NONE, .days_since = days};
    char *problem = NULL, *text = compose_routine(shipped.items, shipped.count, &behind, NULL, &problem);
    ck_assert_ptr_nonnull(strstr(text, "title: Shins and hands"));
    ck_assert_ptr_nonnull(strstr(text, "Not done yet: the shins."));
    ck_assert_ptr_nonnull(strstr(text, "40 days since the hands."));
    free(text);
}
END_TEST

/* Moves as a few lines of YAML, named by their ids. */
static char *compose(const char *yaml, const ComposeRequest *wish, char **problem)
{
    Routine *routine = routine_of(yaml);
    ComposeMove *moves = memory_new((routine->count + 1) * sizeof *moves);
    for (size_t i = 0; i < routine->count; i++)
        moves[i] = (ComposeMove){routine->items[i].move->name, routine->items[i].move};
    char *text = compose_routine(moves, routine->count, wish, NULL, problem);
    free(moves);
    routine_free(routine);
    return text;
}

#define STRETCH                                                                                                        \
    "  - {name: a-stretch, areas: calves, where: [desk, wall], technique: stretch, sides: both,"                       \
    " hold: 30s}\n"
#define STRIP                                                                                                          \
    "  - {name: b-strip, areas: calves, where: floor, tools: ball | roller, technique: stripping,"                     \
    " sides: both, hold: 90s, least: 30s, pressure: 4-6, not_with: clot, priority: 1}\n"
#define ROCKS                                                                                                          \
    "  - {name: c-rocks, areas: [calves, feet], where: [desk, floor], technique: movement, passes: 10,"                \
    " pace: 2s}\n"
#define LEFT                                                                                                           \
    "  - {name: d-left, areas: knees, sides: left, hold: 60s}\n"                                                       \
    "  - {name: e-right, areas: knees, sides: right, hold: 60s}\n"
#define HARD                                                                                                           \
    "  - {name: g-hard, areas: calves, where: floor, tools: ball, sides: none, pressure: 5-6, phases: ["               \
    "{name: A, hold: 30s}, {name: B, hold: 30s}]}\n"
#define BED "  - {name: h-bed, areas: hands, where: bed, hold: 60s}\n"
#define TIMED "  - {name: f-timed, areas: hands, hold: 60s, cues: [{at: 0, say: a}, {at: 50s, say: b}]}\n"

/* clang-format off */
static uint8_t calves[] = {AREA_CALVES}, knees[] = {AREA_KNEES}, hands[] = {AREA_HANDS},
               calves_and_knees[] = {AREA_KNEES, AREA_CALVES}, clot[] = {HEALTH_CLOT},
               bones[] = {HEALTH_FRAGILE_BONES}, calves_and_hands[] = {AREA_CALVES, AREA_HANDS}, desk[] = {PLACE_DESK},
               wall[] = {PLACE_WALL}, on_floor[] = {PLACE_FLOOR};
static const char *balls[] = {"ball"}, *spoons[] = {"spoon"};


static const struct {
    const char *yaml;
    ComposeRequest wish;
    const char *has[4]; /* all of them, in that order */
} texts[] = {
    /* Warm-up, deep work; one place rather than two. */
    {"moves:\n" STRETCH STRIP ROCKS, {.areas = {calves, 1}, .goal = GOAL_NONE, .minutes = 4},
     {"title: Calves on the floor, 4 min", "use: c-rocks", "use: b-strip"}},
    /* There is too little: rounds, holds that grow, and the reason. */
    {"moves:\n" STRETCH, {.areas = {calves, 1}, .places = {wall, 1}, .goal = GOAL_NONE, .minutes = 20},
     {"# It takes 4 min 30 s, less than asked for: only 1 move fits", "- repeat: 2", "hold: 1m"}},
    /* Nor is it said of anything that it was left out. */
    {"moves:\n" STRETCH, {.areas = {calves, 1}, .places = {wall, 1}, .goal = GOAL_NONE, .minutes = 4,
                          .health = {.words = {clot, 1}}},
     {"# Composed for the calves at the wall, 4 min.\n# Change what you like"}},
    {"moves:\n" STRETCH STRIP ROCKS, {.areas = {calves, 1}, .places = {desk, 1}, .goal = GOAL_NONE, .minutes = 20,
                                      .tools_are_known = true, .health = {.words = {clot, 1}}},
     {"20 min.\n# It takes ", "only 2 moves fit. All holds are as long as they can be", "than twice.\n# Change what you like"}},
    {"moves:\n" STRETCH STRIP ROCKS, {.areas = {calves, 1}, .places = {on_floor, 1}, .goal = GOAL_NONE, .minutes = 20},
     {"only 2 moves fit.", "Elsewhere 1 more fits."}},
    /* A shorter one. */
    {"moves:\n" STRIP, {.areas = {calves, 1}, .goal = GOAL_NONE, .minutes = 3},
     {"title: Calves on the floor, 3 min", "hold: 1m25s"}},
    /* Warm-ups are short, and movement comes last. */
    {"moves:\n" STRIP ROCKS, {.areas = {calves, 1}, .goal = GOAL_WARM_UP, .minutes = 3},
     {"goal: warm-up", "use: b-strip", "hold: ", "use: c-rocks"}},
    /* Winding down is light. */
    {"moves:\n" STRIP, {.areas = {calves, 1}, .goal = GOAL_WIND_DOWN, .minutes = 3}, {"pressure: 3-4"}},
    /* What cannot be is said. */
    {"moves:\n" STRIP LEFT, {.areas = {calves_and_knees, 2}, .goal = GOAL_NONE, .minutes = 3},
     {"for the knees and the calves, 3 min.", "# No matching move for the knees."}},
    {"moves:\n" STRETCH BED, {.areas = {calves_and_hands, 2}, .goal = GOAL_DESK_BREAK, .minutes = 5},
     {"Left out: the hands, because you would have to change places again"}},
    /* Cues that stand at their second keep the hold long enough. */
    {"moves:\n" TIMED, {.areas = {hands, 1}, .goal = GOAL_NONE, .minutes = 3}, {"repeat: 2"}},
};
/* clang-format on */

START_TEST(writes)
{
    char *problem = NULL, *text = compose(texts[_i].yaml, &texts[_i].wish, &problem);
    ck_assert_msg(text != NULL, "%s", problem);
    const char *rest = text;
    for (size_t i = 0; i < ARRAY_LEN(texts[_i].has) && texts[_i].has[i]; i++) {
        const char *found = strstr(rest, texts[_i].has[i]);
        ck_assert_msg(found != NULL, "'%s' is not in its place in:\n%s", texts[_i].has[i], text);
        rest = found;
    }
    free(text);
}
END_TEST

/* clang-format off */
static const struct {
    const char *yaml;
    ComposeRequest wish;
    const char *problem;
} problems[] = {
    {"moves:\n" STRIP, {.areas = {calves, 1}, .places = {desk, 1}, .goal = GOAL_NONE, .tools_are_known = true,
                        .tools = {balls, 1}},
     "No move for the calves can be done at the desk with a ball. Elsewhere: b-strip (on the floor)."},
    {"moves:\n" STRIP, {.areas = {calves, 1}, .places = {on_floor, 1}, .goal = GOAL_NONE, .tools_are_known = true,
                        .tools = {spoons, 1}},
     "No move for the calves can be done on the floor with a spoon. With another tool: b-strip (ball)."},
    {"moves:\n" STRIP, {.areas = {calves, 1}, .places = {desk, 1}, .goal = GOAL_NONE, .tools_are_known = true},
     "No move for the calves can be done at the desk without a tool. Elsewhere, with another tool: b-strip (on the "
     "floor, ball)."},
    {"moves:\n" STRIP, {.areas = {calves, 1}, .goal = GOAL_NONE, .health = {.words = {clot, 1}}},
     "No move for the calves can be done with your health settings. Your health settings rule out: b-strip "
     "(clot)."},
    /* Health is named where it is in the way, and of a wish only what has to be given up. */
    {"moves:\n" STRIP, {.areas = {calves, 1}, .places = {desk, 1}, .goal = GOAL_NONE, .health = {.words = {bones, 1}}},
     "No move for the calves can be done at the desk. Elsewhere: b-strip (on the floor)."},
    {"moves:\n" STRIP, {.areas = {calves, 1}, .places = {desk, 1}, .goal = GOAL_NONE, .health = {.words = {clot, 1}}},
     "No move for the calves can be done at the desk with your health settings. Your health settings rule out: "
     "b-strip (clot, on the floor)."},
    {"moves:\n" HARD, {.areas = {calves, 1}, .places = {desk, 1}, .goal = GOAL_WIND_DOWN, .tools_are_known = true,
                       .tools = {balls, 1}},
     "No move for the calves can be done at the desk with a ball as wind-down. Elsewhere, with no goal or another one: "
     "g-hard (on the floor)."},
    {"moves:\n" STRIP, {.areas = {hands, 1}, .goal = GOAL_NONE},
     "No move for the hands can be done. There is no shared move for it; try another body part."},
    {"moves:\n" LEFT, {.areas = {knees, 1}, .goal = GOAL_NONE},
     "No move for the knees can be done. There is no shared move for it; try another body part."},
};
/* clang-format on */

START_TEST(says_what_is_in_the_way)
{
    char *problem = NULL, *text = compose(problems[_i].yaml, &problems[_i].wish, &problem);
    ck_assert_msg(text == NULL, "%s", text);
    check_text(problem, problems[_i].problem);
}
END_TEST

Suite *suite_compose(void)
{
    Suite *suite = suite_create("compose");
    TCase *sweep = tcase_create("sweep");
    tcase_add_checked_fixture(sweep, read_shipped, release_shipped);
    tcase_set_timeout(sweep, 60);
    tcase_add_loop_test(sweep, every_goal, 0, AREA_COUNT);
    tcase_add_loop_test(sweep, every_health_word, 0, HEALTH_COUNT);
    tcase_add_loop_test(sweep, a_bit_of_all, 0, GOAL_NONE + 1);
    tcase_add_test(sweep, what_is_behind_goes_first);
    suite_add_tcase(suite, sweep);
    TCase *tables = tcase_create("tables");
    tcase_add_loop_test(tables, writes, 0, ARRAY_LEN(texts));
    tcase_add_loop_test(tables, says_what_is_in_the_way, 0, ARRAY_LEN(problems));
    suite_add_tcase(suite, tables);
    return suite;
}
