/* SPDX-License-Identifier: MIT */
#include "ui/body/figure.h"

#include <math.h>

#include "base/macros.h"

enum { LEFT = -1, RIGHT = 1 };

/* What can be lit beside whole segments: no more of the trunk than what is worked. */
enum {
    PATCH_UPPER_BACK = SEGMENT_COUNT,
    PATCH_TRAPEZIUS,
    PATCH_CHEST,
    PATCH_LATS,
    PATCH_LOWER_BACK,
    PATCH_ABDOMEN,
    PATCH_KNEE,
    PATCH_ACHILLES,
    PATCH_GLUTE,
    PATCH_HIP,
    PATCH_QUAD,
    PATCH_HAMSTRING,
    PATCH_IT_BAND,
    PATCH_ADDUCTOR,
    PATCH_CALF,
    PATCH_SHIN,
    PATCH_OUTER_SHIN,
    PATCH_END
};

_Static_assert(PATCH_END <= 32, "a bit for each segment and patch");

/* Shapes as they are added. */
typedef struct Builder {
    PostureShapes *into;
    PostureTone tone; /* of what is not lit */
    uint32_t lit;     /* a bit for each BodySegment and patch */
    float hands;      /* how large hands are */
} Builder;

static bool is_lit(const Builder *builder, int segment)
{
    return builder->lit >> segment & 1U;
}

static void add_toned(Builder *builder, PostureTone tone, BodySegment segment, Point from, float r1, Point to, float r2)
{
    posture_shape_add(
        builder->into,
        (PostureShape){
            .tone = tone, .segment = segment, .x1 = from.x, .y1 = from.y, .r1 = r1, .x2 = to.x, .y2 = to.y, .r2 = r2});
}

static void add_capsule(Builder *builder, BodySegment segment, Point from, float r1, Point to, float r2)
{
    add_toned(builder, is_lit(builder, (int)segment) ? POSTURE_LIT : builder->tone, segment, from, r1, to, r2);
}

/* A part of a segment that is lit alone. */
static void add_patch(Builder *builder, int patch, BodySegment segment, Point from, float r1, Point to, float r2)
{
    if (is_lit(builder, patch))
        add_toned(builder, POSTURE_LIT, segment, from, r1, to, r2);
}

/* A patch of a leg: how far along the thigh, or the shin, and how far aside of it its ends are: to the front in a view
 * from the side, outwards in the others. */
typedef struct LegPatch {
    int patch;
    BodySegment segment;
    float from, from_aside, r1;
    float to, to_aside, r2;
} LegPatch;

static const LegPatch side_patches[] = {
    {PATCH_GLUTE, SEGMENT_HIP, -1.5F, -1.8F, 4.2F, 4.5F, -2.0F, 3.4F},
    {PATCH_HIP, SEGMENT_HIP, -1, 1.2F, 3.8F, 4.5F, 1.2F, 3.4F},
    {PATCH_QUAD, SEGMENT_THIGH, 5, 2.0F, 2.8F, 22, 1.2F, 2.4F},
    {PATCH_HAMSTRING, SEGMENT_THIGH, 5, -2.0F, 2.8F, 22, -1.2F, 2.4F},
    {PATCH_IT_BAND, SEGMENT_THIGH, 4, 0, 3.4F, 22, 0, 2.8F},
    {PATCH_ADDUCTOR, SEGMENT_THIGH, 3, 0, 4.4F, 21, 0, 3.4F},
    {PATCH_CALF, SEGMENT_SHIN, 3, -1.7F, 2.3F, 15, -1.0F, 2.0F},
    {PATCH_SHIN, SEGMENT_SHIN, 3, 1.2F, 2.2F, 19, 0.6F, 1.5F},
    {PATCH_OUTER_SHIN, SEGMENT_SHIN, 3, 0, 2.4F, 17, 0, 1.8F},
};

