/* SPDX-License-Identifier: MIT */
#include "ui/widgets/footer.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"

enum { LAST_RANK = 30, GAP = 3, SMALL_GAP = 2 };

/* Keys with one label: "+ - minutes". */
typedef struct FooterEntry {
    const ActionRow *rows[2];
    const char *label;
    int cells;
    int line; /* 0: it has no room */
} FooterEntry;

static const struct {
    const char *word, *arrow;
} arrows[] = {{"left", "\xE2\x86\x90"}, {"right", "\xE2\x86\x92"}, {"up", "\xE2\x86\x91"}, {"down", "\xE2\x86\x93"}};

/* The first of an action's keys, as it is shown. */
static const char *key_name(const Canvas *canvas, const KeyBindings *keys, const ActionRow *row,
                            char name[KEY_NAME_SIZE])
{
    key_bindings_first(keys, row->action, name);
    for (size_t i = 0; name[1] && canvas->look.is_utf8 && i < ARRAY_LEN(arrows); i++) {
        if (strcmp(name, arrows[i].word) == 0)
            return arrows[i].arrow;
    }
    return name;
}

bool footer_has(const KeyBindings *keys, KeyMap map, Action action)
{
    const ActionRow *row = &action_rows[action];
    if (!row->keys || action_is_idle(map, action))
        return false;
    const bool is_from_beside = row->map == action_beside(map) || row->map == MAP_GENERAL;
    return row->map == map ||
           (is_from_beside && key_bindings_action(keys, map, key_bindings_codes(keys, action)[0]) == action);
}

static int by_rank(const void *left, const void *right)
{
    const ActionRow *const *a = left, *const *b = right;
    const int apart = (*a)->footer_rank - (*b)->footer_rank;
    return apart != 0 ? apart : (int)(*a)->action - (int)(*b)->action;
}

static int collect_rows(const KeyBindings *keys, KeyMap map, ActionSet hidden, const ActionRow *rows[ACTION_COUNT])
{
    int count = 0;
    for (int i = 1; i < ACTION_COUNT; i++) {
        if (action_rows[i].footer_rank > 0 && !(hidden & ACTION_BIT(i)) && footer_has(keys, map, (Action)i))
            rows[count++] = &action_rows[i];
    }
    qsort(rows, (size_t)count, sizeof(*rows), by_rank);
    return count;
}

static int measure(const Canvas *canvas, const KeyBindings *keys, const FooterEntry *entry)
{
    char name[KEY_NAME_SIZE];
    int cells = 0;
    for (int i = 0; i < 2 && entry->rows[i]; i++)
        cells += utf8_cells(key_name(canvas, keys, entry->rows[i], name)) + 1;
    return cells + utf8_cells(entry->label);
}

static int make_entries(const Canvas *canvas, const KeyBindings *keys, KeyMap map, ActionSet hidden,
                        const char *const labels[ACTION_COUNT], FooterEntry entries[ACTION_COUNT])
{
    const ActionRow *rows[ACTION_COUNT];
    int row_count = collect_rows(keys, map, hidden, rows), count = 0;
    for (int i = 0; i < row_count; i++) {
        FooterEntry *before = count > 0 ? &entries[count - 1] : NULL;
        const char *other = labels ? labels[rows[i]->action] : NULL, *label = other ? other : rows[i]->label;
        if (before && !before->rows[1] && strcmp(before->label, label) == 0)
            before->rows[1] = rows[i];
        else
            entries[count++] = (FooterEntry){.rows = {rows[i]}, .label = label};
    }
    for (int i = 0; i < count; i++)
        entries[i].cells = measure(canvas, keys, &entries[i]);
    return count;
}

/* What fits on a line that is not the last. Returns the first that does not. */
static int fill_line(FooterEntry *entries, int count, int cells, int gap, int line)
{
    int i = 0;
    for (; i < count && entries[i].rows[0]->footer_rank < LAST_RANK && entries[i].cells <= cells; i++) {
        entries[i].line = line;
        cells -= entries[i].cells + gap;
    }
    return i;
}

/* What fits on the last line: the last ones first, for help leads to all the rest. */
static void fill_last_line(FooterEntry *entries, int count, int cells, int gap, int line)
{
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < count; i++) {
            bool is_last = entries[i].rows[0]->footer_rank >= LAST_RANK;
            if (is_last != (round == 0))
                continue;
            if (entries[i].cells > cells)
                break;
            entries[i].line = line;
            cells -= entries[i].cells + gap;
        }
    }
}

static int draw_entry(Canvas *canvas, const KeyBindings *keys, int x, int y, const FooterEntry *entry)
{
    char name[KEY_NAME_SIZE];
    int start = x;
    for (int i = 0; i < 2 && entry->rows[i]; i++) {
        const char *key = key_name(canvas, keys, entry->rows[i], name);
        x += canvas_text(canvas, x, y, canvas->width - x, style_of(ROLE_CLEAR), key) + 1;
    }
    x += canvas_text(canvas, x, y, canvas->width - x, style_of(ROLE_DIM), entry->label);
    return x - start;
}

void footer_draw_as(Canvas *canvas, Rect line, const KeyBindings *keys, KeyMap map, ActionSet hidden,
                    const char *const labels[ACTION_COUNT])
{
    FooterEntry entries[ACTION_COUNT];
    int count = make_entries(canvas, keys, map, hidden, labels, entries), all = 0;
    for (int i = 0; i < count; i++)
        all += entries[i].cells + (i > 0 ? GAP : 0);
    const int gap = all <= line.width ? GAP : SMALL_GAP;
    int filled = 0;
    for (int row = 1; row < line.height; row++)
        filled += fill_line(entries + filled, count - filled, line.width, gap, row);
    fill_last_line(entries + filled, count - filled, line.width, gap, line.height);
    for (int row = 1; row <= line.height; row++) {
        for (int i = 0, x = line.x; i < count; i++) {
            if (entries[i].line == row)
                x += draw_entry(canvas, keys, x, line.y + row - 1, &entries[i]) + gap;
        }
    }
}

void footer_draw_without(Canvas *canvas, Rect line, const KeyBindings *keys, KeyMap map, ActionSet hidden)
{
    footer_draw_as(canvas, line, keys, map, hidden, NULL);
}

void footer_draw(Canvas *canvas, Rect line, const KeyBindings *keys, KeyMap map)
{
    footer_draw_without(canvas, line, keys, map, 0);
}
