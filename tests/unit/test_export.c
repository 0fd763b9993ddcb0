/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/export.h"
#include "routine/routine.h"
#include "routine/struct_members.h"
#include "support/golden.h"
#include "support/scratch.h"

Suite *suite_export(void);

#define HEAD "knead: 1\ntitle: T\nmoves:\n"
#define MINE "knead: 1\nmoves:\n"

/* Two moves as plain as can be; comments between the keys of the first. */
#define PRESS                                                                                                          \
    MINE "  # Not this one.\n\n  # Learnt from a book.\n  press:\n    # What it is called\n    name: Press\n"          \
         "    areas: [calves]\n    hold: 60s # a minute\n    least: 40s\n    setup: >-\n      Sit down\n"              \
         "      # and lean.\n\n    # The end.\n    instead: [other]\n"                                                 \
         "  other:\n    name: Other\n    areas: feet\n    passes: 10\n    pace: 3s\n    cues: [One., Two.]\n"

#define PRESS_HEAD "# press, from moves/m.yaml\n"

/* What becomes of a routine in a folder with those moves; NULL with *problem. */
static char *write_out(const char *routine, const char *moves, char **problem)
{
    scratch_put("r.yaml", routine);
    scratch_put("moves/m.yaml", moves);
    Library *library = library_new(scratch_folder, NULL);
    LibraryEntry *entry = library_find(library, "r", problem);
    ck_assert_ptr_nonnull(entry);
    char *text = export_routine(library, entry, problem);
    library_free(library);
    return text;
}

/* clang-format off */
static const struct { const char *routine, *moves, *text; } written[] = {
    /* comments at keys and items stay, those of the shared move come along */
    {"# yaml-language-server: $schema=/home/me/r.json\n# Mine.\n\n" HEAD "  # First\n  - use: press # the best one\n\n"
     "    prepare: 0  # no time\n\n  # Last\n  - rest: 5s\n", PRESS,
     "# Mine.\n\n" HEAD "  # First\n  " PRESS_HEAD "  # Learnt from a book.\n  # the best one\n  # What it is called\n"
     "  - name: Press\n    areas: [calves]\n    setup: \"Sit down # and lean.\"\n    # a minute\n    hold: 60s\n\n"
     "    # no time\n    prepare: 0\n    least: 40s\n\n    # The end.\n"
     "    # instead: other (left out: shared moves, which are in other files)\n\n  # Last\n  - rest: 5s\n"},
    /* what it replaces is not there: all ways to say how long, pace with passes, a least that would be too long */
    {HEAD "- hold: 20s\n  use: press\n  # or this\n  instead:\n  - other\n  name: Own\n", PRESS,
     HEAD "  " PRESS_HEAD "  # Learnt from a book.\n  - name: Own\n    areas: [calves]\n"
     "    setup: \"Sit down # and lean.\"\n    hold: 20s\n    least: 20s\n    # or this\n"
     "    # instead: other (left out: shared moves, which are in other files)\n"},
    {HEAD "  - repeat: 2\n    # twice\n    moves:\n      -\n        use: other\n        passes: 5\n", PRESS,
     HEAD "  - repeat: 2\n    # twice\n    moves:\n      # other, from moves/m.yaml\n      - name: Other\n"
     "        areas: feet\n        passes: 5\n        pace: 3s\n        cues:\n          - One.\n          - Two.\n"},
    {HEAD "  - use: other\n    phases:\n      - {name: P, hold: 9s}\n", PRESS,
     HEAD "  # other, from moves/m.yaml\n  - name: Other\n    areas: feet\n    phases:\n      - name: P\n        hold: 9s\n"},
    {HEAD "  - {use: s, passes: 4, pace: 10}\n", MINE "  s: {name: C, areas: feet, breaths: 2, breathe: 3-4}\n",
     HEAD "  # s, from moves/m.yaml\n  - name: C\n    areas: feet\n    passes: 4\n    pace: 10\n    breathe: 3-4\n"},
    /* lines that end as on another system; no newline at the end; a lone item */
    {"knead: 1\r\ntitle: T # mine\r\nmoves:\r\n  use: other\r\n  breaths: 3\r\n  breathe: 3-4", PRESS,
     "knead: 1\n# mine\ntitle: T\nmoves:\n  # other, from moves/m.yaml\n  - name: Other\n    areas: feet\n"
     "    breaths: 3\n    breathe: 3-4\n    cues:\n      - One.\n      - Two.\n"},
    /* shared moves that need each other */
    {HEAD "  - use: b\n", MINE "  a: {name: &n 'No: 1', areas: feet, hold: 9s}\n  b:\n    name: *n\n    areas: feet\n"
     "    hold: 08\n    setup: \"one\\ntwo\"\n    feel: \"yes\"\n    avoid: []\n",
     HEAD "  # b, from moves/m.yaml\n  - name: \"No: 1\"\n    areas: feet\n    setup: |-\n      one\n      two\n"
     "    hold: 08\n    feel: \"yes\"\n    avoid: []\n"},
    /* cautions are joined, so all of them are written; a set-up for each tool comes along as it is */
    {HEAD "  - use: s\n    cautions: [Mine, Theirs]\n    tools: stick\n",
     MINE "  s:\n    name: C\n    areas: feet\n    hold: 9s\n    tools: [ball | stick]\n    setup:\n      ball: Sit.\n"
     "      stick: Stand.\n    cautions: Theirs\n    why: It is good.\n",
     HEAD "  # s, from moves/m.yaml\n  - name: C\n    areas: feet\n    tools: stick\n    setup:\n      ball: Sit.\n"
     "      stick: Stand.\n    hold: 9s\n    why: It is good.\n    cautions: [Theirs, Mine]\n"},
    /* what needs no other file is given as it is */
    {HEAD "  - name:   Odd # spaces\n    areas: feet\n    hold: &h 9s\n  - name: E\n    areas: feet\n    hold: *h\n", PRESS,
     HEAD "  - name:   Odd # spaces\n    areas: feet\n    hold: &h 9s\n  - name: E\n    areas: feet\n    hold: *h\n"},
};
/* clang-format on */

