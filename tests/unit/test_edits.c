/* SPDX-License-Identifier: MIT */
/* The shipped files, edited at random: nothing falls over, and what still loads is what the text says. A failure names
 * the seed; KNEAD_SEED and KNEAD_EDITS repeat it alone, or go on for longer. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "routine/library.h"
#include "routine/routine.h"
#include "support/golden.h"
#include "support/oracle.h"
#include "yaml/document.h"

Suite *suite_edits(void);

enum { EDITS = 1000, MOST_LINES = 2000, MOST_SHARED = 40 };

#define ROUTINES_DIR TESTS_DIR "/../routines"

typedef struct Line {
    const char *start;
    size_t length; /* with its newline */
} Line;

static uint32_t next_random(uint32_t *seed, size_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (uint32_t)((*seed >> 8) % below);
}

static uint32_t wanted(const char *variable, uint32_t unsaid)
{
    const char *value = getenv(variable);
    return value ? (uint32_t)strtoul(value, NULL, 10) : unsaid;
}

static char *copy(const char *bytes, size_t length)
{
    char *copied = memory_new(length + 1);
    memcpy(copied, bytes, length);
    return copied;
}

static size_t cut_lines(const Text *text, Line *lines)
{
    size_t count = 0;
    for (size_t at = 0; at < text->length && count < MOST_LINES; at += lines[count++].length) {
        const char *start = text_show(text) + at, *end = memchr(start, '\n', text->length - at);
        lines[count] = (Line){start, end ? (size_t)(end - start) + 1 : text->length - at};
    }
    return count;
}

/* The part of a line up to its value; all of it where it has none. */
static size_t before_value(const Line *line)
{
    for (size_t i = 0; i + 2 < line->length; i++)
        if (line->start[i] == ':' && line->start[i + 1] == ' ')
            return i + 2;
    return line->length;
}

static void add_line(Text *into, const Line *line, size_t from)
{
    text_add_span(into, line->start + from, line->length - from);
}

/* A line with the value of another one, as far as both have any. */
static void add_swapped(Text *into, const Line *line, const Line *other)
{
    size_t own = before_value(line), its = before_value(other);
    bool has_both = own < line->length && its < other->length;
    text_add_span(into, line->start, has_both ? own : line->length);
    if (has_both)
        add_line(into, other, its);
}

static void add_spoilt(Text *into, const Line *line, uint32_t *seed)
{
    static const char bytes[] = "-:,[]{}&*#'\"|>%?!~<= \n\t09az\xff\xe2";
    char *spoilt = copy(line->start, line->length);
    size_t at = next_random(seed, line->length);
    if (next_random(seed, 2))
        spoilt[at] = (char)((unsigned char)spoilt[at] ^ (1U << next_random(seed, 8)));
    else
        spoilt[at] = bytes[next_random(seed, sizeof(bytes) - 1)];
    text_add_span(into, spoilt, line->length);
    free(spoilt);
}

static void add_edited(Text *into, const Line *line, uint32_t *seed)
{
    static const char signs[] = "-:,[]{}&*#'\"|> \t";
    size_t at = next_random(seed, line->length), out;
    switch (next_random(seed, 6)) {
    case 0: /* gone */
        break;
    case 1: /* doubled */
        add_line(into, line, 0);
        add_line(into, line, 0);
        break;
    case 2: /* further in */
        text_add_repeated(into, ' ', 1 + next_random(seed, 3));
        add_line(into, line, 0);
        break;
    case 3: /* further out */
        out = MIN_OF(strspn(line->start, " "), (size_t)1 + next_random(seed, 3));
        add_line(into, line, MIN_OF(out, line->length));
        break;
    case 4:
        add_spoilt(into, line, seed);
        break;
    default: /* a sign more */
        text_add_span(into, line->start, at);
        text_add_span(into, &signs[next_random(seed, sizeof(signs) - 1)], 1);
        add_line(into, line, at);
        break;
    }
}

static void edit(Text *text, uint32_t *seed)
{
    static Line lines[MOST_LINES];
    size_t count = cut_lines(text, lines);
    if (count == 0)
        return;
    Text edited = {0};
    size_t one = next_random(seed, count), other = next_random(seed, count);
    bool swaps = next_random(seed, 4) == 0;
    for (size_t i = 0; i < count; i++) {
        if (swaps && (i == one || i == other))
            add_swapped(&edited, &lines[i], &lines[i == one ? other : one]);
        else if (i == one)
            add_edited(&edited, &lines[i], seed);
        else
            add_line(&edited, &lines[i], 0);
    }
    text_release(text);
    *text = edited;
}

