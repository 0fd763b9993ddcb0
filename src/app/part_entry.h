/* SPDX-License-Identifier: MIT */
/* A day of a programme as something that can be followed: the routine that it names, or one composed for its wish. */
#ifndef APP_PART_ENTRY_H
#define APP_PART_ENTRY_H

#include <stdint.h>

#include "routine/library.h"
#include "routine/programme.h"
#include "settings/settings.h"

/* The id of what is composed. */
extern const char part_entry_composed[];

/* Whose wish it is: what the person has said (NULL: nobody's, so all tools are at hand and nothing is ruled out), and
 * by Area the days since it was worked, as in ComposeRequest (NULL: not known). */
typedef struct PartPerson {
    const Settings *settings;
    const int32_t *days_since;
} PartPerson;

/* The text of a routine that is composed for a wish, to free(). NULL where nothing suits; *problem is then one line, to
 * free(). */
char *part_entry_compose(Library *library, const ProgrammeWish *wish, PartPerson person, char **problem);

/* The routine of a day that is not rest, loaded; the library's. NULL where there is none or it has errors; *problem is
 * then one line, to free(). */
LibraryEntry *part_entry_find(Library *library, const Programme *programme, const ProgrammeDay *day, PartPerson person,
                              char **problem);

#endif
