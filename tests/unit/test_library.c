/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "routine/library.h"
#include "support/scratch.h"
#include "yaml/document.h"

Suite *suite_library(void);

#define ROUTINE "knead: 1\ntitle: %s\nmoves:\n  - {name: A, areas: calves, hold: 30s}\n"
#define SHARED "knead: 1\nmoves:\n  %s:\n    name: %s\n    areas: calves\n    hold: 30s\n"

static void put_routine(const char *name, const char *title)
{
    scratch_print(name, ROUTINE, title);
}

static void put_shared(const char *name, const char *id, const char *title)
{
    scratch_print(name, SHARED, id, title);
}

static void set_up(void)
{
    scratch_make();
    scratch_make_folder("moves");
}

static Library *scanned(void)
{
    char *problem = NULL;
    Library *library = library_new(scratch_folder, NULL);
    ck_assert_msg(library_scan(library, &problem), "%s", problem);
    return library;
}

START_TEST(files_are_found_by_name_and_sorted_by_id)
{
    put_routine("b.yaml", "Bee");
    put_routine("a.yml", "Ay");
    put_routine("a-b.yaml", "Both");
    put_routine(".hidden.yaml", "Hidden");
    put_routine("notes.txt", "Notes");
    Library *library = scanned();
    ck_assert_uint_eq(library_count(library), 3);
    ck_assert_str_eq(library_at(library, 0)->id, "a");
    ck_assert_str_eq(library_at(library, 1)->id, "a-b");
    ck_assert_int_eq(library_at(library, 1)->state, ENTRY_FOUND);
    ck_assert_ptr_null(library_at(library, 1)->routine);
    library_load(library, library_at(library, 1));
    ck_assert_str_eq(library_at(library, 1)->title, "Both");
    library_free(library);
}
END_TEST

START_TEST(an_id_twice_in_a_folder_is_an_error_at_the_second)
{
    put_routine("a.yml", "Second");
    put_routine("a.yaml", "First");
    put_shared("moves/a.yaml", "same", "One");
    put_shared("moves/b.yaml", "same", "Other");
    Library *library = scanned();
    char *problem = NULL;
    ck_assert_uint_eq(library_count(library), 2);
    ck_assert_str_eq(library_find(library, "a", &problem)->routine->title, "First");
    ck_assert_int_eq(library_at(library, 1)->state, ENTRY_BROKEN);
    ck_assert_uint_eq(library_move_file_count(library), 2);
    ck_assert_uint_eq(library_move_file(library, 0)->diags.errors, 0);
    ck_assert_uint_eq(library_move_file(library, 1)->diags.errors, 1);
    ck_assert_uint_eq(library_move_file(library, 1)->diags.items[0].mark.line, 3);
    ck_assert_uint_eq(library_move_ids(library)->count, 1);
    library_free(library);
}
END_TEST

START_TEST(what_is_no_file_is_one_clear_problem)
{
    char *pipe = scratch_path("pipe.yaml"), *large = memory_new(DOCUMENT_LIMIT + 2);
    scratch_make_folder("folder.yaml");
    ck_assert_int_eq(mkfifo(pipe, 0600), 0);
    memset(large, ' ', DOCUMENT_LIMIT + 1);
    scratch_put("large.yaml", large);
    scratch_put("nothing.yaml", "");
    Library *library = scanned();
    ck_assert_uint_eq(library_count(library), 4);
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        library_load(library, entry);
        ck_assert_str_eq(entry->title, entry->id);
        ck_assert_int_eq(entry->state, ENTRY_BROKEN);
        ck_assert_uint_eq(entry->diags.errors, 1);
    }
    library_free(library);
    free(pipe);
    free(large);
}
END_TEST

START_TEST(unknown_names_get_the_nearest)
{
    char *problem = NULL;
    put_routine("calf-hamstring-smash.yaml", "Smash");
    Library *library = scanned();
    ck_assert_ptr_null(library_find(library, "calf-hamstring-smas", &problem));
    ck_assert_str_eq(problem,
                     "no routine 'calf-hamstring-smas' (did you mean 'calf-hamstring-smash'?); 'knead list' shows all");
    free(problem);
    ck_assert_ptr_null(library_find(library, "./no/such.yaml", &problem));
    ck_assert_ptr_nonnull(strstr(problem, "./no/such.yaml"));
    free(problem);
    library_free(library);
    library = library_new("/no/such/folder", NULL);
    ck_assert(!library_scan(library, &problem));
    ck_assert_ptr_nonnull(strstr(problem, "/no/such/folder"));
    free(problem);
    library_free(library);
}
END_TEST

