/* SPDX-License-Identifier: MIT */
#include "routine/compare.h"

#include <string.h>

#include "base/text.h"

static bool same_texts(const TextList *a, const TextList *b)
{
    bool is_same = a->count == b->count;
    for (size_t i = 0; i < a->count && is_same; i++)
        is_same = text_same(a->items[i], b->items[i]);
    return is_same;
}

static bool same_words(const WordList *a, const WordList *b)
{
    return a->count == b->count && (a->count == 0 || memcmp(a->items, b->items, a->count) == 0);
}

static bool same_tools(const ToolList *a, const ToolList *b)
{
    bool is_same = a->count == b->count;
    for (size_t i = 0; i < a->count && is_same; i++)
        is_same = same_texts(&a->items[i].any_of, &b->items[i].any_of);
    return is_same;
}

static bool same_sources(const SourceList *a, const SourceList *b)
{
    bool is_same = a->count == b->count;
    for (size_t i = 0; i < a->count && is_same; i++)
        is_same = text_same(a->items[i].title, b->items[i].title) && text_same(a->items[i].url, b->items[i].url);
    return is_same;
}

static bool same_cues(const CueList *a, const CueList *b)
{
    bool is_same = a->count == b->count;
    for (size_t i = 0; i < a->count && is_same; i++) {
        const Cue *one = &a->items[i], *other = &b->items[i];
        is_same = one->when == other->when && one->seconds == other->seconds && text_same(one->say, other->say);
    }
    return is_same;
}

static bool same_hold(const Hold *a, const Hold *b)
{
    return a->kind == b->kind && a->left_s == b->left_s && a->right_s == b->right_s && a->may_end_s == b->may_end_s &&
           a->passes == b->passes && a->pace_s == b->pace_s && a->breaths == b->breaths;
}

static bool same_phase(const Phase *a, const Phase *b)
{
    return text_same(a->name, b->name) && same_hold(&a->hold, &b->hold) && a->technique == b->technique &&
           a->pressure.is_set == b->pressure.is_set && a->pressure.low == b->pressure.low &&
           a->pressure.high == b->pressure.high && a->breathe.in_s == b->breathe.in_s &&
           a->breathe.hold_s == b->breathe.hold_s && a->breathe.out_s == b->breathe.out_s &&
           a->breathe.rest_s == b->breathe.rest_s && same_cues(&a->cues, &b->cues);
}

static bool same_said(const Move *a, const Move *b)
{
    return text_same(a->name, b->name) && text_same(a->setup, b->setup) && text_same(a->feel, b->feel) &&
           text_same(a->lighter, b->lighter) && text_same(a->deeper, b->deeper) && text_same(a->confirm, b->confirm) &&
           same_texts(&a->avoid, &b->avoid);
}

static bool same_move(const Move *a, const Move *b)
{
    bool is_same = same_said(a, b) && same_words(&a->areas, &b->areas) && same_words(&a->where, &b->where) &&
                   same_words(&a->not_with, &b->not_with) && same_tools(&a->tools, &b->tools) &&
                   a->technique == b->technique && a->sides == b->sides && a->first == b->first &&
                   a->prepare_s == b->prepare_s && a->priority == b->priority && a->least_s == b->least_s &&
                   a->phase_count == b->phase_count;
    for (size_t i = 0; i < a->phase_count && is_same; i++)
        is_same = same_phase(&a->phases[i], &b->phases[i]);
    return is_same;
}

static bool same_items(const Item *a, const Item *b, size_t count)
{
    bool is_same = true;
    for (size_t i = 0; i < count && is_same; i++) {
        is_same = a[i].kind == b[i].kind && a[i].rest_s == b[i].rest_s && text_same(a[i].say, b[i].say) &&
                  a[i].times == b[i].times && a[i].between_s == b[i].between_s && a[i].count == b[i].count &&
                  (a[i].kind != ITEM_MOVE || same_move(a[i].move, b[i].move)) &&
                  same_items(a[i].items, b[i].items, a[i].count);
    }
    return is_same;
}

bool compare_routines(const Routine *a, const Routine *b)
{
    return text_same(a->title, b->title) && text_same(a->summary, b->summary) && text_same(a->check, b->check) &&
           a->goal == b->goal && same_texts(&a->cautions, &b->cautions) && same_sources(&a->sources, &b->sources) &&
           a->switch_s == b->switch_s && a->rest_s == b->rest_s && a->seconds == b->seconds &&
           a->move_count == b->move_count && a->count == b->count && same_items(a->items, b->items, a->count);
}
