/* SPDX-License-Identifier: MIT */
#include "app/safety_notice.h"

#include "app/records.h"
#include "app/state.h"
#include "platform/clock.h"
#include "store/store.h"

/* A rehearsal is no session, and --yes says that all of this is known. */
void safety_notice_show(App *app)
{
    const Screen *top = screens_top(&app->screens);
    if (app->is_advised || state_is_rehearsal(app) || app->options.yes ||
        (top != &screen_home && top != &screen_routine))
        return;
    app->is_advised = true;
    if (store_was_told(app->store, TOLD_ADVICE))
        return;
    state_show(app, &screen_safety_notice);
    app->effects.draw = true;
}

void safety_notice_taken(App *app)
{
    store_note_told(app->store, TOLD_ADVICE, clock_unix_s());
    records_tell_trouble(app);
}
