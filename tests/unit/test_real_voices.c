/* SPDX-License-Identifier: MIT */
/* Voices as they are installed here: espeak-ng into a file, and a speech-dispatcher of one's own, beside a client that
 * speaks as a screen reader does. What is not installed is passed over, and said. */
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "audio/voice.h"
#include "base/macros.h"
#include "base/memory.h"
#include "platform/clock.h"
#include "support/following.h"
#include "support/recorder.h"
#include "support/scratch.h"

Suite *suite_real_voices(void);

enum { LIMIT_MS = 10000, TEXTS_MOST = 12, WAV_HEADER = 44 };

static int64_t now_ms(void)
{
    return clock_now().awake_ns / 1000000;
}

static bool is_installed(const char *program)
{
    const bool is_there = child_is_there(program);
    if (!is_there)
        printf("real_voices: %s is not installed, and was not tried\n", program);
    return is_there;
}

/* Until the voice has ended. */
static VoiceState hear(Voice *voice)
{
    const int64_t until_ms = now_ms() + LIMIT_MS;
    VoiceState state;
    while ((state = voice_check(voice, now_ms())) == VOICE_SPEAKS && now_ms() < until_ms) {
        struct pollfd source = {.fd = voice_descriptor(voice, true), .events = POLLIN};
        poll(&source, 1, 100);
    }
    return state;
}

/* How long the sound of a WAV file is. */
static int64_t file_ms(const char *path)
{
    unsigned char head[WAV_HEADER];
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fread(head, 1, sizeof head, file), sizeof head);
    fseek(file, 0, SEEK_END);
    const int64_t bytes = ftell(file) - WAV_HEADER;
    fclose(file);
    const int64_t rate = head[28] | head[29] << 8 | head[30] << 16; /* bytes a second */
    return bytes * 1000 / rate;
}

static const char routine[] =
    "moves:\n"
    "  - name: Calf strip\n"
    "    areas: calves\n"
    "    sides: both\n"
    "    setup: Sit on the floor, hands behind you. Put the ball under the upper third of the "
    "calf, at least 3 cm below the knee.\n"
    "    hold: 90s\n"
    "    pressure: 4-6\n"
    "    breathe: 4-6\n"
    "    cues:\n"
    "      - {at: 30s, say: Turn your toes slowly in and then slowly out.}\n"
    "      - {at: 60s, say: Stop on the tender spot. Pump your ankle 10 times.}\n";

/* The plans go by about how long words take: what is spoken here takes no longer. */
START_TEST(espeak_takes_about_as_long_as_was_reckoned)
{
    if (!is_installed("espeak-ng"))
        return;
    char *path = scratch_path("said.wav");
    const char *command[] = {"espeak-ng", "-s", "170", "-w", path, "--stdin"}; /* as the voice starts it */
    Plan *plan = plan_of(routine, NULL);
    RecordList list = record_plan(plan, &(Narrator){.has_voice = true});
    Voice voice;
    ck_assert(voice_open(&voice, &(TextList){command, ARRAY_LEN(command)}, SPEECH_USUAL_RATE));
    int tried = 0;
    for (size_t i = 0; i < list.count && tried < TEXTS_MOST; i++) {
        const int64_t reckoned_ms = speech_length_ms(list.items[i].text, SPEECH_USUAL_RATE);
        if (list.items[i].kind != RECORD_SAID || reckoned_ms < 2000)
            continue;
        ck_assert(voice_say(&voice, list.items[i].text, URGENCY_NOW, now_ms()));
        ck_assert_int_eq(hear(&voice), VOICE_ENDED);
        const int64_t ms = file_ms(path);
        ck_assert_msg(10 * ms >= 4 * reckoned_ms && 10 * ms <= 13 * reckoned_ms, "%d ms for %d: %s", (int)ms,
                      (int)reckoned_ms, list.items[i].text);
        tried++;
    }
    ck_assert_int_ge(tried, 5);
    voice_close(&voice);
    record_release(&list);
    plan_free(plan);
    free(path);
}
END_TEST

/* A daemon of one's own: without a sound device, and with an output module that takes no time, or a second. */
typedef struct Daemon {
    pid_t pid;
    char *socket;
} Daemon;

static const char slow[] =
    "GenericExecuteSynth \"printf %s \\'$DATA\\' >/dev/null; timeout 1 tail -f --pid=$$ /dev/null\"\n"
    "GenericLanguage \"en\" \"en\" \"utf-8\"\nAddVoice \"en\" \"MALE1\" \"x\"\n";

static int connect_to(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
    const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(descriptor, (const struct sockaddr *)&address, sizeof address) == 0)
        return descriptor;
    close(descriptor);
    return -1;
}

/* Whether somebody listens there before the daemon has ended, which the pipe tells. */
static bool listens(const char *path, int life)
{
    struct pollfd source = {.fd = life};
    const int64_t until_ms = now_ms() + LIMIT_MS;
    int connection;
    while ((connection = connect_to(path)) < 0 && now_ms() < until_ms && poll(&source, 1, 50) == 0)
        continue;
    if (connection >= 0)
        close(connection);
    return connection >= 0;
}

