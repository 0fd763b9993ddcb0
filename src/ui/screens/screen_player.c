/* SPDX-License-Identifier: MIT */
/* The session as it is followed. All of it is drawn from the model; the screen keeps nothing of its own. */
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "routine/wording.h"
#include "ui/screen.h"
#include "ui/screens/gauge.h"
#include "ui/screens/player.h"
#include "ui/screens/player_figure.h"
#include "ui/screens/player_layout.h"
#include "ui/widgets/digits.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/letters.h"

/* The call at a step's start, in place of a bell. */

enum { LINE_ROWS = 1, GAP_ROWS = 1, LINE_SIDE_CELLS = 8, LINE_TIME_CELLS = 5 };

/* What begins, in big letters where the step has no side, and in the line. */
static const struct {
    const char *word, *doing;
    bool has_time;
} begins[STEP_KIND_COUNT] = {
    [STEP_PREPARE] = {"NEXT", "Get ready", false},
    [STEP_SWITCH] = {"SWITCH", "Switch sides", false},
    [STEP_HOLD] = {"HOLD", "Hold", true},
    [STEP_REST] = {"REST", "Rest", true},
};

/* "Get ready: Calf strip", "Hold 1 min 30 s: Sink in", "11 strokes: Side to side", "Rest 15 s". */
static void add_what_to_do(Text *into, const Scene *scene)
{
    const Step *step = scene->step;
    char words[DURATION_TEXT_SIZE];
    if (step->passes > 0)
        text_print(into, "%d %s", (int)step->passes, wording_pass(step->technique, step->passes));
    else
        text_add(into, begins[step->kind].doing);
    if (step->passes == 0 && begins[step->kind].has_time)
        text_print(into, " %s", duration_words(words, (int32_t)(scene->session->length_ms / 1000)));
    const bool is_within_move = step->phase > 0 || step->kind == STEP_HOLD;
    const char *name = is_within_move && step->phase_name ? step->phase_name : step->name;
    if (name)
        text_print(into, ": %s", name);
}

static bool is_filling(const Scene *scene)
{
    const bool is_real_time = scene->model->speed <= 1; /* faster, it would flicker: that can harm */
    return scene_is_calling(scene) && !scene->is_waiting && is_real_time;
}

/* The word, and its size: with an arrow where that fits; left and right are alike. Columns 0: it does not fit. */
static const char *choose_word(const Canvas *canvas, const Scene *scene, DotSize *size)
{
    const Side side = scene->step->side;
    const char *word = begins[scene->step->kind].word;
    for (int with_arrow = 1; with_arrow >= 0; with_arrow--) {
        const char *widest = side == SIDE_NONE ? word : scene_big_side(SIDE_RIGHT, with_arrow);
        *size = digits_fit(canvas->look, widest, canvas->width, canvas->height - LINE_ROWS);
        if (size->columns > 0)
            return side == SIDE_NONE ? word : scene_big_side(side, with_arrow);
    }
    return word;
}

/* With --quiet no bell says that a step begins. The window does: for a second the word for what comes now fills it.
 * False, and nothing is drawn: no step begins at the moment, it waits for the user, time runs faster than real time,
 * or big letters do not fit. */
static bool draw_big_call(Canvas *canvas, const Scene *scene)
{
    DotSize size;
    if (!is_filling(scene))
        return false;
    const char *word = choose_word(canvas, scene, &size);
    if (size.columns == 0)
        return false;
    const Style ground = {ROLE_GROUND, ROLE_ACCENT, STYLE_BOLD};
    /* The signs that ASCII draws letters with are thin. Turned back, their cells stand out. */
    const Style letters = canvas->look.is_utf8 ? ground : style_bold(ROLE_STRONG);
    const Rect window = {0, 0, canvas->width, canvas->height};
    const int word_rows = digits_height(size), rows = MIN_OF(word_rows + GAP_ROWS + LINE_ROWS, canvas->height);
    const Rect place = rect_centre(window, digits_width(word, size), rows);
    canvas_fill(canvas, window, ground);
    digits_draw(canvas, place.x, place.y, size, letters, word);

    Text line = {0};
    add_what_to_do(&line, scene);
    const Rect below = rect_centre(window, MIN_OF(utf8_cells(text_show(&line)), canvas->width), 1);
    canvas_text(canvas, below.x, place.y + rows - LINE_ROWS, below.width, ground, text_show(&line));
    canvas_cursor(canvas, below.x, place.y + rows - LINE_ROWS);
    text_release(&line);
    return true;
}

