/* SPDX-License-Identifier: MIT */
#include "routine/field_value.h"

#include <stdlib.h>
#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "routine/spelling.h"

Node field_value_part(Walk *walk, const Node *value, size_t start, size_t length)
{
    Node part = *value;
    part.text = arena_copy_span(walk->arena, value->text + start, length);
    part.length = length;
    uint32_t quote = value->is_plain ? 0 : 1;
    if (value->mark.length == value->length + 2 * quote) {
        part.mark.column += (uint32_t)start + quote;
        part.mark.length = MAX_OF((uint32_t)length, 1);
    }
    return part;
}

bool field_value_node(Walk *walk, const Field *field, const Node *value, void *at)
{
    (void)walk, (void)field;
    *(const Node **)at = value;
    return true;
}

bool field_value_version(Walk *walk, const Field *field, const Node *value, void *at)
{
    if (value->kind == NODE_SCALAR && strcmp(value->text, "1") == 0) {
        *(int32_t *)at = 1;
        return true;
    }
    schema_wrong(walk, field, value, "1, the version of the format");
    diagnostic_hint(walk->diags, "write `knead: 1`");
    return false;
}

bool field_value_set_up_time(Walk *walk, const Field *field, const Node *value, void *at)
{
    static const char *const words[] = {"auto"};
    static const Words wanted = {words, ARRAY_LEN(words)};
    if (value->kind == NODE_SCALAR && strcmp(value->text, words[0]) == 0) {
        *(int32_t *)at = AUTO_S;
        return true;
    }
    if (value->kind == NODE_SCALAR && strspn(value->text, "0123456789") > 0)
        return schema_duration(walk, field, value, at);
    schema_wrong(walk, field, value, "auto, or a duration such as 10s");
    if (value->kind == NODE_SCALAR && words_nearest(&wanted, value->text))
        diagnostic_hint(walk->diags, "did you mean 'auto'?");
    return false;
}

/* Reads `parts` of whole numbers with hyphens between them; how many there are, 0 where it is anything else. */
static size_t read_numbers(const char *text, int32_t *numbers, size_t most)
{
    for (size_t count = 0; count < most;) {
        size_t digits = strspn(text, "0123456789");
        if (digits == 0 || digits > 6)
            return 0;
        int32_t number = 0;
        for (size_t i = 0; i < digits; i++)
            number = number * 10 + (text[i] - '0');
        numbers[count++] = number;
        text += digits;
        if (*text == '\0')
            return count;
        if (*text++ != '-')
            return 0;
    }
    return 0;
}

/* The numbers, up to `most`, of a text that has something else between them, or of a list; how many there are, and in
 * *tidy how they should be written. */
static size_t find_numbers(Walk *walk, const Node *value, int32_t *numbers, size_t most, const char **tidy)
{
    const char *text = value->kind == NODE_SCALAR ? value->text : "";
    for (const Entry *entry = value->kind == NODE_LIST ? value->entries : NULL; entry; entry = entry->next)
        if (entry->value->kind == NODE_SCALAR && strlen(text) < 40)
            text = arena_print(walk->arena, "%s %.20s", text, entry->value->text);
    *tidy = spelling_of_range(walk->arena, text);
    return *tidy ? read_numbers(*tidy, numbers, most) : 0;
}

/* `5/10`, `5 of 10`: the ten goes without saying. */
static bool is_of_ten(const char *text)
{
    const char *rest = text + strspn(text, "0123456789 ");
    return strcmp(rest, "/10") == 0 || strcmp(rest, "/ 10") == 0 || strcmp(rest, "of 10") == 0;
}

static bool wrong_pressure(Walk *walk, const Field *field, const Node *value)
{
    int32_t numbers[2];
    const char *tidy;
    size_t count = find_numbers(walk, value, numbers, 2, &tidy);
    int32_t first = count > 0 ? numbers[0] : 0, last = count > 0 ? numbers[count - 1] : 0;
    bool is_fit = count > 0 && MAX_OF(first, last) <= field->max;
    schema_wrong(walk, field, value, "a whole number from 0 to 10 or a range such as 4-6");
    if (value->kind == NODE_SCALAR && is_of_ten(value->text) && strtol(value->text, NULL, 10) <= field->max)
        diagnostic_hint(walk->diags, "write %d: of 10 is understood", atoi(value->text));
    else if (is_fit && first > last)
        diagnostic_hint(walk->diags, "write %d-%d", (int)last, (int)first);
    else if (is_fit)
        diagnostic_hint(walk->diags, "write %s", tidy);
    else
        diagnostic_hint(walk->diags, "0 is none, 1-3 light, 4-6 firm but you can breathe easily");
    return false;
}

