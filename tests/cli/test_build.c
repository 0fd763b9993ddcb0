/* SPDX-License-Identifier: MIT */
/* The Makefile and packaging/deps, as those meet them who build knead: newcomers and packagers. Nothing is installed but
 * into a folder of the test. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/macros.h"
#include "base/text.h"
#include "support/scratch.h"

Suite *suite_build(void);

/* A tool that the scripts find, and none besides: so no package manager is called but the one that is made here. */
static const char tools[] = "set -e; cd \"$SCRATCH\"; mkdir bin; "
                            "for tool in sh env awk tr sed mktemp uname cat rm id cc make; do "
                            "ln -s \"$(command -v $tool)\" bin/$tool; done; ";

static Text out;
static int status;

/* Runs a line of shell in the tree, as from a fresh one: without what this make told its own. */
static const char *run(const char *line)
{
    Text command = {0};
    text_print(&command, "exec 2>&1; unset MAKEFLAGS MFLAGS MAKELEVEL CC CFLAGS CPPFLAGS STATIC BUNDLE SAN; %s", line);
    FILE *pipe = popen(command.bytes, "r");
    ck_assert_ptr_nonnull(pipe);
    text_clear(&out);
    char bytes[4096];
    for (size_t length; (length = fread(bytes, 1, sizeof bytes, pipe)) > 0;)
        text_add_span(&out, bytes, length);
    status = pclose(pipe);
    text_release(&command);
    return text_show(&out);
}

static void set_up(void)
{
    scratch_make();
    char *folder = scratch_path(".");
    setenv("SCRATCH", folder, 1);
    free(folder);
    /* What the compiler knows need not be tried again for each test. */
    run("mkdir \"$SCRATCH/build\"; built=$(dirname \"${KNEAD_PROGRAM:-build/knead}\"); "
        "cp -p \"$built/compiler.flags\" \"$built/probed.mk\" \"$SCRATCH/build\"");
}

static void tear_down(void)
{
    text_release(&out);
    scratch_remove();
}

#define MAKE "\"$(command -v gmake || command -v make)\" --no-print-directory "

/* What a distribution fortifies by, in the words of Debian, Fedora and a person; and what is said where nobody does. */
static const struct {
    const char *flags, *wanted;
} fortified[] = {
    {"CPPFLAGS='-Wdate-time -D_FORTIFY_SOURCE=2' CFLAGS='-g -O2 -Wformat -Werror=format-security'", "SOURCE=2"},
    {"CFLAGS='-O2 -Wp,-U_FORTIFY_SOURCE -Wp,-D_FORTIFY_SOURCE=3'", "SOURCE=3"},
    {"CFLAGS='-O2 -D_FORTIFY_SOURCE=2'", "SOURCE=2"},
    {"", "SOURCE=3"},
};

START_TEST(compiles_under_flags_of_a_distribution)
{
    Text line = {0};
    text_print(&line, MAKE "V=1 WERROR=1 BUILD=\"$SCRATCH/build\" \"$SCRATCH/build/obj/src/base/duration.o\" %s",
               fortified[_i].flags);
    const char *said = run(line.bytes);
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "%s", said);
    ck_assert_ptr_nonnull(strstr(said, fortified[_i].wanted));
    text_release(&line);
}
END_TEST

START_TEST(knows_the_folder_that_it_is_installed_with)
{
    const char *said = run(
        MAKE "WERROR=1 BUILD=\"$SCRATCH/build\" PREFIX=/opt/knead \"$SCRATCH/build/obj/src/base/folder.o\" && "
             "grep -c /opt/knead/share/knead/routines \"$SCRATCH/build/obj/src/base/folder.o\"");
    ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "%s", said);
}
END_TEST

/* Copies of libraries only where they are asked for. */
static const struct {
    const char *flags;
    bool is_copied, is_static;
} linked[] = {{"", false, false}, {"BUNDLE='yaml sqlite3'", true, false}, {"STATIC=1", false, true}};

START_TEST(links_as_asked_for)
{
    Text line = {0};
    text_print(&line, MAKE "-n V=1 BUILD=\"$SCRATCH/build\" %s | grep -e '-o [^ ]*/build/knead '", linked[_i].flags);
    const char *said = run(line.bytes);
    ck_assert_ptr_nonnull(strstr(said, "knead"));
    ck_assert_int_eq(strstr(said, "libyaml.a") != NULL, linked[_i].is_copied);
    ck_assert_int_eq(strstr(said, "libsqlite3.a") != NULL, linked[_i].is_copied);
    ck_assert_int_eq(strstr(said, "-lyaml") == NULL, linked[_i].is_copied);
    ck_assert_int_eq(strstr(said, " -static ") != NULL, linked[_i].is_static);
    text_release(&line);
}
END_TEST

START_TEST(asks_for_what_tests_need_only_to_test)
{
    const char *said = run(MAKE "-n deps run | head -n 1");
    ck_assert_ptr_nonnull(strstr(said, "packaging/deps"));
    ck_assert_ptr_null(strstr(said, "--tests"));
    ck_assert_ptr_nonnull(strstr(run(MAKE "-n deps test | head -n 1"), "packaging/deps --tests"));
}
END_TEST

