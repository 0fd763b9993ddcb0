/* SPDX-License-Identifier: MIT */
/* The kinds of values that a plan is made of, each with its way to JSON and back. */
#ifndef STORE_JSON_KIND_H
#define STORE_JSON_KIND_H

#include "store/json_field.h"

extern const JsonKind json_number;      /* int32_t */
extern const JsonKind json_text;        /* const char * */
extern const JsonKind json_path;        /* const char *, left out where it is not plain text */
extern const JsonKind json_word;        /* an enum of int's size */
extern const JsonKind json_word_list;   /* WordList */
extern const JsonKind json_text_list;   /* TextList */
extern const JsonKind json_tool_list;   /* ToolList: [["a", "b"], ["c"]] */
extern const JsonKind json_source_list; /* SourceList: [["title", "url"], ["title"]] */
extern const JsonKind json_cue_list;    /* StepCue * followed by size_t: [[at, "say"]] */
extern const JsonKind json_pressure;    /* Pressure: [low, high] */
extern const JsonKind json_breath;      /* Breath: [in, hold, out, rest] */

#endif
