/* SPDX-License-Identifier: MIT */
#include "routine/struct_members.h"

#include <stddef.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"

typedef struct MemberTable MemberTable;

typedef enum RowKind {
    ROW_PLAIN, /* its bytes are all of it; a struct with gaps between its members has a row for each of them */
    ROW_TEXT,  /* NULL where there is none */
    ROW_LIST,  /* a pointer to items, and how many */
    ROW_MOVE,  /* a pointer to one; NULL where there is none */
} RowKind;

typedef struct MemberRow {
    RowKind kind;
    size_t at, size;
    bool is_aside;         /* it is no part of what is meant */
    size_t count_at;       /* ROW_LIST: where the number of its items is */
    const MemberTable *of; /* what an item has */
} MemberRow;

struct MemberTable {
    const MemberRow *rows;
    size_t count, size;
};

/* clang-format off */
#define AT(member) .at = offsetof(ROW, member)
#define PLAIN(member) {ROW_PLAIN, AT(member), .size = sizeof(((ROW *)0)->member)}
#define TEXT(member) {ROW_TEXT, AT(member)}
#define LIST_OF(items, number, table) {ROW_LIST, AT(items), .count_at = offsetof(ROW, number), .of = &(table)}
#define LIST(member, table) LIST_OF(member.items, member.count, table)
#define ASIDE .is_aside = true
#define TABLE(rows) {rows, ARRAY_LEN(rows), sizeof(ROW)}

#define ROW uint8_t
static const MemberRow word_rows[] = {{ROW_PLAIN, .at = 0, .size = sizeof(ROW)}};
static const MemberTable words = TABLE(word_rows);
#undef ROW
#define ROW const char *
static const MemberRow text_rows[] = {{ROW_TEXT, .at = 0}};
static const MemberTable texts = TABLE(text_rows);
#undef ROW
#define ROW WordList
static const MemberRow word_list_rows[] = {LIST_OF(items, count, words)};
static const MemberTable word_list = TABLE(word_list_rows);
#undef ROW
#define ROW TextList
static const MemberRow text_list_rows[] = {LIST_OF(items, count, texts)};
static const MemberTable text_list = TABLE(text_list_rows);
#undef ROW
#define ROW ToolNeed
static const MemberRow tool_rows[] = {LIST(any_of, texts)};
static const MemberTable tools = TABLE(tool_rows);
#undef ROW
#define ROW SetUp
static const MemberRow setup_rows[] = {TEXT(tool), TEXT(text)};
static const MemberTable setups = TABLE(setup_rows);
#undef ROW
#define ROW Source
static const MemberRow source_rows[] = {TEXT(title), TEXT(url)};
static const MemberTable sources = TABLE(source_rows);
#undef ROW
#define ROW SourceList
static const MemberRow source_list_rows[] = {LIST_OF(items, count, sources)};
static const MemberTable source_list = TABLE(source_list_rows);
#undef ROW
#define ROW Cue
static const MemberRow cue_rows[] = {
    PLAIN(when), PLAIN(seconds), TEXT(say), {ROW_PLAIN, AT(mark), ASIDE},
};
static const MemberTable cues = TABLE(cue_rows);
#undef ROW
#define ROW Phase
static const MemberRow phase_rows[] = {
    TEXT(name), TEXT(setup), PLAIN(prepare_s), PLAIN(hold), PLAIN(technique),
    PLAIN(pressure.is_set), PLAIN(pressure.low), PLAIN(pressure.high),
    PLAIN(breathe), LIST(cues, cues), LIST(positions, texts), PLAIN(tool_at), {ROW_PLAIN, AT(mark), ASIDE},
};
static const MemberTable phases = TABLE(phase_rows);
#undef ROW
#define ROW Move
#define MOVE_TEXT_ROW(name) TEXT(name),
static const MemberRow move_rows[] = {
    {ROW_TEXT, AT(use), ASIDE}, TEXT(name),
    LIST(areas, words), LIST(where, words), LIST(not_with, words), LIST(tools, tools), PLAIN(technique),
    MOVE_TEXTS(MOVE_TEXT_ROW) LIST(avoid, texts), LIST(setups, setups),
    LIST(keywords, texts), LIST(cautions, texts),
    {ROW_LIST, AT(instead.items), ASIDE, .count_at = offsetof(ROW, instead.count), .of = &texts},
    PLAIN(sides), PLAIN(first),
    LIST_OF(phases, phase_count, phases),
    PLAIN(prepare_s), PLAIN(switch_s), PLAIN(priority), PLAIN(least_s),
    LIST(positions, texts), PLAIN(tool_at), {ROW_PLAIN, AT(mark), ASIDE},
};
static const MemberTable moves = TABLE(move_rows);
#undef ROW
#define ROW Item
static const MemberTable items;
static const MemberRow item_rows[] = {
    PLAIN(kind), {ROW_PLAIN, AT(mark), ASIDE}, {ROW_MOVE, AT(move), .of = &moves},
    PLAIN(rest_s), TEXT(say), PLAIN(times), PLAIN(between_s),
    LIST_OF(items, count, items),
};
static const MemberTable items = TABLE(item_rows);
#undef ROW
#define ROW Routine
static const MemberRow routine_rows[] = {
    TEXT(title), TEXT(summary), TEXT(check.say), PLAIN(check.unit), PLAIN(check.more_is_better), TEXT(pair),
    PLAIN(goal), LIST(own_cautions, texts), LIST(keywords, texts), LIST(sources, sources),
    PLAIN(rest_s), PLAIN(seconds), PLAIN(move_count),
    LIST_OF(items, count, items),
};
static const MemberTable routines = TABLE(routine_rows);
#undef ROW
/* clang-format on */

