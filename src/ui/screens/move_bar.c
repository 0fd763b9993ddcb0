/* SPDX-License-Identifier: MIT */
#include "ui/screens/move_bar.h"

#include "base/macros.h"

/* A run of cells with one meaning: its glyph, and in ASCII. */
typedef struct Ink {
    Role role;
    int32_t glyph;
    char ascii;
} Ink;

static const Ink to_come = {ROLE_DIM, 0x2500, '.'}, done_ink = {ROLE_GOOD, 0x2501, '='};
static const Ink now_to_come = {ROLE_ACCENT, 0x254C, '-'}, now_done = {ROLE_ACCENT, 0x25A0, '#'};
static const Ink skipped_ink = {ROLE_TEXT, 0xD7, 'x'}, hurt_ink = {ROLE_BAD, '!', '!'};

static void draw(Canvas *canvas, int x, int y, int columns, Ink ink)
{
    canvas_run(canvas, x, y, columns, style_of(ink.role), ink.glyph, ink.ascii);
}

/* Why no more of a side was held than was; done where nothing stood against it. */
static Ink ink_of(const Done *done)
{
    return done->hurt ? hurt_ink : done->skipped || done->held_ms == 0 ? skipped_ink : done_ink;
}

/* The steps of a move on one side, which are a part of its segment. */
typedef struct Part {
    int32_t move, first, end;
    int64_t seconds, holds_s;
    const Done *done;
} Part;

static Part part_from(const Session *session, int32_t first)
{
    const Plan *plan = session->plan;
    const Step *begin = &plan->steps[first];
    Part part = {.move = begin->move, .first = first, .end = first, .done = &session->done[begin->move][begin->side]};
    while ((size_t)part.end < plan->step_count && plan->steps[part.end].move == begin->move &&
           plan->steps[part.end].side == begin->side) {
        const Step *step = &plan->steps[part.end++];
        part.seconds += step->seconds;
        part.holds_s += step->kind == STEP_HOLD ? step->seconds : 0;
    }
    return part;
}

/* What was held of it, and from there on why not more: a column of that at least, so that it is seen. */
static void draw_passed(Canvas *canvas, int x, int y, int columns, const Part *part, bool is_now)
{
    const Ink ink = ink_of(part->done);
    const int64_t held = columns * part->done->held_ms / (MAX_OF(part->holds_s, 1) * 1000);
    const int whole = ink.ascii == done_ink.ascii ? columns : (int)MIN_OF(held, columns - 1);
    draw(canvas, x, y, columns, ink);
    draw(canvas, x, y, whole, is_now ? now_done : done_ink);
}

/* A column has passed at least, so that it is seen without colours too. */
static void draw_now(Canvas *canvas, int x, int y, int columns, const Session *session, const Part *part)
{
    const int64_t passed_ms = session_at_ms(session) - session->plan->steps[part->first].at_s * INT64_C(1000);
    const int64_t passed = columns * passed_ms / (MAX_OF(part->seconds, 1) * 1000);
    draw(canvas, x, y, columns, now_to_come);
    draw(canvas, x, y, (int)MAX_OF(1, MIN_OF(columns, passed)), now_done);
}

static void draw_part(Canvas *canvas, int x, int y, int columns, const Session *session, const Part *part)
{
    const PlanMove *now = session_move(session);
    const bool is_now = now == &session->plan->moves[part->move], is_begun = session->step >= part->first;
    if (session->step >= part->end || (is_begun && session->state == SESSION_STOPPED))
        draw_passed(canvas, x, y, columns, part, is_now);
    else if (is_begun)
        draw_now(canvas, x, y, columns, session, part);
    else
        draw(canvas, x, y, columns, is_now ? now_to_come : to_come);
}

/* A move has one side or two. In a single column stands the side of the moment, or the one that hurt. */
static void draw_move(Canvas *canvas, int x, int y, int columns, const Session *session, const PlanMove *move)
{
    const Part first = part_from(session, move->first_step);
    if (first.end >= move->first_step + move->step_count) {
        draw_part(canvas, x, y, columns, session, &first);
        return;
    }
    const Part second = part_from(session, first.end);
    if (columns == 1) {
        const bool is_first = session->step < second.first || first.done->hurt;
        draw_part(canvas, x, y, columns, session, is_first ? &first : &second);
        return;
    }
    const int64_t share = columns * first.seconds / (first.seconds + second.seconds);
    const int split = (int)MIN_OF(MAX_OF(share, 1), columns - 1);
    draw_part(canvas, x, y, split, session, &first);
    draw_part(canvas, x + split, y, columns - split, session, &second);
}

/* More moves than columns: one bar for all. */
static void draw_as_one(Canvas *canvas, Rect line, const Session *session)
{
    const Plan *plan = session->plan;
    for (int x = 0; x < line.width; x++) {
        const int64_t second = (int64_t)plan->seconds * (2 * x + 1) / (2 * line.width);
        const int32_t index = (int32_t)plan_step_at(plan, (int32_t)second);
        const Step *step = &plan->steps[index];
        const bool is_rest = step->move < 0;
        const Ink passed = is_rest ? done_ink : ink_of(&session->done[step->move][step->side]);
        draw(canvas, line.x + x, line.y, 1, index >= session->step ? to_come : passed);
    }
}

/* What stands in the bar, from left to right: moves of the plan, and those that were left out at their place. */
typedef struct SegmentWalk {
    const Plan *plan;
    size_t turn, move;       /* the next of each */
    const PlanMove *planned; /* of this segment; NULL: left out */
    int64_t seconds;         /* how long it is, at least 1 */
} SegmentWalk;

static bool walk_on(SegmentWalk *walk)
{
    const Plan *plan = walk->plan;
    for (; walk->turn < plan->turn_count; walk->turn++) {
        const bool is_planned = walk->move < plan->move_count && plan->moves[walk->move].turn <= (int32_t)walk->turn;
        if (is_planned)
            break;
        if (plan->turns[walk->turn].seconds > 0) {
            walk->planned = NULL;
            walk->seconds = plan->turns[walk->turn++].seconds;
            return true;
        }
    }
    if (walk->move >= plan->move_count)
        return false;
    walk->planned = &plan->moves[walk->move++];
    walk->turn += walk->turn < plan->turn_count;
    walk->seconds = MAX_OF(walk->planned->seconds, 1);
    return true;
}

void move_bar_draw(Canvas *canvas, Rect line, const Session *session)
{
    const Plan *plan = session->plan;
    int count = 0;
    int64_t all_s = 0, before_s = 0;
    for (SegmentWalk walk = {.plan = plan}; walk_on(&walk); count++)
        all_s += walk.seconds;
    int gap = 3 * count <= line.width ? 1 : 0;
    int free_columns = line.width - count - gap * (count - 1);
    if (count == 0 || line.width <= 0)
        return;
    if (free_columns < 0) {
        draw_as_one(canvas, line, session);
        return;
    }
    int x = line.x;
    for (SegmentWalk walk = {.plan = plan}; walk_on(&walk);) {
        int64_t after_s = before_s + walk.seconds;
        int columns = 1 + (int)(free_columns * after_s / all_s - free_columns * before_s / all_s);
        if (walk.planned)
            draw_move(canvas, x, line.y, columns, session, walk.planned);
        else
            draw(canvas, x, line.y, columns, skipped_ink);
        x += columns + gap;
        before_s = after_s;
    }
}
