/* SPDX-License-Identifier: MIT */
#include "session/caps.h"

#include "base/macros.h"
#include "routine/wording.h"

enum { HARDEST = 10, FIRST_WEEK = HEALTH_COUNT };

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
    Caps caps = {.hardest = HARDEST};
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

bool caps_apply(const Phase *phase)
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
    if (!caps_apply(phase) || hold_s == 0)
        return hold_s;
    if (caps->is_half)
        capped_s = (hold_s + 1) / 2;
    if (caps->on_spot_s > 0 && (phase->technique == TECHNIQUE_NONE || is_on_spot(phase->technique)))
        capped_s = MIN_OF(capped_s, caps->on_spot_s);
    return capped_s == hold_s ? hold_s : MIN_OF(hold_s, MAX_OF(unit_s, capped_s - capped_s % unit_s));
}

Pressure caps_pressure(const Caps *caps, const Phase *phase)
{
    Pressure pressure = phase->pressure;
    if (caps_apply(phase)) {
        pressure.low = MIN_OF(pressure.low, caps->hardest);
        pressure.high = MIN_OF(pressure.high, caps->hardest);
    }
    return pressure;
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
}
