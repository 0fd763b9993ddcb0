/* SPDX-License-Identifier: MIT */
#include "app/stock.h"

#include <check.h>

#include "support/golden.h"
#include "support/scratch.h"

Suite *suite_stock(void);

/* One's own moves stand beside those that came with the program, and are told apart. */
START_TEST(moves_know_whose_they_are)
{
    scratch_put("knead/routines/moves/mine.yaml",
                "knead: 1\nmoves:\n  hand-press: {name: Hand press, areas: hands, hold: 30s}\n");
    Library *library = library_new(NULL, TESTS_DIR);
    char *problem = NULL;
    ck_assert_msg(library_scan(library, &problem), "%s", problem);
    Stock stock = {0};
    stock_read(&stock, library);
    const ModelMove *mine = stock_find(&stock, "hand-press"), *shipped = stock_find(&stock, "calf-milker");
    ck_assert(mine && shipped);
    ck_assert(mine->is_mine);
    ck_assert(!shipped->is_mine);
    stock_release(&stock);
    library_free(library);
}
END_TEST

Suite *suite_stock(void)
{
    Suite *suite = suite_create("stock");
    TCase *cases = tcase_create("stock");
    tcase_add_checked_fixture(cases, scratch_make_home, scratch_remove);
    tcase_add_test(cases, moves_know_whose_they_are);
    suite_add_tcase(suite, cases);
    return suite;
}
