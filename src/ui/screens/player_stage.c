/* SPDX-License-Identifier: MIT */
#include "ui/screens/player_stage.h"

#include "base/macros.h"
#include "ui/widgets/digits.h"

enum { WORD_GAP = 3, STACK_ROWS = 14, TEXT_LEAST = 30, TEXT_MOST = 72, SETUP_ROWS = 6 };

static const char *const widest_side = "RIGHT", *const widest_arrow = "RIGHT>";

/* What is set in big letters beside the time: the state, or the side. `widest` is what decides the size, so that left
 * and right look alike. */
typedef struct BigWord {
    const char *text, *widest;
    Style style;
} BigWord;

static BigWord big_word(const Scene *scene, bool with_arrow)
{
    switch (scene->kind) {
    case SCENE_PAUSED:
        return (BigWord){"PAUSED", "PAUSED", style_bold(ROLE_WARN)};
    case SCENE_SWITCH:
        return (BigWord){"SWITCH", "SWITCH", style_bold(ROLE_ACCENT)};
    case SCENE_REST:
        return (BigWord){"REST", "REST", style_bold(ROLE_GOOD)};
    case SCENE_STOPPED:
        return (BigWord){"STOP", "STOP", style_bold(ROLE_BAD)};
    case SCENE_COUNTING:
        return (BigWord){"GO", "GO", style_bold(ROLE_GOOD)};
    case SCENE_PREPARE:
    case SCENE_HOLD:
    case SCENE_KIND_COUNT:
        break;
    }
    const char *side = scene_big_side(scene->step->side, with_arrow);
    return (BigWord){side ? side : "", side ? (with_arrow ? widest_arrow : widest_side) : "", style_bold(ROLE_ACCENT)};
}

static Style clock_style(const Scene *scene)
{
    return style_of(scene->kind == SCENE_PAUSED ? ROLE_DIM : ROLE_CLEAR);
}

/* Word over time, both large. */
static void draw_stacked(Canvas *canvas, Rect stage, const Scene *scene, BigWord word)
{
    DotSize word_size = digits_fit(canvas->look, word.widest, stage.width, MAX_OF(stage.height / 3, DIGITS_LEAST_ROWS));
    int word_rows = *word.text ? digits_height(word_size) + (stage.height > 2 * STACK_ROWS ? 2 : 1) : 0;
    DotSize size = digits_fit(canvas->look, scene->clock, stage.width, stage.height - word_rows);
    int y = stage.y + (stage.height - word_rows - digits_height(size)) / 2;
    digits_draw(canvas, stage.x, y, word_size, word.style, word.text);
    digits_draw(canvas, stage.x, y + word_rows, size, clock_style(scene), scene->clock);
}

/* Time with the word to its right, if there is room for both: the time first gives up its width, then the word goes. */
static void draw_beside(Canvas *canvas, Rect stage, const Scene *scene, BigWord word)
{
    Look look = canvas->look;
    int word_least = digits_width(word.widest, digits_small()) + WORD_GAP;
    DotSize size = digits_fit(look, scene->clock, stage.width - word_least, stage.height);
    bool has_word = *word.text && size.columns > 0;
    if (!has_word)
        size = digits_fit(look, scene->clock, stage.width, stage.height);
    int rows = digits_height(size), y = stage.y + (stage.height - rows) / 2;
    digits_draw(canvas, stage.x, y, size, clock_style(scene), scene->clock);
    if (!has_word)
        return;
    int x = stage.x + digits_width(scene->clock, size) + WORD_GAP;
    DotSize word_size = digits_fit(look, word.widest, stage.x + stage.width - x, rows);
    if (word_size.columns > size.columns)
        word_size = size;
    digits_draw(canvas, x, y + rows - digits_height(word_size), word_size, word.style, word.text);
}

/* There is no time to show. */
static void draw_word(Canvas *canvas, Rect stage, BigWord word)
{
    const DotSize size = digits_fit(canvas->look, word.widest, stage.width, stage.height);
    digits_draw(canvas, stage.x, stage.y + (stage.height - digits_height(size)) / 2, size, word.style, word.text);
}

static void draw_time(Canvas *canvas, Rect stage, const Scene *scene)
{
    BigWord word = big_word(scene, true);
    if (stage.height >= STACK_ROWS && digits_width(word.widest, digits_small()) <= stage.width) {
        draw_stacked(canvas, stage, scene, word);
        return;
    }
    int with_arrow = digits_width(scene->clock, (DotSize){2, 2}) + WORD_GAP + digits_width(word.widest, digits_small());
    draw_beside(canvas, stage, scene, with_arrow <= stage.width ? word : big_word(scene, false));
}

/* A bar beside the text is the frame of a set-up. */
static void draw_setup(Canvas *canvas, Rect place, const Scene *scene)
{
    Rect text = place;
    rect_cut_left(&text, 2);
    text.width = MIN_OF(text.width, TEXT_MOST);
    const char *setup = scene->move && scene->move->setup ? scene->move->setup : "Get into position.";
    int rows = canvas_paragraph(canvas, text, style_bold(ROLE_STRONG), setup);
    for (int row = 0; row < MAX_OF(rows, 1); row++)
        canvas_put(canvas, place.x, place.y + row, style_bold(ROLE_GOOD), 0x258C, '|');
}

static void draw_prepare(Canvas *canvas, Rect stage, Rect cue, const Scene *scene)
{
    if (stage.height >= STACK_ROWS) {
        Rect time = rect_cut_top(&stage, stage.height - SETUP_ROWS);
        draw_time(canvas, time, scene);
        rect_cut_top(&stage, 1);
        stage.height = cue.y + cue.height - stage.y;
        draw_setup(canvas, stage, scene);
        return;
    }
    Rect place = {stage.x, stage.y, stage.width, cue.y + cue.height - stage.y};
    int clock_width = digits_width(scene->clock, digits_small());
    if (place.width - clock_width - WORD_GAP < TEXT_LEAST) {
        canvas_text_right(canvas, place.x + place.width, place.y, clock_width, style_bold(ROLE_STRONG), scene->clock);
        rect_cut_top(&place, 1);
        draw_setup(canvas, place, scene);
        return;
    }
    Rect time = rect_cut_right(&place, clock_width);
    rect_cut_right(&place, WORD_GAP);
    digits_draw(canvas, time.x, time.y, digits_small(), clock_style(scene), scene->clock);
    draw_setup(canvas, place, scene);
}

void player_stage_draw(Canvas *canvas, Rect stage, Rect cue, const Scene *scene)
{
    if (scene->kind == SCENE_PREPARE)
        draw_prepare(canvas, stage, cue, scene);
    else if (scene->kind == SCENE_STOPPED)
        draw_word(canvas, stage, big_word(scene, false));
    else
        draw_time(canvas, stage, scene);
}
