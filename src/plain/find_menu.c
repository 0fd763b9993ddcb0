/* SPDX-License-Identifier: MIT */
#include "plain/find_menu.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/memory.h"
#include "plain/menu.h"
#include "plain/routine_menu.h"
#include "plain/waiting.h"
#include "progress/due.h"
#include "routine/wording.h"
#include "ui/screens/home_list.h"

enum { MINUTE_S = 60 };

/* True if a session of it was started. */
static bool open(Console *console, const LibraryEntry *entry)
{
    const Library *library = app_model(console->app)->library;
    for (size_t i = 0; i < library_count(library); i++) {
        if (library_at(library, i) == entry) {
            waiting_perform(console, (Request){.kind = REQUEST_OPEN, .value = (int32_t)i}, false);
            return routine_menu_open(console);
        }
    }
    console_say(console, "That file is gone.");
    return false;
}

const char *find_menu_nothing_due(const Model *model)
{
    if (!model->due)
        return "Today: what is due is not known.";
    return model->streak && model->streak->is_away ? "Today: you are away, so nothing is due."
                                                   : "Today: nothing is due.";
}

void find_menu_due(Console *console)
{
    const Model *model = app_model(console->app);
    if (model->due && model->due->count > 0)
        open(console, library_at(model->library, model->due->items[0].index));
    else
        console_say(console, find_menu_nothing_due(model));
}

/* "Calf Care, 8 min, needs a roller, done 3 days ago." */
static void add_routine(Text *into, const Model *model, uint32_t index)
{
    const LibraryEntry *entry = library_at(model->library, index);
    Text misfit = {0};
    text_add(into, entry->title ? entry->title : entry->id);
    if (entry->routine) {
        text_print(into, ", %d min", (int)((entry->routine->seconds + MINUTE_S - 1) / MINUTE_S));
        home_list_misfit_words(&misfit, model->settings, entry->routine, NULL);
        text_print(into, "%s%s", misfit.length > 0 ? ", " : "", text_show(&misfit));
    } else {
        text_add(into, ", cannot be read");
    }
    if (model->entry_days && model->entry_days[index] >= 0) {
        text_add(into, ", done ");
        due_ago(into, model->entry_days[index]);
    }
    text_add_char(into, '.');
    text_release(&misfit);
}

/* The entries stay, their places in the library may change while the menu is open. */
static LibraryEntry **make_list(Menu *menu, const Model *model, const HomeState *state)
{
    HomeRank rank = home_list_rank(state, model);
    LibraryEntry **entries = memory_new(MAX_OF((size_t)rank.count, (size_t)1) * sizeof *entries);
    for (int row = 0; row < rank.count; row++) {
        const uint32_t index = home_list_index(&rank, row);
        Text line = {0};
        add_routine(&line, model, index);
        menu_add_listed(menu, text_show(&line));
        text_release(&line);
        entries[row] = library_at(model->library, index);
    }
    home_list_release(&rank);
    return entries;
}

static void say_count(Console *console, const char *name, size_t count)
{
    Text line = {0};
    text_print(&line, "%s: %zu routine%s%s", name, count, count == 1 ? "" : "s", count > 1 ? ", best first." : ".");
    console_say(console, text_show(&line));
    text_release(&line);
}

/* Chosen from until a session was started: true; or the person goes back. `nothing`: said of an empty list. */
static bool choose_routine(Console *console, const HomeState *state, const char *name, const char *nothing)
{
    Menu menu = menu_of_list(console, name);
    LibraryEntry **entries = make_list(&menu, app_model(console->app), state);
    bool was_started = false, is_known = false;
    int chosen = 0;
    if (menu.count == 0)
        console_say(console, nothing);
    else
        say_count(console, name, menu.count);
    while (menu.count > 0 && !was_started && chosen != MENU_BACK) {
        chosen = menu_ask(&menu, is_known);
        is_known = true;
        was_started = chosen != MENU_BACK && open(console, entries[chosen]);
    }
    free(entries);
    menu_release(&menu);
    return was_started;
}

static void add_area(Text *into, int area)
{
    wording_area(into, area);
    into->bytes[0] = (char)toupper((unsigned char)into->bytes[0]);
}

/* Each part with when it was worked last. */
static void add_areas(Menu *menu, const Model *model)
{
    for (int area = 0; area < AREA_COUNT; area++) {
        Text line = {0};
        add_area(&line, area);
        if (model->area_days && model->area_days[area] >= 0) {
            text_add(&line, ", done ");
            due_ago(&line, model->area_days[area]);
        }
        text_add_char(&line, '.');
        menu_add_listed(menu, text_show(&line));
        text_release(&line);
    }
}

void find_menu_parts(Console *console)
{
    Menu menu = menu_of_list(console, "Part of the body");
    bool was_started = false, is_known = false;
    add_areas(&menu, app_model(console->app));
    for (int area; !was_started && (area = menu_ask(&menu, is_known)) != MENU_BACK; is_known = true) {
        const HomeState state = {.shelf = HOME_OF_AREA, .spot = {.area = (Area)area}};
        Text name = {0};
        add_area(&name, area);
        was_started = choose_routine(console, &state, text_show(&name),
                                     "No routine for this part. Compose one from the main menu.");
        text_release(&name);
    }
    menu_release(&menu);
}

void find_menu_words(Console *console)
{
    const Asker asker = waiting_asker(console);
    HomeState state = {0};
    Text typed = {0};
    if (ask_line(&asker, "Words to find? Such as: desk neck.", false, &typed) && typed.length > 0) {
        memcpy(state.finder.words, text_show(&typed), MIN_OF(typed.length, (size_t)FINDER_BYTES - 1));
        choose_routine(console, &state, "Found", "Nothing found.");
    }
    text_release(&typed);
}

void find_menu_favourites(Console *console)
{
    const HomeState state = {.shelf = HOME_FAVOURITES};
    choose_routine(console, &state, "Favourites and done last",
                   "No favourites yet. The page of a routine makes it one.");
}

void find_menu_compose(Console *console)
{
    Menu menu = menu_of_list(console, "Compose for which part");
    bool was_started = false, is_known = false;
    console_say(console, "A new routine for one part, for the place, tools and time in your settings.");
    add_areas(&menu, app_model(console->app));
    for (int area; !was_started && (area = menu_ask(&menu, is_known)) != MENU_BACK; is_known = true) {
        waiting_perform(console, (Request){.kind = REQUEST_COMPOSE, .value = area}, false);
        was_started = routine_menu_open(console);
    }
    menu_release(&menu);
}
