/* SPDX-License-Identifier: MIT */
#include "session/edit_match.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"

/* How well two moves go together. That they are alike counts more than all else together in the longest plan. */
enum { SCORE_LENGTH = 1, SCORE_ROUND = 2, SCORE_SIDES = 4, SCORE_ALIKE = 1 << 16 };

/* The next step on the best way through both plans. */
typedef enum Way { WAY_PAIR, WAY_PAST_OLD, WAY_PAST_NEW } Way;

/* An alignment in the making. */
typedef struct MatchWork {
    const Plan *before, *now;
    int32_t count, new_count;
    int32_t *rounds, *new_rounds;
    int32_t *found;      /* for each move before the one that stands for it, or -1 */
    int32_t *stands_for; /* the other way round */
    bool *is_kept;       /* of the moves before: still in the order that they had */
} MatchWork;

/* Moves between two that kept their order, in both plans. */
typedef struct Between {
    int32_t start, end, new_start, new_end;
} Between;

bool edit_match_is_same_move(const DoneMove *one, const PlanMove *other)
{
    return one->use && other->use ? strcmp(one->use, other->use) == 0 : strcmp(one->name, other->name) == 0;
}

/* What was done on the left is never what is to be done on the right. */
static bool are_apart(const PlanMove *one, const PlanMove *other)
{
    return (one->sides == SIDES_LEFT && other->sides == SIDES_RIGHT) ||
           (one->sides == SIDES_RIGHT && other->sides == SIDES_LEFT);
}

static bool is_alike(const PlanMove *one, const PlanMove *other)
{
    return !are_apart(one, other) && edit_match_is_same_move(&(DoneMove){.name = one->name, .use = one->use}, other);
}

static bool may_be_renamed(const PlanMove *one, const PlanMove *other)
{
    const size_t count = one->areas.count;
    return !one->use && !other->use && !are_apart(one, other) && count == other->areas.count &&
           (count == 0 || memcmp(one->areas.items, other->areas.items, count) == 0);
}

/* For each move, how often the one of its line came before: the round of its repeat. */
static int32_t *rounds_of(const Plan *plan)
{
    const PlanMove *moves = plan->moves;
    int32_t *rounds = memory_new(plan->move_count * sizeof *rounds);
    for (size_t i = 0; i < plan->move_count; i++)
        for (size_t k = 0; k < i; k++)
            rounds[i] += moves[k].line == moves[i].line && moves[k].routine == moves[i].routine &&
                         is_alike(&moves[k], &moves[i]);
    return rounds;
}

/* 0 where they are not alike. */
static int32_t score(const MatchWork *work, int32_t old, int32_t new)
{
    const PlanMove *one = &work->before->moves[old], *other = &work->now->moves[new];
    if (!is_alike(one, other))
        return 0;
    return SCORE_ALIKE + (one->sides == other->sides ? SCORE_SIDES : 0) +
           (work->rounds[old] == work->new_rounds[new] ? SCORE_ROUND : 0) +
           (one->seconds == other->seconds ? SCORE_LENGTH : 0);
}

/* The best way from every pair of moves to the ends of both plans, row by row. */
static unsigned char *find_ways(const MatchWork *work)
{
    const int32_t count = work->count, new_count = work->new_count;
    unsigned char *ways = memory_resize(NULL, (size_t)count, (size_t)new_count);
    int32_t *best = memory_new(((size_t)new_count + 1) * sizeof *best);
    for (int32_t old = count - 1; old >= 0; old--) {
        int32_t past_both = 0;
        for (int32_t new = new_count - 1; new >= 0; new --) {
            const int32_t alike = score(work, old, new), past_old = best[new], past_new = best[new + 1];
            const int32_t past_one = MAX_OF(past_old, past_new);
            const Way way = alike > 0 && past_both + alike >= past_one ? WAY_PAIR
                            : past_old > past_new                      ? WAY_PAST_OLD
                                                                       : WAY_PAST_NEW;
            ways[(size_t)old * (size_t)new_count + (size_t) new] = (unsigned char)way;
            best[new] = way == WAY_PAIR ? past_both + alike : past_one;
            past_both = past_old;
        }
    }
    free(best);
    return ways;
}

static void pair(MatchWork *work, int32_t old, int32_t new)
{
    work->found[old] = new;
    work->stands_for[new] = old;
}

