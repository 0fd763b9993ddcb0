/* SPDX-License-Identifier: MIT */
/* What a person sees, on terminals of every kind. */
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_screen(void);

static const char *const calf[] = {"play", "calf-hamstring-smash", "--yes", NULL};

START_TEST(pauses_and_goes_on)
{
    Pty *pty = pty_start(NULL, calf);
    pty_wait_for(pty, "Calf on a ball");
    pty_send(pty, " ");
    pty_wait_for(pty, "PAUSED");
    pty_send(pty, "n ");
    pty_wait_gone(pty, "PAUSED");
    pty_wait_for(pty, "14:28 left"); /* a second of the first hold */
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_wait_for(pty, "knead resume");
    pty_end(pty);
}
END_TEST

/* The clock of a set-up waits; what waited can be left and gone on with. */
START_TEST(waits_until_one_is_ready)
{
    static const char *const resume[] = {"resume", NULL};
    Pty *pty = pty_start(NULL, calf);
    pty_wait_for(pty, "Calf on a ball");
    pty_send(pty, "w");
    pty_wait_for(pty, "press Enter when ready");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "14:28 left"); /* a second of the first hold, so that there is something to keep */
    pty_send(pty, "bw");
    pty_wait_for(pty, "press Enter when ready");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
    pty = pty_start(NULL, resume);
    pty_wait_for(pty, "Calf on a ball");
    pty_send(pty, PTY_ENTER);
    pty_wait_gone(pty, "GET READY");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);
}
END_TEST

/* Followed from one session's first step to its last by what stands on the screen; `seen` grows with each piece. */
typedef struct MoveLibrary {
    const char *const *texts;
    size_t count, seen;
} MoveLibrary;

static bool shows_next(Pty *pty, void *context)
{
    MoveLibrary *sight = context;
    while (sight->seen < sight->count && pty_find(pty, sight->texts[sight->seen], NULL, NULL))
        sight->seen++;
    return sight->seen == sight->count;
}

START_TEST(whole_session_is_shown)
{
    static const char *const texts[] = {"ends at",
                                        "Calf on a ball",
                                        "LEFT",
                                        "Roll slowly down",
                                        "Turn your toes in",
                                        "Stop on the tight spot",
                                        "RIGHT",
                                        "Calf, side to side",
                                        "Let your toes fall out",
                                        "Calf and hamstring sandwich",
                                        "sit back a little more",
                                        "Rock your hips",
                                        "Hamstring on a chair",
                                        "Calf stretch",
                                        "Hamstring stretch",
                                        "Done"};
    static const char *const command[] = {"play", "calf-hamstring-smash", "--speed", "60", NULL};
    Pty *pty = pty_start(NULL, command);
    pty_wait_for(pty, texts[0]);
    MoveLibrary sight = {texts, ARRAY_LEN(texts), 1};
    pty_send(pty, PTY_ENTER);
    for (size_t i = 1; i < ARRAY_LEN(texts); i++) {
        sight.count = i + 1; /* a deadline for each */
        pty_wait_until(pty, texts[i], shows_next, &sight);
    }
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

START_TEST(resizes)
{
    static const struct {
        int rows, columns;
    } sizes[] = {{40, 120}, {12, 40}, {1, 20}, {60, 200}, {150, 500}, {24, 80}};
    Pty *pty = pty_start(NULL, calf);
    pty_wait_for(pty, "Calf on a ball");
    pty_send(pty, " ");
    pty_wait_for(pty, "PAUSED");
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        pty_resize(pty, sizes[i].rows, sizes[i].columns);
        if (sizes[i].rows > 1)
            pty_wait_for(pty, "Calf on a ball");
    }
    pty_wait_for(pty, "PAUSED");
    pty_end(pty);
}
END_TEST

