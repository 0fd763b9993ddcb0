/* SPDX-License-Identifier: MIT */
#include "ui/screens/plan_page.h"

#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "progress/balance.h"
#include "routine/filter.h"
#include "routine/timeline.h"
#include "routine/wording.h"
#include "session/caps.h"
#include "settings/health.h"
#include "ui/screens/number_entry.h"
#include "ui/screens/shown_position.h"

static const Step *first_hold(const Plan *plan, const PlanMove *move)
{
    for (int32_t i = 0; i < move->step_count; i++) {
        const Step *step = &plan->steps[move->first_step + i];
        if (step->kind == STEP_HOLD)
            return step;
    }
    return NULL;
}

Side plan_page_first_side(const Plan *plan, int32_t move)
{
    const Step *hold = first_hold(plan, &plan->moves[move]);
    return hold ? hold->side : SIDE_NONE;
}

static void add_text(Page *page, const char *label, const char *text)
{
    if (text)
        page_add(page, label, text);
}

static void add_position(Page *page, const Model *model, const TextList *ids)
{
    Text title = {0};
    shown_position_add_title(&title, model, ids);
    if (title.length > 0)
        page_add(page, "position", text_show(&title));
    text_release(&title);
}

static void add_cues(Page *page, const Step *hold)
{
    Text line = {0};
    char clock[DURATION_TEXT_SIZE];
    for (size_t i = 0; i < hold->cue_count; i++) {
        text_clear(&line);
        text_print(&line, "%s  %s", duration_clock(clock, hold->cues[i].at_s), hold->cues[i].say);
        page_add_point(page, "", text_show(&line))->style = style_of(ROLE_TEXT);
    }
    text_release(&line);
}

/* A hold with its length, and below it how hard to press. */
static void add_hold(Page *page, const char *label, const char *phase, const Hold *hold, Technique technique,
                     Pressure pressure, bool has_gap)
{
    Text line = {0};
    if (phase)
        text_print(&line, "%s: ", phase);
    wording_hold(&line, hold, technique);
    Block *block = page_add(page, label, text_show(&line));
    block->style = style_of(ROLE_STRONG);
    block->has_gap = has_gap;
    text_clear(&line);
    if (pressure.is_set) {
        text_add(&line, "pressure ");
        wording_pressure(&line, pressure);
        page_add(page, "", text_show(&line))->style = style_of(ROLE_ACCENT);
    }
    text_release(&line);
}

/* The holds of one side, each with its length, its target and what is said in it. */
static void add_holds(Page *page, const Plan *plan, const PlanMove *move, Side side)
{
    bool is_first = true;
    for (int32_t i = 0; i < move->step_count; i++) {
        const Step *step = &plan->steps[move->first_step + i];
        if (step->kind != STEP_HOLD || step->side != side)
            continue;
        const Hold hold = {.left_s = step->seconds,
                           .right_s = step->seconds,
                           .may_end_s = step->may_end_s,
                           .passes = step->passes,
                           .pace_s = step->pace_s};
        add_hold(page, is_first ? "do" : "", step->phase_name, &hold, step->technique, step->pressure, true);
        if (step->breathe.in_s > 0) {
            Text line = {0};
            text_add(&line, "breathe ");
            wording_breath(&line, step->breathe);
            page_add(page, "", text_show(&line))->style = style_of(ROLE_BREATH);
            text_release(&line);
        }
        add_cues(page, step);
        is_first = false;
    }
}

/* How, with what, for which part. */
static void add_what(Page *page, Technique technique, const ToolList *tools, const WordList *areas,
                     const Settings *settings)
{
    Text line = {0};
    size_t before = page->count;
    if (technique != TECHNIQUE_NONE) {
        wording_technique(&line, technique);
        page_add(page, "technique", text_show(&line));
        text_clear(&line);
    }
    if (tools->count > 0) {
        wording_tools(&line, tools, &settings->tools.names, true);
        page_add(page, "with", text_show(&line));
        text_clear(&line);
    }
    wording_words(&line, areas, &area_words);
    page_add(page, "for", text_show(&line));
    page->blocks[before].has_gap = true;
    text_release(&line);
}

