/* SPDX-License-Identifier: MIT */
#include "compose/health_ways.h"

#include <string.h>

#include "base/macros.h"

#define PLACE(place) (UINT32_C(1) << PLACE_##place)

/* What is shown lying flat. */
/* clang-format off */
static const struct {
    Health health;
    HealthWay way;
} ways[] = {
    {HEALTH_PREGNANCY, {"dy-pelvis", PLACE(CHAIR), STANCE_BIT(STANCE_CHAIR),
        "Sit tall on the front half of a firm chair, feet flat and wide. Put your hands on the bones at the front of "
        "your hips, so that you feel them move.", "[chair-hands-on-hips, chair-pelvis-tipped]"}},
    {HEALTH_PREGNANCY, {"dy-pelvis", PLACE(FLOOR), STANCE_BIT(STANCE_KNEELING),
        "Kneel on your hands and knees, hands under your shoulders, knees under your hips and as wide as your belly "
        "needs.", "[all-fours-round, all-fours-hollow]"}},
    {HEALTH_PREGNANCY, {"dy-pelvis", PLACE(BED), STANCE_BIT(STANCE_SIDE),
        "Lie on your left side, a pillow under your head and one between your knees. Draw both knees up a little. Lay "
        "your top hand on the bone at the front of the top hip, so that you feel it move.", "side-hand-on-hip"}},
    {HEALTH_PREGNANCY, {"st-butterfly", PLACE(FLOOR) | PLACE(BED), STANCE_BIT(STANCE_SITTING),
        "Sit with your back against something firm, a cushion under each knee. Put the soles of your feet together, "
        "two hands' widths from your body, and let both knees sink out. Rest your hands on your thighs. Draw the knees "
        "together if it hurts at the bone in front, between your legs.", "sit-soles"}},
    {HEALTH_PREGNANCY, {"st-child", PLACE(FLOOR) | PLACE(BED), STANCE_BIT(STANCE_KNEELING),
        "Kneel with your knees only as wide as your belly needs. Sit back toward your heels. Walk your hands forward, "
        "and rest your forehead on a pillow or on your arms. Draw the knees together, or leave it out, if it hurts at "
        "the bone in front, between your legs.", "child"}},
    {HEALTH_PREGNANCY, {"breath", PLACE(FLOOR) | PLACE(BED), STANCE_BIT(STANCE_SIDE),
        "Lie on your side, a pillow under your head and one between your knees; or sit leaning back, well propped up. "
        "Lay one hand on your ribs. Let your shoulders drop, and close your eyes if you like.", "side-rest"}},
};
/* clang-format on */

const HealthWay *health_way_of(const PersonHealth *health, const char *id, int place)
{
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        if (ways[i].way.places & UINT32_C(1) << place && strcmp(ways[i].way.id, id) == 0 &&
            filter_has_word(&health->words, (int)ways[i].health))
            return &ways[i].way;
    }
    return NULL;
}
