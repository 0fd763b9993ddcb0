/* SPDX-License-Identifier: MIT */
#include "store/plan_json.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "session/session.h"
#include "support/following.h"
#include "support/page.h"
#include "support/records.h"

Suite *suite_plan_json(void);

static Plan *read_well(const char *text)
{
    char *problem = NULL;
    Plan *plan = plan_json_read(text, &problem);
    ck_assert_msg(plan != NULL, "%s", problem);
    return plan;
}

START_TEST(everything_comes_back)
{
    Plan *plan = records_plan();
    char *text = plan_json_write(plan);
    Plan *back = read_well(text);
    char *again = plan_json_write(back);
    ck_assert_str_eq(text, again);
    ck_assert_uint_eq(back->step_count, plan->step_count);
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *a = &plan->steps[i];
        const Step *b = &back->steps[i];
        ck_assert(a->kind == b->kind && a->at_s == b->at_s && a->seconds == b->seconds && a->move == b->move &&
                  a->side == b->side && a->phase == b->phase && a->phase_count == b->phase_count &&
                  a->may_end_s == b->may_end_s && a->technique == b->technique && a->passes == b->passes &&
                  a->pace_s == b->pace_s && a->cue_count == b->cue_count);
        ck_assert(a->pressure.is_set == b->pressure.is_set && a->pressure.low == b->pressure.low &&
                  a->pressure.high == b->pressure.high && memcmp(&a->breathe, &b->breathe, sizeof a->breathe) == 0);
        ck_assert_pstr_eq(a->name, b->name);
        ck_assert_pstr_eq(a->phase_name, b->phase_name);
        ck_assert_pstr_eq(a->phase_setup, b->phase_setup);
    }
    ck_assert_str_eq(back->steps[2].cues[1].say, "Softer.");
    ck_assert_int_eq(back->steps[2].cues[1].at_s, 10);
    const PlanMove *move = &back->moves[0];
    ck_assert_uint_eq(move->areas.count, 2);
    ck_assert_uint_eq(move->areas.items[1], AREA_ACHILLES);
    ck_assert_uint_eq(move->where.items[0], PLACE_FLOOR);
    ck_assert_str_eq(move->tools.items[0].any_of.items[1], "tennis-ball");
    ck_assert_str_eq(move->setup, "Sit down.\nHands behind you.");
    ck_assert_str_eq(move->feel, "A \"dull\" ache \\ no more");
    ck_assert_str_eq(move->lowered, "lower since 2 March: it hurt on the left");
    ck_assert_int_eq(move->line, 12);
    ck_assert_int_eq(move->sides, SIDES_BOTH);
    ck_assert_ptr_null(back->moves[1].setup);
    ck_assert_int_eq(back->moves[1].routine, 1);
    ck_assert_str_eq(back->routines[0].sources.items[1].url, "https://example.org/");
    ck_assert_ptr_null(back->routines[0].sources.items[0].url);
    ck_assert_str_eq(back->routines[0].path, "/routines/calves.yaml");
    ck_assert_ptr_null(back->routines[1].path);
    ck_assert_str_eq(back->routines[0].check.say, "Knee to wall");
    ck_assert(back->routines[0].check.unit == UNIT_CM && back->routines[0].check.more_is_better);
    ck_assert(back->routines[1].check.unit == UNIT_FEEL && !back->routines[1].check.say);
    ck_assert_str_eq(back->dropped, "Calf milker");
    ck_assert_str_eq(back->declined, "Heel");
    ck_assert_str_eq(back->ruled_out, "Toe (clot)");
    ck_assert_int_eq(back->options.level, LEVEL_FIRM);
    ck_assert_int_eq(back->options.level_reason, LEVEL_FOR_START);
    ck_assert_uint_eq(back->options.declined.count, 1);
    ck_assert_str_eq(back->options.declined.items[0], "Is it well?");
    ck_assert_int_eq(back->turns[0].seconds, 40);
    ck_assert_int_eq(back->turns[1].seconds, 0);
    ck_assert_int_eq(back->seconds, 185);
    free(text);
    free(again);
    plan_free(plan);
    plan_free(back);
}
END_TEST