START_TEST(a_path_finds_the_moves_beside_it)
{
    char *problem = NULL, *path = scratch_path("mine.yaml"), *moves = scratch_path("moves/m.yaml");
    scratch_put("mine.yaml", "knead: 1\ntitle: Mine\nmoves:\n  - use: my-own\n");
    put_shared("moves/m.yaml", "my-own", "My own");
    Library *library = library_new("/no/such/folder", NULL);
    LibraryEntry *entry = library_find(library, path, &problem);
    ck_assert_ptr_nonnull(entry->routine);
    ck_assert_str_eq(entry->routine->items[0].move->name, "My own");
    ck_assert_str_eq(entry->routine->path, path);

    put_shared("moves/m.yaml", "my-own", "Renamed");
    library_reload(library, entry);
    ck_assert_str_eq(entry->routine->items[0].move->name, "Renamed");
    entry = library_find(library, moves, &problem);
    ck_assert_int_eq(entry->state, ENTRY_LOADED);
    ck_assert(entry->kind == ENTRY_IS_MOVES && !entry->routine);
    library_free(library);
    free(path);
    free(moves);
}
END_TEST

START_TEST(shared_moves_are_found_however_they_are_written)
{
    static const struct {
        const char *text;
    } files[] = {
        {"knead: 1\nmoves:\n  first: {name: F, areas: hips, hold: 5s}\n  # between\n\n  wanted:\n    name: W\n"
         "    areas: feet\n    setup: |\n      Two\n\n      lines\n    hold: 9s\n  last:\n    name: L\n"},
        {"knead: 1\r\nmoves:\r\n    wanted:\r\n        name: W\r\n        areas: feet\r\n        hold: 9s\r\n"},
        {"---\nknead: 1\nmoves: {wanted: {name: W, areas: feet, hold: 9s}}\n"},
        {"knead: 1\nmoves:\n  base: &b {areas: feet, hold: 9s}\n  wanted:\n    <<: *b\n    name: W\n"},
        {"moves:\n  \"wanted\":\n    name: W\n    areas: feet\n    hold: 9s\nknead: 1\n"},
        {"moves:\n  wanted: {name: W, areas: feet, hold: 9s}\nknead: 1\n"},
    };
    static const char routine[] = "knead: 1\ntitle: T\ndefaults: {prepare: 5s}\nmoves:\n  - use: wanted\n";
    scratch_put("moves/m.yaml", files[_i].text);
    Library *library = scanned();
    LibraryEntry *entry = library_take_text(library, "standard input", memory_copy_text(routine), strlen(routine));
    ck_assert_msg(entry->routine != NULL, "%s", diagnostic_first(&entry->diags));
    ck_assert_ptr_null(entry->routine->path);
    ck_assert_str_eq(entry->routine->items[0].move->name, "W");
    ck_assert_int_eq(entry->routine->seconds, 14);
    Arena arena = {0};
    DiagnosticList diags = {0};
    ck_assert_str_eq(library_move(library, &arena, "wanted", &diags)->name, "W");
    ck_assert_ptr_null(library_move(library, &arena, "unheard-of", &diags));
    ck_assert_uint_eq(diags.errors, 1);
    diagnostic_release(&diags);
    arena_release(&arena);
    library_free(library);
}
END_TEST

/* The next refresh tells of what a reload has seen before it. */
START_TEST(a_reload_hides_nothing)
{
    scratch_put("mine.yaml", "knead: 1\ntitle: Mine\nmoves:\n  - use: my-own\n");
    put_routine("a.yaml", "Ay");
    put_shared("moves/m.yaml", "my-own", "My own");
    Library *library = scanned();
    bool has_moves = false;
    library_load(library, library_at(library, 0));
    library_load(library, library_at(library, 1));
    put_shared("moves/m.yaml", "my-own", "Renamed");
    library_reload(library, library_at(library, 0));
    ck_assert(library_refresh(library, &has_moves));
    ck_assert(has_moves);
    library_load(library, library_at(library, 1));
    ck_assert_str_eq(library_at(library, 1)->routine->items[0].move->name, "Renamed");
    library_free(library);
}
END_TEST

START_TEST(a_folder_that_cannot_be_read_for_a_moment_keeps_its_files)
{
    if (geteuid() == 0)
        return; /* whom no right keeps out */
    put_routine("a.yaml", "Ay");
    Library *library = scanned();
    library_load(library, library_at(library, 0));
    ck_assert_int_eq(chmod(scratch_folder, 0100), 0);
    ck_assert(!library_refresh(library, NULL));
    ck_assert_int_eq(chmod(scratch_folder, 0700), 0);
    ck_assert_uint_eq(library_count(library), 1);
    library_free(library);
}
END_TEST

Suite *suite_library(void)
{
    Suite *suite = suite_create("library");
    TCase *tests = tcase_create("library");
    tcase_add_checked_fixture(tests, set_up, scratch_remove);
    tcase_add_test(tests, files_are_found_by_name_and_sorted_by_id);
    tcase_add_test(tests, an_id_twice_in_a_folder_is_an_error_at_the_second);
    tcase_add_test(tests, what_is_no_file_is_one_clear_problem);
    tcase_add_test(tests, unknown_names_get_the_nearest);
    tcase_add_test(tests, a_path_finds_the_moves_beside_it);
    tcase_add_loop_test(tests, shared_moves_are_found_however_they_are_written, 0, 6);
    tcase_add_test(tests, a_reload_hides_nothing);
    tcase_add_test(tests, a_folder_that_cannot_be_read_for_a_moment_keeps_its_files);
    suite_add_tcase(suite, tests);
    return suite;
}
