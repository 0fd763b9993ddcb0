/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/macros.h"
#include "support/past.h"
#include "support/stage.h"

Suite *suite_history_screen(void);

enum { LISTED = 30 };

static Stage stage;
static Past past;

static void set_up(void)
{
    stage_open(&stage, "home", "");
    past_make(&past);
    stage.model.history = past_history(&past, LISTED);
}

static void tear_down(void)
{
    stage_release(&stage);
    past_release(&past);
}

static const struct {
    const char *name, *keys;
    const Screen *screen;
    int width, height;
    const Look *look;
} goldens[] = {
    {"history-80x24", "", &screen_history, 80, 24, &stage_colour},
    {"history-120x40", "", &screen_history, 120, 40, &stage_colour},
    {"history-200x60", "", &screen_history, 200, 60, &stage_colour},
    {"history-40x12", "", &screen_history, 40, 12, &stage_colour},
    {"history-20x4", "", &screen_history, 20, 4, &stage_colour},
    {"history-80x24-mono", "{{<", &screen_history, 80, 24, &stage_mono},
    {"history-120x40-ascii", "", &screen_history, 120, 40, &stage_ascii},
    {"history-40x12-ascii", "{", &screen_history, 40, 12, &stage_ascii},
    {"history-end-80x24", "_", &screen_history, 80, 24, &stage_colour},
    {"history-list-80x24", "^>>", &screen_history, 80, 24, &stage_colour},
    {"history-list-120x40", "^>>", &screen_history, 120, 40, &stage_colour},
    {"history-list-40x12-ascii", "^>", &screen_history, 40, 12, &stage_ascii},
    {"history-list-20x4", "^", &screen_history, 20, 4, &stage_colour},
    {"history-find-80x24", "/calf", &screen_history, 80, 24, &stage_colour},
    {"record-80x24", "", &screen_record, 80, 24, &stage_colour},
    {"record-120x40", "", &screen_record, 120, 40, &stage_colour},
    {"record-40x12", "", &screen_record, 40, 12, &stage_colour},
    {"record-20x4", "", &screen_record, 20, 4, &stage_colour},
    {"record-80x24-mono", "", &screen_record, 80, 24, &stage_mono},
    {"record-80x24-ascii", "_", &screen_record, 80, 24, &stage_ascii},
};

START_TEST(looks_as_it_did)
{
    stage_push(&stage, goldens[_i].screen);
    stage.model.width = goldens[_i].width;
    stage.model.height = goldens[_i].height;
    stage_type(&stage, goldens[_i].keys);
    stage_check_golden(&stage, goldens[_i].name, goldens[_i].width, goldens[_i].height, *goldens[_i].look,
                       goldens[_i].look->is_utf8);
}
END_TEST

/* Before the first session; and where the records cannot be read. */
START_TEST(says_kindly_that_there_is_nothing)
{
    static const Overview nothing = {0};
    stage.model.history = (ModelHistory){.overview = _i == 0 ? &nothing : NULL, .search = ""};
    stage_push(&stage, &screen_history);
    ck_assert_int_eq(stage_type(&stage, "^").kind, REQUEST_NONE);
    ck_assert_int_eq(stage_type(&stage, "!").kind, REQUEST_NONE);
    stage_check_golden(&stage, _i == 0 ? "history-empty-80x24" : "history-unread-80x24", 80, 24, stage_colour, false);
    stage_check_golden(&stage, _i == 0 ? "history-empty-40x12" : "history-unread-40x12", 40, 12, stage_ascii, false);
    stage_check_sizes(&stage);
}
END_TEST

START_TEST(fits_every_size)
{
    static const struct {
        const Screen *screen;
        const char *keys;
    } shown[] = {{&screen_history, ""}, {&screen_history, "^"}, {&screen_record, ""}};
    stage_push(&stage, shown[_i].screen);
    stage_type(&stage, shown[_i].keys);
    stage_check_sizes(&stage);
}
END_TEST

enum { NEWEST = LISTED - 1 };

