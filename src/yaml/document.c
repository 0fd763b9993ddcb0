/* SPDX-License-Identifier: MIT */
#include "yaml/document.h"

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <yaml.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "yaml/tree.h"

/* What a person probably did where libyaml found no YAML: a look at the line, and the one above it. */

typedef struct WrongLine {
    const char *start, *first, *end; /* first: what is not a blank */
} WrongLine;

/* Past the line that begins at `at`. */
static const char *next_line(const char *at, const char *all)
{
    const char *newline = memchr(at, '\n', (size_t)(all - at));
    return newline ? newline + 1 : all;
}

static WrongLine line_from(const char *start, const char *all)
{
    const char *newline = start < all ? memchr(start, '\n', (size_t)(all - start)) : NULL;
    WrongLine line = {start, start, newline ? newline : all};
    while (line.first < line.end && *line.first == ' ')
        line.first++;
    return line;
}

static WrongLine line_at(const char *text, size_t length, size_t number)
{
    const char *at = text, *all = text + length;
    for (; number > 0 && at < all; number--)
        at = next_line(at, all);
    return line_from(at, all);
}

/* The last line before that one on which there is anything. */
static WrongLine line_above(const char *text, size_t length, const WrongLine *line)
{
    WrongLine above = {text, text, text};
    for (const char *at = line->start; at > text && above.first == above.end;) {
        for (at--; at > text && at[-1] != '\n';)
            at--;
        above = line_from(at, text + length);
    }
    return above;
}

/* The byte at libyaml's column, which counts characters. */
static const char *byte_at(const WrongLine *line, size_t column)
{
    const char *at = line->start;
    for (size_t size; column > 0 && at < line->end; column--, at += size)
        utf8_decode(at, (size_t)(line->end - at), &size);
    return at;
}

static const char *first_colon(const WrongLine *line)
{
    const char *colon = memchr(line->first, ':', (size_t)(line->end - line->first));
    return colon ? colon : line->end;
}

/* `hold:45s`, which is no key. */
static bool lacks_blank(const WrongLine *line)
{
    const char *colon = first_colon(line);
    return colon + 1 < line->end && colon > line->first && colon[1] != ' ' && colon[1] != '/' && colon[1] != '\r';
}

/* A second colon in a line is part of a text; before the first one, something is wrong with the line itself. */
static const char *mapping_hint(const WrongLine *line, const char *at, const WrongLine *above)
{
    if (at != first_colon(line))
        return "put text that contains ': ' in quotes, and start each key on a new line";
    if (lacks_blank(above))
        return "put a space after the colon on the line above";
    if (line->first - line->start > above->first - above->start)
        return "keys of one map must start in the same column: this line is indented more than the one above";
    return "the line above is not `key: value`; a comment starts with #";
}

static const char *dash_hint(const WrongLine *line, const char *at)
{
    if (at + 1 < line->end && *at == '-' && at[1] != ' ')
        return "put a space after the dash, as in `- use: calf-milker`";
    return at < line->end && *at == '-' ? "the dashes of one list must start in the same column"
                                        : "the keys of one map must start in the same column";
}

static const char *key_hint(const WrongLine *line, const char *at)
{
    if (at < line->end && *at == '-' && at == line->first)
        return "the dashes of one list must start in the same column";
    return at > line->first ? "put the whole text in quotes; write an apostrophe inside '...' twice"
                            : "the keys of one map must start in the same column";
}

static const char *token_hint(const WrongLine *line, const char *at)
{
    if (at < line->end && *at == '\t')
        return "indent with spaces, not tabs";
    if (at == line->start && at < line->end && *at == '`')
        return "remove this line: the file starts with `knead: 1`";
    return "put text that starts with this character in quotes";
}

