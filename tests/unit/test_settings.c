/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "settings/person_health.h"
#include "settings/settings.h"
#include "settings/settings_change.h"
#include "support/following.h"
#include "support/records.h"
#include "support/scratch.h"
#include "yaml/emit.h"

Suite *suite_settings(void);

#define VOICE_WAYS "write on, off, or a command in a list, such as [espeak-ng, --stdin]"
#define BOM "\xEF\xBB\xBF"

static DiagnosticList diags;

static void begin(void)
{
    diagnostic_init(&diags, "config.yaml");
}

static void end(void)
{
    diagnostic_release(&diags);
}

/* All that settings say, in one line, to free(). */
static char *say(const Settings *settings)
{
    char *places = emit_word_list(&settings->places, &place_words);
    char *tools = tools_at_hand_written(&settings->tools);
    char *health = person_health_written(&settings->health);
    char *line = memory_print("%s %s %d %s %s %s", places, tools, (int)settings->minutes, health,
                              first_side_words.items[settings->first], theme_words.items[settings->theme]);
    free(places);
    free(tools);
    free(health);
    return line;
}

/* To free(). */
static char *say_command(const Settings *settings)
{
    Text text = {0};
    for (size_t i = 0; i < settings->voice_command.count; i++)
        text_print(&text, "%s|", settings->voice_command.items[i]);
    return text_detach(&text);
}

static char *say_text(const char *text, size_t length, bool *is_good)
{
    Settings settings = {0};
    *is_good = settings_read(&settings, text, length, &diags);
    char *line = say(&settings);
    settings_release(&settings);
    return line;
}

static const char nothing_said[] = "[] [] 0 [] written auto";

static const struct {
    const char *text, *said;
} right[] = {
    {"", nothing_said},
    {BOM, nothing_said},
    {"\n\n", nothing_said},
    {"# only a comment", nothing_said},
    {"  # one\r\n# two\r\n", nothing_said},
    {"---\n", nothing_said},
    {"--- # here\n# there\n...\n# and there\n", nothing_said},
    {"%YAML 1.1\n---\n", nothing_said},
    {"# caf\xC3\xA9 \xF0\x9F\x8C\xBF\n", nothing_said},
    {"{}", nothing_said},
    {"places: [desk, chair]\ntools: [ball, roller]\nminutes: 12\nhealth: [clot, heart]\nfirst: behind\ntheme: light\n",
     "[desk, chair] [ball, roller] 12 [clot, heart] behind light"},
    {BOM "minutes: 720\r\n", "[] [] 720 [] written auto"},
    {"--- \nplaces: bed\ntools:\n- ball\n- foam-roller # blue\n...\n", "[bed] [ball, foam-roller] 0 [] written auto"},
    {"{minutes: 1, first: left, places: []}", "[] [] 1 [] left auto"},
    {"tools: none", "[] [none] 0 [] written auto"},
    {"tools: [none]", "[] [none] 0 [] written auto"},
    {"tools: []", nothing_said},
};

START_TEST(reads)
{
    bool is_good;
    char *said = say_text(right[_i].text, strlen(right[_i].text), &is_good);
    ck_assert_msg(is_good, "%s", diagnostic_first(&diags));
    check_text(said, right[_i].said);
}
END_TEST

