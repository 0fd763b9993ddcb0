/* SPDX-License-Identifier: MIT */
#include "app/reach_out.h"

#include "app/state.h"
#include "base/locale.h"
#include "base/macros.h"
#include "remote/awake.h"
#include "remote/hooks.h"
#include "remote/notices.h"
#include "remote/status.h"

void reach_out_init(App *app)
{
    leash_init(&app->reach_out.programs);
    leash_init(&app->reach_out.awake);
}

void reach_out_release(App *app)
{
    ReachOut *out = &app->reach_out;
    leash_release(&out->programs);
    leash_release(&out->awake);
    for (int hook = 0; hook < HOOK_COUNT; hook++)
        text_release(&out->lines[hook]);
    text_release(&out->title);
    text_release(&out->line);
    text_release(&out->sequence);
}

/* The line is of this moment: until the command starts, the session may be put away. */
static void follow_hooks(App *app)
{
    ReachOut *out = &app->reach_out;
    const unsigned due = hooks_due(&app->active.session, &app->active.fresh, out->has_begun);
    for (int hook = 0; hook < HOOK_COUNT; hook++) {
        if (!(due & 1U << hook) || app->settings.hooks[hook].count == 0)
            continue;
        text_clear(&out->lines[hook]);
        status_print(&out->lines[hook], &app->active.session, STATUS_JSON, NULL);
        text_add_char(&out->lines[hook], '\n');
    }
    out->has_begun = (out->has_begun || due & 1U << HOOK_START) && !(due & 1U << HOOK_END);
}

/* The newest takes the place of one that was not shown yet. The bell rings only where sounds may. */
static void follow_notices(App *app)
{
    ReachOut *out = &app->reach_out;
    Text title = {0}, line = {0};
    const NoticesChoice choice = (NoticesChoice)app->settings.notices;
    if (choice != NOTICES_OFF && notices_find(&app->active.session, &app->active.fresh, &title, &line)) {
        text_clear(&out->title);
        text_clear(&out->line);
        text_add(&out->title, text_show(&title));
        text_add(&out->line, text_show(&line));
        if (notices_way(choice) == NOTICE_BELL && app->switches.sound && !app->options.is_mute &&
            !app->options.is_quiet)
            app->effects.bell = true;
    }
    text_release(&title);
    text_release(&line);
}

void reach_out_follow(App *app)
{
    if (state_is_rehearsal(app))
        return;
    follow_hooks(app);
    follow_notices(app);
}

static void run_hooks(App *app)
{
    ReachOut *out = &app->reach_out;
    for (int hook = 0; hook < HOOK_COUNT; hook++) {
        if (out->lines[hook].length > 0)
            hooks_start(&out->programs, &app->settings.hooks[hook], text_show(&out->lines[hook]));
        text_clear(&out->lines[hook]);
    }
}

static void show_notice(App *app)
{
    ReachOut *out = &app->reach_out;
    if (out->title.length == 0)
        return;
    const NoticeWay way = notices_way((NoticesChoice)app->settings.notices);
    const char *title = text_show(&out->title), *line = text_show(&out->line);
    if (way == NOTICE_DESKTOP)
        notices_show(&out->programs, title, line);
    else
        notices_print(&out->sequence, way, notices_are_in_tmux(), !locale_is_utf8(), title, line);
    text_clear(&out->title);
    text_clear(&out->line);
}

/* One that cannot be started is not tried again before the next pause. */
static void keep_awake(App *app)
{
    ReachOut *out = &app->reach_out;
    const bool is_wanted = app->settings.awake == AWAKE_ON && app->active.is_open && !state_is_rehearsal(app) &&
                           awake_is_wanted(&app->active.session);
    if (is_wanted && !out->is_awake) {
        const AwakePlace here = awake_here();
        awake_start(&out->awake, &here);
    }
    if (!is_wanted)
        leash_release(&out->awake);
    out->is_awake = is_wanted;
}

void reach_out_keep(App *app)
{
    run_hooks(app);
    show_notice(app);
    keep_awake(app);
}

void reach_out_rest(App *app)
{
    leash_release(&app->reach_out.awake);
    app->reach_out.is_awake = false;
}

char *reach_out_take_sequence(App *app)
{
    return app->reach_out.sequence.length > 0 ? text_detach(&app->reach_out.sequence) : NULL;
}
