/* SPDX-License-Identifier: MIT */
#include "compose/compose.h"

#include <ctype.h>
#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/text.h"
#include "compose/area_check.h"
#include "compose/arrange.h"
#include "compose/cautions.h"
#include "compose/health_ways.h"
#include "compose/limits.h"
#include "compose/match.h"
#include "compose/pick.h"
#include "compose/quick.h"
#include "compose/recipes.h"
#include "compose/wanted.h"
#include "routine/filter.h"
#include "routine/wording.h"
#include "yaml/emit.h"

enum { MINUTE_S = 60, CLOSE_S = 30, USUAL_MINUTES = 10 };
enum { AREAS_IN_TITLE = 3, AREAS_IN_HEAD = 6, AREAS_IN_REASON = 3, NOTES_LIMIT = 10, TOOLS_LIMIT = 16, ANY = -1 };

/* A routine that was put together, to be written down. */
typedef struct Composition {
    const ComposeMove *moves;
    size_t move_count;
    const ComposeRequest *request; /* its areas are all that may be worked */
    const PersonHealth *settings;  /* the health words but those that were said for this routine alone */
    const Wanted *wanted;
    const GoalRules *rules;
    const PickList *list;
    ComposeNotes *notes;
} Composition;

/* What comes before the parts of the body: where it is the area's first such work, and where it is one more. */
typedef struct Reason {
    const char *first, *other;
} Reason;

static const Reason reasons[WORK_COUNT] = {
    [WORK_WAKE] = {"Movement for ", "More movement for "},
    [WORK_WARM] = {"Warms up ", "Warms up more of "},
    [WORK_DEEP] = {"Works on ", "More work for "},
    [WORK_STRETCH] = {"Stretches ", "Another stretch for "},
    [WORK_USE] = {"Movement for ", "More movement for "},
    [WORK_BREATHE] = {"A quiet end: slow your breathing and relax", "Keep breathing slowly"},
};

/* Of an area that was asked for. */
static const char main_reason[] = "The main work for ";

/* Where light strokes do not warm up, but come after the work. */
static const Reason light_use = {"Light strokes for ", "More light strokes for "};

/* Those of the areas of the request that `bits` has, in the order of their turns. */
static WordList areas_in(const Composition *composition, uint32_t bits)
{
    const WordList *order = &composition->list->order;
    WordList chosen = {arena_take_array(&composition->notes->arena, order->count, sizeof *chosen.items), 0};
    for (size_t i = 0; i < order->count; i++) {
        if (bits & AREA_BIT(order->items[i]))
            chosen.items[chosen.count++] = order->items[i];
    }
    return chosen;
}

static void say_areas(Text *into, const Composition *composition, uint32_t bits, const char *article, size_t most)
{
    const WordList areas = areas_in(composition, bits);
    wording_areas(into, &areas, article, most);
}

/* Whether no pick before it is of that work for that area; ANY is any. */
static bool is_first(const PickList *list, size_t index, int work, int area)
{
    for (size_t i = 0; i < index; i++) {
        const Pick *pick = &list->items[i];
        if ((work == ANY || (int)pick->work == work) && (area == ANY || pick->area == area))
            return false;
    }
    return true;
}

/* Whether a deep work is the first for an area asked for: of moves that are for areas asked for first of all, if there
 * is one. */
static bool is_main(const PickList *list, size_t index)
{
    const Pick *pick = &list->items[index];
    size_t first = list->count;
    bool is_own = false;
    for (size_t i = 0; i < list->count && !is_own; i++) {
        const Pick *other = &list->items[i];
        if (other->work != WORK_DEEP || other->area != pick->area)
            continue;
        is_own = (list->asked & AREA_BIT(other->candidate->move->areas.items[0])) != 0;
        first = is_own || first == list->count ? i : first;
    }
    return list->asked & AREA_BIT(pick->area) && first == index;
}

/* The area asked for that an area belongs with. */
static int belongs_with(const Composition *composition, int area)
{
    const WordList asked = areas_in(composition, composition->list->asked);
    for (size_t i = 0; i < asked.count; i++) {
        if (recipe_brings(asked.items[i], area))
            return asked.items[i];
    }
    return ANY;
}

