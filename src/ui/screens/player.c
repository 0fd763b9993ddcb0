/* SPDX-License-Identifier: MIT */
#include "ui/screens/player.h"

#include <stddef.h>
#include <string.h>

#include "base/macros.h"
#include "routine/wording.h"
#include "ui/body/body.h"
#include "ui/screens/safety.h"
#include "ui/widgets/digits.h"

/* Words. */

enum { DAY_S = 24 * 60 * 60, CALL_MS = 1000 };

static const SceneKind kind_of_step[STEP_KIND_COUNT] = {
    [STEP_PREPARE] = SCENE_PREPARE, [STEP_SWITCH] = SCENE_SWITCH, [STEP_HOLD] = SCENE_HOLD, [STEP_REST] = SCENE_REST};

static int64_t whole_seconds(int64_t ms)
{
    return (MAX_OF(ms, 0) + 999) / 1000;
}

bool scene_of(Scene *scene, const Model *model)
{
    const Session *session = model->session;
    const Step *step = session ? session_step(session) : NULL;
    if (!step)
        return false;
    *scene = (Scene){.kind = kind_of_step[step->kind],
                     .model = model,
                     .session = session,
                     .step = step,
                     .move = session_move(session)};
    scene->hold = plan_hold_of(session->plan, session->step);
    int64_t left_ms = session_step_left_ms(session);
    scene->is_waiting = session->state == SESSION_WAITING;
    if (session->state == SESSION_PAUSED) {
        scene->kind = SCENE_PAUSED;
    } else if (session->state == SESSION_COUNTING) {
        scene->kind = SCENE_COUNTING;
        left_ms = session->count_in_ms;
    } else if (session->state == SESSION_STOPPED) {
        scene->kind = SCENE_STOPPED; /* its time will not come any more */
        return true;
    }
    duration_clock(scene->clock, whole_seconds(left_ms));
    return true;
}

bool scene_is_calling(const Scene *scene)
{
    return scene->model->calls && (scene->session->state == SESSION_RUNNING || scene->is_waiting) &&
           scene->session->into_ms < CALL_MS;
}

const char *scene_side(Side side)
{
    static const char *const words[SIDE_COUNT] = {
        [SIDE_LEFT] = "\xE2\x97\x82 LEFT", [SIDE_RIGHT] = "RIGHT \xE2\x96\xB8"};
    return words[side];
}

const char *scene_big_side(Side side, bool with_arrow)
{
    static const char *const plain[SIDE_COUNT] = {[SIDE_LEFT] = "LEFT", [SIDE_RIGHT] = "RIGHT"};
    static const char *const arrowed[SIDE_COUNT] = {[SIDE_LEFT] = "<LEFT", [SIDE_RIGHT] = "RIGHT>"};
    return with_arrow ? arrowed[side] : plain[side];
}

const char *scene_word(SceneKind kind)
{
    static const char *const words[SCENE_KIND_COUNT] = {
        [SCENE_PREPARE] = "GET READY", [SCENE_SWITCH] = "SWITCH",     [SCENE_HOLD] = "",          [SCENE_REST] = "REST",
        [SCENE_PAUSED] = "PAUSED",     [SCENE_COUNTING] = "GOING ON", [SCENE_STOPPED] = "STOPPED"};
    return words[kind];
}

/* The move that a rest is before, or NULL. */
static const PlanMove *move_after(const Scene *scene)
{
    const Plan *plan = scene->session->plan;
    size_t step = (size_t)scene->session->step;
    while (step < plan->step_count && plan->steps[step].move < 0)
        step++;
    return step < plan->step_count ? &plan->moves[plan->steps[step].move] : NULL;
}

void scene_add_state(Text *into, const Scene *scene)
{
    text_add(into, scene_word(scene->kind));
    if (scene->kind == SCENE_SWITCH)
        text_print(into, " to the %s side", side_name((int)scene->step->side));
    else if (scene->kind == SCENE_PAUSED && scene->model->paused_note)
        text_print(into, ": %s", scene->model->paused_note);
    else if (scene->kind == SCENE_STOPPED)
        text_add(into, scene->model->can_record ? ": it hurt. Lower target next time" : ": it hurt");
    else if (scene->kind == SCENE_REST && move_after(scene))
        text_print(into, " before %s", move_after(scene)->name);
    else if (scene->kind == SCENE_COUNTING)
        text_print(into, " in %d", (int)whole_seconds(scene->session->count_in_ms));
}

void scene_add_phase(Text *into, const Scene *scene)
{
    const Step *hold = scene->hold;
    if (!hold)
        return;
    if (hold->phase_count > 1)
        text_print(into, "%d of %d  ", (int)hold->phase + 1, (int)hold->phase_count);
    if (hold->phase_name)
        text_add(into, hold->phase_name);
}

