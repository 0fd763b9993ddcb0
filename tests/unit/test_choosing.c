/* SPDX-License-Identifier: MIT */
/* What the screens before a session ask of the app: shared moves, swapping, putting together. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/home.h"
#include "support/scratch.h"

Suite *suite_choosing(void);

START_TEST(library_has_all_moves)
{
    App *app = home_open();
    ck_assert_ptr_null(app_model(app)->moves);
    const Model *model = home_ask(app, REQUEST_LIBRARY, 0);
    ck_assert_str_eq(home_top(app), screen_library.name);
    ck_assert_uint_eq(model->move_count, 5);
    ck_assert_str_eq(model->moves[0].id, "calf-press");
    model = home_ask(app, REQUEST_OPEN_MOVE, 1);
    ck_assert_str_eq(home_top(app), screen_routine.name);
    ck_assert_str_eq(model->plan->title, "Roll 'n' rest");
    ck_assert_uint_eq(model->plan->move_count, 1);
    home_ask(app, REQUEST_BACK, 0);
    ck_assert_str_eq(home_top(app), screen_library.name);
    app_free(app);
}
END_TEST

static Side first_hold_side(const Plan *plan)
{
    for (size_t i = 0; i < plan->step_count; i++) {
        if (plan->steps[i].kind == STEP_HOLD && plan->steps[i].side != SIDE_NONE)
            return plan->steps[i].side;
    }
    return SIDE_NONE;
}

/* For this session only, and before what the settings say; any other value takes it back. */
START_TEST(a_side_may_be_first)
{
    scratch_put(HOME_SETTINGS, "first: left\n");
    App *app = home_open();
    ck_assert_int_eq(first_hold_side(home_ask(app, REQUEST_OPEN, 1)->plan), SIDE_LEFT);
    ck_assert_int_eq(first_hold_side(home_ask(app, REQUEST_FIRST_SIDE, SIDE_RIGHT)->plan), SIDE_RIGHT);
    ck_assert_int_eq(first_hold_side(home_ask(app, REQUEST_MINUTES, 2)->plan), SIDE_RIGHT);
    ck_assert_int_eq(first_hold_side(home_ask(app, REQUEST_FIRST_SIDE, -1)->plan), SIDE_LEFT);
    home_ask(app, REQUEST_FIRST_SIDE, SIDE_RIGHT);
    home_ask(app, REQUEST_BACK, 0);
    ck_assert_int_eq(first_hold_side(home_ask(app, REQUEST_OPEN, 1)->plan), SIDE_LEFT);
    app_free(app);
}
END_TEST

/* What the settings say, and who may stand in for the calf strip then, the named one first. */
static const struct {
    const char *settings;
    const char *ids[4];
} swaps[] = {
    {"", {"heel-rock", "calf-press", "calf-roll"}},
    {"tools: [golf-ball]\n", {"heel-rock", "calf-roll"}},
    {"tools: [block]\nhealth: [clot]\n", {"heel-rock", "calf-press"}},
    {"health: [disc, clot]\n", {"calf-press"}},
};

START_TEST(what_may_stand_in)
{
    scratch_put(HOME_SETTINGS, swaps[_i].settings);
    App *app = home_open();
    home_ask(app, REQUEST_OPEN, 1);
    const Model *model = home_ask(app, REQUEST_SWAPS, 0);
    ck_assert_str_eq(home_top(app), screen_swap.name);
    ck_assert_int_eq(model->looked_at, 0);
    size_t count = 0;
    for (; count < ARRAY_LEN(swaps[_i].ids) && swaps[_i].ids[count]; count++) {
        ck_assert_uint_lt(count, model->swap_count);
        ck_assert_str_eq(model->swaps[count].id, swaps[_i].ids[count]);
        ck_assert_int_eq(model->swaps[count].is_named, strcmp(swaps[_i].ids[count], "heel-rock") == 0);
    }
    ck_assert_uint_eq(model->swap_count, count);
    app_free(app);
}
END_TEST

/* What is in the routine already is not offered once more: of one that has these moves, for the first of them. */
static const struct {
    const char *moves;
    const char *id; /* of the only one that is offered; NULL: none */
} others[] = {
    {"  - use: calf-strip\n  - use: heel-rock\n  - use: calf-press\n", "calf-roll"},
    {"  - use: calf-strip\n  - use: calf-press\n  - use: calf-strip\n  - use: calf-roll\n", "heel-rock"},
    {"  - use: calf-strip\n  - use: heel-rock\n  - use: calf-press\n  - use: calf-roll\n", NULL},
};

START_TEST(offers_what_is_not_there)
{
    char *text = memory_print("knead: 1\ntitle: Calf\nmoves:\n%s", others[_i].moves);
    scratch_put("routines/calf.yaml", text);
    free(text);
    App *app = home_open();
    home_ask(app, REQUEST_OPEN, 1);
    const Model *model = home_ask(app, REQUEST_SWAPS, 0);
    ck_assert_uint_eq(model->swap_count, others[_i].id ? 1 : 0);
    if (others[_i].id)
        ck_assert_str_eq(model->swaps[0].id, others[_i].id);
    app_free(app);
}
END_TEST