/* Why a move is there; at the first one for an area, how long ago that was worked too. */
static const char *reason_of(const Composition *composition, size_t index)
{
    const PickList *list = composition->list;
    const Pick *pick = &list->items[index];
    const int work = (int)pick->work;
    const int area = work == WORK_BREATHE ? ANY : pick->area;
    const int with = area == ANY || pick->candidate->areas & list->asked ? ANY : belongs_with(composition, area);
    const int32_t days = composition->request->days_since && area != ANY && with == ANY &&
                                 is_first(list, index, ANY, area)
                             ? composition->request->days_since[area]
                             : 0;
    const bool is_light = pick->work == WORK_USE && pick->candidate->work == WORK_WARM;
    const Reason *reason = is_light ? &light_use : &reasons[work];
    Text why = {0};
    const bool is_the_main = pick->work == WORK_DEEP && is_main(list, index);
    text_add(&why, is_the_main ? main_reason : is_first(list, index, work, area) ? reason->first : reason->other);
    if (area != ANY)
        say_areas(&why, composition, pick->candidate->areas & (is_the_main ? list->asked : UINT32_MAX), "the ",
                  AREAS_IN_REASON);
    if (with != ANY) {
        text_add(&why, ", to go with the ");
        wording_area(&why, with);
    }
    if (days < 0)
        text_add(&why, ". Not done yet: the ");
    else if (days > 0)
        text_print(&why, ". %d day%s since the ", days, days == 1 ? "" : "s");
    if (days != 0)
        wording_area(&why, area);
    text_add_char(&why, '.');
    const char *kept = arena_copy(&composition->notes->arena, why.bytes);
    text_release(&why);
    return kept;
}

/* A paragraph for the head, where there is anything to say. */
static void take_note(ComposeNotes *notes, Text *said)
{
    if (said->length > 0)
        notes->said.items[notes->said.count++] = arena_copy(&notes->arena, said->bytes);
    text_release(said);
}

static size_t count_kept_out(const Composition *composition, uint32_t obstacles)
{
    return match_count(composition->moves, composition->move_count, composition->request, obstacles);
}

/* The person's own words, and whether what is known by them is in it. */
static void note_words(const Composition *composition)
{
    const PickList *list = composition->list;
    const Wanted *wanted = composition->wanted;
    bool is_there = wanted->move_count == 0;
    Text said = {0};
    for (size_t i = 0; i < list->count; i++)
        is_there = is_there || list->items[i].candidate->wanted > 0;
    if (wanted->said)
        text_print(&said, "For: %s.", wanted->said);
    if (wanted->unknown)
        text_print(&said, " Not known, and passed over: %s.", wanted->unknown);
    if (!is_there)
        text_add(&said, " None of the moves known for it fits here, so these are others for the same parts.");
    take_note(composition->notes, &said);
}

static void note_request(const Composition *composition)
{
    const ComposeRequest *request = composition->request;
    const WordList said_for = areas_in(composition, composition->list->asked);
    const WordList *areas = composition->wanted->said ? &said_for : &composition->wanted->areas;
    Text said = {0};
    text_add(&said, "Composed for ");
    if (areas->count > 0)
        wording_areas(&said, areas, "the ", AREAS_IN_HEAD);
    else
        text_add(&said, request->days_since ? "what you have not done for longest" : "the whole body");
    for (size_t i = 0; i < request->places.count; i++)
        text_print(&said, "%s %s", i > 0 ? " or" : "", wording_place(request->places.items[i]));
    if (request->tools_are_known) {
        text_add(&said, ", ");
        wording_with(&said, &request->tools);
    }
    text_print(&said, ", %d min", composition->notes->minutes);
    if (request->goal != GOAL_NONE)
        text_print(&said, ", %s", goal_name((int)request->goal));
    text_add(&said, ".");
    if (count_kept_out(composition, MATCH_HEALTH) > 0)
        text_add(&said, " Moves that do not suit your health are left out.");
    if (complaints_sum(request->complaints).leaves_out)
        text_add(&said, " What may be too much for a complaint is left out.");
    take_note(composition->notes, &said);
}

/* The health words that were said in other words, and that the settings do not have. */
static void note_health(const Composition *composition)
{
    const WordList *all = &composition->request->health.words;
    Text note = {0};
    for (size_t i = 0; i < all->count; i++) {
        if (!filter_has_word(&composition->settings->words, all->items[i]))
            text_print(&note, "%s%s", note.length == 0 ? "Health words that go with what you said: " : ", ",
                       health_name(all->items[i]));
    }
    if (note.length > 0)
        text_add(&note, ". Put them into the settings to have them in every session.");
    take_note(composition->notes, &note);
}

