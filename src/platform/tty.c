/* SPDX-License-Identifier: MIT */
#include "platform/tty.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/fatal.h"
#include "base/macros.h"

enum { FAREWELL_SIZE = 256, CRASH_STACK_SIZE = 16384, COLUMNS_MOST = 10000, BASE_TEN = 10 };

static const int crashes[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTRAP, SIGSYS};

/* Of the process, as terminal and signals are: a handler can be given nothing else. */
static struct {
    volatile sig_atomic_t is_taken, farewell_length;
    int descriptor;
    bool is_guarded;
    struct termios found;
    char farewell[FAREWELL_SIZE];
    struct sigaction before[ARRAY_LEN(crashes)];
    char stack[CRASH_STACK_SIZE];
} tty;

/* Only calls that a signal handler may make. */
void tty_give_back(void)
{
    const int kept = errno;
    if (tty.farewell_length > 0) {
        const size_t length = (size_t)tty.farewell_length;
        tty.farewell_length = 0;
        while (write(STDOUT_FILENO, tty.farewell, length) < 0 && errno == EINTR)
            continue;
    }
    if (tty.is_taken) {
        tty.is_taken = 0;
        tcsetattr(tty.descriptor, TCSANOW, &tty.found);
    }
    errno = kept;
}

/* Gives back, then lets the signal do what it would have done. */
static void crash(int number)
{
    tty_give_back();
    for (size_t i = 0; i < ARRAY_LEN(crashes); i++) {
        if (crashes[i] == number)
            sigaction(number, &tty.before[i], NULL);
    }
    raise(number);
}

/* On a stack of its own, for a crash may be a stack that is used up. */
static void guard(void)
{
    if (tty.is_guarded)
        return;
    tty.is_guarded = true;
    sigaltstack(&(stack_t){.ss_sp = tty.stack, .ss_size = sizeof tty.stack}, NULL);
    struct sigaction action = {.sa_handler = crash, .sa_flags = SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < ARRAY_LEN(crashes); i++)
        sigaction(crashes[i], &action, &tty.before[i]);
    fatal_set_hook(tty_give_back);
}

bool tty_take(int descriptor, bool is_screen)
{
    if (tty.is_taken)
        return true;
    if ((!is_screen && tcgetpgrp(descriptor) != getpgrp()) || tcgetattr(descriptor, &tty.found) != 0)
        return false;
    struct termios keys = tty.found;
    keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL);
    keys.c_lflag |= ISIG;
    keys.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON);
    if (is_screen)
        keys.c_oflag &= ~(tcflag_t)OPOST;
    keys.c_cc[VMIN] = 0; /* read() never blocks: an interrupt discards keys that poll() has reported */
    keys.c_cc[VTIME] = 0;
    tty.descriptor = descriptor;
    guard();
    if (tcsetattr(descriptor, TCSANOW, &keys) != 0)
        return false;
    tty.is_taken = 1;
    return true;
}

void tty_set_farewell(const char *bytes, size_t length)
{
    tty.farewell_length = 0;
    if (length <= sizeof tty.farewell) {
        memcpy(tty.farewell, bytes, length);
        tty.farewell_length = (sig_atomic_t)length;
    }
}

int tty_columns(void)
{
    const char *said = getenv("COLUMNS");
    char *end = NULL;
    const long columns = said ? strtol(said, &end, BASE_TEN) : 0;
    struct winsize size = {0};
    if (columns >= 1 && columns <= COLUMNS_MOST && *end == '\0')
        return (int)columns;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool tty_is_remote(void)
{
    static const char *const names[] = {"SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return true;
    }
    return false;
}
