/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/routine.h"
#include "session/plan.h"
#include "support/following.h"

Suite *suite_plan(void);

#define MOVE(name, rest) "  - {name: " name ", areas: calves, hold: 30s" rest "}\n"

/* clang-format off */
static const struct {
    const char *yaml;
    PlanOptions options;
    const char *lines;
} timelines[] = {
    /* The smallest: prepare and hold. */
    {"moves:\n" MOVE("A", ""), {0}, "0+5 prepare A\n5+30 hold A\n"},
    /* Each side the full time, the second begins with the switch. */
    {"moves:\n" MOVE("A", ", sides: both"), {0},
     "0+5 prepare A left\n5+30 hold A left\n35+5 switch A right\n40+30 hold A right\n"},
    {"defaults: {first: right, switch: 3s, prepare: 7s}\nmoves:\n" MOVE("A", ", sides: both"), {0},
     "0+7 prepare A right\n7+30 hold A right\n37+3 switch A left\n40+30 hold A left\n"},
    {"moves:\n" MOVE("A", ", sides: right"), {0}, "0+5 prepare A right\n5+30 hold A right\n"},
    /* A person's own first side, and what they may not do. */
    {"moves:\n" MOVE("A", ", sides: both"), {.first = SIDE_RIGHT},
     "0+5 prepare A right\n5+30 hold A right\n35+5 switch A left\n40+30 hold A left\n"},
    /* The side that is behind in the move's own areas; as written, or as the person says, where none is. */
    {"moves:\n" MOVE("A", ", sides: both"), {.leads = (SideLead[]){{AREA_CALVES, 5}}, .lead_count = 1},
     "0+5 prepare A right\n5+30 hold A right\n35+5 switch A left\n40+30 hold A left\n"},
    {"moves:\n" MOVE("A", ", sides: both, first: right"), {.leads = (SideLead[]){{AREA_CALVES, -5}}, .lead_count = 1},
     "0+5 prepare A left\n5+30 hold A left\n35+5 switch A right\n40+30 hold A right\n"},
    {"moves:\n" MOVE("A", ", sides: both, first: right"), {.leads = (SideLead[]){{AREA_FEET, -5}}, .lead_count = 1},
     "0+5 prepare A right\n5+30 hold A right\n35+5 switch A left\n40+30 hold A left\n"},
    {"moves:\n  - {name: A, areas: [calves, feet], sides: both, hold: 30s}\n",
     {.leads = (SideLead[]){{AREA_CALVES, -5}, {AREA_FEET, 9}, {AREA_NECK, -99}}, .lead_count = 3},
     "0+5 prepare A right\n5+30 hold A right\n35+5 switch A left\n40+30 hold A left\n"},
    {"moves:\n" MOVE("A", ", sides: left"), {.leads = (SideLead[]){{AREA_CALVES, 5}}, .lead_count = 1},
     "0+5 prepare A left\n5+30 hold A left\n"},
    {"moves:\n" MOVE("A", ", not_with: [disc, clot]") "  - rest: 9s\n" MOVE("B", ", not_with: heart") MOVE("C", ""),
     {.health = {.words = {(uint8_t[]){HEALTH_CLOT, HEALTH_HEART}, 2}}}, "0+5 prepare C\n5+30 hold C\n"},
    /* Steps of 0 s are left out; a move's own prepare replaces the default, never the switch. */
    {"defaults: {switch: 0, prepare: 0}\nmoves:\n" MOVE("A", ", sides: both"), {0},
     "0+30 hold A left\n30+30 hold A right\n"},
    {"moves:\n" MOVE("A", ", sides: both, prepare: 9s"), {0},
     "0+9 prepare A left\n9+30 hold A left\n39+5 switch A right\n44+30 hold A right\n"},
    /* Phases are holds in a row under one set-up. */
    {"moves:\n  - {name: A, areas: calves, sides: both, phases: [{name: In, hold: 20s}, {name: Out, hold: 10s}]}\n",
     {0},
     "0+5 prepare A left\n5+20 hold A left In 1/2\n25+10 hold A left Out 2/2\n"
     "35+5 switch A right\n40+20 hold A right In 1/2\n60+10 hold A right Out 2/2\n"},
    /* A phase's own prepare is on each side, after the move's. */
    {"moves:\n  - {name: A, areas: calves, sides: both, phases: [{name: In, hold: 20s}, {name: Out, hold: 10s,\n"
     "     prepare: 6s, setup: Move on}]}\n", {0},
     "0+5 prepare A left\n5+20 hold A left In 1/2\n25+6 prepare A left Out 2/2\n31+10 hold A left Out 2/2\n"
     "41+5 switch A right\n46+20 hold A right In 1/2\n66+6 prepare A right Out 2/2\n72+10 hold A right Out 2/2\n"},
    {"moves:\n  - {name: A, areas: calves, phases: [{name: In, hold: 20s, prepare: 8s}]}\n", {.side = SIDE_LEFT},
     "0+5 prepare A\n5+8 prepare A In 1/1\n13+20 hold A In 1/1\n"},
    /* The ways in which a hold may be said. */
    {"defaults: {prepare: 0}\nmoves:\n"
     "  - {name: A, areas: calves, hold: 30s-90s}\n"
     "  - {name: B, areas: calves, hold: {left: 90s, right: 60s}, sides: both}\n"
     "  - {name: C, areas: calves, passes: 15, pace: 4s}\n"
     "  - {name: D, areas: calves, breaths: 3, breathe: 4-2-6-1}\n", {0},
     "0+90 hold A from 30\n90+90 hold B left\n180+5 switch B right\n185+60 hold B right\n245+60 hold C 15x4\n"
     "305+39 hold D b4-2-6-1\n"},
    {"defaults: {prepare: 0}\nmoves:\n  - {name: A, areas: calves, hold: 30s-30s}\n", {0}, "0+30 hold A from 30\n"},
    /* Targets and cues, in all their ways. */
    {"defaults: {prepare: 0, pressure: 4-6, breathe: 4-6}\nmoves:\n"
     "  - {name: A, areas: calves, hold: 31s, technique: stretch, cues: [one, two, three]}\n"
     "  - {name: B, areas: calves, hold: 40s, pressure: 5, cues: [{at: 0, say: in}, {at: half, say: mid},"
     " {at: -5s, say: out}]}\n", {0},
     "0+31 hold A stretch p4-6 b4-0-6-0 @0 one @10 two @20 three\n"
     "31+40 hold B p5-5 b4-0-6-0 @0 in @20 mid @35 out\n"},
    {"moves:\n  - {name: A, areas: calves, sides: left, technique: stripping, phases: [{name: Sink in, passes: 15,\n"
     "     pace: 4s, technique: cross-friction, pressure: 4-6, breathe: 4-6, cues: [Toes in]}]}\n", {0},
     "0+5 prepare A left\n5+60 hold A left Sink in 1/1 15x4 cross-friction p4-6 b4-0-6-0 @0 Toes in\n"},
    {"defaults: {prepare: 0, switch: 0}\nmoves:\n"
     "  - {name: A, areas: calves, hold: {left: 40s, right: 20s}, sides: both, cues: [a, b]}\n", {0},
     "0+40 hold A left @0 a @20 b\n40+20 hold A right @0 a @10 b\n"},
    /* Rests: written, by default, between rounds, and none at the very end. */
    {"defaults: {prepare: 0, rest: 8s}\nmoves:\n" MOVE("A", "") MOVE("B", "") "  - {rest: 20s, say: Shake}\n"
     MOVE("C", ""), {0}, "0+30 hold A\n30+8 rest\n38+30 hold B\n68+20 rest Shake\n88+30 hold C\n"},
    {"defaults: {prepare: 0}\nmoves:\n" MOVE("A", "") "  - rest: 20s\n", {0}, "0+30 hold A\n"},
    {"defaults: {prepare: 0}\nmoves:\n  - {repeat: 2, between: 15s, moves: [{name: A, areas: calves, hold: 30s}]}\n"
     MOVE("B", ""), {0}, "0+30 hold A\n30+15 rest\n45+30 hold A\n75+30 hold B\n"},
    /* One side only. */
    {"defaults: {prepare: 0, rest: 8s}\nmoves:\n" MOVE("A", ", sides: both, first: right") MOVE("B", ", sides: right")
     MOVE("C", ""), {.side = SIDE_LEFT}, "0+30 hold A left\n30+8 rest\n38+30 hold C\n"},
    {"moves:\n" MOVE("A", ", sides: both"), {.side = SIDE_RIGHT}, "0+5 prepare A right\n5+30 hold A right\n"},
    /* From a move on: rests before it go too. */
    {"defaults: {prepare: 0}\nmoves:\n  - rest: 20s\n" MOVE("A", "") MOVE("B", ""), {.from_move = 2}, "0+30 hold B\n"},
    {"defaults: {prepare: 0}\nmoves:\n  - rest: 20s\n" MOVE("A", ""), {0}, "0+20 rest\n20+30 hold A\n"},
    {"defaults: {prepare: 0}\nmoves:\n" MOVE("A", "") "  - rest: 20s\n" MOVE("B", "") MOVE("C", ""), {.from_move = 2},
     "0+30 hold B\n30+30 hold C\n"},
    {"defaults: {prepare: 0}\nmoves:\n" MOVE("A", "") MOVE("B", ""), {.from_move = 1}, "0+30 hold A\n30+30 hold B\n"},
};
/* clang-format on */

