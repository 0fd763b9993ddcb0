/* SPDX-License-Identifier: MIT */
/* Gentle, standard and firm: what they make of a routine, which of them a session has, and why. */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/macros.h"
#include "base/memory.h"
#include "session/caps.h"
#include "store/store.h"
#include "support/following.h"
#include "support/home.h"
#include "support/records.h"
#include "support/scratch.h"
#include "ui/widgets/action.h"

Suite *suite_level(void);

#define ON(areas, rest) "  - {name: A, areas: " areas ", prepare: 0, " rest "}\n"
#define PRESS(target, length) ON("calves", "technique: sustained-pressure, pressure: " target ", " length)

enum { NONE = -1, FIRST_WEEK = HEALTH_COUNT };

/* clang-format off */
static const struct { const char *move; int limit; const char *lines[LEVEL_COUNT]; } planned[] = {
    /* targets: not under 1, not over 6 by firm; none stays none, and what is written above 6 stays */
    {PRESS("4-6", "hold: 20s"), NONE, {"20 sustained-pressure p4-6", "20 sustained-pressure p3-5", "20 sustained-pressure p5-6"}},
    {PRESS("1-2", "hold: 20s"), NONE, {"20 sustained-pressure p1-2", "20 sustained-pressure p1-1", "20 sustained-pressure p2-3"}},
    {PRESS("0-1", "hold: 20s"), NONE, {"20 sustained-pressure p0-1", "20 sustained-pressure p0-1", "20 sustained-pressure p0-2"}},
    {PRESS("6-8", "hold: 20s"), NONE, {"20 sustained-pressure p6-8", "20 sustained-pressure p5-7", "20 sustained-pressure p6-8"}},
    {ON("calves", "technique: sustained-pressure, hold: 20s"), NONE, {"20 sustained-pressure", "20 sustained-pressure", "20 sustained-pressure"}},
    /* firm stops where `check` would warn */
    {ON("neck", "technique: circles, pressure: 2-4, hold: 20s"), NONE, {"20 circles p2-4", "20 circles p1-3", "20 circles p3-4"}},
    {ON("[calves, knees]", "technique: circles, pressure: 4, hold: 20s"), NONE, {"20 circles p4-4", "20 circles p3-3", "20 circles p4-4"}},
    /* holds: what presses, in whole passes and breaths, at least one; a range keeps its shape */
    {PRESS("3", "hold: 60s"), NONE, {"60 sustained-pressure p3-3", "30 sustained-pressure p2-2", "60 sustained-pressure p4-4"}},
    {PRESS("3", "hold: 30s-90s"), NONE, {"90 from 30 sustained-pressure p3-3", "30 from 10 sustained-pressure p2-2", "90 from 30 sustained-pressure p4-4"}},
    {ON("calves", "technique: stripping, pressure: 3, passes: 15, pace: 4s"), NONE, {"60 15x4 stripping p3-3", "28 7x4 stripping p2-2", "60 15x4 stripping p4-4"}},
    {ON("calves", "technique: stack, pressure: 3, breaths: 2, breathe: 20-20"), NONE, {"80 stack p3-3 b20-0-20-0", "40 stack p2-2 b20-0-20-0", "80 stack p4-4 b20-0-20-0"}},
    {ON("calves", "technique: stretch, pressure: 3, hold: 60s"), NONE, {"60 stretch p3-3", "60 stretch p2-2", "60 stretch p4-4"}},
    {ON("calves", "technique: movement, hold: 60s"), NONE, {"60 movement", "60 movement", "60 movement"}},
    {ON("calves", "technique: breathe, pressure: 2, hold: 60s"), NONE, {"60 breathe p2-2", "60 breathe p1-1", "60 breathe p3-3"}},
    /* limits hold on top, never raised; the shortest hold counts once, not half of the half */
    {PRESS("4-6", "hold: 60s"), HEALTH_BLOOD_THINNERS, {"20 sustained-pressure p3-3", "20 sustained-pressure p3-3", "20 sustained-pressure p3-3"}},
    {PRESS("2-4", "hold: 60s"), HEALTH_REDUCED_FEELING, {"60 sustained-pressure p2-2", "30 sustained-pressure p1-2", "60 sustained-pressure p2-2"}},
    {PRESS("4-6", "hold: 60s"), HEALTH_HYPERMOBILE, {"60 sustained-pressure p3-3", "30 sustained-pressure p3-3", "60 sustained-pressure p3-3"}},
    {PRESS("3-6", "hold: 60s"), FIRST_WEEK, {"30 sustained-pressure p3-4", "30 sustained-pressure p2-4", "30 sustained-pressure p4-4"}},
    {PRESS("3-6", "hold: 40s"), FIRST_WEEK, {"20 sustained-pressure p3-4", "20 sustained-pressure p2-4", "20 sustained-pressure p4-4"}},
    {ON("calves", "technique: stretch, pressure: 3-6, hold: 60s"), FIRST_WEEK, {"60 stretch p3-6", "60 stretch p2-5", "60 stretch p4-6"}},
};
/* clang-format on */