void scene_add_technique(Text *into, const Scene *scene)
{
    if (scene->hold && scene->hold->technique != TECHNIQUE_NONE)
        wording_id(into, technique_name((int)scene->hold->technique));
}

void scene_add_sides(Text *into, const Scene *scene)
{
    const PlanMove *move = scene->move;
    if (!move || scene->step->side == SIDE_NONE)
        return;
    Side other = scene->step->side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
    for (int32_t i = move->first_step; i < move->first_step + move->step_count; i++) {
        if (scene->session->plan->steps[i].side != other)
            continue;
        if (i > scene->session->step)
            text_print(into, "then %s", side_name((int)other));
        else
            text_print(into, scene->session->done[scene->step->move][other].hurt ? "%s: it hurt" : "%s is done",
                       side_name((int)other));
        return;
    }
}

static void add_what_to_do(Text *into, const Scene *scene)
{
    text_print(into, "%s Press Space ", safety_when_it_hurts);
    session_name_next(into, scene->session);
    text_print(into, ". %s", safety_when_to_stop);
}

void scene_add_cue(Text *into, const Scene *scene)
{
    const StepCue *cue = session_cue(scene->session);
    const char *setup = plan_setup_of(scene->session->plan, scene->step);
    if (scene->kind == SCENE_STOPPED)
        add_what_to_do(into, scene);
    else if (setup) /* also while paused: it may be why */
        text_add(into, setup);
    else if (scene->kind == SCENE_PAUSED)
        text_add(into, "Space resumes. Your place is saved.");
    else if (scene->step->kind == STEP_REST)
        text_add(into, scene->step->name ? scene->step->name : "Rest. Let it settle.");
    else if (cue)
        text_add(into, cue->say);
}

static void add_step(Text *into, const Step *step, bool same_move)
{
    char words[DURATION_TEXT_SIZE];
    switch (step->kind) {
    case STEP_REST:
        text_print(into, "rest %s", duration_words(words, step->seconds));
        return;
    case STEP_SWITCH:
        text_print(into, "switch to the %s side", side_name((int)step->side));
        return;
    case STEP_PREPARE:
    case STEP_HOLD:
        if (same_move && step->phase_name) {
            text_print(into, "%s (%d of %d", step->phase_name, (int)step->phase + 1, (int)step->phase_count);
            text_add(into, step->side == SIDE_NONE ? "" : ", ");
            text_print(into, "%s)", side_name((int)step->side));
            return;
        }
        if (same_move && step->kind == STEP_HOLD) {
            text_add(into, "hold ");
            wording_side(into, duration_words(words, step->seconds), step->side);
            return;
        }
        break;
    case STEP_KIND_COUNT:
        break;
    }
    wording_side(into, step->name ? step->name : "", step->side);
}

void scene_add_next(Text *into, const Scene *scene)
{
    const Plan *plan = scene->session->plan;
    const bool is_stopped = scene->kind == SCENE_STOPPED;
    size_t next = (size_t)(is_stopped ? session_after_side(scene->session) : scene->session->step + 1);
    if (next >= plan->step_count) {
        text_add(into, "the end");
        return;
    }
    add_step(into, &plan->steps[next], plan->steps[next].move == scene->step->move);
    if (plan->steps[next].kind == STEP_REST && next + 1 < plan->step_count) {
        text_add(into, ", then ");
        add_step(into, &plan->steps[next + 1], false);
    }
}

void scene_add_avoid(Text *into, const Scene *scene)
{
    for (size_t i = 0; scene->move && i < scene->move->avoid.count; i++) {
        text_add(into, i ? "; " : "");
        text_add(into, scene->move->avoid.items[i]);
    }
}

void scene_add_pressure(Text *into, const Scene *scene)
{
    if (!scene->hold || !scene->hold->pressure.is_set)
        return;
    wording_target(into, scene->hold->pressure);
}

void scene_add_times(Text *into, const Scene *scene)
{
    char clock[DURATION_TEXT_SIZE];
    int64_t left_ms = session_left_ms(scene->session), speed = MAX_OF(scene->model->speed, 1);
    int64_t end_s = (scene->model->clock_s + whole_seconds(left_ms / speed)) % DAY_S;
    text_print(into, "%s left   ends %02d:%02d", duration_clock(clock, whole_seconds(left_ms)), (int)(end_s / 3600),
               (int)(end_s / 60 % 60));
}

/* Where things stand. */

enum { LEAST_WIDTH = 40, LEAST_HEIGHT = 12, WIDE_WIDTH = 80, WIDE_HEIGHT = 22, LABELLED_WIDTH = 52, LABEL_CELLS = 9 };

typedef struct Row {
    PlayerBlock block;
    int rank, height;
} Row;

/* From top to bottom; the lowest ranks come first where there are not enough rows for all, each rank is one row's. A
 * block that stands in several rows grows by each. */
