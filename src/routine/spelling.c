/* SPDX-License-Identifier: MIT */
#include "routine/spelling.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/duration.h"
#include "base/macros.h"
#include "routine/names.h"

enum { SPELLING_LIMIT = 100 }; /* longer texts were meant to be something else */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

const char *spelling_of_range(Arena *arena, const char *text)
{
    static const char between[] = " \t.,:/-[]tosec\xE2\x80\x93\x94\x88\x92"; /* the last ones are long dashes */
    const size_t length = strlen(text);
    const bool has_decimal = strchr(text, '.') && !strstr(text, "..");
    if (length > SPELLING_LIMIT || has_decimal || text[strcspn(text, "0123456789")] == '\0')
        return NULL;
    char *tidy = arena_take(arena, 2 * length + 1);
    size_t used = 0;
    for (const char *at = text; *at; at += strspn(at, between)) {
        const size_t digits = strspn(at, "0123456789");
        if (digits == 0 && strspn(at, between) == 0)
            return NULL;
        if (digits > 0 && used > 0)
            tidy[used++] = '-';
        memcpy(tidy + used, at, digits);
        used += digits;
        at += digits;
    }
    return strcmp(tidy, text) == 0 ? NULL : tidy;
}

/* Without the quotes that a word processor puts in. NULL where it is too long. */
static const char *strip_quotes(char plain[SPELLING_LIMIT + 1], const char *text)
{
    size_t used = 0;
    while (*text && used < SPELLING_LIMIT) {
        const bool is_quote = strncmp(text, "\xE2\x80", 2) == 0 && text[2] && strchr("\x98\x99\x9C\x9D\x9E", text[2]);
        if (is_quote)
            text += strlen("\xE2\x80\x98");
        else
            plain[used++] = *text++;
    }
    plain[used] = '\0';
    return *text ? NULL : plain;
}

/* Not tolower(): the locale has no say in what a word of the format is. */
static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Reads "1.5" in tenths and moves *text past it. */
static int32_t read_tenths(const char **text)
{
    int32_t number = 0;
    for (; is_digit(**text) && number < 1000; ++*text)
        number = number * 10 + (**text - '0');
    number *= 10;
    if ((**text == '.' || **text == ',') && is_digit((*text)[1])) {
        number += (*text)[1] - '0';
        *text += 2;
    }
    return number;
}

/* Seconds of the unit that stands there, by the start of its name: 0 where there is none, -1 where it is none. */
static int32_t read_unit(const char **text)
{
    static const struct {
        const char *name;
        int32_t seconds;
    } units[] = {{"seconds", 1}, {"secs", 1}, {"minutes", 60}, {"mins", 60}, {"hours", 3600}};
    *text += strspn(*text, " ");
    const char *unit = *text;
    while (isalpha((unsigned char)**text) && strncmp(*text, "to ", 3) != 0)
        ++*text;
    const size_t length = (size_t)(*text - unit);
    while (**text == ' ' || (**text == '.' && (*text)[1] != '.'))
        ++*text;
    if (length == 0)
        return 0;
    for (size_t i = 0; i < ARRAY_LEN(units); i++)
        if (strncasecmp(unit, units[i].name, length) == 0)
            return units[i].seconds;
    return -1;
}

typedef struct LooseTime {
    int32_t tenths; /* of a second; -1 where it is nothing like a time */
    int32_t unit_s; /* of its first number; 0: a number alone */
} LooseTime;

/* Reads "1.5 min", "1:30", "1 min 30 sec", each unit smaller than the one before it, and moves *text past it. */
static LooseTime read_loosely(const char **text)
{
    const LooseTime nothing = {-1, 0};
    LooseTime time = nothing;
    int32_t larger_s = INT32_MAX;
    for (*text += strspn(*text, " "); is_digit(**text);) {
        int32_t tenths = read_tenths(text), factor = 1;
        if (time.tenths < 0 && **text == ':' && is_digit((*text)[1])) {
            ++*text;
            tenths = tenths * 60 + read_tenths(text);
            const int32_t unit_s = read_unit(text);
            return unit_s == 0 || unit_s == 1 || unit_s == 60 ? (LooseTime){tenths, 60} : nothing;
        }
        const int32_t unit_s = read_unit(text);
        factor = MAX_OF(unit_s, 1);
        if (unit_s < 0 || factor >= larger_s)
            return nothing;
        time = time.tenths < 0 ? (LooseTime){tenths * factor, unit_s}
                               : (LooseTime){time.tenths + tenths * factor, time.unit_s};
        larger_s = factor;
    }
    return time;
}

static bool is_whole(const LooseTime *time)
{
    return time->tenths >= 10 && time->tenths <= 36000 && time->tenths % 10 == 0;
}

const char *spelling_of_duration(Arena *arena, const char *text)
{
    static const char *const marks[] = {"-", "–", "—", "−", "..", "to"};
    char first[DURATION_TEXT_SIZE], second[DURATION_TEXT_SIZE], plain[SPELLING_LIMIT + 1];
    text = strip_quotes(plain, text);
    if (!text)
        return NULL;
    LooseTime from = read_loosely(&text);
    if (*text == '\0')
        return is_whole(&from) ? arena_copy(arena, duration_written(first, from.tenths / 10)) : NULL;
    size_t i = 0;
    while (i < ARRAY_LEN(marks) && strncmp(text, marks[i], strlen(marks[i])) != 0)
        i++;
    if (i == ARRAY_LEN(marks))
        return NULL;
    text += strlen(marks[i]);
    const LooseTime to = read_loosely(&text);
    if (from.unit_s == 0 && to.unit_s > 0)
        from.tenths *= to.unit_s;
    if (*text || !is_whole(&from) || !is_whole(&to) || to.tenths <= from.tenths)
        return NULL;
    return arena_print(arena, "%s-%s", duration_written(first, from.tenths / 10),
                       duration_written(second, to.tenths / 10));
}

