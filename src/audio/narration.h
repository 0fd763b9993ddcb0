/* SPDX-License-Identifier: MIT */
/* What is said and which sounds are played in a session, worked out from its events. Nothing is spoken or played here:
 * audio/audio.h does that, and tests read it as it is. Texts are as a person says them: numbers and units in words. */
#ifndef AUDIO_NARRATION_H
#define AUDIO_NARRATION_H

#include "audio/chime.h"
#include "audio/speech.h"
#include "session/session.h"
#include "session/step_position.h"
#include "settings/settings.h"

enum { NARRATION_FAMILIAR_FROM = 3 }; /* a move that was done so often before is told of shortly */

typedef struct Narrator {
    SpokenWords words;
    bool has_voice;                    /* without one no words; with one the last seconds and half time have no sound */
    const int32_t *times_done;         /* for each move of the plan, how often it was done before; NULL: never */
    const char *when_it_hurts;         /* what to do then; NULL: nothing is said of that */
    const char *ready_key, *pause_key; /* as they are called; NULL: Enter, Space */
    PositionList positions;            /* that the plan names, for their titles */
} Narrator;

typedef enum AnnouncementKind { ANNOUNCE_SILENCE, ANNOUNCE_CHIME, ANNOUNCE_WORDS } AnnouncementKind;

typedef struct Announcement {
    AnnouncementKind kind;
    Chime chime;
    Urgency urgency; /* of words */
    char *text;      /* of words; owned */
} Announcement;

/* A zeroed list is empty. */
typedef struct AnnouncementList {
    Announcement *items;
    size_t count, capacity;
} AnnouncementList;

void narration_clear(AnnouncementList *list); /* keeps the storage */
void narration_release(AnnouncementList *list);

/* Adds words to say. Copies them; they are as a person says them. */
void narration_add_words(AnnouncementList *list, Urgency urgency, const char *words);

/* Adds what the events of one call bring, in their order; `session` is as it is after them. A set-up that waits for the
 * person says so, and the cue at the start of a hold is one utterance with it. */
void narration_of_events(AnnouncementList *list, const Narrator *narrator, const Session *session,
                         const EventList *events);

/* The moment, said in full: the move and its side, what to do now, and the time left. To free(). */
char *narration_of_moment(const Session *session, PositionList positions, const char *ready_key);

#endif