static const LegPatch front_patches[] = {
    {PATCH_GLUTE, SEGMENT_HIP, -1, 1.0F, 4.0F, 4, 1.0F, 3.8F},
    {PATCH_HIP, SEGMENT_HIP, -1.5F, 2.0F, 3.2F, 5, 2.0F, 2.8F},
    {PATCH_QUAD, SEGMENT_THIGH, 5, 0, 4.4F, 22, 0, 3.4F},
    {PATCH_HAMSTRING, SEGMENT_THIGH, 5, 0, 4.4F, 22, 0, 3.4F},
    {PATCH_IT_BAND, SEGMENT_THIGH, 3, 2.2F, 2.6F, 22, 1.2F, 2.2F},
    {PATCH_ADDUCTOR, SEGMENT_THIGH, 3, -2.0F, 2.8F, 21, -1.2F, 2.4F},
    {PATCH_CALF, SEGMENT_SHIN, 3, 0, 3.2F, 15, 0, 2.6F},
    {PATCH_SHIN, SEGMENT_SHIN, 3, 0, 2.2F, 19, 0, 1.5F},
    {PATCH_OUTER_SHIN, SEGMENT_SHIN, 3, 1.4F, 2.0F, 17, 0.8F, 1.5F},
};

_Static_assert(ARRAY_LEN(side_patches) == ARRAY_LEN(front_patches), "the same patches from everywhere");

/* outwards: 1 or -1, what is outwards, or to the front, in a limb. A thigh may be drawn shorter than it is. */
static void add_leg_patches(Builder *builder, const Limb *leg, bool is_side, float outwards)
{
    const float thigh = 25,
                part = hypotf(leg->joints[1].x - leg->joints[0].x, leg->joints[1].y - leg->joints[0].y) / thigh;
    for (size_t i = 0; i < ARRAY_LEN(side_patches); i++) {
        const LegPatch *patch = is_side ? &side_patches[i] : &front_patches[i];
        const int line = patch->segment == SEGMENT_SHIN ? 1 : 0;
        const float along = line == 0 ? part : 1;
        const Point from = leg->joints[line], toward = leg->directions[line];
        add_patch(builder, patch->patch, patch->segment,
                  skeleton_point(from, toward, along * patch->from, outwards * patch->from_aside), patch->r1,
                  skeleton_point(from, toward, along * patch->to, outwards * patch->to_aside), patch->r2);
    }
}

static void add_foot(Builder *builder, const Limb *leg)
{
    const Point ankle = leg->joints[2], toward = leg->directions[2];
    if (!leg->is_foot_aside) {
        add_capsule(builder, SEGMENT_FOOT, ankle, 2.0F, leg->joints[3], 2.3F);
        return;
    }
    const Point ball = skeleton_point(ankle, toward, 6.4F, -2.8F);
    add_capsule(builder, SEGMENT_FOOT, ankle, 1.9F, skeleton_point(ankle, toward, -1.6F, -2.2F), 2.0F);
    add_capsule(builder, SEGMENT_FOOT, skeleton_point(ankle, toward, 0.4F, -1.4F), 2.4F, ball, 1.5F);
    add_capsule(builder, SEGMENT_FOOT, skeleton_point(ankle, toward, -1.6F, -3.0F), 1.2F, ball, 1.5F);
    add_capsule(builder, SEGMENT_FOOT, ball, 1.5F, leg->joints[3], 1.1F);
}

static void add_leg(Builder *builder, const Limb *leg, bool is_side, float outwards)
{
    const Point hip = leg->joints[0], knee = leg->joints[1], ankle = leg->joints[2];
    const Point calf = skeleton_point(knee, leg->directions[1], 7, is_side ? -0.8F : 0);
    const Point groin = skeleton_point(hip, leg->directions[0], 7, 0);
    add_capsule(builder, SEGMENT_THIGH, groin, 4.7F, knee, 3.3F);
    add_capsule(builder, SEGMENT_HIP, hip, is_side ? 5.4F : 5.0F, groin, 4.7F);
    add_capsule(builder, SEGMENT_SHIN, knee, 3.2F, calf, 3.4F);
    add_capsule(builder, SEGMENT_SHIN, calf, 3.4F, ankle, 1.8F);
    add_leg_patches(builder, leg, is_side, outwards);
    add_patch(builder, PATCH_KNEE, SEGMENT_THIGH, skeleton_point(knee, leg->directions[0], -6, 0), 3.6F, knee, 3.4F);
    add_patch(builder, PATCH_KNEE, SEGMENT_SHIN, knee, 3.4F, skeleton_point(knee, leg->directions[1], 5, 0), 3.4F);
    const float behind = leg->is_foot_aside ? -0.7F : 0;
    add_patch(builder, PATCH_ACHILLES, SEGMENT_SHIN, skeleton_point(ankle, leg->directions[1], -8, behind), 2.0F,
              skeleton_point(ankle, leg->directions[1], 0, behind), 1.7F);
    add_foot(builder, leg);
}

