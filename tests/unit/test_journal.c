/* SPDX-License-Identifier: MIT */
#include "store/journal.h"

#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "store/away.h"
#include "store/course_events.h"
#include "store/edit_record.h"
#include "store/history.h"
#include "store/other_journals.h"
#include "store/session_writer.h"
#include "store/unfinished.h"
#include "support/lines.h"
#include "support/machine_life.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_journal(void);

enum { ROUNDS = 100, MACHINES = 2 };

static const int64_t now_s = 1795003200;
static const char *const names[MACHINES] = {"one", "other"};

static Store *machines[MACHINES];
static char *journal_paths[MACHINES], *pattern;

static void open_machine(size_t i)
{
    char *path = memory_print("%s/%s.db", scratch_folder, names[i]);
    machines[i] = store_open(path, now_s);
    journal_use(machines[i], journal_paths[i]);
    free(path);
}

static void set_up(void)
{
    records_set_up();
    scratch_make_folder("carried");
    pattern = scratch_path("carried/*.jsonl");
    for (size_t i = 0; i < MACHINES; i++) {
        journal_paths[i] = memory_print("%s/carried/%s.jsonl", scratch_folder, names[i]);
        open_machine(i);
    }
}

static void tear_down(void)
{
    for (size_t i = 0; i < MACHINES; i++) {
        store_close(machines[i]);
        free(journal_paths[i]);
    }
    free(pattern);
    scratch_remove();
}

/* The problems of the last taking in. */
static char told[2000];

static void note_problem(const char *file, int64_t line, const char *what, void *argument)
{
    (void)argument;
    const char *name = strrchr(file, '/');
    const size_t length = strlen(told);
    snprintf(told + length, sizeof told - length, "%s:%lld: %s\n", name ? name + 1 : file, (long long)line, what);
}

static void take_in(size_t i)
{
    const char *const patterns[] = {pattern};
    told[0] = '\0';
    ck_assert(other_journals_take_in(machines[i], (JournalPatterns){patterns, 1}, now_s + 60, note_problem, NULL));
}

static void take_in_quietly(size_t i)
{
    take_in(i);
    ck_assert_str_eq(told, "");
}

static void expect_same(void)
{
    char *one = lines_export(machines[0]), *other = lines_export(machines[1]);
    ck_assert_str_eq(one, other);
    free(one);
    free(other);
}

static void add_session(size_t i, uint32_t number)
{
    Text text = {0};
    lines_add(&text, &(LineSpec){number, 1, "aa", "2026-03-01T12:30:00+01:00", 3, 2, "so"});
    lines_import(machines[i], text_show(&text));
    journal_append(machines[i]);
    text_release(&text);
}

static size_t count_lines(const char *name)
{
    char *text = scratch_text(name);
    size_t count = 0;
    for (const char *at = text; at && *at; at++)
        count += *at == '\n';
    free(text);
    return count;
}

static void add_to(const char *name, const char *bytes, size_t length)
{
    char *path = scratch_path(name);
    FILE *file = fopen(path, "a");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
    free(path);
}

static void add_text(const char *name, const char *text)
{
    add_to(name, text, strlen(text));
}

START_TEST(two_machines_end_in_the_same_records)
{
    uint32_t random = 5 + (uint32_t)_i, number = 0;
    for (int round = 0; round < ROUNDS; round++) {
        machine_life(machines[0], &random, &number);
        machine_life(machines[1], &random, &number);
        const size_t first = machine_life_random(&random) % MACHINES;
        if (machine_life_random(&random) % 4 == 0) { /* a start: what came from import waits until then */
            store_close(machines[first]);
            open_machine(first);
        }
        for (size_t i = 0; i < MACHINES; i++)
            journal_append(machines[i]);
        take_in_quietly(first);
        if (machine_life_random(&random) % 3 == 0)
            continue; /* the other one is not at home */
        take_in_quietly(1 - first);
        expect_same();
    }
    take_in_quietly(0);
    take_in_quietly(1);
    expect_same();
    ck_assert_int_ge(machine_life_pick(machines[0], 0), 1);
}
END_TEST

