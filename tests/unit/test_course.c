/* SPDX-License-Identifier: MIT */
#include "progress/course.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"

Suite *suite_course(void);

enum { FIRST = 20500, EVENTS_MOST = 400, AWAY_MOST = 8 };

/* A programme in letters: a letter is a part with that content, `-` is rest, seven to a week. */
static Programme *programme_of(const char *letters)
{
    static const char *const contents[] = {"", "A", "B", "C", "D", "E", "F", "G", "X"};
    Programme *programme = calloc(1, sizeof *programme);
    ck_assert_ptr_nonnull(programme);
    programme->id = "plan";
    programme->count = strlen(letters) / DAY_WEEK;
    programme->weeks = calloc(programme->count, sizeof *programme->weeks);
    ck_assert_ptr_nonnull(programme->weeks);
    for (size_t i = 0; i < programme->count * DAY_WEEK; i++) {
        ProgrammeDay *day = &programme->weeks[i / DAY_WEEK].days[i % DAY_WEEK];
        day->kind = letters[i] == '-' ? PROGRAMME_REST : PROGRAMME_ROUTINE;
        day->content = contents[letters[i] == '-' ? 0 : letters[i] == 'X' ? 8 : letters[i] - 'A' + 1];
    }
    return programme;
}

static void free_programme(Programme *programme)
{
    free(programme->weeks);
    free(programme);
}

/* "S0:1.1 D2:1.3C P3:1.4A G9:2.1 Q20": started, done, skipped, again and stopped; the day from FIRST on; the part, and
 * its content. A small `s` starts another programme. */
typedef struct Events {
    CourseEvent items[EVENTS_MOST];
    char contents[EVENTS_MOST][2];
    size_t count;
} Events;

static void read_events(Events *events, const char *text)
{
    events->count = 0;
    for (int used; *text; text += used) {
        char kind;
        int day, week = 0, weekday = 0;
        char *content = events->contents[events->count];
        content[0] = content[1] = '\0';
        ck_assert_int_ge(sscanf(text, " %c%d%n", &kind, &day, &used), 2);
        if (text[used] == ':') {
            int more = 0;
            ck_assert_int_eq(sscanf(text + used, ":%d.%d%n", &week, &weekday, &more), 2);
            used += more;
            if (text[used] >= 'A' && text[used] <= 'Z')
                content[0] = text[used++];
        }
        static const char kinds[] = "SDPGQ";
        const bool is_other = kind == 's';
        const char *at = strchr(kinds, is_other ? 'S' : kind);
        ck_assert_ptr_nonnull(at);
        events->items[events->count++] = (CourseEvent){.kind = (CourseEventKind)(at - kinds),
                                                       .day = FIRST + day,
                                                       .programme = is_other ? "other" : "plan",
                                                       .week = week,
                                                       .weekday = weekday,
                                                       .content = content};
    }
}

static size_t read_away(AwayDays away[AWAY_MOST], const char *text)
{
    size_t count = 0;
    int first, last, used;
    for (; sscanf(text, " %d-%d%n", &first, &last, &used) == 2; text += used)
        away[count++] = (AwayDays){FIRST + first, FIRST + last};
    return count;
}

/* Rest -, before b, done D, skipped P, left out l, next N, to come . */
static void write_states(Text *into, const Course *course)
{
    for (size_t i = 0; i < course->count; i++)
        text_add_char(into, "-bDPlN."[course->parts[i].state]);
}

