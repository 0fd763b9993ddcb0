/* SPDX-License-Identifier: MIT */
#include "support/machine_life.h"

#include <check.h>
#include <stdlib.h>

#include "base/day.h"
#include "store/away.h"
#include "store/course_events.h"
#include "store/edit_record.h"
#include "store/history.h"
#include "support/lines.h"

static const int64_t first_s = 1795003200;

uint32_t machine_life_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

int64_t machine_life_pick(Store *store, uint32_t random)
{
    History *history = history_read(store, &(HistoryFilter){.area = -1, .is_brief = true});
    const int64_t id = history->count > 0 ? history->sessions[random % history->count].id : 0;
    history_free(history);
    return id;
}

static void add_one(Store *store, uint32_t number)
{
    Text text = {0};
    char started[MOMENT_TEXT_SIZE];
    day_print_moment(started, first_s + (int64_t)number * 3600, 60);
    lines_add(&text, &(LineSpec){number, 1, number % 2 == 0 ? "aa" : "bb", started, (int)(number % 11), -1, NULL});
    lines_import(store, text_show(&text));
    text_release(&text);
}

void machine_life(Store *store, uint32_t *random, uint32_t *number)
{
    char *undo = NULL;
    int64_t back, id;
    for (uint32_t i = machine_life_random(random) % 3; i > 0; i--)
        add_one(store, ++*number);
    if ((id = machine_life_pick(store, machine_life_random(random))) > 0 && machine_life_random(random) % 2)
        ck_assert(edit_record_numbers(store, id, (int32_t)(machine_life_random(random) % 11) * 10, 20));
    if ((id = machine_life_pick(store, machine_life_random(random))) > 0 && machine_life_random(random) % 2)
        ck_assert(edit_record_note(store, id, machine_life_random(random) % 2 ? "tight" : "loose, \"better\""));
    if ((id = machine_life_pick(store, machine_life_random(random))) > 0 && machine_life_random(random) % 3 == 0)
        ck_assert(edit_record_delete(store, id, &undo));
    if (undo && machine_life_random(random) % 2)
        ck_assert(edit_record_undo(store, undo, &back));
    free(undo);
    if (machine_life_random(random) % 8 == 0) {
        const int32_t day = 20000 + (int32_t)(machine_life_random(random) % 500);
        ck_assert(away_start(store, day, day + 10));
    }
    if (machine_life_random(random) % 3 == 0) {
        const CourseEvent event = {(CourseEventKind)(machine_life_random(random) % COURSE_EVENT_KIND_COUNT),
                                   20000,
                                   "plan",
                                   1,
                                   2,
                                   "first-five"};
        ck_assert(course_events_add(store, &event, first_s + *number));
    }
}
