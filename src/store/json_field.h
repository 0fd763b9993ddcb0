/* SPDX-License-Identifier: MIT */
/* Structs to JSON and back by tables: one row for each member says its key, its kind and its bounds, and serves both
 * ways. What is nothing (NULL, 0, an empty list) is left out. Reading trusts nothing: kinds and bounds are checked,
 * texts are cleaned. */
#ifndef STORE_JSON_FIELD_H
#define STORE_JSON_FIELD_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/words.h"

typedef struct JsonField JsonField;

/* Where what is read lives, and the first thing that was wrong. */
typedef struct JsonReader {
    Arena *arena;
    char problem[120];
} JsonReader;

typedef struct JsonKind {
    json_t *(*write)(const JsonField *field, const void *at);                                /* NULL: leave it out */
    bool (*read)(JsonReader *reader, const JsonField *field, const json_t *value, void *at); /* value NULL: left out */
} JsonKind;

struct JsonField {
    const char *key;
    const JsonKind *kind;
    size_t at;          /* offsetof in the struct */
    int32_t min, max;   /* a number's range; min 1 for a text that must be there */
    const Words *words; /* a word's list; min is what it is where the word was left out */
};

json_t *json_field_write_object(const JsonField *fields, size_t count, const void *from);
bool json_field_read_object(JsonReader *reader, const JsonField *fields, size_t count, const json_t *from, void *into);

/* An array of structs of `size` bytes, at most `limit` of them. */
json_t *json_field_write_array(const JsonField *fields, size_t count, const void *items, size_t size, size_t length);
bool json_field_read_array(JsonReader *reader, const JsonField *fields, size_t count, const json_t *from, size_t size,
                           size_t limit, void **items, size_t *length);

/* Notes what is wrong; always false. The first one stays. */
bool json_field_wrong(JsonReader *reader, const char *what);

#endif