START_TEST(every_change_is_a_line)
{
    char *undo;
    int64_t id;
    bool was_away;
    ck_assert_uint_eq(count_lines("carried/one.jsonl"), 0);
    Plan *plan = records_plan();
    records_add_session(machines[0], plan, 75500, now_s);
    ck_assert_uint_eq(count_lines("carried/one.jsonl"), 1);
    id = machine_life_pick(machines[0], 0);
    ck_assert(edit_record_note(machines[0], id, "tight"));
    ck_assert_uint_eq(count_lines("carried/one.jsonl"), 2);
    scratch_expect_part("carried/one.jsonl", "\"note\":\"tight\"");
    ck_assert(edit_record_numbers(machines[0], id, 40, 20));
    ck_assert_uint_eq(count_lines("carried/one.jsonl"), 3);
    ck_assert(edit_record_delete(machines[0], id, &undo));
    ck_assert_uint_eq(count_lines("carried/one.jsonl"), 4);
    scratch_expect_part("carried/one.jsonl", "\"deleted\":true");
    ck_assert(edit_record_undo(machines[0], undo, &id));
    ck_assert_uint_eq(count_lines("carried/one.jsonl"), 5);
    ck_assert(away_start(machines[0], 20000, 20010));
    ck_assert(away_end(machines[0], 20005, &was_away));
    ck_assert_uint_eq(count_lines("carried/one.jsonl"), 7);
    const CourseEvent event = {COURSE_DONE, 20000, "plan", 1, 2, "first-five"};
    ck_assert(course_events_add(machines[0], &event, now_s));
    ck_assert_uint_eq(count_lines("carried/one.jsonl"), 8);
    free(undo);
    plan_free(plan);
    take_in_quietly(1);
    expect_same();
    scratch_expect("carried/other.jsonl", ""); /* what comes from there is not written here */
    ck_assert_int_eq(journal_waiting(machines[1], journal_paths[1]), 0);
}
END_TEST

/* A journal that begins late, or anew, has everything. */
START_TEST(a_new_file_gets_all_records)
{
    add_session(0, 1);
    add_session(0, 2);
    char *moved = scratch_path("carried/moved.jsonl");
    ck_assert_int_eq(journal_waiting(machines[0], moved), 2);
    journal_use(machines[0], moved);
    ck_assert_uint_eq(count_lines("carried/moved.jsonl"), 2);
    ck_assert_int_eq(journal_waiting(machines[0], moved), 0);
    scratch_take_away("carried/moved.jsonl");
    journal_append(machines[0]);
    ck_assert_uint_eq(count_lines("carried/moved.jsonl"), 2);
    ck_assert_int_eq(truncate(moved, 100), 0); /* in the first line */
    add_session(0, 3);
    ck_assert_uint_eq(count_lines("carried/moved.jsonl"), 4);
    free(moved);
    scratch_take_away("carried/one.jsonl");
    take_in(1);
    ck_assert_int_eq(strncmp(told, "moved.jsonl:1: ", 15), 0);
    ck_assert_ptr_eq(strchr(told, '\n'), told + strlen(told) - 1);
    expect_same();
}
END_TEST

START_TEST(what_cannot_be_written_waits)
{
    static const struct {
        const char *path, *says;
    } bad[] = {{"/dev/full", "plain file"},         {"fifo", "plain file"},           {"link", "is a link"},
               {"missing/journal", "No such file"}, {"$KNEAD_NO_SUCH/x", "variable"}, {"carried", "plain file"}};
    char *fifo = scratch_path("fifo"), *link = scratch_path("link");
    ck_assert_int_eq(mkfifo(fifo, 0600), 0);
    ck_assert_int_eq(symlink(journal_paths[1], link), 0);
    char *path = strchr("/$", bad[_i].path[0]) ? memory_copy_text(bad[_i].path) : scratch_path(bad[_i].path);
    journal_use(machines[0], path);
    add_session(0, 1);
    add_session(0, 2);
    const char *trouble = store_problem(machines[0]);
    ck_assert_ptr_nonnull(trouble);
    ck_assert_ptr_nonnull(strstr(trouble, bad[_i].says));
    ck_assert_ptr_nonnull(strstr(trouble, path));
    ck_assert_ptr_null(store_problem(machines[0]));
    if (path[0] != '$')
        ck_assert_ptr_nonnull(journal_obstacle(path));
    scratch_expect("carried/other.jsonl", "");
    journal_use(machines[0], journal_paths[0]); /* the file is changed in the settings */
    ck_assert_uint_eq(count_lines("carried/one.jsonl"), 2);
    ck_assert_ptr_null(store_problem(machines[0]));
    ck_assert_ptr_null(journal_obstacle(journal_paths[0]));
    take_in_quietly(1);
    expect_same();
    free(fifo);
    free(link);
    free(path);
}
END_TEST