/* Length 0: as long as the text. */
static const struct {
    const char *text;
    size_t length;
    uint32_t line, column;
    const char *message, *hint, *said;
} wrong[] = {
    {"minuts: 5\ntheme: dark\n", 0, 1, 1, "unknown key 'minuts' in the settings", "did you mean 'minutes'?",
     "[] [] 0 [] written dark"},
    {"colour: red", 0, 1, 1, "unknown key 'colour'",
     "one of places, tools, minutes, per_week, favourites, health, level, first, pace, voice, words, rate, "
     "sound, volume, theme, motion, mouse, ascii, title, notices, awake, hooks",
     nothing_said},
    {"minutes: 0\nfirst: right\n", 0, 1, 10, "minutes must be a whole number from 1 to 720, found '0'", NULL,
     "[] [] 0 [] right auto"},
    {"minutes: 721", 0, 1, 10, "minutes must be a whole number from 1 to 720, found '721'", NULL, nothing_said},
    {"minutes: 5m", 0, 1, 10, "found '5m'", NULL, nothing_said},
    {"minutes:", 0, 1, 9, "found nothing", NULL, nothing_said},
    {"places: [desk, flor]\nminutes: 5", 0, 1, 16, "unknown place 'flor'", "did you mean 'floor'?",
     "[desk] [] 5 [] written auto"},
    {"tools: [ball, Roller]", 0, 1, 15, "tools must be an id", "lower-case", "[] [ball] 0 [] written auto"},
    {"tools: [Roller]", 0, 1, 9, "tools must be an id", "lower-case", "[] [] 0 [] written auto"},
    {"tools: [ball, none]", 0, 1, 15, "'none' is not a tool", "write only `tools: none`",
     "[] [ball] 0 [] written auto"},
    {"health: [clot, pregnacy]", 0, 1, 16, "unknown health word 'pregnacy'", "did you mean 'pregnancy'?",
     "[] [] 0 [clot] written auto"},
    {"health: [clot, clot]", 0, 1, 16, "'clot' appears twice in health", "take one of them out",
     "[] [] 0 [clot] written auto"},
    {"health: [clot, {recent-injury: [calves, claves]}]", 0, 1, 41, "unknown area 'claves'", "did you mean 'calves'?",
     "[] [] 0 [clot, {recent-injury: [calves]}] written auto"},
    {"health: {disc: feet}", 0, 1, 10, "only recent-injury says where it is", "write `disc` alone",
     "[] [] 0 [disc] written auto"},
    {"health: {recent-injury: []}", 0, 1, 25, "recent-injury must have at least 1 item in its list", NULL,
     "[] [] 0 [recent-injury] written auto"},
    {"health: {recent-injury: feet, disc: feet}", 0, 1, 9, "say where an injury is with one word and its parts",
     "write it as in {recent-injury: [calves]}", "[] [] 0 [] written auto"},
    {"journal: knead.jsonl", 0, 1, 10, "journal must be a path that begins with /, ~/ or $, found 'knead.jsonl'",
     "such as ~/Sync/knead/laptop.jsonl", nothing_said},
    {"journal: [/a]", 0, 1, 10, "journal must be a path, found a list", NULL, nothing_said},
    {"journal: ''", 0, 1, 10, "journal must be a path, found", NULL, nothing_said},
    {"journals: [/a, b]\nminutes: 5", 0, 1, 16, "journals must be a path that begins with /, ~/ or $, found 'b'", NULL,
     "[] [] 5 [] written auto"},
    {"journals: {a: /b}", 0, 1, 11, "journals must be a path, found a map", NULL, nothing_said},
    {"first: up", 0, 1, 8, "unknown side 'up'", "one of written, left, right, behind", nothing_said},
    {"theme: Drak\nminutes: 3", 0, 1, 8, "unknown theme 'Drak'", "did you mean 'dark'?", "[] [] 3 [] written auto"},
    {"theme: [dark]", 0, 1, 8, "theme must be a word, found a list", NULL, nothing_said},
    {"theme: dark\ntheme: light", 0, 2, 1, "the key 'theme' appears twice", NULL, "[] [] 0 [] written light"},
    {"- minutes", 0, 1, 1, "the settings must be a map, found a list", "one per line", nothing_said},
    {"five minutes", 0, 1, 1, "the settings must be a map, found 'five minutes'", NULL, nothing_said},
    {"minutes: [5\ntheme: dark\n", 0, 2, 6, "did not find expected ',' or ']'", "close the list", nothing_said},
    {"minutes: 5\n---\ntheme: dark\n", 0, 2, 1, "a second document", NULL, nothing_said},
    {"---\n---\n", 0, 2, 1, "a second document", NULL, nothing_said},
    {"# a\n\xFF\n", 0, 2, 1, "not UTF-8: the byte 0xFF", "UTF-8", nothing_said},
    {"# a\n# \0\n", 9, 2, 3, "control characters are not allowed: U+0000", NULL, nothing_said},
    {"minutes: 5\n\0", 12, 2, 1, "control characters are not allowed: U+0000", NULL, nothing_said},
    {"\0", 1, 1, 1, "control characters are not allowed: U+0000", NULL, nothing_said},
    {"\tminutes: 5", 0, 1, 1, "cannot start any token", "indent with spaces", nothing_said},
    {"%YAML 1.1\n", 0, 2, 1, "did not find expected <document start>", NULL, nothing_said},
    {"minutes: *m", 0, 1, 10, "no anchor '&m'", NULL, nothing_said},
};

