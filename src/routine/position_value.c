/* SPDX-License-Identifier: MIT */
#include "routine/position_value.h"

#include <string.h>

#include "base/macros.h"
#include "routine/field_value.h"

enum { MOST_POSITIONS = 2 };

bool position_value_ids(Walk *walk, const Field *field, const Node *value, void *at)
{
    TextList ids = {0};
    if (!schema_id_list(walk, field, value, &ids))
        return false;
    if (ids.count > MOST_POSITIONS) {
        diagnostic_error(walk->diags, value->mark, "%s must be one id or two, found %zu", field->key, ids.count);
        diagnostic_hint(walk->diags, "with two, the body moves from the first to the second and back");
        return false;
    }
    *(TextList *)at = ids;
    return true;
}

bool position_value_tool_at(Walk *walk, const Field *field, const Node *value, void *at)
{
    static const char wanted[] = "a part of the body and the side of it, such as calf below";
    static const Field fields[] = {
        {.key = "tool_at", .words = &body_part_words, .noun = "part of the body"},
        {.key = "tool_at", .words = &part_face_words, .noun = "side of a part"},
    };
    uint8_t words[ARRAY_LEN(fields)] = {PART_NONE, FACE_BELOW};
    size_t count = 0, from = 0;
    if (value->kind != NODE_SCALAR)
        return schema_wrong(walk, field, value, wanted);
    for (;;) {
        from += strspn(value->text + from, " ");
        const size_t length = strcspn(value->text + from, " ");
        if (length == 0)
            break;
        const Node part = field_value_part(walk, value, from, length);
        if (count == ARRAY_LEN(fields))
            return schema_wrong(walk, field, value, wanted);
        if (!schema_word(walk, &fields[count], &part, &words[count]))
            return false;
        count++;
        from += length;
    }
    if (count == 0)
        return schema_wrong(walk, field, value, wanted);
    *(ToolPlace *)at = (ToolPlace){(BodyPart)words[0], (PartFace)words[1]};
    return true;
}

/* `-7.5` as -75. False where it is no number; *is_fine: it has more decimals than count. */
static bool read_tenths(const char *text, int32_t *tenths, bool *is_fine)
{
    const bool is_negative = *text == '-';
    const char *digits = text + is_negative, *end = digits + strspn(digits, "0123456789");
    int32_t whole = 0, tenth = 0;
    if (!schema_digits(digits, (size_t)(end - digits), &whole))
        return false;
    if (*end == '.') {
        const size_t decimals = strspn(end + 1, "0123456789");
        tenth = end[1] - '0';
        *is_fine = decimals > 1;
        if (decimals == 0 || end[1 + decimals])
            return false;
    } else if (*end) {
        return false;
    }
    whole = MIN_OF(whole, INT32_MAX / DECIMAL - 1);
    *tenths = (whole * DECIMAL + tenth) * (is_negative ? -1 : 1);
    return true;
}

/* One number; `key` is what it is called in a message. */
static bool read_number(Walk *walk, const Field *field, const char *key, const Node *value, int32_t *at)
{
    int32_t tenths = 0;
    bool is_fine = false;
    const bool is_number = value->kind == NODE_SCALAR && strlen(value->text) == value->length &&
                           read_tenths(value->text, &tenths, &is_fine);
    if (is_number && !is_fine && tenths >= field->min * DECIMAL && tenths <= field->max * DECIMAL) {
        *at = tenths;
        return true;
    }
    diagnostic_error(walk->diags, value->mark, "%s must be %sfrom %d to %d, found %s", key,
                     key == field->key ? "a number " : "", (int)field->min, (int)field->max, schema_found(walk, value));
    if (is_fine)
        diagnostic_hint(walk->diags, "write at most one digit after the point");
    return false;
}

/* How many numbers a value may have, and how a message describes it. */
typedef struct NumbersWanted {
    size_t least, most;
    const char *item, *wanted;
} NumbersWanted;

