/* SPDX-License-Identifier: MIT */
#include "compose/quick.h"

#include "base/macros.h"
#include "compose/goal_rules.h"

enum { PACE_S = 2, PASSES = 20, LOW = 3, HIGH = 4 };

/* The cues of the shared move count slower strokes, or tell to stay. */
static const Cue cues[] = {
    {.when = CUE_SPREAD, .say = "Brisk, light strokes, there and back."},
    {.when = CUE_SPREAD, .say = "Keep moving. Turn a little, to reach both edges."},
};

/* The phase with its strokes; NULL where it is not one that is mostly of firm ones. */
static const Phase *strokes_of(const Move *move)
{
    if (goal_rules_work(move) != WORK_DEEP || goal_rules_technique(move) != TECHNIQUE_STRIPPING)
        return NULL;
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        if (phase->technique == TECHNIQUE_STRIPPING && phase->hold.kind == HOLD_PASSES && phase->pressure.is_set)
            return phase;
    }
    return NULL;
}

static const Move *quick_of(Arena *arena, const Move *move, const Phase *strokes)
{
    Move *quick = arena_take(arena, sizeof *quick);
    Phase *phase = arena_take(arena, sizeof *phase);
    Cue *own = arena_take_array(arena, ARRAY_LEN(cues), sizeof *own);
    for (size_t i = 0; i < ARRAY_LEN(cues); i++)
        own[i] = cues[i];
    *phase = *strokes;
    phase->hold.pace_s = PACE_S;
    phase->hold.passes = PASSES;
    phase->hold.left_s = phase->hold.right_s = PASSES * PACE_S;
    phase->pressure.low = MIN_OF(phase->pressure.low, LOW);
    phase->pressure.high = MIN_OF(phase->pressure.high, HIGH);
    phase->cues = (CueList){own, ARRAY_LEN(cues)};
    phase->prepare_s = 0;
    *quick = *move;
    quick->phases = phase;
    quick->phase_count = 1;
    return quick;
}

const ComposeMove *quick_moves(Arena *arena, const ComposeMove *moves, size_t count)
{
    ComposeMove *quick = arena_take_array(arena, count, sizeof *quick);
    for (size_t i = 0; i < count; i++) {
        const Phase *strokes = strokes_of(moves[i].move);
        quick[i] = moves[i];
        if (strokes)
            quick[i].move = quick_of(arena, moves[i].move, strokes);
    }
    return quick;
}

bool quick_is(const Move *move)
{
    const CueList *own = &move->phases[0].cues;
    return own->count > 0 && own->items[0].say == cues[0].say;
}

void quick_write(Text *into, int indent, const Move *move, int32_t hold_s, int32_t hardest)
{
    const int32_t high = MIN_OF(move->phases[0].pressure.high, hardest);
    const int32_t low = MIN_OF(move->phases[0].pressure.low, high);
    text_print(into, "%*stechnique: stripping\n%*spasses: %d\n%*space: %ds\n", indent, "", indent, "",
               (int)(hold_s / PACE_S), indent, "", PACE_S);
    text_print(into, "%*spressure: %d-%d\n%*scues:\n", indent, "", (int)low, (int)high, indent, "");
    for (size_t i = 0; i < ARRAY_LEN(cues); i++)
        text_print(into, "%*s  - %s\n", indent, "", cues[i].say);
}
