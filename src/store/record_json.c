/* SPDX-License-Identifier: MIT */
#include "store/record_json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/fatal.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"

enum {
    UID_MOST = 32,
    TEXT_MOST = 10000,
    MOVES_MOST = 10000,
    SECONDS_MOST = 30 * 24 * 60 * 60,
    MINUTE_S = 60,
    HOUR_MIN = 60,
    OFFSET_MOST = 24 * 60,
    FELT_MOST = 10,
};

/* Years that a clock may have had. */
enum { YEAR_LEAST = 1971, YEAR_MOST = 9999 };

static const char *const states[] = {[RECORD_FINISHED] = "finished", [RECORD_LEFT] = "left", [RECORD_RUNNING] = "left"};

static json_t *text_or_null(const char *text)
{
    return text ? json_string(text) : json_null();
}

static json_t *tenths_or_null(int32_t tenths)
{
    if (tenths == MEASURE_NOT_SAID)
        return json_null();
    return tenths % 10 == 0 ? json_integer(tenths / 10) : json_real(tenths / 10.0);
}

static json_t *number_or_null(int32_t number)
{
    return number < 0 ? json_null() : json_integer(number);
}

static json_t *words_of(const char *text)
{
    json_t *array = json_array();
    for (; *(text += strspn(text, " ")); text += strcspn(text, " "))
        json_array_append_new(array, json_stringn(text, strcspn(text, " ")));
    return array;
}

static json_t *move_of(const MoveRecord *move)
{
    return json_pack("{s:i, s:s, s:o, s:o, s:o, s:o, s:I, s:o, s:o, s:b, s:b}", "position", (int)move->position, "name",
                     move->name, "use", text_or_null(move->use), "areas", words_of(move->areas), "side",
                     move->side == SIDE_NONE ? json_null() : json_string(side_name((int)move->side)), "planned",
                     number_or_null(move->planned_s), "held_ms", (json_int_t)move->held_ms, "felt",
                     number_or_null(move->felt), "felt_most", number_or_null(move->felt_most), "hurt", (int)move->hurt,
                     "skipped", (int)move->skipped);
}

static json_t *felt_of(const FeltRecord *felt)
{
    json_t *target = felt->target.is_set ? json_pack("[i, i]", (int)felt->target.low, (int)felt->target.high)
                                         : json_null();
    return json_pack("{s:s, s:o, s:o, s:o, s:i}", "move", felt->move, "phase", text_or_null(felt->phase), "side",
                     felt->side == SIDE_NONE ? json_null() : json_string(side_name((int)felt->side)), "target", target,
                     "felt", (int)felt->felt);
}

char *record_json_write(const SessionRecord *record)
{
    const Measure *measure = &record->measure;
    char started[MOMENT_TEXT_SIZE];
    day_print_moment(started, record->started_s, record->offset_min);
    json_t *moves = json_array(), *felts = json_array();
    for (size_t i = 0; i < record->count; i++)
        json_array_append_new(moves, move_of(&record->moves[i]));
    for (size_t i = 0; i < record->felt_count; i++)
        json_array_append_new(felts, felt_of(&record->felts[i]));
    json_t *json = json_pack(
        "{s:s, s:i, s:s, s:s, s:s, s:o, s:s, s:i, s:i, s:s, s:o, s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o}",
        "uid", record->uid, "revision", (int)record->revision, "machine", record->machine, "started", started, "title",
        record->title, "routines", words_of(record->routines), "level", level_words.items[record->level], "planned",
        (int)record->planned_s, "worked", (int)record->worked_s, "state", states[record->state], "before",
        tenths_or_null(measure->before_tenths), "after", tenths_or_null(measure->after_tenths), "unit",
        measure->unit == UNIT_FEEL ? json_null() : json_string(unit_words.items[measure->unit]), "better",
        measure->more_is_better ? "more" : "less", "check", text_or_null(record->check), "note",
        text_or_null(record->note), "declined", text_or_null(record->declined), "ruled_out",
        text_or_null(record->ruled_out), "dropped", text_or_null(record->dropped), "moves", moves, "felts", felts);
    char *line = json ? json_dumps(json, JSON_COMPACT | JSON_REAL_PRECISION(10)) : NULL;
    json_decref(json);
    if (!line)
        fatal("a record cannot be written as JSON");
    return line;
}

/* One reading: what is wrong is kept of the first thing that is. */
typedef struct RecordReading {
    Arena *arena;
    char *problem;
} RecordReading;

