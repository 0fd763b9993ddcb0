/* SPDX-License-Identifier: MIT */
/* Words that people look for, and what they find: tests/content/keywords.txt. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "routine/filter.h"
#include "routine/timeline.h"
#include "support/golden.h"
#include "support/shipped.h"
#include "support/table.h"

Suite *suite_keywords(void);

enum { WORDS_MOST = 8, ROWS_LEAST = 70 };

static Table table;

static void open_table(void)
{
    read_shipped();
    load_shipped_routines();
    table = table_read(TESTS_DIR "/content/keywords.txt");
}

static void close_table(void)
{
    table_release(&table);
    release_shipped();
}

/* What is typed, as the words of a filter; *text is theirs. */
static Filter filter_of(const char *typed, char **text, const char **words)
{
    char *rest = NULL;
    size_t count = 0;
    *text = memory_copy_text(typed);
    for (char *word = strtok_r(*text, " ", &rest); word && count < WORDS_MOST; word = strtok_r(NULL, " ", &rest))
        words[count++] = word;
    return (Filter){.words = {words, count}};
}

static LibraryEntry *entry_of(const char *id)
{
    for (size_t i = 0; i < library_count(shipped.library); i++) {
        LibraryEntry *entry = library_at(shipped.library, i);
        if (strcmp(entry->id, id) == 0)
            return entry;
    }
    return NULL;
}

/* A routine or a move of this id is found, and brings the caution. */
static void check_found(const TableRow *row, const Filter *filter, const char *id)
{
    const LibraryEntry *entry = entry_of(id);
    const Move *move = entry ? NULL : shipped_move(id);
    const TextList *cautions = entry ? &entry->routine->cautions : &move->cautions;
    ck_assert_msg(entry ? filter_routine(filter, entry->routine) : filter_move(filter, id, move),
                  "%s:%d: '%s' does not find %s", table.path, row->line, row->cells[1], id);
    bool is_said = *row->cells[3] == '\0';
    for (size_t i = 0; i < cautions->count && !is_said; i++)
        is_said = strstr(cautions->items[i], row->cells[3]) != NULL;
    ck_assert_msg(is_said, "%s:%d: %s does not say '%s'", table.path, row->line, id, row->cells[3]);
}

START_TEST(words_find_what_people_mean)
{
    size_t count = 0;
    for (size_t i = 0; i < table.count; i++) {
        const TableRow *row = &table.rows[i];
        if (strcmp(row->cells[0], "find") != 0)
            continue;
        char *text, *ids = memory_copy_text(row->cells[2]), *rest = NULL;
        const char *words[WORDS_MOST];
        const Filter filter = filter_of(row->cells[1], &text, words);
        ck_assert_msg(*row->cells[2] != '\0', "line %d: nothing to find", row->line);
        for (char *id = strtok_r(ids, " ", &rest); id; id = strtok_r(NULL, " ", &rest))
            check_found(row, &filter, id);
        free(text);
        free(ids);
        count++;
    }
    ck_assert_uint_ge(count, ROWS_LEAST);
}
END_TEST

/* "only WORD IDS": no other move or routine, because others press where they should not. */
START_TEST(some_words_find_nothing_else)
{
    for (size_t i = 0; i < table.count; i++) {
        const TableRow *row = &table.rows[i];
        if (strcmp(row->cells[0], "only") != 0)
            continue;
        char *text;
        const char *words[WORDS_MOST];
        const Filter filter = filter_of(row->cells[1], &text, words);
        for (size_t k = 0; k < shipped.count; k++) {
            const ComposeMove *item = &shipped.items[k];
            ck_assert_msg(filter_move(&filter, item->id, item->move) == table_has_word(row->cells[2], item->id),
                          "%s:%d: '%s' and %s", table.path, row->line, row->cells[1], item->id);
        }
        for (size_t k = 0; k < library_count(shipped.library); k++) {
            const LibraryEntry *entry = library_at(shipped.library, k);
            ck_assert_msg(filter_routine(&filter, entry->routine) == table_has_word(row->cells[2], entry->id),
                          "%s:%d: '%s' and %s", table.path, row->line, row->cells[1], entry->id);
        }
        free(text);
    }
}
END_TEST

static void check_goes_with(const TableRow *row, const char *found, const Move *move)
{
    for (size_t i = 0; i < move->not_with.count; i++)
        ck_assert_msg(strcmp(health_name(move->not_with.items[i]), row->cells[2]) != 0,
                      "'%s' finds %s, which has a move that is not for %s", row->cells[1], found, row->cells[2]);
}

typedef struct Found {
    const TableRow *row;
    const char *id;
} Found;

static bool check_item(void *context, const TimelineItem *item)
{
    const Found *found = context;
    if (item->move)
        check_goes_with(found->row, found->id, item->move);
    return true;
}

/* What is found by the name of a state goes with it, every move of it. */
START_TEST(what_is_found_by_a_health_word_goes_with_it)
{
    for (size_t i = 0; i < table.count; i++) {
        const TableRow *row = &table.rows[i];
        if (strcmp(row->cells[0], "goes-with") != 0)
            continue;
        char *text;
        const char *words[WORDS_MOST];
        const Filter filter = filter_of(row->cells[1], &text, words);
        for (size_t k = 0; k < shipped.count; k++)
            if (filter_move(&filter, shipped.items[k].id, shipped.items[k].move))
                check_goes_with(row, shipped.items[k].id, shipped.items[k].move);
        for (size_t k = 0; k < library_count(shipped.library); k++) {
            const LibraryEntry *entry = library_at(shipped.library, k);
            Found found = {row, entry->id};
            if (filter_routine(&filter, entry->routine))
                timeline_walk(entry->routine, NULL, check_item, &found);
        }
        free(text);
    }
}
END_TEST

Suite *suite_keywords(void)
{
    Suite *suite = suite_create("keywords");
    TCase *tests = tcase_create("keywords");
    tcase_add_checked_fixture(tests, open_table, close_table);
    tcase_add_test(tests, words_find_what_people_mean);
    tcase_add_test(tests, some_words_find_nothing_else);
    tcase_add_test(tests, what_is_found_by_a_health_word_goes_with_it);
    suite_add_tcase(suite, tests);
    return suite;
}
