/* SPDX-License-Identifier: MIT */
#include "compose/write.h"

#include <ctype.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/text.h"
#include "compose/composition.h"
#include "compose/written.h"
#include "session/spoken.h"

/* Why a move is in a routine that was put together, in a sentence. */

enum { AREAS_NAMED = 3, ANY_AREA = -1 };

/* What a technique does, for the comment above its move. */
static const char *const doings[TECHNIQUE_COUNT + 1] = {
    [TECHNIQUE_SUSTAINED_PRESSURE] = "stay on the spot until it softens",
    [TECHNIQUE_STRIPPING] = "slow strokes along the muscle",
    [TECHNIQUE_CROSS_FRICTION] = "small strokes across it",
    [TECHNIQUE_SKIN_SHEAR] = "slide the skin over what lies below",
    [TECHNIQUE_SKIN_ROLLING] = "roll a wave of skin ahead",
    [TECHNIQUE_PIN_AND_MOVE] = "pin the spot and move the joint",
    [TECHNIQUE_PIN_AND_SPIN] = "pin the spot, turn the tool, move",
    [TECHNIQUE_CONTRACT_RELAX] = "press lightly, then let go",
    [TECHNIQUE_STACK] = "pressed from two sides",
    [TECHNIQUE_PLOW] = "push one way, like a plough",
    [TECHNIQUE_OSCILLATION] = "small, easy rocking",
    [TECHNIQUE_FLUSH] = "light strokes toward the heart",
    [TECHNIQUE_CIRCLES] = "small circles",
    [TECHNIQUE_STRETCH] = "a stretch",
    [TECHNIQUE_MOVEMENT] = "easy movement",
    [TECHNIQUE_BREATHE] = "slow breaths",
    [TECHNIQUE_NONE] = "at your own pace",
};

/* Whether no pick before it is of that work for that area; an area of -1 is any. */
static bool reason_is_first(const PickList *list, size_t index, Work work, int area)
{
    for (size_t i = 0; i < index; i++) {
        if (list->items[i].candidate->work == work && (area == ANY_AREA || list->items[i].area == area))
            return false;
    }
    return true;
}

/* How the wished parts of the body that a move works on are called: "calves and hamstrings". */
static void say_areas(Text *into, const Composition *composition, const Pick *pick)
{
    uint8_t areas[AREA_COUNT];
    WordList own = {areas, 0};
    for (size_t i = 0; i < composition->areas->count; i++) {
        const uint8_t area = composition->areas->items[i];
        if (pick->candidate->areas & UINT32_C(1) << area)
            areas[own.count++] = area;
    }
    spoken_areas(into, &own, "the ", AREAS_NAMED);
}

/* The day count of an area at its first move. */
static void say_days(Text *into, const Composition *composition, size_t index)
{
    const int32_t *days = composition->request->days_since;
    const int area = composition->list->items[index].area;
    bool is_told = !days || days[area] == 0;
    for (size_t i = 0; i < index; i++)
        is_told = is_told || composition->list->items[i].area == area;
    if (is_told)
        return;
    if (days[area] < 0)
        text_add(into, " Nothing on record yet for the ");
    else
        text_print(into, " %d day%s since the ", days[area], days[area] == 1 ? "" : "s");
    spoken_area(into, area);
    text_add(into, ".");
}

/* What comes before the parts of the body: where it is the area's first such work, and where it is one more. */
static const struct {
    const char *first, *other;
} reasons[WORK_COUNT] = {
    [WORK_WAKE] = {"Wakes up ", "More movement for "},
    [WORK_WARM] = {"Warms ", "Goes on warming "},
    [WORK_DEEP] = {"The main work for ", "More work for "},
    [WORK_STRETCH] = {"Stretches ", "Another stretch for "},
    [WORK_BREATHE] = {"A quiet end: the breath slows, and the rest follows", "And stay with the breath"},
};

static void reason_say(Text *into, const Composition *composition, size_t index)
{
    const Pick *pick = &composition->list->items[index];
    const Work work = pick->candidate->work;
    const uint8_t *rank = composition->shape->rank;
    const bool is_new = reason_is_first(composition->list, index, work, work == WORK_BREATHE ? ANY_AREA : pick->area);
    if (work == WORK_WAKE && rank[WORK_WAKE] > rank[WORK_DEEP])
        text_add(into, reason_is_first(composition->list, index, work, ANY_AREA)
                           ? "Movement comes last, to use it all: "
                           : "And on the move: ");
    else
        text_add(into, is_new ? reasons[work].first : reasons[work].other);
    if (work != WORK_BREATHE)
        say_areas(into, composition, pick);
    if (work == WORK_STRETCH && is_new && !reason_is_first(composition->list, index, WORK_DEEP, pick->area))
        text_add(into, ", now that the pressure is done");
    if (work == WORK_DEEP || work == WORK_WARM)
        text_print(into, ": %s", doings[pick->candidate->technique]);
    text_add(into, ".");
    if (work != WORK_BREATHE)
        say_days(into, composition, index);
}

