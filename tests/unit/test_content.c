/* SPDX-License-Identifier: MIT */
/* What comes with the program: every routine and move is whole, and every part of the body has something. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "app/part_entry.h"
#include "base/macros.h"
#include "progress/course.h"
#include "routine/library.h"
#include "routine/move_uses.h"
#include "routine/timeline.h"
#include "support/golden.h"
#include "support/table.h"

Suite *suite_content(void);

static Library *shipped(void)
{
    char *problem = NULL;
    Library *library = library_new(TESTS_DIR "/../routines", NULL);
    ck_assert_msg(library_scan(library, &problem), "%s", problem);
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        library_load(library, entry);
        ck_assert_msg(entry->routine != NULL, "%s: %s", entry->id, diagnostic_first(&entry->diags));
    }
    return library;
}

enum { IN_PLACE_S = 5 }; /* less than before a move: who changes phase is there already, tool in hand */

static const char *const shifts[] = {"Move ", "Shift the ", "Lift off"};

/* While a hold runs, nothing has to be brought to its place first. */
static void check_phases(const Move *move)
{
    for (size_t i = 1; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        const int32_t least_s = timeline_auto_prepare_s(phase->setup) - IN_PLACE_S;
        ck_assert_msg(!phase->setup || phase->prepare_s >= least_s, "%s: no time for the set-up of '%s'", move->name,
                      phase->name);
        for (size_t k = 0; phase->cues.count > 0 && k < ARRAY_LEN(shifts); k++)
            ck_assert_msg(strncmp(phase->cues.items[0].say, shifts[k], strlen(shifts[k])) != 0,
                          "%s: '%s' begins with a change of place, which is a set-up", move->name, phase->name);
    }
}

static bool has_time(void *context, const TimelineItem *item)
{
    if (item->move)
        check_phases(item->move);
    const int32_t auto_s = item->move ? timeline_auto_of_move_s(item->move) : 0;
    if (item->move)
        ck_assert_msg((item->move->prepare_s == 0 || item->move->prepare_s >= auto_s) &&
                          (item->move->sides != SIDES_BOTH || item->move->switch_s >= timeline_auto_switch_s(auto_s)),
                      "%s: no time to hear and to do the set-up of %s", (const char *)context, item->move->name);
    return true;
}

/* Who lies with closed eyes hears all of a set-up before its hold begins. */
START_TEST(set_ups_are_over_before_the_hold)
{
    Library *library = shipped();
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        timeline_walk(entry->routine, NULL, has_time, entry->id);
    }
    library_free(library);
}
END_TEST

START_TEST(routines_have_no_problem)
{
    Library *library = shipped();
    ck_assert_uint_ge(library_count(library), 45);
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        ck_assert_msg(entry->routine != NULL && entry->diags.count == 0, "%s: %s", entry->id,
                      diagnostic_first(&entry->diags));
        ck_assert_msg(entry->routine->summary && entry->routine->goal != GOAL_NONE, "%s: no summary or goal",
                      entry->id);
    }
    library_free(library);
}
END_TEST

/* A little each day: five minutes, and not one second more. */
START_TEST(daily_ones_take_five_minutes)
{
    Library *library = shipped();
    int found = 0;
    for (size_t i = 0; i < library_count(library); i++) {
        LibraryEntry *entry = library_at(library, i);
        if (strncmp(entry->id, "daily-five", strlen("daily-five")) != 0)
            continue;
        ck_assert_msg(entry->routine->seconds == 5 * 60, "%s: %d s", entry->id, (int)entry->routine->seconds);
        found++;
    }
    ck_assert_int_eq(found, 8); /* one for any day, and one for each day of the week */
    library_free(library);
}
END_TEST

/* What a level asks for, from the least on. */
static int strength(Level level)
{
    return level == LEVEL_GENTLE ? 0 : level == LEVEL_STANDARD ? 1 : 2;
}

enum { LONGEST_PART_S = 20 * 60, TWICE = 2 };

