/* SPDX-License-Identifier: MIT */
/* Which program plays a sound, which file it gets, and what happens where it cannot. */
#include <check.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audio/sound_player.h"
#include "base/macros.h"
#include "base/memory.h"
#include "support/fakes.h"
#include "support/scratch.h"

Suite *suite_sound_player(void);

enum { VOLUME = 60 };

static SoundPlayer player;

static void set_up(void)
{
    fakes_set_up();
}

static void tear_down(void)
{
    sound_player_close(&player);
    fakes_tear_down();
}

static void open_only(const char *program, const char *script)
{
    fakes_put(program, script);
    ck_assert(sound_player_open(&player, VOLUME));
}

/* A file of the scratch folder is what the program gets, behind its own arguments. */
static void expect_played(const char *arguments, const char *file)
{
    char *path = scratch_path(file), *log = memory_print("%s\n%s\n", arguments, path);
    fakes_expect(log);
    free(log);
    free(path);
}

static bool check_until_over(int64_t now_ms)
{
    bool goes_on = true;
    while (goes_on && player.child.pid > 0) {
        struct pollfd end = {.fd = player.child.end, .events = POLLIN};
        ck_assert_int_ge(poll(&end, 1, player.child.end >= 0 ? -1 : 1), 0);
        goes_on = sound_player_check(&player, now_ms);
    }
    return goes_on;
}

START_TEST(first_that_is_there_plays)
{
    static const char *const order[] = {"pw-play", "paplay", "aplay", "afplay", "play"};
    for (size_t i = 0; i < ARRAY_LEN(order); i++)
        fakes_put(order[i], fakes_fails);
    ck_assert(sound_player_open(&player, VOLUME));
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        ck_assert_str_eq(sound_player_name(&player), order[i]);
        ck_assert(sound_player_play(&player, CHIME_START, 0));
        ck_assert(check_until_over(0) == (i + 1 < ARRAY_LEN(order)));
    }
    ck_assert_str_eq(sound_player_name(&player), "none");
    ck_assert(!sound_player_play(&player, CHIME_START, 0));
}
END_TEST

START_TEST(none_is_there)
{
    fakes_put("mpv", NULL);
    ck_assert(!sound_player_open(&player, VOLUME));
    ck_assert_str_eq(sound_player_name(&player), "none");
    ck_assert(!sound_player_play(&player, CHIME_START, 0));
    ck_assert_ptr_null(sound_player_own_file(&player, CHIME_START));
}
END_TEST

START_TEST(arguments_are_those_of_the_program)
{
    static const struct {
        const char *program, *arguments;
    } rows[] = {{"pw-play", "pw-play"},
                {"paplay", "paplay"},
                {"aplay", "aplay\n-q"},
                {"afplay", "afplay"},
                {"play", "play\n-q"}};
    open_only(rows[_i].program, NULL);
    ck_assert(sound_player_play(&player, CHIME_SWITCH, 0));
    expect_played(rows[_i].arguments, "cache/knead/sounds/switch-60.wav");
    ck_assert(check_until_over(0));
}
END_TEST

/* A program that plays nothing does not go through the files again. */
START_TEST(each_sound_has_a_file_that_is_made_once)
{
    open_only("aplay", NULL);
    for (int i = 0; i < CHIME_COUNT; i++) {
        size_t size;
        struct stat before, after;
        char *name = memory_print("cache/knead/sounds/%s-60.wav", chime_name((Chime)i)), *path = scratch_path(name);
        unsigned char *wave = chime_wave((Chime)i, VOLUME, &size);
        ck_assert(sound_player_play(&player, (Chime)i, 0));
        expect_played("aplay\n-q", name);
        ck_assert_int_eq(stat(path, &before), 0);
        ck_assert_int_eq(before.st_size, (off_t)size);
        sound_player_close(&player);
        ck_assert(sound_player_open(&player, VOLUME));
        ck_assert(sound_player_play(&player, (Chime)i, 0));
        expect_played("aplay\n-q", name);
        ck_assert_int_eq(stat(path, &after), 0);
        ck_assert_uint_eq(after.st_ino, before.st_ino);
        ck_assert_int_eq(after.st_mtime, before.st_mtime);
        free(wave);
        free(name);
        free(path);
    }
}
END_TEST

