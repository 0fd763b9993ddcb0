/* SPDX-License-Identifier: MIT */
#include "support/oracle.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"

/* Where a move looks: at its own map, then at that of the shared move; and the routine's defaults. */
typedef struct Said {
    At own, shared, defaults;
} Said;

static const At nothing;
static char difference[1000];

PRINTF_LIKE(1, 2)
static bool differs(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(difference, sizeof(difference), format, arguments);
    va_end(arguments);
    return false;
}

static bool has_length(At map)
{
    return literal_key(map, "hold").node || literal_key(map, "passes").node || literal_key(map, "breaths").node ||
           literal_key(map, "phases").node;
}

/* The move's own key, else its shared move's; of the keys that say how long, all or none. */
static At said(const Said *move, const char *key)
{
    At own = literal_key(move->own, key);
    bool is_length = strcmp(key, "hold") == 0 || strcmp(key, "passes") == 0 || strcmp(key, "breaths") == 0 ||
                     strcmp(key, "phases") == 0;
    bool is_gone = (is_length && has_length(move->own)) ||
                   (strcmp(key, "pace") == 0 && has_length(move->own) && !literal_key(move->own, "passes").node) ||
                   (strcmp(key, "cues") == 0 && literal_key(move->own, "phases").node);
    return own.node || is_gone ? own : literal_key(move->shared, key);
}

static At said_or_default(const Said *move, const char *key)
{
    At value = said(move, key);
    return value.node ? value : literal_key(move->defaults, key);
}

static bool same_number(const char *what, int32_t written, int32_t loaded)
{
    return written == loaded || differs("%s is %d, loaded as %d", what, (int)written, (int)loaded);
}

/* As the text is shown: without blanks around it and without what no screen is sent. */
static bool same_span(const char *what, const char *text, size_t length, const char *loaded)
{
    for (; length > 0 && strchr(" \t\n", text[length - 1]); length--)
        ;
    for (; length > 0 && strchr(" \t\n", *text); length--)
        text++;
    Text cleaned = {0};
    utf8_clean(&cleaned, text, length);
    bool is_same = loaded && strcmp(text_show(&cleaned), loaded) == 0;
    if (!is_same)
        differs("%s is '%.400s', loaded as '%.400s'", what, text_show(&cleaned), loaded ? loaded : "nothing");
    text_release(&cleaned);
    return is_same;
}

static bool same_text(const char *what, At written, const char *loaded)
{
    if (!written.node)
        return !loaded || differs("%s is not written, loaded as '%.400s'", what, loaded);
    return literal_text(written) ? same_span(what, literal_text(written), written.node->data.scalar.length, loaded)
                                 : differs("%s is no text, loaded as '%.400s'", what, loaded ? loaded : "nothing");
}

/* A word that is not written is `unsaid`. */
static bool same_word(const char *what, At written, const char *unsaid, const char *loaded)
{
    return written.node ? same_text(what, written, loaded)
                        : strcmp(unsaid, loaded) == 0 || differs("%s is not written, loaded as '%s'", what, loaded);
}

static bool same_texts(const char *what, At written, const TextList *loaded)
{
    if (!same_number(what, (int32_t)literal_count(written), (int32_t)loaded->count))
        return false;
    for (size_t i = 0; i < loaded->count; i++)
        if (!same_text(what, literal_item(written, i), loaded->items[i]))
            return false;
    return true;
}

static bool same_words(const char *what, At written, const WordList *loaded, const Words *words)
{
    if (!same_number(what, (int32_t)literal_count(written), (int32_t)loaded->count))
        return false;
    for (size_t i = 0; i < loaded->count; i++)
        if (!same_text(what, literal_item(written, i), words->items[loaded->items[i]]))
            return false;
    return true;
}

/* A part of the body, and the side of it: `below` if it is not written. */
static bool same_place(At written, const ToolPlace *loaded)
{
    char part[40] = "", face[40] = "below";
    if (!written.node)
        return loaded->part == PART_NONE || differs("tool_at is not written, loaded as %d", (int)loaded->part);
    sscanf(literal_text(written), "%39s %39s", part, face);
    return loaded->part < PART_NONE && same_span("a part", part, strlen(part), body_part_words.items[loaded->part]) &&
           same_span("its side", face, strlen(face), part_face_words.items[loaded->face]);
}

static bool same_tools(At written, const ToolList *loaded)
{
    if (!same_number("tools", (int32_t)literal_count(written), (int32_t)loaded->count))
        return false;
    for (size_t i = 0; i < loaded->count; i++) {
        const char *text = literal_text(literal_item(written, i));
        for (size_t k = 0; k < loaded->items[i].any_of.count; k++) {
            size_t length = strcspn(text, "|");
            if (!same_span("a tool", text, length, loaded->items[i].any_of.items[k]))
                return false;
            text += length + (text[length] == '|');
        }
        if (*text)
            return differs("tools: '%s' is not loaded", text);
    }
    return true;
}