/* The areas that a day works first, as bits; and its seconds. Rest has neither. */
static uint32_t day_areas(Library *library, const LibraryEntry *entry, size_t index, int32_t *seconds)
{
    const ProgrammeDay *day = course_day(entry->programme, index);
    char *problem = NULL;
    *seconds = 0;
    if (day->kind == PROGRAMME_REST)
        return 0;
    const LibraryEntry *part = part_entry_find(library, entry->programme, day, (PartPerson){0}, &problem);
    ck_assert_msg(part != NULL, "%s: day %zu: %s", entry->id, index + 1, problem);
    *seconds = part->routine->seconds;
    ck_assert_msg(*seconds <= LONGEST_PART_S, "%s: day %zu is long", entry->id, index + 1);
    uint32_t areas = 0;
    int best = 0;
    for (int area = 0; area < AREA_COUNT; area++)
        best = MAX_OF(best, part->summary.shares[area]);
    for (int area = 0; area < AREA_COUNT; area++)
        areas |= part->summary.shares[area] * TWICE > best ? UINT32_C(1) << area : 0;
    return areas;
}

/* It gets harder and longer by and by, nothing is worked hard two days in a row, and no week is much longer than the
 * longest before. A week may be easier than the one before only if it is a good deal shorter too, and not the last. */
static void check_programme(Library *library, const LibraryEntry *entry)
{
    const Programme *programme = entry->programme;
    int32_t longest_s = 0, last_s = 0, week_s = 0, seconds;
    uint32_t yesterday = 0;
    for (size_t i = 0; i < programme->count * DAY_WEEK; i++) {
        const uint32_t areas = day_areas(library, entry, i, &seconds);
        ck_assert_msg((areas & yesterday) == 0, "%s: day %zu works what the day before did", entry->id, i + 1);
        yesterday = areas;
        week_s += seconds;
        if (i % DAY_WEEK < DAY_WEEK - 1)
            continue;
        const size_t week = i / DAY_WEEK;
        const bool is_easy = week > 0 && week + 1 < programme->count && week_s <= last_s * 3 / 4;
        ck_assert_msg(week == 0 || is_easy ||
                          strength(programme->weeks[week].level) >= strength(programme->weeks[week - 1].level),
                      "%s: week %zu is easier than the one before", entry->id, week + 1);
        ck_assert_msg(week == 0 || week_s <= longest_s * 4 / 3, "%s: week %zu has %d min, and %d before", entry->id,
                      week + 1, (int)week_s / 60, (int)longest_s / 60);
        longest_s = MAX_OF(longest_s, week_s);
        last_s = week_s;
        week_s = 0;
    }
    ck_assert_msg(programme->weeks[0].level == LEVEL_GENTLE, "%s does not begin gently", entry->id);
}

START_TEST(programmes_are_whole)
{
    Library *library = shipped();
    ck_assert_uint_eq(library_programme_count(library), 4);
    for (size_t i = 0; i < library_programme_count(library); i++) {
        const LibraryEntry *entry = library_programme_at(library, i);
        ck_assert_msg(entry->programme != NULL && entry->diags.count == 0, "%s: %s", entry->id,
                      diagnostic_first(&entry->diags));
        ck_assert_msg(entry->programme->whom && entry->programme->summary && entry->programme->has_check &&
                          entry->programme->cautions.count > 0 && entry->programme->sources.count > 0,
                      "%s lacks whom it is for, a summary, a check, cautions or sources", entry->id);
        check_programme(library, entry);
    }
    library_free(library);
}
END_TEST

/* What a person must hear of a move to end up in the right position, and to be careful. */
START_TEST(moves_are_whole)
{
    Library *library = shipped();
    const Words *ids = library_move_ids(library);
    ck_assert_uint_ge(ids->count, 126);
    for (size_t i = 0; i < ids->count; i++) {
        Arena arena = {0};
        DiagnosticList diags = {0};
        const char *id = ids->items[i];
        const Move *move = library_move(library, &arena, id, &diags);
        ck_assert_msg(move && diags.count == 0, "%s: %s", id, diagnostic_first(&diags));
        ck_assert_msg(move->setups.count > 0 && move->feel && move->lighter && move->avoid.count > 0,
                      "%s: no setup, feel, lighter or avoid", id);
        check_phases(move);
        ck_assert_msg(move->phase_count > 1 || move->phases[0].cues.count > 0, "%s: neither phases nor cues", id);
        ck_assert_msg(move->technique == TECHNIQUE_MOVEMENT || move->technique == TECHNIQUE_STRETCH ||
                          move->technique == TECHNIQUE_BREATHE || move->phases[0].pressure.is_set,
                      "%s: no pressure", id);
        arena_release(&arena);
        diagnostic_release(&diags);
    }
    library_free(library);
}
END_TEST

