/* SPDX-License-Identifier: MIT */
#include "settings/settings.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "base/utf8.h"
#include "routine/spelling.h"
#include "settings/person_health.h"
#include "yaml/document.h"

enum { MOST_MINUTES = 720, MOST_PER_WEEK = 7, LEAST_RATE = 50, MOST_RATE = 200, MOST_VOLUME = 100 };

const char settings_file[] = "config.yaml";

static const char *const first_sides[] = {
    [FIRST_AS_WRITTEN] = "written", [FIRST_LEFT] = "left", [FIRST_RIGHT] = "right", [FIRST_BEHIND] = "behind"};
static const char *const level_choices[] = {"auto", "gentle", "standard", "firm"}; /* as LevelChoice has them */
static const char *const paces[] = {[PACE_AUTO] = "auto", [PACE_MINE] = "mine"};
static const char *const voices[] = {"on", "off"};
static const char *const spoken[] = {[SPOKEN_FULL] = "full", [SPOKEN_SHORT] = "short", [SPOKEN_NAMES] = "names"};
static const char *const sounds[] = {[SOUND_AUTO] = "auto", [SOUND_BELL] = "bell", [SOUND_OFF] = "off"};
static const char *const themes[] = {[THEME_AUTO] = "auto", [THEME_DARK] = "dark", [THEME_LIGHT] = "light"};
static const char *const motions[] = {[MOTION_ON] = "on", [MOTION_OFF] = "off"};
static const char *const notices[] = {
    [NOTICES_OFF] = "off",     [NOTICES_TERMINAL] = "terminal", [NOTICES_DESKTOP] = "desktop",
    [NOTICES_OSC_9] = "osc-9", [NOTICES_OSC_99] = "osc-99",     [NOTICES_OSC_777] = "osc-777"};
static const char *const awakes[] = {[AWAKE_ON] = "on", [AWAKE_OFF] = "off"};
_Static_assert(ARRAY_LEN(first_sides) == FIRST_COUNT, "a word for each FirstSide");
_Static_assert(ARRAY_LEN(level_choices) == LEVEL_CHOICE_COUNT, "a word for each LevelChoice");
_Static_assert(ARRAY_LEN(paces) == PACE_COUNT, "a word for each Pace");
_Static_assert(ARRAY_LEN(voices) == VOICE_COMMAND - VOICE_ON, "a word for each VoiceChoice that is one");
_Static_assert(ARRAY_LEN(spoken) == SPOKEN_COUNT, "a word for each SpokenWords");
_Static_assert(ARRAY_LEN(sounds) == SOUND_COUNT, "a word for each SoundChoice");
_Static_assert(ARRAY_LEN(themes) == THEME_COUNT, "a word for each ThemeChoice");
_Static_assert(ARRAY_LEN(motions) == MOTION_COUNT, "a word for each Motion");
_Static_assert(ARRAY_LEN(notices) == NOTICES_COUNT, "a word for each NoticesChoice");
_Static_assert(ARRAY_LEN(awakes) == AWAKE_COUNT, "a word for each AwakeChoice");

const Words first_side_words = {first_sides, FIRST_COUNT};
const Words pace_words = {paces, PACE_COUNT};
const Words level_choice_words = {level_choices, LEVEL_CHOICE_COUNT};
const Words voice_words = {voices, ARRAY_LEN(voices)};
const Words spoken_words = {spoken, SPOKEN_COUNT};
const Words sound_words = {sounds, SOUND_COUNT};
const Words theme_words = {themes, THEME_COUNT};
const Words motion_words = {motions, MOTION_COUNT};
const Words notices_words = {notices, NOTICES_COUNT};
const Words awake_words = {awakes, AWAKE_COUNT};

static const char voice_ways[] = "write on, off, or a command in a list, such as [espeak-ng, --stdin]";

/* A command in a text instead of a list is told of the list. */
static bool read_voice_word(Walk *walk, const Field *field, const Node *value, Settings *settings)
{
    uint8_t word;
    if (schema_word(walk, field, value, &word)) {
        settings->voice = (uint8_t)(VOICE_ON + word);
        return true;
    }
    const bool is_text = value->kind == NODE_SCALAR && value->length > 0;
    const bool is_guessed = is_text && walk->guesses && walk->guesses->word(field->words, value->text);
    if (!is_guessed && (!is_text || !words_nearest(field->words, value->text)))
        diagnostic_hint(walk->diags, "%s", voice_ways);
    return false;
}

