/* SPDX-License-Identifier: MIT */
#include "audio/voice.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"

enum {
    ARGUMENTS_MOST = 8,
    USUAL_WORDS_A_MINUTE = 170, /* as these programs count; with pauses, espeak-ng says 150 then (SPEECH_WORD_MS) */
    RETRY_MS = 100,             /* between two tries to reach a speech-dispatcher that starts */
    ASK_MS = 20,                /* between two looks at a program that does not tell when it ends */
    START_MS = 3000,            /* it should be there by then */
};

/* How a voice is reached. A speech-dispatcher that runs is used by a screen reader, or has a voice that the person has
 * chosen, so it comes before the programs that speak by themselves; one that would have to be started comes after the
 * usual ones. */
typedef enum VoiceWay { WAY_COMMAND, WAY_PROGRAM, WAY_DISPATCHER, WAY_START_DISPATCHER } VoiceWay;

/* Arguments that are filled in. */
static const char rate_words[] = "%w";   /* words a minute */
static const char rate_stretch[] = "%s"; /* duration_stretch=, 1.0 for the usual rate */
static const char text_itself[] = "%t";  /* the text, for a program that does not read it from its standard input */

static const struct {
    const char *name;
    VoiceWay way;
    const char *arguments[ARGUMENTS_MOST];
} kinds[] = {
    {"command", WAY_COMMAND, {NULL}},
    {"say", WAY_PROGRAM, {"say", "-r", rate_words}},
    {"speech-dispatcher", WAY_DISPATCHER, {NULL}},
    {"espeak-ng", WAY_PROGRAM, {"espeak-ng", "-s", rate_words, "--stdin"}},
    {"espeak", WAY_PROGRAM, {"espeak", "-s", rate_words, "--stdin"}},
    {"speech-dispatcher", WAY_START_DISPATCHER, {"speech-dispatcher", "--spawn"}},
    {"flite", WAY_PROGRAM, {"flite", "--setf", rate_stretch, "-t", text_itself}},
};

/* speech-dispatcher counts from -100 to 100; 0 is what the person has chosen. */
static int dispatcher_rate(const Voice *voice)
{
    return voice->rate - SPEECH_USUAL_RATE;
}

static bool is_there(Voice *voice)
{
    switch (kinds[voice->kind].way) {
    case WAY_COMMAND:
        return voice->command && child_is_there(voice->command[0]);
    case WAY_DISPATCHER:
        return dispatcher_open(&voice->dispatcher, dispatcher_rate(voice));
    case WAY_PROGRAM:
    case WAY_START_DISPATCHER:
        return child_is_there(kinds[voice->kind].arguments[0]);
    }
    return false;
}

static bool find(Voice *voice)
{
    while (voice->kind < ARRAY_LEN(kinds) && !is_there(voice))
        voice->kind++;
    return voice->kind < ARRAY_LEN(kinds);
}

static char **copy_command(const TextList *command)
{
    if (command->count == 0)
        return NULL;
    char **copy = memory_new((command->count + 1) * sizeof *copy);
    for (size_t i = 0; i < command->count; i++)
        copy[i] = memory_copy_text(command->items[i]);
    return copy;
}

static void init(Voice *voice, const TextList *command, int32_t rate)
{
    *voice = (Voice){.command = copy_command(command), .rate = rate};
    child_init(&voice->child);
    dispatcher_init(&voice->dispatcher);
}

bool voice_open(Voice *voice, const TextList *command, int32_t rate)
{
    init(voice, command, rate);
    return find(voice);
}

bool voice_has_command(const Voice *voice, const TextList *command)
{
    size_t i = 0;
    while (i < command->count && voice->command && text_same(voice->command[i], command->items[i]))
        i++;
    return i == command->count && (!voice->command || !voice->command[i]);
}

static void leave(Voice *voice)
{
    voice_stop(voice);
    dispatcher_close(&voice->dispatcher);
}

void voice_close(Voice *voice)
{
    leave(voice);
    for (char **argument = voice->command; argument && *argument; argument++)
        free(*argument);
    free(voice->command);
    voice->command = NULL;
}

bool voice_open_next(Voice *voice)
{
    leave(voice);
    if (voice->kind < ARRAY_LEN(kinds))
        voice->kind++;
    return find(voice);
}

const char *voice_name(const Voice *voice)
{
    if (voice->kind >= ARRAY_LEN(kinds))
        return "none";
    return kinds[voice->kind].way == WAY_COMMAND ? path_base(voice->command[0]) : kinds[voice->kind].name;
}

bool voice_kind(size_t index, const TextList *command, VoiceKind *kind)
{
    static const char *const ways[] = {[WAY_COMMAND] = "command",
                                       [WAY_PROGRAM] = "program",
                                       [WAY_DISPATCHER] = "running",
                                       [WAY_START_DISPATCHER] = "started"};
    if (index >= ARRAY_LEN(kinds))
        return false;
    Voice voice;
    init(&voice, command, SPEECH_USUAL_RATE);
    voice.kind = index;
    *kind = (VoiceKind){kinds[index].name, ways[kinds[index].way], is_there(&voice)};
    voice_close(&voice);
    return true;
}

static char *filled_in(const Voice *voice, const char *argument, const char *text)
{
    if (argument == rate_words)
        return memory_print("%d", (int)(USUAL_WORDS_A_MINUTE * voice->rate / SPEECH_USUAL_RATE));
    if (argument == rate_stretch)
        return memory_print("duration_stretch=%.2f", (double)SPEECH_USUAL_RATE / voice->rate);
    return memory_copy_text(argument == text_itself ? text : argument);
}

