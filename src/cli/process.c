/* SPDX-License-Identifier: MIT */
#include "cli/process.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

bool process_prepare(void)
{
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    sigemptyset(&ignored.sa_mask);
    sigaction(SIGXFSZ, &ignored, NULL);
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        /* The lowest number that is free is taken: the stream's own. */
        if (fcntl(stream, F_GETFD) < 0 && open("/dev/null", O_RDWR) != stream)
            return false;
    }
    return true;
}