static bool same_pressure(At written, Pressure loaded)
{
    int low = 0, high = 0;
    if (!written.node || !loaded.is_set)
        return !written.node == !loaded.is_set ||
               differs("pressure is %s", written.node ? "not loaded" : "not written");
    if (sscanf(literal_text(written), "%d-%d", &low, &high) == 1)
        high = low;
    return same_number("pressure", low, loaded.low) && same_number("pressure", high, loaded.high);
}

static Breath breath_of(At written)
{
    int n[4] = {0};
    int count = literal_text(written) ? sscanf(literal_text(written), "%d-%d-%d-%d", &n[0], &n[1], &n[2], &n[3]) : 0;
    return count == 2 ? (Breath){n[0], 0, n[1], 0} : (Breath){n[0], n[1], n[2], n[3]};
}

static bool same_breath(Breath written, Breath loaded)
{
    return same_number("breathe", written.in_s, loaded.in_s) && same_number("breathe", written.hold_s, loaded.hold_s) &&
           same_number("breathe", written.out_s, loaded.out_s) && same_number("breathe", written.rest_s, loaded.rest_s);
}

static bool same_hold(const Said *phase, Breath breath, const Hold *loaded)
{
    At hold = said(phase, "hold"), passes = said(phase, "passes");
    int32_t left_s, right_s, may_end_s = 0;
    if (literal_is_map(hold)) {
        left_s = literal_seconds(literal_key(hold, "left"), 0);
        right_s = literal_seconds(literal_key(hold, "right"), 0);
    } else if (hold.node) {
        const char *hyphen = strchr(literal_text(hold), '-');
        may_end_s = hyphen ? literal_seconds(hold, 0) : 0;
        left_s = right_s = hyphen ? literal_seconds_in(hyphen + 1) : literal_seconds(hold, 0);
    } else if (passes.node) {
        left_s = right_s = literal_number(passes, 0) * literal_seconds(said(phase, "pace"), 0);
    } else {
        int32_t one_s = breath.in_s + breath.hold_s + breath.out_s + breath.rest_s;
        left_s = right_s = literal_number(said(phase, "breaths"), 0) * one_s;
    }
    return same_number("hold", left_s, loaded->left_s) && same_number("hold", right_s, loaded->right_s) &&
           same_number("hold's first time", may_end_s, loaded->may_end_s);
}

static bool same_cue(At written, const Cue *loaded)
{
    At at = literal_key(written, "at");
    if (!literal_is_map(written))
        return same_number("a cue's kind", CUE_SPREAD, (int32_t)loaded->when) &&
               same_text("a cue", written, loaded->say);
    bool is_half = strcmp(literal_text(at), "half") == 0, is_from_end = *literal_text(at) == '-';
    CueWhen when = is_half ? CUE_HALF : is_from_end ? CUE_FROM_END : CUE_FROM_START;
    int32_t seconds = is_half ? 0 : literal_seconds_in(literal_text(at) + is_from_end);
    return same_number("a cue's kind", (int32_t)when, (int32_t)loaded->when) &&
           same_number("a cue's time", seconds, loaded->seconds) &&
           same_text("a cue", literal_key(written, "say"), loaded->say);
}

static bool same_phase(const Said *phase, const Said *move, const Phase *loaded)
{
    static const char *const keys[] = {"pressure", "breathe", "technique"};
    At found[ARRAY_LEN(keys)];
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        found[i] = said(phase, keys[i]);
        if (!found[i].node)
            found[i] = said_or_default(move, keys[i]);
    }
    At cues = said(phase, "cues");
    At position = said(phase, "position"), tool_at = said(phase, "tool_at");
    if (!same_texts("position", position.node ? position : said(move, "position"), &loaded->positions) ||
        !same_place(tool_at.node ? tool_at : said(move, "tool_at"), &loaded->tool_at))
        return false;
    Breath breath = breath_of(found[1]);
    if (!same_pressure(found[0], loaded->pressure) || !same_breath(breath, loaded->breathe) ||
        !same_word("technique", found[2], "", technique_name((int)loaded->technique)) ||
        !same_hold(phase, breath, &loaded->hold) ||
        !same_number("cues", (int32_t)literal_count(cues), (int32_t)loaded->cues.count))
        return false;
    for (size_t i = 0; i < loaded->cues.count; i++)
        if (!same_cue(literal_item(cues, i), &loaded->cues.items[i]))
            return false;
    return true;
}

