/* SPDX-License-Identifier: MIT */
#include "store/transfer.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "store/edit_record.h"
#include "store/history.h"
#include "support/lines.h"
#include "support/machine_life.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_transfer(void);

enum { ROUNDS = 100 };

static const int64_t now_s = 1795003200;

static Store *machines[2];

static void set_up(void)
{
    records_set_up();
    for (size_t i = 0; i < ARRAY_LEN(machines); i++) {
        char *path = scratch_path(i == 0 ? "one.db" : "other.db");
        machines[i] = store_open(path, now_s);
        free(path);
    }
}

static void tear_down(void)
{
    for (size_t i = 0; i < ARRAY_LEN(machines); i++)
        store_close(machines[i]);
    scratch_remove();
}

static void carry(Store *from, Store *to)
{
    char *text = lines_export(from);
    lines_import(to, text);
    free(text);
}

static void expect_same(void)
{
    char *one = lines_export(machines[0]), *other = lines_export(machines[1]);
    ck_assert_str_eq(one, other);
    free(one);
    free(other);
}

START_TEST(two_machines_end_in_the_same_records)
{
    uint32_t random = 5 + (uint32_t)_i, number = 0;
    for (int round = 0; round < ROUNDS; round++) {
        machine_life(machines[0], &random, &number);
        machine_life(machines[1], &random, &number);
        const size_t first = machine_life_random(&random) % 2;
        carry(machines[first], machines[1 - first]);
        carry(machines[1 - first], machines[first]);
        expect_same();
    }
    ck_assert_int_ge(machine_life_pick(machines[0], 0), 1);
}
END_TEST

/* Files from before come later than newer ones, and twice. */
START_TEST(old_exports_in_any_order_change_nothing)
{
    uint32_t random = 77 + (uint32_t)_i, number = 0;
    char *exports[12];
    for (size_t i = 0; i < ARRAY_LEN(exports); i++) {
        machine_life(machines[0], &random, &number);
        exports[i] = lines_export(machines[0]);
    }
    for (size_t i = 0; i < 40; i++)
        lines_import(machines[1], exports[machine_life_random(&random) % ARRAY_LEN(exports)]);
    lines_import(machines[1], exports[ARRAY_LEN(exports) - 1]);
    lines_import(machines[1], exports[0]);
    expect_same();
    for (size_t i = 0; i < ARRAY_LEN(exports); i++)
        free(exports[i]);
}
END_TEST

typedef struct Refusals {
    int64_t lines[8];
    size_t count;
} Refusals;

static void note_refusal(int64_t line, const char *what, void *argument)
{
    Refusals *refusals = argument;
    ck_assert_uint_gt(strlen(what), 3);
    ck_assert_uint_lt(refusals->count, ARRAY_LEN(refusals->lines));
    refusals->lines[refusals->count++] = line;
}

static ImportCount import_damaged(const char *text, Refusals *refusals)
{
    ImportCount count;
    char *copy = memory_copy_text(text);
    FILE *file = fmemopen(copy, strlen(copy), "r");
    *refusals = (Refusals){0};
    ck_assert(transfer_import(machines[0], file, note_refusal, refusals, &count));
    fclose(file);
    free(copy);
    return count;
}

/* A line that is put in the place of the second of three. */
static const char *const damaged_lines[] = {
    "x",
    "{",
    "[]",
    "7",
    "null",
    "{}",
    "{\"uid\":\"a\"}",
    "{\"uid\":\"a b\",\"revision\":1,\"machine\":\"aa\",\"deleted\":true}",
    "{\"uid\":\"a\",\"revision\":0,\"machine\":\"aa\",\"deleted\":true}",
    "{\"uid\":\"a\",\"revision\":1.5,\"machine\":\"aa\",\"deleted\":true}",
    "{\"uid\":\"a\",\"revision\":1,\"revision\":2,\"machine\":\"aa\",\"deleted\":true}",
    "{\"uid\":\"a\",\"revision\":1,\"machine\":\"aa\",\"started\":\"2026-03-01\"}",
    "{\"uid\":\"a\",\"revision\":1,\"machine\":\"aa\",\"away_from\":\"2026-02-30\",\"away_until\":\"2026-03-01\"}",
    "{\"uid\":\"a\",\"revision\":1,\"machine\":\"aa\",\"away_from\":7,\"away_until\":\"2026-03-01\"}",
    "{\"uid\":\"a\",\"revision\":1,\"machine\":\"aa\",\"programme\":\"p\"}",
    "{\"uid\":\"a\",\"revision\":1,\"machine\":\"aa\",\"programme\":\"p\",\"event\":\"eaten\",\"at_ms\":1,"
    "\"day\":\"2026-03-01\",\"week\":1,\"weekday\":1,\"content\":\"\"}",
    "{\"uid\":\"a\",\"revision\":1,\"machine\":\"aa\",\"programme\":\"p\",\"event\":\"done\",\"at_ms\":1,"
    "\"day\":\"2026-03-01\",\"week\":1,\"weekday\":8,\"content\":\"\"}",
    "\xff\xfe",
};

