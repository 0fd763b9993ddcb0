/* SPDX-License-Identifier: MIT */
#include "session/plan_draft.h"

#include "base/macros.h"
#include "base/text.h"
#include "routine/filter.h"
#include "routine/timeline.h"
#include "session/caps.h"

enum { LEAST_HOLD_S = 10 }; /* where a move does not say its least */

/* The least of one hold, in whole units and never more than the hold itself. */
static int32_t hold_least_s(const Move *move, int32_t full_s, int32_t unit_s)
{
    int32_t least_s = move->least_s > 0 ? move->least_s : MAX_OF(LEAST_HOLD_S, (full_s + 1) / 2);
    int32_t units = (least_s + unit_s - 1) / unit_s;
    return MIN_OF(full_s, units * unit_s);
}

static void set_side(PlanDraftHold *hold, const Move *move, Side side, int32_t full_s)
{
    hold->full_s[side] = full_s;
    hold->least_s[side] = hold_least_s(move, full_s, hold->unit_s);
    hold->seconds[side] = full_s;
}

static void clear_side(PlanDraftHold *hold, Side side)
{
    hold->full_s[side] = hold->least_s[side] = hold->seconds[side] = 0;
}

static PlanDraftHold make_hold(const Move *move, const Phase *phase)
{
    PlanDraftHold hold = {.unit_s = caps_unit_s(phase)};
    if (move->sides == SIDES_NONE)
        set_side(&hold, move, SIDE_NONE, phase->hold.left_s);
    if (move->sides == SIDES_LEFT || move->sides == SIDES_BOTH)
        set_side(&hold, move, SIDE_LEFT, phase->hold.left_s);
    if (move->sides == SIDES_RIGHT || move->sides == SIDES_BOTH)
        set_side(&hold, move, SIDE_RIGHT, phase->hold.right_s);
    return hold;
}

static PlanDraftMove plan_draft_move(PlanDraft *draft, const Move *move)
{
    PlanDraftHold *holds = arena_take_array(&draft->arena, move->phase_count, sizeof(*holds));
    for (size_t i = 0; i < move->phase_count; i++)
        holds[i] = make_hold(move, &move->phases[i]);
    return (PlanDraftMove){
        .move = move, .sides = move->sides, .first = move->first, .holds = holds, .prepare_s = move->prepare_s};
}

typedef struct Collector {
    PlanDraft *draft;
    size_t count; /* moves so far; the first walk only counts */
} Collector;

static bool collect_move(void *context, const TimelineItem *stop)
{
    Collector *collector = context;
    PlanDraft *draft = collector->draft;
    if (stop->move && draft->moves)
        draft->moves[collector->count] = plan_draft_move(draft, stop->move);
    collector->count += stop->move != NULL;
    return true;
}

void plan_draft_init(PlanDraft *draft, const Routine *const *routines, size_t count)
{
    *draft = (PlanDraft){0};
    draft->parts = arena_take_array(&draft->arena, count, sizeof(*draft->parts));
    draft->part_count = count;
    Collector collector = {.draft = draft};
    for (size_t i = 0; i < count; i++) {
        const size_t first_move = collector.count;
        timeline_walk(routines[i], NULL, collect_move, &collector);
        draft->parts[i] = (PlanDraftPart){routines[i], first_move, collector.count - first_move};
    }
    draft->move_count = collector.count;
    draft->moves = arena_take_array(&draft->arena, draft->move_count, sizeof(*draft->moves));
    collector.count = 0;
    for (size_t i = 0; i < count; i++)
        timeline_walk(routines[i], NULL, collect_move, &collector);
}

void plan_draft_release(PlanDraft *draft)
{
    arena_release(&draft->arena);
    *draft = (PlanDraft){0};
}

/* Keeps one side of a move; one that has only the other is left out, one without sides stays. */
static void keep_side(PlanDraftMove *move, Side side)
{
    const Sides kept = side == SIDE_LEFT ? SIDES_LEFT : SIDES_RIGHT;
    if (move->sides == SIDES_NONE || move->sides == kept)
        return;
    if (move->sides != SIDES_BOTH)
        move->out = OUT_NOT_ASKED;
    move->sides = kept;
    for (size_t i = 0; i < move->move->phase_count; i++)
        clear_side(&move->holds[i], side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT);
}