static const Style label_style = {ROLE_DIM, ROLE_GROUND, 0}, text_style = {ROLE_TEXT, ROLE_GROUND, 0};

/* Keys that do nothing at the moment. */
static ActionSet idle_keys(const Scene *scene)
{
    ActionSet hidden = 0;
    const bool is_set_up = session_is_setting_up(scene->session) && scene->kind != SCENE_STOPPED;
    if (!session_may_end(scene->session) && !is_set_up)
        hidden |= ACTION_BIT(ACTION_READY);
    if (!is_set_up || scene->is_waiting)
        hidden |= ACTION_BIT(ACTION_WAIT);
    if (scene->is_waiting)
        hidden |= ACTION_BIT(ACTION_MORE) | ACTION_BIT(ACTION_LESS);
    if (!session_stands(scene->session))
        hidden |= ACTION_BIT(ACTION_EDIT);
    if (scene->kind == SCENE_STOPPED)
        hidden |= ACTION_BIT(ACTION_HURT) | ACTION_BIT(ACTION_FELT) | ACTION_BIT(ACTION_MORE) | ACTION_BIT(ACTION_LESS);
    if (session_is_strained(scene->session))
        hidden |= ACTION_BIT(ACTION_DEEPER);
    if (!scene->model->has_sound)
        hidden |= ACTION_BIT(ACTION_SOUND) | ACTION_BIT(ACTION_SPEAK);
    if (scene->step->kind != STEP_HOLD)
        hidden |= ACTION_BIT(ACTION_FELT);
    if (scene->step->move < 0)
        hidden |= ACTION_BIT(ACTION_HURT) | ACTION_BIT(ACTION_LIGHTER) | ACTION_BIT(ACTION_DEEPER);
    return hidden;
}

static void draw_keys(Canvas *canvas, Rect place, const Scene *scene)
{
    const char *const labels[ACTION_COUNT] = {
        [ACTION_PAUSE] = session_stands(scene->session) ? "resume" : NULL,
        [ACTION_READY] = session_may_end(scene->session) ? "it has eased" : NULL,
    };
    footer_draw_as(canvas, place, scene->model->keys, MAP_PLAYER, idle_keys(scene), labels);
}

/* The player in the smallest windows: lines from the top, the most needed first. */

/* The side, the time, the state and the move, each from a cell of its own on. */
static void draw_first_line(Canvas *canvas, const PlayerLayout *layout, const Scene *scene)
{
    const char *side = scene_side(scene->step->side);
    const int width = canvas->width;
    uint8_t call = scene_is_calling(scene) ? STYLE_REVERSE : 0;
    canvas_fill(canvas, (Rect){0, 0, width, 1}, (Style){ROLE_TEXT, ROLE_GROUND, call});
    canvas_cursor(canvas, 0, 0);
    int x = layout->has_sides ? LINE_SIDE_CELLS : 0;
    if (side)
        canvas_text(canvas, 0, 0, MIN_OF(x, width), (Style){ROLE_ACCENT, ROLE_GROUND, STYLE_BOLD | call}, side);
    x += LINE_TIME_CELLS;
    canvas_text_right(canvas, x, 0, LINE_TIME_CELLS, (Style){ROLE_STRONG, ROLE_GROUND, call}, scene->clock);
    x++;
    if (scene->kind != SCENE_HOLD)
        x += canvas_text(canvas, x, 0, width - x, (Style){ROLE_STRONG, ROLE_GROUND, STYLE_REVERSE},
                         scene->is_waiting ? "WAITING" : scene_word(scene->kind)) +
             1;
    canvas_text(canvas, x, 0, width - x, (Style){ROLE_TEXT, ROLE_GROUND, call},
                scene->step->name ? scene->step->name : "");
}

