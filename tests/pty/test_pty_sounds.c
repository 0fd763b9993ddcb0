/* SPDX-License-Identifier: MIT */
/* What a session says and plays at a terminal, and that one whose voice or player is bad goes on as any other. */
#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "support/fakes.h"
#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_sounds(void);

/* What a program may write that is not for the terminal. */
#define GARBAGE "ALSA lib confused: "
#define VOICE_NOTICE "The voice espeak-ng does not work. Run knead doctor to see why."
#define SOUND_NOTICE "Sounds do not work, so the bell rings. Run knead doctor to see why."
#define WRITES_GARBAGE "echo '" GARBAGE "'; echo '" GARBAGE "' >&2\n"

enum { TURNS = 12 };

static char *routine;

static void put_routine(const char *cue, const char *seconds)
{
    scratch_print("foot.yaml",
                  "knead: 1\ntitle: Foot\nmoves:\n  - name: Heel\n    areas: feet\n"
                  "    setup: Sit down and put one heel on the ball.\n    cues: [%s]\n%s",
                  cue, seconds);
}

static void set_up(void)
{
    fakes_set_up();
    scratch_put("knead/config.yaml", "voice: on\nwords: full\n");
    put_routine("Roll slowly.", "    prepare: 60s\n    sides: both\n    switch: 60s\n    hold: 2m\n");
    routine = scratch_path("foot.yaml");
}

static void tear_down(void)
{
    free(routine);
    fakes_tear_down();
}

static Pty *play(const char *option, const char *value)
{
    const char *const arguments[] = {"play", routine, "--yes", option, value, NULL};
    return pty_start(&(PtyOptions){.columns = 120}, arguments);
}

static void end(Pty *pty)
{
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_check_given_back(pty);
    pty_end(pty);
    fakes_wait_ended();
}

static void leave(Pty *pty)
{
    pty_send(pty, "q");
    end(pty);
}

static void expect_said(const char *words)
{
    char *log = memory_print("espeak-ng\n-s\n170\n--stdin\n< %s\n", words);
    fakes_expect(log);
    free(log);
}

/* How much time is left comes behind. */
static void expect_said_about(const char *words)
{
    char *log = memory_print("espeak-ng\n-s\n170\n--stdin\n< %s", words);
    fakes_expect(log);
    free(fakes_take_log());
    free(log);
}

static void expect_played(const char *name)
{
    char *log = memory_print("aplay\n-q\n%s/cache/knead/sounds/%s-60.wav\n", scratch_folder, name);
    fakes_expect(log);
    free(log);
}

/* In lines, the last words are heard to their end. */
START_TEST(whole_session_is_heard)
{
    static const char *const counted[] = {"three", "two", "one"};
    put_routine("Roll slowly.", "    prepare: 2s\n    hold: 6s\n");
    fakes_put("espeak-ng", "case $text in Done*) read line <\"${0%/bin/*}/go\" ;; esac\n");
    fakes_put("aplay", NULL);
    Pty *pty = play("--plain", NULL);
    expect_said("Heel. Sit down and put one heel on the ball.");
    expect_played("start");
    expect_said("Roll slowly.");
    for (size_t i = 0; i < ARRAY_LEN(counted); i++)
        expect_said(counted[i]);
    pty_wait_for(pty, "Done: 1 move, 8 s.");
    expect_played("end");
    expect_said("Done. one move, eight seconds.");
    ck_assert(!pty_has_ended(pty));
    fakes_let_end();
    end(pty);
    fakes_expect("");
}
END_TEST

START_TEST(last_sound_is_heard_without_a_voice)
{
    scratch_put("knead/config.yaml", "voice: off\n");
    put_routine("Roll slowly.", "    prepare: 2s\n    hold: 2s\n");
    fakes_put("aplay", "read line <\"${0%/bin/*}/go\"\necho over >\"${0%/bin/*}/over\"\n");
    Pty *pty = play("--plain", NULL);
    expect_played("start");
    pty_wait_for(pty, "Done: 1 move, 4 s.");
    expect_played("end");
    fakes_let_end();
    end(pty);
    scratch_expect("over", "over\n");
}
END_TEST

START_TEST(key_ends_the_last_words)
{
    put_routine("Roll slowly.", "    prepare: 2s\n    hold: 2s\n");
    fakes_put("espeak-ng", fakes_hangs);
    Pty *pty = play("--plain", NULL);
    expect_said("Heel. Sit down and put one heel on the ball.");
    expect_said("Roll slowly.");
    expect_said("Done. one move, four seconds.");
    pty_send(pty, "x");
    end(pty);
}
END_TEST

START_TEST(pause_silences_at_once)
{
    fakes_put("espeak-ng", fakes_hangs);
    Pty *pty = play(_i ? "--plain" : NULL, NULL);
    expect_said("Heel, left side. Sit down and put one heel on the ball.");
    ck_assert(fakes_are_running());
    pty_send(pty, " ");
    fakes_wait_ended();
    pty_wait_for(pty, _i ? "Space" : "PAUSED");
    fakes_expect("");
    leave(pty);
}
END_TEST

