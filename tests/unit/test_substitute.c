/* SPDX-License-Identifier: MIT */
/* Another shared move in the place of one, in a routine's text: what is written anew, and what stays byte for byte. */
#include "routine/substitute.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "routine/routine.h"
#include "support/scratch.h"

Suite *suite_substitute(void);

static const char shared[] =
    "knead: 1\nmoves:\n"
    "  roll:\n    name: Roll\n    areas: calves\n    sides: both\n    hold: 60s\n"
    "  press:\n    name: Press\n    areas: calves\n    sides: both\n    hold: 40s\n"
    "    cues: [{at: 35s, say: Nearly.}]\n"
    "  rock:\n    name: Rock\n    areas: calves\n    passes: 6\n    pace: 5s\n"
    "  steps:\n    name: Steps\n    areas: calves\n    phases:\n      - {name: One, hold: 20s}\n";

#define HEAD "# mine\nknead: 1\ntitle: Calf   # the calf\nmoves:\n"
#define FOOT "\n  # the foot\n  - {name: Foot, areas: feet, hold: 30s}\n"

/* The n-th move as it is written, the other's id, and what becomes of the item. NULL: it cannot be done. */
/* clang-format off */
static const struct {
    int move;
    const char *id, *before, *now;
} cases[] = {
    {0, "press", HEAD "  - use: roll\n" FOOT, HEAD "  # instead of roll\n  - use: press\n" FOOT},
    /* What says how long stays where the other lasts in the same way, its comment too. */
    {0, "press", HEAD "  - use: roll\n    hold: 45s   # not longer\n" FOOT,
     HEAD "  # instead of roll\n  - use: press\n    hold: 45s   # not longer\n" FOOT},
    {0, "press", HEAD "  # first\n  - hold: {left: 60s, right: 45s}\n    use: roll   # why\n    priority: 1\n" FOOT,
     HEAD "  # first\n  # instead of roll\n  - hold: {left: 60s, right: 45s}\n    use: press   # why\n"
          "    priority: 1\n" FOOT},
    {0, "press", HEAD "  - use: roll\n    sides: left\n    least: 20s\n    # half\n    hold: 50s\n    first: left\n" FOOT,
     HEAD "  # instead of roll\n  - use: press\n    sides: left\n    least: 20s\n    # half\n    hold: 50s\n"
          "    first: left\n" FOOT},
    /* What is said of the old move is kept as a comment. */
    {0, "press", HEAD "  - use: roll\n    pressure: 3-4\n    # gently\n    cues:\n      - Slowly.\n      # - Faster.\n    hold: 45s\n" FOOT,
     HEAD "  # instead of roll, which had:\n  #   pressure: 3-4\n  #   # gently\n  #   cues:\n  #     - Slowly.\n"
          "  #     # - Faster.\n  #   hold: 45s\n  - use: press\n    hold: 45s\n" FOOT},
    /* A length that does not suit the other's cues, or its way to last. */
    {0, "press", HEAD "  - use: roll\n    hold: 30s\n" FOOT,
     HEAD "  # instead of roll, which had:\n  #   hold: 30s\n  - use: press\n" FOOT},
    {0, "rock", HEAD "  - use: roll\n    hold: 30s\n    sides: left\n    priority: 3\n" FOOT,
     HEAD "  # instead of roll, which had:\n  #   hold: 30s\n  #   sides: left\n"
          "  #   priority: 3\n  - use: rock\n    priority: 3\n" FOOT},
    {0, "steps", HEAD "  - use: rock\n    passes: 8\n" FOOT,
     HEAD "  # instead of rock, which had:\n  #   passes: 8\n  - use: steps\n" FOOT},
    {0, "roll", HEAD "  - use: roll\n    sides: none\n" FOOT, HEAD "  # instead of roll, which had:\n"
     "  #   sides: none\n  - use: roll\n" FOOT},
    /* A move of one's own becomes a comment whole. */
    {1, "press", HEAD "  - use: roll\n  - name: Thumb # mine\n    areas: hands\n    setup: |\n      Sit.\n\n      # Rest.\n"
                      "    hold: 30s\n    priority: 1\n" FOOT,
     HEAD "  - use: roll\n  # instead of Thumb, which had:\n  #   name: Thumb # mine\n  #   areas: hands\n"
          "  #   setup: |\n  #     Sit.\n  #     # Rest.\n  #   hold: 30s\n  #   priority: 1\n  - use: press\n"
          "    priority: 1\n" FOOT},
    {1, "press", HEAD "  - use: roll\n  - &a\n    use: roll\n  - *a\n", NULL},
    {1, "press", HEAD "  - &a {use: roll, hold: 45s}\n  - *a\n" FOOT,
     HEAD "  - &a {use: roll, hold: 45s}\n  # instead of roll, which had:\n  #   *a\n  - use: press\n    hold: 45s\n" FOOT},
    {1, "press", HEAD "  - &a {use: roll, hold: 45s}\n  - <<: *a\n    hold: 50s\n" FOOT,
     HEAD "  - &a {use: roll, hold: 45s}\n  # instead of roll, which had:\n  #   <<: *a\n  #   hold: 50s\n"
          "  - use: press\n    hold: 50s\n" FOOT},
    /* In brackets; in a repeat; an alias; a merge key. */
    {1, "press", HEAD "  - use: roll\n  - {use: roll, hold: 45s, pressure: 5} # so\n" FOOT,
     HEAD "  - use: roll\n  # instead of roll, which had:\n  #   {use: roll, hold: 45s, pressure: 5} # so\n"
          "  - use: press\n    hold: 45s\n" FOOT},
    {1, "rock", HEAD "  - use: roll\n  - repeat: 2\n    moves:\n      - use: press\n        hold: 41s\n      - use: roll\n" FOOT,
     HEAD "  - use: roll\n  - repeat: 2\n    moves:\n      # instead of press, which had:\n      #   hold: 41s\n"
          "      - use: rock\n      - use: roll\n" FOOT},
    /* Back again, and on to a third. */
    {0, "roll", HEAD "  # instead of roll\n  - use: press\n    hold: 45s\n" FOOT,
     HEAD "  - use: roll\n    hold: 45s\n" FOOT},
    {0, "rock", HEAD "  # instead of roll\n  - use: press\n" FOOT, HEAD "  # instead of roll\n  - use: rock\n" FOOT},
    {0, "press", "knead: 1\r\ntitle: Calf\r\nmoves:\r\n  - use: roll\r\n    hold: 45s\r\n",
     "knead: 1\r\ntitle: Calf\r\nmoves:\r\n  # instead of roll\r\n  - use: press\r\n    hold: 45s\r\n"},
    {0, "press", "knead: 1\ntitle: Calf\nmoves:\n  - use: roll", "knead: 1\ntitle: Calf\nmoves:\n  # instead of roll\n"
     "  - use: press"},
    {0, "press", HEAD "  - {use: 'roll', hold: 45s} # so\n" FOOT,
     HEAD "  # instead of roll\n  - {use: press, hold: 45s} # so\n" FOOT},
    {0, "press", "knead: 1\ntitle: Calf\nmoves: {use: roll}\n", NULL},
    {0, "press", "knead: 1\ntitle: Calf\nmoves: [{use: roll}]\n", NULL},
};
/* clang-format on */

