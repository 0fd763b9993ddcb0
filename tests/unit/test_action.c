/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "support/page.h"
#include "ui/widgets/action.h"

Suite *suite_action(void);

static const struct {
    KeyMap map;
    int32_t key;
    Action action;
} usual_keys[] = {
    {MAP_PLAYER, ' ', ACTION_PAUSE},
    {MAP_PLAYER, KEY_RIGHT_ARROW, ACTION_NEXT},
    {MAP_PLAYER, 'n', ACTION_NEXT},
    {MAP_PLAYER, KEY_LEFT_ARROW, ACTION_STEP_BACK},
    {MAP_PLAYER, 'b', ACTION_STEP_BACK},
    {MAP_PLAYER, 'N', ACTION_NEXT_MOVE},
    {MAP_PLAYER, 'B', ACTION_MOVE_BEFORE},
    {MAP_PLAYER, '+', ACTION_MORE},
    {MAP_PLAYER, '-', ACTION_LESS},
    {MAP_PLAYER, '0', ACTION_FELT},
    {MAP_PLAYER, '9', ACTION_FELT},
    {MAP_PLAYER, KEY_ENTER_KEY, ACTION_READY},
    {MAP_PLAYER, 'l', ACTION_LIGHTER},
    {MAP_PLAYER, 'd', ACTION_DEEPER},
    {MAP_PLAYER, '!', ACTION_HURT},
    {MAP_PLAYER, 'e', ACTION_EDIT},
    {MAP_PLAYER, 'i', ACTION_ABOUT},
    {MAP_PLAYER, 'm', ACTION_SOUND},
    {MAP_PLAYER, 'q', ACTION_LEAVE},
    {MAP_PLAYER, KEY_ESCAPE_KEY, ACTION_LEAVE},
    {MAP_PLAYER, KEY_INTERRUPT, ACTION_LEAVE},
    {MAP_PLAYER, '?', ACTION_HELP},
    {MAP_PLAYER, KEY_REDRAW, ACTION_REDRAW},
    {MAP_PLAYER, 'x', ACTION_NONE},
    {MAP_PLAYER, 0, ACTION_NONE},
    {MAP_LIST, 'j', ACTION_DOWN},
    {MAP_LIST, 'k', ACTION_UP},
    {MAP_LIST, 'l', ACTION_OPEN},
    {MAP_LIST, '/', ACTION_FILTER},
    {MAP_LIST, KEY_ENTER_KEY, ACTION_OPEN},
    {MAP_LIST, 'q', ACTION_BACK},
    {MAP_LIST, KEY_INTERRUPT, ACTION_QUIT},
    {MAP_LIST, '5', ACTION_NONE},
    {MAP_ROUTINE, KEY_ENTER_KEY, ACTION_START},
    {MAP_QUESTION, 'y', ACTION_YES},
    {MAP_QUESTION, 'n', ACTION_NO},
    {MAP_ROUTINE, '+', ACTION_LONGER},
    {MAP_ROUTINE, '-', ACTION_SHORTER},
    {MAP_ROUTINE, 'c', ACTION_CLEAR_LOWERED},
    {MAP_QUESTION, KEY_ESCAPE_KEY, ACTION_BACK},
    {MAP_HOME, 'n', ACTION_NEW},
    {MAP_LIST, 'n', ACTION_NEW},
    {MAP_ROUTINE, 'n', ACTION_NEW},
    {MAP_HOME, 'e', ACTION_EDIT_ROUTINE},
    {MAP_LIST, 'e', ACTION_EDIT_ROUTINE},
    {MAP_ROUTINE, 'e', ACTION_EDIT_ROUTINE},
    {MAP_READING, 'n', ACTION_NONE},
    {MAP_SETTINGS, 'e', ACTION_EDIT_SETTINGS},
    {MAP_REPAIR, 'k', ACTION_KEEP_TEXT},
    {MAP_REPAIR, KEY_UP_ARROW, ACTION_UP},
    {MAP_REPAIR, KEY_ENTER_KEY, ACTION_REPAIR},
    {MAP_OFFER, 'g', ACTION_GO_ON},
    {MAP_OFFER, KEY_ENTER_KEY, ACTION_OPEN},
    {MAP_OFFER, 'q', ACTION_LATER},
    {MAP_OFFER, 'e', ACTION_END_HERE},
    {MAP_OFFER, 't', ACTION_DISCARD},
    {MAP_OFFER, 'k', ACTION_UP},
    {MAP_ANOTHER, 's', ACTION_START_ANOTHER},
    {MAP_VOICE, 'Y', ACTION_VOICE_YES},
    {MAP_VOICE, 'h', ACTION_VOICE_SAMPLE},
    {MAP_VOICE, KEY_ESCAPE_KEY, ACTION_VOICE_LATER},
    {MAP_HOME, 'r', ACTION_RESUME},
    {MAP_AFTER, KEY_ENTER_KEY, ACTION_HOME},
    {MAP_AFTER, '0', ACTION_AFTER},
    {MAP_AFTER, '9', ACTION_AFTER},
    {MAP_AFTER, 'g', ACTION_AGAIN},
    {MAP_AFTER, 'a', ACTION_CORRECT_AFTER},
    {MAP_AFTER, 'n', ACTION_NOTE},
    {MAP_AFTER, 'b', ACTION_CORRECT_BEFORE},
    {MAP_ROUTINE, '7', ACTION_BEFORE},
    {MAP_ROUTINE, KEY_BACKSPACE_KEY, ACTION_BEFORE},
    {MAP_ENTRY, KEY_ENTER_KEY, ACTION_SAVE},
    {MAP_READING, KEY_ESCAPE_KEY, ACTION_BACK},
    {MAP_READING, ' ', ACTION_PAGE_DOWN},
};

