/* SPDX-License-Identifier: MIT */
#include "audio/narration.h"

#include <stdlib.h>
#include <string.h>

#include "audio/spoken_text.h"
#include "base/duration.h"
#include "base/macros.h"
#include "base/memory.h"
#include "routine/wording.h"

enum {
    SECOND_MS = 1000,
    HALF_TOLD_FROM_MS = 60000, /* longer holds are halved */
    SHORT_HOLD_S = 10          /* a shorter one has no time for more than its cue */
};

void narration_clear(AnnouncementList *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].text);
    list->count = 0;
}

void narration_release(AnnouncementList *list)
{
    narration_clear(list);
    free(list->items);
    *list = (AnnouncementList){0};
}

/* What is being worked out: the words of an utterance are collected as they are written, until the next one begins. */
typedef struct Narration {
    AnnouncementList *list;
    const Narrator *narrator;
    const Session *session;
    const Event *event;
    const Step *step; /* the event's */
    Text words;
    Urgency urgency;
    int64_t at_ms;     /* of the event that the words began with */
    bool is_step_told; /* the words are those of a step that has just begun */
} Narration;

static void announce(AnnouncementList *list, Announcement announcement)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    list->items[list->count++] = announcement;
}

void narration_add_words(AnnouncementList *list, Urgency urgency, const char *words)
{
    if (*words)
        announce(list, (Announcement){.kind = ANNOUNCE_WORDS, .urgency = urgency, .text = memory_copy_text(words)});
}

static void chime(Narration *narration, Chime chime)
{
    announce(narration->list, (Announcement){.kind = ANNOUNCE_CHIME, .chime = chime});
}

static void end_words(Narration *narration)
{
    Text spoken = {0};
    const char *written = text_show(&narration->words);
    spoken_text_add(&spoken, written + strspn(written, " "));
    if (narration->narrator->has_voice)
        narration_add_words(narration->list, narration->urgency, text_show(&spoken));
    text_release(&spoken);
    text_clear(&narration->words);
    narration->is_step_told = false;
}

static Text *begin_words(Narration *narration, Urgency urgency)
{
    end_words(narration);
    narration->urgency = urgency;
    narration->at_ms = narration->event->at_ms;
    return &narration->words;
}

static bool is_familiar(const Narrator *narrator, int32_t move)
{
    return narrator->times_done && move >= 0 && narrator->times_done[move] >= NARRATION_FAMILIAR_FROM;
}

static SpokenWords words_for(const Narrator *narrator, const Step *step)
{
    return narrator->words == SPOKEN_FULL && is_familiar(narrator, step->move) ? SPOKEN_SHORT : narrator->words;
}

static void add_name(Text *into, const Step *step)
{
    text_add(into, step->name);
    if (step->side != SIDE_NONE)
        text_print(into, ", %s side", side_name((int)step->side));
    text_add(into, ".");
}

static const Step *step_before(const Plan *plan, const Step *step)
{
    return step > plan->steps ? step - 1 : NULL;
}

/* Whether the step before it has said which move and side it is. */
static bool is_introduced(const Plan *plan, const Step *step)
{
    const Step *before = step_before(plan, step);
    return before && before->move == step->move && before->side == step->side;
}

static bool is_phase_introduced(const Plan *plan, const Step *step)
{
    const Step *before = step_before(plan, step);
    return !step->phase_name || (before && before->kind == STEP_PREPARE && before->phase_count > 0);
}

/* The hold of the same move before a hold; with `is_other_side`, that of the same phase on the side before. */
static const Step *hold_before(const Plan *plan, const Step *hold, bool is_other_side)
{
    for (const Step *before = hold; before > plan->steps && before[-1].move == hold->move;) {
        before--;
        if (before->kind == STEP_HOLD &&
            (!is_other_side || (before->phase == hold->phase && before->side != hold->side)))
            return before;
    }
    return NULL;
}

static bool has_pressure(const Step *step)
{
    return step->kind == STEP_HOLD && step->pressure.is_set;
}

/* What the scale is, is said once. */
static void add_scale(Text *into, const Plan *plan, const Step *hold)
{
    const Step *first = plan->steps;
    while (first < hold && !has_pressure(first))
        first++;
    if (first == hold)
        text_add(into, " of 10");
}

static void add_pressure(Text *into, const Plan *plan, const Step *hold)
{
    if (!hold->pressure.is_set)
        return;
    text_print(into, " Pressure %d", (int)hold->pressure.low);
    if (hold->pressure.high != hold->pressure.low)
        text_print(into, " to %d", (int)hold->pressure.high);
    add_scale(into, plan, hold);
    text_add(into, ".");
}

static void add_breath(Text *into, const Step *hold)
{
    if (hold->breathe.in_s == 0)
        return;
    text_add(into, " Breathe ");
    wording_breath(into, hold->breathe);
    text_add(into, ".");
}

