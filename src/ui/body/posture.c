/* SPDX-License-Identifier: MIT */
#include "ui/body/posture.h"

#include <math.h>
#include <string.h>

#include "base/macros.h"
#include "routine/wording.h"
#include "ui/body/skeleton.h"

enum { LEFT = -1, RIGHT = 1 };

/* Shapes as they are added. */
typedef struct Builder {
    PostureShapes *into;
    PostureTone tone; /* of what is not lit */
    uint32_t lit;     /* a bit for each BodySegment */
} Builder;

static void add(Builder *builder, PostureShape shape)
{
    PostureShapes *into = builder->into;
    if (into->count < POSTURE_SHAPES_MOST)
        into->shapes[into->count++] = shape;
}

static void add_capsule(Builder *builder, BodySegment segment, Point from, float r1, Point to, float r2)
{
    const bool is_lit = segment != SEGMENT_NONE && builder->lit >> segment & 1U;
    add(builder, (PostureShape){.tone = is_lit ? POSTURE_LIT : builder->tone,
                                .segment = segment,
                                .x1 = from.x,
                                .y1 = from.y,
                                .r1 = r1,
                                .x2 = to.x,
                                .y2 = to.y,
                                .r2 = r2});
}

static void add_circle(Builder *builder, BodySegment segment, Point middle, float radius)
{
    add_capsule(builder, segment, middle, radius, middle, radius);
}

static void add_box(Builder *builder, float left, float bottom, float right, float top)
{
    add(builder, (PostureShape){.tone = builder->tone,
                                .is_box = true,
                                .x1 = left < right ? left : right,
                                .y1 = fminf(bottom, top),
                                .x2 = fmaxf(left, right),
                                .y2 = fmaxf(bottom, top)});
}

/* The radii of limbs and trunk, in hundredths of a person's height, are in these functions alone. */

