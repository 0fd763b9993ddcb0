/* SPDX-License-Identifier: MIT */
/* What a command works with: its part of the command line, and from there the library, the settings, the tools and the
 * records. What is wrong with any of them is printed on standard error. */
#ifndef CLI_CONTEXT_H
#define CLI_CONTEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "cli/option.h"
#include "routine/library.h"
#include "settings/settings.h"
#include "store/store.h"

typedef struct Context {
    const Options *options;
    const char *const *arguments; /* without the command's own name */
    int count;
    const char *program_dir; /* NULL where it cannot be known */
} Context;

/* The library that the options ask for, scanned. NULL where it cannot be read: the reason is printed. */
Library *context_library(const Context *context);

/* The same, but scanned only where that may fail: for what has a screen to paint first, or may need one file alone. */
Library *context_library_later(const Context *context);

/* Whether all its folders can be read; folders that do not exist do not count. Prints each that cannot. */
bool context_folders(const Library *library);

/* A routine that loads, by id or path. NULL where there is none, or it has errors: they are printed, and then `what_not`,
 * which says what was not done with it, or what to do. */
LibraryEntry *context_routine(Library *library, const char *name, const char *what_not);

/* Reads the person's settings into zeroed ones. Prints what is wrong with the file; the rest of it holds. With a library
 * that was scanned, also prints which tools no move there uses. */
void context_settings(Settings *settings, Library *library);

/* Reads a file of settings only to find its problems. *source is its text, which `diags` refer to; to free(). */
void context_check_settings(const char *path, Library *library, DiagnosticList *diags, char **source, size_t *length);

/* The records, to be closed with store_close. NULL where there are none yet: reading does not create them. Prints what is
 * wrong with them. */
Store *context_records(int64_t now_s);

/* The tools at hand: what --tool says; where it was not given, what the settings say. */
ToolsAtHand context_tools(const Options *options, const Settings *settings);

/* Whether moves use every tool that --tool names. False where none uses one of them: prints the first such tool, and which
 * one was probably meant. */
bool context_check_tools(const Options *options, Library *library);

#endif