START_TEST(makes_the_timeline)
{
    Plan *plan = plan_of(timelines[_i].yaml, &timelines[_i].options);
    check_text(plan_lines(plan), timelines[_i].lines);
    int32_t at_s = 0;
    for (size_t i = 0; i < plan->step_count; i++) {
        ck_assert_int_eq(plan->steps[i].at_s, at_s);
        at_s += plan->steps[i].seconds;
    }
    ck_assert_int_eq(plan->seconds, at_s);
    plan_free(plan);
}
END_TEST

static const struct {
    const char *yaml;
    PlanOptions options;
    const char *problem;
} problems[] = {
    {"moves:\n" MOVE("A", "") MOVE("B", ""), {.from_move = 3}, "there is no move 3: 'Test' has 2 moves"},
    {"moves:\n" MOVE("A", ""), {.from_move = 2}, "there is no move 2: 'Test' has 1 move"},
    {"moves:\n" MOVE("A", ", sides: left"), {.side = SIDE_RIGHT}, "'Test' has no move on the right side"},
    {"moves:\n" MOVE("A", "") MOVE("B", ", sides: right"),
     {.side = SIDE_LEFT, .from_move = 2},
     "'Test' has no move on the left side from move 2 on"},
    {"moves:\n" MOVE("A", ", priority: 1") MOVE("B", ", priority: 1, least: 30s, sides: both"),
     {.minutes = 1},
     "'Test' does not fit into 1 minute: it needs at least 2 minutes"},
};

