/* SPDX-License-Identifier: MIT */
#include "routine/timeline.h"

#include "base/macros.h"

enum { AUTO_MOST_S = 60 };

typedef struct Walker {
    const Routine *routine;
    TimelineFilter *leave_out;
    TimelineVisitor *visit;
    void *context;
    int32_t turn;         /* of the move before, left out or not; -1 before the first */
    int32_t last_turn;    /* of the last move that is not left out */
    bool is_in, has_rest; /* whether the move before is not left out; whether a rest has come since the last one kept */
    int32_t turn_before;  /* of the last move visited; -1 before the first */
    bool is_ended;        /* by a visitor */
} Walker;

typedef bool ItemVisitor(Walker *walker, const Item *item, int32_t rest_s);

/* Items one by one, repeats unrolled; a rest between rounds is the repeat itself with its rest_s. */
static bool each_item(Walker *walker, const Item *items, size_t count, ItemVisitor *visit)
{
    for (size_t i = 0; i < count; i++) {
        const Item *item = &items[i];
        if (item->kind != ITEM_REPEAT) {
            if (!visit(walker, item, item->rest_s))
                return false;
            continue;
        }
        for (int32_t round = 0; round < item->times; round++) {
            if (round > 0 && item->between_s > 0 && !visit(walker, item, item->between_s))
                return false;
            if (!each_item(walker, item->items, item->count, visit))
                return false;
        }
    }
    return true;
}

static int64_t count_moves(const Item *items, size_t count)
{
    int64_t moves = 0;
    for (size_t i = 0; i < count; i++)
        moves += items[i].kind == ITEM_MOVE     ? 1
                 : items[i].kind == ITEM_REPEAT ? items[i].times * count_moves(items[i].items, items[i].count)
                                                : 0;
    return moves;
}

bool timeline_has_move(const Item *items, size_t count)
{
    return count_moves(items, count) > 0;
}

static bool is_left_out(Walker *walker, const Move *move)
{
    return walker->leave_out && walker->leave_out(walker->context, move, walker->turn);
}

static bool note_last(Walker *walker, const Item *item, int32_t rest_s)
{
    (void)rest_s;
    if (item->kind != ITEM_MOVE)
        return true;
    walker->turn++;
    if (!is_left_out(walker, item->move))
        walker->last_turn = walker->turn;
    return true;
}

static bool call(Walker *walker, const TimelineItem *stop)
{
    walker->is_ended = !walker->visit(walker->context, stop);
    return !walker->is_ended;
}

static bool visit_move(Walker *walker, const Item *item)
{
    TimelineItem stop = {.move = item->move, .turn = walker->turn, .mark = item->mark};
    TimelineItem rest = {.turn = walker->turn_before, .rest_s = walker->routine->rest_s, .mark = item->mark};
    bool needs_rest = rest.turn >= 0 && !walker->has_rest && rest.rest_s > 0;
    walker->turn_before = walker->turn;
    walker->has_rest = false;
    return (!needs_rest || call(walker, &rest)) && call(walker, &stop);
}

static bool visit_item(Walker *walker, const Item *item, int32_t rest_s)
{
    if (item->kind == ITEM_MOVE) {
        walker->turn++;
        walker->is_in = !is_left_out(walker, item->move);
        return !walker->is_in || visit_move(walker, item);
    }
    if (!walker->is_in)
        return true;
    TimelineItem stop = {.turn = walker->turn_before, .rest_s = rest_s, .mark = item->mark};
    stop.say = item->kind == ITEM_REST ? item->say : NULL;
    walker->has_rest = true;
    return call(walker, &stop);
}

/* Nothing but rests can follow the last move, and those are dropped. */
static bool visit_until_last(Walker *walker, const Item *item, int32_t rest_s)
{
    return walker->turn < walker->last_turn && visit_item(walker, item, rest_s);
}

bool timeline_walk(const Routine *routine, TimelineFilter *leave_out, TimelineVisitor *visit, void *context)
{
    Walker walker = {.routine = routine,
                     .leave_out = leave_out,
                     .visit = visit,
                     .context = context,
                     .turn = -1,
                     .last_turn = -1,
                     .turn_before = -1};
    if (leave_out)
        each_item(&walker, routine->items, routine->count, note_last);
    else
        walker.last_turn = (int32_t)MIN_OF(count_moves(routine->items, routine->count) - 1, INT32_MAX);
    walker.turn = -1;
    walker.is_in = true;
    each_item(&walker, routine->items, routine->count, visit_until_last);
    return !walker.is_ended;
}

/* A voice says 150 words in a minute, and 5 s are for what needs no words. */
int32_t timeline_auto_prepare_s(const char *setup)
{
    int32_t words = 0;
    bool is_blank = true;
    for (const char *at = setup ? setup : ""; *at; at++) {
        const bool was_blank = is_blank;
        is_blank = *at == ' ' || *at == '\n' || *at == '\t';
        words += was_blank && !is_blank;
    }
    const int32_t tenths = 50 + 4 * words;
    return MIN_OF((tenths + 49) / 50 * 5, (int32_t)AUTO_MOST_S);
}

int32_t timeline_auto_of_move_s(const Move *move)
{
    int32_t longest_s = timeline_auto_prepare_s(NULL);
    for (size_t i = 0; i < move->setups.count; i++)
        longest_s = MAX_OF(longest_s, timeline_auto_prepare_s(move->setups.items[i].text));
    return longest_s;
}

int32_t timeline_auto_switch_s(int32_t auto_prepare_s)
{
    return (auto_prepare_s + 9) / 10 * 5;
}

int32_t timeline_move_seconds(const Move *move)
{
    int32_t seconds = move->prepare_s + (move->sides == SIDES_BOTH ? move->switch_s : 0);
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        if (move->sides != SIDES_RIGHT)
            seconds += phase->prepare_s + phase->hold.left_s;
        if (move->sides == SIDES_RIGHT || move->sides == SIDES_BOTH)
            seconds += phase->prepare_s + phase->hold.right_s;
    }
    return seconds;
}

static int32_t move_steps(const Move *move)
{
    const bool has_both = move->sides == SIDES_BOTH;
    int32_t steps = 0; /* on one side */
    for (size_t i = 0; i < move->phase_count; i++)
        steps += 1 + (move->phases[i].prepare_s > 0);
    return (has_both ? 2 : 1) * steps + (move->prepare_s > 0) + (has_both && move->switch_s > 0);
}

static bool add_to_total(void *context, const TimelineItem *stop)
{
    TimelineTotal *total = context;
    const Move *move = stop->move;
    total->moves += move != NULL;
    total->steps += move ? move_steps(move) : 1;
    total->seconds += move ? timeline_move_seconds(move) : stop->rest_s;
    return total->steps <= TIMELINE_STEP_LIMIT && total->seconds <= TIMELINE_SECONDS_LIMIT;
}

TimelineTotal timeline_total(const Routine *routine)
{
    TimelineTotal total = {0};
    timeline_walk(routine, NULL, add_to_total, &total);
    return total;
}

int32_t timeline_cue_at(const CueList *cues, size_t index, int32_t hold_s)
{
    const Cue *cue = &cues->items[index];
    switch (cue->when) {
    case CUE_SPREAD:
        return (int32_t)((int64_t)hold_s * (int64_t)index / (int64_t)cues->count);
    case CUE_FROM_START:
        return cue->seconds;
    case CUE_FROM_END:
        return hold_s - cue->seconds;
    case CUE_HALF:
        break;
    }
    return hold_s / 2;
}
