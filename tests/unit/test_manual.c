/* SPDX-License-Identifier: MIT */
/* What the manual pages of files and the README say is so: every key and word stands there, every example loads. The page
 * of commands is compared in test_command_page.c. */
#include <check.h>
#include <dirent.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/fields.h"
#include "routine/library.h"
#include "settings/settings.h"
#include "support/golden.h"
#include "support/mdoc.h"
#include "support/page.h"
#include "support/run.h"

Suite *suite_manual(void);

#define PAGE "share/man/knead-routine.5"
#define CONFIG_PAGE "share/man/knead-config.5"
#define SCHEMA "share/schema/routine.schema.json"
#define EXAMPLES TESTS_DIR "/routines/examples"

enum { PAGE_COLUMNS = 80, PAGE_INDENT = 11 };

/* Where the page has a table's keys: under the heading of that name, one for each `.It Cm key`. */
/* clang-format off */
static const struct {
    const char *heading;
    const FieldTable *table;
} key_lists[] = {
    {"A routine", &routine_table}, {"A check", &check_table}, {"A source", &source_table},
    {"Defaults", &defaults_table}, {"A move", &move_table},
    {"A phase", &phase_table},     {"A cue", &cue_table},
    {"A rest", &rest_table},       {"Times for left and right", &hold_table},
    {"A repeat", &repeat_table},   {"A file of shared moves", &moves_file_table},
    {"A file of positions", &positions_file_table}, {"A position", &position_table},
    {"Arms and legs", &arms_table}, {"Arms and legs", &legs_table}, {"What is around", &prop_table},
    {"A programme", &programme_table}, {"A week", &week_table}, {"A wish", &wish_table},
};
/* clang-format on */

/* And a list's words, each with the description that the JSON Schema has of it. */
static const struct {
    const char *heading, *definition;
    const Words *words;
} word_lists[] = {
    {"Areas", "area", &area_words},   {"Places", "place", &place_words},
    {"Goals", "goal", &goal_words},   {"Techniques", "technique", &technique_words},
    {"Sides", "sides", &sides_words}, {"Health", "health", &health_words},
};

/* Either the list of words is named, also from another page, or each of them. */
static bool names_words(MdocPart entry, const Words *words)
{
    for (size_t i = 0; i < ARRAY_LEN(word_lists); i++) {
        char *here = memory_print(".Sx %s", word_lists[i].heading);
        char *there = memory_print(".Em %s\nin\n.Xr knead-routine 5", word_lists[i].heading);
        const bool is_named = word_lists[i].words == words && (mdoc_find(entry, here) || mdoc_find(entry, there));
        free(here);
        free(there);
        if (is_named)
            return true;
    }
    for (size_t i = 0; i < words->count; i++) {
        char *word = memory_print(".Cm %s", words->items[i]);
        const bool is_named = mdoc_find(entry, word) != NULL;
        free(word);
        if (!is_named)
            return false;
    }
    return true;
}

static void check_entry(MdocPart entry, const Field *field)
{
    const bool is_needed = mdoc_find(entry, ".Em Needed .") != NULL;
    ck_assert_msg(is_needed == field->required, "'%s': is it needed or not?", field->key);
    if (field->read == schema_number) {
        char *range = memory_print("%d to %d", (int)field->min, (int)field->max);
        ck_assert_msg(mdoc_find(entry, range) != NULL, "'%s' does not say %s", field->key, range);
        free(range);
    }
    if (field->read == schema_duration) {
        const bool may_be_0 = mdoc_find(entry, "0 allowed") != NULL;
        ck_assert_msg(may_be_0 == (field->min == 0), "'%s': is 0 allowed or not?", field->key);
        ck_assert_msg((mdoc_find(entry, "up to 60 s") != NULL) == (field->max == 60), "'%s': how long?", field->key);
    }
    if (field->words)
        ck_assert_msg(names_words(entry, field->words), "'%s' does not name its words", field->key);
}

static MdocPart entry_of(MdocPart section, const char *word)
{
    char *item = memory_print("Cm %s", word);
    const MdocPart entry = mdoc_entry(section, item);
    free(item);
    return entry;
}

START_TEST(page_has_the_keys)
{
    char *page = page_read(PAGE);
    const FieldTable *table = key_lists[_i].table;
    const MdocPart section = mdoc_section(page, key_lists[_i].heading);
    for (size_t i = 0; i < table->count; i++)
        check_entry(entry_of(section, table->fields[i].key), &table->fields[i]);
    ck_assert_uint_eq(mdoc_count(section), table->count);
    free(page);
}
END_TEST