/* How it should feel, how to change it, where not to press. */
static void add_feel(Page *page, const char *feel, const char *lighter, const char *deeper, const TextList *avoid)
{
    const size_t before = page->count;
    if (feel)
        page_add(page, "feel", feel)->has_gap = true;
    add_text(page, "lighter", lighter);
    add_text(page, "deeper", deeper);
    for (size_t i = 0; i < avoid->count; i++) {
        Block *block = page_add_point(page, i == 0 ? "avoid" : "", avoid->items[i]);
        block->label_style = style_bold(ROLE_WARN);
        block->has_gap = i == 0;
    }
    if (page->count > before)
        page->blocks[before].is_head = true;
}

static void add_sources(Page *page, const SourceList *sources)
{
    for (size_t i = 0; i < sources->count; i++) {
        Block *block = page_add_point(page, i == 0 ? "sources" : "", sources->items[i].title);
        block->has_gap = i == 0;
        block->style = style_of(ROLE_DIM);
    }
}

void plan_page_add_move(Page *page, const Plan *plan, int32_t index, Side side, const Model *model)
{
    const PlanMove *move = &plan->moves[index];
    if (move->lowered)
        page_add(page, "lowered", move->lowered)->label_style = style_bold(ROLE_WARN);
    if (move->is_limited)
        page_add(page, "limited", plan->limits)->label_style = style_bold(ROLE_WARN);
    add_text(page, "why", move->why);
    add_position(page, model, &move->positions);
    add_text(page, "set-up", move->setup);
    add_holds(page, plan, move, side != SIDE_NONE ? side : plan_page_first_side(plan, index));
    const Step *hold = first_hold(plan, move);
    add_feel(page, move->feel, move->variant == VARIANT_LIGHTER ? NULL : move->lighter,
             move->variant == VARIANT_DEEPER ? NULL : move->deeper, &move->avoid); /* that is in the set-up */
    add_what(page, hold ? hold->technique : TECHNIQUE_NONE, &move->tools, &move->areas, model->settings);
    add_sources(page, &plan->routines[move->routine].sources);
}

static void add_shared_head(Page *page, const Move *move, const Settings *settings)
{
    char words[DURATION_TEXT_SIZE];
    Text line = {0};
    page_add(page, NULL, move->name)->style = style_of(ROLE_STRONG);
    text_add(&line, duration_words(words, timeline_move_seconds(move)));
    text_add(&line, move->sides != SIDES_NONE ? ", " : "");
    wording_sides(&line, move->sides, move->first, false);
    text_add(&line, "; ");
    wording_move_places(&line, &move->where);
    page_add(page, NULL, text_show(&line))->style = style_of(ROLE_ACCENT);
    text_clear(&line);
    if (health_of_move(settings, move, &line) != HEALTH_FITS)
        page_add(page, NULL, text_show(&line))->style = style_of(ROLE_WARN);
    text_release(&line);
}

void plan_page_add_shared_move(Page *page, const Move *move, const Settings *settings)
{
    add_shared_head(page, move, settings);
    if (move->why)
        page_add(page, "why", move->why)->has_gap = true;
    const char *setup = filter_setup_at_hand(&settings->tools.names, move);
    if (setup)
        page_add(page, "set-up", setup)->has_gap = true;
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        add_hold(page, i == 0 ? "do" : "", phase->name, &phase->hold, phase->technique, phase->pressure, i == 0);
        for (size_t k = 0; k < phase->cues.count; k++)
            page_add_point(page, "", phase->cues.items[k].say);
    }
    add_feel(page, move->feel, move->lighter, move->deeper, &move->avoid);
    add_what(page, move->technique, &move->tools, &move->areas, settings);
    if (move->not_with.count == 0)
        return;
    Text line = {0};
    wording_words(&line, &move->not_with, &health_words);
    page_add(page, "not with", text_show(&line));
    text_release(&line);
}

bool plan_page_is_lowered(const Plan *plan)
{
    for (size_t i = 0; i < plan->move_count; i++) {
        if (plan->moves[i].lowered)
            return true;
    }
    return false;
}

/* The name of the move that is written where this one is done; NULL where it is this. */
static const char *stands_for(const Plan *plan, const PlanMove *move)
{
    const PlanMove *written = plan->turn_count > 0 ? &plan->turns[move->turn] : NULL;
    return written && !text_same(move->use, written->use) ? written->name : NULL;
}