START_TEST(keys_mean)
{
    ck_assert_int_eq(key_bindings_action(NULL, usual_keys[_i].map, usual_keys[_i].key), usual_keys[_i].action);
}
END_TEST

START_TEST(rows_are_whole)
{
    ck_assert_int_eq(action_rows[ACTION_NONE].action, ACTION_NONE);
    ck_assert_ptr_null(action_rows[ACTION_NONE].keys);
    for (int i = 1; i < ACTION_COUNT; i++) {
        const ActionRow *row = &action_rows[i];
        ck_assert_int_eq(row->action, i);
        ck_assert_msg(row->keys && row->label && row->help && row->codes[0], "row %d has a gap", i);
        ck_assert_msg(strlen(row->label) <= 14, "label '%s' is too long for the footer", row->label);
    }
}
END_TEST

START_TEST(no_key_does_two_things_on_a_screen)
{
    for (int i = 1; i < ACTION_COUNT; i++) {
        const ActionRow *row = &action_rows[i];
        for (size_t k = 0; k < ARRAY_LEN(row->codes) && row->codes[k]; k++)
            ck_assert_int_eq(key_bindings_action(NULL, row->map, row->codes[k]), i);
    }
}
END_TEST

/* The settings write them: each is there once, in lower case, with hyphens. */
START_TEST(names_are_names)
{
    for (int i = 1; i < ACTION_COUNT; i++) {
        const char *name = action_rows[i].name;
        ck_assert_msg(name[strspn(name, "abcdefghijklmnopqrstuvwxyz-")] == '\0', "'%s'", name);
        for (int k = 1; k < i; k++)
            ck_assert_str_ne(action_rows[k].name, name);
    }
}
END_TEST

static void bind(KeyBindings *keys, Action action, const int32_t *codes)
{
    for (size_t i = 0; i < KEYS_MOST && codes[i]; i++)
        keys->codes[action][i] = codes[i];
}

static const struct {
    Action action;
    int32_t codes[KEYS_MOST];
    KeyMap map;
    int32_t key;
    Action wanted; /* of that key on that screen */
} bound[] = {
    {ACTION_PAUSE, {'p'}, MAP_PLAYER, 'p', ACTION_PAUSE},
    {ACTION_PAUSE, {'p'}, MAP_PLAYER, ' ', ACTION_PAGE_DOWN}, /* the general one, which does nothing there */
    {ACTION_PAUSE, {'p', ' '}, MAP_PLAYER, ' ', ACTION_PAUSE},
    {ACTION_LEAVE, {'x'}, MAP_PLAYER, 'x', ACTION_LEAVE},
    {ACTION_LEAVE, {'x'}, MAP_PLAYER, 'q', ACTION_NONE},            /* not `back`, in whose place it is */
    {ACTION_LEAVE, {'x'}, MAP_PLAYER, KEY_INTERRUPT, ACTION_LEAVE}, /* Ctrl-C stays */
    {ACTION_QUIT, {'Q'}, MAP_LIST, 'Q', ACTION_QUIT},
    {ACTION_QUIT, {'Q'}, MAP_LIST, KEY_INTERRUPT, ACTION_QUIT},
    {ACTION_BACK, {'x'}, MAP_READING, 'x', ACTION_BACK},
    {ACTION_BACK, {'x'}, MAP_READING, KEY_ESCAPE_KEY, ACTION_NONE},
    {ACTION_NEW, {0xe9}, MAP_HOME, 0xe9, ACTION_NEW},
};

