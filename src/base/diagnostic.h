/* SPDX-License-Identifier: MIT */
/* Diagnostics: a place in a file, a severity, a message and a hint. They are collected while a file is read and then
 * printed in the style of a compiler (doc/routine-format.md, "What is wrong with a file"). */
#ifndef BASE_DIAGNOSTIC_H
#define BASE_DIAGNOSTIC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/macros.h"
#include "base/text.h"

enum { DIAGNOSTIC_LIMIT = 50 }; /* problems kept for one file; further ones are only counted */

typedef struct Mark {
    uint32_t line, column; /* from 1, in characters; 0: not known */
    uint32_t length;       /* characters to underline on that line, at least 1 if the place is known */
} Mark;

typedef enum Severity { SEVERITY_ERROR, SEVERITY_WARNING } Severity;

typedef struct Diagnostic {
    Mark mark;
    Severity severity;
    char *message;
    char *hint; /* NULL: no hint */
} Diagnostic;

/* The problems of one file. A zeroed list is empty. `file` is the name to print, a copy owned by the list; NULL:
 * none. */
typedef struct DiagnosticList {
    char *file;
    Diagnostic *items;
    size_t count, capacity;
    size_t errors, warnings; /* all that were reported, kept or not; repeated ones count once after diagnostic_sort */
    bool hint_fits;          /* the last problem reported was kept, so it can get a hint */
} DiagnosticList;

void diagnostic_init(DiagnosticList *list, const char *file);
void diagnostic_release(DiagnosticList *list);

/* Adds a problem. diagnostic_error always returns false, so that a reader can fail in one line: return
 * diagnostic_error(...). */
bool diagnostic_error(DiagnosticList *list, Mark mark, const char *format, ...) PRINTF_LIKE(3, 4);
void diagnostic_warning(DiagnosticList *list, Mark mark, const char *format, ...) PRINTF_LIKE(3, 4);

/* Sets the hint of the problem that was reported last. Does nothing if that problem was not kept. */
void diagnostic_hint(DiagnosticList *list, const char *format, ...) PRINTF_LIKE(2, 3);

/* Whether another problem would still be kept: where not, its message and hint need no work. */
bool diagnostic_wants(const DiagnosticList *list);

/* In the order of the file; stable; the same said twice of one place stands once. When more than DIAGNOSTIC_LIMIT
 * came, those earliest in the file are the ones kept, of the first that were told. */
void diagnostic_sort(DiagnosticList *list);

/* Turns every warning into an error (`--strict`). */
void diagnostic_make_strict(DiagnosticList *list);

/* The message alone, without file or place, of the first error; if there is no error, of the first problem; NULL if the
 * list is empty. Borrowed. */
const char *diagnostic_first(const DiagnosticList *list);

/* Appends one problem on one line, with its line number and hint: "line 7: unknown area 'claves' (did you mean
 * 'calves'?)". */
void diagnostic_words(Text *into, const Diagnostic *diag);

/* The place of the byte at `offset`, counted as libyaml counts: a line ends with LF, CR LF, CR, U+0085, U+2028 or
 * U+2029. */
Mark diagnostic_mark_at(const char *source, size_t length, size_t offset);

/* Appends all problems, each with its source line and a caret. `source` is the text of the file; NULL: unreadable, so
 * no source lines. Of a long line only the part around the mark is shown. `colour` adds SGR sequences: bold, red for
 * errors, yellow for warnings. */
void diagnostic_print(const DiagnosticList *list, const char *source, size_t length, bool colour, Text *into);

#endif
