/* SPDX-License-Identifier: MIT */
#include "progress/course.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"

enum { LATE_MOST = 9999 };

static const char *const event_words[] = {"started", "done", "skipped", "again", "stopped"};
_Static_assert(ARRAY_LEN(event_words) == COURSE_EVENT_KIND_COUNT, "a word for each kind");
const Words course_event_words = {event_words, ARRAY_LEN(event_words)};

/* The pauses. */
typedef struct Pauses {
    const AwayDays *items;
    size_t count;
} Pauses;

/* What the events lead to, one after the other. */
typedef struct Replay {
    Course *course;
    Pauses pauses;
    const CourseEvent *events;
    size_t event_count;
    bool *is_claimed; /* by part: one of the events since the start has its place and its content */
    size_t start;     /* index of the part that it was begun with */
    int at;           /* index of the part of the last event; start - 1: none yet */
    int32_t day;      /* the day of it */
    bool is_running;  /* the programme was started, and not stopped since */
} Replay;

static bool is_away(const Pauses *pauses, int32_t day)
{
    for (size_t i = 0; i < pauses->count; i++)
        if (pauses->items[i].first <= day && day <= pauses->items[i].last)
            return true;
    return false;
}

/* The first day from `day` on that is in no pause. Each turn leaves one pause for good. */
static int32_t outside(const Pauses *pauses, int32_t day)
{
    for (size_t turn = 0; turn < pauses->count; turn++)
        for (size_t i = 0; i < pauses->count; i++)
            if (pauses->items[i].first <= day && day <= pauses->items[i].last)
                day = pauses->items[i].last + 1;
    return day;
}

/* The days from `from` up to `to`, without it, that are in no pause. */
static int32_t count_days(const Pauses *pauses, int32_t from, int32_t to)
{
    int32_t days = 0;
    for (int32_t day = from; day < to && days < LATE_MOST; day++)
        days += !is_away(pauses, day);
    return days;
}

const ProgrammeWeek *course_week(const Programme *programme, size_t index)
{
    return &programme->weeks[index / DAY_WEEK];
}

const ProgrammeDay *course_day(const Programme *programme, size_t index)
{
    return &course_week(programme, index)->days[index % DAY_WEEK];
}

CourseEvent course_event(const Programme *programme, CourseEventKind kind, size_t index, int32_t day)
{
    const bool has_content = kind == COURSE_DONE || kind == COURSE_SKIPPED;
    return (CourseEvent){.kind = kind,
                         .day = day,
                         .programme = programme->id,
                         .week = kind == COURSE_STOPPED ? 0 : (int32_t)(index / DAY_WEEK) + 1,
                         .weekday = kind == COURSE_STOPPED ? 0 : (int32_t)(index % DAY_WEEK) + 1,
                         .content = has_content ? course_day(programme, index)->content : ""};
}

/* Finding the part of an event in a programme that may have been edited since. */

static int place_of(const Course *course, const CourseEvent *event)
{
    if (event->week < 1 || event->weekday < 1 || event->weekday > DAY_WEEK ||
        event->week > (int32_t)(course->count / DAY_WEEK))
        return -1;
    return (event->week - 1) * DAY_WEEK + event->weekday - 1;
}

static bool is_part(const Course *course, int index)
{
    return index >= 0 && (size_t)index < course->count && course->parts[index].state != PART_REST;
}

static bool is_over(const CoursePart *part)
{
    return part->state == PART_DONE || part->state == PART_SKIPPED;
}

static bool has_content(const Course *course, int index, const char *content)
{
    return is_part(course, index) && strcmp(course_day(course->programme, (size_t)index)->content, content) == 0;
}

/* The nearest part with this content that is not done, at most a week away, or in the same week; -1: there is none. One
 * that another event is about stays for that. */
static int find_content(const Replay *replay, int place, const char *content, bool is_same_week)
{
    const Course *course = replay->course;
    for (int distance = 1; distance <= DAY_WEEK; distance++) {
        for (int sign = -1; sign <= 1; sign += 2) {
            const int index = place + sign * distance;
            if (has_content(course, index, content) && !is_over(&course->parts[index]) && !replay->is_claimed[index] &&
                (!is_same_week || index / DAY_WEEK == place / DAY_WEEK))
                return index;
        }
    }
    return -1;
}

static int find_part(const Replay *replay, const CourseEvent *event)
{
    const Course *course = replay->course;
    const int place = place_of(course, event);
    if (place < 0 || has_content(course, place, event->content))
        return place;
    const int in_week = find_content(replay, place, event->content, true);
    if (in_week >= 0)
        return in_week;
    if (is_part(course, place) && !is_over(&course->parts[place]))
        return place;
    return find_content(replay, place, event->content, false);
}

