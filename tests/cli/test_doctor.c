/* SPDX-License-Identifier: MIT */
/* What `knead doctor` tells of a machine that the test has furnished: folders, settings and programs are its own. */
#include <check.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/macros.h"
#include "base/memory.h"
#include "support/pty.h"
#include "support/records.h"
#include "support/run.h"
#include "support/scratch.h"

Suite *suite_doctor(void);

#define BROKEN "knead: 1\ntitle: A bad one\nmoves:\n  - name: Press\n    areas: foot\n    hold: 20s\n"

/* Programs that the fakes stand for. They use nothing but what the shell has. */
#define ENDS_WELL "exit 0\n"
#define LOGS_INPUT "while read -r line; do echo \"$line\" >>log; done\n"
#define LOGS_FILE "for file; do :; done; echo \"${file##*/}\" >>log\n"
#define FAILS "echo tried >>log; exit 3\n"
#define HANGS "echo tried >>log; read -r line <never\n" /* nobody writes into that */

/* A file below the scratch folder, or a program in its folder of programs. */
typedef struct Thing {
    const char *name, *text;
} Thing;

static void set_up(void)
{
    static const char *const unset[] = {
        "SSH_CONNECTION", "SSH_CLIENT",  "SSH_TTY", "COLORFGBG",       "SPEECHD_ADDRESS",    "DISPLAY",
        "TERM_PROGRAM",   "LC_TERMINAL", "TMUX",    "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP"};
    scratch_make_home();
    scratch_set("HOME", "");
    scratch_set("XDG_CACHE_HOME", "cache");
    scratch_set("XDG_RUNTIME_DIR", "run");
    scratch_make_folder("programs");
    scratch_set("PATH", "programs");
    setenv("TERM", "xterm-256color", 1);
    for (size_t i = 0; i < ARRAY_LEN(unset); i++)
        unsetenv(unset[i]);
}

static void tear_down(void)
{
    setenv("PATH", "/usr/bin:/bin", 1);
    scratch_remove();
}

static void put_program(const char *name, const char *script)
{
    char *path = memory_print("programs/%s", name);
    scratch_print(path, "#!/bin/sh\ncd '%s' || exit 9\n%s", scratch_folder, script);
    scratch_set_mode(path, 0700);
    free(path);
}

static void put_settings(const char *text)
{
    scratch_put("knead/config.yaml", text);
}

enum { THINGS_MOST = 3, PARTS_MOST = 4 };

