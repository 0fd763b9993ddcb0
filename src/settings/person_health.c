/* SPDX-License-Identifier: MIT */
#include "settings/person_health.h"

#include <string.h>

#include "base/text.h"

/* `{recent-injury: [calves]}`: the word, and the parts that it is at. */
static bool read_injury(Walk *walk, const Field *field, const Node *map, uint8_t *word, WordList *parts)
{
    const Entry *entry = map->entries;
    const Field areas = {.key = health_name(HEALTH_RECENT_INJURY), .words = &area_words, .noun = "area", .min = 1};
    if (!entry || entry->next) {
        diagnostic_error(walk->diags, map->mark, "say where an injury is with one word and its parts");
        diagnostic_hint(walk->diags, "write it as in {recent-injury: [calves]}");
        return false;
    }
    if (!schema_word(walk, field, entry->key, word))
        return false;
    if (*word != HEALTH_RECENT_INJURY) {
        diagnostic_error(walk->diags, entry->key->mark, "only recent-injury says where it is");
        diagnostic_hint(walk->diags, "write `%s` alone", health_name(*word));
        return false;
    }
    return schema_word_list(walk, &areas, entry->value, parts);
}

bool person_health_read(Walk *walk, const Field *field, const Node *value, void *at)
{
    size_t count;
    bool is_good = true;
    Entry alone;
    const Entry *entry = schema_entries(value, &alone, &count);
    PersonHealth health = {.words = {arena_take_array(walk->arena, count, sizeof(uint8_t)), 0}};
    for (; entry; entry = entry->next) {
        uint8_t word = HEALTH_COUNT;
        const bool is_read = entry->value->kind == NODE_MAP
                                 ? read_injury(walk, field, entry->value, &word, &health.injuries)
                                 : schema_word(walk, field, entry->value, &word);
        if (is_read && filter_has_word(&health.words, word)) {
            is_good = diagnostic_error(walk->diags, entry->value->mark, "'%s' appears twice in health",
                                       health_name(word));
            diagnostic_hint(walk->diags, "take one of them out");
        } else if (word < HEALTH_COUNT) {
            /* A word whose parts are wrong still counts: everywhere is on the safe side. */
            health.words.items[health.words.count++] = word;
        }
        is_good = is_good && is_read;
    }
    *(PersonHealth *)at = health;
    return is_good;
}

char *person_health_written(const PersonHealth *health)
{
    Text text = {0};
    text_add_char(&text, '[');
    for (size_t i = 0; i < health->words.count; i++) {
        const int word = health->words.items[i];
        const bool has_parts = word == HEALTH_RECENT_INJURY && health->injuries.count > 0;
        text_print(&text, "%s%s%s", i > 0 ? ", " : "", has_parts ? "{" : "", health_name(word));
        for (size_t k = 0; has_parts && k < health->injuries.count; k++)
            text_print(&text, "%s%s", k > 0 ? ", " : ": [", area_name(health->injuries.items[k]));
        text_add(&text, has_parts ? "]}" : "");
    }
    text_add_char(&text, ']');
    return text_detach(&text);
}
