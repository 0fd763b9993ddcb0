/* SPDX-License-Identifier: MIT */
/* `knead programme`: what it says, its exit statuses, and a part that is really followed. */
#include <check.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/day.h"
#include "base/macros.h"
#include "base/memory.h"
#include "platform/clock.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_programme_command(void);

static const char sole[] = "knead: 1\ntitle: %s\ndefaults: {prepare: 0}\nmoves:\n"
                           "  - {name: Sole, areas: feet, hold: 1s, pressure: 4}\n";

static void set_up(void)
{
    scratch_make_usual_home();
    scratch_print("r/feet.yaml", sole, "Feet");
    scratch_print("r/heel.yaml", sole, "Heel");
    scratch_put("r/programmes/plan.yaml",
                "knead: 1\ntitle: A plan\nfor: people with feet\ncautions: Slowly.\n"
                "check: {say: Reach down., unit: cm, better: less}\n"
                "weeks:\n"
                "- {title: One, level: gentle, days: [feet, heel, rest, own, rest, rest, rest]}\n"
                "- {level: firm, days: [heel, rest, feet, rest, rest, rest, rest]}\n"
                "routines:\n"
                "  own: {knead: 1, title: Own, moves: [{name: Sit, areas: hips, hold: 1s}]}\n");
    scratch_put("r/programmes/bad.yaml", "knead: 1\ntitle: Bad\nweeks: [{days: [feet]}]\n");
}

/* Runs a line with those routines; what is printed contains `said`. The output, to free(). */
static char *expect(const char *line, int status, const char *said)
{
    char *folder = scratch_path("r"), *whole = memory_print("%s --routines %s", line, folder);
    Run run = run_knead(whole, NULL);
    ck_assert_msg(run.status == status, "%s: %d\n%s%s", whole, run.status, run.out, run.err);
    ck_assert_msg(strstr(run.out, said) || strstr(run.err, said), "%s\n%s%s", whole, run.out, run.err);
    char *out = memory_copy_text(run.out);
    run_release(&run);
    free(whole);
    free(folder);
    return out;
}

static const struct {
    const char *line;
    int status;
    const char *said;
} lines[] = {
    {"programme", 0, "plan  2 weeks  A plan\n"},
    {"programme list", 0, "bad   has errors; knead check shows them\n"},
    {"programme lst", 2, "knead: knead programme has no 'lst' (did you mean 'list'?)\n"},
    {"programme start", 2, "needs the id of a programme"},
    {"programme start plam", 1, "knead: no programme 'plam' (did you mean 'plan'?)\n"},
    {"programme start bad", 1, "a week has 7 days, found 1"},
    {"programme start plan --from 3", 2, "--from must be a week, 1 to 2 here, or a day such as 2026-12-01, found '3'"},
    {"programme start plan --from 2026-02-30", 2, "found '2026-02-30'"},
    {"programme start plan --json", 2, "knead: --json does not go with knead programme start\n"},
    {"programme skip plan", 2, "knead: knead programme skip takes no 'plan'"},
    {"programme show", 1, "you follow no programme"},
    {"programme play", 1, "you follow no programme"},
    {"programme done", 1, "you follow no programme"},
    {"programme skip", 1, "you follow no programme"},
    {"programme again", 1, "you follow no programme"},
    {"programme stop", 1, "you follow no programme"},
    {"programme show plan", 0, "A plan\nfor people with feet\n"},
    {"programme show plan", 0, "Week 1, gentle: One\n  1  Feet (feet)\n  2  Heel (heel)\n  3  rest\n  4  Own (own)\n"},
    {"programme show bad", 1, "bad has errors; to see them: knead check "},
    {"programme start plan", 0, "Slowly.\nToday: Feet (week 1 of 2, day 1, gentle)\n0 of 5 done\n"},
    {"programme start plan --from 2", 0, "Today: Heel (week 2 of 2, day 1, firm)\n0 of 2 done\n"},
    {"programme start plan --from 2199-01-01", 0, "Starts on Tue 1 Jan: Feet (week 1 of 2, day 1, gentle)\n"},
    {"play plan", 1, "knead: 'plan' is a programme; to follow it: knead programme start plan\n"},
    {"courses", 2, "unknown command 'courses'"},
    {"program", 2, "(did you mean 'programme'?)"},
};

START_TEST(says_what_it_does)
{
    free(expect(lines[_i].line, lines[_i].status, lines[_i].said));
}
END_TEST

START_TEST(a_shell_completes_ids)
{
    char *folder = scratch_path("r"), *line = memory_print("complete --routines %s -- programme start ''", folder);
    Run run = run_knead(line, NULL);
    ck_assert_str_eq(run.out, "bad\tbad\nplan\tA plan\n");
    run_release(&run);
    free(line);
    free(folder);
}
END_TEST

