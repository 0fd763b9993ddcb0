/* SPDX-License-Identifier: MIT */
#include "routine/spelling.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "routine/names.h"

enum { SPELLING_LIMIT = 100 }; /* longer texts were meant to be something else */

/* What people put between two numbers, or around them. */
static const char *const between[] = {
    " ", "\t", "–", "—", "−", "..", "to", "/", ":", ",", "-", "s", "sec", "[", "]",
};

static size_t skip_between(const char *at)
{
    size_t longest = 0;
    for (size_t i = 0; i < ARRAY_LEN(between); i++) {
        size_t length = strlen(between[i]);
        if (length > longest && strncmp(at, between[i], length) == 0)
            longest = length;
    }
    return longest;
}

const char *spelling_of_range(Arena *arena, const char *text)
{
    size_t length = strlen(text), used = 0;
    if (length == 0 || length > SPELLING_LIMIT)
        return NULL;
    char *tidy = arena_take(arena, 2 * length + 1);
    bool is_first = true;
    for (const char *at = text; *at;) {
        size_t digits = strspn(at, "0123456789"), skipped = digits > 0 ? 0 : skip_between(at);
        if (digits == 0 && skipped == 0)
            return NULL;
        if (digits > 0 && !is_first)
            tidy[used++] = '-';
        memcpy(tidy + used, at, digits);
        used += digits;
        is_first = is_first && digits == 0;
        at += digits + skipped;
    }
    return used == 0 || strcmp(tidy, text) == 0 ? NULL : tidy;
}