/* What is there, and what is said of it on standard output. `settings` may be NULL. */
static const struct {
    const char *settings;
    const char *programs[THINGS_MOST];
    Thing files[THINGS_MOST], variables[THINGS_MOST];
    int status;
    const char *parts[PARTS_MOST];
} cases[] = {
    /* the terminal: none here */
    {.parts = {"terminal  xterm-256color: standard output is not a terminal, so sessions are shown as lines of text",
               "colours   256, for a dark background (the terminal does not say) on a light background",
               "locale    UTF-8 (", "No problems found: knead is ready to use."}},
    {.variables = {{"TERM", "no-such-terminal"}},
     .parts = {"does not know no-such-terminal, and treats it as xterm-256color", "or install terminfo"}},
    {.variables = {{"TERM", ""}}, .parts = {"terminal  none: ", "colours   none: the terminal has none"}},
    {.variables = {{"NO_COLOR", "1"}}, .parts = {"colours   none: NO_COLOR is set"}},
    {.variables = {{"COLORFGBG", "0;15"}}, .parts = {"colours   256, for a light background (COLORFGBG=0;15)"}},
    {.variables = {{"TERM", "linux"}}, .parts = {"colours   8, for a dark background (as a console has)"}},
    {.settings = "theme: light\n", .parts = {"colours   256, for a light background (theme: light)"}},
    {.variables = {{"LC_ALL", "C"}}, .parts = {"(C): knead shows plain letters", "set LC_ALL to a locale with UTF-8"}},
    /* the voice */
    {.parts = {"voice     none", "install one of: espeak-ng, speech-dispatcher, flite"}},
    {.settings = "voice: off\n", .parts = {"voice     none, and turned off in the settings\nsound"}},
    {.settings = "voice: on\n", .programs = {"espeak-ng"}, .parts = {"voice     espeak-ng\nsound"}},
    {.settings = "voice: on\n", .programs = {"espeak-ng", "flite"}, .parts = {"if that fails: flite"}},
    {.programs = {"espeak-ng"}, .parts = {"espeak-ng, not turned on in the settings yet", "add voice: on"}},
    {.settings = "voice: off\n", .programs = {"flite"}, .parts = {"voice     flite, turned off in the settings"}},
    {.settings = "voice: [my-voice, -x]\n", .programs = {"my-voice"}, .parts = {"voice     my-voice\nsound"}},
    {.settings = "voice: [my-voice, -x]\n",
     .programs = {"espeak-ng"},
     .parts = {"voice     espeak-ng", "a command that does not exist: my-voice", "until then knead uses espeak-ng"}},
    {.settings = "voice: [my-voice]\n", .parts = {"voice     none", "install my-voice, or change voice in"}},
    {.settings = "voice: on\n",
     .programs = {"espeak-ng"},
     .variables = {{"SSH_CONNECTION", "1"}},
     .parts = {"voice     none over ssh: you would hear espeak-ng on the other computer"}},
    /* the sounds */
    {.parts = {"sound     none: the terminal's bell instead",
               "to hear sounds, install one of: pw-play, paplay, aplay, play"}},
    {.programs = {"apt-get"}, .parts = {"pw-play (pipewire-bin), paplay (pulseaudio-utils), aplay (alsa-utils)"}},
    {.programs = {"dnf"}, .parts = {"pw-play (pipewire-utils), paplay"}},
    {.programs = {"brew"}, .parts = {"install one of: pw-play, paplay (pulseaudio), aplay, play"}},
    {.programs = {"aplay", "paplay"}, .parts = {"sound     paplay\nsocket"}},
    {.settings = "sound: bell\n", .parts = {"sound     the terminal's bell, set in the settings\nsocket"}},
    {.settings = "sound: off\n",
     .programs = {"aplay"},
     .parts = {"sound     none: turned off in the settings\nsocket"}},
    {.programs = {"aplay"},
     .variables = {{"SSH_TTY", "1"}},
     .parts = {"sound     the terminal's bell: over ssh you would hear aplay on the other computer"}},
    {.programs = {"aplay"},
     .files = {{"knead/sounds/half.wav", ""}, {"knead/sounds/end.ogg", ""}},
     .parts = {"sound     aplay half is your own file: /"}},
    /* other programs */
    {.parts = {"/run/knead, created when needed\nnotices   off\nawake     nothing: there is no desktop here\nhooks     "
               "none\nfolders"}},
    {.files = {{"run/knead", ""}},
     .status = 1,
     .parts = {"socket    problem: ", "/run/knead", "until then knead ctl cannot reach"}},
    {.settings = "notices: terminal\n",
     .variables = {{"TERM", "xterm-kitty"}},
     .parts = {"notices   the terminal, by osc-99 (TERM=xterm-kitty)\nawake"}},
    {.settings = "notices: osc-9\n",
     .variables = {{"TMUX", "a,1,0"}},
     .parts = {"notices   the terminal, by osc-9 in tmux, they need this line in ~/.tmux.conf: set -g "
               "allow-passthrough on"}},
    {.settings = "notices: terminal\n",
     .parts = {"notices   the terminal's bell: this terminal is not known", "osc-777; or set notices: desktop"}},
    {.settings = "notices: desktop\n", .parts = {"notices   none to see notices on the desktop, install notify-send"}},
    {.settings = "notices: desktop\n", .programs = {"apt-get"}, .parts = {"install notify-send (libnotify-bin)"}},
    {.settings = "notices: desktop\n", .programs = {"notify-send"}, .parts = {"notices   notify-send\nawake"}},
    {.settings = "notices: desktop\n",
     .programs = {"notify-send"},
     .variables = {{"SSH_TTY", "1"}},
     .parts = {"notices   none over ssh: notify-send would show them on the other", "set notices: terminal",
               "awake     nothing over ssh: the screen is that of the other computer"}},
    {.programs = {"systemd-inhibit"},
     .variables = {{"DISPLAY", ":0"}, {"XDG_CURRENT_DESKTOP", "KDE"}},
     .parts = {"awake     systemd-inhibit\nhooks"}},
    {.programs = {"systemd-inhibit", "gnome-session-inhibit"},
     .variables = {{"WAYLAND_DISPLAY", "wayland-0"}, {"XDG_CURRENT_DESKTOP", "ubuntu:GNOME"}},
     .parts = {"awake     gnome-session-inhibit\nhooks"}},
    {.programs = {"systemd-inhibit"},
     .variables = {{"WAYLAND_DISPLAY", "wayland-1"}, {"XDG_CURRENT_DESKTOP", "sway"}},
     .parts = {"awake     systemd-inhibit, on sway, where swayidle does not respect it if the screen goes off"}},
    {.programs = {"systemd-inhibit"},
     .variables = {{"DISPLAY", ":0"}},
     .parts = {"awake     systemd-inhibit, on a screen without a desktop, where nothing may respect it"}},
    {.variables = {{"DISPLAY", ":0"}, {"XDG_CURRENT_DESKTOP", "COSMIC"}},
     .parts = {"awake     nothing: the screen goes off as at other times to keep it on", "install systemd-inhibit"}},
    {.settings = "awake: off\n", .programs = {"systemd-inhibit"}, .parts = {"awake     off\nhooks"}},
    {.settings = "hooks: {start: [playerctl, pause], end: [nothing-here]}\n",
     .programs = {"playerctl"},
     .parts = {"hooks     start: playerctl, end: nothing-here end uses a command that does not exist: nothing-here",
               "install nothing-here, or change hooks in the settings"}},
    /* folders, settings, records */
    {.parts = {"/knead, created when needed", "/knead/config.yaml, not there yet",
               "/knead/knead.db, created with the first"}},
    {.files = {{"cache", ""}}, .status = 1, .parts = {"cache     problem: /", " is not a folder", "XDG_CACHE_HOME"}},
    {.settings = "sond: off\n", .status = 1, .parts = {"1 error, 0 warnings line 1: unknown key 'sond'"}},
    {.settings = "tools: [tenis-ball]\n", .parts = {"0 errors, 1 warning line 1: ", "No problems found"}},
    {.files = {{"knead/knead.db", "This is no database, and never was one, however long one looks at it."}},
     .status = 1,
     .parts = {"records   problem: The records were damaged"}},
    /* journals */
    {.parts = {"\njournal   off\njournals  none\nroutines"}},
    {.settings = "journal: $HOME/mine.jsonl\njournals: $HOME/*.jsonl\n",
     .files = {{"mine.jsonl", ""}},
     .parts = {"/mine.jsonl\njournals  no file of another computer yet\nroutines"}},
    {.settings = "journal: /dev/full\n",
     .status = 1,
     .parts = {"journal   problem: /dev/full cannot be written (it is not a plain file)", "change journal in"}},
    {.settings = "journal: ~/no-such-folder/a\n",
     .status = 1,
     .parts = {"/no-such-folder/a cannot be written (No such file or directory)"}},
    {.settings = "journal: $NO_SUCH_VARIABLE/a\n",
     .status = 1,
     .parts = {"journal   problem: $NO_SUCH_VARIABLE/a has a variable without a value"}},
    {.settings = "journals: [$HOME/other.jsonl]\n",
     .files = {{"other.jsonl", "x\n"}},
     .parts = {"journals  1 file, not taken in yet\nroutines"}},
    /* routines */
    {.parts = {" routines"}},
    {.files = {{"knead/routines/mine.yaml", BROKEN}},
     .status = 1,
     .parts = {"routines  problem: ", " 1 file with errors", "mine.yaml: line 5: unknown area 'foot'", "knead check"}},
    {.files = {{"knead/routines/positions/mine.yaml", "knead: 1\npositions:\n  a: {use: bb, title: A}\n"},
               {"knead/routines/moves/m.yaml",
                "knead: 1\nmoves:\n  press: {name: P, areas: feet, hold: 9s, position: no-such-one}\n"}},
     .status = 1,
     .parts = {" 2 files with errors", "line 3: unknown position 'bb'", "line 3: unknown position 'no-such-one'"}},
};

