/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/user_file.h"
#include "base/duration.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/print_programme.h"
#include "cli/print_routine.h"
#include "routine/export.h"
#include "routine/move.h"
#include "routine/programme.h"
#include "routine/routine.h"
#include "routine/struct_members.h"
#include "routine/template.h"
#include "routine/timeline.h"
#include "yaml/document.h"

enum {
    LONGEST_NAME = 60, /* of an id; what keeps two of a name apart fits behind it */
    INDENT = 4,
};

/* A file that somebody sent: its text, read once, and the names that it can be shown and kept by. */
typedef struct ReceivedFile {
    char *name; /* for people: nothing in it that a terminal should not be sent */
    char *path; /* NULL: standard input */
    char *text;
    size_t length;
} ReceivedFile;

static char *clean_name(const char *path)
{
    Text name = {0};
    utf8_clean_line(&name, path, strlen(path));
    return text_detach(&name);
}

static void tell_unread(const ReceivedFile *received, FileResult result, int why)
{
    if (result == FILE_TOO_LARGE)
        print_failure("%s is larger than 1 MiB, which is too large for a routine", received->name);
    else if (result == FILE_MISSING)
        print_failure("cannot read '%s': there is no such file", received->name);
    else if (why == EINVAL && received->path)
        print_failure("'%s' is %s; give the file of a routine", received->name,
                      folder_is_there(received->path) ? "a folder" : "a pipe or a device");
    else
        print_failure("cannot read '%s': %s", received->name, strerror(why));
}

/* `argument` is a path or `-`. False after having told why it cannot be read. */
static bool read_received(ReceivedFile *received, const char *argument)
{
    const bool is_input = strcmp(argument, "-") == 0;
    *received = (ReceivedFile){.path = is_input ? NULL : memory_copy_text(argument)};
    received->name = clean_name(is_input ? "standard input" : argument);
    const FileResult result = is_input ? file_read_descriptor(STDIN_FILENO, DOCUMENT_LIMIT, &received->text,
                                                              &received->length)
                                       : file_read(argument, DOCUMENT_LIMIT, &received->text, &received->length);
    if (result != FILE_READ)
        tell_unread(received, result, errno);
    return result == FILE_READ;
}

static void release_received(ReceivedFile *received)
{
    free(received->name);
    free(received->path);
    free(received->text);
    *received = (ReceivedFile){0};
}

static void change_text(ReceivedFile *received, char *text, size_t length)
{
    free(received->text);
    received->text = text;
    received->length = length;
}

/* The id that it asks for: its file's name, or what can be made of that, or of the title. To free(). */
static char *id_of(const ReceivedFile *received, const char *title)
{
    const char *base = received->path ? path_base(received->path) : "";
    const size_t stem = folder_stem(base);
    char *name = memory_print("%.*s", stem > 0 ? (int)stem : (int)strlen(base), base);
    char *id = schema_is_id(name, strlen(name)) ? memory_copy_text(name) : template_id(name);
    free(name);
    if (!id && title)
        id = template_id(title);
    if (!id)
        id = memory_copy_text("routine");
    size_t length = MIN_OF(strlen(id), (size_t)LONGEST_NAME);
    while (id[length - 1] == '-')
        length--;
    id[length] = '\0';
    return id;
}

/* Whether it is a file of shared moves. */
static bool is_of_moves(const ReceivedFile *received)
{
    Arena arena = {0};
    DiagnosticList ignored = {0};
    const Node *root = document_parse(&arena, received->text, received->length, &ignored);
    const Node *moves = root ? node_find(root, "moves", NULL) : NULL;
    const bool is_moves = moves && moves->kind == NODE_MAP && !node_find(root, "title", NULL);
    diagnostic_release(&ignored);
    arena_release(&arena);
    return is_moves;
}

/* The text as it will be kept: with this machine's schema in the line that tells editors of one, where it has such a
 * line. `schema` is "routine" or "moves". To free(). */
