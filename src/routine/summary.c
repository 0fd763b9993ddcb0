/* SPDX-License-Identifier: MIT */
#include "routine/summary.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/timeline.h"

static void add_words(Text *words, const char *more)
{
    if (!more)
        return;
    const size_t start = words->length;
    text_add(words, more);
    for (size_t i = start; i < words->length; i++) {
        if (words->bytes[i] >= 'A' && words->bytes[i] <= 'Z')
            words->bytes[i] = (char)(words->bytes[i] - 'A' + 'a');
    }
    text_add_char(words, '\n');
}

/* As it is written and as it is read out: "it-band", "it band". */
static void add_id(Text *words, const char *id)
{
    add_words(words, id);
    size_t start = words->length;
    add_words(words, id);
    for (size_t i = start; i < words->length; i++) {
        if (words->bytes[i] == '-')
            words->bytes[i] = ' ';
    }
}

static void add_moves(Text *words, const Item *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_MOVE)
            add_words(words, items[i].move->name);
        else if (items[i].kind == ITEM_REPEAT)
            add_moves(words, items[i].items, items[i].count);
    }
}

static void add_routine(Text *words, const Routine *routine)
{
    add_id(words, routine->id);
    add_words(words, routine->title);
    add_words(words, routine->summary);
    add_words(words, goal_name((int)routine->goal));
    for (size_t i = 0; i < routine->areas.count; i++) {
        add_words(words, area_name(routine->areas.items[i]));
        add_words(words, area_everyday_names(routine->areas.items[i]));
    }
    for (size_t i = 0; i < routine->places.count; i++)
        add_words(words, place_name(routine->places.items[i]));
    for (size_t i = 0; i < routine->tools.count; i++) {
        const TextList *any_of = &routine->tools.items[i].any_of;
        for (size_t k = 0; k < any_of->count; k++)
            add_id(words, any_of->items[k]);
    }
    add_moves(words, routine->items, routine->count);
}

typedef struct Sums {
    int64_t area_s[AREA_COUNT], all_s;
} Sums;

static bool add_stop(void *context, const TimelineItem *stop)
{
    Sums *sums = context;
    const Move *move = stop->move;
    if (!move)
        return true;
    int32_t seconds = timeline_move_seconds(move);
    sums->all_s += seconds;
    for (size_t i = 0; i < move->areas.count; i++)
        sums->area_s[move->areas.items[i]] += seconds;
    return true;
}

void summary_make(RoutineSummary *summary, const Routine *routine)
{
    summary_release(summary);
    Text words = {0};
    add_routine(&words, routine);
    summary->words = text_detach(&words);
    Sums sums = {.all_s = 0};
    timeline_walk(routine, NULL, add_stop, &sums);
    for (int area = 0; area < AREA_COUNT; area++) {
        int64_t share = sums.all_s > 0 ? MIN_OF(sums.area_s[area] * 100 / sums.all_s, 100) : 0;
        summary->shares[area] = (uint8_t)(sums.area_s[area] > 0 ? MAX_OF(share, 1) : 0);
    }
}

void summary_release(RoutineSummary *summary)
{
    free(summary->words);
    *summary = (RoutineSummary){0};
}

bool summary_has(const RoutineSummary *summary, const TextList *words)
{
    for (size_t i = 0; i < words->count; i++) {
        if (!summary->words || !strstr(summary->words, words->items[i]))
            return false;
    }
    return true;
}