/* A list of numbers; a lone one where one is enough. *count is how many were read; 0 after a problem. */
static bool read_numbers(Walk *walk, const Field *field, const Node *value, const NumbersWanted *wanted, int32_t *at,
                         size_t *count)
{
    int32_t numbers[LIMB_PARTS] = {0};
    if (value->kind == NODE_MAP || (value->kind == NODE_SCALAR && wanted->least > 1) ||
        (value->kind == NODE_LIST && (value->count < wanted->least || value->count > wanted->most))) {
        *count = 0;
        if (value->kind == NODE_LIST)
            return diagnostic_error(walk->diags, value->mark, "%s must be %s, found a list of %zu", field->key,
                                    wanted->wanted, value->count);
        return schema_wrong(walk, field, value, wanted->wanted);
    }
    Entry alone;
    bool is_good = true;
    size_t place = 0;
    const char *key = value->kind == NODE_LIST ? arena_print(walk->arena, "each %s of %s", wanted->item, field->key)
                                               : field->key;
    for (const Entry *entry = schema_entries(value, &alone, count); entry; entry = entry->next)
        is_good = read_number(walk, field, key, entry->value, &numbers[place++]) && is_good;
    if (is_good)
        memcpy(at, numbers, *count * sizeof *at);
    return is_good;
}

bool position_value_length(Walk *walk, const Field *field, const Node *value, void *at)
{
    return read_number(walk, field, field->key, value, at);
}

bool position_value_point(Walk *walk, const Field *field, const Node *value, void *at)
{
    static const NumbersWanted two = {2, 2, "number", "two numbers such as [0, 45]"};
    size_t count;
    return read_numbers(walk, field, value, &two, at, &count);
}

bool position_value_bend(Walk *walk, const Field *field, const Node *value, void *at)
{
    static const NumbersWanted one_or_two = {1, 2, "angle", "an angle, or two such as [95, 80]"};
    int32_t *angles = at;
    size_t count;
    if (!read_numbers(walk, field, value, &one_or_two, angles, &count))
        return false;
    angles[1] = count == 1 ? angles[0] : angles[1];
    return true;
}

bool position_value_arm(Walk *walk, const Field *field, const Node *value, void *at)
{
    static const NumbersWanted two_or_three = {2, 3, "an angle",
                                               "the angles of upper arm, forearm and hand, such as [-60, 15]"};
    int32_t *angles = at;
    size_t count;
    if (!read_numbers(walk, field, value, &two_or_three, angles, &count))
        return false;
    angles[2] = count == 2 ? angles[1] : angles[2]; /* the hand goes on as the forearm does */
    return true;
}

bool position_value_leg(Walk *walk, const Field *field, const Node *value, void *at)
{
    static const NumbersWanted three = {3, 3, "angle", "the angles of thigh, shin and foot, such as [0, -90, 0]"};
    size_t count;
    return read_numbers(walk, field, value, &three, at, &count);
}

bool position_value_limbs(Walk *walk, const Field *field, const Node *value, void *at)
{
    return schema_read(walk, field->table, value, at);
}

/* A prop has exactly one of the keys. */
static bool read_prop(Walk *walk, const Field *field, const Node *map, Prop *prop)
{
    PropFields fields = {0};
    if (!schema_read(walk, field->table, map, &fields))
        return false;
    if (map->count != 1) {
        diagnostic_error(walk->diags, map->count > 1 ? map->entries->next->key->mark : map->mark,
                         "a prop must be a map with one key, found %zu", map->count);
        diagnostic_hint(walk->diags, "write each on its own, as in `[{wall: 20}, {block: [0, 5]}]`");
        return false;
    }
    int kind = 0;
    while (!(fields.set >> kind & 1))
        kind++;
    *prop = (Prop){(PropKind)kind, fields.at[kind][0], fields.at[kind][1]};
    if (prop->kind == PROP_BED)
        *prop = (Prop){PROP_BED, 0, prop->x};
    return true;
}

bool position_value_props(Walk *walk, const Field *field, const Node *value, void *at)
{
    size_t count = 0;
    bool is_good = true;
    Entry alone;
    const Entry *entry = schema_entries(value, &alone, &count);
    PropList props = {arena_take_array(walk->arena, count, sizeof(Prop)), 0};
    for (; entry; entry = entry->next) {
        if (entry->value->kind == NODE_MAP) {
            is_good = read_prop(walk, field, entry->value, &props.items[props.count++]) && is_good;
            continue;
        }
        is_good = schema_wrong(walk, field, entry->value, "a list of maps with one key each");
        diagnostic_hint(walk->diags, "write what is around, as in `[{wall: 20}, {block: [0, 5]}]`");
    }
    if (is_good)
        *(PropList *)at = props;
    return is_good;
}