START_TEST(says_what_cannot_be_done)
{
    char *problem = plan_problem(problems[_i].yaml, &problems[_i].options);
    ck_assert_ptr_nonnull(problem);
    check_text(problem, problems[_i].problem);
}
END_TEST

START_TEST(outlives_its_routine)
{
    Plan *plan = plan_of("summary: About it.\ncheck: Reach down.\ncautions: [Go gently]\n"
                         "sources: [{title: A book, url: 'https://example.org/'}]\nmoves:\n"
                         "  - {name: Strip, areas: [calves, achilles], where: [floor], hold: 30s, sides: both,\n"
                         "     tools: [ball | bottle, block], setup: Sit., feel: Warm., lighter: Less.,\n"
                         "     deeper: More., avoid: [the shin], confirm: Are you well?, technique: stripping}\n",
                         NULL);
    ck_assert_str_eq(plan->title, "Test");
    ck_assert_uint_eq(plan->routine_count, 1);
    const PlanRoutine *routine = &plan->routines[0];
    ck_assert_str_eq(routine->id, "test");
    ck_assert_str_eq(routine->summary, "About it.");
    ck_assert_str_eq(routine->check.say, "Reach down.");
    ck_assert_str_eq(routine->cautions.items[0], "Go gently");
    ck_assert_str_eq(routine->sources.items[0].url, "https://example.org/");
    ck_assert_int_eq(routine->first_move, 0);
    ck_assert_int_eq(routine->move_count, 1);
    const PlanMove *move = &plan->moves[0];
    ck_assert_str_eq(move->name, "Strip");
    ck_assert_ptr_null(move->use);
    ck_assert_uint_eq(move->areas.count, 2);
    ck_assert_int_eq(move->areas.items[1], AREA_ACHILLES);
    ck_assert_int_eq(move->where.items[0], PLACE_FLOOR);
    ck_assert_str_eq(move->tools.items[0].any_of.items[1], "bottle");
    ck_assert_str_eq(move->tools.items[1].any_of.items[0], "block");
    ck_assert_str_eq(move->setup, "Sit.");
    ck_assert_str_eq(move->feel, "Warm.");
    ck_assert_str_eq(move->lighter, "Less.");
    ck_assert_str_eq(move->deeper, "More.");
    ck_assert_str_eq(move->avoid.items[0], "the shin");
    ck_assert_str_eq(move->confirm, "Are you well?");
    ck_assert_int_eq(move->technique, TECHNIQUE_STRIPPING);
    ck_assert_int_eq(move->sides, SIDES_BOTH);
    ck_assert_int_eq(move->seconds, 75);
    ck_assert_int_eq(move->step_count, 4);
    ck_assert_int_eq(move->line, 8);
    plan_free(plan);
}
END_TEST