static bool refuse(RecordReading *reading, const char *key, const char *what)
{
    if (!reading->problem)
        reading->problem = memory_print("\"%s\" %s", key, what);
    return false;
}

static bool take_number(RecordReading *reading, const json_t *json, const char *key, int64_t low, int64_t high,
                        int64_t *number)
{
    const json_t *value = json_object_get(json, key);
    if (!json_is_integer(value) || json_integer_value(value) < low || json_integer_value(value) > high)
        return refuse(reading, key, "is not a whole number in its range");
    *number = json_integer_value(value);
    return true;
}

static bool take_small(RecordReading *reading, const json_t *json, const char *key, int32_t high, int32_t *number)
{
    int64_t taken = 0;
    const bool is_taken = take_number(reading, json, key, 0, high, &taken);
    *number = (int32_t)taken;
    return is_taken;
}

/* The same, or null, or left out: `none`. */
static bool take_small_or(RecordReading *reading, const json_t *json, const char *key, int32_t high, int32_t none,
                          int32_t *number)
{
    const json_t *value = json_object_get(json, key);
    *number = none;
    return !value || json_is_null(value) || take_small(reading, json, key, high, number);
}

static bool take_text_or_null(RecordReading *reading, const json_t *json, const char *key, const char **text)
{
    const json_t *value = json_object_get(json, key);
    *text = NULL;
    if (!value || json_is_null(value))
        return true;
    if (!json_is_string(value) || json_string_length(value) > TEXT_MOST)
        return refuse(reading, key, "is not a text, or too long");
    *text = arena_copy(reading->arena, json_string_value(value));
    return true;
}

static bool take_text(RecordReading *reading, const json_t *json, const char *key, const char **text)
{
    return take_text_or_null(reading, json, key, text) && (*text || refuse(reading, key, "is missing"));
}

static bool take_truth(RecordReading *reading, const json_t *json, const char *key, bool *truth)
{
    const json_t *value = json_object_get(json, key);
    *truth = json_is_true(value);
    return !value || json_is_boolean(value) || refuse(reading, key, "is neither true nor false");
}

/* A word of a list; null or left out: `none`. */
static bool take_word(RecordReading *reading, const json_t *json, const char *key, const Words *words, int none,
                      int *word)
{
    const json_t *value = json_object_get(json, key);
    *word = none;
    if (!value || json_is_null(value))
        return true;
    const char *text = json_string_value(value);
    *word = text ? words_find(words, text, strlen(text)) : -1;
    return *word >= 0 || refuse(reading, key, "is not one of its words");
}

/* Ids as one text with spaces between. */
static bool take_words(RecordReading *reading, const json_t *json, const char *key, const char **text)
{
    const json_t *array = json_object_get(json, key);
    Text joined = {0};
    bool is_right = json_is_array(array);
    for (size_t i = 0; is_right && i < json_array_size(array); i++) {
        const char *word = json_string_value(json_array_get(array, i));
        is_right = word && !strpbrk(word, " \t\r\n") && joined.length + strlen(word) <= TEXT_MOST;
        if (is_right) {
            text_add(&joined, i > 0 ? " " : "");
            text_add(&joined, word);
        }
    }
    *text = arena_copy(reading->arena, text_show(&joined));
    text_release(&joined);
    return is_right || refuse(reading, key, "is not a list of words");
}

static bool take_tenths(RecordReading *reading, const json_t *json, const char *key, const Measure *measure,
                        int32_t *tenths)
{
    const json_t *value = json_object_get(json, key);
    *tenths = MEASURE_NOT_SAID;
    if (!value || json_is_null(value))
        return true;
    const double number = json_number_value(value) * 10, low = measure->unit == UNIT_FEEL ? 0 : -MEASURE_NUMBER_MOST,
                 high = measure->unit == UNIT_FEEL ? MEASURE_FEEL_MOST : MEASURE_NUMBER_MOST;
    if (!json_is_number(value) || !(number >= low && number <= high))
        return refuse(reading, key, "is not a number in its range");
    *tenths = (int32_t)(number < 0 ? number - 0.5 : number + 0.5);
    return true;
}