static PlanOptions options_of(Level level, int limit, uint8_t *word)
{
    PlanOptions options = {.level = level, .has_caps = true, .is_first_week = limit == FIRST_WEEK};
    *word = (uint8_t)limit;
    if (limit >= 0 && limit < HEALTH_COUNT)
        options.health.words = (WordList){word, 1};
    return options;
}

START_TEST(each_level_has_its_plan)
{
    char *yaml = memory_print("moves:\n%s", planned[_i].move);
    for (Level level = 0; level < LEVEL_COUNT; level++) {
        uint8_t word;
        const PlanOptions options = options_of(level, planned[_i].limit, &word);
        Plan *plan = plan_of(yaml, &options);
        char *lines = plan_lines(plan), *hold = strstr(lines, "0+");
        ck_assert_ptr_nonnull(strstr(hold, " hold A"));
        memmove(strstr(hold, " hold A"), strstr(hold, " hold A") + 7, strlen(strstr(hold, " hold A") + 7) + 1);
        hold[strcspn(hold, "\n")] = '\0';
        ck_assert_msg(strcmp(hold + 2, planned[_i].lines[level]) == 0, "%s, %s:\n  is:     %s\n  should: %s", yaml,
                      level_words.items[level], hold + 2, planned[_i].lines[level]);
        free(lines);
        plan_free(plan);
    }
    free(yaml);
}
END_TEST

#define TEXTS "pressure: 4, hold: 20s, setup: Sit down., lighter: Lean less., deeper: Lean more."
#define SETUP(rest) "  - {name: A, areas: calves, " rest TEXTS "}\n"

/* What is said while setting up, and how long that is; then what is said in the hold. */
static const struct {
    const char *move;
    Level level;
    int limit;
    bool hurt;
    const char *setup, *cue;
    int32_t prepare_s, target;
} variants[] = {
    {SETUP(""), LEVEL_STANDARD, NONE, false, "Sit down.", NULL, 10, 4},
    {SETUP(""), LEVEL_GENTLE, NONE, false, "Sit down. Lighter: Lean less.", NULL, 10, 3},
    {SETUP(""), LEVEL_FIRM, NONE, false, "Sit down. Deeper: Lean more.", NULL, 10, 5},
    /* a preparation of its own length stays */
    {SETUP("prepare: 7s, "), LEVEL_GENTLE, NONE, false, "Sit down. Lighter: Lean less.", NULL, 7, 3},
    /* without one it is said in the hold */
    {SETUP("prepare: 0, "), LEVEL_GENTLE, NONE, false, "Sit down. Lighter: Lean less.", "Lighter: Lean less.", 0, 3},
    {SETUP("prepare: 0, cues: [{at: 0s, say: Go.}, {at: 9s, say: On.}], "), LEVEL_FIRM, NONE, false,
     "Sit down. Deeper: Lean more.", "Deeper: Lean more. Go.", 0, 5},
    /* nothing deeper where something limits or it has hurt, and there what firm adds is gone */
    {SETUP(""), LEVEL_FIRM, HEALTH_HYPERMOBILE, false, "Sit down.", NULL, 10, 3},
    {SETUP(""), LEVEL_GENTLE, HEALTH_HYPERMOBILE, false, "Sit down. Lighter: Lean less.", NULL, 10, 3},
    {SETUP(""), LEVEL_STANDARD, NONE, true, "Sit down.", NULL, 10, 2},
    {SETUP(""), LEVEL_FIRM, NONE, true, "Sit down.", NULL, 10, 2},
    {SETUP("prepare: 0, "), LEVEL_FIRM, NONE, true, "Sit down.", NULL, 0, 2},
    {SETUP("prepare: 0, cues: [{at: 0s, say: Go.}, {at: 9s, say: On.}], "), LEVEL_FIRM, NONE, true, "Sit down.", "Go.",
     0, 2},
    {SETUP(""), LEVEL_GENTLE, NONE, true, "Sit down. Lighter: Lean less.", NULL, 10, 1},
    /* a move may lack one */
    {"  - {name: A, areas: calves, pressure: 4, hold: 20s}\n", LEVEL_GENTLE, NONE, false, NULL, NULL, 5, 3},
    {"  - {name: A, areas: calves, pressure: 4, hold: 20s, lighter: Lean less.}\n", LEVEL_GENTLE, NONE, false,
     "Lighter: Lean less.", NULL, 10, 3},
};