START_TEST(positions_come_back)
{
    Plan *plan = records_plan();
    char *text = plan_json_write(plan);
    Plan *back = read_well(text);
    const PlanMove *move = &back->moves[0];
    ck_assert_uint_eq(move->positions.count, 2);
    ck_assert_str_eq(move->positions.items[1], "leg-rolled-in");
    ck_assert(move->tool_at.part == PART_CALF && move->tool_at.face == FACE_BELOW);
    ck_assert(back->steps[1].tool_at.part == PART_CALF && back->steps[1].tool_at.face == FACE_OUTSIDE);
    ck_assert_uint_eq(back->moves[1].positions.count, 0);
    ck_assert_int_eq(back->moves[1].tool_at.part, PART_NONE);
    free(text);
    plan_free(plan);
    plan_free(back);
}
END_TEST

/* As older programs have saved it, without any. */
START_TEST(a_plan_without_positions_is_read)
{
    Plan *plan = plan_of("moves:\n  - {name: A, areas: calves, hold: 30s}\n", NULL);
    char *text = plan_json_write(plan);
    ck_assert_ptr_null(strstr(text, "position"));
    ck_assert_ptr_null(strstr(text, "tool_at"));
    Plan *back = read_well(text);
    for (size_t i = 0; i < back->step_count; i++) {
        ck_assert_uint_eq(back->steps[i].positions.count, 0);
        ck_assert_int_eq(back->steps[i].tool_at.part, PART_NONE);
    }
    free(text);
    plan_free(plan);
    plan_free(back);
}
END_TEST

START_TEST(what_it_was_made_of_comes_back)
{
    Plan *plan = records_plan();
    char *text = plan_json_write(plan);
    Plan *back = read_well(text);
    ck_assert_int_eq(back->routines[1].chosen, 1);
    ck_assert_uint_eq(back->chosen_count, 2);
    ck_assert_str_eq(back->chosen[0].path, "/routines/calves.yaml");
    ck_assert_ptr_null(back->chosen[1].path);
    ck_assert_uint_eq(back->turn_count, 3);
    ck_assert_int_eq(back->moves[1].turn, 2);
    ck_assert_str_eq(back->turns[0].name, "Calf milker");
    ck_assert_int_eq(back->turns[1].sides, SIDES_BOTH);
    ck_assert_int_eq(back->turns[1].line, 12);
    ck_assert_str_eq(back->turns[2].use, "foot-centre");
    ck_assert_int_eq(back->turns[2].routine, 1);
    const PlanOptions *options = &back->options;
    ck_assert_int_eq(options->minutes, 4);
    ck_assert_int_eq(options->from_move, 2);
    ck_assert_int_eq(options->side, SIDE_LEFT);
    ck_assert_int_eq(options->first, SIDE_RIGHT);
    ck_assert_uint_eq(options->lead_count, 2);
    ck_assert(options->leads[0].area == AREA_CALVES && options->leads[1].area == AREA_FEET);
    ck_assert(options->leads[0].left_s == -90 && options->leads[1].left_s == 7);
    ck_assert_uint_eq(options->health.words.count, 2);
    ck_assert_uint_eq(options->health.words.items[1], HEALTH_DISC);
    ck_assert_uint_eq(options->health.injuries.count, 1);
    ck_assert_uint_eq(options->health.injuries.items[0], AREA_FEET);
    ck_assert(options->has_caps && options->is_first_week);
    free(text);
    plan_free(plan);
    plan_free(back);
}
END_TEST

/* What is saved of each struct: its members stand in the rows of its name, those of one that is within another behind the
 * name that it has there. */
