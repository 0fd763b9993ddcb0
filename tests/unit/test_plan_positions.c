/* SPDX-License-Identifier: MIT */
/* When the app reads positions: with the plan that names them, and not before. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "support/home.h"
#include "support/scratch.h"
#include "ui/screen.h"

Suite *suite_plan_positions(void);

static const char positions[] = "knead: 1\npositions:\n"
                                "  upright:\n    title: Standing\n    pelvis: [0, 50]\n    spine: 90\n    head: 90\n"
                                "    arms: {worked: [-90, -90], other: [-90, -90]}\n"
                                "    legs: {worked: [-90, -90, 0], other: [-90, -90, 0]}\n"
                                "  bent:\n    use: upright\n    title: Bent\n    spine: 60\n";

static const char routine[] = "knead: 1\ntitle: Back\nmoves:\n"
                              "  - {name: One, areas: lats, hold: 30s, position: upright}\n"
                              "  - name: Two\n    areas: lats\n    position: [upright, nowhere]\n"
                              "    phases: [{name: Bend, hold: 30s, position: bent}]\n";

static void set_up(void)
{
    home_set_up();
    scratch_put("routines/back.yaml", routine);
    scratch_put("routines/positions/mine.yaml", positions);
}

static void look_for_positions(void *found, const char *folder)
{
    const char *end = strrchr(folder, '/');
    *(bool *)found = *(bool *)found || (end && strcmp(end, "/positions") == 0);
}

/* Their folders are watched once they were used. */
static bool has_read(const Model *model)
{
    bool is_read = false;
    library_each_folder(model->library, look_for_positions, &is_read);
    return is_read;
}

static int32_t index_of(const Model *model, const char *id)
{
    for (size_t i = 0; i < library_count(model->library); i++) {
        if (strcmp(library_at(model->library, i)->id, id) == 0)
            return (int32_t)i;
    }
    ck_abort_msg("there is no '%s'", id);
}

START_TEST(come_with_the_plan)
{
    App *app = home_open();
    const Model *model = home_ask(app, REQUEST_DRAW, 0);
    ck_assert(!has_read(model));
    ck_assert_uint_eq(model->positions.count, 0);
    model = home_ask(app, REQUEST_OPEN, index_of(model, "back"));
    ck_assert(has_read(model));
    ck_assert_uint_eq(model->positions.count, 2);
    ck_assert_str_eq(model->positions.items[0]->title, "Standing");
    ck_assert_str_eq(model->positions.items[1]->title, "Bent");
    const Position *const first = model->positions.items[0];
    model = home_ask(app, REQUEST_DRAW, 0);
    ck_assert_ptr_eq(model->positions.items[0], first); /* not read again */
    home_ask(app, REQUEST_BACK, 0);
    model = home_ask(app, REQUEST_OPEN, index_of(model, "arm"));
    ck_assert_uint_eq(model->positions.count, 0);
    app_free(app);
}
END_TEST

/* A session that is started at once draws its first frame without them, and is woken at once to read them. */
START_TEST(come_after_the_first_frame)
{
    App *app = home_make_app();
    char *problem = NULL;
    ck_assert(app_start_play(app, (const char *const[]){"back"}, 1, &problem));
    app_set_window(app, 80, 24, false);
    ck_assert(!has_read(app_model(app)));
    ck_assert_int_eq(app_due_ns(app), 0);
    ck_assert(app_beat(app, home_at_s(0)).draw);
    ck_assert_uint_eq(app_model(app)->positions.count, 2);
    ck_assert_int_ne(app_due_ns(app), 0);
    app_free(app);
}
END_TEST

Suite *suite_plan_positions(void)
{
    Suite *suite = suite_create("plan_positions");
    TCase *cases = tcase_create("plan_positions");
    tcase_add_checked_fixture(cases, set_up, scratch_remove);
    tcase_add_test(cases, come_with_the_plan);
    tcase_add_test(cases, come_after_the_first_frame);
    suite_add_tcase(suite, cases);
    return suite;
}