static void keep_order(MatchWork *work)
{
    unsigned char *ways = find_ways(work);
    for (int32_t old = 0, new = 0; old < work->count &&new < work->new_count;) {
        const Way way = ways[(size_t)old * (size_t)work->new_count + (size_t) new];
        if (way == WAY_PAIR) {
            work->is_kept[old] = true;
            pair(work, old, new);
        }
        old += way != WAY_PAST_NEW;
        new += way != WAY_PAST_OLD;
    }
    free(ways);
}

/* The most alike among those that stand for none, the nearest to where it was; -1 where none is. */
static int32_t find_moved(const MatchWork *work, int32_t old)
{
    int32_t best = -1, best_score = 1;
    for (int32_t new = 0; new < work->new_count; new ++) {
        const int32_t its_score = work->stands_for[new] < 0 ? score(work, old, new) : 0;
        if (its_score > best_score || (its_score == best_score && abs(new - old) < abs(best - old))) {
            best = new;
            best_score = its_score;
        }
    }
    return best;
}

static void find_all_moved(MatchWork *work)
{
    for (int32_t old = 0; old < work->count; old++) {
        const int32_t new = work->found[old] < 0 ? find_moved(work, old) : -1;
        if (new >= 0)
            pair(work, old, new);
    }
}

static int32_t count_left_over(const int32_t *partners, int32_t start, int32_t end)
{
    int32_t count = 0;
    for (int32_t i = start; i < end; i++)
        count += partners[i] < 0;
    return count;
}

/* The first that is new or came later. */
static int32_t find_to_come(const MatchWork *work, const Between *between, int32_t old)
{
    int32_t new = between->new_start;
    while (new < between->new_end && work->stands_for[new] >= 0 && work->stands_for[new] < old)
        new ++;
    return new;
}

/* What is left over goes together in its order. Where it is fewer now, nobody knows which have gone, and none may have
 * the name of another. */
static void settle_between(const MatchWork *work, const Between *between, MatchedMove *places)
{
    int32_t less = count_left_over(work->found, between->start, between->end) -
                   count_left_over(work->stands_for, between->new_start, between->new_end);
    const bool may_have_names = less <= 0;
    int32_t new = between->new_start;
    for (int32_t old = between->start; old < between->end; old++) {
        if (work->found[old] >= 0) {
            places[old] = (MatchedMove){work->found[old], true, false};
        } else if (less-- > 0) {
            places[old] = (MatchedMove){find_to_come(work, between, old), false, false};
        } else {
            while (work->stands_for[new] >= 0)
                new ++;
            const bool is_there = may_have_names && may_be_renamed(&work->before->moves[old], &work->now->moves[new]);
            places[old] = (MatchedMove){new ++, is_there, !is_there};
        }
    }
}

static MatchedMove *settle(const MatchWork *work)
{
    MatchedMove *places = memory_resize(NULL, (size_t)work->count, sizeof *places);
    Between between = {0};
    for (; between.start <= work->count; between.start = between.end + 1, between.new_start = between.new_end + 1) {
        between.end = between.start;
        while (between.end < work->count && !work->is_kept[between.end])
            between.end++;
        between.new_end = between.end < work->count ? work->found[between.end] : work->new_count;
        settle_between(work, &between, places);
        if (between.end < work->count)
            places[between.end] = (MatchedMove){between.new_end, true, false};
    }
    return places;
}

static int32_t *no_moves(size_t count)
{
    int32_t *moves = memory_resize(NULL, count, sizeof *moves);
    for (size_t i = 0; i < count; i++)
        moves[i] = -1;
    return moves;
}

EditMatch edit_match_plans(const Plan *before, const Plan *now)
{
    MatchWork work = {
        .before = before,
        .now = now,
        .count = (int32_t)before->move_count,
        .new_count = (int32_t)now->move_count,
        .rounds = rounds_of(before),
        .new_rounds = rounds_of(now),
        .found = no_moves(before->move_count),
        .stands_for = no_moves(now->move_count),
        .is_kept = memory_new(before->move_count),
    };
    keep_order(&work);
    find_all_moved(&work);
    EditMatch alignment = {.before = before, .now = now, .places = settle(&work)};
    free(work.rounds);
    free(work.new_rounds);
    free(work.found);
    free(work.stands_for);
    free(work.is_kept);
    return alignment;
}

void edit_match_release(EditMatch *alignment)
{
    free(alignment->places);
    *alignment = (EditMatch){0};
}

MatchedMove edit_match_move(const EditMatch *alignment, int32_t move)
{
    return alignment->places[move];
}
