/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/filter.h"
#include "routine/library.h"
#include "routine/routine.h"
#include "session/compose.h"
#include "session/plan.h"
#include "session/shape.h"
#include "support/following.h"

Suite *suite_compose(void);

enum { MINUTE_S = 60, CLOSE_S = 30 };

/* Every move that comes with the program. */
typedef struct Moves {
    Library *library;
    Arena arena;
    ComposeMove *items;
    size_t count;
} Moves;

static Moves shipped;

static void read_shipped(void)
{
    shipped.library = library_new("routines", NULL);
    const Words *ids = library_move_ids(shipped.library);
    DiagList diags = {0};
    shipped.items = arena_take_array(&shipped.arena, ids->count, sizeof *shipped.items);
    for (size_t i = 0; i < ids->count; i++) {
        const Move *move = library_move(shipped.library, &shipped.arena, ids->items[i], &diags);
        ck_assert_ptr_nonnull(move);
        shipped.items[shipped.count++] = (ComposeMove){ids->items[i], move};
    }
    diag_release(&diags);
    ck_assert_uint_gt(shipped.count, 25);
}

static void release_shipped(void)
{
    arena_release(&shipped.arena);
    library_free(shipped.library);
    shipped = (Moves){0};
}

static bool has_word(const WordList *list, int word)
{
    return list->count > 0 && memchr(list->items, word, list->count);
}

static char *name_of(const ComposeWish *wish)
{
    return memory_print("%s, %s, %s, %d min", wish->areas.count > 0 ? area_name(wish->areas.items[0]) : "any",
                        wish->place < 0 ? "anywhere" : place_name(wish->place), goal_name((int)wish->goal),
                        wish->minutes);
}

/* The kind of work that a move was picked for: other lengths may make another of it. */
static Work work_of(const Move *move)
{
    size_t i = 0;
    while (i < shipped.count && strcmp(shipped.items[i].id, move->use) != 0)
        i++;
    ck_assert_uint_lt(i, shipped.count);
    return shape_work(shipped.items[i].move);
}

/* A move is for the wish, both sides alike, within its goal and its health. */
static void check_move(const ComposeWish *wish, const Move *move)
{
    const Shape *shape = shape_of(wish->goal);
    ck_assert(work_of(move) == WORK_BREATHE || wish->areas.count == 0 ||
              has_word(&move->areas, wish->areas.items[0]));
    ck_assert(wish->place < 0 || move->where.count == 0 || has_word(&move->where, wish->place));
    ck_assert(!wish->tools_are_known || filter_tools_cover(&wish->tools, &move->tools));
    ck_assert(move->sides == SIDES_BOTH || move->sides == SIDES_NONE);
    for (size_t i = 0; i < wish->health.count; i++)
        ck_assert(!has_word(&move->not_with, wish->health.items[i]));
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        ck_assert_int_eq(phase->hold.left_s, phase->hold.right_s);
        ck_assert_int_le(phase->hold.left_s, shape->limit_s);
        ck_assert(!phase->pressure.is_set || phase->pressure.high <= shape->hardest);
    }
}

/* Warm-up, deep work, stretch and breath in the order of the goal. */
static void check_items(const ComposeWish *wish, const Item *items, size_t count, int *rank)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_REPEAT) {
            check_items(wish, items[i].items, items[i].count, rank);
            continue;
        }
        ck_assert_int_eq(items[i].kind, ITEM_MOVE);
        check_move(wish, items[i].move);
        const int own = shape_of(wish->goal)->rank[work_of(items[i].move)];
        ck_assert_int_ge(own, *rank);
        *rank = own;
    }
}

static void check_text_of(const ComposeWish *wish, char *text)
{
    char *name = name_of(wish);
    const bool says_why = strstr(text, "# It takes ") != NULL;
    LibraryEntry *entry = library_take_text(shipped.library, "composed", text, strlen(text));
    ck_assert_msg(entry->diags.count == 0, "%s: %s\n%s", name, diag_first(&entry->diags), text);
    ck_assert_ptr_nonnull(entry->routine);
    const int32_t off_s = entry->routine->seconds - wish->minutes * MINUTE_S;
    const bool is_close = off_s <= CLOSE_S && off_s >= -CLOSE_S;
    ck_assert_msg(is_close != says_why, "%s: %d s off\n%s", name, off_s, text);
    int rank = 0;
    check_items(wish, entry->routine->items, entry->routine->count, &rank);
    free(name);
}

/* The same moves the other way round make the same routine. */
static void check_same(const ComposeWish *wish, const char *text)
{
    ComposeMove *turned = memory_new(shipped.count * sizeof *turned);
    for (size_t i = 0; i < shipped.count; i++)
        turned[i] = shipped.items[shipped.count - 1 - i];
    char *problem = NULL, *again = compose_routine(turned, shipped.count, wish, &problem);
    ck_assert_ptr_nonnull(again);
    ck_assert_str_eq(again, text);
    free(again);
    free(turned);
}

