/* SPDX-License-Identifier: MIT */
#include "app/removing.h"

#include <stdlib.h>

#include "app/reload.h"
#include "base/memory.h"

void removing_forget(App *app)
{
    while (app->removal_count > 0)
        removal_release(&app->removals[--app->removal_count]);
    free(app->removals);
    app->removals = NULL;
    app->removal_capacity = 0;
}

void removing_routine(App *app, Request request)
{
    if (request.value < 0 || (size_t)request.value >= library_count(app->library))
        return;
    char *problem = NULL;
    Removal removal;
    reload_expect(app);
    const bool is_gone = removal_make(&removal, app->library, library_at(app->library, (size_t)request.value),
                                      &problem);
    reload_files(app);
    if (!is_gone) {
        state_set_notice(app, problem);
        return;
    }
    app->removals = memory_grow(app->removals, &app->removal_capacity, app->removal_count + 1, sizeof *app->removals);
    app->removals[app->removal_count++] = removal;
    state_set_notice(app, memory_print("Taken away: %s. u brings it back.%s", removal.title,
                                       removal.is_shipped ? " The one that came with knead is there again."
                                       : removal.instead  ? " Another file of yours has its id."
                                                          : ""));
}

void removing_move(App *app, Request request)
{
    if (request.value < 0 || (size_t)request.value >= app->stock.count)
        return;
    const ModelMove *move = &app->stock.moves[request.value];
    state_set_notice(
        app, move->is_mine ? memory_print("%s stands in a file of moves: e opens it, to take it out there.", move->id)
                           : memory_print("%s came with knead, and stays.", move->id));
}

void removing_undo(App *app, Request request)
{
    (void)request;
    if (app->removal_count == 0)
        return;
    char *problem = NULL;
    Removal *removal = &app->removals[app->removal_count - 1];
    reload_expect(app);
    const bool is_back = removal_undo(removal, app->library, &problem);
    reload_files(app);
    if (!is_back) {
        state_set_notice(app, problem);
        return;
    }
    state_set_notice(app, memory_print("Back again: %s.", removal->title));
    removal_release(removal);
    app->removal_count--;
}
