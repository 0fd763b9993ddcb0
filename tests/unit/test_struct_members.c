/* SPDX-License-Identifier: MIT */
/* Every key of a move counts when routines are compared, and comes along when a move is copied. */
#include "routine/struct_members.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "routine/fields.h"
#include "routine/routine.h"
#include "support/following.h"

Suite *suite_struct_members(void);

#define HEAD "moves:\n"
#define MOVE(rest) HEAD "  - {name: A, areas: calves, hold: 30s, " rest "}\n"
#define PHASE(rest) HEAD "  - {name: A, areas: calves, phases: [{name: In, hold: 30s}, {name: Out, " rest "}]}\n"

/* One other than it is in the plain routine, for each key. */
static const struct {
    const char *key, *yaml;
} moves[] = {
    {"name", HEAD "  - {name: B, areas: calves, hold: 30s}\n"},
    {"areas", HEAD "  - {name: A, areas: [calves, feet], hold: 30s}\n"},
    {"where", MOVE("where: desk")},
    {"tools", MOVE("tools: ball | cork")},
    {"technique", MOVE("technique: plow")},
    {"setup", MOVE("setup: S")},
    {"sides", MOVE("sides: both")},
    {"first", MOVE("first: right")},
    {"hold", HEAD "  - {name: A, areas: calves, hold: 20s-30s}\n"},
    {"passes", HEAD "  - {name: A, areas: calves, passes: 10, pace: 3s}\n"},
    {"pace", HEAD "  - {name: A, areas: calves, passes: 6, pace: 5s}\n"},
    {"breaths", HEAD "  - {name: A, areas: calves, breaths: 3, breathe: 4-6}\n"},
    {"phases", PHASE("hold: 30s")},
    {"pressure", MOVE("pressure: 4")},
    {"breathe", MOVE("breathe: 4-6")},
    {"cues", MOVE("cues: [C]")},
    {"prepare", MOVE("prepare: 0")},
    {"switch", MOVE("switch: 0")},
    {"priority", MOVE("priority: 1")},
    {"least", MOVE("least: 20s")},
    {"feel", MOVE("feel: F")},
    {"lighter", MOVE("lighter: L")},
    {"deeper", MOVE("deeper: D")},
    {"avoid", MOVE("avoid: [A, B]")},
    {"not_with", MOVE("not_with: clot")},
    {"confirm", MOVE("confirm: C")},
    {"why", MOVE("why: W")},
    {"keywords", MOVE("keywords: K")},
    {"cautions", MOVE("cautions: C")},
    {"position", MOVE("position: [a, b]")},
    {"tool_at", MOVE("tool_at: sole above")},
};

static const struct {
    const char *key, *yaml;
} phases[] = {
    {"name", HEAD "  - {name: A, areas: calves, phases: [{name: In, hold: 30s}, {name: Up, hold: 30s}]}\n"},
    {"hold", PHASE("hold: 31s")},
    {"passes", PHASE("passes: 10, pace: 3s")},
    {"pace", PHASE("passes: 6, pace: 5s")},
    {"breaths", PHASE("breaths: 3, breathe: 4-6")},
    {"technique", PHASE("hold: 30s, technique: plow")},
    {"pressure", PHASE("hold: 30s, pressure: 4")},
    {"breathe", PHASE("hold: 30s, breathe: 4-6")},
    {"cues", PHASE("hold: 30s, cues: [{at: 3s, say: C}]")},
    {"prepare", PHASE("hold: 30s, prepare: 4s")},
    {"setup", PHASE("hold: 30s, setup: S")},
    {"position", PHASE("hold: 30s, position: a")},
    {"tool_at", PHASE("hold: 30s, tool_at: calf")},
};

/* The other items, and what the routine says of itself. */
static const char *const others[] = {
    "summary: S\n" MOVE(""),
    "goal: recovery\n" MOVE(""),
    "cautions: [A]\n" MOVE(""),
    "keywords: [A]\n" MOVE(""),
    "pair: a\n" MOVE(""),
    MOVE("setup: {ball: S}"),
    "check: C\n" MOVE(""),
    "defaults: {rest: 9s}\n" MOVE(""),
    "sources: [{title: S}]\n" MOVE(""),
    HEAD "  - repeat: 2\n    moves: [{name: A, areas: calves, hold: 30s}]\n",
    MOVE("") "  - {rest: 5s, say: R}\n  - {name: Z, areas: feet, hold: 9s}\n",
};

