/* SPDX-License-Identifier: MIT */
/* A library whose files change while it is open. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/library.h"
#include "support/scratch.h"

Suite *suite_library_changes(void);

static void put_routine(const char *name, const char *title)
{
    scratch_print(name, "knead: 1\ntitle: %s\nmoves:\n  - {name: A, areas: calves, hold: 30s}\n", title);
}

/* As some editors and every shell do it. */
static void put_in_place(const char *name, const char *title)
{
    char *path = scratch_path(name);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fprintf(file, "knead: 1\ntitle: %s\nmoves:\n  - {name: A, areas: calves, hold: 30s}\n", title);
    fclose(file);
    free(path);
}

static void put_user(const char *name, const char *title)
{
    scratch_print(name, "knead: 1\ntitle: %s\nmoves:\n  - use: shared\n", title);
}

static void put_shared(const char *name, const char *id, const char *title)
{
    scratch_print(name, "knead: 1\nmoves:\n  %s: {name: %s, areas: calves, hold: 30s}\n", id, title);
}

static void rename_to(const char *name, const char *other)
{
    char *path = scratch_path(name), *to = scratch_path(other);
    ck_assert_int_eq(rename(path, to), 0);
    free(path);
    free(to);
}

/* Three routines and a folder of moves. */
static Library *opened(void)
{
    put_routine("a.yaml", "Ay");
    put_routine("b.yaml", "Bee");
    put_user("c.yaml", "Cee");
    put_shared("moves/m.yaml", "shared", "Shared");
    char *problem = NULL;
    Library *library = library_new(scratch_folder, NULL);
    ck_assert_msg(library_scan(library, &problem), "%s", problem);
    return library;
}

/* "a Ay A, b Bee A": id, title and first move of each, `!` in the place of what is broken. */
static char *listed(Library *library)
{
    Text text = {0};
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        library_load(library, entry);
        text_print(&text, "%s%s ", i > 0 ? ", " : "", entry->id);
        if (entry->routine)
            text_print(&text, "%s %s", entry->routine->title, entry->routine->items[0].move->name);
        else
            text_add_char(&text, '!');
    }
    return text_detach(&text);
}

static void expect(Library *library, const char *list)
{
    char *text = listed(library);
    ck_assert_str_eq(text, list);
    free(text);
}

static void nothing(void)
{
}

static void one_comes(void)
{
    put_routine("ab.yaml", "New");
}

static void one_goes(void)
{
    scratch_take_away("b.yaml");
}

static void one_is_renamed(void)
{
    rename_to("a.yaml", "z.yaml");
}

static void one_is_renamed_over(void)
{
    put_routine("new.txt", "Over");
    rename_to("new.txt", "b.yaml");
}

static void one_is_written_in_place(void)
{
    put_in_place("b.yaml", "Eeb");
}

static void one_is_touched(void)
{
    put_routine("b.yaml", "Bee");
    put_in_place("a.yaml", "Ay");
}

static void one_breaks(void)
{
    scratch_put("b.yaml", "knead: 1\ntitle: [\n");
}

static void one_becomes_a_folder(void)
{
    scratch_take_away("b.yaml");
    scratch_make_folder("b.yaml");
}

static void one_is_double(void)
{
    put_routine("b.yml", "Twice");
}

static void a_hidden_one_comes(void)
{
    put_routine(".b.yaml.swp.yaml", "Swap");
    scratch_put("b.yaml~", "");
}

static void a_move_changes(void)
{
    put_shared("moves/m.yaml", "shared", "Changed");
}

static void a_move_is_touched(void)
{
    put_shared("moves/m.yaml", "shared", "Shared");
}

static void a_move_goes(void)
{
    put_shared("moves/m.yaml", "other", "Other");
}

static void moves_come_first(void)
{
    put_shared("moves/a.yaml", "shared", "Earlier");
}

static void moves_go(void)
{
    scratch_take_away("moves/m.yaml");
    scratch_take_away("moves");
}