static bool read_voice(Walk *walk, const Field *field, const Node *value, void *at)
{
    Settings *settings = (Settings *)(void *)((char *)at - field->at);
    if (value->kind != NODE_LIST)
        return read_voice_word(walk, field, value, settings);
    if (!person_command_read(walk, field, value, voice_ways, &settings->voice_command))
        return false;
    settings->voice = VOICE_COMMAND;
    return true;
}

#define AT(member) .at = offsetof(Settings, member)
static const Field fields[] = {
    {"places", schema_word_list, AT(places), .words = &place_words, .noun = "place",
     .help = "Where you are: any of desk, chair, wall, doorway, floor, bed, outdoors; [] for anywhere."},
    {"tools", tools_at_hand_read, AT(tools), .noun = "tool",
     .help = "The tools you have, with the names that routines use; none for no tools, [] for any."},
    {"minutes", schema_number, AT(minutes), .min = 1, .max = MOST_MINUTES,
     .help = "How many minutes you have, 1 to 720; default any."},
    {"per_week", schema_number, AT(per_week), .min = 1, .max = MOST_PER_WEEK,
     .help = "How many sessions a week needs to count for weeks in a row, 1 to 7; default 2."},
    {"favourites", schema_id_list, AT(favourites),
     .help = "The routines that you want at hand, by their ids; * in a list adds or removes one."},
    {"health", person_health_read, AT(health), .words = &health_words, .noun = "health word",
     .help = "Your health: knead leaves out moves that do not suit it; an injury may say where it is."},
    {"level", schema_word, AT(level), .words = &level_choice_words, .noun = "level",
     .help = "How hard to press: gentle, standard, firm, or auto (gentle for your first two weeks, then standard)."},
    {"first", schema_word, AT(first), .words = &first_side_words, .noun = "side",
     .help = "Which side comes first: written (as the routine says), left, right, or behind (the one worked less)."},
    {"pace", schema_word, AT(pace), .words = &pace_words, .noun = "pace",
     .help = "How long you get to set up: auto (as the routine says), or mine (until you press Enter)."},
    {"voice", read_voice, AT(voice), .words = &voice_words,
     .help = "A voice that tells you what to do: on, off, or a list with your own command and its arguments."},
    {"words", schema_word, AT(words), .words = &spoken_words,
     .help = "How much the voice says: full (less for a move you have done three times), short, or names."},
    {"rate", schema_number, AT(rate_percent), .min = LEAST_RATE, .max = MOST_RATE,
     .help = "How fast the voice speaks, 50 to 200 percent of normal speed; default 100."},
    {"sound", schema_word, AT(sound), .words = &sound_words, .noun = "sound",
     .help = "The sound at each change: auto (sounds, or the bell if sounds do not work), bell, or off."},
    {"volume", schema_number, AT(volume_percent), .min = 1, .max = MOST_VOLUME,
     .help = "How loud sounds are, 1 to 100 percent; default 60."},
    {"theme", schema_word, AT(theme), .words = &theme_words, .noun = "theme",
     .help = "Colours for a dark or a light terminal, or auto."},
    {"motion", schema_word, AT(motion), .words = &motion_words, .noun = "motion",
     .help = "Whether the figure moves with each pass or breath: on or off."},
    {"notices", schema_word, AT(notices), .words = &notices_words, .noun = "way of notices",
     .help = "Notices to change sides, when it waits and at the end: off, terminal, desktop, osc-9, osc-99, osc-777."},
    {"awake", schema_word, AT(awake), .words = &awake_words, .noun = "word for awake",
     .help = "Whether the screen stays on while a session runs: on or off."},
    {"hooks", person_command_read_hooks, AT(hooks),
     .help = "Your own commands at moments of a session (start, switch, end), each a list with its arguments."},
};
#undef AT

const FieldTable settings_table = {"the settings", fields, ARRAY_LEN(fields), SIZE_MAX};

static const char new_file[] =
    "# What knead knows about you and where you are. knead keeps your comments when it changes a line.\n";

bool settings_read(Settings *settings, const char *text, size_t length, DiagnosticList *diags)
{
    Arena arena = {0};
    const Node *root;
    size_t errors = diags->errors;
    Walk walk = {.arena = &settings->arena, .diags = diags, .guesses = &spelling_guesses};
    if (document_read(&arena, text, length, diags, &root) && root)
        schema_read(&walk, &settings_table, root, settings);
    arena_release(&arena);
    diagnostic_sort(diags);
    return diags->errors == errors;
}

