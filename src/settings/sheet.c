/* SPDX-License-Identifier: MIT */
#include "settings/sheet.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "yaml/document.h"

/* What a line without any value can be. */
typedef enum SheetLine { LINE_EMPTY, LINE_DIRECTIVE, LINE_START, LINE_END, LINE_ELSE } SheetLine;

/* Whether libyaml takes the character and sees no line break in it: if not, the text is not called empty. */
static bool is_plain_character(int32_t c)
{
    bool is_control = c < 0x20 ? c != '\t' : c >= 0x7F && c < 0xA0;
    return !is_control && c != 0x2028 && c != 0x2029 && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
}

static SheetLine line_kind(const char *line, size_t length)
{
    if (length > 0 && line[0] == '%')
        return LINE_DIRECTIVE;
    SheetLine kind = LINE_EMPTY;
    if (length >= 3 && memcmp(line, "---", 3) == 0)
        kind = LINE_START;
    else if (length >= 3 && memcmp(line, "...", 3) == 0)
        kind = LINE_END;
    size_t at = kind == LINE_EMPTY ? 0 : 3;
    if (kind != LINE_EMPTY && length > 3 && line[3] != ' ')
        return LINE_ELSE;
    while (at < length && line[at] == ' ')
        at++;
    return at == length || line[at] == '#' ? kind : LINE_ELSE;
}

/* Whether there is no value in the text: document_parse takes that for a mistake. What is broken in any way is not
 * nothing, so that document_parse tells of it. */
static bool is_nothing(const char *text, size_t length)
{
    bool has_directive = false, has_start = false, has_end = false;
    size_t start = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    for (size_t at = start, size; at <= length; at += size) {
        bool is_break = at == length || text[at] == '\n' || text[at] == '\r';
        size = 1;
        if (!is_break) {
            if (!is_plain_character(utf8_decode(text + at, length - at, &size)))
                return false;
            continue;
        }
        SheetLine line = line_kind(text + start, at - start);
        if (line == LINE_ELSE || (line == LINE_START && (has_start || has_end)) ||
            (line == LINE_DIRECTIVE && (has_start || has_end)))
            return false;
        has_directive |= line == LINE_DIRECTIVE;
        has_start |= line == LINE_START;
        has_end |= line == LINE_END;
        start = at + 1;
    }
    return has_start || !has_directive;
}

bool sheet_parse(Arena *arena, const char *text, size_t length, DiagnosticList *diags, const Node **root)
{
    *root = NULL;
    if (length <= DOCUMENT_LIMIT && is_nothing(text, length))
        return true;
    *root = document_parse(arena, text, length, diags);
    return *root != NULL;
}

bool sheet_is_key(const Entry *entry, const char *key)
{
    return entry->key->length == strlen(key) && memcmp(entry->key->text, key, entry->key->length) == 0;
}

static bool is_same_text(const Node *a, const Node *b)
{
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

bool sheet_is_same(const Node *a, const Node *b)
{
    if (!a || !b)
        return a == b;
    if (a->kind != b->kind)
        return false;
    if (a->kind == NODE_SCALAR)
        return is_same_text(a, b);
    const Entry *of_a = a->entries, *of_b = b->entries;
    for (; of_a && of_b; of_a = of_a->next, of_b = of_b->next)
        if ((of_a->key && !is_same_text(of_a->key, of_b->key)) || !sheet_is_same(of_a->value, of_b->value))
            return false;
    return !of_a && !of_b;
}

static const Entry *next_other(const Entry *entry, const char *key)
{
    while (entry && sheet_is_key(entry, key))
        entry = entry->next;
    return entry;
}

bool sheet_is_same_but(const Node *a, const Node *b, const char *key)
{
    const Entry *of_a = next_other(a ? a->entries : NULL, key), *of_b = next_other(b ? b->entries : NULL, key);
    while (of_a && of_b && is_same_text(of_a->key, of_b->key) && sheet_is_same(of_a->value, of_b->value)) {
        of_a = next_other(of_a->next, key);
        of_b = next_other(of_b->next, key);
    }
    return !of_a && !of_b;
}
