/* SPDX-License-Identifier: MIT */
#include "session/caps.h"

#include "base/macros.h"
#include "routine/filter.h"
#include "routine/rules.h"
#include "routine/wording.h"

enum { HARDEST = 10, FIRST_WEEK = HEALTH_COUNT };
enum { GENTLE_LONGEST_S = 30, GENTLE_LEAST = 1, FIRM_MOST = 6 };

/* What each allows. Bleeding and bruising: light, and never long on one spot. Where little is felt, or joints give way
 * easily, pressure is no guide to how much is too much. Tissue that is new to pressure bruises sooner. */
static const struct {
    int word; /* of Health, or FIRST_WEEK */
    Caps caps;
} rows[] = {
    {HEALTH_BLOOD_THINNERS, {.hardest = 3, .on_spot_s = 20}},
    {HEALTH_REDUCED_FEELING, {.hardest = 2}},
    {HEALTH_HYPERMOBILE, {.hardest = 3}},
    {FIRST_WEEK, {.hardest = 4, .is_half = true}},
};

static bool is_on(int word, const PlanOptions *options)
{
    return options->has_caps &&
           (word == FIRST_WEEK ? options->is_first_week : filter_has_word(&options->health.words, word));
}

Caps caps_of(const PlanOptions *options)
{
    Caps caps = {.level = options->level, .hardest = HARDEST};
    if (options->level == LEVEL_GENTLE)
        caps.longest_s = GENTLE_LONGEST_S;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        const Caps *row = &rows[i].caps;
        if (!is_on(rows[i].word, options))
            continue;
        caps.hardest = MIN_OF(caps.hardest, row->hardest);
        caps.is_half = caps.is_half || row->is_half;
        if (row->on_spot_s > 0)
            caps.on_spot_s = row->on_spot_s;
    }
    return caps;
}

/* Whether the phase presses, so that limits apply to it. */
static bool presses(const Phase *phase)
{
    return phase->pressure.is_set && phase->technique != TECHNIQUE_STRETCH && phase->technique != TECHNIQUE_MOVEMENT &&
           phase->technique != TECHNIQUE_BREATHE;
}

/* The tool stays where it is; with the others it travels. */
static bool is_on_spot(Technique technique)
{
    static const Technique on_spot[] = {TECHNIQUE_SUSTAINED_PRESSURE, TECHNIQUE_CROSS_FRICTION, TECHNIQUE_PIN_AND_MOVE,
                                        TECHNIQUE_PIN_AND_SPIN,       TECHNIQUE_CONTRACT_RELAX, TECHNIQUE_STACK};
    for (size_t i = 0; i < ARRAY_LEN(on_spot); i++) {
        if (technique == on_spot[i])
            return true;
    }
    return false;
}

int32_t caps_hold_s(const Caps *caps, const Phase *phase, int32_t hold_s, int32_t unit_s)
{
    int32_t capped_s = hold_s;
    if (!presses(phase) || hold_s == 0)
        return hold_s;
    if (caps->is_half)
        capped_s = (hold_s + 1) / 2;
    if (caps->on_spot_s > 0 && (phase->technique == TECHNIQUE_NONE || is_on_spot(phase->technique)))
        capped_s = MIN_OF(capped_s, caps->on_spot_s);
    if (caps->longest_s > 0)
        capped_s = MIN_OF(capped_s, caps->longest_s);
    return capped_s == hold_s ? hold_s : MIN_OF(hold_s, MAX_OF(unit_s, capped_s - capped_s % unit_s));
}

/* No pressure stays none. Firm goes no higher than a routine may without a warning, which is less on a neck or a
 * knee. */
static int32_t level_target(Level level, const WordList *areas, int32_t target)
{
    if (target == 0 || level == LEVEL_STANDARD)
        return target;
    if (level == LEVEL_GENTLE)
        return MAX_OF(target - 1, GENTLE_LEAST);
    const int32_t more = target + 1;
    return more > FIRM_MOST || rules_is_too_hard(areas, (Pressure){true, more, more}) ? target : more;
}