START_TEST(every_area_has_a_move)
{
    Library *library = shipped();
    const Words *ids = library_move_ids(library);
    int moves[AREA_COUNT] = {0};
    for (size_t i = 0; i < ids->count; i++) {
        Arena arena = {0};
        DiagnosticList diags = {0};
        const Move *move = library_move(library, &arena, ids->items[i], &diags);
        for (size_t k = 0; move && k < move->areas.count; k++)
            moves[move->areas.items[k]]++;
        arena_release(&arena);
        diagnostic_release(&diags);
    }
    for (int area = 0; area < AREA_COUNT; area++)
        ck_assert_msg(moves[area] > 0, "no move for %s", area_name(area));
    library_free(library);
}
END_TEST

/* A move is in a routine, or it is said to be for composing and swapping, and why. */
START_TEST(every_move_can_be_reached)
{
    Library *library = shipped();
    Table table = table_read(TESTS_DIR "/content/composing.txt");
    const Words *ids = library_move_ids(library);
    for (size_t i = 0; i < ids->count; i++) {
        const size_t uses = move_uses_count(library, ids->items[i]);
        TableRow *row = table_find(&table, "composing", ids->items[i], NULL);
        Text said = {0};
        move_uses_add(&said, library, ids->items[i]);
        ck_assert_msg((uses == 0) == (row != NULL), "%s is in %zu routines, and %s", ids->items[i], uses,
                      row ? "listed" : "not listed");
        ck_assert_msg(strncmp(text_show(&said), uses > 0 ? "In: " : "For composing", 4) == 0, "%s: %s", ids->items[i],
                      text_show(&said));
        if (row)
            row->is_used = *row->cells[2] != '\0';
        text_release(&said);
    }
    table_check_used(&table, "composing"); /* each is a move, with a reason */
    table_release(&table);
    library_free(library);
}
END_TEST

static bool has(const WordList *list, int value)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i] == value)
            return true;
    }
    return false;
}

static const Place short_places[] = {PLACE_DESK, PLACE_CHAIR, PLACE_WALL, PLACE_FLOOR};
static const Area short_areas[] = {AREA_FEET, AREA_CALVES, AREA_HIPS, AREA_UPPER_BACK, AREA_SHOULDERS};

/* Nine minutes at most, wholly in one place. */
START_TEST(short_ones_are_there)
{
    Library *library = shipped();
    for (size_t p = 0; p < ARRAY_LEN(short_places); p++) {
        for (size_t a = 0; a < ARRAY_LEN(short_areas); a++) {
            int found = 0;
            for (size_t i = 0; i < library_count(library); i++) {
                const Routine *routine = library_at(library, i)->routine;
                found += routine->seconds <= 9 * 60 && has(&routine->places, (int)short_places[p]) &&
                         has(&routine->areas, (int)short_areas[a]);
            }
            ck_assert_msg(found > 0, "nothing short for the %s at the %s", area_name((int)short_areas[a]),
                          place_name((int)short_places[p]));
        }
    }
    library_free(library);
}
END_TEST

Suite *suite_content(void)
{
    Suite *suite = suite_create("content");
    TCase *tests = tcase_create("content");
    tcase_add_test(tests, routines_have_no_problem);
    tcase_add_test(tests, programmes_are_whole);
    tcase_add_test(tests, set_ups_are_over_before_the_hold);
    tcase_add_test(tests, daily_ones_take_five_minutes);
    tcase_add_test(tests, moves_are_whole);
    tcase_add_test(tests, every_area_has_a_move);
    tcase_add_test(tests, every_move_can_be_reached);
    tcase_add_test(tests, short_ones_are_there);
    suite_add_tcase(suite, tests);
    return suite;
}