static const struct {
    void (*change)(void);
    bool is_changed, has_moves;
    const char *list;
} cases[] = {
    {nothing, false, false, "a Ay A, b Bee A, c Cee Shared"},
    {one_comes, true, false, "a Ay A, ab New A, b Bee A, c Cee Shared"},
    {one_goes, true, false, "a Ay A, c Cee Shared"},
    {one_is_renamed, true, false, "b Bee A, c Cee Shared, z Ay A"},
    {one_is_renamed_over, true, false, "a Ay A, b Over A, c Cee Shared"},
    {one_is_written_in_place, true, false, "a Ay A, b Eeb A, c Cee Shared"},
    {one_is_touched, false, false, "a Ay A, b Bee A, c Cee Shared"},
    {one_breaks, true, false, "a Ay A, b !, c Cee Shared"},
    {one_becomes_a_folder, true, false, "a Ay A, b !, c Cee Shared"},
    {one_is_double, true, false, "a Ay A, b Bee A, b !, c Cee Shared"},
    {a_hidden_one_comes, false, false, "a Ay A, b Bee A, c Cee Shared"},
    {a_move_changes, true, true, "a Ay A, b Bee A, c Cee Changed"},
    {a_move_is_touched, false, false, "a Ay A, b Bee A, c Cee Shared"},
    {a_move_goes, true, true, "a Ay A, b Bee A, c !"},
    {moves_come_first, true, true, "a Ay A, b Bee A, c Cee Earlier"},
    {moves_go, true, true, "a Ay A, b Bee A, c !"},
};

/* Once after all was read, and back again: what is put back is as it was. */
START_TEST(changes_are_seen_and_what_is_mended_is_right_again)
{
    Library *library = opened();
    bool has_moves = false;
    expect(library, "a Ay A, b Bee A, c Cee Shared");
    cases[_i].change();
    ck_assert_int_eq(library_refresh(library, &has_moves), cases[_i].is_changed);
    ck_assert_int_eq(has_moves, cases[_i].has_moves);
    expect(library, cases[_i].list);
    ck_assert(!library_refresh(library, &has_moves));
    ck_assert(!has_moves);
    expect(library, cases[_i].list);

    char *command = memory_print("rm -rf '%s'/* '%s'/.b*", scratch_folder, scratch_folder);
    ck_assert_int_eq(system(command), 0);
    free(command);
    library_refresh(library, NULL);
    expect(library, "");
    put_routine("a.yaml", "Ay");
    put_routine("b.yaml", "Bee");
    put_user("c.yaml", "Cee");
    put_shared("moves/m.yaml", "shared", "Shared");
    ck_assert(library_refresh(library, &has_moves));
    ck_assert(has_moves);
    expect(library, "a Ay A, b Bee A, c Cee Shared");
    library_free(library);
}
END_TEST

START_TEST(what_was_not_read_is_read_as_it_is_when_it_is_asked_for)
{
    Library *library = opened();
    library_load(library, library_at(library, 0));
    library_entry_forget(library_at(library, 0));
    put_routine("b.yaml", "Later");
    ck_assert(!library_refresh(library, NULL));
    put_routine("a.yaml", "Headed");
    ck_assert(library_refresh(library, NULL));
    ck_assert_int_eq(library_at(library, 0)->state, ENTRY_HEADED);
    expect(library, "a Headed A, b Later A, c Cee Shared");
    library_free(library);
}
END_TEST

START_TEST(borrowed_entries_stay_valid_and_come_back)
{
    Library *library = opened();
    char *problem = NULL;
    LibraryEntry *entry = library_find(library, "b", &problem);
    scratch_take_away("b.yaml");
    ck_assert(library_refresh(library, NULL));
    ck_assert(entry->is_gone);
    library_load(library, entry);
    ck_assert_int_eq(entry->state, ENTRY_BROKEN);
    ck_assert_str_eq(entry->diags.items[0].message, "the file is gone");
    ck_assert(!library_refresh(library, NULL));
    put_routine("b.yaml", "Back");
    ck_assert(library_refresh(library, NULL));
    ck_assert_ptr_eq(library_at(library, 1), entry);
    ck_assert(!entry->is_gone);
    library_load(library, entry);
    ck_assert_str_eq(entry->routine->title, "Back");
    library_free(library);
}
END_TEST