enum { AREAS_IN_TITLE = 3, AREAS_IN_HEAD = 6, MINUTE_S = 60, CLOSE_S = 30, NOTES_LIMIT = 5 };

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
    written_scalar(into, composition->request->title ? composition->request->title : text_show(&title));
    text_release(&title);
}

/* A paragraph for the head, where there is anything to say. */
static void take_note(ComposeNotes *notes, Text *said)
{
    if (said->length > 0)
        notes->said.items[notes->said.count++] = arena_copy(&notes->arena, said->bytes);
    text_release(said);
}

static void note_wish(ComposeNotes *notes, const Composition *composition)
{
    const ComposeRequest *request = composition->request;
    Text said = {0};
    text_add(&said, "Put together for ");
    if (request->areas.count > 0)
        spoken_areas(&said, &request->areas, "the ", AREAS_IN_HEAD);
    else
        text_add(&said, request->days_since ? "what has waited longest" : "a bit of all");
    if (request->place >= 0)
        text_print(&said, " %s", spoken_place(request->place));
    if (request->tools_are_known) {
        text_add(&said, ", ");
        spoken_tools(&said, &request->tools);
    }
    text_print(&said, ", %d min", notes->minutes);
    if (request->goal != GOAL_NONE)
        text_print(&said, ", %s", goal_name((int)request->goal));
    text_add(&said, ".");
    if (composition->more.health > 0)
        text_add(&said, " What does not go with your health is left out.");
    take_note(notes, &said);
}

/* "3 more fit" */
static void say_count(Text *into, const char *lead, size_t count, const char *one, const char *other)
{
    if (count > 0)
        text_print(into, "%s%zu %s", lead, count, count == 1 ? one : other);
}

/* How many moves fit, and why some of them are not in it. */
static void say_moves(Text *into, const Composition *composition)
{
    static const struct {
        const char *one, *other;
    } bars[PICK_BAR_COUNT] = {
        [PICK_NO_PLACE] = {"is done at yet another place, or would have you go back to one.",
                           "are done at yet other places, or would have you go back to one."},
        [PICK_ENOUGH] = {"is of a kind that there is enough of.", "are of a kind that there is enough of."},
        [PICK_NO_TIME] = {"is too long for the rest of the time.", "are too long for the rest of the time."},
        [PICK_FRICTION] = {"is more cross-friction.", "are more cross-friction."},
    };
    size_t used = composition->fitting;
    for (int bar = 0; bar < PICK_BAR_COUNT; bar++)
        used -= composition->barred[bar];
    if (used == composition->fitting)
        say_count(into, "only ", used, "move fits", "moves fit");
    else
        text_print(into, "of %zu moves that fit, %zu %s in it", composition->fitting, used, used == 1 ? "is" : "are");
    text_add(into, composition->list->count > used ? ", beside slow breathing." : ".");
    for (int bar = 0; bar < PICK_BAR_COUNT; bar++)
        say_count(into, " ", composition->barred[bar], bars[bar].one, bars[bar].other);
}

static void say_more(Text *into, const Composition *composition)
{
    const BlameMore *more = &composition->more;
    const char *tools = composition->request->tools.count > 0 ? " With other tools " : " With tools ";
    say_count(into, " Elsewhere ", more->elsewhere, "more fits.", "more fit.");
    say_count(into, tools, more->with_tools, "more fits.", "more fit.");
    say_count(into, " With no goal, or another one, ", more->with_goals, "more fits.", "more fit.");
    say_count(into, " For other parts of the body ", more->other_areas, "more fits.", "more fit.");
}

