/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/output.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "platform/clock.h"
#include "store/transfer.h"

static const char beginning[] = "{\"uid\":";

/* Only an earlier export is replaced. */
static bool may_replace(const char *path)
{
    char start[sizeof beginning] = "";
    FILE *file = fopen(path, "rb");
    if (!file)
        return errno == ENOENT;
    const size_t length = fread(start, 1, sizeof beginning - 1, file);
    const bool is_read = !ferror(file);
    fclose(file);
    return is_read && (length == 0 || strcmp(start, beginning) == 0);
}

static int tell_store(Store *store)
{
    const char *trouble = store_problem_for_reader(store);
    return print_failure("%s", trouble ? trouble : "the records cannot be read");
}

static void tell_count(int64_t count)
{
    Text line = {0};
    text_print(&line, "Exported %lld record%s.", (long long)count, count == 1 ? "" : "s");
    print_note(text_show(&line));
    text_release(&line);
}

/* What an export came to. */
typedef struct ExportRun {
    Store *store;
    FileSink *sink;
    int64_t count;
    bool is_read, has_failed; /* has_failed: a line could not be written */
    int why;
} ExportRun;

static bool take_line(const char *line, size_t length, void *argument)
{
    ExportRun *run = argument;
    run->has_failed = run->sink ? !file_sink_add(run->sink, line, length) : !output_data(line, length);
    run->why = run->has_failed ? errno : 0;
    return !run->has_failed;
}

static bool fill(FileSink *sink, void *argument)
{
    ExportRun *run = argument;
    run->sink = sink;
    run->is_read = transfer_export(run->store, take_line, run, &run->count);
    return run->is_read;
}

static int export_to(Store *store, const char *path)
{
    ExportRun run = {.store = store};
    if (file_write_filled(path, fill, &run)) {
        tell_count(run.count);
        return EXIT_FINE;
    }
    const int why = run.has_failed ? run.why : errno;
    return run.sink && !run.is_read && !run.has_failed ? tell_store(store)
                                                       : print_failure("cannot write '%s': %s", path, strerror(why));
}

static int export_to_output(Store *store)
{
    ExportRun run = {.store = store};
    if (transfer_export(store, take_line, &run, &run.count))
        return EXIT_FINE;
    return run.has_failed ? print_failure("cannot write to standard output") : tell_store(store);
}

static int run_export(const Context *context)
{
    const char *path = context->arguments[0];
    const bool is_output = strcmp(path, "-") == 0;
    if (!is_output && !may_replace(path))
        return print_failure("'%s' is no export of knead and is not replaced: choose another name", path);
    Store *store = context_records(clock_unix_s());
    if (!store || !store_can_read(store)) {
        store_close(store);
        return store ? EXIT_FAILED : print_failure("there are no records yet, so nothing was exported");
    }
    const int status = is_output ? export_to_output(store) : export_to(store, path);
    store_close(store);
    return status;
}

const Command command_export = {
    .name = "export",
    .arguments = "FILE",
    .summary = "all of your records as lines of JSON, to keep or to take to another computer",
    .details = "With - as FILE they go to standard output. An earlier export is replaced; any other file is not.",
    .example = "knead export records.jsonl\nknead export - > records.jsonl",
    .least = 1,
    .most = 1,
    .run = run_export,
};
