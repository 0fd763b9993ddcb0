/* SPDX-License-Identifier: MIT */
/* Cues: what is said in the course of a hold, and when. */
#ifndef ROUTINE_CUE_H
#define ROUTINE_CUE_H

#include <stddef.h>
#include <stdint.h>

#include "routine/fields.h"
#include "yaml/schema.h"

/* The second of a hold of `hold_s` at which a cue is said. A checked list gives rising seconds below hold_s. */
int32_t cue_at(const CueList *cues, size_t index, int32_t hold_s);

/* CueList: all texts, or all maps of `at` and `say`; one alone is a list of one. */
FieldReader cue_read_list;

/* CueTime: a duration, `-5s` from the end, or `half`. */
FieldReader cue_read_time;

#endif