/* Nobody sits there, so it starts at once. The part is done, and the check of the programme was for it. */
START_TEST(a_session_is_todays_part)
{
    free(expect("programme start plan", 0, "Today: Feet"));
    free(expect("programme play --yes --mute --plain --speed 100", 0, ""));
    free(expect("programme show", 0, "0 of 5 done\n")); /* a rehearsal is none */
    free(
        expect("programme play --yes --mute --plain", 0, "Week 1, day 1 of A plan is done; the next one is tomorrow."));
    free(
        expect("programme show", 0, "Done for today, next tomorrow: Heel (week 1 of 2, day 2, gentle)\n1 of 5 done\n"));
    free(expect("programme play --yes --mute --plain", 1, "Done for today"));
    free(expect("history --json", 0, "\"level\":\"gentle\""));
    free(expect("history --json", 0, "\"unit\":\"cm\""));
    free(expect("programme again", 0, "Today: Feet (week 1 of 2, day 1, gentle)\n0 of 5 done\n"));
    free(expect("play feet --yes --mute --plain", 0, "Week 1, day 1 of A plan is done")); /* started in another way */
    free(expect("play heel --yes --mute --plain", 0, ""));                                /* which is not for today */
    free(expect("programme show", 0, "1 of 5 done\n"));
    free(expect("programme stop", 0, "Stopped."));
    free(expect("programme show", 1, "you follow no programme"));
}
END_TEST

START_TEST(a_part_is_done_or_skipped_by_hand)
{
    free(expect("programme start plan", 0, "Today: Feet"));
    free(expect("programme done", 0, "1 of 5 done\n"));
    free(expect("programme skip", 1, "Done for today, next tomorrow"));
    free(expect("programme again", 0, "0 of 5 done\n"));
    free(expect("programme skip", 0, "0 of 5 done, 1 skipped\n"));
    free(expect("away 3d", 0, ""));
    free(expect("programme show", 0, "2 days later than planned\n"));
    char *out = expect("programme show --json", 0, "");
    json_t *root = json_loads(out, 0, NULL), *course = json_object_get(root, "course");
    ck_assert_ptr_nonnull(course);
    ck_assert_int_eq(json_integer_value(json_object_get(course, "skipped")), 1);
    ck_assert_int_eq(json_integer_value(json_object_get(course, "shift")), 2);
    ck_assert(json_is_true(json_object_get(course, "is_away")));
    ck_assert_int_eq(json_integer_value(json_object_get(json_object_get(course, "next"), "weekday")), 2);
    json_decref(root);
    free(out);
}
END_TEST

/* What is sent stands alone: added where none of its routines are, it is the same programme. */
START_TEST(a_programme_is_sent)
{
    free(expect("show plan", 0, "A plan\nfor people with feet\n"));
    free(expect("show plan --minutes 5", 2, "plan is a programme: it goes with --yaml or --json only"));
    free(expect("show bad", 1, "bad has errors"));
    char *text = expect("show plan --yaml", 0, "\nroutines:\n  feet:\n    knead: 1\n    title: Feet\n");
    ck_assert_ptr_nonnull(strstr(text, "  own:\n    knead: 1\n    title: Own\n"));
    scratch_put("sent.yaml", text);
    free(text);
    char *file = scratch_path("sent.yaml"), *folder = scratch_path("empty"), *line;
    scratch_make_folder("empty");
    line = memory_print("add %s --routines %s", file, folder);
    Run run = run_knead(line, NULL);
    ck_assert_msg(run.status == 0, "%s", run.err);
    ck_assert_ptr_nonnull(strstr(run.out, "To follow it: knead programme start sent\n"));
    run_release(&run);
    run = run_knead(line, NULL);
    ck_assert_ptr_nonnull(strstr(run.out, "You already have it as sent"));
    run_release(&run);
    free(line);
    line = memory_print("programme show sent --routines %s", folder);
    run = run_knead(line, NULL);
    ck_assert_ptr_nonnull(strstr(run.out, "  1  Feet (feet)\n  2  Heel (heel)\n"));
    run_release(&run);
    free(line);
    free(file);
    free(folder);
}
END_TEST

/* A file that goes away, or gets errors, is told, and can be stopped. */
START_TEST(a_programme_that_is_gone)
{
    free(expect("programme start plan", 0, "Today: Feet"));
    scratch_put("r/programmes/plan.yaml", "knead: 1\ntitle: A plan\nweeks: 7\n");
    free(expect("programme show", 1, "the programme plan has errors: knead check "));
    scratch_take_away("r/programmes/plan.yaml");
    free(expect("programme play", 1, "the programme plan that you follow is gone: knead programme stop ends it"));
    free(expect("programme stop", 0, "Stopped."));
}
END_TEST

Suite *suite_programme_command(void)
{
    Suite *suite = suite_create("programme_command");
    TCase *tcase = tcase_create("programme_command");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_add_loop_test(tcase, says_what_it_does, 0, ARRAY_LEN(lines));
    tcase_add_test(tcase, a_shell_completes_ids);
    tcase_add_test(tcase, a_session_is_todays_part);
    tcase_add_test(tcase, a_part_is_done_or_skipped_by_hand);
    tcase_add_test(tcase, a_programme_is_sent);
    tcase_add_test(tcase, a_programme_that_is_gone);
    tcase_set_timeout(tcase, 60);
    suite_add_tcase(suite, tcase);
    return suite;
}
