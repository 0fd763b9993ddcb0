/* SPDX-License-Identifier: MIT */
#include "app/discarded.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

#include "app/new_file.h"
#include "base/memory.h"
#include "base/path.h"
#include "platform/clock.h"
#include "routine/template.h"

enum { STAMP_SIZE = 32, MOST_TRIES = 1000 };

/* Where it goes, n-th try; to free(), NULL where nobody says where. */
static char *place_of(const char *id, const char *stamp, int attempt)
{
    char *tidy = template_id(id), *folder = path_data("thrown-away"), *path = NULL;
    const char *name = tidy ? tidy : "routine";
    if (folder && attempt == 0)
        path = memory_print("%s/%s-%s.yaml", folder, name, stamp);
    else if (folder)
        path = memory_print("%s/%s-%s-%d.yaml", folder, name, stamp, attempt + 1);
    free(folder);
    free(tidy);
    return path;
}

char *discarded_put(const char *id, const char *text, size_t length, char **why)
{
    char stamp[STAMP_SIZE] = "", *path = NULL;
    const time_t now = (time_t)clock_unix_s();
    struct tm local;
    if (localtime_r(&now, &local))
        strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", &local);
    bool is_put = false;
    errno = EEXIST;
    for (int attempt = 0; attempt < MOST_TRIES && !is_put && errno == EEXIST; attempt++) {
        free(path);
        path = place_of(id, stamp, attempt);
        if (!path)
            break;
        is_put = new_file_create(path, text, length);
    }
    if (is_put)
        return path;
    *why = path ? new_file_trouble(path, errno) : memory_copy_text("set HOME, or XDG_DATA_HOME");
    free(path);
    return NULL;
}
