/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "settings/settings.h"
#include "settings/settings_change.h"
#include "support/following.h"

Suite *suite_change(void);

#define BOM "\xEF\xBB\xBF"
#define MINUTES_HELP "# How many minutes you have, 1 to 720; default any.\n"
#define THEME_HELP                                                                                                     \
    "# Colours: auto, dark, light, contrast, mono, or the name of a theme of your own in the folder themes.\n"

static DiagnosticList diags;

static void begin(void)
{
    diagnostic_init(&diags, "config.yaml");
}

static void end(void)
{
    diagnostic_release(&diags);
}

/* One change: what the text was, and what it is then. */
static const struct {
    const char *before, *key, *value, *after;
} changes[] = {
    /* values on one line */
    {"minutes: 5\n", "minutes", "20", "minutes: 20\n"},
    {"minutes: 5", "minutes", "20", "minutes: 20"},
    {"minutes:    5   # lunch \n", "minutes", "20", "minutes:    20   # lunch \n"},
    {"minutes:\t5\t# lunch\n", "minutes", "20", "minutes:\t20\t# lunch\n"},
    {"minutes:  # none yet\ntheme: dark\n", "minutes", "20", "minutes: 20  # none yet\ntheme: dark\n"},
    {"minutes:\n", "minutes", "20", "minutes: 20\n"},
    {"# a\n\nminutes: 5\n# b\n\ntheme: dark\n", "minutes", "20", "# a\n\nminutes: 20\n# b\n\ntheme: dark\n"},
    {"a: 1\r\nminutes: 5 # c\r\nb: 2\r\n", "minutes", "20", "a: 1\r\nminutes: 20 # c\r\nb: 2\r\n"},
    {BOM "minutes: 5\n", "minutes", "20", BOM "minutes: 20\n"},
    {"\"minutes\": 5\n", "minutes", "20", "\"minutes\": 20\n"},
    {"'minutes' : '5' # c\n", "minutes", "20", "'minutes' : 20 # c\n"},
    {"\"min\\x75tes\": 5\n", "minutes", "20", "\"min\\x75tes\": 20\n"},
    {"theme: \"dark # no comment\" # one\n", "theme", "dark", "theme: dark # one\n"},
    {"theme: 'a #b'\n", "theme", "dark", "theme: dark\n"},
    {"theme: \"a #b\" # one\n", "theme", "dark", "theme: dark # one\n"},
    {"theme: 'dark' # see #3 # or #4\n", "theme", "light", "theme: light # see #3 # or #4\n"},
    {"theme: \"da\\\" #\" # it's #1\n", "theme", "light", "theme: light # it's #1\n"},
    {"theme: 'it''s #1' # \"one\"\n", "theme", "light", "theme: light # \"one\"\n"},
    {"theme: &t !!str 'a # b' # one\n", "theme", "light", "theme: light # one\n"},
    {"theme: rock 'n roll # one\n", "theme", "dark", "theme: dark # one\n"},
    {"theme: a#b # one\n", "theme", "dark", "theme: dark # one\n"},
    {"theme: a:\"b # one\n", "theme", "light", "theme: light # one\n"},
    {"theme: -\"a # one\n", "theme", "light", "theme: light # one\n"},
    {"theme: a,\"b # one\n", "theme", "light", "theme: light # one\n"},
    {"tools: [a, \"b # c\"] # one\n", "tools", "[d]", "tools: [d] # one\n"},
    {"theme: &t !!str dark # one\n", "theme", "light", "theme: light # one\n"},
    {"  minutes: 5\n  theme: dark\n", "minutes", "20", "  minutes: 20\n  theme: dark\n"},
    {"--- # top\nminutes: 5\n... # end\n", "minutes", "20", "--- # top\nminutes: 20\n... # end\n"},
    /* nothing but what must change does */
    {"places: [ desk,chair ]\n", "places", "[desk, chair]", "places: [ desk,chair ]\n"},
    {"minutes: 0\nminuts: 3\ntheme: light", "theme", "dark", "minutes: 0\nminuts: 3\ntheme: dark"},
    {"a: 1\na: 2\ntheme: light", "theme", "dark", "a: 1\na: 2\ntheme: dark"},
    /* values on several */
    {"tools: [ball, # blue\n  # mine\n  roller] # black\n# next\ntheme: dark\n", "tools", "[band]",
     "tools: [band] # blue\n  # mine\n  # black\n# next\ntheme: dark\n"},
    {"tools:   # all\n  # first\n  - ball # blue\n\n  # second\n  - 'a b'\n\n# theme\ntheme: dark\n", "tools", "[band]",
     "tools: [band]   # all\n  # first\n  # blue\n  # second\n\n# theme\ntheme: dark\n"},
    {"tools:\n- ball\n- roller\n# last\n", "tools", "[]", "tools: []\n# last\n"},
    {"tools:\r\n- ball # blue\r\n- roller", "tools", "[]", "tools: []\r\n# blue\r\n"},
    {"tools: [\nball, # one\nroller\n]\nminutes: 5\n", "tools", "[x]", "tools: [x]\n# one\nminutes: 5\n"},
    {"theme: |  # how\n  dark\n\nminutes: 5\n", "theme", "dark", "theme: dark  # how\n\nminutes: 5\n"},
    {"theme: >-\n  da\n\n  rk\nminutes: 5\n", "theme", "light", "theme: light\nminutes: 5\n"},
    {"theme: \"da # no\n  rk # nor\" # but # this\nminutes: 5\n", "theme", "light",
     "theme: light\n  # but # this\nminutes: 5\n"},
    {"tools: [ 'a # b', # it's #1\n  'c #d', e ] # two\nminutes: 5\n", "tools", "[x]",
     "tools: [x] # it's #1\n  # two\nminutes: 5\n"},
    {"tools:\n- 'a # b' # one #1\n- it's # two\nminutes: 5\n", "tools", "[x]",
     "tools: [x]\n# one #1\n# two\nminutes: 5\n"},
    {"theme: | # how\n  da # rk\n  # text\n  x\nminutes: 5\n", "theme", "light", "theme: light # how\nminutes: 5\n"},
    {"theme:\n  # why\n  dark # so\nminutes: 5\n", "theme", "light", "theme: light\n  # why\n  # so\nminutes: 5\n"},
    {"theme: da\n   rk\n# so\nminutes: 5\n", "theme", "dark", "theme: dark\n# so\nminutes: 5\n"},
    /* keys that were not there */
    {"", "minutes", "20",
     "# What knead knows about you and where you are. knead keeps your comments when it changes a "
     "line.\n\n" MINUTES_HELP "minutes: 20\n"},
    {"\n", "minutes", "20", "\n\n" MINUTES_HELP "minutes: 20\n"},
    {BOM, "minutes", "20", BOM MINUTES_HELP "minutes: 20\n"},
    {"# mine\n", "minutes", "20", "# mine\n\n" MINUTES_HELP "minutes: 20\n"},
    {"theme: dark", "minutes", "20", "theme: dark\n\n" MINUTES_HELP "minutes: 20\n"},
    {"theme: dark\n\n", "minutes", "20", "theme: dark\n\n" MINUTES_HELP "minutes: 20\n"},
    {"  theme: dark\n", "minutes", "20", "  theme: dark\n\n  " MINUTES_HELP "  minutes: 20\n"},
    {"---\ntheme: dark\n...\n# end\n", "minutes", "20",
     "---\ntheme: dark\n\n" MINUTES_HELP "minutes: 20\n...\n# end\n"},
    {"---\n...\n", "theme", "dark", "---\n\n" THEME_HELP "theme: dark\n...\n"},
    {"a: 1\r\n", "theme", "dark",
     "a: 1\r\n\r\n# Colours: auto, dark, light, contrast, mono, or the name of a theme of your own in the folder "
     "themes.\r\ntheme: dark\r\n"},
    {"base: &b {minutes: 5}\n<<: *b\n", "minutes", "20",
     "base: &b {minutes: 5}\n<<: *b\n\n" MINUTES_HELP "minutes: 20\n"},
    {THEME_HELP "\nminutes: 5\n", "theme", "dark", THEME_HELP "theme: dark\n\nminutes: 5\n"},
    {"minutes: 5\n  " THEME_HELP, "theme", "dark", "minutes: 5\n  " THEME_HELP "theme: dark\n"},
    {"tools:\n" THEME_HELP "  - a\n", "theme", "dark", "tools:\n" THEME_HELP "  - a\n\n" THEME_HELP "theme: dark\n"},
    /* keys that go */
    {"a: 1\nminutes: 5\nb: 2\n", "minutes", NULL, "a: 1\nb: 2\n"},
    {"a: 1\nminutes: 5  \nb: 2\n", "minutes", NULL, "a: 1\nb: 2\n"},
    {"# above\nminutes: 5 # beside\n# below\n", "minutes", NULL, "# above\n# beside\n# below\n"},
    {"tools: # a\n  - ball # b\n  # c\nx: 1", "tools", NULL, "# a\n# b\n  # c\nx: 1"},
    {"tools:\n  - ball # b\n  - roller\nx: 1", "tools", NULL, "# b\nx: 1"},
    {"  a: |-\n   x\n  tools: [\n    ball, # b\n    # c\n  ]", "tools", NULL, "  a: |-\n   x\n  # b\n  # c\n"},
    {"'theme' : 'a #b' # one #1\nx: 1", "theme", NULL, "# one #1\nx: 1"},
    {"a: 1\nminutes: 5", "minutes", NULL, "a: 1\n"},
    {"a: 1\n", "minutes", NULL, "a: 1\n"},
    {"minutes: 5\n", "minutes", NULL, ""},
    {"---\nminutes: 5\n...\n", "minutes", NULL, "---\n...\n"},
};

