/* SPDX-License-Identifier: MIT */
#include "support/golden.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/path.h"

enum { GOLDEN_LIMIT = 1 << 22 };

static void write_golden(const char *path, const char *text)
{
    char *folder = path_folder(path);
    path_make_folder(folder);
    free(folder);
    ck_assert_msg(file_write(path, text, strlen(text)), "cannot write %s", path);
}

void golden_check(const char *name, const char *text)
{
    char *path = path_join(TESTS_DIR "/golden", name), *golden = NULL;
    const char *wish = getenv("GOLDEN_WRITE");
    size_t length = 0;
    if (wish && strcmp(wish, "1") == 0) {
        write_golden(path, text);
        free(path);
        return;
    }
    ck_assert_msg(file_read(path, GOLDEN_LIMIT, &golden, &length) == FILE_READ,
                  "%s is missing; run with GOLDEN_WRITE=1 and look it over", path);
    size_t line = 1, start = 0, at = 0;
    for (; golden[at] && golden[at] == text[at]; at++)
        if (golden[at] == '\n') {
            line++;
            start = at + 1;
        }
    bool is_same = golden[at] == text[at];
    ck_assert_msg(is_same, "golden/%s, line %zu\n  is:     %.*s\n  should: %.*s", name, line,
                  (int)strcspn(text + start, "\n"), text + start, (int)strcspn(golden + start, "\n"), golden + start);
    free(golden);
    free(path);
}