static void *pointer_at(const void *at)
{
    void *pointer;
    memcpy(&pointer, at, sizeof pointer);
    return pointer;
}

/* How many items hang on a member's pointer. */
static size_t items_of(const MemberRow *member, const void *holder, const void *pointer)
{
    size_t count = pointer != NULL;
    if (member->kind == ROW_LIST)
        memcpy(&count, (const char *)holder + member->count_at, sizeof count);
    return count;
}

static bool same(const MemberTable *table, const void *one, const void *other)
{
    bool is_same = true;
    for (size_t i = 0; i < table->count && is_same; i++) {
        const MemberRow *member = &table->rows[i];
        const char *at = (const char *)one + member->at, *other_at = (const char *)other + member->at;
        if (member->is_aside)
            continue;
        if (member->kind == ROW_PLAIN) {
            is_same = memcmp(at, other_at, member->size) == 0;
            continue;
        }
        const char *left = pointer_at(at), *right = pointer_at(other_at);
        if (member->kind == ROW_TEXT) {
            is_same = text_same(left, right);
            continue;
        }
        const size_t count = items_of(member, one, left), size = member->of->size;
        is_same = count == items_of(member, other, right);
        for (size_t k = 0; k < count && is_same; k++)
            is_same = same(member->of, left + k * size, right + k * size);
    }
    return is_same;
}

/* Makes what a struct points to the arena's own. */
static void copy_below(Arena *arena, const MemberTable *table, void *holder)
{
    for (size_t i = 0; i < table->count; i++) {
        const MemberRow *member = &table->rows[i];
        if (member->kind == ROW_PLAIN)
            continue;
        char *at = (char *)holder + member->at, *copy;
        const void *pointer = pointer_at(at);
        if (member->kind == ROW_TEXT) {
            copy = arena_copy(arena, pointer);
        } else {
            const size_t count = items_of(member, holder, pointer), size = member->of->size;
            copy = arena_take_array(arena, count, size);
            if (count > 0)
                memcpy(copy, pointer, count * size);
            for (size_t k = 0; k < count; k++)
                copy_below(arena, member->of, copy + k * size);
        }
        memcpy(at, &copy, sizeof copy);
    }
}

bool struct_members_same_routine(const Routine *one, const Routine *other)
{
    return same(&routines, one, other);
}

Move *struct_members_copy_move(Arena *arena, const Move *move)
{
    Move *copy = arena_take(arena, sizeof *copy);
    *copy = *move;
    copy_below(arena, &moves, copy);
    return copy;
}

WordList struct_members_copy_words(Arena *arena, WordList list)
{
    copy_below(arena, &word_list, &list);
    return list;
}

TextList struct_members_copy_texts(Arena *arena, TextList list)
{
    copy_below(arena, &text_list, &list);
    return list;
}

SourceList struct_members_copy_sources(Arena *arena, SourceList list)
{
    copy_below(arena, &source_list, &list);
    return list;
}
