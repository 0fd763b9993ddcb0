/* SPDX-License-Identifier: MIT */
#include "routine/cue.h"

#include <string.h>

#include "base/duration.h"
#include "routine/fields.h"
#include "routine/value.h"

int32_t cue_at(const CueList *cues, size_t index, int32_t hold_s)
{
    const Cue *cue = &cues->items[index];
    switch (cue->when) {
    case CUE_SPREAD:
        return (int32_t)((int64_t)hold_s * (int64_t)index / (int64_t)cues->count);
    case CUE_FROM_START:
        return cue->seconds;
    case CUE_FROM_END:
        return hold_s - cue->seconds;
    case CUE_HALF:
        break;
    }
    return hold_s / 2;
}

bool cue_read_time(Walk *walk, const Field *field, const Node *value, void *at)
{
    static const char wanted[] = "a time from the start such as 30s, from the end such as -5s, or half";
    CueTime *time = at;
    int32_t seconds = 0;
    const char *problem = NULL;
    time->mark = value->mark;
    if (value->kind != NODE_SCALAR)
        return schema_wrong(walk, field, value, wanted);
    if (strcmp(value->text, "half") == 0) {
        time->when = CUE_HALF;
        return true;
    }
    size_t sign = value->text[0] == '-' ? 1 : 0;
    if (!duration_parse(value->text + sign, value->length - sign, &seconds, &problem) && !problem)
        return schema_wrong(walk, field, value, wanted);
    Node part = sign > 0 ? value_part(walk, value, 1, value->length - 1) : *value;
    time->when = sign > 0 ? CUE_FROM_END : CUE_FROM_START;
    return schema_duration(walk, field, &part, &time->seconds);
}

/* `- Breathe out: slowly` is a map to YAML, though it was meant to be a sentence. */
static bool is_sentence_with_colon(const Node *map)
{
    return map->count == 1 && map->entries->value->kind == NODE_SCALAR && !node_find(map, "at", NULL) &&
           !node_find(map, "say", NULL);
}

/* `{10s: Breathe.}`: the time where `at` should be. */
static bool is_time_as_key(const Node *map)
{
    const char *problem;
    int32_t seconds;
    const Node *key = map->entries ? map->entries->key : NULL;
    return key && (strcmp(key->text, "half") == 0 ||
                   duration_parse(key->text + (key->text[0] == '-'), strlen(key->text) - (key->text[0] == '-'),
                                  &seconds, &problem));
}

static bool report_map(Walk *walk, const Node *map)
{
    const Node *key = map->entries->key;
    diagnostic_error(walk->diags, key->mark, "a cue must be text, or a map of `at` and `say`, found a map of %s",
                     schema_found(walk, key));
    if (is_time_as_key(map))
        diagnostic_hint(walk->diags, "write each cue as `- {at: %s, say: ...}`", key->text);
    else
        diagnostic_hint(walk->diags, "put a text that has a colon in quotes, as in \"Breathe: slowly\"");
    return false;
}

static bool read_cue(Walk *walk, const Field *field, const Node *value, Cue *cue)
{
    cue->mark = value->mark;
    if (value->kind == NODE_SCALAR)
        return schema_text(walk, field, value, &cue->say);
    if (value->kind == NODE_MAP && (is_time_as_key(value) || is_sentence_with_colon(value)))
        return report_map(walk, value);
    CueFields fields = {0};
    if (value->kind == NODE_LIST)
        return schema_wrong(walk, field, value, "texts, or maps of `at` and `say`");
    if (!schema_read(walk, &cue_table, value, &fields))
        return false;
    *cue = (Cue){fields.at.when, fields.at.seconds, fields.say, fields.at.mark};
    return true;
}

bool cue_read_list(Walk *walk, const Field *field, const Node *value, void *at)
{
    size_t count = 0;
    Entry alone;
    const Entry *entry = schema_entries(value, &alone, &count);
    CueList cues = {arena_take_array(walk->arena, count, sizeof(Cue)), 0};
    bool is_good = true;
    NodeKind kind = count > 0 ? entry->value->kind : NODE_SCALAR;
    for (; entry; entry = entry->next) {
        if (entry->value->kind != kind && entry->value->kind != NODE_LIST) {
            diagnostic_error(walk->diags, entry->value->mark,
                             "cues are either all text, or all maps of `at` and `say`: this is a mix");
            diagnostic_hint(walk->diags, kind == NODE_MAP ? "say when this one comes: {at: 30s, say: ...}"
                                                          : "write only its text, or say of every cue when it comes");
            return false;
        }
        is_good = read_cue(walk, field, entry->value, &cues.items[cues.count++]) && is_good;
    }
    if (is_good)
        *(CueList *)at = cues;
    return is_good;
}
