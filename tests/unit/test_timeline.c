/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "routine/routine.h"
#include "routine/timeline.h"

#define MOVE(name) "  - {name: " name ", areas: calves, hold: 30s}\n"
#define IN_REPEAT(name) "      - {name: " name ", areas: calves, hold: 30s}\n"

static bool write_stop(void *context, const TimelineItem *stop)
{
    if (stop->move)
        text_print(context, "%s%d ", stop->move->name, (int)stop->turn);
    else
        text_print(context, "(%d after %d) ", (int)stop->rest_s, (int)stop->turn);
    return true;
}

static bool is_named_b(void *context, const Move *move, int32_t turn)
{
    (void)context, (void)turn;
    return strcmp(move->name, "B") == 0;
}

static bool stop_at_once(void *context, const TimelineItem *stop)
{
    (void)context, (void)stop;
    return false;
}

static const struct {
    const char *yaml;
    TimelineFilter *leave_out;
    const char *stops;
} walks[] = {
    {"moves:\n" MOVE("A") MOVE("B"), NULL, "A0 B1 "},
    {"moves:\n  - rest: 3s\n" MOVE("A"), NULL, "(3 after -1) A0 "},
    {"moves:\n" MOVE("A") "  - rest: 3s\n  - rest: 4s\n" MOVE("B") "  - rest: 5s\n", NULL,
     "A0 (3 after 0) (4 after 0) B1 "},
    {"defaults: {rest: 9s}\nmoves:\n" MOVE("A") MOVE("B") "  - rest: 3s\n" MOVE("C"), NULL,
     "A0 (9 after 0) B1 (3 after 1) C2 "},
    {"moves:\n  - repeat: 3\n    between: 2s\n    moves:\n" IN_REPEAT("A"), NULL, "A0 (2 after 0) A1 (2 after 1) A2 "},
    {"moves:\n  - repeat: 2\n    moves:\n" IN_REPEAT("A") "      - rest: 4s\n", NULL, "A0 (4 after 0) A1 "},
    {"defaults: {rest: 9s}\nmoves:\n" MOVE("A") MOVE("B") "  - rest: 3s\n" MOVE("C"), is_named_b, "A0 (9 after 0) C2 "},
    {"moves:\n" MOVE("A") "  - rest: 3s\n" MOVE("B"), is_named_b, "A0 "},
    {"moves:\n" MOVE("B") "  - rest: 3s\n" MOVE("A"), is_named_b, "A1 "},
};

static Routine *parse(const char *yaml)
{
    DiagnosticList diags = {0};
    Text text = {0};
    text_print(&text, "knead: 1\ntitle: T\n%s", yaml);
    Routine *routine = routine_parse(text_show(&text), text.length, "t", NULL, &diags);
    ck_assert_msg(routine != NULL, "%s", diagnostic_first(&diags));
    diagnostic_release(&diags);
    text_release(&text);
    return routine;
}

START_TEST(stops_come_in_the_order_in_which_they_are_done)
{
    Routine *routine = parse(walks[_i].yaml);
    Text stops = {0};
    ck_assert(timeline_walk(routine, walks[_i].leave_out, write_stop, &stops));
    ck_assert_str_eq(text_show(&stops), walks[_i].stops);
    ck_assert(!timeline_walk(routine, NULL, stop_at_once, NULL));
    text_release(&stops);
    routine_free(routine);
}
END_TEST

START_TEST(a_move_takes_its_sides_and_phases)
{
    Routine *routine = parse(
        "defaults: {prepare: 7s, switch: 3s}\nmoves:\n"
        "  - {name: A, areas: hips, sides: both, hold: {left: 90s, right: 60s}}\n"
        "  - {name: C, areas: hips, sides: both, switch: 12s, hold: 10s}\n"
        "  - {name: D, areas: hips, sides: both, phases: [{name: x, hold: 10s}, {name: y, hold: 8s, prepare: 4s}]}\n"
        "  - {name: B, areas: hips, prepare: 0, phases: [{name: x, hold: 10s}, {name: y, passes: 2, pace: 4s}]}\n");
    const Move *a = routine->items[0].move, *c = routine->items[1].move, *d = routine->items[2].move,
               *b = routine->items[3].move;
    ck_assert_int_eq(timeline_move_seconds(a), 7 + 90 + 3 + 60);
    ck_assert_int_eq(timeline_move_seconds(b), 18);
    ck_assert_int_eq(timeline_move_seconds(c), 7 + 10 + 12 + 10);
    ck_assert_int_eq(timeline_move_seconds(d), 7 + 10 + 4 + 8 + 3 + 10 + 4 + 8);
    const TimelineTotal total = timeline_total(routine);
    ck_assert_int_eq(total.seconds, 160 + 39 + 54 + 18);
    ck_assert_int_eq(total.steps, 4 + 4 + 8 + 2);
    ck_assert_int_eq(total.moves, 4);
    ck_assert_int_eq(routine->seconds, 160 + 39 + 54 + 18);
    routine_free(routine);
}
END_TEST

/* 5 s, and 0.4 s a word, up to whole 5 s. */
static const struct {
    const char *setup;
    int32_t prepare_s, switch_s;
} autos[] = {
    {NULL, 5, 5},
    {"", 5, 5},
    {"Sit.", 10, 5},
    {"  Sit\ndown \t here.\n", 10, 5},
    {"1 2 3 4 5 6 7 8 9 10 11 12", 10, 5},
    {"1 2 3 4 5 6 7 8 9 10 11 12 13", 15, 10},
    {"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26", 20, 10},
};

START_TEST(auto_goes_by_the_words)
{
    ck_assert_int_eq(timeline_auto_prepare_s(autos[_i].setup), autos[_i].prepare_s);
    ck_assert_int_eq(timeline_auto_switch_s(autos[_i].prepare_s), autos[_i].switch_s);
}
END_TEST

START_TEST(auto_is_a_minute_at_most)
{
    Text setup = {0};
    for (int words = 0; words < 200; words++)
        text_add(&setup, "word ");
    ck_assert_int_eq(timeline_auto_prepare_s(text_show(&setup)), 60);
    ck_assert_int_eq(timeline_auto_switch_s(60), 30);
    text_release(&setup);
}
END_TEST

Suite *suite_timeline(void);
Suite *suite_timeline(void)
{
    Suite *suite = suite_create("timeline");
    TCase *tests = tcase_create("walk");
    tcase_add_loop_test(tests, stops_come_in_the_order_in_which_they_are_done, 0, (int)ARRAY_LEN(walks));
    tcase_add_test(tests, a_move_takes_its_sides_and_phases);
    tcase_add_loop_test(tests, auto_goes_by_the_words, 0, ARRAY_LEN(autos));
    tcase_add_test(tests, auto_is_a_minute_at_most);
    suite_add_tcase(suite, tests);
    return suite;
}
