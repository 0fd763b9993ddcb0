/* SPDX-License-Identifier: MIT */
/* What a move tells besides its times: a set-up for each tool, cautions that are joined, words that it is found by. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "routine/filter.h"
#include "routine/routine.h"
#include "routine/timeline.h"
#include "session/plan.h"
#include "support/following.h"

Suite *suite_move_texts(void);

#define TWO_TOOLS                                                                                                      \
    "moves:\n  - name: A\n    areas: calves\n    hold: 30s\n    tools: [roller | ball | stick, mat]\n"                 \
    "    setup: {roller: Lay it across., ball: Put it under one spot of the calf that you worked before., stick: "     \
    "Roll.}\n"

static const struct {
    const char *tools[3], *setup;
} set_ups[] = {
    {{NULL}, "Lay it across."},                /* not known: the first */
    {{"mat", "band", NULL}, "Lay it across."}, /* none of them is at hand */
    {{"stick", NULL}, "Roll."},
    {{"stick", "ball", NULL}, "Put it under one spot of the calf that you worked before."}, /* the better of two */
};

START_TEST(the_set_up_is_that_of_the_tool_at_hand)
{
    const char *tools[3];
    PlanOptions options = {0};
    for (; set_ups[_i].tools[options.tools.count]; options.tools.count++)
        tools[options.tools.count] = set_ups[_i].tools[options.tools.count];
    options.tools.items = tools;
    Plan *plan = plan_of(TWO_TOOLS, &options);
    ck_assert_str_eq(plan->moves[0].setup, set_ups[_i].setup);
    ck_assert_str_eq(plan_setup_of(plan, &plan->steps[0]), set_ups[_i].setup);
    plan_free(plan);
}
END_TEST

/* 11 words: 5 s and 4.4 s are 10 s, whichever tool is at hand. */
START_TEST(the_longest_set_up_says_how_long_auto_is)
{
    Routine *routine = routine_of(TWO_TOOLS);
    ck_assert_int_eq(routine->items[0].move->prepare_s, 10);
    ck_assert_int_eq(timeline_auto_of_move_s(routine->items[0].move), 10);
    routine_free(routine);
}
END_TEST

#define CAUTIOUS                                                                                                       \
    "cautions: [Own, Both]\nmoves:\n  - {name: A, areas: calves, hold: 30s, cautions: [Both, Of A]}\n"                 \
    "  - {name: B, areas: feet, hold: 30s, cautions: [Of B, Of A], confirm: Sure?}\n"

static void check_cautions(const TextList *cautions, const char *expected)
{
    Text joined = {0};
    for (size_t i = 0; i < cautions->count; i++)
        text_print(&joined, "%s%s", i > 0 ? ", " : "", cautions->items[i]);
    ck_assert_str_eq(text_show(&joined), expected);
    text_release(&joined);
}

START_TEST(cautions_of_moves_follow_those_of_the_routine)
{
    Routine *routine = routine_of(CAUTIOUS);
    check_cautions(&routine->own_cautions, "Own, Both");
    check_cautions(&routine->cautions, "Own, Both, Of A, Of B");
    routine_free(routine);
}
END_TEST

/* A move that is left out takes its cautions along. */
START_TEST(a_plan_has_those_of_its_moves)
{
    const char *declined[] = {"Sure?"};
    const PlanOptions options = {.declined = {declined, 1}};
    Arena arena = {0};
    Plan *all = plan_of(CAUTIOUS, NULL), *without = plan_of(CAUTIOUS, &options);
    const TextList of_all = plan_cautions(all, &arena), of_rest = plan_cautions(without, &arena);
    check_cautions(&of_all, "Own, Both, Of A, Of B");
    check_cautions(&of_rest, "Own, Both, Of A");
    plan_free(all);
    plan_free(without);
    arena_release(&arena);
}
END_TEST

static const struct {
    const char *word;
    bool is_found;
} searches[] = {
    {"stiff", true},        {"NECK", true},    {"stiff ne", true},     {"runner's", true},   {"eck", false},
    {"iff", false},         {"spl", true},     {"shin splints", true}, {"splints x", false}, {"band", true},
    {"runners knee", true}, {"It Band", true}, {"shin-spl", true},     {"runnerx", false},   {"knee's", false},
};

START_TEST(keywords_are_found_by_the_start_of_their_words)
{
    Routine *one = routine_of("keywords: [Stiff neck, shin splints, it-band, runner's knee]\nmoves:\n"
                              "  - {name: A, areas: jaw, hold: 30s, keywords: gentle}\n");
    Routine *other = routine_of("moves:\n  - {name: A, areas: jaw, hold: 30s,\n"
                                "     keywords: [stiff neck, shin splints, runner's knee, it-band]}\n");
    const char *word = searches[_i].word;
    const Filter filter = {.words = {&word, 1}};
    ck_assert_int_eq(filter_routine(&filter, one), searches[_i].is_found);
    ck_assert_int_eq(filter_routine(&filter, other), searches[_i].is_found);
    ck_assert_int_eq(filter_move(&filter, "a", other->items[0].move), searches[_i].is_found);
    const char *of_a_move = "gentle"; /* one has keywords of its own */
    ck_assert(!filter_routine(&(Filter){.words = {&of_a_move, 1}}, one));
    routine_free(one);
    routine_free(other);
}
END_TEST

Suite *suite_move_texts(void)
{
    Suite *suite = suite_create("move_texts");
    TCase *tcase = tcase_create("texts");
    tcase_add_loop_test(tcase, the_set_up_is_that_of_the_tool_at_hand, 0, (int)ARRAY_LEN(set_ups));
    tcase_add_test(tcase, the_longest_set_up_says_how_long_auto_is);
    tcase_add_test(tcase, cautions_of_moves_follow_those_of_the_routine);
    tcase_add_test(tcase, a_plan_has_those_of_its_moves);
    tcase_add_loop_test(tcase, keywords_are_found_by_the_start_of_their_words, 0, (int)ARRAY_LEN(searches));
    suite_add_tcase(suite, tcase);
    return suite;
}
