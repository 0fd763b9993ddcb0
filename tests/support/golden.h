/* SPDX-License-Identifier: MIT */
/* Texts that were once looked over by eye and must stay as they are: files in tests/golden. Written anew, to be looked
 * over again, where GOLDEN_WRITE=1 is set. */
#ifndef SUPPORT_GOLDEN_H
#define SUPPORT_GOLDEN_H

/* The folder of the tests; they run from the root of the tree. */
#define TESTS_DIR "tests"

/* Compares with tests/golden/NAME; fails the test with the first line that differs. */
void golden_check(const char *name, const char *text);

#endif
