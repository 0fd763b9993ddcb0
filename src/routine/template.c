/* SPDX-License-Identifier: MIT */
#include "routine/template.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "routine/spelling.h"
#include "yaml/document.h"
#include "yaml/emit.h"

enum { ID_LENGTH = 64 };

static const char modeline[] = "yaml-language-server:", title_key[] = "title:", byte_order_mark[] = "\xEF\xBB\xBF";

static const char head[] = "# Your own routine. It already works; change what you like. Text after a # is a comment.\n"
                           "#   More moves:               knead list --moves\n"
                           "#   How others are written:   knead show standing-desk-feet --yaml\n"
                           "#   All that can be written:  man 5 knead-routine\n"
                           "knead: 1\n";

static const char before_moves[] = "summary: What it is good for, in a sentence or two.\n"
                                   "\n"
                                   "moves:\n"
                                   "  # Shared moves, by id. A key you write below one replaces its value.\n";

static const struct {
    const char *id, *own;
} shared[] = {
    {"dy-shoulder", ""},
    {"st-chest-open", "    hold: 40s               # also 2m or 1m30s; 30s-90s: Enter ends it early\n"},
};

static const char after_moves[] =
    "\n"
    "  - rest: 10s               # just breathe\n"
    "\n"
    "  # Your own move.\n"
    "  - name: Thumb over the palm\n"
    "    areas: hands            # body parts; several: [hands, forearms]\n"
    "    where: [chair, desk]    # leave out: anywhere\n"
    "    setup: Rest the hand of the working side in your lap, palm up. Put your other thumb on it.\n"
    "    sides: both             # the full time on each; also left, right, none\n"
    "    hold: 30s\n"
    "    pressure: 3-5           # 0 is none, 4 to 6 firm but you can breathe easily, 7 too much\n"
    "    cues:                   # shown and spoken during the hold, spread evenly\n"
    "      - Press in slow circles, from the wrist to the fingers.\n"
    "      - Stay where it is tight, and breathe out.\n"
    "    avoid: where it is sore, bruised or numb\n";

/* An editor takes what comes before the first blank for the place; as a URI a path has none. */
static void add_modeline(Text *into, const char *schema, const char *line_end)
{
    const char *fine = "/._-~+,@";
    bool is_plain = true;
    for (const char *at = schema; *at; at++)
        is_plain = is_plain && (isalnum((unsigned char)*at) || strchr(fine, *at));
    text_print(into, "# %s $schema=%s", modeline, is_plain ? "" : "file://");
    for (const char *at = schema; *at; at++) {
        if (isalnum((unsigned char)*at) || strchr(fine, *at))
            text_add_char(into, *at);
        else
            text_print(into, "%%%02X", (unsigned)(unsigned char)*at);
    }
    text_add(into, line_end);
}

static int32_t lines_of(const char *text, size_t length)
{
    int32_t lines = 0;
    for (size_t i = 0; i < length; i++)
        lines += text[i] == '\n';
    return lines;
}

char *template_new(const char *title, const char *schema, const Words *known, int32_t *line)
{
    Text text = {0};
    if (schema)
        add_modeline(&text, schema, "\n");
    text_add(&text, head);
    *line = lines_of(text.bytes, text.length) + 1;
    text_print(&text, "%s ", title_key);
    emit_scalar(&text, title, strlen(title), false);
    text_print(&text, "\n%s", before_moves);
    for (size_t i = 0; i < ARRAY_LEN(shared); i++)
        if (words_find(known, shared[i].id, strlen(shared[i].id)) >= 0)
            text_print(&text, "  - use: %s\n%s", shared[i].id, shared[i].own);
    text_add(&text, after_moves);
    return text_detach(&text);
}

char *template_title(const char *id)
{
    char *title = memory_copy_text(id);
    for (char *at = title; *at; at++)
        if (*at == '-')
            *at = ' ';
    title[0] = (char)toupper((unsigned char)title[0]);
    return title;
}

