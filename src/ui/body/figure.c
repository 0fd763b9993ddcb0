/* SPDX-License-Identifier: MIT */
#include "ui/body/figure.h"

#include <math.h>

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
    PATCH_ACHILLES
};

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

static void add_leg(Builder *builder, const Limb *leg, bool is_side)
{
    const Point hip = leg->joints[0], knee = leg->joints[1], ankle = leg->joints[2];
    const Point calf = skeleton_point(knee, leg->directions[1], 7, is_side ? -0.8F : 0);
    const Point groin = skeleton_point(hip, leg->directions[0], 7, 0);
    add_capsule(builder, SEGMENT_THIGH, groin, 4.7F, knee, 3.3F);
    add_capsule(builder, SEGMENT_HIP, hip, is_side ? 5.4F : 5.0F, groin, 4.7F);
    add_capsule(builder, SEGMENT_SHIN, knee, 3.2F, calf, 3.4F);
    add_capsule(builder, SEGMENT_SHIN, calf, 3.4F, ankle, 1.8F);
    add_patch(builder, PATCH_KNEE, SEGMENT_THIGH, skeleton_point(knee, leg->directions[0], -6, 0), 3.6F, knee, 3.4F);
    add_patch(builder, PATCH_KNEE, SEGMENT_SHIN, knee, 3.4F, skeleton_point(knee, leg->directions[1], 5, 0), 3.4F);
    const float behind = leg->is_foot_aside ? -0.7F : 0;
    add_patch(builder, PATCH_ACHILLES, SEGMENT_SHIN, skeleton_point(ankle, leg->directions[1], -8, behind), 2.0F,
              skeleton_point(ankle, leg->directions[1], 0, behind), 1.7F);
    add_foot(builder, leg);
}

static void add_arm(Builder *builder, const Limb *arm)
{
    const Point shoulder = arm->joints[0], elbow = arm->joints[1], wrist = arm->joints[2];
    const Point toward = arm->directions[2];
    add_capsule(builder, SEGMENT_UPPER_ARM, shoulder, 3.1F, elbow, 2.2F);
    add_capsule(builder, SEGMENT_SHOULDER, shoulder, 3.4F, shoulder, 3.4F);
    add_capsule(builder, SEGMENT_FOREARM, elbow, 2.2F, skeleton_point(elbow, arm->directions[1], 4.5F, 0), 2.3F);
    add_capsule(builder, SEGMENT_FOREARM, skeleton_point(elbow, arm->directions[1], 4.5F, 0), 2.3F, wrist, 1.4F);
    const float size = builder->hands;
    const Point palm = skeleton_point(wrist, toward, 3 * size, 0), tips = skeleton_point(wrist, toward, 6.5F * size, 0);
    add_capsule(builder, SEGMENT_HAND, wrist, 1.5F, palm, 1.9F * size);
    add_capsule(builder, SEGMENT_HAND, palm, 1.9F * size, tips, 0.9F * size);
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

/* How far the belly stands out: it does where the back is hollow, and where a breath lifts it. */
static float belly_of(const Skeleton *body)
{
    const float hollow = body->lower.x * body->upper.y - body->lower.y * body->upper.x;
    return fminf(3, fmaxf(0, 6 * hollow));
}

static void add_trunk_side(Builder *builder, const Skeleton *body)
{
    const Point chest = skeleton_point(body->waist, body->upper, 8, -0.8F),
                top = skeleton_point(body->nape, body->upper, -3, 0);
    const float belly = belly_of(body);
    add_capsule(builder, SEGMENT_PELVIS, body->pelvis, 5.6F, skeleton_point(body->pelvis, body->lower, -0.6F, 2.0F),
                5.2F);
    add_capsule(builder, SEGMENT_WAIST, body->pelvis, 5.8F, body->waist, 4.9F);
    add_capsule(builder, SEGMENT_CHEST, body->waist, 4.9F, chest, 6.2F);
    add_capsule(builder, SEGMENT_CHEST, chest, 6.2F, top, 4.2F);
    const Point navel = skeleton_point(body->waist, body->lower, -4, -1 - belly);
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
    add_patch(builder, PATCH_CHEST, SEGMENT_CHEST, skeleton_point(nape, body->upper, -6.5F, 2.8F * aside), 3.2F,
              skeleton_point(nape, body->upper, -5, 6.4F * aside), 3.2F);
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
 * own. */
static void add_arms(Builder *builder, const Skeleton *body, uint32_t lit, bool is_both, bool is_behind)
{
    const bool is_over = is_across(&body->arms[LIMB_OTHER], &body->arms[LIMB_WORKED]);
    for (int i = 0; i < LIMB_COUNT; i++) {
        const int limb = is_over ? i : LIMB_COUNT - 1 - i;
        builder->tone = is_over && limb == LIMB_OTHER ? POSTURE_LEG : POSTURE_ARM;
        builder->lit = limb == LIMB_WORKED || is_both ? lit : 0;
        if ((body->view == VIEW_BACK || is_behind_head(body, &body->arms[limb])) == is_behind)
            add_arm(builder, &body->arms[limb]);
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
            add_leg(builder, &body->legs[limb], false);
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
    add_leg(builder, &body->legs[LIMB_WORKED], true);
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
    [AREA_HIPS] = 1U << SEGMENT_PELVIS | 1U << SEGMENT_HIP,
    [AREA_GLUTES] = 1U << SEGMENT_PELVIS | 1U << SEGMENT_HIP,
    [AREA_ADDUCTORS] = 1U << SEGMENT_HIP | 1U << SEGMENT_THIGH,
    [AREA_QUADS] = 1U << SEGMENT_HIP | 1U << SEGMENT_THIGH,
    [AREA_IT_BAND] = 1U << SEGMENT_HIP | 1U << SEGMENT_THIGH,
    [AREA_HAMSTRINGS] = 1U << SEGMENT_HIP | 1U << SEGMENT_THIGH,
    [AREA_KNEES] = 1U << PATCH_KNEE,
    [AREA_SHINS] = 1U << SEGMENT_SHIN,
    [AREA_OUTER_SHINS] = 1U << SEGMENT_SHIN,
    [AREA_CALVES] = 1U << SEGMENT_SHIN,
    [AREA_ACHILLES] = 1U << PATCH_ACHILLES,
    [AREA_FEET] = 1U << SEGMENT_FOOT,
};

/* With the shoulders, what is worked of the upper back is what lifts them. */
static uint32_t segments_lit(BodyAreas areas)
{
    uint32_t lit = 0;
    for (int area = 0; area < AREA_COUNT; area++)
        lit |= areas >> area & 1U ? segments_of[area] : 0;
    const uint32_t both = 1U << PATCH_UPPER_BACK | 1U << SEGMENT_SHOULDER;
    return (lit & both) == both ? (lit & ~(1U << PATCH_UPPER_BACK)) | 1U << PATCH_TRAPEZIUS : lit;
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
    add_leg(&builder, &body->legs[LIMB_OTHER], true);
}

void figure_add(PostureShapes *into, const Skeleton *body, BodyAreas areas, bool is_both)
{
    Builder builder = {.into = into, .hands = hands_of(areas)};
    if (body->view == VIEW_SIDE)
        add_body_side(&builder, body, segments_lit(areas));
    else
        add_body_flat(&builder, body, segments_lit(areas), is_both);
}