/* "2026-03-01T12:30:00+01:00" */
static bool take_moment(RecordReading *reading, const json_t *json, SessionRecord *record)
{
    const char *text = json_string_value(json_object_get(json, "started"));
    int year, month, day, hour, minute, second, offset_hour, offset_minute, length = 0;
    char sign = '+';
    const bool is_read = text && sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d%c%2d:%2d%n", &year, &month, &day, &hour, &minute,
                                        &second, &sign, &offset_hour, &offset_minute, &length) == 9;
    if (!is_read || text[length] || (sign != '+' && sign != '-') || year < YEAR_LEAST || year > YEAR_MOST ||
        month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
        second < 0 || second > 60 || offset_hour < 0 || offset_minute < 0 || offset_minute > 59 ||
        offset_hour * HOUR_MIN + offset_minute > OFFSET_MOST)
        return refuse(reading, "started", "is not a moment such as 2026-03-01T12:30:00+01:00");
    record->offset_min = (offset_hour * HOUR_MIN + offset_minute) * (sign == '-' ? -1 : 1);
    record->started_s = (int64_t)day_from_civil((CivilDay){year, month, day}) * DAY_SECONDS + hour * 3600 +
                        minute * MINUTE_S + second - (int64_t)record->offset_min * MINUTE_S;
    return true;
}

static bool take_side(RecordReading *reading, const json_t *json, Side *side)
{
    int word;
    const bool is_taken = take_word(reading, json, "side", &side_words, SIDE_NONE, &word);
    *side = (Side)word;
    return is_taken;
}

static bool take_move(RecordReading *reading, const json_t *json, MoveRecord *move)
{
    return take_small(reading, json, "position", MOVES_MOST, &move->position) &&
           take_text(reading, json, "name", &move->name) && take_text_or_null(reading, json, "use", &move->use) &&
           take_words(reading, json, "areas", &move->areas) && take_side(reading, json, &move->side) &&
           take_small_or(reading, json, "planned", SECONDS_MOST, -1, &move->planned_s) &&
           take_number(reading, json, "held_ms", 0, (int64_t)SECONDS_MOST * 1000, &move->held_ms) &&
           take_small_or(reading, json, "felt", FELT_MOST, -1, &move->felt) &&
           take_small_or(reading, json, "felt_most", FELT_MOST, -1, &move->felt_most) &&
           take_truth(reading, json, "hurt", &move->hurt) && take_truth(reading, json, "skipped", &move->skipped);
}

/* The rows of a session have one key: position and side. */
static bool is_after(const MoveRecord *before, const MoveRecord *move)
{
    return before->position < move->position || (before->position == move->position && before->side < move->side);
}

static bool take_moves(RecordReading *reading, const json_t *json, SessionRecord *record)
{
    const json_t *moves = json_object_get(json, "moves");
    const size_t count = json_array_size(moves);
    if (count == 0 || count > MOVES_MOST)
        return refuse(reading, "moves", "is not a list of moves");
    record->moves = arena_take_array(reading->arena, count, sizeof *record->moves);
    for (; record->count < count; record->count++) {
        MoveRecord *move = &record->moves[record->count];
        if (!take_move(reading, json_array_get(moves, record->count), move))
            return false;
        move->felt_most = MAX_OF(move->felt_most, move->felt);
        if (record->count > 0 && !is_after(move - 1, move))
            return refuse(reading, "moves", "is not in the order of position and side");
    }
    return true;
}

static bool take_target(RecordReading *reading, const json_t *json, Pressure *target)
{
    const json_t *pair = json_object_get(json, "target");
    if (!pair || json_is_null(pair))
        return true;
    const json_int_t low = json_integer_value(json_array_get(pair, 0)),
                     high = json_integer_value(json_array_get(pair, 1));
    if (json_array_size(pair) != 2 || low < 0 || high < low || high > FELT_MOST)
        return refuse(reading, "target", "is not two numbers from 0 to 10");
    *target = (Pressure){true, (int32_t)low, (int32_t)high};
    return true;
}

static bool take_felts(RecordReading *reading, const json_t *json, SessionRecord *record)
{
    const json_t *felts = json_object_get(json, "felts");
    const size_t count = json_array_size(felts);
    if (count > MOVES_MOST)
        return refuse(reading, "felts", "is too long");
    record->felts = arena_take_array(reading->arena, count, sizeof *record->felts);
    for (; record->felt_count < count; record->felt_count++) {
        const json_t *item = json_array_get(felts, record->felt_count);
        FeltRecord *felt = &record->felts[record->felt_count];
        if (!take_text(reading, item, "move", &felt->move) ||
            !take_text_or_null(reading, item, "phase", &felt->phase) || !take_side(reading, item, &felt->side) ||
            !take_target(reading, item, &felt->target) || !take_small(reading, item, "felt", FELT_MOST, &felt->felt))
            return false;
    }
    return true;
}

