/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>

#include "base/locale.h"
#include "cli/commands.h"
#include "cli/print.h"

/* What a program is given at its start and cannot rely on. */

/* Before any file is opened: a standard stream that is closed is the null device, so that no file takes its place
 * and is written into; and a limit on the size of files is an error like a full disk (EFBIG), not the end. False where
 * there is no null device to be had. */
static bool process_prepare(void)
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

int main(int argc, char **argv)
{
    if (!process_prepare())
        return print_failure("a standard stream is closed, and /dev/null cannot be opened in its place");
    locale_start();
    return commands_run(argc, argv);
}
