/* SPDX-License-Identifier: MIT */
/* The positions that come with the program fit the moves that name them: the place, the tool, the floor. */
#include <check.h>
#include <math.h>
#include <string.h>

#include "base/macros.h"
#include "support/shipped.h"
#include "ui/body/contact.h"
#include "ui/body/posture.h"

Suite *suite_shown_positions(void);

/* In hundredths of a person's height: how far a tool may be from what holds it, and how deep a body sinks in. */
static const float tool_gap = 4, sinks = 3;

static const Position *position_at(const Move *move, size_t index)
{
    const Position *position = library_position(shipped.library, NULL, move->positions.items[index], &shipped.arena);
    ck_assert_msg(position != NULL, "%s: there is no position '%s'", move->name, move->positions.items[index]);
    return position;
}

START_TEST(each_move_has_one)
{
    for (size_t i = 0; i < shipped.count; i++) {
        const Move *move = shipped.items[i].move;
        ck_assert_msg(move->positions.count > 0, "%s has no position", shipped.items[i].id);
        ck_assert_msg(move->tools.count == 0 || move->tool_at.part < PART_NONE, "%s: where its tool is, is not said",
                      shipped.items[i].id);
        for (size_t k = 0; k < move->positions.count; k++)
            position_at(move, k);
    }
}
END_TEST

static bool has_prop(const Position *position, PropKind kind)
{
    for (size_t i = 0; i < position->prop_count; i++) {
        if (position->props[i].kind == kind)
            return true;
    }
    return false;
}

enum { LOW_TENTHS = 300 }; /* a pelvis below this is on the floor, on the knees, or lifted a little */

/* Whether a position can be taken at a place: by what is around, or else by how high it is. */
static bool fits(const Position *position, int place)
{
    static const struct {
        PropKind prop;
        Place place;
    } props[] = {
        {PROP_WALL, PLACE_WALL}, {PROP_DESK, PLACE_DESK}, {PROP_CHAIR, PLACE_CHAIR}, {PROP_DOORWAY, PLACE_DOORWAY}};
    if (position->pelvis_y < LOW_TENTHS)
        return place == PLACE_FLOOR || place == PLACE_BED;
    bool has_some = false;
    for (size_t i = 0; i < ARRAY_LEN(props); i++) {
        if (has_prop(position, props[i].prop) && (int)props[i].place == place)
            return true;
        has_some = has_some || has_prop(position, props[i].prop);
    }
    return !has_some && place != PLACE_BED && place != PLACE_CHAIR;
}

START_TEST(each_is_at_a_place_of_its_move)
{
    for (size_t i = 0; i < shipped.count; i++) {
        const Move *move = shipped.items[i].move;
        bool is_allowed = move->where.count == 0;
        for (size_t k = 0; k < move->where.count; k++)
            is_allowed = is_allowed || fits(position_at(move, 0), move->where.items[k]);
        ck_assert_msg(is_allowed, "%s: '%s' is at no place of its own", shipped.items[i].id, move->positions.items[0]);
    }
}
END_TEST

/* How far a point is from a shape; negative inside. */
static float distance(const PostureShape *shape, float x, float y)
{
    if (shape->is_box) {
        const float aside = fmaxf(shape->x1 - x, x - shape->x2), above = fmaxf(shape->y1 - y, y - shape->y2);
        return aside > 0 && above > 0 ? hypotf(aside, above) : fmaxf(aside, above);
    }
    const float dx = shape->x2 - shape->x1, dy = shape->y2 - shape->y1, square = dx * dx + dy * dy;
    const float along = square > 0 ? fmaxf(0, fminf(1, ((x - shape->x1) * dx + (y - shape->y1) * dy) / square)) : 0;
    return hypotf(x - shape->x1 - along * dx, y - shape->y1 - along * dy) - shape->r1 - along * (shape->r2 - shape->r1);
}

/* What a tool can lie on or be held by: a prop, a hand, and between thigh and calf the thigh. */
static bool can_hold(const PostureShape *shape, const Posture *posture)
{
    const bool is_between = posture->tool_at.part == PART_CALF && posture->tool_at.face == FACE_ABOVE;
    return shape->tone == POSTURE_PROP || shape->segment == SEGMENT_HAND ||
           (is_between && shape->segment == SEGMENT_THIGH);
}

static void check_tool(const Posture *posture, const char *id)
{
    PostureShapes shapes;
    Contact place;
    posture_shapes(posture, &shapes);
    const PostureShape *tool = &shapes.shapes[shapes.count - 1];
    if (tool->tone != POSTURE_TOOL)
        return;
    float gap = 1000, skin = 1000;
    for (int i = 0; i < shapes.count - 1; i++) {
        const PostureShape *shape = &shapes.shapes[i];
        const float to_shape = distance(shape, tool->x1, tool->y1) - tool->r1;
        if (can_hold(shape, posture))
            gap = fminf(gap, fabsf(fmaxf(to_shape, -tool->r1)));
        else if (shape->segment != SEGMENT_NONE)
            skin = fminf(skin, to_shape);
    }
    ck_assert(contact_of(posture->from, posture->tool_at, &place));
    ck_assert_msg(gap <= tool_gap, "%s: the tool hangs %.1f from what holds it", id, (double)gap);
    ck_assert_msg(skin <= tool_gap, "%s: the tool is %.1f from the body", id, (double)skin);
    ck_assert_msg(tool->y1 - tool->r1 >= -sinks, "%s: the tool is in the floor", id);
}

