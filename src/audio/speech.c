/* SPDX-License-Identifier: MIT */
#include "audio/speech.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"

/* A voice may take so long to begin, and twice as long as a text usually takes. */
enum { BEGIN_MS = 1000, TIMES_LENGTH = 2, COUNT_GAP_MS = 1500 };

enum {
    SHORT_LENGTH_MS = 2000, /* how soon an utterance of less is over says nothing */
    TOO_SOON_PART = 8,      /* a voice that is done in an eighth of the time has not spoken */
};

static const char blanks[] = " \n\t";

static void drop_waiting(Speech *speech)
{
    for (size_t i = 0; i < speech->waiting_count; i++)
        free(speech->waiting[i].text);
    speech->waiting_count = 0;
}

void speech_release(Speech *speech)
{
    drop_waiting(speech);
    *speech = (Speech){0};
}

static Utterance take_first(Speech *speech)
{
    const Utterance first = speech->waiting[0];
    speech->waiting_count--;
    memmove(speech->waiting, speech->waiting + 1, speech->waiting_count * sizeof *speech->waiting);
    return first;
}

void speech_add(Speech *speech, Urgency urgency, const char *text, int64_t from_ms)
{
    const bool is_busy = speech->is_speaking || speech->waiting_count > 0;
    if (text[strspn(text, blanks)] == '\0')
        return;
    if (urgency == URGENCY_COUNT && (is_busy || from_ms < speech->no_count_until_ms)) {
        speech->no_count_until_ms = from_ms + COUNT_GAP_MS;
        return;
    }
    if (urgency == URGENCY_NOW)
        speech_silence(speech);
    if (speech->waiting_count == SPEECH_WAITING_MOST)
        free(take_first(speech).text);
    speech->waiting[speech->waiting_count++] = (Utterance){memory_copy_text(text), urgency, from_ms,
                                                           from_ms + SPEECH_LATE_MS};
}

void speech_silence(Speech *speech)
{
    drop_waiting(speech);
    speech->is_to_stop = speech->is_speaking;
}

void speech_ended(Speech *speech)
{
    speech->is_speaking = speech->is_to_stop = false;
}

int64_t speech_length_ms(const char *text, int32_t rate)
{
    int64_t words = 0;
    for (const char *at = text + strspn(text, blanks); *at; words++) {
        at += strcspn(at, blanks);
        at += strspn(at, blanks);
    }
    return words * SPEECH_WORD_MS * SPEECH_USUAL_RATE / MAX_OF(rate, 1);
}

int64_t speech_limit_ms(const char *text, int32_t rate)
{
    return BEGIN_MS + TIMES_LENGTH * speech_length_ms(text, rate);
}

int64_t speech_least_ms(const char *text, int32_t rate)
{
    const int64_t length_ms = speech_length_ms(text, rate);
    return length_ms >= SHORT_LENGTH_MS ? length_ms / TOO_SOON_PART : 0;
}

static SpeechAction begin(Speech *speech, int64_t now_ms, int32_t rate, Utterance *utterance)
{
    while (speech->waiting_count > 0 && speech->waiting[0].from_ms <= now_ms) {
        *utterance = take_first(speech);
        if (now_ms <= utterance->until_ms) {
            speech->is_speaking = true;
            speech->give_up_ms = now_ms + speech_limit_ms(utterance->text, rate);
            return SPEECH_SAY;
        }
        free(utterance->text);
    }
    return SPEECH_NOTHING;
}

SpeechAction speech_next(Speech *speech, int64_t now_ms, int32_t rate, Utterance *utterance)
{
    if (!speech->is_speaking)
        return begin(speech, now_ms, rate, utterance);
    const bool is_to_stop = speech->is_to_stop;
    if (!is_to_stop && now_ms < speech->give_up_ms)
        return SPEECH_NOTHING;
    speech_ended(speech);
    return is_to_stop ? SPEECH_STOP : SPEECH_GIVE_UP;
}

int64_t speech_due_ms(const Speech *speech)
{
    if (speech->is_to_stop)
        return 0;
    if (speech->waiting_count == 0)
        return -1;
    return speech->is_speaking ? speech->give_up_ms : speech->waiting[0].from_ms;
}

bool speech_awaits_end(const Speech *speech)
{
    return speech->is_speaking && speech->waiting_count > 0;
}