/* Such as one that a full disk has cut off. */
START_TEST(file_of_another_size_is_made_anew)
{
    scratch_put("cache/knead/sounds/start-60.wav", "RIFF");
    open_only("aplay", NULL);
    ck_assert(sound_player_play(&player, CHIME_START, 0));
    expect_played("aplay\n-q", "cache/knead/sounds/start-60.wav");
    char *text = scratch_text("cache/knead/sounds/start-60.wav");
    ck_assert_int_ne(text[4], '\0');
    free(text);
}
END_TEST

START_TEST(another_volume_is_another_file)
{
    fakes_put("aplay", NULL);
    for (int volume = 1; volume <= 100; volume += 33) {
        char *name = memory_print("cache/knead/sounds/tick-%d.wav", volume);
        ck_assert(sound_player_open(&player, volume));
        ck_assert(sound_player_play(&player, CHIME_TICK, 0));
        expect_played("aplay\n-q", name);
        sound_player_close(&player);
        free(name);
    }
}
END_TEST

START_TEST(cache_that_cannot_be_written_is_no_player)
{
    open_only("aplay", NULL);
    if (_i == 0)
        setenv("XDG_CACHE_HOME", "/dev/null", 1); /* for root too */
    else
        scratch_put("cache/knead", "a file where the folder should be");
    ck_assert(!sound_player_play(&player, CHIME_START, 0));
    ck_assert(sound_player_check(&player, 0));
    fakes_expect("");
    scratch_put("knead/sounds/start.wav", "own"); /* needs no cache */
    ck_assert(sound_player_play(&player, CHIME_START, 0));
    expect_played("aplay\n-q", "knead/sounds/start.wav");
}
END_TEST

START_TEST(own_file_has_an_ending_that_is_played)
{
    static const struct {
        const char *program, *file;
        bool is_played;
    } rows[] = {{"pw-play", "start.wav", true}, {"pw-play", "start.oga", true}, {"pw-play", "start.mp3", false},
                {"paplay", "start.flac", true}, {"paplay", "start.m4a", false}, {"aplay", "start.wav", true},
                {"aplay", "start.ogg", false},  {"afplay", "start.mp3", true},  {"afplay", "start.m4a", true},
                {"afplay", "start.ogg", false}, {"play", "start.aiff", true},   {"play", "start.mp3", true},
                {"play", "end.wav", false},     {"play", "start", false},       {"play", "START.WAV", false},
                {"play", "start.txt", false}};
    char *own = memory_print("knead/sounds/%s", rows[_i].file);
    scratch_put(own, "own");
    open_only(rows[_i].program, NULL);
    char *found = sound_player_own_file(&player, CHIME_START), *path = scratch_path(own);
    ck_assert_pstr_eq(found, rows[_i].is_played ? path : NULL);
    ck_assert(sound_player_play(&player, CHIME_START, 0));
    char *arguments = memory_print(
        "%s%s", rows[_i].program,
        strcmp(rows[_i].program, "aplay") == 0 || strcmp(rows[_i].program, "play") == 0 ? "\n-q" : "");
    expect_played(arguments, rows[_i].is_played ? own : "cache/knead/sounds/start-60.wav");
    free(arguments);
    free(path);
    free(found);
    free(own);
}
END_TEST

/* It may be what is wrong, not the player. Later sounds are one's own again, where they can be. */
START_TEST(own_file_that_fails_is_left_out)
{
    scratch_put("knead/sounds/start.wav", "no sound");
    scratch_put("knead/sounds/end.wav", "no sound either");
    open_only("aplay", fakes_fails);
    ck_assert(sound_player_play(&player, CHIME_START, 0));
    expect_played("aplay\n-q", "knead/sounds/start.wav");
    ck_assert(check_until_over(0));
    ck_assert_str_eq(sound_player_name(&player), "aplay");
    ck_assert(sound_player_play(&player, CHIME_END, 0));
    expect_played("aplay\n-q", "knead/sounds/end.wav");
    ck_assert(check_until_over(0));
    ck_assert(sound_player_play(&player, CHIME_START, 0));
    expect_played("aplay\n-q", "cache/knead/sounds/start-60.wav");
    ck_assert(!check_until_over(0)); /* so it is the player */
}
END_TEST

