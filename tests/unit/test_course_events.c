/* SPDX-License-Identifier: MIT */
#include "store/course_events.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "store/store.h"
#include "support/lines.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_course_events(void);

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

static void add(Store *store, CourseEventKind kind, int32_t day, int64_t at_s, const char *content)
{
    const CourseEvent event = {kind, day, "first-month", 2, 3, content};
    ck_assert(course_events_add(store, &event, at_s));
}

static void expect(Store *store, const char *contents)
{
    CourseEventList list = {0};
    char found[32] = "";
    ck_assert(course_events_read(store, &list));
    ck_assert_uint_lt(list.count, sizeof found);
    for (size_t i = 0; i < list.count; i++)
        found[i] = list.items[i].content[0];
    ck_assert_str_eq(found, contents);
    course_events_release(&list);
}

START_TEST(events_come_back_as_they_were)
{
    CourseEventList list = {0};
    ck_assert(course_events_read(machines[0], &list));
    ck_assert_uint_eq(list.count, 0);
    add(machines[0], COURSE_SKIPPED, 20500, now_s, "hips, \"back\"; 15 min \xc3\xa9");
    ck_assert(course_events_read(machines[0], &list));
    ck_assert(course_events_read(machines[0], &list)); /* replaces what is there */
    ck_assert_uint_eq(list.count, 1);
    ck_assert_int_eq(list.items[0].kind, COURSE_SKIPPED);
    ck_assert_int_eq(list.items[0].day, 20500);
    ck_assert_str_eq(list.items[0].programme, "first-month");
    ck_assert_int_eq(list.items[0].week, 2);
    ck_assert_int_eq(list.items[0].weekday, 3);
    ck_assert_str_eq(list.items[0].content, "hips, \"back\"; 15 min \xc3\xa9");
    course_events_release(&list);
}
END_TEST

/* A clock that was set back, and several events in a second, leave the order in which they were said. */
START_TEST(the_order_is_that_of_saying)
{
    add(machines[0], COURSE_STARTED, 20500, now_s, "a");
    add(machines[0], COURSE_DONE, 20500, now_s, "b");
    add(machines[0], COURSE_DONE, 20501, now_s - 90000, "c");
    add(machines[0], COURSE_DONE, 20502, now_s, "d");
    expect(machines[0], "abcd");
}
END_TEST

static void carry(Store *from, Store *to)
{
    char *text = lines_export(from);
    lines_import(to, text);
    free(text);
}

START_TEST(two_machines_merge)
{
    add(machines[0], COURSE_STARTED, 20500, now_s, "a");
    carry(machines[0], machines[1]);
    add(machines[1], COURSE_DONE, 20501, now_s - 500000, "b"); /* whose clock is behind */
    add(machines[0], COURSE_DONE, 20502, now_s + 90000, "c");
    for (int round = 0; round < 2; round++) {
        carry(machines[1], machines[0]);
        carry(machines[0], machines[1]);
        expect(machines[0], "abc");
        expect(machines[1], "abc");
    }
}
END_TEST

/* The lines that doc/command-line.md shows. */
START_TEST(a_line_says_it_in_words)
{
    add(machines[0], COURSE_AGAIN, 20500, now_s, "");
    char *text = lines_export(machines[0]);
    ck_assert_ptr_nonnull(strstr(text, "\"programme\":\"first-month\",\"event\":\"again\",\"at_ms\":1795003200000,"
                                       "\"day\":\"2026-02-16\",\"week\":2,\"weekday\":3,\"content\":\"\"}"));
    free(text);
}
END_TEST

Suite *suite_course_events(void)
{
    Suite *suite = suite_create("course_events");
    TCase *tcase = tcase_create("course_events");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, events_come_back_as_they_were);
    tcase_add_test(tcase, the_order_is_that_of_saying);
    tcase_add_test(tcase, two_machines_merge);
    tcase_add_test(tcase, a_line_says_it_in_words);
    suite_add_tcase(suite, tcase);
    return suite;
}
