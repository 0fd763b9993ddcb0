/* SPDX-License-Identifier: MIT */
/* A test's own folder and the files in it, which are named by their paths from there. */
#ifndef SUPPORT_SCRATCH_H
#define SUPPORT_SCRATCH_H

extern char scratch_folder[64];

void scratch_make(void);
void scratch_remove(void);

char *scratch_path(const char *name);                      /* to free() */
void scratch_set(const char *variable, const char *name);  /* an environment variable, to that path */

void scratch_put(const char *name, const char *text);      /* the folders above it too */
char *scratch_text(const char *name);                      /* to free(); NULL where there is no such file */
void scratch_expect(const char *name, const char *wanted); /* that text; NULL: no such file */
void scratch_expect_part(const char *name, const char *wanted);

#endif
