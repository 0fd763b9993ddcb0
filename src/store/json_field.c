/* SPDX-License-Identifier: MIT */
#include "store/json_field.h"

#include <stdio.h>

bool json_field_wrong(JsonReader *reader, const char *what)
{
    if (reader->problem[0] == '\0') {
        snprintf(reader->problem, sizeof(reader->problem), "'%s' is not what it should be", what);
    }
    return false;
}

json_t *json_field_write_object(const JsonField *fields, size_t count, const void *from)
{
    json_t *object = json_object();
    for (size_t i = 0; i < count; i++) {
        json_t *value = fields[i].kind->write(&fields[i], (const char *)from + fields[i].at);
        if (value) {
            json_object_set_new(object, fields[i].key, value);
        }
    }
    return object;
}

bool json_field_read_object(JsonReader *reader, const JsonField *fields, size_t count, const json_t *from, void *into)
{
    for (size_t i = 0; i < count; i++) {
        const json_t *value = json_object_get(from, fields[i].key);
        if (!fields[i].kind->read(reader, &fields[i], value, (char *)into + fields[i].at)) {
            return false;
        }
    }
    return true;
}

json_t *json_field_write_array(const JsonField *fields, size_t count, const void *items, size_t size, size_t length)
{
    json_t *array = json_array();
    for (size_t i = 0; i < length; i++) {
        json_array_append_new(array, json_field_write_object(fields, count, (const char *)items + i * size));
    }
    return array;
}

bool json_field_read_array(JsonReader *reader, const JsonField *fields, size_t count, const json_t *from, size_t size,
                           size_t limit, void **items, size_t *length)
{
    *length = json_array_size(from);
    if (*length == 0 || *length > limit) {
        return json_field_wrong(reader, "a list");
    }
    *items = arena_take_array(reader->arena, *length, size);
    for (size_t i = 0; i < *length; i++) {
        if (!json_field_read_object(reader, fields, count, json_array_get(from, i), (char *)*items + i * size)) {
            return false;
        }
    }
    return true;
}
