/* SPDX-License-Identifier: MIT */
/* Loads one routine with all its checks, so many times: its text, the shared moves that it uses, every rule. For counting
 * instructions beside bare libyaml events over the same files. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "routine/library.h"

int main(int argc, char **argv)
{
    if (argc != 3 && argc != 4) {
        fputs("usage: load TIMES FILE [anew]\n", stderr);
        return 2;
    }
    const bool reads_moves = argc == 4; /* each time: a library that has read nothing yet */
    char *problem = NULL;
    Library *library = library_new(NULL, NULL);
    LibraryEntry *entry = library_find(library, argv[2], &problem);
    long seconds = 0;
    for (int times = atoi(argv[1]); entry && times > 0; times--) {
        if (reads_moves) {
            library_free(library);
            library = library_new(NULL, NULL);
            entry = library_find(library, argv[2], &problem);
        } else {
            library_reload(library, entry);
        }
        seconds += entry && entry->routine ? entry->routine->seconds : 0;
    }
    if (!entry || !entry->routine) {
        fprintf(stderr, "load: %s\n", problem ? problem : "the file has errors");
        return 1;
    }
    printf("%ld\n", seconds);
    library_free(library);
    return 0;
}
