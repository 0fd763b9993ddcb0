/* SPDX-License-Identifier: MIT */
/* The record of a session as one line of JSON, with the keys of doc/command-line.md ("knead export"). For the modules
 * in store/ only. */
#ifndef STORE_RECORD_JSON_H
#define STORE_RECORD_JSON_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "progress/record.h"

/* The line, without the newline, to free(). */
char *record_json_write(const SessionRecord *record);

/* Reads such a line into *record; its texts and arrays are in `arena`. False if it is damaged: *problem is then what is
 * wrong, to free(). Keys that are not known are passed over. */
bool record_json_read(const char *line, size_t length, SessionRecord *record, Arena *arena, char **problem);

/* The same from JSON that was parsed already. */
bool record_json_take(const json_t *json, SessionRecord *record, Arena *arena, char **problem);

/* A parsed line, to json_decref; NULL with *problem if it is not JSON or not an object. */
json_t *record_json_parse(const char *line, size_t length, char **problem);

/* What every line has: `uid`, `revision` and `machine`. False with *problem. The texts are borrowed. */
typedef struct RecordVersion {
    const char *uid, *machine;
    int32_t revision;
} RecordVersion;
bool record_json_version(const json_t *json, RecordVersion *version, char **problem);

#endif