const char *spelling_of_id(Arena *arena, const char *text)
{
    const char *slash = strrchr(text, '/');
    text = slash && slash[1] ? slash + 1 : text;
    size_t length = strlen(text), used = 0;
    const char *ending = length > 4 ? strstr(text + length - 5, ".y") : NULL;
    if (length > SPELLING_LIMIT)
        return NULL;
    char *id = arena_take(arena, length + 1);
    for (; *text && text != ending; text++) {
        const bool is_letter = isalpha((unsigned char)*text);
        if (is_letter || (used > 0 && is_digit(*text)))
            id[used++] = lower(*text);
        else if (used > 0 && id[used - 1] != '-' && strchr(" _-./", *text))
            id[used++] = '-';
    }
    while (used > 0 && id[used - 1] == '-')
        id[--used] = '\0';
    return used > 0 && used <= 64 ? id : NULL;
}

const char *spelling_of_tools(Arena *arena, const char *text)
{
    static const struct {
        const char *part, *join;
    } joins[] = {{",", ", "}, {" and ", ", "}, {" or ", " | "}, {"/", " | "}};
    size_t i = 0;
    while (i < ARRAY_LEN(joins) && !strstr(text, joins[i].part))
        i++;
    if (i == ARRAY_LEN(joins))
        return spelling_of_id(arena, text);
    const char *list = "";
    for (const char *end; text; text = end ? end + strlen(joins[i].part) : NULL) {
        end = strstr(text, joins[i].part);
        const size_t length = end ? (size_t)(end - text) : strlen(text);
        const char *id = spelling_of_id(arena, arena_copy_span(arena, text, length));
        if (id)
            list = arena_print(arena, "%s%s%s", list, *list ? joins[i].join : "", id);
    }
    return *list == '\0' || joins[i].join[0] != ',' ? (*list ? list : NULL) : arena_print(arena, "[%s]", list);
}

/* What people write most, each with the word of the format; which list that is in tells one meaning from another. Parts
 * of the body have their everyday names in names.c. */
/* clang-format off */
static const struct { const char *everyday, *meant; } everyday[] = {
    {"door", "doorway"}, {"ground", "floor"}, {"mat", "floor"}, {"sitting", "chair"}, {"standing", "desk"},
    {"friction", "cross-friction"}, {"pressure", "sustained-pressure"}, {"roll", "stripping"}, {"rolling", "stripping"},
    {"cool-down", "recovery"}, {"relax", "wind-down"}, {"sleep", "wind-down"},
    {"each", "both"}, {"each-side", "both"}, {"l", "left"}, {"r", "right"},
    {"centimetres", "cm"}, {"centimeters", "cm"}, {"sec", "s"}, {"secs", "s"}, {"seconds", "s"}, {"degrees", "deg"},
    {"reps", "times"}, {"repetitions", "times"}, {"higher", "more"}, {"larger", "more"}, {"farther", "more"},
    {"longer", "more"}, {"lower", "less"}, {"smaller", "less"}, {"shorter", "less"}, {"fewer", "less"},
    {"measure", "unit"}, {"measure", "say"},
    {"yes", "on"}, {"true", "on"}, {"no", "off"}, {"false", "off"}, {"none", "off"}, {"mute", "off"}, {"on", "auto"},
    {"injury", "recent-injury"}, {"osteoporosis", "fragile-bones"}, {"thrombosis", "clot"},
    {"description", "summary"}, {"description", "setup"}, {"duration", "hold"}, {"equipment", "tools"},
    {"exercises", "moves"}, {"instructions", "setup"}, {"intensity", "pressure"}, {"location", "where"},
    {"muscles", "areas"}, {"name", "title"}, {"place", "where"}, {"reps", "passes"}, {"text", "say"}, {"time", "at"},
    {"time", "hold"}, {"times", "repeat"}, {"title", "name"}, {"version", "knead"},
    {"speech", "voice"}, {"speed", "rate"}, {"speed", "pace"}, {"loudness", "volume"}, {"bell", "sound"},
    {"notification", "notices"}, {"notifications", "notices"}, {"notify", "notices"}, {"on", "terminal"},
    {"inhibit", "awake"}, {"commands", "hooks"}, {"finish", "end"},
};
/* clang-format on */

const char *spelling_of_word(const Words *words, const char *text)
{
    char tidy[SPELLING_LIMIT + 1], plain[SPELLING_LIMIT + 1];
    if (!strip_quotes(plain, text))
        return NULL;
    for (size_t i = 0; i <= strlen(plain); i++) {
        const bool is_gap = plain[i] && strchr(" -_", plain[i]);
        tidy[i] = is_gap ? '-' : lower(plain[i]);
        plain[i] = is_gap ? ' ' : plain[i];
    }
    const int same = words_find(words, tidy, strlen(tidy)), area = words == &area_words ? area_called(plain) : -1;
    if (same >= 0 || area >= 0)
        return words->items[same >= 0 ? same : area];
    for (size_t i = 0; i < ARRAY_LEN(everyday); i++) {
        const char *meant = everyday[i].meant;
        if (strcmp(tidy, everyday[i].everyday) == 0 && words_find(words, meant, strlen(meant)) >= 0)
            return meant;
    }
    return NULL;
}

const Guesses spelling_guesses = {spelling_of_word, spelling_of_duration, spelling_of_id};
