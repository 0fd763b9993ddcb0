/* SPDX-License-Identifier: MIT */
#include "ui/session_title.h"

#include "base/duration.h"
#include "base/macros.h"
#include "routine/wording.h"

enum { SECOND_MS = 1000 };

/* What is said in place of the time; NULL: the time. */
static const char *const states[SESSION_STATE_COUNT] = {
    [SESSION_WAITING] = "Waiting", [SESSION_PAUSED] = "Paused", [SESSION_STOPPED] = "Stopped"};

static void add_time(Text *into, const Session *session)
{
    char clock[DURATION_TEXT_SIZE];
    text_add(into, duration_clock(clock, (session_step_left_ms(session) + SECOND_MS - 1) / SECOND_MS));
}

void session_title_add(Text *into, const Session *session)
{
    const Step *step = session_step(session);
    const PlanMove *move = session_move(session);
    if (!step || session->state == SESSION_READY || session->state == SESSION_LEFT)
        return;
    if (states[session->state])
        text_print(into, "%s:", states[session->state]);
    else
        add_time(into, session);
    text_add_char(into, ' ');
    if (step->kind == STEP_PREPARE)
        text_add(into, "get ready: ");
    if (move)
        wording_side(into, move->name, step->side);
    else
        text_add(into, "Rest");
}