static void check_wish(const ComposeWish *wish)
{
    char *problem = NULL;
    char *text = compose_routine(shipped.items, shipped.count, wish, &problem);
    if (text) {
        if (wish->minutes % 10 == 0)
            check_same(wish, text);
        check_text_of(wish, text);
        return;
    }
    ck_assert_msg(strncmp(problem, "No move", strlen("No move")) == 0 && strstr(problem, ": "), "%s", problem);
    free(problem);
}

START_TEST(every_place_and_time)
{
    uint8_t area = (uint8_t)_i;
    ComposeWish wish = {.areas = {&area, 1}, .goal = GOAL_NONE};
    for (wish.place = -1; wish.place < PLACE_COUNT; wish.place++) {
        for (wish.minutes = 3; wish.minutes <= 30; wish.minutes++)
            check_wish(&wish);
    }
}
END_TEST

START_TEST(every_goal)
{
    uint8_t area = (uint8_t)_i;
    static const int32_t minutes[] = {3, 5, 10, 20, 30};
    for (int goal = 0; goal < GOAL_COUNT; goal++) {
        for (int place = -1; place < PLACE_COUNT; place++) {
            for (size_t i = 0; i < ARRAY_LEN(minutes); i++)
                check_wish(&(ComposeWish){
                    .areas = {&area, 1}, .place = place, .minutes = minutes[i], .goal = (Goal)goal});
        }
    }
}
END_TEST

START_TEST(every_health_word)
{
    uint8_t health = (uint8_t)_i;
    const char *tools[] = {"tennis-ball", "roller"};
    for (uint8_t area = 0; area < AREA_COUNT; area++) {
        check_wish(&(ComposeWish){
            .areas = {&area, 1}, .place = -1, .minutes = 8, .goal = GOAL_NONE, .health = {&health, 1}});
        check_wish(&(ComposeWish){.areas = {&area, 1}, .place = PLACE_CHAIR, .minutes = 8, .goal = GOAL_WIND_DOWN,
                                  .tools_are_known = true, .tools = {tools, health % 3}, .health = {&health, 1}});
    }
}
END_TEST

START_TEST(a_bit_of_all)
{
    int32_t days[AREA_COUNT];
    for (int area = 0; area < AREA_COUNT; area++)
        days[area] = area == AREA_SHINS ? -1 : area == AREA_HANDS ? 40 : 1;
    for (int place = -1; place < PLACE_COUNT; place++) {
        for (int32_t minutes = 3; minutes <= 60; minutes += 3)
            check_wish(&(ComposeWish){.place = place, .minutes = minutes, .goal = GOAL_NONE});
    }
    const ComposeWish behind = {.place = -1, .minutes = 6, .goal = GOAL_NONE, .days_since = days};
    char *problem = NULL, *text = compose_routine(shipped.items, shipped.count, &behind, &problem);
    ck_assert_ptr_nonnull(strstr(text, "title: Shins and hands"));
    ck_assert_ptr_nonnull(strstr(text, "Nothing on record yet for the shins."));
    ck_assert_ptr_nonnull(strstr(text, "40 days since the hands."));
    free(text);
}
END_TEST

/* Moves as a few lines of YAML, named by their ids. */
static char *compose(const char *yaml, const ComposeWish *wish, char **problem)
{
    Routine *routine = routine_of(yaml);
    ComposeMove *moves = memory_new((routine->count + 1) * sizeof *moves);
    for (size_t i = 0; i < routine->count; i++)
        moves[i] = (ComposeMove){routine->items[i].move->name, routine->items[i].move};
    char *text = compose_routine(moves, routine->count, wish, problem);
    free(moves);
    routine_free(routine);
    return text;
}

#define STRETCH "  - {name: a-stretch, areas: calves, where: [desk, wall], technique: stretch, sides: both," \
                " hold: 30s}\n"
#define STRIP "  - {name: b-strip, areas: calves, where: floor, tools: ball | roller, technique: stripping," \
              " sides: both, hold: 90s, least: 30s, pressure: 4-6, not_with: clot, priority: 1}\n"
#define ROCKS "  - {name: c-rocks, areas: [calves, feet], where: [desk, floor], technique: movement, passes: 10," \
              " pace: 2s}\n"
#define LEFT "  - {name: d-left, areas: knees, sides: left, hold: 60s}\n" \
             "  - {name: e-right, areas: knees, sides: right, hold: 60s}\n"
#define TIMED "  - {name: f-timed, areas: hands, hold: 60s, cues: [{at: 0, say: a}, {at: 50s, say: b}]}\n"

static uint8_t calves[] = {AREA_CALVES}, knees[] = {AREA_KNEES}, hands[] = {AREA_HANDS},
               calves_and_knees[] = {AREA_KNEES, AREA_CALVES}, clot[] = {HEALTH_CLOT};
static const char *balls[] = {"ball"}, *spoons[] = {"spoon"};

#define ANY .place = -1, .goal = GOAL_NONE

