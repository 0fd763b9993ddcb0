/* SPDX-License-Identifier: MIT */
#include "ui/screens/home_rank.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "routine/filter.h"
#include "routine/wording.h"
#include "settings/care.h"

/* A row is one number, so that sorting is comparing: what it lacks, what it is good for, when it was last done. */
enum {
    INDEX_BITS = 24,
    DAYS_BITS = 12,
    MERIT_BITS = 16,
    DAYS_MOST = (1 << DAYS_BITS) - 1,
    MERIT_MOST = (1 << MERIT_BITS) - 1,
};

enum {
    SHARE_STEP = 10,    /* hundredths of the time that make no difference */
    SEVERAL_PLACES = 2, /* chosen, where a routine needs more than one */
};

typedef struct RankSearch {
    const HomeState *state;
    const Model *model;
    FinderWords words;
} RankSearch;

static bool place_fits(const Settings *settings, const Routine *routine)
{
    if (settings->places.count == 0)
        return true;
    if (routine->places.count == 0)
        return settings->places.count >= SEVERAL_PLACES;
    for (size_t i = 0; i < routine->places.count; i++) {
        if (memchr(settings->places.items, routine->places.items[i], settings->places.count))
            return true;
    }
    return false;
}

HomeMisfit home_misfit(const Settings *settings, const Routine *routine)
{
    if (!place_fits(settings, routine))
        return HOME_NEEDS_PLACE;
    if (settings->tools.is_said && !filter_tools_cover(&settings->tools.names, &routine->tools))
        return HOME_NEEDS_TOOL;
    return settings->minutes > 0 && routine->seconds > settings->minutes * 60 ? HOME_TAKES_LONGER : HOME_FITS;
}

bool home_rank_fits(const Settings *settings, const Routine *routine)
{
    return home_misfit(settings, routine) == HOME_FITS &&
           (settings->health.count == 0 || care_of_routine(settings, routine, NULL) != CARE_RULED_OUT);
}

static void add_lacking(Text *into, const Settings *settings, const ToolList *needs)
{
    const char *before = "needs ";
    for (size_t i = 0; i < needs->count; i++) {
        if (filter_tool_at_hand(&settings->tools.names, &needs->items[i]))
            continue;
        text_add(into, before);
        wording_id(into, needs->items[i].any_of.items[0]);
        before = ", ";
    }
}

void home_misfit_words(Text *into, const Settings *settings, const Routine *routine)
{
    HomeMisfit misfit = home_misfit(settings, routine);
    if (misfit == HOME_NEEDS_PLACE) {
        wording_places(into, &routine->places);
        text_add(into, routine->places.count > 0 ? " only" : "");
    } else if (misfit == HOME_NEEDS_TOOL) {
        add_lacking(into, settings, &routine->tools);
    } else if (misfit == HOME_TAKES_LONGER) {
        text_print(into, "takes %d min", (int)((routine->seconds + 59) / 60));
    }
}

/* In place: the words are parted where they lie. */
static void begin_search(RankSearch *search, const HomeState *state, const Model *model)
{
    *search = (RankSearch){.state = state, .model = model};
    finder_part(&state->finder, &search->words);
    for (char *at = search->words.bytes, *end = at + sizeof(search->words.bytes); at < end; at++)
        *at = (char)(*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at);
}

static bool words_in_head(const LibraryEntry *entry, const TextList *words)
{
    for (size_t i = 0; i < words->count; i++) {
        if (!filter_word_in(entry->title, words->items[i]) && !filter_word_in(entry->id, words->items[i]))
            return false;
    }
    return true;
}

/* How good a routine is for what is looked for, 1 and up; 0: not at all. */
static int merit_of(const RankSearch *search, const LibraryEntry *entry)
{
    if (*search->state->finder.words) {
        if (!entry->routine)
            return words_in_head(entry, &search->words.list) ? 1 : 0;
        if (!summary_has(&entry->summary, &search->words.list))
            return 0;
        return 2 + entry->summary.shares[search->state->spot.area] / SHARE_STEP; /* the words may have chosen it */
    }
    if (!entry->routine)
        return 0;
    if (search->state->is_today)
        return suggestion_of(&entry->summary, search->model->area_days).wait;
    int share = entry->summary.shares[search->state->spot.area];
    return share > 0 ? 1 + share / SHARE_STEP : 0;
}

/* The greatest merit first, then what was not done for longest, then as the library has it. */
static uint64_t number_of(const Model *model, size_t index, bool fits, int merit)
{
    int32_t days = model->entry_days ? model->entry_days[index] : MODEL_NEVER;
    uint64_t freshness = days < 0 ? 0 : (uint64_t)(DAYS_MOST - MIN_OF(days, DAYS_MOST - 1));
    uint64_t lack = (uint64_t)(MERIT_MOST - MIN_OF(merit, MERIT_MOST));
    return ((((fits ? 0U : UINT64_C(1)) << MERIT_BITS | lack) << DAYS_BITS | freshness) << INDEX_BITS) | index;
}

static int by_number(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

HomeRank home_rank(const HomeState *state, const Model *model)
{
    size_t all = model->library ? library_count(model->library) : 0;
    HomeRank rank = {.items = memory_resize(NULL, MAX_OF(all, (size_t)1), sizeof(*rank.items))};
    RankSearch search;
    begin_search(&search, state, model);
    for (size_t i = 0; i < all; i++) {
        const LibraryEntry *entry = library_at(model->library, i);
        rank.broken += entry->state == ENTRY_BROKEN;
        rank.unread += entry->state == ENTRY_FOUND || entry->state == ENTRY_HEADED;
        int merit = merit_of(&search, entry);
        if (merit == 0)
            continue;
        bool fits = entry->routine && home_rank_fits(model->settings, entry->routine);
        if (state->is_today && !fits && !*state->finder.words)
            continue;
        rank.items[rank.count++] = number_of(model, i, fits, merit);
        rank.fitting += fits;
    }
    qsort(rank.items, (size_t)rank.count, sizeof(*rank.items), by_number);
    return rank;
}

void home_rank_release(HomeRank *rank)
{
    free(rank->items);
    *rank = (HomeRank){0};
}

uint32_t home_rank_index(const HomeRank *rank, int row)
{
    return (uint32_t)(rank->items[row] & ((UINT64_C(1) << INDEX_BITS) - 1));
}

int home_rank_row(const HomeRank *rank, const HomeState *state)
{
    for (int row = 0; state->chosen > 0 && row < rank->count; row++) {
        if (home_rank_index(rank, row) + 1 == state->chosen)
            return row;
    }
    return 0;
}
