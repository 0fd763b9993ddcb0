/* SPDX-License-Identifier: MIT */
/* The command line from outside: what is printed where, and with which exit status. */
#include <check.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/path.h"
#include "base/text.h"
#include "support/run.h"

Suite *suite_cli(void);

#define GOOD_FILE "knead: 1\ntitle: A short one\nmoves:\n  - name: Press\n    areas: feet\n    hold: 20s\n"
#define BAD_FILE "knead: 1\ntitle: A bad one\nmoves:\n  - name: Press\n    areas: foot\n    hold: 0s\n"

/* An expected text of NULL is not looked at; "" means that nothing is there. */
typedef struct Case {
    const char *line, *input;
    int status;
    const char *out, *err;
} Case;

static const Case cases[] = {
    /* the command line is wrong: 2, one line, what was meant */
    {"play x --spead 2", NULL, 2, "", "knead: unknown option '--spead' (did you mean '--speed'?)\n"},
    {"--spead=2 play x", NULL, 2, "", "knead: unknown option '--spead' (did you mean '--speed'?)\n"},
    {"list -z", NULL, 2, "", "knead: unknown option '-z'\n"},
    {"plya x", NULL, 2, "", "knead: unknown command 'plya' (did you mean 'play'?)\n"},
    {"calf-hamstring-smash", NULL, 2, "",
     "knead: unknown command 'calf-hamstring-smash' (to start that routine: knead play calf-hamstring-smash)\n"},
    {"play", NULL, 2, "", "knead: play needs ROUTINE... (see knead help play)\n"},
    {"show a b", NULL, 2, "", "knead: show does not take 'b' (see knead help show)\n"},
    {"list --speed 2", NULL, 2, "", "knead: list has no option --speed (see knead help list)\n"},
    {"play x --speed 0", NULL, 2, "", "knead: --speed must be a number from 1 to 1000, found '0'\n"},
    {"play x --speed 2x", NULL, 2, "", "knead: --speed must be a number from 1 to 1000, found '2x'\n"},
    {"play x --minutes", NULL, 2, "", "knead: --minutes needs its N: --minutes N\n"},
    {"list --json=1", NULL, 2, "", "knead: --json takes no value\n"},
    {"play x --yes=", NULL, 2, "", "knead: --yes takes no value\n"},
    {"play x --minutes=", NULL, 2, "", "knead: --minutes must be a number from 1 to 720, found ''\n"},
    {"list --area calf", NULL, 2, "", "knead: --area: there is no 'calf' (did you mean 'calves'?)\n"},
    {"play x --side up", NULL, 2, "", "knead: --side: there is no 'up' (it is one of: left right)\n"},
    {"list --moves --goal warm-up", NULL, 2, "", "knead: moves have no goal, so --goal cannot be used with --moves\n"},
    {"help nonsense", NULL, 2, "", "no help for 'nonsense'"},
    {"help rm", NULL, 2, "", "no help for 'rm' (did you mean 'remove'?)"},
    {"ls", NULL, 2, "", "unknown command 'ls' (did you mean 'list'?)"},
    {"pause", NULL, 2, "", "unknown command 'pause' (did you mean 'ctl pause'?)"},
    {"-V", NULL, 0, "knead ", ""},
    {"version", NULL, 0, "knead ", ""},
    {"help history", NULL, 0, "felt\n\n  knead history --days 7\n  knead history --since 2026-05-01\n", ""},
    {"list --header", NULL, 0, "id ", ""},
    {"history --since yesterday", NULL, 2, "", "--since needs a date such as 2026-05-01, found 'yesterday'"},
    {"history --since 2026-02-30", NULL, 2, "", "--since needs a date"},
    {"history --since 2026-05-01 --days 3", NULL, 2, "", "--days and --since cannot be used together"},
    {"report --since 2026-05-01 --weeks 3", NULL, 2, "", "--weeks and --since cannot be used together"},
    {"report --html - --svg -", NULL, 2, "", "--html and --svg both write '-': give each a name of its own"},
    {"history --area calves --area feet", NULL, 2, "", "knead: --area takes one AREA here\n"},
    {"compose --goal warm-up,recovery", NULL, 2, "", "knead: --goal takes one GOAL here\n"},
    {"list --area calves,", NULL, 2, "", "knead: --area: AREA is missing in 'calves,'\n"},
    {"list --tool ,", NULL, 2, "", "knead: --tool: TOOL is missing in ','\n"},
    {"list --at desk,flor", NULL, 2, "", "knead: --at: there is no 'flor' (did you mean 'floor'?)\n"},
    {"compose --minutes 2", NULL, 2, "", "knead: --minutes must be from 3 to 60 here, found '2'\n"},
    {"compose --save My-Legs", NULL, 2, "", "'My-Legs' is not a valid id"},
    {"compose --tool 'tennis ball'", NULL, 2, "",
     "knead: --tool: no move uses 'tennis ball' (did you mean 'tennis-ball'?)\n"},
    {"compose --for sciatca", NULL, 2, "", "knead: no move matches 'sciatca' (did you mean 'sciatica'?)\n"},
    {"compose --for 'my pain'", NULL, 2, "", "knead: 'my pain' names no part of the body"},
    {"compose --for 'swollen calf'", NULL, 2, "", "knead: there is no routine for 'swollen'"},
    {"compose --for ,", NULL, 2, "", "knead: --for: WORDS is missing in ','\n"},
    {"compose --for", NULL, 2, "", "knead: --for needs its WORDS: --for WORDS\n"},
    {"list --for neck", NULL, 2, "", "knead: list has no option --for (see knead help list)\n"},
    {"compose --plain", NULL, 2, "", "only work with --play"},
    {"compose --json --play", NULL, 2, "", "--json prints the routine, so it cannot be used with --play"},
    /* it works: 0, the answer on standard output alone */
    {"--version", NULL, 0, "knead ", ""},
    {"help", NULL, 0, "Commands\n", ""},
    {"help safety", NULL, 0, "emergency number", ""},
    {"help safety", NULL, 0, "physiotherapy or massage", ""},
    {"help beginner", NULL, 0, "(first-five)", ""},
    {"list beginner", NULL, 0, "first-five", ""},
    {"list yoga", NULL, 0, "easy-stretches", ""},
    {"list roller", NULL, 0, "easy-stretches", ""},
    {"list --moves yoga", NULL, 0, "st-child", ""},
    {"list --moves roller", NULL, 0, "calf-roller", ""},
    {"help play", NULL, 0, "--speed N", ""},
    {"play --help", NULL, 0, "knead play ROUTINE...", ""},
    {"list", NULL, 0, "calf-hamstring-smash", ""},
    {"", NULL, 0, "calf-hamstring-smash", "to start one: knead play ROUTINE\n"},
    {"list --area feet", NULL, 0, "standing-desk-feet", ""},
    {"list --minutes 1", NULL, 0, "", "No matching routines"},
    {"list --minutes 1 --json", NULL, 0, "[]\n", ""},
    {"list --moves zzzz", NULL, 0, "", "No matching moves. Try fewer filters, or see all with knead list --moves.\n"},
    {"list --moves zzzz --json", NULL, 0, "[]\n", ""},
    {"history", NULL, 0, "", "No sessions yet.\n"},
    {"history --area neck", NULL, 0, "", "No matching sessions. Try fewer filters.\n"},
    {"history --days 1", NULL, 0, "", "No matching sessions. Try fewer filters.\n"},
    {"history --days 1 --json", NULL, 0, "[]\n", ""},
    {"list --moves --area feet", NULL, 0, "foot-centre", ""},
    {"list --tools", NULL, 0, "handle         very hard     1 move ", ""},
    {"list --tools BLUNT", NULL, 0, "handle  ", ""},
    {"list --tools zzzz", NULL, 0, "", "No matching tools. Try fewer words, or see all with knead list --tools.\n"},
    {"list --tools zzzz --json", NULL, 0, "[]\n", ""},
    {"list --tools --area feet", NULL, 2, "", "knead: --area cannot be used with --tools; you can search with words\n"},
    {"list --moves --tools", NULL, 2, "", "knead: --moves cannot be used with --tools; you can search with words\n"},
    {"list HAMSTRING smash", NULL, 0, "calf-hamstring-smash", ""},
    {"show calf-hamstring-smash", NULL, 0, "14 min 59 s, 6 moves", ""},
    {"show --timeline calf-hamstring-smash", NULL, 0, "14:59  end", ""},
    {"show calf-hamstring-smash --minutes 8", NULL, 0, "Calf on a ball", ""},
    {"compose --area calves --at desk --minutes 6", NULL, 0, "title: Calves at the desk, 6 min", ""},
    {"compose --area calves --area feet --tool tennis-ball --tool roller", NULL, 0, "title: Calves and feet", ""},
    {"compose --for 'stiff neck' --at desk", NULL, 0, "# For: stiff neck.\n", ""},
    {"compose --for splints,heel --for 'runners knee'", NULL, 0, "# For: splints, heel, runners knee.\n", ""},
    {"compose --for hotel", NULL, 0, "# For: hotel.\n", ""},
    {"compose --for neck --area feet", NULL, 0, "# Composed for the feet and the neck", ""},
    {"compose --goal sleep --at bed --minutes 5", NULL, 0, "goal: wind-down\n", ""},
    {"compose --for 'trouble sleeping' --minutes 5", NULL, 0, "goal: wind-down\n", ""},
    {"compose --help", NULL, 0, "\nWords for AREA\n  head  jaw", ""},
    {"compose --help", NULL, 0, "\n  it-band  hamstrings", ""},
    {"compose --help", NULL, 0, "wind-down  (sleep: wind-down)\n", ""},
    {"compose --area calves --at outdoors", NULL, 0, "title: Calves outdoors", ""},
    {"compose --area calves", NULL, 0, "\ncheck: ", ""},
    {"compose --for sciatica --minutes 3 --play --mute --yes --speed 1000", NULL, 0, "Done: ", ""},
    {"compose --for hotel --minutes 3 --play --mute --speed 1000", NULL, 0, "After more than four hours of flying", ""},
    {"compose --minutes 3 --play --yes --mute --speed 1000", NULL, 0, "Done: ", ""},
    {"show foot-centre", NULL, 0, "In: A Little Each Day; ", ""},
    {"show ql-wall", NULL, 0, "For composing and swapping\n", ""},
    {"check -", GOOD_FILE, 0, "1 routine: no problems\n", ""},
    {"check", NULL, 0, "no problems", ""},
    {"check --strict", NULL, 0, "no problems", ""},
    {"check -- -", GOOD_FILE, 0, "1 routine", ""},
    /* it did not work: 1, told on standard error */
    {"check -", BAD_FILE, 1, "", "standard input:5:12: error: unknown area 'foot'"},
    {"check -", "", 1, "", "standard input"},
    {"check ./not-there.yaml", NULL, 1, "", "not-there.yaml"},
    {"show calf-hamstring-smas", NULL, 1, "", "did you mean 'calf-hamstring-smash'?"},
    {"show foot-centre --json", NULL, 1, "", "'foot-centre' is a shared move"},
    {"show calf-hamstring-smash --minutes 1", NULL, 1, "", "at least"},
    {"compose --area calves --at doorway --json", NULL, 1, "", "knead: No move for the calves"},
    {"compose --area calves --at doorway", NULL, 1, "", "knead: No move for the calves can be done in the doorway."},
    {"play nothing-like-it", NULL, 1, "", "knead: "},
    {"--routines ./no-such-folder list", NULL, 1, "", "no-such-folder"},
    {"resume", NULL, 1, NULL, "knead: "},
};

