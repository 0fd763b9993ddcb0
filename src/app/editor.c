/* SPDX-License-Identifier: MIT */
#include "app/editor.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"

extern char **environ;

typedef enum LineWay { LINE_PLUS, LINE_COLON, LINE_GOTO } LineWay; /* +7 FILE; FILE:7; --wait --goto FILE:7 */

static const struct {
    const char *name;
    LineWay way;
} editors[] = {
    {"vi", LINE_PLUS},          {"vim", LINE_PLUS},    {"nvim", LINE_PLUS},  {"view", LINE_PLUS},
    {"nano", LINE_PLUS},        {"pico", LINE_PLUS},   {"emacs", LINE_PLUS}, {"emacsclient", LINE_PLUS},
    {"micro", LINE_PLUS},       {"kak", LINE_PLUS},    {"joe", LINE_PLUS},   {"jmacs", LINE_PLUS},
    {"ne", LINE_PLUS},          {"mg", LINE_PLUS},     {"zile", LINE_PLUS},  {"vis", LINE_PLUS},
    {"gedit", LINE_PLUS},       {"hx", LINE_COLON},    {"helix", LINE_COLON}, {"subl", LINE_COLON},
    {"zed", LINE_COLON},        {"code", LINE_GOTO},   {"codium", LINE_GOTO}, {"code-insiders", LINE_GOTO},
};

typedef struct ArgumentList {
    char **items;
    size_t count, capacity;
} ArgumentList;

/* Owns the text; NULL ends the list. */
static void add(ArgumentList *list, char *text)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = text;
}

static void add_words(ArgumentList *list, const char *text)
{
    const char *blanks = " \t";
    while (*(text += strspn(text, blanks))) {
        const size_t length = strcspn(text, blanks);
        add(list, memory_print("%.*s", (int)length, text));
        text += length;
    }
}

static void add_place(ArgumentList *list, const char *path, int32_t line)
{
    const char *program = path_base(list->items[0]);
    size_t known = 0;
    while (known < ARRAY_LEN(editors) && strcmp(editors[known].name, program) != 0)
        known++;
    if (known == ARRAY_LEN(editors) || line <= 0) {
        add(list, memory_copy_text(path));
    } else if (editors[known].way == LINE_PLUS) {
        add(list, memory_print("+%d", line));
        add(list, memory_copy_text(path));
    } else {
        if (editors[known].way == LINE_GOTO) {
            add(list, memory_copy_text("--wait"));
            add(list, memory_copy_text("--goto"));
        }
        add(list, memory_print("%s:%d", path, line));
    }
}

char **editor_command(const char *path, int32_t line)
{
    static const char *const variables[] = {"VISUAL", "EDITOR"};
    ArgumentList list = {0};
    for (size_t i = 0; i < ARRAY_LEN(variables) && list.count == 0; i++) {
        const char *value = getenv(variables[i]);
        if (value)
            add_words(&list, value);
    }
    if (list.count == 0)
        add(&list, memory_copy_text("vi"));
    add_place(&list, path, line);
    add(&list, NULL);
    return list.items;
}

void editor_free_command(char **command)
{
    for (char **argument = command; argument && *argument; argument++)
        free(*argument);
    free(command);
}

/* The editor has Ctrl-C to itself; Ctrl-Z stops it and us together. */
static const struct {
    int number;
    void (*handler)(int);
} meanwhile[] = {{SIGINT, SIG_IGN}, {SIGQUIT, SIG_IGN}, {SIGTSTP, SIG_DFL}};

bool editor_run(char *const *command)
{
    struct sigaction ours[ARRAY_LEN(meanwhile)];
    sigset_t to_default;
    sigemptyset(&to_default);
    sigaddset(&to_default, SIGPIPE);
    for (size_t i = 0; i < ARRAY_LEN(meanwhile); i++) {
        struct sigaction action = {.sa_handler = meanwhile[i].handler};
        sigemptyset(&action.sa_mask);
        sigaction(meanwhile[i].number, &action, &ours[i]);
        sigaddset(&to_default, meanwhile[i].number);
    }
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &to_default);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    pid_t pid;
    int status = -1;
    if (posix_spawnp(&pid, command[0], NULL, &attributes, command, environ) == 0) {
        while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
            continue;
    }
    posix_spawnattr_destroy(&attributes);
    for (size_t i = 0; i < ARRAY_LEN(meanwhile); i++)
        sigaction(meanwhile[i].number, &ours[i], NULL);
    return status == 0;
}
