/* SPDX-License-Identifier: MIT */
#include "routine/position.h"

#include <string.h>

#include "base/macros.h"

enum { WHOLE = 1000 };

static const char *const views[] = {"side", "front", "back"};
static const char *const props[] = {"wall", "desk", "chair", "bed", "doorway", "block"};
static const char *const parts[] = {
    "sole",        "heel",        "calf", "shin",  "outer-shin", "knee",       "hamstring", "thigh",
    "outer-thigh", "inner-thigh", "hip",  "glute", "lower-back", "upper-back", "shoulder",  "armpit",
    "chest",       "belly",       "neck", "skull", "jaw",        "upper-arm",  "forearm",   "palm",
};
static const char *const faces[] = {"below", "above", "behind", "front", "inside", "outside"};

_Static_assert(ARRAY_LEN(views) == VIEW_COUNT, "a word for each view");
_Static_assert(ARRAY_LEN(props) == PROP_COUNT, "a word for each prop");
_Static_assert(ARRAY_LEN(parts) == PART_COUNT, "a word for each part");
_Static_assert(ARRAY_LEN(faces) == FACE_COUNT, "a word for each face");

const Words position_view_words = {views, VIEW_COUNT};
const Words prop_words = {props, PROP_COUNT};
const Words body_part_words = {parts, PART_COUNT};
const Words part_face_words = {faces, FACE_COUNT};

static int32_t between(int32_t from, int32_t to, int32_t thousandths)
{
    return from + (int32_t)((int64_t)(to - from) * thousandths / WHOLE);
}

static void mix_all(int32_t *into, const int32_t *from, const int32_t *to, size_t count, int32_t thousandths)
{
    for (size_t i = 0; i < count; i++)
        into[i] = between(from[i], to[i], thousandths);
}

void position_mix(Position *into, const Position *from, const Position *to, int32_t thousandths)
{
    Position mixed = *from;
    mixed.pelvis_x = between(from->pelvis_x, to->pelvis_x, thousandths);
    mixed.pelvis_y = between(from->pelvis_y, to->pelvis_y, thousandths);
    mix_all(mixed.spine, from->spine, to->spine, ARRAY_LEN(mixed.spine), thousandths);
    mix_all(mixed.head, from->head, to->head, ARRAY_LEN(mixed.head), thousandths);
    for (size_t i = 0; i < LIMB_COUNT; i++) {
        mix_all(mixed.arms[i], from->arms[i], to->arms[i], LIMB_PARTS, thousandths);
        mix_all(mixed.legs[i], from->legs[i], to->legs[i], LIMB_PARTS, thousandths);
    }
    *into = mixed;
}

bool position_is_mixable(const Position *one, const Position *other)
{
    bool is_same = one->view == other->view && one->prop_count == other->prop_count;
    for (size_t i = 0; i < one->prop_count && is_same; i++) {
        const Prop *prop = &one->props[i], *its = &other->props[i];
        is_same = prop->kind == its->kind && prop->x == its->x && prop->y == its->y;
    }
    return is_same;
}
