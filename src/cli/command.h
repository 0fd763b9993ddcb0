/* SPDX-License-Identifier: MIT */
/* What the commands share: how they are called, how they fail, and the library and the routine that they work on. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdint.h>

#include "cli/option.h"
#include "routine/library.h"

enum { EXIT_FINE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

/* What a command is given. */
typedef struct Call {
    const Options *options;
    const char *const *arguments; /* without the command's own name */
    int count;
    const char *program_dir; /* NULL where it cannot be known */
} Call;

/* `knead: ` and the message on standard error; returns EXIT_FAILED, so that a failure is one line. */
int command_fail(const char *format, ...) PRINTF_LIKE(1, 2);

/* A line of advice on standard error. */
void command_note(const char *line);

/* command_fail for a sentence that is freed. */
int command_fail_free(char *problem);

/* The library that the options ask for, scanned; NULL after having told why not. */
Library *command_library(const Call *call);

/* The same, but scanned only where that may fail: for what has a screen to paint first, or may need one file alone. */
Library *command_library_later(const Call *call);

/* Whether all its folders can be read, those that are not there aside; each that cannot is told. */
bool command_folders(const Library *library);

/* Appends all problems of a file to standard error, with colour on a terminal. */
void command_print_diags(const LibraryEntry *entry);

/* A routine that loads, by id or path; NULL after having told what is wrong, and of one with errors `what_not`: what was
 * not done with it, or what to do. */
LibraryEntry *command_routine(Library *library, const char *name, const char *what_not);

/* Follows a routine that was loaded, as `play` does but as long as it is. Frees the library. */
int command_follow(const Call *call, Library *library, LibraryEntry *entry);

#endif