bool field_value_pressure(Walk *walk, const Field *field, const Node *value, void *at)
{
    int32_t numbers[2];
    size_t count = value->kind == NODE_SCALAR ? read_numbers(value->text, numbers, 2) : 0;
    if (count == 0)
        return wrong_pressure(walk, field, value);
    int32_t low = numbers[0], high = numbers[count - 1];
    if (MAX_OF(low, high) > field->max) {
        diagnostic_error(walk->diags, value->mark, "%s must be from 0 to 10, found %s", field->key, value->text);
        diagnostic_hint(walk->diags, "0 is none, 1-3 light, 4-6 firm but you can breathe easily");
        return false;
    }
    if (low > high) {
        diagnostic_error(walk->diags, value->mark, "the range %s is written backwards", value->text);
        diagnostic_hint(walk->diags, "write %d-%d, low to high", high, low);
        return false;
    }
    *(Pressure *)at = (Pressure){true, low, high};
    return true;
}

/* Two to four numbers as in-out, in-hold-out or in-hold-out-hold. */
static Breath breath_of(const int32_t numbers[4], size_t count)
{
    if (count == 2)
        return (Breath){numbers[0], 0, numbers[1], 0};
    return (Breath){numbers[0], numbers[1], numbers[2], count == 4 ? numbers[3] : 0};
}

static bool is_breathable(const Breath *breath, int32_t most)
{
    return breath->in_s >= 1 && breath->out_s >= 1 && MAX_OF(breath->in_s, breath->out_s) <= most;
}

static bool is_holdable(const Breath *breath, int32_t most)
{
    return MAX_OF(breath->hold_s, breath->rest_s) <= most;
}

static bool wrong_breath(Walk *walk, const Field *field, const Node *value)
{
    int32_t n[4];
    const char *tidy;
    size_t count = find_numbers(walk, value, n, 4, &tidy);
    Breath breath = count >= 2 ? breath_of(n, count) : (Breath){0};
    schema_wrong(walk, field, value, "seconds with hyphens between: in-out, in-hold-out or in-hold-out-hold");
    if (is_breathable(&breath, field->max) && is_holdable(&breath, field->max))
        diagnostic_hint(walk->diags, "write %s", tidy);
    else
        diagnostic_hint(walk->diags, "write 4-6 for 4 seconds in and 6 seconds out");
    return false;
}

bool field_value_breath(Walk *walk, const Field *field, const Node *value, void *at)
{
    int32_t n[4];
    size_t count = value->kind == NODE_SCALAR ? read_numbers(value->text, n, 4) : 0;
    if (count < 2)
        return wrong_breath(walk, field, value);
    Breath breath = breath_of(n, count);
    if (!is_breathable(&breath, field->max))
        return diagnostic_error(walk->diags, value->mark,
                                "in %s, breathing in and out must each take 1 to 20 seconds, found %s", field->key,
                                value->text);
    if (!is_holdable(&breath, field->max))
        return diagnostic_error(walk->diags, value->mark, "in %s, holding must take 0 to 20 seconds, found %s",
                                field->key, value->text);
    *(Breath *)at = breath;
    return true;
}

static bool read_range(Walk *walk, const Field *field, const Node *value, size_t hyphen, Hold *hold)
{
    int32_t first_s = 0, second_s = 0;
    Node first = field_value_part(walk, value, 0, hyphen);
    Node second = field_value_part(walk, value, hyphen + 1, value->length - hyphen - 1);
    if (!schema_duration(walk, field, &first, &first_s) || !schema_duration(walk, field, &second, &second_s))
        return false;
    if (first_s > second_s) {
        diagnostic_error(walk->diags, value->mark, "the range %s is written backwards", value->text);
        diagnostic_hint(walk->diags, "write %s-%s", second.text, first.text);
        return false;
    }
    *hold = (Hold){.kind = HOLD_RANGE, .left_s = second_s, .right_s = second_s, .may_end_s = first_s};
    return true;
}

