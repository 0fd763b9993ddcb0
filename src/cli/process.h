/* SPDX-License-Identifier: MIT */
/* What a program is given at its start and cannot rely on. */
#ifndef CLI_PROCESS_H
#define CLI_PROCESS_H

#include <stdbool.h>

/* Before any file is opened: a standard stream that is closed is the null device, so that no file takes its place and is
 * written into; and a limit on the size of files is an error like a full disk (EFBIG), not the end. False where there is
 * no null device to be had. */
bool process_prepare(void);

#endif
