/* SPDX-License-Identifier: MIT */
#include "compose/area_check.h"

#include <stdint.h>
#include <string.h>

#include "base/macros.h"

#define WITH(health) (UINT32_C(1) << (health))

/* Bending far forward, and what comes up from it. */
#define NO_BENDING                                                                                                     \
    (WITH(HEALTH_DISC) | WITH(HEALTH_FRAGILE_BONES) | WITH(HEALTH_PREGNANCY) | WITH(HEALTH_HEART) |                    \
     WITH(HEALTH_NECK_ARTERY))

/* Feet that may not feel the ground. */
#define NO_STANDING (WITH(HEALTH_REDUCED_FEELING) | WITH(HEALTH_DIABETIC_FEET))

/* clang-format off */
static const char *const usual[AREA_COUNT] = {
    [AREA_HEAD] = "Close your eyes and let your face go. Notice how tense the forehead and scalp feel, from 0 to 10.",
    [AREA_JAW] = "Open your mouth slowly, as far as is easy, and close it. Notice how smoothly the jaw moves.",
    [AREA_NECK] = "Sit tall and turn your head slowly to each side. Notice how far it goes without effort.",
    [AREA_CHEST] = "Open both arms wide, slowly. Notice how far back they go, and where the chest pulls.",
    [AREA_ABDOMEN] = "Lay a hand on your belly and breathe in slowly. Notice how easily it rises under the hand.",
    [AREA_SHOULDERS] = "Raise both arms slowly overhead, as far as is easy. Notice how far each one goes.",
    [AREA_ROTATOR_CUFF] = "Slide one hand slowly up your back, then the other. Notice how high each one gets.",
    [AREA_LATS] = "Raise both arms slowly overhead, as far as is easy. Notice which flank pulls more.",
    [AREA_UPPER_BACK] =
        "Sit tall and raise both arms slowly overhead. Notice how stiff the upper back feels, from 0 to 10.",
    [AREA_LOWER_BACK] =
        "Stand and slide both hands down your thighs, then come up. Notice how stiff the lower back feels.",
    [AREA_UPPER_ARMS] = "Bend both elbows, then straighten them slowly. Notice how heavy the upper arms feel.",
    [AREA_FOREARMS] =
        "Make two fists, then spread your fingers wide. Notice how tight the forearms feel, from 0 to 10.",
    [AREA_HANDS] = "Make two fists, then spread your fingers wide. Notice how easily each hand opens.",
    [AREA_HIPS] = "Sit down slowly on a chair that stands firm, and stand up. Notice how stiff the hips feel.",
    [AREA_GLUTES] = "Sit down slowly on a chair that stands firm, and stand up. Notice how easily you rise.",
    [AREA_ADDUCTORS] =
        "Stand with your feet wide, a hand on the wall, and shift from side to side. Notice where it pulls.",
    [AREA_QUADS] =
        "Sit down slowly on a chair that stands firm, and stand up. Notice how the thighs feel, from 0 to 10.",
    [AREA_IT_BAND] = "Stand on one leg, a hand on the wall, then on the other. Notice how steady each hip feels.",
    [AREA_HAMSTRINGS] = "Stand with soft knees and reach slowly for your toes. Notice how far you get before it pulls.",
    [AREA_KNEES] =
        "Sit down slowly on a chair that stands firm, and stand up. Notice how each knee feels, from 0 to 10.",
    [AREA_SHINS] = "Face a wall, one foot forward, heel down, and bend that knee to the wall. Notice how far it goes.",
    [AREA_OUTER_SHINS] =
        "Sit, lift one foot and draw slow circles with it, then the other. Notice how smoothly each turns.",
    [AREA_CALVES] =
        "Face a wall, one foot forward, heel down, and bend that knee to the wall. Notice where the calf pulls.",
    [AREA_ACHILLES] =
        "Face a wall, one foot forward, heel down, and bend that knee to the wall. Notice how stiff the heel feels.",
    [AREA_FEET] = "Stand with a hand on the wall and rock from heels to toes. Notice how your soles meet the floor.",
};