static const struct {
    const char *programme, *events, *away;
    int today;
    const char *states; /* NULL: no course */
    int next_day;       /* from FIRST; -1: none */
    bool is_for_today, is_done_today, is_away;
    int missed, shift;
} courses[] = {
    /* On time. */
    {"A-B-C--", "S0:1.1", "", 0, "N-.-.--", 0, true, false, false, 0, 0},
    {"A-B-C--", "S3:1.1", "", 0, "N-.-.--", 3, false, false, false, 0, 0},
    {"A-B-C--", "S0:1.1 D0:1.1A", "", 0, "D-N-.--", 2, false, true, false, 0, 0},
    {"A-B-C--", "S0:1.1 D0:1.1A", "", 1, "D-N-.--", 2, false, false, false, 0, 0},
    {"A-B-C--", "S0:1.1 D0:1.1A", "", 2, "D-N-.--", 2, true, false, false, 0, 0},
    {"A-B-C--", "S0:1.1 D0:1.1A D2:1.3B D4:1.5C", "", 4, "D-D-D--", -1, false, true, false, 0, 0},
    {"A-B-C--", "S0:1.1 D0:1.1A D2:1.3B D4:1.5C", "", 90, "D-D-D--", -1, false, false, false, 0, 0},
    /* Missed: the rest moves. */
    {"A-B-C--", "S0:1.1", "", 1, "N-.-.--", 1, true, false, false, 1, 1},
    {"A-B-C--", "S0:1.1 D0:1.1A", "", 5, "D-N-.--", 5, true, false, false, 3, 3},
    {"A-B-C--", "S0:1.1 D0:1.1A D5:1.3B", "", 5, "D-D-N--", 7, false, true, false, 3, 3},
    {"A-B-C--", "S0:1.1 D2:1.1A D5:1.3B D7:1.5C", "", 8, "D-D-D--", -1, false, false, false, 3, 3},
    /* Ahead: two on one day. */
    {"ABCD---", "S0:1.1 D0:1.1A D0:1.2B", "", 0, "DDN.---", 1, false, true, false, 0, -1},
    /* Skipped. */
    {"ABCD---", "S0:1.1 D0:1.1A P1:1.2B", "", 1, "DPN.---", 2, false, true, false, 0, 0},
    {"ABCD---", "S0:1.1 D0:1.1A P1:1.2B D1:1.2B", "", 2, "DDN.---", 2, true, false, false, 0, 0},
    /* Pauses move the rest, and nothing is missed in them. */
    {"ABCD---", "S0:1.1 D0:1.1A", "1-3", 2, "DN..---", 4, false, false, true, 0, 3},
    {"ABCD---", "S0:1.1 D0:1.1A", "1-3", 4, "DN..---", 4, true, false, false, 0, 3},
    {"ABCD---", "S0:1.1 D0:1.1A", "1-3", 5, "DN..---", 5, true, false, false, 1, 4},
    {"ABCD---", "S0:1.1 D0:1.1A", "2-3", 3, "DN..---", 4, true, false, true, 1, 3},
    {"ABCD---", "S0:1.1 D0:1.1A D2:1.2B", "1-3", 2, "DDN.---", 4, false, true, true, 0, 2},
    {"ABCD---", "S0:1.1 D0:1.1A", "2-3 4-9", 1, "DN..---", 1, true, false, false, 0, 8},
    {"A--B---", "S0:1.1 D0:1.1A", "1-1", 1, "D--N---", 4, false, false, true, 0, 1},
    /* Begun later, anew, again, stopped, replaced. */
    {"AB-----CD-----", "S0:2.1", "", 0, "bb-----N.-----", 0, true, false, false, 0, 0},
    {"AB-----CD-----", "S0:1.1 D0:1.1A S9:1.1", "", 9, "N.-----..-----", 9, true, false, false, 0, 0},
    {"AB-----CD-----", "S0:1.1 D0:1.1A D1:1.2B G4:1.1", "", 4, "N.-----..-----", 4, true, false, false, 0, 4},
    {"AB-----CD-----", "S0:1.1 D0:1.1A D1:1.2B D7:2.1C G8:2.1", "", 8, "DD-----N.-----", 8, true, false, false, 0, 1},
    {"A-B-C--", "S0:1.1 D0:1.1A Q1", "", 1, NULL, -1, false, false, false, 0, 0},
    {"A-B-C--", "S0:1.1 D0:1.1A s1", "", 1, NULL, -1, false, false, false, 0, 0},
    {"A-B-C--", "s0 S1:1.1", "", 1, "N-.-.--", 1, true, false, false, 0, 0},
    {"A-B-C--", "D0:1.1A", "", 1, NULL, -1, false, false, false, 0, 0},
    {"A-B-C--", "", "", 1, NULL, -1, false, false, false, 0, 0},
    /* The same start and the same part on two machines. */
    {"ABCD---", "S0:1.1 D0:1.1A S0:1.1 D0:1.1A", "", 1, "DN..---", 1, true, false, false, 0, 0},
    {"ABCD---", "S0:1.1 D0:1.1A D1:1.2B D1:1.1A", "", 2, "DDN.---", 2, true, false, false, 0, 0},
    /* The file was edited. B became X: it stays done. */
    {"AXCD---", "S0:1.1 D0:1.1A D1:1.2B", "", 2, "DDN.---", 2, true, false, false, 0, 0},
    /* A and B changed places. */
    {"BACD---", "S0:1.1 D0:1.1A", "", 1, "ND..---", 1, true, false, false, 0, 0},
    /* Of three that are alike the middle one is another now. */
    {"A-X-A--", "S0:1.1 D0:1.1A D2:1.3A D4:1.5A", "", 5, "D-D-D--", -1, false, false, false, 0, 0},
    /* A day was put before what was done. */
    {"XAB----", "S0:1.1 D0:1.1A D1:1.2B", "", 2, "NDD----", 2, true, false, false, 0, 0},
    /* What was done became rest; its like a week later is not taken for it. */
    {"--C-------C---", "S0:1.1 D0:1.1A", "", 1, "--N-------.---", 2, false, false, false, 0, 0},
    {"A------BC-----", "S0:1.1 D0:1.1A D7:2.1B", "", 8, "D------DN-----", 8, true, false, false, 0, 0},
    /* A part came into a week that is behind. */
    {"AX-----BC-----", "S0:1.1 D0:1.1A D7:2.1B", "", 8, "Dl-----DN-----", 8, true, false, false, 0, 0},
    /* The file is shorter now. */
    {"A------", "S0:1.1 D0:1.1A D7:2.1B", "", 8, "D------", -1, false, false, false, 0, 0},
    /* Places that are none. */
    {"A-B-C--", "S0:9.1 D0:0.0A D0:1.9Z", "", 0, "N-.-.--", 1, false, false, false, 0, 1},
};