/* The disk is full in the middle of a line: nothing of it stays, and the line is written whole when there is room. */
START_TEST(a_full_disk_leaves_no_half_line)
{
    struct rlimit room;
    Text text = {0};
    text_add_repeated(&text, '\n', 900 << 10); /* more than the database will have; blank lines say nothing */
    add_text("carried/one.jsonl", text_show(&text));
    signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &room), 0);
    const struct rlimit tight = {(rlim_t)(900 << 10) + 100, room.rlim_max};
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &tight), 0);
    add_session(0, 1);
    scratch_expect("carried/one.jsonl", text_show(&text));
    ck_assert_ptr_nonnull(strstr(store_problem(machines[0]), "The journal cannot be written"));
    ck_assert_uint_eq(records_count_sessions(machines[0]), 1);
    ck_assert_int_eq(journal_waiting(machines[0], journal_paths[0]), 1);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &room), 0);
    add_session(0, 2);
    ck_assert_int_eq(journal_waiting(machines[0], journal_paths[0]), 0);
    take_in_quietly(1);
    expect_same();
    text_release(&text);
}
END_TEST

/* A line that stands in the place of the second of three. */
static const char *const damaged_lines[] = {
    "x",
    "{",
    "[]",
    "null",
    "{\"uid\":7,\"revision\":1,\"machine\":\"aa\",\"deleted\":true}",
    "{\"uid\":\"a\",\"revision\":\"1\",\"machine\":\"aa\",\"deleted\":true}",
    "{\"uid\":\"a\",\"revision\":9999999999,\"machine\":\"aa\",\"deleted\":true}",
    "{\"uid\":\"a\",\"revision\":1,\"machine\":[],\"deleted\":true}",
    "{\"uid\":\"a\",\"revision\":1,\"machine\":\"aa\",\"started\":\"0000-00-00T00:00:00+00:00\"}",
    "{\"uid\":\"a\",\"revision\":1,\"machine\":\"aa\",\"started\":\"99999-01-01T00:00:00+00:00\"}",
    "{\"uid\":\"a\",\"revision\":1,\"machine\":\"aa\",\"away_from\":\"2026-02-30\",\"away_until\":\"2026-03-01\"}",
    "{\"uid\":\"a\",\"uid\":\"b\",\"revision\":1,\"machine\":\"aa\",\"deleted\":true}",
    "\xff\xfe",
};

START_TEST(a_damaged_line_is_named_once_and_costs_itself)
{
    add_session(0, 1);
    add_text("carried/one.jsonl", damaged_lines[_i]);
    add_session(0, 2); /* the line before is ended first */
    take_in(1);
    ck_assert_int_eq(strncmp(told, "one.jsonl:2: ", 13), 0);
    ck_assert_ptr_eq(strchr(told, '\n'), told + strlen(told) - 1);
    expect_same();
    add_session(0, 3);
    take_in_quietly(1);
    expect_same();
}
END_TEST

/* As a kill, a full disk or a transfer that goes on leaves it: the rest comes later. */
START_TEST(a_file_that_ends_in_the_middle_is_read_on)
{
    add_session(0, 1);
    add_session(0, 2);
    char *text = scratch_text("carried/one.jsonl");
    const size_t whole = strlen(text), first = (size_t)(strchr(text, '\n') - text) + 1;
    for (size_t length = first + 1; length < whole - 1; length += 97) {
        scratch_take_away("carried/one.jsonl");
        add_to("carried/one.jsonl", text, length);
        take_in(1);
        ck_assert_int_eq(strncmp(told, "one.jsonl:2: ", 13), 0);
        ck_assert_uint_eq(records_count_sessions(machines[1]), 1);
        take_in_quietly(1); /* as long as the file is the same */
    }
    add_to("carried/one.jsonl", text + strlen(text) - 1, 1);
    scratch_take_away("carried/one.jsonl");
    add_to("carried/one.jsonl", text, whole - 1); /* only the newline is missing */
    take_in_quietly(1);
    expect_same();
    free(text);
}
END_TEST

