/* SPDX-License-Identifier: MIT */
#include "compose/limits.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "compose/recipes.h"
#include "routine/filter.h"
#include "session/caps.h"

#define AREA(area) AREA_BIT(AREA_##area)
#define ALL_AREAS UINT32_MAX
#define TECHNIQUE(technique) (UINT32_C(1) << TECHNIQUE_##technique)

#define ON_LEGS (STANCE_BIT(STANCE_STANDING) | STANCE_BIT(STANCE_KNEELING) | STANCE_BIT(STANCE_SITTING))
#define BELOW_KNEE (AREA(FEET) | AREA(ACHILLES) | AREA(CALVES) | AREA(SHINS) | AREA(OUTER_SHINS))
#define LYING (STANCE_BIT(STANCE_BACK) | STANCE_BIT(STANCE_FRONT))

static const char clot_caution[] =
    "A leg that is newly swollen, warm, red or sore may have a clot: get medical help the same day.";

/* clang-format off */
static const struct {
    Health health;
    Limits limits;
    bool moves_first;     /* gentle movement goes before all else */
    bool moves;           /* movement is the work, as far as there is some */
    int32_t on_spot_s;    /* no longer on one spot, beside what a session allows; 0: no limit */
    const char *question; /* NULL: none */
    uint32_t asked_for;   /* bits of Area: it is asked where one of these is worked; 0: always */
    const char *caution;  /* NULL: none */
    uint32_t if_pressed;  /* bits of Area: that is said where one of these is pressed, */
    uint32_t if_worked;   /* or one of these worked; both 0: always */
    const char *refusal;  /* said where it rules out all that was asked for; NULL: nothing */
    int32_t stretched_s;  /* no stretch of one of these is longer on a side; 0: no limit */
    uint32_t stretched;   /* bits of Area */
    uint32_t by_name;     /* bits of Area: what is for these first of all is done only where one of them is asked for */
} healths[] = {
    /* Balance is less sure, the belly is in the way of bending down, and the womb presses on the large vein. */
    {HEALTH_PREGNANCY, .limits = {
        .stances = LYING, .shunned = LYING,
        .positions = {"desk-figure-four", "quad-stretch", "swing", "march", "chair-hands-on-calf",
                      "chair-hands-on-ankle", "sit-hips-up"},
        .is_slow = true, .keywords = {"lunge", "tfl"},
        .hardest = 4, .pressed = ALL_AREAS},
     .moves_first = true,
     .question = "Does your midwife or doctor agree that you exercise, and are you free of bleeding or fluid, of pain "
                 "or regular tightening in the belly, of a bad headache, of dizziness, of chest pain, of "
                 "breathlessness at rest, and of one calf that is sore, warm or red? If not, call them first, and "
                 "stop if any of it begins.",
     .caution = "Leave out what spreads or crosses the legs, or stands on one, if the front of the pelvis hurts.",
     .if_worked = AREA(HIPS) | AREA(GLUTES) | AREA(ADDUCTORS) | AREA(HAMSTRINGS) | AREA(QUADS),
     .on_spot_s = 90},
    /* What holds the pelvis is loose, and sore soon. */
    {HEALTH_PREGNANCY, .limits = {.hardest = 3, .pressed = AREA(HIPS) | AREA(GLUTES) | AREA(ADDUCTORS) |
                                                           AREA(LOWER_BACK)}},
    /* Joints that give way easily gain from control, not from range: nothing is pinned and drawn long. */
    {HEALTH_HYPERMOBILE, .limits = {.techniques = TECHNIQUE(PIN_AND_MOVE) | TECHNIQUE(PIN_AND_SPIN) |
                                                  TECHNIQUE(CONTRACT_RELAX)},
     .moves_first = true, .moves = true, .on_spot_s = 45, .stretched_s = 30, .by_name = AREA(NECK) | AREA(HEAD),
     .stretched = AREA(SHOULDERS) | AREA(UPPER_BACK) | AREA(ROTATOR_CUFF) | AREA(CHEST),
     .caution = "Move in the middle of the range; stop before the joint locks or slips."},
    {HEALTH_CLOT,
     .refusal = "With a clot, now or ever, a leg is for your doctor first. One that is newly swollen, warm, red or "
                "throbbing needs help the same day; new breathlessness or chest pain is an emergency. Hands, jaw "
                "and breathing are open to you: knead compose --area hands,jaw.",
     .question = "Has your doctor agreed to this, are both legs free of new swelling, warmth, redness and soreness, "
                 "and are you free of new breathlessness and chest pain? If not, doctor first, and for breathlessness "
                 "or chest pain at once."},
    {HEALTH_NECK_ARTERY,
     .question = "Is the stiffness one that you know, and are you free of dizziness, of changes in sight or speech, "
                 "and of a new headache? If not, see a doctor first.",
     .asked_for = AREA(NECK) | AREA(HEAD)},
    {HEALTH_HEART, .limits = {.is_slow = true}},
    {HEALTH_VARICOSE_VEINS,
     .limits = {.hardest = 3, .pressed = AREA(QUADS) | AREA(HAMSTRINGS) | AREA(IT_BAND) | AREA(KNEES) | AREA(FEET)},
     .caution = "Press beside a vein that you can see, never on it, and not at all near one that is hot, hard or sore.",
     .if_pressed = ALL_AREAS},
    {HEALTH_VARICOSE_VEINS, .caution = clot_caution, .if_worked = BELOW_KNEE},
    {HEALTH_BLOOD_THINNERS, .caution = clot_caution, .if_worked = BELOW_KNEE},
    {HEALTH_BAKERS_CYST,
     .limits = {.is_slow = true, .hardest = 4, .pressed = AREA(CALVES) | AREA(HAMSTRINGS)},
     .caution = "Never press the hollow of the knee, and bend only as far as it stays easy there. If the calf "
                "swells or hurts, get help the same day.",
     .if_worked = AREA(KNEES) | AREA(QUADS) | AREA(HAMSTRINGS) | AREA(CALVES)},
    /* Who does not feel the ground well neither stands nor gets down to it for what the lower leg does. */
    {HEALTH_REDUCED_FEELING, .limits = {.seated = BELOW_KNEE, .is_slow = true}},
    {HEALTH_DIABETIC_FEET, .limits = {.seated = BELOW_KNEE, .is_slow = true},
     .question = "Is the skin of both feet whole, and can you feel a light touch on both soles?",
     .asked_for = BELOW_KNEE},
    {HEALTH_FRAGILE_BONES, .limits = {.is_slow = true, .unpressed = AREA(ABDOMEN)}},
    {HEALTH_BLOOD_THINNERS,
     .caution = "Stop for bruising; a bruise, or soreness for more than two days, means it was too hard.",
     .if_pressed = ALL_AREAS},
};
/* clang-format on */

