/* SPDX-License-Identifier: MIT */
/* All that comes with the program, followed with closed eyes: what a voice says of it, by a recorder in its place. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "routine/library.h"
#include "session/plan.h"
#include "support/recorder.h"

static Library *library;

static void open_library(void)
{
    library = library_new("routines", NULL);
    ck_assert(library_scan(library, NULL));
}

static void close_library(void)
{
    library_free(library);
}

static Plan *plan_at(size_t index, const char **id)
{
    static const PlanOptions as_written;
    LibraryEntry *entry = library_at(library, index);
    char *problem = NULL;
    library_load(library, entry);
    const Routine *const routines[] = {entry->routine};
    Plan *plan = plan_build(routines, 1, &as_written, &problem);
    ck_assert_msg(plan != NULL, "%s: %s", entry->id, problem);
    *id = entry->id;
    return plan;
}

/* The last thing that was said to its end before a time, of what has a word in it. */
static bool was_said(const RecordList *list, int64_t since_ms, int64_t until_ms, const char *word)
{
    for (size_t i = 0; i < list->count; i++) {
        const Record *record = &list->items[i];
        if (record->kind == RECORD_SAID && record->from_ms >= since_ms && record->to_ms <= until_ms &&
            strstr(record->text, word))
            return true;
    }
    return false;
}

static bool was_played(const RecordList *list, int64_t at_ms)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].kind == RECORD_PLAYED && list->items[i].from_ms == at_ms)
            return true;
    }
    return false;
}

static void check_words(const char *id, const RecordList *list)
{
    const char *before = "";
    for (size_t i = 0; i < list->count; i++) {
        const Record *record = &list->items[i];
        const bool is_count = strcmp(record->text, "three") == 0 || strcmp(record->text, "two") == 0 ||
                              strcmp(record->text, "one") == 0;
        if (record->kind == RECORD_PLAYED)
            continue;
        ck_assert_msg(record->kind == RECORD_SAID || (record->kind == RECORD_DROPPED && is_count), "%s, %d ms: %s: %s",
                      id, (int)record->from_ms, record->kind == RECORD_CUT ? "cut off" : "not said", record->text);
        if (record->kind == RECORD_SAID)
            ck_assert_msg(strcmp(before, record->text) != 0, "%s, %d ms: said twice: %s", id, (int)record->from_ms,
                          before);
        before = record->kind == RECORD_SAID ? record->text : before;
    }
}

/* Before each hold its move, or its change of sides, was said whole, and its start and its end are heard. */
static void check_steps(const char *id, const Plan *plan, const RecordList *list)
{
    int64_t side_ms = 0; /* since when the move and the side are those of the step */
    for (size_t i = 0; i < plan->step_count; i++) {
        const Step *step = &plan->steps[i], *before = i > 0 ? step - 1 : NULL;
        const int64_t at_ms = (int64_t)step->at_s * 1000, end_ms = at_ms + (int64_t)step->seconds * 1000;
        if (!before || before->move != step->move || before->side != step->side)
            side_ms = at_ms;
        if (step->kind != STEP_HOLD)
            continue;
        const char *word = step->side == SIDE_NONE ? step->name : side_name((int)step->side);
        ck_assert_msg(was_said(list, side_ms, side_ms == at_ms ? end_ms : at_ms, word),
                      "%s, step %zu: '%s' was not said before it", id, i, word);
        ck_assert_msg(was_played(list, at_ms), "%s, step %zu: no sound at its start", id, i);
        ck_assert_msg(was_played(list, end_ms), "%s, step %zu: no sound at its end", id, i);
    }
}

START_TEST(everything_can_be_followed_by_ear)
{
    for (size_t i = 0; i < library_count(library); i++) {
        const char *id;
        Plan *plan = plan_at(i, &id);
        const Narrator narrator = {.words = (SpokenWords)_i, .has_voice = true};
        RecordList list = record_plan(plan, &narrator);
        check_words(id, &list);
        check_steps(id, plan, &list);
        ck_assert_msg(strncmp(list.items[list.count - 1].text, "Done.", 5) == 0, "%s does not say its end", id);
        record_release(&list);
        plan_free(plan);
    }
}
END_TEST

Suite *suite_heard(void);

Suite *suite_heard(void)
{
    Suite *suite = suite_create("heard");
    TCase *tests = tcase_create("heard");
    tcase_add_checked_fixture(tests, open_library, close_library);
    tcase_add_loop_test(tests, everything_can_be_followed_by_ear, 0, SPOKEN_COUNT);
    tcase_set_timeout(tests, 60);
    suite_add_tcase(suite, tests);
    return suite;
}