/* What to write instead, for libyaml's words and its place, both from 0; NULL where there is no telling. */
static const char *slip_hint(const char *problem, const char *text, size_t length, size_t line, size_t column)
{
    static const struct {
        const char *problem, *hint;
    } hints[] = {
        {"could not find expected ':'",
         "write a colon and a space after the key; indent text that continues on the next line"},
        {"expected ',' or ']'", "close the list with ']'"},
        {"expected ',' or '}'", "close the map with '}'"},
        {"unexpected end of stream", "close the quote that starts here"},
        {"unknown escape character", "in double quotes, write a backslash twice"},
        {"tab character", "indent with spaces, not tabs"},
        {"alphabetic or numeric character", "put text that starts with & or * in quotes"},
    };
    const WrongLine here = line_at(text, length, line), above = line_above(text, length, &here);
    const char *at = byte_at(&here, column);
    if (strstr(problem, "mapping values are not allowed"))
        return mapping_hint(&here, at, &above);
    if (strstr(problem, "did not find expected '-'"))
        return dash_hint(&here, at);
    if (strstr(problem, "did not find expected key"))
        return key_hint(&here, at);
    if (strstr(problem, "cannot start any token"))
        return token_hint(&here, at);
    for (size_t i = 0; i < ARRAY_LEN(hints); i++)
        if (strstr(problem, hints[i].problem))
            return hints[i].hint;
    return NULL;
}

/* libyaml compares each %TAG line with all before it; no honest file has even one. */
enum { MOST_DIRECTIVES = 64 };

static Mark mark_between(yaml_mark_t start, yaml_mark_t end)
{
    size_t length = start.line == end.line && end.index > start.index ? end.index - start.index : 1;
    return (Mark){(uint32_t)start.line + 1, (uint32_t)start.column + 1, (uint32_t)length};
}

static Mark event_mark(const yaml_event_t *event)
{
    return mark_between(event->start_mark, event->end_mark);
}

static bool check_tag(DiagnosticList *diags, const yaml_event_t *event, const yaml_char_t *tag, const char *wanted)
{
    if (!tag || strcmp((const char *)tag, wanted) == 0)
        return true;
    diagnostic_error(diags, event_mark(event), "the tag '%.60s' has no meaning here", (const char *)tag);
    diagnostic_hint(diags, "remove the tag; you can put text in quotes");
    return false;
}

static bool take_scalar(Tree *tree, const yaml_event_t *event)
{
    const yaml_char_t *tag = event->data.scalar.tag;
    if (!check_tag(tree->diags, event, tag, YAML_STR_TAG))
        return false;
    size_t length = event->data.scalar.length;
    /* One piece for the node and its text: there are more of these than of all else together. */
    Node *node = arena_take(tree->arena, sizeof(*node) + length + 1);
    char *text = memcpy(node + 1, event->data.scalar.value, length);
    *node = (Node){
        .kind = NODE_SCALAR,
        .mark = event_mark(event),
        .is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && !tag,
        .text = text,
        .length = length,
    };
    return tree_scalar(tree, node, (const char *)event->data.scalar.anchor);
}

static bool take_start(Tree *tree, const yaml_event_t *event, NodeKind kind)
{
    bool is_list = kind == NODE_LIST;
    const yaml_char_t *tag = is_list ? event->data.sequence_start.tag : event->data.mapping_start.tag;
    const yaml_char_t *anchor = is_list ? event->data.sequence_start.anchor : event->data.mapping_start.anchor;
    return check_tag(tree->diags, event, tag, is_list ? YAML_SEQ_TAG : YAML_MAP_TAG) &&
           tree_open(tree, kind, event_mark(event), (const char *)anchor);
}

/* Only a bracket has a place where it ends: indented lists and maps end where the next thing begins. */
static bool take_end(Tree *tree, const yaml_event_t *event)
{
    bool is_bracket = event->end_mark.index > event->start_mark.index;
    return tree_close(tree, is_bracket ? event_mark(event) : (Mark){0});
}

static bool start_document(Tree *tree, const yaml_event_t *event)
{
    if (!tree->root)
        return true;
    diagnostic_error(tree->diags, event_mark(event), "a second document in one file");
    diagnostic_hint(tree->diags, "remove the line '---', or move what follows it to another file");
    return false;
}

static bool take_event(Tree *tree, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        return start_document(tree, event);
    case YAML_SCALAR_EVENT:
        return take_scalar(tree, event);
    case YAML_SEQUENCE_START_EVENT:
        return take_start(tree, event, NODE_LIST);
    case YAML_MAPPING_START_EVENT:
        return take_start(tree, event, NODE_MAP);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return take_end(tree, event);
    case YAML_ALIAS_EVENT:
        return tree_alias(tree, (const char *)event->data.alias.anchor, event_mark(event));
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
    return true;
}