/* Each setting says what holds where it is not said, and stands in an example. */
START_TEST(page_has_the_settings)
{
    char *page = page_read(CONFIG_PAGE);
    const MdocPart section = mdoc_section(page, "Keys of the settings"), examples = mdoc_section(page, "EXAMPLES");
    for (size_t i = 0; i < settings_table.count; i++) {
        const Field *field = &settings_table.fields[i];
        const MdocPart entry = entry_of(section, field->key);
        check_entry(entry, field);
        ck_assert_msg(mdoc_find(entry, "efault") != NULL, "'%s' does not say its default", field->key);
        char *line = memory_print("\n%s:", field->key);
        ck_assert_msg(mdoc_find(examples, line) != NULL, "'%s' is in no example", field->key);
        free(line);
    }
    ck_assert_uint_eq(mdoc_count(section), settings_table.count);
    free(page);
}
END_TEST

/* What an editor tells of a word and what the page tells is one and the same. */
static void check_meaning(MdocPart entry, const char *word, json_t *list)
{
    size_t index;
    json_t *value;
    json_array_foreach(json_object_get(list, "enum"), index, value)
    {
        if (strcmp(json_string_value(value), word) != 0)
            continue;
        const char *meaning = json_string_value(json_array_get(json_object_get(list, "enumDescriptions"), index));
        ck_assert_ptr_nonnull(meaning);
        mdoc_expect(entry, word, meaning);
        return;
    }
    ck_abort_msg("the schema has no '%s'", word);
}

START_TEST(page_has_the_words)
{
    char *page = page_read(PAGE);
    json_t *schema = json_load_file(SCHEMA, 0, NULL);
    json_t *list = json_object_get(json_object_get(schema, "definitions"), word_lists[_i].definition);
    const Words *words = word_lists[_i].words;
    const MdocPart section = mdoc_section(page, word_lists[_i].heading);
    for (size_t i = 0; i < words->count; i++)
        check_meaning(entry_of(section, words->items[i]), words->items[i], list);
    ck_assert_uint_eq(mdoc_count(section), words->count);
    json_decref(schema);
    free(page);
}
END_TEST

/* Examples: what stands between two lines, the first of which begins with `open`. */
typedef struct Page {
    const char *path, *open, *close;
} Page;

static const Page pages[] = {
    {PAGE, "\n.Bd -literal", "\n.Ed\n"},
    {"README.md", "\n```yaml", "\n```\n"},
    {CONFIG_PAGE, "\n.Bd -literal", "\n.Ed\n"},
};

/* The next example behind *at, to free(); NULL after the last. */
static char *next_block(const Page *page, const char **at)
{
    const char *open = strstr(*at, page->open);
    if (!open)
        return NULL;
    const char *start = strchr(open + 1, '\n');
    const char *close = start ? strstr(start, page->close) : NULL;
    ck_assert_msg(close != NULL, "%s: an example has no end", page->path);
    *at = close;
    return memory_print("%.*s", (int)(close - start), start + 1);
}

static bool is_whole(const char *block)
{
    return page_begins(block, "knead: 1\n");
}

static Library *open_library(void)
{
    char *problem = NULL;
    Library *library = library_new(TESTS_DIR "/../routines", NULL);
    ck_assert_msg(library_scan(library, &problem), "%s", problem);
    return library;
}

static void check_diags(const DiagnosticList *diags, const char *text)
{
    Text told = {0};
    diagnostic_print(diags, text, strlen(text), false, &told);
    ck_assert_msg(diags->count == 0, "%s", text_show(&told));
    text_release(&told);
}

/* An item of `moves` begins with a dash; else it is a key of the routine. */
static void try_fragment(Library *library, const char *block)
{
    static const char head[] = "knead: 1\ntitle: A part\n";
    char *text = *block == '-' ? memory_print("%smoves:\n%s", head, block)
                               : memory_print("%s%smoves:\n  - use: foot-centre\n", head, block);
    char *copy = memory_copy_text(text);
    const LibraryEntry *entry = library_take_text(library, "a part", copy, strlen(copy));
    check_diags(&entry->diags, text);
    free(text);
    ck_assert_ptr_nonnull(entry->routine);
}

static void try_settings(const char *block)
{
    Settings settings = {0};
    DiagnosticList diags;
    diagnostic_init(&diags, "config.yaml");
    settings_read(&settings, block, strlen(block), &diags);
    check_diags(&diags, block);
    ck_assert_uint_gt(settings.places.count, 0);
    diagnostic_release(&diags);
    settings_release(&settings);
}

