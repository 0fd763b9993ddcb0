/* SPDX-License-Identifier: MIT */
#include "ui/widgets/text_input.h"

#include <string.h>

#include "base/key.h"
#include "base/macros.h"
#include "base/utf8.h"

_Static_assert(4 * TEXT_INPUT_CHARACTERS < TEXT_INPUT_BYTES, "there is room for as many characters");

static bool has_room(const TextInput *typed, size_t size)
{
    return typed->is_long ? strlen(typed->text) + size < sizeof typed->text
                          : utf8_count(typed->text) < TEXT_INPUT_CHARACTERS;
}

void text_input_take_up(TextInput *typed, const char *text)
{
    Text clean = {0};
    utf8_clean(&clean, text, strlen(text));
    *typed = (TextInput){.is_long = typed->is_long};
    size_t size;
    for (const char *at = text_show(&clean); *at; at += size) {
        utf8_decode(at, strlen(at), &size);
        if (!has_room(typed, size))
            break;
        if (*at == '\n')
            typed->text[typed->at] = ' ';
        else
            memcpy(typed->text + typed->at, at, size);
        typed->at += size;
    }
    text_release(&clean);
}

void text_input_offer(TextInput *typed, const char *text)
{
    text_input_take_up(typed, text);
    typed->is_offered = true;
}

/* Where the letter before or behind a place begins; a mark goes with its letter. */
static size_t step(const char *text, size_t at, bool is_back)
{
    const size_t length = strlen(text);
    size_t size;
    do {
        if (is_back ? at == 0 : at == length)
            return at;
        at = is_back ? at - 1 : at + 1;
    } while (at < length &&
             (((unsigned char)text[at] & 0xC0) == 0x80 || utf8_width(utf8_decode(text + at, length - at, &size)) == 0));
    return at;
}

static bool cut(TextInput *typed, size_t from, size_t to)
{
    memmove(typed->text + from, typed->text + to, strlen(typed->text + to) + 1);
    typed->at = from;
    return to > from;
}

static bool put(TextInput *typed, int32_t key)
{
    char bytes[4];
    const size_t size = utf8_is_forbidden(key) ? 0 : utf8_write(key, bytes);
    if (size == 0 || (!typed->is_offered && !has_room(typed, size)))
        return false;
    if (typed->is_offered)
        cut(typed, 0, strlen(typed->text));
    char *at = typed->text + typed->at;
    memmove(at + size, at, strlen(at) + 1);
    memcpy(at, bytes, size);
    typed->at += size;
    return true;
}

static bool go(TextInput *typed, size_t at)
{
    const bool is_other = typed->at != at || typed->is_offered;
    typed->at = at;
    return is_other;
}

static bool take(TextInput *typed, int32_t key)
{
    const size_t length = strlen(typed->text);
    if (key == KEY_LEFT_ARROW || key == KEY_RIGHT_ARROW)
        return go(typed, step(typed->text, typed->at, key == KEY_LEFT_ARROW));
    if (key == KEY_HOME_KEY || key == KEY_END_KEY)
        return go(typed, key == KEY_HOME_KEY ? 0 : length);
    if (typed->is_offered && (key == KEY_BACKSPACE_KEY || key == KEY_DELETE_KEY))
        return cut(typed, 0, length);
    if (key == KEY_BACKSPACE_KEY)
        return cut(typed, step(typed->text, typed->at, true), typed->at);
    if (key == KEY_DELETE_KEY)
        return cut(typed, typed->at, step(typed->text, typed->at, false));
    return key >= ' ' && key < KEY_UP_ARROW && put(typed, key);
}

bool text_input_key(TextInput *typed, int32_t key)
{
    const bool is_changed = take(typed, key);
    typed->is_offered = typed->is_offered && !is_changed;
    return is_changed;
}

void text_input_draw(const TextInput *typed, Canvas *canvas, int x, int y, int cells)
{
    char before[TEXT_INPUT_BYTES];
    memcpy(before, typed->text, typed->at);
    before[typed->at] = '\0';
    size_t start = 0;
    while (utf8_cells(before + start) >= MAX_OF(cells, 1))
        start = step(before, start, false);
    Style style = {ROLE_STRONG, ROLE_GROUND, STYLE_UNDERLINE};
    canvas_fill(canvas, (Rect){x, y, cells, 1}, style);
    if (typed->is_offered)
        style.attributes = STYLE_REVERSE;
    canvas_text(canvas, x, y, cells, style, typed->text + start);
    const int cursor = x + utf8_cells(before + start);
    const size_t end = step(typed->text, typed->at, false);
    char under[TEXT_INPUT_BYTES] = " ";
    if (end > typed->at) {
        memcpy(under, typed->text + typed->at, end - typed->at);
        under[end - typed->at] = '\0';
    }
    if (!typed->is_offered)
        canvas_text(canvas, cursor, y, x + cells - cursor, (Style){ROLE_TEXT, ROLE_GROUND, STYLE_REVERSE}, under);
    canvas_cursor(canvas, cursor, y);
}

void finder_clear(Finder *finder)
{
    *finder = (Finder){0};
}

static void drop_last(char *words)
{
    size_t length = strlen(words);
    while (length > 0 && ((unsigned char)words[length - 1] & 0xC0) == 0x80)
        length--;
    words[length > 0 ? length - 1 : 0] = '\0';
}

static void add_last(char *words, int32_t key)
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
        drop_last(finder->words);
    else if (key >= ' ' && key < KEY_UP_ARROW)
        add_last(finder->words, key);
    else
        return false;
    return true;
}

void finder_part(const Finder *finder, FinderWords *words)
{
    memcpy(words->bytes, finder->words, sizeof(words->bytes));
    words->count = 0;
    char *rest = NULL;
    for (char *word = strtok_r(words->bytes, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
        words->items[words->count++] = word;
}