/* For who is in bed, or sits; NULL: the usual one is. */
static const char *const resting[AREA_COUNT] = {
    [AREA_NECK] = "Turn your head slowly to each side, sitting or lying. Notice how far it goes without effort.",
    [AREA_UPPER_BACK] = "Hug yourself and breathe in slowly. Notice how stiff the upper back feels, from 0 to 10.",
    [AREA_LOWER_BACK] = "Tip your pelvis slowly, one way and the other. Notice how stiff the lower back feels.",
    [AREA_HIPS] = "Let one bent knee sink slowly out, then the other. Notice how far each hip lets it go.",
    [AREA_GLUTES] = "Squeeze both buttocks for a breath, then let go. Notice how tense they feel, from 0 to 10.",
    [AREA_ADDUCTORS] = "Let one bent knee sink slowly out, then the other. Notice where the inner thigh pulls.",
    [AREA_QUADS] = "Straighten one knee slowly, then the other. Notice how the thighs feel, from 0 to 10.",
    [AREA_IT_BAND] = "Roll one long leg slowly in and out, then the other. Notice how easily each hip turns.",
    [AREA_HAMSTRINGS] = "Straighten one knee as far as is easy, then the other. Notice how far each goes.",
    [AREA_KNEES] = "Bend and straighten each knee slowly, as far as is easy. Notice how it feels, from 0 to 10.",
    [AREA_SHINS] = "Point your toes slowly, one foot after the other. Notice where the shin pulls.",
    [AREA_OUTER_SHINS] = "Draw slow circles with one foot, then the other. Notice how smoothly each turns.",
    [AREA_CALVES] = "Straighten one knee and draw the toes up, then the other. Notice where the calf pulls.",
    [AREA_ACHILLES] = "Draw the toes up and point them, one foot after the other. Notice how stiff the heel feels.",
    [AREA_FEET] = "Curl your toes and spread them, one foot after the other. Notice how your soles feel.",
};

static const struct {
    int area;
    uint32_t not_with; /* bits of Health */
    const char *check;
} gentle[] = {
    {AREA_NECK, WITH(HEALTH_NECK_ARTERY) | WITH(HEALTH_FRAGILE_BONES),
     "Sit tall and look straight ahead. Notice how stiff your neck feels, from 0 to 10."},
    {AREA_LOWER_BACK, NO_BENDING,
     "Stand and shift your weight from foot to foot. Notice how stiff the lower back feels."},
    {AREA_FEET, NO_STANDING,
     "Sit, curl your toes and spread them, one foot after the other. Notice how your soles feel."},
    {AREA_CALVES, NO_STANDING,
     "Sit, straighten one knee and draw the toes up, then the other. Notice where the calf pulls."},
    {AREA_ACHILLES, NO_STANDING,
     "Sit, draw the toes up and point them, one foot after the other. Notice how stiff the heel feels."},
    {AREA_SHINS, NO_STANDING, "Sit and point your toes slowly, one foot after the other. Notice where the shin pulls."},
    {AREA_HAMSTRINGS, NO_BENDING,
     "Sit tall on a chair and straighten one knee as far as is easy, then the other. Notice how far each goes."},
};
/* clang-format on */

static uint32_t bits_of(const WordList *words)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < words->count; i++)
        bits |= WITH(words->items[i]);
    return bits;
}

bool area_check_needs_wall(int area)
{
    return strstr(usual[area], " wall") != NULL;
}

const char *area_check_of(int area, const PersonHealth *health, bool stands)
{
    const uint32_t said = bits_of(&health->words);
    for (size_t i = 0; i < ARRAY_LEN(gentle); i++) {
        if (gentle[i].area == area && (gentle[i].not_with & said))
            return stands || !resting[area] || area == AREA_NECK ? gentle[i].check : resting[area];
    }
    return stands || !resting[area] ? usual[area] : resting[area];
}