/* Each differs from the one before it. */
static const char *const units[] = {
    "check: C\n" MOVE(""),
    "check: {say: C, unit: cm, better: less}\n" MOVE(""),
    "check: {say: C, unit: cm, better: more}\n" MOVE(""),
    "check: {say: C, unit: s, better: more}\n" MOVE(""),
    "check: {say: D, unit: s, better: more}\n" MOVE(""),
};

/* The same, written otherwise. */
static const char again[] = HEAD "  - {hold: 0:30, name: 'A', areas: [calves]}\n";

static void check_seen(const char *before, const char *yaml)
{
    Routine *plain = routine_of(before), *other = routine_of(yaml);
    ck_assert_msg(!struct_members_same_routine(plain, other), "%s", yaml);
    routine_free(plain);
    routine_free(other);
}

/* The copy outlives what it was made of. */
static void check_copied(const char *yaml)
{
    Arena arena = {0};
    Routine *routine = routine_of(yaml), *wanted = routine_of(yaml);
    Item item = routine->items[0];
    Routine copied = *wanted;
    item.move = struct_members_copy_move(&arena, item.move);
    routine_free(routine);
    copied.items = &item;
    ck_assert_msg(struct_members_same_routine(&copied, wanted), "%s", yaml);
    routine_free(wanted);
    arena_release(&arena);
}

START_TEST(a_key_of_a_move_is_compared_and_copied)
{
    check_seen(again, moves[_i].yaml);
    check_copied(moves[_i].yaml);
}
END_TEST

START_TEST(a_key_of_a_phase_is_compared_and_copied)
{
    check_seen(PHASE("hold: 30s"), phases[_i].yaml);
    check_copied(phases[_i].yaml);
}
END_TEST

START_TEST(all_else_of_a_routine_is_compared)
{
    check_seen(again, others[_i]);
}
END_TEST

START_TEST(all_of_a_check_is_compared)
{
    check_seen(units[_i], units[_i + 1]);
}
END_TEST

START_TEST(the_same_may_be_written_otherwise)
{
    Routine *plain = routine_of(MOVE("")), *other = routine_of(again);
    ck_assert(struct_members_same_routine(plain, other));
    routine_free(plain);
    routine_free(other);
}
END_TEST

/* A new key needs a row above. What names shared moves does not count. */
START_TEST(every_key_stands_above)
{
    for (size_t i = 0; i < move_table.count; i++) {
        const char *key = move_table.fields[i].key;
        bool is_there = strcmp(key, "use") == 0 || strcmp(key, "instead") == 0;
        for (size_t k = 0; k < ARRAY_LEN(moves); k++)
            is_there = is_there || strcmp(moves[k].key, key) == 0;
        ck_assert_msg(is_there, "%s of a move", key);
    }
    for (size_t i = 0; i < phase_table.count; i++) {
        bool is_there = false;
        for (size_t k = 0; k < ARRAY_LEN(phases); k++)
            is_there = is_there || strcmp(phases[k].key, phase_table.fields[i].key) == 0;
        ck_assert_msg(is_there, "%s of a phase", phase_table.fields[i].key);
    }
}
END_TEST

Suite *suite_struct_members(void)
{
    Suite *suite = suite_create("struct_members");
    TCase *tests = tcase_create("struct_members");
    tcase_add_loop_test(tests, a_key_of_a_move_is_compared_and_copied, 0, ARRAY_LEN(moves));
    tcase_add_loop_test(tests, a_key_of_a_phase_is_compared_and_copied, 0, ARRAY_LEN(phases));
    tcase_add_loop_test(tests, all_else_of_a_routine_is_compared, 0, ARRAY_LEN(others));
    tcase_add_loop_test(tests, all_of_a_check_is_compared, 0, ARRAY_LEN(units) - 1);
    tcase_add_test(tests, the_same_may_be_written_otherwise);
    tcase_add_test(tests, every_key_stands_above);
    suite_add_tcase(suite, tests);
    return suite;
}
