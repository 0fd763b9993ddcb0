/* SPDX-License-Identifier: MIT */
#include "compose/stance.h"

#include <string.h>

#include "base/macros.h"
#include "routine/filter.h"

#define STANDING STANCE_BIT(STANCE_STANDING)
#define CHAIR STANCE_BIT(STANCE_CHAIR)
#define SITTING STANCE_BIT(STANCE_SITTING)
#define KNEELING STANCE_BIT(STANCE_KNEELING)
#define FRONT STANCE_BIT(STANCE_FRONT)
#define SIDE STANCE_BIT(STANCE_SIDE)
#define BACK STANCE_BIT(STANCE_BACK)

/* clang-format off */
/* By how a position's id begins. Where the one that is shown is not all there is, the set-up says what else. */
static const struct {
    const char *begin;
    StanceSet stances;
} families[] = {
    {"back-hands-on-belly", BACK | SIDE}, {"back-hands-on-thigh", BACK | SITTING}, {"back", BACK}, {"bridge", BACK},
    {"sit-on-heels", KNEELING}, {"sit-soles", SITTING | BACK}, {"sit", SITTING},
    {"all-fours", KNEELING}, {"child", KNEELING}, {"thread", KNEELING}, {"kneeling", KNEELING},
    {"face-down", FRONT}, {"forearms", FRONT}, {"side", SIDE},
    /* These stand, whatever the place. */
    {"march", STANDING}, {"heel-in-front", STANDING}, {"desk-hips-back", STANDING},
    /* On the floor or in bed these lie too. */
    {"chair-hand-on", SITTING | BACK}, {"chair-arms-long", SITTING | BACK}, {"chair-leg-out", SITTING | BACK},
    {"pelvis", SITTING | BACK}, {"front-hand-on-forearm", SITTING | BACK},
    {"front-hand-on-upper-arm", SITTING | BACK}, {"front-hand-on-chest", SITTING | BACK},
    {"front-hands-together", SITTING | BACK}, {"front-fold-of-armpit", SITTING | SIDE},
};


/* Where the place alone says it; `unless` moves whose position begins so, which sit there. */
static const struct {
    StanceSet stances;
    const char *unless;
} places[PLACE_COUNT] = {
    [PLACE_DESK] = {STANDING, "table"}, [PLACE_OUTDOORS] = {STANDING, "chair"}, [PLACE_WALL] = {STANDING, NULL},
    [PLACE_DOORWAY] = {STANDING, NULL}, [PLACE_CHAIR] = {CHAIR, NULL},
};
/* clang-format on */

const uint8_t stance_way_down[PLACE_COUNT] = {PLACE_OUTDOORS, PLACE_WALL,  PLACE_DESK, PLACE_DOORWAY,
                                              PLACE_CHAIR,    PLACE_FLOOR, PLACE_BED};

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static StanceSet family_of(const Move *move)
{
    for (size_t i = 0; i < ARRAY_LEN(families) && move->positions.count > 0; i++) {
        if (begins(move->positions.items[0], families[i].begin))
            return families[i].stances;
    }
    return 0;
}

StanceSet stance_at(const Move *move, int place)
{
    const StanceSet family = family_of(move);
    const char *position = move->positions.count > 0 ? move->positions.items[0] : "";
    if (family == STANDING)
        return STANDING;
    if (places[place].stances)
        return places[place].unless && begins(position, places[place].unless) ? CHAIR : places[place].stances;
    return family ? family : SITTING;
}

StanceSet stance_shown(const Move *move)
{
    static const char *const on_back[] = {"back", "bridge", "pelvis"}, *const on_front[] = {"face-down", "forearms"};
    const char *position = move->positions.count > 0 ? move->positions.items[0] : "";
    for (size_t i = 0; i < ARRAY_LEN(on_back); i++) {
        if (begins(position, on_back[i]))
            return BACK;
    }
    for (size_t i = 0; i < ARRAY_LEN(on_front); i++) {
        if (begins(position, on_front[i]))
            return FRONT;
    }
    return 0;
}

StanceSet stance_anywhere(const Move *move)
{
    StanceSet stances = 0;
    for (int place = 0; place < PLACE_COUNT; place++) {
        if (move->where.count == 0 || filter_has_word(&move->where, place))
            stances |= stance_at(move, place);
    }
    return stances;
}