static bool is_same_pressure(Pressure one, Pressure other)
{
    return one.is_set == other.is_set && one.low == other.low && one.high == other.high;
}

static bool is_same_breath(Breath one, Breath other)
{
    return one.in_s == other.in_s && one.hold_s == other.hold_s && one.out_s == other.out_s &&
           one.rest_s == other.rest_s;
}

/* How long the first words of a hold may take: until its next cue, and half of it at most; without the cue that is said
 * with them. */
static int64_t room_for_words_ms(const Step *hold)
{
    int64_t room_ms = (int64_t)hold->seconds * SECOND_MS / 2, with_them_ms = 0;
    for (size_t i = 0; i < hold->cue_count; i++) {
        if (hold->cues[i].at_s > 0)
            room_ms = MIN_OF(room_ms, (int64_t)hold->cues[i].at_s * SECOND_MS);
        else
            with_them_ms += speech_length_ms(hold->cues[i].say, SPEECH_USUAL_RATE);
    }
    return room_ms - with_them_ms - chime_ms(CHIME_START);
}

static void add_where_it_fits(Text *into, Text *more, int64_t room_ms)
{
    const int64_t length_ms = speech_length_ms(text_show(into), SPEECH_USUAL_RATE) +
                              speech_length_ms(text_show(more), SPEECH_USUAL_RATE);
    if (length_ms <= room_ms)
        text_add(into, text_show(more));
    text_clear(more);
}

/* What is as in the phase before, or as on the first side, is not said again. */
static void add_manner(Text *into, const Plan *plan, const Step *hold)
{
    const Step *before = hold_before(plan, hold, false);
    const int64_t room_ms = room_for_words_ms(hold);
    Text more = {0};
    if (hold_before(plan, hold, true))
        return;
    if (!before || !is_same_pressure(before->pressure, hold->pressure))
        add_pressure(&more, plan, hold);
    add_where_it_fits(into, &more, room_ms);
    if (!before || !is_same_breath(before->breathe, hold->breathe))
        add_breath(&more, hold);
    add_where_it_fits(into, &more, room_ms);
    text_release(&more);
}

/* "Hold" would stop a person who is to move. */
static bool is_still(Technique technique)
{
    static const Technique still[] = {TECHNIQUE_NONE, TECHNIQUE_SUSTAINED_PRESSURE, TECHNIQUE_CONTRACT_RELAX,
                                      TECHNIQUE_STACK, TECHNIQUE_STRETCH};
    for (size_t i = 0; i < ARRAY_LEN(still); i++) {
        if (still[i] == technique)
            return true;
    }
    return false;
}

static void add_length(Text *into, const Step *hold)
{
    char length[DURATION_TEXT_SIZE];
    if (hold->passes > 0)
        text_print(into, " %d slow %s.", (int)hold->passes, wording_pass(hold->technique, hold->passes));
    else
        text_print(into, " %s%s.", is_still(hold->technique) ? "Hold " : "", duration_words(length, hold->seconds));
}

/* What is told of a step, and how. */
typedef struct StepTelling {
    const Plan *plan;
    const Step *step;
    SpokenWords words;
    PositionList positions;
} StepTelling;

/* What the body is to look like, where that is new. Of a title that is too long only what stands before its first comma
 * is said, or nothing: the set-up that follows, which says more, is not to be cut off by the end of its step. */
static void add_position(Text *into, const StepTelling *telling, const char *setup)
{
    const Step *step = telling->step;
    const char *title = telling->words == SPOKEN_FULL && step_position_is_new(telling->plan, step)
                            ? step_position_title(telling->plan, step, telling->positions)
                            : NULL;
    if (!title)
        return;
    const int64_t setup_ms = setup ? speech_length_ms(setup, SPEECH_USUAL_RATE) : 0;
    const size_t lengths[] = {strlen(title), strcspn(title, ",")}, before = into->length;
    Text more = {0};
    for (size_t i = 0; i < ARRAY_LEN(lengths) && into->length == before; i++) {
        text_print(&more, " %.*s.", (int)lengths[i], title);
        add_where_it_fits(into, &more, (int64_t)step->seconds * SECOND_MS - setup_ms);
    }
    text_release(&more);
}

static void tell_prepare(Text *into, const StepTelling *telling)
{
    const Plan *plan = telling->plan;
    const Step *step = telling->step;
    const char *setup = plan_setup_of(plan, step);
    if (!is_introduced(plan, step))
        add_name(into, step);
    if (step->phase_count > 0 && step->phase_name)
        text_print(into, " %s%s%s.", step->phase_name, step->side == SIDE_NONE ? "" : ", ", side_name((int)step->side));
    add_position(into, telling, setup);
    if (telling->words == SPOKEN_FULL && setup)
        text_print(into, " %s", setup);
}