/* What the last of some keys asks for. The newest session was today, the next yesterday. */
static const struct {
    const char *keys;
    RequestKind kind;
    int32_t value;
    const char *text;
} answers[] = {
    /* The overview: two sessions were today, which the list shows; one was yesterday; none was on that Saturday. */
    {"!", REQUEST_DRAW, 0, NULL},
    {"!!", REQUEST_RECORD, NEWEST, NULL},
    {"<!", REQUEST_RECORD, NEWEST - 1, NULL},
    {"{>>!", REQUEST_NONE, 0, NULL},
    {"<<!", REQUEST_RECORD, NEWEST - 2, NULL},
    {">", REQUEST_DRAW, 0, NULL},
    {"}", REQUEST_NONE, 0, NULL},
    {"{}", REQUEST_DRAW, 0, NULL},
    {"{{{{{{{{{{{{", REQUEST_HISTORY_MORE, PAST_TODAY - 12 * DAY_WEEK, NULL},
    {"x", REQUEST_NONE, 0, NULL},
    {"~", REQUEST_BACK, 0, NULL},
    {"u", REQUEST_RECORD_UNDO, 0, NULL},
    {"?", REQUEST_SHOW, 0, NULL},
    /* The list has the newest first. */
    {"^", REQUEST_DRAW, 0, NULL},
    {"^!", REQUEST_RECORD, NEWEST, NULL},
    {"^>!", REQUEST_RECORD, NEWEST - 1, NULL},
    {"^>}", REQUEST_RECORD, NEWEST - 1, NULL},
    {"^>x", REQUEST_RECORD_DELETE, NEWEST - 1, NULL},
    {"^>^^!", REQUEST_RECORD, NEWEST - 1, NULL},
    {"^u", REQUEST_RECORD_UNDO, 0, NULL},
    {"^_", REQUEST_HISTORY_MORE, 0, NULL},
    {"^_<", REQUEST_DRAW, 0, NULL},
    {"^_>", REQUEST_HISTORY_MORE, 0, NULL},
    {"^~", REQUEST_DRAW, 0, NULL}, /* to the overview */
    {"^~~", REQUEST_BACK, 0, NULL},
    {"^/", REQUEST_DRAW, 0, NULL},
    /* Letters are letters while they are typed. */
    {"/x", REQUEST_HISTORY_FIND, 0, "x"},
    {"/hip u", REQUEST_HISTORY_FIND, 0, "hip u"},
    {"/hip>", REQUEST_DRAW, 0, NULL},
    {"/hip!", REQUEST_RECORD, NEWEST, NULL},
    {"/hip>!", REQUEST_RECORD, NEWEST - 1, NULL},
    {"/hip!x", REQUEST_RECORD_DELETE, NEWEST, NULL},
    {"/hip~", REQUEST_HISTORY_FIND, 0, ""},
    {"/hip!~", REQUEST_HISTORY_FIND, 0, ""},
    {"/hip!~~", REQUEST_DRAW, 0, NULL},
    {"/hip!~~~", REQUEST_BACK, 0, NULL},
};

START_TEST(answers_keys)
{
    stage_push(&stage, &screen_history);
    const Request request = stage_type(&stage, answers[_i].keys);
    ck_assert_msg(request.kind == answers[_i].kind, "'%s': %d", answers[_i].keys, (int)request.kind);
    ck_assert_msg(request.value == answers[_i].value, "'%s': %d", answers[_i].keys, (int)request.value);
    if (answers[_i].text)
        ck_assert_str_eq(request.text, answers[_i].text);
}
END_TEST

START_TEST(asks_for_no_more_where_there_is_none)
{
    stage.model.history = past_history(&past, PAST_SESSIONS);
    stage_push(&stage, &screen_history);
    ck_assert_int_eq(stage_type(&stage, "^_").kind, REQUEST_DRAW);
    ck_assert_int_eq(stage_type(&stage, ">").kind, REQUEST_DRAW);
    ck_assert_int_eq(stage_type(&stage, "!").value, 0);
}
END_TEST

/* The mark stays on its session while older ones are read, and newer ones come; where it is deleted the next older one
 * takes its place, and the last if there is none. */