static void add_hand(Builder *builder, const Limb *arm)
{
    const float size = builder->hands;
    const Point wrist = arm->joints[2], toward = arm->directions[2];
    const Point palm = skeleton_point(wrist, toward, 3 * size, 0), tips = skeleton_point(wrist, toward, 6.5F * size, 0);
    add_capsule(builder, SEGMENT_HAND, wrist, 1.5F, palm, 1.9F * size);
    add_capsule(builder, SEGMENT_HAND, palm, 1.9F * size, tips, 0.9F * size);
}

static void add_arm(Builder *builder, const Limb *arm)
{
    const Point shoulder = arm->joints[0], elbow = arm->joints[1], wrist = arm->joints[2];
    add_capsule(builder, SEGMENT_UPPER_ARM, shoulder, 3.1F, elbow, 2.2F);
    add_capsule(builder, SEGMENT_SHOULDER, shoulder, 3.4F, shoulder, 3.4F);
    add_capsule(builder, SEGMENT_FOREARM, elbow, 2.2F, skeleton_point(elbow, arm->directions[1], 4.5F, 0), 2.3F);
    add_capsule(builder, SEGMENT_FOREARM, skeleton_point(elbow, arm->directions[1], 4.5F, 0), 2.3F, wrist, 1.4F);
    add_hand(builder, arm);
}

static void add_patches_side(Builder *builder, const Skeleton *body)
{
    const Point top = body->nape;
    add_patch(builder, PATCH_LATS, SEGMENT_CHEST, skeleton_point(body->waist, body->upper, 0, 0.6F), 3.6F,
              skeleton_point(top, body->upper, -6, 1), 4.0F);
    add_patch(builder, PATCH_UPPER_BACK, SEGMENT_CHEST, skeleton_point(body->waist, body->upper, 4.5F, 2.2F), 3.2F,
              skeleton_point(top, body->upper, -4, 1.8F), 3.4F);
    add_patch(builder, PATCH_CHEST, SEGMENT_CHEST, skeleton_point(body->waist, body->upper, 6, -3.4F), 3.6F,
              skeleton_point(top, body->upper, -4.5F, -2.2F), 3.2F);
    add_patch(builder, PATCH_LOWER_BACK, SEGMENT_WAIST, skeleton_point(body->pelvis, body->lower, 7.5F, 2.2F), 3.2F,
              skeleton_point(body->waist, body->lower, -1.5F, 1.8F), 3.2F);
    /* It reaches up to the ribs, as legs hide much of what is below. */
    add_patch(builder, PATCH_ABDOMEN, SEGMENT_WAIST, skeleton_point(body->pelvis, body->lower, 6.5F, -1.8F), 3.8F,
              skeleton_point(body->waist, body->upper, 2.5F, -1.6F), 3.6F);
}

/* Whether the small of the back is on the floor: from 0 to 1. */
static float flat_of(const Skeleton *body)
{
    return body->lower.x < 0 ? fmaxf(0, 1 - fabsf(body->lower.y) / 0.03F) : 0;
}

/* How far the belly stands out: it does where the back is hollow. Where that cannot be, on the floor, a breath lifts
 * it. */
static float belly_of(const Skeleton *body)
{
    const float hollow = body->lower.x * body->upper.y - body->lower.y * body->upper.x, flat = flat_of(body);
    return fminf(3 + flat, fmaxf(0, (6 + 45 * flat) * hollow));
}