/* A sound of one's own may be long. */
START_TEST(pause_silences_a_sound)
{
    scratch_put("knead/config.yaml", "voice: off\n");
    put_routine("Roll slowly.", "    prepare: 1s\n    hold: 2m\n");
    fakes_put("aplay", fakes_hangs);
    Pty *pty = play(NULL, NULL);
    expect_played("start");
    ck_assert(fakes_are_running());
    pty_send(pty, " ");
    fakes_wait_ended();
    pty_wait_for(pty, "PAUSED");
    leave(pty);
}
END_TEST

START_TEST(leaving_silences_at_once)
{
    fakes_put("espeak-ng", fakes_hangs);
    Pty *pty = play(_i ? "--plain" : NULL, NULL);
    expect_said("Heel, left side. Sit down and put one heel on the ball.");
    leave(pty);
}
END_TEST

START_TEST(voice_and_sounds_are_turned_off_and_on)
{
    fakes_put("espeak-ng", fakes_hangs);
    fakes_put("aplay", NULL);
    Pty *pty = play(NULL, NULL);
    expect_said("Heel, left side. Sit down and put one heel on the ball.");
    pty_send(pty, "v");
    pty_wait_for(pty, "The voice is off.");
    fakes_wait_ended();
    pty_send(pty, "V");
    pty_wait_for(pty, "The voice is off. Press v to turn it on.");
    pty_send(pty, "n");
    expect_played("start");
    pty_send(pty, "v");
    pty_wait_for(pty, "The voice is on.");
    expect_said_about("Heel, left side. Roll slowly.");
    pty_send(pty, "m");
    pty_wait_for(pty, "Sounds are off.");
    pty_send(pty, "n");
    expect_said("Switch to the right side.");
    pty_send(pty, "m");
    pty_wait_for(pty, "Sounds are on.");
    pty_send(pty, "n");
    expect_played("start");
    expect_said("Hold two minutes. Roll slowly.");
    pty_send(pty, "V");
    expect_said_about("Heel, right side. Roll slowly.");
    leave(pty);
}
END_TEST

START_TEST(nothing_is_started)
{
    static const struct {
        const char *option, *value, *ssh;
    } rows[] = {
        {"--mute", NULL, ""}, {"--quiet", NULL, ""}, {"--speed", "2", ""}, {NULL, NULL, "10.0.0.1 1 10.0.0.2 22"}};
    fakes_put("espeak-ng", NULL);
    fakes_put("aplay", NULL);
    setenv("SSH_CONNECTION", rows[_i].ssh, 1);
    Pty *pty = play(rows[_i].option, rows[_i].value);
    pty_wait_for(pty, "Heel");
    pty_send(pty, "mvVn");
    pty_wait_for(pty, "LEFT");
    pty_send(pty, "nn");
    pty_wait_for(pty, "RIGHT");
    leave(pty);
    fakes_expect("");
}
END_TEST

/* Programs that fail in each way. All write what is not for the terminal. */
static const struct {
    const char *folder, *script;
    bool is_voice_told, is_player_told;
} bad[] = {{"is not there", NULL, false, false},
           {"hangs", WRITES_GARBAGE "exec tail -f /dev/null\n", false, true},
           {"fails", WRITES_GARBAGE "exit 1\n", true, true},
           {"crashes", WRITES_GARBAGE "kill -SEGV $$\n", true, true},
           {"stops", WRITES_GARBAGE "kill -STOP $$\n", false, true},
           {"floods", "ulimit -t 60; exec yes '" GARBAGE "'\n", false, true},
           {"is silent", WRITES_GARBAGE, true, false}, /* it calls that a success */
           {"is no program", NULL, true, true}};

static void put_bad(size_t kind)
{
    static const char *const names[] = {"espeak-ng", "aplay"};
    for (size_t i = 0; i < ARRAY_LEN(names) && kind > 0; i++) {
        char *name = memory_print("%s/%s", bad[kind].folder, names[i]), *path = memory_print("bin/%s", name);
        if (bad[kind].script) {
            fakes_put(name, bad[kind].script);
        } else {
            scratch_put(path, "\x7f"
                              "ELF, or not");
            scratch_set_mode(path, 0700);
        }
        free(name);
        free(path);
    }
}

/* With only the programs of a folder, and records of its own. */
static Pty *play_with(const char *folder, const char *option)
{
    char *path = memory_print("PATH=%s/bin/%s", scratch_folder, folder);
    char *data = memory_print("XDG_DATA_HOME=%s/%s", scratch_folder, folder);
    const char *const arguments[] = {"play", routine, "--yes", option, NULL}, *const env[] = {path, data, NULL};
    Pty *pty = pty_start(&(PtyOptions){.columns = 120, .env = env}, arguments);
    free(path);
    free(data);
    return pty;
}

static int count_of(Pty *pty, const char *text)
{
    size_t length;
    int count = 0;
    for (const char *at = pty_raw(pty, &length); (at = strstr(at, text)) != NULL; at++)
        count++;
    return count;
}