START_TEST(changes_one_key)
{
    const char *before = changes[_i].before;
    char *after = settings_change(before, strlen(before), changes[_i].key, changes[_i].value, &diags);
    ck_assert_msg(after, "%s", diagnostic_first(&diags));
    check_text(after, changes[_i].after);
    ck_assert_uint_eq(diags.count, 0);
}
END_TEST

/* What is taken out and put in again stands where it stood. */
START_TEST(puts_back_what_went)
{
    const char *before = "tools: [a]\n\n" MINUTES_HELP "minutes: 20\n\n" THEME_HELP "theme: dark\n";
    char *without = settings_change(before, strlen(before), "minutes", NULL, &diags);
    char *again = settings_change(without, strlen(without), "minutes", "20", &diags);
    free(without);
    check_text(again, before);
}
END_TEST

/* clang-format off */
static const struct { const char *text, *key, *value; uint32_t line; const char *message; } refused[] = {
    {"minutes: [5\n", "minutes", "20", 2, "did not find expected ',' or ']'"},
    {"- 5\n", "minutes", "20", 1, "the settings must be a map, found a list"},
    {"minutes: 5\n---\n", "minutes", "20", 2, "a second document"},
    {"minutes: 5\n# \xFF\n", "minutes", "20", 2, "not UTF-8"},
    {"theme: dark\nminutes: 5\nminutes: 6\n", "minutes", "20", 3, "appears twice in one map, first on line 2"},
    {"{minutes: 5}\n", "minutes", "20", 1, "cannot change minutes without breaking other lines"},
    {"{theme: dark}\n", "minutes", "20", 0, "cannot change minutes without breaking other lines"},
    {"minutes: &m 5\nx: *m\n", "minutes", "20", 1, "cannot change minutes without breaking other lines"},
    {"minutes: &m 5\nx: *m\n", "minutes", NULL, 1, "cannot change minutes without breaking other lines"},
    {"base: &b {minutes: 5}\n<<: *b\n", "minutes", NULL, 1, "cannot change minutes without breaking other lines"},
    {"other: |\n  text", "minutes", "20", 0, "cannot change minutes without breaking other lines"},
    {"x: |\n  a\nminutes: [\n  5]\n  # b\n", "minutes", NULL, 3,
     "cannot change minutes without breaking other lines"},
    {"? minutes\n: 5\n", "minutes", "20", 1, "cannot change minutes without breaking other lines"},
    {"minutes: 5\n", "minutes", "--- 20", 1, "cannot change minutes without breaking other lines"},
    {"minutes: 5\n", "minutes", "many", 0, "minutes must be a whole number from 1 to 720, found 'many'"},
    {"minutes: 5\n", "places", "[desk, flor]", 0, "unknown place 'flor'"},
    {"minutes: 5\n", "theme", "dark\nfirst: left", 0, "must be on one line"},
    {"minutes: 5\n", "theme", "", 0, "must be on one line, and not empty"},
    {"minutes: 5\n", "places", "[desk", 0, "did not find expected ',' or ']'"},
    {"minutes: 5\n", "colour", "red", 0, "the settings have no key 'colour'"},
};
/* clang-format on */

