/* SPDX-License-Identifier: MIT */
#include "cli/made_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/output.h"
#include "cli/print.h"

enum { KNOWN_BYTES_MOST = 1 << 24 };

/* Whether nothing stands at the path, or such a file. */
static bool may_replace(const char *path, const char *mark)
{
    char *bytes = NULL;
    size_t length = 0;
    const FileResult result = file_read(path, KNOWN_BYTES_MOST, &bytes, &length);
    const bool is_made = result == FILE_READ && strncmp(bytes, mark, strlen(mark)) == 0;
    free(bytes);
    return result == FILE_MISSING || is_made;
}

int made_file_write(const char *path, const char *mark, const char *kind, const Text *bytes)
{
    if (strcmp(path, "-") == 0)
        return output_data(bytes->bytes, bytes->length) ? EXIT_FINE : print_failure("cannot write to standard output");
    if (!may_replace(path, mark))
        return print_failure("%s is not a %s that knead made, so it is left as it is; choose another name", path, kind);
    if (!file_write(path, bytes->bytes, bytes->length))
        return print_failure("cannot write %s: %s", path, strerror(errno));
    return EXIT_FINE;
}
