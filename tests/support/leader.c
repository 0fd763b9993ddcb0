/* SPDX-License-Identifier: MIT */
#include "support/leader.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__APPLE__) || defined(__OpenBSD__) || defined(__NetBSD__)
#include <util.h>
#elif defined(__FreeBSD__)
#include <libutil.h>
#else
#include <utmp.h>
#endif

#include "base/macros.h"
#include "base/memory.h"

static volatile sig_atomic_t group;

static void pass_on(int number)
{
    if (group > 0)
        kill(-(pid_t)group, number);
}

/* As a shell does that puts its job into the background, or out of it: only this process may. */
static void give_terminal(int number)
{
    const int kept = errno;
    tcsetpgrp(STDIN_FILENO, number == SIGUSR1 ? getpgrp() : (pid_t)group);
    errno = kept;
}

/* Lists that are NULL are empty. */
static size_t count_texts(const char *const *texts)
{
    size_t count = 0;
    while (texts != NULL && texts[count] != NULL)
        count++;
    return count;
}

static void set_environment(const LeaderJob *job)
{
    static const char *const unwanted[] = {"LINES", "COLUMNS", "NO_COLOR", "COLORTERM", "TERMINFO"};
    for (size_t i = 0; i < ARRAY_LEN(unwanted); i++)
        unsetenv(unwanted[i]);
    setenv("TERM", job->term, 1);
    for (size_t i = 0, count = count_texts(job->env); i < count; i++) {
        char *name = memory_copy_text(job->env[i]);
        char *equals = strchr(name, '=');
        if (equals == NULL) {
            unsetenv(name);
        } else {
            *equals = '\0';
            setenv(name, equals + 1, 1);
        }
        free(name);
    }
}

static noreturn void run_program(const LeaderJob *job)
{
    size_t count = count_texts(job->arguments);
    char **argv = memory_new((count + 2) * sizeof *argv);
    argv[0] = memory_copy_text(job->program);
    for (size_t i = 0; i < count; i++)
        argv[i + 1] = memory_copy_text(job->arguments[i]);
    set_environment(job);

    sigset_t stop_by_output;
    sigemptyset(&stop_by_output);
    sigaddset(&stop_by_output, SIGTTOU);
    setpgid(0, 0);
    sigprocmask(SIG_BLOCK, &stop_by_output, NULL); /* else taking the foreground would stop us */
    tcsetpgrp(STDIN_FILENO, getpid());
    sigprocmask(SIG_UNBLOCK, &stop_by_output, NULL);
    execvp(argv[0], argv);
    _exit(127);
}

static void report(int socket, int value)
{
    if (write(socket, &value, sizeof value) != (ssize_t)sizeof value)
        _exit(1);
}

/* Waits until nobody holds the other end any more. */
static void wait_for_end_of(int descriptor)
{
    char nothing;
    ssize_t length;
    do
        length = read(descriptor, &nothing, 1);
    while (length > 0 || (length < 0 && errno == EINTR));
    close(descriptor);
}

void leader_run(int slave, int socket, const LeaderJob *job)
{
    login_tty(slave);
    struct sigaction action = {.sa_handler = pass_on};
    sigaction(SIGHUP, &action, NULL);
    action.sa_handler = give_terminal;
    sigaddset(&action.sa_mask, SIGTTOU); /* else giving it would stop us */
    sigaction(SIGUSR1, &action, NULL);
    sigaction(SIGUSR2, &action, NULL);
    int begun[2]; /* closed by exec: from then on keys and signals find the program, in the foreground */
    if (pipe(begun) != 0 || fcntl(begun[1], F_SETFD, FD_CLOEXEC) != 0)
        _exit(1);
    pid_t pid = fork();
    if (pid == 0) {
        close(begun[0]);
        run_program(job);
    }
    close(begun[1]);
    wait_for_end_of(begun[0]);
    group = (sig_atomic_t)pid;
    report(socket, (int)pid);
    for (int status = 0;;) {
        if (waitpid(pid, &status, WUNTRACED) < 0) {
            if (errno == EINTR)
                continue;
            _exit(1);
        }
        if (!WIFSTOPPED(status))
            for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++)
                close(i); /* so that the test sees the end of the output */
        report(socket, status);
        if (!WIFSTOPPED(status))
            break;
    }
    group = 0;
    wait_for_end_of(socket); /* stays until the test is done: where the leader goes, the terminal goes */
    _exit(0);
}
