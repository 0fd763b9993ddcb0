/* SPDX-License-Identifier: MIT */
#include "ui/screens/player_lines.h"

#include "base/macros.h"

/* The side, the time, the state and the move. */
static void draw_first_line(Canvas *canvas, const Scene *scene)
{
    const char *side = scene_side(scene->step->side);
    int x = 0, width = canvas->width;
    uint8_t call = scene_is_calling(scene) ? STYLE_REVERSE : 0;
    canvas_fill(canvas, (Rect){0, 0, width, 1}, (Style){ROLE_TEXT, ROLE_GROUND, call});
    canvas_cursor(canvas, 0, 0);
    if (side)
        x += canvas_text(canvas, x, 0, width, (Style){ROLE_ACCENT, ROLE_GROUND, STYLE_BOLD | call}, side) + 1;
    x += canvas_text(canvas, x, 0, width - x, (Style){ROLE_STRONG, ROLE_GROUND, call}, scene->clock) + 1;
    if (scene->kind != SCENE_HOLD)
        x += canvas_text(canvas, x, 0, width - x, (Style){ROLE_STRONG, ROLE_GROUND, STYLE_REVERSE},
                         scene_word(scene->kind)) +
             1;
    canvas_text(canvas, x, 0, width - x, (Style){ROLE_TEXT, ROLE_GROUND, call},
                scene->step->name ? scene->step->name : "");
}

void lines_draw(Canvas *canvas, const Scene *scene, Text *line)
{
    draw_first_line(canvas, scene);
    const bool is_stopped = scene->kind == SCENE_STOPPED;
    const int cue_rows = is_stopped ? MAX_OF(canvas->height - 2, 1) : canvas->height > 4 ? 2 : 1;
    int y = 1, width = canvas->width;
    if (scene->model->answer || scene->model->notice) {
        const char *answer = scene->model->answer ? scene->model->answer : scene->model->notice;
        y += canvas_paragraph(canvas, (Rect){0, y, width, 1}, style_of(ROLE_WARN), answer);
    }
    void (*const lines[])(Text *, const Scene *) = {scene_add_cue,   scene_add_pressure, scene_add_next,
                                                    scene_add_times, scene_add_phase,    scene_add_avoid};
    for (size_t i = 0; i < ARRAY_LEN(lines) && y < canvas->height; i++) {
        if (is_stopped && lines[i] == scene_add_pressure)
            continue;
        text_add(line, lines[i] == scene_add_next ? "next: " : "");
        lines[i](line, scene);
        if (line->length > 0)
            y += canvas_paragraph(canvas, (Rect){0, y, width, i == 0 ? cue_rows : 1},
                                  i == 0 ? style_bold(ROLE_STRONG) : style_of(ROLE_TEXT), text_show(line));
        text_clear(line);
    }
}