/* Why it is not as long as was asked for, and what would make it longer. */
static void note_length(ComposeNotes *notes, const Composition *composition)
{
    char length[DURATION_TEXT_SIZE];
    const int32_t short_s = notes->minutes * MINUTE_S - composition->seconds;
    Text said = {0};
    if (short_s >= -CLOSE_S && short_s <= CLOSE_S)
        return;
    text_print(&said, "It takes %s", duration_words(length, composition->seconds));
    if (short_s < 0) {
        text_add(&said, ": the shortest move that fits is longer than the time there is.");
    } else {
        text_add(&said, ", less than asked for: ");
        say_moves(&said, composition);
        text_add(&said, composition->is_longest
                            ? " All holds are at their longest, and nothing is done more than twice."
                            : " Nothing is done more than twice.");
        if (composition->is_friction_full)
            text_add(&said, " Cross-friction stays under 2 minutes a side.");
    }
    say_more(&said, composition);
    take_note(notes, &said);
}

static void note_areas(ComposeNotes *notes, const char *lead, const WordList *areas, const char *end)
{
    Text said = {0};
    if (areas->count > 0) {
        text_add(&said, lead);
        spoken_areas(&said, areas, "the ", AREAS_IN_HEAD);
        text_add(&said, end);
    }
    take_note(notes, &said);
}

static void take_notes(ComposeNotes *notes, const Composition *composition)
{
    const size_t count = composition->list->count;
    notes->said.items = arena_take_array(&notes->arena, NOTES_LIMIT, sizeof *notes->said.items);
    note_wish(notes, composition);
    note_length(notes, composition);
    note_areas(notes, "There is no move for ", &notes->impossible, " that fits.");
    note_areas(notes, "For want of time it leaves out ", &notes->no_time, ".");
    note_areas(notes, "It leaves out ", &notes->no_place,
               ", which would take you to yet another place or back to one.");
    notes->whys = arena_take_array(&notes->arena, count, sizeof *notes->whys);
    for (; notes->count < count; notes->count++) {
        const char *use = composition->list->items[notes->count].candidate->id;
        Text why = {0};
        reason_say(&why, composition, notes->count);
        notes->whys[notes->count] = (ComposeWhy){arena_copy(&notes->arena, use), arena_copy(&notes->arena, why.bytes)};
        text_release(&why);
    }
}

static void add_head(Text *into, const Composition *composition, const ComposeNotes *notes)
{
    for (size_t i = 0; i < notes->said.count; i++)
        written_comment(into, 0, notes->said.items[i]);
    written_comment(into, 0, "Change what you like: a key beside `use` replaces that key of the shared move.");
    text_add(into, "knead: 1\ntitle: ");
    add_title(into, composition);
    if (composition->request->goal != GOAL_NONE)
        text_print(into, "\ngoal: %s", goal_name((int)composition->request->goal));
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

static void add_move(Text *into, int indent, const Composition *composition, const char *why, size_t index)
{
    const Pick *pick = &composition->list->items[index];
    const Move *move = pick->move, *shared = pick->candidate->move;
    const bool is_new_place = index > 0 && pick->leg != composition->list->items[index - 1].leg;
    const int32_t hardest = composition->shape->hardest, priority = priority_of(composition, index);
    const Pressure *pressure = &shared->phases[0].pressure;
    written_comment(into, indent, why);
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
static void add_run(Text *into, const Composition *composition, const ComposeNotes *notes, size_t first, size_t count)
{
    const Pick *pick = &composition->list->items[first];
    const int indent = pick->rounds > 1 ? 6 : 2;
    if (pick->rounds > 1) {
        text_print(into, "  # %s, with a breath between.\n", count > 1 ? "Two rounds of these" : "Twice");
        text_print(into, "  - repeat: %d\n    between: %ds\n    moves:\n", pick->rounds, PICK_BETWEEN_S);
    }
    for (size_t i = 0; i < count; i++) {
        text_add(into, i > 0 ? "\n" : "");
        add_move(into, indent, composition, notes->whys[first + i].why, first + i);
    }
}

char *write_composition(const Composition *composition, ComposeNotes *notes)
{
    const PickList *list = composition->list;
    const bool has_places = only_place(composition) < 0;
    Text text = {0};
    take_notes(notes, composition);
    add_head(&text, composition, notes);
    for (size_t i = 0; i < list->count;) {
        const size_t count = pick_run(list, i, composition->shape);
        text_add(&text, i > 0 ? "\n" : "");
        if (has_places && (i == 0 || list->items[i].leg != list->items[i - 1].leg)) {
            const char *place = spoken_place(list->journey.places[list->items[i].leg]);
            text_print(&text, "  # %s %s\n", i > 0 ? "Now" : "First", place);
        }
        add_run(&text, composition, notes, i, count);
        i += count;
    }
    return text_detach(&text);
}