static void add_trunk_side(Builder *builder, const Skeleton *body)
{
    const Point chest = skeleton_point(body->waist, body->upper, 8, -0.8F),
                top = skeleton_point(body->nape, body->upper, -3, 0);
    const float belly = belly_of(body);
    add_capsule(builder, SEGMENT_PELVIS, body->pelvis, 5.6F, skeleton_point(body->pelvis, body->lower, -0.6F, 2.0F),
                5.2F);
    add_capsule(builder, SEGMENT_WAIST, body->pelvis, 5.8F, body->waist, 4.9F);
    const float under = 1.2F * flat_of(body);
    add_capsule(builder, SEGMENT_WAIST, skeleton_point(body->pelvis, body->lower, 0, under), 4.9F,
                skeleton_point(body->waist, body->lower, 4 * flat_of(body), under), 4.9F);
    add_capsule(builder, SEGMENT_CHEST, body->waist, 4.9F, chest, 6.2F);
    add_capsule(builder, SEGMENT_CHEST, chest, 6.2F, top, 4.2F);
    const Point navel = skeleton_point(body->waist, body->lower, -4 - 3 * flat_of(body), -1 - belly);
    add_capsule(builder, SEGMENT_WAIST, navel, 4.4F, skeleton_point(body->waist, body->upper, 1, -0.6F * belly), 4.4F);
    add_patches_side(builder, body);
    if (is_lit(builder, PATCH_ABDOMEN))
        add_toned(builder, POSTURE_LIT, SEGMENT_WAIST, navel, 4.2F,
                  skeleton_point(body->waist, body->upper, 1, -0.6F * belly), 4.0F);
    add_capsule(builder, SEGMENT_NECK, top, 3.4F, body->throat, 2.7F);
    add_patch(builder, PATCH_TRAPEZIUS, SEGMENT_CHEST, skeleton_point(body->nape, body->upper, -4.5F, 1.6F), 3.0F,
              skeleton_point(body->nape, body->neck, 1.5F, 0.8F), 2.6F);
}

static void add_patches_front(Builder *builder, const Skeleton *body, float aside)
{
    const Point waist = body->waist, nape = body->nape, pelvis = body->pelvis;
    add_patch(builder, PATCH_LATS, SEGMENT_CHEST, skeleton_point(waist, body->upper, 1, 4.6F * aside), 2.6F,
              skeleton_point(nape, body->upper, -7, 6.2F * aside), 2.8F);
    add_patch(builder, PATCH_CHEST, SEGMENT_CHEST, skeleton_point(nape, body->upper, -6.5F, 3.4F * aside), 4.0F,
              skeleton_point(nape, body->upper, -5, 6.2F * aside), 3.6F);
    add_patch(builder, PATCH_ABDOMEN, SEGMENT_WAIST, skeleton_point(pelvis, body->lower, 6, 2 * aside), 4.6F,
              skeleton_point(waist, body->upper, 1, 1.6F * aside), 4.2F);
    add_patch(builder, PATCH_LOWER_BACK, SEGMENT_WAIST, skeleton_point(pelvis, body->lower, 5, 4 * aside), 3.0F,
              skeleton_point(waist, body->upper, 0, 3.4F * aside), 2.8F);
    add_patch(builder, PATCH_UPPER_BACK, SEGMENT_CHEST, skeleton_point(waist, body->upper, 5, 5.4F * aside), 2.6F,
              skeleton_point(nape, body->upper, -4.5F, 6.2F * aside), 3.0F);
    add_patch(builder, PATCH_TRAPEZIUS, SEGMENT_NECK, skeleton_point(nape, body->upper, 1.6F, 1.6F * aside), 2.6F,
              skeleton_point(nape, body->upper, -1.4F, 6.4F * aside), 2.4F);
}

