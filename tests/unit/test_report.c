/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/macros.h"
#include "report/report_html.h"
#include "report/report_svg.h"
#include "report/report_text.h"
#include "support/golden.h"

Suite *suite_report(void);

enum { TODAY = 20785, SESSIONS_MOST = 200, WEEKS_MOST = 100, LONG_NOTE = 4000 }; /* 28 November 2026 */

/* What is done with a report: made from an overview and sessions that are fixed. */
typedef void ReportWriter(Text *into, const Report *report);

typedef struct Made {
    Overview overview;
    DaySum days[WEEKS_MOST * DAY_WEEK];
    RoutineSum routines[1];
    CheckSeries series[2];
    SessionRecord sessions[SESSIONS_MOST];
    Report report;
} Made;

static MoveRecord moves[] = {
    {.name = "Calf <strip>", .areas = "calves", .side = SIDE_LEFT, .held_ms = 90000, .felt = 4, .hurt = true},
    {.name = "Sole & heel", .areas = "feet", .side = SIDE_RIGHT, .held_ms = 60000, .felt = 7},
};

static FeltRecord felts[] = {
    {.move = "Calf <strip>", .side = SIDE_LEFT, .target = {true, 4, 6}, .felt = 5},
    {.move = "Sole & heel", .side = SIDE_RIGHT, .target = {true, 3, 5}, .felt = 7},
    {.move = "Breathe", .felt = 1},
};

static void add_session(Made *made, int32_t day, const char *title, const char *note)
{
    DaySum *sum = &made->days[day - made->overview.first_day];
    const int64_t worked_s = 240 + day % 5 * 180;
    made->sessions[made->report.session_count++] = (SessionRecord){.started_s = (int64_t)day * DAY_SECONDS + 43200,
                                                                   .title = title,
                                                                   .note = note,
                                                                   .worked_s = (int32_t)worked_s,
                                                                   .moves = moves,
                                                                   .count = day % 4 == 0 ? ARRAY_LEN(moves) : 0,
                                                                   .felts = felts,
                                                                   .felt_count = ARRAY_LEN(felts)};
    sum->sessions++;
    sum->worked_s += worked_s;
    made->overview.total.sessions++;
    made->overview.total.worked_s += worked_s;
}

/* An empty report of so many weeks. */
static Made *made_new(int weeks)
{
    Made *made = calloc(1, sizeof *made);
    made->overview = (Overview){.today = TODAY,
                                .first_day = day_monday(TODAY) - (weeks - 1) * DAY_WEEK,
                                .area = -1,
                                .days = made->days,
                                .week_count = (size_t)weeks};
    made->report = (Report){&made->overview, made->sessions, 0};
    return made;
}

static void add_sums(Made *made)
{
    static const int areas[] = {AREA_CALVES, AREA_FEET, AREA_QUADS, AREA_NECK, AREA_UPPER_BACK, AREA_HIPS, AREA_CHEST};
    for (size_t i = 0; i < ARRAY_LEN(areas); i++) {
        int64_t *held_ms = made->overview.held_ms[areas[i]];
        held_ms[SIDE_LEFT] = 3600000 / (int64_t)(i + 1);
        held_ms[SIDE_RIGHT] = 3600000 / (int64_t)(i + 1) + (i % 3 == 0 ? 1200000 : 0);
    }
    made->overview.held_ms[AREA_UPPER_BACK][SIDE_NONE] = 900000;
    made->routines[0] = (RoutineSum){
        .title = "Calves & \"feet\"", .sessions = 9, .measured = 4, .before_tenths = 240, .after_tenths = 90};
    made->series[0] = (CheckSeries){.title = "Calves & \"feet\"",
                                    .check = "Knee to <wall>",
                                    .unit = UNIT_CM,
                                    .more_is_better = true,
                                    .count = 5,
                                    .days = {TODAY - 70, TODAY - 50, TODAY - 33, TODAY - 12, TODAY - 1},
                                    .tenths = {85, 80, 95, 110, 105}};
    made->series[1] = (CheckSeries){
        .title = "Neck", .count = 3, .days = {TODAY - 40, TODAY - 20, TODAY - 3}, .tenths = {60, 40, 45}};
    made->overview.routines = made->routines;
    made->overview.routine_count = 1;
    made->overview.series = made->series;
    made->overview.series_count = 2;
}

