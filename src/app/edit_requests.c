/* SPDX-License-Identifier: MIT */
#include "app/edit_requests.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app/open_routine.h"
#include "app/reload.h"
#include "app/save_swaps.h"
#include "app/user_file.h"
#include "base/duration.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "platform/editor.h"
#include "routine/template.h"

static void tell_not_saved(App *app)
{
    state_set_notice(
        app, memory_print("This routine is not saved. Press %s to save it as your own.", state_key(app, ACTION_NEW)));
}

void edit_requests_forget(App *app)
{
    edit_file_release(&app->draft.edit_file);
    free(app->draft.folder);
    app->draft = (Editing){0};
}

/* The folder as people write it. */
static char *new_file_folder(const Library *library)
{
    const char *folder = library_has_mine(library) ? library_folder(library, 0) : NULL, *home = getenv("HOME");
    const size_t length = home ? strlen(home) : 0;
    if (folder && length > 1 && strncmp(folder, home, length) == 0 && folder[length] == '/')
        return memory_print("~%s", folder + length);
    return folder ? memory_copy_text(folder) : NULL;
}

void edit_requests_name(App *app, Request request)
{
    LibraryEntry *from = request.value > 0 && app->selection.count > 0 ? app->selection.entries[0] : NULL;
    if (from && !from->routine) {
        state_set_notice(app, memory_print("It has a problem. Fix it first (%s), then press %s to copy it.",
                                           state_key(app, ACTION_EDIT_ROUTINE), state_key(app, ACTION_NEW)));
        return;
    }
    edit_requests_forget(app);
    app->draft = (Editing){.from = from, .is_named = true, .folder = new_file_folder(app->library)};
    state_show(app, &screen_new_routine);
}

/* Without the blanks around it. */
static char *trimmed(const char *title)
{
    title += strspn(title, " ");
    size_t length = strlen(title);
    while (length > 0 && title[length - 1] == ' ')
        length--;
    return memory_print("%.*s", (int)length, title);
}

/* What was put together for the moment gets a file. */
static bool write_down(App *app, const char *id, const char *title, char **problem)
{
    Editing *draft = &app->draft;
    char *text = template_retitle(draft->from->source, title), *path = user_file_path(app->library, id, problem);
    const char *written = text ? text : draft->from->source;
    bool is_written = path && user_file_create(path, written, strlen(written));
    if (path && !is_written)
        *problem = user_file_trouble(path, errno);
    library_refresh(app->library, NULL);
    LibraryEntry *entry = is_written ? library_find(app->library, path, problem) : NULL;
    is_written = entry && edit_file_edit(&draft->edit_file, app->library, entry, 0, NULL, problem);
    draft->edit_file.is_new = is_written;
    free(text);
    free(path);
    return is_written;
}

static bool write_new(App *app, const char *id, const char *title, char **problem)
{
    Editing *draft = &app->draft;
    if (draft->from && draft->from->is_text && draft->from->source)
        return write_down(app, id, title, problem);
    return edit_file_new(&draft->edit_file, app->library, id, title, draft->from, app->options.program_dir, problem);
}

static void open_editor(App *app, EditorTask task)
{
    app->editor_task = task;
    app->effects.edit = true;
}

void edit_requests_write(App *app, Request request)
{
    char *problem = NULL, *title = trimmed(request.text ? request.text : ""), *id = template_id(title);
    reload_expect(app);
    if (id && write_new(app, id, title, &problem)) {
        if (app->draft.from)
            save_swaps_write(app, 0, &app->draft.edit_file, 0, false);
        state_hide(app, &screen_new_routine);
        open_editor(app, EDITOR_ROUTINE);
    }
    reload_files(app);
    if (problem)
        state_set_notice(app, problem);
    free(title);
    free(id);
}

