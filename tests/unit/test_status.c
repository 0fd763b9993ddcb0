/* SPDX-License-Identifier: MIT */
/* What a session tells other programs of itself. */
#include <check.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "remote/status.h"
#include "support/following.h"

Suite *suite_status(void);

static const char routine[] =
    "defaults: {prepare: 10s, switch: 5s, rest: 6s}\nmoves:\n"
    "  - {name: Roll, areas: feet, hold: 30s-60s, sides: both, pressure: 4-6, setup: Stand.}\n"
    "  - {name: Press, areas: feet, phases: [{name: slow, hold: 20s}, {name: fast, hold: 10s}]}\n";

static const struct {
    const char *script, *format, *line;
} rows[] = {
    {"go 2000", "{text}", "Get ready: Roll, left 0:08"},
    {"go 2001", "{left} {left_s}", "0:08 8"},
    {"go 10000", "{text}|{class}|{step}", "Roll, left 1:00|hold|hold"},
    {"go 12000 pause", "{text}|{class}|{state}|{step}", "Paused: Roll, left 0:58|paused|paused|hold"},
    {"go 12000 pause go 1000", "{text}|{left_s}", "Resuming: Roll, left 0:02|2"},
    {"go 4000 wait", "{text}|{class}", "When you are ready: Roll, left|waiting"},
    {"go 71000", "{text}|{side}|{class}", "Change sides: Roll, right 0:04|right|switch"},
    {"go 12000 hurt", "{text}|{class}", "Stopped, it hurt: Roll, left|stopped"},
    {"go 136000", "{text}|{move}|{side}|{next}|{target}", "Rest 0:05|||Press|"},
    {"go 151000", "{move} {phase} {number} of {moves}, {next}.", "Press slow 2 of 2, ."},
    {"go 12000", "{routine}: {move} {side} {target}, {at} of {total}, {at_s}/{total_s}, {percentage}, then {next}",
     "Test: Roll left 4-6, 0:12 of 3:01, 12/181, 6, then Press"},
    {"go 1000000", "{text}|{left}|{class}|{percentage}|{tooltip}", "Finished||finished|100|Test, 3:01 of 3:01"},
    {"go 1000 leave", "{text}|{class}", "Stopped|left"},
    {"go 2000", "{{left}} }} {left}", "{left} } 0:08"},
    {"go 2000", "", ""},
};

static char *print(const char *script, StatusShape shape, const char *format)
{
    Plan *plan = plan_of(routine, NULL);
    Session session;
    Text line = {0};
    session_init(&session, plan);
    free(follow(&session, script));
    status_print(&line, &session, shape, format);
    session_release(&session);
    plan_free(plan);
    return line.bytes ? text_detach(&line) : memory_copy_text("");
}

START_TEST(format_tells_what_is_asked)
{
    Text problem = {0};
    ck_assert(status_check_format(rows[_i].format, &problem));
    char *line = print(rows[_i].script, STATUS_FORMAT, rows[_i].format);
    ck_assert_str_eq(line, rows[_i].line);
    free(line);
    text_release(&problem);
}
END_TEST

START_TEST(wrong_format_is_told)
{
    static const char *const wrong[] = {"{lef}", "{left", "{}", "{le{ft}", "{left }", "a {"};
    Text problem = {0};
    ck_assert(!status_check_format(wrong[_i], &problem));
    ck_assert_ptr_nonnull(strstr(text_show(&problem), _i % 2 == 0 ? "{left}" : "has no closing brace"));
    text_release(&problem);
}
END_TEST

/* The four keys that status bars take, and each value under its own name. */
START_TEST(json_has_every_value)
{
    static const char *const scripts[] = {"go 12000", "go 136000", "go 1000000"};
    char *line = print(scripts[_i], STATUS_JSON, NULL);
    json_t *object = json_loads(line, 0, NULL);
    ck_assert(json_is_object(object));
    ck_assert_uint_eq(json_object_size(object), status_field_count);
    for (size_t i = 0; i < status_field_count; i++) {
        const json_t *value = json_object_get(object, status_fields[i].name);
        char *format = memory_print("{%s}", status_fields[i].name);
        char *text = print(scripts[_i], STATUS_FORMAT, format);
        if (json_is_string(value))
            ck_assert_str_eq(json_string_value(value), text);
        else if (json_is_integer(value))
            ck_assert_int_eq(json_integer_value(value), strtoll(text, NULL, 10));
        else
            ck_assert(json_is_null(value) && *text == '\0');
        free(text);
        free(format);
    }
    ck_assert(json_is_string(json_object_get(object, "text")) && json_is_string(json_object_get(object, "class")));
    ck_assert(json_is_integer(json_object_get(object, "percentage")));
    json_decref(object);
    free(line);
}
END_TEST

Suite *suite_status(void)
{
    Suite *suite = suite_create("status");
    TCase *tests = tcase_create("status");
    tcase_add_loop_test(tests, format_tells_what_is_asked, 0, ARRAY_LEN(rows));
    tcase_add_loop_test(tests, wrong_format_is_told, 0, 6);
    tcase_add_loop_test(tests, json_has_every_value, 0, 3);
    suite_add_tcase(suite, tests);
    return suite;
}
