/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/path.h"
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

/* To a file beside it first, which then takes its name: the one from before stays whole until then. */
static int export_to(Store *store, const char *path)
{
    char *part = memory_print("%s.part", path);
    const int descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "wb");
    int64_t count = 0;
    int status = EXIT_FAILED;
    if (!file) {
        print_failure("cannot write '%s': %s", part, strerror(errno));
    } else if (!transfer_export(store, file, &count)) {
        status = ferror(file) ? print_failure("cannot write '%s': %s", part, strerror(errno)) : tell_store(store);
    } else if (fsync(descriptor) != 0 || rename(part, path) != 0) {
        print_failure("cannot write '%s': %s", path, strerror(errno));
    } else {
        status = EXIT_FINE;
        tell_count(count);
    }
    if (file)
        fclose(file);
    if (status != EXIT_FINE && file)
        unlink(part);
    free(part);
    return status;
}

static int export_to_output(Store *store)
{
    int64_t count;
    if (transfer_export(store, stdout, &count))
        return EXIT_FINE;
    return ferror(stdout) ? print_failure("cannot write to standard output") : tell_store(store);
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
    .example = "knead export records.jsonl",
    .least = 1,
    .most = 1,
    .run = run_export,
};
