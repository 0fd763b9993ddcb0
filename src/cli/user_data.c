/* SPDX-License-Identifier: MIT */
#include "cli/user_data.h"

#include <stdlib.h>

#include "base/path.h"
#include "cli/command.h"
#include "cli/print.h"

static void load(Settings *settings, const char *path, Library *library, DiagnosticList *diags, char **source,
                 size_t *length)
{
    settings_load(settings, path, diags, source, length);
    if (!library || settings->tools.names.count == 0)
        return;
    Arena arena = {0};
    const Words known = library_tools(library, &settings->tools.names, &arena);
    tools_at_hand_warn(&settings->tools, &known, diags);
    diagnostic_sort(diags);
    arena_release(&arena);
}

void user_data_read(Settings *settings, Library *library)
{
    char *path = path_config(settings_file), *source = NULL;
    if (!path)
        return;
    size_t length = 0;
    DiagnosticList diags;
    diagnostic_init(&diags, path);
    load(settings, path, library, &diags, &source, &length);
    print_diags(&diags, source, length);
    diagnostic_release(&diags);
    free(source);
    free(path);
}

void user_data_check(const char *path, Library *library, DiagnosticList *diags, char **source, size_t *length)
{
    Settings settings = {0};
    load(&settings, path, library, diags, source, length);
    settings_release(&settings);
}

Store *user_data_records(int64_t now_s)
{
    char *path = path_data("knead.db");
    Store *store = path && path_is_missing(path) ? NULL : store_open(path, now_s);
    const char *trouble = store ? store_trouble_of_look(store) : NULL;
    if (trouble)
        command_fail("%s", trouble);
    free(path);
    return store;
}
