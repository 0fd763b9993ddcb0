/* SPDX-License-Identifier: MIT */
#include "support/run.h"

#include <check.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"
#include "support/harm.h"

enum { WORDS_MOST = 32 };

/* Cuts `line` into words in place; returns how many. */
static int split(char *line, char **words)
{
    int count = 0;
    while (*line && count < WORDS_MOST - 1) {
        line += strspn(line, " ");
        if (!*line)
            break;
        const bool is_quoted = *line == '\'';
        line += is_quoted;
        words[count++] = line;
        line += strcspn(line, is_quoted ? "'" : " ");
        if (*line)
            *line++ = '\0';
    }
    words[count] = NULL;
    return count;
}

/* What it printed, none of which may do harm on a terminal. */
static char *read_all(FILE *file, const char *line)
{
    char bytes[4096];
    Text text = {0};
    rewind(file);
    for (size_t count; (count = fread(bytes, 1, sizeof bytes, file)) > 0;)
        text_add_span(&text, bytes, count);
    fclose(file);
    harm_check(line, text_show(&text), text.length, false);
    return text_detach(&text);
}

static FILE *file_with(const char *text)
{
    FILE *file = tmpfile();
    ck_assert_ptr_nonnull(file);
    if (text)
        fputs(text, file);
    rewind(file);
    return file;
}

static Run run(const char *line, const char *input, int out_descriptor)
{
    const char *program = getenv("KNEAD_PROGRAM");
    ck_assert_msg(program != NULL, "KNEAD_PROGRAM is not set: run the tests with make test");
    char *copy = memory_copy_text(line), *words[WORDS_MOST + 1];
    words[0] = memory_copy_text(program);
    split(copy, words + 1);
    FILE *in = file_with(input), *err = file_with(NULL);
    fflush(NULL);
    const pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        dup2(fileno(in), STDIN_FILENO);
        dup2(out_descriptor, STDOUT_FILENO);
        dup2(fileno(err), STDERR_FILENO);
        execv(program, words);
        _exit(127);
    }
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    fclose(in);
    free(words[0]);
    free(copy);
    return (Run){WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), NULL, read_all(err, line)};
}

Run run_knead(const char *line, const char *input)
{
    FILE *out = file_with(NULL);
    Run done = run(line, input, fileno(out));
    done.out = read_all(out, line);
    return done;
}

Run run_knead_onto(int descriptor, const char *line)
{
    return run(line, NULL, descriptor);
}

void run_release(Run *run)
{
    free(run->out);
    free(run->err);
}
