/* SPDX-License-Identifier: MIT */
#include "settings/health.h"

#include "routine/filter.h"
#include "routine/timeline.h"
#include "routine/wording.h"

/* Each fits beside its word in a window of 80 columns. */
static const char *const meanings[HEALTH_COUNT] = {
    [HEALTH_CLOT] = "a blood clot, now or ever, or a high risk",
    [HEALTH_PREGNANCY] = "pregnant, or gave birth not long ago",
    [HEALTH_BLOOD_THINNERS] = "taking them, or you bruise or bleed easily",
    [HEALTH_FRAGILE_BONES] = "thin bones, or steroids for a long time",
    [HEALTH_RECENT_INJURY] = "a break, wound, infection or operation",
    [HEALTH_VARICOSE_VEINS] = "varicose or inflamed veins",
    [HEALTH_REDUCED_FEELING] = "numb or tingling parts, pain that shoots",
    [HEALTH_DIABETIC_FEET] = "diabetes, foot sores, poor blood flow",
    [HEALTH_COLD_SENSITIVE] = "fingers, toes or skin that take cold badly",
    [HEALTH_BAKERS_CYST] = "a lump or cyst behind the knee",
    [HEALTH_BELLY] = "hernia, operation or trouble in the belly",
    [HEALTH_NECK_ARTERY] = "a stroke, neck artery trouble, vertigo",
    [HEALTH_DISC] = "disc pain; a narrow or fused spine",
    [HEALTH_HYPERMOBILE] = "joints that bend much further than most",
    [HEALTH_HEART] = "heart trouble, uncontrolled blood pressure",
};

const char *health_meaning(Health health)
{
    return meanings[health];
}

/* The words of both, as bits. */
static uint32_t common_words(const Settings *settings, const Move *move)
{
    uint32_t words = 0;
    for (size_t i = 0; i < move->not_with.count; i++) {
        const uint8_t word = move->not_with.items[i];
        words |= (uint32_t)filter_rules_out(&settings->health, (Health)word, move) << word;
    }
    return words;
}

static void add_words(Text *into, const char *start, uint32_t words)
{
    const char *before = start;
    for (int health = 0; into && health < HEALTH_COUNT; health++) {
        if (!(words & UINT32_C(1) << health))
            continue;
        text_add(into, before);
        wording_id(into, health_name(health));
        before = ", ";
    }
}

HealthFit health_of_move(const Settings *settings, const Move *move, Text *into)
{
    uint32_t words = common_words(settings, move);
    add_words(into, "not with ", words);
    return words ? HEALTH_RULES_OUT : HEALTH_FITS;
}

typedef struct Count {
    const Settings *settings;
    int moves, left_out;
    uint32_t words;
} Count;

static bool count_move(void *context, const TimelineItem *stop)
{
    Count *count = context;
    uint32_t words = stop->move ? common_words(count->settings, stop->move) : 0;
    count->moves += stop->move ? 1 : 0;
    count->left_out += words ? 1 : 0;
    count->words |= words;
    return true;
}

HealthFit health_of_routine(const Settings *settings, const Routine *routine, Text *into)
{
    Count count = {.settings = settings};
    if (settings->health.words.count > 0)
        timeline_walk(routine, NULL, count_move, &count);
    if (count.left_out == 0)
        return HEALTH_FITS;
    Text start = {0};
    if (count.left_out == count.moves)
        text_add(&start, "not with ");
    else
        text_print(&start, "%d of %d moves left out: ", count.left_out, count.moves);
    add_words(into, text_show(&start), count.words);
    text_release(&start);
    return count.left_out == count.moves ? HEALTH_RULES_OUT : HEALTH_FITS_IN_PART;
}