char *template_id(const char *title)
{
    Text ascii = {0};
    for (size_t at = 0, size, length = strlen(title); at < length; at += size) {
        const int32_t character = utf8_decode(title + at, length - at, &size);
        text_add(&ascii, character < 0 ? "?" : utf8_ascii(character));
    }
    const char *begin = text_show(&ascii);
    while (*begin && !isalpha((unsigned char)*begin))
        begin++;
    Arena arena = {0};
    const char *id = spelling_of_id(&arena, arena_print(&arena, "%.*s", ID_LENGTH, begin));
    char *copy = memory_copy_text(id);
    arena_release(&arena);
    text_release(&ascii);
    return copy;
}

/* The length of the line that begins here, its end included. */
static size_t line_length(const char *text, size_t length)
{
    const char *end = length > 0 ? memchr(text, '\n', length) : NULL;
    return end ? (size_t)(end - text) + 1 : length;
}

static bool is_modeline(const char *line, size_t length)
{
    size_t at = 1;
    if (length == 0 || line[0] != '#')
        return false;
    while (at < length && line[at] == ' ')
        at++;
    return length - at > strlen(modeline) && strncmp(line + at, modeline, strlen(modeline)) == 0;
}

/* Where the line of the title begins; `length` where there is none. */
static size_t find_title(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && strncmp(text + at, title_key, MIN_OF(strlen(title_key), length - at)) != 0)
        at += line_length(text + at, length - at);
    return length - at >= strlen(title_key) ? at : length;
}

int32_t template_title_line(const char *text, size_t length)
{
    const size_t title = find_title(text, length);
    return title < length ? lines_of(text, title) + 1 : 1;
}

char *template_copy(const char *text, size_t length, const char *schema, size_t *copied, int32_t *line)
{
    Text copy = {0};
    const size_t mark = strlen(byte_order_mark), first = line_length(text, length);
    size_t at = length >= mark && memcmp(text, byte_order_mark, mark) == 0 ? mark : 0;
    text_add_span(&copy, text, at);
    if (schema)
        add_modeline(&copy, schema, first > 1 && text[first - 2] == '\r' ? "\r\n" : "\n");
    for (size_t next; at < length; at += next) {
        next = line_length(text + at, length - at);
        if (!is_modeline(text + at, next))
            text_add_span(&copy, text + at, next);
    }
    *copied = copy.length;
    *line = template_title_line(text_show(&copy), copy.length);
    return text_detach(&copy);
}

/* The title of a routine's text; NULL where it has none that is text. */
static const Node *read_title(Arena *arena, const char *text)
{
    DiagnosticList ignored = {0};
    const Node *root = document_parse(arena, text, strlen(text), &ignored);
    const Node *title = root ? node_find(root, "title", NULL) : NULL;
    diagnostic_release(&ignored);
    return title && title->kind == NODE_SCALAR ? title : NULL;
}

/* The length of so many characters. */
static size_t bytes_of(const char *text, uint32_t characters)
{
    size_t bytes = 0;
    for (size_t size, left = strlen(text); characters > 0 && bytes < left; characters--, bytes += size)
        utf8_decode(text + bytes, left - bytes, &size);
    return bytes;
}

/* A title of more than one line is marked by its first character alone; what is read has the last word. */
char *template_retitle(const char *text, const char *title)
{
    Arena arena = {0};
    Text anew = {0};
    const Node *old = read_title(&arena, text);
    const char *at = text;
    for (uint32_t line = 1; old && line < old->mark.line; line++)
        at += strcspn(at, "\n") + 1;
    if (old) {
        at += bytes_of(at, old->mark.column - 1);
        text_add_span(&anew, text, (size_t)(at - text));
        emit_scalar(&anew, title, strlen(title), false);
        text_add(&anew, at + bytes_of(at, old->mark.length));
    }
    const Node *read = old ? read_title(&arena, text_show(&anew)) : NULL;
    if (!read || strcmp(read->text, title) != 0)
        text_release(&anew);
    arena_release(&arena);
    return anew.length > 0 ? text_detach(&anew) : NULL;
}