static void add_trunk_front(Builder *builder, const Skeleton *body, bool is_both)
{
    const Point chest = skeleton_point(body->waist, body->upper, 8.5F, 0),
                top = skeleton_point(body->nape, body->upper, -2, 0);
    add_capsule(builder, SEGMENT_PELVIS, skeleton_point(body->pelvis, body->lower, 0, 3.2F), 5.6F,
                skeleton_point(body->pelvis, body->lower, 0, -3.2F), 5.6F);
    add_capsule(builder, SEGMENT_WAIST, body->pelvis, 8.2F, body->waist, 6.6F);
    add_capsule(builder, SEGMENT_CHEST, body->waist, 6.6F, chest, 8.2F);
    for (int side = LEFT; side <= RIGHT; side += RIGHT - LEFT) {
        const float aside = (float)side;
        add_capsule(builder, SEGMENT_CHEST, skeleton_point(chest, body->upper, 0, 2 * aside), 6.6F,
                    skeleton_point(top, body->upper, -1.2F, 6.4F * aside), 3.4F);
        add_capsule(builder, SEGMENT_NECK, skeleton_point(top, body->upper, 3.4F, 0), 2.6F,
                    skeleton_point(top, body->upper, 0.8F, 6.0F * aside), 1.6F);
    }
    add_capsule(builder, SEGMENT_NECK, top, 3.4F, body->throat, 2.7F);
    for (int side = LEFT; side <= (is_both ? RIGHT : LEFT); side += RIGHT - LEFT)
        add_patches_front(builder, body, (float)side);
}

static Point from_head(const Skeleton *body, float along, float aside)
{
    return skeleton_point(body->head, body->crown, along, aside);
}

static void add_hair(Builder *builder, const Skeleton *body)
{
    const uint32_t lit = builder->lit;
    const PostureTone tone = builder->tone;
    builder->lit = 0;
    builder->tone = POSTURE_HAIR;
    if (body->view == VIEW_SIDE) {
        add_capsule(builder, SEGMENT_HEAD, from_head(body, 3.6F, -2.0F), 2.0F, from_head(body, 2.0F, 1.4F), 4.7F);
        add_capsule(builder, SEGMENT_HEAD, from_head(body, 2.0F, 1.4F), 4.7F, from_head(body, -1.6F, 4.2F), 2.0F);
    } else if (body->view == VIEW_FRONT) {
        add_capsule(builder, SEGMENT_HEAD, from_head(body, 4.6F, 1.6F), 2.0F, from_head(body, 4.6F, -1.6F), 2.0F);
        add_capsule(builder, SEGMENT_HEAD, from_head(body, 4.4F, 1.6F), 2.0F, from_head(body, 1, 4.8F), 0.9F);
        add_capsule(builder, SEGMENT_HEAD, from_head(body, 4.4F, -1.6F), 2.0F, from_head(body, 1, -4.8F), 0.9F);
    } else {
        add_capsule(builder, SEGMENT_HEAD, from_head(body, 1.2F, 0), 5.4F, from_head(body, -1.6F, 0), 4.6F);
    }
    builder->lit = lit;
    builder->tone = tone;
}

static void add_head(Builder *builder, const Skeleton *body)
{
    builder->tone = POSTURE_LEG;
    if (body->view == VIEW_SIDE) {
        add_capsule(builder, SEGMENT_HEAD, from_head(body, 0.8F, 1.2F), 5.0F, from_head(body, 0.8F, -1.0F), 4.8F);
        add_capsule(builder, SEGMENT_JAW, from_head(body, -0.6F, -1.2F), 4.0F, from_head(body, -3.6F, -2.7F), 2.3F);
        add_capsule(builder, SEGMENT_HEAD, from_head(body, 0.6F, -5.0F), 0.7F, from_head(body, -0.8F, -5.8F), 0.8F);
    } else {
        add_capsule(builder, SEGMENT_HEAD, from_head(body, 1.0F, 0), 5.2F, from_head(body, 0, 0), 5.0F);
        add_capsule(builder, SEGMENT_JAW, from_head(body, 0, 0), 4.8F, from_head(body, -3.6F, 0), 3.2F);
    }
    add_hair(builder, body);
}

/* Whether an arm is up with its hand behind the head. */
static bool is_behind_head(const Skeleton *body, const Limb *arm)
{
    const float near = 10;
    const Point elbow = arm->joints[1], wrist = arm->joints[2];
    return body->view == VIEW_FRONT && elbow.y > body->head.y &&
           hypotf(wrist.x - body->head.x, wrist.y - body->head.y) < near;
}

/* On which side of the line between two points a third one is: positive to the left. */
static float side_of(Point from, Point to, Point point)
{
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
}

