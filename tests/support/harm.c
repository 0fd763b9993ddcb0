/* SPDX-License-Identifier: MIT */
#include "support/harm.h"

#include <check.h>
#include <stdint.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "base/utf8.h"

enum { EXCERPT = 60 };

/* Said here anew, for the program's own idea of it is what is tested. */
static bool is_harm(int32_t character)
{
    const bool is_control = (character < 0x20 && character != '\n' && character != '\t') ||
                            (character >= 0x7F && character <= 0x9F);
    const bool is_direction = character == 0x061C || character == 0x200E || character == 0x200F ||
                              (character >= 0x202A && character <= 0x202E) ||
                              (character >= 0x2066 && character <= 0x2069);
    return is_control || is_direction;
}

/* How ncurses takes back what it may have changed of the palette: of xterm and its cousins, and of the Linux console. */
static const char *const palettes[] = {"\x1b]104\x07", "\x1b]R"};

static size_t palette_size(const char *bytes, size_t length)
{
    for (size_t i = 0; i < ARRAY_LEN(palettes); i++)
        if (strncmp(bytes, palettes[i], MIN_OF(length, strlen(palettes[i]))) == 0)
            return MIN_OF(length, strlen(palettes[i]));
    return 0;
}

/* How knead begins a notice, within tmux too, and how it ends. What stands between is looked through as all else. */
static const char *const notices[] = {"\x1b]9;knead: ", "\x1b]777;notify;knead: ", "\x1b]99;i=knead:", "\x1bPtmux;",
                                      "\x1b\\"};

static size_t notice_size(const char *bytes, size_t length)
{
    for (size_t i = 0; i < ARRAY_LEN(notices); i++)
        if (length >= strlen(notices[i]) && strncmp(bytes, notices[i], strlen(notices[i])) == 0)
            return strlen(notices[i]);
    return 0;
}

/* How the title that the settings ask for begins and ends; what is between is looked through as all text is. No name or
 * value of HARM begins so. */
static size_t title_size(const char *bytes, size_t length)
{
    static const char start[] = "\x1b]2;", end[] = "\x1b\\";
    if (strncmp(bytes, start, MIN_OF(length, strlen(start))) == 0)
        return MIN_OF(length, strlen(start));
    return length >= 2 && strncmp(bytes, end, 2) == 0 ? 2 : 0;
}

/* The bytes of a control that a screen needs, or 0: what moves, rings and shifts, a charset, and CSI whole. A sequence
 * that was cut off at the end of all is none to look at. */
static size_t screen_control(const char *bytes, size_t length)
{
    if (strchr("\a\b\r\x0e\x0f", bytes[0]))
        return bytes[0] != '\0';
    if (bytes[0] != '\x1b')
        return 0;
    if (notice_size(bytes, length) > 0)
        return notice_size(bytes, length);
    if (length == 1 || bytes[1] == '\x1b')
        return 1; /* cut off, see cut_character */
    if (strchr("78=>HMDEc", bytes[1]))
        return 2;
    if (strchr("()*+", bytes[1]))
        return MIN_OF(length, 3);
    if (bytes[1] != '[')
        return MAX_OF(palette_size(bytes, length), title_size(bytes, length));
    size_t at = 2;
    while (at < length && bytes[at] >= 0x20 && bytes[at] < 0x40)
        at++;
    if (at < length && bytes[at] == '\x1b')
        return at; /* cut off, see cut_character */
    return at == length ? at : bytes[at] >= 0x40 && bytes[at] < 0x7F ? at + 1 : 0;
}

static void add_excerpt(Text *into, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        text_print(into, bytes[i] >= ' ' && bytes[i] <= '~' ? "%c" : "\\x%02x", (unsigned char)bytes[i]);
}

static void blame(const char *who, const char *bytes, size_t length, size_t at)
{
    Text excerpt = {0};
    const size_t start = at > EXCERPT ? at - EXCERPT : 0;
    add_excerpt(&excerpt, bytes + start, at - start);
    text_add(&excerpt, " >>> ");
    add_excerpt(&excerpt, bytes + at, MIN_OF(length - at, (size_t)EXCERPT));
    ck_abort_msg("%s sends harm: %s", who, text_show(&excerpt));
}

/* Ctrl-Z has the system throw away what the terminal has not read yet, and a sequence or a character may have been half
 * read by then: the next sequence follows upon its first bytes. Returns how many those of a character are, 0 for none. */
static size_t cut_character(const char *bytes, size_t length)
{
    const unsigned char first = (unsigned char)bytes[0];
    const size_t whole = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    size_t at = whole > 0 ? 1 : 0;
    while (at < whole && at < length && ((unsigned char)bytes[at] & 0xC0) == 0x80)
        at++;
    return at < whole && at < length && bytes[at] == '\x1b' ? at : 0;
}

void harm_check(const char *who, const char *bytes, size_t length, bool is_screen)
{
    for (size_t at = 0, size; at < length; at += size) {
        const int32_t character = utf8_decode(bytes + at, length - at, &size);
        const bool is_cut = character < 0 && is_screen && length - at < 4;
        const bool is_line_end = character == '\r' && at + 1 < length && bytes[at + 1] == '\n';
        size_t allowed = is_line_end ? 2 : 0;
        if (allowed == 0 && is_screen && character < 0x20)
            allowed = character < 0 ? cut_character(bytes + at, length - at) : screen_control(bytes + at, length - at);
        if (allowed > 0)
            size = allowed;
        else if (character < 0 ? !is_cut : is_harm(character))
            blame(who, bytes, length, at);
    }
}
