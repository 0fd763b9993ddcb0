/* SPDX-License-Identifier: MIT */
/* A file that somebody sent: its text, read once, and the names that it can be shown and kept by. */
#ifndef CLI_RECEIVED_FILE_H
#define CLI_RECEIVED_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/call.h"

typedef struct ReceivedFile {
    char *name; /* for people: nothing in it that a terminal should not be sent */
    char *path; /* NULL: standard input */
    char *text;
    size_t length;
} ReceivedFile;

/* `argument` is a path or `-`. False after having told why it cannot be read. */
bool received_file_read(ReceivedFile *received, const char *argument);
void received_file_release(ReceivedFile *received);

/* Takes another text (to be freed) for its own. */
void received_file_change(ReceivedFile *received, char *text, size_t length);

/* The id that it asks for: its file's name, or what can be made of that, or of the title. To free(). */
char *received_file_id(const ReceivedFile *received, const char *title);

/* Whether it is a file of shared moves. */
bool received_file_is_moves(const ReceivedFile *received);

/* The text as it will be kept: with this machine's schema in the line that tells editors of one, where it has such a
 * line. `schema` is "routine" or "moves". To free(). */
char *received_file_settled(const ReceivedFile *received, const Call *call, const char *schema, size_t *length);

/* Whether a file holds the very same text, or what it would be kept as. */
bool received_file_is_in(const ReceivedFile *received, const char *settled, size_t settled_length, const char *path);

#endif
