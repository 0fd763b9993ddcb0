/* SPDX-License-Identifier: MIT */
/* A page in Markdown, cut into what tests look at: its lines, its sections, its fenced blocks. A test fails where a
 * page is not as it must be. */
#ifndef SUPPORT_PAGE_H
#define SUPPORT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

/* A fenced block: the words behind its first fence, what is in it, and what follows it in the page. */
typedef struct PageBlock {
    char *info, *text; /* owned */
    const char *after;
} PageBlock;

char *page_read(const char *path); /* to free() */

/* The next block from *at on, which goes behind it; false after the last. */
bool page_block(const char **at, PageBlock *block);
void page_block_release(PageBlock *block);

/* What stands under a heading of any depth, up to the next one; to free(). */
char *page_section(const char *page, const char *heading);

bool page_begins(const char *text, const char *with);
char *page_span(const char *start, const char *end); /* a copy, to free() */
const char *page_line_end(const char *line);
const char *page_next_line(const char *line);                /* the end of the text after the last */
size_t page_count_lines(const char *text, const char *with); /* that begin with it */

#endif
