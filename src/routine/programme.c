/* SPDX-License-Identifier: MIT */
#include "routine/programme.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "routine/fields.h"
#include "routine/routine.h"
#include "routine/spelling.h"
#include "yaml/document.h"
#include "yaml/emit.h"

static const char rest_word[] = "rest";

typedef struct ProgrammeReading {
    Walk walk;
    const ProgrammeLookup *lookup;
    Programme *programme;
    const Node *own; /* the map of the routines in the file itself; NULL: there is none */
} ProgrammeReading;

static void add_list(Text *into, const TextList *list)
{
    for (size_t i = 0; i < list->count; i++)
        text_print(into, "%s%s", i == 0 ? "" : i + 1 < list->count ? ", " : " and ", list->items[i]);
}

/* "Feet and calves, 6 min, chair, with therapy-ball" */
static void add_wish(Text *into, const ProgrammeWish *wish)
{
    Text words = {0};
    add_list(&words, &wish->words);
    const char *first = text_show(&words);
    text_add_char(into, *first >= 'a' && *first <= 'z' ? (char)(*first - 'a' + 'A') : *first);
    text_add(into, *first ? first + 1 : "");
    text_release(&words);
    if (wish->minutes > 0)
        text_print(into, ", %d min", (int)wish->minutes);
    for (size_t i = 0; i < wish->places.count; i++)
        text_print(into, "%s%s", i ? " or " : ", ", place_name(wish->places.items[i]));
    if (wish->tools_are_said)
        text_add(into, wish->tools.count > 0 ? ", with " : ", without tools");
    add_list(into, &wish->tools);
    if (wish->goal != GOAL_NONE)
        text_print(into, ", for %s", goal_name(wish->goal));
}

void programme_add_day(Text *into, const ProgrammeDay *day)
{
    if (day->kind == PROGRAMME_WISH)
        add_wish(into, &day->wish);
    else
        text_add(into, day->kind == PROGRAMME_REST ? rest_word : day->routine);
}

const char *programme_routine_text(const Programme *programme, const char *id)
{
    for (size_t i = 0; i < programme->routine_count; i++)
        if (strcmp(programme->routines[i].id, id) == 0)
            return programme->routines[i].text;
    return NULL;
}

bool programme_is_meant(const char *text, size_t length)
{
    static const char key[] = "weeks:";
    const char *end = text + length;
    for (const char *line = text; line && (size_t)(end - line) >= strlen(key);) {
        if (memcmp(line, key, strlen(key)) == 0)
            return true;
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        line = newline ? newline + 1 : NULL;
    }
    return false;
}

/* Days. */

static bool is_known(const ProgrammeReading *reading, const char *id)
{
    const Words *ids = reading->lookup ? reading->lookup->routines : NULL;
    return !ids || words_find(ids, id, strlen(id)) >= 0 || (reading->own && node_find(reading->own, id, NULL));
}

static void read_routine_day(ProgrammeReading *reading, const Node *node, ProgrammeDay *day)
{
    DiagnosticList *diags = reading->walk.diags;
    static const Field field = {.key = "a day"};
    if (!schema_id(&reading->walk, &field, node, &day->routine))
        return;
    if (strcmp(day->routine, rest_word) == 0)
        return;
    day->kind = PROGRAMME_ROUTINE;
    day->content = day->routine;
    if (is_known(reading, day->routine))
        return;
    const char *nearest = words_nearest(reading->lookup->routines, day->routine);
    diagnostic_error(diags, node->mark, "there is no routine '%s'", day->routine);
    if (nearest)
        diagnostic_hint(diags, "did you mean '%s'?", nearest);
    else
        diagnostic_hint(diags, "`knead list` shows all; a wish is written `{compose: hips, minutes: 10}`");
}

static void read_wish(ProgrammeReading *reading, const Node *node, ProgrammeDay *day)
{
    WishFields fields = {0};
    day->kind = PROGRAMME_WISH;
    schema_read(&reading->walk, &wish_table, node, &fields);
    day->wish = (ProgrammeWish){.words = fields.words,
                                .minutes = fields.minutes,
                                .places = fields.places,
                                .tools = fields.tools,
                                .tools_are_said = (fields.set & SET_WISH_TOOLS) != 0,
                                .goal = fields.set & SET_WISH_GOAL ? fields.goal : GOAL_NONE};
    Text words = {0};
    add_wish(&words, &day->wish);
    day->content = arena_copy(reading->walk.arena, text_show(&words));
    text_release(&words);
}

static void read_day(ProgrammeReading *reading, const Node *node, ProgrammeDay *day)
{
    *day = (ProgrammeDay){.kind = PROGRAMME_REST, .content = "", .mark = node->mark};
    if (node->kind == NODE_MAP) {
        day->mark = node_first_key(node);
        read_wish(reading, node, day);
    } else if (node->kind == NODE_SCALAR) {
        read_routine_day(reading, node, day);
    } else {
        diagnostic_error(reading->walk.diags, node->mark, "a day must be a routine, a wish or rest, found a list");
        diagnostic_hint(reading->walk.diags, "one routine a day; write a new one for two in a row");
    }
}

/* Weeks. */

static void check_rest(ProgrammeReading *reading, const Node *days, const ProgrammeWeek *week)
{
    size_t rests = 0;
    for (size_t i = 0; i < DAY_WEEK; i++)
        rests += week->days[i].kind == PROGRAMME_REST;
    if (rests == 0) {
        diagnostic_error(reading->walk.diags, days->mark, "a week needs a day of rest");
        diagnostic_hint(reading->walk.diags, "write `rest` for one of its days: tissue changes while it rests");
    } else if (rests == DAY_WEEK) {
        diagnostic_error(reading->walk.diags, days->mark, "a week needs a day that is not rest");
        diagnostic_hint(reading->walk.diags, "write the id of a routine for one of its days, or leave out the week");
    }
}

