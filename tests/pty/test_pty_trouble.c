/* SPDX-License-Identifier: MIT */
/* Voices and players that give trouble: the session goes on as without them, and says so in one line, once. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "support/fakes.h"
#include "support/pty.h"
#include "support/scratch.h"

Suite *suite_pty_trouble(void);

#define VOICE_NOTICE "The voice espeak-ng does not work. See knead doctor."
#define SOUND_NOTICE "No sound can be played: the bell rings. See knead doctor."

static const char *const lines[] = {
    "0:00  Foot, 7 s, 1 move",  "0:00  Get ready: Heel. Stand on one leg, the ball under the heel of the other.",
    "0:01  Hold 6 s: Heel.",    "0:03  Let your weight sink in slowly, all of it.",
    "0:07  Done: 1 move, 7 s.",
};

static const char floods[] = "yes garbage | head -c 2000000\nyes garbage | head -c 2000000 >&2\n";

/* Of the voice and of the player alike. */
static const struct {
    const char *script;
    bool is_missing, voice_notice, sound_notice;
} troubles[] = {
    {.script = fakes_hangs, .sound_notice = true},
    {.script = fakes_fails, .voice_notice = true, .sound_notice = true},
    {.script = floods},
    {.script = NULL, .voice_notice = true}, /* it ends at once, and calls that a success */
    {.is_missing = true},
};

static char *routine;

static void set_up(void)
{
    fakes_set_up();
    scratch_put("knead/config.yaml", "voice: on\n");
    scratch_put("foot.yaml",
                "knead: 1\ntitle: Foot\nmoves:\n  - name: Heel\n    areas: feet\n    prepare: 1\n    hold: 6s\n"
                "    setup: Stand on one leg, the ball under the heel of the other.\n"
                "    cues: [{at: 2s, say: 'Let your weight sink in slowly, all of it.'}]\n");
    routine = scratch_path("foot.yaml");
}

static void tear_down(void)
{
    free(routine);
    fakes_tear_down();
}

static int count(const char *text, const char *part)
{
    int times = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at += strlen(part))
        times++;
    return times;
}

START_TEST(trouble_costs_the_session_nothing)
{
    if (!troubles[_i].is_missing) {
        fakes_put("espeak-ng", troubles[_i].script);
        fakes_put("aplay", troubles[_i].script);
    }
    const char *const arguments[] = {"play", routine, "--plain", "--yes", NULL};
    Pty *pty = pty_start(&(PtyOptions){.columns = 100}, arguments);
    pty_wait_for(pty, lines[ARRAY_LEN(lines) - 1]);
    ck_assert_int_eq(pty_wait_exit(pty), 0); /* after its last words, or when they hang */
    char *screen = memory_copy_text(pty_screen(pty));
    for (size_t i = 0; i < ARRAY_LEN(lines); i++)
        ck_assert_msg(count(screen, lines[i]) == 1, "%s, of\n%s", lines[i], screen);
    ck_assert_msg(count(screen, VOICE_NOTICE) == troubles[_i].voice_notice, "%s", screen);
    ck_assert_msg(count(screen, SOUND_NOTICE) == troubles[_i].sound_notice, "%s", screen);
    ck_assert_int_eq(count(screen, "\n0:"),
                     (int)ARRAY_LEN(lines) - 1 + troubles[_i].voice_notice + troubles[_i].sound_notice);
    ck_assert_ptr_null(strstr(screen, "garbage"));
    ck_assert(!fakes_are_running());
    free(screen);
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

/* In the middle of words that would never end, a key is answered, and silences them. */
START_TEST(a_key_is_answered_while_a_voice_hangs)
{
    fakes_put("espeak-ng", fakes_hangs);
    fakes_put("aplay", fakes_hangs);
    const char *const arguments[] = {"play", routine, "--yes", NULL};
    Pty *pty = pty_start(NULL, arguments);
    pty_wait_for(pty, "Stand on one leg");
    fakes_expect("espeak-ng\n-s\n170\n--stdin\n< Heel. Stand on one leg, the ball under the heel of the other.\n");
    pty_send(pty, " ");
    pty_wait_for(pty, "PAUSED");
    fakes_wait_ended();
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    ck_assert(!fakes_are_running());
    pty_check_given_back(pty);
    pty_end(pty);
}
END_TEST

START_TEST(nothing_is_started_where_nothing_may_be_heard)
{
    static const char *const options[] = {"--mute", "--quiet", "--speed=2"};
    fakes_put("espeak-ng", NULL);
    fakes_put("aplay", NULL);
    const char *const arguments[] = {"play", routine, "--plain", "--yes", options[_i], NULL};
    Pty *pty = pty_start(&(PtyOptions){.columns = 100}, arguments);
    pty_wait_for(pty, lines[2]);
    pty_send(pty, "q");
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    fakes_expect("");
    pty_end(pty);
}
END_TEST

Suite *suite_pty_trouble(void)
{
    Suite *suite = suite_create("pty_trouble");
    TCase *tests = tcase_create("trouble");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, trouble_costs_the_session_nothing, 0, (int)ARRAY_LEN(troubles));
    tcase_add_test(tests, a_key_is_answered_while_a_voice_hangs);
    tcase_add_loop_test(tests, nothing_is_started_where_nothing_may_be_heard, 0, 3);
    tcase_set_timeout(tests, 60);
    suite_add_tcase(suite, tests);
    return suite;
}
