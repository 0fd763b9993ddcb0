/* SPDX-License-Identifier: MIT */
/* The floor: the least that a countdown on ncurses can be. It reads the file that is named, if one is, through bare
 * libyaml events; then it paints a name and five big digits, one of them anew each second, until q. A space is answered
 * with a word. */
#include <locale.h>
#include <ncurses.h>
#include <stdbool.h>
#include <stdio.h>
#include <yaml.h>

static void read_events(const char *path)
{
    FILE *file = fopen(path, "rb");
    yaml_parser_t parser;
    yaml_event_t event;
    if (!file || !yaml_parser_initialize(&parser))
        return;
    yaml_parser_set_input_file(&parser, file);
    for (yaml_event_type_t type = YAML_NO_EVENT; type != YAML_STREAM_END_EVENT;) {
        if (!yaml_parser_parse(&parser, &event))
            break;
        type = event.type;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    fclose(file);
}

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

static void answer(bool is_paused)
{
    mvaddstr(5, 3, is_paused ? "paused" : "      ");
    refresh();
}

int main(int argc, char **argv)
{
    bool is_paused = false;
    setlocale(LC_CTYPE, "");
    if (argc > 1)
        read_events(argv[1]);
    initscr();
    cbreak();
    noecho();
    curs_set(0);
    timeout(1000);
    draw(600);
    for (int left = 600, key = ERR; left > 0 && key != 'q';) {
        key = getch();
        if (key == ' ')
            answer(is_paused = !is_paused);
        else
            draw(--left);
    }
    endwin();
    return 0;
}
