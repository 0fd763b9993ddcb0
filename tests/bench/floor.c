/* SPDX-License-Identifier: MIT */
/* The floor: the least that a countdown on ncurses can be. `floor` paints a name and five big digits, one of them anew
 * each second, until q; a space is answered with a word. `floor ROUTINE RECORDS` is the least that a session can be: it
 * reads the one through bare libyaml events first, and opens the other as a database once it has painted. */
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>
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

static void open_records(const char *path)
{
    sqlite3 *records = NULL;
    if (sqlite3_open_v2(path, &records, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) == SQLITE_OK)
        sqlite3_exec(records, "PRAGMA journal_mode = WAL; PRAGMA user_version", NULL, NULL, NULL);
    sqlite3_close(records);
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
    if (argc > 2)
        read_events(argv[1]);
    initscr();
    cbreak();
    noecho();
    curs_set(0);
    timeout(1000);
    draw(600);
    if (argc > 2)
        open_records(argv[2]);
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