START_TEST(refuses_what_would_do_harm)
{
    const char *text = refused[_i].text;
    char *after = settings_change(text, strlen(text), refused[_i].key, refused[_i].value, &diags);
    ck_assert_msg(!after, "%s", after);
    ck_assert_uint_eq(diags.count, 1);
    ck_assert_msg(strstr(diags.items[0].message, refused[_i].message), "%s", diags.items[0].message);
    ck_assert_uint_eq(diags.items[0].mark.line, refused[_i].line);
}
END_TEST

/* Random files: pieces that each stand for a key, with comments numbered, so that none can get lost unseen. `@` is the
 * next comment, `\n` the file's own line break. */
static const char *const pieces[][4] = {
    {
        "places: [desk, chair]@\n",
        "places:\n@\n  - bed@\n@\n  - wall\n",
        "places: bed\n",
        "\"places\": [@\n  desk,@\n  bed]@\n",
    },
    {
        "tools: [ball, 'roller']@\n",
        "'tools':@\n- ball\n- \"band # no\"@\n",
        "tools:\n  [ball,\n@\n   band]\n",
        "tools: []\n",
    },
    {"minutes: 5@\n", "minutes: '07'\n", "minutes:@\n    12\n", "minutes: |-@\n  3\n"},
    {
        "per_week: 2\n",
        "per_week: '3'@\n",
        "per_week:@\n  7\n",
        "per_week: many@\n",
    },
    {
        "favourites: [lunch, daily-five]@\n",
        "favourites: lunch\n",
        "favourites:\n  - lunch@\n@\n  - b\n",
        "favourites: [No Id]\n",
    },
    {
        "health: clot\n",
        "health: [disc,@\nheart,\n@\nbelly]\n",
        "health:\n  -  heart@\n",
        "health: [clot, nonsense]@\n",
    },
    {"level: gentle\n", "level: 'standard'@\n", "level:\n  firm@\n", "level: often@\n"},
    {"first: left\n", "first: \"be\\\n  hind\"@\n", "first :  right@\n", "first: 'it''s # wrong'@\n"},
    {"voice: on@\n", "voice: [a, 'b # c']@\n", "voice:\n@\n  - a b\n  - \"\"@\n", "voice: [@\n  on]@\n"},
    {"words: full@\n", "words: 'short'\n", "words: >-\n  names\n", "words: {a: b}@\n"},
    {"rate: 70@\n", "rate: \"100\"@\n", "rate:@\n  150\n", "rate: 10 % # no@\n"},
    {"sound: bell@\n", "sound: 'off'\n", "sound: !!str auto@\n", "sound: [bell]\n"},
    {"volume: 1@\n", "volume: '060'\n", "volume:\n@\n  80@\n", "volume: loud@\n"},
    {"notices: osc-777@\n", "notices: 'off'\n", "notices: >-\n  desktop\n", "notices: yes@\n"},
    {"hooks: {start: [a, 'b # c']}@\n", "hooks:\n  end:@\n  - a\n@\n  - b: c@\n", "hooks:\n  end: [@\n    a]\n",
     "hooks: {}@\n"},
    {"journal: ~/a b@\n", "journal: '/x # y'@\n", "journal: >-\n  $HOME/a\n", "journal: a/b@\n"},
    {"journals: [/a/*.jsonl]@\n", "journals: ~/a\n", "journals:\n  - /a@\n@\n  - \"~/b c\"\n", "journals: {a: b}@\n"},
    {"keys: {pause: p}@\n", "keys:\n  next: [right,@\n    '#']@\n", "keys:\n@\n  stop:\n  - X@\n  - esc\n",
     "keys: [p]@\n"},
    {"theme: dark@\n", "theme: !!str light\n", "theme: >-\n  dark\n", "theme: [dark]@\n"},
    {
        "other: {a: [1, 'x # y']}@\n",
        "other: |-\n  text # text\n\n   more\n",
        "other:\n  minutes: 5@\n  theme: [@\n 'a']\n",
        "other: 'a\n  # b'\n",
    },
};
/* clang-format off */
static const char *const values[][3] = {
    {"[]", "[desk, floor]", "wall"}, {"[]", "[ball]", "[band, foam-roller, x]"}, {"1", "45", "720"},
    {"1", "2", "7"}, {"[lunch]", "[b, lunch, x-2]", "lunch"},
    {"[]", "[clot, {recent-injury: [feet]}]", "[baker-cyst]"}, {"gentle", "standard", "gentle"}, {"left", "written", "behind"}, {"mine", "auto", "mine"},
    {"off", "on", "[espeak-ng, \"\", 'a # b']"}, {"short", "full", "names"}, {"50", "100", "200"},
    {"off", "bell", "auto"}, {"1", "60", "100"}, {"dark", "light", "auto"},
    {"on", "off", "on"}, {"on", "off", "on"}, {"auto", "on", "off"}, {"off", "on", "off"}, {"off", "osc-9", "desktop"}, {"on", "off", "on"},
    {"{}", "{end: [a, \"\", 'b # c']}", "{start: [on], switch: [a b]}"},
    {"/a b/c.jsonl", "'~/it''s # mine'", "off"},
    {"[/a/*.jsonl, ~/b]", "$HOME/c", "[]"},
    {"{}", "{pause: [p, '#'], stop: X}", "{next: right}"},
};
/* clang-format on */