static bool same_phases(const Said *move, const Move *loaded)
{
    At phases = said(move, "phases");
    if (!phases.node)
        return same_number("phases", 1, (int32_t)loaded->phase_count) && same_phase(move, move, &loaded->phases[0]);
    if (!same_number("phases", (int32_t)literal_count(phases), (int32_t)loaded->phase_count))
        return false;
    for (size_t i = 0; i < loaded->phase_count; i++) {
        const Said phase = {.own = literal_item(phases, i)};
        if (!same_text("a phase", literal_key(phase.own, "name"), loaded->phases[i].name) ||
            !same_text("its setup", literal_key(phase.own, "setup"), loaded->phases[i].setup) ||
            !same_number("its prepare", literal_seconds(literal_key(phase.own, "prepare"), 0),
                         loaded->phases[i].prepare_s) ||
            !same_phase(&phase, move, &loaded->phases[i]))
            return false;
    }
    return true;
}

static double words_seconds(At text)
{
    char *copy = memory_copy_text(text.node ? literal_text(text) : ""), *rest = copy;
    double seconds = 5;
    while (strtok_r(rest, " \t\r\n", &rest))
        seconds += 0.4;
    free(copy);
    return seconds;
}

/* A written time, else what `auto` gives, or that part of it: 5 s and 0.4 s a word, up to whole 5 s, at most 60 s. */
static int32_t set_up_seconds(const Said *move, const char *key, int part)
{
    At written = said_or_default(move, key);
    if (written.node && strcmp(literal_text(written), "auto") != 0)
        return literal_seconds(written, 0);
    At setup = said(move, "setup");
    double seconds = literal_is_map(setup) ? 0 : words_seconds(setup);
    for (size_t i = 0; literal_is_map(setup) && literal_key_name(setup, i); i++)
        seconds = MAX_OF(seconds, words_seconds(literal_key(setup, literal_key_name(setup, i))));
    return 5 * (int32_t)ceil(MIN_OF(5 * ceil(seconds / 5 - 1e-9), 60) / part / 5);
}

static bool same_setups(At written, const SetUpList *loaded)
{
    if (!literal_is_map(written))
        return same_number("setups", written.node != NULL, (int32_t)loaded->count) &&
               (loaded->count == 0 || same_text("setup", written, loaded->items[0].text));
    for (size_t i = 0; i < loaded->count; i++)
        if (!literal_key_name(written, i) || strcmp(literal_key_name(written, i), loaded->items[i].tool) != 0 ||
            !same_text("setup", literal_key(written, loaded->items[i].tool), loaded->items[i].text))
            return false;
    return !literal_key_name(written, loaded->count);
}

static bool is_among(At written, const char *text)
{
    for (size_t i = 0; i < literal_count(written); i++)
        if (strcmp(literal_text(literal_item(written, i)), text) == 0)
            return true;
    return false;
}

/* Those of the shared move, then the move's own that are not among them. */
static bool same_joined(const Said *move, const TextList *loaded)
{
    At shared = literal_key(move->shared, "cautions"), own = literal_key(move->own, "cautions");
    size_t at = 0;
    for (size_t i = 0; i < literal_count(shared); i++, at++)
        if (at >= loaded->count || !same_text("a caution", literal_item(shared, i), loaded->items[at]))
            return false;
    for (size_t i = 0; i < literal_count(own); i++) {
        At caution = literal_item(own, i);
        if (is_among(shared, literal_text(caution)))
            continue;
        if (at >= loaded->count || !same_text("a caution", caution, loaded->items[at++]))
            return false;
    }
    return same_number("cautions", (int32_t)at, (int32_t)loaded->count);
}

