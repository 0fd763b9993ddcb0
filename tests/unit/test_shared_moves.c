/* SPDX-License-Identifier: MIT */
#include "app/shared_moves.h"

#include <check.h>

#include "support/golden.h"
#include "support/scratch.h"

Suite *suite_shared_moves(void);

/* One's own moves stand beside those that came with the program, and are told apart. */
START_TEST(moves_know_whose_they_are)
{
    scratch_put("knead/routines/moves/mine.yaml",
                "knead: 1\nmoves:\n  hand-press: {name: Hand press, areas: hands, hold: 30s}\n");
    Library *library = library_new(NULL, TESTS_DIR);
    char *problem = NULL;
    ck_assert_msg(library_scan(library, &problem), "%s", problem);
    SharedMoveList shared_moves = {0};
    shared_moves_read(&shared_moves, library);
    const ModelMove *mine = shared_moves_find(&shared_moves, "hand-press"),
                    *shipped = shared_moves_find(&shared_moves, "calf-milker");
    ck_assert(mine && shipped);
    ck_assert(mine->is_mine);
    ck_assert(!shipped->is_mine);
    shared_moves_release(&shared_moves);
    library_free(library);
}
END_TEST

Suite *suite_shared_moves(void)
{
    Suite *suite = suite_create("shared_moves");
    TCase *cases = tcase_create("shared_moves");
    tcase_add_checked_fixture(cases, scratch_make_home, scratch_remove);
    tcase_add_test(cases, moves_know_whose_they_are);
    suite_add_tcase(suite, cases);
    return suite;
}