START_TEST(tools_lie_on_something_at_the_body)
{
    for (size_t i = 0; i < shipped.count; i++) {
        const Move *move = shipped.items[i].move;
        if (move->tools.count == 0)
            continue;
        Posture posture = {.from = position_at(move, 0),
                           .to = move->positions.count > 1 ? position_at(move, 1) : NULL,
                           .tool_at = move->tool_at,
                           .tool = move->tools.items[0].any_of.items[0]};
        for (posture.thousandths = 0; posture.thousandths <= 1000; posture.thousandths += 250)
            check_tool(&posture, shipped.items[i].id);
    }
}
END_TEST

static void check_limbs(const Posture *posture, const char *id)
{
    PostureShapes shapes;
    posture_shapes(posture, &shapes);
    float lowest = 1000;
    for (int i = 0; i < shapes.count; i++) {
        const PostureShape *shape = &shapes.shapes[i];
        if (shape->segment != SEGMENT_NONE)
            lowest = fminf(lowest, fminf(shape->y1 - shape->r1, shape->y2 - shape->r2));
    }
    ck_assert_msg(lowest >= -sinks / 2, "%s: the body is %.1f through the floor", id, -(double)lowest);
    /* Who sits on one chair with the feet on another touches the floor nowhere. */
    ck_assert_msg(lowest <= sinks || posture->from->prop_count > 1, "%s: the body is %.1f above the floor", id,
                  (double)lowest);
}

START_TEST(no_limb_is_in_the_floor)
{
    for (size_t i = 0; i < shipped.count; i++) {
        const Move *move = shipped.items[i].move;
        Posture posture = {.from = position_at(move, 0),
                           .to = move->positions.count > 1 ? position_at(move, 1) : NULL,
                           .tool_at = {PART_NONE, FACE_BELOW}};
        for (posture.thousandths = 0; posture.thousandths <= 1000; posture.thousandths += 250)
            check_limbs(&posture, shipped.items[i].id);
    }
}
END_TEST

/* Who lies on the back with nothing under it has head and shoulders on the floor. */
START_TEST(heads_and_shoulders_rest_on_the_floor)
{
    for (size_t i = 0; i < shipped.count; i++) {
        const Move *move = shipped.items[i].move;
        Posture posture = {.from = position_at(move, 0),
                           .to = move->positions.count > 1 ? position_at(move, 1) : NULL,
                           .tool_at = {PART_NONE, FACE_BELOW}};
        if (move->tools.count > 0 || strncmp(posture.from->title, "Lying on the back", 17) != 0)
            continue;
        for (posture.thousandths = 0; posture.thousandths <= 1000; posture.thousandths += 250) {
            PostureShapes shapes;
            posture_shapes(&posture, &shapes);
            float lowest[SEGMENT_COUNT] = {[SEGMENT_HEAD] = 1000, [SEGMENT_CHEST] = 1000};
            for (int k = 0; k < shapes.count; k++) {
                const PostureShape *shape = &shapes.shapes[k];
                float *low = &lowest[shape->segment];
                *low = fminf(*low, fminf(shape->y1 - shape->r1, shape->y2 - shape->r2));
            }
            ck_assert_msg(lowest[SEGMENT_HEAD] <= tool_gap && lowest[SEGMENT_CHEST] <= tool_gap,
                          "%s: head or shoulders float", shipped.items[i].id);
        }
    }
}
END_TEST

/* Angles are not taken around: 190 is not -170, as they are mixed as numbers. */
START_TEST(knees_bend_the_right_way)
{
    for (size_t i = 0; i < shipped.count; i++) {
        const Move *move = shipped.items[i].move;
        for (size_t k = 0; k < move->positions.count; k++) {
            const Position *position = position_at(move, k);
            for (int limb = 0; limb < LIMB_COUNT && position->view == VIEW_SIDE; limb++) {
                const int32_t bend = position->legs[limb][0] - position->legs[limb][1];
                ck_assert_msg(bend >= -100 && bend <= 1650, "%s: a knee is bent by %d", position->id, (int)bend / 10);
            }
        }
    }
}
END_TEST

Suite *suite_shown_positions(void)
{
    Suite *suite = suite_create("shown_positions");
    TCase *tests = tcase_create("shown_positions");
    tcase_add_unchecked_fixture(tests, read_shipped, release_shipped);
    tcase_add_test(tests, each_move_has_one);
    tcase_add_test(tests, each_is_at_a_place_of_its_move);
    tcase_add_test(tests, tools_lie_on_something_at_the_body);
    tcase_add_test(tests, no_limb_is_in_the_floor);
    tcase_add_test(tests, heads_and_shoulders_rest_on_the_floor);
    tcase_add_test(tests, knees_bend_the_right_way);
    suite_add_tcase(suite, tests);
    return suite;
}