static void add_piece(Text *text, const char *piece, const char *line_break, int *comments)
{
    for (; *piece; piece++) {
        if (*piece == '@')
            text_print(text, " # <%d> it's [a: 'comment", (*comments)++);
        else if (*piece == '\n')
            text_add(text, line_break);
        else
            text_add_char(text, *piece);
    }
}

static char *random_file(uint64_t *seed, int *comments)
{
    static const char *const breaks[] = {"\n", "\r\n", "\n"};
    static const char *const between[] = {"", "", "\n", "@\n", "\n@\n@\n\n"};
    const char *line_break = breaks[next_number(seed, ARRAY_LEN(breaks))];
    Text text = {0};
    *comments = 0;
    text_add(&text, next_number(seed, 4) ? "" : BOM);
    bool has_markers = next_number(seed, 3) == 0;
    add_piece(&text, has_markers ? "---@\n" : "", line_break, comments);
    uint32_t turn = next_number(seed, ARRAY_LEN(pieces));
    for (uint32_t i = 0; i < ARRAY_LEN(pieces); i++) {
        const char *const *row = pieces[(i + turn) % ARRAY_LEN(pieces)];
        add_piece(&text, between[next_number(seed, ARRAY_LEN(between))], line_break, comments);
        uint32_t choice = next_number(seed, 6);
        add_piece(&text, choice < 4 ? row[choice] : "", line_break, comments);
    }
    add_piece(&text, has_markers ? "...@\n@\n" : "", line_break, comments);
    bool has_last_break = has_markers || next_number(seed, 3) > 0;
    while (!has_last_break && text.length > 0 && strchr("\r\n", text.bytes[text.length - 1]))
        text.bytes[--text.length] = '\0';
    return text_detach(&text);
}

