/* SPDX-License-Identifier: MIT */
/* How long and how hard the shipped moves and routines work, against the table tests/content/doses.txt. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "routine/timeline.h"
#include "support/golden.h"
#include "support/shipped.h"
#include "support/table.h"

Suite *suite_doses(void);

static Table doses;

static void open_doses(void)
{
    read_shipped();
    doses = table_read(TESTS_DIR "/content/doses.txt");
}

static void close_doses(void)
{
    table_release(&doses);
    release_shipped();
}

/* One that is not as the table says must stand among its exceptions; what excuses a move does so in routines too. */
static void expect(bool is_right, const char *rule, const char *id, const char *what, int32_t seconds)
{
    const char *sign = strchr(id, '/');
    TableRow *row = is_right ? NULL : table_find(&doses, "except", rule, id);
    if (!is_right && !row && sign)
        row = table_find(&doses, "except", rule, sign + 1);
    if (row)
        row->is_used = true;
    ck_assert_msg(is_right || row, "%s: %s: %d of %s", id, rule, (int)seconds, what);
}

static bool is_of(const TableRow *row, size_t cell, int32_t value)
{
    return table_in_range(table_range(row, cell), value);
}

static TableRow *wanted_row(const char *kind, const char *name)
{
    TableRow *row = table_find(&doses, kind, name, NULL);
    ck_assert_msg(row != NULL, "%s has no row: %s %s", doses.path, kind, name);
    return row;
}

static int32_t side_s(const Move *move)
{
    int32_t seconds = 0;
    for (size_t i = 0; i < move->phase_count; i++)
        seconds += move->phases[i].hold.left_s;
    return seconds;
}

/* Of one technique from its first phase to its last, or TECHNIQUE_NONE. */
static Technique only_technique(const Move *move)
{
    const Technique first = move->phases[0].technique;
    for (size_t i = 1; i < move->phase_count; i++) {
        if (move->phases[i].technique != first)
            return TECHNIQUE_NONE;
    }
    return first;
}

static bool has_technique(const Move *move, Technique technique)
{
    for (size_t i = 0; i < move->phase_count; i++) {
        if (move->phases[i].technique == technique)
            return true;
    }
    return false;
}

static bool is_pressing(const Move *move)
{
    return move->phases[0].pressure.is_set && only_technique(move) != TECHNIQUE_STRETCH;
}

static void check_phases(const char *id, const Move *move)
{
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        const char *name = technique_name((int)phase->technique);
        if (phase->technique == TECHNIQUE_NONE)
            continue;
        const TableRow *row = wanted_row("technique", name);
        expect(is_of(row, 2, phase->hold.left_s), "hold", id, name, phase->hold.left_s);
        if (phase->hold.kind == HOLD_PASSES)
            expect(is_of(row, 4, phase->hold.pace_s), "pace", id, name, phase->hold.pace_s);
    }
}

/* A routine may press less than the move alone, never more. */
static void check_pressure(const char *id, const Move *move, const TableRow *named, bool is_alone)
{
    for (size_t i = 0; i < move->phase_count; i++) {
        const Pressure *pressure = &move->phases[i].pressure;
        if (!pressure->is_set)
            continue;
        expect(is_of(wanted_row("limit", "pressure"), 2, pressure->high), "pressure", id, "pressure", pressure->high);
        if (named) {
            expect(pressure->high <= table_range(named, 3).high, "pressure", id, "pressure", pressure->high);
            expect(!is_alone || is_of(named, 3, pressure->low), "pressure", id, "pressure", pressure->low);
        }
    }
}

/* What fitting a session may leave of it. */
static void check_least(const char *id, const Move *move)
{
    const bool is_stretch = only_technique(move) == TECHNIQUE_STRETCH;
    if (move->least_s > 0 && (is_stretch || is_pressing(move)))
        expect(is_of(wanted_row("limit", is_stretch ? "fit-stretch" : "fit-press"), 2, move->least_s), "least", id,
               "what fitting leaves", move->least_s);
}