/* What is swapped in the routine that is opened goes into its file with it. */
static void carry_swaps(App *app, const LibraryEntry *entry, int32_t line)
{
    for (size_t i = 0; i < app->selection.count; i++) {
        if (app->selection.entries[i] == entry)
            save_swaps_write(app, i, &app->draft.edit_file, line, true);
    }
}

/* Wishes for the editor on an entry at a line (0: the first problem's, else the title's), or says why not. */
static void begin(App *app, LibraryEntry *entry, int32_t line, EditorTask task)
{
    char *problem = NULL;
    edit_requests_forget(app);
    reload_expect(app);
    if (edit_file_edit(&app->draft.edit_file, app->library, entry, line, app->options.program_dir, &problem)) {
        carry_swaps(app, entry, line);
        open_editor(app, task);
    }
    reload_files(app);
    if (problem)
        state_set_notice(app, problem);
}

void edit_requests_edit_entry(App *app, Request request)
{
    if (request.value < 0 || (size_t)request.value >= library_count(app->library))
        return;
    LibraryEntry *entry = library_at(app->library, (size_t)request.value);
    library_load(app->library, entry);
    begin(app, entry, 0, EDITOR_ROUTINE);
}

/* A move that stands in for another has its line in a file of shared moves: here the other's is meant. */
static int32_t written_line(const App *app, const PlanMove *move)
{
    return selection_swapped(&app->selection, move->turn) ? app->selection.plan->turns[move->turn].line : move->line;
}

void edit_requests_edit_move(App *app, Request request)
{
    const Plan *plan = app->selection.plan;
    const bool is_move = plan && request.value >= 0 && (size_t)request.value < plan->move_count;
    const PlanMove *move = is_move ? &plan->moves[request.value] : NULL;
    const size_t routine = move ? (size_t)plan->routines[move->routine].chosen : 0;
    if (routine >= app->selection.count)
        return;
    LibraryEntry *entry = app->selection.entries[routine];
    if (entry->is_text)
        tell_not_saved(app);
    else
        begin(app, entry, move ? written_line(app, move) : 0, EDITOR_ROUTINE);
}

void edit_requests_edit_shared(App *app, Request request)
{
    if (request.value < 0 || (size_t)request.value >= app->shared_moves.count)
        return;
    const char *id = app->shared_moves.moves[request.value].id;
    Definition source;
    if (library_find_move(app->library, NULL, id, &source) && source.file->is_mine) {
        begin(app, source.file, (int32_t)source.key.line, EDITOR_ROUTINE);
        return;
    }
    char *folder = new_file_folder(app->library);
    state_set_notice(app, memory_print("To change %s, write your own version in a file in %s/moves; knead uses yours.",
                                       id, folder ? folder : "your own folder"));
    free(folder);
}

static void hide_wrong(App *app)
{
    state_hide(app, &screen_file_problems);
    app->draft.wrong = NULL;
}

static void show_wrong(App *app, LibraryEntry *entry)
{
    hide_wrong(app);
    app->draft.wrong = entry;
    state_show(app, &screen_file_problems);
}

/* A copy that was only looked at would hide a newer one that comes with a newer knead. */
static bool drop_copy(App *app)
{
    EditFile *edit_file = &app->draft.edit_file;
    char *problem = NULL;
    reload_expect(app);
    const bool is_dropped = edit_file->is_copy && !edit_file_is_changed(edit_file) &&
                            edit_file_throw_away(edit_file, app->library, &problem);
    free(problem); /* then it stays, and is one's own */
    reload_files(app);
    return is_dropped;
}

/* What was written stays as it is. */
static void tell_failure(App *app)
{
    const bool is_new = app->draft.edit_file.is_new;
    const char *name = path_base(app->draft.edit_file.path);
    char *trouble = editor_trouble();
    const bool is_there = !drop_copy(app) && is_new;
    state_set_notice(app, is_there ? memory_print("%s %s was created.", trouble, name) : memory_copy_text(trouble));
    free(trouble);
}

