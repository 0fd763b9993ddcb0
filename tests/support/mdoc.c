/* SPDX-License-Identifier: MIT */
#include "support/mdoc.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "support/page.h"

const char *mdoc_find(MdocPart part, const char *text)
{
    const char *found = strstr(part.text, text);
    return found && (size_t)(found - part.text) + strlen(text) <= part.length ? found : NULL;
}

static const char *find_heading(const char *page, const char *macro, const char *heading)
{
    char *line = memory_print("\n.%s %s\n", macro, heading);
    const char *found = strstr(page, line);
    const size_t length = strlen(line) - 1;
    free(line);
    return found ? found + length : NULL;
}

MdocPart mdoc_section(const char *page, const char *heading)
{
    const char *start = find_heading(page, "Ss", heading);
    start = start ? start : find_heading(page, "Sh", heading);
    ck_assert_msg(start != NULL, "the page has no heading '%s'", heading);
    const char *next = strstr(start, "\n.Ss "), *last = strstr(start, "\n.Sh ");
    const char *end = next && next < last ? next : last;
    ck_assert_ptr_nonnull(end);
    return (MdocPart){start, (size_t)(end - start)};
}

MdocPart mdoc_entry(MdocPart section, const char *item)
{
    char *line = memory_print("\n.It %s\n", item);
    const char *start = mdoc_find(section, line);
    ck_assert_msg(start != NULL, "there is no '.It %s' in: %.60s", item, section.text);
    start += strlen(line);
    free(line);
    const MdocPart rest = {start, section.length - (size_t)(start - section.text)};
    const char *next = mdoc_find(rest, "\n.It "), *last = mdoc_find(rest, "\n.El");
    const char *end = next && (!last || next < last) ? next : last;
    ck_assert_msg(end != NULL && end > start, "nothing is said of '%s'", item);
    return (MdocPart){start, (size_t)(end - start)};
}

size_t mdoc_count(MdocPart section)
{
    size_t count = 0;
    for (const char *at = section.text; (at = strstr(at, "\n.It ")) && at < section.text + section.length; at++)
        count++;
    return count;
}

void mdoc_expect(MdocPart part, const char *item, const char *wanted)
{
    static const char blank[] = " \n";
    const char *at = part.text, *end = part.text + part.length, *want = wanted;
    bool is_same = true;
    while (is_same) {
        at += strspn(at, blank);
        want += strspn(want, blank);
        const size_t length = strcspn(want, blank);
        if (at >= end || length == 0)
            break;
        is_same = strcspn(at, blank) == length && strncmp(at, want, length) == 0;
        at += length;
        want += length;
    }
    ck_assert_msg(is_same && at >= end && !*want, "'%s' should be:\n%s\nand is:\n%.*s", item, wanted, (int)part.length,
                  part.text);
}

size_t mdoc_each_command(const char *page, void (*each)(const char *line))
{
    static const char *const prompts[] = {"$ ", ".Dl $ "};
    size_t count = 0;
    for (const char *line = page; *line; line = page_next_line(line)) {
        for (size_t i = 0; i < ARRAY_LEN(prompts); i++) {
            if (!page_begins(line, prompts[i]))
                continue;
            char *command = page_span(line + strlen(prompts[i]), page_line_end(line));
            each(command);
            free(command);
            count++;
        }
    }
    return count;
}
