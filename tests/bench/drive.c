/* SPDX-License-Identifier: MIT */
/* Measures a terminal program from outside, in a pseudo-terminal of 80x24, or of 120x40 with -w large:
 *
 *   drive start ROUNDS -- COMMAND... [-- COMMAND...]...   time to the first visible character, in turn
 *   drive hold SECONDS [-w large] [-k KEYS] [-a TRACER] -- COMMAND   wake-ups, bytes, memory while it just runs
 *   drive keys COUNT [-k FIRST] -- KEYS COMMAND... [-- KEYS COMMAND...]...   from a key to the first byte of its answer
 *
 * Each prints a line for a script to read, `keys` one for each program. TRACER is a shell command in which %d is the
 * program's number. */
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PROGRAMS = 8, SAMPLES = 4096, SETTLE_MS = 1500, QUIET_MS = 120, STOP_MS = 5000 };
enum { STILL_MS = 300 }; /* for longer nothing is still that shows the seconds */

typedef struct Child {
    pid_t id;
    int terminal;
} Child;

static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

static struct winsize window = {24, 80, 0, 0};

static Child start(char **command)
{
    Child child;
    child.id = forkpty(&child.terminal, NULL, NULL, &window);
    if (child.id == 0) {
        execvp(command[0], command);
        _exit(127);
    }
    if (child.id < 0) {
        perror("drive: forkpty");
        exit(1);
    }
    return child;
}

static void cut_off(Child child)
{
    kill(child.id, SIGKILL);
    while (waitpid(child.id, NULL, 0) < 0 && errno == EINTR)
        continue;
    close(child.terminal);
}

/* Bytes read within `wait_ms`, 0 where none came, -1 where the program has gone. */
static ssize_t take(Child child, char *bytes, size_t size, int wait_ms)
{
    struct pollfd ready = {child.terminal, POLLIN, 0};
    if (poll(&ready, 1, wait_ms) <= 0)
        return 0;
    const ssize_t count = read(child.terminal, bytes, size);
    return count > 0 ? count : -1;
}

/* Whether a character that can be seen stands in the bytes; *state carries an escape sequence over to the next call. */
static bool has_glyph(const char *bytes, ssize_t count, int *state)
{
    enum { TEXT, ESCAPE, SEQUENCE, STRING, CHARSET };
    for (ssize_t i = 0; i < count; i++) {
        const unsigned char c = (unsigned char)bytes[i];
        switch (*state) {
        case ESCAPE:
            *state = c == '[' ? SEQUENCE : c == ']' ? STRING : c == '(' || c == ')' ? CHARSET : TEXT;
            break;
        case SEQUENCE:
            if (c >= 0x40 && c <= 0x7e)
                *state = TEXT;
            break;
        case STRING:
            if (c == 7 || c == '\\')
                *state = TEXT;
            break;
        case CHARSET:
            *state = TEXT;
            break;
        default:
            if (c == 27)
                *state = ESCAPE;
            else if (c > ' ')
                return true;
        }
    }
    return false;
}

static int64_t first_glyph_ns(char **command)
{
    char bytes[65536];
    int state = 0;
    poll(NULL, 0, QUIET_MS); /* the one before has ended, and its pages and files are given back */
    const int64_t begun = now_ns();
    const Child child = start(command);
    int64_t seen = -1;
    for (ssize_t count; (count = take(child, bytes, sizeof bytes, 5000)) > 0;) {
        if (has_glyph(bytes, count, &state)) {
            seen = now_ns() - begun;
            break;
        }
    }
    while (take(child, bytes, sizeof bytes, QUIET_MS) > 0)
        continue;
    cut_off(child);
    return seen;
}

static int by_size(const void *a, const void *b)
{
    const int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static int64_t percentile(int64_t *samples, size_t count, int percent)
{
    qsort(samples, count, sizeof *samples, by_size);
    return count ? samples[(count - 1) * (size_t)percent / 100] : -1;
}

static int measure_starts(int rounds, char **commands[], int program_count)
{
    static int64_t samples[PROGRAMS][SAMPLES];
    for (int round = 0; round < rounds && round < SAMPLES; round++) {
        for (int p = 0; p < program_count; p++)
            samples[p][round] = first_glyph_ns(commands[p]);
    }
    for (int p = 0; p < program_count; p++)
        printf("%.1f%c", (double)percentile(samples[p], (size_t)rounds, 50) / 1000.0, p + 1 < program_count ? ' ' : '\n');
    return 0;
}

/* As a person would end it, so that a program under valgrind can still say what it has counted. */
static void stop(Child child)
{
    kill(child.id, SIGTERM);
    for (int waited_ms = 0; waited_ms < STOP_MS; waited_ms += 10) {
        if (waitpid(child.id, NULL, WNOHANG) == child.id) {
            close(child.terminal);
            return;
        }
        poll(NULL, 0, 10);
    }
    cut_off(child);
}

/* A number from /proc/ID/status. */
static long status_of(pid_t id, const char *name)
{
    char path[64], line[256];
    long value = -1;
    snprintf(path, sizeof path, "/proc/%ld/status", (long)id);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, name, strlen(name)) == 0)
            value = strtol(line + strlen(name) + 1, NULL, 10);
    }
    if (file)
        fclose(file);
    return value;
}