START_TEST(reads_where_the_journals_are)
{
    static const char text[] = "journal: ~/my sync/$HOSTNAME.jsonl\njournals: [/a/*.jsonl, '$XDG_DATA_HOME/b']\n";
    Settings settings = {0};
    ck_assert(settings_read(&settings, text, strlen(text), &diags));
    ck_assert_str_eq(settings.journal, "~/my sync/$HOSTNAME.jsonl");
    ck_assert_uint_eq(settings.journals.count, 2);
    ck_assert_str_eq(settings.journals.items[0], "/a/*.jsonl");
    ck_assert_str_eq(settings.journals.items[1], "$XDG_DATA_HOME/b");
    settings_release(&settings);
    static const char less[] = "journal: off\njournals: ~/one\n";
    ck_assert(settings_read(&settings, less, strlen(less), &diags));
    ck_assert_ptr_null(settings.journal);
    ck_assert_uint_eq(settings.journals.count, 1);
    settings_release(&settings);
}
END_TEST

START_TEST(tells_what_is_wrong_and_keeps_the_rest)
{
    bool is_good;
    size_t length = wrong[_i].length ? wrong[_i].length : strlen(wrong[_i].text);
    char *said = say_text(wrong[_i].text, length, &is_good);
    ck_assert(!is_good);
    ck_assert_uint_eq(diags.count, 1);
    ck_assert_msg(strstr(diags.items[0].message, wrong[_i].message), "%s", diags.items[0].message);
    ck_assert_uint_eq(diags.items[0].mark.line, wrong[_i].line);
    ck_assert_uint_eq(diags.items[0].mark.column, wrong[_i].column);
    if (wrong[_i].hint)
        ck_assert_msg(strstr(diags.items[0].hint, wrong[_i].hint), "%s", diags.items[0].hint);
    check_text(said, wrong[_i].said);
}
END_TEST

static const struct {
    const char *text;
    int32_t per_week;
    const char *favourites, *problem; /* problem NULL: none */
} kept[] = {
    {"", 2, "", NULL},
    {"per_week: 1\nfavourites: lunch\n", 1, "lunch|", NULL},
    {"per_week: '7'\nfavourites: [lunch, daily-five]\n", 7, "lunch|daily-five|", NULL},
    {"favourites: []\n", 2, "", NULL},
    {"per_week: 0\n", 2, "", "per_week must be a whole number from 1 to 7, found '0'"},
    {"per_week: 8\nfavourites: [b]\n", 2, "b|", "per_week must be a whole number from 1 to 7, found '8'"},
};

START_TEST(reads_weeks_and_favourites)
{
    Settings settings = {0};
    const char *text = kept[_i].text;
    settings_read(&settings, text, strlen(text), &diags);
    const char *problem = diagnostic_first(&diags);
    ck_assert_str_eq(problem ? problem : "", kept[_i].problem ? kept[_i].problem : "");
    ck_assert_int_eq(settings_per_week(&settings), kept[_i].per_week);
    Text favourites = {0};
    for (size_t i = 0; i < settings.favourites.count; i++)
        text_print(&favourites, "%s|", settings.favourites.items[i]);
    ck_assert_str_eq(text_show(&favourites), kept[_i].favourites);
    text_release(&favourites);
    settings_release(&settings);
}
END_TEST

