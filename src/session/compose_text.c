/* SPDX-License-Identifier: MIT */
#include "session/compose_text.h"

#include <ctype.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/text.h"
#include "session/reason.h"
#include "session/spoken.h"
#include "session/written.h"

enum { AREAS_IN_TITLE = 3, AREAS_IN_HEAD = 6, MINUTE_S = 60, CLOSE_S = 30 };

/* The only place of it all, or -1. */
static int only_place(const Composition *composition)
{
    const PickList *list = composition->list;
    for (size_t i = 1; i < list->count; i++) {
        if (list->items[i].leg != list->items[0].leg)
            return -1;
    }
    return list->journey.places[list->items[0].leg];
}

/* Areas that something was picked for, in the order of their turns; `areas` has room for all. */
static WordList worked_areas(const Composition *composition, uint8_t areas[AREA_COUNT])
{
    WordList worked = {areas, 0};
    for (size_t i = 0; i < composition->areas->count; i++) {
        const uint8_t area = composition->areas->items[i];
        if (composition->list->areas & UINT32_C(1) << area)
            areas[worked.count++] = area;
    }
    return worked;
}

/* "Calves and feet at the desk, 6 min". */
static void add_title(Text *into, const Composition *composition)
{
    uint8_t areas[AREA_COUNT];
    const WordList worked = worked_areas(composition, areas);
    const int place = only_place(composition);
    Text title = {0};
    spoken_areas(&title, &worked, "", AREAS_IN_TITLE);
    if (place >= 0)
        text_print(&title, " %s", spoken_place(place));
    text_print(&title, ", %d min", (composition->seconds + MINUTE_S / 2) / MINUTE_S);
    title.bytes[0] = (char)toupper((unsigned char)title.bytes[0]);
    written_scalar(into, composition->wish->title ? composition->wish->title : text_show(&title));
    text_release(&title);
}

static void say_wish(Text *into, const Composition *composition)
{
    const ComposeWish *wish = composition->wish;
    text_add(into, "Put together for ");
    if (wish->areas.count > 0)
        spoken_areas(into, &wish->areas, "the ", AREAS_IN_HEAD);
    else
        text_add(into, wish->days_since ? "what has waited longest" : "a bit of all");
    if (wish->place >= 0)
        text_print(into, " %s", spoken_place(wish->place));
    if (wish->tools_are_known) {
        text_add(into, ", ");
        spoken_tools(into, &wish->tools);
    }
    text_print(into, ", %d min", composition->minutes);
    if (wish->goal != GOAL_NONE)
        text_print(into, ", %s", goal_name((int)wish->goal));
    text_add(into, ".");
    if (wish->health.count > 0)
        text_add(into, " What does not go with your health is left out.");
}

/* Why it is not as long as was asked for. */
static void say_length(Text *into, const Composition *composition)
{
    char length[DURATION_TEXT_SIZE];
    const int32_t short_s = composition->minutes * MINUTE_S - composition->seconds;
    if (short_s >= -CLOSE_S && short_s <= CLOSE_S)
        return;
    duration_words(length, composition->seconds);
    if (short_s < 0)
        text_print(into, "It takes %s: the shortest move that fits is longer than the time there is.", length);
    else
        text_print(into, "It takes %s, less than asked for: %s %zu %s, and longer holds or more rounds would "
                         "irritate more than they ease. Another part of the body, place or tool makes it longer.",
                   length, composition->list->count == 1 ? "only" : "no more than", composition->list->count,
                   composition->list->count == 1 ? "move fits" : "moves fit");
}

static void add_said(Text *into, int indent, Text *said)
{
    if (said->length > 0)
        written_comment(into, indent, said->bytes);
    text_release(said);
}

static void add_head(Text *into, const Composition *composition)
{
    Text wish = {0}, length = {0}, impossible = {0}, left_out = {0};
    say_wish(&wish, composition);
    say_length(&length, composition);
    if (composition->impossible.count > 0) {
        text_add(&impossible, "There is no move for ");
        spoken_areas(&impossible, &composition->impossible, "the ", AREAS_IN_HEAD);
        text_add(&impossible, " that fits.");
    }
    if (composition->left_out.count > 0) {
        text_add(&left_out, "For want of time or place it leaves out ");
        spoken_areas(&left_out, &composition->left_out, "the ", AREAS_IN_HEAD);
        text_add(&left_out, ".");
    }
    add_said(into, 0, &wish);
    add_said(into, 0, &length);
    add_said(into, 0, &impossible);
    add_said(into, 0, &left_out);
    written_comment(into, 0, "Change what you like: a key beside `use` replaces that key of the shared move.");
    text_add(into, "knead: 1\ntitle: ");
    add_title(into, composition);
    if (composition->wish->goal != GOAL_NONE)
        text_print(into, "\ngoal: %s", goal_name((int)composition->wish->goal));
    text_print(into, "\n\ndefaults:\n  prepare: %ds\n  switch: %ds\n\nmoves:\n", PICK_PREPARE_S, PICK_SWITCH_S);
}

