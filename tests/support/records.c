/* SPDX-License-Identifier: MIT */
#include "support/records.h"

#include <check.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "store/history.h"
#include "store/session_writer.h"
#include "support/scratch.h"

enum { NOBODY = 65534 };

char records_path[128];

void records_set_up(void)
{
    scratch_make();
    snprintf(records_path, sizeof(records_path), "%s/knead.db", scratch_folder);
}

static WordList words(Arena *arena, size_t count, const uint8_t *items)
{
    WordList list = {.items = arena_take_array(arena, count, 1), .count = count};
    memcpy(list.items, items, count);
    return list;
}

static TextList texts(Arena *arena, size_t count, const char *const *items)
{
    TextList list = {.items = arena_take_array(arena, count, sizeof(*items)), .count = count};
    for (size_t i = 0; i < count; i++) {
        list.items[i] = arena_copy(arena, items[i]);
    }
    return list;
}

/* clang-format off */
static const Step steps[] = {
    {.kind = STEP_PREPARE, .seconds = 5, .side = SIDE_LEFT, .name = "Calf strip", .technique = TECHNIQUE_NONE},
    {.kind = STEP_HOLD, .seconds = 30, .side = SIDE_LEFT, .name = "Calf strip", .phase_count = 2,
     .phase_name = "Sink in", .technique = TECHNIQUE_CROSS_FRICTION, .passes = 15, .pace_s = 2,
     .pressure = {true, 4, 6}, .breathe = {4, 0, 6, 0}, .tool_at = {PART_CALF, FACE_OUTSIDE}},
    {.kind = STEP_HOLD, .seconds = 20, .side = SIDE_LEFT, .name = "Calf strip", .phase = 1, .phase_count = 2,
     .phase_name = "Let go", .technique = TECHNIQUE_NONE, .pressure = {true, 0, 0}},
    {.kind = STEP_SWITCH, .seconds = 5, .side = SIDE_RIGHT, .name = "Calf strip", .technique = TECHNIQUE_NONE},
    {.kind = STEP_HOLD, .seconds = 30, .side = SIDE_RIGHT, .name = "Calf strip", .phase_count = 2,
     .phase_name = "Sink in", .technique = TECHNIQUE_CROSS_FRICTION, .pressure = {true, 4, 6}},
    {.kind = STEP_HOLD, .seconds = 20, .side = SIDE_RIGHT, .name = "Calf strip", .phase = 1, .phase_count = 2,
     .phase_name = "Let go", .technique = TECHNIQUE_NONE},
    {.kind = STEP_REST, .seconds = 10, .move = -1, .name = "Shake it out", .technique = TECHNIQUE_NONE},
    {.kind = STEP_PREPARE, .seconds = 5, .move = 1, .name = "Foot centre \xc3\xa9", .technique = TECHNIQUE_NONE},
    {.kind = STEP_HOLD, .seconds = 60, .move = 1, .name = "Foot centre \xc3\xa9", .phase_count = 1, .may_end_s = 30,
     .technique = TECHNIQUE_SUSTAINED_PRESSURE},
};
/* clang-format on */

static void add_moves(Plan *plan)
{
    Arena *arena = &plan->arena;
    plan->move_count = 2;
    plan->moves = arena_take_array(arena, 2, sizeof(*plan->moves));
    ToolList tools = {.items = arena_take_array(arena, 1, sizeof(*tools.items)), .count = 1};
    tools.items[0].any_of = texts(arena, 2, (const char *const[]){"therapy-ball", "tennis-ball"});
    plan->moves[0] = (PlanMove){
        .name = "Calf strip",
        .areas = words(arena, 2, (const uint8_t[]){AREA_CALVES, AREA_ACHILLES}),
        .where = words(arena, 1, (const uint8_t[]){PLACE_FLOOR}),
        .tools = tools,
        .sides = SIDES_BOTH,
        .setup = "Sit down.\nHands behind you.",
        .feel = "A \"dull\" ache \\ no more",
        .lighter = "Uncross",
        .deeper = "Cross",
        .confirm = "No swelling?",
        .avoid = texts(arena, 1, (const char *const[]){"the back of the knee"}),
        .technique = TECHNIQUE_CROSS_FRICTION,
        .positions = texts(arena, 2, (const char *const[]){"leg-out", "leg-rolled-in"}),
        .tool_at = {PART_CALF, FACE_BELOW},
        .seconds = 110,
        .turn = 1,
        .first_step = 0,
        .step_count = 6,
        .lowered = "lower since 2 March: it hurt on the left",
        .line = 12,
    };
    plan->moves[1] = (PlanMove){
        .name = "Foot centre \xc3\xa9",
        .use = "foot-centre",
        .areas = words(arena, 1, (const uint8_t[]){AREA_FEET}),
        .technique = TECHNIQUE_NONE,
        .tool_at = {.part = PART_NONE},
        .seconds = 65,
        .first_step = 7,
        .step_count = 2,
        .turn = 2,
        .routine = 1,
    };
}

