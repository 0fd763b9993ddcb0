/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "ui/widgets/action.h"

Suite *suite_action(void);

static const struct {
    KeyMap map;
    int32_t key;
    Action action;
} keys[] = {
    {MAP_PLAYER, ' ', ACTION_PAUSE},
    {MAP_PLAYER, KEY_RIGHT_ARROW, ACTION_NEXT},
    {MAP_PLAYER, 'n', ACTION_NEXT},
    {MAP_PLAYER, KEY_LEFT_ARROW, ACTION_STEP_BACK},
    {MAP_PLAYER, 'b', ACTION_STEP_BACK},
    {MAP_PLAYER, 'N', ACTION_NEXT_MOVE},
    {MAP_PLAYER, 'B', ACTION_MOVE_BEFORE},
    {MAP_PLAYER, '+', ACTION_MORE},
    {MAP_PLAYER, '-', ACTION_LESS},
    {MAP_PLAYER, '0', ACTION_FELT},
    {MAP_PLAYER, '9', ACTION_FELT},
    {MAP_PLAYER, KEY_ENTER_KEY, ACTION_EASED},
    {MAP_PLAYER, 'l', ACTION_LIGHTER},
    {MAP_PLAYER, 'd', ACTION_DEEPER},
    {MAP_PLAYER, '!', ACTION_HURT},
    {MAP_PLAYER, 'e', ACTION_EDIT},
    {MAP_PLAYER, 'i', ACTION_ABOUT},
    {MAP_PLAYER, 'm', ACTION_SOUND},
    {MAP_PLAYER, 'q', ACTION_LEAVE},
    {MAP_PLAYER, KEY_ESCAPE_KEY, ACTION_LEAVE},
    {MAP_PLAYER, KEY_INTERRUPT, ACTION_LEAVE},
    {MAP_PLAYER, '?', ACTION_HELP},
    {MAP_PLAYER, KEY_REDRAW, ACTION_REDRAW},
    {MAP_PLAYER, 'x', ACTION_NONE},
    {MAP_PLAYER, 0, ACTION_NONE},
    {MAP_LIST, 'j', ACTION_DOWN},
    {MAP_LIST, 'k', ACTION_UP},
    {MAP_LIST, 'l', ACTION_OPEN},
    {MAP_LIST, '/', ACTION_FILTER},
    {MAP_LIST, KEY_ENTER_KEY, ACTION_OPEN},
    {MAP_LIST, 'q', ACTION_BACK},
    {MAP_LIST, KEY_INTERRUPT, ACTION_QUIT},
    {MAP_LIST, '5', ACTION_NONE},
    {MAP_ROUTINE, KEY_ENTER_KEY, ACTION_START},
    {MAP_QUESTION, 'y', ACTION_YES},
    {MAP_QUESTION, 'n', ACTION_NO},
    {MAP_ROUTINE, '+', ACTION_LONGER},
    {MAP_ROUTINE, '-', ACTION_SHORTER},
    {MAP_ROUTINE, 'c', ACTION_CLEAR_EASE},
    {MAP_QUESTION, KEY_ESCAPE_KEY, ACTION_BACK},
    {MAP_HOME, 'n', ACTION_NEW},
    {MAP_LIST, 'n', ACTION_NEW},
    {MAP_ROUTINE, 'n', ACTION_NEW},
    {MAP_HOME, 'e', ACTION_EDIT_ROUTINE},
    {MAP_LIST, 'e', ACTION_EDIT_ROUTINE},
    {MAP_ROUTINE, 'e', ACTION_EDIT_ROUTINE},
    {MAP_READING, 'n', ACTION_NONE},
    {MAP_SETTINGS, 'e', ACTION_EDIT_SETTINGS},
    {MAP_REPAIR, 'k', ACTION_KEEP_TEXT},
    {MAP_REPAIR, KEY_UP_ARROW, ACTION_UP},
    {MAP_REPAIR, KEY_ENTER_KEY, ACTION_REPAIR},
    {MAP_OFFER, 'g', ACTION_GO_ON},
    {MAP_OFFER, KEY_ENTER_KEY, ACTION_OPEN},
    {MAP_OFFER, 'q', ACTION_LATER},
    {MAP_OFFER, 'e', ACTION_END_HERE},
    {MAP_OFFER, 't', ACTION_DISCARD},
    {MAP_OFFER, 'k', ACTION_UP},
    {MAP_ANOTHER, 's', ACTION_START_ANOTHER},
    {MAP_HOME, 'r', ACTION_RESUME},
    {MAP_AFTER, KEY_ENTER_KEY, ACTION_OPEN},
    {MAP_READING, KEY_ESCAPE_KEY, ACTION_BACK},
    {MAP_READING, ' ', ACTION_PAGE_DOWN},
};

START_TEST(keys_mean)
{
    ck_assert_int_eq(action_for_key(keys[_i].map, keys[_i].key), keys[_i].action);
}
END_TEST

START_TEST(rows_are_whole)
{
    ck_assert_int_eq(action_rows[ACTION_NONE].action, ACTION_NONE);
    ck_assert_ptr_null(action_rows[ACTION_NONE].keys);
    for (int i = 1; i < ACTION_COUNT; i++) {
        const ActionRow *row = &action_rows[i];
        ck_assert_int_eq(row->action, i);
        ck_assert_msg(row->keys && row->label && row->help && row->codes[0], "row %d has a gap", i);
        ck_assert_msg(strlen(row->label) <= 14, "label '%s' is too long for the footer", row->label);
    }
}
END_TEST

START_TEST(no_key_does_two_things_on_a_screen)
{
    for (int i = 1; i < ACTION_COUNT; i++) {
        const ActionRow *row = &action_rows[i];
        for (size_t k = 0; k < ARRAY_LEN(row->codes) && row->codes[k]; k++)
            ck_assert_int_eq(action_for_key(row->map, row->codes[k]), i);
    }
}
END_TEST

Suite *suite_action(void)
{
    Suite *suite = suite_create("action");
    TCase *cases = tcase_create("action");
    tcase_add_loop_test(cases, keys_mean, 0, (int)ARRAY_LEN(keys));
    tcase_add_test(cases, rows_are_whole);
    tcase_add_test(cases, no_key_does_two_things_on_a_screen);
    suite_add_tcase(suite, cases);
    return suite;
}
