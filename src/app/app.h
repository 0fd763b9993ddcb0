/* SPDX-License-Identifier: MIT */
/* The only place where requests and time change anything. It holds library, plan, session and records, and carries out
 * what screens request and what time brings. It knows no terminal: the screen loop and line mode both stand on it. */
#ifndef APP_APP_H
#define APP_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "app/effects.h"
#include "platform/clock.h"
#include "routine/library.h"
#include "session/event.h"
#include "ui/screen.h"
#include "ui/screens/safety.h"

/* An app over a library, which need not be scanned; opens no records yet. It owns the library. */
App *app_new(Library *library, const AppOptions *options);
void app_free(App *app); /* closes the records; a session that still runs is left, to go on with */

/* The model's view for screens and line mode; borrowed until the next call. */
const Model *app_model(App *app);
const ScreenStack *app_screens(const App *app);

/* Finds the routines, where that was not done yet, and opens the records; to be called once, after the first screen is
 * painted. Offers to go on with a session that was left when home is what is shown; before the first session of all, the
 * advice comes above what is shown. */
Effects app_open_records(App *app);

/* Begins to look after the files, from when the first screen is painted: those that change are read again by themselves.
 * The descriptor is to be waited on (-1: none), and the first call begins the watch; when it has something to read,
 * app_files_told. With app_watch before, and without `may_be_told`, it is as where the system tells of no changes: they
 * are looked for at keys and steps. */
void app_watch(App *app, bool may_be_told);
int app_watch_descriptor(App *app);
void app_files_told(App *app);

/* Where it starts: home; or the routines named, looked at (with cautions and questions) or at once with `yes`; or one
 * that is at hand already; or the session that was left. False with *problem, one line to free(). */
bool app_start_home(App *app);
bool app_start_play(App *app, const char *const *names, int count, char **problem);
bool app_start_entry(App *app, LibraryEntry *entry, char **problem);
bool app_start_resume(App *app, char **problem);

/* The window has that size from now on, and shows ASCII alone or more. */
void app_set_window(App *app, int width, int height, bool is_ascii);

/* Whether clicks mean something on the screen that is shown; where not, the terminal may mark text with them. */
bool app_wants_clicks(const App *app);

/* One key, looked up by the top screen. */
Effects app_key(App *app, int32_t key);

/* The advice of the first start, while that is what is shown; REQUEST_BACK says that it was read. */
const SafetyPart *app_advice(const App *app);

/* What is asked before a session starts where another was left, to free(); NULL: nothing is. The answer is REQUEST_GO_ON,
 * REQUEST_START_ANOTHER or REQUEST_BACK. */
char *app_left_question(App *app);

/* What is asked directly, for line mode. */
Effects app_perform(App *app, Request request);

/* Lets time pass up to `now`: the session goes on, a gap becomes a pause. Work that waits for an idle moment (reading
 * the routines in a list) is done here too, a little each time. */
Effects app_beat(App *app, Moment now);

/* The moment (awake_ns) of the next beat that matters, 0 for at once, or -1: sleep until something happens. */
int64_t app_due_ns(App *app);

/* Writes to the records what is to be written; to be called when what the last call changed is on the screen. */
Effects app_keep(App *app);

/* How often a breath or a pass that is followed moves on the screen; 0, as it is at first: it is not shown. */
void app_set_pacer(App *app, int32_t pacer_ms);

/* The process was stopped, from `then` (the last beat, or the stop signal) until `now`: a pause at the moment it
 * began. `how` is "by Ctrl-Z" or the like. */
Effects app_was_stopped(App *app, Moment then, Moment now, const char *how);

/* The terminal goes away or a signal ends the program: leaves the session, to be gone on with; app_keep writes it. */
Effects app_leave(App *app);

/* What happened since the last call, for line mode; cleared by it. Borrowed. */
const EventList *app_take_events(App *app);

/* The editor's argument list for the routine of the moment or the settings, NULL-ended, to free with
 * editor_free_command;
 * NULL where there is no file. And what follows when it has ended: the file is read again. */
char **app_edit_command(App *app);
Effects app_edited(App *app, bool editor_worked);

/* A session runs or is paused (not: looked at, finished or left). */
bool app_is_playing(const App *app);
bool app_is_finished(const App *app);

/* Whether a session of this run could not be recorded: known for good after app_leave and app_keep. */
bool app_has_lost(const App *app);

/* One line for the scroll-back when the screen is gone: what was done; NULL where nothing was. Borrowed. */
const char *app_last_words(App *app);

/* The next trouble that must be told on standard error too, each once; NULL where there is no more. Borrowed. */
const char *app_problem(App *app);

#endif
