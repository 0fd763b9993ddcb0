/* SPDX-License-Identifier: MIT */
/* Makes the pictures of the README from the program itself, which runs on a pty with a home of its own. Check runs it, as
 * the support of the tests needs. Only the times of day differ from one run to the next. */
#include <check.h>
#include <locale.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/macros.h"
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

static const char *const on_dark[] = {"COLORFGBG=15;0", NULL};

static void save(Pty *pty, int rows, int columns, const char *path, const char *title)
{
    Text svg = {0};
    svg_add_screen(&svg, pty, rows, columns, title);
    ck_assert_msg(file_write(path, svg.bytes, svg.length), "%s cannot be written", path);
    text_release(&svg);
}

START_TEST(home)
{
    Pty *pty = pty_start(&(PtyOptions){.rows = 30, .columns = 100, .env = on_dark}, NULL);
    pty_wait_for(pty, "Before the first session");
    pty_send(pty, PTY_ENTER);
    pty_wait_for(pty, "Where do you need it?");
    pty_wait_gone(pty, "still to read");
    pty_wait_for(pty, "Calves at the Desk"); /* the calves are what home begins with */
    save(pty, 30, 100, "share/home.svg", "knead: where do you need it?");
    pty_end(pty);
}
END_TEST

/* Eight seconds into the hold, and a little later in a smaller window. */
START_TEST(player)
{
    static const char *const command[] = {"play", "calf-hamstring-smash", "--yes", "--mute", NULL};
    Pty *pty = pty_start(&(PtyOptions){.rows = 40, .columns = 120, .env = on_dark}, command);
    pty_wait_for(pty, "GET READY");
    pty_wait_for(pty, "Sitting, leaning back");
    save(pty, 40, 120, "share/setup.svg", "knead: getting into position");
    pty_send(pty, PTY_ENTER);
    pty_wait_gone(pty, "GET READY");
    pty_send(pty, "5");
    pty_wait_for(pty, "felt 5");
    pty_wait_for(pty, "14:20 left");
    save(pty, 40, 120, "share/player.svg", "knead: a hold on the left side");
    pty_resize(pty, 24, 80);
    pty_wait_for(pty, "14:18 left");
    save(pty, 24, 80, "share/player-small.svg", "knead: the same in a small window");
    pty_end(pty);
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
    tcase_add_test(pictures, positions);
    suite_add_tcase(suite, pictures);
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
