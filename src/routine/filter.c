/* SPDX-License-Identifier: MIT */
#include "routine/filter.h"

#include "base/macros.h"
#include "routine/timeline.h"

#include <string.h>
#include <strings.h>

bool filter_word_in(const char *text, const char *word)
{
    const size_t length = strlen(word);
    for (; text && *text; text++) {
        if (strncasecmp(text, word, length) == 0)
            return true;
    }
    return length == 0;
}

/* The letter of a keyword that is compared: "IT-Band" is "it band". */
static char plain_letter(char letter)
{
    return letter == '-' ? ' ' : letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* "runners knee" is "runner's knee". */
static bool begins_with(const char *text, const char *word)
{
    for (;; text++, word++) {
        while (*text == '\'')
            text++;
        while (*word == '\'')
            word++;
        if (*word == '\0' || plain_letter(*text) != plain_letter(*word))
            return *word == '\0';
    }
}

bool filter_keyword_in(const TextList *keywords, const char *word)
{
    for (size_t i = 0; i < keywords->count; i++) {
        const char *text = keywords->items[i];
        for (bool is_start = true; *text; text++) {
            if (is_start && begins_with(text, word))
                return true;
            is_start = *text == ' ' || *text == '-';
        }
    }
    return false;
}

bool filter_has_word(const WordList *list, int value)
{
    return list->count > 0 && memchr(list->items, value, list->count) != NULL;
}

int filter_common_word(const WordList *list, const WordList *among)
{
    for (size_t i = 0; i < list->count; i++) {
        if (filter_has_word(among, list->items[i]))
            return list->items[i];
    }
    return -1;
}

bool filter_rules_out(const PersonHealth *health, Health word, const Move *move)
{
    const bool is_elsewhere = word == HEALTH_RECENT_INJURY && health->injuries.count > 0 &&
                              filter_common_word(&health->injuries, &move->areas) < 0;
    return filter_has_word(&health->words, (int)word) && filter_has_word(&move->not_with, (int)word) && !is_elsewhere;
}

int filter_ruling_word(const PersonHealth *health, const Move *move)
{
    for (size_t i = 0; i < move->not_with.count; i++) {
        if (filter_rules_out(health, (Health)move->not_with.items[i], move))
            return move->not_with.items[i];
    }
    return -1;
}

/* Whether one that is wanted is there, or none is. */
static bool has_wanted(const WordList *list, const WordList *wanted)
{
    for (size_t i = 0; i < wanted->count; i++) {
        if (filter_has_word(list, wanted->items[i]))
            return true;
    }
    return wanted->count == 0;
}

bool filter_has_text(const TextList *list, const char *text)
{
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i], text) == 0)
            return true;
    }
    return false;
}

void filter_add_new(TextList *list, const TextList *texts)
{
    for (size_t i = 0; i < texts->count; i++) {
        if (!filter_has_text(list, texts->items[i]))
            list->items[list->count++] = texts->items[i];
    }
}

bool filter_has_tool(const ToolList *needs, const char *tool)
{
    for (size_t i = 0; i < needs->count; i++) {
        if (filter_has_text(&needs->items[i].any_of, tool))
            return true;
    }
    return false;
}

bool filter_wants_soft(const PersonHealth *health)
{
    static const Health soft[] = {HEALTH_BLOOD_THINNERS, HEALTH_DIABETIC_FEET, HEALTH_FRAGILE_BONES};
    for (size_t i = 0; i < ARRAY_LEN(soft); i++) {
        if (filter_has_word(&health->words, (int)soft[i]))
            return true;
    }
    return false;
}

bool filter_is_hard(const char *tool)
{
    static const char *const hard[] = {"lacrosse-ball", "golf-ball"};
    for (size_t i = 0; i < ARRAY_LEN(hard); i++) {
        if (strcmp(tool, hard[i]) == 0)
            return true;
    }
    return false;
}

/* Those that are not hard, or all where all are. */
static TextList soft_of(Arena *arena, const TextList *any_of)
{
    TextList soft = {arena_take_array(arena, any_of->count, sizeof *soft.items), 0};
    for (size_t i = 0; i < any_of->count; i++) {
        if (!filter_is_hard(any_of->items[i]))
            soft.items[soft.count++] = any_of->items[i];
    }
    return soft.count > 0 ? soft : *any_of;
}