START_TEST(answers)
{
    const Case *given = &cases[_i];
    Run run = run_knead(given->line, given->input);
    ck_assert_msg(run.status == given->status, "knead %s: exit status %d, not %d\n%s%s", given->line, run.status,
                  given->status, run.out, run.err);
    const struct {
        const char *wanted, *found;
    } streams[] = {{given->out, run.out}, {given->err, run.err}};
    for (size_t i = 0; i < ARRAY_LEN(streams); i++) {
        const char *wanted = streams[i].wanted, *found = streams[i].found;
        if (wanted && *wanted == '\0')
            ck_assert_msg(*found == '\0', "knead %s: should be silent, said: %s", given->line, found);
        else if (wanted)
            ck_assert_msg(strstr(found, wanted) != NULL, "knead %s: '%s' is not in: %s", given->line, wanted, found);
    }
    run_release(&run);
}
END_TEST

static const char *const answering[] = {
    "list", "list --moves", "list --json", "show calf-hamstring-smash", "show calf-hamstring-smash --yaml",
    "help", "--version",
};

/* What overflows a buffer is lost before the end, where nothing is left to fail. */
START_TEST(a_full_device_is_told)
{
    const int full = open("/dev/full", O_WRONLY);
    if (full < 0) {
        puts("skipped: there is no /dev/full (a_full_device_is_told)");
        return;
    }
    Run run = run_knead_onto(full, answering[_i]);
    ck_assert_msg(run.status == 1, "knead %s: %d", answering[_i], run.status);
    ck_assert_str_eq(run.err, "knead: cannot write to standard output\n");
    run_release(&run);
    close(full);
}
END_TEST

