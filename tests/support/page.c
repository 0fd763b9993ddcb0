/* SPDX-License-Identifier: MIT */
#include "support/page.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"

enum { FILE_LIMIT = 1 << 20 };

char *page_read(const char *path)
{
    char *text = NULL;
    size_t length = 0;
    ck_assert_msg(file_read(path, FILE_LIMIT, &text, &length) == FILE_READ, "%s cannot be read", path);
    return text;
}

char *page_span(const char *start, const char *end)
{
    return memory_print("%.*s", (int)(end - start), start);
}

const char *page_line_end(const char *line)
{
    return line + strcspn(line, "\n");
}

const char *page_next_line(const char *line)
{
    const char *end = page_line_end(line);
    return *end ? end + 1 : end;
}

bool page_begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

bool page_block(const char **at, PageBlock *block)
{
    const char *open = strstr(*at, "\n```");
    if (!open)
        return false;
    const char *info = open + strlen("\n```"), *close = strstr(info, "\n```\n");
    ck_assert_msg(close != NULL, "a block has no end: %.60s", info);
    const char *text = page_next_line(info);
    *block = (PageBlock){page_span(info, page_line_end(info)), page_span(text, close + 1), close + strlen("\n```\n")};
    *at = close + strlen("\n```");
    return true;
}

void page_block_release(PageBlock *block)
{
    free(block->info);
    free(block->text);
}

char *page_section(const char *page, const char *heading)
{
    char *line = memory_print("# %s\n", heading);
    const char *start = strstr(page, line);
    ck_assert_msg(start != NULL, "there is no heading '%s'", heading);
    start += strlen(line);
    const char *end = strstr(start, "\n#");
    free(line);
    return page_span(start, end ? end + 1 : start + strlen(start));
}

size_t page_count_lines(const char *section, const char *with)
{
    size_t count = 0;
    for (const char *line = section; *line; line = page_next_line(line))
        count += page_begins(line, with);
    return count;
}