static void tell_no_change(App *app, const LibraryEntry *entry)
{
    const size_t errors = entry->diags.errors;
    const char *name = path_base(entry->path);
    if (drop_copy(app))
        state_set_notice(app, memory_copy_text("No changes; the copy was removed."));
    else if (errors > 0)
        state_set_notice(app,
                         memory_print("No changes; %s still has %zu problem%s.", name, errors, errors == 1 ? "" : "s"));
    else
        state_set_notice(app, memory_copy_text("No changes."));
}

/* The entry that the editor has left, read anew; the lists know of it. NULL with a notice: the editor did not work,
 * nothing was changed, or the file is gone. */
static LibraryEntry *read_edited(App *app, bool editor_worked)
{
    EditFile *edit_file = &app->draft.edit_file;
    char *problem = NULL;
    reload_expect(app);
    LibraryEntry *entry = edit_file_read(edit_file, app->library, &problem);
    reload_files(app);
    if (!entry) {
        hide_wrong(app);
        state_set_notice(app, problem);
    } else if (!editor_worked) {
        tell_failure(app);
    } else if (!app->draft.is_named && !edit_file_is_changed(edit_file)) {
        hide_wrong(app);
        tell_no_change(app, entry);
    } else {
        return entry;
    }
    if (!app->draft.wrong)
        edit_requests_forget(app);
    return NULL;
}

/* "Saved: Lunch, 6 min 20 s", and what else there is to say of it. */
static char *saved(const App *app, const LibraryEntry *entry)
{
    const EditFile *edit_file = &app->draft.edit_file;
    Text words = {0};
    char length[DURATION_TEXT_SIZE];
    text_add(&words, edit_file_is_changed(edit_file) ? "Saved: " : "Unchanged: ");
    if (entry->routine)
        text_print(&words, "%s, %s", entry->routine->title, duration_words(length, entry->routine->seconds));
    else
        text_add(&words, path_base(entry->path));
    const char *warning = diagnostic_first(&entry->diags);
    if (warning)
        text_print(&words, "; line %u: %s", (unsigned)entry->diags.items[0].mark.line, warning);
    if (edit_file->note)
        text_print(&words, "; %s", edit_file->note);
    return text_detach(&words);
}

void edit_requests_take_up(App *app, bool editor_worked)
{
    LibraryEntry *entry = read_edited(app, editor_worked);
    if (!entry)
        return;
    if (entry->state == ENTRY_BROKEN) {
        show_wrong(app, entry);
        return;
    }
    char *words = saved(app, entry);
    hide_wrong(app);
    if (app->draft.is_named) {
        state_hide(app, &screen_routine);
        open_routine_entry(app, entry);
    }
    edit_requests_forget(app);
    state_set_notice(app, words);
}

void edit_requests_repair(App *app, Request request)
{
    (void)request;
    if (!app->draft.wrong)
        return;
    open_editor(app, app->active.is_open ? EDITOR_SESSION : EDITOR_ROUTINE);
}

void edit_requests_keep(App *app, Request request)
{
    (void)request;
    char key[KEY_NAME_SIZE];
    const LibraryEntry *wrong = app->draft.wrong;
    if (!wrong)
        return;
    char *words;
    if (app->active.is_open)
        words = memory_print("Using the old version for now. Press %s to fix the file.", state_key(app, ACTION_EDIT));
    else if (wrong->state == ENTRY_BROKEN)
        words = memory_print("Kept. The library (%s) marks %s as broken.",
                             key_bindings_first(&app->settings.keys, ACTION_LIBRARY, key), path_base(wrong->path));
    else
        words = memory_print("Kept: %s.", path_base(wrong->path));
    hide_wrong(app);
    edit_requests_forget(app);
    state_set_notice(app, words);
}