static void tell_switch(Text *into, const StepTelling *telling)
{
    text_print(into, "Switch to the %s side.", side_name((int)telling->step->side));
    add_position(into, telling, NULL);
}

static void tell_hold(Text *into, const StepTelling *telling)
{
    const Plan *plan = telling->plan;
    const Step *step = telling->step;
    const SpokenWords words = telling->words;
    if (!is_introduced(plan, step))
        add_name(into, step);
    if (!is_phase_introduced(plan, step))
        text_print(into, " %s.", step->phase_name);
    if (words == SPOKEN_NAMES || step->seconds < SHORT_HOLD_S)
        return;
    add_position(into, telling, NULL);
    add_length(into, step);
    if (words == SPOKEN_FULL)
        add_manner(into, plan, step);
}

static void tell_rest(Text *into, const StepTelling *telling)
{
    const Step *step = telling->step;
    char length[DURATION_TEXT_SIZE];
    if (telling->words == SPOKEN_NAMES)
        text_add(into, "Rest.");
    else
        text_print(into, "Rest %s.%s%s", duration_words(length, step->seconds), step->name ? " " : "",
                   step->name ? step->name : "");
}

static void add_step(Text *into, const StepTelling *telling)
{
    static void (*const adders[STEP_KIND_COUNT])(Text *, const StepTelling *) = {
        [STEP_PREPARE] = tell_prepare, [STEP_SWITCH] = tell_switch, [STEP_HOLD] = tell_hold, [STEP_REST] = tell_rest};
    adders[telling->step->kind](into, telling);
}

static bool is_first(const Narration *narration)
{
    return narration->step == narration->session->plan->steps;
}

/* The key that starts a session needs no sound in answer. */
static void tell_step(Narration *narration)
{
    static const Chime chimes[STEP_KIND_COUNT] = {
        [STEP_PREPARE] = CHIME_END, [STEP_SWITCH] = CHIME_SWITCH, [STEP_HOLD] = CHIME_START, [STEP_REST] = CHIME_END};
    Text *words = begin_words(narration, URGENCY_NOW);
    if (!is_first(narration) || narration->step->kind == STEP_HOLD)
        chime(narration, chimes[narration->step->kind]);
    const StepTelling telling = {narration->session->plan, narration->step,
                                 words_for(narration->narrator, narration->step), narration->narrator->positions};
    add_step(words, &telling);
    narration->is_step_told = true;
}

static void tell_cue(Narration *narration)
{
    if (words_for(narration->narrator, narration->step) == SPOKEN_NAMES)
        return;
    const bool has_utterance = narration->is_step_told || narration->words.length > 0;
    if (has_utterance && narration->at_ms == narration->event->at_ms) /* after it, it would be late */
        text_print(&narration->words, " %s", narration->event->text);
    else
        text_add(begin_words(narration, URGENCY_CUE), narration->event->text);
}

static const char *ready_key(const char *chosen)
{
    return chosen ? chosen : "Enter";
}

static void tell_waiting(Narration *narration)
{
    if (narration->is_step_told)
        text_print(&narration->words, " Press %s when you are ready.", ready_key(narration->narrator->ready_key));
    else
        text_print(begin_words(narration, URGENCY_CUE), "Press %s when you are ready.",
                   ready_key(narration->narrator->ready_key));
}

static void tell_half(Narration *narration)
{
    const Narrator *narrator = narration->narrator;
    if (narration->session->length_ms <= HALF_TOLD_FROM_MS)
        return;
    if (!narrator->has_voice || narrator->words == SPOKEN_NAMES)
        chime(narration, CHIME_HALF);
    else
        text_add(begin_words(narration, URGENCY_CUE), "Halfway.");
}

static void tell_last_second(Narration *narration)
{
    const Narrator *narrator = narration->narrator;
    if (!narrator->has_voice || narrator->words == SPOKEN_NAMES)
        chime(narration, CHIME_TICK);
    else
        text_print(begin_words(narration, URGENCY_COUNT), "%d", (int)narration->event->value);
}

static void tell_may_end(Narration *narration)
{
    if (narration->narrator->words != SPOKEN_NAMES)
        text_print(begin_words(narration, URGENCY_CUE), "If it has eased, press %s to move on.",
                   ready_key(narration->narrator->ready_key));
}

static void tell_silence(Narration *narration)
{
    end_words(narration);
    announce(narration->list, (Announcement){.kind = ANNOUNCE_SILENCE});
}

static void tell_end(Narration *narration)
{
    if (narration->event->value != END_TIME)
        tell_silence(narration);
}

