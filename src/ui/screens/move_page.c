/* SPDX-License-Identifier: MIT */
#include "ui/screens/move_page.h"

#include "base/duration.h"
#include "routine/move.h"
#include "ui/screens/wording.h"

static const Step *first_hold(const Plan *plan, const PlanMove *move)
{
    for (int32_t i = 0; i < move->step_count; i++) {
        const Step *step = &plan->steps[move->first_step + i];
        if (step->kind == STEP_HOLD)
            return step;
    }
    return NULL;
}

Side move_page_first_side(const Plan *plan, int32_t move)
{
    const Step *hold = first_hold(plan, &plan->moves[move]);
    return hold ? hold->side : SIDE_NONE;
}

static void add_text(Page *page, const char *label, const char *text)
{
    if (text)
        page_add(page, label, text);
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

/* The holds of one side, each with its length, its target and what is said in it. */
static void add_holds(Page *page, const Plan *plan, const PlanMove *move, Side side)
{
    bool is_first = true;
    for (int32_t i = 0; i < move->step_count; i++) {
        const Step *step = &plan->steps[move->first_step + i];
        if (step->kind != STEP_HOLD || step->side != side)
            continue;
        Text line = {0};
        if (step->phase_name)
            text_print(&line, "%s: ", step->phase_name);
        wording_hold(&line, step);
        Block *block = page_add(page, is_first ? "do" : "", text_show(&line));
        block->has_gap = true;
        block->style = style_of(ROLE_STRONG);
        text_clear(&line);
        if (step->pressure.is_set) {
            text_add(&line, "pressure ");
            wording_pressure(&line, step->pressure);
            page_add(page, "", text_show(&line))->style = style_of(ROLE_ACCENT);
        }
        text_clear(&line);
        if (step->breathe.in_s > 0) {
            text_add(&line, "breathe ");
            wording_breath(&line, step->breathe);
            page_add(page, "", text_show(&line))->style = style_of(ROLE_BREATH);
        }
        text_release(&line);
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
        wording_id(&line, technique_name((int)technique));
        page_add(page, "technique", text_show(&line));
        text_clear(&line);
    }
    if (tools->count > 0) {
        wording_tools(&line, tools, settings, true);
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
    if (feel)
        page_add(page, "feel", feel)->has_gap = true;
    add_text(page, "lighter", lighter);
    add_text(page, "deeper", deeper);
    for (size_t i = 0; i < avoid->count; i++) {
        Block *block = page_add_point(page, i == 0 ? "avoid" : "", avoid->items[i]);
        block->label_style = style_bold(ROLE_WARN);
        block->has_gap = i == 0;
    }
}

static void add_sources(Page *page, const SourceList *sources)
{
    for (size_t i = 0; i < sources->count; i++) {
        Block *block = page_add_point(page, i == 0 ? "sources" : "", sources->items[i].title);
        block->has_gap = i == 0;
        block->style = style_of(ROLE_DIM);
    }
}

void move_page_add(Page *page, const Plan *plan, int32_t index, Side side, const Settings *settings)
{
    const PlanMove *move = &plan->moves[index];
    if (move->lowered)
        page_add(page, "lowered", move->lowered)->label_style = style_bold(ROLE_WARN);
    add_text(page, "set-up", move->setup);
    add_holds(page, plan, move, side != SIDE_NONE ? side : move_page_first_side(plan, index));
    const Step *hold = first_hold(plan, move);
    add_feel(page, move->feel, move->lighter, move->deeper, &move->avoid);
    add_what(page, hold ? hold->technique : TECHNIQUE_NONE, &move->tools, &move->areas, settings);
    add_sources(page, &plan->routines[move->routine].sources);
}

static void add_hold_words(Text *into, const Hold *hold)
{
    char left[DURATION_TEXT_SIZE], right[DURATION_TEXT_SIZE];
    if (hold->kind == HOLD_BREATHS)
        text_print(into, "%d breaths", (int)hold->breaths);
    else if (hold->kind == HOLD_LEFT_RIGHT)
        text_print(into, "left %s, right %s", duration_words(left, hold->left_s), duration_words(right, hold->right_s));
    else
        wording_hold(into, &(Step){.seconds = hold->left_s,
                                   .may_end_s = hold->may_end_s,
                                   .passes = hold->passes,
                                   .pace_s = hold->pace_s});
}

static void add_phase(Page *page, const Phase *phase, bool is_first)
{
    Text line = {0};
    if (phase->name)
        text_print(&line, "%s: ", phase->name);
    add_hold_words(&line, &phase->hold);
    Block *block = page_add(page, is_first ? "do" : "", text_show(&line));
    block->style = style_of(ROLE_STRONG);
    block->has_gap = is_first;
    text_clear(&line);
    if (phase->pressure.is_set) {
        text_add(&line, "pressure ");
        wording_pressure(&line, phase->pressure);
        page_add(page, "", text_show(&line))->style = style_of(ROLE_ACCENT);
    }
    for (size_t i = 0; i < phase->cues.count; i++)
        page_add_point(page, "", phase->cues.items[i].say);
    text_release(&line);
}

static void add_shared_head(Page *page, const Move *move, const Settings *settings)
{
    char words[DURATION_TEXT_SIZE];
    Text line = {0};
    page_add(page, NULL, move->name)->style = style_of(ROLE_STRONG);
    text_add(&line, duration_words(words, move_seconds(move)));
    text_add(&line, move->sides != SIDES_NONE ? ", " : "");
    wording_sides(&line, move->sides, move->first, false);
    text_add(&line, "; ");
    wording_move_places(&line, &move->where);
    page_add(page, NULL, text_show(&line))->style = style_of(ROLE_ACCENT);
    text_clear(&line);
    if (settings && care_of_move(settings, move, &line) != CARE_FREE)
        page_add(page, NULL, text_show(&line))->style = style_of(ROLE_WARN);
    text_release(&line);
}

void move_page_add_shared(Page *page, const Move *move, const Settings *settings)
{
    add_shared_head(page, move, settings);
    if (move->setup)
        page_add(page, "set-up", move->setup)->has_gap = true;
    for (size_t i = 0; i < move->phase_count; i++)
        add_phase(page, &move->phases[i], i == 0);
    add_feel(page, move->feel, move->lighter, move->deeper, &move->avoid);
    add_what(page, move->technique, &move->tools, &move->areas, settings);
    if (move->not_with.count == 0)
        return;
    Text line = {0};
    wording_words(&line, &move->not_with, &health_words);
    page_add(page, "not with", text_show(&line));
    text_release(&line);
}
