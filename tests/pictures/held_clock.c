/* SPDX-License-Identifier: MIT */
#include "pictures/held_clock.h"

#include <check.h>
#include <fcntl.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/scratch.h"

enum { STEP_MS = 100 };

static const char *environment[5];
static char *rows[3];

HeldClock *held_clock_new(void)
{
    char *path = scratch_path("clock");
    const int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    ck_assert_int_eq(ftruncate(file, sizeof(HeldClock)), 0);
    void *shared = mmap(NULL, sizeof(HeldClock), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ck_assert(shared != MAP_FAILED);
    close(file);
    const char *shim = getenv("PICTURES_SHIM"), *program = getenv("KNEAD_PROGRAM");
    ck_assert_msg(shim && program, "PICTURES_SHIM and KNEAD_PROGRAM are not set; see `make pictures`");
    const char *name = strrchr(program, '/');
    rows[0] = memory_print("LD_PRELOAD=%s", shim);
    rows[1] = memory_print("HELD_CLOCK=%s", path);
    rows[2] = memory_print("PATH=%.*s:%s", name ? (int)(name - program) : 1, name ? program : ".", getenv("PATH"));
    const char *const all[] = {"COLORFGBG=15;0", rows[0], rows[1], rows[2], NULL};
    memcpy(environment, all, sizeof all);
    free(path);
    return shared;
}

void held_clock_release(HeldClock *clock)
{
    munmap(clock, sizeof *clock);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        free(rows[i]);
}

const char *const *held_clock_env(void)
{
    return environment;
}

static void wait_for_rest(HeldClock *clock, Pty *pty)
{
    const time_t deadline = time(NULL) + PTY_DEADLINE_MS / 1000;
    const unsigned asked = atomic_fetch_add(&clock->asked, 1) + 1;
    while (atomic_load(&clock->rested) != asked) {
        ck_assert_msg(time(NULL) <= deadline && !pty_has_ended(pty), "knead does not come to rest\n%s",
                      pty_screen(pty));
        sched_yield();
    }
}

void held_clock_add(HeldClock *clock, Pty *pty, int ms)
{
    wait_for_rest(clock, pty);
    for (int left_ms = ms; left_ms > 0; left_ms -= STEP_MS) {
        atomic_fetch_add(&clock->now_ns, (int64_t)MIN_OF(left_ms, (int)STEP_MS) * 1000000);
        wait_for_rest(clock, pty);
    }
}