static bool is_as_shared(const Pick *pick)
{
    for (size_t i = 0; i < pick->move->phase_count; i++) {
        if (pick->move->phases[i].hold.left_s != pick->candidate->move->phases[i].hold.left_s)
            return false;
    }
    return true;
}

/* Holds that are not as the shared move has them, and the shortest that a lone one may become. */
static void add_lengths(Text *into, int indent, const Pick *pick)
{
    char least[DURATION_TEXT_SIZE];
    const Move *move = pick->move;
    if (is_as_shared(pick))
        return;
    if (move->phase_count > 1) {
        written_phases(into, indent, move);
        return;
    }
    written_hold(into, indent, &move->phases[0].hold);
    if (move->least_s > 0)
        return;
    written_key(into, indent, "least");
    text_print(into, "%s\n",
               duration_written(least, MIN_OF(pick->candidate->holds[0].least_s, move->phases[0].hold.left_s)));
}

/* 1 for the first deep work of an area, 3 for what frames it. */
static int32_t priority_of(const Composition *composition, size_t index)
{
    const Pick *pick = &composition->list->items[index];
    if (pick->candidate->work == WORK_DEEP)
        return reason_is_first(composition->list, index, WORK_DEEP, pick->area) ? 1 : 2;
    return pick->candidate->work == WORK_STRETCH ? 2 : 3;
}

static void add_move(Text *into, int indent, const Composition *composition, size_t index)
{
    const Pick *pick = &composition->list->items[index];
    const Move *move = pick->move, *shared = pick->candidate->move;
    const bool is_new_place = index > 0 && pick->leg != composition->list->items[index - 1].leg;
    const int32_t hardest = composition->shape->hardest, priority = priority_of(composition, index);
    const Pressure *pressure = &shared->phases[0].pressure;
    Text reason = {0};
    reason_say(&reason, composition, index);
    add_said(into, indent, &reason);
    text_add_repeated(into, ' ', (size_t)indent);
    text_print(into, "- use: %s\n", pick->candidate->id);
    add_lengths(into, indent + 2, pick);
    if (pressure->is_set && pressure->high > hardest)
        written_pressure(into, indent + 2, MIN_OF(pressure->low, hardest - 1), hardest);
    if (is_new_place && move->prepare_s != pick_prepare_s(shared)) {
        written_key(into, indent + 2, "prepare");
        text_print(into, "%ds\n", move->prepare_s);
    }
    if (priority != shared->priority) {
        written_key(into, indent + 2, "priority");
        text_print(into, "%d\n", priority);
    }
}

/* Moves that are done round after round, or one alone. */
static void add_run(Text *into, const Composition *composition, size_t first, size_t count)
{
    const Pick *pick = &composition->list->items[first];
    const int indent = pick->rounds > 1 ? 6 : 2;
    if (pick->rounds > 1) {
        text_print(into, "  # %s, with a breath between.\n", count > 1 ? "Two rounds of these" : "Twice");
        text_print(into, "  - repeat: %d\n    between: %ds\n    moves:\n", pick->rounds, PICK_BETWEEN_S);
    }
    for (size_t i = 0; i < count; i++) {
        text_add(into, i > 0 ? "\n" : "");
        add_move(into, indent, composition, first + i);
    }
}

char *compose_text(const Composition *composition)
{
    const PickList *list = composition->list;
    const bool has_places = only_place(composition) < 0;
    Text text = {0};
    add_head(&text, composition);
    for (size_t i = 0; i < list->count;) {
        const size_t count = pick_run(list, i, composition->shape);
        text_add(&text, i > 0 ? "\n" : "");
        if (has_places && (i == 0 || list->items[i].leg != list->items[i - 1].leg)) {
            const char *place = spoken_place(list->journey.places[list->items[i].leg]);
            text_print(&text, "  # %s %s\n", i > 0 ? "Now" : "First", place);
        }
        add_run(&text, composition, i, count);
        i += count;
    }
    return text_detach(&text);
}
