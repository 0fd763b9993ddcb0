/* SPDX-License-Identifier: MIT */
/* What the tests of making and editing routines in the app share: folders with routines and moves of one's own and some
 * that came with knead, and an editor that is the test: it writes the file between the wish for it and its end. */
#ifndef SUPPORT_AUTHOR_H
#define SUPPORT_AUTHOR_H

#include "app/app.h"
#include "support/home.h"

#define AUTHOR_HEAD "knead: 1\ntitle: Lunch\nmoves:\n"
extern const char author_right[], author_longer[], author_wrong[]; /* 35 s, 65 s; a problem in line 5 */

/* One's own: own, wrong, and the shared moves a-mine and b-mine. With knead came shipped and c-shared. Removed by
 * scratch_remove. */
void author_set_up(void);

/* At home, everything read, the advice too. */
App *author_open(void);

/* Looks at routines in a run of its own, its records open; or starts a session of them, at 100 s. */
App *author_look_at(const AppOptions *options, const char *const *names, int count);
App *author_play(const AppOptions *options, const char *const *names, int count);
void author_start(App *app);

/* Leaves the session that many seconds into it, and goes on with it in another run, paused. */
App *author_resume_at(App *app, double seconds);

/* In the library; -1 where there is none. */
int32_t author_index(App *app, const char *id);

Effects author_ask(App *app, RequestKind kind, int32_t value);

/* What is looked at does that shared move in the place of one of its moves. */
void author_swap(App *app, int32_t move, const char *id);

/* `!` is Enter, `~` Escape. Returns the last wish. */
Effects author_type(App *app, const char *keys);

/* What the editor is asked for: the file, by its name, at the line ("+5"). */
void author_expect_editor(App *app, const char *name, const char *line);

/* The editor ends; a text of NULL is left as it is. Returns where the file is, to free(). */
char *author_edited(App *app, const char *text, bool worked);
void author_edit(App *app, const char *text);

void author_expect_notice(App *app, const char *words);

#endif
