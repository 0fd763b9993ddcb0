/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/edit_file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "support/scratch.h"

Suite *suite_edit_file(void);

#define PRESS "moves:\n  - name: Press\n    areas: feet\n    hold: 20s\n"
#define ROUTINE(title) "# mine\nknead: 1\ntitle: " title " # this one\n" PRESS
#define BROKEN "knead: 1\ntitle: A\nmoves:\n  - name: Press\n    areas: foot\n    hold: 0s\n"
#define USER "knead: 1\ntitle: A\nmoves:\n  - use: press\n"
#define MOVES "knead: 1\nmoves:\n  press:\n    name: Press\n    areas: feet\n    hold: 20s\n"

/* In it config/knead/routines, one's own; share/knead, what came with the program; data/knead, what is put aside. */
static Library *library;
static EditFile manuscript;

static void set_up(void)
{
    scratch_make();
    scratch_set("HOME", "");
    scratch_set("XDG_CONFIG_HOME", "config");
    scratch_set("XDG_DATA_HOME", "data");
    scratch_set("XDG_DATA_DIRS", "share");
    scratch_put("config/knead/routines/own.yaml", ROUTINE("Own"));
    scratch_put("share/knead/routines/theirs.yaml", ROUTINE("Theirs"));
    library = library_new(NULL, NULL);
    char *problem = NULL;
    ck_assert(library_scan(library, &problem));
    manuscript = (EditFile){0};
}

static void tear_down(void)
{
    edit_file_release(&manuscript);
    library_free(library);
    scratch_remove();
}

static LibraryEntry *found(const char *name)
{
    char *problem = NULL;
    LibraryEntry *entry = library_find(library, name, &problem);
    ck_assert_msg(entry != NULL, "%s", problem);
    return entry;
}

static void begin_new(const char *id, const char *title, LibraryEntry *from)
{
    char *problem = NULL;
    ck_assert_msg(edit_file_new(&manuscript, library, id, title, from, NULL, &problem), "%s", problem);
}

static void begin_edit(const char *name, int32_t line)
{
    char *problem = NULL;
    ck_assert_msg(edit_file_edit(&manuscript, library, found(name), line, NULL, &problem), "%s", problem);
}

/* The text that was put aside, to free(). */
static char *put_aside(void)
{
    char *line = memory_print("cat '%s'/data/knead/thrown-away/*.yaml", scratch_folder);
    char bytes[4096];
    FILE *all = popen(line, "r");
    const size_t length = fread(bytes, 1, sizeof bytes - 1, all);
    bytes[length] = '\0';
    free(line);
    ck_assert_int_eq(pclose(all), 0);
    return memory_copy_text(bytes);
}

static LibraryEntry *read_again(void)
{
    char *problem = NULL;
    LibraryEntry *entry = edit_file_read(&manuscript, library, &problem);
    ck_assert_msg(entry != NULL, "%s", problem);
    return entry;
}

static void throw_away(void)
{
    char *problem = NULL;
    ck_assert_msg(edit_file_throw_away(&manuscript, library, &problem), "%s", problem);
}

START_TEST(new_works_at_once)
{
    begin_new("lunch", NULL, NULL);
    ck_assert(manuscript.is_new);
    LibraryEntry *entry = read_again();
    ck_assert_str_eq(entry->routine->title, "Lunch");
    ck_assert_ptr_eq(found("lunch"), entry);
    ck_assert(!edit_file_is_changed(&manuscript));
}
END_TEST

static const struct {
    const char *id, *problem;
} refused[] = {
    {"My Lunch", "'My Lunch' is not a valid id: use lower-case letters, digits and hyphens, starting with a letter "
                 "(did you mean 'my-lunch'?)"},
    {"lunch.yaml", "(did you mean 'lunch'?)"},
    {"42",
     "'42' is not a valid id: use lower-case letters, digits and hyphens, starting with a letter, as in my-lunch"},
    {"a2345678901234567890123456789012345678901234567890123456789012345", "longer than 64"},
    {"own", "you already have a routine 'own'; to change it: knead edit own"},
    {"theirs", "you already have a routine 'theirs'; to change it: knead edit theirs"},
};

