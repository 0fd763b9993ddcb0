/* SPDX-License-Identifier: MIT */
#include "base/locale.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/process.h"

int main(int argc, char **argv)
{
    if (!process_prepare())
        return command_fail("a standard stream is closed, and /dev/null cannot be opened in its place");
    locale_start();
    return commands_run(argc, argv);
}