static void limit_holds(PlanDraftMove *move, const Caps *caps)
{
    for (size_t i = 0; i < move->move->phase_count; i++) {
        PlanDraftHold *hold = &move->holds[i];
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++) {
            hold->full_s[side] = caps_hold_s(caps, &move->move->phases[i], hold->full_s[side], hold->unit_s);
            hold->least_s[side] = MIN_OF(hold->least_s[side], hold->full_s[side]);
            hold->seconds[side] = hold->full_s[side];
        }
    }
}

/* The side that has had less in the areas of a move. */
static Side side_to_start(const PlanOptions *options, const Move *move)
{
    int64_t left_s = 0;
    for (size_t i = 0; i < options->lead_count; i++)
        left_s += filter_has_word(&move->areas, (int)options->leads[i].area) ? options->leads[i].left_s : 0;
    return left_s == 0 ? options->first : left_s < 0 ? SIDE_LEFT : SIDE_RIGHT;
}

/* Nothing deeper is asked where pressure is limited. */
static Variant first_variant(const PlanOptions *options, const Move *move, bool is_limited)
{
    if (options->level == LEVEL_GENTLE && move->lighter)
        return VARIANT_LIGHTER;
    return options->level == LEVEL_FIRM && move->deeper && !is_limited ? VARIANT_DEEPER : VARIANT_PLAIN;
}

const char *plan_draft_lead(Arena *arena, Variant variant, const char *text)
{
    static const char *const leads[VARIANT_COUNT] = {[VARIANT_LIGHTER] = "Lighter: ", [VARIANT_DEEPER] = "Deeper: "};
    return arena_print(arena, "%s%s", leads[variant], text);
}

const char *plan_draft_set_up(Arena *arena, const PlanDraftMove *drafted, const char *setup)
{
    const Move *move = drafted->move;
    if (drafted->variant == VARIANT_PLAIN)
        return setup;
    const char *lead = plan_draft_lead(arena, drafted->variant,
                                       drafted->variant == VARIANT_LIGHTER ? move->lighter : move->deeper);
    return setup ? arena_print(arena, "%s %s", setup, lead) : lead;
}

/* A preparation as long as its set-up takes to hear and to do is longer where more is said in it. */
static void choose_variant(PlanDraft *draft, PlanDraftMove *drafted, const PlanOptions *options)
{
    const Move *move = drafted->move;
    drafted->is_limited = caps_limit(options, move);
    drafted->variant = first_variant(options, move, drafted->is_limited);
    if (drafted->variant == VARIANT_PLAIN || move->prepare_s != timeline_auto_of_move_s(move))
        return;
    const char *setup = plan_draft_set_up(&draft->arena, drafted, filter_setup_at_hand(&options->tools, move));
    drafted->prepare_s = MAX_OF(move->prepare_s, timeline_auto_prepare_s(setup));
}

void plan_draft_choose(PlanDraft *draft, const PlanOptions *options)
{
    for (size_t i = 0; i < options->swap_count; i++) {
        const PlanSwap *swap = &options->swaps[i];
        if ((size_t)swap->turn < draft->move_count)
            draft->moves[swap->turn] = plan_draft_move(draft, swap->move);
    }
    const Caps caps = caps_of(options);
    for (size_t i = 0; i < draft->move_count; i++) {
        PlanDraftMove *move = &draft->moves[i];
        move->health = filter_ruling_word(&options->health, move->move);
        limit_holds(move, &caps);
        choose_variant(draft, move, options);
        const Side first = side_to_start(options, move->move);
        if (first != SIDE_NONE)
            move->first = first;
        if ((int64_t)i + 1 < options->from_move)
            move->out = OUT_NOT_ASKED;
        if (options->side != SIDE_NONE)
            keep_side(move, options->side);
        if (move->out == OUT_NOT && move->health >= 0)
            move->out = OUT_FOR_HEALTH;
        if (move->out == OUT_NOT && move->move->confirm && filter_has_text(&options->declined, move->move->confirm))
            move->out = OUT_FOR_QUESTION;
    }
}

bool plan_draft_has_moves(const PlanDraft *draft)
{
    for (size_t i = 0; i < draft->move_count; i++) {
        if (draft->moves[i].out == OUT_NOT)
            return true;
    }
    return false;
}

