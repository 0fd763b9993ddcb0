/* SPDX-License-Identifier: MIT */
#include "platform/editor.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"

extern char **environ;

/* clang-format off */
typedef enum LineWay { LINE_PLUS, LINE_COLON, LINE_GOTO, LINE_OPTION } LineWay; /* +7 F; F:7; --goto F:7; -l 7 F */

static const struct {
    const char *name;
    LineWay way;
    const char *wait; /* for one that comes back at once, with the file still open */
} editors[] = {
    {"vi", LINE_PLUS, NULL}, {"vim", LINE_PLUS, NULL}, {"nvim", LINE_PLUS, NULL}, {"view", LINE_PLUS, NULL},
    {"vis", LINE_PLUS, NULL}, {"nano", LINE_PLUS, NULL}, {"pico", LINE_PLUS, NULL}, {"emacs", LINE_PLUS, NULL},
    {"emacsclient", LINE_PLUS, NULL}, {"micro", LINE_PLUS, NULL}, {"kak", LINE_PLUS, NULL}, {"joe", LINE_PLUS, NULL},
    {"jmacs", LINE_PLUS, NULL}, {"jstar", LINE_PLUS, NULL}, {"ne", LINE_PLUS, NULL}, {"mg", LINE_PLUS, NULL},
    {"zile", LINE_PLUS, NULL}, {"ee", LINE_PLUS, NULL}, {"mcedit", LINE_PLUS, NULL}, {"editor", LINE_PLUS, NULL},
    {"sensible-editor", LINE_PLUS, NULL}, {"gvim", LINE_PLUS, "-f"}, {"mvim", LINE_PLUS, "-f"},
    {"gedit", LINE_PLUS, "--wait"}, {"xed", LINE_PLUS, "--wait"}, {"bbedit", LINE_PLUS, "--wait"},
    {"hx", LINE_COLON, NULL}, {"helix", LINE_COLON, NULL}, {"subl", LINE_COLON, "--wait"},
    {"zed", LINE_COLON, "--wait"}, {"zeditor", LINE_COLON, "--wait"}, {"code", LINE_GOTO, "--wait"},
    {"codium", LINE_GOTO, "--wait"}, {"cursor", LINE_GOTO, "--wait"}, {"code-insiders", LINE_GOTO, "--wait"},
    {"kate", LINE_OPTION, "--block"}, {"mate", LINE_OPTION, "--wait"},
};
/* clang-format on */

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

/* A quote that is closed again keeps the blanks between; nothing else is as in a shell. */
static void add_words(ArgumentList *list, const char *text)
{
    const char *blanks = " \t";
    while (*(text += strspn(text, blanks))) {
        Text word = {0};
        for (char quote = '\0'; *text && (quote || !strchr(blanks, *text)); text++) {
            if (quote && *text == quote)
                quote = '\0';
            else if (!quote && strchr("'\"", *text) && strchr(text + 1, *text))
                quote = *text;
            else
                text_add_char(&word, *text);
        }
        add(list, text_detach(&word));
    }
}

static void add_value(ArgumentList *list, const char *value)
{
    if (value[0] == '/' && access(value, X_OK) == 0) /* a path with blanks */
        add(list, memory_copy_text(value));
    else
        add_words(list, value);
}

/* The row of a program, also of one with an ending: vim.tiny, nvim.appimage. */
static size_t find_editor(const char *program)
{
    const char *name = path_base(program);
    const size_t lengths[] = {strlen(name), strcspn(name, ".")};
    size_t row = ARRAY_LEN(editors);
    for (size_t i = 0; i < ARRAY_LEN(lengths) && row == ARRAY_LEN(editors); i++) {
        row = 0;
        while (row < ARRAY_LEN(editors) &&
               (strlen(editors[row].name) != lengths[i] || strncmp(editors[row].name, name, lengths[i]) != 0))
            row++;
    }
    return row;
}

static bool has_word(const ArgumentList *list, const char *word)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], word) == 0)
            return true;
    return false;
}

