/* SPDX-License-Identifier: MIT */
/* The floor: the least that a countdown on ncurses can be. It paints a name and five big digits, then one digit a
 * second, until q. */
#include <locale.h>
#include <ncurses.h>

static void draw(int left)
{
    mvaddstr(1, 3, "Calf strip");
    for (int row = 0; row < 5; row++) {
        for (int digit = 0, rest = left; digit < 4; digit++, rest /= 10) {
            attrset((rest + row) % 2 ? A_REVERSE : A_NORMAL);
            mvprintw(7 + row, 40 - 8 * digit, "%d%d%d%d", rest % 10, rest % 10, rest % 10, rest % 10);
        }
    }
    attrset(A_NORMAL);
    refresh();
}

int main(void)
{
    setlocale(LC_CTYPE, "");
    initscr();
    cbreak();
    noecho();
    curs_set(0);
    timeout(1000);
    for (int left = 600; left > 0; left--) {
        draw(left);
        if (getch() == 'q')
            break;
    }
    endwin();
    return 0;
}
