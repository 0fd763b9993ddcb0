/* SPDX-License-Identifier: MIT */
#include "ui/screens/gauge.h"

#include <stdio.h>

#include "base/macros.h"
#include "routine/wording.h"

enum { PRESSURE_TOP = 10, WORDS_CELLS = 26, BAR_MOST = 40, WORD_CELLS = 5, PACER_MS = 250, LINE_BYTES = 160 };

static const int32_t full_block = 0x2588, light_shade = 0x2591;

/* The scale's numbers stand so many columns apart. */
static int scale_step(int width)
{
    return MAX_OF(2, MIN_OF(5, (width - WORDS_CELLS - 3) / PRESSURE_TOP));
}

static Style number_style(Pressure target, int number)
{
    if (target.is_set && number >= target.low && number <= target.high)
        return (Style){ROLE_GROUND, ROLE_ACCENT, STYLE_BOLD};
    return style_of(number >= SESSION_TOO_HARD ? ROLE_WARN : ROLE_DIM);
}

static void draw_scale(Canvas *canvas, int x, int y, int step, Pressure target)
{
    if (target.is_set) {
        Style chip = number_style(target, target.low);
        int from = x + target.low * step - 1, until = x + target.high * step + (target.high == PRESSURE_TOP ? 2 : 1);
        canvas_run(canvas, from, y, until - from + 1, chip, ' ', ' ');
        if (canvas->look.colours < 8 || !canvas->look.is_utf8) {
            canvas_put(canvas, from, y, chip, '[', '[');
            canvas_put(canvas, until, y, chip, ']', ']');
        }
    }
    static const char *const numbers[PRESSURE_TOP + 1] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
    for (int number = 0; number <= PRESSURE_TOP; number++)
        canvas_text(canvas, x + number * step, y, 2, number_style(target, number), numbers[number]);
}

/* The mark stands under its number, the words on the side where there is room. */
static void draw_felt(Canvas *canvas, int x, int y, int step, Pressure target, int32_t felt)
{
    char words[LINE_BYTES];
    snprintf(words, sizeof(words), "felt %d", (int)felt);
    Style style = style_bold(target.is_set && felt > target.high ? ROLE_WARN : ROLE_GOOD);
    int mark = x + felt * step;
    canvas_put(canvas, mark, y, style, 0x25B2, '^');
    if (felt <= PRESSURE_TOP / 2)
        canvas_text(canvas, mark + 2, y, 8, style, words);
    else
        canvas_text_right(canvas, mark - 1, y, 8, style, words);
}

void gauge_pressure(Canvas *canvas, Rect rect, Pressure target, int32_t felt, const char *lowered)
{
    int step = scale_step(rect.width), x = rect.x + 1;
    int scale_cells = PRESSURE_TOP * step + 5;
    if (rect.height < 1)
        return;
    draw_scale(canvas, x, rect.y, step, target);
    Rect words = {rect.x + scale_cells, rect.y, rect.width - scale_cells, rect.height};
    if (target.is_set) {
        Text text = {0};
        wording_target(&text, target);
        canvas_text(canvas, words.x, words.y, words.width, style_of(ROLE_TEXT), text_show(&text));
        text_release(&text);
    }
    if (rect.height < 2)
        return;
    Rect below = felt == SESSION_NOT_FELT ? rect : words; /* all of the row, until something is felt */
    rect_cut_top(&below, 1);
    bool too_hard = target.is_set && felt > target.high;
    if (felt != SESSION_NOT_FELT)
        draw_felt(canvas, x, rect.y + 1, step, target, felt);
    if (lowered && !too_hard)
        canvas_paragraph(canvas, below, style_of(ROLE_WARN), lowered);
    else if (felt != SESSION_NOT_FELT)
        canvas_text(canvas, below.x, below.y, below.width, style_of(too_hard ? ROLE_WARN : ROLE_GOOD),
                    wording_felt(target, felt));
}

/* A bar of `eighths` filled eighths of a cell. */
static void draw_bar(Canvas *canvas, int x, int y, int cells, Style style, int64_t eighths)
{
    canvas_run(canvas, x, y, cells, style_of(ROLE_DIM), light_shade, '.');
    int whole = (int)(eighths / 8), part = (int)(eighths % 8);
    canvas_run(canvas, x, y, whole, style, full_block, '=');
    if (part && whole < cells && canvas->look.is_utf8)
        canvas_put(canvas, x + whole, y, style, full_block + 8 - part, ' ');
}

static const char *const breath_words[] = {
    [BREATH_IN] = "in", [BREATH_HOLD] = "hold", [BREATH_OUT] = "out", [BREATH_REST] = "rest"};

static int32_t seconds_of(Breath breath, size_t part)
{
    return (const int32_t[]){breath.in_s, breath.hold_s, breath.out_s, breath.rest_s}[part];
}

