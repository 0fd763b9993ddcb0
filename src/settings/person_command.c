/* SPDX-License-Identifier: MIT */
#include "settings/person_command.h"

#include "base/macros.h"
#include "base/utf8.h"

enum { MOST_ARGUMENTS = 32, LONGEST_ARGUMENT = 1000 }; /* in bytes */

static const char *const hooks[] = {[HOOK_START] = "start", [HOOK_SWITCH] = "switch", [HOOK_END] = "end"};
_Static_assert(ARRAY_LEN(hooks) == HOOK_COUNT, "a word for each Hook");
const Words hook_words = {hooks, HOOK_COUNT};

/* Texts are kept to the byte: a command knows what its spaces are for. */
static bool read_argument(Walk *walk, const Field *field, const Node *value, const char **at)
{
    if (value->kind != NODE_SCALAR || (value->is_plain && value->length == 0)) {
        schema_wrong(walk, field, value, "a list of text");
        diagnostic_hint(walk->diags, "write one text for each argument; \"\" is empty text");
        return false;
    }
    if (value->length > LONGEST_ARGUMENT)
        return diagnostic_error(walk->diags, value->mark, "each item of %s must be at most %d bytes long, found %zu",
                                field->key, LONGEST_ARGUMENT, value->length);
    const int32_t harmful = utf8_find_harmful(value->text, value->length);
    if (harmful >= 0)
        return diagnostic_error(walk->diags, value->mark, "%s must not contain the character U+%04X", field->key,
                                (unsigned)harmful);
    *at = arena_copy_span(walk->arena, value->text, value->length);
    return true;
}

/* The first text names the program: it is there, is not empty, and is no word that was meant to stand alone. */
static bool check_command(Walk *walk, const Field *field, const Node *value, const char *ways)
{
    const Node *first = value->count > 0 ? value->entries->value : NULL;
    const bool is_text = first && first->kind == NODE_SCALAR;
    if (!first || (is_text && first->length == 0)) {
        diagnostic_error(walk->diags, first ? first->mark : value->mark, "%s must begin with a command, found %s",
                         field->key, first ? schema_found(walk, first) : "an empty list");
        diagnostic_hint(walk->diags, "%s", ways);
        return false;
    }
    if (value->count > MOST_ARGUMENTS)
        return diagnostic_error(walk->diags, value->mark, "%s must have at most %d items in its list, found %zu",
                                field->key, MOST_ARGUMENTS, value->count);
    if (value->count == 1 && is_text && field->words && words_find(field->words, first->text, first->length) >= 0) {
        diagnostic_error(walk->diags, first->mark, "%s is not a command", schema_found(walk, first));
        diagnostic_hint(walk->diags, "write `%s: %s`", field->key, first->text);
        return false;
    }
    return true;
}

bool person_command_read(Walk *walk, const Field *field, const Node *value, const char *ways, TextList *command)
{
    if (!check_command(walk, field, value, ways))
        return false;
    TextList read = {.items = arena_take_array(walk->arena, value->count, sizeof *read.items)};
    bool is_good = true;
    for (const Entry *entry = value->entries; entry; entry = entry->next)
        is_good = read_argument(walk, field, entry->value, &read.items[read.count++]) && is_good;
    if (is_good)
        *command = read;
    return is_good;
}

static bool read_hook(Walk *walk, const Field *field, const Node *value, void *at)
{
    static const char ways[] = "write a command in a list, such as [playerctl, pause]";
    if (value->kind == NODE_LIST)
        return person_command_read(walk, field, value, ways, at);
    schema_wrong(walk, field, value, "a list of text");
    diagnostic_hint(walk->diags, "%s", ways);
    return false;
}

#define AT(hook) .at = (hook) * sizeof(TextList)
static const Field hook_fields[] = {
    {"start", read_hook, AT(HOOK_START), .help = "When a session begins, or is resumed after you stopped it."},
    {"switch", read_hook, AT(HOOK_SWITCH), .help = "When it is time to change sides."},
    {"end", read_hook, AT(HOOK_END), .help = "When a session is finished, or you stop it."},
};
#undef AT

const FieldTable hooks_table = {"hooks", hook_fields, ARRAY_LEN(hook_fields), SIZE_MAX};

bool person_command_read_hooks(Walk *walk, const Field *field, const Node *value, void *at)
{
    if (value->kind == NODE_MAP)
        return schema_read(walk, &hooks_table, value, at);
    schema_wrong(walk, field, value, "a map");
    diagnostic_hint(walk->diags, "write a command for start, switch or end, as in {start: [playerctl, pause]}");
    return false;
}
