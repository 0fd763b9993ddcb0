/* SPDX-License-Identifier: MIT */
/* A programme followed over weeks, through the records of two machines: days missed, a pause, a change of clocks, and
 * a file that is edited in the middle. */
#include "app/course_view.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/day.h"
#include "base/macros.h"
#include "base/memory.h"
#include "platform/clock.h"
#include "progress/course_words.h"
#include "store/away.h"
#include "store/store.h"
#include "support/lines.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_course_view(void);

static const char sole[] = "knead: 1\ntitle: %s\nmoves: [{name: Sole, areas: feet, hold: 30s}]\n";

static Store *machines[2];
static Library *library;

static void put_programme(const char *first_week, const char *second_week)
{
    char *text = memory_print("knead: 1\ntitle: A plan\nweeks:\n- days: [%s]\n- days: [%s]\n- days: [%s]\n", first_week,
                              second_week, "c, rest, c, rest, c, rest, rest");
    scratch_put("r/programmes/plan.yaml", text);
    free(text);
}

static void set_up(void)
{
    char *problem = NULL, *folder;
    records_set_up();
    static const char *const names[] = {"one.db", "other.db"};
    for (size_t i = 0; i < ARRAY_LEN(machines); i++) {
        char *path = scratch_path(names[i]);
        machines[i] = store_open(path, 1795003200);
        free(path);
    }
    scratch_print("r/a.yaml", sole, "First");
    scratch_print("r/b.yaml", sole, "Second");
    scratch_print("r/c.yaml", sole, "Third");
    put_programme("a, rest, a, rest, a, rest, rest", "b, rest, b, b, rest, b, rest");
    folder = scratch_path("r");
    library = library_new(folder, NULL);
    ck_assert(library_scan(library, &problem));
    free(folder);
}

static void tear_down(void)
{
    for (size_t i = 0; i < ARRAY_LEN(machines); i++)
        store_close(machines[i]);
    library_free(library);
    unsetenv("TZ");
    tzset();
    scratch_remove();
}

/* The local day and moment of a date and hour where the clocks change on 25 October 2026. */
static int64_t moment(int month, int day, int hour)
{
    struct tm time = {.tm_year = 126, .tm_mon = month - 1, .tm_mday = day, .tm_hour = hour, .tm_isdst = -1};
    return mktime(&time);
}

static int32_t day_at(int64_t now_s)
{
    return day_of(now_s, clock_utc_offset_min(now_s));
}

enum { NOTHING = 0, DO = 1, SKIP = 2, MERGE = 4, AWAY = 8, EDIT = 16, LOOK_AT_OTHER = 32 };

/* Each day: what is there in the morning, on the machine that is looked at, and what the person does then. */
static const struct {
    int month, day, hour;
    unsigned does;
    const char *now, *sum;
} days[] = {
    {10, 19, 9, DO, "today", "0 of 10 done"},
    {10, 20, 9, NOTHING, "rest today, next tomorrow", "1 of 10 done"},
    {10, 21, 23, NOTHING, "today", "1 of 10 done"}, /* missed */
    {10, 22, 0, DO, "today", "1 of 10 done, 1 day later than planned"},
    {10, 23, 9, NOTHING, "rest today, next tomorrow", "2 of 10 done, 1 day later than planned"},
    {10, 24, 23, DO, "today", "2 of 10 done, 1 day later than planned"},
    {10, 25, 0, NOTHING, "rest today, next on Tue 27 Oct", "3 of 10 done, 1 day later than planned"},
    {10, 25, 23, MERGE, "rest today, next on Tue 27 Oct", "3 of 10 done, 1 day later than planned"}, /* 25 hours long */
    {10, 26, 9, NOTHING, "rest today, next tomorrow", "3 of 10 done, 1 day later than planned"},
    /* On the other machine, which has all of it; this one hears of it two days later. */
    {10, 27, 9, DO | LOOK_AT_OTHER, "today", "3 of 10 done, 1 day later than planned"},
    {10, 28, 9, NOTHING, "today", "3 of 10 done, 2 days later than planned"},
    {10, 29, 9, MERGE, "today", "3 of 10 done, 3 days later than planned"},
    {10, 29, 10, DO, "today", "4 of 10 done, 1 day later than planned"},
    /* Four days away, from now on: the part of the first of them moves behind it. */
    {10, 30, 9, AWAY, "today", "5 of 10 done, 1 day later than planned"},
    {10, 30, 10, NOTHING, "away, next on Tue 3 Nov", "5 of 10 done, 5 days later than planned"},
    {11, 2, 9, NOTHING, "away, next tomorrow", "5 of 10 done, 5 days later than planned"},
    /* The file changes: the second week gets a part less, and another content where something was done. */
    {11, 3, 9, EDIT, "today", "5 of 10 done, 5 days later than planned"},
    {11, 3, 10, DO, "today", "5 of 9 done, 5 days later than planned"},
    {11, 4, 9, MERGE, "rest today, next on Sat 7 Nov", "6 of 9 done, 5 days later than planned"},
    {11, 7, 9, SKIP | LOOK_AT_OTHER | MERGE, "today", "6 of 9 done, 5 days later than planned"},
    {11, 8, 9, NOTHING, "rest today, next tomorrow", "6 of 9 done, 1 skipped, 5 days later than planned"},
    {11, 9, 9, DO, "today", "6 of 9 done, 1 skipped, 5 days later than planned"},
    {11, 11, 9, DO, "today", "7 of 9 done, 1 skipped, 5 days later than planned"},
    {11, 12, 9, MERGE, "finished on Wed 11 Nov", "8 of 9 done, 1 skipped, 5 days later than planned"},
    {11, 12, 9, LOOK_AT_OTHER, "finished on Wed 11 Nov", "8 of 9 done, 1 skipped, 5 days later than planned"},
};