/* Of the command, each text has a bar behind it. */
static const struct {
    const char *text;
    uint8_t voice, words, sound;
    int32_t rate_percent, volume_percent;
    const char *command;
} spoken[] = {
    {"", VOICE_NOT_SAID, SPOKEN_FULL, SOUND_AUTO, 0, 0, ""},
    {"voice: on", VOICE_ON, SPOKEN_FULL, SOUND_AUTO, 0, 0, ""},
    {"voice: \"on\"", VOICE_ON, SPOKEN_FULL, SOUND_AUTO, 0, 0, ""},
    {"voice: off", VOICE_OFF, SPOKEN_FULL, SOUND_AUTO, 0, 0, ""},
    {"voice: 'off'", VOICE_OFF, SPOKEN_FULL, SOUND_AUTO, 0, 0, ""},
    {"voice: [espeak-ng, -v, de, --stdin]", VOICE_COMMAND, SPOKEN_FULL, SOUND_AUTO, 0, 0, "espeak-ng|-v|de|--stdin|"},
    {"voice:\n- ./off\n- \"\"\n- ' a  b\tc '\n- on\n", VOICE_COMMAND, SPOKEN_FULL, SOUND_AUTO, 0, 0,
     "./off|| a  b\tc |on|"},
    {"voice: [say, \xC3\xA9\xE2\x80\x8D]", VOICE_COMMAND, SPOKEN_FULL, SOUND_AUTO, 0, 0, "say|\xC3\xA9\xE2\x80\x8D|"},
    {"words: short\nrate: 50\nsound: bell\nvolume: 1\n", VOICE_NOT_SAID, SPOKEN_SHORT, SOUND_BELL, 50, 1, ""},
    {"words: names\nrate: 200\nsound: off\nvolume: 100\n", VOICE_NOT_SAID, SPOKEN_NAMES, SOUND_OFF, 200, 100, ""},
    {"words: full\nsound: auto\n", VOICE_NOT_SAID, SPOKEN_FULL, SOUND_AUTO, 0, 0, ""},
};

START_TEST(reads_what_is_heard)
{
    Settings settings = {0};
    const char *text = spoken[_i].text;
    ck_assert_msg(settings_read(&settings, text, strlen(text), &diags), "%s", diagnostic_first(&diags));
    ck_assert_uint_eq(settings.voice, spoken[_i].voice);
    ck_assert_uint_eq(settings.words, spoken[_i].words);
    ck_assert_uint_eq(settings.sound, spoken[_i].sound);
    ck_assert_int_eq(settings.rate_percent, spoken[_i].rate_percent);
    ck_assert_int_eq(settings.volume_percent, spoken[_i].volume_percent);
    check_text(say_command(&settings), spoken[_i].command);
    settings_release(&settings);
}
END_TEST

static const struct {
    const char *text;
    uint32_t column;
    const char *message, *hint; /* hint NULL: none */
} unheard[] = {
    {"voice: yes", 8, "unknown voice 'yes'", "did you mean 'on'?"},
    {"voice: true", 8, "unknown voice 'true'", "did you mean 'on'?"},
    {"voice: True", 8, "unknown voice 'True'", "did you mean 'on'?"},
    {"voice: no", 8, "unknown voice 'no'", "did you mean 'off'?"},
    {"voice: false", 8, "unknown voice 'false'", "did you mean 'off'?"},
    {"voice: none", 8, "unknown voice 'none'", "did you mean 'off'?"},
    {"voice: offf", 8, "unknown voice 'offf'", "did you mean 'off'?"},
    {"voice: espeak-ng --stdin", 8, "unknown voice 'espeak-ng --stdin'", VOICE_WAYS},
    {"voice:", 7, "voice must be a word, found nothing", VOICE_WAYS},
    {"voice: {a: b}", 8, "voice must be a word, found a map", VOICE_WAYS},
    {"voice: []", 8, "voice must begin with a command, found an empty list", VOICE_WAYS},
    {"voice: [\"\"]", 9, "voice must begin with a command, found empty text", VOICE_WAYS},
    {"voice: ['', a]", 9, "voice must begin with a command, found empty text", VOICE_WAYS},
    {"voice: [on]", 9, "'on' is not a command", "write `voice: on`"},
    {"voice: [say, [a]]", 14, "voice must be a list of text, found a list", "\"\" is empty text"},
    {"voice:\n- say\n-", 2, "voice must be a list of text, found nothing", "\"\" is empty text"},
    {"voice: [say, \"a\\0b\"]", 14, "voice must not contain the character U+0000", NULL},
    {"voice: [say, \"\\e[1m\"]", 14, "voice must not contain the character U+001B", NULL},
    {"words: brief", 8, "unknown words 'brief'", "one of full, short, names"},
    {"words: name", 8, "unknown words 'name'", "did you mean 'names'?"},
    {"rate: 49", 7, "rate must be a whole number from 50 to 200, found '49'", NULL},
    {"rate: 120%", 7, "rate must be a whole number from 50 to 200, found '120%'", NULL},
    {"sound: on", 8, "unknown sound 'on'", "did you mean 'auto'?"},
    {"sound: no", 8, "unknown sound 'no'", "did you mean 'off'?"},
    {"volume: 0", 9, "volume must be a whole number from 1 to 100, found '0'", NULL},
    {"volume: 101", 9, "volume must be a whole number from 1 to 100, found '101'", NULL},
    {"speed: 120", 1, "unknown key 'speed' in the settings", "did you mean 'rate'?"},
    {"sounds: off", 1, "unknown key 'sounds' in the settings", "did you mean 'sound'?"},
    {"loudness: 50", 1, "unknown key 'loudness' in the settings", "did you mean 'volume'?"},
};

