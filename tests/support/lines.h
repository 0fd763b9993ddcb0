/* SPDX-License-Identifier: MIT */
/* Lines of an export, for tests of import and of sums: made of a few numbers, taken in, and read back by plain JSON. */
#ifndef SUPPORT_LINES_H
#define SUPPORT_LINES_H

#include <jansson.h>
#include <stdint.h>

#include "base/text.h"
#include "store/store.h"
#include "store/transfer.h"

/* A session; all else follows from the number. */
typedef struct LineSpec {
    uint32_t number; /* of the uid */
    int32_t revision;
    const char *machine;
    const char *started; /* "2026-03-01T12:30:00+01:00" */
    int before, after;   /* 0 to 10; -1: not said */
    const char *note;    /* or NULL */
} LineSpec;

void lines_add(Text *into, const LineSpec *spec);
void lines_add_deleted(Text *into, uint32_t number, int32_t revision, const char *machine);

/* The seconds that such a session holds of its area on a side, and the area. */
int64_t lines_held_ms(uint32_t number, int side);
const char *lines_area(uint32_t number);
int32_t lines_worked_s(uint32_t number);

/* Imports the text; the test fails if it cannot be. */
ImportCount lines_import(Store *store, const char *text);

/* All of the records, as export writes them. To free(). */
char *lines_export(Store *store);

/* The same as a JSON array. To json_decref. */
json_t *lines_read(Store *store);

#endif