/* The position of a hold is the phase's own, else the move's; a move without one has that of its first phase. */
START_TEST(has_the_positions)
{
    Plan *plan = plan_of("moves:\n"
                         "  - name: A\n    areas: calves\n    position: [down, up]\n    tool_at: calf\n    phases:\n"
                         "      - {name: In, hold: 30s}\n"
                         "      - {name: Out, hold: 30s, prepare: 5s, position: flat, tool_at: calf outside}\n"
                         "  - {rest: 5s}\n"
                         "  - {name: B, areas: feet, phases: [{name: In, hold: 9s, position: on-chair}]}\n"
                         "  - {name: C, areas: feet, hold: 9s}\n",
                         NULL);
    Text found = {0};
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        text_print(&found, "%d:", (int)step->kind);
        for (size_t k = 0; k < step->positions.count; k++)
            text_print(&found, " %s", step->positions.items[k]);
        if (step->tool_at.part != PART_NONE)
            text_print(&found, " at %s %s", body_part_words.items[step->tool_at.part],
                       part_face_words.items[step->tool_at.face]);
        text_add(&found, "\n");
    }
    check_text(text_detach(&found), "0:\n2: down up at calf below\n0: flat at calf outside\n2: flat at calf outside\n"
                                    "3:\n0:\n2: on-chair\n0:\n2:\n");
    ck_assert_str_eq(plan->moves[0].positions.items[1], "up");
    ck_assert_int_eq(plan->moves[0].tool_at.part, PART_CALF);
    ck_assert_str_eq(plan->moves[1].positions.items[0], "on-chair");
    ck_assert_uint_eq(plan->moves[2].positions.count, 0);
    ck_assert_int_eq(plan->moves[2].tool_at.part, PART_NONE);
    plan_free(plan);
}
END_TEST

/* What is measured in a session of two routines with these checks. */
static const struct {
    const char *first, *second; /* lines of YAML */
    CheckUnit unit;
    bool more_is_better;
    const char *check;
} measures[] = {
    {"", "", UNIT_FEEL, false, NULL},
    {"check: Reach.\n", "", UNIT_FEEL, false, "Reach."},
    {"", "check: Bend.\n", UNIT_FEEL, false, "Bend."},
    {"check: Reach.\n", "check: Bend.\n", UNIT_FEEL, false, "Reach."},
    {"check: {say: Knee, unit: cm, better: more}\n", "check: Bend.\n", UNIT_CM, true, "Knee"},
    {"check: Reach.\n", "check: {say: Knee, unit: cm, better: less}\n", UNIT_CM, false, "Knee"},
    {"check: {say: Stand, unit: s, better: more}\n", "check: {say: Knee, unit: cm, better: less}\n", UNIT_S, true,
     "Stand"},
};

START_TEST(measures_the_first_number)
{
    char *lines[] = {memory_print("%smoves:\n" MOVE("A", ""), measures[_i].first),
                     memory_print("%smoves:\n" MOVE("B", ""), measures[_i].second)};
    Routine *first = routine_of(lines[0]), *second = routine_of(lines[1]);
    const char *check = "";
    char *problem;
    Plan *plan = plan_build((const Routine *const[]){first, second}, 2, &(PlanOptions){0}, &problem);
    routine_free(first);
    routine_free(second);
    const Measure measure = plan_measure(plan, &check);
    ck_assert_int_eq(measure.unit, measures[_i].unit);
    ck_assert_int_eq(measure.more_is_better, measures[_i].more_is_better);
    ck_assert_int_eq(measure.before_tenths, MEASURE_NOT_SAID);
    ck_assert_int_eq(measure.after_tenths, MEASURE_NOT_SAID);
    ck_assert_pstr_eq(check, measures[_i].check);
    plan_free(plan);
    free(lines[0]);
    free(lines[1]);
}
END_TEST

