/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/macros.h"
#include "base/output.h"
#include "cli/commands.h"
#include "cli/print.h"

enum { SCHEMA_LIMIT = 1 << 20 };

static const char *const names[] = {"routine", "moves", "positions", "programme", "config", "theme"};
static const Words schema_names = {names, ARRAY_LEN(names)};

static int unknown_schema(const char *name)
{
    Text line = {0};
    text_print(&line, "no schema '%s'", name);
    option_suggest(&line, &schema_names, name, NULL);
    print_failure("%s", text_show(&line));
    text_release(&line);
    return EXIT_USAGE;
}

/* Exactly: it goes to a file or an editor, whatever the locale. */
static int print_schema(const char *path)
{
    char *text = NULL;
    size_t length = 0;
    if (file_read(path, SCHEMA_LIMIT, &text, &length) != FILE_READ)
        return print_failure("cannot read %s", path);
    const bool is_written = output_data(text, length);
    free(text);
    return is_written ? EXIT_FINE : print_failure("cannot write to standard output");
}

static int run_schema(const Context *context)
{
    const char *name = context->count > 0 ? context->arguments[0] : names[0];
    if (words_find(&schema_names, name, strlen(name)) < 0)
        return unknown_schema(name);
    char *path = folder_schema(context->program_dir, name);
    if (!path)
        return print_failure("the schema '%s' is missing: reinstall knead", name);
    const int status = print_schema(path);
    free(path);
    return status;
}

const Command command_schema = {
    .name = "schema",
    .arguments = "[routine|moves|positions|programme|config|theme]",
    .summary = "print the JSON Schema for editors",
    .details = "A YAML editor checks a routine as you type if its first line names the schema, as "
               "in a file "
               "made with `knead new`. Without a name, it prints the schema of routines.",
    .example = "knead schema routine\nknead schema config > config.schema.json",
    .words = &schema_names,
    .most = 1,
    .run = run_schema,
};