START_TEST(writes_shared_moves_out)
{
    char *problem = NULL, *text = write_out(written[_i].routine, written[_i].moves, &problem);
    ck_assert_msg(text != NULL, "%s", problem);
    if (strcmp(text, written[_i].text) != 0)
        ck_abort_msg("is:\n%s\nshould:\n%s", text, written[_i].text);
    free(text);
}
END_TEST

/* These mean the same afterwards, or nothing is written: that is for export_routine to see to. */
/* clang-format off */
static const struct { const char *routine, *text; } odd[] = {
    {"{\"knead\": 1, \"title\": \"T\", \"moves\": [{\"use\": \"other\"}, {\"rest\": 5}, {\"use\": \"press\"}]}\n",
     "  - rest: 5\n"},
    {"# Top.\n\n# Title next\nmoves: [{use: other, hold: &h 9s}, {repeat: 2, moves: {use: press, hold: *h}}]\n# A title\n"
     "title: 'a: b'\nknead: 1\n", "# Top.\n\n# Title next\nknead: 1\n# A title\ntitle: \"a: b\"\nmoves:\n"},
    {HEAD "  - {rest: 3s, say: \"no\"}\n  - &a {use: press}\n  - *a\n  - <<: *a\n    name: C\n", "  - rest: 3s\n    say: \"no\"\n"},
    {HEAD "  - ? use\n    : press\n", "- name: Press\n"},
    {HEAD "  - \"use\": 'press'\n    instead: other\n", "    # instead: other (left out"},
    {HEAD "  - instead: other # why\n    use: press\n", "  - name: Press\n"},
    {HEAD "  - repeat: 2\n    moves: &m\n      - use: press\n  - repeat: 3\n    moves: *m\n", "  - repeat: 3\n    moves:\n      # press, from"},
    {HEAD "  - use: other\n    setup: \"a\n\n      b\"\n    instead: [\n  press\n  ]\n", "- name: Other\n"},
    {"knead: 1\rtitle: T\rmoves:\r  - use: press\r", "  - name: Press\n"},
    {"\xEF\xBB\xBFknead: 1\ntitle: T\nmoves:\n  - use: press\n", "knead: 1\ntitle: T\n"},
};
/* clang-format on */