static void check_moves(void)
{
    for (size_t i = 0; i < shipped.count; i++) {
        const char *id = shipped.items[i].id;
        const Move *move = shipped.items[i].move;
        const Technique only = only_technique(move);
        const TableRow *named = table_find(&doses, "move", id, NULL);
        const int32_t seconds = side_s(move);
        check_phases(id, move);
        check_pressure(id, move, named, true);
        check_least(id, move);
        if (named)
            expect(is_of(named, 2, seconds), "seconds", id, "a side", seconds);
        else if (is_pressing(move))
            expect(is_of(wanted_row("limit", "pressing"), 2, seconds), "seconds", id, "a side", seconds);
        if (only != TECHNIQUE_NONE)
            expect(is_of(wanted_row("technique", technique_name((int)only)), 3, seconds), "side", id, "one technique",
                   seconds);
    }
}

typedef struct InRoutine {
    const LibraryEntry *entry;
    const TableRow *goal;
} InRoutine;

static void check_holds(const char *id, const Move *move, const TableRow *goal)
{
    for (size_t i = 0; i < move->phase_count; i++) {
        if (move->phases[i].technique == TECHNIQUE_SUSTAINED_PRESSURE)
            expect(is_of(goal, 3, move->phases[i].hold.left_s), "tender", id, "a hold", move->phases[i].hold.left_s);
    }
}

static bool check_item(void *context, const TimelineItem *item)
{
    const InRoutine *in = context;
    const Move *move = item->move;
    if (!move)
        return true;
    char *id = memory_print("%s/%s", in->entry->id, move->use ? move->use : move->name);
    check_phases(id, move);
    check_pressure(id, move, move->use ? table_find(&doses, "move", move->use, NULL) : NULL, false);
    check_holds(id, move, in->goal);
    if (is_pressing(move))
        expect(is_of(in->goal, 2, side_s(move)), "seconds", id, "a side", side_s(move));
    if (has_technique(move, TECHNIQUE_STRETCH))
        expect(is_of(in->goal, 4, side_s(move)), "stretch", id, "a side", side_s(move));
    free(id);
    return true;
}

static void check_routines(void)
{
    load_shipped_routines();
    for (size_t i = 0; i < library_count(shipped.library); i++) {
        const LibraryEntry *entry = library_at(shipped.library, i);
        InRoutine in = {entry, wanted_row("goal", goal_name((int)entry->routine->goal))};
        timeline_walk(entry->routine, NULL, check_item, &in);
    }
}

START_TEST(moves_hold_to_the_table)
{
    check_moves();
}
END_TEST

START_TEST(routines_hold_to_the_table)
{
    check_routines();
}
END_TEST

/* The table names what is there, and an exception that nothing needs any more goes. */
START_TEST(table_has_nothing_too_much)
{
    for (size_t i = 0; i < doses.count; i++) {
        if (strcmp(doses.rows[i].cells[0], "move") == 0)
            ck_assert_ptr_nonnull(shipped_move(doses.rows[i].cells[1]));
        ck_assert_msg(strcmp(doses.rows[i].cells[0], "except") != 0 || *doses.rows[i].cells[3], "%s:%d: no reason",
                      doses.path, doses.rows[i].line);
    }
    check_moves();
    check_routines();
    table_check_used(&doses, "except");
}
END_TEST

Suite *suite_doses(void)
{
    Suite *suite = suite_create("doses");
    TCase *tests = tcase_create("doses");
    tcase_add_checked_fixture(tests, open_doses, close_doses);
    tcase_add_test(tests, moves_hold_to_the_table);
    tcase_add_test(tests, routines_hold_to_the_table);
    tcase_add_test(tests, table_has_nothing_too_much);
    suite_add_tcase(suite, tests);
    return suite;
}