/* `line` is a text to write in, empty before and after. */
static void lines_draw(Canvas *canvas, const PlayerLayout *layout, const Scene *scene, Text *line)
{
    draw_first_line(canvas, layout, scene);
    const bool has_keys = canvas->height > 2;
    const int width = canvas->width, end = canvas->height - has_keys;
    const int cue_rows = scene_has_long_cue(scene) ? MAX_OF(end - 1, 1) : canvas->height > 4 ? 2 : 1;
    void (*const lines[])(Text *, const Scene *) = {scene_add_cue,   scene_add_pressure, scene_add_next,
                                                    scene_add_times, scene_add_phase,    scene_add_avoid};
    int y = 1;
    for (size_t i = 0; i < ARRAY_LEN(lines) && y < end; i++) {
        if (scene->kind == SCENE_STOPPED && lines[i] == scene_add_pressure)
            continue;
        text_add(line, lines[i] == scene_add_next ? "next: " : "");
        lines[i](line, scene);
        if (line->length > 0)
            y += canvas_paragraph(canvas, (Rect){0, y, width, i == 0 ? cue_rows : 1},
                                  i == 0 ? style_bold(ROLE_STRONG) : style_of(ROLE_TEXT), text_show(line));
        text_clear(line);
    }
    const char *answer = scene->model->answer ? scene->model->answer : scene->model->notice;
    if (answer && end > 1) { /* over what is there, so that nothing moves */
        canvas_fill(canvas, (Rect){0, end - 1, width, 1}, text_style);
        canvas_text(canvas, 0, end - 1, width, style_of(ROLE_WARN), answer);
    }
    if (has_keys)
        draw_keys(canvas, (Rect){0, end, width, 1}, scene);
}

enum { GAP = 2, NOTE_LEAST = 10, SIDE_CELLS = 9, WORDY_WIDTH = 60 };

static Request player_key(void *state, const Model *model, Action action, int32_t key)
{
    (void)state;
    if (action == ACTION_FELT)
        return (Request){.kind = REQUEST_COMMAND, .command = COMMAND_FELT, .value = key - '0'};
    if (action == ACTION_EDIT && model->session && session_stands(model->session))
        return (Request){.kind = REQUEST_EDIT};
    return (Request){0};
}

/* A line after its label; without room for labels it stands alone. Returns its place. */
static Rect draw_label(Canvas *canvas, Rect block, int label_cells, Style style, const char *label)
{
    if (label_cells > 0 && block.height > 0)
        canvas_text(canvas, block.x, block.y, label_cells, style, label);
    rect_cut_left(&block, label_cells);
    return block;
}

/* Where the call may not or cannot fill the window, the title line calls. */
static bool draw_call(Canvas *canvas, Rect title, const Scene *scene, Text *line)
{
    if (!scene_is_calling(scene))
        return false;
    Style call = {ROLE_STRONG, ROLE_GROUND, STYLE_BOLD | STYLE_REVERSE};
    canvas_fill(canvas, (Rect){0, title.y, canvas->width, 1}, call);
    scene_add_state(line, scene);
    if (scene->kind == SCENE_HOLD) {
        text_add(line, "HOLD  ");
        scene_add_phase(line, scene);
    }
    const char *side = scene->kind == SCENE_SWITCH ? NULL : scene_side(scene->step->side);
    int x = title.x;
    if (side)
        x += canvas_text(canvas, x, title.y, title.width, call, side) + GAP;
    canvas_text(canvas, x, title.y, title.x + title.width - x, call, text_show(line));
    text_clear(line);
    return true;
}