/* Nothing of a wrong command is left: without one of its arguments it might do anything. */
START_TEST(tells_what_cannot_be_heard)
{
    Settings settings = {0};
    const char *text = unheard[_i].text;
    ck_assert(!settings_read(&settings, text, strlen(text), &diags));
    ck_assert_uint_eq(diags.count, 1);
    ck_assert_str_eq(diags.items[0].message, unheard[_i].message);
    ck_assert_uint_eq(diags.items[0].mark.column, unheard[_i].column);
    ck_assert_msg((diags.items[0].hint != NULL) == (unheard[_i].hint != NULL), "%s", diags.items[0].hint);
    if (unheard[_i].hint)
        ck_assert_msg(strstr(diags.items[0].hint, unheard[_i].hint), "%s", diags.items[0].hint);
    ck_assert_uint_eq(settings.voice, VOICE_NOT_SAID);
    ck_assert_uint_eq(settings.voice_command.count, 0);
    settings_release(&settings);
}
END_TEST

/* The command and its arguments are so many, and the last is so long. */
static const struct {
    size_t count, length;
    const char *problem;
} limits[] = {
    {1, 1000, NULL},
    {32, 1, NULL},
    {33, 1, "voice must have at most 32 items in its list, found 33"},
    {1, 1001, "each item of voice must be at most 1000 bytes long, found 1001"},
};

START_TEST(limits_the_command)
{
    Settings settings = {0};
    Text text = {0};
    text_add(&text, "voice: [");
    for (size_t i = 1; i < limits[_i].count; i++)
        text_add(&text, "a, ");
    text_add_repeated(&text, 'b', limits[_i].length);
    text_add(&text, "]\n");
    ck_assert(settings_read(&settings, text.bytes, text.length, &diags) == !limits[_i].problem);
    if (limits[_i].problem)
        ck_assert_str_eq(diagnostic_first(&diags), limits[_i].problem);
    ck_assert_uint_eq(settings.voice_command.count, limits[_i].problem ? 0 : limits[_i].count);
    settings_release(&settings);
    text_release(&text);
}
END_TEST

START_TEST(knows_the_health_words)
{
    Settings settings = {0};
    const char *text = "health: [heart, disc]\n";
    ck_assert(settings_read(&settings, text, strlen(text), &diags));
    for (int health = 0; health < HEALTH_COUNT; health++)
        ck_assert_int_eq(filter_has_word(&settings.health.words, health),
                         health == HEALTH_HEART || health == HEALTH_DISC);
    settings_release(&settings);
    ck_assert(!filter_has_word(&settings.health.words, HEALTH_HEART));
}
END_TEST

START_TEST(writes_lists)
{
    uint8_t some[] = {PLACE_FLOOR, PLACE_DESK};
    const char *tools[] = {"ball", "block"};
    check_text(emit_word_list(&(WordList){some, 2}, &place_words), "[floor, desk]");
    check_text(tools_at_hand_written(&(ToolsAtHand){.names = {tools, 2}, .is_said = true}), "[ball, block]");
    check_text(tools_at_hand_written(&(ToolsAtHand){.is_said = true}), "[none]");
    check_text(tools_at_hand_written(&(ToolsAtHand){0}), "[]");
}
END_TEST

