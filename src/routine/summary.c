/* SPDX-License-Identifier: MIT */
#include "routine/summary.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/sequence.h"

enum { NAME_LEAST = 2 }; /* letters, before an area is meant */

/* What people say for an area, its own name first; parted by commas. */
static const char *const everyday[] = {
    [AREA_HEAD] = "head,scalp,temples,skull",
    [AREA_JAW] = "jaw,chin,face",
    [AREA_NECK] = "neck,nape,throat",
    [AREA_CHEST] = "chest,pecs,breast",
    [AREA_ABDOMEN] = "abdomen,belly,stomach,abs",
    [AREA_SHOULDERS] = "shoulders,deltoids,traps,trapezius",
    [AREA_ROTATOR_CUFF] = "rotator cuff,shoulder blade,scapula",
    [AREA_LATS] = "lats,flanks",
    [AREA_UPPER_BACK] = "upper back,rhomboids,thoracic",
    [AREA_LOWER_BACK] = "lower back,lumbar",
    [AREA_UPPER_ARMS] = "upper arms,biceps,triceps",
    [AREA_FOREARMS] = "forearms,elbows,wrists",
    [AREA_HANDS] = "hands,thumbs,fingers,palms",
    [AREA_HIPS] = "hips,hip flexors,groin,psoas",
    [AREA_GLUTES] = "glutes,buttocks,bottom,bum,piriformis",
    [AREA_ADDUCTORS] = "adductors,inner thighs",
    [AREA_QUADS] = "quads,thighs",
    [AREA_IT_BAND] = "it band,itb,outer thighs",
    [AREA_HAMSTRINGS] = "hamstrings,hams",
    [AREA_KNEES] = "knees,kneecap",
    [AREA_SHINS] = "shins",
    [AREA_OUTER_SHINS] = "outer shins,peroneals",
    [AREA_CALVES] = "calves,calf",
    [AREA_ACHILLES] = "achilles,ankles,heel cord",
    [AREA_FEET] = "feet,foot,soles,heels,toes,plantar,arches",
};

_Static_assert(ARRAY_LEN(everyday) == AREA_COUNT, "names for each area");

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
        add_words(words, everyday[routine->areas.items[i]]);
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
    const Routine *routine;
    int64_t area_s[AREA_COUNT], all_s;
} Sums;

static bool add_stop(void *context, const SequenceItem *stop)
{
    Sums *sums = context;
    const Move *move = stop->move;
    if (!move)
        return true;
    int32_t seconds = sequence_move_seconds(sums->routine, move, move->sides);
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
    Sums sums = {.routine = routine};
    sequence_walk(routine, NULL, add_stop, &sums);
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

/* The length of a name without the blanks at its end. */
static size_t trimmed(const char *name)
{
    size_t length = strlen(name);
    while (length > 0 && name[length - 1] == ' ')
        length--;
    return length;
}

int summary_area(const char *name)
{
    size_t length = trimmed(name);
    for (int own = 1; length >= NAME_LEAST && own >= 0; own--) { /* an area's own name before what else people say */
        for (int area = 0; area < AREA_COUNT; area++) {
            const char *at = everyday[area];
            if (own && strncasecmp(at, name, length) == 0)
                return area;
            while (!own && (at = strpbrk(at, ", ")) != NULL) {
                at++;
                if (strncasecmp(at, name, length) == 0)
                    return area;
            }
        }
    }
    return -1;
}