START_TEST(survives_a_storm_of_sizes)
{
    Pty *pty = pty_start(NULL, calf);
    pty_wait_for(pty, "Calf on a ball");
    for (int i = 0; i < 200; i++)
        pty_resize(pty, 1 + i * 7 % 50, 1 + i * 13 % 150);
    pty_resize(pty, 24, 80);
    pty_wait_for(pty, "Calf & Hamstring Smash");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

/* clang-format off */
static const struct {
    const char *term;
    bool is_screen;
} terms[] = {
    {"xterm-256color", true}, {"xterm", true}, {"vt100", true}, {"linux", true}, {"screen", true},
    {"tmux-256color", true}, {"xterm-kitty", true}, {"no-such-terminal", true}, {"dumb", false}, {"", false},
};
/* clang-format on */

/* A name without an entry gets a cousin's; what can show no screen gets lines, without one escape byte. */
START_TEST(any_terminal_will_do)
{
    Pty *pty = pty_start(&(PtyOptions){.term = terms[_i].term}, calf);
    pty_wait_for(pty, terms[_i].is_screen ? "Calf on a ball" : "Get ready: Calf on a ball, left side.");
    size_t length;
    const char *raw = pty_raw(pty, &length);
    ck_assert_int_eq(memchr(raw, 0x1b, length) != NULL, terms[_i].is_screen);
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

START_TEST(ascii_where_the_locale_knows_no_more)
{
    static const char *const env[] = {"LC_ALL=C", NULL};
    Pty *pty = pty_start(&(PtyOptions){.env = env}, calf);
    pty_wait_for(pty, "Calf on a ball");
    size_t length;
    const char *raw = pty_raw(pty, &length);
    for (size_t i = 0; i < length; i++)
        ck_assert_int_lt((unsigned char)raw[i], 0x80);
    pty_end(pty);
}
END_TEST

/* Marks stand on their letters, and come and go with them; wide characters take their two columns. */
START_TEST(letters_of_all_kinds)
{
    scratch_put("letters.yaml", "knead: 1\ntitle: Letters\ndefaults: {prepare: 0}\nmoves:\n"
                                "  - {name: \"Vie\u0323\u0302t e\u0301 \u6f22\u5b57 end\", areas: calves, hold: 1m}\n"
                                "  - {name: \"Viet\u0301 e\u0323 end\", areas: calves, hold: 1m}\n");
    char *path = scratch_path("letters.yaml");
    const char *const command[] = {"play", path, "--yes", NULL};
    Pty *pty = pty_start(NULL, command);
    pty_wait_for(pty, "Vie\u0323\u0302t e\u0301 \u6f22\u5b57 end");
    pty_send(pty, "n");
    pty_wait_for(pty, "Viet\u0301 e\u0323 end");
    pty_wait_gone(pty, "Vie\u0323");
    pty_end(pty);
    free(path);
}
END_TEST

/* No colour at all, but bold and reverse stay. */
START_TEST(no_colour_where_none_is_wanted)
{
    static const char *const env[] = {"NO_COLOR=1", NULL};
    Pty *pty = pty_start(&(PtyOptions){.env = _i == 1 ? env : NULL}, calf);
    pty_wait_for(pty, "Calf on a ball");
    int coloured = 0;
    for (int row = 0; row < 24; row++) {
        for (int column = 0; column < 80; column++) {
            const PtyCell cell = pty_cell(pty, row, column);
            coloured += cell.foreground != PTY_COLOR_DEFAULT || cell.background != PTY_COLOR_DEFAULT;
        }
    }
    ck_assert_int_eq(coloured > 0, _i == 0);
    pty_end(pty);
}
END_TEST

/* Nobody knows what the ground of a plain xterm is: it stays the terminal's own, and what is written on it is magenta,
 * which can be read on any. */
START_TEST(eight_colours_can_be_read)
{
    int row, column;
    Pty *pty = pty_start(&(PtyOptions){.term = "xterm"}, calf);
    pty_wait_for(pty, "LEFT");
    ck_assert(pty_find(pty, "LEFT", &row, &column));
    const PtyCell side = pty_cell(pty, row, column), blank = pty_cell(pty, 2, 0);
    ck_assert_int_eq(side.foreground, 5);
    ck_assert_int_eq(side.background, PTY_COLOR_DEFAULT);
    ck_assert(pty_find(pty, "GET READY", &row, &column));
    ck_assert(pty_cell(pty, row, column).reverse);
    ck_assert_int_eq(blank.background, PTY_COLOR_DEFAULT);
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

START_TEST(bell_rings_with_the_frame)
{
    static const char *const loud[] = {"play", "calf-hamstring-smash", "--yes", "--speed", "60", NULL};
    static const char *const quiet[] = {"play", "calf-hamstring-smash", "--yes", "--speed", "60", "--quiet", NULL};
    Pty *pty = pty_start(NULL, _i == 0 ? loud : quiet);
    pty_wait_for(pty, "Turn your toes in");
    ck_assert_int_eq(pty_bells(pty), _i == 0 ? 1 : 0);
    pty_end(pty);
}
END_TEST

/* The preparation has nothing that moves: the second itself must wake the program. */
START_TEST(quiet_fills_the_window_for_a_second)
{
    static const char *const command[] = {"play", "calf-hamstring-smash", "--yes", "--quiet", NULL};
    Pty *pty = pty_start(NULL, command);
    pty_wait_for(pty, "Get ready: Calf on a ball");
    pty_wait_for(pty, "GET READY with");
    pty_send(pty, "\r");
    pty_wait_for(pty, "Hold 1 min: Calf on a ball");
    pty_send(pty, " ");
    pty_wait_for(pty, "PAUSED");
    ck_assert_int_eq(pty_bells(pty), 0);
    pty_end(pty);
}
END_TEST

/* As with a disk that is full everywhere: no file can be written, and frames come all the same. */
START_TEST(needs_no_file_to_draw)
{
    static const char *const command[] = {
        "-c", "trap '' XFSZ; ulimit -f 0; exec \"${KNEAD_PROGRAM:-build/knead}\" play calf-hamstring-smash --yes",
        NULL};
    Pty *pty = pty_start(&(PtyOptions){.program = "sh"}, command);
    pty_wait_for(pty, "Calf on a ball");
    pty_send(pty, " ");
    pty_wait_for(pty, "PAUSED");
    pty_send(pty, PTY_CTRL_C);
    ck_assert_int_eq(pty_wait_exit(pty), 128 + SIGINT);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

/* Descriptors for signals are left, but none to draw into. */
START_TEST(lines_where_nothing_can_be_drawn)
{
    static const char *const command[] = {
        "-c", "ulimit -n 6; exec \"${KNEAD_PROGRAM:-build/knead}\" play calf-hamstring-smash --yes", NULL};
    Pty *pty = pty_start(&(PtyOptions){.program = "sh", .rows = 60}, command);
    pty_wait_for(pty, "knead: cannot use the screen (Too many open files); showing lines instead");
    pty_wait_for(pty, "Get ready: Calf on a ball, left side.");
    pty_send(pty, "q");
    pty_wait_exit(pty);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

START_TEST(line_mode_takes_keys)
{
    static const char *const command[] = {"play", "calf-hamstring-smash", "--plain", NULL};
    Pty *pty = pty_start(&(PtyOptions){.rows = 60}, command);
    pty_skip_health(pty);
    pty_skip_number(pty);
    pty_wait_for(pty, "Start? (y/n)");
    pty_send(pty, "y");
    pty_wait_for(pty, "Get ready: Calf on a ball, left side.");
    pty_send(pty, "n");
    pty_wait_for(pty, "Pressure 4 to 6.");
    pty_send(pty, "8");
    pty_wait_for(pty, "Ease off");
    pty_send(pty, PTY_RIGHT);
    pty_wait_for(pty, "Switch to the right side.");
    pty_send(pty, " ");
    pty_wait_for(pty, "Paused. Press Space to resume.");
    pty_send(pty, "?");
    pty_wait_for(pty, "how to make it lighter");
    pty_send(pty, " ");
    pty_wait_for(pty, "Resuming in 3 s.");
    pty_send(pty, "q");
    pty_wait_for(pty, "Stopped after ");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

/* How many cells have a colour of their own as ink or ground. */
static int coloured_cells(Pty *pty, int rows, int columns)
{
    int count = 0;
    for (int i = 0; i < rows * columns; i++) {
        const PtyCell cell = pty_cell(pty, i / columns, i % columns);
        count += cell.foreground != PTY_COLOR_DEFAULT || cell.background != PTY_COLOR_DEFAULT;
    }
    return count;
}

/* As wide as the terminal, in colours where they are wanted; all of them are given back. */
START_TEST(positions_are_printed)
{
    static const struct {
        int columns;
        const char *env[2];
        bool has_colours;
    } terminals[] = {{100, {NULL}, true}, {50, {NULL}, true}, {80, {"NO_COLOR=1"}, false}};
    static const char *const command[] = {"show", "dy-cat", "--positions", NULL};
    const int columns = terminals[_i].columns;
    Pty *pty = pty_start(&(PtyOptions){.rows = 60, .columns = columns, .env = terminals[_i].env}, command);
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_wait_for(pty, "Round and hollow the back");
    const int count = coloured_cells(pty, 60, columns);
    ck_assert_msg(terminals[_i].has_colours ? count > 100 : count == 0, "%d\n%s", count, pty_screen(pty));
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

Suite *suite_pty_screen(void)
{
    Suite *suite = suite_create("pty_screen");
    TCase *tcase = tcase_create("pty_screen");
    tcase_add_checked_fixture(tcase, scratch_make_usual_home, scratch_remove);
    tcase_add_test(tcase, pauses_and_goes_on);
    tcase_add_test(tcase, waits_until_one_is_ready);
    tcase_add_test(tcase, whole_session_is_shown);
    tcase_add_test(tcase, resizes);
    tcase_add_test(tcase, survives_a_storm_of_sizes);
    tcase_add_loop_test(tcase, any_terminal_will_do, 0, ARRAY_LEN(terms));
    tcase_add_test(tcase, ascii_where_the_locale_knows_no_more);
    tcase_add_test(tcase, letters_of_all_kinds);
    tcase_add_loop_test(tcase, no_colour_where_none_is_wanted, 0, 2);
    tcase_add_test(tcase, eight_colours_can_be_read);
    tcase_add_loop_test(tcase, positions_are_printed, 0, 3);
    tcase_add_loop_test(tcase, bell_rings_with_the_frame, 0, 2);
    tcase_add_test(tcase, quiet_fills_the_window_for_a_second);
    tcase_add_test(tcase, needs_no_file_to_draw);
    tcase_add_test(tcase, lines_where_nothing_can_be_drawn);
    tcase_add_test(tcase, line_mode_takes_keys);
    suite_add_tcase(suite, tcase);
    return suite;
}