/* Files. */
#define CONFIG "knead/config.yaml"

static char file[128];

/* Others may look into it: a child without the rights of root does. */
static void make_folder(void)
{
    begin();
    scratch_make();
    scratch_set_mode("", 0755);
    snprintf(file, sizeof(file), "%s/" CONFIG, scratch_folder);
}

static void remove_folder(void)
{
    scratch_remove();
    end();
}

static void make_file(const char *text)
{
    scratch_put(CONFIG, text);
    scratch_set_mode("knead", 0755);
}

static void store(const char *key, const char *value)
{
    char *problem;
    ck_assert_msg(settings_change_file(file, key, value, &problem), "%s", problem);
    ck_assert_ptr_null(problem);
}

static void expect_problem(const char *key, const char *value, const char *part)
{
    char *problem;
    ck_assert(!settings_change_file(file, key, value, &problem));
    char *wanted = memory_print("%s was not changed: %s", file, part);
    ck_assert_msg(strncmp(problem, wanted, strlen(wanted)) == 0, "%s", problem);
    ck_assert_ptr_null(strchr(problem, '\n'));
    free(wanted);
    free(problem);
}

START_TEST(stores_and_loads)
{
    store("theme", "dark");
    store("minutes", "20");
    Settings settings = {0};
    char *source;
    size_t length;
    ck_assert(settings_load(&settings, file, &diags, &source, &length));
    ck_assert_uint_eq(strlen(source), length);
    check_text(say(&settings), "[] [] 20 [] written dark");
    settings_release(&settings);
    free(source);
}
END_TEST

START_TEST(loads_what_there_is)
{
    Settings settings = {0};
    char *source;
    size_t length;
    ck_assert(settings_load(&settings, file, &diags, &source, &length));
    ck_assert_ptr_null(source);
    check_text(say(&settings), nothing_said);
    make_file("minutes: 5\ntheme: Drak\n");
    ck_assert(!settings_load(&settings, file, &diags, &source, &length));
    ck_assert_str_eq(diagnostic_first(&diags), "unknown theme 'Drak'");
    check_text(say(&settings), "[] [] 5 [] written auto");
    settings_release(&settings);
    free(source);
    ck_assert(!settings_load(&settings, scratch_folder, &diags, &source, &length));
    ck_assert_ptr_null(source);
    check_text(say(&settings), nothing_said);
}
END_TEST

START_TEST(writes_nothing_where_nothing_changes)
{
    store("theme", NULL);
    ck_assert_int_ne(access(file, F_OK), 0);
    make_file("theme:   dark");
    struct stat before, after;
    ck_assert_int_eq(stat(file, &before), 0);
    store("theme", "dark");
    ck_assert_int_eq(stat(file, &after), 0);
    ck_assert(before.st_ino == after.st_ino);
}
END_TEST

/* What somebody has is nobody else's business. */
START_TEST(makes_a_file_for_its_owner_alone)
{
    struct stat status;
    umask(0);
    store("health", "[clot]");
    ck_assert_int_eq(stat(file, &status), 0);
    ck_assert_uint_eq(status.st_mode & 0777, 0600);
}
END_TEST

START_TEST(follows_a_link_and_keeps_the_mode)
{
    char *real = scratch_path("dotfiles.yaml");
    make_file("");
    scratch_put("dotfiles.yaml", "theme: dark # mine\n");
    scratch_set_mode("dotfiles.yaml", 0640);
    scratch_take_away(CONFIG);
    ck_assert_int_eq(symlink("../dotfiles.yaml", file), 0);
    store("theme", "light");
    scratch_expect("dotfiles.yaml", "theme: light # mine\n");
    struct stat status;
    ck_assert_int_eq(lstat(file, &status), 0);
    ck_assert(S_ISLNK(status.st_mode));
    ck_assert_int_eq(stat(real, &status), 0);
    ck_assert_int_eq(status.st_mode & 07777, 0640);
    scratch_take_away("dotfiles.yaml");
    expect_problem("theme", "dark", "it is a link to a file that does not exist");
    ck_assert_int_eq(lstat(file, &status), 0);
    ck_assert(S_ISLNK(status.st_mode));
    free(real);
}
END_TEST