static bool take_measure(RecordReading *reading, const json_t *json, SessionRecord *record)
{
    static const char *const better[] = {"less", "more"};
    const Words better_words = {better, ARRAY_LEN(better)};
    Measure *measure = &record->measure;
    int unit, way;
    const bool is_taken = take_word(reading, json, "unit", &unit_words, UNIT_FEEL, &unit) &&
                          take_word(reading, json, "better", &better_words, 0, &way);
    if (!is_taken)
        return false;
    measure->unit = (uint8_t)unit;
    measure->more_is_better = way == 1;
    return take_tenths(reading, json, "before", measure, &measure->before_tenths) &&
           take_tenths(reading, json, "after", measure, &measure->after_tenths);
}

static bool take_texts(RecordReading *reading, const json_t *json, SessionRecord *record)
{
    return take_text(reading, json, "title", &record->title) &&
           take_words(reading, json, "routines", &record->routines) &&
           take_text_or_null(reading, json, "check", &record->check) &&
           take_text_or_null(reading, json, "note", &record->note) &&
           take_text_or_null(reading, json, "declined", &record->declined) &&
           take_text_or_null(reading, json, "ruled_out", &record->ruled_out) &&
           take_text_or_null(reading, json, "dropped", &record->dropped);
}

static bool take_rest(RecordReading *reading, const json_t *json, SessionRecord *record)
{
    static const Words state_words = {states, RECORD_RUNNING}; /* none is running in a file */
    int level, state;
    const bool is_taken = take_moment(reading, json, record) && take_texts(reading, json, record) &&
                          take_word(reading, json, "level", &level_words, LEVEL_STANDARD, &level) &&
                          take_word(reading, json, "state", &state_words, RECORD_LEFT, &state) &&
                          take_small(reading, json, "planned", SECONDS_MOST, &record->planned_s) &&
                          take_small(reading, json, "worked", SECONDS_MOST, &record->worked_s) &&
                          take_measure(reading, json, record) && take_moves(reading, json, record) &&
                          take_felts(reading, json, record);
    if (!is_taken)
        return false;
    record->level = (Level)level;
    record->state = (RecordState)state;
    return record_is_worth_keeping(record) || refuse(reading, "moves", "has nothing that was held");
}

static bool is_id(const char *text)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    const size_t length = text ? strlen(text) : 0;
    return length > 0 && length <= UID_MOST && strspn(text, allowed) == length;
}

bool record_json_version(const json_t *json, RecordVersion *version, char **problem)
{
    RecordReading reading = {0};
    int64_t revision = 0;
    version->uid = json_string_value(json_object_get(json, "uid"));
    version->machine = json_string_value(json_object_get(json, "machine"));
    const bool is_taken = (is_id(version->uid) || refuse(&reading, "uid", "is not an id")) &&
                          (is_id(version->machine) || refuse(&reading, "machine", "is not an id")) &&
                          take_number(&reading, json, "revision", 1, INT32_MAX / 2, &revision);
    version->revision = (int32_t)revision;
    *problem = reading.problem;
    return is_taken;
}

json_t *record_json_parse(const char *line, size_t length, char **problem)
{
    json_error_t error;
    json_t *json = json_loadb(line, length, JSON_REJECT_DUPLICATES, &error);
    *problem = NULL;
    if (json_is_object(json))
        return json;
    *problem = memory_print("%s", json ? "not a JSON object" : error.text);
    json_decref(json);
    return NULL;
}

bool record_json_take(const json_t *json, SessionRecord *record, Arena *arena, char **problem)
{
    RecordReading reading = {.arena = arena};
    RecordVersion version;
    *record = (SessionRecord){.measure = MEASURE_NONE};
    if (!record_json_version(json, &version, problem))
        return false;
    record->uid = arena_copy(arena, version.uid);
    record->machine = arena_copy(arena, version.machine);
    record->revision = version.revision;
    const bool is_taken = take_rest(&reading, json, record);
    *problem = reading.problem;
    return is_taken;
}

bool record_json_read(const char *line, size_t length, SessionRecord *record, Arena *arena, char **problem)
{
    json_t *json = record_json_parse(line, length, problem);
    const bool is_read = json && record_json_take(json, record, arena, problem);
    json_decref(json);
    return is_read;
}