START_TEST(the_double_one_takes_the_place_of_the_first)
{
    Library *library = opened();
    put_routine("b.yml", "Twice");
    library_refresh(library, NULL);
    expect(library, "a Ay A, b Bee A, b !, c Cee Shared");
    scratch_take_away("b.yaml");
    library_refresh(library, NULL);
    expect(library, "a Ay A, b Twice A, c Cee Shared");
    put_routine("b.yaml", "Bee");
    library_refresh(library, NULL);
    expect(library, "a Ay A, b Bee A, b !, c Cee Shared");
    library_free(library);
}
END_TEST

/* As for the first routine of a person's own, above those that come with knead. */
START_TEST(a_folder_that_appears_wins_by_id)
{
    char *problem = NULL;
    scratch_set("XDG_CONFIG_HOME", "config");
    scratch_set("XDG_DATA_DIRS", "data");
    put_user("data/knead/routines/a.yaml", "Shipped");
    put_shared("data/knead/routines/moves/m.yaml", "shared", "Shared");
    Library *library = library_new(NULL, NULL);
    ck_assert(library_scan(library, &problem));
    expect(library, "a Shipped Shared");
    LibraryEntry *shipped = library_at(library, 0);
    put_routine("config/knead/routines/a.yaml", "Mine");
    ck_assert(library_refresh(library, NULL));
    expect(library, "a Mine A");
    ck_assert(library_at(library, 0)->is_mine);
    ck_assert_ptr_eq(library_now(library, shipped), library_at(library, 0));
    put_shared("config/knead/routines/moves/m.yaml", "shared", "My own");
    scratch_take_away("config/knead/routines/a.yaml");
    bool has_moves;
    ck_assert(library_refresh(library, &has_moves));
    ck_assert(has_moves);
    expect(library, "a Shipped My own");
    put_routine("config/knead/routines/a.yaml", "Mine");
    ck_assert(library_refresh(library, NULL));
    put_shared("config/knead/routines/moves/m.yaml", "shared", "Changed behind it");
    ck_assert(library_refresh(library, NULL));
    scratch_take_away("config/knead/routines/a.yaml");
    ck_assert(library_refresh(library, NULL));
    expect(library, "a Shipped Changed behind it");
    library_free(library);
}
END_TEST

START_TEST(files_that_were_named_and_texts_that_were_taken_follow_too)
{
    static const char text[] = "knead: 1\ntitle: Taken\nmoves:\n  - use: shared\n";
    put_user("other/d.yaml", "Dee");
    put_shared("other/moves/m.yaml", "shared", "Beside");
    Library *library = opened();
    char *path = scratch_path("other/d.yaml"), *problem = NULL;
    LibraryEntry *named = library_find(library, path, &problem);
    LibraryEntry *taken = library_take_text(library, "taken", memory_copy_text(text), strlen(text));
    ck_assert_str_eq(named->routine->items[0].move->name, "Beside");
    ck_assert_str_eq(taken->routine->items[0].move->name, "Shared");
    ck_assert(!library_refresh(library, NULL));
    put_shared("moves/m.yaml", "shared", "Changed");
    put_shared("other/moves/m.yaml", "shared", "Here too");
    put_user("other/d.yaml", "Eed");
    ck_assert(library_refresh(library, NULL));
    library_load(library, named);
    library_load(library, taken);
    ck_assert_str_eq(named->routine->title, "Eed");
    ck_assert_str_eq(named->routine->items[0].move->name, "Here too");
    ck_assert_str_eq(taken->routine->items[0].move->name, "Changed");
    ck_assert_ptr_null(taken->routine->path);
    library_free(library);
    free(path);
}
END_TEST

Suite *suite_library_changes(void)
{
    Suite *suite = suite_create("library_changes");
    TCase *tests = tcase_create("library_changes");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_loop_test(tests, changes_are_seen_and_what_is_mended_is_right_again, 0, ARRAY_LEN(cases));
    tcase_add_test(tests, what_was_not_read_is_read_as_it_is_when_it_is_asked_for);
    tcase_add_test(tests, borrowed_entries_stay_valid_and_come_back);
    tcase_add_test(tests, the_double_one_takes_the_place_of_the_first);
    tcase_add_test(tests, a_folder_that_appears_wins_by_id);
    tcase_add_test(tests, files_that_were_named_and_texts_that_were_taken_follow_too);
    suite_add_tcase(suite, tests);
    return suite;
}