static Made *usual(void)
{
    Made *made = made_new(12);
    for (int32_t day = made->overview.first_day + 1; day <= TODAY; day += day % 3 + 1)
        add_session(made, day, "Calves & \"feet\"", day % 9 == 0 ? "Warm, <script>alert('x')</script> & easy" : NULL);
    add_sums(made);
    return made;
}

/* Compares with a golden file, and frees what was made. */
static void check_golden(Made *made, ReportWriter *write, const char *golden)
{
    Text text = {0};
    write(&text, &made->report);
    golden_check(golden, text_show(&text));
    text_release(&text);
    free(made);
}

START_TEST(is_a_page_a_picture_and_a_text)
{
    check_golden(usual(), report_html, "report.html");
    check_golden(usual(), report_svg, "report.svg");
    check_golden(usual(), report_text, "report.txt");
}
END_TEST

START_TEST(says_kindly_that_there_is_nothing)
{
    check_golden(made_new(12), report_text, "report-empty.txt");
    check_golden(made_new(1), report_html, "report-empty.html");
}
END_TEST

START_TEST(tells_of_one_session)
{
    Made *made = made_new(1);
    add_session(made, TODAY, "Neck", "First");
    check_golden(made, report_text, "report-one.txt");
}
END_TEST

/* Whether each tag that opens closes in its turn, as in XML; those of HTML that stand alone are passed over. */
static void check_tags(const char *document)
{
    const char *open[32];
    size_t depth = 0;
    for (const char *at = strchr(document, '<'); at; at = strchr(at + 1, '<')) {
        const char *end = strchr(at, '>');
        const size_t length = strcspn(at + 1, " />\n");
        ck_assert_ptr_nonnull(end);
        if (at[1] == '!' || at[1] == '?' || end[-1] == '/' || strncmp(at, "<meta", 5) == 0)
            continue;
        if (at[1] != '/') {
            ck_assert_uint_lt(depth, ARRAY_LEN(open));
            open[depth++] = at + 1;
            continue;
        }
        ck_assert_uint_gt(depth, 0);
        depth--;
        ck_assert_msg(strncmp(open[depth], at + 2, strcspn(at + 2, ">")) == 0, "closes another: %.60s", at);
        ck_assert_msg(length == 0, "%.60s", at);
    }
    ck_assert_uint_eq(depth, 0);
}

static void check_whole(const Made *made)
{
    ReportWriter *const writers[] = {report_html, report_svg};
    for (size_t i = 0; i < ARRAY_LEN(writers); i++) {
        Text text = {0};
        writers[i](&text, &made->report);
        check_tags(text_show(&text));
        ck_assert_ptr_null(strstr(text_show(&text), "<script"));
        ck_assert_ptr_null(strstr(text_show(&text), "href"));
        text_release(&text);
    }
}

START_TEST(is_whole_whatever_is_in_it)
{
    static char note[LONG_NOTE];
    Made *made = usual(), *none = made_new(WEEKS_MOST), *many = made_new(WEEKS_MOST);
    memset(note, '"', sizeof note - 1);
    for (int32_t day = many->overview.first_day; day <= TODAY; day += 5)
        add_session(many, day, "</title><b>", note);
    add_sums(many);
    check_whole(made);
    check_whole(none);
    check_whole(many);
    free(made);
    free(none);
    free(many);
}
END_TEST

Suite *suite_report(void)
{
    Suite *suite = suite_create("report");
    TCase *tests = tcase_create("report");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, is_a_page_a_picture_and_a_text);
    tcase_add_test(tests, says_kindly_that_there_is_nothing);
    tcase_add_test(tests, tells_of_one_session);
    tcase_add_test(tests, is_whole_whatever_is_in_it);
    return suite;
}