/* What a set-up or a hold asks for, at any time of it. */
static void add_task(Text *into, const Session *session, const Step *step, PositionList positions)
{
    const StepCue *cue = session_cue(session);
    const char *setup = step->kind == STEP_PREPARE ? plan_setup_of(session->plan, step) : NULL;
    const char *title = step->kind == STEP_HOLD ? NULL : step_position_title(session->plan, step, positions);
    if (step->phase_name)
        text_print(into, " %s.", step->phase_name);
    if (title)
        text_print(into, " %s.", title);
    if (setup || cue)
        text_print(into, " %s", setup ? setup : cue->say);
    if (step->kind == STEP_HOLD) {
        add_pressure(into, session->plan, step);
        add_breath(into, step);
    }
}

static void add_time_left(Text *into, const Session *session)
{
    char length[DURATION_TEXT_SIZE];
    const int64_t left_s = (session_step_left_ms(session) + SECOND_MS - 1) / SECOND_MS;
    text_print(into, " %s left.", duration_words(length, left_s));
}

static void add_moment(Text *into, const Session *session, SpokenWords words, PositionList positions,
                       const char *key_when_ready)
{
    const Step *step = session_step(session);
    if (step->move >= 0)
        add_name(into, step);
    else
        text_print(into, "Rest. %s", step->name ? step->name : "");
    if (words == SPOKEN_FULL)
        add_task(into, session, step, positions);
    if (session->state == SESSION_WAITING)
        text_print(into, " Press %s when you are ready.", ready_key(key_when_ready));
    else if (words != SPOKEN_NAMES)
        add_time_left(into, session);
}

/* What the pause has cut off is said again. */
static void tell_going_on(Narration *narration)
{
    if (session_step(narration->session))
        add_moment(begin_words(narration, URGENCY_CUE), narration->session,
                   words_for(narration->narrator, narration->step), narration->narrator->positions,
                   narration->narrator->ready_key);
}

static void tell_length(Narration *narration)
{
    const int32_t change_s = narration->event->value;
    text_print(begin_words(narration, URGENCY_CUE), "%d s %s.", (int)(change_s < 0 ? -change_s : change_s),
               change_s < 0 ? "less" : "more");
}

static void tell_ease_off(Narration *narration)
{
    text_print(begin_words(narration, URGENCY_NOW), "Ease off. %s",
               narration->event->text ? narration->event->text : "");
}

static void tell_hurt(Narration *narration)
{
    const char *what_to_do = narration->narrator->when_it_hurts;
    chime(narration, CHIME_STOP);
    Text *words = begin_words(narration, URGENCY_NOW);
    const char *key = narration->narrator->pause_key;
    text_print(words, "Stopped. %s Press %s ", what_to_do ? what_to_do : "", key ? key : "Space");
    session_name_next(words, narration->session);
    text_add(words, ".");
}

static void tell_finish(Narration *narration)
{
    char length[DURATION_TEXT_SIZE];
    const int32_t moves = session_moves_done(narration->session);
    chime(narration, CHIME_END);
    text_print(begin_words(narration, URGENCY_NOW), "Done. %d move%s, %s.", (int)moves, moves == 1 ? "" : "s",
               duration_words(length, narration->session->worked_ms / SECOND_MS));
}

void narration_of_events(AnnouncementList *list, const Narrator *narrator, const Session *session,
                         const EventList *events)
{
    static void (*const tellers[EVENT_KIND_COUNT])(Narration *) = {
        [EVENT_STEP_BEGAN] = tell_step,  [EVENT_CUE] = tell_cue,
        [EVENT_HALF] = tell_half,        [EVENT_LAST_SECONDS] = tell_last_second,
        [EVENT_MAY_END] = tell_may_end,  [EVENT_STEP_ENDED] = tell_end,
        [EVENT_PAUSED] = tell_silence,   [EVENT_COUNT_IN] = tell_last_second,
        [EVENT_WENT_ON] = tell_going_on, [EVENT_WAITING] = tell_waiting,
        [EVENT_LENGTH] = tell_length,    [EVENT_EASE_OFF] = tell_ease_off,
        [EVENT_HURT] = tell_hurt,        [EVENT_FINISHED] = tell_finish,
        [EVENT_LEFT] = tell_silence,
    };
    Narration narration = {.list = list, .narrator = narrator, .session = session};
    for (size_t i = 0; i < events->count; i++) {
        narration.event = &events->items[i];
        narration.step = &session->plan->steps[narration.event->step];
        if (tellers[narration.event->kind])
            tellers[narration.event->kind](&narration);
    }
    end_words(&narration);
    text_release(&narration.words);
}

char *narration_of_moment(const Session *session, PositionList positions, const char *key_when_ready)
{
    Text written = {0}, spoken = {0};
    if (session_step(session))
        add_moment(&written, session, SPOKEN_FULL, positions, key_when_ready);
    spoken_text_add(&spoken, text_show(&written));
    text_release(&written);
    return spoken.length > 0 ? text_detach(&spoken) : memory_copy_text("");
}
