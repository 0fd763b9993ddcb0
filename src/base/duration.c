/* SPDX-License-Identifier: MIT */
#include "base/duration.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/macros.h"

enum { SECONDS_LIMIT = 1000000 };

/* Reads digits from *at on; -1 where there are none. What is too large stays at the limit. */
static int32_t read_digits(const char *text, size_t length, size_t *at)
{
    size_t start = *at;
    int32_t number = 0;
    for (; *at < length && text[*at] >= '0' && text[*at] <= '9'; (*at)++)
        number = MIN_OF(number * 10 + (text[*at] - '0'), (int32_t)SECONDS_LIMIT);
    return *at > start ? number : -1;
}

static bool in_limit(int32_t minutes, int32_t rest, int32_t *seconds, const char **problem)
{
    int64_t all = (int64_t)minutes * 60 + rest;
    if (all >= SECONDS_LIMIT) {
        *problem = "too long";
        return false;
    }
    *seconds = (int32_t)all;
    return true;
}

/* What follows the minutes of `1m30s` or `1:30`. */
static bool read_seconds_part(const char *text, size_t length, size_t at, bool with_unit, int32_t *rest,
                              const char **problem)
{
    *rest = read_digits(text, length, &at);
    if (*rest < 0)
        return false;
    if (with_unit ? at + 1 != length || text[at] != 's' : at != length)
        return false;
    if (*rest > 59) {
        *problem = "seconds above 59 after minutes";
        return false;
    }
    return true;
}

bool duration_parse(const char *text, size_t length, int32_t *seconds, const char **problem)
{
    *problem = NULL;
    size_t at = 0;
    int32_t first = read_digits(text, length, &at);
    if (first < 0)
        return false;
    if (at == length || (text[at] == 's' && at + 1 == length))
        return in_limit(0, first, seconds, problem);

    char unit = text[at++];
    int32_t rest = 0;
    if (unit == 'h')
        *problem = "hours are not allowed: write minutes";
    else if (unit == '.' || unit == ',')
        *problem = "only whole seconds and minutes";
    if (unit != 'm' && unit != ':')
        return false;
    bool minutes_alone = unit == 'm' && at == length;
    if (!minutes_alone && !read_seconds_part(text, length, at, unit == 'm', &rest, problem))
        return false;
    return in_limit(first, rest, seconds, problem);
}

const char *duration_clock(char text[DURATION_TEXT_SIZE], int64_t seconds)
{
    seconds = MAX_OF(seconds, (int64_t)0);
    int64_t hours = seconds / 3600;
    int minutes = (int)(seconds / 60 % 60), rest = (int)(seconds % 60);
    if (hours)
        snprintf(text, DURATION_TEXT_SIZE, "%" PRId64 ":%02d:%02d", hours, minutes, rest);
    else
        snprintf(text, DURATION_TEXT_SIZE, "%d:%02d", minutes, rest);
    return text;
}

/* The parts that are not nothing, each with its unit. */
static const char *in_parts(char text[DURATION_TEXT_SIZE], const int64_t *parts, const char *const *units, size_t count,
                            const char *between)
{
    size_t length = 0;
    text[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        bool is_last_resort = i + 1 == count && length == 0;
        if (parts[i] == 0 && !is_last_resort)
            continue;
        int written = snprintf(text + length, DURATION_TEXT_SIZE - length, "%s%" PRId64 "%s", length ? between : "",
                               parts[i], units[i]);
        length = MIN_OF(length + (size_t)written, (size_t)DURATION_TEXT_SIZE - 1);
    }
    return text;
}

const char *duration_words(char text[DURATION_TEXT_SIZE], int64_t seconds)
{
    static const char *const units[] = {" h", " min", " s"};
    seconds = MAX_OF(seconds, (int64_t)0);
    const int64_t parts[] = {seconds / 3600, seconds / 60 % 60, seconds % 60};
    return in_parts(text, parts, units, ARRAY_LEN(parts), " ");
}

const char *duration_minutes(char text[DURATION_TEXT_SIZE], int64_t seconds)
{
    return duration_words(text, seconds < 60 ? seconds : (seconds + 30) / 60 * 60);
}

const char *duration_written(char text[DURATION_TEXT_SIZE], int64_t seconds)
{
    static const char *const units[] = {"m", "s"};
    seconds = MAX_OF(seconds, (int64_t)0);
    const int64_t parts[] = {seconds / 60, seconds % 60};
    return in_parts(text, parts, units, ARRAY_LEN(parts), "");
}