START_TEST(chosen_keys_mean)
{
    KeyBindings keys = {0};
    bind(&keys, bound[_i].action, bound[_i].codes);
    ck_assert_int_eq(key_bindings_action(&keys, bound[_i].map, bound[_i].key), bound[_i].wanted);
}
END_TEST

START_TEST(keys_have_names)
{
    static const struct {
        int32_t codes[KEYS_MOST];
        const char *names, *first, *said;
    } cases[] = {{{0}, "space", "space", "Space"},
                 {{'p'}, "p", "p", "p"},
                 {{KEY_PAGE_DOWN, 0xe9, KEY_REDRAW}, "page-down \xC3\xA9 ctrl-l", "page-down", "Page-down"},
                 {{' ', KEY_BACK_TAB}, "space shift-tab", "space", "Space"}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        KeyBindings keys = {0};
        char name[KEY_NAME_SIZE];
        Text names = {0};
        bind(&keys, ACTION_PAUSE, cases[i].codes);
        key_bindings_add_names(&names, &keys, ACTION_PAUSE);
        ck_assert_str_eq(text_show(&names), cases[i].names);
        ck_assert_str_eq(key_bindings_first(&keys, ACTION_PAUSE, name), cases[i].first);
        ck_assert_str_eq(key_bindings_say(&keys, ACTION_PAUSE, name), cases[i].said);
        text_release(&names);
    }
    for (size_t i = 0; i < key_names.count; i++)
        ck_assert_int_eq(action_key_named(key_names.items[i], strlen(key_names.items[i])), key_name_codes[i]);
}
END_TEST

START_TEST(words_name_them)
{
    static const struct {
        const char *words, *said;
    } cases[] = {
        {"", ""}, {"no key", "no key"}, {"Press {pause}.", "Press p."}, {"{next} or {ready}", "Right or Enter"}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        KeyBindings keys = {0};
        Text words = {0};
        bind(&keys, ACTION_PAUSE, (const int32_t[KEYS_MOST]){'p'});
        key_bindings_add_words(&words, &keys, cases[i].words);
        ck_assert_str_eq(text_show(&words), cases[i].said);
        text_release(&words);
    }
    for (int i = 1; i < ACTION_COUNT; i++)
        ck_assert_int_eq(action_named(action_rows[i].name, strlen(action_rows[i].name)), i);
    ck_assert_int_eq(action_named("paus", 4), ACTION_NONE);
}
END_TEST

static const struct {
    Action one;
    int32_t key;
    Action other; /* that it is in conflict with; ACTION_NONE: with none */
    KeyMap map;   /* the first where it is */
} shared[] = {
    {ACTION_PAUSE, 'n', ACTION_NEXT, MAP_PLAYER}, /* its own map */
    {ACTION_FILTER, 'n', ACTION_NEW, MAP_LIST},   /* the one beside it */
    {ACTION_FAVOURITES, 'e', ACTION_EDIT_ROUTINE, MAP_HOME},
    {ACTION_COMPOSE, '?', ACTION_HELP, MAP_HOME}, /* general */
    {ACTION_BACK, 'x', ACTION_REMOVE, MAP_LIST},  /* from the general one */
    {ACTION_PAUSE, 'j', ACTION_NONE, MAP_PLAYER}, /* moving does nothing there */
    {ACTION_PAUSE, 'p', ACTION_NONE, MAP_PLAYER},
    {ACTION_NEXT, 'n', ACTION_NONE, MAP_PLAYER}, /* as it was */
    {ACTION_OPEN, 'l', ACTION_NONE, MAP_HOME},   /* hidden on purpose */
    {ACTION_PAIR, 'n', ACTION_NEW, MAP_ROUTINE},
};

START_TEST(finds_conflicts)
{
    KeyBindings keys = {0};
    KeyConflict found[4];
    bind(&keys, shared[_i].one, &(const int32_t[]){shared[_i].key, 0}[0]);
    const size_t count = key_bindings_conflicts(&keys, found, ARRAY_LEN(found));
    ck_assert_uint_eq(count > 0, shared[_i].other != ACTION_NONE);
    if (count == 0)
        return;
    ck_assert_int_eq(found[0].chosen, shared[_i].one);
    ck_assert_int_eq(found[0].other, shared[_i].other);
    ck_assert_int_eq(found[0].key, shared[_i].key);
    ck_assert_int_eq(found[0].map, shared[_i].map);
}
END_TEST

