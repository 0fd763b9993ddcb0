/* SPDX-License-Identifier: MIT */
#include "support/stage.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/golden.h"

enum { HALF_PAST_TWO = 14 * 3600 + 30 * 60 };

const Look stage_colour = {.colours = 256, .is_utf8 = true}, stage_mono = {.is_utf8 = true},
           stage_ascii = {.colours = 16};

static const ModelTool tools[] = {
    {"block", 1}, {"roller", 1}, {"soft-ball", 1}, {"tennis-ball", 1}, {"therapy-ball", 1}};

static void load_moves(Stage *stage)
{
    const Words *ids = library_move_ids(stage->library);
    stage->moves = memory_new(MAX_OF(ids->count, (size_t)1) * sizeof(*stage->moves));
    for (size_t i = 0; i < ids->count; i++) {
        DiagnosticList diags = {0};
        const Move *move = library_move(stage->library, &stage->arena, ids->items[i], &diags);
        ck_assert(move != NULL);
        stage->moves[i] = (ModelMove){.id = ids->items[i], .move = move};
        diagnostic_release(&diags);
    }
    stage->model.move_count = ids->count;
    stage->model.moves = stage->moves;
}

void stage_open(Stage *stage, const char *folder, const char *settings)
{
    char *path = memory_print(TESTS_DIR "/routines/%s", folder), *problem = NULL;
    *stage = (Stage){0};
    stage->library = library_new(path, NULL);
    ck_assert_msg(library_scan(stage->library, &problem), "%s", problem);
    for (size_t i = 0; i < library_count(stage->library); i++) {
        library_load(stage->library, library_at(stage->library, i));
        library_at(stage->library, i)->is_mine = false;
    }
    settings_read(&stage->settings, settings, strlen(settings), &stage->diags);
    stage->model = (Model){
        .width = 80,
        .height = 24,
        .library = stage->library,
        .settings = &stage->settings,
        .settings_path = "/home/ada/.config/knead/config.yaml",
        .settings_problem = diagnostic_first(&stage->diags),
        .tools = {tools, ARRAY_LEN(tools)},
        .looked_at = -1,
        .clock_s = HALF_PAST_TWO,
    };
    load_moves(stage);
    free(path);
}

void stage_release(Stage *stage)
{
    screens_release(&stage->stack);
    plan_free(stage->plan);
    library_free(stage->library);
    settings_release(&stage->settings);
    diagnostic_release(&stage->diags);
    arena_release(&stage->arena);
    free(stage->moves);
}

void stage_look_at(Stage *stage, const char *id)
{
    char *problem = NULL;
    const LibraryEntry *entry = library_find(stage->library, id, &problem);
    ck_assert_msg(entry && entry->routine, "%s", problem);
    stage->plan = plan_build(&(const Routine *){entry->routine}, 1, &(PlanOptions){.health = stage->settings.health},
                             &problem);
    ck_assert_msg(stage->plan != NULL, "%s", problem);
    stage->model.entry = entry;
    stage->model.plan = stage->plan;
}

void stage_offer_swaps(Stage *stage)
{
    stage->model.looked_at = 0;
    stage->moves[0].is_named = true;
    stage->model.swaps = stage->moves;
    stage->model.swap_count = stage->model.move_count;
}

void stage_push(Stage *stage, const Screen *screen)
{
    screens_push(&stage->stack, screen, &stage->model);
}

Request stage_type(Stage *stage, const char *keys)
{
    static const struct {
        char letter;
        int32_t key;
    } named[] = {{'>', KEY_DOWN_ARROW}, {'<', KEY_UP_ARROW}, {'!', KEY_ENTER_KEY},  {'~', KEY_ESCAPE_KEY},
                 {'^', KEY_TAB_KEY},    {'_', KEY_END_KEY},  {'{', KEY_LEFT_ARROW}, {'}', KEY_RIGHT_ARROW}};
    Request request = {0};
    for (; *keys; keys++) {
        int32_t key = *keys;
        for (size_t i = 0; i < ARRAY_LEN(named); i++)
            key = named[i].letter == *keys ? named[i].key : key;
        request = screens_key(&stage->stack, &stage->model, key);
    }
    return request;
}

char *stage_text(Stage *stage, int width, int height, Look look, bool styles)
{
    Canvas canvas;
    Text shown = {0};
    stage->model.width = width;
    stage->model.height = height;
    canvas_init(&canvas, width, height, look);
    screens_draw(&stage->stack, &stage->model, &canvas);
    canvas_dump(&canvas, styles, &shown);
    text_print(&shown, "cursor %d,%d\n", canvas.cursor_x, canvas.cursor_y);
    canvas_release(&canvas);
    return text_detach(&shown);
}

void stage_check_shows(Stage *stage, int width, int height, const char *words, bool is_shown)
{
    char *text = stage_text(stage, width, height, stage_colour, false);
    ck_assert_msg((strstr(text, words) != NULL) == is_shown, "%s '%s' in\n%s", is_shown ? "no" : "a", words, text);
    free(text);
}

void stage_check_golden(Stage *stage, const char *name, int width, int height, Look look, bool styles)
{
    char *text = stage_text(stage, width, height, look, styles), *path = memory_print("screens/%s.txt", name);
    golden_check(path, text);
    free(path);
    free(text);
}

void stage_check_sizes(Stage *stage)
{
    for (int width = 1; width < 130; width += width < 12 ? 1 : 9) {
        for (int height = 1; height < 44; height += height < 14 ? 1 : 7) {
            Canvas canvas;
            stage->model.width = width;
            stage->model.height = height;
            canvas_init(&canvas, width, height, stage_colour);
            stage_type(stage, height % 3 ? ">" : "<");
            screens_draw(&stage->stack, &stage->model, &canvas);
            ck_assert_msg(canvas.cursor_x >= 0 && canvas.cursor_x < width, "x %d of %d", canvas.cursor_x, width);
            ck_assert_msg(canvas.cursor_y >= 0 && canvas.cursor_y < height, "y %d of %d", canvas.cursor_y, height);
            canvas_release(&canvas);
        }
    }
}