static void add_foot(Builder *builder, const Limb *leg, bool is_side)
{
    const Point ankle = leg->joints[2], toward = leg->directions[2];
    if (!is_side) {
        add_capsule(builder, SEGMENT_FOOT, ankle, 1.8F, leg->joints[3], 1.9F);
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
    add_foot(builder, leg, is_side);
}

static void add_arm(Builder *builder, const Limb *arm)
{
    const Point shoulder = arm->joints[0], elbow = arm->joints[1], wrist = arm->joints[2], tips = arm->joints[3];
    const Point toward = arm->directions[2];
    add_capsule(builder, SEGMENT_UPPER_ARM, shoulder, 3.1F, elbow, 2.2F);
    add_circle(builder, SEGMENT_SHOULDER, shoulder, 3.4F);
    add_capsule(builder, SEGMENT_FOREARM, elbow, 2.2F, skeleton_point(elbow, arm->directions[1], 4.5F, 0), 2.3F);
    add_capsule(builder, SEGMENT_FOREARM, skeleton_point(elbow, arm->directions[1], 4.5F, 0), 2.3F, wrist, 1.4F);
    add_capsule(builder, SEGMENT_HAND, wrist, 1.5F, skeleton_point(wrist, toward, 3, 0), 1.9F);
    add_capsule(builder, SEGMENT_HAND, skeleton_point(wrist, toward, 3, 0), 1.9F, tips, 0.9F);
}

static void add_trunk_side(Builder *builder, const Skeleton *body)
{
    const Point chest = skeleton_point(body->waist, body->upper, 8, -0.8F),
                top = skeleton_point(body->nape, body->upper, -3, 0);
    add_capsule(builder, SEGMENT_PELVIS, body->pelvis, 5.6F, skeleton_point(body->pelvis, body->lower, 0, 1.8F), 5.2F);
    add_capsule(builder, SEGMENT_WAIST, body->pelvis, 5.8F, body->waist, 4.9F);
    add_capsule(builder, SEGMENT_CHEST, body->waist, 4.9F, chest, 6.2F);
    add_capsule(builder, SEGMENT_CHEST, chest, 6.2F, top, 4.2F);
    /* A belly that is worked reaches up to the ribs, as legs hide much of what is below. */
    if (builder->lit >> SEGMENT_WAIST & 1U)
        add_capsule(builder, SEGMENT_WAIST, skeleton_point(body->pelvis, body->lower, 7, 0), 5.4F,
                    skeleton_point(body->waist, body->upper, 2.5F, 0), 5.1F);
    add_capsule(builder, SEGMENT_NECK, top, 3.4F, body->throat, 2.7F);
}

static void add_trunk_front(Builder *builder, const Skeleton *body)
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
        add_capsule(builder, SEGMENT_HEAD, from_head(body, 4.0F, -1.4F), 2.2F, from_head(body, 1.9F, 2.0F), 4.4F);
        add_capsule(builder, SEGMENT_HEAD, from_head(body, 1.9F, 2.0F), 4.4F, from_head(body, -1.6F, 4.2F), 2.0F);
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

/* Seen from the front: the trunk, the legs, the arms. From behind it is the other way round. */
static void add_body_flat(Builder *builder, const Skeleton *body, uint32_t lit, bool is_both)
{
    const bool is_back = body->view == VIEW_BACK;
    for (int part = 0; part < 3; part++) {
        const bool is_arms = part == (is_back ? 0 : 2), is_legs = part == 1;
        builder->lit = lit;
        builder->tone = POSTURE_BODY;
        if (!is_arms && !is_legs) {
            add_trunk_front(builder, body);
            add_head(builder, body);
            continue;
        }
        builder->tone = is_arms ? POSTURE_ARM : POSTURE_LEG;
        for (int limb = LIMB_COUNT - 1; limb >= 0; limb--) {
            builder->lit = limb == LIMB_WORKED || is_both ? lit : 0;
            if (is_arms)
                add_arm(builder, &body->arms[limb]);
            else
                add_leg(builder, &body->legs[limb], false);
        }
    }
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

static void add_far_limbs(Builder *builder, const Skeleton *body)
{
    builder->lit = 0;
    builder->tone = POSTURE_FAR;
    add_arm(builder, &body->arms[LIMB_OTHER]);
    add_leg(builder, &body->legs[LIMB_OTHER], true);
}

/* How large props are. */
static const float thick = 2.4F, chair_half = 12, chair_back = 27, desk_length = 26, desk_aside = 16, block_half = 8,
                   margin = 4;

static void add_chair(Builder *builder, const Prop *prop, const Position *position)
{
    const float x = skeleton_number(prop->x), y = skeleton_number(prop->y), leg = 1.4F;
    /* Who sits on it has its back behind; for others it is on the side away from them. */
    const bool is_sat_on = position->pelvis_y > prop->y &&
                           fabsf(skeleton_number(position->pelvis_x) - x) < chair_half + 4;
    const float back = is_sat_on || position->pelvis_x > prop->x ? x - chair_half : x + chair_half;
    add_box(builder, x - chair_half, y - thick, x + chair_half, y);
    add_box(builder, x - chair_half, 0, x - chair_half + leg, y);
    add_box(builder, x + chair_half - leg, 0, x + chair_half, y);
    if (position->view == VIEW_SIDE) {
        add_box(builder, back, y, back + (back < x ? -leg : leg), y + chair_back);
        return;
    }
    add_box(builder, x - chair_half, y, x - chair_half + leg, y + chair_back);
    add_box(builder, x + chair_half - leg, y, x + chair_half, y + chair_back);
    add_box(builder, x - chair_half, y + chair_back - 5, x + chair_half, y + chair_back);
}

static void add_desk(Builder *builder, const Prop *prop, const Position *position)
{
    const float x = skeleton_number(prop->x), y = skeleton_number(prop->y),
                away = prop->x >= position->pelvis_x ? 1.0F : -1.0F;
    /* From the front, one that is not beside the body is before or behind it. */
    if (position->view != VIEW_SIDE && fabsf(x - skeleton_number(position->pelvis_x)) < desk_aside) {
        add_box(builder, x - desk_length, y - thick, x + desk_length, y);
        add_box(builder, x - desk_length + 2, 0, x - desk_length + 4, y);
        add_box(builder, x + desk_length - 4, 0, x + desk_length - 2, y);
        return;
    }
    add_box(builder, x, y - thick, x + away * desk_length, y);
    add_box(builder, x + away * (desk_length - 4), 0, x + away * (desk_length - 2), y);
}

/* Walls and the bed reach to the edges of the frame, which is known once the body is. */
static void add_prop(Builder *builder, const Prop *prop, const Position *position, const PostureFrame *frame)
{
    const float x = skeleton_number(prop->x), y = skeleton_number(prop->y);
    switch (prop->kind) {
    case PROP_WALL:
        add_box(builder, x, 0, prop->x >= position->pelvis_x ? x + thick : x - thick, frame->top);
        break;
    case PROP_DESK:
        add_desk(builder, prop, position);
        break;
    case PROP_CHAIR:
        add_chair(builder, prop, position);
        break;
    case PROP_BED:
        add_box(builder, frame->left, y - 2 * thick, frame->right, y);
        break;
    case PROP_DOORWAY:
        add_box(builder, x - thick / 2, 0, x + thick / 2, frame->top);
        add_box(builder, y - thick / 2, 0, y + thick / 2, frame->top);
        break;
    case PROP_BLOCK:
        add_box(builder, x - block_half, 0, x + block_half, y);
        break;
    case PROP_COUNT:
        break;
    }
}

static void add_props(Builder *builder, const Position *position, const PostureFrame *frame)
{
    builder->tone = POSTURE_PROP;
    add_box(builder, frame->left, -thick, frame->right, 0);
    for (size_t i = 0; i < position->prop_count; i++)
        add_prop(builder, &position->props[i], position, frame);
}

/* The lines of the body along which its parts are. */
typedef enum BodyLine {
    LINE_LOWER, /* of the trunk, from the pelvis */
    LINE_UPPER, /* from the waist */
    LINE_NECK,
    LINE_HEAD, /* from its middle */
    LINE_SHOULDER,
    LINE_LEG, /* and its shin and foot, then the arm, its forearm and hand */
    LINE_SHIN,
    LINE_FOOT,
    LINE_ARM,
    LINE_FOREARM,
    LINE_HAND
} BodyLine;

/* A part that a tool can lie against: how far along its line and to the left of it the middle of it is, and how thick
 * the body is there. */
typedef struct PartRow {
    BodyLine line;
    float along, aside_from_side, aside_from_front;
    float radius;
} PartRow;

static const PartRow part_rows[PART_COUNT] = {
    [PART_SOLE] = {LINE_FOOT, 3.5F, -2, 0, 2.2F},     [PART_HEEL] = {LINE_FOOT, -1.6F, -2.2F, 0, 2},
    [PART_CALF] = {LINE_SHIN, 8, -0.6F, 0, 3.4F},     [PART_SHIN] = {LINE_SHIN, 8, -0.6F, 0, 3.4F},
    [PART_OUTER_SHIN] = {LINE_SHIN, 8, 0, 0, 3.4F},   [PART_KNEE] = {LINE_SHIN, 1, 0, 0, 3.2F},
    [PART_HAMSTRING] = {LINE_LEG, 12, 0, 0, 4.3F},    [PART_THIGH] = {LINE_LEG, 14, 0, 0, 4.2F},
    [PART_OUTER_THIGH] = {LINE_LEG, 14, 0, 0, 4.1F},  [PART_INNER_THIGH] = {LINE_LEG, 14, 0, 0, 4.1F},
    [PART_HIP] = {LINE_LOWER, 1, 0, -3.2F, 5.6F},     [PART_GLUTE] = {LINE_LOWER, -0.5F, 1.8F, -3.6F, 5.2F},
    [PART_LOWER_BACK] = {LINE_LOWER, 9, 0, -3, 5.1F}, [PART_UPPER_BACK] = {LINE_UPPER, 8, -0.8F, -4, 6.2F},
    [PART_SHOULDER] = {LINE_SHOULDER, 0, 0, 2, 3.4F}, [PART_ARMPIT] = {LINE_SHOULDER, -6, 0, 2.4F, 5},
    [PART_CHEST] = {LINE_UPPER, 10, -0.6F, -5, 5.6F}, [PART_BELLY] = {LINE_LOWER, 9, 0, 0, 5.1F},
    [PART_NECK] = {LINE_NECK, 2.5F, 0, -2, 2.8F},     [PART_SKULL] = {LINE_HEAD, -1.6F, 1.6F, -1, 4.4F},
    [PART_JAW] = {LINE_HEAD, -2.2F, -2, -2.4F, 3},    [PART_UPPER_ARM] = {LINE_ARM, 8, 0, 0, 2.7F},
    [PART_FOREARM] = {LINE_FOREARM, 5, 0, 0, 2.3F},   [PART_PALM] = {LINE_HAND, 2.5F, 0, 0, 1.8F},
};

/* A line as it lies in a position. */
typedef struct PartLine {
    Point from, direction;
    bool is_limb; /* its front is to the left of its direction; else to the right */
} PartLine;

static PartLine line_of(const Skeleton *body, BodyLine line)
{
    if (line >= LINE_LEG) {
        const Limb *limb = line >= LINE_ARM ? &body->arms[LIMB_WORKED] : &body->legs[LIMB_WORKED];
        const int part = ((int)line - LINE_LEG) % LIMB_PARTS;
        return (PartLine){limb->joints[part], limb->directions[part], line != LINE_FOOT};
    }
    const PartLine lines[LINE_LEG] = {
        [LINE_LOWER] = {body->pelvis, body->lower, false},
        [LINE_UPPER] = {body->waist, body->upper, false},
        [LINE_NECK] = {body->nape, body->neck, false},
        [LINE_HEAD] = {body->head, body->crown, false},
        [LINE_SHOULDER] = {body->arms[LIMB_WORKED].joints[0], body->upper, false},
    };
    return lines[line];
}

/* Of the ways out of a line the one that leads up most, or down most. A limb has no way out at its ends. */
static Point most_upright(const PartLine *line, float upwards)
{
    const Point along = line->direction,
                ways[] = {{-along.y, along.x}, {along.y, -along.x}, along, {-along.x, -along.y}};
    Point best = ways[0];
    for (size_t i = 1; i < (line->is_limb ? 2 : ARRAY_LEN(ways)); i++)
        best = ways[i].y * upwards > best.y * upwards ? ways[i] : best;
    return best;
}

/* The direction of a face away from a line. The foot has its sole below it whatever way it is turned. */
static Point out_of(const Skeleton *body, const PartLine *line, ToolPlace place)
{
    const Point left = {-line->direction.y, line->direction.x}, right = {line->direction.y, -line->direction.x};
    const bool is_side = body->view == VIEW_SIDE, is_across = place.face == FACE_INSIDE || place.face == FACE_OUTSIDE;
    if (is_side && (place.part == PART_SOLE || place.part == PART_HEEL))
        return place.face == FACE_BEHIND ? (Point){-line->direction.x, -line->direction.y} : right;
    if (place.face == FACE_BELOW || place.face == FACE_ABOVE)
        return most_upright(line, place.face == FACE_ABOVE ? 1.0F : -1.0F);
    if (is_side == is_across)
        return (Point){0, 0};
    const bool is_front = place.face == FACE_FRONT || place.face == FACE_OUTSIDE;
    return is_front == line->is_limb ? left : right;
}

bool posture_place(const Position *position, ToolPlace place, PosturePlace *found)
{
    if (place.part >= PART_NONE)
        return false;
    Skeleton body;
    skeleton_of(position, &body);
    const PartRow *row = &part_rows[place.part];
    const PartLine line = line_of(&body, row->line);
    const float aside = body.view == VIEW_SIDE ? row->aside_from_side : row->aside_from_front;
    const Point middle = skeleton_point(line.from, line.direction, row->along, aside),
                out = out_of(&body, &line, place);
    *found = (PosturePlace){middle.x + row->radius * out.x, middle.y + row->radius * out.y, out.x, out.y};
    return true;
}

typedef struct ToolRow {
    const char *id;
    float radius;
} ToolRow;

/* A little larger than they are, so that they are seen. What one rests on is a prop of the position. */
static const ToolRow tool_rows[] = {
    {"bottle", 3.2F},        {"block", 0},       {"book", 0},          {"chair", 0},          {"cold-can", 3.0F},
    {"frozen-bottle", 3.2F}, {"handle", 1.8F},   {"large-ball", 4.2F}, {"peanut", 2.9F},      {"roller", 4.6F},
    {"rolled-sock", 2.4F},   {"rolling-pin", 2}, {"soft-ball", 4},     {"soft-roller", 4.6F}, {"towel", 2.2F},
};

float posture_tool_radius(const char *tool)
{
    for (size_t i = 0; i < ARRAY_LEN(tool_rows); i++) {
        if (strcmp(tool_rows[i].id, tool) == 0)
            return tool_rows[i].radius;
    }
    return 2.9F;
}

/* How far a point is from the nearest prop. */
static float to_prop(const PostureShapes *shapes, Point point)
{
    float nearest = 1000;
    for (int i = 0; i < shapes->count; i++) {
        const PostureShape *box = &shapes->shapes[i];
        const float aside = fmaxf(0, fmaxf(box->x1 - point.x, point.x - box->x2)),
                    above = fmaxf(0, fmaxf(box->y1 - point.y, point.y - box->y2));
        if (box->is_box)
            nearest = fminf(nearest, hypotf(aside, above));
    }
    return nearest;
}

/* A position is made for one tool, and others may be drawn in it: each is as large as the gap to what holds it, where
 * the body is first. */
static float fitting_radius(const PostureShapes *shapes, const Posture *posture, float usual)
{
    PosturePlace place;
    if (!posture_place(posture->from, posture->tool_at, &place))
        return usual;
    for (float radius = 0.7F * usual; radius < 1.5F * usual; radius += 0.1F) {
        const Point middle = {place.x + radius * place.out_x, place.y + radius * place.out_y};
        if (to_prop(shapes, middle) <= radius)
            return radius;
    }
    return usual;
}

/* What a foot rolls goes half as far over the floor as the foot does, so that it gets from the forefoot to the heel. In
 * the middle of the way it is where the place says. */
static void roll_under_foot(PosturePlace *place, const Posture *posture)
{
    PosturePlace from, to;
    if (!posture->to || posture->tool_at.part != PART_SOLE || posture->from->view != VIEW_SIDE ||
        !posture_place(posture->from, posture->tool_at, &from) || !posture_place(posture->to, posture->tool_at, &to))
        return;
    place->x += ((from.x + to.x) / 2 - place->x) / 2;
}

static void add_tool(Builder *builder, const Posture *posture, const Position *position)
{
    PosturePlace place;
    if (!posture->tool || !posture_place(position, posture->tool_at, &place))
        return;
    roll_under_foot(&place, posture);
    const float usual = posture_tool_radius(posture->tool);
    if (usual <= 0)
        return;
    const float radius = fitting_radius(builder->into, posture, usual);
    const float x = place.x + radius * place.out_x, y = place.y + radius * place.out_y;
    add(builder, (PostureShape){.tone = POSTURE_TOOL,
                                .x1 = x,
                                .y1 = y,
                                .r1 = radius,
                                .x2 = x,
                                .y2 = y,
                                .r2 = radius,
                                .held_x = place.out_x,
                                .held_y = place.out_y});
}

/* The segments that belong to an area, in a view. */
static const uint32_t segments_of[AREA_COUNT] = {
    [AREA_HEAD] = 1U << SEGMENT_HEAD,
    [AREA_JAW] = 1U << SEGMENT_JAW,
    [AREA_NECK] = 1U << SEGMENT_NECK,
    [AREA_CHEST] = 1U << SEGMENT_CHEST,
    [AREA_ABDOMEN] = 1U << SEGMENT_WAIST,
    [AREA_SHOULDERS] = 1U << SEGMENT_SHOULDER,
    [AREA_ROTATOR_CUFF] = 1U << SEGMENT_SHOULDER,
    [AREA_LATS] = 1U << SEGMENT_CHEST,
    [AREA_UPPER_BACK] = 1U << SEGMENT_CHEST,
    [AREA_LOWER_BACK] = 1U << SEGMENT_WAIST,
    [AREA_UPPER_ARMS] = 1U << SEGMENT_UPPER_ARM,
    [AREA_FOREARMS] = 1U << SEGMENT_FOREARM,
    [AREA_HANDS] = 1U << SEGMENT_HAND,
    [AREA_HIPS] = 1U << SEGMENT_PELVIS | 1U << SEGMENT_HIP,
    [AREA_GLUTES] = 1U << SEGMENT_PELVIS | 1U << SEGMENT_HIP,
    [AREA_ADDUCTORS] = 1U << SEGMENT_HIP | 1U << SEGMENT_THIGH,
    [AREA_QUADS] = 1U << SEGMENT_HIP | 1U << SEGMENT_THIGH,
    [AREA_IT_BAND] = 1U << SEGMENT_HIP | 1U << SEGMENT_THIGH,
    [AREA_HAMSTRINGS] = 1U << SEGMENT_HIP | 1U << SEGMENT_THIGH,
    [AREA_KNEES] = 1U << SEGMENT_THIGH | 1U << SEGMENT_SHIN,
    [AREA_SHINS] = 1U << SEGMENT_SHIN,
    [AREA_OUTER_SHINS] = 1U << SEGMENT_SHIN,
    [AREA_CALVES] = 1U << SEGMENT_SHIN,
    [AREA_ACHILLES] = 1U << SEGMENT_SHIN,
    [AREA_FEET] = 1U << SEGMENT_FOOT,
};

static uint32_t segments_lit(BodyAreas areas)
{
    uint32_t lit = 0;
    for (int area = 0; area < AREA_COUNT; area++)
        lit |= areas >> area & 1U ? segments_of[area] : 0;
    return lit;
}

static PostureFrame frame_none(void)
{
    return (PostureFrame){1e6F, 0, -1e6F, 0};
}

static void widen(PostureFrame *frame, const PostureShapes *shapes)
{
    for (int i = 0; i < shapes->count; i++) {
        const PostureShape *shape = &shapes->shapes[i];
        frame->left = fminf(frame->left, fminf(shape->x1 - shape->r1, shape->x2 - shape->r2));
        frame->right = fmaxf(frame->right, fmaxf(shape->x1 + shape->r1, shape->x2 + shape->r2));
        frame->top = fmaxf(frame->top, fmaxf(shape->y1 + shape->r1, shape->y2 + shape->r2));
    }
}

static void add_all(const Posture *posture, const Position *position, PostureShapes *into, const PostureFrame *frame)
{
    Skeleton body;
    skeleton_of(position, &body);
    Builder builder = {.into = into};
    const uint32_t lit = segments_lit(posture->lit);
    into->count = 0;
    if (position->view == VIEW_SIDE)
        add_far_limbs(&builder, &body);
    builder.lit = 0;
    add_props(&builder, position, frame);
    if (position->view == VIEW_SIDE)
        add_body_side(&builder, &body, lit);
    else
        add_body_flat(&builder, &body, lit, posture->side == SIDE_NONE);
    builder.lit = 0;
    add_tool(&builder, posture, position);
}

/* What a position takes, with the tool where it then is, and the floor a little beyond. */
static void widen_for(PostureFrame *frame, const Posture *posture, const Position *position, PostureShapes *scratch)
{
    if (!position)
        return;
    const PostureFrame none = {skeleton_number(position->pelvis_x), 0, skeleton_number(position->pelvis_x), 0};
    add_all(posture, position, scratch, &none);
    widen(frame, scratch);
}

static void mirror(PostureShapes *shapes)
{
    const PostureFrame frame = shapes->frame;
    shapes->frame.left = -frame.right;
    shapes->frame.right = -frame.left;
    for (int i = 0; i < shapes->count; i++) {
        PostureShape *shape = &shapes->shapes[i];
        const float x1 = shape->x1;
        shape->x1 = shape->is_box ? -shape->x2 : -shape->x1;
        shape->x2 = shape->is_box ? -x1 : -shape->x2;
        shape->held_x = -shape->held_x;
    }
}

void posture_add_work(Posture *posture, const WordList *areas, const ToolList *tools, const TextList *at_hand)
{
    if (posture->to && !position_is_mixable(posture->from, posture->to))
        posture->to = NULL;
    if (tools->count > 0 && posture->tool_at.part != PART_NONE)
        posture->tool = wording_tool(tools, 0, at_hand, true);
    for (size_t i = 0; i < areas->count; i++)
        posture->lit |= (BodyAreas)1 << areas->items[i];
}

void posture_shapes(const Posture *posture, PostureShapes *into)
{
    PostureFrame frame = frame_none();
    widen_for(&frame, posture, posture->from, into);
    widen_for(&frame, posture, posture->to, into);
    frame.left -= margin;
    frame.right += margin;
    frame.top += 1;
    frame.bottom = -thick;
    Position mixed = *posture->from;
    if (posture->to)
        position_mix(&mixed, posture->from, posture->to, posture->thousandths);
    add_all(posture, &mixed, into, &frame);
    into->frame = frame;
    if (posture->side == SIDE_LEFT)
        mirror(into);
}