/* Whether a text that is no hold would be one if it were spelt as doc/routine-format.md has it; the hint says so
 * then. */
static bool hint_hold(Walk *walk, const Field *field, const Node *value)
{
    const char *better = spelling_of_duration(walk->arena, value->text);
    if (!better)
        return false;
    schema_wrong(walk, field, value, "a duration such as 45s or 1m30s, or a range such as 30s-90s");
    diagnostic_hint(walk->diags, "write %s", better);
    return true;
}

static bool has_two_times(const Node *value, const char *hyphen)
{
    int32_t seconds;
    const char *problem, *end = value->text + value->length;
    return duration_parse(value->text, (size_t)(hyphen - value->text), &seconds, &problem) &&
           duration_parse(hyphen + 1, (size_t)(end - hyphen - 1), &seconds, &problem);
}

bool field_value_phase_hold(Walk *walk, const Field *field, const Node *value, void *at)
{
    Hold *hold = at;
    if (value->kind != NODE_SCALAR) {
        schema_wrong(walk, field, value, "a duration such as 45s or a range such as 30s-90s");
        if (value->kind == NODE_MAP)
            diagnostic_hint(walk->diags, "only a move without phases can have times for left and right");
        return false;
    }
    int32_t seconds = 0;
    const char *problem = NULL;
    const char *hyphen = memchr(value->text, '-', value->length);
    bool is_range = hyphen && hyphen != value->text;
    if (!is_range && duration_parse(value->text, value->length, &seconds, &problem))
        problem = "";
    bool is_unknown = !problem || strstr(value->text, ".."); /* no decimal, but dots between two times */
    if (!is_range && is_unknown && hint_hold(walk, field, value))
        return false;
    if (is_range && !has_two_times(value, hyphen) && hint_hold(walk, field, value))
        return false;
    if (is_range)
        return read_range(walk, field, value, (size_t)(hyphen - value->text), hold);
    if (!schema_duration(walk, field, value, &seconds))
        return false;
    *hold = (Hold){.kind = HOLD_TIME, .left_s = seconds, .right_s = seconds};
    return true;
}

bool field_value_hold(Walk *walk, const Field *field, const Node *value, void *at)
{
    if (value->kind == NODE_LIST) {
        schema_wrong(walk, field, value, "a duration such as 45s, a range such as 30s-90s, or {left: 90s, right: 60s}");
        diagnostic_hint(walk->diags,
                        "write the shortest and the longest time with a hyphen between them, or left and right");
        return false;
    }
    if (value->kind == NODE_SCALAR)
        return field_value_phase_hold(walk, field, value, at);
    HoldSides sides = {0};
    if (!schema_read(walk, field->table, value, &sides))
        return false;
    *(Hold *)at = (Hold){.kind = HOLD_LEFT_RIGHT, .left_s = sides.left_s, .right_s = sides.right_s};
    return true;
}

