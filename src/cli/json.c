/* SPDX-License-Identifier: MIT */
#include "cli/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/locale.h"
#include "base/output.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cli/print.h"
#include "routine/fields.h"
#include "routine/timeline.h"

/* JSON is UTF-8; a name or a record may hold any bytes, and U+FFFD stands for one that is none. */
static json_t *text_value(const char *text, size_t length)
{
    Text valid = {0};
    for (size_t size; length > 0; text += size, length -= size) {
        size = utf8_valid(text, length);
        text_add_span(&valid, text, size);
        if (size < length)
            text_add(&valid, "\xEF\xBF\xBD");
        size += size < length;
    }
    json_t *value = json_stringn(text_show(&valid), valid.length);
    text_release(&valid);
    return value;
}

json_t *json_of_text(const char *text)
{
    return text && *text ? text_value(text, strlen(text)) : json_null();
}

json_t *json_of_command(const TextList *command)
{
    json_t *array = command->count > 0 ? json_array() : json_null();
    for (size_t i = 0; i < command->count; i++)
        json_array_append_new(array, *command->items[i] ? json_of_text(command->items[i]) : json_string(""));
    return array;
}

static json_t *text_of(const char *text)
{
    return text_value(text, strlen(text));
}

static json_t *number_or_null(int32_t number)
{
    return number > 0 ? json_integer(number) : json_null();
}

static json_t *texts(const TextList *list)
{
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++)
        json_array_append_new(array, json_string(list->items[i]));
    return array;
}

static json_t *words(const WordList *list, const Words *names)
{
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++)
        json_array_append_new(array, json_string(names->items[list->items[i]]));
    return array;
}

static json_t *tools(const ToolList *list)
{
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++)
        json_array_append_new(array, texts(&list->items[i].any_of));
    return array;
}

static json_t *pressure(const Pressure *value)
{
    return value->is_set ? json_pack("[i, i]", value->low, value->high) : json_null();
}

/* The numbers as they would be written: in-out, in-hold-out or all four. */
static json_t *breath(const Breath *value)
{
    if (value->in_s == 0)
        return json_null();
    if (value->rest_s > 0)
        return json_pack("[i, i, i, i]", value->in_s, value->hold_s, value->out_s, value->rest_s);
    if (value->hold_s > 0)
        return json_pack("[i, i, i]", value->in_s, value->hold_s, value->out_s);
    return json_pack("[i, i]", value->in_s, value->out_s);
}

/* Its text, or with its unit all of it. */
static json_t *check_of(const Check *check)
{
    if (check->unit == UNIT_FEEL)
        return json_of_text(check->say);
    return json_pack("{s:o, s:s, s:s}", "say", json_of_text(check->say), "unit", unit_words.items[check->unit],
                     "better", better_words.items[check->more_is_better]);
}

static json_t *head_of_routine(const Routine *routine)
{
    json_t *sources = json_array();
    for (size_t i = 0; i < routine->sources.count; i++) {
        const Source *source = &routine->sources.items[i];
        json_array_append_new(sources,
                              json_pack("{s:s, s:o}", "title", source->title, "url", json_of_text(source->url)));
    }
    return json_pack("{s:s, s:s, s:o, s:o, s:o, s:b, s:i, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "id", routine->id,
                     "title", routine->title, "summary", json_of_text(routine->summary), "goal",
                     json_of_text(goal_name((int)routine->goal)), "path", json_of_text(routine->path), "mine",
                     routine->is_mine, "seconds", routine->seconds, "areas", words(&routine->areas, &area_words),
                     "where", words(&routine->places, &place_words), "tools", tools(&routine->tools), "cautions",
                     texts(&routine->cautions), "check", check_of(&routine->check), "keywords",
                     texts(&routine->keywords), "pair", json_of_text(routine->pair), "sources", sources);
}

static json_t *plan_move(const PlanMove *move)
{
    return json_pack("{s:s, s:o, s:o, s:s, s:i}", "name", move->name, "use", json_of_text(move->use), "areas",
                     words(&move->areas, &area_words), "sides", sides_name((int)move->sides), "seconds", move->seconds);
}

