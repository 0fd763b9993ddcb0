/* SPDX-License-Identifier: MIT */
#include "cli/show_programme.h"

#include <stdlib.h>
#include <string.h>

#include "base/folder.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/json_programme.h"
#include "cli/print.h"
#include "cli/print_programme.h"
#include "routine/export_programme.h"

LibraryEntry *show_programme_find(Library *library, const char *name)
{
    char *problem = NULL;
    LibraryEntry *entry = library_programme(library, name);
    if (!entry && (strchr(name, '/') || folder_stem(name) > 0))
        entry = library_find(library, name, &problem);
    free(problem);
    return entry && entry->kind == ENTRY_IS_PROGRAMME && !library_listed(library, name) ? entry : NULL;
}

int show_programme_print(Library *library, LibraryEntry *entry, const Options *options)
{
    const uint64_t can = OPTION_BIT(OPTION_YAML) | OPTION_BIT(OPTION_JSON) | COMMAND_OPTIONS_ALWAYS;
    char *problem = NULL;
    if (!entry->programme) {
        print_diags(&entry->diags, entry->source, entry->source_length);
        return print_failure("%s has errors; to fix it: knead check %s", entry->id, entry->path);
    }
    if (options->given & ~can) {
        print_failure("%s is a programme: it goes with --yaml or --json only", entry->id);
        return EXIT_USAGE;
    }
    if (options_has(options, OPTION_JSON))
        return json_print(json_programme_show(entry->programme, NULL));
    if (!options_has(options, OPTION_YAML)) {
        print_programme(library, entry->programme, NULL, 0);
        return EXIT_FINE;
    }
    char *text = export_programme(library, entry, &problem);
    if (!text)
        return print_failure_free(problem);
    print_file(text);
    free(text);
    return EXIT_FINE;
}