START_TEST(leaves_a_broken_file_alone)
{
    make_file("theme: dark\nplaces: [desk\n");
    expect_problem("theme", "light", "line 3: did not find expected ',' or ']'");
    scratch_expect(CONFIG, "theme: dark\nplaces: [desk\n");
}
END_TEST

START_TEST(tells_of_a_folder_and_a_file_that_change_places)
{
    scratch_make_folder(CONFIG);
    expect_problem("theme", "light", "this is not a file but a folder");
    scratch_take_away(CONFIG);
    scratch_take_away("knead");
    scratch_put("knead", "");
    expect_problem("theme", "light", "cannot create its folder: ");
}
END_TEST

static int store_light(void)
{
    expect_problem("theme", "light", "cannot write it: ");
    return 0;
}

static int store_without_room(void)
{
    struct rlimit none = {0, 0};
    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &none) != 0)
        return 98;
    char *problem; /* no ck_assert here: Check itself could not write */
    bool is_told = !settings_change_file(file, "theme", "light", &problem) && strstr(problem, "cannot write it: ");
    free(problem);
    return is_told ? 0 : 1;
}

/* A file, or the folder that it lies in. */
static const struct {
    mode_t file, folder;
} locked[] = {{0444, 0777}, {0666, 0555}};

START_TEST(tells_of_what_may_not_be_written)
{
    make_file("theme: dark\n");
    scratch_set_mode(CONFIG, locked[_i].file);
    scratch_set_mode("knead", locked[_i].folder);
    ck_assert_int_eq(records_in_child(true, store_light), 0);
    scratch_expect(CONFIG, "theme: dark\n");
}
END_TEST

START_TEST(tells_of_a_full_disk)
{
    make_file("theme: dark\n");
    ck_assert_int_eq(records_in_child(false, store_without_room), 0);
    scratch_expect(CONFIG, "theme: dark\n");
    scratch_take_away(CONFIG);
    scratch_take_away("knead"); /* nothing lies there that was half written */
}
END_TEST

Suite *suite_settings(void)
{
    Suite *suite = suite_create("settings");
    TCase *reading = tcase_create("reading");
    tcase_add_test(reading, reads_where_the_journals_are);
    tcase_add_checked_fixture(reading, begin, end);
    tcase_add_loop_test(reading, reads, 0, ARRAY_LEN(right));
    tcase_add_loop_test(reading, tells_what_is_wrong_and_keeps_the_rest, 0, ARRAY_LEN(wrong));
    tcase_add_loop_test(reading, reads_weeks_and_favourites, 0, ARRAY_LEN(kept));
    tcase_add_loop_test(reading, reads_what_is_heard, 0, ARRAY_LEN(spoken));
    tcase_add_loop_test(reading, tells_what_cannot_be_heard, 0, ARRAY_LEN(unheard));
    tcase_add_loop_test(reading, limits_the_command, 0, ARRAY_LEN(limits));
    tcase_add_test(reading, knows_the_health_words);
    tcase_add_test(reading, writes_lists);
    suite_add_tcase(suite, reading);

    TCase *storing = tcase_create("storing");
    tcase_add_checked_fixture(storing, make_folder, remove_folder);
    tcase_add_test(storing, stores_and_loads);
    tcase_add_test(storing, loads_what_there_is);
    tcase_add_test(storing, writes_nothing_where_nothing_changes);
    tcase_add_test(storing, makes_a_file_for_its_owner_alone);
    tcase_add_test(storing, follows_a_link_and_keeps_the_mode);
    tcase_add_test(storing, leaves_a_broken_file_alone);
    tcase_add_test(storing, tells_of_a_folder_and_a_file_that_change_places);
    tcase_add_loop_test(storing, tells_of_what_may_not_be_written, 0, ARRAY_LEN(locked));
    tcase_add_test(storing, tells_of_a_full_disk);
    suite_add_tcase(suite, storing);
    return suite;
}