static json_t *plan_step(const Step *step)
{
    static const char *const kinds[STEP_KIND_COUNT] = {
        [STEP_PREPARE] = "prepare", [STEP_SWITCH] = "switch", [STEP_HOLD] = "hold", [STEP_REST] = "rest"};
    json_t *cues = json_array();
    for (size_t i = 0; i < step->cue_count; i++)
        json_array_append_new(cues, json_pack("{s:i, s:s}", "at", step->cues[i].at_s, "say", step->cues[i].say));
    const bool is_hold = step->kind == STEP_HOLD;
    return json_pack("{s:i, s:i, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "at", step->at_s,
                     "seconds", step->seconds, "kind", kinds[step->kind], "move",
                     step->move >= 0 ? json_integer(step->move) : json_null(), "name", json_of_text(step->name), "side",
                     json_of_text(side_name((int)step->side)), "phase", json_of_text(step->phase_name), "technique",
                     json_of_text(is_hold ? technique_name((int)step->technique) : NULL), "passes",
                     number_or_null(is_hold ? step->passes : 0), "pace", number_or_null(is_hold ? step->pace_s : 0),
                     "may_end", number_or_null(is_hold ? step->may_end_s : 0), "pressure",
                     is_hold ? pressure(&step->pressure) : json_null(), "breathe",
                     is_hold ? breath(&step->breathe) : json_null(), "cues", cues);
}

json_t *json_of_plan(const Routine *routine, const Plan *plan)
{
    json_t *value = head_of_routine(routine);
    json_t *moves = json_array(), *steps = json_array();
    for (size_t i = 0; i < plan->move_count; i++)
        json_array_append_new(moves, plan_move(&plan->moves[i]));
    for (size_t i = 0; i < plan->step_count; i++)
        json_array_append_new(steps, plan_step(&plan->steps[i]));
    json_object_set_new(value, "seconds", json_integer(plan->seconds));
    json_object_set_new(value, "moves", moves);
    json_object_set_new(value, "steps", steps);
    return value;
}

static void add_left_out(json_t *array, const WordList *areas, const char *why)
{
    for (size_t i = 0; i < areas->count; i++)
        json_array_append_new(array, json_pack("{s:s, s:s}", "area", area_name(areas->items[i]), "why", why));
}

static const char *why_of(const ComposeNotes *notes, const char *use)
{
    for (size_t i = 0; use && i < notes->count; i++) {
        if (strcmp(notes->whys[i].use, use) == 0)
            return notes->whys[i].why;
    }
    return NULL;
}

json_t *json_of_composed(const Routine *routine, const Plan *plan, const ComposeNotes *notes, const char *text)
{
    json_t *value = json_of_plan(routine, plan), *left_out = json_array();
    for (size_t i = 0; i < plan->move_count; i++)
        json_object_set_new(json_array_get(json_object_get(value, "moves"), i), "why",
                            json_of_text(why_of(notes, plan->moves[i].use)));
    add_left_out(left_out, &notes->impossible, "no move");
    add_left_out(left_out, &notes->no_time, "time");
    add_left_out(left_out, &notes->no_place, "place");
    json_object_set_new(value, "minutes", json_integer(notes->minutes));
    json_object_set_new(value, "reasons", texts(&notes->said));
    json_object_set_new(value, "left_out", left_out);
    json_object_set_new(value, "text", json_string(text));
    return value;
}

json_t *json_of_entry(const LibraryEntry *entry)
{
    json_t *value;
    if (entry->routine) {
        value = head_of_routine(entry->routine);
    } else {
        value = json_pack("{s:s, s:s, s:n, s:n, s:o, s:b, s:n, s:[], s:[], s:[], s:[], s:n, s:[], s:n, s:[]}", "id",
                          entry->id, "title", entry->title ? entry->title : entry->id, "summary", "goal", "path",
                          json_of_text(entry->path), "mine", entry->is_mine, "seconds", "areas", "where", "tools",
                          "cautions", "check", "keywords", "pair", "sources");
    }
    json_object_set_new(value, "problem", json_of_text(entry->routine ? NULL : diagnostic_first(&entry->diags)));
    return value;
}

json_t *json_of_move(const char *id, const Move *move, bool is_mine, const char *problem)
{
    if (!move) {
        return json_pack("{s:s, s:s, s:[], s:[], s:[], s:n, s:n, s:n, s:n, s:[], s:[], s:n, s:[], s:[], s:b, s:o}",
                         "id", id, "name", id, "areas", "where", "tools", "technique", "sides", "seconds", "pressure",
                         "not_with", "position", "why", "cautions", "keywords", "mine", is_mine, "problem",
                         json_of_text(problem));
    }
    return json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:s, s:i, s:o, s:o, s:o, s:o, s:o, s:o, s:b, s:n}", "id", id,
                     "name", move->name, "areas", words(&move->areas, &area_words), "where",
                     words(&move->where, &place_words), "tools", tools(&move->tools), "technique",
                     json_of_text(technique_name((int)move->technique)), "sides", sides_name((int)move->sides),
                     "seconds", timeline_move_seconds(move), "pressure", pressure(&move->phases[0].pressure),
                     "not_with", words(&move->not_with, &health_words), "position", texts(&move->positions), "why",
                     json_of_text(move->why), "cautions", texts(&move->cautions), "keywords", texts(&move->keywords),
                     "mine", is_mine, "problem");
}

