/* SPDX-License-Identifier: MIT */
#include "store/transfer.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/words.h"
#include "progress/course.h"
#include "store/edit_record.h"
#include "store/json_lines.h"
#include "store/lock.h"
#include "store/record_json.h"
#include "store/sql.h"
#include "store/transaction.h"

enum { LINE_MOST = 4 << 20, WEEK_MOST = 1000, COURSE_TEXT_MOST = 1000 };

/* Milliseconds since 1970, in the year 9999. */
static const int64_t at_most_ms = INT64_C(253402300799999);

/* Export. */

typedef struct ExportWork {
    TransferLine *take;
    void *argument;
    int64_t count;
    bool has_begun;
} ExportWork;

static bool export_all(Store *store, void *argument)
{
    ExportWork *export = argument;
    if (export->has_begun)
        return false; /* the records were damaged half way: what is in the file is not to be mixed with new ones */
    export->has_begun = true;
    return json_lines_give(store, JSON_LINES_ALL, export->take, export->argument, &export->count);
}

bool transfer_export(Store *store, TransferLine *take, void *argument, int64_t *count)
{
    ExportWork export = {.take = take, .argument = argument};
    const bool is_done = transaction_read(store, export_all, &export);
    *count = export.count;
    return is_done;
}

/* Import. */

typedef struct ImportWork {
    ImportProblem *problem;
    void *argument;
    ImportCount *count;
    Arena arena; /* of one line */
} ImportWork;

/* What is known of a uid. */
typedef struct KnownVersion {
    bool is_there;
    int64_t id; /* of a session */
    int32_t revision;
    char machine[UID_SIZE];
    bool is_running;
} KnownVersion;

static bool find_version(Store *store, Sql where, const char *uid, KnownVersion *known)
{
    const bool is_session = where == SQL_SESSION_FIND;
    const SqlValue value = sql_text(uid);
    sqlite3_stmt *rows = sql_ask(store, where, &value, 1);
    *known = (KnownVersion){0};
    if (!rows)
        return false;
    known->is_there = sql_next(store, rows);
    if (!known->is_there)
        return store->failure == SQLITE_OK;
    known->id = is_session ? sqlite3_column_int64(rows, 0) : 0;
    known->revision = (int32_t)sql_column_number(rows, is_session, 1, INT32_MAX);
    snprintf(known->machine, sizeof known->machine, "%s", sql_column_text(rows, is_session + 1));
    known->is_running = is_session && strcmp(sql_column_text(rows, 3), "running") == 0;
    sql_done(rows);
    return true;
}

/* The highest revision wins, then the greater id of the machine. */
static bool is_newer(const RecordVersion *version, const KnownVersion *known)
{
    if (!known->is_there || version->revision != known->revision)
        return !known->is_there || version->revision > known->revision;
    return strcmp(version->machine, known->machine) > 0;
}

static bool put_deleted(Store *store, ImportWork *import, const RecordVersion *version, const KnownVersion *session)
{
    import->count->deleted += session->is_there;
    import->count->same += !session->is_there;
    return (!session->is_there || edit_record_drop(store, session->id)) &&
           sql_run(store, SQL_DELETED_PUT,
                   SQL_VALUES(sql_text(version->uid), sql_number(version->revision), sql_text(version->machine)));
}

static bool refuse(ImportWork *import, int64_t line, char *what)
{
    import->count->refused++;
    import->problem(line, what ? what : "damaged", import->argument);
    free(what);
    return true;
}

static bool put_session(Store *store, ImportWork *import, int64_t line, const SessionRecord *record,
                        const KnownVersion *session)
{
    int64_t id = session->id; /* 0: a new one */
    const bool is_put = edit_record_put(store, record, &id);
    if (!is_put && id == 0 && store->failure == SQLITE_OK)
        return refuse(import, line, memory_copy_text("more sessions that began in this second than there can be"));
    import->count->changed += is_put && session->is_there;
    import->count->added += is_put && !session->is_there;
    return is_put;
}

static bool take_session(Store *store, ImportWork *import, int64_t line, const json_t *json,
                         const RecordVersion *version)
{
    const bool is_deletion = json_is_true(json_object_get(json, "deleted"));
    SessionRecord record;
    char *problem = NULL;
    if (!is_deletion && !record_json_take(json, &record, &import->arena, &problem))
        return refuse(import, line, problem);
    KnownVersion session, deleted;
    if (!find_version(store, SQL_SESSION_FIND, version->uid, &session) ||
        !find_version(store, SQL_DELETED_FIND, version->uid, &deleted))
        return false;
    if (session.is_running) {
        import->count->running++;
        return true;
    }
    if (!is_newer(version, session.is_there ? &session : &deleted)) {
        import->count->same++;
        return true;
    }
    return is_deletion ? put_deleted(store, import, version, &session)
                       : put_session(store, import, line, &record, &session);
}

static bool read_day(const json_t *json, const char *key, int32_t *day)
{
    const char *text = json_string_value(json_object_get(json, key));
    return text && day_read(text, day);
}

static bool take_away(Store *store, ImportWork *import, int64_t line, const json_t *json, const RecordVersion *version)
{
    int32_t first, last;
    KnownVersion known;
    if (!read_day(json, "away_from", &first) || !read_day(json, "away_until", &last))
        return refuse(import, line, memory_copy_text("a pause without its two days, such as 2026-03-01"));
    if (!find_version(store, SQL_AWAY_FIND, version->uid, &known))
        return false;
    if (!is_newer(version, &known)) {
        import->count->same++;
        return true;
    }
    import->count->changed += known.is_there;
    import->count->added += !known.is_there;
    return sql_run(store, SQL_AWAY_PUT,
                   SQL_VALUES(sql_text(version->uid), sql_number(version->revision), sql_text(version->machine),
                              sql_number(first), sql_number(last)));
}

