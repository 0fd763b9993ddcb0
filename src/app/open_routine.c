/* SPDX-License-Identifier: MIT */
#include "app/open_routine.h"

#include <stdlib.h>
#include <string.h>

#include "app/save_swaps.h"
#include "app/state.h"
#include "base/macros.h"
#include "base/memory.h"
#include "compose/compose.h"

enum { MINUTE_S = 60 };

/* What is longer than the time there is gets fitted to it, where that can be. */
void open_routine_entry(App *app, LibraryEntry *entry)
{
    const int32_t minutes = app->settings.minutes;
    selection_release(&app->selection);
    selection_add(&app->selection, entry);
    if (minutes > 0 && entry->routine && entry->routine->seconds > minutes * MINUTE_S)
        app->selection.options.minutes = minutes;
    state_plan_anew(app);
    if (!app->selection.plan && app->selection.options.minutes > 0) {
        app->selection.options.minutes = 0;
        state_plan_anew(app);
    }
    state_show(app, &screen_routine);
}

void open_routine_listed(App *app, Request request)
{
    if (request.value < 0 || (size_t)request.value >= library_count(app->library))
        return;
    LibraryEntry *entry = library_at(app->library, (size_t)request.value);
    library_load(app->library, entry);
    open_routine_entry(app, entry);
}

void open_routine_pair(App *app, Request request)
{
    (void)request;
    const Routine *routine = app->selection.count > 0 ? app->selection.entries[0]->routine : NULL;
    LibraryEntry *entry = routine && routine->pair ? library_listed(app->library, routine->pair) : NULL;
    if (!entry)
        return;
    library_load(app->library, entry);
    save_swaps_say_over(app);
    state_leave(app, &screen_routine);
    open_routine_entry(app, entry);
}

/* A YAML text between single quotes. */
static void add_quoted(Text *into, const char *text)
{
    text_add_char(into, '\'');
    for (; *text; text++)
        text_add_repeated(into, *text, *text == '\'' ? 2 : 1);
    text_add_char(into, '\'');
}

void open_routine_move(App *app, Request request)
{
    if (request.value < 0 || (size_t)request.value >= app->shared_moves.count)
        return;
    const ModelMove *move = &app->shared_moves.moves[request.value];
    Text text = {0};
    text_add(&text, "knead: 1\ntitle: ");
    add_quoted(&text, move->move->name);
    text_print(&text, "\nmoves:\n  - use: %s\n", move->id);
    const size_t length = text.length;
    char *name = memory_print("move-%s", move->id);
    open_routine_entry(app, library_take_text(app->library, name, text_detach(&text), length));
    free(name);
}

void open_routine_composed(App *app, Request request)
{
    if (request.value < 0 || request.value >= AREA_COUNT)
        return;
    const Settings *settings = &app->settings;
    uint8_t area = (uint8_t)request.value;
    const ComposeRequest wish = {
        .areas = {&area, 1},
        .places = settings->places,
        .tools_are_known = settings->tools.is_said,
        .tools = settings->tools.names,
        .minutes = settings->minutes,
        .goal = GOAL_NONE,
        .health = settings->health,
        .days_since = app->last_done.has_areas ? app->last_done.area_days : NULL,
    };
    char *problem = NULL;
    shared_moves_read(&app->shared_moves, app->library);
    ComposeMove *moves = shared_moves_for_compose(&app->shared_moves);
    char *text = compose_routine(moves, app->shared_moves.count, &wish, NULL, &problem);
    free(moves);
    if (!text) {
        state_set_notice(app, problem);
        return;
    }
    LibraryEntry *entry = library_take_text(app->library, "composed", text, strlen(text));
    open_routine_entry(app, entry);
}

void open_routine_library(App *app, Request request)
{
    (void)request;
    shared_moves_read(&app->shared_moves, app->library);
    state_show(app, &screen_library);
}