void json_add_diags(json_t *array, const DiagnosticList *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        const Diagnostic *diag = &diags->items[i];
        json_array_append_new(array, json_pack("{s:o, s:i, s:i, s:s, s:s, s:o}", "file", text_of(diags->file), "line",
                                               (int)diag->mark.line, "column", (int)diag->mark.column, "severity",
                                               diag->severity == SEVERITY_ERROR ? "error" : "warning", "message",
                                               diag->message, "hint", json_of_text(diag->hint)));
    }
}

static json_t *split_words(const char *text)
{
    json_t *array = json_array();
    while (text && *text) {
        const size_t length = strcspn(text, " ");
        if (length > 0)
            json_array_append_new(array, text_value(text, length));
        text += length + (text[length] == ' ');
    }
    return array;
}

static json_t *felt_or_null(int32_t felt)
{
    return felt >= 0 ? json_integer(felt) : json_null();
}

static json_t *tenths_or_null(int32_t tenths)
{
    if (tenths == MEASURE_NOT_SAID)
        return json_null();
    return tenths % 10 == 0 ? json_integer(tenths / 10) : json_real(tenths / 10.0);
}

static json_t *record_move(const MoveRecord *move)
{
    return json_pack("{s:o, s:o, s:o, s:o, s:o, s:i, s:o, s:o, s:b, s:b}", "name", text_of(move->name), "use",
                     json_of_text(move->use), "areas", split_words(move->areas), "side",
                     json_of_text(side_name((int)move->side)), "planned", felt_or_null(move->planned_s), "seconds",
                     (int)(move->held_ms / 1000), "felt", felt_or_null(move->felt), "felt_most",
                     felt_or_null(move->felt_most), "hurt", (int)move->hurt, "skipped", (int)move->skipped);
}

static json_t *record_felt(const FeltRecord *felt)
{
    json_t *target = felt->target.is_set ? json_pack("[i, i]", (int)felt->target.low, (int)felt->target.high)
                                         : json_null();
    return json_pack("{s:o, s:o, s:o, s:o, s:i}", "move", text_of(felt->move), "phase", json_of_text(felt->phase),
                     "side", json_of_text(side_name((int)felt->side)), "target", target, "felt", (int)felt->felt);
}

json_t *json_of_record(const SessionRecord *record)
{
    static const char *const states[] = {
        [RECORD_FINISHED] = "finished", [RECORD_LEFT] = "left", [RECORD_RUNNING] = "running"};
    const Measure *measure = &record->measure;
    char started[MOMENT_TEXT_SIZE];
    json_t *moves = json_array(), *felts = json_array();
    for (size_t i = 0; i < record->count; i++)
        json_array_append_new(moves, record_move(&record->moves[i]));
    for (size_t i = 0; i < record->felt_count; i++)
        json_array_append_new(felts, record_felt(&record->felts[i]));
    return json_pack("{s:o, s:s, s:o, s:o, s:s, s:i, s:i, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "id",
                     text_of(record->uid), "started", day_print_moment(started, record->started_s, record->offset_min),
                     "title", text_of(record->title), "routines", split_words(record->routines), "level",
                     level_words.items[record->level], "planned", (int)record->planned_s, "worked",
                     (int)record->worked_s, "state", states[record->state], "before",
                     tenths_or_null(measure->before_tenths), "after", tenths_or_null(measure->after_tenths), "unit",
                     json_of_text(unit_words.items[measure->unit]), "check", json_of_text(record->check), "note",
                     json_of_text(record->note), "moves", moves, "felts", felts);
}

static char *dump(json_t *value, size_t flags)
{
    flags |= JSON_REAL_PRECISION(10) | (locale_is_utf8() ? 0 : JSON_ENSURE_ASCII);
    char *text = value ? json_dumps(value, flags) : NULL;
    json_decref(value);
    return text;
}

bool json_print_item(json_t *value, bool is_first)
{
    char *text = dump(value, JSON_COMPACT);
    const char *before = is_first ? "[\n" : ",\n";
    const bool is_written = text && output_data(before, strlen(before)) && output_data(text, strlen(text));
    free(text);
    return is_written;
}

bool json_print_end(bool is_empty)
{
    const char *end = is_empty ? "[]\n" : "\n]\n";
    return output_data(end, strlen(end));
}

/* A locale without UTF-8 is sent no other bytes than ASCII, which JSON can say everything in. */
int json_print(json_t *value)
{
    char *text = dump(value, JSON_INDENT(2));
    if (!text)
        return print_failure("the JSON could not be made");
    const bool is_written = output_data(text, strlen(text)) && output_data("\n", 1);
    free(text);
    return is_written ? EXIT_FINE : print_failure("cannot write to standard output");
}