/* What of the request could be changed to get more: "Elsewhere 3 more fit." */
static void say_more(Text *into, const Composition *composition)
{
    static const struct {
        uint32_t obstacle;
        const char *lead;
    } ways[] = {
        {MATCH_PLACE, "Elsewhere"},
        {MATCH_TOOLS, "With other tools"},
        {MATCH_GOAL, "With no goal, or another one,"},
        {MATCH_AREA, "For other parts of the body"},
    };
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        const size_t count = count_kept_out(composition, ways[i].obstacle);
        if (count > 0)
            text_print(into, " %s %zu more fit%s.", ways[i].lead, count, count == 1 ? "s" : "");
    }
}

/* Why it is not as long as was asked for, and what would make it longer. */
static void note_length(const Composition *composition)
{
    char length[DURATION_TEXT_SIZE];
    const PickList *list = composition->list;
    const int32_t short_s = composition->notes->minutes * MINUTE_S - list->seconds;
    size_t used = 0;
    Text said = {0};
    if (short_s >= -CLOSE_S && short_s <= CLOSE_S)
        return;
    for (size_t i = 0; i < list->count; i++)
        used += list->items[i].candidate->areas != 0;
    text_print(&said, "It takes %s", duration_words(length, list->seconds));
    if (short_s < 0) {
        text_add(&said, ": the shortest move that fits is longer than your time.");
    } else {
        text_print(&said, ", less than asked for: only %zu move%s", list->fitting,
                   list->fitting == 1 ? " fits" : "s fit");
        if (used < list->fitting)
            text_add(&said, ", and some of those are too long, need another place or repeat what is already there");
        text_print(&said, ". All holds%s are as long as they can be, and no move is there more than twice.%s",
                   list->is_warm_up_full ? " but those of the warm-up" : "",
                   list->is_friction_full ? " Cross-friction stays under 2 minutes a side." : "");
    }
    say_more(&said, composition);
    take_note(composition->notes, &said);
}

/* What has to be at hand, each once. */
static void note_tools(const Composition *composition)
{
    const PickList *list = composition->list;
    const ComposeRequest *request = composition->request;
    const char *names[TOOLS_LIMIT];
    TextList tools = {names, 0};
    Text said = {0};
    bool is_served = false;
    for (size_t i = 0; i < list->count; i++) {
        const ToolList *needs = &list->items[i].candidate->move->tools;
        for (size_t k = 0; k < needs->count && tools.count < TOOLS_LIMIT; k++) {
            const char *name = wording_tool(needs, k, &request->tools, true);
            const char *served = recipe_tool_at_hand(&request->tools, &needs->items[k]);
            is_served = is_served || (served && !filter_tool_at_hand(&request->tools, &needs->items[k]));
            name = *name && served && request->tools_are_known ? served : name;
            if (*name && !filter_has_text(&tools, name))
                names[tools.count++] = name;
        }
    }
    if (tools.count > 0) {
        text_add(&said, "It is done ");
        wording_with(&said, &tools);
        text_print(&said, ".%s", is_served ? " Where a single ball is needed, take one of the pair." : "");
    }
    take_note(composition->notes, &said);
}

/* Who expects a ball is told. */
static const char nothing_presses[] = "Nothing here presses: movement, stretches and breathing do the work.";

/* The areas that were named, and that nothing presses on though pressing would be their work. A warm-up is movement
 * first of all. */
static uint32_t unpressed_areas(const Composition *composition)
{
    const ComposeRequest *request = composition->request;
    const PickList *list = composition->list;
    uint32_t areas = 0;
    for (size_t i = 0; i < composition->wanted->named && !list->rises; i++)
        areas |= AREA_BIT(request->areas.items[i]) & ~list->easy.calm & list->areas;
    for (size_t i = 0; i < list->count; i++)
        areas &= pick_list_presses(&list->items[i]) ? ~list->items[i].candidate->areas : UINT32_MAX;
    return areas;
}