START_TEST(a_reader_that_has_gone_is_no_trouble)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    close(ends[0]);
    Run run = run_knead_onto(ends[1], "play standing-desk-feet --plain --yes --mute --speed 1000");
    ck_assert_msg(run.status == 0 && *run.err == '\0', "%d\n%s", run.status, run.err);
    run_release(&run);
    close(ends[1]);
}
END_TEST

static json_t *answer_of(const char *line, const char *input, int status)
{
    Run run = run_knead(line, input);
    json_error_t error;
    json_t *value = json_loads(run.out, 0, &error);
    ck_assert_msg(value != NULL, "knead %s: no JSON: %s\n%s%s", line, error.text, run.out, run.err);
    ck_assert_int_eq(run.status, status);
    run_release(&run);
    return value;
}

/* The keys of an object, in their order, as one text. */
static const char *keys_of(json_t *object)
{
    static char keys[512];
    const char *key;
    json_t *value;
    keys[0] = '\0';
    json_object_foreach(object, key, value)
        snprintf(keys + strlen(keys), sizeof keys - strlen(keys), "%s%s", *keys ? " " : "", key);
    return keys;
}

START_TEST(show_has_the_contracts_keys)
{
    json_t *routine = answer_of("show calf-hamstring-smash --json", NULL, 0);
    ck_assert_str_eq(
        keys_of(routine),
        "id title summary goal path mine seconds areas where tools cautions check keywords pair sources moves steps");
    json_t *moves = json_object_get(routine, "moves"), *steps = json_object_get(routine, "steps");
    ck_assert_uint_eq(json_array_size(moves), 6);
    ck_assert_str_eq(keys_of(json_array_get(moves, 0)), "name use areas sides seconds");
    ck_assert_str_eq(keys_of(json_array_get(steps, 0)),
                     "at seconds kind move name side phase technique passes pace may_end pressure breathe cues");
    ck_assert_int_eq(json_integer_value(json_object_get(routine, "seconds")), 899);
    json_int_t at = 0;
    size_t index;
    json_t *step;
    json_array_foreach(steps, index, step)
    {
        ck_assert_int_eq(json_integer_value(json_object_get(step, "at")), at);
        at += json_integer_value(json_object_get(step, "seconds"));
    }
    ck_assert_int_eq(at, 899);
    json_decref(routine);
}
END_TEST

