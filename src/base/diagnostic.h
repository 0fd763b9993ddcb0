/* SPDX-License-Identifier: MIT */
/* Diagnostics: where, how bad, what, and what to do. They are collected while a file is read and printed as a good
 * compiler does (doc/routine-format.md, "What is wrong with a file"). */
#ifndef BASE_DIAGNOSTIC_H
#define BASE_DIAGNOSTIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macros.h"
#include "base/text.h"

enum { DIAGNOSTIC_LIMIT = 50 }; /* problems kept for one file; the rest are only counted */

typedef struct Mark {
    uint32_t line, column; /* from 1, in characters; 0 is "not known" */
    uint32_t length;       /* characters to underline on that line, at least 1 where the place is known */
} Mark;

typedef enum Severity { SEVERITY_ERROR, SEVERITY_WARNING } Severity;

typedef struct Diagnostic {
    Mark mark;
    Severity severity;
    char *message;
    char *hint; /* NULL where there is none */
} Diagnostic;

/* The problems of one file. Zeroed it is empty; `file` is a copy of the name that is printed. */
typedef struct DiagnosticList {
    char *file;
    Diagnostic *items;
    size_t count, capacity;
    size_t errors, warnings; /* all that were reported, kept or not */
    bool hint_fits;          /* the problem that was added last is still there */
} DiagnosticList;

void diagnostic_init(DiagnosticList *list, const char *file);
void diagnostic_release(DiagnosticList *list);

/* Adds a problem. diagnostic_error always returns false, so that a failure is one line: return diagnostic_error(...). */
bool diagnostic_error(DiagnosticList *list, Mark mark, const char *format, ...) PRINTF_LIKE(3, 4);
void diagnostic_warning(DiagnosticList *list, Mark mark, const char *format, ...) PRINTF_LIKE(3, 4);

/* Gives the problem that was added last its hint; nothing where that one was over the limit. */
void diagnostic_hint(DiagnosticList *list, const char *format, ...) PRINTF_LIKE(2, 3);

/* Whether another problem would still be kept: where not, its message and hint need no work. */
bool diagnostic_wants(const DiagnosticList *list);

/* In the order of the file; stable; the same said twice of one place stands once. When more than DIAGNOSTIC_LIMIT came, those
 * earliest in the file are the ones kept, of the first that were told. */
void diagnostic_sort(DiagnosticList *list);

/* Every warning becomes an error (`--strict`). */
void diagnostic_make_strict(DiagnosticList *list);

/* One line without place or file: the first error, or the first warning, or NULL. Borrowed. */
const char *diagnostic_first(const DiagnosticList *list);

/* Appends one problem with its line: "line 7: unknown area 'claves' (did you mean 'calves'?)". */
void diagnostic_words(Text *into, const Diagnostic *diag);

/* The place of a byte in a text, as libyaml counts: a line ends with LF, CR LF, CR, U+0085, U+2028 or U+2029. */
Mark diagnostic_mark_at(const char *source, size_t length, size_t offset);

/* Appends all problems with source line and caret. `source` is the file's text, or NULL where it could not be read.
 * A long line is shown as the part around the mark. With colour: bold and red or yellow by SGR sequences. */
void diagnostic_print(const DiagnosticList *list, const char *source, size_t length, bool colour, Text *into);

#endif