Pressure caps_pressure(const Caps *caps, const WordList *areas, const Phase *phase)
{
    Pressure pressure = phase->pressure;
    if (!pressure.is_set)
        return pressure;
    pressure.low = level_target(caps->level, areas, pressure.low);
    pressure.high = level_target(caps->level, areas, pressure.high);
    if (presses(phase)) {
        pressure.low = MIN_OF(pressure.low, caps->hardest);
        pressure.high = MIN_OF(pressure.high, caps->hardest);
    }
    return pressure;
}

void caps_raised(const Caps *caps, const WordList *areas, const Phase *phase, int32_t *low, int32_t *high)
{
    Caps standard = *caps;
    if (caps->level == LEVEL_FIRM)
        standard.level = LEVEL_STANDARD;
    const Pressure raised = caps_pressure(caps, areas, phase), before = caps_pressure(&standard, areas, phase);
    *low = raised.low - before.low;
    *high = raised.high - before.high;
}

bool caps_limit(const PlanOptions *options, const Move *move)
{
    const Caps caps = caps_of(options), level = caps_of(&(PlanOptions){.level = options->level});
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        const int32_t unit_s = caps_unit_s(phase), hold_s = phase->hold.left_s;
        if (caps_pressure(&caps, &move->areas, phase).high < caps_pressure(&level, &move->areas, phase).high ||
            caps_hold_s(&caps, phase, hold_s, unit_s) < caps_hold_s(&level, phase, hold_s, unit_s))
            return true;
    }
    return false;
}

int32_t caps_unit_s(const Phase *phase)
{
    const Breath *breath = &phase->breathe;
    if (phase->hold.kind == HOLD_PASSES)
        return MAX_OF(1, phase->hold.pace_s);
    if (phase->hold.kind == HOLD_BREATHS)
        return MAX_OF(1, breath->in_s + breath->hold_s + breath->out_s + breath->rest_s);
    return 1;
}

void caps_say_level(Text *into, const PlanOptions *options)
{
    static const char *const reasons[LEVEL_REASON_COUNT] = {
        [LEVEL_AS_USUAL] = "",
        [LEVEL_FOR_NEW] = ", for your first two weeks",
        [LEVEL_SET] = ", from your settings",
        [LEVEL_FOR_START] = ", for this session",
    };
    static const char *const effects[LEVEL_COUNT] = {
        [LEVEL_STANDARD] = "",
        [LEVEL_GENTLE] = ": each target 1 lower, the lighter way first",
        [LEVEL_FIRM] = ": each target 1 higher, the deeper way",
    };
    const Caps level = caps_of(&(PlanOptions){.level = options->level});
    text_print(into, "%s%s%s", level_words.items[options->level], reasons[options->level_reason],
               effects[options->level]);
    if (level.longest_s > 0)
        text_print(into, ", pressure for %d s at most", (int)level.longest_s);
}

void caps_say(Text *into, const PlanOptions *options)
{
    const char *before = "";
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        const Caps *row = &rows[i].caps;
        if (!is_on(rows[i].word, options))
            continue;
        text_add(into, before);
        wording_id(into, rows[i].word == FIRST_WEEK ? "first-week" : health_name(rows[i].word));
        text_print(into, ": at most %d of 10%s", (int)row->hardest, row->is_half ? ", half as long" : "");
        if (row->on_spot_s > 0)
            text_print(into, ", at most %d s on one spot", (int)row->on_spot_s);
        before = "; ";
    }
}

void caps_ask_first(Text *into, const PersonHealth *health)
{
    if (health->words.count == 0)
        return;
    text_add(into, "Ask your doctor or therapist first whether this is right for you. Your settings list: ");
    wording_words(into, &health->words, &health_words);
    text_add(into, ".");
    if (filter_has_word(&health->words, HEALTH_PREGNANCY))
        text_add(into,
                 " Stop, and call your midwife or doctor, for bleeding or fluid, pain or regular tightening in the "
                 "belly, a bad headache, dizziness, chest pain, breathlessness at rest, or one calf that is sore, "
                 "warm or red.");
}