static const Move *written_at(const Routine *routine, int number)
{
    for (size_t i = 0; i < routine->count; i++) {
        if (routine->items[i].kind == ITEM_REPEAT)
            return routine->items[i].items[0].move;
        if (routine->items[i].kind == ITEM_MOVE && number-- == 0)
            return routine->items[i].move;
    }
    return NULL;
}

START_TEST(item_is_written_anew_and_the_rest_stays)
{
    char *folder = scratch_path("routines"), *problem = NULL;
    scratch_put("routines/calf.yaml", cases[_i].before);
    scratch_put("routines/moves/shared.yaml", shared);
    Library *library = library_new(folder, NULL);
    ck_assert(library_scan(library, &problem));
    LibraryEntry *entry = library_find(library, "calf", &problem);
    ck_assert_msg(entry && entry->routine, "%s", entry ? diagnostic_first(&entry->diags) : problem);
    Arena arena = {0};
    DiagnosticList ignored = {0};
    const Move *other = library_move(library, &arena, cases[_i].id, &ignored);
    const Move *written = written_at(entry->routine, cases[_i].move);
    Routine *now = NULL;
    size_t length = 0;
    char *text = library_entry_text(entry, &length);
    char *anew = substitute_write(library, entry, text, length, entry->routine, written, other, &now);
    if (cases[_i].now) {
        ck_assert_ptr_nonnull(anew);
        ck_assert_str_eq(anew, cases[_i].now);
        ck_assert_str_eq(substitute_find(entry->routine, written, now)->use, cases[_i].id);
    } else {
        ck_assert_msg(!anew, "%s", anew);
    }
    routine_free(now);
    free(anew);
    free(text);
    free(folder);
    diagnostic_release(&ignored);
    arena_release(&arena);
    library_free(library);
}
END_TEST

Suite *suite_substitute(void)
{
    Suite *suite = suite_create("substitute");
    TCase *tcase = tcase_create("substitute");
    tcase_add_checked_fixture(tcase, scratch_make, scratch_remove);
    tcase_add_loop_test(tcase, item_is_written_anew_and_the_rest_stays, 0, ARRAY_LEN(cases));
    suite_add_tcase(suite, tcase);
    return suite;
}
