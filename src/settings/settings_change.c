/* SPDX-License-Identifier: MIT */
#include "settings/settings_change.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "settings/settings.h"
#include "yaml/document.h"

static const char new_file[] =
    "# What knead knows about you and where you are. knead keeps your comments when it changes a line.\n";

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
    for (size_t i = 0; i < settings_table.count; i++)
        if (strcmp(settings_table.fields[i].key, key) == 0)
            change.field = &settings_table.fields[i];
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

/* A theme of one's own needs its file. */
static bool check_new_theme(const char *path, const char *changed, DiagnosticList *diags)
{
    Settings settings = {0};
    DiagnosticList ignored = {0};
    settings_read(&settings, changed, strlen(changed), &ignored);
    diagnostic_release(&ignored);
    settings.theme_mark = (Mark){0};
    const bool is_good = settings_load_theme(&settings, path, diags);
    settings_release(&settings);
    return is_good;
}

static bool store(const char *path, const char *key, const char *value, DiagnosticList *diags)
{
    char *text = NULL, *changed = NULL;
    size_t length = 0;
    bool is_stored = false;
    FileStamp stamp;
    if (document_load(path, diags, &text, &length, &stamp))
        changed = settings_change(text, length, key, value, diags);
    if (changed && strcmp(key, "theme") == 0 && !check_new_theme(path, changed, diags)) {
        free(changed);
        changed = NULL;
    }
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

bool settings_change_file(const char *path, const char *key, const char *value, char **problem)
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