/* Within "[[ ]]", say takes commands. */
static char *make_line(const char *text)
{
    Text line = {0};
    for (; *text; text++)
        text_add_char(&line, strchr("[]\r\n", *text) ? ' ' : *text);
    text_add_char(&line, '\n');
    return text_detach(&line);
}

static bool run(Voice *voice, const char *text)
{
    char *arguments[ARGUMENTS_MOST + 1] = {NULL};
    char *line = make_line(text);
    if (kinds[voice->kind].way == WAY_COMMAND) {
        const bool is_started = child_start(&voice->child, voice->command, line);
        free(line);
        return is_started;
    }
    for (size_t i = 0; i < ARGUMENTS_MOST && kinds[voice->kind].arguments[i]; i++)
        arguments[i] = filled_in(voice, kinds[voice->kind].arguments[i], line);
    const bool is_started = child_start(&voice->child, arguments, line);
    for (size_t i = 0; i < ARGUMENTS_MOST; i++)
        free(arguments[i]);
    free(line);
    return is_started;
}

/* The words wait until it is there. */
static bool start_dispatcher(Voice *voice, const char *text, int64_t now_ms)
{
    if (!run(voice, ""))
        return false;
    voice->starting = memory_copy_text(text);
    voice->retry_ms = now_ms + RETRY_MS;
    voice->give_up_ms = now_ms + START_MS;
    return true;
}

bool voice_say(Voice *voice, const char *text, Urgency urgency, int64_t now_ms)
{
    voice_stop(voice);
    if (voice->kind >= ARRAY_LEN(kinds))
        return false;
    /* A command of the person's own may well do something else than speak. */
    const int64_t least_ms = kinds[voice->kind].way == WAY_COMMAND ? 0 : speech_least_ms(text, voice->rate);
    voice->spoken_from_ms = least_ms > 0 ? now_ms + least_ms : 0;
    if (dispatcher_is_open(&voice->dispatcher)) {
        dispatcher_say(&voice->dispatcher, text, urgency == URGENCY_COUNT);
        return dispatcher_is_open(&voice->dispatcher);
    }
    switch (kinds[voice->kind].way) {
    case WAY_COMMAND:
    case WAY_PROGRAM:
        return run(voice, text);
    case WAY_START_DISPATCHER:
        return start_dispatcher(voice, text, now_ms);
    case WAY_DISPATCHER: /* it has gone */
        return false;
    }
    return false;
}

void voice_stop(Voice *voice)
{
    child_stop(&voice->child);
    if (dispatcher_is_open(&voice->dispatcher))
        dispatcher_stop(&voice->dispatcher);
    free(voice->starting);
    voice->starting = NULL;
}

/* The program that starts the speech-dispatcher ends when that runs, or was running already. */
static VoiceState check_start(Voice *voice, int64_t now_ms)
{
    if (now_ms < voice->retry_ms)
        return VOICE_SPEAKS;
    voice->retry_ms = now_ms + RETRY_MS;
    const bool is_there = dispatcher_open(&voice->dispatcher, dispatcher_rate(voice));
    if (!is_there && now_ms < voice->give_up_ms)
        return VOICE_SPEAKS;
    if (!is_there) {
        voice_stop(voice);
        return VOICE_FAILED;
    }
    dispatcher_say(&voice->dispatcher, voice->starting, false);
    free(voice->starting);
    voice->starting = NULL;
    return VOICE_SPEAKS;
}

static bool tells_no_end(const Voice *voice)
{
    return voice->child.pid > 0 && voice->child.end < 0 && !dispatcher_is_open(&voice->dispatcher);
}

static VoiceState look(Voice *voice, int64_t now_ms)
{
    static const VoiceState of_child[] = {[CHILD_NONE] = VOICE_IDLE,
                                          [CHILD_RUNS] = VOICE_SPEAKS,
                                          [CHILD_ENDED] = VOICE_ENDED,
                                          [CHILD_FAILED] = VOICE_FAILED};
    static const VoiceState of_dispatcher[] = {[DISPATCHER_IDLE] = VOICE_IDLE,
                                               [DISPATCHER_SPEAKS] = VOICE_SPEAKS,
                                               [DISPATCHER_ENDED] = VOICE_ENDED,
                                               [DISPATCHER_CUT] = VOICE_CUT,
                                               [DISPATCHER_GONE] = VOICE_FAILED};
    if (voice->starting)
        return check_start(voice, now_ms);
    if (dispatcher_is_open(&voice->dispatcher)) {
        child_check(&voice->child); /* the one that has started it */
        return of_dispatcher[dispatcher_check(&voice->dispatcher)];
    }
    const ChildState state = child_check(&voice->child);
    if (tells_no_end(voice))
        voice->retry_ms = now_ms + ASK_MS;
    return of_child[state];
}

VoiceState voice_check(Voice *voice, int64_t now_ms)
{
    const VoiceState state = look(voice, now_ms);
    return state == VOICE_ENDED && voice_ends_too_soon(voice, now_ms) ? VOICE_TOO_SOON : state;
}

bool voice_ends_too_soon(const Voice *voice, int64_t now_ms)
{
    return now_ms < voice->spoken_from_ms;
}

int voice_descriptor(const Voice *voice, bool awaits_end)
{
    if (voice->starting)
        return -1;
    if (dispatcher_is_open(&voice->dispatcher))
        return awaits_end || dispatcher_is_sending(&voice->dispatcher) ? dispatcher_descriptor(&voice->dispatcher) : -1;
    return awaits_end ? voice->child.end : -1;
}

int64_t voice_due_ms(const Voice *voice, bool awaits_end)
{
    return voice->starting || (awaits_end && tells_no_end(voice)) ? voice->retry_ms : -1;
}