static char *settle(const ReceivedFile *received, const Context *context, const char *schema, size_t *length)
{
    int32_t line;
    char *without = template_copy(received->text, received->length, NULL, length, &line);
    if (*length == received->length)
        return without;
    free(without);
    char *path = folder_schema(context->program_dir, schema);
    char *settled = template_copy(received->text, received->length, path, length, &line);
    free(path);
    return settled;
}

/* Whether a file holds the very same text, or what it would be kept as. */
static bool is_in_file(const ReceivedFile *received, const char *settled, size_t settled_length, const char *path)
{
    char *text = NULL;
    size_t length = 0;
    const bool is_read = file_read(path, DOCUMENT_LIMIT, &text, &length) == FILE_READ;
    const bool is_same = is_read && ((length == received->length && memcmp(text, received->text, length) == 0) ||
                                     (length == settled_length && memcmp(text, settled, length) == 0));
    free(text);
    return is_same;
}

/* A file of routines, or of shared moves, with that text; NULL where none has it. */
static const LibraryEntry *find_same(const ReceivedFile *received, const char *settled, size_t length, Library *library,
                                     bool is_moves)
{
    const size_t count = is_moves ? library_move_file_count(library) : library_count(library);
    for (size_t i = 0; i < count; i++) {
        const LibraryEntry *entry = is_moves ? library_move_file(library, i) : library_at(library, i);
        if (is_in_file(received, settled, length, entry->path))
            return entry;
    }
    return NULL;
}

/* A file of shared moves that somebody sent: checked, shown, and copied beside one's own, where none of its moves would
 * take the place of one that is there. */

/* The file's moves, and those that are here already. */
typedef struct Newcomers {
    Arena arena;
    const Node *moves;
    const Library *library;
} Newcomers;

static const Node *find_move(void *context, const char *id)
{
    const Newcomers *newcomers = context;
    const Node *own = node_find(newcomers->moves, id, NULL);
    Definition known;
    return own ? own : library_find_move(newcomers->library, NULL, id, &known) ? known.map : NULL;
}

static const Words *no_ids(void *context)
{
    static const Words none = {NULL, 0};
    (void)context;
    return &none;
}

static bool is_right(const ReceivedFile *received, const DefinitionLookup *source)
{
    DiagnosticList diags;
    diagnostic_init(&diags, received->name);
    const bool is_good = routine_check_moves(received->text, received->length, source, &diags);
    print_diags(&diags, received->text, received->length);
    diagnostic_release(&diags);
    if (!is_good)
        print_failure("%s has errors; nothing was added", received->name);
    return is_good;
}

static bool are_new(const ReceivedFile *received, const Newcomers *newcomers)
{
    for (const Entry *entry = newcomers->moves->entries; entry; entry = entry->next) {
        Definition known;
        if (!library_find_move(newcomers->library, NULL, entry->key->text, &known))
            continue;
        print_failure("%s has a shared move '%s', and so does %s; change the id in your copy and add that. Nothing "
                      "was added",
                      received->name, entry->key->text, known.file->path);
        return false;
    }
    return true;
}

static void print_moves(const Newcomers *newcomers, const DefinitionLookup *source)
{
    int width = 0;
    for (const Entry *entry = newcomers->moves->entries; entry; entry = entry->next)
        width = utf8_cells(entry->key->text) > width ? utf8_cells(entry->key->text) : width;
    print_line("%zu shared move%s", newcomers->moves->count, newcomers->moves->count == 1 ? "" : "s");
    for (const Entry *entry = newcomers->moves->entries; entry; entry = entry->next) {
        Arena arena = {0};
        DiagnosticList ignored = {0};
        char time[DURATION_TEXT_SIZE];
        Text line = {0};
        const Move *move = routine_move(&arena, entry->key->text, source, &ignored);
        text_add_repeated(&line, ' ', INDENT);
        print_column(&line, entry->key->text, width + 2);
        if (move)
            text_print(&line, "%6s  %s", duration_clock(time, timeline_move_seconds(move)), move->name);
        print_line("%s", text_show(&line));
        text_release(&line);
        diagnostic_release(&ignored);
        arena_release(&arena);
    }
}

