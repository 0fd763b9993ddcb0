/* SPDX-License-Identifier: MIT */
#include "settings/key_settings.h"

#include <string.h>

#include "base/macros.h"
#include "ui/widgets/action.h"

enum { CONFLICTS_MOST = 32 };

/* The keys that are read, and where each stands in the file. */
typedef struct KeyReading {
    Walk *walk;
    KeyBindings keys;
    Mark marks[ACTION_COUNT][KEYS_MOST];
} KeyReading;

static bool report_action(Walk *walk, const Node *name)
{
    const char *names[ACTION_COUNT];
    for (int i = 1; i < ACTION_COUNT; i++)
        names[i - 1] = action_rows[i].name;
    const char *nearest = words_nearest(&(Words){names, ACTION_COUNT - 1}, name->text);
    diagnostic_error(walk->diags, name->mark, "unknown action %s in keys", schema_found(walk, name));
    if (nearest)
        diagnostic_hint(walk->diags, "did you mean '%s'?", nearest);
    else
        diagnostic_hint(walk->diags, "`knead help keys` lists all actions");
    return false;
}

static bool report_key(Walk *walk, const char *action, const Node *value)
{
    const bool is_text = value->kind == NODE_SCALAR && value->length > 0;
    diagnostic_error(walk->diags, value->mark, "%s needs the name of a key, found %s", action,
                     schema_found(walk, value));
    const char *nearest = is_text ? words_nearest(&key_names, value->text) : NULL;
    if (nearest)
        diagnostic_hint(walk->diags, "did you mean '%s'?", nearest);
    else if (value->kind == NODE_SCALAR && !is_text)
        diagnostic_hint(walk->diags, "signs such as ! and # need quotes: `%s: \"!\"`", action);
    else
        diagnostic_hint(walk->diags, "write one character, or a name such as enter, space, left or page-down");
    return false;
}

/* Writes the code of one key. */
static bool read_key(Walk *walk, const char *action, const Node *value, int32_t *code)
{
    const int32_t key = value->kind == NODE_SCALAR ? action_key_named(value->text, value->length) : KEY_NONE;
    if (value->kind == NODE_SCALAR && strcmp(value->text, "ctrl-c") == 0)
        return diagnostic_error(walk->diags, value->mark, "ctrl-c always quits, so it cannot be a key of %s", action);
    if (key == KEY_NONE)
        return report_key(walk, action, value);
    if (key >= '0' && key <= '9')
        return diagnostic_error(walk->diags, value->mark, "digits are numbers, so %s cannot be a key of %s",
                                schema_found(walk, value), action);
    *code = key;
    return true;
}

/* The keys of an action: one, or a list. A wrong one leaves it the usual ones. */
static bool read_keys(KeyReading *reading, Action action, const Node *value)
{
    Walk *walk = reading->walk;
    const char *name = action_rows[action].name;
    int32_t codes[KEYS_MOST + 1] = {0};
    size_t count, known = 0;
    Entry alone;
    bool is_good = true;
    const Entry *entry = schema_entries(value, &alone, &count);
    if (count == 0)
        return diagnostic_error(walk->diags, value->mark, "%s needs a key, found an empty list", name);
    if (count > KEYS_MOST)
        return diagnostic_error(walk->diags, value->mark, "%s can have at most %d keys, found %zu", name, KEYS_MOST,
                                count);
    for (; entry; entry = entry->next, known++) {
        reading->marks[action][known] = entry->value->mark;
        is_good = read_key(walk, name, entry->value, &codes[known]) && is_good;
    }
    if (is_good)
        memcpy(reading->keys.codes[action], codes, sizeof codes);
    return is_good;
}

static Mark mark_of(const KeyReading *reading, Action action, int32_t key)
{
    size_t at = 0;
    while (at + 1 < KEYS_MOST && reading->keys.codes[action][at] != key)
        at++;
    return reading->marks[action][at];
}

static bool is_later(Mark one, Mark other)
{
    return one.line > other.line || (one.line == other.line && one.column > other.column);
}

/* Of two actions that were both given the key, the one that comes later in the file is to blame. */
static KeyConflict blame(const KeyReading *reading, KeyConflict conflict)
{
    const bool is_other_chosen = reading->keys.codes[conflict.other][0] != 0;
    if (is_other_chosen &&
        is_later(mark_of(reading, conflict.other, conflict.key), mark_of(reading, conflict.chosen, conflict.key)))
        return (KeyConflict){conflict.map, conflict.other, conflict.chosen, conflict.key};
    return conflict;
}

static void report_conflict(const KeyReading *reading, KeyConflict conflict)
{
    const char *chosen = action_rows[conflict.chosen].name, *other = action_rows[conflict.other].name;
    DiagnosticList *diags = reading->walk->diags;
    Text key = {0};
    action_add_key_name(&key, conflict.key);
    diagnostic_error(diags, mark_of(reading, conflict.chosen, conflict.key),
                     "'%s' cannot be a key of %s: it is %s (%s)", text_show(&key), chosen, other,
                     action_map_name(conflict.map));
    diagnostic_hint(diags, "choose another key for %s, or give %s other keys too", chosen, other);
    text_release(&key);
}

/* What is in conflict keeps its usual keys, and so does what is in conflict with those. */
static bool take_conflicts_out(KeyReading *reading)
{
    KeyConflict conflicts[CONFLICTS_MOST];
    bool is_first = true;
    for (size_t count; (count = key_bindings_conflicts(&reading->keys, conflicts, CONFLICTS_MOST)) > 0;
         is_first = false) {
        for (size_t i = 0; i < MIN_OF(count, (size_t)CONFLICTS_MOST); i++) {
            conflicts[i] = blame(reading, conflicts[i]);
            if (is_first)
                report_conflict(reading, conflicts[i]);
        }
        for (size_t i = 0; i < MIN_OF(count, (size_t)CONFLICTS_MOST); i++)
            memset(reading->keys.codes[conflicts[i].chosen], 0, sizeof reading->keys.codes[0]);
    }
    return is_first;
}

bool key_settings_read(Walk *walk, const Field *field, const Node *value, void *at)
{
    KeyReading reading = {.walk = walk};
    bool is_good = true;
    if (value->kind != NODE_MAP) {
        schema_wrong(walk, field, value, "a map from actions to keys");
        diagnostic_hint(walk->diags, "write `%s: {pause: p}`; `knead help keys` lists all actions", field->key);
        return false;
    }
    for (const Entry *entry = value->entries; entry; entry = entry->next) {
        const Action action = action_named(entry->key->text, strlen(entry->key->text));
        if (action == ACTION_NONE)
            is_good = report_action(walk, entry->key);
        else if (action_is_fixed(action))
            is_good = diagnostic_error(walk->diags, entry->key->mark, "the keys of %s cannot be changed",
                                       action_rows[action].name);
        else
            is_good = read_keys(&reading, action, entry->value) && is_good;
    }
    is_good = take_conflicts_out(&reading) && is_good;
    *(KeyBindings *)at = reading.keys;
    return is_good;
}