static void note_areas(ComposeNotes *notes, const char *lead, const WordList *areas, const char *end)
{
    Text said = {0};
    if (areas->count > 0) {
        text_add(&said, lead);
        wording_areas(&said, areas, "the ", AREAS_IN_HEAD);
        text_add(&said, end);
    }
    take_note(notes, &said);
}

/* Those that were asked for, or said, and that nothing may be done for. */
static WordList impossible_areas(const Composition *composition)
{
    const uint32_t bits = (composition->list->asked | composition->request->said_areas) & ~composition->list->possible;
    WordList chosen = {arena_take_array(&composition->notes->arena, AREA_COUNT, sizeof *chosen.items), 0};
    for (int area = 0; area < AREA_COUNT; area++) {
        if (bits & AREA_BIT(area))
            chosen.items[chosen.count++] = (uint8_t)area;
    }
    return chosen;
}

static void take_notes(const Composition *composition)
{
    ComposeNotes *notes = composition->notes;
    const PickList *list = composition->list;
    notes->said.items = arena_take_array(&notes->arena, NOTES_LIMIT, sizeof *notes->said.items);
    notes->impossible = impossible_areas(composition);
    notes->no_time = areas_in(composition, list->asked & list->reachable & ~list->areas);
    notes->no_place = areas_in(composition, list->asked & list->possible & ~list->reachable & ~list->areas);
    note_words(composition);
    note_request(composition);
    note_health(composition);
    note_tools(composition);
    note_length(composition);
    note_areas(notes, "No matching move for ", &notes->impossible, ".");
    const WordList unpressed = areas_in(composition, unpressed_areas(composition));
    if (unpressed.count == 0 && pick_list_pressed(list) == 0)
        notes->said.items[notes->said.count++] = nothing_presses;
    note_areas(notes, "Nothing presses on ", &unpressed, ": no move that does so fits here.");
    note_areas(notes, "Not enough time for ", &notes->no_time, ".");
    note_areas(notes, "Left out: ", &notes->no_place, ", because you would have to change places again.");
    notes->whys = arena_take_array(&notes->arena, list->count, sizeof *notes->whys);
    for (; notes->count < list->count; notes->count++)
        notes->whys[notes->count] = (ComposeWhy){arena_copy(&notes->arena, list->items[notes->count].candidate->id),
                                                 reason_of(composition, notes->count)};
}

/* The only place of it all, or -1. */
static int only_place(const PickList *list)
{
    for (size_t i = 1; i < list->count; i++) {
        if (list->items[i].stop != list->items[0].stop)
            return -1;
    }
    return list->places[list->items[0].stop];
}

/* "Calves and feet at the desk, 6 min"; "Breathing on a chair, 2 min" where there is nothing else. */
static void add_title(Text *into, const Composition *composition)
{
    const PickList *list = composition->list;
    const int place = only_place(list);
    Text title = {0};
    if ((list->areas & list->asked) == 0)
        text_add(&title, "breathing");
    say_areas(&title, composition, list->areas & list->asked, "", AREAS_IN_TITLE);
    text_print(&title, "%s%s, %d min", place >= 0 ? " " : "", place >= 0 ? wording_place(place) : "",
               (list->seconds + MINUTE_S / 2) / MINUTE_S);
    title.bytes[0] = (char)toupper((unsigned char)title.bytes[0]);
    emit_scalar(into, title.bytes, title.length, false);
    text_release(&title);
}

/* Whether some of it is done standing, so that nobody is got up by what is to be tried. */
static bool stands_somewhere(const PickList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].stance == STANCE_STANDING)
            return true;
    }
    return false;
}

/* Whether there is a wall where it is done: nobody is sent to look for one. */
static bool has_wall(const PickList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const int place = list->places[list->items[i].stop];
        if (place == PLACE_WALL || place == PLACE_DOORWAY || place == PLACE_FLOOR)
            return true;
    }
    return false;
}

/* The movement to try before and after is for the first area that is worked. Where there is only breathing, it is that
 * of the belly. */
static void add_check(Text *into, const Composition *composition)
{
    const WordList areas = areas_in(composition, composition->list->areas & composition->list->asked);
    const int area = areas.count > 0 ? areas.items[0] : AREA_ABDOMEN;
    const bool stands = stands_somewhere(composition->list) &&
                        (has_wall(composition->list) || !area_check_needs_wall(area));
    const char *check = area_check_of(area, &composition->request->health, stands);
    text_add(into, "\ncheck: ");
    emit_scalar(into, check, strlen(check), false);
}

