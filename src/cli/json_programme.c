/* SPDX-License-Identifier: MIT */
#include "cli/json_programme.h"

#include <string.h>

#include "base/day.h"
#include "base/text.h"
#include "cli/json.h"

static json_t *json_of_day(int32_t day)
{
    char text[DAY_TEXT_SIZE];
    return json_string(day_print(text, day));
}

json_t *json_programme_list(Library *library, const Course *course)
{
    json_t *array = json_array();
    for (size_t i = 0; i < library_programme_count(library); i++) {
        const LibraryEntry *entry = library_programme_at(library, i);
        const Programme *programme = entry->programme;
        const bool is_followed = course && strcmp(course->programme->id, entry->id) == 0;
        json_array_append_new(array, json_pack("{s:o, s:o, s:o, s:I, s:b, s:o}", "id", json_of_text(entry->id), "title",
                                               json_of_text(entry->title), "for",
                                               json_of_text(programme ? programme->whom : NULL), "weeks",
                                               (json_int_t)(programme ? programme->count : 0), "followed", is_followed,
                                               "problem", json_of_text(diagnostic_first(&entry->diags))));
    }
    return array;
}

static json_t *json_of_part(const CoursePart *part)
{
    static const char *const states[] = {
        [PART_REST] = "rest",         [PART_BEFORE] = "before", [PART_DONE] = "done",       [PART_SKIPPED] = "skipped",
        [PART_LEFT_OUT] = "left out", [PART_NEXT] = "next",     [PART_TO_COME] = "to come",
    };
    const bool has_day = part->state == PART_DONE || part->state == PART_SKIPPED || part->state == PART_NEXT ||
                         part->state == PART_TO_COME;
    return json_pack("{s:s, s:o, s:i}", "state", states[part->state], "day",
                     has_day ? json_of_day(part->day) : json_null(), "missed", (int)part->late);
}

static json_t *json_of_days(const Programme *programme, const Course *course, size_t week)
{
    json_t *array = json_array();
    for (size_t i = week * DAY_WEEK; i < (week + 1) * DAY_WEEK; i++) {
        const ProgrammeDay *day = course_day(programme, i);
        Text words = {0};
        programme_add_day(&words, day);
        json_t *value = course ? json_of_part(&course->parts[i]) : json_object();
        json_object_set_new(value, "routine", json_of_text(day->kind == PROGRAMME_ROUTINE ? day->routine : NULL));
        json_object_set_new(value, "wish", json_of_text(day->kind == PROGRAMME_WISH ? text_show(&words) : NULL));
        json_array_append_new(array, value);
        text_release(&words);
    }
    return array;
}

static json_t *json_of_course(const Course *course)
{
    json_t *next = json_null();
    if (course->next >= 0)
        next = json_pack("{s:i, s:i, s:o, s:b}", "week", course->next / DAY_WEEK + 1, "weekday",
                         course->next % DAY_WEEK + 1, "day", json_of_day(course->parts[course->next].day), "is_today",
                         course->is_for_today);
    return json_pack("{s:o, s:o, s:o, s:i, s:i, s:i, s:i, s:b}", "started", json_of_day(course->first_day), "next",
                     next, "ends", json_of_day(course->last_day), "done", (int)course->done, "skipped",
                     (int)course->skipped, "missed", (int)course->missed, "shift", (int)course->shift, "is_away",
                     course->is_away);
}

json_t *json_programme_show(const Programme *programme, const Course *course)
{
    json_t *weeks = json_array();
    for (size_t i = 0; i < programme->count; i++)
        json_array_append_new(weeks, json_pack("{s:o, s:s, s:o}", "title", json_of_text(programme->weeks[i].title),
                                               "level", level_words.items[programme->weeks[i].level], "days",
                                               json_of_days(programme, course, i)));
    return json_pack("{s:o, s:o, s:o, s:o, s:o}", "id", json_of_text(programme->id), "title",
                     json_of_text(programme->title), "for", json_of_text(programme->whom), "course",
                     course ? json_of_course(course) : json_null(), "weeks", weeks);
}
