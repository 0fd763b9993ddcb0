/* SPDX-License-Identifier: MIT */
#include "settings/tools_at_hand.h"

#include <string.h>

#include "base/text.h"
#include "routine/filter.h"

const char tools_at_hand_none[] = "none";

static bool is_none(const Node *value)
{
    return value->kind == NODE_SCALAR && strcmp(value->text, tools_at_hand_none) == 0;
}

bool tools_at_hand_read(Walk *walk, const Field *field, const Node *value, void *at)
{
    size_t count;
    bool is_good = true;
    Entry alone;
    const Entry *entry = schema_entries(value, &alone, &count);
    const char **names = arena_take_array(walk->arena, count, sizeof(*names));
    Mark *marks = arena_take_array(walk->arena, count, sizeof(*marks));
    ToolsAtHand tools = {.names = {names, 0}, .marks = marks, .is_said = count > 0};
    for (; entry; entry = entry->next) {
        if (is_none(entry->value) && count == 1)
            continue;
        if (is_none(entry->value)) {
            is_good = diagnostic_error(walk->diags, entry->value->mark, "'none' is not a tool: it means no tools");
            diagnostic_hint(walk->diags, "write only `%s: none`, or remove it here", field->key);
        } else if (schema_id(walk, field, entry->value, &names[tools.names.count])) {
            marks[tools.names.count++] = entry->value->mark;
        } else {
            is_good = false;
        }
    }
    if (!is_good && tools.names.count == 0) /* nothing is known of what was meant */
        tools.is_said = false;
    *(ToolsAtHand *)at = tools;
    return is_good;
}

bool tools_at_hand_has(const ToolsAtHand *tools, const char *name)
{
    for (size_t i = 0; i < tools->names.count && name; i++) {
        if (strcmp(tools->names.items[i], name) == 0)
            return true;
    }
    return !name && tools->is_said && tools->names.count == 0;
}

void tools_at_hand_warn(const ToolsAtHand *tools, const Words *known, DiagnosticList *diags)
{
    for (size_t i = 0; i < tools->names.count; i++) {
        const char *name = tools->names.items[i];
        if (words_find(known, name, strlen(name)) >= 0)
            continue;
        diagnostic_warning(diags, tools->marks ? tools->marks[i] : (Mark){0}, "no move uses the tool '%s'", name);
        const char *nearest = words_nearest(known, name);
        if (nearest)
            diagnostic_hint(diags, "did you mean '%s'?", nearest);
        else
            diagnostic_hint(diags, "`knead list --moves` shows the tools of each move");
    }
}

char *tools_at_hand_written(const ToolsAtHand *tools)
{
    Text text = {0};
    text_add_char(&text, '[');
    for (size_t i = 0; i < tools->names.count; i++)
        text_print(&text, "%s%s", i ? ", " : "", tools->names.items[i]);
    if (tools->is_said && tools->names.count == 0)
        text_add(&text, tools_at_hand_none);
    text_add_char(&text, ']');
    return text_detach(&text);
}
