/* SPDX-License-Identifier: MIT */
/* Two machines with a home each, and a folder between them: what is done on one is seen on the other. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/macros.h"
#include "support/records.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_journals(void);

static const char *const machine_names[] = {"a", "b"};

static void go_to(size_t machine)
{
    scratch_set("XDG_CONFIG_HOME", machine_names[machine]);
    scratch_set("XDG_DATA_HOME", machine_names[machine]);
}

static void set_journal(size_t machine, const char *path)
{
    scratch_print(machine ? "b/knead/config.yaml" : "a/knead/config.yaml",
                  "level: standard\nvoice: off\nsound: 'off'\njournal: %s\njournals: [$HOME/carried/*.jsonl]\n", path);
}

static void set_up(void)
{
    scratch_make_home();
    scratch_set("HOME", "");
    scratch_make_folder("carried");
    set_journal(0, "~/carried/a.jsonl");
    set_journal(1, "~/carried/b.jsonl");
    scratch_put("short.yaml",
                "knead: 1\ntitle: Short\nmoves:\n  - {name: Hold, areas: [feet], hold: 1s, prepare: 1s}\n");
}

/* What a command printed, on standard output; to free(). */
static char *ask(size_t machine, const char *line)
{
    go_to(machine);
    Run run = run_knead(line, NULL);
    ck_assert_msg(run.status == 0, "%s: %s", line, run.err);
    ck_assert_msg(!*run.err, "%s: %s", line, run.err);
    free(run.err);
    return run.out;
}

static void expect_part(size_t machine, const char *line, const char *part)
{
    char *out = ask(machine, line);
    ck_assert_msg(strstr(out, part) != NULL, "%s on %s: no '%s' in\n%s", line, machine_names[machine], part, out);
    free(out);
}

/* What a command printed on standard error, where it does what it is to do; to free(). */
static char *complaint(size_t machine, const char *line)
{
    go_to(machine);
    Run run = run_knead(line, NULL);
    ck_assert_msg(run.status == 0, "%s: %s", line, run.err);
    free(run.out);
    return run.err;
}

static void expect_complaint(size_t machine, const char *line, const char *part)
{
    char *err = complaint(machine, line), *at = strstr(err, part);
    ck_assert_msg(at != NULL && !strstr(at + 1, part), "%s: not once '%s': %s", line, part, err);
    free(err);
}

static void expect_same(void)
{
    char *one = ask(0, "export -"), *other = ask(1, "export -");
    ck_assert_str_eq(one, other);
    free(one);
    free(other);
}

static void play(size_t machine)
{
    char *path = scratch_path("short.yaml"), line[200];
    snprintf(line, sizeof line, "play %s --plain --yes", path);
    free(ask(machine, line));
    free(path);
}

static const struct {
    const char *line, *part;
} reading[] = {{"history", "Short"},
               {"history --json", "\"Short\""},
               {"export -", "\"Short\""},
               {"stats", "1 session"},
               {"report", "1 session"}};

/* With no records of its own yet. */
START_TEST(the_first_command_of_a_machine_shows_what_was_done_on_the_other)
{
    play(0);
    scratch_expect("b/knead/knead.db", NULL);
    expect_part(1, reading[_i].line, reading[_i].part);
    expect_same();
    scratch_expect("carried/b.jsonl", ""); /* nothing was done there */
}
END_TEST

/* A session, not a command that only reads: its records are opened after it began. */
START_TEST(a_session_takes_in_the_others_first)
{
    play(0);
    play(1);
    scratch_put("b/knead/config.yaml", "");
    expect_part(1, "stats", "2 sessions");
}
END_TEST

START_TEST(no_journal_makes_no_records)
{
    expect_complaint(1, "history", "No sessions yet.");
    scratch_expect("b/knead/knead.db", NULL);
    scratch_expect("carried/b.jsonl", NULL);
}
END_TEST

static void away(size_t machine, const char *period)
{
    char line[40];
    snprintf(line, sizeof line, "away %s", period);
    free(complaint(machine, line)); /* a note says how to end it */
}

START_TEST(a_time_away_goes_along)
{
    away(0, "3d");
    expect_part(1, "away", "Away until ");
    expect_part(1, "away --end", "Welcome back.");
    expect_part(0, "away", "You are not away.");
    away(1, "1w");
    expect_part(0, "away", "Away until ");
    expect_same();
}
END_TEST

/* One that was left on a machine, and is finished in line mode. */
START_TEST(a_session_that_is_resumed_goes_along)
{
    go_to(0);
    records_leave("a/knead/knead.db", 178000);
    expect_complaint(1, "history", "No sessions yet.");
    expect_part(0, "history", ", stopped early"); /* what a kill left is written down at the next start */
    expect_part(1, "history", ", stopped early");
    free(complaint(0, "resume --plain"));
    char *out = ask(1, "history");
    ck_assert_msg(!strstr(out, "stopped early") && strstr(out, "Calves"), "%s", out);
    free(out);
    expect_same();
}
END_TEST

/* Told, but what was to be done is done, and caught up when the setting is changed. */
START_TEST(a_journal_that_cannot_be_written_loses_nothing)
{
    set_journal(0, "/dev/full");
    char *path = scratch_path("short.yaml"), line[200];
    snprintf(line, sizeof line, "play %s --plain --yes", path);
    expect_complaint(0, line, "The journal cannot be written: /dev/full");
    expect_complaint(0, "history", "The journal cannot be written: /dev/full");
    expect_complaint(1, "history", "No sessions yet.");
    free(path);
    free(complaint(0, "config journal ~/carried/later.jsonl"));
    expect_part(0, "history", "Short");
    expect_part(1, "history", "Short");
    expect_same();
}
END_TEST

START_TEST(a_damaged_line_is_named_once)
{
    play(0);
    scratch_print("carried/c.jsonl", "what\n");
    expect_complaint(1, "history", "/carried/c.jsonl:1: this line of a journal is damaged");
    expect_part(1, "history", "Short");
}
END_TEST

START_TEST(no_pipe_makes_it_wait)
{
    char *fifo = scratch_path("carried/fifo.jsonl");
    ck_assert_int_eq(mkfifo(fifo, 0600), 0);
    expect_complaint(1, "history", "/carried/fifo.jsonl (it is not a plain file)");
    free(fifo);
}
END_TEST

Suite *suite_journals(void)
{
    Suite *suite = suite_create("journals");
    TCase *tcase = tcase_create("journals");
    tcase_add_checked_fixture(tcase, set_up, scratch_remove);
    tcase_add_loop_test(tcase, the_first_command_of_a_machine_shows_what_was_done_on_the_other, 0, ARRAY_LEN(reading));
    tcase_add_test(tcase, a_session_takes_in_the_others_first);
    tcase_add_test(tcase, no_journal_makes_no_records);
    tcase_add_test(tcase, a_time_away_goes_along);
    tcase_add_test(tcase, a_session_that_is_resumed_goes_along);
    tcase_add_test(tcase, a_journal_that_cannot_be_written_loses_nothing);
    tcase_add_test(tcase, a_damaged_line_is_named_once);
    tcase_add_test(tcase, no_pipe_makes_it_wait);
    tcase_set_timeout(tcase, 60);
    suite_add_tcase(suite, tcase);
    return suite;
}
