/* SPDX-License-Identifier: MIT */
#include "ui/screens/finder.h"

#include <string.h>

#include "base/key.h"
#include "base/utf8.h"

void finder_clear(Finder *finder)
{
    *finder = (Finder){0};
}

static void drop_character(char *words)
{
    size_t length = strlen(words);
    while (length > 0 && ((unsigned char)words[length - 1] & 0xC0) == 0x80)
        length--;
    words[length > 0 ? length - 1 : 0] = '\0';
}

static void add_character(char *words, int32_t key)
{
    char bytes[4];
    size_t size = utf8_write(key, bytes), length = strlen(words);
    if (length + size >= FINDER_BYTES || utf8_is_forbidden(key))
        return;
    memcpy(words + length, bytes, size);
    words[length + size] = '\0';
}

bool finder_key(Finder *finder, int32_t key)
{
    if (key == KEY_ESCAPE_KEY || (key == KEY_BACKSPACE_KEY && !*finder->words))
        finder_clear(finder);
    else if (key == KEY_BACKSPACE_KEY)
        drop_character(finder->words);
    else if (key >= ' ' && key < KEY_UP_ARROW)
        add_character(finder->words, key);
    else
        return false;
    return true;
}

void finder_part(const Finder *finder, FinderWords *words)
{
    memcpy(words->bytes, finder->words, sizeof(words->bytes));
    words->list = (TextList){.items = words->items};
    char *rest = NULL;
    for (char *word = strtok_r(words->bytes, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        words->items[words->list.count++] = word;
}