/* The way back is offered, though the same move stands in the routine once more. */
START_TEST(swap_can_be_taken_back)
{
    scratch_put("routines/calf.yaml", "knead: 1\ntitle: Calf\nmoves:\n  - use: calf-strip\n  - use: calf-strip\n");
    App *app = home_open();
    home_ask(app, REQUEST_OPEN, 1);
    home_ask(app, REQUEST_SWAPS, 0);
    home_ask(app, REQUEST_SWAP, 0);
    const Model *model = home_ask(app, REQUEST_SWAPS, 0);
    ck_assert_str_eq(model->swaps[0].id, "calf-strip");
    app_free(app);
}
END_TEST

START_TEST(swapped_move_stays_when_minutes_change)
{
    App *app = home_open();
    home_ask(app, REQUEST_OPEN, 1);
    home_ask(app, REQUEST_SWAPS, 0);
    const Model *model = home_ask(app, REQUEST_SWAP, 2);
    ck_assert_str_eq(home_top(app), screen_routine.name);
    ck_assert_str_eq(model->plan->moves[0].name, "Roll 'n' rest");
    ck_assert_str_eq(model->plan->moves[1].name, "Foot");
    model = home_ask(app, REQUEST_MINUTES, 1);
    ck_assert_msg(model->plan != NULL, "%s", model->plan_problem);
    ck_assert_str_eq(model->plan->moves[0].name, "Roll 'n' rest");
    home_ask(app, REQUEST_MINUTES, 0);
    model = home_ask(app, REQUEST_SWAPS, 0);
    ck_assert_str_eq(model->swaps[0].id, "calf-strip"); /* the way back */
    ck_assert_str_eq(home_ask(app, REQUEST_SWAP, 0)->plan->moves[0].name, "Strip");
    app_free(app);
}
END_TEST

/* The left is worked and left: then the right is behind. */
START_TEST(side_that_is_behind_comes_first)
{
    scratch_put(HOME_SETTINGS, "first: behind\n");
    App *app = home_open();
    ck_assert_int_eq(app_model(app)->area_days[AREA_CALVES], MODEL_NEVER);
    home_ask(app, REQUEST_OPEN, 1);
    home_ask(app, REQUEST_START, 0);
    app_keep(app);
    app_beat(app, home_at_s(0));
    app_beat(app, home_at_s(40));
    app_keep(app);
    app_perform(app, (Request){.kind = REQUEST_COMMAND, .command = COMMAND_LEAVE});
    app_keep(app);
    ck_assert_str_eq(home_top(app), screen_home.name);
    ck_assert_int_eq(app_model(app)->area_days[AREA_CALVES], 0);
    ck_assert_int_eq(app_model(app)->area_days[AREA_FEET], MODEL_NEVER);
    ck_assert_int_eq(app_model(app)->entry_days[0], MODEL_NEVER);
    ck_assert_int_eq(app_model(app)->entry_days[1], 0);
    ck_assert_int_eq(home_ask(app, REQUEST_OPEN, 1)->plan->steps[0].side, SIDE_RIGHT);
    app_free(app);
}
END_TEST

START_TEST(put_together_or_told_why_not)
{
    scratch_put(HOME_SETTINGS, "minutes: 3\n");
    App *app = home_open();
    const Model *model = home_ask(app, REQUEST_COMPOSE, AREA_CALVES);
    ck_assert_str_eq(home_top(app), screen_routine.name);
    ck_assert_msg(model->plan != NULL, "%s", model->plan_problem);
    ck_assert_int_eq(model->plan->moves[0].areas.items[0], AREA_CALVES);
    home_ask(app, REQUEST_BACK, 0);
    model = home_ask(app, REQUEST_COMPOSE, AREA_JAW);
    ck_assert_str_eq(home_top(app), screen_home.name);
    ck_assert_ptr_nonnull(model->notice);
    app_free(app);
}
END_TEST

START_TEST(about_a_move_of_the_plan)
{
    App *app = home_open();
    home_ask(app, REQUEST_OPEN, 1);
    ck_assert_int_eq(home_ask(app, REQUEST_ABOUT, 1)->looked_at, 1);
    ck_assert_str_eq(home_top(app), screen_about.name);
    home_ask(app, REQUEST_BACK, 0);
    ck_assert_int_eq(home_ask(app, REQUEST_ABOUT, 9)->looked_at, -1);
    app_free(app);
}
END_TEST

