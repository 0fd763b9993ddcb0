/* SPDX-License-Identifier: MIT */
#include "ui/screens/question.h"

#include "base/macros.h"
#include "session/spoken.h"
#include "ui/widgets/box.h"
#include "ui/widgets/page.h"

enum { WIDTH = 68, EDGES = 4 };

/* The move whose question comes next, or NULL; and how many there are still. */
static const PlanMove *question_next(const Model *model, size_t *left)
{
    *left = 0;
    return model->plan ? plan_next_question(model->plan, &model->agreed, left) : NULL;
}

bool question_is_left(const Model *model)
{
    size_t left;
    return question_next(model, &left) != NULL;
}

Request question_answer(const Model *model, bool is_yes, bool *is_more)
{
    size_t left;
    const PlanMove *move = question_next(model, &left);
    *is_more = left > 1;
    if (is_yes && left == 1 && model->plan->options.declined.count == 0)
        return (Request){.kind = REQUEST_START};
    return (Request){.kind = is_yes ? REQUEST_AGREE : REQUEST_DECLINE, .value = (int32_t)(move - model->plan->moves)};
}

/* All moves that ask it are named: a no leaves them out. */
static void fill_page(Page *page, Look look, const Model *model)
{
    size_t left;
    const PlanMove *move = question_next(model, &left);
    page_init(page, look);
    if (!move)
        return;
    Text names = {0};
    spoken_asking(&names, model->plan, move->confirm);
    page_add(page, NULL, text_show(&names))->style = style_of(ROLE_STRONG);
    text_release(&names);
    page_add(page, NULL, move->confirm)->has_gap = true;
    Block *block = page_add(page, NULL, "y  yes\nn  no: leave it out today");
    block->style = style_of(ROLE_ACCENT);
    block->has_gap = true;
}

int question_stops(const Model *model)
{
    Page page;
    fill_page(&page, (Look){0}, model);
    int stops = page_stops(&page);
    page_release(&page);
    return stops;
}

void question_draw(Canvas *canvas, Rect room, const Model *model, int focus)
{
    Page page;
    fill_page(&page, canvas->look, model);
    int width = MIN_OF(WIDTH, room.width), rows = page_rows(&page, width - EDGES);
    if (rows + 2 <= room.height) {
        Text title = {0};
        size_t left, answered = model->agreed.count + (model->plan ? model->plan->options.declined.count : 0);
        question_next(model, &left);
        int blank = rows + EDGES <= room.height ? 1 : 0;
        text_add(&title, "Before you start");
        if (answered + left > 1)
            text_print(&title, ", %zu of %zu", answered + 1, answered + left);
        room = box_draw(canvas, rect_centre(room, width, rows + 2 + 2 * blank), text_show(&title));
        room = rect_inset(room, 0, blank);
        text_release(&title);
    }
    page_draw(&page, canvas, room, focus, false);
    page_release(&page);
}
