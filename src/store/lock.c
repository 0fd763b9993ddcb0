/* SPDX-License-Identifier: MIT */
#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"

/* A lock of the open file, not of the process, so that closing another descriptor cannot lose it. The numbers are the
 * kernel's; the C library shows them only with _GNU_SOURCE. */
#if defined(__linux__) && !defined(F_OFD_SETLK)
#define F_OFD_GETLK 36
#define F_OFD_SETLK 37
#endif
#if defined(F_OFD_SETLK)
enum { ASK = F_OFD_GETLK, SET = F_OFD_SETLK };
#else
enum { ASK = F_GETLK, SET = F_SETLK };
#endif

void lock_init(SessionLocks *locks, const char *records)
{
    *locks = (SessionLocks){.path = memory_print("%s.lock", records), .file = -1};
}

void lock_release(SessionLocks *locks)
{
    if (locks->file >= 0)
        close(locks->file);
    free(locks->path);
    *locks = (SessionLocks){.file = -1};
}

static bool is_open(SessionLocks *locks)
{
    if (locks->file < 0 && locks->path)
        locks->file = open(locks->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
    return locks->file >= 0;
}

static struct flock one_byte(int64_t byte, short type)
{
    return (struct flock){.l_type = type, .l_whence = SEEK_SET, .l_start = (off_t)byte, .l_len = 1};
}

bool lock_take(SessionLocks *locks, int64_t byte)
{
    struct flock lock = one_byte(byte, F_WRLCK);
    return !is_open(locks) || fcntl(locks->file, SET, &lock) == 0 || (errno != EAGAIN && errno != EACCES);
}

void lock_give_back(SessionLocks *locks, int64_t byte)
{
    struct flock lock = one_byte(byte, F_UNLCK);
    if (locks->file >= 0)
        fcntl(locks->file, SET, &lock);
}

bool lock_is_taken(SessionLocks *locks, int64_t byte)
{
    struct flock lock = one_byte(byte, F_WRLCK);
    return is_open(locks) && fcntl(locks->file, ASK, &lock) == 0 && lock.l_type != F_UNLCK;
}