void edit_requests_throw_away(App *app, Request request)
{
    (void)request;
    Editing *draft = &app->draft;
    char *problem = NULL;
    if (!draft->wrong)
        return;
    reload_expect(app);
    const bool is_thrown = edit_file_throw_away(&draft->edit_file, app->library, &problem);
    reload_files(app);
    if (!is_thrown) {
        state_set_notice(app, problem);
        return;
    }
    const char *note = draft->edit_file.note;
    char *words = memory_print("Thrown away%s%s", note ? "; " : "", note ? note : "");
    hide_wrong(app);
    edit_requests_forget(app);
    state_set_notice(app, words);
}

/* The routine that is being followed. */

/* The move of the moment; on a rest the one that comes next. */
static const PlanMove *move_now(const App *app)
{
    const Session *session = &app->active.session;
    for (size_t i = (size_t)session->step; i < session->plan->step_count; i++) {
        if (session->plan->steps[i].move >= 0)
            return &session->plan->moves[session->plan->steps[i].move];
    }
    return &session->plan->moves[session->plan->move_count - 1];
}

/* A session from the records knows its files by name only. False with a notice where one is no longer there: then it
 * knows none. */
static bool find_entries(App *app)
{
    const Plan *plan = app->selection.plan;
    if (app->selection.count > 0)
        return true;
    for (size_t i = 0; i < plan->chosen_count; i++) {
        char *problem = NULL;
        const PlanFile *file = &plan->chosen[i];
        LibraryEntry *entry = library_find(app->library, file->path ? file->path : file->id, &problem);
        if (!entry) {
            state_set_notice(app, problem);
            app->selection.count = 0;
            return false;
        }
        selection_add(&app->selection, entry);
    }
    shared_moves_read(&app->shared_moves, app->library);
    selection_find_swaps(&app->selection, &app->shared_moves);
    return true;
}

static LibraryEntry **entry_now(const App *app)
{
    return &app->selection.entries[app->selection.plan->routines[move_now(app)->routine].chosen];
}

void edit_requests_begin_session(App *app)
{
    char key[KEY_NAME_SIZE];
    if (!app->active.is_open || !session_stands(&app->active.session)) {
        state_set_notice(app, memory_print("Pause first (%s), then press %s to edit the routine.",
                                           key_bindings_first(&app->settings.keys, ACTION_PAUSE, key),
                                           state_key(app, ACTION_EDIT)));
        return;
    }
    if (!find_entries(app))
        return;
    LibraryEntry *entry = *entry_now(app);
    library_load(app->library, entry);
    begin(app, entry, entry->state == ENTRY_BROKEN ? 0 : written_line(app, move_now(app)), EDITOR_SESSION);
}

/* What is wrong, and that the session is not touched by it. Owns the problem. */
static void tell_problem(App *app, LibraryEntry *entry, char *problem)
{
    if (entry->state == ENTRY_BROKEN && state_has_window(app))
        show_wrong(app, entry);
    else
        state_set_notice(app, memory_print("%s. Using the old version for now. Press %s to fix the file.", problem,
                                           state_key(app, ACTION_EDIT)));
    free(problem);
}

void edit_requests_take_up_session(App *app, bool editor_worked)
{
    if (!active_session_is_playing(&app->active) || !find_entries(app))
        return;
    LibraryEntry *entry = read_edited(app, editor_worked), **now = entry_now(app), *before = *now;
    if (!entry)
        return;
    char *problem = NULL;
    *now = entry;
    Plan *plan = state_make_plan(app, &problem);
    if (!plan) {
        *now = before;
        tell_problem(app, entry, problem);
        return;
    }
    const char *note = app->draft.edit_file.note;
    const bool is_news = plan->declined && !text_same(plan->declined, app->selection.plan->declined);
    char *words = memory_print("Reloaded: you are still at the same move%s%s%s%s", note ? "; " : "", note ? note : "",
                               is_news ? "; left out because you said no: " : "", is_news ? plan->declined : "");
    hide_wrong(app);
    edit_requests_forget(app);
    reload_replan(app, plan);
    if (app->notice)
        free(words); /* the records are in trouble, which matters more */
    else
        state_set_notice(app, words);
}
