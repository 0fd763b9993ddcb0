/* SPDX-License-Identifier: MIT */
/* The closed lists of the routine format and their words, in the order of doc/routine-format.md ("Words"). */
#ifndef ROUTINE_NAMES_H
#define ROUTINE_NAMES_H

#include "base/words.h"

/* clang-format off */
typedef enum Area {
    AREA_HEAD, AREA_JAW, AREA_NECK, AREA_CHEST, AREA_ABDOMEN, AREA_SHOULDERS, AREA_ROTATOR_CUFF, AREA_LATS,
    AREA_UPPER_BACK, AREA_LOWER_BACK, AREA_UPPER_ARMS, AREA_FOREARMS, AREA_HANDS, AREA_HIPS, AREA_GLUTES,
    AREA_ADDUCTORS, AREA_QUADS, AREA_IT_BAND, AREA_HAMSTRINGS, AREA_KNEES, AREA_SHINS, AREA_OUTER_SHINS, AREA_CALVES,
    AREA_ACHILLES, AREA_FEET,
    AREA_COUNT
} Area;
/* clang-format on */

typedef enum Place {
    PLACE_DESK,
    PLACE_CHAIR,
    PLACE_WALL,
    PLACE_DOORWAY,
    PLACE_FLOOR,
    PLACE_BED,
    PLACE_OUTDOORS,
    PLACE_COUNT
} Place;

/* clang-format off */
typedef enum Technique {
    TECHNIQUE_SUSTAINED_PRESSURE, TECHNIQUE_STRIPPING, TECHNIQUE_CROSS_FRICTION, TECHNIQUE_SKIN_SHEAR,
    TECHNIQUE_SKIN_ROLLING, TECHNIQUE_PIN_AND_MOVE, TECHNIQUE_PIN_AND_SPIN, TECHNIQUE_CONTRACT_RELAX, TECHNIQUE_STACK,
    TECHNIQUE_PLOW, TECHNIQUE_OSCILLATION, TECHNIQUE_FLUSH, TECHNIQUE_CIRCLES, TECHNIQUE_STRETCH, TECHNIQUE_MOVEMENT,
    TECHNIQUE_BREATHE,
    TECHNIQUE_COUNT, TECHNIQUE_NONE = TECHNIQUE_COUNT
} Technique;
/* clang-format on */

/* clang-format off */
typedef enum Goal {
    GOAL_WARM_UP, GOAL_RECOVERY, GOAL_DESK_BREAK, GOAL_MOBILITY, GOAL_WIND_DOWN, GOAL_COUNT, GOAL_NONE = GOAL_COUNT
} Goal;
/* clang-format on */

/* clang-format off */
typedef enum Health {
    HEALTH_CLOT, HEALTH_PREGNANCY, HEALTH_BLOOD_THINNERS, HEALTH_FRAGILE_BONES, HEALTH_RECENT_INJURY,
    HEALTH_VARICOSE_VEINS, HEALTH_REDUCED_FEELING, HEALTH_DIABETIC_FEET, HEALTH_COLD_SENSITIVE, HEALTH_BAKERS_CYST,
    HEALTH_BELLY, HEALTH_NECK_ARTERY, HEALTH_DISC, HEALTH_HYPERMOBILE, HEALTH_HEART, HEALTH_COUNT
} Health;
/* clang-format on */

/* What the `check` of a routine is measured in. UNIT_FEEL: how it feels, 0 to 10, less is better. */
typedef enum CheckUnit { UNIT_FEEL, UNIT_CM, UNIT_S, UNIT_DEG, UNIT_TIMES, UNIT_COUNT } CheckUnit;

/* How hard a session asks one to press. */
typedef enum Level { LEVEL_STANDARD, LEVEL_GENTLE, LEVEL_FIRM, LEVEL_COUNT } Level;

typedef enum Sides { SIDES_NONE, SIDES_BOTH, SIDES_LEFT, SIDES_RIGHT, SIDES_COUNT } Sides;
typedef enum Side { SIDE_NONE, SIDE_LEFT, SIDE_RIGHT, SIDE_COUNT } Side;

extern const Words area_words, place_words, technique_words, goal_words, health_words;
extern const Words unit_words;        /* "" cm s deg times: an index is a CheckUnit */
extern const Words number_unit_words; /* the same without UNIT_FEEL: an index is a CheckUnit - 1 */
extern const Words level_words;       /* standard gentle firm */
extern const Words sides_words;       /* none both left right */
extern const Words side_words;        /* "" left right: an index is a Side */

/* The word for a value; "" if the value is not in the list (TECHNIQUE_NONE, GOAL_NONE, SIDE_NONE). */
const char *area_name(int area);
const char *place_name(int place);
const char *technique_name(int technique);
const char *goal_name(int goal);
const char *health_name(int health);
const char *sides_name(int sides);
const char *side_name(int side);

/* The names that people use for an area, its own name first, separated by commas. */
const char *area_everyday_names(int area);

/* The area with this everyday name or a beginning of it ("calf", "lower b"); -1 if there is none. */
int area_called(const char *name);

#endif
