/* SPDX-License-Identifier: MIT */
#include "settings/change.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "settings/sheet.h"
#include "settings/span.h"
#include "settings/tools_at_hand.h"

/* A change of one key, from a text to another. */
typedef struct Change {
    const char *text;
    size_t length;
    const Field *field;
    const char *value; /* NULL: the key goes */
    const Node *root;  /* of the text; NULL where there is nothing in it */
    const Node *wanted;
    Arena arena;
} Change;

/* Reads the new value as the settings will, so that none is written that would be wrong there. */
static bool read_wanted(Change *change, DiagnosticList *diags)
{
    if (!change->value)
        return true;
    DiagnosticList aside;
    diagnostic_init(&aside, NULL);
    Walk walk = {.arena = &change->arena, .diags = &aside};
    union {
        int32_t number;
        uint8_t word;
        WordList words;
        ToolsAtHand tools;
    } scratch = {0}; /* whichever is read */
    bool is_good = !strpbrk(change->value, "\r\n") &&
                   sheet_parse(&change->arena, change->value, strlen(change->value), &aside, &change->wanted) &&
                   change->wanted && change->field->read(&walk, change->field, change->wanted, &scratch);
    if (!is_good) {
        const char *why = diagnostic_first(&aside);
        diagnostic_error(diags, (Mark){0}, "%s", why ? why : "the new value must be on one line, and not empty");
        if (aside.count > 0 && aside.items[0].hint)
            diagnostic_hint(diags, "%s", aside.items[0].hint);
    }
    diagnostic_release(&aside);
    return is_good;
}

/* Only what is in the way of a change is told of: other mistakes in the file are no concern of it. */
static bool read_text(Change *change, DiagnosticList *diags)
{
    DiagnosticList aside;
    diagnostic_init(&aside, NULL);
    bool is_good = sheet_parse(&change->arena, change->text, change->length, &aside, &change->root);
    diagnostic_release(&aside);
    if (!is_good)
        return sheet_parse(&change->arena, change->text, change->length, diags, &change->root);
    if (change->root && change->root->kind != NODE_MAP)
        return diagnostic_error(diags, change->root->mark, "the settings must be a map, found %s",
                                node_kind_name(change->root));
    return true;
}

static bool find_old(const Change *change, const Entry **old, DiagnosticList *diags)
{
    *old = NULL;
    for (const Entry *entry = change->root ? change->root->entries : NULL; entry; entry = entry->next) {
        if (!sheet_is_key(entry, change->field->key))
            continue;
        if (*old) {
            diagnostic_error(diags, entry->key->mark, "the key '%s' stands twice in one map, first in line %lu",
                             change->field->key, (unsigned long)(*old)->key->mark.line);
            diagnostic_hint(diags, "take one of them out");
            return false;
        }
        *old = entry;
    }
    return true;
}

/* Whether the outcome says what it should and all else that was said before. */
static bool is_right(const Change *change, const char *outcome, size_t length)
{
    Arena arena = {0};
    DiagnosticList aside;
    diagnostic_init(&aside, NULL);
    const Node *root;
    bool is_good = sheet_parse(&arena, outcome, length, &aside, &root) && (!root || root->kind == NODE_MAP) &&
                   sheet_is_same(root ? node_find(root, change->field->key, NULL) : NULL, change->wanted) &&
                   sheet_is_same_but(change->root, root, change->field->key);
    diagnostic_release(&aside);
    arena_release(&arena);
    return is_good;
}

/* Ends the attempt: the text where it is right, else nothing. */
static bool keep_if_right(const Change *change, Text *outcome)
{
    bool is_good = is_right(change, text_show(outcome), outcome->length);
    if (!is_good)
        text_release(outcome);
    return is_good;
}

static bool replace_value(const Change *change, const Span *span, Text *outcome)
{
    const char *text = change->text;
    bool has_value = span->value_end > span->colon;
    text_add_span(outcome, text, span->colon);
    if (has_value)
        text_add_span(outcome, text + span->colon, span->value - span->colon);
    else
        text_add(outcome, " ");
    text_add(outcome, change->value);
    text_add_span(outcome, text + span->value_end, span->first_end - span->value_end);
    text_add(outcome, text_show(&span->comments));
    text_add_span(outcome, text + span->end, change->length - span->end);
    return keep_if_right(change, outcome);
}

/* The key and its value go. Comments that stood beside them stay as lines of their own, no deeper than the key was:
 * they might be taken for text of the key above. */
