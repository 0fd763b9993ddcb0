/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/library.h"
#include "routine/routine.h"
#include "routine/timeline.h"
#include "support/golden.h"
#include "yaml/document.h"
#include "yaml/node.h"

static Library *open_library(const char *folder)
{
    char *problem = NULL;
    Library *library = library_new(folder, NULL);
    ck_assert_msg(library_scan(library, &problem), "%s", problem);
    library_check_positions(library);
    return library;
}

/* The problems as printed, with the file's name alone. */
static Text printed(LibraryEntry *entry)
{
    Text text = {0};
    free(entry->diags.file);
    entry->diags.file = memory_copy_text(path_base(entry->path));
    diagnostic_print(&entry->diags, entry->source, entry->source_length, false, &text);
    return text;
}

/* A hint, or at least what is allowed. */
static bool says_what_to_write(const Diagnostic *diag)
{
    return diag->hint || strstr(diag->message, " must be ") || strstr(diag->message, " must each take ");
}

START_TEST(each_broken_file_says_what_is_wrong)
{
    Library *library = open_library(TESTS_DIR "/routines/bad");
    ck_assert_uint_gt(library_count(library), 180);
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        library_load(library, entry);
        Text text = printed(entry);
        char *name = memory_print("diags/%s.txt", entry->id);
        golden_check(name, text_show(&text));
        bool is_warned_of = strncmp(entry->id, "warn-", 5) == 0 || strcmp(entry->id, "Warn Name") == 0;
        bool is_many = strcmp(entry->id, "many-mistakes") == 0;
        ck_assert_msg(is_many || entry->diags.count == 1, "%s: one mistake, %zu problems", entry->id,
                      entry->diags.count);
        ck_assert_msg((entry->routine != NULL) == is_warned_of, "%s", entry->id);
        ck_assert_msg(entry->diags.count > 0 && says_what_to_write(&entry->diags.items[0]), "%s", entry->id);
        free(name);
        text_release(&text);
    }
    library_free(library);
}
END_TEST

START_TEST(each_broken_file_of_positions_says_what_is_wrong)
{
    Library *library = open_library(TESTS_DIR "/routines/bad-positions");
    ck_assert_uint_gt(library_position_file_count(library), 30);
    for (size_t i = 0; i < library_position_file_count(library); i++) {
        LibraryEntry *entry = library_position_file(library, i);
        Text text = printed(entry);
        char *name = memory_print("diags/positions/%s.txt", entry->id);
        golden_check(name, text_show(&text));
        ck_assert_msg(entry->diags.count == 1 && entry->diags.errors == 1 && entry->state == ENTRY_BROKEN, "%s",
                      entry->id);
        ck_assert_msg(says_what_to_write(&entry->diags.items[0]), "%s", entry->id);
        free(name);
        text_release(&text);
    }
    library_free(library);
}
END_TEST

static void check_is_clean(LibraryEntry *entry)
{
    Text text = printed(entry);
    ck_assert_str_eq(text_show(&text), "");
    text_release(&text);
}

static void check_folder_is_clean(const char *folder)
{
    Library *library = open_library(folder);
    ck_assert_uint_gt(library_count(library), 0);
    for (size_t i = 0; i < library_move_file_count(library); i++)
        check_is_clean(library_move_file(library, i));
    for (size_t i = 0; i < library_position_file_count(library); i++)
        check_is_clean(library_position_file(library, i));
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        library_load(library, entry);
        Text text = printed(entry);
        ck_assert_str_eq(text_show(&text), "");
        ck_assert_int_eq(entry->state, ENTRY_LOADED);
        text_release(&text);
    }
    library_free(library);
}

START_TEST(good_files_have_no_problems)
{
    check_folder_is_clean(TESTS_DIR "/routines/good");
    check_folder_is_clean(TESTS_DIR "/../routines");
}
END_TEST

