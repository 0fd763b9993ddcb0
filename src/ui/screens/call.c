/* SPDX-License-Identifier: MIT */
#include "ui/screens/call.h"

#include "base/macros.h"
#include "base/utf8.h"
#include "ui/widgets/digits.h"

enum { LINE_ROWS = 1, GAP_ROWS = 1 };

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

/* "Get ready: Calf strip", "Hold 1 min 30 s: Sink in", "11 passes: Side to side", "Rest 15 s". */
static void add_what_to_do(Text *into, const Scene *scene)
{
    const Step *step = scene->step;
    char words[DURATION_TEXT_SIZE];
    if (step->passes > 0)
        text_print(into, "%d pass%s", (int)step->passes, step->passes == 1 ? "" : "es");
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

bool call_draw(Canvas *canvas, const Scene *scene)
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