START_TEST(list_has_the_contracts_keys)
{
    json_t *routines = answer_of("list --json", NULL, 0);
    ck_assert_uint_ge(json_array_size(routines), 4);
    ck_assert_str_eq(
        keys_of(json_array_get(routines, 0)),
        "id title summary goal path mine seconds areas where tools cautions check keywords pair sources problem");
    json_decref(routines);
    json_t *moves = answer_of("list --moves --json", NULL, 0);
    ck_assert_str_eq(keys_of(json_array_get(moves, 0)), "id name areas where tools technique sides seconds pressure "
                                                        "not_with position why cautions keywords mine problem");
    json_decref(moves);
}
END_TEST

START_TEST(check_tells_all_as_json)
{
    json_t *none = answer_of("check - --json", GOOD_FILE, 0);
    ck_assert_uint_eq(json_array_size(none), 0);
    json_decref(none);
    json_t *two = answer_of("check - --json", BAD_FILE, 1);
    ck_assert_uint_eq(json_array_size(two), 2);
    json_t *first = json_array_get(two, 0);
    ck_assert_str_eq(keys_of(first), "file line column severity message hint");
    ck_assert_int_eq(json_integer_value(json_object_get(first, "line")), 5);
    ck_assert_int_eq(json_integer_value(json_object_get(first, "column")), 12);
    json_decref(two);
}
END_TEST