START_TEST(each_level_says_its_way)
{
    uint8_t word;
    const PlanOptions options = options_of(variants[_i].level, variants[_i].limit, &word);
    char *yaml = memory_print("moves:\n%s", variants[_i].move);
    Plan *plan = plan_of(yaml, &options);
    if (variants[_i].hurt)
        ck_assert(plan_lower(plan, AREA_CALVES, 2, "it hurt"));
    const Step *hold = plan_hold_of(plan, 0);
    ck_assert_pstr_eq(plan->moves[0].setup, variants[_i].setup);
    ck_assert_pstr_eq(plan->moves[0].plain, strstr(yaml, "setup") ? "Sit down." : NULL);
    ck_assert_pstr_eq(hold->cue_count > 0 ? hold->cues[0].say : NULL, variants[_i].cue);
    ck_assert_int_eq(hold->at_s, variants[_i].prepare_s);
    ck_assert_int_eq(hold->pressure.high, variants[_i].target);
    plan_free(plan);
    free(yaml);
}
END_TEST

START_TEST(more_words_have_more_time)
{
    static const char yaml[] = "moves:\n  - {name: A, areas: calves, pressure: 4, hold: 20s, setup: One two three four "
                               "five six seven eight nine ten eleven twelve., lighter: Thirteen.}\n";
    for (Level level = 0; level < LEVEL_COUNT; level++) {
        Plan *plan = plan_of(yaml, &(PlanOptions){.level = level, .minutes = 1});
        ck_assert_int_eq(plan->steps[0].seconds, level == LEVEL_GENTLE ? 15 : 10);
        plan_free(plan);
    }
}
END_TEST

static const char calf[] = "knead: 1\ntitle: Calf\nmoves:\n"
                           "  - {name: Strip, areas: calves, sides: both, pressure: 4-6, hold: 60s, prepare: 10s,\n"
                           "     setup: Sit down., lighter: Lean less., deeper: Lean more.}\n";

static void set_up(void)
{
    scratch_make_home();
    scratch_put("routines/calf.yaml", calf);
    scratch_put("routines/moves/none.yaml", "knead: 1\nmoves: {}\n");
    scratch_make_folder("knead");
}

/* The first session of the records began so long ago. */
static void put_first(int64_t ago_s)
{
    char *path = scratch_path("knead/knead.db");
    Store *store = store_open(path, RECORDS_NOW_S);
    Plan *plan = records_plan();
    records_add_session(store, plan, 185000, (int64_t)time(NULL) - ago_s);
    plan_free(plan);
    store_close(store);
    free(path);
}

/* The page of the routine, its records open. */
static App *look_at(AppOptions options)
{
    options.is_mute = true;
    App *app = home_make_app_with(options);
    char *problem = NULL;
    ck_assert_msg(app_start_play(app, (const char *const[]){"calf"}, 1, &problem), "%s", problem);
    app_open_records(app);
    if (app_advice(app))
        app_key(app, KEY_ENTER_KEY);
    return app;
}

enum { NEVER = -1, DAY = 24 * 60 * 60 };

/* Which level holds: for a person whose first session was so long ago, with those settings and that on the command
 * line (-1: nothing). */