static const struct {
    const char *header, *name, *row, *not_saved;
} structs[] = {
    {"src/session/plan.h", "StepCue", "(StepCue, ", ""},
    {"src/session/plan.h", "Step", "(Step, ", " raised_low raised_high "},
    {"src/session/plan.h", "PlanMove", "(PlanMove, ", ""},
    {"src/session/plan.h", "PlanRoutine", "(PlanRoutine, ", ""},
    {"src/session/plan.h", "PlanFile", "(PlanFile, ", ""},
    {"src/session/plan_options.h", "PlanOptions", "(Plan, options.", " swaps swap_count "},
    {"src/session/plan.h", "Plan", "(Plan, ", " arena "},
    {"src/routine/model.h", "Check", "(PlanRoutine, check.", ""},
    {"src/routine/model.h", "Source", "(Source, ", ""},
    {"src/routine/model.h", "Pressure", "(Step, pressure.", ""},
    {"src/routine/model.h", "Breath", "(Step, breathe.", ""},
    {"src/routine/position.h", "ToolPlace", "(Step, tool_at.", ""},
    {"src/routine/position.h", "ToolPlace", "(PlanMove, tool_at.", ""},
};

static bool is_word_in(const char *text, const char *end, const char *word)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz_";
    const size_t length = strlen(word);
    for (const char *at = strstr(text, word); at && at < end; at = strstr(at + 1, word)) {
        if (!strchr(letters, at[length]) && !strchr(letters, at[-1]))
            return true;
    }
    return false;
}

static bool is_saved(const char *source, const char *row, const char *member)
{
    for (const char *at = strstr(source, row); at; at = strstr(at + 1, row)) {
        if (is_word_in(at + strlen(row), at + strcspn(at, "\n"), member))
            return true;
    }
    return false;
}

/* A member that is new cannot be forgotten. */
START_TEST(every_member_is_saved)
{
    char *source = page_read("src/store/plan_json.c"), *header = page_read(structs[_i].header);
    char *head = memory_print("typedef struct %s {", structs[_i].name);
    const char *at = strstr(header, head);
    size_t count = 0;
    ck_assert_msg(at, "%s is not in %s", structs[_i].name, structs[_i].header);
    for (at += strlen(head); *at != '}'; at += strcspn(at, "abcdefghijklmnopqrstuvwxyz_/(}")) {
        if (strncmp(at, "/*", 2) == 0) {
            at = strstr(at, "*/") + 2;
            continue;
        }
        const size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz_");
        if (length > 0 && strchr(",;", at[length])) {
            char *member = memory_print(" %.*s ", (int)length, at), *word = memory_print("%.*s", (int)length, at);
            ck_assert_msg(strstr(structs[_i].not_saved, member) || is_saved(source, structs[_i].row, word),
                          "%s.%s is not saved", structs[_i].name, word);
            count++;
            free(member);
            free(word);
        }
        at += length > 0 ? length : 1;
    }
    ck_assert_uint_gt(count, 0);
    free(head);
    free(header);
    free(source);
}
END_TEST

