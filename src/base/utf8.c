/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "base/macros.h"

enum { MOST_MARKS = 4 };

typedef struct Range {
    int32_t first, last;
} Range;

static bool is_in(const Range *ranges, size_t count, int32_t character)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (character > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && character >= ranges[low].first;
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

int32_t utf8_decode(const char *bytes, size_t length, size_t *size)
{
    static const int32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char first = (unsigned char)bytes[0];
    *size = 1;
    if (first < 0x80)
        return first;
    size_t needed = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || needed > length)
        return -1;
    int32_t character = first & (0x7F >> needed);
    for (size_t i = 1; i < needed; i++) {
        if (!is_continuation(bytes[i]))
            return -1;
        character = character << 6 | ((unsigned char)bytes[i] & 0x3F);
    }
    if (character < smallest[needed] || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
        return -1;
    *size = needed;
    return character;
}

size_t utf8_write(int32_t character, char bytes[4])
{
    uint32_t c = (uint32_t)character;
    if (c < 0x80) {
        bytes[0] = (char)c;
        return 1;
    }
    size_t size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = size - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    bytes[0] = (char)(leads[size] | c);
    return size;
}

/* Eight bytes at a time: none has its high bit set, lies below a blank, or is DEL. */
static bool are_printable(uint64_t eight)
{
    return ((eight | (eight - 0x2020202020202020u) | (eight + 0x0101010101010101u)) & 0x8080808080808080u) == 0;
}

size_t utf8_plain(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length) {
        uint64_t eight = 0;
        if (length - at >= sizeof eight)
            memcpy(&eight, bytes + at, sizeof eight);
        if (are_printable(eight))
            at += sizeof eight;
        else if ((bytes[at] >= ' ' && bytes[at] <= '~') || bytes[at] == '\n')
            at++;
        else
            break;
    }
    return at;
}

size_t utf8_valid(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length) {
        uint64_t eight;
        if (length - at >= sizeof(eight)) {
            memcpy(&eight, bytes + at, sizeof(eight));
            if ((eight & 0x8080808080808080u) == 0) {
                at += sizeof(eight);
                continue;
            }
        }
        size_t size;
        if (utf8_decode(bytes + at, length - at, &size) < 0)
            break;
        at += size;
    }
    return at;
}

size_t utf8_count(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += !is_continuation(*text);
    return count;
}

bool utf8_is_harmful(int32_t character)
{
    static const Range harmful[] = {
        {0x0000, 0x0008}, {0x000B, 0x001F}, {0x007F, 0x009F}, {0x061C, 0x061C},
        {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069},
    };
    return is_in(harmful, ARRAY_LEN(harmful), character);
}

int32_t utf8_find_harmful(const char *text, size_t length)
{
    for (size_t at = 0, size; at < length; at += size) {
        const int32_t c = utf8_decode(text + at, length - at, &size);
        if (utf8_is_harmful(c))
            return c;
    }
    return -1;
}

bool utf8_is_forbidden(int32_t character)
{
    static const Range unseen[] = {
        {0x0009, 0x000A}, {0x00AD, 0x00AD}, {0x180B, 0x180F}, {0x200B, 0x200D}, {0x2028, 0x2029}, {0x2060, 0x206F},
        {0xD800, 0xDFFF}, {0xFDD0, 0xFDEF}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF},
    };
    if (character >= 0x20 && character < 0x7F)
        return false;
    return character < 0 || character > 0x10FFFF || (character & 0xFFFE) == 0xFFFE || utf8_is_harmful(character) ||
           is_in(unseen, ARRAY_LEN(unseen), character);
}

void utf8_spell(char spelled[UTF8_SPELLED_SIZE], const char *bytes, int32_t character)
{
    if (character < 0x80)
        snprintf(spelled, UTF8_SPELLED_SIZE, "\\x%02x", (unsigned char)bytes[0]);
    else
        snprintf(spelled, UTF8_SPELLED_SIZE, "\\u%04x", (unsigned)character & 0xFFFF);
}

int utf8_width(int32_t character)
{
    if (character < 0x7F)
        return 1;
    int width = wcwidth((wchar_t)character);
    return width < 0 ? 1 : width;
}

/* The columns of the character that begins here, and its bytes. */
static int width_at(const char *text, size_t length, size_t *size)
{
    *size = 1;
    return (unsigned char)*text < 0x7F ? 1 : utf8_width(utf8_decode(text, length, size));
}

