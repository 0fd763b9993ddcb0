/* SPDX-License-Identifier: MIT */
#include "cli/tool_option.h"

#include <string.h>

#include "cli/command.h"
#include "routine/spelling.h"

static bool is_none(const TextList *tools)
{
    return tools->count == 1 && strcmp(tools->items[0], tools_at_hand_none) == 0;
}

ToolsAtHand tool_option_at_hand(const Options *options, const Settings *settings)
{
    if (!options_has(options, OPTION_TOOL))
        return settings->tools;
    return (ToolsAtHand){.names = is_none(&options->tools) ? (TextList){0} : options->tools, .is_said = true};
}

static void tell_unknown(const Words *known, const char *tool)
{
    Text line = {0};
    text_print(&line, "--tool: no move knows '%s'", tool);
    const char *everyday = spelling_of_word(known, tool), *nearest = everyday ? everyday : words_nearest(known, tool);
    if (nearest) {
        text_print(&line, " (did you mean '%s'?)", nearest);
    } else {
        text_print(&line, " (it is one of: %s", tools_at_hand_none);
        for (size_t i = 0; i < known->count; i++)
            text_print(&line, " %s", known->items[i]);
        text_add_char(&line, ')');
    }
    command_fail("%s", text_show(&line));
    text_release(&line);
}

bool tool_option_check(const Options *options, Library *library)
{
    const TextList *tools = &options->tools;
    if (tools->count == 0 || is_none(tools))
        return true;
    Arena arena = {0};
    const Words known = library_tools(library, tools, &arena);
    size_t good = 0;
    while (good < tools->count && words_find(&known, tools->items[good], strlen(tools->items[good])) >= 0)
        good++;
    if (good < tools->count && strcmp(tools->items[good], tools_at_hand_none) == 0)
        command_fail("--tool none says that there is no tool: it stands alone");
    else if (good < tools->count)
        tell_unknown(&known, tools->items[good]);
    arena_release(&arena);
    return good == tools->count;
}
