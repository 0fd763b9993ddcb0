/* SPDX-License-Identifier: MIT */
#include <check.h>

#include "session/event.h"

Suite *suite_event(void);

START_TEST(keeps_events_in_order)
{
    EventList events = {0};
    for (int32_t i = 0; i < 100; i++)
        event_add(&events, (Event){.kind = EVENT_PASS, .step = i, .value = i + 1, .at_ms = i * 1000});
    ck_assert_uint_eq(events.count, 100);
    for (int32_t i = 0; i < 100; i++) {
        ck_assert_int_eq(events.items[i].step, i);
        ck_assert_int_eq(events.items[i].value, i + 1);
        ck_assert_int_eq(events.items[i].at_ms, i * 1000);
    }
    event_release(&events);
}
END_TEST

START_TEST(clearing_keeps_the_storage)
{
    EventList events = {0};
    event_add(&events, (Event){.kind = EVENT_PAUSED});
    Event *items = events.items;
    event_clear(&events);
    ck_assert_uint_eq(events.count, 0);
    event_add(&events, (Event){.kind = EVENT_LEFT});
    ck_assert_ptr_eq(events.items, items);
    ck_assert_int_eq(events.items[0].kind, EVENT_LEFT);
    event_release(&events);
    ck_assert_ptr_null(events.items);
    ck_assert_uint_eq(events.count, 0);
}
END_TEST

Suite *suite_event(void)
{
    Suite *suite = suite_create("event");
    TCase *tests = tcase_create("event");
    tcase_add_test(tests, keeps_events_in_order);
    tcase_add_test(tests, clearing_keeps_the_storage);
    suite_add_tcase(suite, tests);
    return suite;
}