START_TEST(joins_several_routines)
{
    Routine *first = routine_of("cautions: [Same, First]\nmoves:\n" MOVE("A", ", confirm: Sure?") MOVE("B", ""));
    Routine *second = routine_of("cautions: [Same, Second]\ndefaults: {prepare: 0}\n"
                                 "moves:\n" MOVE("C", ", confirm: Sure?"));
    const Routine *const routines[] = {first, second};
    char *problem;
    Plan *plan = plan_build(routines, 2, &(PlanOptions){.from_move = 2}, &problem);
    routine_free(first);
    routine_free(second);
    ck_assert_str_eq(plan->title, "Test, then Test");
    check_text(plan_lines(plan), "0+5 prepare B\n5+30 hold B\n35+30 hold C\n");
    ck_assert_int_eq(plan->routines[1].first_move, 1);
    ck_assert_int_eq(plan->moves[1].routine, 1);
    Arena arena = {0};
    TextList cautions = plan_cautions(plan, &arena);
    ck_assert_uint_eq(cautions.count, 3);
    ck_assert_str_eq(cautions.items[2], "Second");
    TextList questions = plan_questions(plan, &arena);
    ck_assert_uint_eq(questions.count, 1);
    ck_assert_str_eq(questions.items[0], "Sure?");
    arena_release(&arena);
    plan_free(plan);
}
END_TEST

START_TEST(says_how_many_moves_several_have)
{
    Routine *routine = routine_of("moves:\n" MOVE("A", "") MOVE("B", ""));
    const Routine *const routines[] = {routine, routine};
    char *problem;
    ck_assert_ptr_null(plan_build(routines, 2, &(PlanOptions){.from_move = 5}, &problem));
    check_text(problem, "there is no move 5: this session has 4 moves");
    routine_free(routine);
}
END_TEST

START_TEST(refuses_more_than_a_session_may_be)
{
    Routine *routine = routine_of("moves:\n  - {name: A, areas: calves, hold: 1s-60m}\n");
    const Routine *routines[12];
    for (size_t i = 0; i < ARRAY_LEN(routines); i++)
        routines[i] = routine;
    char *problem;
    ck_assert_ptr_null(plan_build(routines, 12, &(PlanOptions){0}, &problem));
    check_text(problem, "this is too long for one session: at most 5000 steps and 12 hours");
    Plan *plan = plan_build(routines, 11, &(PlanOptions){0}, &problem);
    ck_assert_ptr_nonnull(plan);
    plan_free(plan);
    routine_free(routine);
    routine = routine_of("defaults: {prepare: 0}\nmoves:\n  - repeat: 20\n    moves:\n      - repeat: 20\n"
                         "        moves: [{repeat: 7, moves: [{name: A, areas: calves, hold: 1s}]}]\n");
    routines[0] = routines[1] = routine;
    ck_assert_ptr_null(plan_build(routines, 2, &(PlanOptions){0}, &problem));
    free(problem);
    routine_free(routine);
}
END_TEST

START_TEST(lowers_an_area_once)
{
    Plan *plan = plan_of("defaults: {prepare: 0}\nmoves:\n"
                         "  - {name: A, areas: [calves, feet], hold: 30s, pressure: 1-4}\n"
                         "  - {name: B, areas: quads, hold: 30s, pressure: 4-6}\n"
                         "  - {name: C, areas: calves, hold: 30s}\n",
                         NULL);
    ck_assert(plan_lower(plan, AREA_CALVES, 2, "it hurt on Monday"));
    ck_assert(!plan_lower(plan, AREA_FEET, 2, "again"));
    ck_assert(!plan_lower(plan, AREA_HEAD, 2, "nothing there"));
    check_text(plan_lines(plan), "0+30 hold A p0-2\n30+30 hold B p4-6\n60+30 hold C\n");
    ck_assert_str_eq(plan->moves[0].lowered, "it hurt on Monday");
    ck_assert_ptr_null(plan->moves[1].lowered);
    ck_assert_ptr_null(plan->moves[2].lowered);
    plan_free(plan);
}
END_TEST