typedef struct PlanDraftWalk {
    const PlanDraft *draft;
    const PlanDraftPart *part;
    PlanDraftVisitor *visit;
    void *context;
} PlanDraftWalk;

static bool is_left_out(void *context, const Move *move, int32_t turn)
{
    (void)move;
    const PlanDraftWalk *walk = context;
    return walk->draft->moves[walk->part->first_move + (size_t)turn].out != OUT_NOT;
}

static bool visit_stop(void *context, const TimelineItem *stop)
{
    const PlanDraftWalk *walk = context;
    if (stop->turn < 0 && walk->draft->moves[walk->part->first_move].out != OUT_NOT)
        return true; /* a rest before a move that is left out */
    PlanDraftStop next = {.part = walk->part, .rest_s = stop->rest_s, .say = stop->say};
    if (stop->move)
        next.move = &walk->draft->moves[walk->part->first_move + (size_t)stop->turn];
    return walk->visit(walk->context, &next);
}

bool plan_draft_walk(const PlanDraft *draft, PlanDraftVisitor *visit, void *context)
{
    for (size_t i = 0; i < draft->part_count; i++) {
        PlanDraftWalk walk = {draft, &draft->parts[i], visit, context};
        if (!timeline_walk(walk.part->routine, is_left_out, visit_stop, &walk))
            return false;
    }
    return true;
}

size_t plan_draft_sides(const PlanDraftMove *move, Side order[2])
{
    order[0] = move->sides == SIDES_LEFT ? SIDE_LEFT : move->sides == SIDES_RIGHT ? SIDE_RIGHT : SIDE_NONE;
    if (move->sides != SIDES_BOTH)
        return 1;
    order[0] = move->first == SIDE_RIGHT ? SIDE_RIGHT : SIDE_LEFT;
    order[1] = order[0] == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
    return 2;
}

int32_t plan_draft_set_up_s(const PlanDraftMove *move, size_t turn)
{
    return turn == 0 ? move->prepare_s : move->move->switch_s;
}

typedef struct Sum {
    int64_t fixed_s, holds_s, least_s;
} Sum;

static void add_move_to_sum(Sum *sum, const PlanDraftMove *move)
{
    Side order[2];
    size_t sides = plan_draft_sides(move, order);
    for (size_t i = 0; i < sides; i++)
        sum->fixed_s += plan_draft_set_up_s(move, i);
    for (size_t i = 0; i < move->move->phase_count; i++) {
        const PlanDraftHold *hold = &move->holds[i];
        sum->fixed_s += (int64_t)sides * move->move->phases[i].prepare_s;
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++) {
            sum->holds_s += hold->seconds[side];
            sum->least_s += hold->least_s[side];
        }
    }
}

static bool add_to_sum(void *context, const PlanDraftStop *stop)
{
    Sum *sum = context;
    sum->fixed_s += stop->rest_s;
    if (stop->move)
        add_move_to_sum(sum, stop->move);
    return true;
}

int32_t plan_draft_move_seconds(const PlanDraftMove *move)
{
    Sum sum = {0};
    add_move_to_sum(&sum, move);
    return (int32_t)(sum.fixed_s + sum.holds_s);
}

int64_t plan_draft_seconds(const PlanDraft *draft)
{
    Sum sum = {0};
    plan_draft_walk(draft, add_to_sum, &sum);
    return sum.fixed_s + sum.holds_s;
}

static int64_t least_seconds(const PlanDraft *draft)
{
    Sum sum = {0};
    plan_draft_walk(draft, add_to_sum, &sum);
    return sum.fixed_s + sum.least_s;
}

static const int64_t WHOLE = 1 << 24; /* a factor of 1; finer than any two holds of up to an hour can tell apart */

static bool may_drop(const PlanDraftMove *move, int32_t priority)
{
    return move->move->priority == priority && (move->out == OUT_NOT || move->out == OUT_FOR_TIME);
}

/* Drops the moves of one priority from that one on; those before it stay. */
static void drop_from(PlanDraft *draft, int32_t priority, size_t first)
{
    for (size_t i = 0; i < draft->move_count; i++) {
        if (may_drop(&draft->moves[i], priority))
            draft->moves[i].out = i >= first ? OUT_FOR_TIME : OUT_NOT;
    }
}

