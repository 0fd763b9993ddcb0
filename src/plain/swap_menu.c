/* SPDX-License-Identifier: MIT */
#include "plain/swap_menu.h"

#include <stdlib.h>

#include "base/duration.h"
#include "base/memory.h"
#include "plain/menu.h"
#include "plain/routine_lines.h"
#include "plain/waiting.h"
#include "routine/timeline.h"
#include "routine/wording.h"
#include "settings/health.h"
#include "ui/screens/library_item.h"
#include "ui/screens/plan_page.h"

static void perform(Console *console, RequestKind kind, int32_t value)
{
    waiting_perform(console, (Request){.kind = kind, .value = value}, false);
}

bool swap_menu_can_keep(const Model *model)
{
    return model->plan && plan_page_is_swapped(model->plan) && model->entry && !model->entry->is_text;
}

void swap_menu_keep(Console *console)
{
    perform(console, REQUEST_KEEP_SWAPS, 0);
}

/* Whether it is what the routine itself has in the place of the move that is looked at. */
static bool is_written(const Model *model, const ModelMove *one)
{
    return text_same(model->plan->turns[model->plan->moves[model->looked_at].turn].use, one->id);
}

/* "Wall calf stretch, made for it, 2 min, with a ball. Reaches the deep muscle." */
static void add_substitute(Text *into, const Model *model, const ModelMove *one)
{
    const Move *move = one->move;
    char words[DURATION_TEXT_SIZE];
    Text note = {0};
    const char *mark = one->is_mine ? ", yours" : "";
    if (one->is_named)
        mark = is_written(model, one) ? ", as written" : ", made for it";
    text_print(into, "%s%s, %s", move->name, mark, duration_words(words, timeline_move_seconds(move)));
    text_add(into, move->tools.count > 0 ? ", with " : "");
    wording_tools(into, &move->tools, &model->settings->tools.names, false);
    health_of_move(model->settings, move, &note);
    text_print(into, "%s%s.", note.length > 0 ? ", " : "", text_show(&note));
    if (move->why)
        text_print(into, " %s", move->why);
    text_release(&note);
}

/* The index of one of the moves that may take the place; MENU_BACK: none. */
static int choose_substitute(Console *console)
{
    const Model *model = app_model(console->app);
    if (model->swap_count == 0) {
        console_say(console, library_item_nothing_to_swap);
        return MENU_BACK;
    }
    char *name = memory_print("Instead of %s", model->plan->moves[model->looked_at].name);
    Menu menu = menu_of_list(console, name);
    for (size_t i = 0; i < model->swap_count; i++) {
        Text line = {0};
        add_substitute(&line, model, &model->swaps[i]);
        menu_add_listed(&menu, text_show(&line));
        text_release(&line);
    }
    const int chosen = menu_ask_once(&menu);
    free(name);
    return chosen;
}

enum { FOR_TODAY, FOR_GOOD };

/* MENU_BACK: not at all. What is back as it was written needs no question, nor what has no file. */
static int choose_how_long(Console *console, const ModelMove *taken)
{
    const Model *model = app_model(console->app);
    if (is_written(model, taken) || !model->entry || model->entry->is_text)
        return FOR_TODAY;
    Menu menu = menu_of_choices(console, "For how long", "Back.");
    menu_add(&menu, FOR_TODAY, "Only for this session.");
    menu_add(&menu, FOR_GOOD, "For good: it is written into the file of the routine.");
    return menu_ask_once(&menu);
}

/* True if it was swapped. */
static bool swap(Console *console, int32_t move)
{
    perform(console, REQUEST_SWAPS, move);
    const int taken = choose_substitute(console);
    const int how_long = taken == MENU_BACK ? MENU_BACK
                                            : choose_how_long(console, &app_model(console->app)->swaps[taken]);
    if (how_long == MENU_BACK) {
        perform(console, REQUEST_BACK, 0);
        return false;
    }
    perform(console, REQUEST_SWAP, taken);
    if (how_long == FOR_GOOD)
        swap_menu_keep(console);
    return true;
}

/* "Heel roll, right, left, 3 s, instead of Toe roll." */
static void add_moves(Menu *menu, const Plan *plan)
{
    for (size_t i = 0; i < plan->move_count; i++) {
        const PlanMove *move = &plan->moves[i];
        Text line = {0};
        routine_lines_add_move(&line, plan, (int32_t)i);
        if (plan->turn_count > 0 && !text_same(move->use, plan->turns[move->turn].use))
            text_print(&line, ", instead of %s", plan->turns[move->turn].name);
        text_add_char(&line, '.');
        menu_add_listed(menu, text_show(&line));
        text_release(&line);
    }
}

void swap_menu_open(Console *console)
{
    bool is_swapped = false;
    int move = 0;
    while (!is_swapped && move != MENU_BACK && !console->is_over) {
        Menu menu = menu_of_list(console, "Swap which move");
        add_moves(&menu, app_model(console->app)->plan);
        move = menu_ask_once(&menu);
        is_swapped = move != MENU_BACK && swap(console, move);
    }
    if (is_swapped && app_model(console->app)->plan && (size_t)move < app_model(console->app)->plan->move_count) {
        Text line = {0};
        text_add(&line, "Now ");
        routine_lines_add_move(&line, app_model(console->app)->plan, move);
        text_add_char(&line, '.');
        console_say_text(console, &line);
        text_release(&line);
    }
    if (is_swapped)
        routine_lines_say_length(console);
}