static void draw_title(Canvas *canvas, Rect title, const Scene *scene, Text *line)
{
    if (title.height == 0 || draw_call(canvas, title, scene, line))
        return;
    const Plan *plan = scene->session->plan;
    size_t moves_begun = 0;
    while (moves_begun < plan->move_count && plan->moves[moves_begun].first_step <= scene->session->step)
        moves_begun++;
    text_print(line, "move %zu of %zu", MAX_OF(moves_begun, (size_t)1), plan->move_count);
    const int skipped = (int)session_moves_skipped(scene->session);
    if (skipped > 0 && title.width >= WORDY_WIDTH)
        text_print(line, ", %d skipped", skipped);
    text_add(line, "   ");
    scene_add_times(line, scene);
    int used = canvas_text_right(canvas, title.x + title.width, title.y, title.width, text_style, text_show(line));
    text_clear(line);
    int left = title.width - used - GAP;
    if (left < NOTE_LEAST)
        return;
    int title_cells = canvas_text(canvas, title.x, title.y, left, style_bold(ROLE_STRONG), plan->title);
    if (scene->model->is_rehearsal)
        text_print(line, "rehearsal, %d times as fast", (int)scene->model->speed);
    else if (scene->model->has_sound && !scene->model->switches.sound)
        text_add(line, "sound off");
    int note = title_cells + GAP;
    if (note + NOTE_LEAST < left)
        canvas_text(canvas, title.x + note, title.y, left - note, label_style, text_show(line));
    text_clear(line);
}

/* The move, and its side before it where that is not large. The cursor rests on the side, or on the name. */
static void draw_name(Canvas *canvas, const PlayerLayout *layout, const Scene *scene, Text *line)
{
    const Rect block = layout->blocks[BLOCK_NAME];
    const char *side = scene_side(scene->step->side);
    const char *name = scene->step->kind == STEP_REST ? "Rest" : scene->step->name ? scene->step->name : "";
    const int right = block.x + block.width;
    int x = block.x;
    canvas_cursor(canvas, x, block.y);
    if (layout->side.width == 0 && layout->has_sides) {
        if (side) {
            Style chip = {ROLE_GROUND, ROLE_ACCENT, STYLE_BOLD};
            canvas_run(canvas, x, block.y, SIDE_CELLS, chip, ' ', ' ');
            canvas_text(canvas, x + 1, block.y, SIDE_CELLS - 1, chip, side);
            canvas_cursor(canvas, x + 1, block.y);
        }
        x += SIDE_CELLS + 1;
    }
    x += canvas_text(canvas, x, block.y, right - x, style_bold(ROLE_STRONG), name) + GAP;
    if (layout->side.width > 0 && side) /* large letters are pictures: this can be read aloud */
        x += canvas_text(canvas, x, block.y, right - x, style_bold(ROLE_ACCENT), side) + GAP;
    scene_add_sides(line, scene);
    canvas_text(canvas, x, block.y, right - x, label_style, text_show(line));
    text_clear(line);
}

/* The time that is left, where no line has the title and `cells` are free for it. */
static void draw_time_left(Canvas *canvas, const PlayerLayout *layout, Style style, int cells, const Scene *scene,
                           Text *line)
{
    const Rect block = layout->blocks[BLOCK_PHASE];
    text_clear(line);
    scene_add_time_left(line, scene);
    const int right = block.x + block.width - (style.ground == ROLE_GROUND ? 0 : 1);
    if (layout->blocks[BLOCK_TITLE].height == 0 && utf8_cells(text_show(line)) + GAP <= cells)
        canvas_text_right(canvas, right, block.y, cells, style, text_show(line));
    text_clear(line);
}

/* A state that is not a hold is a band over the whole line, with its own words; without a ground where the state is a
 * large word too. */
