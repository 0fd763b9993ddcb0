/* SPDX-License-Identifier: MIT */
/* The text that a new routine starts from: a short commented example that works, or a copy of another routine. Its
 * first line tells editors where the JSON Schema is (the modeline of yaml-language-server). */
#ifndef ROUTINE_TEMPLATE_H
#define ROUTINE_TEMPLATE_H

#include <stddef.h>
#include <stdint.h>

#include "base/words.h"

/* An example routine with this title, to free(). `schema` is the path of the schema; NULL: no such line. Uses only
 * shared moves in `known`. *line is the first line to change, from 1. */
char *template_new(const char *title, const char *schema, const Words *known, int32_t *line);

/* Makes a title from an id: "my-lunch" gives "My lunch". To free(). */
char *template_title(const char *id);

/* Makes an id from a title: "My Lunch!" gives "my-lunch". To free(); NULL if no id can be made from it. */
char *template_id(const char *title);

/* Copies a routine's text with all comments, to free(). The line that names the schema is replaced by one for `schema`,
 * or removed if `schema` is NULL. *copied is the length of the copy, *line the line of its title, from 1. */
char *template_copy(const char *text, size_t length, const char *schema, size_t *copied, int32_t *line);

/* The line of the key `title`, from 1; 1 if there is none. */
int32_t template_title_line(const char *text, size_t length);

/* A routine's text with another title, all else kept. To free(); NULL where its title is none, or stands in more
 * than one line. */
char *template_retitle(const char *text, const char *title);

#endif