/* One move came before what is done. */
static void add_written(Plan *plan)
{
    plan->chosen_count = 2;
    plan->chosen = arena_take_array(&plan->arena, 2, sizeof(*plan->chosen));
    plan->chosen[0] = (PlanFile){"calves", "/routines/calves.yaml"};
    plan->chosen[1] = (PlanFile){"feet", NULL};
    plan->turn_count = 3;
    plan->turns = arena_take_array(&plan->arena, 3, sizeof(*plan->turns));
    plan->turns[0] = (PlanMove){.name = "Calf milker", .line = 8, .seconds = 40};
    plan->turns[1] = (PlanMove){.name = "Calf strip", .sides = SIDES_BOTH, .line = 12};
    plan->turns[2] = (PlanMove){.name = "Foot centre \xc3\xa9", .use = "foot-centre", .routine = 1};
}

static void add_routines(Plan *plan)
{
    Arena *arena = &plan->arena;
    plan->routine_count = 2;
    plan->routines = arena_take_array(arena, 2, sizeof(*plan->routines));
    SourceList sources = {.items = arena_take_array(arena, 2, sizeof(*sources.items)), .count = 2};
    sources.items[0] = (Source){.title = "A book"};
    sources.items[1] = (Source){.title = "A page", .url = "https://example.org/"};
    plan->routines[0] = (PlanRoutine){
        .id = "calves",
        .path = "/routines/calves.yaml",
        .title = "Calves",
        .summary = "Slow.",
        .check = {"Knee to wall", UNIT_CM, true},
        .cautions = texts(arena, 2, (const char *const[]){"One", "Two"}),
        .sources = sources,
        .move_count = 1,
    };
    plan->routines[1] = (PlanRoutine){.id = "feet", .title = "Feet", .first_move = 1, .move_count = 1, .chosen = 1};
}

Plan *records_plan(void)
{
    Plan *plan = memory_new(sizeof(*plan));
    plan->title = "Calves, then Feet";
    plan->dropped = "Calf milker";
    plan->declined = "Heel";
    plan->ruled_out = "Toe (clot)";
    plan->options = (PlanOptions){.minutes = 4, .from_move = 2, .side = SIDE_LEFT, .first = SIDE_RIGHT};
    plan->options.level = LEVEL_FIRM;
    plan->options.level_reason = LEVEL_FOR_START;
    static const SideLead leads[] = {{AREA_CALVES, -90}, {AREA_FEET, 7}};
    plan->options.leads = leads;
    plan->options.lead_count = 2;
    plan->options.declined = texts(&plan->arena, 1, (const char *const[]){"Is it well?"});
    plan->options.health.words = words(&plan->arena, 2, (const uint8_t[]){HEALTH_CLOT, HEALTH_DISC});
    plan->options.health.injuries = words(&plan->arena, 1, (const uint8_t[]){AREA_FEET});
    plan->options.has_caps = plan->options.is_first_week = true;
    add_moves(plan);
    add_routines(plan);
    add_written(plan);
    plan->step_count = ARRAY_LEN(steps);
    plan->steps = arena_take_array(&plan->arena, plan->step_count, sizeof(*plan->steps));
    for (size_t i = 0; i < plan->step_count; i++) {
        plan->steps[i] = steps[i];
        plan->steps[i].at_s = plan->seconds;
        plan->seconds += steps[i].seconds;
    }
    plan->steps[2].cue_count = 2;
    plan->steps[2].cues = arena_take_array(&plan->arena, 2, sizeof(StepCue));
    plan->steps[2].cues[0] = (StepCue){.at_s = 0, .say = "Breathe out."};
    plan->steps[2].cues[1] = (StepCue){.at_s = 10, .say = "Softer."};
    return plan;
}

void records_advance(Session *session, int64_t ms)
{
    EventList events = {0};
    advance_session(session, ms, &events);
    event_release(&events);
}

void records_run(Session *session, const Plan *plan, int64_t ms)
{
    EventList events = {0};
    session_init(session, plan);
    advance_by_command(session, COMMAND_GO_ON, 0, &events);
    event_release(&events);
    records_advance(session, ms);
}

Fixture fixture;

void fixture_set_up_closed(void)
{
    records_set_up();
    fixture.plan = records_plan();
    records_run(&fixture.session, fixture.plan, 0);
}

void fixture_set_up(void)
{
    fixture_set_up_closed();
    fixture.store = store_open(records_path, RECORDS_NOW_S);
    ck_assert_pstr_eq(store_problem(fixture.store), NULL);
}

void fixture_tear_down(void)
{
    session_release(&fixture.session);
    plan_free(fixture.plan);
    store_close(fixture.store);
    scratch_remove();
}

