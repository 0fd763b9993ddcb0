/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/print.h"
#include "platform/clock.h"
#include "store/transfer.h"

typedef struct DamagedLines {
    const char *file;
    int64_t told;
} DamagedLines;

enum { TOLD_MOST = 50 };

static void tell_line(int64_t line, const char *what, void *argument)
{
    DamagedLines *damaged = argument;
    if (damaged->told++ < TOLD_MOST)
        print_failure("%s:%lld: this line is damaged and was not imported: %s", damaged->file, (long long)line, what);
}

static void add_count(Text *into, int64_t count, const char *what)
{
    if (count > 0)
        text_print(into, "%s%lld %s", into->length > 0 ? ", " : "", (long long)count, what);
}

static void tell_counts(const ImportCount *count)
{
    Text line = {0};
    add_count(&line, count->added, "new");
    add_count(&line, count->changed, "changed");
    add_count(&line, count->deleted, "deleted");
    add_count(&line, count->same, "there already");
    add_count(&line, count->running, "running now, left as they are");
    add_count(&line, count->refused, "damaged");
    print_line("Imported: %s.", line.length > 0 ? text_show(&line) : "nothing, the file is empty");
    text_release(&line);
}

static int import_from(Store *store, FILE *file, const char *name)
{
    DamagedLines damaged = {.file = name};
    ImportCount count = {0};
    errno = 0;
    if (!transfer_import(store, file, tell_line, &damaged, &count)) {
        const char *trouble = store_problem_for_reader(store);
        if (trouble)
            return print_failure("%s Nothing was imported.", trouble);
        return print_failure("cannot read '%s': %s; nothing was imported", name, strerror(errno ? errno : EIO));
    }
    tell_counts(&count);
    return count.refused > 0 ? EXIT_FAILED : EXIT_FINE;
}

static int run_import(const Context *context)
{
    const char *name = context->arguments[0];
    const bool is_input = strcmp(name, "-") == 0;
    FILE *file = is_input ? stdin : fopen(name, "rb");
    if (!file)
        return print_failure("cannot read '%s': %s", name, strerror(errno));
    Store *store = context_records_to_change(clock_unix_s());
    int status = EXIT_FAILED;
    if (store) {
        status = import_from(store, file, name);
        context_close_changed(store);
    }
    if (!is_input)
        fclose(file);
    return status;
}

const Command command_import = {
    .name = "import",
    .arguments = "FILE",
    .summary = "take in records that knead export wrote, on this computer or another one",
    .details = "With - as FILE they are read from standard input. Importing twice, or in both directions, adds each "
               "session once. A damaged line is named; the others are imported.",
    .example = "knead import records.jsonl\nknead import - < records.jsonl",
    .least = 1,
    .most = 1,
    .run = run_import,
};
