/* SPDX-License-Identifier: MIT */
/* Readers for the values that only routines have (doc/routine-format.md, "Values"), and what list readers share. */
#ifndef ROUTINE_VALUE_H
#define ROUTINE_VALUE_H

#include "yaml/schema.h"

FieldReader value_version;    /* int32_t */
FieldReader value_pressure;   /* Pressure */
FieldReader value_breath;     /* Breath */
FieldReader value_hold;       /* Hold: a duration, a range, or left and right */
FieldReader value_phase_hold; /* Hold: a duration or a range */
FieldReader value_tools;      /* ToolList */
FieldReader value_sources;    /* SourceList */
FieldReader value_url;        /* const char * */
FieldReader value_defaults;   /* DefaultsFields */
FieldReader value_phases;     /* PhaseList */
FieldReader value_node;       /* const Node *: read later, by whoever knows more */

/* The part of a scalar from `start` as a node of its own, so that a problem is shown just there. */
Node value_part(Walk *walk, const Node *value, size_t start, size_t length);

#endif