void settings_release(Settings *settings)
{
    arena_release(&settings->arena);
    *settings = (Settings){0};
}

/* Reads a file; one that is not there is an empty one. False with `diags`. */
static bool read_source(const char *path, DiagnosticList *diags, char **source, size_t *length, FileStamp *stamp)
{
    FileResult result = file_read_stamped(path, DOCUMENT_LIMIT, source, length, stamp);
    if (result == FILE_TOO_LARGE)
        return diagnostic_error(diags, (Mark){0}, "the file is larger than 1 MiB");
    if (result == FILE_FAILED && errno == EINVAL)
        return diagnostic_error(diags, (Mark){0}, "this is not a file but a folder, a pipe or a device");
    if (result == FILE_FAILED)
        return diagnostic_error(diags, (Mark){0}, "cannot read the file: %s", strerror(errno));
    return true;
}

bool settings_load(Settings *settings, const char *path, DiagnosticList *diags, char **source, size_t *length)
{
    FileStamp stamp;
    const bool is_fine = read_source(path, diags, source, length, &stamp) &&
                         (!*source || settings_read(settings, *source, *length, diags));
    settings->stamp = stamp;
    return is_fine;
}

int32_t settings_rate(const Settings *settings)
{
    return settings->rate_percent > 0 ? settings->rate_percent : SETTINGS_RATE_USUAL;
}

int32_t settings_volume(const Settings *settings)
{
    return settings->volume_percent > 0 ? settings->volume_percent : SETTINGS_VOLUME_USUAL;
}

int32_t settings_per_week(const Settings *settings)
{
    return settings->per_week > 0 ? settings->per_week : SETTINGS_PER_WEEK_USUAL;
}

/* One key of a text changed: its lines are replaced, all others stay. The outcome is read before anybody gets it. */
typedef struct KeyChange {
    const char *text;
    size_t length;
    const Field *field;
    const char *value;    /* YAML on one line; NULL: the key goes */
    const Node *root;     /* of the text; NULL where there is nothing in it */
    const Entry *old;     /* the key as it is; NULL where it is not there */
    const Node *wanted;   /* the value as a node */
    const char *line_end; /* as the text ends its lines */
    Arena arena;
} KeyChange;

/* Reads the new value as the settings will, so that none is written that would be wrong there. */
static bool read_wanted(KeyChange *change, DiagnosticList *diags)
{
    if (!change->value)
        return true;
    DiagnosticList aside;
    diagnostic_init(&aside, NULL);
    Walk walk = {.arena = &change->arena, .diags = &aside};
    Settings scratch = {0};
    bool is_good = !strpbrk(change->value, "\r\n") &&
                   document_read(&change->arena, change->value, strlen(change->value), &aside, &change->wanted) &&
                   change->wanted &&
                   change->field->read(&walk, change->field, change->wanted, (char *)&scratch + change->field->at);
    if (!is_good) {
        const char *why = diagnostic_first(&aside);
        diagnostic_error(diags, (Mark){0}, "%s", why ? why : "the new value must be on one line, and not empty");
        if (aside.count > 0 && aside.items[0].hint)
            diagnostic_hint(diags, "%s", aside.items[0].hint);
    }
    diagnostic_release(&aside);
    return is_good;
}

static bool is_key(const Entry *entry, const char *key)
{
    return strcmp(entry->key->text, key) == 0;
}

/* Only what is in the way of a change is told of: other mistakes in the file are no concern of it. */
static bool read_text(KeyChange *change, DiagnosticList *diags)
{
    DiagnosticList ignored = {0};
    const bool is_good = document_read(&change->arena, change->text, change->length, &ignored, &change->root);
    diagnostic_release(&ignored);
    if (!is_good)
        return document_read(&change->arena, change->text, change->length, diags, &change->root);
    if (change->root && change->root->kind != NODE_MAP)
        return diagnostic_error(diags, change->root->mark, "the settings must be a map, found %s",
                                node_kind_name(change->root));
    for (const Entry *entry = change->root ? change->root->entries : NULL; entry; entry = entry->next) {
        if (!is_key(entry, change->field->key))
            continue;
        if (change->old) {
            diagnostic_error(diags, entry->key->mark, "the key '%s' appears twice in one map, first on line %lu",
                             change->field->key, (unsigned long)change->old->key->mark.line);
            diagnostic_hint(diags, "remove one of them");
            return false;
        }
        change->old = entry;
    }
    return true;
}

