/* SPDX-License-Identifier: MIT */
#include "compose/complaints.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"

#define AREA(area) AREA_BIT(AREA_##area)
#define ALL_AREAS UINT32_MAX
#define HEALTH(word) (UINT32_C(1) << HEALTH_##word)
#define TECHNIQUE(technique) (UINT32_C(1) << TECHNIQUE_##technique)

const char complaint_bone_question[] =
    "Are your shins and feet free of a sore spot on the bone itself, of pain at night, and of pain when you hop? If "
    "not, do not press there, and see someone about it before you run again.";

static const Goal wind_down = GOAL_WIND_DOWN, warm_up = GOAL_WARM_UP;

/* clang-format off */
static const Complaint complaints[] = {
    /* The nerve runs through the buttock, and is moved rather than pressed. */
    {.words = {"sciatica", "sciatic", "sciatic nerve", "slipped disc", "pinched nerve"},
     .person = HEALTH(DISC) | HEALTH(REDUCED_FEELING),
     .main = AREA(LOWER_BACK) | AREA(HIPS) | AREA(GLUTES), .areas = AREA(LOWER_BACK) | AREA(HIPS) | AREA(GLUTES),
     .limits = {.hardest = 3, .pressed = AREA(LOWER_BACK) | AREA(HIPS) | AREA(GLUTES) | AREA(HAMSTRINGS),
                .positions = {"wall-lower-back", "kneeling-lunge", "back-legs-at-wall", "back-legs-on-chair"},
                .keywords = {"jog", "sprint", "strength"}},
     .moves_first = true,
     .question = "Is the pain in your leg no worse than on other days, and are you free of new numbness or weakness in "
                 "a leg or between the legs, and of new trouble with bladder or bowels?"},
    {.words = {"knee pain", "runner's knee", "jumper's knee", "stiff knee", "bad knee"},
     .sore = AREA(KNEES), .main = AREA(KNEES),
     .areas = AREA(KNEES) | AREA(QUADS) | AREA(IT_BAND) | AREA(HAMSTRINGS) | AREA(ADDUCTORS) | AREA(CALVES) |
              AREA(HIPS),
     .limits = {.stances = STANCE_BIT(STANCE_KNEELING),
                .positions = {"back-knees-to-chest", "sit-on-heels", "child", "kneeling", "all-fours", "thread",
                              "sit-soles"},
                .keywords = {"jog", "sprint"}},
     .question = "Can you put your weight on the knee, and is it free of heat, of swelling, and of locking or giving "
                 "way?"},
    {.words = {"knee replacement", "new knee", "artificial knee", "knee surgery", "knee operation"},
     .main = AREA(KNEES),
     .areas = AREA(KNEES) | AREA(QUADS) | AREA(HAMSTRINGS) | AREA(CALVES) | AREA(HIPS),
     .limits = {.stances = STANCE_BIT(STANCE_KNEELING) | STANCE_BIT(STANCE_FRONT),
                .positions = {"back-knees-to-chest", "sit-on-heels", "child", "quad-stretch", "sit-soles"},
                .keywords = {"jog", "sprint", "jump"}, .hardest = 3, .pressed = ALL_AREAS, .unpressed = AREA(KNEES)},
     .moves_first = true,
     .question = "Has whoever operated on you, or your physiotherapist, agreed to this, is the scar closed, and are "
                 "you free of fever, of a knee that is hot or newly swollen, and of a calf that is sore or warm?"},
    {.words = {"headache", "tension headache", "migraine"}, .sore = AREA(HEAD), .main = AREA(HEAD),
     .areas = AREA(HEAD) | AREA(NECK) | AREA(JAW) | AREA(SHOULDERS) | AREA(UPPER_BACK),
     .limits = {.hardest = 3, .pressed = AREA(HEAD) | AREA(NECK) | AREA(JAW)},
     .question = "Is this a headache that you know, and are you free of dizziness, and of changes in sight or speech?"},
    {.words = {"tmj", "clenching", "jaw clenching", "teeth grinding", "jaw pain"}, .sore = AREA(JAW), .main = AREA(JAW),
     .areas = AREA(JAW) | AREA(HEAD) | AREA(NECK) | AREA(SHOULDERS),
     .limits = {.hardest = 3, .pressed = AREA(HEAD) | AREA(NECK) | AREA(JAW)},
     .question = "Does your jaw open and close without locking, and are you free of new pain in the chest or an arm?"},
    {.words = {"plantar fasciitis", "plantar", "heel pain", "heel spur", "fasciitis"},
     .sore = AREA(FEET), .main = AREA(FEET),
     .areas = AREA(FEET) | AREA(CALVES) | AREA(ACHILLES),
     .limits = {.hardest = 4, .pressed = AREA(FEET), .keywords = {"jog", "sprint"}}},
    /* Water in the legs is pumped up by movement; a clot, or a trouble of pregnancy, may look like it. */
    {.words = {"swollen ankle", "swollen leg", "swollen feet", "swollen foot", "puffy ankle", "puffy feet"},
     .main = AREA(CALVES) | AREA(FEET), .areas = AREA(CALVES) | AREA(ACHILLES) | AREA(SHINS) | AREA(FEET),
     .limits = {.unpressed = AREA(CALVES) | AREA(SHINS) | AREA(OUTER_SHINS) | AREA(ACHILLES)},
     .moves_first = true, .rests_last = true,
     .question = "Are both legs swollen alike, with neither warm, red or painful, and are you free of new "
                 "breathlessness?",
     .asked_with = HEALTH_PREGNANCY,
     .also = "Are your face and hands free of sudden swelling, and are you free of a bad headache and of spots before "
             "your eyes? If not, see a midwife or doctor today."},
    {.words = {"shin splints", "shin pain", "sore shin"},
     .sore = AREA(SHINS), .main = AREA(SHINS),
     .areas = AREA(SHINS) | AREA(OUTER_SHINS) | AREA(CALVES) | AREA(ACHILLES) | AREA(FEET),
     .limits = {.keywords = {"jog", "sprint"}},
     .question = complaint_bone_question},
    {.words = {"marathon", "half marathon", "long run", "hard run", "after hard run", "race"},
     .main = AREA(CALVES) | AREA(HAMSTRINGS) | AREA(QUADS),
     .limits = {.keywords = {"jog", "sprint"}, .hardest = 3, .pressed = ALL_AREAS},
     .yields = true, .question = complaint_bone_question, .asked_for = AREA(SHINS) | AREA(OUTER_SHINS) | AREA(FEET)},
    {.words = {"sleep", "sleeping", "sleepless", "insomnia", "can't sleep", "cannot sleep", "trouble sleeping",
               "bedtime"},
     .goal = &wind_down},
    {.words = {"before run", "before a run", "before my run", "before running", "before a race", "before my race",
               "warm up", "warming up"},
     .main = AREA(CALVES) | AREA(HAMSTRINGS) | AREA(QUADS), .yields = true, .goal = &warm_up},
    /* The back of the shoulder brakes the arm; it is pressed and stretched before all else. */
    {.words = {"thrower", "throwing", "thrower's shoulder", "pitcher", "pitching"},
     .main = AREA(ROTATOR_CUFF),
     .areas = AREA(ROTATOR_CUFF) | AREA(SHOULDERS) | AREA(CHEST) | AREA(LATS) | AREA(UPPER_BACK) | AREA(UPPER_ARMS)},
    /* The calf lets go when the toes come up; a clot may feel like a cramp. */
    {.words = {"night cramp", "leg cramp", "calf cramp", "cramp at night", "cramps at night"},
     .main = AREA(CALVES),
     .areas = AREA(CALVES) | AREA(ACHILLES) | AREA(FEET) | AREA(SHINS) | AREA(HAMSTRINGS),
     .limits = {.keywords = {"jog", "sprint"}},
     .moves_first = true,
     .question = "Between the cramps, are both calves as they usually are, neither swollen, warm nor red?"},
    {.words = {"restless legs", "restless leg"}, .main = AREA(CALVES),
     .areas = AREA(CALVES) | AREA(SHINS) | AREA(OUTER_SHINS) | AREA(ACHILLES) | AREA(FEET)},
    /* Who sat still for long may have a clot in the lower leg: it pumps and is stretched, and nothing presses on it. */
    {.words = {"flight", "plane", "long haul", "long drive"},
     .main = AREA(CALVES),
     .limits = {.unpressed = AREA(CALVES) | AREA(SHINS) | AREA(OUTER_SHINS) | AREA(ACHILLES)},
     .moves_first = true,
     .question = "Are both legs as they usually are: is neither swollen, warm, red or sore in the calf, and are you "
                 "free of new breathlessness?"},
};
/* clang-format on */

