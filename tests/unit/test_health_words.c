/* SPDX-License-Identifier: MIT */
/* For whom a move is not, and what is said before it: against the rules in tests/content/health.txt. */
#include <check.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/filter.h"
#include "support/golden.h"
#include "support/shipped.h"
#include "support/table.h"

Suite *suite_health_words(void);

static Table rules;

static void open_rules(void)
{
    read_shipped();
    rules = table_read(TESTS_DIR "/content/health.txt");
}

static void close_rules(void)
{
    table_release(&rules);
    release_shipped();
}

static bool presses(const ComposeMove *item, const char *words)
{
    (void)words;
    for (size_t i = 0; i < item->move->phase_count; i++) {
        const Phase *phase = &item->move->phases[i];
        if (phase->pressure.is_set && phase->technique != TECHNIQUE_STRETCH)
            return true;
    }
    return false;
}

/* More than breathing. */
static bool acts(const ComposeMove *item, const char *words)
{
    (void)words;
    for (size_t i = 0; i < item->move->phase_count; i++) {
        if (item->move->phases[i].technique != TECHNIQUE_BREATHE)
            return true;
    }
    return false;
}

static bool stretches(const ComposeMove *item, const char *words)
{
    (void)words;
    return item->move->phases[0].technique == TECHNIQUE_STRETCH;
}

static bool has_id(const ComposeMove *item, const char *words)
{
    return table_has_word(words, item->id);
}

static bool has_area(const ComposeMove *item, const char *words)
{
    for (size_t i = 0; i < item->move->areas.count; i++) {
        if (table_has_word(words, area_name(item->move->areas.items[i])))
            return true;
    }
    return false;
}

static bool is_for(const ComposeMove *item, const char *words)
{
    return table_has_word(words, area_name(item->move->areas.items[0]));
}

static bool has_place(const ComposeMove *item, const char *words)
{
    for (size_t i = 0; i < item->move->where.count; i++) {
        if (table_has_word(words, place_name(item->move->where.items[i])))
            return true;
    }
    return false;
}

static bool has_tools(const ComposeMove *item, const char *words)
{
    (void)words;
    return item->move->tools.count > 0;
}

static bool begins_at(const ComposeMove *item, const char *words)
{
    return presses(item, "") && item->move->phases[0].pressure.low >= atoi(words);
}

static bool reaches(const ComposeMove *item, const char *words)
{
    int32_t high = 0;
    for (size_t i = 0; i < item->move->phase_count; i++)
        high = MAX_OF(high, item->move->phases[i].pressure.high);
    return high >= atoi(words);
}

static const struct {
    const char *name;
    bool (*holds)(const ComposeMove *item, const char *words);
} terms[] = {
    {"presses", presses}, {"acts", acts},    {"stretches", stretches}, {"ids", has_id},     {"areas", has_area},
    {"for", is_for},      {"at", has_place}, {"tools", has_tools},     {"from", begins_at}, {"reaches", reaches},
};

static bool term_holds(const ComposeMove *item, const char *term, const TableRow *row)
{
    for (size_t i = 0; i < ARRAY_LEN(terms); i++) {
        const size_t length = strlen(terms[i].name);
        if (strncmp(term, terms[i].name, length) == 0 && (term[length] == '\0' || term[length] == ' '))
            return terms[i].holds(item, term[length] ? term + length + 1 : "");
    }
    ck_abort_msg("%s:%d: no such term: '%s'", rules.path, row->line, term);
    return false;
}

/* "presses; areas calves shins": all of its terms. */
static bool holds(const ComposeMove *item, const char *condition, const TableRow *row)
{
    char *text = memory_copy_text(condition), *rest = NULL;
    bool all = true;
    for (char *term = strtok_r(text, ";", &rest); term && all; term = strtok_r(NULL, ";", &rest))
        all = term_holds(item, term + strspn(term, " "), row);
    free(text);
    return all;
}

/* Whether a row of the kind asks for a thing in its second cell; an exception turns it round. */
static bool is_asked(const char *kind, const char *thing, const ComposeMove *item)
{
    bool asked = false;
    for (size_t i = 0; i < rules.count; i++) {
        TableRow *row = &rules.rows[i];
        if (strcmp(row->cells[0], kind) != 0 || strcmp(row->cells[1], thing) != 0 || !holds(item, row->cells[2], row))
            continue;
        row->is_used = true;
        asked = true;
    }
    return asked;
}

static bool is_excused(const char *thing, const ComposeMove *item)
{
    TableRow *row = table_find(&rules, "except", thing, item->id);
    if (row)
        row->is_used = true;
    return row != NULL;
}

static void check_words(const ComposeMove *item)
{
    for (int health = 0; health < HEALTH_COUNT; health++) {
        const char *word = health_name(health);
        const bool has = filter_has_word(&item->move->not_with, health), asked = is_asked("not-with", word, item);
        if (has != asked)
            ck_assert_msg(is_excused(word, item), "%s: %s %s", item->id, asked ? "lacks" : "has no rule for", word);
    }
}

START_TEST(moves_have_the_words_that_the_rules_ask_for)
{
    for (size_t i = 0; i < shipped.count; i++)
        check_words(&shipped.items[i]);
    table_check_used(&rules, "not-with");
}
END_TEST

