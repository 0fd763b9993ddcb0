/* SPDX-License-Identifier: MIT */
/* The app owns the library, the plan, the session and the records, and is the only place that changes them. It carries
 * out the requests of screens and lets time pass. It uses no terminal: the screen loop (term/loop.h) and line mode
 * (plain/plain.h) both drive it. */
#ifndef APP_APP_H
#define APP_APP_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/effects.h"
#include "platform/clock.h"
#include "routine/library.h"
#include "session/event.h"
#include "ui/screen.h"
#include "ui/screens/health_questions.h"
#include "ui/screens/safety.h"

/* Makes an app that takes over the library, which need not be scanned yet. Does not open the records. */
App *app_new(Library *library, const AppOptions *options);
void app_free(App *app); /* closes the records; a running session is left and can be resumed */

/* What screens and line mode can see of the app. Borrowed until the next call. */
const Model *app_model(App *app);
const ScreenStack *app_screens(const App *app);

/* Scans the library, if that was not done yet, and opens the records. Call it once, after the first screen was drawn.
 * If home is shown and a session was left, it offers to resume it. Otherwise it shows the advice of the first start, if
 * the person has not read it yet; or, before a session that is gone on with, asks whether a voice shall speak. */
Effects app_open_records(App *app);

/* Watches the routine files and the settings; changed files are read again automatically. Wait until the descriptor
 * (-1: none) is readable, then call app_files_told. The first call of app_watch_descriptor starts the watch, so make it
 * after the first screen was drawn. To do without the system's notification, call app_watch with `may_be_told` false
 * before that: changes are then looked for at keys and at new steps. */
void app_watch(App *app, bool may_be_told);
int app_watch_descriptor(App *app);
void app_files_told(App *app);

/* Where the app starts: on the home screen; with the routines named; with a routine that is already loaded; or with the
 * session that was left. Routines are shown first, with their cautions and questions; with AppOptions.yes they start at
 * once. False if it fails; *problem is then one line, to free(). */
bool app_start_home(App *app);
bool app_start_play(App *app, const char *const *names, int count, char **problem);
bool app_start_entry(App *app, LibraryEntry *entry, char **problem);
bool app_start_part(App *app, char **problem); /* the part of the programme that is next */
bool app_start_resume(App *app, char **problem);

/* Sets the size of the window in cells, and whether it can show only ASCII. */
void app_set_window(App *app, int width, int height, bool is_ascii);

/* Whether the screen that is shown uses mouse clicks. If not, the terminal may use them to select text. */
bool app_wants_clicks(const App *app);

/* Handles one key (base/key.h) through the top screen. */
Effects app_key(App *app, int32_t key);

/* For line mode: the advice of the first start, if its screen is on top; otherwise NULL. Perform REQUEST_BACK when the
 * person has read it. */
const SafetyPart *app_advice(const App *app);

/* For line mode: the question that is asked when a session is to start while another one was left, to free(); NULL if
 * nothing is asked. Answer it with REQUEST_GO_ON, REQUEST_START_ANOTHER or REQUEST_BACK. */
char *app_left_question(App *app);

/* For line mode: whether it is asked if a voice shall speak. Answer it with REQUEST_ANSWER_VOICE or REQUEST_BACK. */
bool app_asks_about_voice(const App *app);

/* Carries out a request directly, for line mode. */
Effects app_perform(App *app, Request request);

/* Lets time pass up to `now`: the session runs on; if the computer was asleep, the session is paused. When no session
 * runs, this also does a little of the waiting work, such as reading the routines of a list. */
Effects app_beat(App *app, Moment now);

/* The moment (awake_ns) when app_beat must be called next; 0: at once; -1: not before something else happens. */
int64_t app_due_ns(App *app);

/* Writes what has changed to the records, and starts and stops the voice, the sounds and other programs. Call it when
 * the changes of the last call are on the screen. */
Effects app_keep(App *app);

/* A descriptor to wait on for reading; then call app_keep. -1: none. */
int app_voice_descriptor(const App *app);

/* The descriptors of other programs that control the session: fills at most CONTROL_SOURCES_MOST and returns how many.
 * When one of them is ready, call app_control, which lets time pass and does what they ask. */
size_t app_control_sources(const App *app, struct pollfd *sources);
Effects app_control(App *app, Moment now);

/* For line mode: whether another program paused the session or lets it wait, and so will go on with it. */
bool app_is_held(const App *app);

/* For line mode, after the last line: whether something is still spoken or played. Goes on with app_voice_descriptor,
 * app_due_ns and app_keep until it is not. */
bool app_is_heard(App *app);

/* Before the process stops: the voice is silent at once, and the screen may go off. */
void app_rest(App *app);

/* After app_keep: the bytes that have the terminal show a notice, each once, to free(); NULL: none. They are for a
 * terminal alone, in one write. */
char *app_take_notice(App *app);

/* How often a breath or pass gauge moves on the screen, in ms; 0 (the default): none is shown. */
void app_set_pacer(App *app, int32_t pacer_ms);

/* Whether somebody can press keys from now on (AppOptions.is_unattended). */
void app_set_attended(App *app, bool is_attended);

/* The process was stopped from `then` (the last beat, or the stop signal) until `now`: pauses the session as of `then`.
 * `how` is "by Ctrl-Z" or the like. */
Effects app_was_stopped(App *app, Moment then, Moment now, const char *how);

/* A signal or a closed terminal ends the program: leaves the session so that it can be resumed. Call app_keep
 * afterwards to write it. */
Effects app_leave(App *app);

/* The events since the last call of this function, for line mode. Borrowed until the next call. */
const EventList *app_take_events(App *app);

/* For Effects.edit. app_edit_command returns the argument list of the editor, NULL-ended, to free with
 * editor_free_command; NULL if there is no file to edit. After the editor has ended, app_edited reads the file again.
 * */
char **app_edit_command(App *app);
Effects app_edited(App *app, bool editor_worked);

/* A session was started and is neither finished nor left. */
bool app_is_playing(const App *app);
bool app_is_finished(const App *app);

/* Whether a session of this run could not be recorded. Final after app_leave and app_keep. */
bool app_has_lost(const App *app);

/* One line to print when the screen is closed: what was done. NULL if there is nothing to say. Borrowed. */
const char *app_last_words(App *app);

/* The next problem to print on standard error, each once; NULL after the last. Borrowed until the next call. */
const char *app_problem(App *app);

#endif