/* Nothing is there, and each library is asked for by the name that it has here. */
static const char *install_with(const char *manager, const char *option)
{
    Text line = {0};
    text_print(&line,
               "%s printf '#!/bin/sh\\necho called \"$0\" \"$@\"\\n' >bin/%s; chmod +x bin/%s; cd - >/dev/null; "
               "printf '#!/bin/sh\\n[ \"$1\" != -n ] || shift\\nexec \"$@\"\\n' >\"$SCRATCH/bin/sudo\"; chmod +x "
               "\"$SCRATCH/bin/sudo\"; "
               "CC=false PKG_CONFIG=false PATH=\"$SCRATCH/bin\" sh packaging/deps %s",
               tools, manager, manager, option);
    const char *said = run(line.bytes);
    text_release(&line);
    return said;
}

START_TEST(installs_what_is_missing)
{
    const char *said = install_with("apk", _i == 0 ? "" : "--tests");
    ck_assert_ptr_nonnull(strstr(said, "apk add "));
    ck_assert_ptr_nonnull(strstr(said, " yaml-dev sqlite-dev jansson-dev"));
    ck_assert_int_eq(strstr(said, "libvterm") != NULL, _i == 1);
    ck_assert_int_eq(strstr(said, "check-dev") != NULL, _i == 1);
    ck_assert_ptr_null(strstr(said, "nodejs"));
    ck_assert_ptr_nonnull(strstr(said, "still missing"));
    ck_assert_int_eq(WEXITSTATUS(status), 1);
}
END_TEST

/* New lists with old packages are half an upgrade. */
START_TEST(never_upgrades_arch_by_half)
{
    const char *said = install_with("pacman", "");
    ck_assert_ptr_nonnull(strstr(said, "pacman -S --needed --noconfirm "));
    ck_assert_ptr_null(strstr(said, "-Sy "));
}
END_TEST

START_TEST(says_what_arch_may_need_first)
{
    const char *said = run(
        "sed -n '/^install_pacman/,/^}/p' packaging/deps >\"$SCRATCH/install\"; "
        "as_root() { echo \"called $*\"; return 1; }; . \"$SCRATCH/install\"; install_pacman jansson");
    ck_assert_ptr_nonnull(strstr(said, "called pacman -S --needed --noconfirm jansson\n"));
    ck_assert_ptr_null(strstr(said, "-Sy "));
    ck_assert_ptr_nonnull(strstr(said, "upgrade first: pacman -Syu"));
}
END_TEST

/* The program is there already, and is not made anew. */
#define PLACED "-s BUILD=\"$SCRATCH/build\" PROGRAM=\"$program\" -o \"$program\" PREFIX=\"$SCRATCH/usr\" "

static const char *place(const char *goal, const char *then)
{
    Text line = {0};
    text_print(&line, "program=${KNEAD_PROGRAM:-build/knead}; " MAKE PLACED "%s; %s", goal, then);
    const char *said = run(line.bytes);
    text_release(&line);
    return said;
}

START_TEST(installs_and_takes_away)
{
    const char *said = place("install", "cd \"$SCRATCH/usr\" && ls bin share/man/man5 share/systemd/user");
    ck_assert_msg(strstr(said, "bin:\nknead\n") != NULL, "%s", said);
#if !defined(__APPLE__)
    ck_assert_msg(strstr(said, "share/systemd/user:\nknead-due.service\nknead-due.timer\n") != NULL, "%s", said);
    said = run("grep -x \"ExecStart=$SCRATCH/usr/bin/knead due --notify\" "
               "\"$SCRATCH/usr/share/systemd/user/knead-due.service\"");
    ck_assert_int_eq(status, 0);
#endif
    ck_assert_str_eq(place("uninstall", "find \"$SCRATCH/usr\" -type f"), "");
}
END_TEST

#if !defined(__APPLE__)
/* As systemd itself reads them; skipped where it is not there. */
START_TEST(units_are_right)
{
    const char *said = place("install", "command -v systemd-analyze >/dev/null || exit 77; "
                                        "XDG_RUNTIME_DIR=\"$SCRATCH\" systemd-analyze --user verify "
                                        "\"$SCRATCH/usr/share/systemd/user/\"*");
    if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
        puts("the units of systemd were not tried: there is no systemd-analyze");
    else
        ck_assert_msg(status == 0 && !*said, "%s", said);
}
END_TEST
#endif

Suite *suite_build(void)
{
    Suite *suite = suite_create("build");
    TCase *cases = tcase_create("build");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_set_timeout(cases, 120); /* of compiling */
    tcase_add_loop_test(cases, compiles_under_flags_of_a_distribution, 0, ARRAY_LEN(fortified));
    tcase_add_test(cases, knows_the_folder_that_it_is_installed_with);
    tcase_add_loop_test(cases, links_as_asked_for, 0, ARRAY_LEN(linked));
    tcase_add_test(cases, asks_for_what_tests_need_only_to_test);
    tcase_add_loop_test(cases, installs_what_is_missing, 0, 2);
    tcase_add_test(cases, never_upgrades_arch_by_half);
    tcase_add_test(cases, says_what_arch_may_need_first);
    tcase_add_test(cases, installs_and_takes_away);
#if !defined(__APPLE__)
    tcase_add_test(cases, units_are_right);
#endif
    suite_add_tcase(suite, cases);
    return suite;
}
