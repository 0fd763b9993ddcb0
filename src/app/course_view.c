/* SPDX-License-Identifier: MIT */
#include "app/course_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "routine/routine.h"
#include "store/away.h"

static void forget(CourseView *view)
{
    course_free(view->course);
    programme_free(view->programme);
    free(view->problem);
    view->course = NULL;
    view->programme = NULL;
    view->problem = NULL;
}

/* Read by itself, as the library may read its file again at any time. */
static Programme *read_programme(Library *library, const LibraryEntry *entry)
{
    DiagnosticList ignored = {0};
    size_t length = 0;
    char *text = library_entry_text(entry, &length);
    Programme *programme = text ? library_parse_programme(library, entry, text, length, &ignored) : NULL;
    diagnostic_release(&ignored);
    free(text);
    return programme;
}

void course_view_work_out(CourseView *view, Library *library, int32_t today)
{
    const char *id = course_followed(view->events.items, view->events.count);
    char *ignored = NULL;
    forget(view);
    view->today = today;
    if (!id)
        return;
    if (!library_is_scanned(library) && !library_scan(library, &ignored))
        free(ignored);
    const LibraryEntry *entry = library_programme(library, id);
    view->programme = entry ? read_programme(library, entry) : NULL;
    if (view->programme)
        view->course = course_make(view->programme, view->events.items, view->events.count, view->away,
                                   view->away_count, today);
    else if (entry)
        view->problem = memory_print("the programme %s has errors: knead check %s", id, entry->path);
    else
        view->problem = memory_print("the programme %s that you follow is gone: knead programme stop ends it", id);
}

bool course_view_read(CourseView *view, Store *store, Library *library, int32_t today)
{
    free(view->away);
    view->away = NULL;
    view->away_count = 0;
    const bool is_read = course_events_read(store, &view->events) &&
                         (view->events.count == 0 || away_read(store, &view->away, &view->away_count));
    course_view_work_out(view, library, today);
    return is_read;
}

bool course_view_add(CourseView *view, Store *store, Library *library, CourseEvent event, int64_t now_s)
{
    const int32_t today = view->today;
    return course_events_add(store, &event, now_s) && course_view_read(view, store, library, today);
}

const ProgrammeDay *course_view_next(const CourseView *view)
{
    const Course *course = view->course;
    return course && course->next >= 0 ? course_day(course->programme, (size_t)course->next) : NULL;
}

static char *title_of_own(const char *text, const char *id)
{
    DiagnosticList ignored = {0};
    Routine *routine = routine_parse(text, strlen(text), id, NULL, &ignored);
    char *title = memory_copy_text(routine ? routine->title : id);
    routine_free(routine);
    diagnostic_release(&ignored);
    return title;
}

char *course_view_title(Library *library, const Programme *programme, const ProgrammeDay *day)
{
    const char *own = day->kind == PROGRAMME_ROUTINE ? programme_routine_text(programme, day->routine) : NULL;
    LibraryEntry *entry = day->kind == PROGRAMME_ROUTINE && !own ? library_listed(library, day->routine) : NULL;
    if (own)
        return title_of_own(own, day->routine);
    if (entry) {
        library_load(library, entry);
        return memory_copy_text(entry->title);
    }
    Text words = {0};
    programme_add_day(&words, day);
    return text_detach(&words);
}

void course_view_release(CourseView *view)
{
    forget(view);
    course_events_release(&view->events);
    free(view->away);
    *view = (CourseView){0};
}