START_TEST(mark_stays_on_its_session)
{
    stage_push(&stage, &screen_history);
    stage_type(&stage, "^>>");
    stage.model.history = past_history(&past, PAST_SESSIONS);
    ck_assert_int_eq(stage_type(&stage, "!").value, PAST_SESSIONS - 3);
    stage.model.history.session_count -= 1;
    ck_assert_int_eq(stage_type(&stage, "!").value, PAST_SESSIONS - 3);
    stage_type(&stage, ">");
    stage.model.history.session_count -= 3;
    ck_assert_int_eq(stage_type(&stage, "!").value, PAST_SESSIONS - 7);
    stage.model.history.session_count = 1;
    ck_assert_int_eq(stage_type(&stage, "!").value, 0);
    stage.model.history.session_count = 0;
    ck_assert_int_eq(stage_type(&stage, "!").kind, REQUEST_NONE);
}
END_TEST

/* Down leaves the calendar below its last day, and up comes back to it, on the same day. */
START_TEST(scrolls_below_the_calendar)
{
    static const struct {
        const char *keys, *shown, *gone;
    } rows[] = {
        {"", "this week", "Checks over time"},
        {"<", "Wed 12 Nov", "Today, "},
        {"{", "Thu 6 Nov", "Today, "},
        {"<<<<<", "Mon 10 Nov", "Today, "},
        {"{>>>", "Sun 9 Nov", "Today, "},
        {"{>>>}", "Today, Thu 13 Nov", "Sun 9 Nov"},
        {"_", "Your body", "this week"},
        {"_<", "Your body", "this week"},
        {"_g", "this week", "Your body"},
        {">>>>", "By area", "this week"},
        {">>>><<<<", "Today, Thu 13 Nov", "Checks over time"},
        {">>>>{", "Thu 6 Nov", "Checks over time"},
        {" ", "What helped most", "this week"},
    };
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        stage_push(&stage, &screen_history);
        stage_type(&stage, rows[i].keys);
        stage_check_shows(&stage, 80, 24, rows[i].shown, true);
        stage_check_shows(&stage, 80, 24, rows[i].gone, false);
        screens_pop(&stage.stack);
    }
}
END_TEST

/* The mark goes no further than the days that were read. */
START_TEST(marks_no_day_that_is_not_there)
{
    stage_push(&stage, &screen_history);
    for (int i = 0; i < 60; i++)
        stage_type(&stage, "{");
    stage_check_shows(&stage, 80, 24, "Thu 22 May", true);
    for (int i = 0; i < 60; i++)
        stage_type(&stage, "<");
    stage_check_shows(&stage, 80, 24, "Mon 19 May", true);
    for (int i = 0; i < 60; i++)
        stage_type(&stage, "}");
    stage_check_shows(&stage, 80, 24, "Mon 10 Nov", true);
}
END_TEST

/* Never a word of blame: of weeks in a row nothing is said where there are none, and a pause is no gap. */
START_TEST(tells_weeks_in_a_row)
{
    static const struct {
        Streak streak;
        const char *shown;
        bool is_shown;
    } rows[] = {
        {{.weeks = 4, .this_week = 2, .least = 2}, "4 weeks", true},
        {{.weeks = 1, .this_week = 2, .least = 2}, "1 week\n", true},
        {{.weeks = 4, .least = 3}, "3+ a week", true},
        {{.weeks = 0, .this_week = 1, .least = 2}, "in a row", false},
        {{.weeks = 4, .least = 2, .is_away = true, .away_until = PAST_TODAY + 3}, "away until 16 Nov", true},
    };
    stage_push(&stage, &screen_history);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        past.overview.streak = rows[i].streak;
        stage_check_shows(&stage, 80, 24, rows[i].shown, rows[i].is_shown);
    }
}
END_TEST

