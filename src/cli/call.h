/* SPDX-License-Identifier: MIT */
/* What a command is given: its part of the command line, and the library, the settings, the tools and the records that
 * it works on. Whatever is wrong with them is told on standard error. */
#ifndef CLI_CALL_H
#define CLI_CALL_H

#include <stdbool.h>
#include <stdint.h>

#include "cli/option.h"
#include "routine/library.h"
#include "settings/settings.h"
#include "store/store.h"

typedef struct Call {
    const Options *options;
    const char *const *arguments; /* without the command's own name */
    int count;
    const char *program_dir; /* NULL where it cannot be known */
} Call;

/* The library that the options ask for, scanned; NULL after having told why not. */
Library *call_library(const Call *call);

/* The same, but scanned only where that may fail: for what has a screen to paint first, or may need one file alone. */
Library *call_library_later(const Call *call);

/* Whether all its folders can be read, those that are not there aside; each that cannot is told. */
bool call_folders(const Library *library);

/* A routine that loads, by id or path; NULL after having told what is wrong, and of one with errors `what_not`: what was
 * not done with it, or what to do. */
LibraryEntry *call_routine(Library *library, const char *name, const char *what_not);

/* Reads the person's settings into zeroed ones; what is wrong with the file is told, and the rest of it holds. With a
 * library that was scanned, so are tools that no move there knows. */
void call_settings(Settings *settings, Library *library);

/* Reads a file of settings for its problems alone. *source is what diags speak of, to free(). */
void call_check_settings(const char *path, Library *library, DiagnosticList *diags, char **source, size_t *length);

/* The records, for store_close; NULL where there are none yet: a look alone does not make them. Trouble is told. */
Store *call_records(int64_t now_s);

/* The tools at hand: what --tool says; where it was not given, what the settings say. */
ToolsAtHand call_tools(const Options *options, const Settings *settings);

/* Whether moves know every tool that --tool names; false after having told of the first one that none knows, and which
 * was probably meant. */
bool call_check_tools(const Options *options, Library *library);

#endif
