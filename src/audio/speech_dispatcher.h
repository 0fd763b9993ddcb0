/* SPDX-License-Identifier: MIT */
/* A client of speech-dispatcher, the service that screen readers speak through, with the voice that the person has
 * chosen. It uses a few requests of its protocol, SSIP, over a Unix socket. Nothing here waits. What other programs
 * say is never cut off: words have the priority of a message, which waits for them, counting has that of a
 * notification, which is dropped while anybody speaks, and only one's own messages are cancelled. */
#ifndef AUDIO_SPEECH_DISPATCHER_H
#define AUDIO_SPEECH_DISPATCHER_H

#include <stdbool.h>

#include "base/text.h"

typedef struct Dispatcher {
    int socket;          /* -1: not connected */
    Text out;            /* bytes that are not written yet */
    Text line;           /* the part of a line that was read */
    Text words;          /* sent once the daemon is ready for them */
    bool is_count;       /* what the words are */
    bool is_text_wanted; /* SPEAK was sent, and not answered yet */
    bool is_count_asked; /* for a count */
    bool is_number_due;  /* the words were sent; the answer will have the number of the message */
    bool is_number_old;  /* that answer will be about words that were stopped */
    int unanswered;      /* requests */
    int said;            /* the number of the message that is spoken; 0: none, or not known yet */
    int ended;           /* the number of the message that ended while that was not known */
    int told;            /* the number in the answer or event that is being read */
    bool is_speaking;
    bool is_cut; /* the last event told of one that was cut off, or not begun */
} Dispatcher;

typedef enum DispatcherState {
    DISPATCHER_IDLE,
    DISPATCHER_SPEAKS,
    DISPATCHER_ENDED,
    DISPATCHER_CUT, /* it gave way to what others say, or somebody has silenced all */
    DISPATCHER_GONE
} DispatcherState;

void dispatcher_init(Dispatcher *dispatcher); /* not connected */

/* Connects to the socket of SPEECHD_ADDRESS, else to the usual one. Where the system listens on behalf of the daemon,
 * that starts it. False if nobody listens. `rate` from -100 to 100; 0 is the person's own. */
bool dispatcher_open(Dispatcher *dispatcher, int rate);
void dispatcher_close(Dispatcher *dispatcher);
bool dispatcher_is_open(const Dispatcher *dispatcher);

int dispatcher_descriptor(const Dispatcher *dispatcher); /* to wait on for reading; -1: not connected */

/* Whether words still have to be sent, after the daemon has answered. */
bool dispatcher_is_sending(const Dispatcher *dispatcher);

/* Says one line, after cancelling what is still spoken for us. */
void dispatcher_say(Dispatcher *dispatcher, const char *text, bool is_count);
void dispatcher_stop(Dispatcher *dispatcher);

/* Reads and writes what is there. DISPATCHER_ENDED and DISPATCHER_CUT, once: what was said last has ended, or was
 * refused. DISPATCHER_GONE: the connection is lost, and closed. */
DispatcherState dispatcher_check(Dispatcher *dispatcher);

#endif