static const Entry *next_other(const Entry *entry, const char *key)
{
    while (entry && is_key(entry, key))
        entry = entry->next;
    return entry;
}

/* Whether the outcome says what it should and all else that was said before; else it is emptied. */
static bool is_right(const KeyChange *change, Text *outcome)
{
    Arena arena = {0};
    DiagnosticList ignored = {0};
    const char *key = change->field->key;
    const Node *root;
    bool is_good = document_read(&arena, text_show(outcome), outcome->length, &ignored, &root) &&
                   (!root || root->kind == NODE_MAP) &&
                   node_is_same(root ? node_find(root, key, NULL) : NULL, change->wanted);
    if (is_good) {
        const Entry *before = next_other(change->root ? change->root->entries : NULL, key);
        const Entry *after = next_other(root ? root->entries : NULL, key);
        while (before && after && node_is_same(before->key, after->key) && node_is_same(before->value, after->value)) {
            before = next_other(before->next, key);
            after = next_other(after->next, key);
        }
        is_good = !before && !after;
    }
    diagnostic_release(&ignored);
    arena_release(&arena);
    if (!is_good)
        text_release(outcome);
    return is_good;
}

/* Behind the line that is at a place, its end included. */
static size_t next_line(const KeyChange *change, size_t at)
{
    const char *end = memchr(change->text + at, '\n', change->length - at);
    return end ? (size_t)(end - change->text) + 1 : change->length;
}

/* Where a line begins, from 1. */
static size_t line_start(const KeyChange *change, uint32_t line)
{
    size_t at = 0;
    while (--line > 0 && at < change->length)
        at = next_line(change, at);
    return at;
}

/* Where what comes at the end goes: before the line `...`, where there is one. */
static size_t find_end(const KeyChange *change)
{
    size_t at = 0;
    while (at < change->length && strncmp(change->text + at, "...", MIN_OF(3, change->length - at)) != 0)
        at = next_line(change, at);
    return at;
}

/* The end of a key's lines: the next key's, without the blank lines and comments above that. */
static size_t value_end(const KeyChange *change)
{
    const uint32_t line = change->old->key->mark.line;
    uint32_t next = UINT32_MAX;
    for (const Entry *entry = change->root->entries; entry; entry = entry->next)
        if (entry->key->mark.line > line)
            next = MIN_OF(next, entry->key->mark.line);
    const size_t stop = next < UINT32_MAX ? line_start(change, next) : find_end(change);
    size_t end = next_line(change, line_start(change, line));
    for (size_t at = end; at < stop; at = next_line(change, at)) {
        const size_t first = at + strspn(change->text + at, " \t\r");
        if (first < stop && !strchr("#\n", change->text[first]))
            end = next_line(change, at);
    }
    return end;
}

/* What the lines so far have begun that may hold number signs of its own. */
typedef struct Quoting {
    char open;        /* a quote, or the sign of a block, which goes on to the end */
    bool is_in_plain; /* text without quotes: one within it begins nothing */
    bool is_in_flow;  /* a list or map in brackets, in which commas part */
} Quoting;

/* The number sign of the comment on a line between two places, or the end of the line. */
static size_t find_comment(const KeyChange *change, size_t at, size_t end, Quoting *quoting)
{
    const char *text = change->text;
    bool is_indent = true, is_block = false;
    while (end > at && strchr("\r\n", text[end - 1]))
        end--;
    for (; at < end && (quoting->open || text[at] != '#' || (at > 0 && !strchr(" \t\n", text[at - 1]))); at++) {
        const char byte = text[at];
        if (quoting->open == '"' && byte == '\\') {
            at++;
        } else if (quoting->open) {
            quoting->open = byte == quoting->open ? '\0' : quoting->open;
        } else if (strchr(quoting->is_in_flow ? "[{,:" : quoting->is_in_plain ? "" : "[{", byte)) {
            quoting->is_in_flow = true;
            quoting->is_in_plain = false;
        } else if ((byte == ':' || (byte == '-' && is_indent)) && (at + 1 == end || strchr(" \t", text[at + 1]))) {
            quoting->is_in_plain = false;
        } else if (!quoting->is_in_plain && strchr("'\"", byte)) {
            quoting->open = byte;
        } else if (!quoting->is_in_plain && strchr("&!", byte)) {
            at += strcspn(text + at, " \t\r\n") - 1;
        } else if (!strchr(" \t", byte)) {
            is_block = is_block || (!quoting->is_in_plain && strchr("|>", byte));
            quoting->is_in_plain = true;
        }
        is_indent = is_indent && strchr(" \t", byte);
    }
    if (is_block && change->old->value->kind == NODE_SCALAR)
        quoting->open = '\n'; /* which no line has within */
    return MIN_OF(at, end);
}

