/* SPDX-License-Identifier: MIT */
#include "store/json_kind.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "base/utf8.h"
#include "routine/routine.h"
#include "session/plan.h"

enum { TEXT_LIMIT = 1 << 20, PRESSURE_MAX = 10, BREATH_MAX_S = 20, CUE_MAX_S = 12 * 60 * 60 };

static_assert(sizeof(Side) == sizeof(int), "json_word writes enums as int");

static json_t *text_value(const char *text)
{
    json_t *value = text ? json_string(text) : NULL;
    if (text && !value) { /* not UTF-8 */
        Text clean = {0};
        utf8_clean(&clean, text, strlen(text));
        value = json_string(text_show(&clean));
        text_release(&clean);
    }
    return value;
}

static const char *read_text(JsonReader *reader, const json_t *value)
{
    const char *text = json_string_value(value);
    if (!text || json_string_length(value) > TEXT_LIMIT) {
        return NULL;
    }
    Text clean = {0};
    utf8_clean(&clean, text, strlen(text));
    const char *kept = arena_copy(reader->arena, text_show(&clean));
    text_release(&clean);
    return kept;
}

static bool read_number(const json_t *value, int32_t low, int32_t high, int32_t *number)
{
    const json_int_t wide = json_integer_value(value);
    if (!json_is_integer(value) || wide < low || wide > high) {
        return false;
    }
    *number = (int32_t)wide;
    return true;
}

/* One after another; NULL items are left out, an empty list too. */
static void append(json_t *array, json_t *value)
{
    if (value) {
        json_array_append_new(array, value);
    }
}

static json_t *unless_empty(json_t *array)
{
    if (json_array_size(array) == 0) {
        json_decref(array);
        return NULL;
    }
    return array;
}

typedef bool ReadItem(JsonReader *reader, const JsonField *field, const json_t *value, void *item);

static bool is_well(const JsonReader *reader)
{
    return reader->problem[0] == '\0';
}

/* The items of a list, one by one; NULL where it is empty or wrong. */
static void *read_list(JsonReader *reader, const JsonField *field, const json_t *value, size_t size,
                       ReadItem *read_item, size_t *count)
{
    if (value && !json_is_array(value)) {
        json_field_wrong(reader, field->key);
        return NULL;
    }
    *count = json_array_size(value);
    char *items = arena_take_array(reader->arena, *count, size);
    for (size_t i = 0; i < *count; i++) {
        if (!read_item(reader, field, json_array_get(value, i), items + i * size)) {
            json_field_wrong(reader, field->key);
            return NULL;
        }
    }
    return items;
}

static json_t *write_number(const JsonField *field, const void *at)
{
    (void)field;
    const int32_t number = *(const int32_t *)at;
    return number == 0 ? NULL : json_integer(number);
}

static bool read_number_field(JsonReader *reader, const JsonField *field, const json_t *value, void *at)
{
    if (!value) {
        return field->min <= 0 || json_field_wrong(reader, field->key);
    }
    return read_number(value, field->min, field->max, at) || json_field_wrong(reader, field->key);
}

static json_t *write_text(const JsonField *field, const void *at)
{
    (void)field;
    return text_value(*(const char *const *)at);
}

static bool read_text_field(JsonReader *reader, const JsonField *field, const json_t *value, void *at)
{
    const char **text = at;
    if (!value) {
        return field->min == 0 || json_field_wrong(reader, field->key);
    }
    *text = read_text(reader, value);
    return *text || json_field_wrong(reader, field->key);
}

static bool is_plain(const char *text)
{
    for (size_t length = strlen(text), size = 0; length > 0; text += size, length -= size) {
        const int32_t character = utf8_decode(text, length, &size);
        if (character < 0 || utf8_is_forbidden(character)) {
            return false;
        }
    }
    return true;
}

