/* SPDX-License-Identifier: MIT */
#include "routine/names.h"

#include "base/macros.h"

static const char *const areas[] = {
    "head",        "jaw",        "neck",       "chest",      "abdomen",    "shoulders", "rotator-cuff",
    "lats",        "upper-back", "lower-back", "upper-arms", "forearms",   "hands",     "hips",
    "glutes",      "adductors",  "quads",      "it-band",    "hamstrings", "knees",     "shins",
    "outer-shins", "calves",     "achilles",   "feet",
};

static const char *const places[] = {"desk", "chair", "wall", "doorway", "floor", "bed"};

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