/* A side is said to be behind only where it is, by how much; and numbers only where there are some. */
START_TEST(invents_nothing)
{
    stage_push(&stage, &screen_history);
    stage_check_shows(&stage, 120, 40, "left 4 min behind", true);
    stage_check_shows(&stage, 120, 40, "Bedtime", false);
    memset(past.overview.body_held_ms, 0, sizeof past.overview.body_held_ms);
    past.overview.body_held_ms[AREA_CALVES][SIDE_LEFT] = past.overview.body_held_ms[AREA_CALVES][SIDE_RIGHT] = 600000;
    for (size_t i = 0; i < past.overview.routine_count; i++)
        past.overview.routines[i].measured = 0;
    past.overview.series_count = 0;
    stage_check_shows(&stage, 120, 40, "behind", false);
    stage_check_shows(&stage, 120, 40, "Checks over time", false);
    stage_check_shows(&stage, 120, 40, "No numbers yet", true);
}
END_TEST

START_TEST(keys_of_one_session)
{
    stage_push(&stage, &screen_record);
    ck_assert_int_eq(stage_type(&stage, "u").kind, REQUEST_RECORD_UNDO);
    ck_assert_int_eq(stage_type(&stage, ">").kind, REQUEST_DRAW);
    const Request request = stage_type(&stage, "x");
    ck_assert_int_eq(request.kind, REQUEST_RECORD_DELETE);
    ck_assert_int_eq(stage.model.history.sessions[request.value].id, past.record.id);
    past.record.id = 1;
    ck_assert_int_eq(stage_type(&stage, "x").value, -1);
    stage.model.history.record = NULL;
    ck_assert_int_eq(stage_type(&stage, "x").kind, REQUEST_NONE);
    stage_check_shows(&stage, 80, 24, "deleted", true);
}
END_TEST

/* The programme that is followed: something done, skipped, missed and not yet come, each with another sign. */
START_TEST(shows_the_programme)
{
    enum { FIRST_DAY = 20500, WEEKS = 3 };
    ProgrammeWeek weeks[WEEKS] = {0};
    for (size_t i = 0; i < (size_t)WEEKS * DAY_WEEK; i++)
        weeks[i / DAY_WEEK].days[i % DAY_WEEK] = (ProgrammeDay){
            .kind = i % 2 ? PROGRAMME_REST : PROGRAMME_ROUTINE, .routine = "calves", .content = "calves"};
    const Programme programme = {.id = "plan", .title = "Three Weeks of Calves", .weeks = weeks, .count = WEEKS};
    const CourseEvent events[] = {course_event(&programme, COURSE_STARTED, 0, FIRST_DAY),
                                  course_event(&programme, COURSE_DONE, 0, FIRST_DAY),
                                  course_event(&programme, COURSE_SKIPPED, 2, FIRST_DAY + 2),
                                  course_event(&programme, COURSE_DONE, 4, FIRST_DAY + 5)};
    Course *course = course_make(&programme, events, ARRAY_LEN(events), NULL, 0, FIRST_DAY + 9);
    stage_push(&stage, &screen_history);
    stage.model.course = (ModelCourse){course, "Calves", FIRST_DAY + 9};
    stage_check_golden(&stage, "history-programme-100x60", 100, 60, stage_colour, true);
    stage_check_golden(&stage, "history-programme-80x24-ascii", 80, 24, stage_ascii, false);
    stage_check_sizes(&stage);
    stage.model.course = (ModelCourse){0};
    course_free(course);
}
END_TEST

Suite *suite_history_screen(void)
{
    Suite *suite = suite_create("history_screen");
    TCase *cases = tcase_create("history_screen");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_loop_test(cases, looks_as_it_did, 0, (int)ARRAY_LEN(goldens));
    tcase_add_test(cases, shows_the_programme);
    tcase_add_loop_test(cases, says_kindly_that_there_is_nothing, 0, 2);
    tcase_add_loop_test(cases, fits_every_size, 0, 3);
    tcase_add_loop_test(cases, answers_keys, 0, (int)ARRAY_LEN(answers));
    tcase_add_test(cases, asks_for_no_more_where_there_is_none);
    tcase_add_test(cases, mark_stays_on_its_session);
    tcase_add_test(cases, scrolls_below_the_calendar);
    tcase_add_test(cases, marks_no_day_that_is_not_there);
    tcase_add_test(cases, tells_weeks_in_a_row);
    tcase_add_test(cases, invents_nothing);
    tcase_add_test(cases, keys_of_one_session);
    suite_add_tcase(suite, cases);
    return suite;
}