static bool take_out(const Change *change, const Span *span, Text *outcome)
{
    const char *text = change->text, *line_break = span_line_break(text, change->length);
    Text comments = {0};
    size_t comment = span->value_end;
    while (comment < span->first_end && text[comment] != '#')
        comment++;
    text_add_span(&comments, text + comment, span->first_end - comment);
    text_add(&comments, text_show(&span->comments));

    text_add_span(outcome, text, span->start);
    for (size_t at = 0, end; at < comments.length; at = end) {
        at += strspn(comments.bytes + at, "\r\n\t ");
        end = span_line_end(comments.bytes, comments.length, at);
        text_add_span(outcome, text + span->start, span->key - span->start);
        text_add_span(outcome, comments.bytes + at, end - at);
        text_add(outcome, end < comments.length ? line_break : "");
    }
    bool is_line_left = comments.length > 0;
    size_t end = span->end + (is_line_left ? 0 : span_break(text, change->length, span->end));
    text_add_span(outcome, text + end, change->length - end);
    text_release(&comments);
    return keep_if_right(change, outcome);
}

/* Where what comes at the end goes: before the line `...`, where there is one. */
static size_t find_end(const Change *change)
{
    size_t at = span_skip_mark(change->text, change->length);
    while (at < change->length) {
        size_t end = span_line_end(change->text, change->length, at);
        bool is_marker = end - at >= 3 && memcmp(change->text + at, "...", 3) == 0 &&
                         (end - at == 3 || change->text[at + 3] == ' ');
        if (is_marker)
            break;
        at = end + span_break(change->text, change->length, end);
    }
    return at;
}

/* Behind the line that tells of this key, which a key that was taken out has left; 0 where there is none. */
static size_t find_help(const Change *change)
{
    const char *help = change->field->help;
    size_t length = strlen(help);
    for (size_t at = 0, end; at < change->length; at = end + span_break(change->text, change->length, end)) {
        end = span_line_end(change->text, change->length, at);
        bool is_help = end - at >= length + 2 && memcmp(change->text + end - length, help, length) == 0 &&
                       memcmp(change->text + end - length - 2, "# ", 2) == 0;
        if (is_help)
            return end + span_break(change->text, change->length, end);
    }
    return 0;
}

static bool ends_with_break(const char *text, size_t length)
{
    return length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r');
}

/* Puts the key in at a place, with its comment where that does not stand there already. */
static bool put_in(const Change *change, size_t at, bool with_help, Text *outcome)
{
    const char *line_break = span_line_break(change->text, change->length);
    const Entry *first = change->root ? change->root->entries : NULL;
    size_t indent = first && first->key->mark.column > 0 ? first->key->mark.column - 1 : 0;
    text_add_span(outcome, change->text, at);
    bool is_first = at == span_skip_mark(change->text, change->length);
    bool starts_line = is_first || ends_with_break(change->text, at);
    if (!starts_line)
        text_add(outcome, line_break);
    if (with_help) {
        bool is_apart = is_first || (starts_line && ends_with_break(change->text, at - strlen(line_break)));
        if (!is_apart)
            text_add(outcome, line_break);
        text_add_repeated(outcome, ' ', indent);
        text_print(outcome, "# %s%s", change->field->help, line_break);
    }
    text_add_repeated(outcome, ' ', indent);
    text_print(outcome, "%s: %s%s", change->field->key, change->value, line_break);
    text_add_span(outcome, change->text + at, change->length - at);
    return keep_if_right(change, outcome);
}

static bool make_change(const Change *change, const Entry *old, Text *outcome)
{
    if (sheet_is_same(old ? old->value : NULL, change->wanted)) {
        text_add_span(outcome, change->text, change->length);
        return true;
    }
    Span span;
    if (old && span_find(&span, change->text, change->length, old->key->mark)) {
        bool is_done = (change->value ? replace_value : take_out)(change, &span, outcome);
        text_release(&span.comments);
        return is_done;
    }
    if (!change->value)
        return false;
    size_t help_end = find_help(change);
    return (help_end > 0 && put_in(change, help_end, false, outcome)) ||
           put_in(change, find_end(change), true, outcome);
}

char *change_make(const char *text, size_t length, const Field *field, const char *value, DiagnosticList *diags)
{
    Change change = {.text = text, .length = length, .field = field, .value = value};
    const Entry *old;
    Text outcome = {0};
    bool is_done = false;
    if (read_wanted(&change, diags) && read_text(&change, diags) && find_old(&change, &old, diags)) {
        is_done = make_change(&change, old, &outcome);
        if (!is_done) {
            diagnostic_error(diags, old ? old->key->mark : (Mark){0}, "%s cannot be changed without harm to the rest",
                             field->key);
            diagnostic_hint(diags, "change the file by hand, or give each key a line of its own");
        }
    }
    arena_release(&change.arena);
    return is_done ? text_detach(&outcome) : NULL;
}