/* Each puts `put` in the place of `find` in a good text. */
static const struct {
    const char *find, *put;
} wrongs[] = {
    {"\"format\":2", "\"format\":1"},
    {"\"options.minutes\":4", "\"options.minutes\":-1"},
    {"\"unit\":\"cm\"", "\"unit\":\"feet\""},
    {"\"unit\":\"cm\",", ""},
    {"\"check\":\"Knee to wall\",", ""},
    {"\"more_is_better\":true", "\"more_is_better\":false"},
    {"\"chosen\":1", "\"chosen\":2"},
    {"\"chosen\":[", "\"chosen\":[3,"},
    {"\"turns\":[", "\"turns\":[3,"},
    {"\"turn\":2", "\"turn\":3"},
    {"\"options.from_move\":2", "\"options.from_move\":-1"},
    {"\"options.level\":\"firm\"", "\"options.level\":\"hard\""},
    {"\"options.first\":\"right\"", "\"options.first\":\"both\""},
    {"\"left_s\":-90", "\"left_s\":\"-90\""},
    {"\"area\":\"calves\"", "\"area\":\"calf\""},
    {"\"options.health.words\":[\"clot\"", "\"options.health.words\":[\"clod\""},
    {"\"format\":2", "\"format\":\"2\""},
    {"\"seconds\":185", "\"seconds\":186"},
    {"\"seconds\":185", "\"seconds\":-1"},
    {"\"seconds\":30", "\"seconds\":0"},
    {"\"seconds\":30", "\"seconds\":31"},
    {"\"seconds\":30", "\"seconds\":30.0"},
    {"\"seconds\":30", "\"seconds\":99999999999999999999"},
    {"\"kind\":\"hold\"", "\"kind\":\"held\""},
    {"\"kind\":\"hold\"", "\"kind\":2"},
    {"\"kind\":\"rest\"", "\"kind\":\"hold\""},
    {"\"move\":-1", "\"move\":0"},
    {"\"move\":1", "\"move\":2"},
    {"\"move\":1", "\"move\":-2"},
    {"\"pace_s\":2", "\"pace_s\":0"},
    {"\"pace_s\":2", "\"pase_s\":2"},
    {"\"side\":\"left\"", "\"side\":\"up\""},
    {"\"phase_count\":2", "\"phase_count\":-2"},
    {"\"phase\":1", "\"phase\":2"},
    {"\"phase\":1", "\"phase\":0"},
    {"\"phase_count\":2", "\"phase_count\":1"},
    {"\"move\":1", "\"move\":0"},
    {"\"may_end_s\":30", "\"may_end_s\":61"},
    {"\"pressure.low\":4", "\"pressure.low\":7"},
    {"\"pressure.high\":6", "\"pressure.high\":11"},
    {"\"pressure.high\":6", "\"pressure.high\":[6]"},
    {"\"pressure.is_set\":true", "\"pressure.is_set\":1"},
    {"\"breathe.out_s\":6", "\"breathe.out_s\":0"},
    {"\"breathe.in_s\":4", "\"breathe.in_s\":21"},
    {"\"at_s\":10,\"say\"", "\"at_s\":20,\"say\""},
    {"\"at_s\":10,\"say\"", "\"at_s\":-1,\"say\""},
    {"\"say\":\"Softer.\"", "\"sag\":\"Softer.\""},
    {"{\"say\":\"Breathe out.\"}", "{\"at_s\":11,\"say\":\"Breathe out.\"}"},
    {"{\"say\":\"Breathe out.\"}", "3"},
    {"\"calves\",\"achilles\"", "\"calves\",\"achiles\""},
    {"\"areas\":[\"feet\"]", "\"areas\":\"feet\""},
    {"\"first_step\":7", "\"first_step\":9"},
    {"\"step_count\":6", "\"step_count\":10"},
    {"\"routine\":1", "\"routine\":2"},
    {"\"first_move\":1", "\"first_move\":2"},
    {"\"id\":\"calves\"", "\"id\":null"},
    {"\"id\":\"calves\"", "\"id\":\"a\\u0000b\""},
    {"\"name\":\"Calf strip\"", "\"nome\":\"Calf strip\""},
    {"\"tools\":[[\"therapy-ball\",\"tennis-ball\"]]", "\"tools\":[[]]"},
    {"\"tools\":[[\"therapy-ball\",\"tennis-ball\"]]", "\"tools\":[3]"},
    {"{\"title\"", "{\"title\":3,\"titl\""},
    {"{\"title\"", "[\"title\""},
    {"\"title\":\"Calves, then Feet\"", "\"title\":\"Calves\",\"title\":\"Feet\""},
};

START_TEST(wrong_values_are_refused)
{
    Plan *plan = records_plan();
    char *text = plan_json_write(plan);
    const char *at = strstr(text, wrongs[_i].find);
    ck_assert_msg(at != NULL, "%s in %s", wrongs[_i].find, text);
    char *bad = memory_print("%.*s%s%s", (int)(at - text), text, wrongs[_i].put, at + strlen(wrongs[_i].find));
    char *problem = NULL;
    ck_assert_ptr_null(plan_json_read(bad, &problem));
    ck_assert_ptr_nonnull(problem);
    ck_assert_ptr_null(strchr(problem, '\n'));
    free(problem);
    free(bad);
    free(text);
    plan_free(plan);
}
END_TEST

