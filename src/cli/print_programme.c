/* SPDX-License-Identifier: MIT */
#include "cli/print_programme.h"

#include <stdlib.h>
#include <string.h>

#include "app/course_view.h"
#include "base/macros.h"
#include "base/text.h"
#include "cli/print.h"
#include "progress/course_words.h"

enum { GAP = 2, STATE_CELLS = 22 };

static void print_text(Text *line)
{
    print_line("%s", text_show(line));
    text_release(line);
}

static void print_list_row(const LibraryEntry *entry, const Course *course, int width)
{
    Text line = {0};
    print_column(&line, entry->id, width + GAP);
    if (!entry->programme)
        text_add(&line, "has errors; knead check shows them");
    else
        text_print(&line, "%zu week%s  %s", entry->programme->count, entry->programme->count == 1 ? " " : "s",
                   entry->programme->title);
    if (course && strcmp(course->programme->id, entry->id) == 0) {
        text_add(&line, " (followed: ");
        course_words_sum(&line, course);
        text_add_char(&line, ')');
    }
    print_text(&line);
}

void print_programme_list(Library *library, const Course *course)
{
    const size_t count = library_programme_count(library);
    int width = 0;
    for (size_t i = 0; i < count; i++)
        width = MAX_OF(width, print_cells(library_programme_at(library, i)->id));
    for (size_t i = 0; i < count; i++)
        print_list_row(library_programme_at(library, i), course, width);
    if (count == 0)
        print_line("There are no programmes.");
}

static void print_day(Library *library, const Programme *programme, const Course *course, size_t index, int32_t today)
{
    const ProgrammeDay *day = course_day(programme, index);
    Text line = {0}, state = {0};
    text_print(&line, "  %zu  ", index % DAY_WEEK + 1);
    if (course)
        course_words_part(&state, &course->parts[index], today);
    if (course && day->kind != PROGRAMME_REST)
        print_column(&line, text_show(&state), STATE_CELLS);
    char *title = course_view_title(library, programme, day);
    text_add(&line, title);
    if (day->kind == PROGRAMME_ROUTINE)
        text_print(&line, " (%s)", day->routine);
    free(title);
    text_release(&state);
    print_text(&line);
}

static void print_week(Library *library, const Programme *programme, const Course *course, size_t week, int32_t today)
{
    const ProgrammeWeek *now = &programme->weeks[week];
    Text head = {0};
    text_print(&head, "\nWeek %zu, %s%s%s", week + 1, level_words.items[now->level], now->title ? ": " : "",
               now->title ? now->title : "");
    print_text(&head);
    for (size_t day = 0; day < DAY_WEEK; day++)
        print_day(library, programme, course, week * DAY_WEEK + day, today);
}

static void print_sources(const SourceList *sources)
{
    for (size_t i = 0; i < sources->count; i++)
        print_line("%s%s%s%s", i == 0 ? "\nSources\n  " : "  ", sources->items[i].title,
                   sources->items[i].url ? ", " : "", sources->items[i].url ? sources->items[i].url : "");
}

void print_programme_now(Library *library, const Course *course, int32_t today)
{
    Text line = {0};
    course_words_now(&line, course, today);
    line.bytes[0] = (char)(line.bytes[0] - 'a' + 'A');
    const size_t next = (size_t)course->next;
    char *title = course->next >= 0 ? course_view_title(library, course->programme, course_day(course->programme, next))
                                    : NULL;
    text_add(&line, title ? ": " : ": ");
    text_add(&line, title ? title : course->programme->title);
    if (title) {
        text_add(&line, " (");
        course_words_place(&line, course->programme, next);
        text_print(&line, ", %s)", level_words.items[course_week(course->programme, next)->level]);
    }
    free(title);
    print_text(&line);
    course_words_sum(&line, course);
    print_text(&line);
}

void print_programme(Library *library, const Programme *programme, const Course *course, int32_t today)
{
    print_paragraph(0, NULL, programme->title);
    if (programme->whom)
        print_line("for %s", programme->whom);
    if (course)
        print_programme_now(library, course, today);
    if (programme->summary)
        print_paragraph(0, "\n", programme->summary);
    if (programme->has_check && programme->check.say) {
        print_line("\nFirst in each week");
        print_paragraph(GAP, NULL, programme->check.say);
    }
    for (size_t i = 0; i < programme->cautions.count; i++) {
        print_line(i == 0 ? "\nTake care" : "");
        print_paragraph(GAP, NULL, programme->cautions.items[i]);
    }
    for (size_t week = 0; week < programme->count; week++)
        print_week(library, programme, course, week, today);
    print_sources(&programme->sources);
}
