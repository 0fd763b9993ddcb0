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

void gauge_passes(Canvas *canvas, Rect line, const Step *step, int32_t pass, int64_t into_ms)
{
    int cells = MAX_OF(8, MIN_OF(BAR_MOST, line.width - WORDS_CELLS));
    int64_t pace_ms = MAX_OF((int64_t)step->pace_s, 1) * 1000;
    int64_t quiet_ms = MIN_OF(into_ms / PACER_MS * PACER_MS, pace_ms);
    int track = cells - 2, at = (int)((track - 1) * quiet_ms / pace_ms);
    if (pass % 2 == 0) /* every second pass comes back */
        at = track - 1 - at;
    Style rail = style_of(ROLE_DIM), ball = style_bold(ROLE_STRONG);
    canvas_put(canvas, line.x, line.y, rail, 0x25C2, '<');
    canvas_run(canvas, line.x + 1, line.y, track, rail, 0x2500, '-');
    canvas_put(canvas, line.x + 1 + track, line.y, rail, 0x25B8, '>');
    canvas_put(canvas, line.x + 1 + at, line.y, ball, 0x25CF, 'o');
    char text[LINE_BYTES];
    snprintf(text, sizeof(text), "%d of %d, one each %d s", (int)pass, (int)step->passes, (int)step->pace_s);
    canvas_text(canvas, line.x + cells + 2, line.y, line.width - cells - 2, style_of(ROLE_TEXT), text);
}