/* Without the quotes that a word processor puts in. NULL where it is too long, or nothing is left. */
static const char *strip_quotes(char tidy[SPELLING_LIMIT + 1], const char *text)
{
    static const char *const quotes[] = {"“", "”", "‘", "’", "„", "«", "»"};
    size_t used = 0;
    while (*text && used < SPELLING_LIMIT) {
        size_t i = 0;
        while (i < ARRAY_LEN(quotes) && strncmp(text, quotes[i], strlen(quotes[i])) != 0)
            i++;
        if (i < ARRAY_LEN(quotes))
            text += strlen(quotes[i]);
        else
            tidy[used++] = *text++;
    }
    tidy[used] = '\0';
    return *text || used == 0 ? NULL : tidy;
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
    static const struct {
        const char *name;
        int32_t seconds;
    } units[] = {
        {"", 1},     {"s", 1},     {"sec", 1},     {"secs", 1},     {"second", 1}, {"seconds", 1}, {"m", 60},
        {"min", 60}, {"mins", 60}, {"minute", 60}, {"minutes", 60}, {"h", 3600},   {"hour", 3600}, {"hours", 3600},
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

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
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

/* Seconds of the unit that stands there, 1 where none does, 0 where it is none; whether there was one in *is_there. */
static int32_t read_unit(const char **text, bool *is_there)
{
    while (**text == ' ')
        ++*text;
    const char *unit = *text;
    while (is_letter(**text) && strncmp(*text, "to ", 3) != 0)
        ++*text;
    const int32_t seconds = unit_seconds(unit, (size_t)(*text - unit));
    *is_there = *text > unit;
    while (**text == ' ' || (**text == '.' && (*text)[1] != '.'))
        ++*text;
    return seconds;
}

typedef struct Loose {
    int32_t tenths; /* of a second; -1 where it is nothing like a time */
    int32_t unit_s; /* of its first number */
    bool is_bare;   /* a number alone, without a unit */
} Loose;

/* What is left of "1:30 min" from its colon on: seconds, whatever stands behind. */
static Loose read_clock(const char **text, int32_t minutes_tenths)
{
    bool has_unit;
    ++*text;
    const int32_t tenths = minutes_tenths * 60 + read_tenths(text);
    const int32_t unit_s = read_unit(text, &has_unit);
    return (Loose){unit_s == 1 || unit_s == 60 ? tenths : -1, 60, false};
}

/* Reads "1.5 min", "1 min 30 sec", each unit smaller than the one before it, and moves *text past it. */
static Loose read_loosely(const char **text)
{
    Loose loose = {.tenths = -1};
    int32_t larger_s = INT32_MAX;
    while (**text == ' ')
        ++*text;
    while (is_digit(**text)) {
        const int32_t tenths = read_tenths(text);
        if (loose.tenths < 0 && **text == ':' && is_digit((*text)[1]))
            return read_clock(text, tenths);
        bool has_unit;
        const int32_t seconds = read_unit(text, &has_unit);
        if (seconds == 0 || seconds >= larger_s)
            return (Loose){.tenths = -1};
        if (loose.tenths < 0)
            loose = (Loose){.unit_s = seconds, .is_bare = !has_unit};
        loose.tenths += tenths * seconds;
        larger_s = seconds;
    }
    return loose;
}

static bool is_whole(const Loose *loose)
{
    return loose->tenths >= 10 && loose->tenths <= 36000 && loose->tenths % 10 == 0;
}

const char *spelling_of_duration(Arena *arena, const char *text)
{
    static const char *const marks[] = {"-", "–", "—", "−", "..", "to"};
    char first[DURATION_TEXT_SIZE], second[DURATION_TEXT_SIZE], plain[SPELLING_LIMIT + 1];
    text = strip_quotes(plain, text);
    if (!text)
        return NULL;
    Loose from = read_loosely(&text);
    if (*text == '\0')
        return is_whole(&from) ? arena_copy(arena, duration_written(first, from.tenths / 10)) : NULL;
    size_t i = 0;
    while (i < ARRAY_LEN(marks) && strncmp(text, marks[i], strlen(marks[i])) != 0)
        i++;
    if (i == ARRAY_LEN(marks))
        return NULL;
    text += strlen(marks[i]);
    const Loose to = read_loosely(&text);
    if (from.is_bare && !to.is_bare)
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

/* The parts of a text between one of those, each as an id, with `join` between them; NULL where there is one alone. */
static const char *join_ids(Arena *arena, const char *text, const char *part, const char *join)
{
    const char *list = "";
    if (!strstr(text, part))
        return NULL;
    for (const char *end; text; text = end ? end + strlen(part) : NULL) {
        end = strstr(text, part);
        size_t length = end ? (size_t)(end - text) : strlen(text);
        const char *id = spelling_of_id(arena, arena_copy_span(arena, text, length));
        if (id)
            list = arena_print(arena, "%s%s%s", list, *list ? join : "", id);
    }
    return *list ? list : NULL;
}

const char *spelling_of_tools(Arena *arena, const char *text)
{
    static const struct {
        const char *part, *join;
    } joins[] = {
        {",", ", "},
        {" and ", ", "},
        {" or ", " | "},
        {"/", " | "},
    };
    for (size_t i = 0; i < ARRAY_LEN(joins); i++) {
        const char *list = join_ids(arena, text, joins[i].part, joins[i].join);
        if (list)
            return joins[i].join[0] == ',' ? arena_print(arena, "[%s]", list) : list;
    }
    return spelling_of_id(arena, text);
}

/* Everyday words, each with the word of the format; which list that is in tells one meaning from another. */
/* clang-format off */
static const struct { const char *everyday, *meant; } everyday[] = {
    /* areas */
    {"abs", "abdomen"}, {"arm", "upper-arms"}, {"arms", "upper-arms"}, {"back", "upper-back"}, {"belly", "abdomen"},
    {"biceps", "upper-arms"}, {"bottom", "glutes"}, {"bum", "glutes"}, {"buttocks", "glutes"}, {"calf", "calves"},
    {"core", "abdomen"}, {"elbows", "forearms"}, {"face", "jaw"}, {"foot", "feet"}, {"gastrocnemius", "calves"},
    {"groin", "adductors"}, {"heel", "achilles"}, {"hip-flexors", "hips"}, {"inner-thighs", "adductors"},
    {"itb", "it-band"}, {"outer-thighs", "it-band"}, {"pec", "chest"}, {"pecs", "chest"}, {"peroneals", "outer-shins"},
    {"piriformis", "glutes"}, {"plantar-fascia", "feet"}, {"psoas", "hips"}, {"scalp", "head"}, {"shin", "shins"},
    {"shoulder-blades", "upper-back"}, {"sole", "feet"}, {"soles", "feet"}, {"soleus", "calves"},
    {"stomach", "abdomen"}, {"tfl", "hips"}, {"thigh", "quads"}, {"thighs", "quads"}, {"toes", "feet"},
    {"trapezius", "upper-back"}, {"traps", "upper-back"}, {"triceps", "upper-arms"}, {"wrist", "forearms"},
    {"wrists", "forearms"},
    /* places */
    {"door", "doorway"}, {"ground", "floor"}, {"mat", "floor"}, {"office", "desk"}, {"seat", "chair"},
    {"seated", "chair"}, {"sitting", "chair"}, {"standing", "desk"},
    /* techniques */
    {"breathing", "breathe"}, {"compression", "sustained-pressure"}, {"friction", "cross-friction"},
    {"hold", "sustained-pressure"}, {"pin-and-stretch", "pin-and-move"}, {"plough", "plow"},
    {"pnf", "contract-relax"}, {"press", "sustained-pressure"}, {"pressure", "sustained-pressure"},
    {"rocking", "oscillation"}, {"roll", "stripping"}, {"rolling", "stripping"}, {"shear", "skin-shear"},
    {"stretching", "stretch"},
    /* goals */
    {"break", "desk-break"}, {"cool-down", "recovery"}, {"flexibility", "mobility"}, {"office", "desk-break"},
    {"relax", "wind-down"}, {"sleep", "wind-down"},
    /* sides */
    {"all", "both"}, {"bilateral", "both"}, {"each", "both"}, {"each-side", "both"}, {"l", "left"}, {"l/r", "both"},
    {"left-and-right", "both"}, {"r", "right"}, {"two", "both"},
    /* health */
    {"anticoagulants", "blood-thinners"}, {"blood-clot", "clot"}, {"carotid", "neck-artery"},
    {"diabetes", "diabetic-feet"}, {"dvt", "clot"}, {"fracture", "recent-injury"}, {"hypermobility", "hypermobile"},
    {"injury", "recent-injury"}, {"neuropathy", "reduced-feeling"}, {"numbness", "reduced-feeling"},
    {"osteoporosis", "fragile-bones"}, {"pacemaker", "heart"}, {"pregnant", "pregnancy"}, {"raynaud", "cold-sensitive"},
    {"slipped-disc", "disc"}, {"thrombosis", "clot"}, {"varicose", "varicose-veins"},
    /* keys */
    {"body", "areas"}, {"breath", "breathe"}, {"breathing", "breathe"}, {"caution", "cautions"}, {"caution", "avoid"},
    {"contraindications", "not_with"}, {"description", "summary"}, {"description", "setup"}, {"duration", "hold"},
    {"easier", "lighter"}, {"equipment", "tools"}, {"exercises", "moves"}, {"force", "pressure"},
    {"harder", "deeper"}, {"how", "setup"}, {"id", "use"}, {"instructions", "setup"}, {"intensity", "pressure"},
    {"items", "moves"}, {"length", "hold"}, {"level", "pressure"}, {"link", "url"}, {"location", "where"},
    {"min", "least"}, {"minimum", "least"}, {"move", "use"}, {"muscle", "areas"}, {"muscles", "areas"},
    {"name", "title"}, {"note", "feel"}, {"notes", "feel"}, {"part", "areas"}, {"parts", "areas"}, {"place", "where"},
    {"places", "where"}, {"position", "setup"}, {"reps", "passes"}, {"repetitions", "passes"}, {"seconds", "hold"},
    {"steps", "moves"}, {"strokes", "passes"}, {"text", "say"}, {"time", "at"}, {"time", "hold"}, {"times", "repeat"},
    {"title", "name"}, {"version", "knead"}, {"warning", "avoid"}, {"warnings", "cautions"}, {"warnings", "avoid"},
};
/* clang-format on */

/* In small letters and with hyphens. NULL where it is too long. */
static const char *tidy_word(char tidy[SPELLING_LIMIT + 1], const char *text)
{
    if (!strip_quotes(tidy, text))
        return NULL;
    for (char *at = tidy; *at; at++)
        *at = *at == ' ' || *at == '_' ? '-' : lower(*at);
    return tidy;
}

const char *spelling_of_word(const Words *words, const char *text)
{
    char tidy[SPELLING_LIMIT + 1];
    const char *word = tidy_word(tidy, text);
    if (!word)
        return NULL;
    int same = words_find(words, word, strlen(word));
    if (same >= 0)
        return words->items[same];
    for (size_t i = 0; i < ARRAY_LEN(everyday); i++) {
        const char *meant = everyday[i].meant;
        size_t length = strlen(everyday[i].everyday);
        bool is_it = strcmp(word, everyday[i].everyday) == 0 ||
                     (everyday[i].everyday[length - 1] == 's' && strlen(word) == length - 1 &&
                      strncmp(word, everyday[i].everyday, length - 1) == 0);
        int index = is_it ? words_find(words, meant, strlen(meant)) : -1;
        if (index >= 0)
            return words->items[index];
    }
    return NULL;
}

const char *spelling_of_area(const char *text)
{
    return spelling_of_word(&area_words, text);
}

static const char *guess_word(Arena *arena, const Words *words, const char *text)
{
    (void)arena;
    return spelling_of_word(words, text);
}

const Guesses spelling_guesses = {guess_word, spelling_of_duration, spelling_of_id};