/* clang-format off */
static const Row block_rows[] = {
    {BLOCK_TITLE, 1, 1},     {BLOCK_SEGMENTS, 9, 1},  {BLOCK_GAP, 16, 1},     {BLOCK_NAME, 2, 1},
    {BLOCK_PHASE, 8, 1},     {BLOCK_GAP, 18, 1},      {BLOCK_STAGE, 3, DIGITS_LEAST_ROWS}, {BLOCK_GAP, 19, 1},
    {BLOCK_CUE, 4, 1},       {BLOCK_CUE, 7, 1},      {BLOCK_GAP, 23, 1},     {BLOCK_PRESSURE, 5, 1},
    {BLOCK_PRESSURE, 15, 1}, {BLOCK_BREATH, 12, 1},   {BLOCK_PASSES, 14, 1},  {BLOCK_GAP, 17, 1},
    {BLOCK_NEXT, 6, 1},      {BLOCK_AVOID, 11, 1},    {BLOCK_AVOID, 25, 1},   {BLOCK_FEEL, 22, 1},
    {BLOCK_FEEL, 26, 1},     {BLOCK_GAP, 24, 1},      {BLOCK_ANSWER, 13, 1},  {BLOCK_ANSWER, 20, 1},
    {BLOCK_GAP, 21, 1},      {BLOCK_FOOTER, 10, 1},
};
/* clang-format on */

/* The rows that are left when all have theirs go to the large place, as long as its width can use them; the others keep
 * the lower part together at the foot. */
static int stage_growth(int left, int content_width)
{
    int most = content_width * 2 / 5 - DIGITS_LEAST_ROWS;
    return MAX_OF(0, MIN_OF(left, most));
}

static int choose_rows(int height, bool is_chosen[ARRAY_LEN(block_rows)])
{
    size_t of_rank[ARRAY_LEN(block_rows) + 1] = {0};
    int left = height;
    for (size_t i = 0; i < ARRAY_LEN(block_rows); i++)
        of_rank[block_rows[i].rank] = i;
    for (size_t rank = 1; rank <= ARRAY_LEN(block_rows); rank++) {
        const size_t i = of_rank[rank];
        is_chosen[i] = block_rows[i].height <= left;
        left -= is_chosen[i] ? block_rows[i].height : 0;
    }
    return left;
}

static bool is_full_width(PlayerBlock block)
{
    return block == BLOCK_TITLE || block == BLOCK_SEGMENTS || block == BLOCK_FOOTER;
}

/* The figure's column, cut from the right of what is between the segments and the foot. */
static Rect cut_figure(Rect *content, int height)
{
    Rect none = {0};
    if (content->width < WIDE_WIDTH - 4 || height < WIDE_HEIGHT)
        return none;
    int top = 3, figure_rows = height - top - 3;
    while (body_width(2 * figure_rows) > content->width * 3 / 10)
        figure_rows--;
    Rect column = rect_cut_right(content, body_width(2 * figure_rows));
    rect_cut_right(content, content->width >= 2 * WIDE_WIDTH ? 6 : 3);
    return (Rect){column.x, top, column.width, figure_rows + 1};
}

PlayerLayout player_layout(int width, int height)
{
    PlayerLayout layout = {.is_lines = width < LEAST_WIDTH || height < LEAST_HEIGHT};
    if (layout.is_lines)
        return layout;
    Rect whole = rect_inset((Rect){0, 0, width, height}, width >= WIDE_WIDTH ? 2 : 1, 0), content = whole;
    layout.figure = cut_figure(&content, height);
    layout.label_cells = content.width >= LABELLED_WIDTH ? LABEL_CELLS : 0;

    bool is_chosen[ARRAY_LEN(block_rows)] = {false};
    int left = choose_rows(height, is_chosen), growth = stage_growth(left, content.width), y = 0;
    for (size_t i = 0; i < ARRAY_LEN(block_rows); i++) {
        if (!is_chosen[i])
            continue;
        Rect *block = &layout.blocks[block_rows[i].block];
        int high = block_rows[i].height;
        if (block_rows[i].block == BLOCK_STAGE)
            high += growth + (left - growth) / 2;
        if (block_rows[i].block == BLOCK_FOOTER)
            y = height - 1;
        const Rect *columns = is_full_width(block_rows[i].block) ? &whole : &content;
        if (block->height == 0)
            *block = (Rect){columns->x, y, columns->width, 0};
        block->height += high;
        y += high;
    }
    return layout;
}

/* The large place. */

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
    return style_of(scene->kind == SCENE_PAUSED || scene->is_waiting ? ROLE_DIM : ROLE_CLEAR);
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
    const char *written = plan_setup_of(scene->session->plan, scene->step);
    const char *setup = written ? written : "Get into position.";
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