int utf8_cells(const char *text)
{
    int cells = 0;
    size_t left = strlen(text), size;
    for (; left > 0; text += size, left -= size)
        cells += width_at(text, left, &size);
    return cells;
}

size_t utf8_fit(const char *text, int cells, int *used)
{
    size_t length = strlen(text), at = 0, size;
    *used = 0;
    while (at < length) {
        int width = width_at(text + at, length - at, &size);
        if (*used + width > cells)
            break;
        *used += width;
        at += size;
    }
    return at;
}

static bool is_letter(char byte)
{
    char lower = (char)(byte | 0x20);
    return (lower >= 'a' && lower <= 'z') || (unsigned char)byte >= 0x80;
}

/* Whether a line may end behind the byte at `at`: at a hyphen inside a word, not in `4-6` or `-5s`. */
static bool may_part_after(const char *text, size_t at)
{
    return text[at] == '-' && at > 0 && is_letter(text[at - 1]) && is_letter(text[at + 1]);
}

size_t utf8_wrap(const char *text, int cells, const char **next)
{
    size_t line = strcspn(text, "\n");
    int used;
    size_t end = MIN_OF(utf8_fit(text, cells, &used), line);
    if (end == 0 && line > 0) { /* wider than the whole line, such as a wide character in one column */
        utf8_decode(text, line, &end);
    } else if (end < line && text[end] != ' ') {
        size_t part = end;
        while (part > 0 && text[part - 1] != ' ' && !may_part_after(text, part - 1))
            part--;
        size_t word = part;
        while (word > 0 && text[word - 1] == ' ')
            word--;
        if (word > 0)
            end = part;
    }

    size_t follows = end;
    while (text[follows] == ' ')
        follows++;
    if (text[follows] == '\n')
        follows++;
    *next = text + follows;
    while (end > 0 && text[end - 1] == ' ')
        end--;
    return end;
}

/* Known without the locale, so that the same text is cleaned to the same everywhere. */
static bool is_mark(int32_t character)
{
    static const Range marks[] = {
        {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
        {0x06D6, 0x06DC}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},
        {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0x302A, 0x302D}, {0x3099, 0x309A}, {0xFE20, 0xFE2F},
    };
    return character >= 0x0300 && (is_in(marks, ARRAY_LEN(marks), character) || utf8_width(character) == 0);
}

/* What a character is shown as that is not shown as it is; a line may end in CR LF. */
static void add_spelled(Text *into, const char *bytes, size_t length, int32_t character)
{
    char spelled[UTF8_SPELLED_SIZE];
    utf8_spell(spelled, bytes, character);
    if (character == '\t' || character == 0x2028 || character == 0x2029)
        text_add_char(into, ' ');
    else if ((character < 0 || utf8_is_harmful(character)) && !(character == '\r' && length > 1 && bytes[1] == '\n'))
        text_add(into, spelled);
}

void utf8_spell_harmful(Text *into, const char *text)
{
    size_t length = strlen(text), size;
    for (; length > 0; text += size, length -= size) {
        size = utf8_plain(text, length);
        if (size > 0) {
            text_add_span(into, text, size);
            continue;
        }
        const int32_t character = utf8_decode(text, length, &size);
        char spelled[UTF8_SPELLED_SIZE];
        if (character >= 0 && !utf8_is_harmful(character)) {
            text_add_span(into, text, size);
        } else if (strncmp(text, "\r\n", 2) != 0) {
            utf8_spell(spelled, text, character);
            text_add(into, spelled);
        }
    }
}

void utf8_clean(Text *into, const char *text, size_t length)
{
    size_t at = 0, size;
    int marks = 0;
    for (; at < length; at += size) {
        size = utf8_plain(text + at, length - at);
        if (size > 0) {
            text_add_span(into, text + at, size);
            marks = 0;
            continue;
        }
        int32_t character = utf8_decode(text + at, length - at, &size);
        if (utf8_is_forbidden(character)) {
            add_spelled(into, text + at, length - at, character);
            continue;
        }
        marks = is_mark(character) ? marks + 1 : 0;
        if (marks <= MOST_MARKS)
            text_add_span(into, text + at, size);
    }
}