/* A file with up to four edits. */
static Text edited_file(const char *path, uint32_t *seed)
{
    char *bytes = NULL;
    size_t length = 0;
    Text text = {0};
    ck_assert_int_eq(file_read(path, DOCUMENT_LIMIT, &bytes, &length), FILE_READ);
    text_add_span(&text, bytes, length);
    free(bytes);
    for (uint32_t edits = 1 + next_random(seed, 4); edits > 0; edits--)
        edit(&text, seed);
    return text;
}

static Library *open_library(const char *folder)
{
    char *problem = NULL;
    Library *library = library_new(folder, NULL);
    ck_assert_msg(library_scan(library, &problem), "%s", problem);
    return library;
}

static size_t read_shared(Library *library, Literal **shared)
{
    size_t count = library_move_file_count(library);
    ck_assert_uint_le(count, MOST_SHARED);
    for (size_t i = 0; i < count; i++) {
        char *bytes = NULL;
        size_t length = 0;
        ck_assert_int_eq(file_read(library_move_file(library, i)->path, DOCUMENT_LIMIT, &bytes, &length), FILE_READ);
        shared[i] = literal_new(bytes, length);
        ck_assert_ptr_nonnull(shared[i]);
        free(bytes);
    }
    return count;
}

START_TEST(an_edited_routine_is_what_its_text_says)
{
    Literal *shared[MOST_SHARED];
    Library *library = open_library(ROUTINES_DIR);
    size_t shared_count = read_shared(library, shared), loaded = 0;
    uint32_t first = wanted("KNEAD_SEED", 0), count = wanted("KNEAD_EDITS", EDITS);
    for (uint32_t i = first; i < first + count; i++) {
        uint32_t seed = i;
        const char *path = library_at(library, next_random(&seed, library_count(library)))->path;
        Text text = edited_file(path, &seed);
        char *taken = copy(text_show(&text), text.length);
        LibraryEntry *entry = library_take_text(library, "edited", taken, text.length);
        ck_assert_msg((entry->routine == NULL) == (entry->diags.errors > 0), "KNEAD_SEED=%u: %s", i, path);
        if (entry->routine) {
            Literal *written = literal_new(text_show(&text), text.length);
            ck_assert_msg(written != NULL, "KNEAD_SEED=%u: %s is no YAML, and loads", i, path);
            const char *difference = oracle_differs(written, shared, shared_count, entry->routine);
            ck_assert_msg(difference == NULL, "KNEAD_SEED=%u: %s: %s", i, path, difference);
            literal_free(written);
            loaded++;
        }
        text_release(&text);
    }
    ck_assert_uint_ge(loaded, count / 10); /* else nothing was held against anything */
    for (size_t i = 0; i < shared_count; i++)
        literal_free(shared[i]);
    library_free(library);
}
END_TEST

/* A folder of routines that has one file of shared moves. */
static char *folder, *shared_path;

static void set_up(void)
{
    folder = path_cache("edits");
    char *moves = path_join(folder, "moves");
    shared_path = path_join(moves, "edited.yaml");
    ck_assert(path_make_folder(moves));
    free(moves);
}

static void tear_down(void)
{
    free(shared_path);
    free(folder);
}

static void put_shared(const Text *text)
{
    FILE *file = fopen(shared_path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(text_show(text), 1, text->length, file), text->length);
    ck_assert_int_eq(fclose(file), 0);
}

/* Each move that an edited file has, as a routine would use it; returns how many there were. */
static size_t check_moves(const Text *text, uint32_t number)
{
    size_t loaded = 0;
    Library *library = open_library(folder);
    Literal *written = literal_new(text_show(text), text->length);
    const bool is_whole = library_move_file(library, 0)->state == ENTRY_LOADED;
    ck_assert_msg(written || !is_whole, "KNEAD_SEED=%u: a file that is no YAML loads", number);
    At moves = written ? literal_key(literal_root(written), "moves") : (At){NULL, NULL};
    const char *id;
    for (size_t n = 0; (id = literal_key_name(moves, n)); n++) {
        Arena arena = {0};
        DiagnosticList diags = {0};
        const Move *move = library_move(library, &arena, id, &diags);
        const char *difference = move ? oracle_move_differs(written, id, move) : NULL;
        ck_assert_msg(move || !is_whole || strcmp(id, "<<") == 0, "KNEAD_SEED=%u: %s is not found", number, id);
        ck_assert_msg(!difference, "KNEAD_SEED=%u: %s: %s", number, id, difference);
        loaded += move != NULL;
        diagnostic_release(&diags);
        arena_release(&arena);
    }
    literal_free(written);
    library_free(library);
    return loaded;
}