static void add_question(Text *into, const char *question)
{
    if (question && !strstr(text_show(into), question))
        text_print(into, "%s%s", into->length > 0 ? " " : "", question);
}

/* Whether one of the areas is worked; where none is said, any of them may be. */
static bool works_on(const ComposeRequest *request, uint32_t areas)
{
    for (size_t i = 0; i < request->areas.count; i++) {
        if (areas & UINT32_C(1) << request->areas.items[i])
            return true;
    }
    return areas == 0 || areas & request->said_areas || request->areas.count == 0;
}

void limits_add_questions(Text *into, const ComposeRequest *request, uint32_t pressed, uint32_t worked)
{
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        if (filter_has_word(&request->health.words, (int)healths[i].health) && works_on(request, healths[i].asked_for))
            add_question(into, healths[i].question);
    }
    for (const Complaint *each = complaint_next(request->complaints, NULL); each;
         each = complaint_next(request->complaints, each)) {
        if (each->asked_for == 0 || each->asked_for & worked)
            add_question(into, each->question);
        if (filter_has_word(&request->health.words, (int)each->asked_with))
            add_question(into, each->also);
    }
    if (pressed & AREA(SHINS))
        add_question(into, complaint_bone_question);
}

bool limits_move_first(const ComposeRequest *request)
{
    if (complaints_sum(request->complaints).moves_first)
        return true;
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        if (healths[i].moves_first && filter_has_word(&request->health.words, (int)healths[i].health))
            return true;
    }
    return false;
}

bool limits_move_instead(const ComposeRequest *request)
{
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        if (healths[i].moves && filter_has_word(&request->health.words, (int)healths[i].health))
            return true;
    }
    return false;
}

const char *limits_caution(const ComposeRequest *request, uint32_t pressed, uint32_t worked, size_t index)
{
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        const bool is_always = healths[i].if_pressed == 0 && healths[i].if_worked == 0;
        const bool is_said = is_always || healths[i].if_pressed & pressed || healths[i].if_worked & worked;
        if (healths[i].caution && is_said && filter_has_word(&request->health.words, (int)healths[i].health) &&
            index-- == 0)
            return healths[i].caution;
    }
    return NULL;
}

void limits_add_refusal(Text *into, const PersonHealth *health)
{
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        if (healths[i].refusal && filter_has_word(&health->words, (int)healths[i].health))
            text_print(into, " %s", healths[i].refusal);
    }
}

uint32_t limits_unpressed(const ComposeRequest *request)
{
    const ComplaintSum sum = complaints_sum(request->complaints);
    return sum.unpressed | (sum.spares_said ? request->said_areas : 0);
}

enum { ALL_LIMITS = ARRAY_LEN(healths) + COMPLAINTS };

