/* SPDX-License-Identifier: MIT */
#include "base/file_stamp.h"

#include <sys/stat.h>
#include <time.h>

static const int64_t second_ns = 1000000000;
static const int64_t young_ns = 20000000; /* a system's clock for files may stand still for half of that */

static int64_t in_ns(struct timespec time)
{
    return (int64_t)time.tv_sec * second_ns + time.tv_nsec;
}

static bool is_young(int64_t changed_ns)
{
    struct timespec now;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0)
        return true;
    const int64_t age_ns = in_ns(now) - changed_ns;
    return age_ns < young_ns && age_ns > -young_ns;
}

static FileStamp make(const struct stat *status)
{
#if defined(__APPLE__)
    const int64_t changed_ns = in_ns(status->st_ctimespec);
#else
    const int64_t changed_ns = in_ns(status->st_ctim);
#endif
    return (FileStamp){changed_ns, (int64_t)status->st_size, (uint64_t)status->st_ino, (uint64_t)status->st_dev,
                       is_young(changed_ns)};
}

FileStamp file_stamp_of(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? make(&status) : (FileStamp){0};
}

FileStamp file_stamp_of_descriptor(int descriptor)
{
    struct stat status;
    return fstat(descriptor, &status) == 0 ? make(&status) : (FileStamp){0};
}

bool file_stamp_is_same(const FileStamp *before, const FileStamp *now)
{
    return !before->is_young && before->changed_ns == now->changed_ns && before->size == now->size &&
           before->number == now->number && before->device == now->device;
}