static void draw_band(Canvas *canvas, const PlayerLayout *layout, const Scene *scene, Text *line)
{
    Rect block = layout->blocks[BLOCK_PHASE];
    char key[KEY_NAME_SIZE];
    const Style band = layout->is_large ? style_bold(ROLE_TEXT) : scene_state_style(scene);
    const int edge = layout->is_large ? 0 : 1;
    canvas_fill(canvas, (Rect){block.x, block.y, block.width, 1}, band);
    const int cells = block.width - 2 * edge;
    const int forms = scene->is_waiting ? 3 : 2;
    for (int form = 0; form < forms; form++) { /* all that will do; where that is too long, the best; the bare word */
        text_clear(line);
        if (form < 2)
            scene_add_state(line, scene);
        else
            text_add(line, scene_word(scene->kind));
        if (form < 2 && scene->kind == SCENE_PREPARE && scene->move->tools.count > 0) {
            text_add(line, " with ");
            wording_tools(line, &scene->move->tools, &scene->model->settings->tools.names, form == 0);
        }
        if (scene->is_waiting)
            text_print(line, ", press %s when ready", key_bindings_say(scene->model->keys, ACTION_READY, key));
        if (utf8_cells(text_show(line)) <= cells)
            break;
    }
    const int used = canvas_text(canvas, block.x + edge, block.y, cells, band, text_show(line));
    draw_time_left(canvas, layout, band, cells - used, scene, line);
    canvas_cursor(canvas, block.x, block.y); /* before the letters: not every terminal lets what is under it be read */
}

static void draw_phase(Canvas *canvas, const PlayerLayout *layout, const Scene *scene, Text *line)
{
    const Rect block = layout->blocks[BLOCK_PHASE];
    if (block.height == 0)
        return;
    if (scene->kind != SCENE_HOLD) {
        draw_band(canvas, layout, scene, line);
        return;
    }
    int right = block.x + block.width;
    if (session_may_end(scene->session)) {
        char key[KEY_NAME_SIZE];
        text_clear(line);
        text_print(line, " Eased? Press %s ", key_bindings_say(scene->model->keys, ACTION_READY, key));
        right -= canvas_text_right(canvas, right, block.y, block.width, (Style){ROLE_GROUND, ROLE_GOOD, STYLE_BOLD},
                                   text_show(line)) +
                 GAP;
        text_clear(line);
    }
    scene_add_phase(line, scene);
    const int cells = right - block.x,
              used = canvas_text(canvas, block.x, block.y, cells, style_of(ROLE_GOOD), text_show(line));
    draw_time_left(canvas, layout, label_style, session_may_end(scene->session) ? 0 : cells - used, scene, line);
}

/* What answers the last key. Where there is no row for it, it covers the title; where that has none either, the line of
 * the pressure, and what a set-up has from there on. */
static void draw_answer(Canvas *canvas, const PlayerLayout *layout, const Scene *scene)
{
    const Rect *blocks = layout->blocks;
    const Model *model = scene->model;
    Rect text = blocks[blocks[BLOCK_ANSWER].height > 0  ? BLOCK_ANSWER
                       : blocks[BLOCK_TITLE].height > 0 ? BLOCK_TITLE
                                                        : BLOCK_PRESSURE];
    if (!model->answer && !model->notice)
        return;
    if (blocks[BLOCK_ANSWER].height > 0) /* the gap above the footer is free for a second row */
        text.height = MAX_OF(text.height, blocks[BLOCK_FOOTER].y - text.y);
    Rect cleared = text;
    if (text.y == blocks[BLOCK_PRESSURE].y && scene_has_long_cue(scene))
        cleared.height = blocks[BLOCK_NEXT].y + blocks[BLOCK_NEXT].height - text.y;
    canvas_fill(canvas, cleared, text_style);
    if (model->answer && model->answer_title) {
        Style title = {ROLE_GROUND, ROLE_WARN, STYLE_BOLD};
        canvas_run(canvas, text.x, text.y, utf8_cells(model->answer_title) + 2, title, ' ', ' ');
        rect_cut_left(&text, 1);
        rect_cut_left(&text, canvas_text(canvas, text.x, text.y, text.width, title, model->answer_title) + 1 + GAP);
    }
    canvas_paragraph(canvas, text, model->answer ? style_bold(ROLE_TEXT) : style_of(ROLE_WARN),
                     model->answer ? model->answer : model->notice);
}

