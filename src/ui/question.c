/* SPDX-License-Identifier: MIT */
#include "ui/question.h"

#include <string.h>

#include "base/macros.h"
#include "ui/frame.h"
#include "ui/page.h"

enum { WIDTH = 68, EDGES = 4 };

static bool is_asked_before(const Plan *plan, size_t move)
{
    for (size_t i = 0; i < move; i++) {
        if (plan->moves[i].confirm && strcmp(plan->moves[i].confirm, plan->moves[move].confirm) == 0)
            return true;
    }
    return false;
}

const PlanMove *question_move(const Plan *plan, int number)
{
    for (size_t i = 0; i < plan->move_count; i++) {
        if (plan->moves[i].confirm && !is_asked_before(plan, i) && number-- == 0)
            return &plan->moves[i];
    }
    return NULL;
}

int question_count(const Plan *plan)
{
    int count = 0;
    for (size_t i = 0; i < plan->move_count; i++)
        count += plan->moves[i].confirm && !is_asked_before(plan, i);
    return count;
}

static void fill_page(Page *page, Look look, const Plan *plan, int number)
{
    const PlanMove *move = question_move(plan, number);
    page_init(page, look);
    if (!move)
        return;
    page_add(page, NULL, move->name)->style = style_of(ROLE_STRONG);
    page_add(page, NULL, move->confirm)->has_gap = true;
    Block *block = page_add(page, NULL, "y  yes, go on\nn  no, go back");
    block->style = style_of(ROLE_ACCENT);
    block->has_gap = true;
}

int question_stops(const Plan *plan, int number)
{
    Page page;
    fill_page(&page, (Look){0}, plan, number);
    int stops = page_stops(&page);
    page_release(&page);
    return stops;
}

void question_draw(Canvas *canvas, Rect room, const Plan *plan, int number, int focus)
{
    Page page;
    fill_page(&page, canvas->look, plan, number);
    int width = MIN_OF(WIDTH, room.width), rows = page_rows(&page, width - EDGES);
    if (rows + 2 <= room.height) {
        Text title = {0};
        int count = question_count(plan), blank = rows + EDGES <= room.height ? 1 : 0;
        text_add(&title, "Before you start");
        if (count > 1)
            text_print(&title, ", %d of %d", number + 1, count);
        room = frame_draw(canvas, rect_centre(room, width, rows + 2 + 2 * blank), text_show(&title));
        room = rect_inset(room, 0, blank);
        text_release(&title);
    }
    page_draw(&page, canvas, room, focus, false);
    page_release(&page);
}
