/* SPDX-License-Identifier: MIT */
#include "store/aside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"

enum { NAMES_TRIED = 100 };

/* The name is taken by making it, so that the rename can only replace an empty file of our own. */
static bool reserve(const char *path)
{
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        return false;
    }
    close(file);
    return true;
}

static bool move_one(const char *path, const char *to, const char *suffix)
{
    char *from_name = memory_print("%s%s", path, suffix);
    char *to_name = memory_print("%s%s", to, suffix);
    bool is_moved = access(from_name, F_OK) != 0;
    if (!is_moved && reserve(to_name)) {
        is_moved = rename(from_name, to_name) == 0;
        if (!is_moved) {
            const int why = errno;
            unlink(to_name);
            errno = why;
        }
    }
    free(from_name);
    free(to_name);
    return is_moved;
}

char *aside_put(const char *path, int64_t now_s)
{
    static const char *const companions[] = {"-wal", "-shm"};
    char stamp[32] = "";
    const time_t now = (time_t)now_s;
    struct tm local;
    if (!localtime_r(&now, &local) || strftime(stamp, sizeof(stamp), "%Y%m%d-%H%M%S", &local) == 0) {
        snprintf(stamp, sizeof(stamp), "00000000-000000");
    }
    for (int turn = 1; turn <= NAMES_TRIED; turn++) {
        char *name = turn == 1 ? memory_print("%s.damaged-%s", path, stamp)
                               : memory_print("%s.damaged-%s-%d", path, stamp, turn);
        if (move_one(path, name, "")) {
            for (size_t i = 0; i < ARRAY_LEN(companions); i++) {
                move_one(path, name, companions[i]);
            }
            return name;
        }
        free(name);
        if (errno != EEXIST) {
            return NULL;
        }
    }
    return NULL;
}