bool plan_page_is_swapped(const Plan *plan)
{
    for (size_t i = 0; i < plan->move_count; i++) {
        if (stands_for(plan, &plan->moves[i]))
            return true;
    }
    return false;
}

/* The level that holds, why, and how to change it. One that the first weeks or somebody has set
 * comes right after the cautions. */
static void add_level(Page *page, const Plan *plan, const KeyBindings *keys)
{
    Text line = {0};
    caps_say_level(&line, &plan->options);
    key_bindings_add_words(&line, keys, " ({level} changes it)");
    page_add(page, "level", text_show(&line));
    text_release(&line);
}

static void add_cautions(Page *page, const Plan *plan)
{
    Arena arena = {0};
    const TextList cautions = plan_cautions(plan, &arena);
    for (size_t i = 0; i < cautions.count; i++)
        page_add_point(page, i == 0 ? "take care" : "", cautions.items[i])->label_style = style_bold(ROLE_WARN);
    arena_release(&arena);
}

/* The same reason stands for all moves on an area; the first is enough. */
static bool is_said_before(const Plan *plan, size_t move)
{
    for (size_t i = 0; i < move; i++) {
        if (plan->moves[i].lowered && strcmp(plan->moves[i].lowered, plan->moves[move].lowered) == 0)
            return true;
    }
    return false;
}

static void add_way_back(Page *page, const KeyBindings *keys)
{
    char key[KEY_NAME_SIZE];
    Text line = {0};
    text_print(&line, "Press %s to go back to the usual pressure.", key_bindings_say(keys, ACTION_CLEAR_LOWERED, key));
    page_add(page, "", text_show(&line))->style = style_of(ROLE_DIM);
    text_release(&line);
}

static void add_lowered(Page *page, const Plan *plan, const KeyBindings *keys)
{
    bool is_first = true;
    for (size_t i = 0; i < plan->move_count; i++) {
        const char *why = plan->moves[i].lowered;
        if (!why || is_said_before(plan, i))
            continue;
        Block *block = page_add_point(page, is_first ? "pressure" : "", why);
        block->label_style = style_bold(ROLE_WARN);
        block->has_gap = is_first;
        is_first = false;
    }
    if (!is_first)
        add_way_back(page, keys);
}

static bool needs_are_one(const ToolNeed *a, const ToolNeed *b)
{
    if (a->any_of.count != b->any_of.count)
        return false;
    for (size_t i = 0; i < a->any_of.count; i++) {
        if (strcmp(a->any_of.items[i], b->any_of.items[i]) != 0)
            return false;
    }
    return true;
}

/* Each different need of its moves once: a fitted plan may need less than its routine. */
static ToolList tools_of(const Plan *plan, Arena *arena)
{
    size_t most = 0;
    for (size_t i = 0; i < plan->move_count; i++)
        most += plan->moves[i].tools.count;
    ToolList tools = {.items = arena_take_array(arena, most, sizeof(*tools.items))};
    for (size_t i = 0; i < plan->move_count; i++) {
        for (size_t k = 0; k < plan->moves[i].tools.count; k++) {
            size_t known = 0;
            while (known < tools.count && !needs_are_one(&tools.items[known], &plan->moves[i].tools.items[k]))
                known++;
            if (known == tools.count)
                tools.items[tools.count++] = plan->moves[i].tools.items[k];
        }
    }
    return tools;
}

static bool is_allowed(const PlanMove *move, Place place)
{
    return move->where.count == 0 || memchr(move->where.items, (int)place, move->where.count) != NULL;
}

static bool is_allowed_by_all(const Plan *plan, Place place)
{
    for (size_t i = 0; i < plan->move_count; i++) {
        if (!is_allowed(&plan->moves[i], place))
            return false;
    }
    return true;
}

/* Where all of it can be done; else every place that it goes to. */
static void add_places(Page *page, const Plan *plan)
{
    Text all = {0}, some = {0};
    int count = 0;
    for (Place place = 0; place < PLACE_COUNT; place++) {
        bool is_used = false;
        for (size_t i = 0; i < plan->move_count && !is_used; i++)
            is_used = plan->moves[i].where.count > 0 && is_allowed(&plan->moves[i], place);
        if (is_used)
            text_print(&some, "%s%s", some.length > 0 ? ", " : "", place_name((int)place));
        if (is_allowed_by_all(plan, place)) {
            text_print(&all, "%s%s", all.length > 0 ? ", " : "", place_name((int)place));
            count++;
        }
    }
    if (count == 0)
        text_print(&all, "more than one place: %s", text_show(&some));
    page_add(page, "at", count == PLACE_COUNT ? "anywhere" : text_show(&all));
    text_release(&all);
    text_release(&some);
}

