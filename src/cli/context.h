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
    const char *program_dir;               /* NULL where it cannot be known */
    const struct Command *const *commands; /* all, for those that tell of others */
    size_t command_count;
} Context;

/* The library that the options ask for, scanned. NULL where it cannot be read: the reason is printed. */
Library *context_library(const Context *context);

/* The same, but scans only if --routines was given, since only that can fail. For commands that show a screen first, or
 * may need only one file. */
Library *context_library_later(const Context *context);

/* Whether all folders of the library can be read; missing folders do not count. Prints each folder that cannot be
 * read. */
bool context_folders(const Library *library);

/* Finds and loads a routine by its id or path. NULL if there is none or it has errors; the errors are printed, followed
 * by `what_not`, which says what was not done, or what to do. */
LibraryEntry *context_routine(Library *library, const char *name, const char *what_not);

/* Reads the person's settings into `settings`, which must be all zero. Prints what is wrong with the file; its other
 * settings still count. With a library that was scanned, also prints which tools no move uses. */
void context_settings(Settings *settings, Library *library);

/* The same from that file, but adds what is wrong to `diags` and prints nothing. *source is its text, which `diags`
 * refer to; to free(). */
void context_load_settings(Settings *settings, const char *path, Library *library, DiagnosticList *diags, char **source,
                           size_t *length);

/* Reads a file of settings only to find its problems. *source is as above. */
void context_check_settings(const char *path, Library *library, DiagnosticList *diags, char **source, size_t *length);

/* Opens the records, and takes in the journals of other machines; close them with store_close. NULL if there are none
 * yet and no journal is there: reading does not create them. Prints what is wrong with them and with the journals. */
Store *context_records(int64_t now_s);

/* The same to change them: creates them. NULL if they cannot be written; the reason is printed. Close them with
 * context_close_changed, which also prints what is wrong with the journal. */
Store *context_records_to_change(int64_t now_s);
void context_close_changed(Store *store);

/* Says that the records could be opened but not read, and why. Returns the exit status. */
int context_records_unread(const Store *store);

/* The tools at hand: those of --tool or, if it was not given, those of the settings. Borrowed. */
ToolsAtHand context_tools(const Options *options, const Settings *settings);

/* Whether each tool of --tool is used by some move. If not: prints the first tool that is not, and which one was
 * probably meant. */
bool context_check_tools(const Options *options, Library *library);

#endif
