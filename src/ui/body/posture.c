/* SPDX-License-Identifier: MIT */
#include "ui/body/posture.h"

#include <math.h>

#include "routine/wording.h"
#include "ui/body/contact.h"
#include "ui/body/figure.h"
#include "ui/body/skeleton.h"

static void add_box(PostureShapes *into, float left, float bottom, float right, float top)
{
    posture_shape_add(into, (PostureShape){.tone = POSTURE_PROP,
                                           .is_box = true,
                                           .x1 = left < right ? left : right,
                                           .y1 = fminf(bottom, top),
                                           .x2 = fmaxf(left, right),
                                           .y2 = fmaxf(bottom, top)});
}

/* How large props are. */
static const float thick = 2.4F, chair_half = 12, chair_back = 27, desk_length = 26, desk_aside = 16, block_half = 8,
                   margin = 4;

static void add_chair(PostureShapes *into, const Prop *prop, const Position *position)
{
    const float x = skeleton_number(prop->x), y = skeleton_number(prop->y), leg = 1.4F;
    /* Who sits on it has its back behind; for others it is on the side away from them. */
    const bool is_sat_on = position->pelvis_y > prop->y &&
                           fabsf(skeleton_number(position->pelvis_x) - x) < chair_half + 4;
    const float back = is_sat_on || position->pelvis_x > prop->x ? x - chair_half : x + chair_half;
    add_box(into, x - chair_half, y - thick, x + chair_half, y);
    add_box(into, x - chair_half, 0, x - chair_half + leg, y);
    add_box(into, x + chair_half - leg, 0, x + chair_half, y);
    if (position->view == VIEW_SIDE) {
        add_box(into, back, y, back + (back < x ? -leg : leg), y + chair_back);
        return;
    }
    add_box(into, x - chair_half, y, x - chair_half + leg, y + chair_back);
    add_box(into, x + chair_half - leg, y, x + chair_half, y + chair_back);
    add_box(into, x - chair_half, y + chair_back - 5, x + chair_half, y + chair_back);
}

static void add_desk(PostureShapes *into, const Prop *prop, const Position *position)
{
    const float x = skeleton_number(prop->x), y = skeleton_number(prop->y),
                away = prop->x >= position->pelvis_x ? 1.0F : -1.0F;
    /* From the front, one that is not beside the body is before or behind it. */
    if (position->view != VIEW_SIDE && fabsf(x - skeleton_number(position->pelvis_x)) < desk_aside) {
        add_box(into, x - desk_length, y - thick, x + desk_length, y);
        add_box(into, x - desk_length + 2, 0, x - desk_length + 4, y);
        add_box(into, x + desk_length - 4, 0, x + desk_length - 2, y);
        return;
    }
    add_box(into, x, y - thick, x + away * desk_length, y);
    add_box(into, x + away * (desk_length - 4), 0, x + away * (desk_length - 2), y);
}

/* Walls and the bed reach to the edges of the frame, which is known once the body is. */
static void add_prop(PostureShapes *into, const Prop *prop, const Position *position, const PostureFrame *frame)
{
    const float x = skeleton_number(prop->x), y = skeleton_number(prop->y);
    switch (prop->kind) {
    case PROP_WALL:
        add_box(into, x, 0, prop->x >= position->pelvis_x ? x + thick : x - thick, frame->top);
        break;
    case PROP_DESK:
        add_desk(into, prop, position);
        break;
    case PROP_CHAIR:
        add_chair(into, prop, position);
        break;
    case PROP_BED:
        add_box(into, frame->left, y - 2 * thick, frame->right, y);
        break;
    case PROP_DOORWAY:
        add_box(into, x - thick / 2, 0, x + thick / 2, frame->top);
        add_box(into, y - thick / 2, 0, y + thick / 2, frame->top);
        break;
    case PROP_BLOCK:
        add_box(into, x - block_half, 0, x + block_half, y);
        break;
    case PROP_COUNT:
        break;
    }
}

static void add_props(PostureShapes *into, const Position *position, const PostureFrame *frame)
{
    add_box(into, frame->left, -thick, frame->right, 0);
    for (size_t i = 0; i < position->prop_count; i++)
        add_prop(into, &position->props[i], position, frame);
}

/* A frame with nothing in it. */
static const PostureFrame nothing = {1e6F, 1e6F, -1e6F, -1e6F};

