/* SPDX-License-Identifier: MIT */
/* Stands between a program and the system (LD_PRELOAD) and has one call of one kind fail, or all from that one on.
 *
 *     FAULT="KIND NUMBER ERRNO once"     or "... always"; the first call is number 1
 *     FAULT_MARK=FILE                    is made when it has failed, so that whoever goes through the calls knows the last
 *
 * A terminal is never the one that fails: what is looked at there is what the program makes of the rest. Each look at a
 * clock that does not go back takes a fifth of a second, so that between two keys something was held. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

typedef enum Kind { KIND_READ, KIND_WRITE, KIND_OPEN, KIND_SYNC, KIND_RENAME, KIND_LOCK, KIND_COUNT } Kind;

static const char *const kind_names[KIND_COUNT] = {"read", "write", "open", "sync", "rename", "lock"};

static struct {
    bool is_read, is_marked, is_for_good;
    int kind, code;
    long number, count;
} fault;

/* The same names with what the compiler has them checked by. */
ssize_t __read_chk(int file, void *bytes, size_t length, size_t size);
ssize_t __pread_chk(int file, void *bytes, size_t length, off_t at, size_t size);
ssize_t __pread64_chk(int file, void *bytes, size_t length, off64_t at, size_t size);
int __open_2(const char *path, int flags);
int __open64_2(const char *path, int flags);

#define REAL(function)                                                                                                 \
    static __typeof__(&function) real;                                                                                 \
    if (!real)                                                                                                         \
    *(void **)&real = dlsym(RTLD_NEXT, #function)

static void read_wish(void)
{
    char kind[16] = "", how[16] = "";
    const char *wish = getenv("FAULT");
    fault.is_read = true;
    fault.kind = KIND_COUNT;
    if (!wish || sscanf(wish, "%15s %ld %d %15s", kind, &fault.number, &fault.code, how) != 4)
        return;
    fault.is_for_good = strcmp(how, "always") == 0;
    for (int i = 0; i < KIND_COUNT; i++)
        if (strcmp(kind, kind_names[i]) == 0)
            fault.kind = i;
}

static int real_open(const char *path, int flags, mode_t mode)
{
    REAL(open);
    return real(path, flags, mode);
}

static void mark(void)
{
    const char *path = getenv("FAULT_MARK");
    const int file = path ? real_open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600) : -1;
    fault.is_marked = true;
    if (file >= 0)
        close(file);
}

/* Whether this call is one that fails; errno is set then. */
static bool fails(Kind kind)
{
    if (!fault.is_read)
        read_wish();
    if (fault.kind != (int)kind)
        return false;
    fault.count++;
    if (fault.count < fault.number || (fault.count > fault.number && !fault.is_for_good))
        return false;
    if (!fault.is_marked)
        mark();
    errno = fault.code;
    return true;
}

static bool fails_on(Kind kind, int file)
{
    const int kept = errno;
    const bool is_terminal = isatty(file);
    errno = kept;
    return !is_terminal && fails(kind);
}

ssize_t read(int file, void *bytes, size_t length)
{
    REAL(read);
    return fails_on(KIND_READ, file) ? -1 : real(file, bytes, length);
}

ssize_t __read_chk(int file, void *bytes, size_t length, size_t size)
{
    (void)size;
    return read(file, bytes, length);
}

ssize_t pread(int file, void *bytes, size_t length, off_t at)
{
    REAL(pread);
    return fails_on(KIND_READ, file) ? -1 : real(file, bytes, length, at);
}

ssize_t pread64(int file, void *bytes, size_t length, off64_t at)
{
    REAL(pread64);
    return fails_on(KIND_READ, file) ? -1 : real(file, bytes, length, at);
}

ssize_t __pread_chk(int file, void *bytes, size_t length, off_t at, size_t size)
{
    (void)size;
    return pread(file, bytes, length, at);
}

ssize_t __pread64_chk(int file, void *bytes, size_t length, off64_t at, size_t size)
{
    (void)size;
    return pread64(file, bytes, length, at);
}

ssize_t write(int file, const void *bytes, size_t length)
{
    REAL(write);
    return fails_on(KIND_WRITE, file) ? -1 : real(file, bytes, length);
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t at)
{
    REAL(pwrite);
    return fails_on(KIND_WRITE, file) ? -1 : real(file, bytes, length, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at)
{
    REAL(pwrite64);
    return fails_on(KIND_WRITE, file) ? -1 : real(file, bytes, length, at);
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    static long looks;
    REAL(clock_gettime);
    const int result = real(clock, now);
    if (result == 0 && clock != CLOCK_REALTIME) {
        looks++;
        now->tv_sec += looks / 5;
    }
    return result;
}

static mode_t mode_of(int flags, va_list arguments)
{
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return fails(KIND_OPEN) ? -1 : real_open(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return fails(KIND_OPEN) ? -1 : real_open(path, flags | O_LARGEFILE, mode);
}

int __open_2(const char *path, int flags)
{
    return open(path, flags);
}

int __open64_2(const char *path, int flags)
{
    return open64(path, flags);
}

/* No power is cut here: what is not told to fail need not wait for a disk. */
int fsync(int file)
{
    (void)file;
    return fails(KIND_SYNC) ? -1 : 0;
}

int fdatasync(int file)
{
    (void)file;
    return fails(KIND_SYNC) ? -1 : 0;
}

int rename(const char *from, const char *to)
{
    REAL(rename);
    return fails(KIND_RENAME) ? -1 : real(from, to);
}

int link(const char *from, const char *to)
{
    REAL(link);
    return fails(KIND_RENAME) ? -1 : real(from, to);
}

int unlink(const char *path)
{
    REAL(unlink);
    return fails(KIND_RENAME) ? -1 : real(path);
}

static bool is_lock(int command)
{
    return command == F_SETLK || command == F_SETLKW || command == F_GETLK || command == F_OFD_SETLK ||
           command == F_OFD_SETLKW || command == F_OFD_GETLK;
}

/* The third argument is passed on as it came, whatever it is. */
int fcntl(int file, int command, ...)
{
    va_list arguments;
    va_start(arguments, command);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    REAL(fcntl);
    return is_lock(command) && fails(KIND_LOCK) ? -1 : real(file, command, argument);
}

int fcntl64(int file, int command, ...)
{
    va_list arguments;
    va_start(arguments, command);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    REAL(fcntl64);
    return is_lock(command) && fails(KIND_LOCK) ? -1 : real(file, command, argument);
}