/* Of what libyaml cannot even read it knows the byte alone. */
static void report_reader(const yaml_parser_t *parser, const char *text, size_t length, DiagnosticList *diags)
{
    diagnostic_error(diags, diagnostic_mark_at(text, length, parser->problem_offset), "%s: U+%04X", parser->problem,
                     (unsigned)parser->problem_value);
    diagnostic_hint(diags, "remove the character; your editor may not show it");
}

/* libyaml's own words, at the place that it means: the one that helps differs from error to error. */
static void report_syntax(const yaml_parser_t *parser, const char *text, size_t length, DiagnosticList *diags)
{
    const char *problem = parser->problem ? parser->problem : "not YAML";
    bool runs_to_the_end = parser->context && strcmp(problem, "found unexpected end of stream") == 0;
    bool lacks_colon = parser->context && strcmp(problem, "could not find expected ':'") == 0;
    yaml_mark_t place = runs_to_the_end || lacks_colon ? parser->context_mark : parser->problem_mark;
    diagnostic_error(diags, mark_between(place, place), "%s%s%s", problem, parser->context ? " " : "",
                     parser->context ? parser->context : "");

    const char *hint = slip_hint(problem, text, length, place.line, place.column);
    bool is_unclosed = parser->context && strstr(problem, "expected ',' or");
    if (is_unclosed && parser->context_mark.line < place.line)
        diagnostic_hint(diags, "%s; it starts on line %lu", hint, (unsigned long)parser->context_mark.line + 1);
    else if (hint)
        diagnostic_hint(diags, "%s", hint);
}

/* What must not reach libyaml. */
static bool check_text(const char *text, size_t length, DiagnosticList *diags)
{
    if (length > DOCUMENT_LIMIT)
        return diagnostic_error(diags, (Mark){0}, "larger than 1 MiB, the limit for a file");
    size_t valid = utf8_valid(text, length);
    if (valid < length) {
        diagnostic_error(diags, diagnostic_mark_at(text, length, valid), "not UTF-8: the byte 0x%02X",
                         (unsigned char)text[valid]);
        diagnostic_hint(diags, "save the file as UTF-8");
        return false;
    }
    size_t directives = 0;
    for (const char *at = text, *end = text + length; (at = memchr(at, '%', (size_t)(end - at))); at++) {
        bool starts_line = at == text || strchr("\n\r\x85\xA8\xA9", at[-1]);
        if (starts_line && ++directives > MOST_DIRECTIVES)
            return diagnostic_error(diags, diagnostic_mark_at(text, length, (size_t)(at - text)),
                                    "more than %d lines that start with '%%'", MOST_DIRECTIVES);
    }
    return true;
}

static bool read_events(Tree *tree, const char *text, size_t length)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return diagnostic_error(tree->diags, (Mark){0}, "out of memory");
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);

    bool is_good = true, is_done = false;
    while (is_good && !is_done) {
        yaml_event_t event;
        is_good = yaml_parser_parse(&parser, &event);
        if (!is_good) {
            bool is_reader = parser.error == YAML_READER_ERROR;
            (is_reader ? report_reader : report_syntax)(&parser, text, length, tree->diags);
            break;
        }
        /* After an error libyaml answers with no event for ever. */
        is_done = event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT;
        is_good = take_event(tree, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return is_good;
}

static bool is_nothing(const Node *root)
{
    return !root || (root->kind == NODE_SCALAR && root->is_plain && root->length == 0);
}

bool document_read(Arena *arena, const char *text, size_t length, DiagnosticList *diags, const Node **root)
{
    *root = NULL;
    if (!check_text(text, length, diags))
        return false;
    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        length -= 3;
    }
    Tree tree;
    tree_init(&tree, arena, diags);
    const bool is_good = read_events(&tree, text, length);
    tree_release(&tree);
    if (!is_good)
        return false;
    *root = is_nothing(tree.root) ? NULL : tree.root;
    return true;
}

const Node *document_parse(Arena *arena, const char *text, size_t length, DiagnosticList *diags)
{
    const Node *root;
    if (document_read(arena, text, length, diags, &root) && !root) {
        diagnostic_error(diags, (Mark){1, 1, 1}, "the file is empty");
        diagnostic_hint(diags, "start with the line 'knead: 1'");
    }
    return root;
}

bool document_load(const char *path, DiagnosticList *diags, char **source, size_t *length, FileStamp *stamp)
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