static void widen(PostureFrame *frame, const PostureShape *shape)
{
    frame->left = fminf(frame->left, fminf(shape->x1 - shape->r1, shape->x2 - shape->r2));
    frame->right = fmaxf(frame->right, fmaxf(shape->x1 + shape->r1, shape->x2 + shape->r2));
    frame->bottom = fminf(frame->bottom, fminf(shape->y1 - shape->r1, shape->y2 - shape->r2));
    frame->top = fmaxf(frame->top, fmaxf(shape->y1 + shape->r1, shape->y2 + shape->r2));
}

/* From the front, a hand that presses a tool into the body is in front of it: all the way, if it is at first. */
static bool is_hand_over_tool(const Posture *posture, int limb)
{
    const float near = 2;
    Contact place;
    if (!posture->tool || posture->from->view != VIEW_FRONT || posture->tool_at.part == PART_PALM ||
        !contact_of(posture->from, posture->tool_at, &place))
        return false;
    Skeleton body;
    skeleton_of(posture->from, &body);
    const float radius = contact_tool_radius(posture->tool);
    const Point tips = body.arms[limb].joints[3];
    return radius > 0 &&
           hypotf(tips.x - place.x - radius * place.out_x, tips.y - place.y - radius * place.out_y) < radius + near;
}

static void add_all(const Posture *posture, const Position *position, PostureShapes *into, const PostureFrame *frame)
{
    Skeleton body;
    skeleton_of(position, &body);
    into->count = 0;
    figure_add_behind(into, &body, posture->lit);
    add_props(into, position, frame);
    figure_add(into, &body, posture->lit, posture->side == SIDE_NONE);
    contact_add_tool(into, posture, position);
    for (int limb = 0; limb < LIMB_COUNT; limb++) {
        if (is_hand_over_tool(posture, limb))
            figure_add_hand(into, &body, limb, posture->lit);
    }
}

/* What is at an end of the way, with the walls and the floor no wider than they must be. */
static void add_end(const Posture *posture, const Position *position, PostureShapes *into)
{
    const float x = skeleton_number(position->pelvis_x);
    add_all(posture, position, into, &(PostureFrame){x, 0, x, 0});
    for (int i = 0; i < into->count; i++)
        widen(&into->frame, &into->shapes[i]);
}

/* Whether what moves is seen to do so. */
static bool is_same_place(const PostureShape *one, const PostureShape *other)
{
    const float same = 1.5F;
    return hypotf(one->x1 - other->x1, one->y1 - other->y1) < same &&
           hypotf(one->x2 - other->x2, one->y2 - other->y2) < same;
}

/* Whether a shape matters: what is worked, the tool, what moves, and a foot in the air. */
static bool is_of_note(const PostureShape *one, const PostureShape *other)
{
    const float in_air = 6;
    const bool is_lifted = one->segment == SEGMENT_FOOT && one->tone == POSTURE_LEG && fminf(one->y1, one->y2) > in_air;
    return one->tone == POSTURE_LIT || one->tone == POSTURE_TOOL || is_lifted || !is_same_place(one, other);
}

static void find_focus(PostureFrame *focus, const PostureShapes *first, const PostureShapes *last)
{
    for (int i = 0; i < first->count; i++) {
        const PostureShape *one = &first->shapes[i], *other = &last->shapes[i];
        if (!is_of_note(one, other))
            continue;
        widen(focus, one);
        widen(focus, other);
    }
}

static void find_frames(const Posture *posture, PostureFrame *frame, PostureFrame *focus)
{
    PostureShapes first = {.frame = nothing}, last = {.frame = nothing};
    add_end(posture, posture->from, &first);
    add_end(posture, posture->to ? posture->to : posture->from, &last);
    find_focus(focus, &first, &last);
    *frame = (PostureFrame){fminf(first.frame.left, last.frame.left) - margin, -thick,
                            fmaxf(first.frame.right, last.frame.right) + margin,
                            fmaxf(first.frame.top, last.frame.top) + 1};
}

static void mirror_frame(PostureFrame *frame)
{
    const float left = frame->left;
    frame->left = -frame->right;
    frame->right = -left;
}

static void mirror(PostureShapes *shapes)
{
    mirror_frame(&shapes->frame);
    mirror_frame(&shapes->focus);
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
    PostureFrame frame, focus = nothing;
    find_frames(posture, &frame, &focus);
    Position mixed = *posture->from;
    if (posture->to)
        position_mix(&mixed, posture->from, posture->to, posture->thousandths);
    add_all(posture, &mixed, into, &frame);
    into->frame = frame;
    into->focus = focus;
    if (posture->side == SIDE_LEFT)
        mirror(into);
}
