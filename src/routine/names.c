/* SPDX-License-Identifier: MIT */
#include "routine/names.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"

enum { NAME_LEAST = 2 }; /* letters, before an area is meant */

static const char *const areas[] = {
    "head",        "jaw",        "neck",       "chest",      "abdomen",    "shoulders", "rotator-cuff",
    "lats",        "upper-back", "lower-back", "upper-arms", "forearms",   "hands",     "hips",
    "glutes",      "adductors",  "quads",      "it-band",    "hamstrings", "knees",     "shins",
    "outer-shins", "calves",     "achilles",   "feet",
};

/* What people say for an area, its own name first; parted by commas. */
static const char *const everyday[AREA_COUNT] = {
    [AREA_HEAD] = "head,scalp,temples,skull",
    [AREA_JAW] = "jaw,chin,face",
    [AREA_NECK] = "neck,nape,throat",
    [AREA_CHEST] = "chest,pecs,breast",
    [AREA_ABDOMEN] = "abdomen,belly,stomach,abs",
    [AREA_SHOULDERS] = "shoulders,deltoids,traps,trapezius",
    [AREA_ROTATOR_CUFF] = "rotator cuff,scapula",
    [AREA_LATS] = "lats,flanks",
    [AREA_UPPER_BACK] = "upper back,rhomboids,thoracic,shoulder blades",
    [AREA_LOWER_BACK] = "lower back,lumbar",
    [AREA_UPPER_ARMS] = "upper arms,biceps,triceps",
    [AREA_FOREARMS] = "forearms,elbows,wrists",
    [AREA_HANDS] = "hands,thumbs,fingers,palms",
    [AREA_HIPS] = "hips,hip flexors,psoas",
    [AREA_GLUTES] = "glutes,buttocks,bottom,bum,piriformis",
    [AREA_ADDUCTORS] = "adductors,inner thighs,groin",
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

static const char *const places[] = {"desk", "chair", "wall", "doorway", "floor", "bed", "outdoors"};

static const char *const techniques[] = {
    "sustained-pressure", "stripping", "cross-friction", "skin-shear",  "skin-rolling", "pin-and-move", "pin-and-spin",
    "contract-relax",     "stack",     "plow",           "oscillation", "flush",        "circles",      "stretch",
    "movement",           "breathe",
};

static const char *const goals[] = {"warm-up", "recovery", "desk-break", "mobility", "wind-down"};

static const char *const health[] = {
    "clot",           "pregnancy",       "blood-thinners", "fragile-bones",  "recent-injury",
    "varicose-veins", "reduced-feeling", "diabetic-feet",  "cold-sensitive", "bakers-cyst",
    "belly",          "neck-artery",     "disc",           "hypermobile",    "heart",
};

static const char *const sides[] = {"none", "both", "left", "right"};
static const char *const one_side[] = {"", "left", "right"};
static const char *const units[] = {"", "cm", "s", "deg", "times"};
static const char *const levels[] = {"standard", "gentle", "firm"};

_Static_assert(ARRAY_LEN(units) == UNIT_COUNT, "a word for each unit");
_Static_assert(ARRAY_LEN(levels) == LEVEL_COUNT, "a word for each level");
_Static_assert(ARRAY_LEN(areas) == AREA_COUNT, "a word for each area");
_Static_assert(ARRAY_LEN(places) == PLACE_COUNT, "a word for each place");
_Static_assert(ARRAY_LEN(techniques) == TECHNIQUE_COUNT, "a word for each technique");
_Static_assert(ARRAY_LEN(goals) == GOAL_COUNT, "a word for each goal");
_Static_assert(ARRAY_LEN(health) == HEALTH_COUNT, "a word for each state of health");
_Static_assert(ARRAY_LEN(sides) == SIDES_COUNT, "a word for each value of sides");
_Static_assert(ARRAY_LEN(one_side) == SIDE_COUNT, "a word for each side");

const Words area_words = {areas, AREA_COUNT};
const Words place_words = {places, PLACE_COUNT};
const Words technique_words = {techniques, TECHNIQUE_COUNT};
const Words goal_words = {goals, GOAL_COUNT};
const Words health_words = {health, HEALTH_COUNT};
const Words sides_words = {sides, SIDES_COUNT};
const Words side_words = {one_side, SIDE_COUNT};
const Words unit_words = {units, UNIT_COUNT};
const Words number_unit_words = {units + 1, UNIT_COUNT - 1};
const Words level_words = {levels, LEVEL_COUNT};

static const char *name_of(const Words *words, int value)
{
    return value >= 0 && (size_t)value < words->count ? words->items[value] : "";
}

const char *area_name(int area)
{
    return name_of(&area_words, area);
}

const char *place_name(int place)
{
    return name_of(&place_words, place);
}

const char *technique_name(int technique)
{
    return name_of(&technique_words, technique);
}

const char *goal_name(int goal)
{
    return name_of(&goal_words, goal);
}

const char *health_name(int value)
{
    return name_of(&health_words, value);
}

const char *sides_name(int value)
{
    return name_of(&sides_words, value);
}

const char *side_name(int side)
{
    return name_of(&side_words, side);
}

const char *area_everyday_names(int area)
{
    return everyday[area];
}

/* The length of a name without the blanks at its end. */
static size_t trimmed(const char *name)
{
    size_t length = strlen(name);
    while (length > 0 && name[length - 1] == ' ')
        length--;
    return length;
}

int area_called(const char *name)
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