START_TEST(swaps_and_rules_out)
{
    Routine *routine = routine_of("moves:\n" MOVE("A", "") MOVE("B", ", not_with: disc"));
    Routine *other = routine_of("moves:\n  - {name: Other, areas: feet, hold: 15s, not_with: clot}\n");
    const PlanSwap swaps[] = {{1, other->items[0].move}, {9, other->items[0].move}};
    char *problem = NULL;
    PlanOptions options = {.swaps = swaps, .swap_count = ARRAY_LEN(swaps)};
    Plan *plan = plan_build((const Routine *const[]){routine}, 1, &options, &problem);
    check_text(plan_lines(plan), "0+5 prepare A\n5+30 hold A\n35+5 prepare Other\n40+15 hold Other\n");
    ck_assert_int_eq(plan->moves[1].turn, 1);
    ck_assert_ptr_null(plan->ruled_out);
    plan_free(plan);
    options.health.words = (WordList){(uint8_t[]){HEALTH_CLOT}, 1};
    plan = plan_build((const Routine *const[]){routine}, 1, &options, &problem);
    ck_assert_str_eq(plan->ruled_out, "Other (clot)");
    plan_free(plan);
    routine_free(routine);
    routine_free(other);
}
END_TEST

START_TEST(leaves_out_what_was_declined)
{
    static const char asking[] = "moves:\n" MOVE("A", ", confirm: Well?") "  - rest: 9s\n" MOVE("B", "")
        MOVE("C", ", sides: both, confirm: Well?") MOVE("D", ", confirm: Sure?");
    const char *questions[] = {"Well?", "Sure?"};
    Plan *plan = plan_of(asking, &(PlanOptions){.declined = {questions, 1}});
    check_text(plan_lines(plan), "0+5 prepare B\n5+30 hold B\n35+5 prepare D\n40+30 hold D\n");
    ck_assert_str_eq(plan->declined, "A, C");
    ck_assert_int_eq(plan->turns[0].seconds, 35);
    ck_assert_int_eq(plan->turns[1].seconds, 0);
    ck_assert_int_eq(plan->turns[2].seconds, 70);
    ck_assert_str_eq(plan->options.declined.items[0], "Well?");
    plan_free(plan);
    plan = plan_of(asking, &(PlanOptions){.declined = {questions, 2}});
    ck_assert_str_eq(plan->declined, "A, C, D");
    plan_free(plan);
    check_text(plan_problem("moves:\n" MOVE("A", ", confirm: Well?"), &(PlanOptions){.declined = {questions, 1}}),
               "nothing is left of 'Test': you did not say yes to any of its questions");
}
END_TEST

START_TEST(finds_steps)
{
    Plan *plan = plan_of("moves:\n" MOVE("A", "") "  - rest: 10s\n" MOVE("B", ", sides: both"), NULL);
    static const struct {
        int32_t second;
        size_t step;
    } seconds[] = {{-1, 0}, {0, 0}, {4, 0}, {5, 1}, {34, 1}, {35, 2}, {45, 3}, {119, 6}, {120, 6}, {9999, 6}};
    for (size_t i = 0; i < ARRAY_LEN(seconds); i++)
        ck_assert_uint_eq(plan_step_at(plan, seconds[i].second), seconds[i].step);
    ck_assert_uint_eq(plan_step_of_move(plan, -1), 0);
    ck_assert_uint_eq(plan_step_of_move(plan, 1), 3);
    ck_assert_uint_eq(plan_step_of_move(plan, 2), plan->step_count);
    plan_free(plan);
}
END_TEST

Suite *suite_plan(void)
{
    Suite *suite = suite_create("plan");
    TCase *tests = tcase_create("plan");
    tcase_add_loop_test(tests, makes_the_timeline, 0, ARRAY_LEN(timelines));
    tcase_add_loop_test(tests, says_what_cannot_be_done, 0, ARRAY_LEN(problems));
    tcase_add_test(tests, outlives_its_routine);
    tcase_add_test(tests, has_the_positions);
    tcase_add_test(tests, joins_several_routines);
    tcase_add_loop_test(tests, measures_the_first_number, 0, ARRAY_LEN(measures));
    tcase_add_test(tests, says_how_many_moves_several_have);
    tcase_add_test(tests, refuses_more_than_a_session_may_be);
    tcase_add_test(tests, lowers_an_area_once);
    tcase_add_test(tests, swaps_and_rules_out);
    tcase_add_test(tests, leaves_out_what_was_declined);
    tcase_add_test(tests, finds_steps);
    suite_add_tcase(suite, tests);
    return suite;
}