/* Finds those of the health words, then of the complaints, that hold for a request. */
static size_t find_limits(const ComposeRequest *request, const Limits *found[ALL_LIMITS])
{
    const ComplaintSet named = request->complaints;
    size_t count = 0;
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        if (filter_has_word(&request->health.words, (int)healths[i].health))
            found[count++] = &healths[i].limits;
    }
    for (const Complaint *each = complaint_next(named, NULL); each; each = complaint_next(named, each))
        found[count++] = &each->limits;
    return count;
}

/* The stances that the limits leave for a move. */
static StanceSet open_stances(const Limits *limits, const Move *move)
{
    const bool is_seated = limits->seated & AREA_BIT(move->areas.items[0]);
    return STANCES_ALL & (StanceSet)~limits->stances & (StanceSet) ~(is_seated ? ON_LEGS : 0);
}

StanceSet limits_stances(const ComposeRequest *request, const Move *move)
{
    const Limits *found[ALL_LIMITS];
    const size_t count = find_limits(request, found);
    StanceSet stances = STANCES_ALL;
    for (size_t i = 0; i < count; i++)
        stances &= open_stances(found[i], move);
    return stances;
}

StanceSet limits_shunned(const ComposeRequest *request)
{
    const Limits *found[ALL_LIMITS];
    const size_t count = find_limits(request, found);
    StanceSet stances = 0;
    for (size_t i = 0; i < count; i++)
        stances |= found[i]->shunned;
    return stances;
}

static bool has_keyword(const Move *move, const char *const words[LIMIT_WORDS])
{
    for (size_t i = 0; i < LIMIT_WORDS && words[i]; i++) {
        if (filter_keyword_in(&move->keywords, words[i]))
            return true;
    }
    return false;
}

static bool has_position(const Move *move, const char *const begins[LIMIT_POSITIONS])
{
    for (size_t i = 0; i < LIMIT_POSITIONS && begins[i] && move->positions.count > 0; i++) {
        if (strncmp(move->positions.items[0], begins[i], strlen(begins[i])) == 0)
            return true;
    }
    return false;
}

static bool is_pressed(const Limits *limits, const Move *move)
{
    for (size_t i = 0; i < move->areas.count && limits->hardest > 0; i++) {
        if (limits->pressed & UINT32_C(1) << move->areas.items[i])
            return true;
    }
    return false;
}

static bool presses_on(const Move *move, uint32_t areas)
{
    bool is_pressing = false, is_there = false;
    for (size_t i = 0; i < move->phase_count; i++)
        is_pressing = is_pressing || move->phases[i].pressure.is_set;
    for (size_t i = 0; i < move->areas.count; i++)
        is_there = is_there || areas & UINT32_C(1) << move->areas.items[i];
    return is_pressing && is_there;
}

/* Whether all of it has one pressure, so that it can be written gentler. */
static bool has_one_pressure(const Move *move)
{
    bool is_one = true;
    for (size_t i = 1; i < move->phase_count; i++) {
        const Pressure *first = &move->phases[0].pressure, *pressure = &move->phases[i].pressure;
        is_one = is_one && pressure->is_set == first->is_set && pressure->low == first->low &&
                 pressure->high == first->high;
    }
    return is_one;
}

static bool has_technique(const Move *move, uint32_t techniques)
{
    for (size_t i = 0; i < move->phase_count; i++) {
        const Technique technique = move->phases[i].technique;
        if (technique != TECHNIQUE_NONE && techniques & UINT32_C(1) << technique)
            return true;
    }
    return false;
}

/* Whether it cannot be done within the limits. */
static bool is_beyond(const Limits *limits, const Move *move)
{
    for (size_t i = 0; i < move->phase_count && !has_one_pressure(move) && is_pressed(limits, move); i++) {
        const Pressure *pressure = &move->phases[i].pressure;
        if (pressure->is_set && pressure->high > limits->hardest)
            return true;
    }
    return presses_on(move, limits->unpressed) || (stance_anywhere(move) & open_stances(limits, move)) == 0 ||
           has_technique(move, limits->techniques) || (limits->is_slow && recipe_is_brisk(move)) ||
           has_keyword(move, limits->keywords) || has_position(move, limits->positions);
}

/* What a session limits for the person, and what is asked of a composed routine beside it. */
static Caps caps_for(const PersonHealth *health)
{
    Caps caps = caps_of(&(PlanOptions){.health = *health, .has_caps = true});
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        const int32_t most_s = healths[i].on_spot_s;
        if (most_s > 0 && filter_has_word(&health->words, (int)healths[i].health))
            caps.on_spot_s = caps.on_spot_s > 0 ? MIN_OF(caps.on_spot_s, most_s) : most_s;
    }
    return caps;
}

/* Whether it cannot be written so that a session does it as it stands: one hold can be made lighter and shorter, as
 * long as its cues still fall into it; several phases stay as they are. */
