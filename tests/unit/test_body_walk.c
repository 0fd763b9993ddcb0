/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "ui/body/body.h"

Suite *suite_body_walk(void);

static BodyGround ground;

enum { SPOTS = BODY_VIEW_COUNT * AREA_COUNT * SIDE_COUNT };

static int number_of(BodySpot spot)
{
    return ((int)spot.view * AREA_COUNT + (int)spot.area) * SIDE_COUNT + (int)spot.side;
}

static BodySpot spot_of(int number)
{
    return (BodySpot){(BodyView)(number / SIDE_COUNT / AREA_COUNT), (Area)(number / SIDE_COUNT % AREA_COUNT),
                      (Side)(number % SIDE_COUNT)};
}

START_TEST(every_area_leads_to_every_other)
{
    bool seen[SPOTS] = {false};
    int waiting[SPOTS] = {number_of(body_spot_of(&ground, (Area)_i))}, count = 1;
    BodyAreas areas = 0;
    seen[waiting[0]] = true;
    for (int next = 0; next < count; next++) {
        areas |= (BodyAreas)1 << spot_of(waiting[next]).area;
        for (int way = 0; way < BODY_WAY_COUNT; way++) {
            BodySpot spot = spot_of(waiting[next]);
            if (!body_walk(&ground, &spot, (BodyWay)way) || seen[number_of(spot)])
                continue;
            seen[number_of(spot)] = true;
            waiting[count++] = number_of(spot);
        }
    }
    ck_assert_msg(areas == ((BodyAreas)1 << AREA_COUNT) - 1, "from %s only %x", area_name(_i), (unsigned)areas);
}
END_TEST

static const struct {
    Area from;
    BodyWay way;
    Area to;
    BodyView view;
} ways[] = {
    {AREA_CALVES, BODY_UP, AREA_KNEES, BODY_BACK},          {AREA_CALVES, BODY_DOWN, AREA_ACHILLES, BODY_BACK},
    {AREA_CALVES, BODY_LEFT, AREA_OUTER_SHINS, BODY_FRONT}, {AREA_QUADS, BODY_DOWN, AREA_KNEES, BODY_FRONT},
    {AREA_QUADS, BODY_RIGHT, AREA_ADDUCTORS, BODY_FRONT},   {AREA_QUADS, BODY_LEFT, AREA_IT_BAND, BODY_FRONT},
    {AREA_CHEST, BODY_UP, AREA_NECK, BODY_FRONT},           {AREA_UPPER_BACK, BODY_LEFT, AREA_ROTATOR_CUFF, BODY_BACK},
    {AREA_LOWER_BACK, BODY_DOWN, AREA_GLUTES, BODY_BACK},   {AREA_SHINS, BODY_DOWN, AREA_FEET, BODY_FRONT},
};

START_TEST(goes_to_the_neighbour)
{
    BodySpot spot = body_spot_of(&ground, ways[_i].from);
    ck_assert(body_walk(&ground, &spot, ways[_i].way));
    ck_assert_msg(spot.area == ways[_i].to && spot.view == ways[_i].view, "from %s to %s",
                  area_name((int)ways[_i].from), area_name((int)spot.area));
}
END_TEST

START_TEST(stays_where_the_figures_end)
{
    BodySpot head = {BODY_FRONT, AREA_HEAD, SIDE_NONE}, feet = {BODY_BACK, AREA_FEET, SIDE_RIGHT};
    ck_assert(!body_walk(&ground, &head, BODY_UP) && head.area == AREA_HEAD);
    ck_assert(!body_walk(&ground, &feet, BODY_DOWN) && feet.area == AREA_FEET);
    ck_assert(body_walk(&ground, &head, BODY_RIGHT) && head.view == BODY_BACK);
}
END_TEST

/* A click says a side where the walk knows none, and none where it knows one. */
START_TEST(takes_any_side)
{
    BodySpot chest = {BODY_FRONT, AREA_CHEST, SIDE_RIGHT}, calves = {BODY_BACK, AREA_CALVES, SIDE_NONE};
    ck_assert(body_walk(&ground, &chest, BODY_DOWN) && chest.area == AREA_ABDOMEN);
    ck_assert(body_walk(&ground, &calves, BODY_DOWN) && calves.area == AREA_ACHILLES);
}
END_TEST

/* Home opens on it without laying the ground. */
START_TEST(calves_show_best_on_the_left_of_the_back)
{
    const BodySpot spot = body_spot_of(&ground, AREA_CALVES);
    ck_assert_int_eq(spot.view, BODY_BACK);
    ck_assert_int_eq(spot.side, SIDE_LEFT);
}
END_TEST

Suite *suite_body_walk(void)
{
    Suite *suite = suite_create("body_walk");
    TCase *tests = tcase_create("body_walk");
    tcase_add_loop_test(tests, every_area_leads_to_every_other, 0, AREA_COUNT);
    tcase_add_loop_test(tests, goes_to_the_neighbour, 0, ARRAY_LEN(ways));
    tcase_add_test(tests, stays_where_the_figures_end);
    tcase_add_test(tests, calves_show_best_on_the_left_of_the_back);
    tcase_add_test(tests, takes_any_side);
    suite_add_tcase(suite, tests);
    return suite;
}
