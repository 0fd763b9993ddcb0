/* SPDX-License-Identifier: MIT */
#include "ui/body/contact.h"

#include <math.h>
#include <string.h>

#include "base/macros.h"
#include "ui/body/skeleton.h"

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
    [PART_SOLE] = {LINE_FOOT, 3.5F, -2, 0, 2.2F},        [PART_HEEL] = {LINE_FOOT, -1.6F, -2.2F, 0, 2},
    [PART_CALF] = {LINE_SHIN, 8, -0.6F, 0, 3.4F},        [PART_SHIN] = {LINE_SHIN, 8, -0.6F, 0, 3.4F},
    [PART_OUTER_SHIN] = {LINE_SHIN, 8, 0, 0, 3.4F},      [PART_KNEE] = {LINE_SHIN, 1, 0, 0, 3.2F},
    [PART_HAMSTRING] = {LINE_LEG, 12, 0, 0, 4.3F},       [PART_THIGH] = {LINE_LEG, 14, 0, 0, 4.2F},
    [PART_OUTER_THIGH] = {LINE_LEG, 14, 0, 0, 4.1F},     [PART_INNER_THIGH] = {LINE_LEG, 14, 0, 0, 4.1F},
    [PART_HIP] = {LINE_LOWER, 1, 0, -3.2F, 5.6F},        [PART_GLUTE] = {LINE_LOWER, -0.5F, 1.8F, -3.6F, 5.2F},
    [PART_LOWER_BACK] = {LINE_LOWER, 9, 0, -3, 5.1F},    [PART_UPPER_BACK] = {LINE_UPPER, 8, -0.8F, -4, 6.2F},
    [PART_SHOULDER] = {LINE_SHOULDER, 0, 0, 3.4F, 3.4F}, [PART_ARMPIT] = {LINE_SHOULDER, -6, 0, 2.4F, 5},
    [PART_CHEST] = {LINE_UPPER, 10, -0.6F, -5, 5.6F},    [PART_BELLY] = {LINE_LOWER, 9, 0, 0, 5.1F},
    [PART_NECK] = {LINE_NECK, 2.5F, 0, -2, 2.8F},        [PART_SKULL] = {LINE_HEAD, -1.6F, 1.6F, -1, 4.4F},
    [PART_JAW] = {LINE_HEAD, -2.2F, -2, -2.4F, 3},       [PART_UPPER_ARM] = {LINE_ARM, 8, 0, 0, 2.7F},
    [PART_FOREARM] = {LINE_FOREARM, 5, 0, 0, 2.3F},      [PART_PALM] = {LINE_HAND, 2.5F, 0, 0, 1.8F},
};

/* Of a sole, `front` is what is below the base of the toes: how far on that is. */
static const float forefoot_along = 3;

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

bool contact_of(const Position *position, ToolPlace place, Contact *found)
{
    if (place.part >= PART_NONE)
        return false;
    Skeleton body;
    skeleton_of(position, &body);
    const PartRow *row = &part_rows[place.part];
    const PartLine line = line_of(&body, row->line);
    const float aside = body.view == VIEW_SIDE ? row->aside_from_side : row->aside_from_front;
    const bool is_forefoot = place.part == PART_SOLE && place.face == FACE_FRONT;
    const Point middle = skeleton_point(line.from, line.direction, row->along + (is_forefoot ? forefoot_along : 0),
                                        aside),
                out = out_of(&body, &line, place);
    *found = (Contact){middle.x + row->radius * out.x, middle.y + row->radius * out.y, out.x, out.y};
    return true;
}

typedef struct ToolRow {
    const char *id;
    float radius;
} ToolRow;

/* A little larger than they are, so that they are seen. What one rests on is a prop of the position. */
static const ToolRow tool_rows[] = {
    {"bottle", 3.2F},        {"block", 0},       {"book", 0},          {"chair", 0},          {"cold-can", 3.0F},
    {"frozen-bottle", 3.2F}, {"handle", 2},      {"large-ball", 4.2F}, {"peanut", 2.9F},      {"roller", 4.6F},
    {"rolled-sock", 2.4F},   {"rolling-pin", 2}, {"soft-ball", 4},     {"soft-roller", 4.6F}, {"towel", 2.2F},
};

float contact_tool_radius(const char *tool)
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
    Contact place;
    if (!contact_of(posture->from, posture->tool_at, &place))
        return usual;
    for (float radius = 0.7F * usual; radius < 1.5F * usual; radius += 0.1F) {
        const Point middle = {place.x + radius * place.out_x, place.y + radius * place.out_y};
        if (to_prop(shapes, middle) <= radius)
            return radius;
    }
    return usual;
}

static bool has_wall(const Position *position)
{
    bool has = false;
    for (size_t i = 0; i < position->prop_count; i++)
        has = has || position->props[i].kind == PROP_WALL;
    return has;
}

/* What a foot rolls goes half as far over the floor as the foot does, so that it gets from the forefoot to the heel.
 * What is held against a wall goes half as far up or down it as the body. In the middle of the way it is where the
 * place says. */
static void roll(Contact *place, const Posture *posture)
{
    Contact from, to;
    if (!posture->to || !contact_of(posture->from, posture->tool_at, &from) ||
        !contact_of(posture->to, posture->tool_at, &to))
        return;
    if (posture->tool_at.part == PART_SOLE && posture->from->view == VIEW_SIDE)
        place->x += ((from.x + to.x) / 2 - place->x) / 2;
    else if (has_wall(posture->from) && fabsf(place->out_x) > fabsf(place->out_y))
        place->y += ((from.y + to.y) / 2 - place->y) / 2;
}

void contact_add_tool(PostureShapes *into, const Posture *posture, const Position *position)
{
    Contact place;
    if (!posture->tool || !contact_of(position, posture->tool_at, &place))
        return;
    roll(&place, posture);
    const float usual = contact_tool_radius(posture->tool);
    if (usual <= 0)
        return;
    const float radius = fitting_radius(into, posture, usual);
    const float x = place.x + radius * place.out_x, y = place.y + radius * place.out_y;
    posture_shape_add(into, (PostureShape){.tone = POSTURE_TOOL,
                                           .x1 = x,
                                           .y1 = y,
                                           .r1 = radius,
                                           .x2 = x,
                                           .y2 = y,
                                           .r2 = radius,
                                           .held_x = place.out_x,
                                           .held_y = place.out_y});
}
