/* SPDX-License-Identifier: MIT */
#include "routine/spelling.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/duration.h"
#include "base/macros.h"

enum { SPELLING_LIMIT = 100 }; /* longer texts were meant to be something else */

static const struct { const char *written, *meant; } range_marks[] = {
    {" ", ""}, {"\t", ""}, {"–", "-"}, {"—", "-"}, {"−", "-"}, {"..", "-"}, {"to", "-"}, {"/", "-"}, {":", "-"},
};

const char *spelling_of_range(Arena *arena, const char *text)
{
    size_t length = strlen(text);
    if (length == 0 || length > SPELLING_LIMIT)
        return NULL;
    char *tidy = arena_take(arena, length + 1);
    size_t used = 0;
    for (const char *at = text; *at;) {
        size_t i = 0;
        while (i < ARRAY_LEN(range_marks) && strncmp(at, range_marks[i].written, strlen(range_marks[i].written)) != 0)
            i++;
        if (i == ARRAY_LEN(range_marks)) {
            tidy[used++] = *at++;
            continue;
        }
        at += strlen(range_marks[i].written);
        if (range_marks[i].meant[0] && used > 0 && tidy[used - 1] != '-')
            tidy[used++] = '-';
    }
    return strcmp(tidy, text) == 0 ? NULL : tidy;
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Seconds that a unit stands for, 0 where it is none. */
static int32_t unit_seconds(const char *unit, size_t length)
{
    static const struct { const char *name; int32_t seconds; } units[] = {
        {"", 1}, {"s", 1}, {"sec", 1}, {"secs", 1}, {"second", 1}, {"seconds", 1}, {"m", 60}, {"min", 60}, {"mins", 60},
        {"minute", 60}, {"minutes", 60}, {"h", 3600}, {"hour", 3600}, {"hours", 3600},
    };
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        size_t same = 0;
        while (same < length && units[i].name[same] && lower(unit[same]) == units[i].name[same])
            same++;
        if (same == length && units[i].name[same] == '\0')
            return units[i].seconds;
    }
    return 0;
}

/* Reads "1.5 min", "1 min 30 sec" and moves *text past it; tenths of a second, -1 where it is nothing like it. */
static int32_t read_loosely(const char **text)
{
    int32_t tenths = -1;
    while (**text == ' ')
        ++*text;
    while (**text >= '0' && **text <= '9' && tenths < 100000) {
        int32_t number = 0, fraction = 0;
        for (; **text >= '0' && **text <= '9' && number < 10000; ++*text)
            number = number * 10 + (**text - '0');
        if ((**text == '.' || **text == ',') && (*text)[1] >= '0' && (*text)[1] <= '9') {
            fraction = (*text)[1] - '0';
            *text += 2;
        }
        while (**text == ' ')
            ++*text;
        const char *unit = *text;
        while (is_letter(**text))
            ++*text;
        int32_t seconds = unit_seconds(unit, (size_t)(*text - unit));
        if (seconds == 0)
            return -1;
        tenths = MAX_OF(tenths, 0) + (number * 10 + fraction) * seconds;
        while (**text == ' ' || **text == '.')
            ++*text;
    }
    return tenths;
}

const char *spelling_of_duration(Arena *arena, const char *text)
{
    static const char *const marks[] = {"-", "–", "—", ".."};
    char first[DURATION_TEXT_SIZE], second[DURATION_TEXT_SIZE];
    int32_t from = read_loosely(&text), to = from;
    if (from < 10 || from > 36000 || from % 10 != 0)
        return NULL;
    if (*text == '\0')
        return arena_copy(arena, duration_written(first, from / 10));
    size_t i = 0;
    while (i < ARRAY_LEN(marks) && strncmp(text, marks[i], strlen(marks[i])) != 0)
        i++;
    if (i == ARRAY_LEN(marks))
        return NULL;
    text += strlen(marks[i]);
    to = read_loosely(&text);
    if (*text || to <= from || to > 36000 || to % 10 != 0)
        return NULL;
    return arena_print(arena, "%s-%s", duration_written(first, from / 10), duration_written(second, to / 10));
}

const char *spelling_of_id(Arena *arena, const char *text)
{
    size_t length = strlen(text), used = 0;
    if (length > SPELLING_LIMIT)
        return NULL;
    char *id = arena_take(arena, length + 1);
    for (; *text; text++) {
        char byte = lower(*text);
        bool is_fit = is_letter(byte) || (byte >= '0' && byte <= '9');
        if (is_fit && (used > 0 || is_letter(byte)))
            id[used++] = byte;
        else if (used > 0 && id[used - 1] != '-' && strchr(" _-./", byte))
            id[used++] = '-';
    }
    while (used > 0 && id[used - 1] == '-')
        id[--used] = '\0';
    return used > 0 && used <= 64 ? id : NULL;
}

const char *spelling_of_tools(Arena *arena, const char *text)
{
    if (!strchr(text, ','))
        return spelling_of_id(arena, text);
    char *rest = arena_copy(arena, text);
    const char *list = "";
    for (char *at = strtok_r(rest, ",", &rest); at; at = strtok_r(NULL, ",", &rest)) {
        const char *id = spelling_of_id(arena, at);
        if (id)
            list = arena_print(arena, "%s%s%s", list, *list ? ", " : "", id);
    }
    return *list ? arena_print(arena, "[%s]", list) : NULL;
}

const char *spelling_of_area(const char *text)
{
    static const struct { const char *everyday, *area;
    } areas[] = {
        {"arm", "upper-arms"},  {"arms", "upper-arms"}, {"back", "upper-back"}, {"belly", "abdomen"},
        {"bottom", "glutes"},   {"buttocks", "glutes"}, {"calf", "calves"},     {"face", "jaw"},
        {"foot", "feet"},       {"groin", "adductors"}, {"heel", "achilles"},   {"itb", "it-band"},
        {"pecs", "chest"},      {"shin", "shins"},      {"sole", "feet"},       {"soles", "feet"},
        {"stomach", "abdomen"}, {"thigh", "quads"},     {"thighs", "quads"},    {"traps", "upper-back"},
        {"wrists", "forearms"},
    };
    for (size_t i = 0; i < ARRAY_LEN(areas); i++)
        if (strcmp(text, areas[i].everyday) == 0)
            return areas[i].area;
    return NULL;
}
