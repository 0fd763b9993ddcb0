/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "ui/widgets/footer.h"

Suite *suite_footer(void);

static const struct {
    KeyMap map;
    int width;
    bool is_utf8;
    ActionSet hidden;
    const char *line;
} lines[] = {
    {MAP_LIST, 80, true, ACTION_BIT(ACTION_UNDO) | ACTION_BIT(ACTION_REMOVE),
     "enter open  / filter  tab moves  t tools  n new  e edit  ? help  q back\n"},
    {MAP_LIST, 80, true, ACTION_BIT(ACTION_TOOLS_OF_MOVE),
     "enter open  / filter  tab moves  u undo  n new  e edit  x remove  ? help  q back\n"},
    /* Help and the way out stay when others do not fit. */
    {MAP_LIST, 30, true, 0, "enter open  ? help  q back\n"},
    {MAP_LIST, 16, true, 0, "? help  q back\n"},
    {MAP_LIST, 8, true, 0, "? help\n"},
    {MAP_LIST, 3, true, 0, "\n"},
    /* Two keys with one label stand together; a general key that the screen uses itself is not general there. */
    {MAP_ROUTINE, 80, true,
     ACTION_BIT(ACTION_CLEAR_LOWERED) | ACTION_BIT(ACTION_KEEP_SWAPS) | ACTION_BIT(ACTION_PAIR) |
         ACTION_BIT(ACTION_TOOLS_OF_PLAN),
     "enter start  + - minutes  i about  s swap  n new  e edit  ? help  q back\n"},
    {MAP_QUESTION, 80, true, ~(ACTION_BIT(ACTION_YES) | ACTION_BIT(ACTION_NO)), "y yes   n no\n"},
    {MAP_READING, 80, true, 0, "? help   q back\n"},
    /* Arrows are drawn where they can be. */
    {MAP_PLAYER, 60, true, ACTION_BIT(ACTION_READY) | ACTION_BIT(ACTION_WAIT),
     "space pause  \xE2\x86\x92 next  ! hurts  \xE2\x86\x90 back  ? help  q stop\n"},
    {MAP_PLAYER, 60, false, ACTION_BIT(ACTION_READY) | ACTION_BIT(ACTION_WAIT),
     "space pause  right next  ! hurts  left back  ? help  q stop\n"},
};

START_TEST(shows_what_fits)
{
    Canvas canvas;
    canvas_init(&canvas, lines[_i].width, 1, (Look){.colours = 256, .is_utf8 = lines[_i].is_utf8});
    footer_draw_without(&canvas, (Rect){0, 0, canvas.width, 1}, NULL, lines[_i].map, lines[_i].hidden);
    Text shown = {0};
    canvas_dump(&canvas, false, &shown);
    ck_assert_str_eq(text_show(&shown), lines[_i].line);
    text_release(&shown);
    canvas_release(&canvas);
}
END_TEST

START_TEST(knows_what_a_screen_has)
{
    ck_assert(footer_has(NULL, MAP_LIST, ACTION_OPEN));
    ck_assert(footer_has(NULL, MAP_LIST, ACTION_UP));
    ck_assert(!footer_has(NULL, MAP_LIST, ACTION_PAUSE));
    ck_assert(!footer_has(NULL, MAP_ROUTINE, ACTION_OPEN));
    ck_assert(!footer_has(NULL, MAP_PLAYER, ACTION_BACK));
    ck_assert(!footer_has(NULL, MAP_PLAYER, ACTION_UP));
    ck_assert(footer_has(NULL, MAP_PLAYER, ACTION_FELT));
    ck_assert(footer_has(NULL, MAP_ROUTINE, ACTION_NEW));
    ck_assert(!footer_has(NULL, MAP_PLAYER, ACTION_NEW));
    ck_assert(!footer_has(NULL, MAP_REPAIR, ACTION_BACK));
    ck_assert(!footer_has(NULL, MAP_LIST, ACTION_NONE));
}
END_TEST

/* Two that share one would be hidden together. */
START_TEST(actions_of_a_screen_have_a_bit_each)
{
    for (int map = 0; map < MAP_COUNT; map++) {
        ActionSet taken = 0;
        for (int i = 1; i < ACTION_COUNT; i++) {
            const KeyMap own = action_rows[i].map;
            if (own != MAP_GENERAL && (int)own != map && own != action_beside((KeyMap)map))
                continue;
            ck_assert_msg((taken & ACTION_BIT(i)) == 0, "'%s' shares its bit", action_rows[i].label);
            taken |= ACTION_BIT(i);
        }
    }
}
END_TEST

/* Nothing is drawn on a line that is not there. */
START_TEST(needs_a_line)
{
    Canvas canvas;
    canvas_init(&canvas, 20, 2, (Look){.colours = 256, .is_utf8 = true});
    footer_draw(&canvas, (Rect){0, 1, 20, 0}, NULL, MAP_LIST);
    Text shown = {0};
    canvas_dump(&canvas, false, &shown);
    ck_assert_str_eq(text_show(&shown), "\n\n");
    text_release(&shown);
    canvas_release(&canvas);
}
END_TEST

Suite *suite_footer(void)
{
    Suite *suite = suite_create("footer");
    TCase *tests = tcase_create("footer");
    tcase_add_loop_test(tests, shows_what_fits, 0, ARRAY_LEN(lines));
    tcase_add_test(tests, knows_what_a_screen_has);
    tcase_add_test(tests, actions_of_a_screen_have_a_bit_each);
    tcase_add_test(tests, needs_a_line);
    suite_add_tcase(suite, tests);
    return suite;
}
