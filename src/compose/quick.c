/* SPDX-License-Identifier: MIT */
#include "compose/quick.h"

#include <string.h>

#include "base/macros.h"
#include "compose/limits.h"
#include "yaml/emit.h"

enum { PACE_S = 2, PASSES = 20, LOW = 3, HIGH = 4, ALONE_S = 36 };

/* The cues of the shared move count slower strokes, or tell to stay. */
static const Cue cues[] = {
    {.when = CUE_SPREAD, .say = "Brisk, light strokes, there and back."},
    {.when = CUE_SPREAD, .say = "Keep moving. Turn a little, to reach both edges."},
};

/* The name of the phase of strokes that are left alone, to know it again. */
static const char alone[] = "Strokes";

/* The phase with its strokes; NULL where there is none. */
static const Phase *strokes_of(const Move *move)
{
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

/* With its first phase alone, long enough for a side of a muscle, there and back. */
static const Move *alone_of(Arena *arena, const Move *move)
{
    Move *strokes = arena_take(arena, sizeof *strokes);
    Phase *phase = arena_take(arena, sizeof *phase);
    *phase = move->phases[0];
    Hold *hold = &phase->hold;
    while (hold->passes * hold->pace_s < ALONE_S || hold->passes % 2 != 0)
        hold->passes++;
    hold->left_s = hold->right_s = hold->passes * hold->pace_s;
    phase->name = alone;
    *strokes = *move;
    strokes->phases = phase;
    strokes->phase_count = 1;
    return strokes;
}

/* Whether it begins with strokes, and what comes after them is ruled out. */
static bool has_strokes_alone(const Move *move, const PersonHealth *health)
{
    const Phase *first = &move->phases[0];
    bool is_too_much = false;
    for (size_t i = 1; i < move->phase_count; i++)
        is_too_much = is_too_much || limits_rule_out_technique(health, move->phases[i].technique);
    return is_too_much && first->technique == TECHNIQUE_STRIPPING && first->hold.kind == HOLD_PASSES &&
           first->hold.pace_s > 0;
}

const ComposeMove *quick_strokes_alone(Arena *arena, const ComposeMove *moves, size_t count, const PersonHealth *health)
{
    ComposeMove *own = arena_take_array(arena, count, sizeof *own);
    for (size_t i = 0; i < count; i++) {
        own[i] = moves[i];
        if (has_strokes_alone(moves[i].move, health))
            own[i].move = alone_of(arena, moves[i].move);
    }
    return own;
}

bool quick_is(const Move *move)
{
    const CueList *own = &move->phases[0].cues;
    return move->phases[0].name == alone || (own->count > 0 && own->items[0].say == cues[0].say);
}

void quick_write(Text *into, int indent, const Move *move, int32_t hold_s, int32_t hardest)
{
    const Phase *phase = &move->phases[0];
    const int32_t high = MIN_OF(phase->pressure.high, hardest);
    const int32_t low = MIN_OF(phase->pressure.low, high < phase->pressure.high ? MAX_OF(1, high - 1) : high);
    text_print(into, "%*stechnique: stripping\n%*spasses: %d\n%*space: %ds\n", indent, "", indent, "",
               (int)(hold_s / phase->hold.pace_s), indent, "", (int)phase->hold.pace_s);
    text_print(into, "%*spressure: %d-%d\n%*scues:\n", indent, "", (int)low, (int)high, indent, "");
    for (size_t i = 0; i < phase->cues.count; i++) {
        text_print(into, "%*s  - ", indent, "");
        emit_scalar(into, phase->cues.items[i].say, strlen(phase->cues.items[i].say), false);
        text_add_char(into, '\n');
    }
}
