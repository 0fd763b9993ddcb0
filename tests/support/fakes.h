/* SPDX-License-Identifier: MIT */
/* Stand-ins for the voices, players and other programs of a machine: small scripts, alone on PATH, that tell the test what they are given.
 * Every wait has a deadline, and fails the test then. */
#ifndef SUPPORT_FAKES_H
#define SUPPORT_FAKES_H

#include <stdbool.h>

/* Makes a scratch folder that is home, with an empty PATH and no speech-dispatcher. Nothing says that the terminal is
 * that of another machine. */
void fakes_set_up(void);
void fakes_tear_down(void);

/* Puts a program there, or another in its place. It logs its name, its arguments, a line each, and behind `< ` its
 * standard input, where that is not empty. Then it goes on with a script, for which PATH is as usual; NULL: it ends. */
void fakes_put(const char *name, const char *script);

/* The same without waiting for its standard input, which is the script's to read. */
void fakes_put_at_once(const char *name, const char *script);

/* Scripts: of a program that never ends, that fails, and that ends once fakes_let_end is called, which lets one end. */
extern const char fakes_hangs[], fakes_fails[], fakes_waits[];
void fakes_let_end(void);

/* Waits for the log to go on with this, and fails where it goes on with anything else. "": nothing has come. */
void fakes_expect(const char *log);

/* Waits until this stands anywhere in the log, which is left as it is. */
void fakes_expect_part(const char *part);

/* What has come of the log, without waiting; to free(). */
char *fakes_take_log(void);

/* Whether one of them, or what it has started, runs. Once its log has come, it does. */
bool fakes_are_running(void);
void fakes_wait_ended(void);

#endif
