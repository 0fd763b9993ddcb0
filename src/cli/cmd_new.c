/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "app/edit_file.h"
#include "app/user_file.h"
#include "base/duration.h"
#include "base/macros.h"
#include "base/output.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "platform/editor.h"

/* A file that is being written, its author and a terminal: the editor, what is wrong afterwards, and the question
 * what to do then. */

/* Whether there is a terminal for an editor and a question. */
static bool edit_loop_has_terminal(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

/* What the file is called on a command line: by its id only where that finds it. */
static const char *name_of(const Context *context, const Library *library, const EditFile *edit_file)
{
    for (size_t i = 0; i < library_count(library) && !options_has(context->options, OPTION_ROUTINES); i++)
        if (strcmp(library_at(library, i)->path, edit_file->path) == 0)
            return edit_file->id;
    return edit_file->path;
}

static void add_places(Text *line, const WordList *places)
{
    if (places->count == place_words.count)
        text_add(line, "; anywhere");
    else if (places->count == 0)
        text_add(line, "; in more than one place");
    for (size_t i = 0; i < places->count && places->count < place_words.count; i++)
        text_print(line, "%s%s", i ? ", " : "; where: ", place_words.items[places->items[i]]);
}

static void print_ready(const char *name, const LibraryEntry *entry)
{
    const Routine *routine = entry->routine;
    if (!routine) {
        print_line("%s: no problems; routines can use these moves by their ids", entry->path);
        return;
    }
    char time[DURATION_TEXT_SIZE];
    Text line = {0};
    text_print(&line, "%s, %d move%s", duration_words(time, routine->seconds), routine->move_count,
               routine->move_count == 1 ? "" : "s");
    add_places(&line, &routine->places);
    text_add(&line, routine->tools.count > 0 ? "; needs: " : "; needs no tools");
    for (size_t i = 0; i < routine->tools.count; i++) {
        text_add(&line, i ? ", " : "");
        print_join(&line, routine->tools.items[i].any_of.items, routine->tools.items[i].any_of.count, " or ");
    }
    print_line("%s is ready: knead play %s", entry->id, name);
    print_paragraph(0, NULL, text_show(&line));
    text_release(&line);
}

static int throw_away(Library *library, EditFile *edit_file)
{
    char *problem = NULL;
    if (!edit_file_throw_away(edit_file, library, &problem))
        return print_failure_free(problem);
    print_line("Thrown away; %s", edit_file->is_copy  ? "the version that came with knead is back."
                                  : edit_file->is_new ? "the new routine was removed."
                                                      : "the old version of the routine is back.");
    if (edit_file->note)
        print_line("%s", edit_file->note);
    return EXIT_FINE;
}

static int keep(const char *name, const EditFile *edit_file, const LibraryEntry *entry)
{
    return print_failure("kept %s with %zu error%s; to fix: knead edit %s", edit_file->path, entry->diags.errors,
                         entry->diags.errors == 1 ? "" : "s", name);
}

/* A copy that was only looked at would hide a newer one that comes with a newer knead. */
static int unchanged(Library *library, EditFile *edit_file, const LibraryEntry *entry, const char *name)
{
    char *problem = NULL;
    if (edit_file->is_copy && !edit_file_throw_away(edit_file, library, &problem))
        return print_failure_free(problem);
    if (edit_file->is_new && !edit_file->is_copy) {
        print_line("%s is unchanged and works: knead play %s", edit_file->path, name);
        print_line("to edit it again: knead edit %s", name);
    } else if (entry->diags.errors > 0 && !edit_file->is_copy) {
        return print_failure("nothing changed; %s still has %zu error%s; to fix: knead edit %s", edit_file->path,
                             entry->diags.errors, entry->diags.errors == 1 ? "" : "s", name);
    } else {
        print_line("nothing changed%s", edit_file->is_copy ? "; the copy was removed" : "");
    }
    return EXIT_FINE;
}

static int editor_failed(Library *library, EditFile *edit_file, const char *editor, int why)
{
    char *problem = NULL;
    const bool is_read = edit_file_read(edit_file, library, &problem) != NULL;
    const bool is_mere_copy = is_read && edit_file->is_copy && !edit_file_is_changed(edit_file);
    if (!is_read || (is_mere_copy && !edit_file_throw_away(edit_file, library, &problem)))
        print_failure_free(problem);
    return print_failure(
        "the editor '%s' %s%s; %s was not changed; set VISUAL or EDITOR to the one you want (VISUAL=nano)", editor,
        why ? "could not be started: " : "failed", why ? strerror(why) : "",
        is_mere_copy ? "the routine" : edit_file->path);
}

/* 'b', 'k' or 't' for a letter or a word, 'b' for nothing at all; '\0' for what is no answer. */
static char answer_of(const char *line)
{
    static const char *const answers[] = {"back", "keep", "throw"};
    line += strspn(line, " \t");
    const size_t length = strcspn(line, " \t\r\n");
    if (length == 0)
        return 'b';
    for (size_t i = 0; i < ARRAY_LEN(answers); i++)
        if ((length == 1 || length == strlen(answers[i])) && strncasecmp(line, answers[i], length) == 0)
            return answers[i][0];
    return '\0';
}

/* At the end of the input it is kept. */
static char ask(void)
{
    char *line = NULL, answer = '\0';
    size_t room = 0;
    while (answer == '\0') {
        output_text(stdout, "go [b]ack and fix the first one, [k]eep the file, or [t]hrow away your changes? ");
        fflush(stdout);
        const bool has_line = getline(&line, &room, stdin) >= 0;
        answer = has_line ? answer_of(line) : 'k';
        if (!has_line)
            output_text(stdout, "\n");
    }
    free(line);
    return answer;
}

/* What is wrong with it, and what its author wants to be done about that; '\0' where it loads. */
static char tell_and_ask(LibraryEntry *entry)
{
    fflush(stdout);
    print_diags(&entry->diags, entry->source, entry->source_length);
    return entry->diags.errors > 0 ? ask() : '\0';
}

/* Opens the editor, again and again where that is asked for, until the file is right, kept as it is or thrown away.
 * Tells all of it; returns the exit status. */
static int edit_loop_run(const Context *context, Library *library, EditFile *edit_file)
{
    if (edit_file->note)
        print_note(edit_file->note);
    for (;;) {
        char *problem = NULL, **command = edit_file_command(edit_file);
        const bool worked = editor_run(command);
        const int status = worked ? EXIT_FINE : editor_failed(library, edit_file, command[0], errno);
        editor_free_command(command);
        if (!worked)
            return status;
        LibraryEntry *entry = edit_file_read(edit_file, library, &problem);
        if (!entry)
            return print_failure_free(problem);
        const char *name = name_of(context, library, edit_file);
        if (!edit_file_is_changed(edit_file))
            return unchanged(library, edit_file, entry, name);
        const char answer = tell_and_ask(entry);
        if (answer == 'k')
            return keep(name, edit_file, entry);
        if (answer == 't')
            return throw_away(library, edit_file);
        if (answer == '\0') {
            print_ready(name, entry);
            return EXIT_FINE;
        }
    }
}

/* Only the file: where there is no terminal, that is all there is to do. */
static int make(const Context *context, Library *library, LibraryEntry *from)
{
    char *problem = NULL;
    EditFile edit_file;
    if (!edit_file_new(&edit_file, library, context->arguments[0], NULL, from, context->program_dir, &problem))
        return print_failure_free(problem);
    int status = EXIT_FINE;
    if (edit_loop_has_terminal())
        status = edit_loop_run(context, library, &edit_file);
    else
        print_line("%s", edit_file.path);
    edit_file_release(&edit_file);
    return status;
}

static int run_new(const Context *context)
{
    char *problem = NULL;
    if (!user_file_is_id(context->arguments[0], &problem)) {
        print_failure_free(problem);
        return EXIT_USAGE;
    }
    Library *library = context_library(context);
    if (!library)
        return EXIT_FAILED;
    LibraryEntry *from = NULL;
    if (options_has(context->options, OPTION_FROM))
        from = library_find(library, context->options->texts[OPTION_FROM], &problem);
    const int status = problem ? print_failure_free(problem) : make(context, library, from);
    library_free(library);
    return status;
}

const Command command_new = {
    .name = "new",
    .arguments = "ID",
    .summary = "create a routine from a commented template and open your editor",
    .details = "The editor is $VISUAL, or $EDITOR, or vi. With --from, the new routine is a copy of another.",
    .example = "knead new lunch\nknead new my-calves --from calf-hamstring-smash",
    .options = OPTION_BIT(OPTION_FROM),
    .least = 1,
    .most = 1,
    .run = run_new,
};

static int edit(const Context *context, Library *library, LibraryEntry *entry)
{
    char *problem = NULL;
    EditFile edit_file;
    if (!edit_loop_has_terminal())
        return print_failure("edit opens an editor, which needs a terminal; the file is %s", entry->path);
    if (!edit_file_edit(&edit_file, library, entry, 0, context->program_dir, &problem))
        return print_failure_free(problem);
    const int status = edit_loop_run(context, library, &edit_file);
    edit_file_release(&edit_file);
    return status;
}

static int run_edit(const Context *context)
{
    Library *library = context_library(context);
    if (!library)
        return EXIT_FAILED;
    library_check_positions(library); /* whoever writes a name is told of a slip */
    char *problem = NULL;
    LibraryEntry *entry = library_find(library, context->arguments[0], &problem);
    const int status = entry ? edit(context, library, entry) : print_failure_free(problem);
    library_free(library);
    return status;
}

const Command command_edit = {
    .name = "edit",
    .arguments = "ROUTINE",
    .summary = "open a routine in your editor; routines that came with knead are copied first",
    .example = "knead edit lunch\nknead edit calf-hamstring-smash",
    .least = 1,
    .most = 1,
    .run = run_edit,
};