static const struct {
    int64_t first_s;
    const char *settings;
    int given, speed;
    Level level;
    LevelReason reason;
    bool has_first_week;
} held[] = {
    /* by date */
    {NEVER, "", -1, 1, LEVEL_GENTLE, LEVEL_FOR_NEW, true},
    {60, "", -1, 1, LEVEL_GENTLE, LEVEL_FOR_NEW, true},
    {7 * DAY - 60, "", -1, 1, LEVEL_GENTLE, LEVEL_FOR_NEW, true},
    {7 * DAY + 60, "", -1, 1, LEVEL_GENTLE, LEVEL_FOR_NEW, false},
    {14 * DAY - 60, "", -1, 1, LEVEL_GENTLE, LEVEL_FOR_NEW, false},
    {14 * DAY + 60, "", -1, 1, LEVEL_STANDARD, LEVEL_AS_USUAL, false},
    {400 * DAY, "level: auto\n", -1, 1, LEVEL_STANDARD, LEVEL_AS_USUAL, false},
    {-DAY, "", -1, 1, LEVEL_GENTLE, LEVEL_FOR_NEW, true}, /* a clock that was set back */
    /* the settings; standard and firm say that one is not new, gentle lifts no limit */
    {NEVER, "level: auto\n", -1, 1, LEVEL_GENTLE, LEVEL_FOR_NEW, true},
    {NEVER, "level: standard\n", -1, 1, LEVEL_STANDARD, LEVEL_SET, false},
    {NEVER, "level: firm\n", -1, 1, LEVEL_FIRM, LEVEL_SET, false},
    {NEVER, "level: gentle\n", -1, 1, LEVEL_GENTLE, LEVEL_SET, true},
    {8 * DAY, "level: gentle\n", -1, 1, LEVEL_GENTLE, LEVEL_SET, false},
    {30 * DAY, "level: firm\n", -1, 1, LEVEL_FIRM, LEVEL_SET, false},
    /* for one session: the limits of the first week stay */
    {NEVER, "", LEVEL_STANDARD, 1, LEVEL_STANDARD, LEVEL_FOR_START, true},
    {NEVER, "", LEVEL_FIRM, 1, LEVEL_FIRM, LEVEL_FOR_START, true},
    {8 * DAY, "", LEVEL_FIRM, 1, LEVEL_FIRM, LEVEL_FOR_START, false},
    {30 * DAY, "level: firm\n", LEVEL_GENTLE, 1, LEVEL_GENTLE, LEVEL_FOR_START, false},
    /* rehearsals */
    {NEVER, "", -1, 60, LEVEL_STANDARD, LEVEL_AS_USUAL, false},
    {NEVER, "level: firm\n", -1, 60, LEVEL_STANDARD, LEVEL_AS_USUAL, false},
    {NEVER, "", LEVEL_GENTLE, 60, LEVEL_GENTLE, LEVEL_FOR_START, false},
};

START_TEST(one_rule_says_which_holds)
{
    scratch_put(HOME_SETTINGS, held[_i].settings);
    if (held[_i].first_s != NEVER)
        put_first(held[_i].first_s);
    for (int starts_at_once = 0; starts_at_once < 2; starts_at_once++) {
        App *app = look_at((AppOptions){.speed = held[_i].speed,
                                        .yes = starts_at_once,
                                        .has_level = held[_i].given >= 0,
                                        .level = (Level)MAX_OF(held[_i].given, 0)});
        const Model *model = app_model(app);
        ck_assert_int_eq(model->session != NULL, starts_at_once);
        ck_assert_int_eq(model->plan->options.level, held[_i].level);
        ck_assert_int_eq(model->plan->options.level_reason, held[_i].reason);
        ck_assert_int_eq(model->plan->options.is_first_week, held[_i].has_first_week);
        if (model->session)
            ck_assert_int_eq(model->session->level, held[_i].level);
        app_free(app);
    }
}
END_TEST

/* Level and target of the plan. */
static void expect(App *app, Level level, LevelReason reason, int32_t high)
{
    const Plan *plan = app_model(app)->plan;
    ck_assert_int_eq(plan->options.level, level);
    ck_assert_int_eq(plan->options.level_reason, reason);
    ck_assert_int_eq(plan->steps[1].pressure.high, high);
}