START_TEST(new_refuses)
{
    char *problem = NULL;
    ck_assert(!edit_file_new(&manuscript, library, refused[_i].id, NULL, NULL, NULL, &problem));
    ck_assert_msg(strstr(problem, refused[_i].problem) != NULL, "%s", problem);
    free(problem);
}
END_TEST

START_TEST(nothing_is_written_over)
{
    char *problem = NULL, *link = scratch_path("config/knead/routines/lunch.yml");
    ck_assert_int_eq(symlink("/tmp/knead-not-there/x", link), 0);
    ck_assert(!edit_file_new(&manuscript, library, "lunch", NULL, NULL, NULL, &problem));
    free(problem);
    free(link);
}
END_TEST

START_TEST(copy_keeps_comments)
{
    begin_new("mine", "My theirs", found("theirs"));
    scratch_expect("config/knead/routines/mine.yaml", ROUTINE("My theirs"));
    ck_assert_int_eq(manuscript.line, 3);
    ck_assert_str_eq(read_again()->routine->title, "My theirs");
}
END_TEST

/* Put together for the moment, without a file. */
START_TEST(copy_of_a_text)
{
    char *problem = NULL;
    char *text = memory_copy_text(ROUTINE("Composed"));
    LibraryEntry *composed = library_take_text(library, "composed", text, strlen(text));
    ck_assert(!edit_file_edit(&manuscript, library, composed, 0, NULL, &problem));
    ck_assert_ptr_nonnull(strstr(problem, "it has no file to edit"));
    free(problem);
    begin_new("mine", "Kept", composed);
    scratch_expect("config/knead/routines/mine.yaml", ROUTINE("Kept"));
}
END_TEST

START_TEST(copy_of_a_broken_one_is_refused)
{
    char *problem = NULL;
    scratch_put("elsewhere/bad.yaml", BROKEN);
    char *path = scratch_path("elsewhere/bad.yaml");
    ck_assert(!edit_file_new(&manuscript, library, "good", NULL, found(path), NULL, &problem));
    ck_assert_ptr_nonnull(strstr(problem, "has errors: unknown area 'foot'"));
    scratch_expect("config/knead/routines/good.yaml", NULL);
    free(problem);
    free(path);
}
END_TEST

/* Its moves lie beside it, where the copy would not find them. */
START_TEST(copy_takes_moves_along)
{
    scratch_put("elsewhere/a.yaml", USER);
    scratch_put("elsewhere/moves/m.yaml", MOVES);
    char *path = scratch_path("elsewhere/a.yaml");
    begin_new("mine", NULL, found(path));
    ck_assert_ptr_nonnull(read_again()->routine);
    char *text = scratch_text("config/knead/routines/mine.yaml");
    ck_assert_ptr_null(strstr(text, "use:"));
    free(text);
    free(path);
}
END_TEST

START_TEST(shipped_one_is_copied)
{
    begin_edit("theirs", 5);
    ck_assert_ptr_nonnull(strstr(manuscript.note, "theirs came with knead: copied to "));
    scratch_expect("config/knead/routines/theirs.yaml", ROUTINE("Theirs"));
    ck_assert_int_eq(manuscript.line, 5);
    scratch_put("config/knead/routines/theirs.yaml", ROUTINE("Mine now"));
    LibraryEntry *entry = read_again();
    ck_assert_str_eq(entry->routine->title, "Mine now");
    ck_assert_ptr_eq(found("theirs"), entry);
    throw_away();
    scratch_expect("config/knead/routines/theirs.yaml", NULL);
    ck_assert_str_eq(found("theirs")->routine->title, "Theirs");
}
END_TEST

START_TEST(copy_counts_the_schema_line)
{
    scratch_put("share/knead/schema/routine.schema.json", "{}");
    begin_edit("theirs", 5);
    ck_assert_int_eq(manuscript.line, 6);
    ck_assert_ptr_nonnull(strstr(manuscript.before, "$schema="));
}
END_TEST

