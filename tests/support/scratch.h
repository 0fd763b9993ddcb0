/* SPDX-License-Identifier: MIT */
/* A test's own folder and the files in it, which are named by their paths from there. */
#ifndef SUPPORT_SCRATCH_H
#define SUPPORT_SCRATCH_H

#include <sys/stat.h>

#include <stddef.h>

#include "base/macros.h"

extern char scratch_folder[100];

/* Where temporary folders are made: TMPDIR; else in memory, where the system has a folder for that (the thousands of synced
 * writes take a minute on a disk); else /tmp. */
const char *scratch_parent(void);

void scratch_make(void);
void scratch_make_home(void);       /* and it is XDG_CONFIG_HOME and XDG_DATA_HOME */
void scratch_make_usual_home(void); /* with settings for which a first week is as any other */
void scratch_remove(void);

char *scratch_path(const char *name);                     /* to free() */
void scratch_set(const char *variable, const char *name); /* an environment variable, to that path */

void scratch_put(const char *name, const char *text);                            /* the folders above it too */
void scratch_print(const char *name, const char *format, ...) PRINTF_LIKE(2, 3); /* the same, a short text */
void scratch_make_folder(const char *name);                                      /* and those above it */
void scratch_set_mode(const char *name, mode_t mode);
void scratch_take_away(const char *name); /* a file, or a folder with nothing in it */

char *scratch_text(const char *name);                      /* to free(); NULL where there is no such file */
void scratch_expect(const char *name, const char *wanted); /* that text; NULL: no such file */
void scratch_expect_part(const char *name, const char *wanted);
size_t scratch_count(const char *folder, const char *ending); /* the files in it that end so */

#endif