/* All but what tells that something does not work. To free(). */
static char *usual_lines(Pty *pty)
{
    Text lines = {0};
    const char *rest = pty_screen(pty);
    while (*rest) {
        const size_t length = strcspn(rest, "\n");
        char *line = memory_print("%.*s\n", (int)length, rest);
        if (length > 0 && !strstr(line, "Run knead doctor to see why."))
            text_add(&lines, line);
        free(line);
        rest += length + (rest[length] == '\n');
    }
    return text_detach(&lines);
}

/* Each line comes at its time, as without a voice, and what is wrong is told once. The words at the end are waited for as
 * long as they may take. */
START_TEST(bad_voice_and_player_change_no_line)
{
    Pty *ptys[ARRAY_LEN(bad)];
    put_routine("{at: 2s, say: 'Let your weight sink in slowly, all of it.'}", "    prepare: 1s\n    hold: 6s\n");
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        put_bad(i);
        ptys[i] = play_with(bad[i].folder, "--plain");
    }
    ck_assert_int_eq(pty_wait_exit(ptys[0]), 0);
    char *usual = usual_lines(ptys[0]);
    ck_assert_ptr_nonnull(strstr(usual, "0:07  Done: 1 move, 7 s."));
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        ck_assert_int_eq(pty_wait_exit(ptys[i]), 0);
        char *lines = usual_lines(ptys[i]);
        ck_assert_str_eq(lines, usual);
        ck_assert_msg(count_of(ptys[i], VOICE_NOTICE) == bad[i].is_voice_told, "%s: %s", bad[i].folder,
                      pty_screen(ptys[i]));
        ck_assert_msg(count_of(ptys[i], SOUND_NOTICE) == bad[i].is_player_told, "%s: %s", bad[i].folder,
                      pty_screen(ptys[i]));
        ck_assert_int_eq(count_of(ptys[i], GARBAGE), 0);
        free(lines);
        pty_end(ptys[i]);
    }
    free(usual);
    fakes_wait_ended();
}
END_TEST

/* -1 where the system does not tell. */
static int count_descriptors(Pty *pty)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%ld/fd", (long)pty_pid(pty));
    DIR *folder = opendir(path);
    int count = folder ? 0 : -1;
    while (folder && readdir(folder))
        count++;
    if (folder)
        closedir(folder);
    return count;
}

/* Each step is there when it is asked for; a voice and a player have a descriptor each while they run. */
START_TEST(bad_voice_and_player_leave_the_screen_alone)
{
    const size_t kind = (size_t)_i;
    put_bad(kind);
    Pty *pty = play_with(bad[kind].folder, NULL);
    pty_wait_for(pty, "Sit down and put");
    int before = 0;
    for (int i = 0; i < TURNS; i++) {
        pty_send(pty, "n");
        pty_wait_for(pty, "Roll slowly.");
        pty_send(pty, "b");
        pty_wait_for(pty, "Sit down and put");
        before = i == 0 ? count_descriptors(pty) : before; /* the records are open by now */
    }
    ck_assert_int_lt(count_descriptors(pty), before + TURNS / 2);
    ck_assert_int_eq(count_of(pty, GARBAGE), 0);
    leave(pty);
}
END_TEST

/* Noticed by the second time, where it was not cut off before. */
START_TEST(bad_voice_is_told)
{
    fakes_put("espeak-ng", _i == 0 ? "exit 1\n" : NULL);
    put_routine("Roll slowly.", "    prepare: 60s\n    hold: 2m\n");
    Pty *pty = play(NULL, NULL);
    pty_wait_for(pty, "Sit down and put");
    expect_said("Heel. Sit down and put one heel on the ball.");
    fakes_wait_ended();
    pty_wait_for(pty, "2:57 left");
    pty_send(pty, "V");
    expect_said_about("Heel. Sit down and put one heel on the ball.");
    fakes_wait_ended();
    pty_wait_for(pty, VOICE_NOTICE);
    pty_send(pty, "V");
    leave(pty);
    fakes_expect("");
}
END_TEST

Suite *suite_pty_sounds(void)
{
    Suite *suite = suite_create("pty_sounds");
    TCase *tests = tcase_create("pty_sounds");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, last_sound_is_heard_without_a_voice);
    tcase_add_test(tests, whole_session_is_heard);
    tcase_add_test(tests, key_ends_the_last_words);
    tcase_add_loop_test(tests, pause_silences_at_once, 0, 2);
    tcase_add_test(tests, pause_silences_a_sound);
    tcase_add_loop_test(tests, leaving_silences_at_once, 0, 2);
    tcase_add_test(tests, voice_and_sounds_are_turned_off_and_on);
    tcase_add_loop_test(tests, nothing_is_started, 0, 4);
    tcase_add_test(tests, bad_voice_and_player_change_no_line);
    tcase_add_loop_test(tests, bad_voice_and_player_leave_the_screen_alone, 0, (int)ARRAY_LEN(bad));
    tcase_add_loop_test(tests, bad_voice_is_told, 0, 2);
    suite_add_tcase(suite, tests);
    return suite;
}
