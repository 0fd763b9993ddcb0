/* SPDX-License-Identifier: MIT */
#include "progress/record.h"

#include <string.h>

static void copy_moves(SessionRecord *copy, const SessionRecord *record, Arena *arena)
{
    copy->moves = arena_take_array(arena, record->count, sizeof *copy->moves);
    for (size_t i = 0; i < record->count; i++) {
        MoveRecord *move = &copy->moves[i];
        *move = record->moves[i];
        move->name = arena_copy(arena, move->name);
        move->use = arena_copy(arena, move->use);
        move->areas = arena_copy(arena, move->areas);
    }
}

static void copy_felts(SessionRecord *copy, const SessionRecord *record, Arena *arena)
{
    copy->felts = arena_take_array(arena, record->felt_count, sizeof *copy->felts);
    for (size_t i = 0; i < record->felt_count; i++) {
        FeltRecord *felt = &copy->felts[i];
        *felt = record->felts[i];
        felt->move = arena_copy(arena, felt->move);
        felt->phase = arena_copy(arena, felt->phase);
    }
}

void record_copy(SessionRecord *copy, const SessionRecord *record, Arena *arena)
{
    const char **const texts[] = {&copy->uid,  &copy->machine,  &copy->title,     &copy->routines, &copy->check,
                                  &copy->note, &copy->declined, &copy->ruled_out, &copy->dropped};
    *copy = *record;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = arena_copy(arena, *texts[i]);
    copy_moves(copy, record, arena);
    copy_felts(copy, record, arena);
}

bool record_is_worth_keeping(const SessionRecord *record)
{
    for (size_t i = 0; i < record->count; i++) {
        if (record->moves[i].held_ms > 0 || record->moves[i].hurt)
            return true;
    }
    return false;
}