static void add_needs(Page *page, const Plan *plan, const Settings *settings)
{
    Arena arena = {0};
    Text line = {0};
    const ToolList tools = tools_of(plan, &arena);
    wording_tools(&line, &tools, &settings->tools.names, true);
    page_add(page, "with", tools.count > 0 ? text_show(&line) : "nothing")->has_gap = true;
    text_release(&line);
    arena_release(&arena);
    add_places(page, plan);
}

static Block *add_move(Page *page, const Plan *plan, size_t index, const char *label)
{
    const PlanMove *move = &plan->moves[index];
    const Side first = plan_page_first_side(plan, (int32_t)index);
    char clock[DURATION_TEXT_SIZE];
    Text name = {0}, sides = {0}, brief = {0}, right = {0}, right_short = {0};
    const bool has_sides = move->sides != SIDES_NONE; /* else what stands there is the name's */
    text_print(&name, "%*zu  %s", plan->move_count > 9 ? 2 : 1, index + 1, move->name);
    wording_sides(&sides, move->sides, first, false);
    wording_sides(&brief, move->sides, first, true);
    duration_clock(clock, move->seconds);
    text_print(&right, "%-11s %7s", text_show(&sides), clock);
    text_print(&right_short, "%-3s %6s", text_show(&brief), clock);
    const char *const forms[PAGE_FORMS] = {has_sides ? text_show(&right) : clock,
                                           has_sides ? text_show(&right_short) : clock, clock};
    Block *block = page_add_row(page, label, text_show(&name), forms);
    block->item = (int)index;
    text_release(&name);
    text_release(&sides);
    text_release(&brief);
    text_release(&right);
    text_release(&right_short);
    return block;
}

static void add_left_out(Page *page, const char *label, const char *why, const char *moves)
{
    if (!moves)
        return;
    Text line = {0};
    text_print(&line, "%s%s", why, moves);
    page_add(page, label, text_show(&line))->label_style = style_bold(ROLE_WARN);
    text_release(&line);
}

static void add_swapped(Page *page, const Plan *plan, const KeyBindings *keys)
{
    char key[KEY_NAME_SIZE];
    bool is_first = true;
    for (size_t i = 0; i < plan->move_count; i++) {
        const char *written = stands_for(plan, &plan->moves[i]);
        if (!written)
            continue;
        Text line = {0};
        text_print(&line, "%zu instead of %s", i + 1, written);
        if (is_first)
            text_print(&line, "; press %s to keep it", key_bindings_say(keys, ACTION_KEEP_SWAPS, key));
        page_add(page, is_first ? "swapped" : "", text_show(&line))->style = style_of(ROLE_DIM);
        text_release(&line);
        is_first = false;
    }
}

/* The moves, below the title of their routine where there are several. */
static void add_moves(Page *page, const Plan *plan, const KeyBindings *keys)
{
    int32_t routine = -1;
    for (size_t i = 0; i < plan->move_count; i++) {
        bool is_new = plan->moves[i].routine != routine;
        routine = plan->moves[i].routine;
        if (is_new && plan->routine_count > 1) {
            Block *block = page_add(page, i == 0 ? "moves" : "", plan->routines[routine].title);
            block->style = style_of(ROLE_STRONG);
            block->has_gap = true;
        }
        bool is_first = i == 0 && plan->routine_count == 1;
        add_move(page, plan, i, is_first ? "moves" : "")->has_gap = is_first;
    }
    add_swapped(page, plan, keys);
    const struct {
        const char *why, *moves;
    } left_out[] = {
        {"you said no: ", plan->declined}, {"for your health: ", plan->ruled_out}, {"for time: ", plan->dropped}};
    bool is_first = true;
    for (size_t i = 0; i < ARRAY_LEN(left_out); i++) {
        add_left_out(page, is_first ? "left out" : "", left_out[i].why, left_out[i].moves);
        is_first = is_first && !left_out[i].moves;
    }
}

