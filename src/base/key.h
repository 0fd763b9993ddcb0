/* SPDX-License-Identifier: MIT */
/* Key codes. A key is a Unicode character or one of the codes below. platform/input makes keys from the terminal's
 * bytes; the user interface maps keys to actions. */
#ifndef BASE_KEY_H
#define BASE_KEY_H

#include <stdbool.h>
#include <stdint.h>

/* clang-format off */
enum {
    KEY_UP_ARROW = 0x110000, KEY_DOWN_ARROW, KEY_LEFT_ARROW, KEY_RIGHT_ARROW, KEY_HOME_KEY, KEY_END_KEY, KEY_PAGE_UP,
    KEY_PAGE_DOWN, KEY_ENTER_KEY, KEY_ESCAPE_KEY, KEY_BACKSPACE_KEY, KEY_DELETE_KEY, KEY_TAB_KEY, KEY_BACK_TAB,
    KEY_INTERRUPT, /* Ctrl-C */
    KEY_REDRAW,    /* Ctrl-L */
    KEY_END_OF_INPUT, /* Ctrl-D */
    KEY_NONE = -1,
    KEY_CLICK = 0x1000000, /* a mouse click on a cell: KEY_CLICK | y << 12 | x, from 0 */
};
/* clang-format on */

static inline bool key_is_click(int32_t key)
{
    return key >= KEY_CLICK;
}
static inline int key_click_x(int32_t key)
{
    return key & 0xfff;
}
static inline int key_click_y(int32_t key)
{
    return (key - KEY_CLICK) >> 12;
}

#endif