START_TEST(first_problem_is_where_it_opens)
{
    begin_edit("own", 0);
    ck_assert_int_eq(manuscript.line, 3);
    scratch_put("config/knead/routines/own.yaml", BROKEN);
    LibraryEntry *entry = read_again();
    ck_assert_int_eq(entry->state, ENTRY_BROKEN);
    ck_assert_int_eq(manuscript.line, 5);
    ck_assert(edit_file_is_changed(&manuscript));
    edit_file_release(&manuscript);
    begin_edit("own", 0);
    ck_assert_int_eq(manuscript.line, 5);
}
END_TEST

START_TEST(thrown_away_is_put_aside)
{
    begin_edit("own", 0);
    scratch_put("config/knead/routines/own.yaml", BROKEN);
    throw_away(); /* not even looked at */
    scratch_expect("config/knead/routines/own.yaml", ROUTINE("Own"));
    char *aside = put_aside();
    ck_assert_str_eq(aside, BROKEN);
    free(aside);
    struct stat status;
    char *folder = scratch_path("data/knead/thrown-away");
    ck_assert_int_eq(stat(folder, &status), 0);
    ck_assert_uint_eq(status.st_mode & 0777, 0700);
    free(folder);
    ck_assert_ptr_nonnull(strstr(manuscript.note, "/data/knead/thrown-away/own-"));
    ck_assert_str_eq(found("own")->routine->title, "Own");

    scratch_put("config/knead/routines/own.yaml", USER);
    throw_away(); /* in the same second, perhaps */
    aside = put_aside();
    ck_assert_ptr_nonnull(strstr(aside, BROKEN));
    ck_assert_ptr_nonnull(strstr(aside, USER));
    free(aside);
}
END_TEST

START_TEST(new_without_a_word_is_just_removed)
{
    begin_new("lunch", NULL, NULL);
    throw_away();
    scratch_expect("config/knead/routines/lunch.yaml", NULL);
    ck_assert_ptr_null(manuscript.note);
    char *aside = scratch_path("data/knead/thrown-away");
    ck_assert_int_ne(access(aside, F_OK), 0);
    free(aside);
}
END_TEST

START_TEST(what_cannot_be_put_aside_stays)
{
    begin_edit("own", 0);
    scratch_put("config/knead/routines/own.yaml", BROKEN);
    scratch_put("data/knead", "a file in the way");
    char *problem = NULL;
    ck_assert(!edit_file_throw_away(&manuscript, library, &problem));
    ck_assert_ptr_nonnull(strstr(problem, "so it stays in "));
    scratch_expect("config/knead/routines/own.yaml", BROKEN);
    free(problem);

    unsetenv("HOME");
    unsetenv("XDG_DATA_HOME");
    ck_assert(!edit_file_throw_away(&manuscript, library, &problem));
    ck_assert_ptr_nonnull(strstr(problem, "set HOME or XDG_DATA_HOME"));
    scratch_expect("config/knead/routines/own.yaml", BROKEN);
    free(problem);
}
END_TEST

START_TEST(a_link_stays_one)
{
    struct stat status;
    scratch_put("dotfiles/linked.yaml", ROUTINE("Linked"));
    char *link = scratch_path("config/knead/routines/linked.yaml");
    ck_assert_int_eq(symlink("../../../dotfiles/linked.yaml", link), 0);
    begin_edit(link, 0);
    scratch_put("dotfiles/linked.yaml", BROKEN);
    throw_away();
    scratch_expect("dotfiles/linked.yaml", ROUTINE("Linked"));
    ck_assert_int_eq(lstat(link, &status), 0);
    ck_assert(S_ISLNK(status.st_mode));
    free(link);
}
END_TEST

static void expect_written_again(const char *name)
{
    char *problem = NULL;
    scratch_put(name, BROKEN);
    read_again();
    ck_assert_int_eq(unlink(manuscript.path), 0);
    ck_assert(!edit_file_read(&manuscript, library, &problem) && strstr(problem, "was missing; knead wrote it again"));
    scratch_expect(name, BROKEN);
    free(problem);
}

