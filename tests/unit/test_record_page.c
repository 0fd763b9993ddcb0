/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "ui/screens/record_page.h"

Suite *suite_record_page(void);

enum { HEIGHT = 24, MOST = 4 };

static const Look colour = {.colours = 256, .is_utf8 = true};

#define FELT_NOT -1, -1
#define DONE false, false

/* What is held, planned, skipped and hurt, as the rows of a page of that width show it. */
static const struct {
    int width;
    MoveRecord moves[MOST];
    const char *shown[3];
} rows[] = {
    {78,
     {{0, "Calf", NULL, "calves", SIDE_LEFT, 90, 90000, FELT_NOT, DONE},
      {0, "Calf", NULL, "calves", SIDE_RIGHT, 90, 60000, FELT_NOT, DONE}},
     {"1 of 1 move, 2 min 30 s held of 3 min: left 1:30, right 1:00.", "left 1:30     right 1:00 of 1:30\n", NULL}},
    {38,
     {{0, "Calf", NULL, "calves", SIDE_LEFT, 90, 90000, FELT_NOT, DONE},
      {0, "Calf", NULL, "calves", SIDE_RIGHT, 90, 60000, FELT_NOT, false, true}},
     {"L 1:30  R 1:00/1:30", "Calf, right (the rest of it)", NULL}},
    {18,
     {{0, "Calf", NULL, "calves", SIDE_LEFT, 90, 90000, FELT_NOT, true, false}},
     {"1:30!", "! it hurt there", NULL}},
    {78,
     {{0, "Calf", NULL, "calves", SIDE_LEFT, 90, 0, FELT_NOT, true, false},
      {1, "Foot", NULL, "feet", SIDE_NONE, 60, 60000, FELT_NOT, DONE}},
     {"1 of 2 moves, 1 min held of 2 min 30 s.", "left 0:00 of 1:30, hurt", "1:00\n"}},
    {78, {{0, "Foot", NULL, "feet", SIDE_NONE, 60, 0, FELT_NOT, false, true}}, {"skipped   ", "Foot\n", NULL}},
    {78,
     {{0, "Foot", NULL, "feet", SIDE_NONE, 60, 0, FELT_NOT, DONE}},
     {"0 of 1 move, 0 s held of 1 min.", " -", NULL}},
    /* A record from before plans were kept; more than was planned is no shortfall; nor is a second. */
    {78, {{0, "Foot", NULL, "feet", SIDE_NONE, -1, 40000, FELT_NOT, DONE}}, {"40 s held.", "0:40\n", NULL}},
    {78, {{0, "Foot", NULL, "feet", SIDE_NONE, 30, 40000, FELT_NOT, DONE}}, {"40 s held.", "0:40\n", NULL}},
    {78, {{0, "Foot", NULL, "feet", SIDE_NONE, 60, 59200, FELT_NOT, DONE}}, {"59 s held.", "0:59\n", NULL}},
    {78,
     {{0, "Foot", NULL, "feet", SIDE_LEFT, 60, 60000, 4, 6, DONE}},
     {"pressure    Foot, left: 4, at most 6", NULL, NULL}},
};

static size_t count_moves(const MoveRecord *moves)
{
    size_t count = 0;
    while (count < MOST && moves[count].name)
        count++;
    return count;
}

static char *page_text(const SessionRecord *record, int width)
{
    Canvas canvas;
    Page page;
    Text shown = {0};
    canvas_init(&canvas, width, HEIGHT, colour);
    page_init(&page, colour);
    record_page_add(&page, record);
    page_draw(&page, &canvas, (Rect){0, 0, width, HEIGHT}, -1, false);
    canvas_dump(&canvas, false, &shown);
    page_release(&page);
    canvas_release(&canvas);
    return text_detach(&shown);
}

static void check_shown(const SessionRecord *record, int width, const char *words, bool is_shown)
{
    char *text = page_text(record, width);
    ck_assert_msg((strstr(text, words) != NULL) == is_shown, "%s '%s' in\n%s", is_shown ? "no" : "a", words, text);
    free(text);
}

START_TEST(shows_held_of_planned)
{
    MoveRecord moves[MOST];
    memcpy(moves, rows[_i].moves, sizeof moves);
    const SessionRecord record = {
        .level = LEVEL_STANDARD, .measure = MEASURE_NONE, .moves = moves, .count = count_moves(moves)};
    for (size_t i = 0; i < ARRAY_LEN(rows[_i].shown) && rows[_i].shown[i]; i++)
        check_shown(&record, rows[_i].width, rows[_i].shown[i], true);
    check_shown(&record, rows[_i].width, "hurt", moves[0].hurt);
    check_shown(&record, rows[_i].width, "Level", false);
}
END_TEST