START_TEST(says_what_is_next)
{
    static Events events;
    AwayDays away[AWAY_MOST];
    Text states = {0};
    Programme *programme = programme_of(courses[_i].programme);
    read_events(&events, courses[_i].events);
    const size_t away_count = read_away(away, courses[_i].away);
    Course *course = course_make(programme, events.items, events.count, away, away_count, FIRST + courses[_i].today);
    ck_assert_int_eq(course != NULL, courses[_i].states != NULL);
    if (course) {
        write_states(&states, course);
        ck_assert_str_eq(text_show(&states), courses[_i].states);
        ck_assert_int_eq(course->next >= 0 ? course->parts[course->next].day - FIRST : -1, courses[_i].next_day);
        ck_assert_int_eq(course->is_for_today, courses[_i].is_for_today);
        ck_assert_int_eq(course->is_done_today, courses[_i].is_done_today);
        ck_assert_int_eq(course->is_away, courses[_i].is_away);
        ck_assert_int_eq(course->missed, courses[_i].missed);
        ck_assert_int_eq(course->shift, courses[_i].shift);
    }
    course_free(course);
    free_programme(programme);
    text_release(&states);
}
END_TEST

static const struct {
    const char *events, *followed;
} followings[] = {
    {"", NULL},
    {"S0:1.1", "plan"},
    {"S0:1.1 Q1", NULL},
    {"s0", "other"},
    {"S0:1.1 s1", "other"},
    {"s0 S1:1.1 Q2", NULL},
    {"S0:1.1 s1 Q2", "other"},
};

START_TEST(one_programme_is_followed)
{
    static Events events;
    read_events(&events, followings[_i].events);
    const char *followed = course_followed(events.items, events.count);
    if (followings[_i].followed)
        ck_assert_str_eq(followed, followings[_i].followed);
    else
        ck_assert_ptr_null(followed);
}
END_TEST

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

static void make_letters(char letters[8 * DAY_WEEK + 1], uint32_t *random)
{
    const size_t weeks = 1 + next_random(random) % 6;
    for (size_t i = 0; i < weeks * DAY_WEEK; i++)
        letters[i] = "ABC--"[next_random(random) % 5];
    letters[0] = 'A';
    letters[weeks * DAY_WEEK] = '\0';
}

/* What holds of every course: the days that are to come follow each other, outside of pauses. */
static void expect_order(const Course *course, const AwayDays *away, size_t away_count, int32_t today)
{
    int32_t before = today - 1;
    for (size_t i = 0; i < course->count; i++) {
        const CoursePart *part = &course->parts[i];
        if (part->state != PART_NEXT && part->state != PART_TO_COME)
            continue;
        ck_assert_int_gt(part->day, before);
        before = part->day;
        for (size_t k = 0; k < away_count; k++)
            ck_assert(part->day < away[k].first || part->day > away[k].last);
    }
    ck_assert_int_ge(course->missed, 0);
}