void utf8_clean_line(Text *into, const char *text, size_t length)
{
    for (const char *end = text + length;; text++) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        utf8_clean(into, text, (size_t)((stop ? stop : end) - text));
        if (!stop)
            return;
        text_add(into, "\\n");
        text = stop;
    }
}

typedef struct Stand {
    int32_t character;
    const char *ascii;
} Stand;

const char *utf8_ascii(int32_t character)
{
    static const char singles[][2] = {
        " ", "!", "\"", "#",  "$", "%", "&", "'", "(", ")", "*", "+", ",", "-", ".", "/", "0", "1", "2",
        "3", "4", "5",  "6",  "7", "8", "9", ":", ";", "<", "=", ">", "?", "@", "A", "B", "C", "D", "E",
        "F", "G", "H",  "I",  "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X",
        "Y", "Z", "[",  "\\", "]", "^", "_", "`", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k",
        "l", "m", "n",  "o",  "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "{", "|", "}", "~",
    };
    /* U+00A0 to U+00FF and U+0100 to U+017F: the letter without its sign. */
    static const char latin[][3] = {
        " ", "!", "c",  "L",  "o", "Y", "|", "S",  "\"", "c", "a",  "<<", "-", "-", "r",  "-", "o", "+-", "2",  "3",
        "'", "u", "P",  "*",  ",", "1", "o", ">>", "?",  "?", "?",  "?",  "A", "A", "A",  "A", "A", "A",  "AE", "C",
        "E", "E", "E",  "E",  "I", "I", "I", "I",  "D",  "N", "O",  "O",  "O", "O", "O",  "x", "O", "U",  "U",  "U",
        "U", "Y", "Th", "ss", "a", "a", "a", "a",  "a",  "a", "ae", "c",  "e", "e", "e",  "e", "i", "i",  "i",  "i",
        "d", "n", "o",  "o",  "o", "o", "o", "/",  "o",  "u", "u",  "u",  "u", "y", "th", "y",
    };
    static const char extended[] =
        "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOo"
        "RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
    static const Stand others[] = {
        {0x2010, "-"},  {0x2011, "-"},  {0x2012, "-"},  {0x2013, "-"},  {0x2014, "-"},   {0x2015, "-"}, {0x2018, "'"},
        {0x2019, "'"},  {0x201A, "'"},  {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""},  {0x2022, "*"}, {0x2026, "..."},
        {0x202F, " "},  {0x2032, "'"},  {0x2033, "\""}, {0x2039, "<"},  {0x203A, ">"},   {0x2044, "/"}, {0x20AC, "EUR"},
        {0x2190, "<-"}, {0x2191, "^"},  {0x2192, "->"}, {0x2193, "v"},  {0x2194, "<->"}, {0x2212, "-"}, {0x2248, "~"},
        {0x2260, "!="}, {0x2264, "<="}, {0x2265, ">="}, {0x2500, "-"},  {0x2502, "|"},   {0x2588, "#"}, {0x25A0, "#"},
        {0x25B2, "^"},  {0x25B6, ">"},  {0x25B8, ">"},  {0x25BA, ">"},  {0x25BC, "v"},   {0x25C0, "<"}, {0x25C2, "<"},
        {0x25C4, "<"},  {0x25CB, "o"},  {0x25CF, "*"},  {0x2713, "x"},  {0x2714, "x"},   {0x2717, "x"},
    };
    if (character >= ' ' && character <= '~')
        return singles[character - ' '];
    if (character >= 0xA0 && character <= 0xFF)
        return latin[character - 0xA0];
    if (character >= 0x100 && character <= 0x17F)
        return singles[extended[character - 0x100] - ' '];
    for (size_t i = 0; i < ARRAY_LEN(others); i++)
        if (others[i].character == character)
            return others[i].ascii;
    return "?";
}

static void add_ascii(Text *into, const char *text, size_t length)
{
    for (size_t size; length > 0; text += size, length -= size) {
        const int32_t character = utf8_decode(text, length, &size);
        if (character < 0x80)
            text_add_char(into, (char)character);
        else if (utf8_width(character) > 0)
            text_add(into, utf8_ascii(character));
    }
}

void utf8_show(Text *into, const char *text, size_t length, bool is_ascii)
{
    Text clean = {0};
    utf8_clean(is_ascii ? &clean : into, text, length);
    if (is_ascii)
        add_ascii(into, text_show(&clean), clean.length);
    text_release(&clean);
}
