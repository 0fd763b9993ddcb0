/* SPDX-License-Identifier: MIT */
#include "base/fatal.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static void (*fatal_hook)(void);

void fatal_set_hook(void (*give_back)(void))
{
    fatal_hook = give_back;
}

noreturn void fatal(const char *message)
{
    /* Taken away first: a hook that fails itself must not come round again. */
    void (*hook)(void) = fatal_hook;
    fatal_hook = NULL;
    if (hook)
        hook();

    fputs("knead: ", stderr);
    fputs(message, stderr);
    fputc('\n', stderr);
    abort();
}
