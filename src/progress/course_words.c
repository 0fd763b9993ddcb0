/* SPDX-License-Identifier: MIT */
#include "progress/course_words.h"

static const char *plural(int32_t count)
{
    return count == 1 ? "" : "s";
}

void course_words_day(Text *into, int32_t day, int32_t today)
{
    const CivilDay civil = day_civil(day);
    if (day == today || day == today + 1)
        text_add(into, day == today ? "today" : "tomorrow");
    else
        text_print(into, "%s %d %s", day_weekday_name(day_weekday(day)), (int)civil.day, day_month_name(civil.month));
}

void course_words_place(Text *into, const Programme *programme, size_t index)
{
    text_print(into, "week %zu of %zu, day %zu", index / DAY_WEEK + 1, programme->count, index % DAY_WEEK + 1);
}

void course_words_part(Text *into, const CoursePart *part, int32_t today)
{
    static const char *const words[] = {
        [PART_REST] = "rest",        [PART_BEFORE] = "before you began", [PART_DONE] = "done ",
        [PART_SKIPPED] = "skipped ", [PART_LEFT_OUT] = "not done",       [PART_NEXT] = "next, ",
        [PART_TO_COME] = "",
    };
    text_add(into, words[part->state]);
    if (part->state == PART_REST || part->state == PART_BEFORE || part->state == PART_LEFT_OUT)
        return;
    course_words_day(into, part->day, today);
    if (part->late > 0)
        text_print(into, ", %d day%s missed before", (int)part->late, plural(part->late));
}

void course_words_shift(Text *into, const Course *course)
{
    const int32_t days = course->shift < 0 ? -course->shift : course->shift;
    if (days > 0)
        text_print(into, "%d day%s %s than planned", (int)days, plural(days), course->shift < 0 ? "earlier" : "later");
}

void course_words_sum(Text *into, const Course *course)
{
    int32_t parts = 0;
    for (size_t i = 0; i < course->count; i++)
        parts += course->parts[i].state != PART_REST && course->parts[i].state != PART_BEFORE;
    text_print(into, "%d of %d done", (int)course->done, (int)parts);
    if (course->skipped > 0)
        text_print(into, ", %d skipped", (int)course->skipped);
    if (course->shift != 0)
        text_add(into, ", ");
    course_words_shift(into, course);
}

static void add_next(Text *into, const Course *course, int32_t today)
{
    const int32_t day = course->parts[course->next].day;
    text_add(into, day == today + 1 ? "next " : "next on ");
    course_words_day(into, day, today);
}

void course_words_now(Text *into, const Course *course, int32_t today)
{
    if (course->next < 0) {
        text_add(into, course->last_day == today ? "finished " : "finished on ");
        course_words_day(into, course->last_day, today);
    } else if (course->first_day > today) {
        text_add(into, course->parts[course->next].day == today + 1 ? "starts " : "starts on ");
        course_words_day(into, course->parts[course->next].day, today);
    } else if (course->is_away || !course->is_for_today) {
        text_add(into, course->is_done_today ? "done for today, " : course->is_away ? "away, " : "rest today, ");
        add_next(into, course, today);
    } else {
        text_add(into, "today");
    }
}

const char *course_words_sign(PartState state, bool is_ascii)
{
    static const struct {
        const char *utf8, *ascii;
    } signs[] = {
        [PART_REST] = {"\xc2\xb7", "."},         [PART_BEFORE] = {" ", " "},
        [PART_DONE] = {"\xe2\x97\x8f", "*"},     [PART_SKIPPED] = {"\xc3\x97", "x"},
        [PART_LEFT_OUT] = {"\xe2\x88\x92", "-"}, [PART_NEXT] = {"\xe2\x96\xb6", ">"},
        [PART_TO_COME] = {"\xe2\x97\x8b", "o"},
    };
    return is_ascii ? signs[state].ascii : signs[state].utf8;
}