/* Ends the line that the outcome stops on, where that is not done. */
static void start_next_line(const KeyChange *change, Text *outcome)
{
    if (outcome->length > 0 && outcome->bytes[outcome->length - 1] != '\n')
        text_add(outcome, change->line_end);
}

/* Adds the comments on the lines between two places, each on a line of its own: in the column of the key, or as far
 * in as its line is if the key stays. `quoting` is the state at `from`. */
static void keep_comments(const KeyChange *change, size_t from, size_t end, size_t column, Quoting quoting,
                          Text *outcome)
{
    for (size_t at = from, next; at < end; at = next) {
        next = next_line(change, at);
        const size_t comment = find_comment(change, at, next, &quoting);
        const size_t indent = strspn(change->text + at, " ");
        if (comment == next || change->text[comment] != '#')
            continue;
        start_next_line(change, outcome);
        text_add_repeated(outcome, ' ', change->value ? MAX_OF(indent, column) : column);
        text_add_span(outcome, change->text + comment, next - comment);
    }
}

/* Replaces the value, or takes the key out. False where the key does not begin a line. */
static bool change_lines(const KeyChange *change, Text *outcome)
{
    const Node *key = change->old->key;
    const char *text = change->text;
    const size_t start = line_start(change, key->mark.line), column = key->mark.column - 1, end = value_end(change);
    size_t at = start + column + key->mark.length, next = next_line(change, start);
    Quoting quoting = {0};
    at += strspn(text + at, " \t");
    if (strspn(text + start, " ") < column || text[at] != ':')
        return false;
    text_add_span(outcome, text, start);
    if (change->value) {
        size_t comment = find_comment(change, ++at, next, &quoting), blanks = strspn(text + at, " \t");
        const bool has_value = at + blanks < comment && text[at + blanks] != '#';
        while (comment > at && strchr(" \t", text[comment - 1]))
            comment--;
        text_add_span(outcome, text + start, at - start);
        text_add_span(outcome, text + at, has_value ? blanks : 0);
        text_print(outcome, "%s%s", has_value ? "" : " ", change->value);
        text_add_span(outcome, text + comment, next - comment);
    }
    keep_comments(change, change->value ? next : start, end, column, quoting, outcome);
    text_add_span(outcome, text + end, change->length - end);
    return true;
}

/* Behind the line that tells of this key, which a key that was taken out has left; 0 where there is none. */
static size_t find_help(const KeyChange *change)
{
    const size_t length = strlen(change->field->help);
    for (size_t at = 0, next; at < change->length; at = next) {
        next = next_line(change, at);
        const size_t comment = at + strspn(change->text + at, " ");
        if (next - comment > length + 2 && strncmp(change->text + comment, "# ", 2) == 0 &&
            strncmp(change->text + comment + 2, change->field->help, length) == 0)
            return next;
    }
    return 0;
}

/* Puts the key in at a place, with its comment where that does not stand there already. */
static void put_in(const KeyChange *change, size_t at, bool with_help, Text *outcome)
{
    const Entry *first = change->root ? change->root->entries : NULL;
    const size_t indent = first && first->key->mark.column > 0 ? first->key->mark.column - 1 : 0;
    const size_t end_length = strlen(change->line_end);
    text_add_span(outcome, change->text, at);
    start_next_line(change, outcome);
    if (with_help) {
        const bool is_apart = outcome->length == 0 || (outcome->length > end_length &&
                                                       outcome->bytes[outcome->length - end_length - 1] == '\n');
        text_add(outcome, is_apart ? "" : change->line_end);
        text_add_repeated(outcome, ' ', indent);
        text_print(outcome, "# %s%s", change->field->help, change->line_end);
    }
    text_add_repeated(outcome, ' ', indent);
    text_print(outcome, "%s: %s%s", change->field->key, change->value, change->line_end);
    text_add_span(outcome, change->text + at, change->length - at);
}

