/* SPDX-License-Identifier: MIT */
/* What a new routine begins as: a short commented file that works, or a copy of another. Its first line tells an editor
 * that understands it where the JSON Schema is (yaml-language-server's modeline). */
#ifndef ROUTINE_TEMPLATE_H
#define ROUTINE_TEMPLATE_H

#include <stddef.h>
#include <stdint.h>

#include "base/words.h"

/* A routine of that title to start from, to free(). `schema` is the path of the schema, NULL: no such line. Only moves
 * of `known` are used. *line, from 1, is the first one to change. */
char *template_new(const char *title, const char *schema, const Words *known, int32_t *line);

/* A title from an id: "my-lunch" is "My lunch". To free(). */
char *template_title(const char *id);

/* An id from what somebody typed as a title: "My Lunch!" is "my-lunch"; NULL where nothing of it can be one. */
char *template_id(const char *title);

/* A text with every comment kept, but for the line that names the schema: this machine's instead of another's, or none
 * where `schema` is NULL. To free(); its length in *copied. *line is the line of the title in the copy. */
char *template_copy(const char *text, size_t length, const char *schema, size_t *copied, int32_t *line);

/* The line of the key `title`, from 1; 1 where it has none. */
int32_t template_title_line(const char *text, size_t length);

/* A routine's text with another title, all else kept. To free(); NULL where its title is none, or stands in more than one line. */
char *template_retitle(const char *text, const char *title);

#endif
