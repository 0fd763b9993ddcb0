/* SPDX-License-Identifier: MIT */
/* The rows of `knead doctor` about folders and files: settings, records, routines. */
#ifndef CLI_FIND_FILES_H
#define CLI_FIND_FILES_H

#include "cli/context.h"
#include "cli/finding.h"

/* The folders that knead writes into: those of the settings, the records, the sounds, and of one's own routines. */
void find_files_folders(FindingList *list, const Library *library);

/* Reads the settings into `settings`, which is zeroed and stays usable where something is wrong with them. */
void find_files_settings(FindingList *list, Settings *settings, Library *library);

void find_files_records(FindingList *list);

/* Reads all routines. `problem`: why the library could not be scanned, or NULL. */
void find_files_routines(FindingList *list, Library *library, const char *problem);

#endif
