/* SPDX-License-Identifier: MIT */
#include "plain/ask.h"

#include <stdlib.h>
#include <string.h>

#include "base/key.h"
#include "base/utf8.h"

Reply ask_yes_no(const Asker *asker, const char *question, int32_t none_key)
{
    asker->say(asker->context, question);
    for (;;) {
        const int32_t key = asker->next_key(asker->context);
        if (key == 'y' || key == 'Y')
            return REPLY_YES;
        if (key == 'n' || key == 'N' || (none_key != 0 && key == none_key))
            return REPLY_NO;
        if (key == 'q' || key == KEY_ESCAPE_KEY || key == KEY_INTERRUPT || key == KEY_END_OF_INPUT)
            return REPLY_NEITHER;
    }
}

static void drop_last(const Asker *asker, Text *line)
{
    const int cells = utf8_cells(text_show(line));
    size_t length = line->length;
    char *before = length > 0 ? text_detach(line) : NULL;
    while (length > 0 && ((unsigned char)before[--length] & 0xC0) == 0x80)
        continue;
    text_add_span(line, before, length);
    free(before);
    asker->erase(asker->context, cells - utf8_cells(text_show(line)));
}

static void type_key(const Asker *asker, Text *line, int32_t key)
{
    char bytes[5] = {0};
    const size_t size = utf8_is_forbidden(key) ? 0 : utf8_write(key, bytes);
    if (size == 0 || line->length + size > ASK_BYTES_MOST)
        return;
    text_add(line, bytes);
    asker->echo(asker->context, bytes);
}

static bool is_typed(int32_t key, bool is_number)
{
    return is_number ? key > 0 && key < 0x80 && strchr("0123456789.,-+", key) : key >= ' ' && key < KEY_UP_ARROW;
}

bool ask_line(const Asker *asker, const char *question, bool is_number, Text *line)
{
    text_clear(line);
    asker->say(asker->context, question);
    for (;;) {
        const int32_t key = asker->next_key(asker->context);
        const bool is_left = key == KEY_ESCAPE_KEY || key == KEY_INTERRUPT || (is_number && key == 'q') ||
                             (key == KEY_END_OF_INPUT && line->length == 0);
        if (is_left || key == KEY_ENTER_KEY) {
            asker->echo(asker->context, "\n");
            return !is_left;
        }
        if (key == KEY_BACKSPACE_KEY)
            drop_last(asker, line);
        else if (is_typed(key, is_number))
            type_key(asker, line, key);
    }
}
