/* SPDX-License-Identifier: MIT */
#include "ui/screens/tool_page.h"

#include "routine/filter.h"
#include "routine/tool_guide.h"
#include "routine/wording.h"
#include "ui/screen.h"

static void add_firmness(Page *page, const ToolGuide *guide)
{
    if (guide->firmness == 0)
        return;
    Text line = {0};
    text_print(&line, "%s: %d on a scale from 1, the softest, to %d", tool_guide_firmness(guide->firmness),
               guide->firmness, TOOL_FIRMNESS_MOST);
    page_add(page, "firmness", text_show(&line));
    text_release(&line);
}

void tool_page_add(Page *page, const char *tool)
{
    const ToolGuide *guide = tool_guide_find(tool);
    Text name = {0};
    wording_id(&name, tool);
    Block *heading = page_add(page, NULL, guide ? guide->name : text_show(&name));
    heading->style = style_bold(ROLE_STRONG);
    heading->has_gap = heading->is_head = true;
    text_release(&name);
    if (!guide) {
        page_add(page, NULL, "knead has no notes on this tool: only your own routines or moves use it.");
        return;
    }
    page_add(page, "good for", guide->good_for);
    add_firmness(page, guide);
    page_add(page, "at home", guide->at_home);
    page_add(page, "mind", guide->mind)->label_style = style_bold(ROLE_WARN);
}

static void add_moves(Page *page, const Model *model, const char *tool)
{
    Text names = {0};
    for (size_t i = 0; model->moves && i < model->move_count; i++) {
        if (filter_has_tool(&model->moves[i].move->tools, tool))
            text_print(&names, "%s%s", names.length > 0 ? ", " : "", model->moves[i].move->name);
    }
    if (names.length > 0)
        page_add(page, "moves", text_show(&names))->style = style_of(ROLE_DIM);
    text_release(&names);
}

/* One with its moves; several, which some move needs, beside each other. */
static void fill_tools(Page *page, ReadingPage *reading)
{
    const Model *model = reading->model;
    const TextList *tools = &model->asked_tools;
    text_add(&reading->title, tools->count == 1 ? "Tool" : "Tools");
    text_add(&reading->words, tools->count == 1 ? "what it is good for" : "what they are good for");
    for (size_t i = 0; i < tools->count; i++)
        tool_page_add(page, tools->items[i]);
    if (tools->count == 1)
        add_moves(page, model, tools->items[0]);
    if (tools->count == 0)
        page_add(page, NULL, "It needs no tools.");
}

const Screen screen_tools = {.name = "tools", .map = MAP_READING, .fill = fill_tools};