static void add_head(Text *into, const Composition *composition)
{
    const ComposeNotes *notes = composition->notes;
    for (size_t i = 0; i < notes->said.count; i++)
        emit_comment(into, 0, notes->said.items[i]);
    emit_comment(into, 0, "Change what you like: a key next to `use` replaces that key of the shared move.");
    text_add(into, "knead: 1\ntitle: ");
    add_title(into, composition);
    if (composition->request->goal != GOAL_NONE)
        text_print(into, "\ngoal: %s", goal_name((int)composition->request->goal));
    if (pick_list_pressed(composition->list) == 0)
        text_print(into, "\nsummary: \"%s\"", nothing_presses);
    add_check(into, composition);
    cautions_add(into, composition->list, composition->wanted, composition->request);
    text_add(into, "\n\nmoves:\n");
}

/* The key of a hold that is not as the shared move has it. */
static void add_hold(Text *into, int indent, const Pick *pick)
{
    char first[DURATION_TEXT_SIZE], last[DURATION_TEXT_SIZE];
    const Move *move = pick->candidate->move;
    const Hold *hold = &move->phases[0].hold;
    const int32_t unit_s = hold->kind == HOLD_PASSES ? hold->pace_s : pick->candidate->hold.unit_s;
    const int32_t units = pick->hold_s / unit_s;
    if (move->phase_count > 1 || pick->hold_s == hold->left_s)
        return;
    if (hold->kind == HOLD_PASSES || hold->kind == HOLD_BREATHS)
        text_print(into, "%*s%s: %d\n", indent, "", hold->kind == HOLD_PASSES ? "passes" : "breaths", units);
    else if (hold->kind == HOLD_RANGE && hold->may_end_s < pick->hold_s)
        text_print(into, "%*shold: %s-%s\n", indent, "", duration_written(first, hold->may_end_s),
                   duration_written(last, pick->hold_s));
    else
        text_print(into, "%*shold: %s\n", indent, "", duration_written(last, pick->hold_s));
}

/* 1 for the first deep work of an area, 3 for what frames it. */
static int32_t priority_of(const PickList *list, size_t index)
{
    const Pick *pick = &list->items[index];
    if (pick->work == WORK_DEEP && list->asked & AREA_BIT(pick->area))
        return is_main(list, index) ? 1 : 2;
    if (pick->work == WORK_DEEP)
        return is_first(list, index, WORK_DEEP, pick->area) ? 1 : 2;
    return pick->work == WORK_STRETCH ? 2 : 3;
}

/* What the health and the complaints ask, and then the move that the routine begins with: one question, as all has to
 * be answered before anything is done. */
static void add_question(Text *into, int indent, const Composition *composition)
{
    Text question = {0};
    const Move *move = composition->list->items[0].candidate->move;
    limits_add_questions(&question, composition->request, pick_list_pressed(composition->list),
                         composition->list->areas);
    if (question.length > 0) {
        text_print(&question, "%s%s", move->confirm ? " " : "", move->confirm ? move->confirm : "");
        text_print(into, "%*sconfirm: ", indent, "");
        emit_scalar(into, text_show(&question), question.length, false);
        text_add_char(into, '\n');
    }
    text_release(&question);
}

static void add_way(Text *into, int indent, const HealthWay *way)
{
    text_print(into, "%*ssetup: ", indent, "");
    emit_scalar(into, way->setup, strlen(way->setup), false);
    text_print(into, "\n%*sposition: %s\n", indent, "", way->position);
}