START_TEST(a_file_that_is_replaced_is_read_from_its_start)
{
    Text text = {0};
    add_session(0, 1);
    take_in_quietly(1);
    for (uint32_t number = 10; number < 13; number++) /* longer than the one before */
        lines_add(&text, &(LineSpec){number, 1, "bb", "2026-03-05T12:30:00+01:00", -1, -1, NULL});
    scratch_put("carried/one.jsonl", text_show(&text));
    take_in_quietly(1);
    ck_assert_uint_eq(records_count_sessions(machines[1]), 4);
    text_clear(&text);
    lines_add(&text, &(LineSpec){20, 1, "bb", "2026-03-05T12:30:00+01:00", -1, -1, NULL}); /* shorter */
    scratch_put("carried/one.jsonl", text_show(&text));
    take_in_quietly(1);
    ck_assert_uint_eq(records_count_sessions(machines[1]), 5);
    text_release(&text);
}
END_TEST

/* Only what is new is read: what stands before is not even looked at again. */
START_TEST(reading_goes_on_from_where_it_was)
{
    const char *const patterns[] = {pattern};
    add_session(0, 1);
    add_text("carried/one.jsonl", "damaged\n");
    take_in(1);
    ck_assert_str_ne(told, "");
    add_session(0, 2);
    add_text("carried/one.jsonl", "damaged too\n");
    take_in(1);
    ck_assert_int_eq(strncmp(told, "one.jsonl:4: ", 13), 0);
    OtherJournalList list = other_journals_list(machines[1], (JournalPatterns){patterns, 1}, journal_paths[1]);
    ck_assert_uint_eq(list.count, 1);
    ck_assert_str_eq(list.items[0].path, journal_paths[0]);
    ck_assert_int_eq(list.items[0].lines, 4);
    ck_assert_int_eq(list.items[0].damaged, 2);
    ck_assert_int_eq(list.items[0].read_s, now_s + 60);
    ck_assert_ptr_null(list.items[0].obstacle);
    other_journals_release(&list);
}
END_TEST

START_TEST(hostile_files_are_named_and_end)
{
    Text text = {0};
    char *fifo = scratch_path("carried/fifo.jsonl"), *null = scratch_path("carried/null.jsonl");
    ck_assert_int_eq(mkfifo(fifo, 0600), 0);
    ck_assert_int_eq(symlink("/dev/zero", null), 0);
    scratch_make_folder("carried/folder.jsonl");
    text_add_repeated(&text, '[', 5 << 20);
    text_add(&text, "\n");
    text_add_repeated(&text, '\n', 1000);
    for (int i = 0; i < 3000; i++)
        text_add(&text, "{}\n");
    add_text("carried/zz.jsonl", text_show(&text));
    add_to("carried/zeros.jsonl", "\0\0\0\n\0", 5);
    take_in(1);
    ck_assert_ptr_nonnull(strstr(told, "fifo.jsonl:0: it is not a plain file"));
    ck_assert_ptr_nonnull(strstr(told, "null.jsonl:0: it is not a plain file"));
    ck_assert_ptr_nonnull(strstr(told, "zz.jsonl:1: a line of more than 4 MB"));
    ck_assert_ptr_nonnull(strstr(told, "zz.jsonl:0: 995 more lines are damaged; the rest is not read"));
    ck_assert_ptr_nonnull(strstr(told, "zeros.jsonl:1: "));
    ck_assert_ptr_null(strstr(told, "folder"));
    ck_assert_uint_eq(records_count_sessions(machines[1]), 0);
    free(fifo);
    free(null);
    text_release(&text);
}
END_TEST

/* A crowd in one second has no numbers left: the rest of them is named, and what follows is read. */
START_TEST(more_sessions_in_a_second_than_there_are_numbers)
{
    Text text = {0};
    for (uint32_t number = 1; number <= 1030; number++)
        lines_add(&text, &(LineSpec){number, 1, "bb", "2026-03-05T12:30:00+01:00", -1, -1, NULL});
    lines_add(&text, &(LineSpec){2000, 1, "bb", "2026-03-05T12:30:01+01:00", -1, -1, NULL});
    scratch_put("carried/crowd.jsonl", text_show(&text));
    take_in(1);
    ck_assert_ptr_nonnull(strstr(told, "crowd.jsonl:1025: more sessions"));
    ck_assert_uint_eq(records_count_sessions(machines[1]), 1025);
    text_release(&text);
}
END_TEST

