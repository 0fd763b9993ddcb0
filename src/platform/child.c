/* SPDX-License-Identifier: MIT */
#include "platform/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"

extern char **environ;

/* So high that none of them is a stream, nor the number that the end has in the child. */
enum { CHILD_END = 3, LEAST_DESCRIPTOR = 10 };

void child_init(Child *child)
{
    *child = (Child){.end = -1};
}

static void close_one(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

static void close_pipe(int ends[2])
{
    close_one(&ends[0]);
    close_one(&ends[1]);
}

/* Neither end waits, and neither is open in a child unless it is given to it. */
static bool make_pipe(int ends[2])
{
    int low[2];
    if (pipe(low) != 0)
        return false;
    for (size_t i = 0; i < 2; i++) {
        ends[i] = fcntl(low[i], F_DUPFD_CLOEXEC, LEAST_DESCRIPTOR);
        close(low[i]);
    }
    if (ends[0] >= 0 && ends[1] >= 0)
        return true;
    close_pipe(ends);
    return false;
}

static void set_not_waiting(int descriptor)
{
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

static void set_streams(posix_spawn_file_actions_t *actions, int input, int end)
{
    if (input >= 0)
        posix_spawn_file_actions_adddup2(actions, input, STDIN_FILENO);
    else
        posix_spawn_file_actions_addopen(actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(actions, STDOUT_FILENO, STDERR_FILENO);
    posix_spawn_file_actions_adddup2(actions, end, CHILD_END);
}

/* Signals that are caught or ignored here have their usual effect there. */
static void set_attributes(posix_spawnattr_t *attributes)
{
    sigset_t usual, blocked;
    sigfillset(&usual);
    sigdelset(&usual, SIGKILL); /* some systems refuse the whole set for these two */
    sigdelset(&usual, SIGSTOP);
    sigemptyset(&blocked);
    posix_spawnattr_setsigdefault(attributes, &usual);
    posix_spawnattr_setsigmask(attributes, &blocked);
    posix_spawnattr_setpgroup(attributes, 0);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
}

/* Returns 0, or why it could not be started, as errno has it. */
static int spawn(pid_t *pid, char *const *arguments, int input, int end)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    set_streams(&actions, input, end);
    set_attributes(&attributes);
    const int why = posix_spawnp(pid, arguments[0], &actions, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return why;
}

bool child_start_reading(Child *child, char *const *arguments, int input)
{
    int end[2] = {-1, -1};
    child_stop(child);
    child->status = 0;
    int why = make_pipe(end) ? 0 : errno;
    if (why == 0)
        why = spawn(&child->pid, arguments, input, end[1]);
    if (why == 0) {
        child->end = end[0];
        end[0] = -1;
        set_not_waiting(child->end);
    } else {
        child->pid = 0;
    }
    close_pipe(end);
    errno = why;
    return why == 0;
}

bool child_start(Child *child, char *const *arguments, const char *text)
{
    int input[2] = {-1, -1};
    child_stop(child);
    if (text && !make_pipe(input))
        return false;
    const bool is_started = child_start_reading(child, arguments, input[0]);
    const int why = errno;
    if (is_started && text) {
        set_not_waiting(input[1]);
        if (write(input[1], text, strlen(text)) < 0)
            errno = 0; /* it has ended already, as child_check will say */
    }
    close_pipe(input);
    errno = why;
    return is_started;
}

static void reap_stopped(Child *child)
{
    for (size_t i = 0; i < CHILD_STOPPED_MOST; i++) {
        if (child->stopped[i] > 0 && waitpid(child->stopped[i], NULL, WNOHANG) != 0)
            child->stopped[i] = 0;
    }
}

/* Its number is not given to another process before it is reaped, so that child_stop never meets a stranger. */
ChildState child_check(Child *child)
{
    char byte;
    int status = 0;
    reap_stopped(child);
    if (child->pid <= 0)
        return CHILD_NONE;
    if (child->end >= 0 && read(child->end, &byte, 1) != 0)
        return CHILD_RUNS; /* or something that it started, even if it has ended itself */
    close_one(&child->end);
    const pid_t reaped = waitpid(child->pid, &status, WNOHANG);
    if (reaped == 0)
        return CHILD_RUNS; /* it is about to end, or has closed the pipe, as sudo does */
    child->pid = 0;
    child->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return reaped > 0 && child->status == 0 ? CHILD_ENDED : CHILD_FAILED;
}

void child_stop(Child *child)
{
    if (child->pid > 0) {
        kill(-child->pid, SIGKILL);
        size_t i = 0;
        while (i + 1 < CHILD_STOPPED_MOST && child->stopped[i] > 0)
            i++;
        child->stopped[i] = child->pid;
        child->pid = 0;
        close_one(&child->end);
    }
    reap_stopped(child);
}

/* An alarm stays set. */
void child_become(char *const *arguments, unsigned most_s)
{
    const struct sigaction usual = {.sa_handler = SIG_DFL};
    for (int number = 1; number < NSIG; number++)
        sigaction(number, &usual, NULL);
    alarm(most_s);
    execvp(arguments[0], arguments);
    alarm(0);
}

static bool is_program(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, X_OK) == 0;
}

bool child_is_there(const char *program)
{
    if (strchr(program, '/'))
        return is_program(program);
    const char *folders = getenv("PATH");
    bool is_there = false;
    for (const char *at = folders ? folders : ""; *at && !is_there; at += at[strcspn(at, ":")] == ':' ? 1 : 0) {
        const size_t length = strcspn(at, ":");
        char *path = memory_print("%.*s/%s", (int)length, at, program);
        is_there = is_program(path);
        free(path);
        at += length;
    }
    return is_there;
}