/* Somebody does what is next on some days and not on others. With every part done in its turn, the course is later by
 * exactly the days that were missed and those of pauses that stood in the way. */
START_TEST(follows_a_person_through_the_weeks)
{
    uint32_t random = 11 + (uint32_t)_i;
    char letters[8 * DAY_WEEK + 1];
    make_letters(letters, &random);
    Programme *programme = programme_of(letters);
    CourseEvent events[EVENTS_MOST] = {course_event(programme, COURSE_STARTED, 0, FIRST)};
    AwayDays away[AWAY_MOST];
    size_t count = 1, away_count = 0;
    int32_t today = FIRST, done = 0;
    for (bool is_over = false; !is_over; today++) {
        if (away_count < AWAY_MOST && next_random(&random) % 16 == 0) {
            const int32_t last = today + (int32_t)(next_random(&random) % 9);
            away[away_count++] = (AwayDays){today, last};
        }
        Course *course = course_make(programme, events, count, away, away_count, today);
        ck_assert_ptr_nonnull(course);
        expect_order(course, away, away_count, today);
        ck_assert_int_eq(course->done, done);
        is_over = course->next < 0;
        if (away_count == 0)
            ck_assert_int_eq(course->shift, course->missed);
        ck_assert_int_ge(course->shift, course->missed);
        if (course->is_for_today && !course->is_away && next_random(&random) % 3 > 0) {
            events[count++] = course_event(programme, COURSE_DONE, (size_t)course->next, today);
            done++;
        }
        course_free(course);
        ck_assert_uint_lt(count, EVENTS_MOST);
    }
    for (size_t i = 0; letters[i]; i++)
        done -= letters[i] != '-';
    ck_assert_int_eq(done, 0);
    free_programme(programme);
}
END_TEST

/* Whatever events come, in a file that was edited in any way: what was done is no more than the events, and a part that
 * stands where it stood stays done. */
START_TEST(any_events_make_a_course)
{
    uint32_t random = 1234 + (uint32_t)_i;
    char letters[8 * DAY_WEEK + 1];
    make_letters(letters, &random);
    Programme *programme = programme_of(letters);
    CourseEvent events[EVENTS_MOST] = {course_event(programme, COURSE_STARTED, 0, FIRST)};
    static const char *const contents[] = {"A", "B", "C", "X"};
    for (int round = 0; round < 50; round++) {
        size_t count = 1, dones = 0;
        for (size_t total = next_random(&random) % 40; count <= total; count++) {
            const CourseEventKind kind = next_random(&random) % 4 ? COURSE_DONE : COURSE_SKIPPED;
            events[count] = (CourseEvent){.kind = kind,
                                          .day = FIRST + (int32_t)(next_random(&random) % 60),
                                          .programme = "plan",
                                          .week = (int32_t)(next_random(&random) % 8),
                                          .weekday = (int32_t)(next_random(&random) % 9),
                                          .content = contents[next_random(&random) % ARRAY_LEN(contents)]};
            dones += kind == COURSE_DONE;
        }
        const int32_t today = FIRST + (int32_t)(next_random(&random) % 80);
        Course *course = course_make(programme, events, count, NULL, 0, today);
        ck_assert_ptr_nonnull(course);
        expect_order(course, NULL, 0, MIN_OF(today, FIRST));
        ck_assert_int_le(course->done, (int32_t)dones);
        for (size_t i = 1; i < count; i++) {
            const size_t at = (size_t)((events[i].week - 1) * DAY_WEEK + events[i].weekday - 1);
            const bool is_there = events[i].week > 0 && events[i].weekday > 0 && events[i].weekday <= DAY_WEEK &&
                                  at < course->count;
            if (events[i].kind == COURSE_DONE && is_there && letters[at] == events[i].content[0])
                ck_assert_int_eq(course->parts[at].state, PART_DONE);
        }
        course_free(course);
    }
    free_programme(programme);
}
END_TEST

Suite *suite_course(void)
{
    Suite *suite = suite_create("course");
    TCase *tcase = tcase_create("course");
    tcase_add_loop_test(tcase, says_what_is_next, 0, ARRAY_LEN(courses));
    tcase_add_loop_test(tcase, one_programme_is_followed, 0, ARRAY_LEN(followings));
    tcase_add_loop_test(tcase, follows_a_person_through_the_weeks, 0, 40);
    tcase_add_loop_test(tcase, any_events_make_a_course, 0, 20);
    suite_add_tcase(suite, tcase);
    return suite;
}