START_TEST(an_edited_shared_move_is_what_its_text_says)
{
    Library *library = open_library(ROUTINES_DIR);
    size_t loaded = 0;
    uint32_t first = wanted("KNEAD_SEED", 0), count = wanted("KNEAD_EDITS", EDITS / 4);
    for (uint32_t i = first; i < first + count; i++) {
        uint32_t seed = i;
        size_t which = next_random(&seed, library_move_file_count(library));
        Text text = edited_file(library_move_file(library, which)->path, &seed);
        put_shared(&text);
        loaded += check_moves(&text, i);
        text_release(&text);
    }
    ck_assert_uint_ge(loaded, count);
    library_free(library);
}
END_TEST

/* What looks like the move b is part of a text or of a list of the move a. */
#define HIDING(begin, end)                                                                                             \
    "knead: 1\nmoves:\n  a:\n    name: A\n    areas: feet\n    hold: 9s\n    " begin "\n  b:\n    name: B\n"           \
    "  c: " end "\n"
static const char *const hiding[] = {
    HIDING("setup: \"first", "last\""),        HIDING("setup: 'it''s", "last'"),
    HIDING("avoid: [x, \"y]", "last\"]"),      HIDING("setup: !!str \"x", "last\""),
    HIDING("avoid:\n    - \"x\\\"", "last\""),
};

START_TEST(a_move_within_a_text_is_none)
{
    Text text = {0};
    Arena arena = {0};
    DiagnosticList diags = {0};
    text_add(&text, hiding[_i]);
    put_shared(&text);
    ck_assert_uint_eq(check_moves(&text, 0), 1);
    Library *library = open_library(folder);
    ck_assert_ptr_nonnull(library_move(library, &arena, "a", &diags));
    ck_assert_ptr_null(library_move(library, &arena, "b", &diags));
    library_free(library);
    diagnostic_release(&diags);
    arena_release(&arena);
    text_release(&text);
}
END_TEST

/* A text whose last line looks like a comment, and line ends that are not newlines. */
static const char *const odd[] = {
    "knead: 1\nmoves:\n  a:\n    name: A\n    areas: feet\n    hold: 9s\n    setup: |\n      Sit\n      #down\n"
    "\n# more\n  b:\n    name: B\n    areas: feet\n    hold: 9s\n    setup: >\n      Sit\n      # back\n",
    "knead: 1\nmoves:\n  a:\n    name: A\n    areas: feet\n    hold: 9s\r  b:\r    name: B\r    areas: feet\n"
    "    hold: 8s\n",
    "knead: 1\nmoves:\n  a:\n    name: A\n    areas: feet\n    hold: 9s\xC2\x85  b:\n    name: B\n    areas: feet\n"
    "    hold: 8s\n",
};

START_TEST(odd_lines_are_read_as_yaml_does)
{
    Text text = {0};
    text_add(&text, odd[_i]);
    put_shared(&text);
    ck_assert_uint_eq(check_moves(&text, 0), 2);
    text_release(&text);
}
END_TEST

START_TEST(a_key_that_stands_twice_in_a_shared_move_is_told)
{
    static const char twice[] =
        "knead: 1\nmoves:\n  a:\n    name: A\n    areas: feet\n    hold: 9s\n    cues: [{at: 1s, say: x, say: y}]\n";
    Text text = {0};
    Arena arena = {0};
    DiagnosticList diags = {0};
    text_add(&text, twice);
    put_shared(&text);
    Library *library = open_library(folder);
    ck_assert_ptr_null(library_move(library, &arena, "a", &diags));
    ck_assert_str_eq(diagnostic_first(&diags), "the shared move 'a' has a problem: the key 'say' appears twice");
    library_free(library);
    diagnostic_release(&diags);
    arena_release(&arena);
    text_release(&text);
}
END_TEST

Suite *suite_edits(void)
{
    Suite *suite = suite_create("edits");
    TCase *tests = tcase_create("edits");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, an_edited_routine_is_what_its_text_says);
    tcase_add_test(tests, an_edited_shared_move_is_what_its_text_says);
    tcase_add_loop_test(tests, a_move_within_a_text_is_none, 0, (int)ARRAY_LEN(hiding));
    tcase_add_loop_test(tests, odd_lines_are_read_as_yaml_does, 0, (int)ARRAY_LEN(odd));
    tcase_add_test(tests, a_key_that_stands_twice_in_a_shared_move_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
