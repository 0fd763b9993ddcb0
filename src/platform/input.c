/* SPDX-License-Identifier: MIT */
#include "platform/input.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/key.h"
#include "base/macros.h"
#include "base/utf8.h"

enum { ESCAPE = 0x1b, DELETE = 0x7f, FIRST_PRINTABLE = 0x20, UNFINISHED = -2 };

typedef struct KeyCode {
    int32_t code, key;
} KeyCode;

static const KeyCode controls[] = {
    {0x03, KEY_INTERRUPT}, {0x04, KEY_END_OF_INPUT}, {'\b', KEY_BACKSPACE_KEY}, {'\t', KEY_TAB_KEY},
    {'\n', KEY_ENTER_KEY}, {0x0c, KEY_REDRAW},       {'\r', KEY_ENTER_KEY},     {DELETE, KEY_BACKSPACE_KEY},
};

/* The letter that ends CSI or SS3. */
static const KeyCode finals[] = {
    {'A', KEY_UP_ARROW}, {'B', KEY_DOWN_ARROW}, {'C', KEY_RIGHT_ARROW}, {'D', KEY_LEFT_ARROW},
    {'F', KEY_END_KEY},  {'H', KEY_HOME_KEY},   {'M', KEY_ENTER_KEY},   {'Z', KEY_BACK_TAB},
};

/* The number before a `~`. */
static const KeyCode numbers[] = {
    {1, KEY_HOME_KEY},  {3, KEY_DELETE_KEY}, {4, KEY_END_KEY}, {5, KEY_PAGE_UP},
    {6, KEY_PAGE_DOWN}, {7, KEY_HOME_KEY},   {8, KEY_END_KEY},
};

static int32_t look_up(const KeyCode *codes, size_t count, int32_t code)
{
    for (size_t i = 0; i < count; i++) {
        if (codes[i].code == code)
            return codes[i].key;
    }
    return KEY_NONE;
}

/* Whether a read of nothing is no end: a terminal may have discarded its keys, but a pipe or a file is at its end. */
static bool is_only_empty(int descriptor)
{
    struct pollfd look = {.fd = descriptor, .events = POLLIN};
    return isatty(descriptor) && poll(&look, 1, 0) >= 0 && !(look.revents & (POLLHUP | POLLERR | POLLNVAL));
}

bool input_read(Input *keys, int descriptor)
{
    memmove(keys->bytes, keys->bytes + keys->start, keys->end - keys->start);
    keys->end -= keys->start;
    keys->start = 0;
    if (keys->end == sizeof keys->bytes)
        keys->end = 0; /* no key is that long */
    const ssize_t got = read(descriptor, keys->bytes + keys->end, sizeof keys->bytes - keys->end);
    if (got <= 0)
        return got < 0 ? errno == EINTR || errno == EAGAIN : is_only_empty(descriptor);
    keys->end += (size_t)got;
    return true;
}

/* The wheel moves as the arrows do. */
static const KeyCode wheel[] = {{64, KEY_UP_ARROW}, {65, KEY_DOWN_ARROW}};

/* A report of the mouse (SGR, 1006), from behind its `<`: button;column;row, then M where it was pressed. */
static int32_t decode_mouse(const char *bytes, size_t length)
{
    const int32_t most = 0xfff;
    int32_t parts[3] = {0};
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == ';' && count < 2)
            count++;
        else if (bytes[i] >= '0' && bytes[i] <= '9' && parts[count] <= most)
            parts[count] = parts[count] * 10 + (bytes[i] - '0');
        else
            return KEY_NONE;
    }
    const int32_t x = parts[1] - 1, y = parts[2] - 1;
    if (parts[0] != 0)
        return look_up(wheel, ARRAY_LEN(wheel), parts[0]);
    return x >= 0 && y >= 0 && x <= most && y <= most ? KEY_CLICK | y << 12 | x : KEY_NONE;
}

/* CSI: parameters up to 0x3f, then one byte that ends it. `size` counts from the Escape. */
static int32_t decode_csi(const char *bytes, size_t length, size_t *size)
{
    int32_t number = 0;
    for (size_t i = 2; i < length; i++) {
        const unsigned char byte = (unsigned char)bytes[i];
        if (byte >= '0' && byte <= '9' && number < 1000 && !memchr(bytes, ';', i))
            number = number * 10 + (byte - '0');
        if (byte < FIRST_PRINTABLE || byte >= DELETE) {
            *size = i; /* broken off: that byte is a key of its own */
            return KEY_NONE;
        }
        if (byte >= 0x40) {
            *size = i + 1;
            if (bytes[2] == '<')
                return byte == 'M' ? decode_mouse(bytes + 3, i - 3) : KEY_NONE;
            return byte == '~' ? look_up(numbers, ARRAY_LEN(numbers), number)
                               : look_up(finals, ARRAY_LEN(finals), byte);
        }
    }
    return UNFINISHED;
}

static int32_t decode_escape(const char *bytes, size_t length, size_t *size)
{
    *size = 1;
    if (length < 2)
        return UNFINISHED;
    if (bytes[1] == '[')
        return decode_csi(bytes, length, size);
    if (bytes[1] != 'O')
        return KEY_ESCAPE_KEY;
    if (length < 3)
        return UNFINISHED;
    *size = 3;
    return look_up(finals, ARRAY_LEN(finals), bytes[2]);
}

/* The bytes that a character of UTF-8 takes, by its first. */
static size_t needed(unsigned char first)
{
    return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

static int32_t decode(const char *bytes, size_t length, size_t *size)
{
    const unsigned char first = (unsigned char)bytes[0];
    *size = 1;
    if (first == ESCAPE)
        return decode_escape(bytes, length, size);
    if (first < FIRST_PRINTABLE || first == DELETE)
        return look_up(controls, ARRAY_LEN(controls), first);
    if (length < needed(first))
        return UNFINISHED;
    const int32_t character = utf8_decode(bytes, length, size);
    return character < 0 || utf8_is_forbidden(character) ? KEY_NONE : character;
}

int32_t input_next_key(Input *keys, bool is_late)
{
    while (keys->start < keys->end) {
        size_t size;
        int32_t key = decode(keys->bytes + keys->start, keys->end - keys->start, &size);
        if (key == UNFINISHED && !is_late)
            return KEY_NONE;
        if (key == UNFINISHED) {
            /* More than an Escape alone is a sequence that came too slowly: never the key that leaves a session. */
            size = keys->end - keys->start;
            key = size == 1 && keys->bytes[keys->start] == ESCAPE ? KEY_ESCAPE_KEY : KEY_NONE;
        }
        keys->start += size;
        if (key != KEY_NONE)
            return key;
    }
    return KEY_NONE;
}

bool input_is_waiting(const Input *keys)
{
    return keys->start < keys->end;
}
