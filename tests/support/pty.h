/* SPDX-License-Identifier: MIT */
/* A real terminal for a test: the program runs on a pty, what it writes goes through a terminal emulator (libvterm), and
 * the test looks at the screen that a person would see. Every wait is for a fact and has a deadline; a wait that fails
 * fails the test, at the caller's line and with the screen. Nothing here sleeps.
 *
 *     static const char *const command[] = {"play", "calf-hamstring-smash", NULL};
 *     Pty *pty = pty_start(&(PtyOptions){.rows = 24, .columns = 80}, command);
 *     pty_wait_for(pty, "Get ready");
 *     pty_send(pty, PTY_CTRL_Z);
 *     pty_wait_stopped(pty);
 *     pty_continue(pty);
 *     pty_send(pty, "q");
 *     ck_assert_int_eq(pty_wait_exit(pty), 0);
 *     pty_check_given_back(pty);
 *     pty_end(pty);
 *
 * Between the test and the program stands a small leader process that does what a shell does: it owns the terminal, so
 * that Ctrl-Z can stop the program, and it passes a hang-up on. */
#ifndef SUPPORT_PTY_H
#define SUPPORT_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "support/emulator.h"

enum { PTY_DEADLINE_MS = 10000 }; /* of a wait; PTY_DEADLINE_S in the environment makes it longer, for slow tools */

/* Keys as xterm, screen and tmux send them to a program that asked for keypad mode. */
#define PTY_ENTER "\r"
#define PTY_ESCAPE "\x1b"
#define PTY_TAB "\t"
#define PTY_BACKSPACE "\x7f"
#define PTY_UP "\x1bOA"
#define PTY_DOWN "\x1bOB"
#define PTY_RIGHT "\x1bOC"
#define PTY_LEFT "\x1bOD"
#define PTY_CTRL_C "\x03"
#define PTY_CTRL_L "\x0c"
#define PTY_CTRL_Z "\x1a"
#define PTY_CTRL_BACKSLASH "\x1c"

typedef struct Pty Pty;

typedef struct PtyOptions {
    const char *program;    /* NULL: the knead that is tested, $KNEAD_PROGRAM, else build/knead; else found on PATH */
    const char *term;       /* NULL: xterm-256color */
    int rows, columns;      /* 0: 24 and 80 */
    const char *const *env; /* rows "NAME=value", or "NAME" to take one away; NULL at the end. The rest is the runner's
                             * (HOME and XDG_* are its temporary folders), without LINES, COLUMNS, NO_COLOR, COLORTERM */
} PtyOptions;

/* Starts the program with `arguments` (NULL at the end; may be NULL itself). `options` may be NULL. */
Pty *pty_start(const PtyOptions *options, const char *const *arguments);

/* Ends what still runs, without mercy, and frees. NULL is fine. Fails the test where something came that can do harm on a
 * terminal (support/harm.h). */
void pty_end(Pty *pty);

/* Types. pty_send_bytes for what holds a zero byte. */
void pty_send(Pty *pty, const char *keys);
void pty_send_bytes(Pty *pty, const char *bytes, size_t length);

/* Waits until the text stands on the screen in one row, or until it stands nowhere. */
#define pty_wait_for(pty, text) pty_wait_for_at(pty, text, __FILE__, __LINE__)
#define pty_wait_gone(pty, text) pty_wait_gone_at(pty, text, __FILE__, __LINE__)

/* Waits until a question of the test's own is answered with true; asked again after each piece of output. */
#define pty_wait_until(pty, what, answer, context) pty_wait_until_at(pty, what, answer, context, __FILE__, __LINE__)
typedef bool PtyAnswer(Pty *pty, void *context);

/* Waits until the program was stopped (Ctrl-Z, SIGSTOP), or has gone on after pty_continue. */
#define pty_wait_stopped(pty) pty_wait_stopped_at(pty, __FILE__, __LINE__)

/* Whether it has ended; whether it takes keys one by one now. */
bool pty_has_ended(Pty *pty);
bool pty_takes_keys(Pty *pty);

/* Waits for its end: the exit status as a shell tells it, 128 + n where signal n killed it. May be asked again. */
#define pty_wait_exit(pty) pty_wait_exit_at(pty, __FILE__, __LINE__)

/* Fails unless the terminal is as it was: normal screen, cursor shown, no mouse reports, plain colours, cooked mode. */
#define pty_check_given_back(pty) pty_check_given_back_at(pty, __FILE__, __LINE__)

void pty_wait_for_at(Pty *pty, const char *text, const char *file, int line);
void pty_wait_gone_at(Pty *pty, const char *text, const char *file, int line);
void pty_wait_until_at(Pty *pty, const char *what, PtyAnswer *answer, void *context, const char *file, int line);
void pty_wait_stopped_at(Pty *pty, const char *file, int line);
int pty_wait_exit_at(Pty *pty, const char *file, int line);
void pty_check_given_back_at(Pty *pty, const char *file, int line);

/* In line mode at the first start: answers no to the offer of questions about health. */
void pty_skip_health(Pty *pty);

/* In line mode: says nothing of how it feels. */
void pty_skip_number(Pty *pty);

/* A signal to the program alone. pty_continue is SIGCONT to its group, as `fg` does it. */
void pty_signal(Pty *pty, int number);
void pty_continue(Pty *pty);
pid_t pty_pid(const Pty *pty);

/* Puts the program into the background, or out of it, without a word to it, and waits until it is there. */
void pty_set_foreground(Pty *pty, bool is_foreground);

/* Closes the terminal under the program, as a window that is closed does: SIGHUP. Only pty_wait_exit is of use then. */
void pty_hang_up(Pty *pty);

/* Another size; the system tells the program by SIGWINCH. */
void pty_resize(Pty *pty, int rows, int columns);

/* What is on the screen now, trailing spaces cut, rows ended by newlines; borrowed until the next call on this pty.
 * These read what has arrived without waiting: wait for a text first. */
const char *pty_screen(Pty *pty);
const char *pty_row(Pty *pty, int row);

/* Where a text stands first, from row and column 0. False where it does not. */
bool pty_find(Pty *pty, const char *text, int *row, int *column);
PtyCell pty_cell(Pty *pty, int row, int column);
void pty_cursor(Pty *pty, int *row, int *column, bool *is_shown);
int pty_bells(Pty *pty);

/* Whether these words are in the title of the window; "": it has none. */
bool pty_has_title(Pty *pty, const char *words);

/* Every byte that came so far, for what no screen shows; ends in a zero byte besides. */
const char *pty_raw(Pty *pty, size_t *length);

#endif