static bool is_over_caps(const Caps *caps, const Move *move)
{
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        const int32_t capped_s = caps_hold_s(caps, phase, phase->hold.left_s, caps_unit_s(phase));
        const bool is_shorter = capped_s < phase->hold.left_s;
        if ((is_shorter && (move->phase_count > 1 || !goal_rules_cues_suit(&phase->cues, capped_s))) ||
            (!has_one_pressure(move) && caps_pressure(caps, &move->areas, phase).high < phase->pressure.high))
            return true;
    }
    return false;
}

/* How long it is on a side, at most, where it is a stretch; 0: no limit. */
static int32_t stretch_limit(const PersonHealth *health, const Move *move)
{
    for (size_t i = 0; i < ARRAY_LEN(healths) && goal_rules_work(move) == WORK_STRETCH; i++) {
        if (healths[i].stretched & UINT32_C(1) << move->areas.items[0] &&
            filter_has_word(&health->words, (int)healths[i].health))
            return healths[i].stretched_s;
    }
    return 0;
}

/* Whether a stretch cannot be made as short as that: of several phases it stays as it is. */
static bool is_stretched_over(int32_t limit_s, const Move *move)
{
    return limit_s > 0 && (move->phase_count > 1 || !goal_rules_cues_suit(&move->phases[0].cues, limit_s));
}

void limits_shorten(HoldRange *range, const ComposeRequest *request, const Move *move)
{
    const Caps caps = caps_for(&request->health);
    if (move->phase_count > 1)
        return;
    range->most_s = caps_hold_s(&caps, &move->phases[0], range->most_s, range->unit_s);
    const int32_t limit_s = stretch_limit(&request->health, move);
    if (limit_s > 0)
        range->most_s = MIN_OF(range->most_s, MAX_OF(range->unit_s, limit_s - limit_s % range->unit_s));
    range->usual_s = MIN_OF(range->usual_s, range->most_s);
    range->least_s = MIN_OF(range->least_s, range->most_s);
}

int limits_ruling_word(const PersonHealth *health, const Move *move)
{
    for (size_t i = 0; i < health->words.count; i++) {
        const PersonHealth own = {.words = {health->words.items + i, 1}};
        const Caps caps = caps_for(&own);
        if (is_over_caps(&caps, move) || is_stretched_over(stretch_limit(&own, move), move))
            return health->words.items[i];
    }
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        if (filter_has_word(&health->words, (int)healths[i].health) && is_beyond(&healths[i].limits, move))
            return (int)healths[i].health;
    }
    return -1;
}

/* Whether it is for an area that, for the health, is worked only where it is asked for. Where no area is asked for at
 * all, movement may be. */
static bool waits_for_name(const ComposeRequest *request, const Move *move)
{
    uint32_t by_name = 0;
    for (size_t i = 0; i < ARRAY_LEN(healths); i++)
        by_name |= filter_has_word(&request->health.words, (int)healths[i].health) ? healths[i].by_name : 0;
    return by_name && goal_rules_work(move) != WORK_BREATHE && by_name & UINT32_C(1) << move->areas.items[0] &&
           (request->areas.count == 0 ? presses_on(move, by_name) : !works_on(request, by_name));
}

bool limits_rule_out(const ComposeRequest *request, const Move *move)
{
    uint32_t areas = 0;
    for (size_t i = 0; i < move->areas.count; i++)
        areas |= UINT32_C(1) << move->areas.items[i];
    if (request->focus && !(areas & request->focus) && goal_rules_work(move) != WORK_BREATHE)
        return true;
    if (waits_for_name(request, move))
        return true;
    for (const Complaint *each = complaint_next(request->complaints, NULL); each;
         each = complaint_next(request->complaints, each)) {
        if (is_beyond(&each->limits, move) || (each->spares_said && presses_on(move, request->said_areas)))
            return true;
    }
    return false;
}

bool limits_rule_out_technique(const PersonHealth *health, Technique technique)
{
    uint32_t techniques = 0;
    for (size_t i = 0; i < ARRAY_LEN(healths); i++)
        techniques |= filter_has_word(&health->words, (int)healths[i].health) ? healths[i].limits.techniques : 0;
    return technique != TECHNIQUE_NONE && techniques & UINT32_C(1) << technique;
}

int32_t limits_hardest(const ComposeRequest *request, const Move *move)
{
    const Limits *found[ALL_LIMITS];
    const size_t count = find_limits(request, found);
    int32_t hardest = goal_rules_of(request->goal)->hardest;
    for (size_t i = 0; i < count; i++) {
        if (is_pressed(found[i], move))
            hardest = MIN_OF(hardest, found[i]->hardest);
    }
    return goal_rules_work(move) == WORK_STRETCH ? hardest : MIN_OF(hardest, caps_for(&request->health).hardest);
}