/* The lowest place to drop from: one move must stay. */
static size_t lowest_to_drop(PlanDraft *draft, int32_t priority)
{
    drop_from(draft, priority, 0);
    if (plan_draft_has_moves(draft))
        return 0;
    size_t first = 0;
    while (first < draft->move_count && !may_drop(&draft->moves[first], priority))
        first++;
    return first + 1;
}

/* Drops moves of one priority, from the last to the first, until the rest could fit. */
static void drop_moves(PlanDraft *draft, int32_t priority, int64_t limit_s)
{
    if (least_seconds(draft) <= limit_s)
        return;
    size_t fits = lowest_to_drop(draft, priority), too_long = draft->move_count;
    while (too_long > fits + 1) {
        size_t middle = fits + (too_long - fits) / 2;
        drop_from(draft, priority, middle);
        if (least_seconds(draft) <= limit_s)
            fits = middle;
        else
            too_long = middle;
    }
    drop_from(draft, priority, fits);
}

static void shorten_hold(PlanDraftHold *hold, int64_t factor)
{
    for (Side side = SIDE_NONE; side < SIDE_COUNT; side++) {
        int32_t seconds = (int32_t)(hold->full_s[side] * factor / WHOLE);
        hold->seconds[side] = MAX_OF(hold->least_s[side], seconds - seconds % hold->unit_s);
    }
}

static int64_t shorten_all(PlanDraft *draft, int64_t factor)
{
    for (size_t i = 0; i < draft->move_count; i++) {
        for (size_t k = 0; k < draft->moves[i].move->phase_count; k++)
            shorten_hold(&draft->moves[i].holds[k], factor);
    }
    return plan_draft_seconds(draft);
}

/* The largest factor that keeps within the limit, to be found between none (every hold at its least) and one. */
static int64_t shorten_to(PlanDraft *draft, int64_t limit_s)
{
    int64_t fits = 0, too_long = WHOLE;
    while (too_long - fits > 1) {
        int64_t middle = fits + (too_long - fits) / 2;
        if (shorten_all(draft, middle) <= limit_s)
            fits = middle;
        else
            too_long = middle;
    }
    return shorten_all(draft, fits);
}

/* Sides that were equal get the same; others are holds of their own. Returns the seconds that were given. */
static int64_t lengthen_hold(PlanDraftHold *hold, int64_t spare_s)
{
    bool is_equal = hold->full_s[SIDE_LEFT] == hold->full_s[SIDE_RIGHT];
    int64_t given_s = 0;
    for (Side side = SIDE_NONE; side < SIDE_COUNT; side++) {
        bool is_pair = is_equal && side == SIDE_LEFT;
        int64_t cost_s = hold->unit_s * (is_pair ? 2 : 1);
        if (hold->seconds[side] >= hold->full_s[side] || given_s + cost_s > spare_s || (is_equal && side == SIDE_RIGHT))
            continue;
        hold->seconds[side] += hold->unit_s;
        if (is_pair)
            hold->seconds[SIDE_RIGHT] += hold->unit_s;
        given_s += cost_s;
    }
    return given_s;
}

/* What rounding down to whole seconds, passes and breaths has lost goes back, a unit each, from the first on. */
static void give_back(PlanDraft *draft, int64_t spare_s)
{
    int64_t before_s;
    do {
        before_s = spare_s;
        for (size_t i = 0; i < draft->move_count; i++) {
            const PlanDraftMove *move = &draft->moves[i];
            for (size_t k = 0; move->out == OUT_NOT && k < move->move->phase_count; k++)
                spare_s -= lengthen_hold(&move->holds[k], spare_s);
        }
    } while (spare_s > 0 && spare_s < before_s);
}

int32_t plan_draft_fit(PlanDraft *draft, int32_t minutes)
{
    int64_t limit_s = (int64_t)minutes * 60;
    if (plan_draft_seconds(draft) <= limit_s)
        return 0;
    drop_moves(draft, 3, limit_s);
    drop_moves(draft, 2, limit_s);
    int64_t least_s = least_seconds(draft);
    if (least_s > limit_s)
        return (int32_t)((least_s + 59) / 60);
    if (plan_draft_seconds(draft) > limit_s)
        give_back(draft, limit_s - shorten_to(draft, limit_s));
    return 0;
}
