/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/library.h"
#include "routine/template.h"

Suite *suite_template(void);

static const struct {
    const char *title, *id;
} ids[] = {
    {"My Lunch!", "my-lunch"},
    {"  Legs & feet  ", "legs-feet"},
    {"Don't rush", "dont-rush"},
    {"5 minutes", "minutes"},
    {"Épaules très raides", "epaules-tres-raides"},
    {"A very long title, longer than any id can ever be, since ids end at sixty-four",
     "a-very-long-title-longer-than-any-id-can-ever-be-since-ids-end"},
    {"42", NULL},
    {"", NULL},
    {"肩", NULL},
};

START_TEST(id_from_title)
{
    char *id = template_id(ids[_i].title);
    ck_assert_pstr_eq(id, ids[_i].id);
    free(id);
}
END_TEST

START_TEST(title_from_id)
{
    char *title = template_title("my-lunch-2");
    ck_assert_str_eq(title, "My lunch 2");
    free(title);
}
END_TEST

/* The line of that number, from 1; to free(). */
static char *line_of(const char *text, int32_t number)
{
    while (--number > 0)
        text += strcspn(text, "\n") + 1;
    return memory_print("%.*s", (int)strcspn(text, "\n"), text);
}

static void expect_line(const char *text, int32_t number, const char *wanted)
{
    char *line = line_of(text, number);
    ck_assert_str_eq(line, wanted);
    free(line);
}

static const char *const titles[] = {"Lunch", "Legs: a start", "\"Quick\" # one", "Mañana", "yes", "- x", "{a: b}"};

/* Whatever its title, it works with the moves that come with the program and has nothing wrong. */
START_TEST(is_a_working_routine)
{
    int32_t line;
    Library *library = library_new("routines", NULL);
    const char *schema = "/usr/share/knead/schema/routine.schema.json";
    char *text = template_new(titles[_i], schema, library_move_ids(library), &line);
    char *title_line = line_of(text, line);
    ck_assert_msg(strncmp(title_line, "title: ", 7) == 0, "line %d: %s", line, title_line);
    free(title_line);
    expect_line(text, 1, "# yaml-language-server: $schema=/usr/share/knead/schema/routine.schema.json");
    const LibraryEntry *entry = library_take_text(library, "template", text, strlen(text));
    ck_assert_msg(entry->diags.count == 0, "%s", diagnostic_first(&entry->diags));
    ck_assert_str_eq(entry->routine->title, titles[_i]);
    ck_assert_int_eq(entry->routine->move_count, 3);
    ck_assert_ptr_nonnull(entry->routine->items[0].move->use);
    library_free(library);
}
END_TEST

START_TEST(uses_only_moves_that_are_known)
{
    int32_t line;
    Library *library = library_new("tests/routines/none", NULL);
    char *text = template_new("Lunch", NULL, library_move_ids(library), &line);
    const LibraryEntry *entry = library_take_text(library, "template", text, strlen(text));
    ck_assert_msg(entry->diags.count == 0, "%s", diagnostic_first(&entry->diags));
    ck_assert_int_eq(entry->routine->move_count, 1);
    library_free(library);
}
END_TEST

/* A person reads it in a minute. */
START_TEST(is_short)
{
    static const char *const known[] = {"dy-shoulder", "st-chest-open"};
    int32_t line;
    char *text = template_new("Lunch", "/s.json", &(Words){known, ARRAY_LEN(known)}, &line);
    size_t lines = 0;
    for (const char *at = text; *at; at += strcspn(at, "\n") + 1, lines++)
        ck_assert_uint_le(strcspn(at, "\n"), 110);
    ck_assert_uint_le(lines, 35);
    const char *const told[] = {"knead list --moves", "knead show ", "man 5 knead-routine"};
    for (size_t i = 0; i < ARRAY_LEN(told); i++)
        ck_assert_ptr_nonnull(strstr(text, told[i]));
    free(text);
}
END_TEST