/* The text with lines that were wrapped, or stand below their row, made one again; overwritten by the next. */
static const char *joined(const char *text)
{
    static char line[16384];
    size_t used = 0;
    while (*text) {
        ck_assert_uint_lt(used, sizeof line - 1);
        const size_t blanks = text[0] == '\n' ? strspn(text + 1, " ") : 0;
        line[used++] = blanks > 0 ? ' ' : *text;
        text += 1 + blanks;
    }
    line[used] = '\0';
    return line;
}

START_TEST(tells)
{
    if (cases[_i].settings)
        put_settings(cases[_i].settings);
    for (size_t i = 0; i < THINGS_MOST; i++) {
        if (cases[_i].programs[i])
            put_program(cases[_i].programs[i], ENDS_WELL);
        if (cases[_i].files[i].name)
            scratch_put(cases[_i].files[i].name, cases[_i].files[i].text);
        if (cases[_i].variables[i].name)
            setenv(cases[_i].variables[i].name, cases[_i].variables[i].text, 1);
    }
    Run run = run_knead("doctor", NULL);
    ck_assert_msg(run.status == cases[_i].status, "exit status %d\n%s%s", run.status, run.out, run.err);
    ck_assert_msg((strstr(run.err, " problem") != NULL) == (run.status != 0), "%s", run.err);
    for (size_t i = 0; i < PARTS_MOST && cases[_i].parts[i]; i++)
        ck_assert_msg(strstr(joined(run.out), cases[_i].parts[i]), "'%s' is not in\n%s", cases[_i].parts[i], run.out);
    run_release(&run);
}
END_TEST