/* What comes after a part of the breath; parts of no length are passed over. */
static BreathPart part_after(Breath breath, BreathPart part)
{
    for (size_t i = 1; i <= ARRAY_LEN(breath_words); i++) {
        size_t next = ((size_t)part + i) % ARRAY_LEN(breath_words);
        if (seconds_of(breath, next) > 0)
            return (BreathPart)next;
    }
    return part;
}

static int print_what_follows(char words[LINE_BYTES], Breath breath, BreathPart part, int32_t left_s)
{
    return snprintf(words, LINE_BYTES, "%d s, then %s", (int)left_s, breath_words[part_after(breath, part)]);
}

/* The most that is said beside the bar, whichever part it is: so the bar keeps its length. */
static int breath_cells(Breath breath)
{
    char words[LINE_BYTES];
    int most = 0;
    for (size_t i = 0; i < ARRAY_LEN(breath_words); i++) {
        if (seconds_of(breath, i) > 0)
            most = MAX_OF(most, print_what_follows(words, breath, (BreathPart)i, seconds_of(breath, i)));
    }
    return most;
}

void gauge_breath(Canvas *canvas, Rect line, Breath breath, BreathPart part, int64_t into_ms, int64_t of_ms)
{
    int cells = MAX_OF(8, MIN_OF(BAR_MOST, line.width - WORD_CELLS - breath_cells(breath) - 2));
    int64_t quiet_ms = into_ms / PACER_MS * PACER_MS, eighths = 0;
    if (part == BREATH_HOLD)
        eighths = 8 * cells;
    else if (part != BREATH_REST && of_ms > 0)
        eighths = 8 * cells * (part == BREATH_IN ? quiet_ms : of_ms - quiet_ms) / of_ms;
    Style style = style_of(ROLE_BREATH);
    canvas_text(canvas, line.x, line.y, WORD_CELLS, style_bold(ROLE_BREATH), breath_words[part]);
    draw_bar(canvas, line.x + WORD_CELLS, line.y, cells, style, eighths);
    char text[LINE_BYTES];
    print_what_follows(text, breath, part, (int32_t)((of_ms - into_ms + 999) / 1000));
    int words = WORD_CELLS + cells + 2;
    canvas_text(canvas, line.x + words, line.y, line.width - words, style_of(ROLE_TEXT), text);
}

/* A ball that goes to one end in one pass and back in the next. */
static void draw_track(Canvas *canvas, Rect line, int32_t pass, int64_t into_ms, int64_t pace_ms)
{
    int track = line.width - 2, at = (int)((track - 1) * into_ms / pace_ms);
    if (pass % 2 == 0)
        at = track - 1 - at;
    Style rail = style_of(ROLE_DIM);
    canvas_put(canvas, line.x, line.y, rail, 0x25C2, '<');
    canvas_run(canvas, line.x + 1, line.y, track, rail, 0x2500, '-');
    canvas_put(canvas, line.x + 1 + track, line.y, rail, 0x25B8, '>');
    canvas_put(canvas, line.x + 1 + at, line.y, style_bold(ROLE_STRONG), 0x25CF, 'o');
}

/* One bar for each pass, which fills; where there are too many, one for all. */
static void draw_presses(Canvas *canvas, Rect line, int32_t passes, int32_t pass, int64_t into_ms, int64_t pace_ms)
{
    const int cells = MAX_OF(line.width, 1) / MAX_OF(passes, 1) - 1;
    const Style style = style_of(ROLE_STRONG);
    if (cells < 1) {
        draw_bar(canvas, line.x, line.y, line.width, style,
                 8 * line.width * ((pass - 1) * pace_ms + into_ms) / (MAX_OF(passes, 1) * pace_ms));
        return;
    }
    for (int32_t i = 0; i < passes; i++) {
        const int64_t eighths = i + 1 < pass ? 8 * cells : i + 1 == pass ? 8 * cells * into_ms / pace_ms : 0;
        draw_bar(canvas, line.x + i * (cells + 1), line.y, cells, style, eighths);
    }
}

void gauge_passes(Canvas *canvas, Rect line, const Step *step, int32_t pass, int64_t into_ms)
{
    int cells = MAX_OF(8, MIN_OF(BAR_MOST, line.width - WORDS_CELLS));
    int64_t pace_ms = MAX_OF((int64_t)step->pace_s, 1) * 1000;
    int64_t quiet_ms = MIN_OF(into_ms / PACER_MS * PACER_MS, pace_ms);
    const Rect pacer = {line.x, line.y, cells, 1};
    if (wording_has_two_ends(step->technique))
        draw_track(canvas, pacer, pass, quiet_ms, pace_ms);
    else
        draw_presses(canvas, pacer, step->passes, pass, quiet_ms, pace_ms);
    char text[LINE_BYTES];
    snprintf(text, sizeof(text), "%d of %d, %d s each", (int)pass, (int)step->passes, (int)step->pace_s);
    canvas_text(canvas, line.x + cells + 2, line.y, line.width - cells - 2, style_of(ROLE_TEXT), text);
}

/* How far the moves have come. */

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

void gauge_moves(Canvas *canvas, Rect line, const Session *session)
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
