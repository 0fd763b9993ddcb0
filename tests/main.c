/* SPDX-License-Identifier: MIT */
/* Runs the suites of suites.h: all, or those named as arguments. Everything that a test or a program started by it may
 * write lies in a temporary folder that is gone at the end. CK_FORK=no and Check's other variables work as ever. */
#include <check.h>
#include <ftw.h>
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/macros.h"
#include "base/memory.h"

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
    {"HOME", "home"},
    {"XDG_CACHE_HOME", "cache"},
    {"XDG_CONFIG_HOME", "config"},
    {"XDG_DATA_DIRS", "share"},
    {"XDG_DATA_HOME", "data"},
    {"XDG_RUNTIME_DIR", "run"},
    {"XDG_STATE_HOME", "state"},
};

/* What a person may have set and a test must not depend on. */
static const char *const unwanted[] = {"NO_COLOR", "COLORTERM", "LINES",  "COLUMNS",     "VISUAL",  "EDITOR",
                                       "LC_CTYPE", "LANG",      "TMUX",   "LANGUAGE",    "ESCDELAY"};

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

static char *make_home(void)
{
    const char *parent = getenv("TMPDIR");
    char *home = memory_print("%s/knead-tests-XXXXXX", parent != NULL && *parent != '\0' ? parent : "/tmp");
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

static bool run(char **names)
{
    SRunner *runner = srunner_create(NULL);
    for (size_t i = 0; i < ARRAY_LEN(suites); i++) {
        if (is_wanted(suites[i].name, names))
            srunner_add_suite(runner, suites[i].make());
    }
    srunner_run_all(runner, CK_NORMAL);
    bool passed = srunner_ntests_run(runner) > 0 && srunner_ntests_failed(runner) == 0;
    srunner_free(runner);
    return passed;
}

int main(int argc, char **argv)
{
    (void)argc;
    reset_signals();
    for (size_t i = 0; i < ARRAY_LEN(unwanted); i++)
        unsetenv(unwanted[i]);
    if (!set_locale()) {
        fputs("tests: there is no UTF-8 locale; C.UTF-8 or en_US.UTF-8 is needed\n", stderr);
        return EXIT_FAILURE;
    }
    if (!names_are_known(argv + 1))
        return EXIT_FAILURE;
    setenv("TZ", "UTC", 1);
    setenv("CK_DEFAULT_TIMEOUT", "60", 0); /* longer than any wait of a pty test */
    char *home = make_home();
    bool passed = run(argv + 1);
    nftw(home, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    free(home);
    return passed ? EXIT_SUCCESS : EXIT_FAILURE;
}