START_TEST(a_damaged_line_costs_that_line)
{
    Text text = {0};
    Refusals refusals;
    lines_add(&text, &(LineSpec){1, 1, "aa", "2026-03-01T12:30:00+01:00", -1, -1, NULL});
    text_print(&text, "%s\n", damaged_lines[_i]);
    lines_add(&text, &(LineSpec){2, 1, "aa", "2026-03-02T12:30:00+01:00", -1, -1, NULL});
    const ImportCount count = import_damaged(text_show(&text), &refusals);
    ck_assert_int_eq(count.added, 2);
    ck_assert_int_eq(count.refused, 1);
    ck_assert_uint_eq(refusals.count, 1);
    ck_assert_int_eq(refusals.lines[0], 2);
    text_release(&text);
}
END_TEST

/* Each prefix of a file, as a copy that was cut off leaves it. */
START_TEST(a_file_that_ends_in_the_middle)
{
    Text text = {0};
    lines_add(&text, &(LineSpec){1, 1, "aa", "2026-03-01T12:30:00+01:00", 3, 2, "so"});
    const size_t first = text.length;
    lines_add(&text, &(LineSpec){2, 1, "aa", "2026-03-02T12:30:00+01:00", -1, -1, NULL});
    for (size_t length = first + 1; length < text.length; length += 7) {
        Refusals refusals;
        char *cut = memory_copy_text(text_show(&text));
        cut[length] = '\0';
        const ImportCount count = import_damaged(cut, &refusals);
        const bool is_whole = length == text.length - 1; /* only the newline is missing */
        ck_assert_int_eq(count.added + count.same, 1 + is_whole);
        ck_assert_int_eq(count.refused, !is_whole);
        if (!is_whole)
            ck_assert_int_eq(refusals.lines[0], 2);
        free(cut);
    }
    text_release(&text);
}
END_TEST

static const struct {
    const char *before, *after; /* in a whole line */
} wrong_values[] = {
    {"\"worked\":121", "\"worked\":-1"},
    {"\"worked\":121", "\"worked\":\"x\""},
    {"\"before\":3", "\"before\":11"},
    {"\"before\":3", "\"before\":\"3\""},
    {"T12:30:00", "T25:30:00"},
    {"T12:30:00+01:00", "T12:30:00+99:00"},
    {"\"state\":\"finished\"", "\"state\":\"running\""},
    {"\"title\":\"Routine 1\"", "\"title\":null"},
    {"\"side\":\"right\"", "\"side\":\"up\""},
    {"\"side\":\"right\"", "\"side\":\"left\""}, /* two rows of one place */
    {"\"areas\":[\"feet\"]", "\"areas\":[7]"},
    {"\"areas\":[\"feet\"]", "\"areas\":[\"a b\"]"},
    {"\"name\":\"Strip\"", "\"name\":3"},
    {"\"moves\":[", "\"moves\":[3,"},
    {"\"held_ms\":", "\"held_ms\":-"},
    {"\"planned\":300", "\"planned\":1e3"},
};