/* The mistake that the page shows, made in the smallest routine. */
static void try_message(Library *library, const char *block)
{
    char *text = page_read(EXAMPLES "/lunch.yaml"), *word = strstr(text, "foot-centre");
    ck_assert_ptr_nonnull(word);
    memcpy(word, "foot-center", strlen("foot-center"));
    const LibraryEntry *entry = library_take_text(library, "lunch.yaml", text, strlen(text));
    Text told = {0};
    diagnostic_print(&entry->diags, entry->source, entry->source_length, false, &told);
    ck_assert_str_eq(text_show(&told), block);
    text_release(&told);
}

START_TEST(parts_are_right)
{
    char *page = page_read(pages[_i].path), *block;
    const char *at = page;
    Library *library = open_library();
    size_t count = 0;
    for (; (block = next_block(&pages[_i], &at)) != NULL; free(block), count++) {
        if (is_whole(block) || page_begins(block, "$ knead "))
            continue;
        if (page_begins(block, "places: ") || strcmp(pages[_i].path, CONFIG_PAGE) == 0)
            try_settings(block);
        else if (page_begins(block, "lunch.yaml:"))
            try_message(library, block);
        else
            try_fragment(library, block);
    }
    ck_assert_uint_ge(count, 2);
    library_free(library);
    free(page);
}
END_TEST

static const char *const manuals[] = {PAGE, CONFIG_PAGE, "share/man/knead.1"};

/* A page of 80 columns cuts what is longer, or folds it. */
START_TEST(examples_fit_the_page)
{
    char *page = page_read(manuals[_i]), *block;
    for (const char *at = page; (block = next_block(&pages[0], &at)) != NULL; free(block)) {
        ck_assert_msg(!strchr(block, '\\'), "an example holds a backslash: %s", block);
        for (const char *line = block; *line; line += strcspn(line, "\n") + 1)
            ck_assert_msg(strcspn(line, "\n") <= PAGE_COLUMNS - PAGE_INDENT, "too long for the page: %s", line);
    }
    free(page);
}
END_TEST

/* Whether some whole example is that text. */
static bool is_shown(const char *text)
{
    bool is_found = false;
    for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
        char *page = page_read(pages[i].path), *block;
        for (const char *at = page; (block = next_block(&pages[i], &at)) != NULL; free(block))
            is_found = is_found || strcmp(block, text) == 0;
        free(page);
    }
    return is_found;
}

static size_t count_whole(void)
{
    size_t count = 0;
    for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
        char *page = page_read(pages[i].path), *block;
        for (const char *at = page; (block = next_block(&pages[i], &at)) != NULL; free(block))
            count += is_whole(block);
        free(page);
    }
    return count;
}

/* Each file is byte for byte one of the examples, and loads; returns how many there are. */
static size_t try_files(Library *library, const char *folder)
{
    size_t count = 0;
    DIR *stream = opendir(folder);
    ck_assert_ptr_nonnull(stream);
    for (const struct dirent *file; (file = readdir(stream)) != NULL;) {
        if (!strstr(file->d_name, ".yaml"))
            continue;
        char *path = memory_print("%s/%s", folder, file->d_name), *text = page_read(path), *problem = NULL;
        ck_assert_msg(is_shown(text), "%s is no example of the manual or the README", path);
        const LibraryEntry *entry = library_find(library, path, &problem);
        ck_assert_msg(entry != NULL, "%s", problem);
        check_diags(&entry->diags, text);
        ck_assert(entry->routine || entry->kind != ENTRY_IS_ROUTINE);
        free(text);
        free(path);
        count++;
    }
    closedir(stream);
    return count;
}

START_TEST(whole_ones_are_files)
{
    Library *library = open_library();
    const size_t count = try_files(library, EXAMPLES) + try_files(library, EXAMPLES "/moves");
    ck_assert_uint_eq(count, count_whole());
    library_free(library);
}
END_TEST

Suite *suite_manual(void)
{
    Suite *suite = suite_create("manual");
    TCase *tests = tcase_create("manual");
    tcase_add_loop_test(tests, page_has_the_keys, 0, ARRAY_LEN(key_lists));
    tcase_add_test(tests, page_has_the_settings);
    tcase_add_loop_test(tests, page_has_the_words, 0, ARRAY_LEN(word_lists));
    tcase_add_loop_test(tests, parts_are_right, 0, ARRAY_LEN(pages));
    tcase_add_loop_test(tests, examples_fit_the_page, 0, ARRAY_LEN(manuals));
    tcase_add_test(tests, whole_ones_are_files);
    suite_add_tcase(suite, tests);
    return suite;
}