static pid_t trace(const char *tracer, pid_t id)
{
    char command[1024];
    const char *mark = strstr(tracer, "%d");
    snprintf(command, sizeof command, "exec %.*s%ld%s", mark ? (int)(mark - tracer) : (int)strlen(tracer), tracer, (long)id,
             mark ? mark + 2 : "");
    const pid_t tracer_id = fork();
    if (tracer_id == 0) {
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    return tracer_id;
}

static int measure_hold(int seconds, const char *keys, const char *tracer, char **command)
{
    char bytes[65536];
    const Child child = start(command);
    for (int64_t end = now_ns() + SETTLE_MS * INT64_C(1000000); now_ns() < end;)
        take(child, bytes, sizeof bytes, 50);
    if (*keys && write(child.terminal, keys, strlen(keys)) < 0)
        perror("drive: write");
    for (int64_t end = now_ns() + SETTLE_MS * INT64_C(1000000); now_ns() < end;)
        take(child, bytes, sizeof bytes, 50);
    const pid_t tracer_id = tracer ? trace(tracer, child.id) : -1;
    const long switches = status_of(child.id, "voluntary_ctxt_switches:");
    long frames = 0, total = 0, most = 0;
    for (int64_t end = now_ns() + seconds * INT64_C(1000000000), left; (left = end - now_ns()) > 0;) {
        const ssize_t count = take(child, bytes, sizeof bytes, (int)(left / 1000000) + 1);
        if (count < 0) {
            fprintf(stderr, "drive: %s has ended\n", command[0]);
            return 1;
        }
        frames += count > 0;
        total += count;
        most = count > most ? count : most;
    }
    printf("wakeups %ld frames %ld bytes %ld rss_kib %ld most %ld\n", status_of(child.id, "voluntary_ctxt_switches:") - switches,
           frames, total, status_of(child.id, "VmHWM:"), most);
    if (tracer_id > 0) {
        kill(tracer_id, SIGINT);
        waitpid(tracer_id, NULL, 0);
    }
    stop(child);
    return 0;
}

/* From a key to the first byte of the answer, or -1 where none came; then all is still again. */
static int64_t answer_ns(Child child, char key)
{
    char bytes[65536];
    while (take(child, bytes, sizeof bytes, 0) > 0)
        continue; /* what came of itself while another one was asked */
    const int64_t begun = now_ns();
    if (write(child.terminal, &key, 1) != 1 || take(child, bytes, sizeof bytes, 1000) <= 0)
        return -1;
    const int64_t answer = now_ns() - begun;
    while (take(child, bytes, sizeof bytes, 8) > 0)
        continue;
    return answer;
}

static Child start_and_settle(char **command, const char *before)
{
    char bytes[65536];
    const Child child = start(command);
    for (int64_t end = now_ns() + SETTLE_MS * INT64_C(1000000); now_ns() < end;)
        take(child, bytes, sizeof bytes, 50);
    if (*before && write(child.terminal, before, strlen(before)) < 0)
        perror("drive: write");
    while (take(child, bytes, sizeof bytes, STILL_MS) > 0)
        continue;
    return child;
}

/* Key by key in turn, so that a machine that changes its mood does so for all of them. */
static int measure_keys(int count, const char *before, char **commands[], int program_count)
{
    static int64_t samples[PROGRAMS][SAMPLES];
    Child children[PROGRAMS];
    size_t answered[PROGRAMS] = {0}, wanted = (size_t)count;
    for (int p = 0; p < program_count; p++)
        children[p] = start_and_settle(commands[p] + 1, before);
    for (int i = 0; i < count && i < SAMPLES; i++) {
        for (int p = 0; p < program_count; p++) {
            const char *keys = commands[p][0];
            const int64_t answer = answer_ns(children[p], keys[(size_t)i % strlen(keys)]);
            if (answer >= 0)
                samples[p][answered[p]++] = answer;
        }
    }
    for (int p = 0; p < program_count; p++) {
        printf("median_us %.1f p95_us %.1f answered %zu\n", (double)percentile(samples[p], answered[p], 50) / 1000.0,
               (double)percentile(samples[p], answered[p], 95) / 1000.0, answered[p]);
        stop(children[p]);
        wanted = answered[p] < wanted ? answered[p] : wanted;
    }
    return wanted == (size_t)count ? 0 : 1;
}

static int usage(void)
{
    fputs("usage: drive start ROUNDS -- COMMAND... [-- COMMAND...]...\n"
          "       drive hold SECONDS [-w large] [-k KEYS] [-a TRACER] -- COMMAND...\n"
          "       drive keys COUNT [-k FIRST] -- KEYS COMMAND... [-- KEYS COMMAND...]...\n",
          stderr);
    return 2;
}

int main(int argc, char **argv)
{
    char **commands[PROGRAMS];
    int program_count = 0, options = argc;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--") == 0 && program_count < PROGRAMS) {
            if (program_count == 0)
                options = i;
            argv[i] = NULL;
            commands[program_count++] = &argv[i + 1];
        }
    }
    if (program_count == 0 || options < 3)
        return usage();
    if (strcmp(argv[1], "start") == 0)
        return measure_starts(atoi(argv[2]), commands, program_count);
    const bool is_keys = strcmp(argv[1], "keys") == 0;
    if (!is_keys && strcmp(argv[1], "hold") != 0)
        return usage();
    const char *keys = "", *tracer = NULL;
    for (int i = 3; i + 1 < options; i += 2) {
        if (strcmp(argv[i], "-k") == 0)
            keys = argv[i + 1];
        else if (strcmp(argv[i], "-a") == 0)
            tracer = argv[i + 1];
        else if (strcmp(argv[i], "-w") == 0)
            window = (struct winsize){40, 120, 0, 0};
    }
    return is_keys ? measure_keys(atoi(argv[2]), keys, commands, program_count)
                   : measure_hold(atoi(argv[2]), keys, tracer, commands[0]);
}