static json_t *write_path(const JsonField *field, const void *at)
{
    (void)field;
    const char *path = *(const char *const *)at;
    return path && is_plain(path) ? json_string(path) : NULL;
}

static bool read_path(JsonReader *reader, const JsonField *field, const json_t *value, void *at)
{
    const char *path = json_string_value(value);
    if (value && !path) {
        return json_field_wrong(reader, field->key);
    }
    *(const char **)at = path && is_plain(path) ? arena_copy(reader->arena, path) : NULL;
    return true;
}

static json_t *write_word(const JsonField *field, const void *at)
{
    int value = 0;
    memcpy(&value, at, sizeof(value));
    const bool is_known = value != field->min && value >= 0 && (size_t)value < field->words->count;
    return is_known ? json_string(field->words->items[value]) : NULL;
}

static int find_word(const JsonField *field, const json_t *value)
{
    const char *word = json_string_value(value);
    return word ? words_find(field->words, word, strlen(word)) : -1;
}

static bool read_word(JsonReader *reader, const JsonField *field, const json_t *value, void *at)
{
    const int word = value ? find_word(field, value) : field->min;
    memcpy(at, &word, sizeof(word));
    return word >= 0 || json_field_wrong(reader, field->key);
}

static json_t *write_word_list(const JsonField *field, const void *at)
{
    const WordList *list = at;
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++) {
        append(array, list->items[i] < field->words->count ? json_string(field->words->items[list->items[i]]) : NULL);
    }
    return unless_empty(array);
}

static bool read_word_item(JsonReader *reader, const JsonField *field, const json_t *value, void *item)
{
    (void)reader;
    const int word = find_word(field, value);
    *(uint8_t *)item = (uint8_t)word;
    return word >= 0;
}

static bool read_word_list(JsonReader *reader, const JsonField *field, const json_t *value, void *at)
{
    WordList *list = at;
    list->items = read_list(reader, field, value, sizeof(*list->items), read_word_item, &list->count);
    return is_well(reader);
}

static json_t *write_text_list(const JsonField *field, const void *at)
{
    (void)field;
    const TextList *list = at;
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++) {
        append(array, text_value(list->items[i]));
    }
    return unless_empty(array);
}

static bool read_text_item(JsonReader *reader, const JsonField *field, const json_t *value, void *item)
{
    (void)field;
    *(const char **)item = read_text(reader, value);
    return *(const char **)item;
}

static bool read_text_list(JsonReader *reader, const JsonField *field, const json_t *value, void *at)
{
    TextList *list = at;
    list->items = read_list(reader, field, value, sizeof(*list->items), read_text_item, &list->count);
    return is_well(reader);
}

static json_t *write_tool_list(const JsonField *field, const void *at)
{
    const ToolList *list = at;
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++) {
        append(array, write_text_list(field, &list->items[i].any_of));
    }
    return unless_empty(array);
}

static bool read_tool_item(JsonReader *reader, const JsonField *field, const json_t *value, void *item)
{
    ToolNeed *need = item;
    return read_text_list(reader, field, value, &need->any_of) && need->any_of.count > 0;
}

static bool read_tool_list(JsonReader *reader, const JsonField *field, const json_t *value, void *at)
{
    ToolList *list = at;
    list->items = read_list(reader, field, value, sizeof(*list->items), read_tool_item, &list->count);
    return is_well(reader);
}

static json_t *write_source_list(const JsonField *field, const void *at)
{
    (void)field;
    const SourceList *list = at;
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++) {
        json_t *pair = json_array();
        append(pair, text_value(list->items[i].title ? list->items[i].title : ""));
        append(pair, text_value(list->items[i].url));
        append(array, pair);
    }
    return unless_empty(array);
}

static bool read_source_item(JsonReader *reader, const JsonField *field, const json_t *value, void *item)
{
    (void)field;
    const json_t *url = json_array_get(value, 1);
    Source *source = item;
    *source = (Source){.title = read_text(reader, json_array_get(value, 0)), .url = read_text(reader, url)};
    return source->title && (!url || source->url);
}

