/* SPDX-License-Identifier: MIT */
#include "support/recorder.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "session/advance.h"

typedef struct Recorder {
    RecordList list;
    Speech speech;
    int64_t now_ms, spoken_until_ms;
    size_t spoken; /* index of what is spoken */
} Recorder;

static Record *add(Recorder *recorder, RecordKind kind, const char *text)
{
    RecordList *list = &recorder->list;
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count] = (Record){kind, recorder->now_ms, recorder->now_ms, memory_copy_text(text)};
    return &list->items[list->count++];
}

/* What was announced counts as dropped until it is said. */
static void begin(Recorder *recorder, const Utterance *utterance)
{
    size_t i = recorder->list.count;
    while (--i > 0 && strcmp(recorder->list.items[i].text, utterance->text) != 0)
        continue;
    Record *record = &recorder->list.items[i];
    record->kind = RECORD_SAID;
    record->from_ms = recorder->now_ms;
    record->to_ms = recorder->now_ms + speech_length_ms(utterance->text, SPEECH_USUAL_RATE);
    recorder->spoken_until_ms = record->to_ms;
    recorder->spoken = i;
}

static void cut(Recorder *recorder)
{
    Record *record = &recorder->list.items[recorder->spoken];
    record->kind = RECORD_CUT;
    record->to_ms = recorder->now_ms;
}

static void speak(Recorder *recorder)
{
    Utterance utterance;
    SpeechAction action;
    if (recorder->speech.is_speaking && recorder->now_ms >= recorder->spoken_until_ms)
        speech_ended(&recorder->speech);
    while ((action = speech_next(&recorder->speech, recorder->now_ms, SPEECH_USUAL_RATE, &utterance)) !=
           SPEECH_NOTHING) {
        if (action == SPEECH_SAY) {
            begin(recorder, &utterance);
            free(utterance.text);
        } else {
            cut(recorder);
        }
    }
}

static void take(Recorder *recorder, const AnnouncementList *announcements)
{
    int64_t from_ms = recorder->now_ms;
    for (size_t i = 0; i < announcements->count; i++) {
        const Announcement *item = &announcements->items[i];
        if (item->kind == ANNOUNCE_SILENCE) {
            speech_silence(&recorder->speech);
        } else if (item->kind == ANNOUNCE_CHIME) {
            add(recorder, RECORD_PLAYED, chime_name(item->chime));
            from_ms = recorder->now_ms + chime_ms(item->chime);
        } else {
            speech_add(&recorder->speech, item->urgency, item->text, from_ms);
            add(recorder, RECORD_DROPPED, item->text);
        }
    }
}

/* The next time at which the voice has something to do before the session has. */
static int64_t voice_due_ms(const Recorder *recorder)
{
    const int64_t due_ms = speech_due_ms(&recorder->speech);
    return recorder->speech.is_speaking ? recorder->spoken_until_ms : due_ms;
}

static void pass(Recorder *recorder, Session *session, EventList *events)
{
    const int64_t next_ms = recorder->now_ms + advance_next_ms(session, 0), due_ms = voice_due_ms(recorder);
    const int64_t to_ms = due_ms > recorder->now_ms ? MIN_OF(due_ms, next_ms) : next_ms;
    advance_session(session, to_ms - recorder->now_ms, events);
    recorder->now_ms = to_ms;
}

static void follow_on(Recorder *recorder, const Narrator *narrator, const Session *session, EventList *events)
{
    AnnouncementList announcements = {0};
    speak(recorder);
    narration_of_events(&announcements, narrator, session, events);
    take(recorder, &announcements);
    narration_release(&announcements);
    event_clear(events);
    speak(recorder);
}

/* What still waits when the last words were said is said after them. */
static void hear_out(Recorder *recorder)
{
    while (recorder->speech.is_speaking || recorder->speech.waiting_count > 0) {
        recorder->now_ms = MAX_OF(voice_due_ms(recorder), recorder->now_ms + 1);
        speak(recorder);
    }
}

RecordList record_plan(const Plan *plan, const Narrator *narrator)
{
    Recorder recorder = {0};
    Session session;
    EventList events = {0};
    session_init(&session, plan);
    advance_by_command(&session, COMMAND_GO_ON, 0, &events);
    follow_on(&recorder, narrator, &session, &events);
    while (session.state == SESSION_RUNNING) {
        pass(&recorder, &session, &events);
        follow_on(&recorder, narrator, &session, &events);
    }
    hear_out(&recorder);
    event_release(&events);
    session_release(&session);
    speech_release(&recorder.speech);
    return recorder.list;
}

void record_release(RecordList *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].text);
    free(list->items);
    *list = (RecordList){0};
}

char *record_lines(const RecordList *list)
{
    static const char *const words[] = {
        [RECORD_SAID] = "says", [RECORD_CUT] = "is cut off in", [RECORD_DROPPED] = "drops", [RECORD_PLAYED] = "plays"};
    Text lines = {0};
    for (size_t i = 0; i < list->count; i++) {
        const Record *record = &list->items[i];
        text_print(&lines, "%d.%d %s %s\n", (int)(record->from_ms / 1000), (int)(record->from_ms / 100 % 10),
                   words[record->kind], record->text);
    }
    return text_detach(&lines);
}
