/* SPDX-License-Identifier: MIT */
#include "cli/list_tools.h"

#include <string.h>

#include "base/macros.h"
#include "cli/json.h"
#include "routine/filter.h"
#include "routine/library_tools.h"
#include "routine/tool_guide.h"

enum { FIRMNESS_CELLS = 13 };

/* How many shared moves use each of the tools. */
static void count_moves(Library *library, const Words *tools, int *counts)
{
    const Words *ids = library_move_ids(library);
    for (size_t i = 0; i < ids->count; i++) {
        Arena arena = {0};
        DiagnosticList ignored = {0}; /* a file of moves tells of its problems when it is checked itself */
        const Move *move = library_move(library, &arena, ids->items[i], &ignored);
        for (size_t k = 0; move && k < tools->count; k++)
            counts[k] += filter_has_tool(&move->tools, tools->items[k]);
        diagnostic_release(&ignored);
        arena_release(&arena);
    }
}

static bool is_wanted(const TextList *filter, const char *id, const ToolGuide *guide)
{
    for (size_t i = 0; i < filter->count; i++) {
        const char *word = filter->items[i];
        if (!filter_word_in(id, word) &&
            (!guide || (!filter_word_in(guide->name, word) && !filter_word_in(guide->good_for, word) &&
                        !filter_word_in(guide->at_home, word))))
            return false;
    }
    return true;
}

static json_t *json_of_tool(const char *id, const ToolGuide *guide, int moves)
{
    return json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:i}", "id", id, "name", json_of_text(guide ? guide->name : NULL),
                     "firmness", guide && guide->firmness > 0 ? json_integer(guide->firmness) : json_null(), "good_for",
                     json_of_text(guide ? guide->good_for : NULL), "at_home",
                     json_of_text(guide ? guide->at_home : NULL), "mind", json_of_text(guide ? guide->mind : NULL),
                     "moves", moves);
}

static void add_row(ListTable *table, const char *id, const ToolGuide *guide, int moves)
{
    Text cells[COLUMN_COUNT] = {0};
    const char *firmness = guide ? tool_guide_firmness(guide->firmness) : NULL;
    text_add(&cells[COLUMN_ID], id);
    text_print(&cells[COLUMN_TIME], "%-*s%2d move%s", FIRMNESS_CELLS, firmness ? firmness : "-", moves,
               moves == 1 ? "" : "s");
    text_add(&cells[COLUMN_TITLE], guide ? guide->good_for : "a tool of your own");
    print_list_add(table, cells);
}

void list_tools(Library *library, const TextList *filter, json_t *array, ListTable *table)
{
    Arena arena = {0};
    const Words known = library_tools(library, &(TextList){0}, &arena);
    int *counts = arena_take_array(&arena, known.count, sizeof *counts);
    memset(counts, 0, known.count * sizeof *counts);
    count_moves(library, &known, counts);
    for (size_t i = 0; i < tool_guide_count + known.count; i++) {
        /* Those of the guide in its order, then all others. */
        const bool is_other = i >= tool_guide_count;
        const char *id = is_other ? known.items[i - tool_guide_count] : tool_guides[i].id;
        const ToolGuide *guide = tool_guide_find(id);
        const int at = words_find(&known, id, strlen(id));
        if (at < 0 || (is_other && guide) || !is_wanted(filter, id, guide))
            continue;
        if (array)
            json_array_append_new(array, json_of_tool(id, guide, counts[at]));
        else
            add_row(table, id, guide, counts[at]);
    }
    arena_release(&arena);
}