/* clang-format off */
static const struct { const char *text, *schema, *copy; int32_t line; } copies[] = {
    {"knead: 1\ntitle: A # mine\n", NULL, "knead: 1\ntitle: A # mine\n", 2},
    {"# why\nknead: 1\ntitle: A", "/s.json", "# yaml-language-server: $schema=/s.json\n# why\nknead: 1\ntitle: A", 4},
    {"# yaml-language-server: $schema=/theirs\nknead: 1\n# note\ntitle: A\n", "/s.json",
     "# yaml-language-server: $schema=/s.json\nknead: 1\n# note\ntitle: A\n", 4},
    {"#yaml-language-server: $schema=/theirs\r\nknead: 1\r\ntitle: A\r\n", NULL, "knead: 1\r\ntitle: A\r\n", 2},
    {"knead: 1\r\ntitle: A\r\n", "/s", "# yaml-language-server: $schema=/s\r\nknead: 1\r\ntitle: A\r\n", 3},
    {"\xEF\xBB\xBFknead: 1\n", "/s", "\xEF\xBB\xBF# yaml-language-server: $schema=/s\nknead: 1\n", 1},
    {"knead: 1\n", "/my folder/s.json", "# yaml-language-server: $schema=file:///my%20folder/s.json\nknead: 1\n", 1},
    {"", NULL, "", 1},
    {"title", NULL, "title", 1},
};
/* clang-format on */

START_TEST(copies_every_comment)
{
    size_t length;
    int32_t line;
    char *copy = template_copy(copies[_i].text, strlen(copies[_i].text), copies[_i].schema, &length, &line);
    ck_assert_str_eq(copy, copies[_i].copy);
    ck_assert_uint_eq(length, strlen(copy));
    ck_assert_int_eq(line, copies[_i].line);
    free(copy);
}
END_TEST

static const struct {
    const char *text, *anew;
} retitled[] = {
    {"knead: 1\ntitle: Old one # mine\nmoves: x\n", "knead: 1\ntitle: New: it # mine\nmoves: x\n"},
    {"title: \"Old: # one\" # mine\n", "title: New: it # mine\n"},
    {"title: 'Old'\r\nmoves: x\r\n", "title: New: it\r\nmoves: x\r\n"},
    {"sources:\n  - title: A\ntitle: Old", "sources:\n  - title: A\ntitle: New: it"},
    {"title: >-\n  Old\n  one\nmoves: x\n", NULL},
    {"title: Old\n  one\n", NULL},
    {"{knead: 1, title: Old}\n", "{knead: 1, title: New: it}\n"},
    {"moves: x\n", NULL},
};

START_TEST(another_title)
{
    char *anew = template_retitle(retitled[_i].text, "New: it");
    if (retitled[_i].anew) { /* in quotes, since its colon would begin a map */
        const char *place = strstr(retitled[_i].anew, "New: it");
        const int before = (int)(place - retitled[_i].anew);
        char *wanted = memory_print("%.*s\"New: it\"%s", before, retitled[_i].anew, place + 7);
        ck_assert_pstr_eq(anew, wanted);
        free(wanted);
    } else {
        ck_assert_ptr_null(anew);
    }
    free(anew);
}
END_TEST

Suite *suite_template(void)
{
    Suite *suite = suite_create("template");
    TCase *tcase = tcase_create("template");
    tcase_add_loop_test(tcase, id_from_title, 0, ARRAY_LEN(ids));
    tcase_add_test(tcase, title_from_id);
    tcase_add_loop_test(tcase, is_a_working_routine, 0, ARRAY_LEN(titles));
    tcase_add_test(tcase, uses_only_moves_that_are_known);
    tcase_add_test(tcase, is_short);
    tcase_add_loop_test(tcase, copies_every_comment, 0, ARRAY_LEN(copies));
    tcase_add_loop_test(tcase, another_title, 0, ARRAY_LEN(retitled));
    suite_add_tcase(suite, tcase);
    return suite;
}