/* One key apart: what is shown takes the other's place. */
START_TEST(pair_is_one_key_away)
{
    static const char text[] = "knead: 1\ntitle: %s\npair: %s\nmoves:\n  - use: calf-strip\n";
    scratch_print("routines/warm.yaml", text, "Warm", "wind-down");
    scratch_print("routines/wind-down.yaml", text, "Wind down", "warm");
    scratch_print("routines/alone.yaml", text, "Alone", "nothing");
    App *app = home_open();
    home_ask(app, REQUEST_OPEN, 3);
    app_key(app, 'p');
    const Model *model = app_model(app);
    ck_assert_str_eq(model->plan->title, "Wind down");
    app_key(app, 'p');
    ck_assert_str_eq(app_model(app)->plan->title, "Warm");
    ck_assert_str_eq(home_top(app), screen_routine.name);
    home_ask(app, REQUEST_BACK, 0);
    ck_assert_str_eq(home_top(app), screen_home.name);
    home_ask(app, REQUEST_OPEN, 0);
    app_key(app, 'p'); /* there is none */
    ck_assert_str_eq(app_model(app)->plan->title, "Alone");
    app_free(app);
}
END_TEST

/* The tools that the page is about, one after another. */
static void check_asked(App *app, const char *wanted)
{
    Text names = {0};
    const TextList *tools = &app_model(app)->asked_tools;
    for (size_t i = 0; i < tools->count; i++)
        text_print(&names, "%s%s", i > 0 ? " " : "", tools->items[i]);
    ck_assert_str_eq(home_top(app), screen_tools.name);
    ck_assert_str_eq(text_show(&names), wanted);
    text_release(&names);
}

START_TEST(tools_are_told_of)
{
    scratch_put("routines/moves/more.yaml",
                "knead: 1\nmoves:\n  both:\n    name: Both\n    areas: neck\n    hold: 30s\n"
                "    tools: [golf-ball | tennis-ball, chair | golf-ball]\n");
    App *app = home_open();
    home_ask(app, REQUEST_ABOUT_TOOL, 0);
    check_asked(app, "block");
    ck_assert_uint_gt(app_model(app)->move_count, 0);
    home_ask(app, REQUEST_BACK, 0);
    home_ask(app, REQUEST_ABOUT_TOOL, 99);
    ck_assert_str_eq(home_top(app), screen_home.name);
    home_ask(app, REQUEST_LIBRARY, 0);
    app_key(app, 't'); /* no move is marked */
    ck_assert_str_eq(home_top(app), screen_library.name);
    app_key(app, KEY_TAB_KEY);
    app_key(app, 't'); /* both */
    check_asked(app, "golf-ball tennis-ball chair");
    app_key(app, 'q');
    app_key(app, KEY_DOWN_ARROW);
    app_key(app, 't');
    check_asked(app, "block");
    app_key(app, 'q');
    app_key(app, 'q');
    home_ask(app, REQUEST_OPEN, 1);
    app_key(app, 't');
    check_asked(app, "golf-ball");
    app_free(app);
}
END_TEST

/* Read to the end it is not shown again; left by another way it is. */
START_TEST(advice_is_given_once)
{
    App *app = home_make_app();
    app_start_home(app);
    ck_assert_ptr_null(app_advice(app));
    app_open_records(app);
    ck_assert_ptr_nonnull(app_advice(app));
    if (_i == 0)
        app_key(app, KEY_ENTER_KEY);
    else
        app_key(app, KEY_INTERRUPT);
    app_free(app);
    app = home_make_app();
    app_start_home(app);
    app_open_records(app);
    ck_assert_int_eq(app_advice(app) != NULL, _i == 1);
    app_free(app);
}
END_TEST

START_TEST(clicks_are_wanted_where_they_mean_something)
{
    App *app = home_open();
    ck_assert(app_wants_clicks(app));
    home_ask(app, REQUEST_OPEN, 1);
    ck_assert(app_wants_clicks(app));
    home_ask(app, REQUEST_START, 0);
    ck_assert(!app_wants_clicks(app));
    app_free(app);
}
END_TEST

Suite *suite_choosing(void)
{
    Suite *suite = suite_create("choosing");
    TCase *tcase = tcase_create("choosing");
    tcase_add_checked_fixture(tcase, home_set_up, scratch_remove);
    tcase_add_test(tcase, library_has_all_moves);
    tcase_add_test(tcase, a_side_may_be_first);
    tcase_add_loop_test(tcase, what_may_stand_in, 0, ARRAY_LEN(swaps));
    tcase_add_loop_test(tcase, offers_what_is_not_there, 0, ARRAY_LEN(others));
    tcase_add_test(tcase, swap_can_be_taken_back);
    tcase_add_test(tcase, swapped_move_stays_when_minutes_change);
    tcase_add_test(tcase, side_that_is_behind_comes_first);
    tcase_add_test(tcase, pair_is_one_key_away);
    tcase_add_test(tcase, tools_are_told_of);
    tcase_add_test(tcase, put_together_or_told_why_not);
    tcase_add_test(tcase, about_a_move_of_the_plan);
    tcase_add_loop_test(tcase, advice_is_given_once, 0, 2);
    tcase_add_test(tcase, clicks_are_wanted_where_they_mean_something);
    suite_add_tcase(suite, tcase);
    return suite;
}
