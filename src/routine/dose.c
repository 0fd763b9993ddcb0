/* SPDX-License-Identifier: MIT */
#include "routine/dose.h"

#include "base/duration.h"
#include "base/macros.h"
#include "routine/cue.h"

/* clang-format off */
static const struct { uint32_t bit; const char *key; } lengths[] = {
    {SET_HOLD, "hold"}, {SET_PASSES, "passes"}, {SET_BREATHS, "breaths"}, {SET_PHASES, "phases"},
};
/* clang-format on */

static bool is_before(Mark a, Mark b)
{
    return a.line < b.line || (a.line == b.line && a.column < b.column);
}

/* Two ways to say how long: the one that is written second is the one too many. */
static bool check_single(DiagnosticList *diags, uint32_t set, const ProblemPlace *spot)
{
    const char *first = NULL, *second = NULL;
    Mark first_mark = {0}, second_mark = {0};
    for (size_t i = 0; i < ARRAY_LEN(lengths); i++) {
        Mark mark = problem_place_key(spot, lengths[i].key);
        if (!(set & lengths[i].bit) || (spot->map && !problem_place_has(spot, lengths[i].key)))
            continue; /* not said, or a misspelt key was taken for it */
        if (!first || is_before(mark, first_mark)) {
            second = first, second_mark = first_mark;
            first = lengths[i].key, first_mark = mark;
        } else if (!second || is_before(mark, second_mark)) {
            second = lengths[i].key, second_mark = mark;
        }
    }
    if (!second)
        return true;
    diagnostic_error(diags, second_mark, "'%s' and '%s' do not go together: both say how long", first, second);
    diagnostic_hint(diags, "keep one of them");
    return false;
}

static bool missing(DiagnosticList *diags, const ProblemPlace *spot, const char *key, const char *noun,
                    const char *hint)
{
    diagnostic_error(diags, problem_place_first(spot), "missing key '%s' in %s", key, noun);
    diagnostic_hint(diags, "%s", hint);
    return false;
}

bool dose_check(DiagnosticList *diags, uint32_t set, bool has_breathe, const ProblemPlace *spot, const char *noun)
{
    if ((set & SET_LENGTHS) == 0 && (set & SET_PACE))
        return missing(diags, spot, "passes", noun,
                       "'pace' says how long one pass takes: write how many, as in `passes: 10`");
    if ((set & SET_LENGTHS) == 0) {
        diagnostic_error(diags, problem_place_first(spot), "missing key 'hold' in %s, or another that says how long",
                         noun);
        diagnostic_hint(diags, "write one such as `hold: 45s`, or `passes` with `pace`, or `breaths`");
        return false;
    }
    if (!check_single(diags, set, spot))
        return false;
    if ((set & SET_PACE) && !(set & SET_PASSES)) {
        diagnostic_error(diags, problem_place_key(spot, "pace"), "'pace' goes with 'passes' only");
        diagnostic_hint(diags, "leave it out, or say how long by `passes`");
        return false;
    }
    if ((set & SET_PASSES) && !(set & SET_PACE))
        return missing(diags, spot, "pace", noun, "'passes' need the time that one takes, as in `pace: 4s`");
    if ((set & SET_BREATHS) && !has_breathe)
        return missing(diags, spot, "breathe", noun, "'breaths' need the length of one, as in `breathe: 4-6`");
    return true;
}

Hold dose_hold(const DoseFields *dose, uint32_t set, Breath breathe)
{
    if (set & SET_HOLD)
        return dose->hold;
    Hold hold = {0};
    if (set & SET_PASSES) { /* not what a shared move says of the way that was replaced */
        hold = (Hold){.kind = HOLD_PASSES, .passes = dose->passes, .pace_s = dose->pace_s};
        hold.left_s = dose->passes * dose->pace_s;
    } else if (set & SET_BREATHS) {
        hold = (Hold){.kind = HOLD_BREATHS, .breaths = dose->breaths};
        hold.left_s = dose->breaths * (breathe.in_s + breathe.hold_s + breathe.out_s + breathe.rest_s);
    }
    if (hold.left_s == 0)
        return (Hold){0};
    hold.right_s = hold.left_s;
    return hold;
}

Mark dose_spot(uint32_t set, const ProblemPlace *spot)
{
    for (size_t i = 0; i < ARRAY_LEN(lengths); i++)
        if (set & lengths[i].bit)
            return problem_place_value(spot, lengths[i].key);
    return spot->otherwise;
}

/* What is wrong with the time of one cue in a hold, NULL where nothing is. */
static const char *wrong_time(const CueList *cues, size_t index, int32_t hold_s)
{
    int32_t at = cue_at(cues, index, hold_s);
    if (at < 0)
        return "it would come before its start";
    if (at >= hold_s)
        return "it must come before its end";
    return index > 0 && at <= cue_at(cues, index - 1, hold_s) ? "" : NULL;
}

void dose_check_cues(DiagnosticList *diags, const CueList *cues, const Hold *hold, const ProblemPlace *spot)
{
    bool is_own = problem_place_has(spot, "cues");
    if (hold->kind == HOLD_NOT_SET || cues->count == 0 || cues->items[0].when == CUE_SPREAD)
        return;
    for (size_t i = 0; i < cues->count; i++) {
        char length[DURATION_TEXT_SIZE], at[DURATION_TEXT_SIZE];
        int32_t hold_s = hold->left_s;
        const char *wrong = wrong_time(cues, i, hold_s);
        if (!wrong && hold->right_s != hold_s)
            wrong = wrong_time(cues, i, hold_s = hold->right_s);
        if (!wrong)
            continue;
        Mark mark = is_own ? cues->items[i].mark : spot->otherwise;
        int32_t at_s = cue_at(cues, i, hold_s);
        if (*wrong) {
            bool is_from_end = cues->items[i].when == CUE_FROM_END;
            diagnostic_error(diags, mark, "the cue at %s%s is not within a hold of %s: %s", is_from_end ? "-" : "",
                             duration_words(at, is_from_end ? cues->items[i].seconds : at_s),
                             duration_words(length, hold_s), wrong);
            diagnostic_hint(diags, is_own ? "give it another time, or make the hold longer"
                                          : "make the hold longer, or write `cues` here");
        } else {
            diagnostic_error(diags, mark, "the cue at %s does not come after the one before it, in a hold of %s",
                             duration_words(at, at_s), duration_words(length, hold_s));
            diagnostic_hint(diags, is_own ? "write cues in the order of their times"
                                          : "change the hold, or write `cues` here");
        }
        if (!is_own)
            return;
    }
}
