/* SPDX-License-Identifier: MIT */
#include "ui/screens/library_rows.h"

#include "base/macros.h"
#include "base/memory.h"
#include "routine/filter.h"

static bool entry_matches(const LibraryEntry *entry, const Filter *filter)
{
    if (filter->words.count == 0)
        return true;
    if (entry->routine)
        return filter_routine(filter, entry->routine);
    for (size_t i = 0; i < filter->words.count; i++) {
        if (!filter_word_in(entry->title, filter->words.items[i]) && !filter_word_in(entry->id, filter->words.items[i]))
            return false;
    }
    return true;
}

static bool matches(const Model *model, LibraryShelf shelf, size_t index, const Filter *filter)
{
    if (shelf == SHELF_ROUTINES)
        return entry_matches(library_at(model->library, index), filter);
    return filter_move(filter, model->moves[index].id, model->moves[index].move);
}

size_t library_rows_count(const Model *model, LibraryShelf shelf)
{
    if (shelf == SHELF_MOVES)
        return model->moves ? model->move_count : 0;
    return model->library ? library_count(model->library) : 0;
}

LibraryRows library_rows_find(const Model *model, LibraryShelf shelf, const Finder *finder, size_t chosen)
{
    FinderWords words;
    finder_part(finder, &words);
    const Filter filter = {.words = words.list};
    const size_t all = library_rows_count(model, shelf);
    LibraryRows found = {.items = memory_resize(NULL, MAX_OF(all, (size_t)1), sizeof(*found.items))};
    for (size_t i = 0; i < all; i++) {
        if (!matches(model, shelf, i, &filter))
            continue;
        if (i == chosen)
            found.position = found.count;
        found.items[found.count++] = i;
    }
    return found;
}