static void merge(void)
{
    for (size_t i = 0; i < ARRAY_LEN(machines); i++) {
        char *text = lines_export(machines[i]);
        lines_import(machines[1 - i], text);
        free(text);
    }
}

static void expect(const CourseView *view, size_t row)
{
    Text now = {0}, sum = {0};
    course_words_now(&now, view->course, view->today);
    course_words_sum(&sum, view->course);
    ck_assert_msg(strcmp(text_show(&now), days[row].now) == 0, "%d/%d: %s", days[row].month, days[row].day,
                  text_show(&now));
    ck_assert_msg(strcmp(text_show(&sum), days[row].sum) == 0, "%d/%d: %s", days[row].month, days[row].day,
                  text_show(&sum));
    text_release(&now);
    text_release(&sum);
}

static void act(CourseView *view, Store *store, unsigned does, int64_t now_s)
{
    const Course *course = view->course;
    if (does & (DO | SKIP)) {
        const CourseEventKind kind = does & DO ? COURSE_DONE : COURSE_SKIPPED;
        ck_assert(course->is_for_today);
        ck_assert(course_view_add(view, store, library,
                                  course_event(course->programme, kind, (size_t)course->next, view->today), now_s));
    }
    if (does & AWAY)
        ck_assert(away_start(store, view->today, view->today + 3));
    if (does & MERGE)
        merge();
    if (does & EDIT) {
        put_programme("a, rest, c, rest, a, rest, rest", "b, rest, b, b, rest, rest, rest");
        ck_assert(library_refresh(library, NULL));
    }
}

START_TEST(weeks_are_followed)
{
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    CourseView view = {0};
    const int64_t start_s = moment(10, 19, 8);
    ck_assert(course_view_read(&view, machines[0], library, day_at(start_s)));
    ck_assert_ptr_null(view.course);
    const Programme *programme = library_programme(library, "plan")->programme;
    ck_assert_ptr_nonnull(programme);
    ck_assert(course_view_add(&view, machines[0], library, course_event(programme, COURSE_STARTED, 0, day_at(start_s)),
                              start_s));
    for (size_t row = 0; row < ARRAY_LEN(days); row++) {
        const int64_t now_s = moment(days[row].month, days[row].day, days[row].hour);
        Store *store = machines[days[row].does & LOOK_AT_OTHER ? 1 : 0];
        ck_assert(course_view_read(&view, store, library, day_at(now_s)));
        ck_assert_ptr_nonnull(view.course);
        expect(&view, row);
        act(&view, store, days[row].does, now_s);
    }
    course_view_release(&view);
}
END_TEST

/* A programme in which a routine stands is titled by it. */
START_TEST(parts_have_titles)
{
    const Programme *programme = library_programme(library, "plan")->programme;
    char *title = course_view_title(library, programme, &programme->weeks[0].days[0]);
    ck_assert_str_eq(title, "First");
    free(title);
}
END_TEST

Suite *suite_course_view(void)
{
    Suite *suite = suite_create("course_view");
    TCase *tcase = tcase_create("course_view");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, weeks_are_followed);
    tcase_add_test(tcase, parts_have_titles);
    suite_add_tcase(suite, tcase);
    return suite;
}