/* Whether one forearm or its hand lies across the other arm. */
static bool is_across(const Limb *arm, const Limb *other)
{
    const Point *one = arm->joints, *its = other->joints;
    for (int i = 1; i < LIMB_PARTS; i++) {
        for (int k = 0; k < LIMB_PARTS - 1; k++) {
            if (side_of(one[i], one[i + 1], its[k]) * side_of(one[i], one[i + 1], its[k + 1]) < 0 &&
                side_of(its[k], its[k + 1], one[i]) * side_of(its[k], its[k + 1], one[i + 1]) < 0)
                return true;
        }
    }
    return false;
}

/* The other arm works on the worked one, and is in front of it where it lies across it; there it has a tone of its
 * own. But an arm that is held across the chest is whole, and of the one that holds it only the hand is in
 * front. */
static void add_arms(Builder *builder, const Skeleton *body, uint32_t lit, bool is_both, bool is_behind)
{
    const bool is_over = is_across(&body->arms[LIMB_OTHER], &body->arms[LIMB_WORKED]);
    const bool is_level = body->arms[LIMB_WORKED].directions[0].x < -0.9F;
    for (int i = 0; i < LIMB_COUNT; i++) {
        const int limb = is_over && !is_level ? i : LIMB_COUNT - 1 - i;
        builder->tone = is_over && limb == LIMB_OTHER ? POSTURE_LEG : POSTURE_ARM;
        builder->lit = limb == LIMB_WORKED || is_both ? lit : 0;
        if ((body->view == VIEW_BACK || is_behind_head(body, &body->arms[limb])) == is_behind)
            add_arm(builder, &body->arms[limb]);
    }
    if (is_over && is_level && !is_behind) {
        builder->tone = POSTURE_LEG;
        add_hand(builder, &body->arms[LIMB_OTHER]);
    }
}

/* Seen from the front: the trunk, the legs, the arms. From behind, arms and legs are first. */
static void add_body_flat(Builder *builder, const Skeleton *body, uint32_t lit, bool is_both)
{
    const bool is_back = body->view == VIEW_BACK;
    add_arms(builder, body, lit, is_both, true);
    for (int part = 0; part < 2; part++) {
        builder->lit = lit;
        builder->tone = POSTURE_BODY;
        if ((part == 0) != is_back) {
            add_trunk_front(builder, body, is_both);
            add_head(builder, body);
            continue;
        }
        for (int limb = LIMB_COUNT - 1; limb >= 0; limb--) {
            /* The leg that the other lies on is told from that. */
            const bool is_under = limb == LIMB_OTHER && body->legs[LIMB_WORKED].is_foot_aside;
            builder->tone = is_under ? POSTURE_BODY : POSTURE_LEG;
            builder->lit = limb == LIMB_WORKED || is_both ? lit : 0;
            add_leg(builder, &body->legs[limb], false, limb == LIMB_WORKED ? 1.0F : -1.0F);
        }
    }
    add_arms(builder, body, lit, is_both, false);
}

static void add_body_side(Builder *builder, const Skeleton *body, uint32_t lit)
{
    builder->lit = lit;
    builder->tone = POSTURE_BODY;
    add_trunk_side(builder, body);
    add_head(builder, body);
    builder->tone = POSTURE_LEG;
    add_leg(builder, &body->legs[LIMB_WORKED], true, 1);
    builder->tone = POSTURE_ARM;
    add_arm(builder, &body->arms[LIMB_WORKED]);
}