static Daemon start_daemon(const char *module)
{
    Daemon daemon = {.socket = scratch_path("run/speechd.sock")};
    char *address = memory_print("unix_socket:%s", daemon.socket);
    char *paths[] = {scratch_path("conf"), scratch_path("log"), scratch_path("run/pid")};
    scratch_put("home/.asoundrc", "pcm.!default {type null}\n");
    scratch_print("conf/speechd.conf",
                  "LogLevel 0\nAudioOutputMethod \"alsa\"\nDisableAutoSpawn\nAddModule \"dummy\" \"sd_dummy\" "
                  "\"dummy.conf\"\nAddModule \"slow\" \"sd_generic\" \"slow.conf\"\nDefaultModule %s\n",
                  module);
    scratch_put("conf/modules/dummy.conf", "");
    scratch_put("conf/modules/slow.conf", slow);
    scratch_make_folder("log");
    scratch_make_folder("run");
    scratch_set("HOME", "home");
    scratch_set("XDG_RUNTIME_DIR", "run");
    setenv("SPEECHD_ADDRESS", address, 1);
    int life[2];
    ck_assert_int_eq(pipe(life), 0);
    daemon.pid = fork();
    if (daemon.pid == 0) {
        const int null = open("/dev/null", O_RDWR);
        for (int stream = 0; stream <= 2; stream++)
            dup2(null, stream);
        execlp("speech-dispatcher", "speech-dispatcher", "-s", "-C", paths[0], "-c", "unix_socket", "-S", daemon.socket,
               "-L", paths[1], "-P", paths[2], "-t", "0", (char *)NULL);
        _exit(127);
    }
    close(life[1]);
    ck_assert(listens(daemon.socket, life[0]));
    close(life[0]);
    free(address);
    for (size_t i = 0; i < ARRAY_LEN(paths); i++)
        free(paths[i]);
    return daemon;
}

static void stop_daemon(Daemon *daemon)
{
    kill(daemon->pid, SIGTERM);
    ck_assert_int_eq(waitpid(daemon->pid, NULL, 0), daemon->pid);
    free(daemon->socket);
}

START_TEST(speech_dispatcher_says_it_and_tells_the_end)
{
    if (!is_installed("speech-dispatcher"))
        return;
    Daemon daemon = start_daemon("dummy");
    Voice voice;
    ck_assert(voice_open(&voice, &(TextList){0}, 120));
    ck_assert_str_eq(voice_name(&voice), "speech-dispatcher");
    static const char *const texts[] = {"Calf strip, left side.", ". begins with a dot", "gr\xC3\xBC\xC3\x9F dich"};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        ck_assert(voice_say(&voice, texts[i], i == 0 ? URGENCY_NOW : URGENCY_CUE, now_ms()));
        ck_assert_int_eq(hear(&voice), VOICE_ENDED);
    }
    voice_close(&voice);
    stop_daemon(&daemon);
}
END_TEST

static void send_line(int connection, const char *line)
{
    ck_assert_int_eq(send(connection, line, strlen(line), 0), (ssize_t)strlen(line));
    ck_assert_int_eq(send(connection, "\r\n", 2, 0), 2);
}

/* Reads until a text is there, and keeps all. False where it does not come. */
static bool wait_for(int connection, Text *read_text, const char *wanted)
{
    char bytes[512];
    const int64_t until_ms = now_ms() + LIMIT_MS;
    while (!strstr(text_show(read_text), wanted) && now_ms() < until_ms) {
        struct pollfd source = {.fd = connection, .events = POLLIN};
        if (poll(&source, 1, 100) <= 0)
            continue;
        const ssize_t length = recv(connection, bytes, sizeof bytes, 0);
        if (length <= 0)
            break;
        text_add_span(read_text, bytes, (size_t)length);
    }
    return strstr(text_show(read_text), wanted) != NULL;
}

/* As a screen reader: with the priority of a message. Returns when its words are spoken. */
static int start_reader(const char *path, Text *heard)
{
    static const char *const lines[] = {"SET self CLIENT_NAME user:reader:main", "SET self NOTIFICATION ALL on",
                                        "SET self PRIORITY message", "SPEAK"};
    const int connection = connect_to(path);
    ck_assert_int_ge(connection, 0);
    for (size_t i = 0; i < ARRAY_LEN(lines); i++)
        send_line(connection, lines[i]);
    ck_assert(wait_for(connection, heard, "230 "));
    send_line(connection, "A line of the screen");
    send_line(connection, ".");
    ck_assert(wait_for(connection, heard, "701 BEGIN"));
    return connection;
}

/* Whatever is said, counted and stopped here, the other speaks to its end. */
START_TEST(a_screen_reader_is_never_cut_off)
{
    if (!is_installed("speech-dispatcher"))
        return;
    Daemon daemon = start_daemon("slow");
    Voice voice;
    Text heard = {0};
    ck_assert(voice_open(&voice, &(TextList){0}, SPEECH_USUAL_RATE));
    const int reader = start_reader(daemon.socket, &heard);
    ck_assert(voice_say(&voice, "Calf strip, left side.", URGENCY_NOW, now_ms()));
    if (_i == 1)
        voice_stop(&voice);
    if (_i == 2)
        ck_assert(voice_say(&voice, "three", URGENCY_COUNT, now_ms()));
    if (_i != 1)
        ck_assert_int_eq(hear(&voice), _i == 2 ? VOICE_CUT : VOICE_ENDED); /* a count gives way */
    ck_assert(wait_for(reader, &heard, "702 END"));
    ck_assert_ptr_null(strstr(text_show(&heard), "703"));
    close(reader);
    text_release(&heard);
    voice_close(&voice);
    stop_daemon(&daemon);
}
END_TEST

Suite *suite_real_voices(void)
{
    Suite *suite = suite_create("real_voices");
    TCase *tests = tcase_create("real voices");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_test(tests, espeak_takes_about_as_long_as_was_reckoned);
    tcase_add_test(tests, speech_dispatcher_says_it_and_tells_the_end);
    tcase_add_loop_test(tests, a_screen_reader_is_never_cut_off, 0, 3);
    tcase_set_timeout(tests, 40);
    suite_add_tcase(suite, tests);
    return suite;
}
