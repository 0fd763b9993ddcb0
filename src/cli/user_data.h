/* SPDX-License-Identifier: MIT */
/* The settings and the records of the person at the command line. */
#ifndef CLI_USER_DATA_H
#define CLI_USER_DATA_H

#include <stdint.h>

#include "routine/library.h"
#include "settings/settings.h"
#include "store/store.h"

/* Reads them into zeroed settings; what is wrong with the file is told on standard error, and the rest of it holds. With
 * a library that was scanned, so are tools that no move there knows. */
void user_data_read(Settings *settings, Library *library);

/* Reads a file of settings for its problems alone. *source is what diags speak of, to free(). */
void user_data_check(const char *path, Library *library, DiagnosticList *diags, char **source, size_t *length);

/* The records, for store_close; NULL where there are none yet: a look alone does not make them. Trouble is told. */
Store *user_data_records(int64_t now_s);

#endif