ToolList filter_soft_tools(Arena *arena, const ToolList *needs, const PersonHealth *health)
{
    if (!filter_wants_soft(health))
        return *needs;
    ToolList soft = {arena_take_array(arena, needs->count, sizeof *soft.items), needs->count};
    for (size_t i = 0; i < needs->count; i++) {
        soft.items[i] = needs->items[i];
        soft.items[i].any_of = soft_of(arena, &needs->items[i].any_of);
    }
    return soft;
}

const char *filter_tool_at_hand(const TextList *at_hand, const ToolNeed *need)
{
    for (size_t i = 0; i < need->any_of.count; i++) {
        if (filter_has_text(at_hand, need->any_of.items[i]))
            return need->any_of.items[i];
    }
    return NULL;
}

const char *filter_setup_at_hand(const TextList *at_hand, const Move *move)
{
    const SetUpList *setups = &move->setups;
    const char *tool = move->tools.count > 0 ? filter_tool_at_hand(at_hand, &move->tools.items[0]) : NULL;
    for (size_t i = 0; i < setups->count && tool; i++) {
        if (text_same(setups->items[i].tool, tool))
            return setups->items[i].text;
    }
    return setups->count > 0 ? setups->items[0].text : NULL;
}

bool filter_tools_cover(const TextList *at_hand, const ToolList *needs)
{
    for (size_t i = 0; i < needs->count; i++) {
        if (!filter_tool_at_hand(at_hand, &needs->items[i]))
            return false;
    }
    return true;
}

static bool word_in_list(const WordList *list, const Words *names, const char *word)
{
    for (size_t i = 0; i < list->count; i++) {
        if (filter_word_in(names->items[list->items[i]], word))
            return true;
    }
    return false;
}

static bool word_in_tools(const ToolList *tools, const char *word)
{
    for (size_t i = 0; i < tools->count; i++) {
        for (size_t k = 0; k < tools->items[i].any_of.count; k++) {
            if (filter_word_in(tools->items[i].any_of.items[k], word))
                return true;
        }
    }
    return false;
}

static bool word_in_items(const Item *items, size_t count, const char *word, bool has_keywords)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_MOVE && (filter_word_in(items[i].move->name, word) ||
                                           (!has_keywords && filter_keyword_in(&items[i].move->keywords, word))))
            return true;
        if (items[i].kind == ITEM_REPEAT && word_in_items(items[i].items, items[i].count, word, has_keywords))
            return true;
    }
    return false;
}

/* A routine without keywords is found by those of its moves. One that has some knows better: a gentle move does not
 * make it a gentle routine. */
static bool word_in_routine(const Routine *routine, const char *word)
{
    return filter_word_in(routine->id, word) || filter_word_in(routine->title, word) ||
           filter_word_in(routine->summary, word) || filter_word_in(goal_name((int)routine->goal), word) ||
           filter_keyword_in(&routine->keywords, word) || word_in_list(&routine->areas, &area_words, word) ||
           word_in_list(&routine->places, &place_words, word) || word_in_tools(&routine->tools, word) ||
           word_in_items(routine->items, routine->count, word, routine->keywords.count > 0);
}

static bool word_in_move(const char *id, const Move *move, const char *word)
{
    return filter_word_in(id, word) || filter_word_in(move->name, word) ||
           filter_word_in(technique_name((int)move->technique), word) || filter_keyword_in(&move->keywords, word) ||
           word_in_list(&move->areas, &area_words, word) || word_in_list(&move->where, &place_words, word) ||
           word_in_tools(&move->tools, word);
}

bool filter_routine(const Filter *filter, const Routine *routine)
{
    if (!has_wanted(&routine->areas, &filter->areas) || !has_wanted(&routine->places, &filter->places) ||
        (filter->goals.count > 0 && !filter_has_word(&filter->goals, (int)routine->goal)) ||
        (filter->minutes > 0 && routine->seconds > filter->minutes * 60) ||
        (filter->asks_tools && !filter_tools_cover(&filter->tools, &routine->tools)))
        return false;
    for (size_t i = 0; i < filter->words.count; i++) {
        if (!word_in_routine(routine, filter->words.items[i]))
            return false;
    }
    return true;
}

bool filter_move(const Filter *filter, const char *id, const Move *move)
{
    if (!has_wanted(&move->areas, &filter->areas) ||
        (move->where.count > 0 && !has_wanted(&move->where, &filter->places)) ||
        (filter->minutes > 0 && timeline_move_seconds(move) > filter->minutes * 60) ||
        (filter->asks_tools && !filter_tools_cover(&filter->tools, &move->tools)))
        return false;
    for (size_t i = 0; i < filter->words.count; i++) {
        if (!word_in_move(id, move, filter->words.items[i]))
            return false;
    }
    return true;
}