static void check_comments(const char *text, int comments)
{
    for (int i = 0; i < comments; i++) {
        char comment[40];
        snprintf(comment, sizeof(comment), "# <%d> it's [a: 'comment", i);
        const char *found = strstr(text, comment);
        ck_assert_msg(found, "the comment %d is gone from:\n%s", i, text);
        ck_assert_msg(!strstr(found + 1, comment), "the comment %d is there twice:\n%s", i, text);
    }
}

static bool is_same_words(const WordList *a, const WordList *b)
{
    return a->count == b->count && (a->count == 0 || memcmp(a->items, b->items, a->count) == 0);
}

static bool is_same_texts(const TextList *a, const TextList *b)
{
    bool is_same = a->count == b->count;
    for (size_t i = 0; is_same && i < a->count; i++)
        is_same = strcmp(a->items[i], b->items[i]) == 0;
    return is_same;
}

static bool is_same_tools(const ToolsAtHand *a, const ToolsAtHand *b)
{
    return a->is_said == b->is_said && is_same_texts(&a->names, &b->names);
}

/* Whether the key at an index of the table says the same. */
static bool is_same_key(const Settings *a, const Settings *b, size_t key)
{
    const bool is_same[] = {
        is_same_words(&a->places, &b->places),
        is_same_tools(&a->tools, &b->tools),
        a->minutes == b->minutes,
        a->per_week == b->per_week,
        is_same_texts(&a->favourites, &b->favourites),
        is_same_words(&a->health.words, &b->health.words) && is_same_words(&a->health.injuries, &b->health.injuries),
        a->level == b->level,
        a->first == b->first,
        a->pace == b->pace,
        a->voice == b->voice && is_same_texts(&a->voice_command, &b->voice_command),
        a->words == b->words,
        a->rate_percent == b->rate_percent,
        a->sound == b->sound,
        a->volume_percent == b->volume_percent,
        a->theme == b->theme,
        a->motion == b->motion,
        a->mouse == b->mouse,
        a->ascii == b->ascii,
        a->title == b->title,
        a->notices == b->notices,
        a->awake == b->awake,
        is_same_texts(&a->hooks[HOOK_START], &b->hooks[HOOK_START]) &&
            is_same_texts(&a->hooks[HOOK_SWITCH], &b->hooks[HOOK_SWITCH]) &&
            is_same_texts(&a->hooks[HOOK_END], &b->hooks[HOOK_END]),
        text_same(a->journal, b->journal),
        is_same_texts(&a->journals, &b->journals),
        memcmp(&a->keys, &b->keys, sizeof a->keys) == 0,
    };
    ck_assert_uint_eq(ARRAY_LEN(is_same), settings_table.count);
    return is_same[key];
}