static bool read_tool(Walk *walk, const Field *field, Node *part, const char **tool)
{
    if (part->length == 0 && part->text[0] == '\0') {
        schema_wrong(walk, field, part, "a tool, or a list of tools");
        diagnostic_hint(walk->diags, "write one, as in therapy-ball | tennis-ball, or leave out the key");
        return false;
    }
    if (part->length == 0) {
        diagnostic_error(walk->diags, part->mark, "an alternative is empty: each side of `|` names a tool");
        diagnostic_hint(walk->diags, "write therapy-ball | tennis-ball, or leave out the `|`");
        return false;
    }
    bool is_plain_id = part->text[strspn(part->text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
    const char *better = is_plain_id ? NULL : spelling_of_tools(walk->arena, part->text);
    if (!better && !schema_id(walk, field, part, tool))
        return false;
    if (!better && strcmp(*tool, "none") == 0) {
        diagnostic_warning(walk->diags, part->mark, "this asks for a tool called none");
        diagnostic_hint(walk->diags,
                        "leave out tools if the move needs none; write [] to remove those of a shared move");
    }
    if (!better)
        return true;
    schema_wrong(walk, field, part, "a tool in lower-case letters, digits and hyphens");
    diagnostic_hint(walk->diags, "write %s", better);
    return false;
}

static bool read_need(Walk *walk, const Field *field, const Node *value, ToolNeed *need)
{
    if (value->kind != NODE_SCALAR)
        return schema_wrong(walk, field, value, "a tool, or alternatives such as therapy-ball | tennis-ball");
    size_t count = 1;
    for (const char *bar = strchr(value->text, '|'); bar; bar = strchr(bar + 1, '|'))
        count++;
    need->any_of.items = arena_take_array(walk->arena, count, sizeof(*need->any_of.items));
    for (size_t start = 0; need->any_of.count < count;) {
        size_t end = start + strcspn(value->text + start, "|");
        size_t from = start, to = end;
        while (from < to && value->text[from] == ' ')
            from++;
        while (to > from && value->text[to - 1] == ' ')
            to--;
        Node part = from < to ? field_value_part(walk, value, from, to - from) : *value;
        if (from == to)
            part.length = 0;
        if (!read_tool(walk, field, &part, &need->any_of.items[need->any_of.count++]))
            return false;
        start = end + 1;
    }
    return true;
}

bool field_value_tools(Walk *walk, const Field *field, const Node *value, void *at)
{
    size_t count = 0;
    bool is_good = true;
    Entry alone;
    const Entry *entry = schema_entries(value, &alone, &count);
    ToolList tools = {arena_take_array(walk->arena, count, sizeof(ToolNeed)), 0};
    for (; entry; entry = entry->next)
        is_good = read_need(walk, field, entry->value, &tools.items[tools.count++]) && is_good;
    if (is_good)
        *(ToolList *)at = tools;
    return is_good;
}

/* The tool's own name is checked against the move's tools once those are known. */
bool field_value_setups(Walk *walk, const Field *field, const Node *value, void *at)
{
    if (value->kind != NODE_MAP) {
        const char *text = NULL;
        if (!schema_text(walk, field, value, &text))
            return false;
        SetUpList one = {arena_take(walk->arena, sizeof(SetUp)), 1};
        one.items[0] = (SetUp){.text = text};
        *(SetUpList *)at = one;
        return true;
    }
    bool is_good = true;
    size_t count = 0;
    for (const Entry *entry = value->entries; entry; entry = entry->next)
        count++;
    SetUpList setups = {arena_take_array(walk->arena, count, sizeof(SetUp)), 0};
    for (const Entry *entry = value->entries; entry; entry = entry->next) {
        SetUp *setup = &setups.items[setups.count++];
        const Field tool = {.key = "a tool of setup"};
        is_good = schema_id(walk, &tool, entry->key, &setup->tool) && is_good;
        is_good = schema_text(walk, field, entry->value, &setup->text) && is_good;
    }
    if (count == 0) {
        is_good = diagnostic_error(walk->diags, value->mark, "setup is an empty map");
        diagnostic_hint(walk->diags, "write one text, or a line `tool: text` for each tool");
    }
    if (is_good)
        *(SetUpList *)at = setups;
    return is_good;
}

enum { MOST_KEYWORDS = 20 };

bool field_value_keywords(Walk *walk, const Field *field, const Node *value, void *at)
{
    TextList keywords = {0};
    if (!schema_line_list(walk, field, value, &keywords))
        return false;
    if (keywords.count > MOST_KEYWORDS)
        return diagnostic_error(walk->diags, value->mark, "there are %zu keywords, at most %d are allowed",
                                keywords.count, MOST_KEYWORDS);
    *(TextList *)at = keywords;
    return true;
}

bool field_value_url(Walk *walk, const Field *field, const Node *value, void *at)
{
    const char *url = NULL;
    if (!schema_text(walk, field, value, &url))
        return false;
    size_t scheme = strncmp(url, "https://", 8) == 0 ? 8 : strncmp(url, "http://", 7) == 0 ? 7 : 0;
    if (scheme == 0 || url[scheme] == '\0') {
        diagnostic_error(walk->diags, value->mark, "url must start with https:// or http://, found %s",
                         schema_found(walk, value));
        diagnostic_hint(walk->diags, "write the whole address, as in https://example.org/page");
        return false;
    }
    if (strpbrk(url, " \t\n"))
        return diagnostic_error(walk->diags, value->mark, "url must be one address without spaces");
    *(const char **)at = url;
    return true;
}

bool field_value_sources(Walk *walk, const Field *field, const Node *value, void *at)
{
    size_t count = 0;
    bool is_good = true;
    Entry alone;
    const Entry *entry = schema_entries(value, &alone, &count);
    SourceList sources = {arena_take_array(walk->arena, count, sizeof(Source)), 0};
    for (; entry; entry = entry->next) {
        Source *source = &sources.items[sources.count++];
        if (entry->value->kind == NODE_MAP) {
            is_good = schema_read(walk, field->table, entry->value, source) && is_good;
            continue;
        }
        is_good = schema_wrong(walk, field, entry->value, "a list of maps with `title` and, if there is one, `url`");
        if (entry->value->kind == NODE_SCALAR && !strchr(entry->value->text, ':') && entry->value->length > 0)
            diagnostic_hint(walk->diags, "write `- title: %.60s`", entry->value->text);
        else
            diagnostic_hint(walk->diags, "write `- title: ...` and, on a line below, `url: https://...`");
    }
    *(SourceList *)at = sources;
    return is_good;
}

bool field_value_check(Walk *walk, const Field *field, const Node *value, void *at)
{
    Check *check = at;
    if (value->kind == NODE_SCALAR)
        return schema_text(walk, field, value, &check->say);
    if (value->kind != NODE_MAP)
        return schema_wrong(walk, field, value, "a text, or a map of `say`, `unit` and `better`");
    CheckFields fields = {0};
    if (!schema_read(walk, field->table, value, &fields))
        return false;
    *check = (Check){fields.say, (CheckUnit)(fields.unit + 1), fields.better == 1};
    return true;
}

bool field_value_defaults(Walk *walk, const Field *field, const Node *value, void *at)
{
    (void)field;
    return schema_read(walk, field->table, value, at);
}

bool field_value_phases(Walk *walk, const Field *field, const Node *value, void *at)
{
    size_t count = 0;
    bool is_good = true;
    Entry alone;
    const Entry *entry = schema_entries(value, &alone, &count);
    if (count == 0) {
        diagnostic_error(walk->diags, value->mark, "phases must have at least one phase");
        diagnostic_hint(walk->diags, "write one, as in `- {name: Sink in, hold: 30s}`, or `hold` instead");
        return false;
    }
    PhaseList phases = {arena_take_array(walk->arena, count, sizeof(PhaseFields)), 0};
    for (; entry; entry = entry->next) {
        PhaseFields *phase = &phases.items[phases.count];
        phase->node = entry->value;
        phase->dose.technique = TECHNIQUE_NONE;
        phase->dose.tool_at.part = PART_NONE;
        if (entry->value->kind != NODE_MAP) {
            is_good = schema_wrong(walk, field, entry->value,
                                   "a list of maps, each with `name` and `hold`, `passes` or `breaths`");
            diagnostic_hint(walk->diags, "write `- name: ...` and, on a line below, `hold: 30s`");
            continue;
        }
        is_good = schema_read(walk, field->table, entry->value, phase) && is_good;
        phases.count++;
    }
    *(PhaseList *)at = phases;
    return is_good;
}

bool field_value_cue_time(Walk *walk, const Field *field, const Node *value, void *at)
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
    Node part = sign > 0 ? field_value_part(walk, value, 1, value->length - 1) : *value;
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
        diagnostic_hint(walk->diags, "put text that has a colon in quotes, as in \"Breathe: slowly\"");
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
    if (!schema_read(walk, field->table, value, &fields))
        return false;
    *cue = (Cue){fields.at.when, fields.at.seconds, fields.say, fields.at.mark};
    return true;
}

bool field_value_cues(Walk *walk, const Field *field, const Node *value, void *at)
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
                             "cues must be all text or all maps of `at` and `say`, not a mix");
            diagnostic_hint(walk->diags, kind == NODE_MAP ? "give this one a time: {at: 30s, say: ...}"
                                                          : "write only its text, or give every cue a time");
            return false;
        }
        is_good = read_cue(walk, field, entry->value, &cues.items[cues.count++]) && is_good;
    }
    if (is_good)
        *(CueList *)at = cues;
    return is_good;
}