static void add_move(Text *into, int indent, const Composition *composition, size_t index)
{
    const PickList *list = composition->list;
    const Pick *pick = &list->items[index];
    const Move *move = pick->candidate->move;
    const Pressure *pressure = &move->phases[0].pressure;
    const int32_t hardest = limits_hardest(composition->request, move), priority = priority_of(list, index);
    const HealthWay *way = health_way_of(&composition->request->health, pick->candidate->id, list->places[pick->stop]);
    Text comment = {0};
    text_print(&comment, "%s. %s", move->name, composition->notes->whys[index].why);
    emit_comment(into, (size_t)indent, text_show(&comment));
    text_release(&comment);
    text_print(into, "%*s- use: %s\n", indent, "", pick->candidate->id);
    if (quick_is(move))
        quick_write(into, indent + 2, move, pick->hold_s, hardest);
    else
        add_hold(into, indent + 2, pick);
    if (way)
        add_way(into, indent + 2, way);
    if (pressure->is_set && pressure->high > hardest && !quick_is(move))
        text_print(into, "%*spressure: %d-%d\n", indent + 2, "", MIN_OF(pressure->low, hardest - 1), hardest);
    /* A set-up of its own would change the time for it. */
    if (way || (index > 0 && pick->stop != list->items[index - 1].stop))
        text_print(into, "%*sprepare: %ds\n", indent + 2, "", pick->prepare_s);
    if (index == 0)
        add_question(into, indent + 2, composition);
    if (priority != move->priority)
        text_print(into, "%*spriority: %d\n", indent + 2, "", priority);
}

/* Moves that are done round after round, or one alone. */
static void add_run(Text *into, const Composition *composition, size_t first, size_t count)
{
    const Pick *pick = &composition->list->items[first];
    const int indent = pick->rounds > 1 ? 6 : 2;
    if (pick->rounds > 1)
        text_print(into, "  # %s, with a short rest between.\n  - repeat: %d\n    between: %ds\n    moves:\n",
                   count > 1 ? "Two rounds of these" : "Twice", pick->rounds, PICK_BETWEEN_S);
    for (size_t i = 0; i < count; i++) {
        text_add(into, i > 0 ? "\n" : "");
        add_move(into, indent, composition, first + i);
    }
}

/* The file as a person would write it; to free(). */
static char *write_down(const Composition *composition)
{
    const PickList *list = composition->list;
    const bool has_places = only_place(list) < 0;
    Text text = {0};
    take_notes(composition);
    add_head(&text, composition);
    for (size_t i = 0; i < list->count;) {
        const size_t count = arrange_run(list, i, composition->rules);
        text_add(&text, i > 0 ? "\n" : "");
        if (has_places && (i == 0 || list->items[i].stop != list->items[i - 1].stop))
            text_print(&text, "  # %s %s\n", i > 0 ? "Now" : "First", wording_place(list->places[list->items[i].stop]));
        add_run(&text, composition, i, count);
        i += count;
    }
    return text_detach(&text);
}

char *compose_routine(const ComposeMove *moves, size_t count, const ComposeRequest *request, ComposeNotes *notes,
                      char **problem)
{
    ComposeNotes unread = {.minutes = 0};
    Wanted wanted;
    Arena arena = {0};
    Text wrong_word = {0};
    char *text = NULL;
    ComposeRequest whole = *request;
    Composition composition = {moves, count, &whole, &request->health, &wanted, NULL, NULL, notes ? notes : &unread};
    const int32_t minutes = request->minutes == 0 ? USUAL_MINUTES : request->minutes;
    composition.notes->minutes = MIN_OF(MAX_OF(minutes, COMPOSE_LEAST_MINUTES), COMPOSE_MOST_MINUTES);
    composition.notes->is_word_wrong = !wanted_find(&wanted, &arena, moves, count, request, &wrong_word);
    whole.tools = recipe_tools_for(&arena, request);
    whole.areas = wanted.areas;
    whole.named = wanted.named;
    whole.complaints = wanted.complaints;
    whole.about = wanted.about;
    whole.focus = wanted.focus;
    whole.said_areas = wanted.said_areas;
    whole.goal = wanted.goal;
    whole.health = wanted.health;
    composition.rules = goal_rules_of(whole.goal);
    moves = composition.moves = quick_strokes_alone(&arena, moves, count, &whole.health);
    if (whole.goal == GOAL_WARM_UP)
        moves = composition.moves = quick_moves(&arena, moves, count);
    if (!composition.notes->is_word_wrong)
        composition.list = pick_best(&arena, moves, count, &whole, &wanted, composition.notes->minutes);
    if (composition.list && whole.areas.count > 0) {
        whole.areas = composition.list->order;
        whole.easy = composition.list->easy;
    }
    if (composition.list)
        text = write_down(&composition);
    else
        *problem = wrong_word.bytes ? text_detach(&wrong_word) : match_explain_none(moves, count, &whole);
    arena_release(&arena);
    arena_release(&unread.arena);
    return text;
}
