/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "routine/routine.h"

/* A move of one line; each row's text is spoken of as line 3 and on. */
#define MOVE(rest) "  - {name: A, areas: calves, " rest "}\n"

static const struct {
    const char *yaml, *found;
} rules[] = {
    {"moves:\n" MOVE("hold: 3m, pressure: 4-6"), ""},
    {"moves:\n" MOVE("hold: 30s-3m"), ""},
    {"moves:\n" MOVE("hold: 30s-181s"), "4 warning"},
    {"moves:\n" MOVE("passes: 200, pace: 1s"), "4 warning"},
    {"moves:\n" MOVE("breaths: 5, breathe: 4-6"), ""},
    {"defaults: {breathe: 4-6}\nmoves:\n" MOVE("breaths: 5"), ""},
    {"moves:\n" MOVE("hold: 30s, pressure: 7"), "4 warning"},
    {"moves:\n  - {name: A, areas: [feet, jaw], hold: 30s, pressure: 7}\n", "4 warning, 4 warning"},
    {"moves:\n  - {name: A, areas: head, hold: 30s, pressure: 4}\n", ""},
    {"defaults: {pressure: 5}\nmoves:\n  - {name: A, areas: knees, hold: 30s}\n", "5 warning"},
    {"defaults: {pressure: 5}\nmoves:\n  - {name: A, areas: knees, hold: 30s, pressure: 3}\n", ""},
    {"defaults: {pressure: 5}\nmoves:\n  - name: A\n    areas: neck\n    phases:\n      - {name: P, hold: 9s, "
     "pressure: 2}\n",
     ""},
    {"moves:\n  - name: A\n    areas: neck\n    pressure: 8\n    phases:\n      - {name: P, hold: 9s, pressure: 2}\n",
     ""},
    {"moves:\n  - name: A\n    areas: neck\n    pressure: 5\n    phases:\n      - {name: P, hold: 9s, pressure: 2}\n"
     "      - {name: Q, hold: 9s}\n      - {name: R, hold: 9s}\n      - {name: S, hold: 9s, pressure: 6}\n",
     "6 warning, 11 warning"},
    {"goal: warm-up\nmoves:\n" MOVE("hold: 60s"), ""},
    {"goal: warm-up\nmoves:\n" MOVE("hold: 181s"), "5 warning, 5 warning"},
    {"moves:\n" MOVE("hold: 30s, sides: left") MOVE("hold: 30s, sides: right"), ""},
    {"moves:\n" MOVE("hold: 30s, sides: left") MOVE("hold: 30s, sides: both"), "4 warning"},
    {"moves:\n" MOVE("hold: 30s") "  - rest: 5s\n  - repeat: 2\n    moves:\n      - rest: 5s\n",
     "5 warning, 8 warning"},
    {"moves:\n" MOVE("hold: 30s") "  - repeat: 2\n    moves:\n    " MOVE(
         "hold: 9s") "      - repeat: 3\n        moves:\n"
                     "          - rest: 5s\n",
     "10 warning"},
    {"moves:\n" MOVE("hold: 30s, sides: both, least: 31s"), "4 error"},
    {"moves:\n" MOVE("hold: 30s, cues: [{at: 29s, say: x}]"), ""},
    {"moves:\n" MOVE("hold: 30s, cues: [{at: -1s, say: x}]"), ""},
    {"moves:\n" MOVE("hold: 30s, cues: [{at: -0, say: x}]"), "4 error"},
    {"moves:\n" MOVE("hold: 1s, cues: [a, b, c]"), ""},
    {"moves:\n  - use: calf-milker\n", "4 error"},
    {"moves:\n  - <<: {name: B}\n    hold: 3s\n", "4 error"},
    {"moves:\n  - <<: {name: B}\n    areas: feet\n    phases:\n      - <<: {hold: 3s}\n        technique: flush\n",
     "7 error"},
    {"moves:\n  - {rest: 0}\n" MOVE("hold: 5s"), "4 error"},
    {"moves:\n  - repeat: 2\n    moves:\n      - u:\n  - repeat: 2\n    moves:\n      -\n",
     "6 error, 6 error, 6 error, 9 error"},
    {"moves: {name: A, areas: calves, hold: 5s}\n", ""},
    {"moves:\n" MOVE("hold: 5s, cues: [{at: 9s, say: x}]") MOVE("hold: x, cues: [{at: 9s, say: x}], least: 9s"),
     "4 error, 5 error"},
};

START_TEST(each_rule_holds)
{
    DiagnosticList diags = {0};
    Text yaml = {0}, found = {0};
    text_print(&yaml, "knead: 1\ntitle: T\n%s", rules[_i].yaml);
    Routine *routine = routine_parse(text_show(&yaml), yaml.length, "t", NULL, &diags);
    for (size_t i = 0; i < diags.count; i++)
        text_print(&found, "%s%u %s", i ? ", " : "", (unsigned)diags.items[i].mark.line,
                   diags.items[i].severity == SEVERITY_ERROR ? "error" : "warning");
    ck_assert_msg(strcmp(text_show(&found), rules[_i].found) == 0, "%s\n%s should be %s: %s", rules[_i].yaml,
                  text_show(&found), rules[_i].found, diags.count > 0 ? diags.items[0].message : "");
    ck_assert((routine != NULL) == (diags.errors == 0));
    routine_free(routine);
    diagnostic_release(&diags);
    text_release(&yaml);
    text_release(&found);
}
END_TEST

Suite *suite_rules(void);
Suite *suite_rules(void)
{
    Suite *suite = suite_create("rules");
    TCase *tests = tcase_create("rules");
    tcase_add_loop_test(tests, each_rule_holds, 0, (int)ARRAY_LEN(rules));
    suite_add_tcase(suite, tests);
    return suite;
}
