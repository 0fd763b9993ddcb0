/* SPDX-License-Identifier: MIT */
#include "ui/widgets/action.h"

#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"

/* clang-format off */
#define ACTION_ROW(name, word, map, keys, label, help, rank, ...) \
    [ACTION_##name] = {ACTION_##name, word, MAP_##map, keys, label, help, rank, {__VA_ARGS__}},

const ActionRow action_rows[ACTION_COUNT] = {ACTIONS(ACTION_ROW)};
/* clang-format on */

/* A map beside another, and the general actions that do nothing on its screens. */
#define PAGES (ACTION_BIT(ACTION_PAGE_UP) | ACTION_BIT(ACTION_PAGE_DOWN))
#define MOVING                                                                                                         \
    (ACTION_BIT(ACTION_UP) | ACTION_BIT(ACTION_DOWN) | PAGES | ACTION_BIT(ACTION_FIRST) | ACTION_BIT(ACTION_LAST))

static const struct {
    const char *name;
    KeyMap beside;
    ActionSet idle;
} maps[MAP_COUNT] = {
    [MAP_GENERAL] = {.name = "everywhere"},
    [MAP_HOME] = {"the body", MAP_WRITING, 0},
    [MAP_LIST] = {"the lists", MAP_WRITING, 0},
    [MAP_ROUTINE] = {"before the start", MAP_WRITING, ACTION_BIT(ACTION_OPEN)},
    [MAP_PLAYER] = {"during a session", .idle = MOVING | ACTION_BIT(ACTION_OPEN)},
    [MAP_OFFER] = {"unfinished session", .idle = PAGES | ACTION_BIT(ACTION_OPEN)},
    [MAP_ANOTHER] = {"starting another session", .idle = PAGES | ACTION_BIT(ACTION_OPEN)},
    [MAP_VOICE] = {"spoken instructions, before the first session", .idle = PAGES | ACTION_BIT(ACTION_OPEN)},
    [MAP_AFTER] = {"afterwards", .idle = ACTION_BIT(ACTION_OPEN)},
    [MAP_READING] = {"reading", .idle = ACTION_BIT(ACTION_OPEN)},
    [MAP_SETTINGS] = {.name = "settings"},
    [MAP_SWAP] = {.name = "another move"},
    [MAP_HEALTH] = {"questions about your health", .idle = PAGES | ACTION_BIT(ACTION_OPEN)},
    [MAP_ADVICE] = {.name = "before the first session"},
    [MAP_QUESTION] = {.name = "a question before the start"},
    [MAP_WRITING] = {.name = "your own routines"},
    [MAP_NAME] = {.name = "the title of a new routine"},
    [MAP_REPAIR] = {.name = "a file with problems"},
    [MAP_HISTORY] = {"the history", MAP_PAST, 0},
    [MAP_RECORD] = {"a past session", MAP_PAST, ACTION_BIT(ACTION_OPEN)},
    [MAP_PAST] = {.name = "your records"},
    [MAP_ENTRY] = {.name = "a number or a note"},
};

const char *action_map_name(KeyMap map)
{
    return maps[map].name;
}

KeyMap action_beside(KeyMap map)
{
    return maps[map].beside;
}

bool action_is_idle(KeyMap map, Action action)
{
    return action_rows[action].map == MAP_GENERAL && maps[map].idle & ACTION_BIT(action);
}

static bool takes_digits(const ActionRow *row)
{
    return row->codes[0] == '0';
}

bool action_is_fixed(Action action)
{
    const ActionRow *row = &action_rows[action];
    return takes_digits(row) || row->map == MAP_NAME || row->map == MAP_ENTRY;
}

const int32_t *key_bindings_codes(const KeyBindings *keys, Action action)
{
    return keys && keys->codes[action][0] ? keys->codes[action] : action_rows[action].codes;
}

bool key_bindings_has(const KeyBindings *keys, Action action, int32_t key)
{
    const int32_t *codes = key_bindings_codes(keys, action);
    if (takes_digits(&action_rows[action]) && key >= '0' && key <= '9')
        return true;
    if (key == KEY_INTERRUPT)
        codes = action_rows[action].codes;
    while (*codes && *codes != key)
        codes++;
    return *codes != 0;
}

static Action find_in_map(const KeyBindings *keys, KeyMap map, int32_t key)
{
    for (int i = 1; i < ACTION_COUNT; i++) {
        if (action_rows[i].map == map && key_bindings_has(keys, (Action)i, key))
            return (Action)i;
    }
    return ACTION_NONE;
}

static Action find_on_screen(const KeyBindings *keys, KeyMap map, int32_t key)
{
    const Action found = find_in_map(keys, map, key);
    if (found != ACTION_NONE || action_beside(map) == MAP_GENERAL)
        return found;
    return find_in_map(keys, action_beside(map), key);
}

/* Whether a screen's own actions stand in the place of a general one, with all its usual keys: `stop` of `back` during
 * a session. Then it is not there, whatever keys it has. */
static bool is_replaced(KeyMap map, Action action)
{
    const int32_t *code = action_rows[action].codes;
    while (*code && find_on_screen(NULL, map, *code) != ACTION_NONE)
        code++;
    return map != MAP_GENERAL && *code == 0;
}

Action key_bindings_action(const KeyBindings *keys, KeyMap map, int32_t key)
{
    const Action own = find_on_screen(keys, map, key);
    if (own != ACTION_NONE || map == MAP_GENERAL)
        return own;
    const Action general = find_in_map(keys, MAP_GENERAL, key);
    return general != ACTION_NONE && !is_replaced(map, general) ? general : ACTION_NONE;
}

static const char *const names[] = {"enter", "space", "tab", "shift-tab", "esc",       "up",     "down",      "left",
                                    "right", "home",  "end", "page-up",   "page-down", "delete", "backspace", "ctrl-l"};
const int32_t key_name_codes[] = {KEY_ENTER_KEY,     ' ',
                                  KEY_TAB_KEY,       KEY_BACK_TAB,
                                  KEY_ESCAPE_KEY,    KEY_UP_ARROW,
                                  KEY_DOWN_ARROW,    KEY_LEFT_ARROW,
                                  KEY_RIGHT_ARROW,   KEY_HOME_KEY,
                                  KEY_END_KEY,       KEY_PAGE_UP,
                                  KEY_PAGE_DOWN,     KEY_DELETE_KEY,
                                  KEY_BACKSPACE_KEY, KEY_REDRAW};
const Words key_names = {names, ARRAY_LEN(names)};
_Static_assert(ARRAY_LEN(key_name_codes) == ARRAY_LEN(names), "a code for each name");

int32_t action_key_named(const char *name, size_t length)
{
    const int word = words_find(&key_names, name, length);
    if (word >= 0)
        return key_name_codes[word];
    size_t size = 0;
    const int32_t character = length > 0 ? utf8_decode(name, length, &size) : -1;
    return character > ' ' && size == length && !utf8_is_forbidden(character) ? character : KEY_NONE;
}

void action_add_key_name(Text *into, int32_t key)
{
    char bytes[4];
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (key_name_codes[i] == key) {
            text_add(into, names[i]);
            return;
        }
    }
    text_add_span(into, bytes, utf8_write(key, bytes));
}