START_TEST(tells_of_no_home)
{
    static const char *const names[] = {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        unsetenv(names[i]);
    Run run = run_knead("doctor", NULL);
    ck_assert_int_eq(run.status, 1);
    ck_assert_ptr_nonnull(strstr(run.out, "folders   config    problem: unknown\n"));
    ck_assert_ptr_nonnull(strstr(run.out, "settings  none: there is no folder for them\n"));
    ck_assert_ptr_nonnull(strstr(run.err, "knead: 5 problems, see above: folders, records\n"));
    run_release(&run);
}
END_TEST

START_TEST(tells_of_routines_that_are_not_there)
{
    scratch_make_folder("empty");
    char *lines[] = {memory_print("doctor --routines %s/missing", scratch_folder),
                     memory_print("doctor --routines %s/empty", scratch_folder)};
    static const char *const parts[] = {"routines  problem: ", "problem: 0 routines install knead with its"};
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        Run run = run_knead(lines[i], NULL);
        ck_assert_int_eq(run.status, 1);
        ck_assert_msg(strstr(joined(run.out), parts[i]) != NULL, "%s", run.out);
        run_release(&run);
        free(lines[i]);
    }
}
END_TEST

/* As in tests/cli/test_hidden.c: one program keeps them for itself. */
START_TEST(tells_of_locked_records)
{
    records_leave("knead/knead.db", 60000);
    sqlite3 *other = records_open_raw();
    ck_assert_int_eq(sqlite3_exec(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", NULL, NULL, NULL),
                     SQLITE_OK);
    Run run = run_knead("doctor", NULL);
    ck_assert_msg(strstr(joined(run.out), "records   problem: The records are locked by another") != NULL, "%s",
                  run.out);
    ck_assert_int_eq(run.status, 1);
    sqlite3_close(other);
    run_release(&run);
}
END_TEST

START_TEST(counts_sessions)
{
    records_leave("knead/knead.db", 60000);
    Run one = run_knead("doctor", NULL);
    ck_assert_msg(strstr(joined(one.out), "knead.db, 1 session\n") != NULL, "%s", one.out);
    ck_assert_int_eq(one.status, 0);
    run_release(&one);
}
END_TEST

/* JSON. */

static json_t *doctor_json(const char *line, int status)
{
    json_error_t error;
    Run run = run_knead(line, NULL);
    ck_assert_msg(run.status == status && *run.err == '\0', "%d\n%s", run.status, run.err);
    json_t *value = json_loads(run.out, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(value != NULL, "%s\n%s", error.text, run.out);
    run_release(&run);
    return value;
}

static const char *text_at(json_t *value, const char *row, const char *key)
{
    return json_string_value(json_object_get(json_object_get(value, row), key));
}

START_TEST(tells_the_same_as_json)
{
    put_settings("voice: [my-voice, '']\nvolume: 30\nnotices: osc-99\nhooks: {end: [my-voice, '']}\n");
    put_program("my-voice", ENDS_WELL);
    put_program("aplay", ENDS_WELL);
    scratch_put("knead/sounds/start.wav", "");
    json_t *value = doctor_json("doctor --json", 0);
    json_t *voice = json_object_get(value, "voice"), *sound = json_object_get(value, "sound");
    ck_assert_str_eq(text_at(value, "terminal", "state"), "missing");
    ck_assert_str_eq(text_at(value, "terminal", "term"), "xterm-256color");
    ck_assert_str_eq(text_at(value, "voice", "state"), "ok");
    ck_assert_str_eq(text_at(value, "voice", "speaks"), "my-voice");
    ck_assert_str_eq(text_at(value, "voice", "setting"), "command");
    ck_assert_uint_eq(json_array_size(json_object_get(voice, "command")), 2);
    ck_assert(json_is_true(json_object_get(json_array_get(json_object_get(voice, "kinds"), 0), "there")));
    ck_assert_str_eq(text_at(value, "sound", "plays"), "aplay");
    ck_assert_int_eq(json_integer_value(json_object_get(sound, "volume")), 30);
    ck_assert_uint_eq(json_array_size(json_object_get(sound, "own")), 1);
    ck_assert_uint_eq(json_array_size(json_object_get(value, "folders")), 4);
    ck_assert_int_eq(json_integer_value(json_object_get(json_object_get(value, "records"), "sessions")), 0);
    ck_assert_ptr_nonnull(strstr(text_at(value, "socket", "path"), "/run/knead"));
    ck_assert_str_eq(text_at(value, "notices", "setting"), "osc-99");
    ck_assert_str_eq(text_at(value, "notices", "uses"), "osc-99");
    ck_assert_str_eq(text_at(value, "awake", "setting"), "on");
    ck_assert(json_is_null(json_object_get(json_object_get(value, "awake"), "uses")));
    json_t *commands = json_object_get(json_object_get(value, "hooks"), "commands");
    ck_assert_uint_eq(json_array_size(json_object_get(commands, "end")), 2);
    ck_assert(json_is_null(json_object_get(commands, "start")));
    json_decref(value);
}
END_TEST

START_TEST(tells_of_journals_as_json)
{
    put_settings("journal: $HOME/missing/mine.jsonl\njournals: [$HOME/*.jsonl]\n");
    scratch_put("other.jsonl", "damaged\n{}\n");
    records_leave("knead/knead.db", 60000);
    Run run = run_knead("history", NULL);
    run_release(&run);
    json_t *value = doctor_json("doctor --json", 1), *files;
    ck_assert_str_eq(text_at(value, "journal", "state"), "problem");
    ck_assert(json_is_false(json_object_get(json_object_get(value, "journal"), "writable")));
    ck_assert_int_eq(json_integer_value(json_object_get(json_object_get(value, "journal"), "waiting")), 1);
    ck_assert_str_eq(text_at(value, "journals", "state"), "ok");
    files = json_object_get(json_object_get(value, "journals"), "files");
    ck_assert_uint_eq(json_array_size(files), 1);
    ck_assert_int_eq(json_integer_value(json_object_get(json_array_get(files, 0), "lines")), 2);
    ck_assert_int_eq(json_integer_value(json_object_get(json_array_get(files, 0), "damaged")), 2);
    ck_assert_uint_eq(strlen(json_string_value(json_object_get(json_array_get(files, 0), "taken_in"))), 25);
    json_decref(value);
    run = run_knead("doctor", NULL);
    ck_assert_ptr_nonnull(strstr(joined(run.out), "(No such file or directory), 1 line waits"));
    ck_assert_ptr_nonnull(strstr(joined(run.out), "journals  1 file, last taken in 20"));
    ck_assert_ptr_nonnull(strstr(joined(run.out), "/other.jsonl: 2 damaged lines"));
    run_release(&run);
}
END_TEST

START_TEST(tells_problems_as_json)
{
    scratch_put("knead/routines/mine.yaml", BROKEN);
    json_t *value = doctor_json("doctor --json", 1);
    json_t *routines = json_object_get(value, "routines");
    json_t *first = json_array_get(json_object_get(routines, "problems"), 0);
    ck_assert_str_eq(text_at(value, "routines", "state"), "problem");
    ck_assert_int_eq(json_integer_value(json_object_get(routines, "broken")), 1);
    ck_assert_int_eq(json_integer_value(json_object_get(first, "line")), 5);
    ck_assert_ptr_nonnull(strstr(json_string_value(json_object_get(first, "path")), "/mine.yaml"));
    json_decref(value);
}
END_TEST

START_TEST(is_not_heard_as_json)
{
    Run run = run_knead("doctor --json --try", NULL);
    ck_assert_int_eq(run.status, 2);
    ck_assert_str_eq(run.err, "knead: --try plays sounds, so it cannot be used with --json\n");
    run_release(&run);
}
END_TEST

/* --try. */

static const struct {
    const char *settings;
    Thing programs[THINGS_MOST];
    const char *ssh;
    const char *own; /* a file besides, such as a sound of the person's own */
    int status;
    const char *parts[PARTS_MOST];
    const char *log; /* what the programs have noted; NULL: nothing */
} trials[] = {
    {.parts = {"\nvoice     none\n",
               "start     a hold begins: no bell: standard output is not a terminal\nswitch    switch sides: "}},
    {.settings = "voice: [my-voice]\n",
     .programs = {{"my-voice", LOGS_INPUT}, {"aplay", LOGS_FILE}},
     .parts = {"\nvoice     \"This is the voice of knead. Left side.\"\n          my-voice works\n",
               "start     a hold begins: aplay works\nswitch    switch sides: aplay works\ntick ",
               "half      halfway through a long hold: aplay works\nend       a hold ends: aplay works\n",
               "stop      it hurt, and the clock stops: aplay works\n"},
     .log =
         "This is the voice of knead. Left side.\nstart-60.wav\nswitch-60.wav\ntick-60.wav\nhalf-60.wav\nend-60.wav\n"
         "stop-60.wav\n"},
    {.settings = "voice: [my-voice]\n",
     .programs = {{"my-voice", ENDS_WELL}},
     .ssh = "1",
     .parts = {"Over ssh you hear this on the other computer", "my-voice works"}},
    {.programs = {{"espeak-ng", FAILS}, {"aplay", FAILS}},
     .status = 1,
     .parts = {"espeak-ng failed (exit status 3)\n", "start     a hold begins: aplay failed (exit status 3)\n",
               "switch    switch sides: no bell"},
     .log = "tried\ntried\n"},
    {.settings = "rate: 50\n", /* the longest time that is too soon, for a machine that has much else to do */
     .programs = {{"espeak-ng", ENDS_WELL}},
     .status = 1,
     .parts = {"espeak-ng finished too soon to have spoken"}},
    {.programs = {{"espeak-ng", FAILS}, {"flite", FAILS}},
     .status = 1,
     .parts = {"espeak-ng failed (exit status 3)\n          flite failed (exit status 3)\n"},
     .log = "tried\ntried\n"},
    {.settings = "voice: [my-voice]\n",
     .programs = {{"my-voice", ENDS_WELL}, {"aplay", "kill -9 $$\n"}, {"play", LOGS_FILE}},
     .status = 1,
     .parts = {"a hold begins: aplay failed (signal 9)\nswitch    switch sides: play works\n"},
     .log = "switch-60.wav\ntick-60.wav\nhalf-60.wav\nend-60.wav\nstop-60.wav\n"},
    {.settings = "voice: [my-voice]\n",
     .programs = {{"my-voice", ENDS_WELL}, {"aplay", "case $2 in */sounds/tick.wav) exit 4;; esac\n"}},
     .own = "knead/sounds/tick.wav",
     .status = 1,
     .parts = {"three seconds: your own file, aplay failed (exit status 4)\nhalf      halfway through a long hold: "
               "aplay works"}},
    {.settings = "voice: [my-voice]\n",
     .programs = {{"my-voice", "exec 3>&-\n" LOGS_INPUT}, {"aplay", "exec 3>&-\n" LOGS_FILE}},
     .parts = {"my-voice works\n", "start     a hold begins: aplay works\n",
               "stop      it hurt, and the clock stops: aplay works\n"},
     .log =
         "This is the voice of knead. Left side.\nstart-60.wav\nswitch-60.wav\ntick-60.wav\nhalf-60.wav\nend-60.wav\n"
         "stop-60.wav\n"},
    {.settings = "voice: [my-voice]\n",
     .programs = {{"my-voice", ENDS_WELL}, {"aplay", LOGS_FILE}},
     .own = "cache",
     .status = 1,
     .parts = {"start     a hold begins: aplay has nothing to play: cannot create a file\nswitch "}},
    {.settings = "sound: bell\n",
     .programs = {{"aplay", LOGS_FILE}},
     .parts = {"a hold begins: no bell: standard output is not a terminal"}},
    {.settings = "rate: 200\n",
     .programs = {{"espeak-ng", HANGS}, {"aplay", HANGS}},
     .status = 1,
     .parts = {"espeak-ng did not finish within 4 s and was stopped\n",
               "aplay did not finish within 3 s and was stopped\n"},
     .log = "tried\ntried\n"},
};

START_TEST(tries)
{
    enum { LIMIT_S = 20 }; /* of all six sounds and a voice, whatever they do */
    char *never = scratch_path("never");
    ck_assert_int_eq(mkfifo(never, 0600), 0);
    if (trials[_i].settings)
        put_settings(trials[_i].settings);
    for (size_t i = 0; i < THINGS_MOST; i++) {
        if (trials[_i].programs[i].name)
            put_program(trials[_i].programs[i].name, trials[_i].programs[i].text);
    }
    if (trials[_i].own)
        scratch_put(trials[_i].own, "");
    if (trials[_i].ssh)
        setenv("SSH_CONNECTION", trials[_i].ssh, 1);
    const time_t from_s = time(NULL);
    Run run = run_knead("doctor --try", NULL);
    ck_assert_int_lt(time(NULL) - from_s, LIMIT_S);
    ck_assert_msg(run.status == trials[_i].status, "exit status %d\n%s%s", run.status, run.out, run.err);
    for (size_t i = 0; i < PARTS_MOST && trials[_i].parts[i]; i++)
        ck_assert_msg(strstr(run.out, trials[_i].parts[i]), "'%s' is not in\n%s", trials[_i].parts[i], run.out);
    scratch_expect("log", trials[_i].log);
    run_release(&run);
    free(never);
}
END_TEST

/* In a terminal: what it is, the bell in its rhythms, and Ctrl-C, which stops what is spoken. */

START_TEST(looks_at_a_terminal)
{
    static const char *const line[] = {"doctor", NULL};
    Pty *pty = pty_start(&(PtyOptions){.rows = 30, .columns = 90}, line);
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_wait_for(pty, "terminal  xterm-256color, 90 columns, 30 rows, with a mouse");
    pty_end(pty);
}
END_TEST

START_TEST(rings_in_a_terminal)
{
    static const char *const line[] = {"doctor", "--try", NULL};
    Pty *pty = pty_start(&(PtyOptions){.rows = 50}, line);
    ck_assert_int_eq(pty_wait_exit(pty), 0);
    pty_wait_for(pty, "half      halfway through a long hold: the bell rang 2 times");
    ck_assert_int_ge(pty_bells(pty), 6);
    pty_end(pty);
}
END_TEST

START_TEST(is_broken_off)
{
    static const char *const line[] = {"doctor", "--try", NULL};
    char *never = scratch_path("never");
    ck_assert_int_eq(mkfifo(never, 0600), 0);
    put_program("espeak-ng", HANGS);
    Pty *pty = pty_start(&(PtyOptions){.rows = 50}, line);
    pty_wait_for(pty, "voice     \"This is");
    pty_send(pty, PTY_CTRL_C);
    ck_assert_int_eq(pty_wait_exit(pty), 130);
    pty_wait_for(pty, "espeak-ng was stopped");
    ck_assert_ptr_null(strstr(pty_screen(pty), "a hold begins"));
    pty_end(pty);
    free(never);
}
END_TEST

Suite *suite_doctor(void)
{
    Suite *suite = suite_create("doctor");
    TCase *tcase = tcase_create("doctor");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, tells, 0, ARRAY_LEN(cases));
    tcase_add_test(tcase, tells_of_no_home);
    tcase_add_test(tcase, tells_of_routines_that_are_not_there);
    tcase_add_test(tcase, counts_sessions);
    tcase_add_test(tcase, tells_of_locked_records);
    tcase_add_test(tcase, tells_the_same_as_json);
    tcase_add_test(tcase, tells_of_journals_as_json);
    tcase_add_test(tcase, tells_problems_as_json);
    tcase_add_test(tcase, is_not_heard_as_json);
    tcase_add_loop_test(tcase, tries, 0, ARRAY_LEN(trials));
    tcase_add_test(tcase, looks_at_a_terminal);
    tcase_add_test(tcase, rings_in_a_terminal);
    tcase_add_test(tcase, is_broken_off);
    suite_add_tcase(suite, tcase);
    return suite;
}