START_TEST(means_the_same_however_it_is_written)
{
    char *problem = NULL, *text = write_out(odd[_i].routine, PRESS, &problem);
    ck_assert_msg(text != NULL, "%s\n%s", odd[_i].routine, problem);
    ck_assert_msg(strstr(text, odd[_i].text) != NULL, "no '%s' in:\n%s", odd[_i].text, text);
    ck_assert_msg(strstr(text, "use: press") == NULL && strstr(text, "use: other") == NULL, "%s", text);
    free(text);
}
END_TEST

START_TEST(a_broken_one_is_refused)
{
    char *problem = NULL, *text = write_out(HEAD "  - use: nobody\n", PRESS, &problem);
    ck_assert_ptr_null(text);
    ck_assert_ptr_nonnull(strstr(problem, "r.yaml has errors"));
    free(problem);
}
END_TEST

/* Files that changed after they were read: its moves are written as they were shown, its own text must be as it was. */
START_TEST(what_was_shown_is_written)
{
    char *problem = NULL;
    scratch_put("r.yaml", HEAD "  - use: other\n");
    scratch_put("moves/m.yaml", PRESS);
    Library *library = library_new(scratch_folder, NULL);
    LibraryEntry *entry = library_find(library, "r", &problem);
    ck_assert_ptr_nonnull(entry->routine);
    scratch_put("moves/m.yaml", MINE "  other: {name: Other, areas: hands, passes: 10, pace: 3s}\n");
    char *text = export_routine(library, entry, &problem);
    ck_assert_msg(text && strstr(text, "areas: feet"), "%s", text ? text : problem);
    free(text);
    scratch_put("r.yaml", HEAD "  - use: other\n    passes: 9\n");
    ck_assert_ptr_null(export_routine(library, entry, &problem));
    ck_assert_ptr_nonnull(problem);
    free(problem);
    library_free(library);
}
END_TEST

/* Alone, without a warning, and the same. */
static size_t check_folder(const char *routines)
{
    char *problem = NULL;
    Library *library = library_new(routines, NULL);
    ck_assert(library_scan(library, &problem));
    const size_t count = library_count(library);
    for (size_t i = 0; i < count; i++) {
        LibraryEntry *entry = library_at(library, i);
        char *text = export_routine(library, entry, &problem);
        ck_assert_msg(text != NULL, "%s", problem);
        DiagnosticList diags = {0};
        Routine *routine = routine_parse(text, strlen(text), entry->id, NULL, &diags);
        ck_assert_msg(routine != NULL && diags.count == 0, "%s: %s", entry->id, diagnostic_first(&diags));
        Routine wanted = *entry->routine;
        wanted.pair = NULL; /* another file */
        ck_assert(struct_members_same_routine(routine, &wanted));
        ck_assert_msg(strstr(text, " use: ") == NULL && strstr(text, "\n    instead: ") == NULL, "%s", text);
        routine_free(routine);
        diagnostic_release(&diags);
        free(text);
    }
    library_free(library);
    return count;
}

START_TEST(every_routine_can_stand_alone)
{
    ck_assert_uint_gt(check_folder("routines"), 30);
    ck_assert_uint_ge(check_folder(TESTS_DIR "/routines/good"), 2);
}
END_TEST

Suite *suite_export(void)
{
    Suite *suite = suite_create("export");
    TCase *files = tcase_create("files"), *meaning = tcase_create("meaning");
    tcase_add_checked_fixture(files, scratch_make, scratch_remove);
    tcase_add_loop_test(files, writes_shared_moves_out, 0, ARRAY_LEN(written));
    tcase_add_loop_test(files, means_the_same_however_it_is_written, 0, ARRAY_LEN(odd));
    tcase_add_test(files, a_broken_one_is_refused);
    tcase_add_test(files, what_was_shown_is_written);
    tcase_add_test(meaning, every_routine_can_stand_alone);
    suite_add_tcase(suite, files);
    suite_add_tcase(suite, meaning);
    return suite;
}
