/* SPDX-License-Identifier: MIT */
#include "support/fakes.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "support/scratch.h"

enum { DEADLINE_MS = 20000 };

const char fakes_hangs[] = "exec tail -f /dev/null\n";
const char fakes_fails[] = "exit 1\n";
const char fakes_waits[] = "read line <\"${0%/bin/*}/go\"\n";

static char *usual_path;

/* Pipes with a name. What is logged goes through the first; the second is open in each program while that runs;
 * from the third comes the word to end. */
static int log_pipe = -1, running_pipe = -1, go_pipe = -1;
static Text logged;

static int make_pipe(const char *name, int flags)
{
    char *path = scratch_path(name);
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    const int descriptor = open(path, flags | O_NONBLOCK | O_CLOEXEC);
    ck_assert_int_ge(descriptor, 0);
    free(path);
    return descriptor;
}

void fakes_set_up(void)
{
    static const char *const unset[] = {"SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "SPEECHD_ADDRESS"};
    for (size_t i = 0; i < ARRAY_LEN(unset); i++)
        unsetenv(unset[i]);
    scratch_make_home();
    usual_path = memory_copy_text(getenv("PATH"));
    scratch_make_folder("bin");
    scratch_make_folder("run");
    scratch_set("PATH", "bin");
    scratch_set("XDG_CACHE_HOME", "cache");
    scratch_set("XDG_RUNTIME_DIR", "run");
    log_pipe = make_pipe("log", O_RDWR); /* so that it never ends */
    running_pipe = make_pipe("running", O_RDONLY);
    go_pipe = make_pipe("go", O_RDWR);
}

void fakes_tear_down(void)
{
    setenv("PATH", usual_path, 1);
    free(usual_path);
    close(log_pipe);
    close(running_pipe);
    close(go_pipe);
    text_release(&logged);
    scratch_remove();
}

static void put(const char *name, const char *reads, const char *script)
{
    char *place = memory_print("bin/%s", name), *next = memory_print("bin/%s.next", name);
    char *path = scratch_path(place), *next_path = scratch_path(next);
    scratch_print(next,
                  "#!/bin/sh\n"
                  "PATH='%s'\n"
                  "exec 9>'%s/running'\n"
                  "text=%s\n"
                  "lines=$(printf '%%s\\n' '%s' \"$@\"; [ -z \"$text\" ] || printf '< %%s\\n' \"$text\")\n"
                  "printf '%%s\\n' \"$lines\" >'%s/log'\n"
                  "%s",
                  usual_path, scratch_folder, reads, name, scratch_folder, script ? script : "");
    scratch_set_mode(next, 0700);
    ck_assert_int_eq(rename(next_path, path), 0);
    free(place);
    free(next);
    free(path);
    free(next_path);
}

void fakes_put(const char *name, const char *script)
{
    put(name, "$(cat)", script);
}

void fakes_put_at_once(const char *name, const char *script)
{
    put(name, "", script);
}

void fakes_let_end(void)
{
    ck_assert_int_eq(write(go_pipe, "\n", 1), 1);
}

static void read_log(void)
{
    char bytes[4096];
    for (ssize_t length; (length = read(log_pipe, bytes, sizeof bytes)) > 0;)
        text_add_span(&logged, bytes, (size_t)length);
}

static bool wait_for(int descriptor)
{
    struct pollfd one = {.fd = descriptor, .events = POLLIN};
    return poll(&one, 1, DEADLINE_MS) == 1;
}

void fakes_expect(const char *log)
{
    const size_t length = strlen(log);
    for (read_log(); logged.length < length && wait_for(log_pipe);)
        read_log();
    const bool is_same = length == 0 ? logged.length == 0 : strncmp(text_show(&logged), log, length) == 0;
    ck_assert_msg(is_same, "expected:\n%slogged:\n%s", log, text_show(&logged));
    char *rest = memory_copy_text(text_show(&logged) + length);
    text_clear(&logged);
    text_add(&logged, rest);
    free(rest);
}

void fakes_expect_part(const char *part)
{
    for (read_log(); !strstr(text_show(&logged), part) && wait_for(log_pipe);)
        read_log();
    ck_assert_msg(strstr(text_show(&logged), part) != NULL, "expected:\n%s\nlogged:\n%s", part, text_show(&logged));
}

char *fakes_take_log(void)
{
    read_log();
    char *taken = memory_copy_text(text_show(&logged));
    text_clear(&logged);
    return taken;
}

bool fakes_are_running(void)
{
    char byte;
    return read(running_pipe, &byte, 1) != 0;
}

void fakes_wait_ended(void)
{
    while (fakes_are_running())
        ck_assert_msg(wait_for(running_pipe), "a program still runs");
}
