/* SPDX-License-Identifier: MIT */
/* Runs the suites of suites.h: all, or those named as arguments, several at a time in processes of their own. Everything
 * that a test or a program started by it may write lies in a temporary folder that is gone at the end. Check's variables
 * work as ever; with CK_FORK=no the checks of a suite share a process, and a suite that is named alone is run in this one,
 * for a debugger. */
#include <check.h>
#include <fcntl.h>
#include <ftw.h>
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/scratch.h"

typedef Suite *SuiteMaker(void);

#define SUITE(name) SuiteMaker suite_##name;
#include "suites.h"
#undef SUITE

static const struct {
    const char *name;
    SuiteMaker *make;
} suites[] = {
#define SUITE(name) {#name, suite_##name},
#include "suites.h"
#undef SUITE
};

/* Where programs look for a person's folders, each with its place below the temporary folder. */
static const struct {
    const char *variable, *folder;
} places[] = {
    {"HOME", "home"},          {"XDG_CACHE_HOME", "cache"}, {"XDG_CONFIG_HOME", "config"}, {"XDG_DATA_DIRS", "share"},
    {"XDG_DATA_HOME", "data"}, {"XDG_RUNTIME_DIR", "run"},  {"XDG_STATE_HOME", "state"},
};

/* What a person may have set and a test must not depend on. */
static const char *const unwanted[] = {"NO_COLOR", "COLORTERM", "LINES", "COLUMNS",  "VISUAL",  "EDITOR",
                                       "LC_CTYPE", "LANG",      "TMUX",  "LANGUAGE", "ESCDELAY"};

/* Suites with checks that end their process or change it for good: each check has its own, whatever CK_FORK says. */
static const char *const forked[] = {"child", "doctor", "edit_file", "editor", "faults",
                                     "input", "output", "path",      "process"};

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

static char *make_home(void)
{
    char *home = memory_print("%s/knead-tests-XXXXXX", scratch_parent());
    if (mkdtemp(home) == NULL) {
        perror(home);
        exit(EXIT_FAILURE);
    }
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        char *folder = memory_print("%s/%s", home, places[i].folder);
        if (mkdir(folder, 0700) != 0) {
            perror(folder);
            exit(EXIT_FAILURE);
        }
        setenv(places[i].variable, folder, 1);
        free(folder);
    }
    return home;
}

/* Programs that tests start get their locale from LC_ALL. */
static bool set_locale(void)
{
    static const char *const names[] = {"C.UTF-8", "en_US.UTF-8"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (setlocale(LC_CTYPE, names[i]) != NULL)
            return setenv("LC_ALL", names[i], 1) == 0;
    }
    return false;
}

/* As a program in the foreground finds them; a job in the background may be begun with some of them ignored. */
static void reset_signals(void)
{
    static const int typed[] = {SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGPIPE, SIGTSTP};
    for (size_t i = 0; i < ARRAY_LEN(typed); i++)
        signal(typed[i], SIG_DFL);
}

static bool is_wanted(const char *name, char **names)
{
    bool is_any = *names == NULL;
    for (; *names != NULL; names++)
        is_any = is_any || strcmp(*names, name) == 0;
    return is_any;
}

/* A misspelt name must not look like a pass. */
static bool names_are_known(char **names)
{
    for (; *names != NULL; names++) {
        bool is_known = false;
        for (size_t i = 0; i < ARRAY_LEN(suites); i++)
            is_known = is_known || strcmp(*names, suites[i].name) == 0;
        if (!is_known) {
            fprintf(stderr, "tests: there is no suite '%s'\n", *names);
            return false;
        }
    }
    return true;
}

/* How many checks were run, and how many did not pass. */
typedef struct {
    int run, failed, errors;
} Totals;

static bool must_fork(const char *suite)
{
    for (size_t i = 0; i < ARRAY_LEN(forked); i++) {
        if (strcmp(suite, forked[i]) == 0)
            return true;
    }
    return false;
}

/* Prints what failed, in Check's way, and a line for the suite. */
static Totals run_suite(size_t i)
{
    SRunner *runner = srunner_create(suites[i].make());
    if (must_fork(suites[i].name))
        srunner_set_fork_status(runner, CK_FORK);
    srunner_run_all(runner, CK_SILENT);
    Totals totals = {srunner_ntests_run(runner), srunner_ntests_failed(runner), 0};
    TestResult **results = srunner_failures(runner);
    for (int j = 0; j < totals.failed; j++)
        totals.errors += tr_rtype(results[j]) == CK_ERROR;
    free(results);
    if (totals.failed > 0)
        srunner_print(runner, CK_NORMAL);
    printf("%-20s %4d checks%s\n", suites[i].name, totals.run, totals.failed > 0 ? ", FAILED" : "");
    fflush(stdout);
    srunner_free(runner);
    return totals;
}

