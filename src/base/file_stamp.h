/* SPDX-License-Identifier: MIT */
/* What a file looks like from outside, to tell whether it may have another text than when it was read. */
#ifndef BASE_FILE_STAMP_H
#define BASE_FILE_STAMP_H

#include <stdbool.h>
#include <stdint.h>

/* Zeroed it is that of no file. */
typedef struct FileStamp {
    int64_t changed_ns; /* of its text, its name or its rights */
    int64_t size;
    uint64_t number, device;
    bool is_young; /* it had only just changed: one more change may have left no trace */
} FileStamp;

/* The stamp of what stands at a path now, or of an open file. To be taken before the file is read. */
FileStamp file_stamp_of(const char *path);
FileStamp file_stamp_of_descriptor(int descriptor);

/* Whether the file is surely still what it was. */
bool file_stamp_is_same(const FileStamp *before, const FileStamp *now);

#endif
