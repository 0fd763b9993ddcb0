/* SPDX-License-Identifier: MIT */
#include "support/shipped.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compose/recipes.h"
#include "routine/filter.h"

Shipped shipped;

void read_shipped(void)
{
    shipped.library = library_new("routines", NULL);
    const Words *ids = library_move_ids(shipped.library);
    DiagnosticList diags = {0};
    shipped.items = arena_take_array(&shipped.arena, ids->count, sizeof *shipped.items);
    for (size_t i = 0; i < ids->count; i++) {
        const Move *move = library_move(shipped.library, &shipped.arena, ids->items[i], &diags);
        ck_assert_ptr_nonnull(move);
        shipped.items[shipped.count++] = (ComposeMove){ids->items[i], move};
    }
    diagnostic_release(&diags);
    ck_assert_uint_gt(shipped.count, 25);
}

void release_shipped(void)
{
    arena_release(&shipped.arena);
    library_free(shipped.library);
    shipped = (Shipped){0};
}

void load_shipped_routines(void)
{
    ck_assert(library_scan(shipped.library, NULL));
    for (size_t i = 0; i < library_count(shipped.library); i++) {
        LibraryEntry *entry = library_at(shipped.library, i);
        library_load(shipped.library, entry);
        ck_assert_msg(entry->routine != NULL, "%s: %s", entry->id, diagnostic_first(&entry->diags));
    }
}

const Move *shipped_move(const char *id)
{
    size_t i = 0;
    while (i < shipped.count && strcmp(shipped.items[i].id, id) != 0)
        i++;
    ck_assert_msg(i < shipped.count, "%s is no shared move", id);
    return shipped.items[i].move;
}

WordList only_place(int place)
{
    static uint8_t places[PLACE_COUNT] = {PLACE_DESK,  PLACE_CHAIR, PLACE_WALL,    PLACE_DOORWAY,
                                          PLACE_FLOOR, PLACE_BED,   PLACE_OUTDOORS};
    return place < 0 ? (WordList){0} : (WordList){&places[place], 1};
}

const Routine *routine_of_composed(char *text)
{
    LibraryEntry *entry = library_take_text(shipped.library, "composed", text, strlen(text));
    ck_assert_msg(entry->routine && entry->diags.count == 0, "%s\n%s", diagnostic_first(&entry->diags), text);
    return entry->routine;
}

/* What jogs is not for an easy area, and what is added to one moves and stretches. */
static bool is_easy_enough(const Recipe *recipe, const Move *move, bool is_own)
{
    const Work work = goal_rules_work(move);
    return !recipe->is_easy ||
           (!filter_keyword_in(&move->keywords, "jog") && !filter_keyword_in(&move->keywords, "sprint") &&
            (is_own || (work != WORK_DEEP && work != WORK_WARM)));
}

bool is_for_wish(const ComposeRequest *wish, const Move *move)
{
    bool is_for = wish->areas.count == 0;
    for (size_t i = 0; i < wish->areas.count; i++) {
        const Recipe *recipe = recipe_of(wish->areas.items[i]);
        const bool is_own = filter_has_word(&move->areas, wish->areas.items[i]);
        bool is_of = is_own;
        for (size_t k = 0; k < move->areas.count; k++)
            is_of = is_of || recipe_brings(wish->areas.items[i], move->areas.items[k]);
        is_for = is_for || (is_of && is_easy_enough(recipe, move, is_own));
    }
    return is_for;
}

char *name_of_wish(const ComposeRequest *wish)
{
    return memory_print("%s, %s, %s, %d min", wish->areas.count > 0 ? area_name(wish->areas.items[0]) : "any",
                        wish->places.count == 0 ? "anywhere" : place_name(wish->places.items[0]),
                        goal_name((int)wish->goal), wish->minutes);
}
