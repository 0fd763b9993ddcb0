/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/macros.h"
#include "ui/screen.h"
#include "ui/widgets/footer.h"

enum { LONG_PART = 12 }; /* a part with more keys may go on in the next column */

static const char *const headings[MAP_COUNT] = {
    [MAP_GENERAL] = "everywhere",
    [MAP_HOME] = "the body",
    [MAP_LIST] = "the lists",
    [MAP_ROUTINE] = "before the start",
    [MAP_PLAYER] = "during a session",
    [MAP_OFFER] = "unfinished session",
    [MAP_ANOTHER] = "starting another session",
    [MAP_VOICE] = "spoken instructions, before the first session",
    [MAP_AFTER] = "afterwards",
    [MAP_READING] = "reading",
    [MAP_SETTINGS] = "settings",
    [MAP_SWAP] = "another move",
    [MAP_HEALTH] = "questions about your health",
    [MAP_ADVICE] = "before the first session",
    [MAP_QUESTION] = "a question before the start",
    [MAP_WRITING] = "your own routines",
    [MAP_REPAIR] = "a file with problems",
    [MAP_HISTORY] = "the history",
    [MAP_RECORD] = "a past session",
    [MAP_PAST] = "your records",
};

/* The keys of an action but for letters that mean something else on that screen: `k` where it keeps a thing. */
static void add_keys(Text *into, KeyMap map, const ActionRow *row)
{
    text_add(into, row->keys);
    for (size_t i = 1; i < ARRAY_LEN(row->codes) && row->codes[i]; i++) {
        const char word[] = {' ', (char)row->codes[i], '\0'};
        char *at = row->codes[i] < 0x7f ? strstr(into->bytes, word) : NULL;
        if (at && action_for_key(map, row->codes[i]) != row->action) {
            into->length -= strlen(word);
            memmove(at, at + strlen(word), into->length - (size_t)(at - into->bytes) + 1);
        }
    }
}

/* The actions of `part` that the screen with `map` has. */
static void add_part(Page *page, KeyMap map, KeyMap part)
{
    size_t before = page->count;
    for (int i = 1; i < ACTION_COUNT; i++) {
        if (action_rows[i].map != part || !footer_has(map, (Action)i))
            continue;
        if (page->count == before) {
            Block *heading = page_add(page, NULL, headings[part]);
            heading->style = style_bold(ROLE_ACCENT);
            heading->has_gap = heading->is_head = true;
        }
        Text keys = {0};
        add_keys(&keys, map, &action_rows[i]);
        page_add(page, text_show(&keys), action_rows[i].help)->label_style = style_of(ROLE_STRONG);
        text_release(&keys);
    }
    if (page->count - before > LONG_PART)
        page->blocks[(before + page->count + 1) / 2].is_head = true;
}

/* The keys of the screen below, then those that all screens have. */
static void fill_help(Page *page, ReadingPage *reading)
{
    const KeyMap map = reading->below;
    page->keeps_labels = true;
    text_add(&reading->title, "Keys");
    if (map != MAP_GENERAL)
        add_part(page, map, map);
    if (map == MAP_ROUTINE)
        add_part(page, MAP_QUESTION, MAP_QUESTION);
    if (action_beside(map) != MAP_GENERAL)
        add_part(page, map, action_beside(map));
    add_part(page, map, MAP_GENERAL);
}

const Screen screen_help = {.name = "help", .map = MAP_READING, .opened_by = ACTION_HELP, .fill = fill_help};