START_TEST(everything_is_read_as_written)
{
    char *problem = NULL;
    Library *library = open_library(TESTS_DIR "/routines/good");
    LibraryEntry *entry = library_find(library, "everything", &problem);
    ck_assert_ptr_nonnull(entry);
    const Routine *routine = entry->routine;
    ck_assert_ptr_nonnull(routine);
    ck_assert_str_eq(routine->title, "Everything at once");
    ck_assert_int_eq(routine->goal, GOAL_RECOVERY);
    ck_assert_uint_eq(routine->cautions.count, 1);
    ck_assert_uint_eq(routine->sources.count, 2);
    ck_assert_ptr_null(routine->sources.items[1].url);
    ck_assert_uint_eq(routine->count, 6);

    const Move *move = routine->items[0].move;
    ck_assert_int_eq(move->sides, SIDES_BOTH);
    ck_assert_int_eq(move->first, SIDE_RIGHT);
    ck_assert_int_eq(move->prepare_s, 0);
    ck_assert_int_eq(move->least_s, 40);
    ck_assert_uint_eq(move->tools.count, 2);
    ck_assert_str_eq(move->tools.items[0].any_of.items[1], "tennis-ball");
    ck_assert_int_eq(move->phases[0].hold.left_s, 90);
    ck_assert_int_eq(move->phases[0].hold.right_s, 60);
    ck_assert_int_eq(move->phases[0].pressure.high, 4);
    ck_assert_int_eq(timeline_cue_at(&move->phases[0].cues, 1, 90), 45);
    ck_assert_int_eq(timeline_cue_at(&move->phases[0].cues, 2, 60), 55);

    ck_assert_uint_eq(move->positions.count, 2);
    ck_assert_str_eq(move->positions.items[1], "leg-rolled-in");
    ck_assert(move->tool_at.part == PART_CALF && move->tool_at.face == FACE_BELOW);
    ck_assert_uint_eq(move->phases[0].positions.count, 2);
    const Move *in_phases = routine->items[4].move;
    ck_assert_uint_eq(in_phases->phases[0].positions.count, 0);
    ck_assert_int_eq(in_phases->phases[0].tool_at.part, PART_NONE);
    ck_assert_str_eq(in_phases->phases[1].positions.items[0], "leg-out");
    ck_assert_int_eq(in_phases->phases[1].tool_at.part, PART_HIP);
    ck_assert_str_eq(in_phases->positions.items[0], "leg-out"); /* that of its first phase that has one */

    const Move *merged = routine->items[2].move;
    ck_assert_str_eq(merged->name, "The other way");
    ck_assert_int_eq(merged->phases[0].hold.kind, HOLD_RANGE);
    ck_assert_int_eq(merged->phases[0].hold.may_end_s, 30);

    const Move *used = routine->items[3].items[0].move;
    ck_assert_str_eq(used->use, "foot-centre");
    ck_assert_int_eq(used->phases[0].hold.left_s, 20);
    ck_assert_int_eq(routine->items[3].items[1].move->phases[0].hold.left_s, 6 * 14);
    ck_assert_uint_eq(routine->items[4].move->phase_count, 3);
    ck_assert_int_eq(routine->items[4].move->phases[2].hold.left_s, 30);
    ck_assert_int_eq(routine->move_count, 8);
    ck_assert_uint_eq(routine->areas.count, 5);
    ck_assert_uint_eq(routine->places.count, 2);
    ck_assert_uint_eq(routine->tools.count, 3);
    library_free(library);
}
END_TEST

START_TEST(new_file_keys_replace_those_of_the_shared_move)
{
    char *problem = NULL;
    Library *library = open_library(TESTS_DIR "/routines/good");
    LibraryEntry *entry = library_find(library, "smallest", &problem);
    ck_assert_ptr_nonnull(entry->routine);
    const Move *move = entry->routine->items[1].move;
    ck_assert_str_eq(move->name, "Calf milker");
    ck_assert_int_eq(move->phases[0].hold.left_s, 45);
    ck_assert_uint_eq(move->phases[0].cues.count, 2);
    ck_assert_int_eq(entry->routine->items[0].move->phases[0].hold.passes, 10);
    ck_assert_int_eq(move->prepare_s, 5);
    ck_assert_int_eq(entry->routine->seconds, (5 + 40) + (5 + 45 + 5 + 45));
    library_free(library);
}
END_TEST

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* A copy with some bytes changed, put in or left out, or a line taken away. */
static size_t spoil(char *into, const char *text, size_t length, uint32_t *seed)
{
    static const char bytes[] = "-:,[]{}&*#'\"|>% \n\t0z\xff";
    memcpy(into, text, length);
    for (uint32_t edits = 1 + next_random(seed) % 4; edits > 0 && length > 1; edits--) {
        size_t at = next_random(seed) % length;
        const char *end = memchr(into + at, '\n', length - at);
        size_t gone = next_random(seed) % 3 == 0 && end ? (size_t)(end - (into + at)) : 1;
        if (next_random(seed) % 2) {
            into[at] = bytes[next_random(seed) % (sizeof(bytes) - 1)];
            continue;
        }
        memmove(into + at, into + at + gone, length - at - gone);
        length -= gone;
    }
    return length;
}

static const char *const spoilt_files[] = {
    TESTS_DIR "/routines/good/everything.yaml",
    TESTS_DIR "/routines/good/positions/shared.yaml",
};

START_TEST(no_edit_makes_it_fall_over)
{
    char *text = NULL;
    size_t length = 0;
    uint32_t seed = 7;
    Library *library = open_library(TESTS_DIR "/routines/good");
    ck_assert_int_eq(file_read(spoilt_files[_i], DOCUMENT_LIMIT, &text, &length), FILE_READ);
    char *spoilt = memory_new(length + 1);
    for (int i = 0; i < 1500; i++) {
        DiagnosticList diags = {0};
        size_t left = spoil(spoilt, text, length, &seed);
        Routine *routine = routine_parse(spoilt, left, "spoilt", NULL, &diags);
        ck_assert(routine == NULL ? diags.errors > 0 : diags.errors == 0);
        routine_free(routine);
        diagnostic_release(&diags);
        routine_check_moves(spoilt, left, NULL, &diags);
        diagnostic_release(&diags);
        routine_check_positions(spoilt, left, NULL, &diags);
        diagnostic_release(&diags);
    }
    free(spoilt);
    free(text);
    library_free(library);
}
END_TEST

Suite *suite_routine(void);
Suite *suite_routine(void)
{
    Suite *suite = suite_create("routine");
    TCase *tests = tcase_create("routine");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, each_broken_file_says_what_is_wrong);
    tcase_add_test(tests, each_broken_file_of_positions_says_what_is_wrong);
    tcase_add_test(tests, good_files_have_no_problems);
    tcase_add_test(tests, everything_is_read_as_written);
    tcase_add_test(tests, new_file_keys_replace_those_of_the_shared_move);
    tcase_add_loop_test(tests, no_edit_makes_it_fall_over, 0, ARRAY_LEN(spoilt_files));
    suite_add_tcase(suite, tests);
    return suite;
}