/* The cue in the place that the figure leaves it. Returns the row below it. */
static int draw_cue(Canvas *canvas, const PlayerLayout *layout, const PlayerFigure *figure, const char *cue)
{
    Rect place = figure->words;
    Text words = {0};
    if (figure->begins_titled)
        text_print(&words, "%s. ", figure->posture.from->title);
    text_add(&words, cue);
    int rows = 0;
    if (words.length > 0 && layout->is_large) {
        rows = letters_draw(canvas, place, digits_height(layout->side_size), /* the side is the largest word */
                            style_of(ROLE_STRONG), text_show(&words));
    } else if (words.length > 0) {
        canvas_put(canvas, place.x, place.y, style_bold(ROLE_ACCENT), 0x25B8, '>');
        rect_cut_left(&place, 2);
        rows = canvas_paragraph(canvas, place, style_bold(ROLE_STRONG), text_show(&words));
    }
    text_release(&words);
    return MAX_OF(place.y + rows, figure->below);
}

/* Why its target is lower than written: where it hurt before, else what limits it for this person. */
static const char *why_lower(const Scene *scene)
{
    const PlanMove *move = scene->move;
    return move->lowered ? move->lowered : move->is_limited ? scene->session->plan->limits : NULL;
}

/* A set-up that needs the room of the gauge has it. */
static bool shows_pressure(const PlayerLayout *layout, const Scene *scene, int below_cue)
{
    const Rect block = layout->blocks[BLOCK_PRESSURE];
    return scene->hold && scene->kind != SCENE_STOPPED && block.height > 0 && below_cue <= block.y;
}

static void draw_pressure(Canvas *canvas, Rect block, int label_cells, const Scene *scene, Text *line)
{
    int32_t felt = scene->step->kind == STEP_HOLD ? scene->session->felt : SESSION_NOT_FELT;
    if (!scene->hold->pressure.is_set && felt == SESSION_NOT_FELT) /* a stretch: there is nothing to aim at */
        return;
    Rect place = draw_label(canvas, block, label_cells, label_style, "pressure");
    if (label_cells > 0) {
        gauge_pressure(canvas, place, scene->hold->pressure, felt, why_lower(scene));
        return;
    }
    scene_add_pressure(line, scene);
    if (felt != SESSION_NOT_FELT)
        text_print(line, "   felt %d", (int)felt);
    int used = canvas_text(canvas, block.x, block.y, block.width, text_style, text_show(line)) + GAP;
    text_clear(line);
    const char *limits = why_lower(scene);
    if (limits && block.height > 1)
        canvas_text(canvas, block.x, block.y + 1, block.width, style_of(ROLE_WARN), limits);
    else if (limits)
        canvas_text(canvas, block.x + used, block.y, block.width - used, style_of(ROLE_WARN), limits);
}

static void draw_pacers(Canvas *canvas, const PlayerLayout *layout, const Scene *scene)
{
    BreathPart part = BREATH_IN;
    int64_t into_ms = 0, of_ms = 0;
    int32_t pass = 0;
    Rect breath = layout->blocks[BLOCK_BREATH], passes = layout->blocks[BLOCK_PASSES];
    if (scene->step->kind != STEP_HOLD || scene->kind == SCENE_STOPPED)
        return;
    const bool is_running = scene->kind == SCENE_HOLD; /* nobody breathes along with a clock that stands */
    if (is_running && breath.height > 0 && session_breath(scene->session, &part, &into_ms, &of_ms)) {
        Rect place = draw_label(canvas, breath, layout->label_cells, label_style, "breathe");
        gauge_breath(canvas, place, scene->step->breathe, part, into_ms, of_ms);
    }
    if (passes.height > 0 && session_pass(scene->session, &pass, &into_ms)) {
        Rect place = draw_label(canvas, passes, layout->label_cells, label_style,
                                wording_pass(scene->step->technique, 1));
        gauge_passes(canvas, place, scene->step, pass, into_ms);
    }
}