static const char *const texts[] = {
    "",         " ",     "null",
    "1",        "\"a\"", "[]",
    "{}",       "{",     "{\"format\":2}",
    "\xff\xfe", "nan",   "{\"format\":2,\"title\":\"a\",\"seconds\":1,\"routines\":[],\"moves\":[],\"steps\":[]}",
};

START_TEST(other_texts_are_refused)
{
    char *problem = NULL;
    ck_assert_ptr_null(plan_json_read(texts[_i], &problem));
    ck_assert_ptr_nonnull(problem);
    free(problem);
}
END_TEST

START_TEST(deep_nesting_is_refused)
{
    char *deep = memory_new(200001);
    memset(deep, '[', 200000);
    char *problem = NULL;
    ck_assert_ptr_null(plan_json_read(deep, &problem));
    ck_assert_ptr_nonnull(problem);
    free(problem);
    free(deep);
}
END_TEST

START_TEST(texts_are_cleaned)
{
    Plan *plan = records_plan();
    plan->moves[1].setup = "a\x1b[2Jb";
    plan->moves[1].feel = "\xff";
    plan->routines[1].path = "/a\x1b/b.yaml";
    char *text = plan_json_write(plan);
    Plan *back = read_well(text);
    ck_assert_str_eq(back->moves[1].setup, "a\\x1b[2Jb");
    ck_assert_str_eq(back->moves[1].feel, "\\xff");
    ck_assert_ptr_null(back->routines[1].path);
    free(text);
    plan_free(plan);
    plan_free(back);
}
END_TEST

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static void mutate(char *text, uint32_t *seed)
{
    static const char bytes[] = "0123456789-\"[]{},:.eE\\ntu\x01\xc3";
    for (uint32_t changes = 1 + next_random(seed) % 4; changes > 0; changes--) {
        const size_t length = strlen(text);
        const size_t at = next_random(seed) % length;
        if (next_random(seed) % 3 == 0) {
            memmove(text + at, text + at + 1, length - at);
        } else {
            text[at] = bytes[next_random(seed) % (sizeof(bytes) - 1)];
        }
    }
}

/* Whatever is accepted must carry a whole session. */
START_TEST(no_text_can_hurt)
{
    Plan *plan = records_plan();
    char *text = plan_json_write(plan);
    uint32_t seed = (uint32_t)_i;
    size_t accepted = 0;
    for (int turn = 0; turn < 4000; turn++) {
        char *bad = memory_copy_text(text);
        mutate(bad, &seed);
        char *problem = NULL;
        Plan *read = plan_json_read(bad, &problem);
        ck_assert((read != NULL) != (problem != NULL));
        if (read) {
            Session session;
            accepted++;
            records_run(&session, read, 0);
            for (int i = 0; i < 200; i++) {
                BreathPart part;
                int64_t into_ms, of_ms;
                int32_t pass;
                session_breath(&session, &part, &into_ms, &of_ms);
                session_pass(&session, &pass, &into_ms);
                session_cue(&session);
                records_advance(&session, 997);
            }
            session_release(&session);
            plan_free(read);
        }
        free(problem);
        free(bad);
    }
    ck_assert_uint_gt(accepted, 0);
    free(text);
    plan_free(plan);
}
END_TEST

Suite *suite_plan_json(void)
{
    Suite *suite = suite_create("plan_json");
    TCase *tcase = tcase_create("plan_json");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, everything_comes_back);
    tcase_add_test(tcase, positions_come_back);
    tcase_add_test(tcase, a_plan_without_positions_is_read);
    tcase_add_test(tcase, what_it_was_made_of_comes_back);
    tcase_add_loop_test(tcase, every_member_is_saved, 0, (int)ARRAY_LEN(structs));
    tcase_add_loop_test(tcase, wrong_values_are_refused, 0, (int)ARRAY_LEN(wrongs));
    tcase_add_loop_test(tcase, other_texts_are_refused, 0, (int)ARRAY_LEN(texts));
    tcase_add_test(tcase, deep_nesting_is_refused);
    tcase_add_test(tcase, texts_are_cleaned);
    tcase_add_loop_test(tcase, no_text_can_hurt, 0, 3);
    suite_add_tcase(suite, tcase);
    return suite;
}
