/* SPDX-License-Identifier: MIT */
#include "base/words.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/macros.h"

enum { LONGEST_WORD = 64 };

int words_find(const Words *words, const char *text, size_t length)
{
    for (size_t i = 0; length > 0 && i < words->count; i++) {
        const char *word = words->items[i];
        if (word[0] == *text && strlen(word) == length && memcmp(word, text, length) == 0)
            return (int)i;
    }
    return -1;
}

/* Not tolower(): the locale has no say in what a word of the format is. */
static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static size_t least(size_t a, size_t b)
{
    return MIN_OF(a, b);
}

/* Letters put in, left out, changed, or swapped with the next one, to make one text of the other. */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    uint8_t rows[3][LONGEST_WORD + 1];
    uint8_t *two_before = rows[0], *before = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b_length; j++)
        before[j] = (uint8_t)j;
    memcpy(two_before, before, b_length + 1);

    for (size_t i = 1; i <= a_length; i++) {
        row[0] = (uint8_t)i;
        for (size_t j = 1; j <= b_length; j++) {
            char x = lower(a[i - 1]), y = lower(b[j - 1]);
            size_t cost = before[j - 1] + (x != y ? 1u : 0u);
            cost = least(cost, least(before[j], row[j - 1]) + 1u);
            if (i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y)
                cost = least(cost, two_before[j - 2] + 1u);
            row[j] = (uint8_t)cost;
        }
        uint8_t *oldest = two_before;
        two_before = before;
        before = row;
        row = oldest;
    }
    return before[b_length];
}

const char *words_nearest(const Words *words, const char *text)
{
    size_t length = strlen(text);
    if (length == 0 || length > LONGEST_WORD)
        return NULL;

    const char *nearest = NULL;
    size_t nearest_distance = SIZE_MAX;
    for (size_t i = 0; i < words->count; i++) {
        size_t word_length = strlen(words->items[i]);
        size_t limit = MAX_OF(word_length / 3, (size_t)1);
        if (word_length > LONGEST_WORD || word_length > length + limit || length > word_length + limit)
            continue;
        size_t steps = distance(text, length, words->items[i], word_length);
        bool has_common = steps < least(length, word_length);
        if (has_common && steps <= limit && steps < nearest_distance) {
            nearest = words->items[i];
            nearest_distance = steps;
        }
    }
    return nearest;
}