/* What is wrong in the files counts for nothing here. */
static Settings settings_of(const char *text)
{
    DiagnosticList aside;
    diagnostic_init(&aside, NULL);
    Settings settings = {0};
    settings_read(&settings, text, strlen(text), &aside);
    diagnostic_release(&aside);
    return settings;
}

static void check_settings(const char *before, const char *after, size_t key, const char *value)
{
    char *line = value ? memory_print("%s: %s", settings_table.fields[key].key, value) : memory_copy_text("");
    Settings old = settings_of(before), new = settings_of(after), wanted = settings_of(line);
    for (size_t i = 0; i < settings_table.count; i++)
        ck_assert_msg(is_same_key(&new, i == key ? &wanted : &old, i), "%s is wrong after %s:\n%s",
                      settings_table.fields[i].key, line, after);
    free(line);
    settings_release(&old);
    settings_release(&new);
    settings_release(&wanted);
}

/* No line that stands before or behind the changed key's lines differs. */
static void check_lines(const char *before, const char *after)
{
    size_t same = 0, before_end = strlen(before), after_end = strlen(after);
    while (before[same] && before[same] == after[same])
        same++;
    while (before_end > same && after_end > same && before[before_end - 1] == after[after_end - 1]) {
        before_end--;
        after_end--;
    }
    const char *other = strstr(before, "other");
    ck_assert_msg(!other || other >= before + before_end || other < before + same, "another key was touched:\n%s",
                  after);
}