static int save_moves(const ReceivedFile *received, const char *settled, const Library *library)
{
    char *problem = NULL, *id = id_of(received, NULL), *name = memory_print("moves/%s", id);
    char *path = user_file_save(library, name, settled, &problem);
    free(name);
    free(id);
    if (!path)
        return print_failure_free(problem);
    print_line("\nAdded: %s\nTo use one in a routine, write its id, as in `- use: ID`.", path);
    free(path);
    return EXIT_FINE;
}

/* Tells all of it; returns the exit status. */
static int add_moves(const ReceivedFile *received, const Context *context, Library *library)
{
    DiagnosticList ignored = {0};
    Newcomers newcomers = {.library = library};
    const Node *root = document_parse(&newcomers.arena, received->text, received->length, &ignored);
    newcomers.moves = node_find(root, "moves", NULL);
    const DefinitionLookup source = {.find = find_move, .ids = no_ids, .context = &newcomers};
    size_t length;
    char *settled = settle(received, context, "moves", &length);
    int status = EXIT_FAILED;
    const LibraryEntry *same = find_same(received, settled, length, library, true);
    if (same) {
        print_line("You already have these moves: %s", same->path);
        status = EXIT_FINE;
    } else if (is_right(received, &source) && are_new(received, &newcomers)) {
        print_moves(&newcomers, &source);
        status = save_moves(received, settled, library);
    }
    free(settled);
    diagnostic_release(&ignored);
    arena_release(&newcomers.arena);
    return status;
}

static LibraryEntry *check_alone(Library *library, const ReceivedFile *received)
{
    char *copy = memcpy(memory_new(received->length + 1), received->text, received->length);
    return library_take_text(library, received->name, copy, received->length);
}

/* A programme that somebody sent: checked, shown, and copied to one's own. A routine that it names and that is not here
 * is an error. */

static int save_programme(const ReceivedFile *received, const Library *library, const char *title, const char *settled)
{
    char *problem = NULL, *id = id_of(received, title), *name = memory_print("programmes/%s", id);
    char *path = user_file_save(library, name, settled, &problem);
    free(name);
    free(id);
    if (!path)
        return print_failure_free(problem);
    const char *file = path_base(path);
    const int length = (int)folder_stem(file);
    print_line("\nAdded as %.*s: %s", length, file, path);
    print_line("To follow it: knead programme start %.*s", length, file);
    free(path);
    return EXIT_FINE;
}

static const LibraryEntry *find_same_programme(const ReceivedFile *received, const char *settled, size_t length,
                                               Library *library)
{
    for (size_t i = 0; i < library_programme_count(library); i++)
        if (is_in_file(received, settled, length, library_programme_at(library, i)->path))
            return library_programme_at(library, i);
    return NULL;
}

static int add_programme(const ReceivedFile *received, const Context *context, Library *library)
{
    size_t length;
    int status = EXIT_FAILED;
    char *settled = settle(received, context, "programme", &length);
    const LibraryEntry *same = find_same_programme(received, settled, length, library);
    const LibraryEntry *entry = check_alone(library, received);
    if (same) {
        print_line("You already have it as %s: %s", same->id, same->path);
        status = EXIT_FINE;
    } else if (!entry->programme) {
        print_diags(&entry->diags, entry->source, entry->source_length);
        print_failure("%s has errors, or names routines that you do not have; `knead show ID --yaml` prints a complete "
                      "file on the sender's computer. Nothing was added",
                      received->name);
    } else {
        print_diags(&entry->diags, entry->source, entry->source_length);
        print_programme(library, entry->programme, NULL, 0);
        status = save_programme(received, library, entry->programme->title, settled);
    }
    free(settled);
    return status;
}

/* The file as it is read where it lies, with the moves beside it. */
static LibraryEntry *find_beside(Library *library, const char *path, char **problem)
{
    char *full = strchr(path, '/') ? memory_copy_text(path) : memory_print("./%s", path);
    LibraryEntry *entry = library_find(library, full, problem);
    free(full);
    return entry;
}