static void add_totals(Totals *to, Totals more)
{
    to->run += more.run;
    to->failed += more.failed;
    to->errors += more.errors;
}

/* In a home of its own. */
static Totals run_at_home(size_t suite)
{
    char *home = make_home();
    Totals totals = run_suite(suite);
    nftw(home, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    free(home);
    return totals;
}

/* Takes suites from the queue, runs each in a process of its own, and writes the totals. */
static void work(int queue, int results)
{
    for (size_t i; read(queue, &i, sizeof i) == sizeof i;) {
        if (fork() == 0) {
            Totals totals = run_at_home(i);
            exit(write(results, &totals, sizeof totals) == sizeof totals ? EXIT_SUCCESS : EXIT_FAILURE);
        }
        int status;
        if (wait(&status) <= 0 || status != 0)
            printf("%-20s did not come to an end: status %d\n", suites[i].name, status);
    }
}

/* A few more than there are processors, for much of a test is waiting. */
static long count_workers(size_t wanted)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN), most = (processors > 0 ? processors : 1) + 2;
    return wanted < (size_t)most ? (long)wanted : most;
}

/* One that programs under test do not inherit. */
static bool make_pipe(int ends[2])
{
    return pipe(ends) == 0 && fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 && fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0;
}

/* The queue is a pipe with the places of the suites, which the workers read one by one: it is closed before they begin. */
static Totals run_side_by_side(const size_t *wanted, size_t count)
{
    Totals all = {0};
    int queue[2], results[2];
    if (!make_pipe(queue) || !make_pipe(results) ||
        write(queue[1], wanted, count * sizeof *wanted) != (ssize_t)(count * sizeof *wanted))
        return all;
    close(queue[1]);
    for (long i = count_workers(count); i > 0; i--) {
        if (fork() == 0) {
            close(results[0]);
            work(queue[0], results[1]);
            exit(EXIT_SUCCESS);
        }
    }
    close(queue[0]);
    close(results[1]);
    size_t done = 0;
    for (Totals totals; read(results[0], &totals, sizeof totals) == sizeof totals; done++)
        add_totals(&all, totals);
    for (int status; wait(&status) > 0;) {
        if (status != 0)
            printf("tests: one of the processes that ran them failed\n"), all.errors++, all.failed++;
    }
    if (done < count)
        printf("tests: %zu suites did not come to an end\n", count - done), all.errors++, all.failed++;
    return all;
}

static bool run(char **names)
{
    size_t wanted[ARRAY_LEN(suites)], count = 0;
    for (size_t i = 0; i < ARRAY_LEN(suites); i++) {
        if (is_wanted(suites[i].name, names))
            wanted[count++] = i;
    }
    const char *fork_mode = getenv("CK_FORK");
    bool is_alone = count == 1 && fork_mode != NULL && strcmp(fork_mode, "no") == 0;
    Totals all = is_alone ? run_at_home(wanted[0]) : run_side_by_side(wanted, count);
    int passed = all.run - all.failed;
    printf("%d%%: Checks: %d, Failures: %d, Errors: %d\n", all.run > 0 ? passed * 100 / all.run : 0, all.run,
           all.failed - all.errors, all.errors);
    return all.run > 0 && all.failed == 0;
}

int main(int argc, char **argv)
{
    (void)argc;
    reset_signals();
    for (size_t i = 0; i < ARRAY_LEN(unwanted); i++)
        unsetenv(unwanted[i]);
    setenv("SSH_CONNECTION", "a test", 1); /* so that nothing is spoken or played, but in a test that asks for it */
    if (!set_locale()) {
        fputs("tests: there is no UTF-8 locale; C.UTF-8 or en_US.UTF-8 is needed\n", stderr);
        return EXIT_FAILURE;
    }
    if (!names_are_known(argv + 1))
        return EXIT_FAILURE;
    setenv("TZ", "UTC", 1);
    setenv("CK_DEFAULT_TIMEOUT", "60", 0); /* longer than any wait of a pty test */
    return run(argv + 1) ? EXIT_SUCCESS : EXIT_FAILURE;
}