START_TEST(what_hangs_is_stopped)
{
    fakes_put("play", NULL);
    open_only("aplay", fakes_hangs);
    ck_assert(sound_player_play(&player, CHIME_END, 1000));
    expect_played("aplay\n-q", "cache/knead/sounds/end-60.wav");
    const int64_t over_ms = 1000 + chime_ms(CHIME_END);
    ck_assert(sound_player_check(&player, over_ms + 1000));
    ck_assert(fakes_are_running());
    ck_assert(sound_player_check(&player, over_ms + 3000));
    fakes_wait_ended();
    ck_assert_str_eq(sound_player_name(&player), "play");
    ck_assert(sound_player_play(&player, CHIME_START, 9000));
    expect_played("play\n-q", "cache/knead/sounds/start-60.wav");
    ck_assert(check_until_over(9000));
}
END_TEST

/* Then a file of one's own is not what is wrong. */
START_TEST(what_cannot_be_started_is_passed_over)
{
    scratch_put("knead/sounds/start.wav", "own");
    scratch_put("bin/aplay", "\x7f"
                             "ELF, or not");
    scratch_set_mode("bin/aplay", 0700);
    open_only("play", NULL);
    ck_assert_str_eq(sound_player_name(&player), "aplay");
    ck_assert(!sound_player_play(&player, CHIME_START, 0));
    ck_assert(sound_player_check(&player, 0));
    ck_assert_str_eq(sound_player_name(&player), "play");
    ck_assert(sound_player_play(&player, CHIME_START, 0));
    expect_played("play\n-q", "knead/sounds/start.wav");
    ck_assert(check_until_over(0));
}
END_TEST

START_TEST(next_sound_stops_the_one_before)
{
    open_only("aplay", fakes_hangs);
    ck_assert(sound_player_play(&player, CHIME_TICK, 0));
    expect_played("aplay\n-q", "cache/knead/sounds/tick-60.wav");
    fakes_put("aplay", NULL);
    ck_assert(sound_player_play(&player, CHIME_START, 1000));
    expect_played("aplay\n-q", "cache/knead/sounds/start-60.wav");
    ck_assert(check_until_over(1000));
    fakes_wait_ended();
}
END_TEST

START_TEST(close_stops_at_once)
{
    open_only("aplay", "tail -f /dev/null | tail -f /dev/null");
    ck_assert(sound_player_play(&player, CHIME_TICK, 0));
    expect_played("aplay\n-q", "cache/knead/sounds/tick-60.wav");
    sound_player_close(&player);
    fakes_wait_ended();
}
END_TEST

Suite *suite_sound_player(void)
{
    Suite *suite = suite_create("sound_player");
    TCase *tcase = tcase_create("sound_player");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, first_that_is_there_plays);
    tcase_add_test(tcase, none_is_there);
    tcase_add_loop_test(tcase, arguments_are_those_of_the_program, 0, 5);
    tcase_add_test(tcase, each_sound_has_a_file_that_is_made_once);
    tcase_add_test(tcase, file_of_another_size_is_made_anew);
    tcase_add_test(tcase, another_volume_is_another_file);
    tcase_add_loop_test(tcase, cache_that_cannot_be_written_is_no_player, 0, 2);
    tcase_add_loop_test(tcase, own_file_has_an_ending_that_is_played, 0, 16);
    tcase_add_test(tcase, own_file_that_fails_is_left_out);
    tcase_add_test(tcase, what_hangs_is_stopped);
    tcase_add_test(tcase, what_cannot_be_started_is_passed_over);
    tcase_add_test(tcase, next_sound_stops_the_one_before);
    tcase_add_test(tcase, close_stops_at_once);
    suite_add_tcase(suite, tcase);
    return suite;
}
