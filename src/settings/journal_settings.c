/* SPDX-License-Identifier: MIT */
#include "settings/journal_settings.h"

#include <string.h>

#include "base/utf8.h"

enum { PATHS_MOST = 32, PATH_BYTES_MOST = 1000 };

static const char off[] = "off";

static bool begins_well(const char *text)
{
    return text[0] == '/' || text[0] == '$' || strcmp(text, "~") == 0 || strncmp(text, "~/", 2) == 0;
}

/* To the byte: a file may have spaces in its name. */
static bool read_path(Walk *walk, const Field *field, const Node *value, const char **path)
{
    if (value->kind != NODE_SCALAR || value->length == 0)
        return schema_wrong(walk, field, value, "a path");
    if (value->length > PATH_BYTES_MOST)
        return diagnostic_error(walk->diags, value->mark, "a path must be at most %d bytes long, found %zu",
                                PATH_BYTES_MOST, value->length);
    const int32_t harmful = utf8_find_harmful(value->text, value->length);
    if (harmful >= 0)
        return diagnostic_error(walk->diags, value->mark, "%s must not contain the character U+%04X", field->key,
                                (unsigned)harmful);
    if (!begins_well(value->text)) {
        schema_wrong(walk, field, value, "a path that begins with /, ~/ or $");
        diagnostic_hint(walk->diags, "write where the file is, such as ~/Sync/knead/laptop.jsonl");
        return false;
    }
    *path = arena_copy_span(walk->arena, value->text, value->length);
    return true;
}

bool journal_settings_read(Walk *walk, const Field *field, const Node *value, void *at)
{
    const char **path = at;
    if (value->kind == NODE_SCALAR && strcmp(value->text, off) == 0)
        return true;
    return read_path(walk, field, value, path);
}

bool journal_settings_read_list(Walk *walk, const Field *field, const Node *value, void *at)
{
    size_t count;
    Entry alone;
    bool is_good = true;
    const Entry *entry = schema_entries(value, &alone, &count);
    if (count > PATHS_MOST)
        return diagnostic_error(walk->diags, value->mark, "%s must have at most %d paths, found %zu", field->key,
                                PATHS_MOST, count);
    TextList paths = {.items = arena_take_array(walk->arena, count, sizeof *paths.items)};
    for (; entry; entry = entry->next) {
        if (read_path(walk, field, entry->value, &paths.items[paths.count]))
            paths.count++;
        else
            is_good = false;
    }
    *(TextList *)at = paths;
    return is_good;
}
