/* SPDX-License-Identifier: MIT */
/* Commands of the person's own: the voice, and what runs at moments of a session. Each is a list of a program and its
 * arguments, which no shell ever reads. They stand in the settings alone: no routine can name one. */
#ifndef SETTINGS_PERSON_COMMAND_H
#define SETTINGS_PERSON_COMMAND_H

#include "yaml/schema.h"

/* The moments of a session at which a command may run. */
typedef enum Hook { HOOK_START, HOOK_SWITCH, HOOK_END, HOOK_COUNT } Hook;

extern const Words hook_words; /* start switch end */

/* Reads a list into a zeroed command. A wrong one stays empty: without one of its arguments a command may do anything.
 * `ways` is the hint to what may be written. */
bool person_command_read(Walk *walk, const Field *field, const Node *value, const char *ways, TextList *command);

/* TextList[HOOK_COUNT]: a map with a command for each Hook that has one. */
FieldReader person_command_read_hooks;

/* The keys of that map, for the JSON Schema. */
extern const FieldTable hooks_table;

#endif
