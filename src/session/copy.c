/* SPDX-License-Identifier: MIT */
#include "session/copy.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void copies_release(Copies *copies)
{
    free(copies->pairs);
    *copies = (Copies){0};
}

static const void *find_copy(const Copies *copies, const void *original)
{
    for (size_t i = copies->count; i > 0; i--) {
        if (copies->pairs[i - 1].original == original)
            return copies->pairs[i - 1].copy;
    }
    return NULL;
}

static void remember_copy(Copies *copies, const void *original, const void *copy)
{
    copies->pairs = memory_grow(copies->pairs, &copies->capacity, copies->count + 1, sizeof(*copies->pairs));
    copies->pairs[copies->count++] = (CopyPair){original, copy};
}

const char *copy_words(Copies *copies, const char *text)
{
    if (!text)
        return NULL;
    const char *copy = find_copy(copies, text);
    if (!copy) {
        copy = arena_copy(copies->arena, text);
        remember_copy(copies, text, copy);
    }
    return copy;
}

TextList copy_text_list(Arena *arena, TextList list)
{
    TextList copy = {arena_take_array(arena, list.count, sizeof(*copy.items)), list.count};
    for (size_t i = 0; i < list.count; i++)
        copy.items[i] = arena_copy(arena, list.items[i]);
    return copy;
}

SourceList copy_source_list(Arena *arena, SourceList list)
{
    SourceList copy = {arena_take_array(arena, list.count, sizeof(*copy.items)), list.count};
    for (size_t i = 0; i < list.count; i++) {
        copy.items[i].title = arena_copy(arena, list.items[i].title);
        copy.items[i].url = arena_copy(arena, list.items[i].url);
    }
    return copy;
}

WordList copy_word_list(Arena *arena, WordList list)
{
    WordList copy = {arena_take_array(arena, list.count, sizeof(*copy.items)), list.count};
    if (list.count > 0)
        memcpy(copy.items, list.items, list.count * sizeof(*copy.items));
    return copy;
}

static ToolList copy_tool_list(Arena *arena, ToolList list)
{
    ToolList copy = {arena_take_array(arena, list.count, sizeof(*copy.items)), list.count};
    for (size_t i = 0; i < list.count; i++)
        copy.items[i].any_of = copy_text_list(arena, list.items[i].any_of);
    return copy;
}

static CueList copy_cue_list(Arena *arena, CueList list)
{
    CueList copy = {arena_take_array(arena, list.count, sizeof(*copy.items)), list.count};
    for (size_t i = 0; i < list.count; i++) {
        copy.items[i] = list.items[i];
        copy.items[i].say = arena_copy(arena, list.items[i].say);
    }
    return copy;
}

static Phase *copy_phases(Arena *arena, const Phase *phases, size_t count)
{
    Phase *copy = arena_take_array(arena, count, sizeof(*copy));
    for (size_t i = 0; i < count; i++) {
        copy[i] = phases[i];
        copy[i].name = arena_copy(arena, phases[i].name);
        copy[i].cues = copy_cue_list(arena, phases[i].cues);
    }
    return copy;
}

static void copy_move_texts(Arena *arena, Move *move)
{
    const char **texts[] = {&move->use,     &move->name,   &move->setup,  &move->feel,
                            &move->lighter, &move->deeper, &move->confirm};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        *texts[i] = arena_copy(arena, *texts[i]);
}

const Move *copy_move(Copies *copies, const Move *move)
{
    const Move *known = find_copy(copies, move);
    if (known)
        return known;
    Arena *arena = copies->arena;
    Move *copy = arena_take(arena, sizeof(*copy));
    *copy = *move;
    copy_move_texts(arena, copy);
    copy->areas = copy_word_list(arena, move->areas);
    copy->where = copy_word_list(arena, move->where);
    copy->not_with = copy_word_list(arena, move->not_with);
    copy->tools = copy_tool_list(arena, move->tools);
    copy->avoid = copy_text_list(arena, move->avoid);
    copy->instead = copy_text_list(arena, move->instead);
    copy->phases = copy_phases(arena, move->phases, move->phase_count);
    remember_copy(copies, move, copy);
    return copy;
}