/* Which parts the events behind a start are about, up to the next start. */
static void claim(Replay *replay, const CourseEvent *start)
{
    Course *course = replay->course;
    memset(replay->is_claimed, 0, course->count);
    for (const CourseEvent *event = start + 1; event < replay->events + replay->event_count; event++) {
        const int place = place_of(course, event);
        if (event->kind == COURSE_STARTED && strcmp(event->programme, start->programme) != 0)
            return;
        if ((event->kind == COURSE_DONE || event->kind == COURSE_SKIPPED) &&
            strcmp(event->programme, start->programme) == 0 && has_content(course, place, event->content))
            replay->is_claimed[place] = true;
    }
}

/* When what comes after the last event is to be done. */

/* Passes over what is behind `*index` up to the next part that is not done: rest takes a day each. -1 where there is no
 * part any more. */
static int step(const Course *course, int index, int32_t *days)
{
    *days = 1;
    for (index++; (size_t)index < course->count; index++) {
        if (course->parts[index].state == PART_REST)
            (*days)++;
        else if (!is_over(&course->parts[index]))
            return index;
    }
    return -1;
}

/* The day that is so many days after another one, not counting pauses. */
static int32_t days_after(const Pauses *pauses, int32_t day, int32_t days)
{
    while (days-- > 0)
        day = outside(pauses, day + 1);
    return day;
}

/* The part that comes after the last event, and the day for it. One earlier in the same week that is not done comes
 * first. -1: nothing is left. */
static int find_next(const Replay *replay, int32_t *day)
{
    const Course *course = replay->course;
    int32_t days = 1;
    const int week = replay->at >= 0 ? replay->at / DAY_WEEK * DAY_WEEK : 0;
    for (int i = MAX_OF(week, (int)replay->start); i <= replay->at; i++) {
        if (is_part(course, i) && !is_over(&course->parts[i])) {
            *day = days_after(&replay->pauses, replay->day, 1);
            return i;
        }
    }
    const int next = step(course, replay->at, &days);
    *day = days_after(&replay->pauses, replay->day, days);
    return next;
}

/* Taking in the events. */

static void clear_from(Course *course, int index)
{
    for (size_t i = (size_t)MAX_OF(index, 0); i < course->count; i++)
        if (course->parts[i].state != PART_REST)
            course->parts[i] = (CoursePart){.state = PART_TO_COME};
}

static void take_start(Replay *replay, const CourseEvent *event)
{
    Course *course = replay->course;
    const size_t start = (size_t)MAX_OF(place_of(course, event), 0);
    /* The same start, made on two machines, or twice. */
    if (replay->is_running && course->first_day == event->day && replay->start == start)
        return;
    clear_from(course, 0);
    for (size_t i = 0; i < start; i++)
        if (course->parts[i].state != PART_REST)
            course->parts[i].state = PART_BEFORE;
    course->first_day = event->day;
    claim(replay, event);
    replay->start = start;
    replay->at = (int)start - 1;
    replay->day = event->day - 1;
    replay->is_running = true;
}

static void take_again(Replay *replay, const CourseEvent *event)
{
    const int place = MAX_OF(place_of(replay->course, event), (int)replay->start);
    clear_from(replay->course, place);
    replay->at = place - 1;
    replay->day = event->day - 1;
}

static void take_part(Replay *replay, const CourseEvent *event)
{
    const int index = find_part(replay, event);
    CoursePart *part = index >= 0 ? &replay->course->parts[index] : NULL;
    const PartState state = event->kind == COURSE_DONE ? PART_DONE : PART_SKIPPED;
    if (part && is_part(replay->course, index)) {
        int32_t due;
        if (!is_over(part)) {
            const bool was_next = find_next(replay, &due) == index;
            *part = (CoursePart){state, event->day, was_next ? count_days(&replay->pauses, due, event->day) : 0};
        } else if (state == PART_DONE) {
            part->state = PART_DONE; /* skipped here, done there: it is done */
        }
    }
    /* A part that the file has no more is over all the same: the course goes on behind its place. */
    const int place = index >= 0 ? index : place_of(replay->course, event);
    replay->at = place >= 0 ? MAX_OF(place, (int)replay->start - 1) : replay->at;
    replay->day = MAX_OF(replay->day, event->day);
}

