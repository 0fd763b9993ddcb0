/* SPDX-License-Identifier: MIT */
/* Makes the pictures of the README from the program itself, which runs on a pty with a home of its own. Check runs it, as
 * the support of the tests needs. Its clock is held (held_clock.h): the pictures are the same each time. */
#include <check.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "pictures/film.h"
#include "pictures/svg.h"
#include "support/scratch.h"

static void set_up(void)
{
    static const char *const folders[] = {"HOME", "XDG_CACHE_HOME", "XDG_DATA_DIRS", "XDG_STATE_HOME",
                                          "XDG_RUNTIME_DIR"};
    scratch_make_usual_home();
    for (size_t i = 0; i < ARRAY_LEN(folders); i++)
        scratch_set(folders[i], "");
    setenv("TZ", "UTC", 1);
}

static void save(Pty *pty, int rows, int columns, const char *path, const char *title)
{
    Text svg = {0};
    svg_add_screen(&svg, pty, rows, columns, title);
    ck_assert_msg(file_write(path, svg.bytes, svg.length), "%s cannot be written", path);
    text_release(&svg);
}

START_TEST(home)
{
    HeldClock *clock = held_clock_new();
    Pty *pty = pty_start(&(PtyOptions){.rows = 30, .columns = 100, .env = held_clock_env()}, NULL);
    pty_wait_for(pty, "Before the first session");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "Where do you need it?");
    held_clock_add(clock, pty, 1000);
    pty_wait_for(pty, "Calves at the Desk"); /* the calves are what home begins with */
    save(pty, 30, 100, "share/home.svg", "knead: where do you need it?");
    pty_end(pty);
    held_clock_release(clock);
}
END_TEST

/* Eight seconds into the hold, and a little later in a smaller window. */
START_TEST(player)
{
    static const char *const command[] = {"play", "calf-hamstring-smash", "--yes", "--mute", NULL};
    HeldClock *clock = held_clock_new();
    Pty *pty = pty_start(&(PtyOptions){.rows = 40, .columns = 120, .env = held_clock_env()}, command);
    pty_wait_for(pty, "GET READY");
    held_clock_add(clock, pty, 0);
    pty_wait_for(pty, "Sitting, leaning back");
    save(pty, 40, 120, "share/setup.svg", "knead: getting into position");
    pty_send(pty, PTY_ENTER);
    held_clock_add(clock, pty, 3000);
    pty_send(pty, "5");
    held_clock_add(clock, pty, 5000);
    pty_wait_for(pty, "felt 5");
    save(pty, 40, 120, "share/player.svg", "knead: a hold on the left side");
    pty_resize(pty, 24, 80);
    held_clock_add(clock, pty, 2000);
    save(pty, 24, 80, "share/player-small.svg", "knead: the same in a small window");
    pty_end(pty);
    held_clock_release(clock);
}
END_TEST

static void type_command(Film *film, Pty *pty, const char *command)
{
    for (size_t length = 1; length <= strlen(command); length++) {
        char *typed = memory_print("$ %.*s", (int)length, command);
        film_stand(film, 150);
        pty_send_bytes(pty, command + length - 1, 1);
        pty_wait_for(pty, typed);
        free(typed);
    }
    film_stand(film, 800);
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "Where do you need it?");
}

/* From a shell to the first hold. What is asked once, before the first session, was answered before. */
START_TEST(first_hold)
{
    HeldClock *clock = held_clock_new();
    Pty *pty = pty_start(&(PtyOptions){.rows = 30, .columns = 100, .env = held_clock_env()}, NULL);
    pty_wait_for(pty, "Before the first session");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "Where do you need it?");
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_end(pty);

    static const char *const shell[] = {"+m", NULL};
    setenv("PS1", "$ ", 1);
    pty = pty_start(&(PtyOptions){.program = "sh", .rows = 30, .columns = 100, .env = held_clock_env()}, shell);
    pty_wait_for(pty, "$");
    Film *film = film_new(clock, pty, 30, 100);
    film_say(film, "", "The back of your thighs is tight.");
    film_stand(film, 1500);
    type_command(film, pty, "knead");
    film_run(film, "", 1500);
    film_say(film, "\u2191", "one part up");
    film_run(film, PTY_UP, 700);
    film_say(film, "\u2191 \u2191", "the back of the thighs, and what is best for it");
    film_run(film, PTY_UP, 2200);
    film_say(film, "enter", "the whole plan");
    film_run(film, PTY_ENTER, 3000);
    film_say(film, "4", "how it feels before");
    film_run(film, "4", 1200);
    film_say(film, "enter", "how to get into position");
    film_run(film, PTY_ENTER, 5000);
    film_say(film, "enter", "ready: the first hold, which side, how long, how hard");
    film_run(film, PTY_ENTER, 9000);
    film_save(film, "share/first-hold.svg", "knead: from a thought to the first hold");
    pty_end(pty);
    held_clock_release(clock);
}
END_TEST

/* Positions of shared moves, as the program saves them. */
START_TEST(positions)
{
    static const char *const pictures[][2] = {{"calf-milker", "share/calf-milker.svg"},
                                              {"dy-cat", "share/cat-and-cow.svg"}};
    for (size_t i = 0; i < ARRAY_LEN(pictures); i++) {
        const char *const command[] = {"show", pictures[i][0], "--svg", pictures[i][1], NULL};
        Pty *pty = pty_start(NULL, command);
        ck_assert_int_eq(pty_wait_exit(pty), 0);
        pty_end(pty);
    }
}
END_TEST

int main(void)
{
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL || setenv("LC_ALL", "C.UTF-8", 1) != 0)
        return EXIT_FAILURE;
    Suite *suite = suite_create("pictures");
    TCase *pictures = tcase_create("pictures");
    tcase_add_checked_fixture(pictures, set_up, scratch_remove);
    tcase_add_test(pictures, home);
    tcase_add_test(pictures, player);
    tcase_add_test(pictures, first_hold);
    tcase_add_test(pictures, positions);
    suite_add_tcase(suite, pictures);
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
