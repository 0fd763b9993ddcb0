/* SPDX-License-Identifier: MIT */
#include "app/programme_control.h"

#include <stdlib.h>
#include <string.h>

#include "app/part_entry.h"
#include "app/records.h"
#include "app/state.h"
#include "base/day.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "progress/course_words.h"

enum { LOOK_AGAIN_S = 6 * 60 * 60 };

static const int64_t second_ns = INT64_C(1000000000);

static void set_title(App *app)
{
    const ProgrammeDay *day = course_view_next(&app->course);
    free(app->course_title);
    app->course_title = day ? course_view_title(app->library, app->course.course->programme, day) : NULL;
    app->effects.draw = true;
}

/* A rehearsal records nothing, but what is rehearsed is in the records. NULL where there are none. */
static Store *open_to_read(void)
{
    char *path = path_data("knead.db");
    Store *store = path && !path_is_missing(path) ? store_open(path, clock_unix_s()) : NULL;
    free(path);
    return store;
}

void programme_control_read(App *app)
{
    Store *other = state_is_rehearsal(app) ? open_to_read() : NULL;
    app->has_course = course_view_read(&app->course, other ? other : app->store, app->library,
                                       clock_local_day(clock_unix_s()));
    store_close(other);
    set_title(app);
}

void programme_control_renew(App *app)
{
    if (!app->has_course)
        return;
    course_view_work_out(&app->course, app->library, app->course.today);
    set_title(app);
}

/* Copies: the programme may be read again. */
static Check copy_check(Arena *arena, const Check *check)
{
    return (Check){arena_copy(arena, check->say), check->unit, check->more_is_better};
}

/* Whether none of the parts before it in its week was done. */
static bool is_first_of_week(const Course *course, int part)
{
    for (int i = part / DAY_WEEK * DAY_WEEK; i < part; i++)
        if (course->parts[i].state == PART_DONE)
            return false;
    return true;
}

bool programme_control_choose(App *app, char **problem)
{
    const Course *course = app->course.course;
    const ProgrammeDay *day = course_view_next(&app->course);
    if (!day) {
        *problem = memory_copy_text(app->course.problem ? app->course.problem
                                    : course            ? "the programme is finished"
                                                        : "you follow no programme; knead programme list shows them");
        return false;
    }
    const PartPerson person = {&app->settings, app->last_done.has_areas ? app->last_done.area_days : NULL};
    LibraryEntry *entry = part_entry_find(app->library, course->programme, day, person, problem);
    if (!entry)
        return false;
    Selection *selection = &app->selection;
    selection_release(selection);
    selection_add(selection, entry);
    selection->is_part = true;
    selection->has_level = !app->options.has_level;
    selection->level = course_week(course->programme, (size_t)course->next)->level;
    if (course->programme->has_check && is_first_of_week(course, course->next)) {
        selection->has_check = true;
        selection->check = copy_check(&selection->check_texts, &course->programme->check);
    }
    return true;
}

void programme_control_open(App *app, Request request)
{
    (void)request;
    char *problem = NULL;
    programme_control_beat(app);
    if (!programme_control_choose(app, &problem)) {
        state_set_notice(app, problem);
        return;
    }
    state_plan_anew(app);
    state_show(app, &screen_routine);
}

/* One that was started elsewhere, or goes on from before, is known by its routine. */
static bool is_done_by(const App *app, const ProgrammeDay *day)
{
    const Plan *plan = app->selection.plan;
    if (app->selection.is_part)
        return true;
    const char *id = day->kind == PROGRAMME_ROUTINE ? day->routine : part_entry_composed;
    for (size_t i = 0; i < plan->routine_count; i++)
        if (strcmp(plan->routines[i].id, id) == 0 && (day->kind == PROGRAMME_ROUTINE || app->selection.count == 0))
            return true;
    return false;
}

static void tell_done(App *app, const CourseEvent *done)
{
    Text line = {0};
    const Course *course = app->course.course;
    text_print(&line, "Week %d, day %d of %s is done", (int)done->week, (int)done->weekday, course->programme->title);
    text_add(&line, course->next < 0 ? ", and with it all of the programme." : "; the next one is ");
    if (course->next >= 0) {
        const int32_t day = course->parts[course->next].day;
        text_add(&line, day > app->course.today + 1 ? "on " : "");
        course_words_day(&line, day, app->course.today);
        text_add_char(&line, '.');
    }
    if (app->last_words) {
        char *words = memory_print("%s %s", app->last_words, text_show(&line));
        free(app->last_words);
        app->last_words = words;
    }
    state_set_notice(app, text_detach(&line));
    text_release(&line);
}

void programme_control_finished(App *app)
{
    if (state_is_rehearsal(app))
        return;
    records_open(app);
    if (!course_view_read(&app->course, app->store, app->library, app->active.day))
        return;
    const Course *course = app->course.course;
    const ProgrammeDay *day = course_view_next(&app->course);
    if (!day || !(course->is_for_today || app->selection.is_part) || !is_done_by(app, day))
        return;
    const CourseEvent done = course_event(course->programme, COURSE_DONE, (size_t)course->next, app->active.day);
    app->selection.is_part = false;
    if (course_view_add(&app->course, app->store, app->library, done, clock_unix_s()))
        tell_done(app, &done);
    else
        records_tell_trouble(app);
    set_title(app);
}

void programme_control_beat(App *app)
{
    const int32_t day = clock_local_day(clock_unix_s());
    if (!app->has_course || app->course.today == day || app->active.is_open)
        return;
    records_read_last_done(app);
    course_view_work_out(&app->course, app->library, day);
    set_title(app);
}

int64_t programme_control_due_ns(const App *app)
{
    if (!app->has_course || !app->course.course || app->active.is_open || !app->has_home)
        return -1;
    /* Not later than in some hours: a change of clocks may come before midnight. */
    const int64_t left_s = MIN_OF(DAY_SECONDS - clock_of_day_s(clock_unix_s()), LOOK_AGAIN_S);
    return clock_now().awake_ns + left_s * second_ns;
}