static void read_days(ProgrammeReading *reading, const Node *days, ProgrammeWeek *week)
{
    DiagnosticList *diags = reading->walk.diags;
    if (days->kind != NODE_LIST) {
        diagnostic_error(diags, days->mark, "days must be a list of seven days, found %s",
                         schema_found(&reading->walk, days));
        diagnostic_hint(diags, "write each on a line of its own, as in `- first-five` or `- rest`");
        return;
    }
    if (days->count != DAY_WEEK) {
        diagnostic_error(diags, days->mark, "a week has 7 days, found %zu", days->count);
        diagnostic_hint(diags, "write `rest` for the days with nothing to do");
    }
    const size_t errors = diags->errors;
    size_t count = 0;
    for (const Entry *entry = days->entries; entry && count < DAY_WEEK; entry = entry->next)
        read_day(reading, entry->value, &week->days[count++]);
    if (days->count == DAY_WEEK && diags->errors == errors)
        check_rest(reading, days, week);
}

static void read_week(ProgrammeReading *reading, const Node *node, ProgrammeWeek *week)
{
    WeekFields fields = {.level = LEVEL_STANDARD};
    schema_read(&reading->walk, &week_table, node, &fields);
    week->title = fields.title;
    week->level = (Level)fields.level;
    if (fields.days)
        read_days(reading, fields.days, week);
}

static void read_weeks(ProgrammeReading *reading, const Node *weeks)
{
    Entry alone;
    size_t count;
    DiagnosticList *diags = reading->walk.diags;
    Programme *programme = reading->programme;
    const Entry *entry = schema_entries(weeks, &alone, &count);
    if (count < 1 || count > PROGRAMME_WEEKS_MOST) {
        diagnostic_error(diags, weeks->mark, "a programme has 1 to %d weeks, found %zu", PROGRAMME_WEEKS_MOST, count);
        return;
    }
    programme->weeks = arena_take_array(&programme->arena, count, sizeof(*programme->weeks));
    for (; entry; entry = entry->next)
        read_week(reading, entry->value, &programme->weeks[programme->count++]);
}

/* Routines in the file itself. */

static bool is_used(const Programme *programme, const char *id)
{
    for (size_t i = 0; i < programme->count * DAY_WEEK; i++) {
        const ProgrammeDay *day = &programme->weeks[i / DAY_WEEK].days[i % DAY_WEEK];
        if (day->kind == PROGRAMME_ROUTINE && strcmp(day->routine, id) == 0)
            return true;
    }
    return false;
}

static void read_own(ProgrammeReading *reading, const Entry *entry, ProgrammeRoutine *own)
{
    static const Field field = {.key = "the name of a routine"};
    Walk *walk = &reading->walk;
    if (!schema_id(walk, &field, entry->key, &own->id))
        return;
    if (entry->value->kind != NODE_MAP) {
        diagnostic_error(walk->diags, entry->value->mark, "a routine must be a map, found %s",
                         schema_found(walk, entry->value));
        return;
    }
    routine_free(routine_read(entry->value, own->id, reading->lookup ? reading->lookup->moves : NULL, walk->diags));
    if (!is_used(reading->programme, own->id))
        diagnostic_warning(walk->diags, entry->key->mark, "no day has the routine '%s'", own->id);
    Text text = {0};
    for (const Entry *key = entry->value->entries; key; key = key->next)
        emit_entry(&text, 0, key, NULL);
    own->text = arena_copy(walk->arena, text_show(&text));
    text_release(&text);
}

static void read_owns(ProgrammeReading *reading)
{
    Programme *programme = reading->programme;
    programme->routines = arena_take_array(&programme->arena, reading->own->count, sizeof(*programme->routines));
    for (const Entry *entry = reading->own->entries; entry; entry = entry->next)
        read_own(reading, entry, &programme->routines[programme->routine_count++]);
}

static void read_programme(ProgrammeReading *reading, const Node *root)
{
    ProgrammeFields fields = {0};
    Programme *programme = reading->programme;
    schema_read(&reading->walk, &programme_table, root, &fields);
    programme->title = fields.title;
    programme->whom = fields.whom;
    programme->summary = fields.summary;
    programme->has_check = root->kind == NODE_MAP && node_find(root, "check", NULL);
    programme->check = fields.check;
    programme->cautions = fields.cautions;
    programme->sources = fields.sources;
    if (fields.routines && fields.routines->kind != NODE_MAP)
        diagnostic_error(reading->walk.diags, fields.routines->mark, "routines must be a map from ids to routines");
    else
        reading->own = fields.routines;
    if (fields.weeks)
        read_weeks(reading, fields.weeks);
    if (reading->own)
        read_owns(reading);
}

Programme *programme_parse(const char *text, size_t length, const char *id, const ProgrammeLookup *lookup,
                           DiagnosticList *diags)
{
    Arena tree = {0};
    const size_t errors = diags->errors;
    Programme *programme = memory_new(sizeof(*programme));
    programme->id = arena_copy(&programme->arena, id);
    ProgrammeReading reading = {
        .walk = {&programme->arena, diags, &spelling_guesses}, .lookup = lookup, .programme = programme};
    const Node *root = document_parse(&tree, text, length, diags);
    if (root && !routine_is_newer(root, diags))
        read_programme(&reading, root);
    arena_release(&tree);
    diagnostic_sort(diags);
    if (root && diags->errors == errors)
        return programme;
    programme_free(programme);
    return NULL;
}

void programme_free(Programme *programme)
{
    if (!programme)
        return;
    Arena arena = programme->arena;
    arena_release(&arena);
    free(programme);
}