static bool read_source_list(JsonReader *reader, const JsonField *field, const json_t *value, void *at)
{
    SourceList *list = at;
    list->items = read_list(reader, field, value, sizeof(*list->items), read_source_item, &list->count);
    return is_well(reader);
}

/* As they stand together in Step. */
typedef struct CueArray {
    StepCue *items;
    size_t count;
} CueArray;
static_assert(offsetof(Step, cue_count) - offsetof(Step, cues) == offsetof(CueArray, count), "cues and their count");

static json_t *write_cue_list(const JsonField *field, const void *at)
{
    (void)field;
    const CueArray *list = at;
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++) {
        json_t *pair = json_array();
        append(pair, json_integer(list->items[i].at_s));
        append(pair, text_value(list->items[i].say));
        append(array, pair);
    }
    return unless_empty(array);
}

static bool read_cue_item(JsonReader *reader, const JsonField *field, const json_t *value, void *item)
{
    (void)field;
    StepCue *cue = item;
    cue->say = read_text(reader, json_array_get(value, 1));
    return cue->say && read_number(json_array_get(value, 0), 0, CUE_MAX_S, &cue->at_s);
}

static bool read_cue_list(JsonReader *reader, const JsonField *field, const json_t *value, void *at)
{
    CueArray *list = at;
    list->items = read_list(reader, field, value, sizeof(*list->items), read_cue_item, &list->count);
    return is_well(reader);
}

static json_t *write_pressure(const JsonField *field, const void *at)
{
    (void)field;
    const Pressure *pressure = at;
    return pressure->is_set ? json_pack("[ii]", (int)pressure->low, (int)pressure->high) : NULL;
}

static bool read_pressure(JsonReader *reader, const JsonField *field, const json_t *value, void *at)
{
    Pressure *pressure = at;
    if (!value) {
        return true;
    }
    pressure->is_set = true;
    return (read_number(json_array_get(value, 0), 0, PRESSURE_MAX, &pressure->low) &&
            read_number(json_array_get(value, 1), pressure->low, PRESSURE_MAX, &pressure->high)) ||
           json_field_wrong(reader, field->key);
}

static json_t *write_breath(const JsonField *field, const void *at)
{
    (void)field;
    const Breath *breath = at;
    return breath->in_s == 0
               ? NULL
               : json_pack("[iiii]", (int)breath->in_s, (int)breath->hold_s, (int)breath->out_s, (int)breath->rest_s);
}

static bool read_breath(JsonReader *reader, const JsonField *field, const json_t *value, void *at)
{
    Breath *breath = at;
    if (!value) {
        return true;
    }
    return (read_number(json_array_get(value, 0), 1, BREATH_MAX_S, &breath->in_s) &&
            read_number(json_array_get(value, 1), 0, BREATH_MAX_S, &breath->hold_s) &&
            read_number(json_array_get(value, 2), 1, BREATH_MAX_S, &breath->out_s) &&
            read_number(json_array_get(value, 3), 0, BREATH_MAX_S, &breath->rest_s)) ||
           json_field_wrong(reader, field->key);
}

const JsonKind json_number = {write_number, read_number_field};
const JsonKind json_text = {write_text, read_text_field};
const JsonKind json_path = {write_path, read_path};
const JsonKind json_word = {write_word, read_word};
const JsonKind json_word_list = {write_word_list, read_word_list};
const JsonKind json_text_list = {write_text_list, read_text_list};
const JsonKind json_tool_list = {write_tool_list, read_tool_list};
const JsonKind json_source_list = {write_source_list, read_source_list};
const JsonKind json_cue_list = {write_cue_list, read_cue_list};
const JsonKind json_pressure = {write_pressure, read_pressure};
const JsonKind json_breath = {write_breath, read_breath};
