/* SPDX-License-Identifier: MIT */
#include "compose/own_words.h"

#include <string.h>

#include "base/macros.h"
#include "base/text.h"

/* Words that say that something hurts. */
static const char *const sore_words[] = {
    "ache", "aches", "aching", "hurt", "hurting", "hurts", "pain", "painful", "pains", "sore",
};

/* Words that tie others together, or say how it is, but not what and where. */
static const char *const passed_over[] = {
    "a",      "after",  "again",   "ago",   "all",    "also",      "always",    "am",      "an",        "and",
    "any",    "are",    "as",      "at",    "bad",    "be",        "been",      "before",  "bit",       "both",
    "but",    "by",     "can",     "can't", "cannot", "cant",      "did",       "do",      "does",      "don't",
    "down",   "during", "every",   "feel",  "feels",  "for",       "from",      "get",     "getting",   "got",
    "had",    "has",    "have",    "he",    "help",   "her",       "him",       "his",     "i",         "i'm",
    "if",     "in",     "is",      "it",    "its",    "just",      "keep",      "keeps",   "left",      "like",
    "little", "lot",    "make",    "makes", "me",     "month",     "months",    "more",    "most",      "much",
    "my",     "need",   "new",     "no",    "not",    "now",       "of",        "off",     "often",     "on",
    "one",    "only",   "old",     "or",    "our",    "out",       "over",      "problem", "really",    "right",
    "she",    "side",   "since",   "so",    "some",   "something", "sometimes", "stiff",   "stiffness", "still",
    "that",   "the",    "their",   "these", "they",   "this",      "those",     "three",   "tight",     "to",
    "today",  "too",    "trouble", "two",   "under",  "very",      "want",      "was",     "we",        "week",
    "weeks",  "were",   "when",    "while", "who",    "with",      "would",     "year",    "years",     "yesterday",
    "you",    "your",
};

/* What a routine is no answer to; a keyword such as "swollen ankles" goes before them. */
static const char *const for_a_doctor[] = {
    "bleeding", "breathless", "broken",     "clot",      "clots",     "collapse", "concussion", "cyst",     "dizziness",
    "dizzy",    "dvt",        "faint",      "fainting",  "fever",     "fracture", "heart",      "infected", "infection",
    "lump",     "numb",       "numbness",   "paralysed", "paralyzed", "rupture",  "ruptured",   "snapped",  "stroke",
    "swelling", "swollen",    "thrombosis", "torn",      "vertigo",   "whiplash", "wound",
};

static bool is_among(const char *const *words, size_t count, const char *word)
{
    return words_find(&(Words){words, count}, word, strlen(word)) >= 0;
}

/* The letter of a word, in lower case; 0 for what parts words. Other alphabets stay as they are. */
static char letter_of(char byte)
{
    if (byte >= 'A' && byte <= 'Z')
        return (char)(byte - 'A' + 'a');
    const bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '\'';
    return is_letter || (unsigned char)byte >= 0x80 ? byte : '\0';
}

TextList own_words_of(Arena *arena, const char *text)
{
    TextList words = {arena_take_array(arena, strlen(text) / 2 + 1, sizeof *words.items), 0};
    for (size_t length; *text; text += length) {
        length = 0;
        while (*text == '\'' || (*text && !letter_of(*text)))
            text++;
        while (letter_of(text[length]))
            length++;
        char *word = arena_copy_span(arena, text, length);
        for (size_t i = 0; i < length; i++)
            word[i] = letter_of(word[i]);
        for (size_t i = length; i > 0 && word[i - 1] == '\''; i--)
            word[i - 1] = '\0';
        if (length > 0)
            words.items[words.count++] = word;
    }
    return words;
}

const char *own_words_join(Arena *arena, const TextList *words, size_t first, size_t count)
{
    const char *text = words->items[first];
    for (size_t i = first + 1; i < first + count; i++)
        text = arena_print(arena, "%s %s", text, words->items[i]);
    return text;
}

bool own_words_sore(const char *word)
{
    return is_among(sore_words, ARRAY_LEN(sore_words), word);
}

bool own_words_passed_over(const char *word)
{
    return is_among(passed_over, ARRAY_LEN(passed_over), word) || own_words_sore(word);
}

bool own_words_for_a_doctor(const char *word)
{
    return is_among(for_a_doctor, ARRAY_LEN(for_a_doctor), word);
}
