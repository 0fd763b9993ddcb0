/* SPDX-License-Identifier: MIT */
/* What a session that runs tells other programs of itself: as a sentence, as JSON that status bars take, or by a format
 * of the person's own. Pure: it reads the session and writes text. */
#ifndef REMOTE_STATUS_H
#define REMOTE_STATUS_H

#include <stdbool.h>

#include "base/text.h"
#include "session/session.h"

typedef enum StatusShape { STATUS_TEXT, STATUS_JSON, STATUS_FORMAT, STATUS_SHAPE_COUNT } StatusShape;

/* A value that can be told: `{name}` in a format, and a key in JSON. */
typedef struct StatusField {
    const char *name, *help;
    void (*add)(Text *into, const Session *session); /* nothing where it has no value now */
    bool is_number;                                  /* in JSON; then null where it has none */
} StatusField;

extern const StatusField status_fields[];
extern const size_t status_field_count;

/* Adds one line, without a newline. `format` is for STATUS_FORMAT, and must have passed status_check_format. */
void status_print(Text *into, const Session *session, StatusShape shape, const char *format);

/* Whether a format is right: `{name}` is a value, `{{` and `}}` are braces. If not, adds why to `problem`. */
bool status_check_format(const char *format, Text *problem);

#endif