static void add_place(ArgumentList *list, const char *path, int32_t line)
{
    const size_t row = find_editor(list->items[0]);
    const bool is_known = row < ARRAY_LEN(editors);
    const LineWay way = is_known ? editors[row].way : LINE_PLUS;
    const char *here = strchr("-+", path[0]) ? "./" : ""; /* else it would be an option */
    if (is_known && editors[row].wait && !has_word(list, editors[row].wait) && !has_word(list, "-w"))
        add(list, memory_copy_text(editors[row].wait));
    const bool has_line = is_known && line > 0, is_behind = way == LINE_COLON || way == LINE_GOTO;
    if (has_line && way == LINE_PLUS)
        add(list, memory_print("+%d", line));
    if (has_line && (way == LINE_OPTION || way == LINE_GOTO))
        add(list, memory_copy_text(way == LINE_GOTO ? "--goto" : "-l"));
    if (has_line && way == LINE_OPTION)
        add(list, memory_print("%d", line));
    if (has_line && is_behind)
        add(list, memory_print("%s%s:%d", here, path, line));
    else
        add(list, memory_print("%s%s", here, path));
}

char **editor_command(const char *path, int32_t line)
{
    static const char *const variables[] = {"VISUAL", "EDITOR"};
    ArgumentList list = {0};
    for (size_t i = 0; i < ARRAY_LEN(variables) && list.count == 0; i++) {
        const char *value = getenv(variables[i]);
        if (value)
            add_value(&list, value);
    }
    if (list.count == 0)
        add(&list, memory_copy_text("vi"));
    add_place(&list, path, line);
    add(&list, NULL);
    return list.items;
}

char *editor_trouble(void)
{
    char **command = editor_command("", 0);
    char *trouble = memory_print("%s did not work. Set VISUAL or EDITOR to the editor you want.",
                                 path_base(command[0]));
    editor_free_command(command);
    return trouble;
}

void editor_free_command(char **command)
{
    for (char **argument = command; argument && *argument; argument++)
        free(*argument);
    free(command);
}

static volatile sig_atomic_t editor_pid, ended_by;

/* The end of knead is the editor's first: it saves what it can, and gives the terminal back. */
static void pass_on(int number)
{
    const int kept = errno;
    ended_by = number;
    if (editor_pid > 0)
        kill((pid_t)editor_pid, number);
    errno = kept;
}

/* The editor has Ctrl-C to itself; Ctrl-Z stops it and us together. */
static const struct {
    int number;
    void (*handler)(int);
} meanwhile[] = {{SIGINT, SIG_IGN}, {SIGQUIT, SIG_IGN}, {SIGTSTP, SIG_DFL}, {SIGTERM, pass_on}, {SIGHUP, pass_on}};

/* Its wait status, or -1 with errno. What is ignored or caught here is not there. */
static int run_and_wait(char *const *command)
{
    sigset_t to_default;
    sigemptyset(&to_default);
    sigaddset(&to_default, SIGPIPE);
    sigaddset(&to_default, SIGXFSZ);
    for (size_t i = 0; i < ARRAY_LEN(meanwhile); i++)
        sigaddset(&to_default, meanwhile[i].number);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &to_default);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    pid_t pid;
    int status = -1;
    const int why = posix_spawnp(&pid, command[0], NULL, &attributes, command, environ);
    posix_spawnattr_destroy(&attributes);
    if (why == 0) {
        editor_pid = (sig_atomic_t)pid;
        if (ended_by)
            kill(pid, ended_by); /* it came before there was anyone to pass it on to */
        while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
            continue;
        editor_pid = 0;
    }
    errno = why;
    return status;
}

/* For an editor that was killed: a terminal in the background is somebody else's. */
static void give_back(const struct termios *modes)
{
    if (tcgetpgrp(STDIN_FILENO) == getpgrp())
        tcsetattr(STDIN_FILENO, TCSADRAIN, modes);
}

bool editor_run(char *const *command)
{
    struct sigaction ours[ARRAY_LEN(meanwhile)];
    struct termios modes;
    const bool has_modes = tcgetattr(STDIN_FILENO, &modes) == 0;
    ended_by = 0;
    for (size_t i = 0; i < ARRAY_LEN(meanwhile); i++) {
        struct sigaction action = {.sa_handler = meanwhile[i].handler};
        sigemptyset(&action.sa_mask);
        sigaction(meanwhile[i].number, &action, &ours[i]);
        if (meanwhile[i].handler == pass_on && ours[i].sa_handler == SIG_IGN) /* as nohup asks for */
            sigaction(meanwhile[i].number, &ours[i], NULL);
    }
    const int status = run_and_wait(command), why = errno;
    if (has_modes)
        give_back(&modes);
    for (size_t i = 0; i < ARRAY_LEN(meanwhile); i++)
        sigaction(meanwhile[i].number, &ours[i], NULL);
    if (ended_by)
        raise(ended_by);
    errno = why;
    return status == 0;
}