/* Pages that have a table of the player's keys, written by hand, and the line that it begins with. */
static const struct {
    const char *path, *heading;
} pages[] = {{"README.md", "| key | during a session"}, {"doc/command-line.md", "| key | meaning |"}};

enum { TABLE_MOST = 64, KEY_SIZE = 16 };

typedef struct KeyTable {
    char keys[TABLE_MOST][KEY_SIZE];
    size_t count;
} KeyTable;

/* The keys of a row's first cell: "right or n, left or b". */
static void add_cell(KeyTable *table, char *cell)
{
    char *range = strstr(cell, "0 to 9"), *rest = NULL;
    if (range)
        memcpy(range, "0-9   ", strlen("0 to 9"));
    for (char *word = strtok_r(cell, " ,", &rest); word; word = strtok_r(NULL, " ,", &rest)) {
        if (strcmp(word, "or") == 0)
            continue;
        ck_assert(table->count < TABLE_MOST && strlen(word) < KEY_SIZE);
        strcpy(table->keys[table->count++], word);
    }
}

static void read_table(KeyTable *table, size_t page)
{
    char *text = page_read(pages[page].path), *rest = NULL, *cell_end;
    char *start = strstr(text, pages[page].heading);
    ck_assert_ptr_nonnull(start);
    table->count = 0;
    strtok_r(start, "\n", &rest);
    strtok_r(NULL, "\n", &rest); /* the rule below the heading */
    for (char *line; (line = strtok_r(NULL, "\n", &rest)) && *line == '|' && (cell_end = strstr(line, " | "));) {
        *cell_end = '\0';
        add_cell(table, line + 1);
    }
    free(text);
}

/* Letters are what they are, and names of keys are written with capitals or without. */
static bool is_same_key(const char *one, const char *other)
{
    return strlen(one) == 1 ? strcmp(one, other) == 0 : strcasecmp(one, other) == 0;
}

static bool row_names(const ActionRow *row, const char *key)
{
    char names[TABLE_MOST], *rest = NULL;
    strcpy(names, row->keys);
    for (char *word = strtok_r(names, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        if (is_same_key(key, word))
            return true;
    }
    return false;
}

START_TEST(pages_name_keys_that_there_are)
{
    KeyTable table;
    read_table(&table, (size_t)_i);
    ck_assert_uint_gt(table.count, 0);
    for (size_t i = 0; i < table.count; i++) {
        int action = 1;
        while (action < ACTION_COUNT &&
               !((action_rows[action].map == MAP_PLAYER || action_rows[action].map == MAP_GENERAL) &&
                 row_names(&action_rows[action], table.keys[i])))
            action++;
        ck_assert_msg(action < ACTION_COUNT, "%s: no key '%s'", pages[_i].path, table.keys[i]);
    }
}
END_TEST

START_TEST(pages_name_every_key_of_the_player)
{
    KeyTable table;
    read_table(&table, (size_t)_i);
    for (int action = 1; action < ACTION_COUNT; action++) {
        char names[TABLE_MOST], *rest = NULL;
        if (action_rows[action].map != MAP_PLAYER && action != ACTION_HELP)
            continue;
        strcpy(names, action_rows[action].keys);
        for (char *word = strtok_r(names, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
            size_t i = 0;
            while (i < table.count && !is_same_key(word, table.keys[i]))
                i++;
            ck_assert_msg(i < table.count, "%s does not name '%s'", pages[_i].path, word);
        }
    }
}
END_TEST

Suite *suite_action(void)
{
    Suite *suite = suite_create("action");
    TCase *cases = tcase_create("action");
    tcase_add_loop_test(cases, keys_mean, 0, (int)ARRAY_LEN(usual_keys));
    tcase_add_test(cases, rows_are_whole);
    tcase_add_test(cases, no_key_does_two_things_on_a_screen);
    tcase_add_test(cases, names_are_names);
    tcase_add_loop_test(cases, chosen_keys_mean, 0, (int)ARRAY_LEN(bound));
    tcase_add_test(cases, keys_have_names);
    tcase_add_test(cases, words_name_them);
    tcase_add_loop_test(cases, finds_conflicts, 0, (int)ARRAY_LEN(shared));
    tcase_add_loop_test(cases, pages_name_keys_that_there_are, 0, (int)ARRAY_LEN(pages));
    tcase_add_loop_test(cases, pages_name_every_key_of_the_player, 0, (int)ARRAY_LEN(pages));
    suite_add_tcase(suite, cases);
    return suite;
}