static const struct {
    const char *yaml;
    ComposeWish wish;
    const char *has[4]; /* all of them, in that order */
} texts[] = {
    /* Warm-up, deep work; one place rather than two. */
    {"moves:\n" STRETCH STRIP ROCKS, {.areas = {calves, 1}, ANY, .minutes = 4},
     {"title: Calves on the floor, 4 min", "use: c-rocks", "use: b-strip"}},
    /* There is too little: rounds, holds that grow, and the reason. */
    {"moves:\n" STRETCH, {.areas = {calves, 1}, .place = PLACE_WALL, .goal = GOAL_NONE, .minutes = 20},
     {"# It takes 3 min 40 s, less than asked for: only 1 move fits", "- repeat: 2", "hold: 45s", "least: 15s"}},
    /* A shorter one. */
    {"moves:\n" STRIP, {.areas = {calves, 1}, ANY, .minutes = 3},
     {"title: Calves on the floor, 3 min", "hold: 1m20s"}},
    /* Warm-ups are short, and movement comes last. */
    {"moves:\n" STRIP ROCKS, {.areas = {calves, 1}, .place = -1, .goal = GOAL_WARM_UP, .minutes = 3},
     {"goal: warm-up", "use: b-strip", "hold: ", "use: c-rocks"}},
    /* Winding down is light. */
    {"moves:\n" STRIP, {.areas = {calves, 1}, .place = -1, .goal = GOAL_WIND_DOWN, .minutes = 3}, {"pressure: 3-4"}},
    /* What cannot be is said. */
    {"moves:\n" STRIP LEFT, {.areas = {calves_and_knees, 2}, ANY, .minutes = 3},
     {"for the knees and the calves, 3 min.", "# There is no move for the knees that fits."}},
    /* Cues that stand at their second keep the hold long enough. */
    {"moves:\n" TIMED, {.areas = {hands, 1}, ANY, .minutes = 3}, {"repeat: 2"}},
    /* A title of one's own is quoted where it has to be. */
    {"moves:\n" STRIP, {.areas = {calves, 1}, ANY, .minutes = 3, .title = "Mine: \"all\""},
     {"title: \"Mine: \\\"all\\\"\"\n"}},
};

START_TEST(writes)
{
    char *problem = NULL, *text = compose(texts[_i].yaml, &texts[_i].wish, &problem);
    ck_assert_msg(text != NULL, "%s", problem);
    const char *rest = text;
    for (size_t i = 0; i < ARRAY_LEN(texts[_i].has) && texts[_i].has[i]; i++) {
        const char *found = strstr(rest, texts[_i].has[i]);
        ck_assert_msg(found != NULL, "'%s' is not in its place in:\n%s", texts[_i].has[i], text);
        rest = found;
    }
    free(text);
}
END_TEST

static const struct {
    const char *yaml;
    ComposeWish wish;
    const char *problem;
} problems[] = {
    {"moves:\n" STRIP, {.areas = {calves, 1}, .place = PLACE_DESK, .goal = GOAL_NONE, .tools_are_known = true,
                        .tools = {balls, 1}},
     "No move for the calves can be done at the desk with a ball. Elsewhere: b-strip (on the floor)."},
    {"moves:\n" STRIP, {.areas = {calves, 1}, .place = PLACE_FLOOR, .goal = GOAL_NONE, .tools_are_known = true,
                        .tools = {spoons, 1}},
     "No move for the calves can be done on the floor with a spoon. With another tool: b-strip (ball)."},
    {"moves:\n" STRIP, {.areas = {calves, 1}, .place = PLACE_DESK, .goal = GOAL_NONE, .tools_are_known = true},
     "No move for the calves can be done at the desk without a tool. Elsewhere, with another tool: b-strip (on the "
     "floor, ball)."},
    {"moves:\n" STRIP, {.areas = {calves, 1}, ANY, .health = {clot, 1}},
     "No move for the calves can be done with what you have said of your health. Your health rules out: b-strip "
     "(clot)."},
    {"moves:\n" STRIP, {.areas = {hands, 1}, ANY},
     "No move for the hands can be done. There is no shared move for it; name another part of the body."},
    {"moves:\n" LEFT, {.areas = {knees, 1}, ANY},
     "No move for the knees can be done. There is no shared move for it; name another part of the body."},
};

START_TEST(says_what_is_in_the_way)
{
    char *problem = NULL, *text = compose(problems[_i].yaml, &problems[_i].wish, &problem);
    ck_assert_msg(text == NULL, "%s", text);
    check_text(problem, problems[_i].problem);
}
END_TEST

Suite *suite_compose(void)
{
    Suite *suite = suite_create("compose");
    TCase *sweep = tcase_create("sweep");
    tcase_add_checked_fixture(sweep, read_shipped, release_shipped);
    tcase_set_timeout(sweep, 60);
    tcase_add_loop_test(sweep, every_place_and_time, 0, AREA_COUNT);
    tcase_add_loop_test(sweep, every_goal, 0, AREA_COUNT);
    tcase_add_loop_test(sweep, every_health_word, 0, HEALTH_COUNT);
    tcase_add_test(sweep, a_bit_of_all);
    suite_add_tcase(suite, sweep);
    TCase *tables = tcase_create("tables");
    tcase_add_loop_test(tables, writes, 0, ARRAY_LEN(texts));
    tcase_add_loop_test(tables, says_what_is_in_the_way, 0, ARRAY_LEN(problems));
    suite_add_tcase(suite, tables);
    return suite;
}
