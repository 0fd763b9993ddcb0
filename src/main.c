/* SPDX-License-Identifier: MIT */
#include "cli/command.h"
#include "cli/locale.h"

int main(int argc, char **argv)
{
    locale_start();
    return command_main(argc, argv);
}
