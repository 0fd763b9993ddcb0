/* SPDX-License-Identifier: MIT */
#include "progress/record.h"

#include "base/macros.h"
#include "base/text.h"

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
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
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

/* The seconds of the holds of each move of the plan, by side; -1 where the move has none on that side. */
static int32_t (*add_planned(Arena *arena, const Plan *plan))[SIDE_COUNT]
{
    int32_t(*planned_s)[SIDE_COUNT] = arena_take_array(arena, plan->move_count, sizeof *planned_s);
    for (size_t i = 0; i < plan->move_count; i++) {
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++)
            planned_s[i][side] = -1;
    }
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i];
        if (step->kind != STEP_HOLD)
            continue;
        int32_t *sum_s = &planned_s[step->move][step->side];
        *sum_s = (*sum_s < 0 ? 0 : *sum_s) + step->seconds;
    }
    return planned_s;
}

static const char *area_list(Arena *arena, const WordList *areas)
{
    Text names = {0};
    for (size_t i = 0; i < areas->count; i++)
        text_print(&names, "%s%s", i > 0 ? " " : "", area_name(areas->items[i]));
    const char *list = arena_copy(arena, text_show(&names));
    text_release(&names);
    return list;
}

static const char *routine_list(Arena *arena, const Plan *plan)
{
    Text ids = {0};
    for (size_t i = 0; i < plan->chosen_count; i++)
        text_print(&ids, "%s%s", i > 0 ? " " : "", plan->chosen[i].id);
    const char *list = arena_copy(arena, text_show(&ids));
    text_release(&ids);
    return list;
}

static void add_moves(SessionRecord *record, Arena *arena, const Session *session)
{
    const size_t planned = session->plan->move_count, count = session_done_count(session);
    int32_t(*planned_s)[SIDE_COUNT] = add_planned(arena, session->plan);
    record->moves = arena_take_array(arena, count * SIDE_COUNT, sizeof *record->moves);
    for (size_t i = 0; i < count; i++) {
        const DoneMove move = session_done_move(session, i);
        const char *areas = area_list(arena, &move.areas);
        for (Side side = SIDE_NONE; side < SIDE_COUNT; side++) {
            const Done *done = &session->done[i][side];
            const int32_t to_hold_s = i < planned ? planned_s[i][side] : -1;
            if (to_hold_s < 0 && !done_has_any(done))
                continue;
            record->moves[record->count++] = (MoveRecord){.position = (int32_t)i,
                                                          .name = move.name,
                                                          .use = move.use,
                                                          .areas = areas,
                                                          .side = side,
                                                          .planned_s = to_hold_s,
                                                          .held_ms = done->held_ms,
                                                          .felt = done->felt,
                                                          .felt_most = done->felt_most,
                                                          .hurt = done->hurt,
                                                          .skipped = done->skipped};
        }
    }
}

static void add_felts(SessionRecord *record, Arena *arena, const Session *session)
{
    record->felts = arena_take_array(arena, session->felt_count, sizeof *record->felts);
    record->felt_count = session->felt_count;
    for (size_t i = 0; i < session->felt_count; i++) {
        const SessionFelt *felt = &session->felts[i];
        record->felts[i] = (FeltRecord){felt->move, felt->phase, felt->side, felt->target, felt->felt};
    }
}

void record_of_session(SessionRecord *record, Arena *arena, const Session *session)
{
    const Plan *plan = session->plan;
    *record = (SessionRecord){
        .title = plan->title,
        .routines = routine_list(arena, plan),
        .level = session->level,
        .planned_s = plan->seconds,
        .worked_s = (int32_t)(session->worked_ms / 1000),
        .state = session->state == SESSION_FINISHED ? RECORD_FINISHED
                 : session->state == SESSION_LEFT   ? RECORD_LEFT
                                                    : RECORD_RUNNING,
        .measure = session->measure,
        .declined = plan->declined,
        .ruled_out = plan->ruled_out,
        .dropped = plan->dropped,
    };
    plan_measure(plan, &record->check);
    add_moves(record, arena, session);
    add_felts(record, arena, session);
}
