/* SPDX-License-Identifier: MIT */
#include "support/author.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/path.h"
#include "platform/editor.h"
#include "support/scratch.h"
#include "ui/widgets/action.h"

const char author_right[] = AUTHOR_HEAD "  - name: Palm\n    areas: hands\n    hold: 30s\n";
const char author_longer[] = AUTHOR_HEAD "  - name: Palm\n    areas: hands\n    hold: 60s\n";
const char author_wrong[] = AUTHOR_HEAD "  - name: Palm\n    areas: hadns\n    hold: 30s\n";

/* One that came with knead, one that has a problem, and moves of both kinds. */
void author_set_up(void)
{
    home_set_up();
    scratch_set("HOME", "");
    scratch_set("XDG_DATA_DIRS", "share");
    scratch_put("knead/routines/own.yaml", author_right);
    scratch_put("knead/routines/wrong.yaml", author_wrong);
    scratch_put("knead/routines/moves/mine.yaml",
                "knead: 1\nmoves:\n  a-mine:\n    name: A\n    areas: feet\n    hold: 20s\n"
                "  b-mine:\n    name: B\n    areas: feet\n    hold: 20s\n");
    scratch_put("share/knead/routines/shipped.yaml",
                "# From us.\nknead: 1\ntitle: Shipped\nmoves:\n"
                "  - name: Arm\n    areas: forearms\n    hold: 30s\n  - name: Foot\n    areas: feet\n    hold: 30s\n");
    scratch_put("share/knead/routines/moves/shared.yaml",
                "knead: 1\nmoves:\n  c-shared:\n    name: C\n    areas: hands\n    hold: 20s\n");
}

App *author_open(void)
{
    Library *library = library_new(NULL, NULL);
    char *problem = NULL;
    ck_assert(library_scan(library, &problem));
    App *app = app_new(library, &(AppOptions){0});
    ck_assert(app_start_home(app));
    app_set_window(app, 80, 24, false);
    app_open_records(app);
    app_key(app, KEY_ENTER_KEY); /* the advice */
    while (app_due_ns(app) == 0)
        app_beat(app, home_at_s(0));
    return app;
}

int32_t author_index(App *app, const char *id)
{
    const Library *library = app_model(app)->library;
    for (size_t i = 0; i < library_count(library); i++) {
        if (strcmp(library_at(library, i)->id, id) == 0)
            return (int32_t)i;
    }
    return -1;
}

Effects author_ask(App *app, RequestKind kind, int32_t value)
{
    app_model(app);
    return app_perform(app, (Request){.kind = kind, .value = value});
}

Effects author_type(App *app, const char *keys)
{
    Effects wish = {0};
    for (; *keys; keys++)
        wish = app_key(app, *keys == '!' ? KEY_ENTER_KEY : *keys == '~' ? KEY_ESCAPE_KEY : *keys);
    return wish;
}

/* What the editor is asked for: the file, by its name, at the line. */
void author_expect_editor(App *app, const char *name, const char *line)
{
    char **command = app_edit_command(app);
    ck_assert_ptr_nonnull(command);
    ck_assert_str_eq(command[0], "vi");
    ck_assert_str_eq(command[1], line);
    ck_assert_str_eq(path_base(command[2]), name);
    editor_free_command(command);
}

/* The editor ends; a text of NULL is left as it is. Returns where the file is, to free(). */
char *author_edited(App *app, const char *text, bool worked)
{
    char **command = app_edit_command(app), *path = memory_copy_text(command[2]);
    if (text)
        ck_assert(file_write(path, text, strlen(text)));
    editor_free_command(command);
    app_edited(app, worked);
    return path;
}

void author_edit(App *app, const char *text)
{
    free(author_edited(app, text, true));
}

void author_expect_notice(App *app, const char *words)
{
    const char *notice = app_model(app)->notice;
    ck_assert_msg(notice && strstr(notice, words), "'%s' is not in: %s", words, notice ? notice : "nothing");
}

App *author_look_at(const AppOptions *options, const char *const *names, int count)
{
    Library *library = library_new(NULL, NULL);
    char *problem = NULL;
    ck_assert(library_scan(library, &problem));
    App *app = app_new(library, options);
    ck_assert_msg(app_start_play(app, names, count, &problem), "%s", problem);
    app_set_window(app, 80, 24, false);
    app_open_records(app);
    if (app_advice(app))
        app_key(app, KEY_ENTER_KEY);
    app_watch(app, false);
    return app;
}

void author_start(App *app)
{
    author_ask(app, REQUEST_START, 0);
    app_keep(app);
    app_beat(app, home_at_s(100));
}

App *author_play(const AppOptions *options, const char *const *names, int count)
{
    App *app = author_look_at(options, names, count);
    author_start(app);
    return app;
}

App *author_resume_at(App *app, double seconds)
{
    app_beat(app, home_at_s(100 + seconds));
    author_type(app, "q");
    app_keep(app);
    app_free(app);
    Library *library = library_new(NULL, NULL);
    char *problem = NULL;
    app = app_new(library, &(AppOptions){0});
    ck_assert_msg(app_start_resume(app, &problem), "%s", problem);
    app_set_window(app, 80, 24, false);
    ck_assert_int_eq(app_model(app)->session->state, SESSION_PAUSED);
    return app;
}

void author_swap(App *app, int32_t move, const char *id)
{
    author_ask(app, REQUEST_SWAPS, move);
    const Model *model = app_model(app);
    for (size_t i = 0; i < model->swap_count; i++) {
        if (strcmp(model->swaps[i].id, id) == 0) {
            author_ask(app, REQUEST_SWAP, (int32_t)i);
            return;
        }
    }
    ck_abort_msg("%s is not offered", id);
}
