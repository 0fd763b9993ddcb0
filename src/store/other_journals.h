/* SPDX-License-Identifier: MIT */
/* Takes in the journals of other machines (store/journal.h), each from where it was read the last time. A damaged line
 * costs that line, and is told once. The merge is that of store/transfer.h: it does not matter in which order, how
 * often or how late journals arrive. */
#ifndef STORE_OTHER_JOURNALS_H
#define STORE_OTHER_JOURNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Store Store; /* store/store.h */

/* The patterns of paths, as the settings have them (base/path.h, path_expand; then as a shell takes them). */
typedef struct JournalPatterns {
    const char *const *items;
    size_t count;
} JournalPatterns;

/* Called for each damaged line, and for a file or a pattern that cannot be read (line 0). Borrowed for the call. */
typedef void OtherJournalsProblem(const char *file, int64_t line, const char *what, void *argument);

/* That problem as one line for the person, to free(). */
char *other_journals_words(const char *file, int64_t line, const char *what);

/* Whether a file fits: before there are records, they are only made if there is something to take in. */
bool other_journals_are_there(JournalPatterns patterns);

/* Takes in what is new. The journal in use is not read back. `now_s`: seconds since 1970. False if the records cannot
 * be written (store_problem says why). */
bool other_journals_take_in(Store *store, JournalPatterns patterns, int64_t now_s, OtherJournalsProblem *problem,
                            void *argument);

/* One file that fits, for knead doctor. */
typedef struct OtherJournal {
    char *path;
    int64_t read_s;         /* when something of it was taken in last; 0: never */
    int64_t lines, damaged; /* that were read so far */
    const char *obstacle;   /* why it cannot be read; NULL: it can */
} OtherJournal;

typedef struct OtherJournalList {
    OtherJournal *items;
    size_t count, capacity;
} OtherJournalList;

/* The files that fit but `own` (a path; NULL: none), as they were read so far. `store` may be NULL: none was read. */
OtherJournalList other_journals_list(Store *store, JournalPatterns patterns, const char *own);
void other_journals_release(OtherJournalList *list);

#endif