static void take(Replay *replay, const CourseEvent *event)
{
    const bool is_ours = strcmp(event->programme, replay->course->programme->id) == 0;
    if (event->kind == COURSE_STARTED && is_ours)
        take_start(replay, event);
    else if (event->kind == COURSE_STARTED || (event->kind == COURSE_STOPPED && is_ours))
        replay->is_running = false;
    else if (!is_ours || !replay->is_running)
        return;
    else if (event->kind == COURSE_AGAIN)
        take_again(replay, event);
    else
        take_part(replay, event);
}

const char *course_followed(const CourseEvent *events, size_t count)
{
    const char *followed = NULL;
    for (size_t i = 0; i < count; i++) {
        if (events[i].kind == COURSE_STARTED)
            followed = events[i].programme;
        else if (events[i].kind == COURSE_STOPPED && followed && strcmp(followed, events[i].programme) == 0)
            followed = NULL;
    }
    return followed;
}

/* What it all comes to. */

/* Parts of weeks that are behind, which nobody did: they came into the file later. */
static void leave_out(const Replay *replay)
{
    const int week = replay->at >= 0 ? replay->at / DAY_WEEK * DAY_WEEK : 0;
    for (int i = 0; i < week && (size_t)i < replay->course->count; i++)
        if (replay->course->parts[i].state == PART_TO_COME)
            replay->course->parts[i].state = PART_LEFT_OUT;
}

static void count_parts(Course *course, int32_t today)
{
    for (size_t i = 0; i < course->count; i++) {
        const CoursePart *part = &course->parts[i];
        course->done += part->state == PART_DONE;
        course->skipped += part->state == PART_SKIPPED;
        course->missed += part->late;
        if (!is_over(part))
            continue;
        course->last_day = MAX_OF(course->last_day, part->day);
        course->is_done_today = course->is_done_today || part->day == today;
    }
}

/* Gives each part that is left its day. */
static void schedule(const Replay *replay, int32_t today)
{
    Course *course = replay->course;
    int32_t day, days;
    course->next = find_next(replay, &day);
    if (course->next < 0)
        return;
    CoursePart *next = &course->parts[course->next];
    *next = (CoursePart){PART_NEXT, day, count_days(&replay->pauses, day, today)};
    course->is_for_today = day <= today;
    next->day = outside(&replay->pauses, MAX_OF(day, today));
    course->last_day = day = next->day;
    int at = MAX_OF(course->next, replay->at);
    for (int i = course->next + 1; i <= replay->at; i++) {
        if (course->parts[i].state != PART_TO_COME)
            continue;
        day = days_after(&replay->pauses, day, 1);
        course->parts[i].day = course->last_day = day;
    }
    while ((at = step(course, at, &days)) >= 0) {
        day = days_after(&replay->pauses, day, days);
        course->parts[at].day = course->last_day = day;
    }
}

/* The day of the last part, had every part been done on its day. */
static int32_t planned_end(const Course *course, size_t start)
{
    size_t last = start;
    for (size_t i = start; i < course->count; i++)
        last = course->parts[i].state != PART_REST ? i : last;
    return course->first_day + (int32_t)(last - start);
}

static Course *begin(const Programme *programme)
{
    Course *course = memory_new(sizeof(*course));
    course->programme = programme;
    course->count = programme->count * DAY_WEEK;
    course->parts = memory_new((course->count + 1) * sizeof(*course->parts));
    for (size_t i = 0; i < course->count; i++)
        course->parts[i].state = course_day(programme, i)->kind == PROGRAMME_REST ? PART_REST : PART_TO_COME;
    return course;
}

Course *course_make(const Programme *programme, const CourseEvent *events, size_t count, const AwayDays *away,
                    size_t away_count, int32_t today)
{
    Replay replay = {.course = begin(programme), .pauses = {away, away_count}, .events = events, .event_count = count};
    replay.is_claimed = memory_new(replay.course->count + 1);
    for (size_t i = 0; i < count; i++)
        take(&replay, &events[i]);
    free(replay.is_claimed);
    if (!replay.is_running) {
        course_free(replay.course);
        return NULL;
    }
    Course *course = replay.course;
    leave_out(&replay);
    course->is_away = is_away(&replay.pauses, today);
    course->last_day = course->first_day;
    count_parts(course, today);
    schedule(&replay, today);
    course->missed += course->next >= 0 ? course->parts[course->next].late : 0;
    course->shift = course->last_day - planned_end(course, replay.start);
    return course;
}

void course_free(Course *course)
{
    if (!course)
        return;
    free(course->parts);
    free(course);
}
