/* SPDX-License-Identifier: MIT */
/* What a hint says to write is right once it is written, and means what was meant. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/names.h"
#include "routine/routine.h"
#include "routine/spelling.h"

Suite *suite_spelling(void);

/* A wrong value, and what its hint says to write; NULL where it must not say so. */
/* clang-format off */
static const struct { const char *key, *value, *better; } spellings[] = {
    /* a lone number takes the unit of the other one */
    {"hold", "1-2 min", "1m-2m"}, {"hold", "1–2m", "1m-2m"}, {"hold", "1-2min", "1m-2m"},
    {"hold", "1.5 - 2 min", "1m30s-2m"}, {"hold", "30 to 90 sec", "30s-1m30s"}, {"hold", "1 – 2m30s", "1m-2m30s"},
    {"hold", "1 - 1:30", "1m-1m30s"}, {"hold", "30 – 90", "30s-1m30s"}, {"hold", "1m – 90", "1m-1m30s"},
    {"hold", "30 – 2m", NULL}, {"hold", "2m – 30", NULL}, {"hold", "1 – 1s", NULL},
    /* a clock has seconds after its colon, whatever stands behind */
    {"hold", "1:30min", "1m30s"}, {"hold", "1:30 minutes", "1m30s"}, {"hold", "1:00–1:30 min", "1m-1m30s"},
    {"hold", "1:75", "2m15s"}, {"hold", "1:30 h", NULL}, {"hold", "1:30:00", NULL},
    /* dots between two times, and one after a short word */
    {"hold", "30s..60s", "30s-1m"}, {"hold", "30..60s", "30s-1m"}, {"hold", "1..2 min", "1m-2m"},
    {"hold", "1 min. 30 sec.", "1m30s"}, {"hold", "30s...60s", NULL},
    /* units only fall */
    {"hold", "30s 60s", NULL}, {"hold", "1.05 min", NULL}, {"hold", "30 60", NULL}, {"hold", "1m 30", "1m30s"},
    {"hold", "123456 s", NULL}, {"hold", "999999999999 hours", NULL}, {"hold", "61 min", NULL},
    /* in the range of the key that it is for */
    {"prepare", "1.5 min", "1m30s"}, {"prepare", "1-2 min", NULL}, {"passes", "5\n    pace: 1.5 min", NULL},
    /* numbers that a pressure, or a breath, may have */
    {"pressure", "5/10", "5"}, {"pressure", "12/10", NULL}, {"pressure", "4/12", NULL}, {"pressure", "8 - 12", NULL},
    {"pressure", "[4, 12]", NULL}, {"pressure", "6 to 4", "4-6"}, {"pressure", "[6, 4]", "4-6"},
    {"pressure", "4 - 6", "4-6"}, {"pressure", "[5]", "5"}, {"pressure", "4..10", "4-10"},
    {"breathe", "4 – 30", NULL}, {"breathe", "4 - 0", NULL}, {"breathe", "0, 4", NULL}, {"breathe", "4 - 21 - 6", NULL},
    {"breathe", "6 to 4", "6-4"}, {"breathe", "[4, 0, 6, 2]", "4-0-6-2"}, {"breathe", "4 7 8", "4-7-8"},
    /* each word once */
    {"areas", "foot, feet", "[feet]"}, {"areas", "foot, hand, feet", "[feet, hands]"},
};
/* clang-format on */

/* Reads a move with that key; the hint of its first problem, to free(), NULL where there is no problem. */
static char *hint_of(const char *key, const char *value)
{
    const bool is_areas = strcmp(key, "areas") == 0, is_hold = strcmp(key, "hold") == 0 || strcmp(key, "passes") == 0;
    char *text = memory_print("knead: 1\ntitle: T\nmoves:\n  - name: A\n%s%s    %s: %s\n",
                              is_areas ? "" : "    areas: calves\n", is_hold ? "" : "    hold: 60s\n", key, value);
    DiagnosticList diags = {0};
    Routine *routine = routine_parse(text, strlen(text), "t", NULL, &diags);
    char *hint = diags.errors == 0 ? NULL : memory_copy_text(diags.items[0].hint ? diags.items[0].hint : "");
    routine_free(routine);
    diagnostic_release(&diags);
    free(text);
    return hint;
}

START_TEST(a_hint_may_be_followed)
{
    const char *key = spellings[_i].key, *value = spellings[_i].value, *better = spellings[_i].better;
    char *hint = hint_of(key, value), *wanted = memory_print("write %s", better ? better : "");
    ck_assert_msg(hint != NULL, "%s: %s is no mistake", key, value);
    const size_t length = strcspn(hint, ":");
    const bool is_said = better ? length == strlen(wanted) && strncmp(hint, wanted, length) == 0
                                : strncmp(hint, "write ", 6) != 0 || strstr(hint, " for ");
    ck_assert_msg(is_said, "%s: %s: '%s', not '%s'", key, value, hint, wanted);
    char *left = better ? hint_of(key, better) : NULL;
    ck_assert_msg(left == NULL, "%s: %s is wrong too: %s", key, better, left);
    free(hint);
    free(wanted);
}
END_TEST

/* As a command line may have it: only files are known to be UTF-8. */
START_TEST(a_quote_that_is_cut_off_ends_the_text)
{
    static const char text[] = "\xE2\x80\0calf";
    ck_assert_ptr_null(spelling_of_word(&area_words, text));
}
END_TEST

Suite *suite_spelling(void)
{
    Suite *suite = suite_create("spelling");
    TCase *tests = tcase_create("hints");
    tcase_add_loop_test(tests, a_hint_may_be_followed, 0, ARRAY_LEN(spellings));
    tcase_add_test(tests, a_quote_that_is_cut_off_ends_the_text);
    suite_add_tcase(suite, tests);
    return suite;
}
