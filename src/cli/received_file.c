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
#include "cli/print.h"
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

static void tell_unread(const ReceivedFile *received, FileResult result, int why)
{
    if (result == FILE_TOO_LARGE)
        print_failure("%s is larger than 1 MiB, which no routine is", received->name);
    else if (result == FILE_MISSING)
        print_failure("cannot read '%s': there is no such file", received->name);
    else if (why == EINVAL && received->path)
        print_failure("'%s' is %s; name the file of a routine", received->name,
                      is_folder(received->path) ? "a folder" : "no file but a pipe or a device");
    else
        print_failure("cannot read '%s': %s", received->name, strerror(why));
}

bool received_file_read(ReceivedFile *received, const char *argument)
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

void received_file_release(ReceivedFile *received)
{
    free(received->name);
    free(received->path);
    free(received->text);
    *received = (ReceivedFile){0};
}

void received_file_change(ReceivedFile *received, char *text, size_t length)
{
    free(received->text);
    received->text = text;
    received->length = length;
}

char *received_file_id(const ReceivedFile *received, const char *title)
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

bool received_file_is_moves(const ReceivedFile *received)
{
    Arena arena = {0};
    DiagnosticList ignored = {0};
    const Node *root = document_parse(&arena, received->text, received->length, &ignored);
    const Node *moves = root ? node_find(root, "moves", NULL) : NULL;
    const bool is_moves = moves && moves->kind == NODE_MAP && !node_find(root, "title", NULL) && !is_item(moves);
    diagnostic_release(&ignored);
    arena_release(&arena);
    return is_moves;
}

char *received_file_settled(const ReceivedFile *received, const Call *call, const char *schema, size_t *length)
{
    int32_t line;
    char *without = template_copy(received->text, received->length, NULL, length, &line);
    if (*length == received->length)
        return without;
    free(without);
    char *path = folder_schema(call->program_dir, schema);
    char *settled = template_copy(received->text, received->length, path, length, &line);
    free(path);
    return settled;
}

bool received_file_is_in(const ReceivedFile *received, const char *settled, size_t settled_length, const char *path)
{
    char *text = NULL;
    size_t length = 0;
    const bool is_read = file_read(path, DOCUMENT_LIMIT, &text, &length) == FILE_READ;
    const bool is_same = is_read && ((length == received->length && memcmp(text, received->text, length) == 0) ||
                                     (length == settled_length && memcmp(text, settled, length) == 0));
    free(text);
    return is_same;
}
