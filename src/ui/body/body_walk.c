/* SPDX-License-Identifier: MIT */
#include "ui/body/body_walk.h"

#include <stdlib.h>

#include "base/macros.h"

enum {
    HEIGHT = BODY_GROUND_HEIGHT,
    WIDTH = BODY_GROUND_WIDTH,
    GAP = 6,        /* between front and back */
    STEP_MOST = 14, /* up and down: what is further is no neighbour */
    ASIDE = 2,      /* how much less a dot aside counts than one straight on */
};

static void lay_ground(BodyGround *ground)
{
    if (ground->is_laid)
        return;
    ground->is_laid = true;
    for (int view = 0; view < BODY_VIEW_COUNT; view++) {
        body_raster((BodyView)view, WIDTH, HEIGHT, ground->dots[view][0]);
        for (int y = 0; y < HEIGHT; y++) {
            const int8_t area = ground->dots[view][y][WIDTH / 2].area;
            if (area != BODY_NO_AREA)
                ground->across[view] |= (BodyAreas)1 << area;
        }
    }
}

/* The spot that a dot belongs to. */
static BodySpot spot_at(const BodyGround *ground, int view, int x, int y)
{
    BodyDot dot = ground->dots[view][y][x];
    bool is_across = dot.area != BODY_NO_AREA && ground->across[view] >> dot.area & 1U;
    return (BodySpot){(BodyView)view, (Area)dot.area, is_across ? SIDE_NONE : (Side)dot.side};
}

static bool is_same(BodySpot one, BodySpot other)
{
    return one.view == other.view && one.area == other.area && one.side == other.side;
}

/* Where a way out of a spot begins, as a place on both figures: in its middle, or up and down in the middle of its
 * edge. */
static bool start_of(const BodyGround *ground, BodySpot spot, BodyWay way, int *x, int *y)
{
    long sum_x = 0, sum_y = 0, count = 0;
    for (int i = 0; i < HEIGHT; i++) {
        int row = way == BODY_DOWN ? HEIGHT - 1 - i : i;
        for (int column = 0; column < WIDTH; column++) {
            if (ground->dots[spot.view][row][column].area != (int)spot.area ||
                !is_same(spot_at(ground, (int)spot.view, column, row), spot))
                continue;
            sum_x += column;
            sum_y += row;
            count++;
        }
        if (count > 0 && (way == BODY_UP || way == BODY_DOWN))
            break;
    }
    if (count == 0)
        return false;
    *x = (int)(sum_x / count) + (int)spot.view * (WIDTH + GAP);
    *y = (int)(sum_y / count);
    return true;
}

/* How far aside a dot may lie: straight on first, then half as far as ahead, then, up and down, as far. */
typedef enum Reach { REACH_STRAIGHT, REACH_HALF, REACH_WHOLE, REACH_COUNT } Reach;

/* How far it is to a dot in a direction, -1 where it lies too far aside. */
static int cost_of(int dx, int dy, BodyWay way, Reach reach)
{
    bool is_upright = way == BODY_UP || way == BODY_DOWN;
    int ahead = way == BODY_UP ? -dy : way == BODY_DOWN ? dy : way == BODY_LEFT ? -dx : dx;
    int aside = abs(is_upright ? dx : dy);
    int most = reach == REACH_STRAIGHT ? 0 : reach == REACH_HALF ? ahead / 2 : is_upright ? ahead : -1;
    return ahead <= 0 || aside > most || (is_upright && ahead > STEP_MOST) ? -1 : ahead + ASIDE * aside;
}

/* Of a view, the rows that a way leads to. */
static void find_rows(int y, BodyWay way, int *first, int *last)
{
    const bool is_upright = way == BODY_UP || way == BODY_DOWN;
    *first = !is_upright ? 0 : way == BODY_DOWN ? y + 1 : MAX_OF(y - STEP_MOST, 0);
    *last = !is_upright ? HEIGHT - 1 : way == BODY_UP ? y - 1 : MIN_OF(y + STEP_MOST, HEIGHT - 1);
}

static bool find_nearest(const BodyGround *ground, BodySpot from, int x, int y, BodyWay way, Reach reach,
                         BodySpot *found)
{
    int least = -1, first, last;
    find_rows(y, way, &first, &last);
    for (int view = 0; view < BODY_VIEW_COUNT; view++) {
        if ((way == BODY_UP || way == BODY_DOWN) && view != (int)from.view)
            continue;
        for (int row = first; row <= last; row++) {
            for (int column = 0; column < WIDTH; column++) {
                const int area = ground->dots[view][row][column].area;
                if (area == BODY_NO_AREA || (view == (int)from.view && area == (int)from.area))
                    continue;
                int cost = cost_of(column + view * (WIDTH + GAP) - x, row - y, way, reach);
                if (cost < 0 || (least >= 0 && cost >= least))
                    continue;
                least = cost;
                *found = spot_at(ground, view, column, row);
            }
        }
    }
    return least >= 0;
}

/* The side of a spot that came from elsewhere, from a click. */
static void settle(const BodyGround *ground, BodySpot *spot)
{
    if (ground->across[spot->view] >> spot->area & 1U)
        spot->side = SIDE_NONE;
    else if (spot->side == SIDE_NONE)
        spot->side = SIDE_LEFT;
}

bool body_walk(BodyGround *ground, BodySpot *spot, BodyWay way)
{
    lay_ground(ground);
    int x = 0, y = 0;
    settle(ground, spot);
    bool shows = start_of(ground, *spot, way, &x, &y), is_found = false;
    BodySpot next = *spot;
    for (int reach = REACH_STRAIGHT; shows && !is_found && reach < REACH_COUNT; reach++)
        is_found = find_nearest(ground, *spot, x, y, way, (Reach)reach, &next);
    *spot = next;
    return is_found;
}

BodySpot body_spot_of(BodyGround *ground, Area area)
{
    lay_ground(ground);
    BodySpot spot = {body_view_of((BodyAreas)1 << area), area, SIDE_NONE};
    settle(ground, &spot);
    return spot;
}

bool body_walk_middle(const BodyDot *dots, BodySpot spot, int width, int height, int *x, int *y)
{
    size_t count = (size_t)width * (size_t)height;
    long sum_x = 0, sum_y = 0, seen = 0;
    for (size_t i = 0; i < count; i++) {
        if (dots[i].area != (int)spot.area || (spot.side != SIDE_NONE && dots[i].side != spot.side))
            continue;
        sum_x += (long)(i % (size_t)width);
        sum_y += (long)(i / (size_t)width);
        seen++;
    }
    if (seen > 0) {
        *x = (int)(sum_x / seen);
        *y = (int)(sum_y / seen);
    }
    return seen > 0;
}
