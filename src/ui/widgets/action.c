/* SPDX-License-Identifier: MIT */
#include "ui/widgets/action.h"

#include <stddef.h>

#include "base/macros.h"

/* clang-format off */
#define ACTION_ROW(name, map, keys, label, help, rank, ...) \
    [ACTION_##name] = {ACTION_##name, MAP_##map, keys, label, help, rank, {__VA_ARGS__}},

const ActionRow action_rows[ACTION_COUNT] = {ACTIONS(ACTION_ROW)};
/* clang-format on */

static const KeyMap besides[MAP_COUNT] = {
    [MAP_HOME] = MAP_WRITING, [MAP_LIST] = MAP_WRITING, [MAP_ROUTINE] = MAP_WRITING,
    [MAP_HISTORY] = MAP_PAST, [MAP_RECORD] = MAP_PAST,
};

KeyMap action_beside(KeyMap map)
{
    return besides[map];
}

static bool row_has_key(const ActionRow *row, int32_t key)
{
    if (row->codes[0] == '0' && key >= '0' && key <= '9')
        return true;
    for (size_t i = 0; i < ARRAY_LEN(row->codes) && row->codes[i]; i++) {
        if (row->codes[i] == key)
            return true;
    }
    return false;
}

static Action find_in_map(KeyMap map, int32_t key)
{
    for (int i = 1; i < ACTION_COUNT; i++) {
        if (action_rows[i].map == map && row_has_key(&action_rows[i], key))
            return (Action)i;
    }
    return ACTION_NONE;
}

Action action_for_key(KeyMap map, int32_t key)
{
    Action found = find_in_map(map, key);
    if (found == ACTION_NONE && action_beside(map) != MAP_GENERAL)
        found = find_in_map(action_beside(map), key);
    return found != ACTION_NONE || map == MAP_GENERAL ? found : find_in_map(MAP_GENERAL, key);
}