static bool make_change(const KeyChange *change, Text *outcome)
{
    if (node_is_same(change->old ? change->old->value : NULL, change->wanted)) {
        text_add_span(outcome, change->text, change->length);
        return true;
    }
    if (change->old && change_lines(change, outcome))
        return is_right(change, outcome);
    if (!change->value)
        return false;
    const size_t help_end = find_help(change);
    if (help_end > 0) {
        put_in(change, help_end, false, outcome);
        if (is_right(change, outcome))
            return true;
    }
    put_in(change, find_end(change), true, outcome);
    return is_right(change, outcome);
}

char *settings_change(const char *text, size_t length, const char *key, const char *value, DiagnosticList *diags)
{
    static const char byte_order_mark[] = "\xEF\xBB\xBF";
    const bool is_new = !text || length == 0;
    const size_t mark = !is_new && length >= 3 && memcmp(text, byte_order_mark, 3) == 0 ? 3 : 0;
    KeyChange change = {
        .text = is_new ? new_file : text + mark, .length = is_new ? strlen(new_file) : length - mark, .value = value};
    for (size_t i = 0; i < ARRAY_LEN(fields); i++)
        if (strcmp(fields[i].key, key) == 0)
            change.field = &fields[i];
    if (!change.field) {
        diagnostic_error(diags, (Mark){0}, "the settings have no key '%s'", key);
        return NULL;
    }
    const char *first_end = memchr(change.text, '\n', change.length);
    change.line_end = first_end && first_end > change.text && first_end[-1] == '\r' ? "\r\n" : "\n";
    Text outcome = {0}, whole = {0};
    bool is_done = false;
    if (read_wanted(&change, diags) && read_text(&change, diags)) {
        is_done = make_change(&change, &outcome);
        if (!is_done) {
            diagnostic_error(diags, change.old ? change.old->key->mark : (Mark){0},
                             "cannot change %s without breaking other lines", key);
            diagnostic_hint(diags, "edit the file yourself, or give each key its own line");
        }
    }
    arena_release(&change.arena);
    if (is_done) {
        text_add_span(&whole, text, mark);
        text_add_span(&whole, text_show(&outcome), outcome.length);
    }
    text_release(&outcome);
    return is_done ? text_detach(&whole) : NULL;
}

/* Looks before file_write does, to tell in plainer words why it would refuse. */
static bool check_place(const char *path, DiagnosticList *diags)
{
    struct stat status;
    if (access(path, F_OK) != 0 && lstat(path, &status) == 0 && S_ISLNK(status.st_mode))
        return diagnostic_error(diags, (Mark){0}, "it is a link to a file that does not exist");
    if (access(path, F_OK) == 0 && access(path, W_OK) != 0)
        return diagnostic_error(diags, (Mark){0}, "cannot write it: %s", strerror(errno));
    char *folder = path_folder(path);
    bool is_good = path_make_folder(folder) ||
                   diagnostic_error(diags, (Mark){0}, "cannot create its folder: %s", strerror(errno));
    free(folder);
    return is_good;
}

static bool store(const char *path, const char *key, const char *value, DiagnosticList *diags)
{
    char *text = NULL, *changed = NULL;
    size_t length = 0;
    bool is_stored = false;
    FileStamp stamp;
    if (read_source(path, diags, &text, &length, &stamp))
        changed = settings_change(text, length, key, value, diags);
    if (changed) {
        bool is_same = text ? strcmp(changed, text) == 0 : !value;
        is_stored = is_same || (check_place(path, diags) &&
                                (file_write_private(path, changed, strlen(changed)) ||
                                 diagnostic_error(diags, (Mark){0}, "cannot write it: %s", strerror(errno))));
    }
    free(changed);
    free(text);
    return is_stored;
}

bool settings_store(const char *path, const char *key, const char *value, char **problem)
{
    *problem = NULL;
    DiagnosticList diags;
    diagnostic_init(&diags, path);
    bool is_stored = store(path, key, value, &diags);
    if (!is_stored) {
        uint32_t line = diags.count > 0 ? diags.items[0].mark.line : 0;
        char *place = line ? memory_print("line %lu: ", (unsigned long)line) : memory_copy_text("");
        *problem = memory_print("%s was not changed: %s%s", diags.file, place, diagnostic_first(&diags));
        free(place);
    }
    diagnostic_release(&diags);
    return is_stored;
}