/* NULL: nothing is said of it. */
static const struct {
    Measure measure;
    const char *shown;
} measures[] = {
    {{UNIT_FEEL, false, 60, 30}, "6 \u2192 3 of 10: 3 better"},
    {{UNIT_FEEL, false, 30, 50}, "3 \u2192 5 of 10: 2 worse"},
    {{UNIT_FEEL, false, 30, 30}, "3 \u2192 3 of 10: no change"},
    {{UNIT_CM, true, 95, 110}, "9.5 \u2192 11 cm: 1.5 cm better"},
    {{UNIT_CM, false, -25, -40}, "-2.5 \u2192 -4 cm: 1.5 cm better"},
    {{UNIT_S, true, 300, 200}, "30 \u2192 20 s: 10 s worse"},
    {{UNIT_FEEL, false, 60, MEASURE_NOT_SAID}, "before 6 of 10"},
    {{UNIT_CM, true, MEASURE_NOT_SAID, 110}, "after 11 cm"},
    {{UNIT_FEEL, false, MEASURE_NOT_SAID, MEASURE_NOT_SAID}, NULL},
};

START_TEST(shows_before_and_after)
{
    const SessionRecord record = {.level = LEVEL_STANDARD, .measure = measures[_i].measure, .worked_s = 60};
    check_shown(&record, 78, measures[_i].shown ? measures[_i].shown : "felt", measures[_i].shown != NULL);
}
END_TEST

/* Each reason by itself, and none where there is none. */
START_TEST(shows_what_was_left_out_and_why)
{
    static const struct {
        const char *declined, *ruled_out, *dropped, *shown;
    } left_out[] = {
        {"Hip", NULL, NULL, "you said no: Hip"},
        {NULL, "Hip (clot)", NULL, "for your health: Hip (clot)"},
        {NULL, NULL, "Hip, Foot", "for lack of time: Hip, Foot"},
    };
    static const char *const all[] = {"you said no", "for your health", "for lack of time"};
    for (size_t i = 0; i < ARRAY_LEN(left_out); i++) {
        const SessionRecord record = {.level = LEVEL_FIRM,
                                      .measure = MEASURE_NONE,
                                      .declined = left_out[i].declined,
                                      .ruled_out = left_out[i].ruled_out,
                                      .dropped = left_out[i].dropped};
        check_shown(&record, 78, left_out[i].shown, true);
        check_shown(&record, 78, "Level: firm.", true);
        for (size_t k = 0; k < ARRAY_LEN(all); k++)
            check_shown(&record, 78, all[k], k == i);
    }
}
END_TEST

static int count_ink(const Canvas *canvas, Role role, bool is_left)
{
    int count = 0;
    for (int i = 0; i < canvas->width * canvas->height; i++) {
        const bool is_there = i % canvas->width < canvas->width / 2;
        count += is_there == is_left && canvas->cells[i].glyph != ' ' && canvas->cells[i].style.ink == role;
    }
    return count;
}

/* One figure alone has the left on the left. What is not known, or not held, is not drawn. */
START_TEST(body_shows_the_sides_that_were_worked)
{
    static const struct {
        MoveRecord move;
        Role role;
        bool left, right;
    } drawn[] = {
        {{0, "Calf", NULL, "calves", SIDE_LEFT, 60, 60000, FELT_NOT, DONE}, ROLE_HEAT_4, true, false},
        {{0, "Calf", NULL, "nowhere calves", SIDE_RIGHT, 60, 60000, FELT_NOT, DONE}, ROLE_HEAT_4, false, true},
        {{0, "Calf", NULL, "calves feet", SIDE_NONE, 60, 60000, FELT_NOT, DONE}, ROLE_HEAT_4, true, true},
        {{0, "Calf", NULL, "calves", SIDE_LEFT, 60, 0, FELT_NOT, true, false}, ROLE_BAD, true, false},
        {{0, "Calf", NULL, "calves", SIDE_LEFT, 60, 0, FELT_NOT, DONE}, ROLE_HEAT_0, false, false},
        {{0, "Calf", NULL, "", SIDE_LEFT, 60, 60000, FELT_NOT, DONE}, ROLE_HEAT_0, false, false},
        {{0, "Calf", NULL, NULL, SIDE_LEFT, 60, 60000, FELT_NOT, DONE}, ROLE_HEAT_0, false, false},
    };
    for (size_t i = 0; i < ARRAY_LEN(drawn); i++) {
        MoveRecord move = drawn[i].move;
        const SessionRecord record = {.measure = MEASURE_NONE, .moves = &move, .count = 1};
        Canvas canvas;
        canvas_init(&canvas, 13, 16, colour);
        record_page_draw_body(&canvas, (Rect){0, 0, 13, 16}, &record);
        ck_assert_msg((count_ink(&canvas, drawn[i].role, true) > 0) == drawn[i].left, "%zu, left", i);
        ck_assert_msg((count_ink(&canvas, drawn[i].role, false) > 0) == drawn[i].right, "%zu, right", i);
        canvas_release(&canvas);
    }
}
END_TEST

Suite *suite_record_page(void)
{
    Suite *suite = suite_create("record_page");
    TCase *cases = tcase_create("record_page");
    tcase_add_loop_test(cases, shows_held_of_planned, 0, (int)ARRAY_LEN(rows));
    tcase_add_loop_test(cases, shows_before_and_after, 0, (int)ARRAY_LEN(measures));
    tcase_add_test(cases, shows_what_was_left_out_and_why);
    tcase_add_test(cases, body_shows_the_sides_that_were_worked);
    suite_add_tcase(suite, cases);
    return suite;
}