START_TEST(what_is_gone_is_written_again)
{
    char *problem = NULL;
    begin_edit("own", 0);
    expect_written_again("config/knead/routines/own.yaml");
    edit_file_release(&manuscript);
    begin_new("lunch", NULL, NULL);
    ck_assert_int_eq(unlink(manuscript.path), 0); /* nothing was written into it */
    ck_assert_ptr_null(edit_file_read(&manuscript, library, &problem));
    scratch_expect("config/knead/routines/lunch.yaml", NULL);
    expect_written_again("config/knead/routines/lunch.yaml");
    free(problem);
}
END_TEST

START_TEST(shared_moves_are_edited_too)
{
    scratch_put("elsewhere/moves/m.yaml", MOVES);
    char *path = scratch_path("elsewhere/moves/m.yaml");
    begin_edit(path, 0);
    scratch_put("elsewhere/moves/m.yaml", "knead: 1\nmoves:\n  press:\n    areas: foot\n    name: P\n    hold: 20s\n");
    const LibraryEntry *entry = read_again();
    ck_assert(entry->kind == ENTRY_IS_MOVES);
    ck_assert_uint_eq(entry->diags.errors, 1);
    ck_assert_int_eq(manuscript.line, 4);
    free(path);
}
END_TEST

static void expect_no_place(const char *why)
{
    char *problem = NULL;
    Library *placeless = library_new(NULL, NULL);
    ck_assert(!edit_file_new(&manuscript, placeless, "lunch", NULL, NULL, NULL, &problem));
    ck_assert_msg(strstr(problem, why) != NULL, "%s", problem);
    free(problem);
    library_free(placeless);
}

START_TEST(no_place_is_told)
{
    scratch_put("file", "");
    scratch_set("XDG_CONFIG_HOME", "file");
    expect_no_place("there is a file where the folder should be");
    unsetenv("HOME");
    unsetenv("XDG_CONFIG_HOME");
    expect_no_place("there is no folder for your routines: set HOME or XDG_CONFIG_HOME");
}
END_TEST

/* A limit on the size of files is met as a full disk is: some bytes are written, then no more. */
START_TEST(a_full_disk_leaves_nothing)
{
    char *problem = NULL;
    signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &(struct rlimit){100, RLIM_INFINITY}), 0);
    ck_assert(!edit_file_new(&manuscript, library, "lunch", NULL, NULL, NULL, &problem));
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY}), 0);
    ck_assert_ptr_nonnull(strstr(problem, "free some space and try again"));
    scratch_expect("config/knead/routines/lunch.yaml", NULL);
    char *left = memory_print("test \"$(ls -A '%s/config/knead/routines')\" = own.yaml", scratch_folder);
    ck_assert_int_eq(system(left), 0);
    free(left);
    free(problem);
}
END_TEST

Suite *suite_edit_file(void)
{
    Suite *suite = suite_create("edit_file");
    TCase *tcase = tcase_create("manuscript");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, new_works_at_once);
    tcase_add_loop_test(tcase, new_refuses, 0, ARRAY_LEN(refused));
    tcase_add_test(tcase, nothing_is_written_over);
    tcase_add_test(tcase, copy_keeps_comments);
    tcase_add_test(tcase, copy_of_a_text);
    tcase_add_test(tcase, copy_of_a_broken_one_is_refused);
    tcase_add_test(tcase, copy_takes_moves_along);
    tcase_add_test(tcase, shipped_one_is_copied);
    tcase_add_test(tcase, copy_counts_the_schema_line);
    tcase_add_test(tcase, first_problem_is_where_it_opens);
    tcase_add_test(tcase, thrown_away_is_put_aside);
    tcase_add_test(tcase, new_without_a_word_is_just_removed);
    tcase_add_test(tcase, what_cannot_be_put_aside_stays);
    tcase_add_test(tcase, a_link_stays_one);
    tcase_add_test(tcase, what_is_gone_is_written_again);
    tcase_add_test(tcase, shared_moves_are_edited_too);
    tcase_add_test(tcase, no_place_is_told);
    tcase_add_test(tcase, a_full_disk_leaves_nothing);
    suite_add_tcase(suite, tcase);
    return suite;
}
