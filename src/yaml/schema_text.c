/* SPDX-License-Identifier: MIT */
#include "yaml/schema.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

enum { LONGEST_TEXT = 4000, LONGEST_LINE = 80 };

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

/* A control character or one that turns the direction of text: -1 where there is none. Others that the screen will not
 * be sent are harmless in a file, such as the one that asks for a coloured heart. */
static int32_t find_refused(const char *text, size_t length)
{
    for (size_t at = 0, size; at < length; at += size) {
        int32_t c = utf8_decode(text + at, length - at, &size);
        if (utf8_is_harmful(c))
            return c;
    }
    return -1;
}

static bool no_text(Walk *walk, const Field *field, const Node *value)
{
    schema_wrong(walk, field, value, "text");
    if (value->kind == NODE_SCALAR)
        diagnostic_hint(walk->diags, "write it behind the colon%s; a comment begins with #",
                        field->required ? "" : ", or leave the key out");
    else
        diagnostic_hint(walk->diags, value->kind == NODE_MAP
                                         ? "put a text that has a colon in quotes: \"Sit: lean back\""
                                         : "write one text; one that begins with - or [ goes in quotes");
    return false;
}

static bool empty_text(Walk *walk, const Field *field, const Node *value)
{
    diagnostic_error(walk->diags, value->mark, "%s must not be empty", field->key);
    diagnostic_hint(walk->diags, "write some text, or take it out");
    return false;
}

static bool read_text(Walk *walk, const Field *field, const Node *value, int32_t most, bool one_line, const char **at)
{
    if (value->kind != NODE_SCALAR || (value->is_plain && value->length == 0))
        return no_text(walk, field, value);
    const char *text = value->text;
    size_t length = value->length;
    for (; length > 0 && is_blank(text[length - 1]); length--)
        ;
    for (; length > 0 && is_blank(*text); length--)
        text++;
    if (length == 0)
        return empty_text(walk, field, value);
    if (length > (size_t)most) {
        diagnostic_error(walk->diags, value->mark, "%s must be at most %d bytes long, found %lu", field->key, (int)most,
                         (unsigned long)length);
        diagnostic_hint(walk->diags, "say it in fewer words");
        return false;
    }
    const bool is_plain = utf8_plain(text, length) == length;
    const int32_t refused = is_plain ? -1 : find_refused(text, length);
    if (refused >= 0) {
        diagnostic_error(walk->diags, value->mark, "%s must not hold the character U+%04X", field->key,
                         (unsigned)refused);
        diagnostic_hint(walk->diags, "take it out; it cannot be seen, or changes how the rest is seen");
        return false;
    }
    if (one_line && memchr(text, '\n', length)) {
        diagnostic_error(walk->diags, value->mark, "%s must be on one line", field->key);
        diagnostic_hint(walk->diags, "write it behind the colon, without > or |");
        return false;
    }
    if (is_plain) {
        *at = arena_copy_span(walk->arena, text, length);
        return true;
    }
    Text cleaned = {0};
    utf8_clean(&cleaned, text, length);
    *at = arena_copy_span(walk->arena, text_show(&cleaned), cleaned.length);
    text_release(&cleaned);
    return **at || empty_text(walk, field, value);
}

bool schema_text(Walk *walk, const Field *field, const Node *value, void *at)
{
    return read_text(walk, field, value, field->max ? field->max : LONGEST_TEXT, false, at);
}

bool schema_line(Walk *walk, const Field *field, const Node *value, void *at)
{
    return read_text(walk, field, value, LONGEST_LINE, true, at);
}