/* A label and up to its block's rows of text, set back under each other. */
static void draw_lines(Canvas *canvas, Rect block, int label_cells, Role label_role, const char *label, Style style,
                       Text *line)
{
    if (block.height > 0 && line->length > 0) {
        int cells = label_cells > 0 ? label_cells : (int)strlen(label) + 1;
        Rect place = draw_label(canvas, block, cells, style_of(label_role), label);
        canvas_paragraph(canvas, place, style, text_show(line));
    }
    text_clear(line);
}

static void draw_foot(Canvas *canvas, const PlayerLayout *layout, const Scene *scene, int below_cue, Text *line)
{
    int cells = layout->label_cells;
    if (below_cue <= layout->blocks[BLOCK_NEXT].y)
        scene_add_next(line, scene);
    draw_lines(canvas, layout->blocks[BLOCK_NEXT], cells, ROLE_DIM, "next", text_style, line);
    scene_add_avoid(line, scene);
    draw_lines(canvas, layout->blocks[BLOCK_AVOID], cells, ROLE_WARN, "avoid", label_style, line);
    text_add(line, scene->move && scene->move->feel ? scene->move->feel : "");
    draw_lines(canvas, layout->blocks[BLOCK_FEEL], cells, ROLE_DIM, "feels", label_style, line);
    draw_keys(canvas, layout->blocks[BLOCK_FOOTER], scene);
}

/* A set-up that leaves its picture no room goes without its lighter or deeper way, which is shown when the hold
 * begins. */
static PlayerFigure choose_cue(Text *cue, const PlayerLayout *layout, Look look, const Scene *scene)
{
    const char *setup = plan_setup_of(scene->session->plan, scene->step);
    scene_add_cue(cue, scene);
    const PlayerFigure figure = player_figure(layout, look, scene, text_show(cue));
    if (figure.position.width > 0 || !scene->move || scene->move->variant == VARIANT_PLAIN || !scene->move->plain ||
        setup != scene->move->setup || scene->kind == SCENE_STOPPED)
        return figure;
    const PlayerFigure plain = player_figure(layout, look, scene, scene->move->plain);
    if (plain.position.width == 0)
        return figure;
    text_clear(cue);
    text_add(cue, scene->move->plain);
    return plain;
}

static void draw_blocks(Canvas *canvas, const PlayerLayout *layout, const Scene *scene, Text *line)
{
    const Rect *blocks = layout->blocks;
    draw_title(canvas, blocks[BLOCK_TITLE], scene, line);
    if (blocks[BLOCK_SEGMENTS].height > 0)
        gauge_moves(canvas, blocks[BLOCK_SEGMENTS], scene->session);
    draw_name(canvas, layout, scene, line);
    draw_phase(canvas, layout, scene, line);
    player_layout_draw_stage(canvas, layout, scene);
    Text cue = {0};
    const PlayerFigure figure = choose_cue(&cue, layout, canvas->look, scene);
    const int below_cue = draw_cue(canvas, layout, &figure, text_show(&cue));
    text_release(&cue);
    Rect pressure = blocks[BLOCK_PRESSURE];
    pressure.width = MIN_OF(pressure.width, figure.right - pressure.x);
    if (shows_pressure(layout, scene, below_cue))
        draw_pressure(canvas, pressure, layout->label_cells, scene, line);
    draw_pacers(canvas, layout, scene);
    draw_foot(canvas, layout, scene, below_cue, line);
    player_figure_draw(canvas, &figure, scene);
    draw_answer(canvas, layout, scene);
}

static void player_draw(const void *state, const Model *model, Canvas *canvas)
{
    (void)state;
    Scene scene;
    if (!scene_of(&scene, model) || draw_big_call(canvas, &scene))
        return;
    Text line = {0};
    PlayerLayout layout = player_layout(scene.session, canvas->look, canvas->width, canvas->height);
    if (layout.is_lines)
        lines_draw(canvas, &layout, &scene, &line);
    else
        draw_blocks(canvas, &layout, &scene, &line);
    text_release(&line);
}

const Screen screen_player = {.name = "player", .map = MAP_PLAYER, .key = player_key, .draw = player_draw};