/* Moves that are not to be done with what the settings say are left out, and it is told everywhere. */
START_TEST(health_leaves_moves_out)
{
    char *folder = path_config(""), *path = path_config("config.yaml");
    static const char text[] = "health: [bakers-cyst]\n";
    ck_assert(path_make_folder(folder) && file_write(path, text, strlen(text)));
    Run list = run_knead("list smash", NULL), shown = run_knead("show calf-hamstring-smash", NULL);
    unlink(path);
    Run without = run_knead("list smash", NULL);
    ck_assert_ptr_nonnull(strstr(list.out, "left out"));
    ck_assert_ptr_null(strstr(without.out, "left out"));
    ck_assert_ptr_nonnull(strstr(shown.out, "sandwich (bakers-cyst)"));
    ck_assert_ptr_nonnull(strstr(shown.out, "5 moves"));
    run_release(&list);
    run_release(&shown);
    run_release(&without);
    free(folder);
    free(path);
}
END_TEST

START_TEST(strict_makes_warnings_errors)
{
    static const char hard[] =
        "knead: 1\ntitle: Hard\nmoves:\n  - name: Press\n    areas: feet\n    hold: 20s\n    pressure: 5-8\n";
    Run mild = run_knead("check -", hard), strict = run_knead("check - --strict", hard);
    ck_assert_int_eq(mild.status, 0);
    ck_assert_ptr_nonnull(strstr(mild.err, "warning: "));
    ck_assert_int_eq(strict.status, 1);
    ck_assert_ptr_nonnull(strstr(strict.err, "error: "));
    run_release(&mild);
    run_release(&strict);
}
END_TEST

/* The first one keeps its name, the second is not written over it, and both are as they should be. */
START_TEST(saves_what_it_composed)
{
    static const char line[] = "compose --area calves --minutes 5 --save my-own-calves";
    Run first = run_knead(line, NULL), second = run_knead(line, NULL);
    ck_assert_int_eq(first.status, 0);
    ck_assert_ptr_nonnull(strstr(first.out, "/knead/routines/my-own-calves.yaml\n"));
    ck_assert_ptr_nonnull(strstr(second.out, "/knead/routines/my-own-calves-2.yaml\n"));
    Run check = run_knead("check --strict", NULL);
    ck_assert_msg(check.status == 0, "%s", check.err);
    Run *const runs[] = {&first, &second};
    for (size_t i = 0; i < ARRAY_LEN(runs); i++) {
        *strchr(runs[i]->out, '\n') = '\0';
        ck_assert_int_eq(unlink(runs[i]->out), 0);
    }
    run_release(&first);
    run_release(&second);
    run_release(&check);
}
END_TEST

static json_t *compose_json(const char *line)
{
    json_error_t error;
    Run run = run_knead(line, NULL);
    ck_assert_msg(run.status == 0 && *run.err == '\0', "%s", run.err);
    json_t *value = json_loads(run.out, 0, &error);
    ck_assert_msg(value != NULL, "%s: %s", line, error.text);
    run_release(&run);
    return value;
}

static const char *text_of(const json_t *value, const char *key)
{
    return json_string_value(json_object_get(value, key));
}

/* As in `show --json`, with the reasons that the text gives. */
START_TEST(composes_as_json)
{
    json_t *value = compose_json("compose --area head --area abdomen --at desk --minutes 20 --json");
    const json_t *moves = json_object_get(value, "moves"), *reasons = json_object_get(value, "reasons");
    Run run = run_knead("compose --area head --area abdomen --at desk --minutes 20", NULL);
    ck_assert_str_eq(text_of(value, "text"), run.out);
    ck_assert_int_eq(json_integer_value(json_object_get(value, "minutes")), 20);
    ck_assert_ptr_nonnull(strstr(run.out, text_of(value, "title")));
    ck_assert_ptr_null(text_of(value, "path"));
    ck_assert_uint_gt(json_array_size(moves), 0);
    for (size_t i = 0; i < json_array_size(moves); i++)
        ck_assert_uint_gt(strlen(text_of(json_array_get(moves, i), "why")), 0);
    ck_assert_uint_gt(json_array_size(json_object_get(value, "steps")), json_array_size(moves));
    ck_assert_str_eq(json_string_value(json_array_get(reasons, 0)),
                     "Composed for the head and the abdomen at the desk, 20 min.");
    run_release(&run);
    json_decref(value);
}
END_TEST