START_TEST(keeps_all_else)
{
    uint64_t seed = (uint64_t)_i * 7919 + 1;
    int comments;
    char *text = random_file(&seed, &comments);
    for (int change = 0; change < 8; change++) {
        size_t key = next_number(&seed, ARRAY_LEN(values));
        uint32_t choice = next_number(&seed, 4);
        const char *value = choice < 3 ? values[key][choice] : NULL;
        char *after = settings_change(text, strlen(text), settings_table.fields[key].key, value, &diags);
        bool is_value_wrong = key == 5 && choice == 2;
        /* An indented comment that a key leaves behind may turn into such text. */
        bool is_risky = !value && (strstr(text, "|-") || strstr(text, ">-"));
        ck_assert_msg(is_value_wrong ? !after : after || is_risky, "%s to %s: %s\n%s", settings_table.fields[key].key,
                      value ? value : "nothing", diagnostic_first(&diags), text);
        if (!after)
            continue;
        check_comments(after, comments);
        check_settings(text, after, key, value);
        check_lines(text, after);
        free(text);
        text = after;
    }
    free(text);
}
END_TEST

/* Files that are broken somewhere: a change is right or is refused. */
START_TEST(is_right_or_refused)
{
    static const char bytes[] = "\n\n\r\t  #'\"[]{},:&*-?|>%!.<aminutes\x85\xC2\xE2\x80\xA8";
    uint64_t seed = (uint64_t)_i * 104729 + 3;
    int comments;
    char *text = random_file(&seed, &comments);
    for (uint32_t i = next_number(&seed, 4); *text && i < 4; i++)
        text[next_number(&seed, (uint32_t)strlen(text))] = bytes[next_number(&seed, sizeof(bytes) - 1)];
    size_t key = next_number(&seed, ARRAY_LEN(values));
    const char *value = next_number(&seed, 4) ? values[key][0] : NULL;
    char *after = settings_change(text, strlen(text), settings_table.fields[key].key, value, &diags);
    ck_assert(after || diags.errors > 0);
    if (after)
        check_settings(text, after, key, value);
    free(after);
    free(text);
}
END_TEST

Suite *suite_change(void)
{
    Suite *suite = suite_create("change");
    TCase *cases = tcase_create("change");
    tcase_add_checked_fixture(cases, begin, end);
    tcase_add_loop_test(cases, changes_one_key, 0, ARRAY_LEN(changes));
    tcase_add_test(cases, puts_back_what_went);
    tcase_add_loop_test(cases, refuses_what_would_do_harm, 0, ARRAY_LEN(refused));
    tcase_add_loop_test(cases, keeps_all_else, 0, 200);
    tcase_add_loop_test(cases, is_right_or_refused, 0, 200);
    suite_add_tcase(suite, cases);
    return suite;
}
