/* SPDX-License-Identifier: MIT */
#include "store/edit_record.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "store/history.h"
#include "store/session_writer.h"
#include "support/records.h"
#include "support/scratch.h"

Suite *suite_edit_record(void);

static Store *store;
static Plan *plan;
static int64_t id;

static History *read_all(void)
{
    History *history = history_read(store, &(HistoryFilter){.area = -1});
    ck_assert_ptr_nonnull(history);
    return history;
}

static void set_up(void)
{
    records_set_up();
    store = store_open(records_path, RECORDS_NOW_S);
    plan = records_plan();
    records_add_session(store, plan, 185000, RECORDS_NOW_S);
    History *history = read_all();
    id = history->sessions[0].id;
    history_free(history);
}

static void tear_down(void)
{
    plan_free(plan);
    store_close(store);
    scratch_remove();
}

START_TEST(numbers_and_note_make_revisions)
{
    ck_assert(edit_record_numbers(store, id, 60, MEASURE_NOT_SAID));
    ck_assert(edit_record_numbers(store, id, 60, 35));
    ck_assert(edit_record_note(store, id, "left calf tight"));
    History *history = read_all();
    const SessionRecord *record = &history->sessions[0];
    ck_assert_int_eq(record->measure.before_tenths, 60);
    ck_assert_int_eq(record->measure.after_tenths, 35);
    ck_assert_str_eq(record->note, "left calf tight");
    ck_assert_int_eq(record->revision, 4);
    history_free(history);
    ck_assert(edit_record_note(store, id, ""));
    history = read_all();
    ck_assert_ptr_null(history->sessions[0].note);
    history_free(history);
}
END_TEST

/* Between two characters. */
START_TEST(a_long_note_is_cut)
{
    char note[2 * NOTE_BYTES_MOST + 2] = "x";
    for (size_t i = 1; i + 1 < sizeof note; i += 2)
        memcpy(note + i, "\xc3\xa9", 3);
    ck_assert(edit_record_note(store, id, note));
    History *history = read_all();
    ck_assert_uint_eq(strlen(history->sessions[0].note), NOTE_BYTES_MOST - 1);
    history_free(history);
}
END_TEST

START_TEST(deleted_and_brought_back)
{
    char *undo = NULL;
    int64_t back = 0, none;
    ck_assert(edit_record_numbers(store, id, 60, 35));
    ck_assert(edit_record_delete(store, id, &undo));
    ck_assert_ptr_nonnull(undo);
    History *history = read_all();
    ck_assert_uint_eq(history->count, 0);
    history_free(history);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM done"), 0);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM day_sums"), 0);
    ck_assert_int_eq(records_ask_raw("SELECT revision FROM deleted"), 3);
    ck_assert(edit_record_undo(store, undo, &back));
    ck_assert(!edit_record_undo(store, undo, &none)); /* it is there again */
    history = read_all();
    ck_assert_uint_eq(history->count, 1);
    ck_assert_int_eq(history->sessions[0].id, back);
    ck_assert_int_eq(history->sessions[0].revision, 4);
    ck_assert_int_eq(history->sessions[0].measure.after_tenths, 35);
    ck_assert_uint_eq(history->sessions[0].count, 3);
    history_free(history);
    ck_assert_int_eq(records_ask_raw("SELECT count(*) FROM deleted"), 0);
    free(undo);
}
END_TEST

START_TEST(what_is_not_there_or_runs_is_left_alone)
{
    Session session;
    char *undo = NULL;
    ck_assert(!edit_record_numbers(store, id + 1, 10, 10));
    ck_assert(!edit_record_note(store, 0, "x"));
    ck_assert(!edit_record_delete(store, id + 1, &undo));
    ck_assert_ptr_null(undo);
    session_init(&session, plan);
    const int64_t running = session_writer_begin(store, &session, RECORDS_NOW_S + 5, 60);
    ck_assert(running > 0 && !edit_record_note(store, running, "x"));
    Store *other = store_open(records_path, RECORDS_NOW_S);
    ck_assert(!edit_record_note(other, running, "x"));
    store_close(other);
    session_release(&session);
}
END_TEST

Suite *suite_edit_record(void)
{
    Suite *suite = suite_create("edit_record");
    TCase *tcase = tcase_create("edit_record");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, numbers_and_note_make_revisions);
    tcase_add_test(tcase, a_long_note_is_cut);
    tcase_add_test(tcase, deleted_and_brought_back);
    tcase_add_test(tcase, what_is_not_there_or_runs_is_left_alone);
    suite_add_tcase(suite, tcase);
    return suite;
}
