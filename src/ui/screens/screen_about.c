/* SPDX-License-Identifier: MIT */
/* The screen about a move: of the session, or the one that was asked for. */
#include "ui/screens/plan_page.h"
#include "ui/screens/player.h"
#include "ui/screens/shown_position.h"

/* The move that was asked for, else that of the moment; on a rest the one that comes next. -1 where there is none. */
static int32_t find_move(const Model *model, const Plan *plan, Side *side)
{
    if (plan && model->looked_at >= 0 && (size_t)model->looked_at < plan->move_count)
        return model->looked_at;
    for (size_t i = model->session ? (size_t)model->session->step : 0; plan && i < plan->step_count; i++) {
        if (plan->steps[i].move >= 0) {
            *side = plan->steps[i].side;
            return plan->steps[i].move;
        }
    }
    return -1;
}

static int draw_about(Canvas *canvas, Rect room, const Model *model)
{
    const Plan *plan = model->session ? model->session->plan : model->plan;
    Side side = SIDE_NONE;
    const int32_t move = find_move(model, plan, &side);
    return shown_position_draw_move(canvas, room, model, plan, move,
                                    side != SIDE_NONE ? side : plan_page_first_side(plan, move));
}

static void fill_about(Page *page, ReadingPage *reading)
{
    const Model *model = reading->model;
    const Plan *plan = model->session ? model->session->plan : model->plan;
    Side side = SIDE_NONE;
    const int32_t move = find_move(model, plan, &side);
    if (move < 0) {
        page_add(page, NULL, "No move selected.");
        return;
    }
    text_add(&reading->title, plan->moves[move].name);
    if (side != SIDE_NONE)
        text_print(&reading->title, ", %s side", side_name((int)side));
    Scene scene;
    if (scene_of(&scene, model))
        text_print(&reading->right, "%s%s%s", scene_word(scene.kind), *scene_word(scene.kind) ? "  " : "", scene.clock);
    plan_page_add_move(page, plan, move, side, model);
    reading->picture = draw_about;
}

const Screen screen_about = {.name = "about", .map = MAP_READING, .opened_by = ACTION_ABOUT, .fill = fill_about};