static void add_abouts(Page *page, const Plan *plan)
{
    bool is_first = true;
    for (size_t i = 0; i < plan->routine_count; i++) {
        if (!plan->routines[i].summary)
            continue;
        page_add(page, is_first ? "about" : "", plan->routines[i].summary)->has_gap = true;
        is_first = false;
    }
}

static void add_plan_sources(Page *page, const Plan *plan)
{
    bool is_first = true;
    for (size_t i = 0; i < plan->routine_count; i++) {
        const SourceList *sources = &plan->routines[i].sources;
        for (size_t k = 0; k < sources->count; k++) {
            Text line = {0};
            text_print(&line, "%s%s%s", sources->items[k].title, sources->items[k].url ? "\n" : "",
                       sources->items[k].url ? sources->items[k].url : "");
            Block *block = page_add_point(page, is_first ? "sources" : "", text_show(&line));
            block->style = style_of(ROLE_DIM);
            block->has_gap = is_first;
            is_first = false;
            text_release(&line);
        }
    }
}

/* Below the cautions, so that both are read before the start. The check itself stands further below. */
static void add_before(Page *page, const Measure *measure)
{
    const CheckUnit unit = (CheckUnit)measure->unit;
    const bool is_said = measure->before_tenths != MEASURE_NOT_SAID;
    Text line = {0};
    if (is_said)
        number_entry_said(&line, unit, measure->before_tenths);
    else
        number_entry_ask(&line, unit);
    if (!is_said && unit != UNIT_FEEL)
        text_add(&line, ", after \"try first\" below");
    Block *block = page_add(page, "before", text_show(&line));
    block->style = is_said ? style_bold(ROLE_GOOD) : style_of(ROLE_TEXT);
    block->item = PLAN_PAGE_BEFORE;
    text_release(&line);
}

/* Whether some move of the area with both sides begins with that side. */
static bool starts_with(const Plan *plan, int area, Side side)
{
    for (size_t i = 0; i < plan->move_count; i++) {
        if (plan->moves[i].sides == SIDES_BOTH && filter_has_word(&plan->moves[i].areas, area) &&
            plan_page_first_side(plan, (int32_t)i) == side)
            return true;
    }
    return false;
}

/* "left first: calves 4 min behind, feet 2 min behind": the areas in which a move begins with the side that is
 * behind. */
static void add_behind(Text *into, const Plan *plan, const int64_t (*held_ms)[SIDE_COUNT], Side side)
{
    const char *before = side == SIDE_LEFT ? "left first: " : "right first: ";
    for (int area = 0; area < AREA_COUNT; area++) {
        if (overview_side_behind(held_ms[area]) != side || !starts_with(plan, area, side))
            continue;
        text_add(into, before);
        wording_id(into, area_name(area));
        balance_add_minutes(into, balance_seconds(held_ms[area]));
        before = ", ";
    }
}

/* Which side comes first because it is behind, if the plan was made so. */
static void add_balance(Page *page, const Plan *plan, const int64_t (*held_ms)[SIDE_COUNT])
{
    bool is_first = true;
    for (Side side = SIDE_LEFT; side <= SIDE_RIGHT && held_ms && plan->options.lead_count > 0; side++) {
        Text line = {0};
        add_behind(&line, plan, held_ms, side);
        if (line.length > 0)
            page_add(page, is_first ? "sides" : "", text_show(&line));
        is_first = is_first && line.length == 0;
        text_release(&line);
    }
}

void plan_page_add(Page *page, const Plan *plan, const Settings *settings, const Measure *measure,
                   const int64_t (*held_ms)[SIDE_COUNT])
{
    const bool is_usual = plan->options.level_reason == LEVEL_AS_USUAL;
    add_cautions(page, plan);
    if (!is_usual)
        add_level(page, plan, &settings->keys);
    if (measure)
        add_before(page, measure);
    add_lowered(page, plan, &settings->keys);
    add_needs(page, plan, settings);
    if (is_usual)
        add_level(page, plan, &settings->keys);
    add_balance(page, plan, held_ms);
    add_moves(page, plan, &settings->keys);
    add_abouts(page, plan);
    for (size_t i = 0; i < plan->routine_count; i++) {
        if (plan->routines[i].check.say)
            page_add(page, "try first", plan->routines[i].check.say)->has_gap = true;
    }
    add_plan_sources(page, plan);
}
