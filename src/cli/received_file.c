/* SPDX-License-Identifier: MIT */
#include "cli/received_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/utf8.h"
#include "routine/template.h"
#include "yaml/document.h"

enum { LONGEST_NAME = 60 }; /* of an id; what keeps two of a name apart fits behind it */

static char *clean_name(const char *path)
{
    Text name = {0};
    utf8_clean_line(&name, path, strlen(path));
    return text_detach(&name);
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void tell_unread(const Arrival *arrival, FileResult result, int why)
{
    if (result == FILE_TOO_LARGE)
        command_fail("%s is larger than 1 MiB, which no routine is", arrival->name);
    else if (result == FILE_MISSING)
        command_fail("cannot read '%s': there is no such file", arrival->name);
    else if (why == EINVAL && arrival->path)
        command_fail("'%s' is %s; name the file of a routine", arrival->name,
                     is_folder(arrival->path) ? "a folder" : "no file but a pipe or a device");
    else
        command_fail("cannot read '%s': %s", arrival->name, strerror(why));
}

bool arrival_read(Arrival *arrival, const char *argument)
{
    const bool is_input = strcmp(argument, "-") == 0;
    *arrival = (Arrival){.path = is_input ? NULL : memory_copy_text(argument)};
    arrival->name = clean_name(is_input ? "standard input" : argument);
    const FileResult result =
        is_input ? file_read_descriptor(STDIN_FILENO, DOCUMENT_LIMIT, &arrival->text, &arrival->length)
                 : file_read(argument, DOCUMENT_LIMIT, &arrival->text, &arrival->length);
    if (result != FILE_READ)
        tell_unread(arrival, result, errno);
    return result == FILE_READ;
}

void arrival_release(Arrival *arrival)
{
    free(arrival->name);
    free(arrival->path);
    free(arrival->text);
    *arrival = (Arrival){0};
}

void arrival_change(Arrival *arrival, char *text, size_t length)
{
    free(arrival->text);
    arrival->text = text;
    arrival->length = length;
}

char *arrival_id(const Arrival *arrival, const char *title)
{
    const char *base = arrival->path ? path_base(arrival->path) : "";
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

/* A routine may have a lone item without a dash: then one of the keys that say what an item is has a text. */
static bool is_item(const Node *map)
{
    static const char *const keys[] = {"use", "name", "rest", "repeat"};
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        const Node *value = node_find(map, keys[i], NULL);
        if (value && value->kind == NODE_SCALAR)
            return true;
    }
    return false;
}

bool arrival_is_moves(const Arrival *arrival)
{
    Arena arena = {0};
    DiagList ignored = {0};
    const Node *root = document_parse(&arena, arrival->text, arrival->length, &ignored);
    const Node *moves = root ? node_find(root, "moves", NULL) : NULL;
    const bool is_moves = moves && moves->kind == NODE_MAP && !node_find(root, "title", NULL) && !is_item(moves);
    diag_release(&ignored);
    arena_release(&arena);
    return is_moves;
}

char *arrival_settled(const Arrival *arrival, const Call *call, const char *schema, size_t *length)
{
    int32_t line;
    char *without = template_copy(arrival->text, arrival->length, NULL, length, &line);
    if (*length == arrival->length)
        return without;
    free(without);
    char *path = folder_schema(call->program_dir, schema);
    char *settled = template_copy(arrival->text, arrival->length, path, length, &line);
    free(path);
    return settled;
}

bool arrival_is_in(const Arrival *arrival, const char *settled, size_t settled_length, const char *path)
{
    char *text = NULL;
    size_t length = 0;
    const bool is_read = file_read(path, DOCUMENT_LIMIT, &text, &length) == FILE_READ;
    const bool is_same = is_read && ((length == arrival->length && memcmp(text, arrival->text, length) == 0) ||
                                     (length == settled_length && memcmp(text, settled, length) == 0));
    free(text);
    return is_same;
}
