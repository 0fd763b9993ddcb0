/* SPDX-License-Identifier: MIT */
#include "ui/body/skeleton.h"

#include <math.h>
#include <stdbool.h>

static const float waist_up = 13, nape_up = 15, neck_up = 4.5F, head_up = 5.6F, shoulder_down = 3;
static const float arm_lengths[LIMB_PARTS] = {16, 14, 6.5F}, leg_lengths[LIMB_PARTS] = {25, 24, 9};

/* Shortened, as feet point to the eye, and an arm across the chest goes round it; and how far shoulders and hips are
 * from the middle. */
static const float foot_in_front = 2.4F, foot_across = 6.5F, arm_across = 0.7F, shoulder_aside = 9, hip_aside = 4.6F;

/* How near an ankle lies to the bent knee that it is on. The knee of that leg hangs beside the other thigh: how far
 * along it and away from its front. */
static const float near_knee = 6.8F, bent_most = 0.9F, crossed_along = 14, crossed_aside = 8;

float skeleton_number(int32_t number)
{
    return (float)number / 10.0F;
}

Point skeleton_point(Point from, Point direction, float along, float aside)
{
    return (Point){from.x + along * direction.x - aside * direction.y,
                   from.y + along * direction.y + aside * direction.x};
}

static Point direction_of(int32_t angle)
{
    const float radians = skeleton_number(angle) * 3.14159265F / 180.0F;
    return (Point){cosf(radians), sinf(radians)};
}

static void set_limb(Limb *limb, Point start, const int32_t *angles, const float *lengths)
{
    limb->joints[0] = start;
    for (int i = 0; i < LIMB_PARTS; i++) {
        limb->directions[i] = direction_of(angles[i]);
        limb->joints[i + 1] = skeleton_point(limb->joints[i], limb->directions[i], lengths[i], 0);
    }
}

static void set_arm(Limb *arm, Point shoulder, const int32_t *angles, float inwards)
{
    const bool is_across = direction_of(angles[0]).x * inwards > 0.9F;
    float lengths[LIMB_PARTS];
    for (int i = 0; i < LIMB_PARTS; i++)
        lengths[i] = (is_across ? arm_across : 1) * arm_lengths[i];
    set_limb(arm, shoulder, angles, lengths);
}

/* A thigh that points to the eye is the shorter the less it points aside. */
static void set_leg(Limb *leg, Point hip, const int32_t *angles, bool is_to_eye)
{
    const float thigh = is_to_eye ? 0.08F + 0.5F * fabsf(direction_of(angles[0]).x) : 1;
    set_limb(leg, hip, angles, (const float[LIMB_PARTS]){thigh * leg_lengths[0], leg_lengths[1], leg_lengths[2]});
}

/* From the side toes are below the line of the foot, which starts at the ankle. From the front, so is the foot of a leg
 * that lies across the other. */
static void set_toes(Limb *leg, PositionView view, bool is_sitting)
{
    const Point ankle = leg->joints[2], toward = leg->directions[2];
    const bool is_across = fabsf(leg->directions[1].x) > fabsf(leg->directions[1].y);
    leg->is_foot_aside = view == VIEW_SIDE || (is_sitting && is_across);
    leg->joints[3] = leg->is_foot_aside ? skeleton_point(ankle, toward, leg_lengths[2], -3.2F)
                                        : skeleton_point(ankle, toward, is_across ? foot_across : foot_in_front, 0);
}

static Point direction_to(Point from, Point to)
{
    const float length = hypotf(to.x - from.x, to.y - from.y);
    return (Point){(to.x - from.x) / length, (to.y - from.y) / length};
}

/* Whoever lays an ankle on the other knee turns the thigh towards the eye, which shortens it and the shin: from the
 * side they and the other thigh are a triangle. */
static void cross_leg(Limb *leg, const Limb *other)
{
    const Point hip = leg->joints[0], ankle = leg->joints[2];
    const Point thigh = other->directions[0], shin = other->directions[1];
    if (thigh.x * shin.x + thigh.y * shin.y > bent_most ||
        hypotf(ankle.x - other->joints[1].x, ankle.y - other->joints[1].y) > near_knee)
        return;
    leg->joints[1] = skeleton_point(other->joints[0], thigh, crossed_along, -crossed_aside);
    leg->directions[0] = direction_to(hip, leg->joints[1]);
    leg->directions[1] = direction_to(leg->joints[1], ankle);
}

/* From the front, thighs of whoever sits on a chair point to the eye. */
static bool is_sitting(const Position *position)
{
    bool has_chair = false;
    for (size_t i = 0; i < position->prop_count; i++)
        has_chair = has_chair || position->props[i].kind == PROP_CHAIR;
    return has_chair && position->view != VIEW_SIDE;
}

void skeleton_of(const Position *position, Skeleton *body)
{
    body->view = position->view;
    body->lower = direction_of(position->spine[0]);
    body->upper = direction_of(position->spine[1]);
    body->neck = direction_of(position->head[0]);
    body->crown = direction_of(position->head[1]);
    body->pelvis = (Point){skeleton_number(position->pelvis_x), skeleton_number(position->pelvis_y)};
    body->waist = skeleton_point(body->pelvis, body->lower, waist_up, 0);
    body->nape = skeleton_point(body->waist, body->upper, nape_up, 0);
    body->throat = skeleton_point(body->nape, body->neck, neck_up, 0);
    body->head = skeleton_point(body->throat, body->crown, head_up, 0);
    for (int limb = 0; limb < LIMB_COUNT; limb++) {
        const float aside = position->view == VIEW_SIDE ? 0 : limb == LIMB_WORKED ? -1 : 1;
        const Point shoulder = skeleton_point(body->nape, body->upper, -shoulder_down, aside * shoulder_aside);
        const Point hip = skeleton_point(body->pelvis, body->lower, 0, aside * hip_aside);
        set_arm(&body->arms[limb], shoulder, position->arms[limb], aside);
        set_leg(&body->legs[limb], hip, position->legs[limb], is_sitting(position));
        set_toes(&body->legs[limb], position->view, is_sitting(position));
    }
    if (position->view == VIEW_SIDE)
        cross_leg(&body->legs[LIMB_WORKED], &body->legs[LIMB_OTHER]);
}
