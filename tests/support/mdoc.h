/* SPDX-License-Identifier: MIT */
/* A manual page in mdoc, cut into what tests compare with the program: its sections, and the entries of their lists. A
 * test fails where a page is not as it must be. */
#ifndef SUPPORT_MDOC_H
#define SUPPORT_MDOC_H

#include <stddef.h>

/* A piece of a page. */
typedef struct MdocPart {
    const char *text;
    size_t length;
} MdocPart;

/* What stands under a heading (.Sh or .Ss), up to the next one. */
MdocPart mdoc_section(const char *page, const char *heading);

/* The entry of a section's list whose line is `.It` and this item, without that line. */
MdocPart mdoc_entry(MdocPart section, const char *item);

size_t mdoc_count(MdocPart section); /* the entries of its lists */

/* `text` within a part; NULL where it is not. */
const char *mdoc_find(MdocPart part, const char *text);

/* The part has these words and no others; where lines break is the page's own matter. */
void mdoc_expect(MdocPart part, const char *item, const char *wanted);

/* Calls `each` for every command line that the page shows behind `$ `, in order; returns how many. */
size_t mdoc_each_command(const char *page, void (*each)(const char *line));

#endif
