/* SPDX-License-Identifier: MIT */
/* The terminal's cursor stands on what has the focus, on every screen: screen readers follow it. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_cursor(void);

static const char heel[] = "knead: 1\ntitle: Heel Rest\nmoves:\n"
                           "  - {name: Heel roll, areas: feet, prepare: 0, hold: 1s, setup: Stand easy.}\n"
                           "  - {name: Toe roll, areas: feet, prepare: 2s, hold: 1s}\n";
static const char calf[] = "knead: 1\ntitle: Calf Press\nmoves:\n"
                           "  - {name: Calf, areas: calves, hold: 60s, confirm: Is the skin whole?}\n";

static char *folder;

static void set_up(void)
{
    scratch_make_home();
    scratch_put("knead/config.yaml", "voice: off\nlevel: standard\n");
    scratch_put("own/heel.yaml", heel);
    scratch_put("own/calf.yaml", calf);
    folder = scratch_path("own");
}

static void tear_down(void)
{
    free(folder);
    scratch_remove();
}

#define MARK "\u25b8"

/* After the keys, the row from the cursor on begins with `begin`, blanks left out, and contains `more`. Where a text is
 * typed, it is what stands before the cursor that ends with `begin`. */
typedef struct Place {
    const char *keys, *begin, *more;
    bool is_typed;
} Place;

/* clang-format off */
static const Place places[] = {
    /* the advice, home: the part of the body, the routines, what there is */
    {"", "\u00b7 knead guides you", NULL, false},
    {PTY_ENTER, "Calves", NULL, false},
    {PTY_UP, "Knees", NULL, false},
    {PTY_DOWN, "Calves", NULL, false},
    {PTY_TAB, MARK, "Calf Press", false},
    {PTY_TAB, "desk", NULL, false},
    {PTY_RIGHT, "chair", NULL, false},
    {PTY_ESCAPE, "Calves", NULL, false},
    {"t", MARK, "Heel Rest", false},
    {PTY_DOWN, MARK, "Calf Press", false},
    {PTY_ESCAPE, "Calves", NULL, false},
    /* the library and its moves, the settings, the help */
    {"b", MARK, "Calf Press", false},
    {PTY_DOWN, MARK, "Heel Rest", false},
    {PTY_ESCAPE, "Calves", NULL, false},
    {"s", MARK, "[ ] desk", false},
    {PTY_DOWN, MARK, "[ ] chair", false},
    {"/", "/", NULL, true},
    {"voice", "/ voice", NULL, true},
    {PTY_ENTER, MARK, "voice", false},
    {PTY_ESCAPE, MARK, NULL, false},
    {PTY_ESCAPE, "Calves", NULL, false},
    {"?", MARK, "the body", false},
    {PTY_ESCAPE, "Calves", NULL, false},
    /* found by words, its page, one of its moves, the question before the start, the session */
    {"/calf", "/ calf", NULL, true},
    {PTY_ENTER, MARK, "1  Calf", false},
    {"i", "do", NULL, false},
    {PTY_ESCAPE, MARK, "1  Calf", false},
    {PTY_ENTER, "Calf", NULL, false},
    {"y", "GET READY", NULL, false},
    {PTY_ENTER, "Calf", NULL, false},
    {" ", "PAUSED", NULL, false},
    {" ", "GOING ON", NULL, false},
};
/* clang-format on */

static bool is_there(Pty *pty, void *context)
{
    const Place *place = context;
    int row, column;
    bool is_shown;
    pty_cursor(pty, &row, &column, &is_shown);
    char before[1000] = "", after[1000] = "";
    for (int x = 0; x < 80; x++) {
        const PtyCell cell = pty_cell(pty, row, x);
        strcat(x < column ? before : after, *cell.text ? cell.text : " ");
    }
    const size_t length = strlen(place->begin), end = strlen(before);
    const char *begin = after + strspn(after, " ");
    if (place->is_typed) {
        const char *last = before + end;
        while (last > before && last[-1] == ' ')
            last--;
        return is_shown && (size_t)(last - before) >= length && strncmp(last - length, place->begin, length) == 0;
    }
    return is_shown && strncmp(begin, place->begin, length) == 0 && (!place->more || strstr(begin, place->more));
}

static void walk(Pty *pty, const Place *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Place place = list[i];
        pty_send(pty, place.keys);
        pty_wait_until(pty, place.begin, is_there, &place);
    }
}

START_TEST(stands_on_what_has_the_focus)
{
    const char *const command[] = {"--routines", folder, NULL};
    Pty *pty = pty_start(NULL, command);
    walk(pty, places, ARRAY_LEN(places));
    pty_send(pty, PTY_CTRL_C);
    pty_end(pty);
}
END_TEST

/* clang-format off */
static const Place afterwards[] = {
    {"", "now", "how does it feel?", false},
    {PTY_ENTER, "/ heel", NULL, true},
    {PTY_ESCAPE, "Achilles", NULL, false},
    {"H", "Today", "Heel Rest", false},
    {PTY_TAB, MARK, "Heel Rest", false},
    {PTY_ENTER, "2 of 2 moves", NULL, false},
    {"n", "note", NULL, true},
    {"good", "good", NULL, true},
    {PTY_ENTER, "2 of 2 moves", NULL, false},
};
/* clang-format on */

START_TEST(after_a_session_and_in_the_history)
{
    const char *const command[] = {"--routines", folder, NULL};
    Pty *pty = pty_start(NULL, command);
    pty_wait_for(pty, "knead guides you");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "Calf Press");
    pty_send(pty, "/heel" PTY_ENTER);
    pty_wait_for(pty, "Toe roll");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "2 of 2 moves");
    walk(pty, afterwards, ARRAY_LEN(afterwards));
    pty_end(pty);
}
END_TEST

Suite *suite_pty_cursor(void)
{
    Suite *suite = suite_create("pty_cursor");
    TCase *tcase = tcase_create("pty_cursor");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, stands_on_what_has_the_focus);
    tcase_add_test(tcase, after_a_session_and_in_the_history);
    suite_add_tcase(suite, tcase);
    return suite;
}