/* Letter by letter, so that a routine says each once. */
static void check_cautions(const ComposeMove *item)
{
    for (size_t i = 0; i < rules.count; i++) {
        const TableRow *row = &rules.rows[i];
        if (strcmp(row->cells[0], "caution") != 0)
            continue;
        const bool has = filter_has_text(&item->move->cautions, row->cells[2]);
        const bool asked = is_asked("say", row->cells[1], item);
        if (has != asked)
            ck_assert_msg(is_excused(row->cells[1], item), "%s: %s the caution '%s'", item->id,
                          asked ? "lacks" : "has no rule for", row->cells[1]);
    }
    for (size_t i = 0; i < item->move->cautions.count; i++) {
        bool is_known = false;
        for (size_t k = 0; k < rules.count && !is_known; k++)
            is_known = strcmp(rules.rows[k].cells[0], "caution") == 0 &&
                       strcmp(rules.rows[k].cells[2], item->move->cautions.items[i]) == 0;
        ck_assert_msg(is_known, "%s: no such caution in %s: %s", item->id, rules.path, item->move->cautions.items[i]);
    }
}

START_TEST(moves_say_the_cautions_that_the_rules_ask_for)
{
    for (size_t i = 0; i < shipped.count; i++)
        check_cautions(&shipped.items[i]);
    table_check_used(&rules, "say");
}
END_TEST

START_TEST(table_has_nothing_too_much)
{
    for (size_t i = 0; i < shipped.count; i++) {
        check_words(&shipped.items[i]);
        check_cautions(&shipped.items[i]);
    }
    table_check_used(&rules, "except");
    for (size_t i = 0; i < rules.count; i++) {
        const TableRow *row = &rules.rows[i];
        char *ids = memory_copy_text(strncmp(row->cells[2], "ids ", 4) == 0 ? row->cells[2] + 4 : ""), *rest = NULL;
        for (char *id = strtok_r(ids, " ;", &rest); id; id = strtok_r(NULL, " ;", &rest))
            ck_assert_ptr_nonnull(shipped_move(id));
        free(ids);
        ck_assert_msg(strcmp(row->cells[0], "except") != 0 || *row->cells[3], "line %d: no reason", row->line);
    }
}
END_TEST

enum { KEYWORDS_LEAST = 2 };

START_TEST(moves_say_why_and_are_found)
{
    for (size_t i = 0; i < shipped.count; i++) {
        const Move *move = shipped.items[i].move;
        ck_assert_msg(move->why != NULL, "%s does not say why", shipped.items[i].id);
        ck_assert_msg(move->keywords.count >= KEYWORDS_LEAST, "%s has too few keywords", shipped.items[i].id);
    }
}
END_TEST

/* The words alone, in small letters, a blank between. To free(). */
static char *bare(const char *text)
{
    char *words = memory_copy_text(text);
    for (char *at = words; *at; at++)
        *at = (char)(isalpha((unsigned char)*at) ? tolower((unsigned char)*at) : ' ');
    return words;
}

/* The different words of a text, and those of them that another has too. */
static void count_words(const char *text, const char *other, int *words, int *common)
{
    char *seen = memory_print(" "), *copy = memory_copy_text(text), *rest = NULL;
    *words = *common = 0;
    for (char *word = strtok_r(copy, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        if (table_has_word(seen, word))
            continue;
        char *longer = memory_print("%s %s", seen, word);
        free(seen);
        seen = longer;
        ++*words;
        *common += table_has_word(other, word);
    }
    free(seen);
    free(copy);
}

enum { NEARLY_PERCENT = 70 };

static void check_pair(const char *one, const char *other)
{
    char *words = bare(one), *others = bare(other);
    int count, other_count, common;
    count_words(others, words, &other_count, &common);
    count_words(words, others, &count, &common);
    ck_assert_msg(100 * common < NEARLY_PERCENT * (count + other_count - common), "nearly the same:\n%s\n%s", one,
                  other);
    free(words);
    free(others);
}

/* Those of routines as well: what says nearly the same as another is said in its very words. */
START_TEST(no_two_cautions_are_nearly_the_same)
{
    const TextList *lists[200];
    size_t count = 0;
    load_shipped_routines();
    for (size_t i = 0; i < library_count(shipped.library); i++) {
        ck_assert_uint_lt(count, ARRAY_LEN(lists));
        lists[count++] = &library_at(shipped.library, i)->routine->cautions;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < lists[i]->count; k++)
            for (size_t j = 0; j <= i; j++)
                for (size_t n = 0; n < lists[j]->count; n++)
                    if (strcmp(lists[i]->items[k], lists[j]->items[n]) != 0)
                        check_pair(lists[i]->items[k], lists[j]->items[n]);
}
END_TEST

Suite *suite_health_words(void)
{
    Suite *suite = suite_create("health_words");
    TCase *tests = tcase_create("health_words");
    tcase_add_checked_fixture(tests, open_rules, close_rules);
    tcase_add_test(tests, moves_have_the_words_that_the_rules_ask_for);
    tcase_add_test(tests, moves_say_the_cautions_that_the_rules_ask_for);
    tcase_add_test(tests, table_has_nothing_too_much);
    tcase_add_test(tests, moves_say_why_and_are_found);
    tcase_add_test(tests, no_two_cautions_are_nearly_the_same);
    suite_add_tcase(suite, tests);
    return suite;
}