/* The cautions of its moves are those of the routine: in JSON, and of a kept one in `show`. */
START_TEST(composes_with_cautions)
{
    bool is_there = false;
    json_t *value = compose_json("compose --for sciatica --minutes 5 --save my-leg --json");
    const json_t *cautions = json_object_get(value, "cautions");
    Run show = run_knead("show my-leg", NULL);
    for (size_t i = 0; i < json_array_size(cautions); i++)
        is_there = is_there || strstr(json_string_value(json_array_get(cautions, i)), "Numbness between the legs");
    ck_assert_int_eq(unlink(text_of(value, "path")), 0);
    ck_assert(is_there);
    ck_assert_str_eq(json_string_value(json_array_get(json_object_get(value, "reasons"), 0)), "For: sciatica.");
    ck_assert_ptr_nonnull(strstr(show.out, "Numbness between the legs"));
    ck_assert_ptr_nonnull(strstr(show.out, "\ncheck "));
    run_release(&show);
    json_decref(value);
}
END_TEST

static const struct {
    const char *line, *area, *why;
} left_out[] = {
    {"compose --area chest --area calves --at doorway --json", "calves", "no move"},
    {"compose --area calves --area feet --area hips --area chest --at desk --minutes 4 --json", "chest", "time"},
    {"compose --area calves --area feet --at floor --json", NULL, NULL},
};

START_TEST(names_what_it_leaves_out)
{
    json_t *value = compose_json(left_out[_i].line);
    const json_t *list = json_object_get(value, "left_out");
    ck_assert_uint_eq(json_array_size(list) > 0, left_out[_i].area != NULL);
    const json_t *last = json_array_get(list, json_array_size(list) - 1);
    ck_assert(!last || strcmp(text_of(last, "area"), left_out[_i].area) == 0);
    ck_assert(!last || strcmp(text_of(last, "why"), left_out[_i].why) == 0);
    json_decref(value);
}
END_TEST

START_TEST(saves_and_tells_as_json)
{
    json_t *value = compose_json("compose --area calves --minutes 5 --save told-calves --json");
    ck_assert_str_eq(text_of(value, "id"), "told-calves");
    const char *path = text_of(value, "path");
    ck_assert_ptr_nonnull(strstr(path, "/knead/routines/told-calves.yaml"));
    ck_assert_int_eq(unlink(path), 0);
    json_decref(value);
}
END_TEST

START_TEST(composes_by_the_settings)
{
    static const char settings[] = "health: clot\nplaces: desk\nminutes: 4\n";
    char *path = path_config("config.yaml"), *folder = path_folder(path);
    ck_assert(path_make_folder(folder));
    ck_assert(file_write(path, settings, strlen(settings)));
    Run back = run_knead("compose --area upper-back", NULL), legs = run_knead("compose --area calves", NULL),
        seat = run_knead("compose --area lower-back --at floor", NULL);
    ck_assert_int_eq(unlink(path), 0);
    ck_assert_ptr_nonnull(strstr(back.out, "title: Upper back at the desk, 4 min"));
    ck_assert_ptr_null(strstr(back.out, "health")); /* where all goes with a clot */
    ck_assert_ptr_nonnull(strstr(seat.out, "Moves that do not suit your health are left out."));
    ck_assert_ptr_nonnull(strstr(legs.err, "with your health settings")); /* a clot: leave calves alone */
    run_release(&seat);
    run_release(&back);
    run_release(&legs);
    free(folder);
    free(path);
}
END_TEST

Suite *suite_cli(void)
{
    Suite *suite = suite_create("cli");
    TCase *tcase = tcase_create("commands");
    tcase_add_loop_test(tcase, answers, 0, ARRAY_LEN(cases));
    tcase_add_loop_test(tcase, a_full_device_is_told, 0, ARRAY_LEN(answering));
    tcase_add_test(tcase, a_reader_that_has_gone_is_no_trouble);
    tcase_add_test(tcase, show_has_the_contracts_keys);
    tcase_add_test(tcase, list_has_the_contracts_keys);
    tcase_add_test(tcase, check_tells_all_as_json);
    tcase_add_test(tcase, health_leaves_moves_out);
    tcase_add_test(tcase, strict_makes_warnings_errors);
    tcase_add_test(tcase, saves_what_it_composed);
    tcase_add_test(tcase, composes_as_json);
    tcase_add_test(tcase, composes_with_cautions);
    tcase_add_loop_test(tcase, names_what_it_leaves_out, 0, ARRAY_LEN(left_out));
    tcase_add_test(tcase, saves_and_tells_as_json);
    tcase_add_test(tcase, composes_by_the_settings);
    suite_add_tcase(suite, tcase);
    return suite;
}