void key_bindings_add_names(Text *into, const KeyBindings *keys, Action action)
{
    const int32_t *codes = key_bindings_codes(keys, action);
    if (codes == action_rows[action].codes) {
        text_add(into, action_rows[action].keys ? action_rows[action].keys : "");
        return;
    }
    for (const int32_t *code = codes; *code; code++) {
        text_add(into, code > codes ? " " : "");
        action_add_key_name(into, *code);
    }
}

const char *key_bindings_first(const KeyBindings *keys, Action action, char name[KEY_NAME_SIZE])
{
    Text text = {0};
    key_bindings_add_names(&text, keys, action);
    const size_t length = MIN_OF(strcspn(text_show(&text), " "), (size_t)KEY_NAME_SIZE - 1);
    memcpy(name, text_show(&text), length);
    name[length] = '\0';
    text_release(&text);
    return name;
}

const char *key_bindings_say(const KeyBindings *keys, Action action, char name[KEY_NAME_SIZE])
{
    key_bindings_first(keys, action, name);
    if (words_find(&key_names, name, strlen(name)) >= 0)
        name[0] = (char)(name[0] - 'a' + 'A');
    return name;
}

Action action_named(const char *name, size_t length)
{
    for (int i = 1; i < ACTION_COUNT; i++) {
        if (strlen(action_rows[i].name) == length && strncmp(action_rows[i].name, name, length) == 0)
            return (Action)i;
    }
    return ACTION_NONE;
}

void key_bindings_add_words(Text *into, const KeyBindings *keys, const char *words)
{
    for (;;) {
        const size_t plain = strcspn(words, "{");
        text_add_span(into, words, plain);
        words += plain;
        if (!*words)
            return;
        const size_t length = strcspn(words + 1, "}");
        char key[KEY_NAME_SIZE];
        text_add(into, key_bindings_say(keys, action_named(words + 1, length), key));
        words += length + strlen("{}");
    }
}

/* Whether two actions share a key that hides one of them on purpose. */
static bool is_usual(Action one, Action other, int32_t key)
{
    return key_bindings_has(NULL, one, key) && key_bindings_has(NULL, other, key);
}

/* Whether the screens with that map have the action. */
static bool is_seen(KeyMap map, const ActionRow *row)
{
    if (row->map == map || (action_beside(map) != MAP_GENERAL && row->map == action_beside(map)))
        return true;
    return row->map == MAP_GENERAL && !action_is_idle(map, row->action) && !is_replaced(map, row->action);
}

typedef struct ConflictSearch {
    const KeyBindings *keys;
    KeyConflict *found;
    size_t most, count;
} ConflictSearch;

static void add_conflict(ConflictSearch *search, KeyMap map, Action chosen, Action other, int32_t key)
{
    for (size_t i = 0; i < MIN_OF(search->count, search->most); i++) {
        const KeyConflict *conflict = &search->found[i];
        if (conflict->key == key && ((conflict->chosen == chosen && conflict->other == other) ||
                                     (conflict->chosen == other && conflict->other == chosen)))
            return;
    }
    if (search->count < search->most)
        search->found[search->count] = (KeyConflict){map, chosen, other, key};
    search->count++;
}

/* What the keys of one action do besides on the screens with that map. */
static void compare(ConflictSearch *search, KeyMap map, Action chosen)
{
    for (const int32_t *key = search->keys->codes[chosen]; *key; key++) {
        for (int i = 1; i < ACTION_COUNT; i++) {
            if (i != (int)chosen && is_seen(map, &action_rows[i]) && key_bindings_has(search->keys, (Action)i, *key) &&
                !is_usual(chosen, (Action)i, *key))
                add_conflict(search, map, chosen, (Action)i, *key);
        }
    }
}

size_t key_bindings_conflicts(const KeyBindings *keys, KeyConflict *found, size_t most)
{
    ConflictSearch search = {.keys = keys, .found = found, .most = most};
    for (KeyMap map = MAP_GENERAL + 1; map < MAP_COUNT; map++) {
        for (int i = 1; map != MAP_NAME && map != MAP_ENTRY && i < ACTION_COUNT; i++) {
            if (keys->codes[i][0] && is_seen(map, &action_rows[i]))
                compare(&search, map, (Action)i);
        }
    }
    return search.count;
}