_Static_assert(ARRAY_LEN(complaints) <= COMPLAINTS, "each is a bit of ComplaintSet");

#define COMPLAINT_BIT(index) (UINT64_C(1) << (index))

const Complaint *complaint_next(ComplaintSet set, const Complaint *last)
{
    for (size_t i = last ? (size_t)(last - complaints) + 1 : 0; i < ARRAY_LEN(complaints); i++) {
        if (set & COMPLAINT_BIT(i))
            return &complaints[i];
    }
    return NULL;
}

/* Whether one is the other, or its plural; people leave the apostrophe out. */
static bool is_word_for(const char *text, const char *word)
{
    while (*text && *word) {
        if (*text == '\'' || *word == '\'') {
            text += *text == '\'';
            word += *word == '\'';
            continue;
        }
        if (strncasecmp(text, word, 1) != 0)
            return false;
        text++;
        word++;
    }
    return strcmp(word, "") == 0 && (strcmp(text, "") == 0 || strcmp(text, "s") == 0);
}

ComplaintSet complaints_called(const char *text)
{
    ComplaintSet bits = 0;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++) {
        for (size_t k = 0; k < COMPLAINT_WORDS && complaints[i].words[k]; k++)
            bits |= is_word_for(text, complaints[i].words[k]) ? COMPLAINT_BIT(i) : 0;
    }
    return bits;
}

ComplaintSet complaints_of(uint32_t sore_areas)
{
    ComplaintSet bits = 0;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++)
        bits |= complaints[i].sore & sore_areas ? COMPLAINT_BIT(i) : 0;
    return bits;
}

uint32_t complaints_areas(ComplaintSet set)
{
    uint32_t areas = 0;
    for (const Complaint *each = complaint_next(set, NULL); each; each = complaint_next(set, each))
        areas |= each->areas;
    return areas;
}

uint32_t complaints_main_areas(ComplaintSet set)
{
    uint32_t areas = 0;
    for (const Complaint *each = complaint_next(set, NULL); each; each = complaint_next(set, each))
        areas |= each->main;
    return areas;
}

ComplaintSet complaints_yield(ComplaintSet set)
{
    ComplaintSet yielding = 0;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++)
        yielding |= complaints[i].yields ? COMPLAINT_BIT(i) : 0;
    return set & yielding;
}
