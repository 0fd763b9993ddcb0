/* SPDX-License-Identifier: MIT */
/* What each tool is good for: of every tool that a move which comes with knead uses, and on its page. */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "routine/filter.h"
#include "routine/library_tools.h"
#include "routine/tool_guide.h"
#include "support/shipped.h"
#include "support/stage.h"

Suite *suite_tool_guide(void);

enum { MOST_TEXT = 160 };

static bool is_used(const char *id)
{
    for (size_t i = 0; i < shipped.count; i++) {
        const ToolList *tools = &shipped.items[i].move->tools;
        for (size_t k = 0; k < tools->count; k++) {
            if (filter_has_text(&tools->items[k].any_of, id))
                return true;
        }
    }
    return false;
}

START_TEST(every_tool_of_a_move_is_told_of)
{
    Arena arena = {0};
    const Words tools = library_tools(shipped.library, &(TextList){0}, &arena);
    ck_assert_uint_gt(tools.count, 0);
    for (size_t i = 0; i < tools.count; i++)
        ck_assert_msg(tool_guide_find(tools.items[i]) != NULL, "nothing is said of %s", tools.items[i]);
    arena_release(&arena);
}
END_TEST

START_TEST(nothing_is_told_of_other_tools)
{
    for (size_t i = 0; i < tool_guide_count; i++)
        ck_assert_msg(is_used(tool_guides[i].id), "no move uses %s", tool_guides[i].id);
    ck_assert_ptr_null(tool_guide_find("gua-sha"));
}
END_TEST

START_TEST(each_is_told_in_a_few_words)
{
    for (size_t i = 0; i < tool_guide_count; i++) {
        const ToolGuide *guide = &tool_guides[i];
        const char *const texts[] = {guide->name, guide->good_for, guide->at_home, guide->mind};
        for (size_t k = 0; k < ARRAY_LEN(texts); k++)
            ck_assert_msg(texts[k] && *texts[k] && strlen(texts[k]) <= MOST_TEXT, "%s: %s", guide->id, texts[k]);
        ck_assert_ptr_eq(tool_guide_find(guide->id), guide);
    }
}
END_TEST

/* Which is the softer one. */
static const struct {
    const char *softer, *harder;
} ladder[] = {
    {"soft-ball", "soft-roller"},      {"soft-roller", "large-ball"},  {"large-ball", "therapy-ball"},
    {"large-ball", "tennis-ball"},     {"therapy-ball", "roller"},     {"tennis-ball", "roller"},
    {"therapy-ball", "lacrosse-ball"}, {"roller", "lacrosse-ball"},    {"lacrosse-ball", "handle"},
    {"soft-roller", "roller"},         {"rolled-sock", "tennis-ball"},
};

START_TEST(soft_comes_before_hard)
{
    ck_assert_int_lt(tool_guide_find(ladder[_i].softer)->firmness, tool_guide_find(ladder[_i].harder)->firmness);
    for (size_t i = 1; i < tool_guide_count; i++) {
        const int before = tool_guides[i - 1].firmness, firmness = tool_guides[i].firmness;
        ck_assert_msg(firmness == 0 || (before > 0 && before <= firmness), "%s", tool_guides[i].id);
        ck_assert_int_eq(firmness == 0, tool_guide_firmness(firmness) == NULL);
    }
}
END_TEST

START_TEST(handle_is_blunt_and_ice_has_a_sock)
{
    ck_assert_ptr_nonnull(strstr(tool_guide_find("handle")->mind, "never with the shaft or a metal end"));
    ck_assert_ptr_nonnull(strstr(tool_guide_find("frozen-bottle")->mind, "Sock on, and keep it moving"));
}
END_TEST

static const struct {
    const char *name;
    const char *tools[4];
    int width, height;
    const Look *look;
    bool has_styles;
} goldens[] = {
    {"tools-one-80x24", {"handle"}, 80, 24, &stage_colour, true},
    {"tools-three-80x24", {"therapy-ball", "tennis-ball", "lacrosse-ball"}, 80, 24, &stage_colour, false},
    {"tools-own-40x12-ascii", {"golf-ball"}, 40, 12, &stage_ascii, false},
    {"tools-none-80x24", {NULL}, 80, 24, &stage_mono, false},
};

START_TEST(looks_as_it_did)
{
    Stage stage;
    const char *tools[ARRAY_LEN(goldens[0].tools)];
    size_t count = 0;
    for (; count < ARRAY_LEN(tools) && goldens[_i].tools[count]; count++)
        tools[count] = goldens[_i].tools[count];
    stage_open(&stage, "care", "");
    stage.model.asked_tools = (TextList){tools, count};
    stage_push(&stage, &screen_tools);
    stage_check_golden(&stage, goldens[_i].name, goldens[_i].width, goldens[_i].height, *goldens[_i].look,
                       goldens[_i].has_styles);
    stage_check_sizes(&stage);
    stage_release(&stage);
}
END_TEST

Suite *suite_tool_guide(void)
{
    Suite *suite = suite_create("tool_guide");
    TCase *tests = tcase_create("tool_guide");
    tcase_add_unchecked_fixture(tests, read_shipped, release_shipped);
    tcase_add_test(tests, every_tool_of_a_move_is_told_of);
    tcase_add_test(tests, nothing_is_told_of_other_tools);
    tcase_add_test(tests, each_is_told_in_a_few_words);
    tcase_add_loop_test(tests, soft_comes_before_hard, 0, ARRAY_LEN(ladder));
    tcase_add_test(tests, handle_is_blunt_and_ice_has_a_sock);
    tcase_add_loop_test(tests, looks_as_it_did, 0, ARRAY_LEN(goldens));
    suite_add_tcase(suite, tests);
    return suite;
}