/* Tells what is wrong; where a file only lacks its moves, its author can send them in it. Always false. */
static bool refuse(const ReceivedFile *received, const LibraryEntry *entry)
{
    bool is_absent = false;
    for (size_t i = 0; i < entry->diags.count; i++)
        is_absent = is_absent || strncmp(entry->diags.items[i].message, move_unknown, strlen(move_unknown)) == 0;
    print_diags(&entry->diags, entry->source, entry->source_length);
    if (is_absent)
        print_failure("%s uses shared moves that you do not have; ask for a complete file, as `knead show %s "
                      "--yaml` prints it on the sender's computer. Nothing was added",
                      received->name, schema_is_id(entry->id, strlen(entry->id)) ? entry->id : "ID");
    else
        print_failure("%s has errors; nothing was added", received->name);
    return false;
}

/* One that needs the moves beside it is written to stand alone: it leaves them behind. False after having told why that
 * cannot be. */
static bool bring_moves(Library *library, ReceivedFile *received)
{
    char *problem = NULL;
    if (!received->path || !folder_has_moves(received->path))
        return true;
    LibraryEntry *there = find_beside(library, received->path, &problem);
    if (!there) {
        print_failure_free(problem);
        return false;
    }
    if (!there->routine)
        return refuse(received, there);
    const LibraryEntry *here = check_alone(library, received);
    if (here->routine && struct_members_same_routine(here->routine, there->routine))
        return true;
    char *text = export_routine(library, there, &problem);
    if (!text) {
        print_failure_free(problem);
        return false;
    }
    change_text(received, text, strlen(text));
    print_line("Your copy includes the moves that %s uses from the folder next to it.\n", received->name);
    return true;
}

static bool show(const Routine *routine)
{
    const PlanOptions as_it_is = {0};
    char *problem = NULL;
    Plan *plan = plan_build(&routine, 1, &as_it_is, &problem);
    if (plan)
        print_routine(routine, plan, NULL);
    else
        print_failure_free(problem);
    plan_free(plan);
    return plan != NULL;
}

static int save(const Context *context, const Library *library, const ReceivedFile *received, const char *title,
                const char *text)
{
    char *problem = NULL, *wanted = id_of(received, title);
    char *path = user_file_save(library, wanted, text, &problem);
    free(wanted);
    if (!path)
        return print_failure_free(problem);
    const char *name = path_base(path), *folder = context->options->texts[OPTION_ROUTINES];
    const int id = (int)folder_stem(name);
    print_line("\nAdded as %.*s: %s", id, name, path);
    print_line("To start it: knead play %.*s%s%s", id, name, folder ? " --routines " : "", folder ? folder : "");
    free(path);
    return EXIT_FINE;
}

static int add_routine(const Context *context, Library *library, ReceivedFile *received)
{
    if (!bring_moves(library, received))
        return EXIT_FAILED;
    const LibraryEntry *entry = check_alone(library, received);
    if (!entry->routine && !refuse(received, entry))
        return EXIT_FAILED;
    size_t length;
    int status = EXIT_FAILED;
    char *settled = settle(received, context, "routine", &length);
    const LibraryEntry *same = find_same(received, settled, length, library, false);
    if (same) {
        print_line("You already have it as %s: %s", same->id, same->path);
        status = EXIT_FINE;
    } else if (print_diags(&entry->diags, entry->source, entry->source_length), show(entry->routine)) {
        status = save(context, library, received, entry->routine->title, settled);
    }
    free(settled);
    return status;
}

static int run_add(const Context *context)
{
    ReceivedFile received;
    Library *library = context_library(context);
    int status = EXIT_FAILED;
    if (library && read_received(&received, context->arguments[0]))
        status = programme_is_meant(received.text, received.length) ? add_programme(&received, context, library)
                 : is_of_moves(&received)                           ? add_moves(&received, context, library)
                                                                    : add_routine(context, library, &received);
    if (library)
        release_received(&received);
    library_free(library);
    return status;
}

const Command command_add = {
    .name = "add",
    .arguments = "FILE",
    .summary = "add a routine or programme that someone sent you: check it, show it and copy it to yours",
    .details = "`-` is standard input. knead does not overwrite your files: if a name is taken, it adds -2.",
    .example = "knead add their-hips.yaml\nknead add - < their-hips.yaml",
    .least = 1,
    .most = 1,
    .run = run_add,
};