int64_t fixture_begin(void)
{
    const int64_t id = session_writer_begin(fixture.store, &fixture.session, RECORDS_NOW_S, RECORDS_OFFSET_MIN);
    ck_assert_int_gt(id, 0);
    return id;
}

void fixture_say(SessionCommand command, int32_t value)
{
    EventList events = {0};
    ck_assert(advance_by_command(&fixture.session, command, value, &events));
    event_release(&events);
}

void records_add_session(Store *store, const Plan *plan, int64_t ms, int64_t now_s)
{
    Session session;
    records_run(&session, plan, 0);
    const int64_t id = session_writer_begin(store, &session, now_s, RECORDS_OFFSET_MIN);
    ck_assert_int_gt(id, 0);
    records_advance(&session, ms);
    ck_assert(session_writer_end(store, id, &session, now_s + ms / 1000));
    session_release(&session);
}

void records_leave(const char *name, int64_t ms)
{
    char *path = scratch_path(name), *folder = path_folder(path);
    ck_assert_int_lt(snprintf(records_path, sizeof records_path, "%s", path), (int)sizeof records_path);
    ck_assert(path_make_folder(folder));
    Plan *plan = records_plan();
    Session session;
    Store *store = store_open(records_path, RECORDS_NOW_S);
    records_run(&session, plan, ms);
    ck_assert_int_gt(session_writer_begin(store, &session, RECORDS_NOW_S, RECORDS_OFFSET_MIN), 0);
    session_release(&session);
    plan_free(plan);
    store_close(store);
    free(folder);
    free(path);
}

sqlite3 *records_open_raw(void)
{
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(records_path, &db), SQLITE_OK);
    return db;
}

sqlite3 *records_lock(void)
{
    sqlite3 *db = records_open_raw();
    ck_assert_int_eq(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    return db;
}

void records_do_raw(const char *sql)
{
    sqlite3 *db = records_open_raw();
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
}

int64_t records_ask_raw(const char *sql)
{
    sqlite3 *db = records_open_raw();
    sqlite3_stmt *statement = NULL;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    const int64_t number = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return number;
}

bool records_are_whole(void)
{
    sqlite3 *db = records_open_raw();
    sqlite3_stmt *statement = NULL;
    const bool is_whole = sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &statement, NULL) == SQLITE_OK &&
                          sqlite3_step(statement) == SQLITE_ROW &&
                          strcmp((const char *)sqlite3_column_text(statement, 0), "ok") == 0;
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return is_whole;
}

char *records_find_file(const char *part)
{
    char *path = NULL;
    DIR *folder = opendir(scratch_folder);
    for (const struct dirent *entry = readdir(folder); entry && !path; entry = readdir(folder)) {
        const bool is_beside = strstr(entry->d_name, "-wal") || strstr(entry->d_name, "-shm");
        path = strstr(entry->d_name, part) && !is_beside ? memory_print("%s/%s", scratch_folder, entry->d_name) : NULL;
    }
    closedir(folder);
    return path;
}

size_t records_count_files(const char *part)
{
    size_t count = 0;
    DIR *folder = opendir(scratch_folder);
    for (const struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        count += strstr(entry->d_name, part) != NULL;
    }
    closedir(folder);
    return count;
}

char *records_read_file(const char *path, size_t *length)
{
    struct stat found;
    const int file = open(path, O_RDONLY);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(fstat(file, &found), 0);
    *length = (size_t)found.st_size;
    char *bytes = memory_new(*length + 1);
    ck_assert_int_eq(read(file, bytes, *length), (ssize_t)*length);
    close(file);
    return bytes;
}

void records_write_file(const char *path, const char *bytes, size_t length, size_t at)
{
    const int file = open(path, O_WRONLY | O_CREAT, 0600);
    ck_assert_int_ge(file, 0);
    ck_assert_int_eq(pwrite(file, bytes, length, (off_t)at), (ssize_t)length);
    close(file);
}

int records_in_child(bool without_root, int (*work)(void))
{
    fflush(NULL);
    const pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        if (without_root && geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0)) {
            _exit(99);
        }
        _exit(work());
    }
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

void records_expect_trouble(Store *store, const char *word, const char *path)
{
    const char *line = store_problem(store);
    ck_assert_msg(line != NULL, "no trouble, wanted: %s", word);
    ck_assert_msg(strstr(line, word) != NULL, "%s", line);
    ck_assert_msg(!path || strstr(line, path), "%s", line);
    ck_assert_msg(strchr(line, '\n') == NULL && line[strlen(line) - 1] == '.', "%s", line);
    ck_assert_pstr_eq(store_problem(store), NULL);
}

size_t records_count_sessions(Store *store)
{
    History *history = history_read(store, &(HistoryFilter){.area = -1});
    ck_assert_ptr_nonnull(history);
    const size_t count = history->count;
    history_free(history);
    return count;
}
