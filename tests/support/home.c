/* SPDX-License-Identifier: MIT */
#include "support/home.h"

#include <check.h>
#include <stdlib.h>

#include "support/scratch.h"
#include "ui/widgets/action.h"

static const char calf[] = "knead: 1\ntitle: Calf\nmoves:\n"
                           "  - use: calf-strip\n"
                           "  - name: Foot\n    areas: feet\n    tools: [golf-ball]\n    hold: 30s\n";

static const char arm[] = "knead: 1\ntitle: Arm\nmoves:\n  - name: Arm\n    areas: forearms\n    hold: 30s\n";

static const char shared[] =
    "knead: 1\nmoves:\n"
    "  calf-press:\n    name: Press\n    areas: calves\n    tools: [block]\n    hold: 40s\n"
    "  calf-roll:\n    name: \"Roll 'n' rest\"\n    areas: calves\n    not_with: [clot]\n    hold: 50s\n"
    "  calf-strip:\n    name: Strip\n    areas: calves\n    sides: both\n    where: floor\n    instead: [heel-rock]\n"
    "    hold: 60s\n"
    "  calf-wall:\n    name: Wall\n    areas: calves\n    where: wall\n    hold: 40s\n"
    "  heel-rock:\n    name: Rock\n    areas: feet\n    not_with: [disc]\n    hold: 20s\n";

void home_set_up(void)
{
    scratch_make_usual_home();
    scratch_put("routines/calf.yaml", calf);
    scratch_put("routines/arm.yaml", arm);
    scratch_put("routines/moves/shared.yaml", shared);
}

Moment home_at_s(double seconds)
{
    const int64_t ns = (int64_t)(seconds * 1e9) + 1000000000000;
    return (Moment){.awake_ns = ns, .real_ns = ns};
}

App *home_make_app_with(AppOptions options)
{
    char *routines = scratch_path("routines"), *problem = NULL;
    Library *library = library_new(routines, NULL);
    ck_assert(library_scan(library, &problem));
    free(routines);
    return app_new(library, &options);
}

/* The bells of a sound would be due between the moments of the session. */
App *home_make_app(void)
{
    return home_make_app_with((AppOptions){.is_mute = true});
}

/* At home, everything read, the advice too. */
App *home_open(void)
{
    App *app = home_make_app();
    ck_assert(app_start_home(app));
    app_set_window(app, 80, 24, false);
    app_open_records(app);
    if (app_advice(app))
        app_key(app, KEY_ENTER_KEY);
    while (app_due_ns(app) == 0)
        app_beat(app, home_at_s(0));
    return app;
}

const Model *home_ask(App *app, RequestKind kind, int32_t value)
{
    app_model(app);
    app_perform(app, (Request){.kind = kind, .value = value});
    return app_model(app);
}

const char *home_top(App *app)
{
    const Screen *screen = screens_top(app_screens(app));
    return screen ? screen->name : "none";
}