/* It is not passed over: a change that was made elsewhere to a session that runs here counts when it has ended. */
START_TEST(a_session_that_runs_here_is_waited_for)
{
    Plan *plan = records_plan();
    Session session;
    records_add_session(machines[0], plan, 75500, now_s); /* it was left, and can be resumed */
    take_in_quietly(1);
    const int64_t there = machine_life_pick(machines[1], 0), here = machine_life_pick(machines[0], 0);
    char *problem = NULL;
    Plan *resumed = unfinished_resume(machines[0], here, &session, &problem);
    ck_assert_msg(resumed != NULL, "%s", problem);
    for (int i = 0; i < 3; i++)
        ck_assert(edit_record_note(machines[1], there, i % 2 ? "odd" : "even"));
    take_in_quietly(0);
    ck_assert(session_writer_end(machines[0], here, &session, now_s + 200));
    take_in_quietly(0);
    take_in_quietly(1);
    expect_same();
    History *history = history_read_one(machines[0], here, NULL);
    ck_assert_uint_eq(history->count, 1);
    ck_assert_str_eq(history->sessions[0].note, "even");
    history_free(history);
    session_release(&session);
    plan_free(resumed);
    plan_free(plan);
}
END_TEST

START_TEST(paths_as_people_write_them)
{
    setenv("HOME", "/home/me", 1);
    setenv("KNEAD_TEST_PART", "part", 1);
    unsetenv("XDG_DATA_HOME");
    unsetenv("HOSTNAME");
    static const char *const pairs[][2] = {
        {"/a/b", "/a/b"},
        {"~/a", "/home/me/a"},
        {"~", "/home/me"},
        {"$HOME/a", "/home/me/a"},
        {"${HOME}/a", "/home/me/a"},
        {"$XDG_DATA_HOME/a", "/home/me/.local/share/a"},
        {"a/b", NULL},
        {"~me/a", NULL},
        {"/a/$KNEAD_TEST_PART.x", "/a/part.x"},
        {"/$KNEAD_NO_SUCH/b", NULL},
        {"/a/${HOME", NULL},
        {"", NULL},
        {"/a/$", NULL},
    };
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        char *path = path_expand(pairs[i][0]);
        ck_assert_pstr_eq(path, pairs[i][1]);
        free(path);
    }
    char host[256], *path = path_expand("/a/$HOSTNAME.jsonl");
    ck_assert_int_eq(gethostname(host, sizeof host), 0);
    ck_assert_ptr_nonnull(strstr(path, host));
    free(path);
}
END_TEST

Suite *suite_journal(void)
{
    Suite *suite = suite_create("journal");
    TCase *tcase = tcase_create("journal");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, two_machines_end_in_the_same_records, 0, 3);
    tcase_add_test(tcase, every_change_is_a_line);
    tcase_add_test(tcase, a_new_file_gets_all_records);
    tcase_add_loop_test(tcase, what_cannot_be_written_waits, 0, 6);
    tcase_add_test(tcase, a_full_disk_leaves_no_half_line);
    tcase_add_loop_test(tcase, a_damaged_line_is_named_once_and_costs_itself, 0, ARRAY_LEN(damaged_lines));
    tcase_add_test(tcase, a_file_that_ends_in_the_middle_is_read_on);
    tcase_add_test(tcase, a_file_that_is_replaced_is_read_from_its_start);
    tcase_add_test(tcase, reading_goes_on_from_where_it_was);
    tcase_add_test(tcase, hostile_files_are_named_and_end);
    tcase_add_test(tcase, more_sessions_in_a_second_than_there_are_numbers);
    tcase_add_test(tcase, a_session_that_runs_here_is_waited_for);
    tcase_add_test(tcase, paths_as_people_write_them);
    tcase_set_timeout(tcase, 60);
    suite_add_tcase(suite, tcase);
    return suite;
}