/* For this session; the next one is as before. */
START_TEST(a_key_goes_round)
{
    put_first(10 * DAY);
    App *app = look_at((AppOptions){.speed = 1});
    expect(app, LEVEL_GENTLE, LEVEL_FOR_NEW, 5);
    app_key(app, 'L');
    expect(app, LEVEL_STANDARD, LEVEL_FOR_START, 6);
    app_key(app, 'L');
    expect(app, LEVEL_FIRM, LEVEL_FOR_START, 6);
    app_key(app, '-'); /* fitted, it stays */
    ck_assert_int_gt(app_model(app)->minutes, 0);
    expect(app, LEVEL_FIRM, LEVEL_FOR_START, 6);
    app_key(app, KEY_ENTER_KEY);
    ck_assert_str_eq(home_top(app), screen_player.name);
    ck_assert_int_eq(app_model(app)->session->level, LEVEL_FIRM);
    app_beat(app, home_at_s(0));
    app_beat(app, home_at_s(400));
    ck_assert_str_eq(home_top(app), screen_after.name);
    app_key(app, 'g');
    ck_assert_str_eq(home_top(app), screen_routine.name);
    expect(app, LEVEL_GENTLE, LEVEL_FOR_NEW, 5);
    for (int i = 0; i < 3; i++)
        app_key(app, 'L');
    expect(app, LEVEL_GENTLE, LEVEL_FOR_START, 5);
    app_free(app);
}
END_TEST

/* It is kept with the session, whatever the settings say then. */
START_TEST(a_session_keeps_its_level)
{
    App *app = look_at((AppOptions){.speed = 1, .yes = true, .has_level = true, .level = LEVEL_FIRM});
    app_beat(app, home_at_s(0));
    app_beat(app, home_at_s(40));
    app_keep(app);
    app_leave(app);
    app_free(app);
    scratch_put(HOME_SETTINGS, "level: gentle\n");
    app = home_make_app();
    char *problem = NULL;
    ck_assert_msg(app_start_resume(app, &problem), "%s", problem);
    ck_assert_int_eq(app_model(app)->session->level, LEVEL_FIRM);
    scratch_put("routines/calf.yaml", "knead: 1\ntitle: Calf\nmoves:\n  - {name: Strip, areas: calves, sides: both, "
                                      "pressure: 2-3, hold: 60s, prepare: 10s}\n");
    app_files_told(app);
    app_perform(app, (Request){.kind = REQUEST_COMMAND, .command = COMMAND_GO_ON});
    app_beat(app, home_at_s(100));
    app_beat(app, home_at_s(104));
    app_beat(app, home_at_s(150));
    ck_assert_int_eq(app_model(app)->session->level, LEVEL_FIRM);
    expect(app, LEVEL_FIRM, LEVEL_FOR_START, 4); /* the new target, one higher */
    app_free(app);
}
END_TEST

static const char *answered(App *app, int32_t key)
{
    app_key(app, key);
    return app_model(app)->answer;
}

/* From the way that comes first, the other key leads over the plain way. */
START_TEST(keys_lead_over_the_plain_way)
{
    static const struct {
        Level level;
        const char *keys, *answers[5];
    } rows[] = {
        {LEVEL_STANDARD, "ldll", {"Lean less.", "Lean more.", "Lean less.", "Lean less."}},
        {LEVEL_GENTLE, "lddld", {"Lean less.", "Sit down.", "Lean more.", "Lean less.", "Sit down."}},
        {LEVEL_FIRM, "dlldl", {"Lean more.", "Sit down.", "Lean less.", "Lean more.", "Sit down."}},
    };
    scratch_put(HOME_SETTINGS, "level: standard\n");
    App *app = look_at((AppOptions){.speed = 1, .yes = true, .has_level = true, .level = rows[_i].level});
    app_beat(app, home_at_s(0));
    app_beat(app, home_at_s(20));
    for (int i = 0; rows[_i].keys[i]; i++)
        ck_assert_str_eq(answered(app, rows[_i].keys[i]), rows[_i].answers[i]);
    app_free(app);
}
END_TEST

Suite *suite_level(void)
{
    Suite *suite = suite_create("level");
    TCase *plans = tcase_create("plans");
    tcase_add_loop_test(plans, each_level_has_its_plan, 0, (int)ARRAY_LEN(planned));
    tcase_add_loop_test(plans, each_level_says_its_way, 0, (int)ARRAY_LEN(variants));
    tcase_add_test(plans, more_words_have_more_time);
    suite_add_tcase(suite, plans);
    TCase *sessions = tcase_create("sessions");
    tcase_add_checked_fixture(sessions, set_up, scratch_remove);
    tcase_add_loop_test(sessions, one_rule_says_which_holds, 0, (int)ARRAY_LEN(held));
    tcase_add_test(sessions, a_key_goes_round);
    tcase_add_test(sessions, a_session_keeps_its_level);
    tcase_add_loop_test(sessions, keys_lead_over_the_plain_way, 0, 3);
    suite_add_tcase(suite, sessions);
    return suite;
}