static bool read_range(const json_t *json, const char *key, int64_t most, int64_t *number)
{
    const json_t *value = json_object_get(json, key);
    *number = json_integer_value(value);
    return json_is_integer(value) && *number >= 0 && *number <= most;
}

/* A text that is short enough, "" included; NULL: it is not one. */
static const char *read_text(const json_t *json, const char *key)
{
    const char *text = json_string_value(json_object_get(json, key));
    return text && strlen(text) <= COURSE_TEXT_MOST ? text : NULL;
}

/* An event of a programme. It never changes, so one that is there already is left as it is. */
static bool take_course(Store *store, ImportWork *import, int64_t line, const json_t *json,
                        const RecordVersion *version)
{
    int32_t day;
    int64_t at, week, weekday;
    KnownVersion known;
    const char *programme = read_text(json, "programme"), *event = read_text(json, "event"),
               *content = read_text(json, "content");
    if (!programme || !event || words_find(&course_event_words, event, strlen(event)) < 0 || !content ||
        !read_day(json, "day", &day) || !read_range(json, "at_ms", at_most_ms, &at) ||
        !read_range(json, "week", WEEK_MOST, &week) || !read_range(json, "weekday", DAY_WEEK, &weekday))
        return refuse(import, line, memory_copy_text("an event of a programme that says not what, when and of which"));
    if (!find_version(store, SQL_COURSE_FIND, version->uid, &known))
        return false;
    import->count->same += known.is_there;
    import->count->added += !known.is_there;
    return known.is_there || sql_run(store, SQL_COURSE_TAKE,
                                     SQL_VALUES(sql_text(version->uid), sql_text(version->machine), sql_number(at),
                                                sql_number(day), sql_text(event), sql_text(programme), sql_number(week),
                                                sql_number(weekday), sql_text(content)));
}

static bool take_line(Store *store, ImportWork *import, int64_t number, const char *line, size_t length)
{
    RecordVersion version;
    char *problem = NULL;
    if (length > LINE_MOST)
        return refuse(import, number, memory_copy_text("a line of more than 4 MB"));
    json_t *json = record_json_parse(line, length, &problem);
    if (!json || !record_json_version(json, &version, &problem)) {
        json_decref(json);
        return refuse(import, number, problem);
    }
    const bool is_taken = json_object_get(json, "away_from")   ? take_away(store, import, number, json, &version)
                          : json_object_get(json, "programme") ? take_course(store, import, number, json, &version)
                                                               : take_session(store, import, number, json, &version);
    json_decref(json);
    arena_release(&import->arena);
    return is_taken;
}

typedef struct ReadLine {
    Text text;      /* without the newline; of a line that is too long only the start */
    int64_t length; /* with the newline */
    bool is_whole;  /* it ends in a newline */
} ReadLine;

/* False at the end of the file. */
static bool read_line(FILE *file, ReadLine *line)
{
    int byte = getc(file);
    text_clear(&line->text);
    line->length = 0;
    for (; byte != EOF && byte != '\n'; byte = getc(file)) {
        line->length++;
        if (line->text.length <= LINE_MOST)
            text_add_char(&line->text, (char)byte);
    }
    line->is_whole = byte == '\n';
    line->length += line->is_whole;
    return line->length > 0;
}

static bool is_blank(const Text *line)
{
    return line->length == 0 || strspn(line->bytes, " \t\r") == line->length;
}

/* Whether reading is to go on behind the line that was just taken. */
static bool goes_on(const TransferReading *reading, const ReadLine *line)
{
    return !reading->has_running && line->is_whole &&
           (reading->refused_most == 0 || reading->count->refused < reading->refused_most);
}

/* A last line without its end may still be written: it is taken, or named, but read again the next time. */
bool transfer_read(Store *store, TransferReading *reading)
{
    const int64_t running = reading->count->running;
    ImportWork import = {.problem = reading->problem, .argument = reading->argument, .count = reading->count};
    ReadLine line = {0};
    bool is_taken = true, is_more = true;
    while (is_taken && is_more && read_line(reading->file, &line)) {
        const int64_t number = reading->lines + 1, refused = reading->count->refused;
        if (!is_blank(&line.text))
            is_taken = take_line(store, &import, number, line.text.bytes, line.text.length);
        reading->has_running = reading->stops_at_running && reading->count->running != running;
        reading->is_cut = !line.is_whole && reading->count->refused > refused;
        is_more = goes_on(reading, &line);
        if (is_taken && line.is_whole && !reading->has_running) {
            reading->offset += line.length;
            reading->lines = number;
        }
    }
    reading->read_error = is_taken && ferror(reading->file) ? errno : 0;
    text_release(&line.text);
    arena_release(&import.arena);
    return is_taken && reading->read_error == 0 && store->failure == SQLITE_OK;
}

typedef struct FileImport {
    TransferReading reading;
    bool has_begun;
} FileImport;

static bool import_all(Store *store, void *argument)
{
    FileImport *import = argument;
    if (import->has_begun)
        return false; /* a part of the file went into records that were damaged */
    import->has_begun = true;
    return transfer_read(store, &import->reading);
}

bool transfer_import(Store *store, FILE *file, ImportProblem *problem, void *argument, ImportCount *count)
{
    FileImport import = {.reading = {.file = file, .problem = problem, .argument = argument, .count = count}};
    *count = (ImportCount){0};
    const bool is_done = transaction_write(store, CARE_LAST, import_all, &import);
    if (import.reading.read_error != 0)
        errno = import.reading.read_error;
    return is_done;
}
