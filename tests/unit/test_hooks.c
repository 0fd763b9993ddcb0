/* SPDX-License-Identifier: MIT */
/* When the person's own commands are due, and what they are given. */
#include <check.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "remote/hooks.h"
#include "support/following.h"
#include "support/scratch.h"

Suite *suite_hooks(void);

static const char routine[] = "defaults: {prepare: 10s, switch: 5s}\nmoves:\n"
                              "  - {name: Roll, areas: feet, hold: 30s, sides: both}\n"
                              "  - {name: Press, areas: feet, hold: 20s}\n";

/* What is due after each word of the script: a letter for each hook, and `.` for none. */
static const struct {
    const char *script, *due;
    bool waits, is_left; /* left: it was left in the first hold, and is gone on with */
} rows[] = {
    {"go 1000 9000 30000 5000 30000 10000 20000", "S..W...E", false, false},
    {"go pause go 2000 1000 pause go", "S......", false, false},
    {"go next next back back", "S.W..", false, false}, /* back stays in a step that has just begun, else goes there */
    {"go 1000 leave", "S.E", false, false},
    {"leave", ".", false, false}, /* it never began */
    {"go 100000000", "SWE", false, false},
    {"go ready ready 30000 ready", "S..W.", true, false},
    {"go 3000 next leave", "S.WE", false, true},
    {"leave", ".", false, true},
    {"go hurt leave", "S.E", false, false},
    {"go hurt go leave", "S.WE", false, false},
};

START_TEST(are_due)
{
    Plan *plan = plan_of(routine, NULL);
    Session session;
    EventList events = {0};
    Text due = {0};
    bool has_begun = false;
    session_init(&session, plan);
    session.waits = rows[_i].waits;
    if (rows[_i].is_left)
        session_place(&session, 1, 4000, 0, 14000);
    for (const char *word = rows[_i].script; *word;) {
        event_clear(&events);
        follow_word(&session, &word, &events);
        const unsigned hooks = hooks_due(&session, &events, has_begun);
        for (int hook = 0; hook < HOOK_COUNT; hook++)
            text_add(&due, hooks & 1U << hook ? (const char *const[]){"S", "W", "E"}[hook] : "");
        text_add(&due, hooks ? "" : ".");
        has_begun = has_begun || hooks & 1U << HOOK_START;
    }
    ck_assert_msg(strcmp(text_show(&due), rows[_i].due) == 0, "%s: %s", rows[_i].script, text_show(&due));
    text_release(&due);
    event_release(&events);
    session_release(&session);
    plan_free(plan);
}
END_TEST

/* No shell comes near an argument. */
START_TEST(command_is_given_its_arguments_and_the_line)
{
    scratch_make();
    char *told = scratch_path("told"), text[64] = "";
    ck_assert_int_eq(mkfifo(told, 0600), 0);
    const char *items[] = {"sh", "-c", "exec >\"$0\"; echo \"$1\"; cat", told, "$(a); b"};
    Leash leash;
    leash_init(&leash);
    ck_assert(hooks_start(&leash, &(TextList){items, ARRAY_LEN(items)}, "{\"a\":1}\n"));
    const int from = open(told, O_RDONLY);
    size_t length = 0;
    for (ssize_t count = 1; count > 0; length += (size_t)count)
        count = read(from, text + length, sizeof text - 1 - length);
    ck_assert_str_eq(text, "$(a); b\n{\"a\":1}\n");
    close(from);
    leash_release(&leash);
    free(told);
    scratch_remove();
}
END_TEST

START_TEST(nothing_is_started_without_a_program)
{
    const char *items[] = {"no-such-program"};
    Leash leash;
    leash_init(&leash);
    ck_assert(!hooks_start(&leash, &(TextList){0}, "{}\n"));
    ck_assert(!hooks_start(&leash, &(TextList){items, 1}, "{}\n"));
    leash_release(&leash);
}
END_TEST

Suite *suite_hooks(void)
{
    Suite *suite = suite_create("hooks");
    TCase *tests = tcase_create("hooks");
    tcase_add_loop_test(tests, are_due, 0, ARRAY_LEN(rows));
    tcase_add_test(tests, command_is_given_its_arguments_and_the_line);
    tcase_add_test(tests, nothing_is_started_without_a_program);
    suite_add_tcase(suite, tests);
    return suite;
}
