/* SPDX-License-Identifier: MIT */
#include "ui/screens/shown_position.h"

#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "routine/wording.h"
#include "ui/body/posture_draw.h"

enum { FRAME_MS = 250, WHOLE = 1000, TITLE_ROWS = 3, BOTH_ROWS = 9 };

static const Position *find_position(const Model *model, const TextList *ids, size_t index)
{
    for (size_t i = 0; index < ids->count && i < model->positions.count; i++) {
        if (strcmp(model->positions.items[i]->id, ids->items[index]) == 0)
            return model->positions.items[i];
    }
    return NULL;
}

bool shown_position(Posture *posture, const Model *model, const PlanMove *move, const TextList *ids, ToolPlace tool_at,
                    Side side)
{
    *posture = (Posture){
        .from = find_position(model, ids, 0), .to = find_position(model, ids, 1), .tool_at = tool_at, .side = side};
    if (!posture->from)
        return false;
    posture_add_work(posture, &move->areas, &move->tools, &model->settings->tools.names);
    return true;
}

/* A part of something that is so long, in steps. */
static int32_t share(int64_t into_ms, int64_t of_ms)
{
    const int64_t quiet_ms = into_ms / FRAME_MS * FRAME_MS;
    return of_ms > 0 ? (int32_t)MIN_OF(WHOLE, WHOLE * quiet_ms / of_ms) : 0;
}

int32_t shown_position_thousandths(const Session *session)
{
    int32_t pass = 0;
    BreathPart part = BREATH_IN;
    int64_t into_ms = 0, of_ms = 0;
    if (session_pass(session, &pass, &into_ms)) {
        const int32_t way = share(into_ms, (int64_t)session_step(session)->pace_s * 1000);
        return pass % 2 == 1 ? way : WHOLE - way;
    }
    if (!session_breath(session, &part, &into_ms, &of_ms) || part == BREATH_REST)
        return 0;
    const int32_t way = share(into_ms, of_ms);
    return part == BREATH_IN ? way : part == BREATH_HOLD ? WHOLE : WHOLE - way;
}

bool shown_position_now(Posture *posture, const Model *model)
{
    const Session *session = model->session;
    const Step *step = session ? session_step(session) : NULL;
    const Step *hold = step ? plan_hold_of(session->plan, session->step) : NULL;
    if (!hold || !shown_position(posture, model, session_move(session), &hold->positions, hold->tool_at, step->side))
        return false;
    if (posture->to && model->settings->motion == MOTION_ON)
        posture->thousandths = shown_position_thousandths(session);
    return true;
}

void shown_position_add_title(Text *into, const Model *model, const TextList *ids)
{
    const Position *from = find_position(model, ids, 0), *to = find_position(model, ids, 1);
    if (!from)
        return;
    text_add(into, from->title);
    if (to && strcmp(to->title, from->title) != 0)
        text_print(into, "; %s", to->title);
}

static int title_rows(const char *title, int width)
{
    int rows = 0;
    for (; *title && rows < TITLE_ROWS; rows++)
        utf8_wrap(title, width, &title);
    return rows;
}

int shown_position_draw_move(Canvas *canvas, Rect rect, const Model *model, const Plan *plan, int32_t move, Side side)
{
    const PlanMove *shown = &plan->moves[move];
    Posture first, second;
    if (!shown_position(&first, model, shown, &shown->positions, shown->tool_at, side))
        return 0;
    const int half = (rect.height - 1) / 2;
    const bool has_both = first.to && half >= BOTH_ROWS;
    second = first;
    second.from = first.to;
    second.to = first.to = NULL;
    if (!has_both)
        return shown_position_draw(canvas, rect, &first, false);
    const int rows = shown_position_draw(canvas, rect_cut_top(&rect, half), &first, false);
    if (rows == 0)
        return 0;
    rect.y -= half - rows;
    rect_cut_top(&rect, 1);
    return rows + 1 + shown_position_draw(canvas, rect, &second, false);
}

int shown_position_draw(Canvas *canvas, Rect rect, const Posture *posture, bool with_title)
{
    const char *title = posture->from->title;
    const int below = with_title ? title_rows(title, MAX_OF(rect.width, 1)) : 0;
    Rect room = rect;
    room.height -= below;
    if (room.width < SHOWN_POSITION_WIDTH || room.height < SHOWN_POSITION_ROWS)
        return 0;
    const Rect place = posture_draw(canvas, room, posture);
    if (place.width == 0)
        return 0;
    Rect words = {rect.x, place.y + place.height, rect.width, below};
    const int cells = utf8_cells(title);
    if (below == 1) /* under the middle of the picture */
        rect_cut_left(&words, MAX_OF(0, (rect.width - cells) / 2));
    if (below > 0)
        canvas_paragraph(canvas, words, style_of(ROLE_DIM), title);
    return place.height + below;
}