/* The segments and patches that belong to an area. */
static const uint32_t segments_of[AREA_COUNT] = {
    [AREA_HEAD] = 1U << SEGMENT_HEAD,
    [AREA_JAW] = 1U << SEGMENT_JAW,
    [AREA_NECK] = 1U << SEGMENT_NECK,
    [AREA_CHEST] = 1U << PATCH_CHEST,
    [AREA_ABDOMEN] = 1U << PATCH_ABDOMEN,
    [AREA_SHOULDERS] = 1U << SEGMENT_SHOULDER,
    [AREA_ROTATOR_CUFF] = 1U << SEGMENT_SHOULDER,
    [AREA_LATS] = 1U << PATCH_LATS,
    [AREA_UPPER_BACK] = 1U << PATCH_UPPER_BACK,
    [AREA_LOWER_BACK] = 1U << PATCH_LOWER_BACK,
    [AREA_UPPER_ARMS] = 1U << SEGMENT_UPPER_ARM,
    [AREA_FOREARMS] = 1U << SEGMENT_FOREARM,
    [AREA_HANDS] = 1U << SEGMENT_HAND,
    [AREA_HIPS] = 1U << PATCH_HIP,
    [AREA_GLUTES] = 1U << PATCH_GLUTE,
    [AREA_ADDUCTORS] = 1U << PATCH_ADDUCTOR,
    [AREA_QUADS] = 1U << PATCH_QUAD,
    [AREA_IT_BAND] = 1U << PATCH_IT_BAND,
    [AREA_HAMSTRINGS] = 1U << PATCH_HAMSTRING,
    [AREA_KNEES] = 1U << PATCH_KNEE,
    [AREA_SHINS] = 1U << PATCH_SHIN,
    [AREA_OUTER_SHINS] = 1U << PATCH_OUTER_SHIN,
    [AREA_CALVES] = 1U << PATCH_CALF,
    [AREA_ACHILLES] = 1U << PATCH_ACHILLES,
    [AREA_FEET] = 1U << SEGMENT_FOOT,
};

/* What is worked where areas meet: `shown` instead of `gone`. */
typedef struct Meeting {
    BodyAreas areas;
    uint32_t gone, shown;
    bool is_flat_only; /* not from the side, where an arm hides what is shown */
} Meeting;

/* What lifts the shoulders, and the corner of neck and shoulder, are between the two; of chest and shoulders the chest
 * is what is worked; a foot that stretches the calf is not worked itself. */
static const Meeting meetings[] = {
    {1U << AREA_SHOULDERS | 1U << AREA_UPPER_BACK, 1U << PATCH_UPPER_BACK, 1U << PATCH_TRAPEZIUS, false},
    {1U << AREA_SHOULDERS | 1U << AREA_UPPER_BACK, 1U << SEGMENT_SHOULDER, 0, true},
    {1U << AREA_SHOULDERS | 1U << AREA_NECK, 1U << SEGMENT_SHOULDER | 1U << SEGMENT_NECK, 1U << PATCH_TRAPEZIUS, true},
    {1U << AREA_SHOULDERS | 1U << AREA_CHEST, 1U << SEGMENT_SHOULDER, 0, true},
    {1U << AREA_CALVES | 1U << AREA_FEET, 1U << SEGMENT_FOOT, 0, false},
};

static uint32_t segments_lit(BodyAreas areas, PositionView view)
{
    uint32_t lit = 0;
    for (int area = 0; area < AREA_COUNT; area++)
        lit |= areas >> area & 1U ? segments_of[area] : 0;
    for (size_t i = 0; i < ARRAY_LEN(meetings); i++) {
        const Meeting *row = &meetings[i];
        if ((areas & row->areas) == row->areas && !(row->is_flat_only && view == VIEW_SIDE))
            lit = (lit & ~row->gone) | row->shown;
    }
    return lit;
}

/* Hands that are worked are drawn larger, and so are those that work on them. */
static float hands_of(BodyAreas areas)
{
    return areas >> AREA_HANDS & 1U ? 1.4F : 1;
}

void figure_add_behind(PostureShapes *into, const Skeleton *body, BodyAreas areas)
{
    if (body->view != VIEW_SIDE)
        return;
    Builder builder = {.into = into, .tone = POSTURE_FAR, .hands = hands_of(areas)};
    add_arm(&builder, &body->arms[LIMB_OTHER]);
    add_leg(&builder, &body->legs[LIMB_OTHER], true, 1);
}

void figure_add(PostureShapes *into, const Skeleton *body, BodyAreas areas, bool is_both)
{
    Builder builder = {.into = into, .hands = hands_of(areas)};
    if (body->view == VIEW_SIDE)
        add_body_side(&builder, body, segments_lit(areas, body->view));
    else
        add_body_flat(&builder, body, segments_lit(areas, body->view), is_both);
}

void figure_add_hand(PostureShapes *into, const Skeleton *body, int limb, BodyAreas areas)
{
    Builder builder = {.into = into, .tone = POSTURE_ARM, .hands = hands_of(areas)};
    add_hand(&builder, &body->arms[limb]);
}
