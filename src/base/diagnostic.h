/* SPDX-License-Identifier: MIT */
/* Diagnostics: where, how bad, what, and what to do. They are collected while a file is read and printed as a good
 * compiler does (routine-format, "What is wrong with a file"). */
#ifndef BASE_DIAGNOSTIC_H
#define BASE_DIAGNOSTIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macros.h"
#include "base/text.h"

enum { DIAG_LIMIT = 50 }; /* problems kept for one file; the rest are only counted */

typedef struct Mark {
    uint32_t line, column; /* from 1, in characters; 0 is "not known" */
    uint32_t length;       /* characters to underline on that line, at least 1 where the place is known */
} Mark;

typedef enum Severity { SEVERITY_ERROR, SEVERITY_WARNING } Severity;

typedef struct Diag {
    Mark mark;
    Severity severity;
    char *message;
    char *hint; /* NULL where there is none */
} Diag;

/* The problems of one file. Zeroed it is empty; `file` is a copy of the name that is printed. */
typedef struct DiagList {
    char *file;
    Diag *items;
    size_t count, capacity;
    size_t errors, warnings; /* all that were reported, kept or not */
    size_t taken;            /* those that were worth a message at the time */
    Mark last_kept;          /* once problems were thrown away: none behind this place is wanted */
    bool hint_fits;          /* the problem that was added last is still there */
} DiagList;

void diag_init(DiagList *list, const char *file);
void diag_release(DiagList *list);

/* Adds a problem. diag_error always returns false, so that a failure is one line: return diag_error(...). */
bool diag_error(DiagList *list, Mark mark, const char *format, ...) PRINTF_LIKE(3, 4);
void diag_warning(DiagList *list, Mark mark, const char *format, ...) PRINTF_LIKE(3, 4);

/* Gives the problem that was added last its hint; nothing where that one was over the limit. */
void diag_hint(DiagList *list, const char *format, ...) PRINTF_LIKE(2, 3);

/* Whether a problem at that place would still be kept: where not, its message and hint need no work. */
bool diag_wants(const DiagList *list, Mark mark);

/* In the order of the file; stable; the same said twice of one place stands once. When more than DIAG_LIMIT came, those
 * earliest in the file are the ones kept. */
void diag_sort(DiagList *list);

/* Every warning becomes an error (`--strict`). */
void diag_make_strict(DiagList *list);

/* One line without place or file: the first error, or the first warning, or NULL. Borrowed. */
const char *diag_first(const DiagList *list);

/* The place of a byte in a text, as libyaml counts: a line ends with LF, CR LF, CR, U+0085, U+2028 or U+2029. */
Mark diag_mark_at(const char *source, size_t length, size_t offset);

/* Appends all problems with source line and caret. `source` is the file's text, or NULL where it could not be read.
 * A long line is shown as the part around the mark. With colour: bold and red or yellow by SGR sequences. */
void diag_print(const DiagList *list, const char *source, size_t length, bool colour, Text *into);

#endif