START_TEST(a_wrong_value_costs_the_line)
{
    Text text = {0}, wrong = {0};
    Refusals refusals;
    lines_add(&text, &(LineSpec){1, 1, "aa", "2026-03-01T12:30:00+01:00", 3, 2, "so"});
    const char *at = strstr(text_show(&text), wrong_values[_i].before);
    ck_assert_ptr_nonnull(at);
    text_print(&wrong, "%.*s%s%s", (int)(at - text.bytes), text.bytes, wrong_values[_i].after,
               at + strlen(wrong_values[_i].before));
    ck_assert_int_eq(import_damaged(text_show(&wrong), &refusals).refused, 1);
    ck_assert_int_eq(machine_life_pick(machines[0], 0), 0);
    ck_assert_int_eq(import_damaged(text_show(&text), &refusals).added, 1);
    text_release(&text);
    text_release(&wrong);
}
END_TEST

static const struct {
    int32_t revision;
    const char *machine;
    bool is_deleted;
    const char *wins; /* the note that is there in the end; NULL: no session */
} contests[] = {
    {2, "aa", false, "new"}, {1, "zz", false, "new"}, {1, "aa", false, "old"}, {1, "mm", false, "old"},
    {1, "mm", true, "old"},  {1, "zz", true, NULL},   {2, "aa", true, NULL},
};

START_TEST(the_highest_revision_wins_then_the_machine)
{
    Text text = {0};
    lines_add(&text, &(LineSpec){1, 1, "mm", "2026-03-01T12:30:00+01:00", -1, -1, "old"});
    lines_import(machines[0], text_show(&text));
    text_clear(&text);
    if (contests[_i].is_deleted)
        lines_add_deleted(&text, 1, contests[_i].revision, contests[_i].machine);
    else
        lines_add(&text, &(LineSpec){1, contests[_i].revision, contests[_i].machine, "2026-03-01T12:30:00+01:00", -1,
                                     -1, "new"});
    lines_import(machines[0], text_show(&text));
    History *history = history_read(machines[0], &(HistoryFilter){.area = -1});
    ck_assert_uint_eq(history->count, contests[_i].wins ? 1 : 0);
    if (contests[_i].wins)
        ck_assert_str_eq(history->sessions[0].note, contests[_i].wins);
    history_free(history);
    text_release(&text);
}
END_TEST

/* A record as a session leaves it comes back as it was. */
START_TEST(nothing_is_lost_on_the_way)
{
    Plan *plan = records_plan();
    records_add_session(machines[0], plan, 75500, now_s);
    History *history = history_read(machines[0], &(HistoryFilter){.area = -1});
    ck_assert(edit_record_note(machines[0], history->sessions[0].id, "\xc3\xa9 \"quoted\", back\\slash"));
    history_free(history);
    carry(machines[0], machines[1]);
    expect_same();
    history = history_read(machines[1], &(HistoryFilter){.area = -1});
    ck_assert_uint_eq(history->count, 1);
    const SessionRecord *record = &history->sessions[0];
    ck_assert_str_eq(record->title, "Calves, then Feet");
    ck_assert_str_eq(record->declined, "Heel");
    ck_assert_str_eq(record->dropped, "Calf milker");
    ck_assert_str_eq(record->note, "\xc3\xa9 \"quoted\", back\\slash");
    ck_assert_int_eq(record->moves[0].held_ms, 50000);
    ck_assert_int_eq(record->moves[0].planned_s, 50);
    ck_assert_int_eq(record->state, RECORD_LEFT);
    history_free(history);
    plan_free(plan);
}
END_TEST

Suite *suite_transfer(void)
{
    Suite *suite = suite_create("transfer");
    TCase *tcase = tcase_create("transfer");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, two_machines_end_in_the_same_records, 0, 3);
    tcase_add_loop_test(tcase, old_exports_in_any_order_change_nothing, 0, 3);
    tcase_add_loop_test(tcase, a_damaged_line_costs_that_line, 0, ARRAY_LEN(damaged_lines));
    tcase_add_test(tcase, a_file_that_ends_in_the_middle);
    tcase_add_loop_test(tcase, a_wrong_value_costs_the_line, 0, ARRAY_LEN(wrong_values));
    tcase_add_loop_test(tcase, the_highest_revision_wins_then_the_machine, 0, ARRAY_LEN(contests));
    tcase_add_test(tcase, nothing_is_lost_on_the_way);
    tcase_set_timeout(tcase, 60);
    suite_add_tcase(suite, tcase);
    return suite;
}