static bool same_move(const Said *move, const Move *loaded)
{
    const struct {
        const char *key, *loaded;
    } texts[] = {
        {"name", loaded->name},       {"why", loaded->why},       {"feel", loaded->feel},
        {"lighter", loaded->lighter}, {"deeper", loaded->deeper}, {"confirm", loaded->confirm},
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        if (!same_text(texts[i].key, said(move, texts[i].key), texts[i].loaded))
            return false;
    int32_t longest_s = 0, least_s = literal_seconds(said(move, "least"), 0);
    for (size_t i = 0; i < loaded->phase_count; i++)
        longest_s = MAX_OF(longest_s, MAX_OF(loaded->phases[i].hold.left_s, loaded->phases[i].hold.right_s));
    return same_texts("avoid", said(move, "avoid"), &loaded->avoid) &&
           same_texts("instead", said(move, "instead"), &loaded->instead) &&
           same_texts("keywords", said(move, "keywords"), &loaded->keywords) && same_joined(move, &loaded->cautions) &&
           same_setups(said(move, "setup"), &loaded->setups) &&
           same_words("areas", said(move, "areas"), &loaded->areas, &area_words) &&
           same_words("where", said(move, "where"), &loaded->where, &place_words) &&
           same_words("not_with", said(move, "not_with"), &loaded->not_with, &health_words) &&
           same_tools(said(move, "tools"), &loaded->tools) &&
           same_word("technique", said(move, "technique"), "", technique_name((int)loaded->technique)) &&
           same_word("sides", said_or_default(move, "sides"), "none", sides_name((int)loaded->sides)) &&
           same_word("first", said_or_default(move, "first"), "left", side_name((int)loaded->first)) &&
           same_number("prepare", set_up_seconds(move, "prepare", 1), loaded->prepare_s) &&
           same_number("switch", set_up_seconds(move, "switch", 2), loaded->switch_s) &&
           same_number("priority", literal_number(said(move, "priority"), 2), loaded->priority) &&
           same_number("least", MIN_OF(least_s, longest_s), loaded->least_s) && same_phases(move, loaded);
}

typedef struct Shared {
    Literal *const *files;
    size_t count;
    At defaults;
} Shared;

static At find_shared(const Shared *shared, const char *id)
{
    At found = nothing;
    for (size_t i = 0; id && !found.node && i < shared->count; i++)
        found = literal_key(literal_key(literal_root(shared->files[i]), "moves"), id);
    return found;
}

static bool same_items(At written, const Shared *shared, const Item *loaded, size_t count);

static bool same_item(At written, const Shared *shared, const Item *loaded)
{
    At rest = literal_key(written, "rest"), repeat = literal_key(written, "repeat"), use = literal_key(written, "use");
    if (rest.node)
        return same_number("an item's kind", ITEM_REST, (int32_t)loaded->kind) &&
               same_number("rest", literal_seconds(rest, 0), loaded->rest_s) &&
               same_text("say", literal_key(written, "say"), loaded->say);
    if (repeat.node)
        return same_number("an item's kind", ITEM_REPEAT, (int32_t)loaded->kind) &&
               same_number("repeat", literal_number(repeat, 0), loaded->times) &&
               same_number("between", literal_seconds(literal_key(written, "between"), 0), loaded->between_s) &&
               same_items(literal_key(written, "moves"), shared, loaded->items, loaded->count);
    const Said move = {written, find_shared(shared, literal_text(use)), shared->defaults};
    return same_number("an item's kind", ITEM_MOVE, (int32_t)loaded->kind) &&
           same_text("use", use, loaded->move->use) && same_move(&move, loaded->move);
}

static bool same_items(At written, const Shared *shared, const Item *loaded, size_t count)
{
    if (!same_number("items", (int32_t)literal_count(written), (int32_t)count))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!same_item(literal_item(written, i), shared, &loaded[i]))
            return false;
    return true;
}

static bool same_sources(At written, const SourceList *loaded)
{
    if (!same_number("sources", (int32_t)literal_count(written), (int32_t)loaded->count))
        return false;
    for (size_t i = 0; i < loaded->count; i++)
        if (!same_text("a source's title", literal_key(literal_item(written, i), "title"), loaded->items[i].title) ||
            !same_text("a source's url", literal_key(literal_item(written, i), "url"), loaded->items[i].url))
            return false;
    return true;
}

/* A text alone, or one with its unit. */
static bool same_check(At written, const Check *loaded)
{
    if (!literal_is_map(written))
        return same_text("check", written, loaded->say) && same_number("unit", UNIT_FEEL, (int32_t)loaded->unit);
    return same_text("say", literal_key(written, "say"), loaded->say) &&
           same_word("unit", literal_key(written, "unit"), "", unit_words.items[loaded->unit]) &&
           same_word("better", literal_key(written, "better"), "", loaded->more_is_better ? "more" : "less");
}

const char *oracle_differs(Literal *text, Literal *const *files, size_t count, const Routine *routine)
{
    At root = literal_root(text), defaults = literal_key(root, "defaults");
    const Shared shared = {files, count, defaults};
    bool is_same = same_number("knead", literal_number(literal_key(root, "knead"), 0), 1) &&
                   same_text("title", literal_key(root, "title"), routine->title) &&
                   same_text("summary", literal_key(root, "summary"), routine->summary) &&
                   same_check(literal_key(root, "check"), &routine->check) &&
                   same_text("pair", literal_key(root, "pair"), routine->pair) &&
                   same_word("goal", literal_key(root, "goal"), "", goal_name((int)routine->goal)) &&
                   same_texts("cautions", literal_key(root, "cautions"), &routine->own_cautions) &&
                   same_texts("keywords", literal_key(root, "keywords"), &routine->keywords) &&
                   same_sources(literal_key(root, "sources"), &routine->sources) &&
                   same_number("rest", literal_seconds(literal_key(defaults, "rest"), 0), routine->rest_s) &&
                   same_items(literal_key(root, "moves"), &shared, routine->items, routine->count);
    return is_same ? NULL : difference;
}

const char *oracle_move_differs(Literal *file, const char *id, const Move *move)
{
    const Said shared = {.shared = literal_key(literal_key(literal_root(file), "moves"), id)};
    return same_move(&shared, move) ? NULL : difference;
}
