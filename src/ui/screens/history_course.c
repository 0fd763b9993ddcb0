/* SPDX-License-Identifier: MIT */
#include "ui/screens/history_course.h"

#include "base/day.h"
#include "base/macros.h"
#include "base/utf8.h"
#include "progress/course_words.h"

enum { HEAD_ROWS = 2, LEGEND_ROWS = 1, WEEK_CELLS = 8, DAY_CELLS = 2, WORDS_X = WEEK_CELLS + DAY_WEEK * DAY_CELLS + 1 };

int history_course_rows(const ModelCourse *now, int width)
{
    (void)width;
    return now->course ? HEAD_ROWS + (int)now->course->programme->count + LEGEND_ROWS : 0;
}

static Role role_of(PartState state)
{
    return state == PART_NEXT ? ROLE_ACCENT : state == PART_DONE ? ROLE_TEXT : ROLE_DIM;
}

/* "2 of 3 done, next tomorrow, 1 day missed before", of one week. */
static void add_words(Text *into, const ModelCourse *now, size_t week)
{
    int parts = 0, done = 0;
    const CoursePart *next = NULL;
    for (size_t i = week * DAY_WEEK; i < (week + 1) * DAY_WEEK; i++) {
        const CoursePart *part = &now->course->parts[i];
        parts += part->state != PART_REST;
        done += part->state == PART_DONE;
        next = part->state == PART_NEXT ? part : next;
    }
    text_print(into, "%d of %d done", done, parts);
    if (next) {
        text_add(into, ", ");
        course_words_part(into, next, now->today);
    }
}

static void draw_week(const ModelCourse *now, Canvas *canvas, Rect line, size_t week)
{
    Text words = {0};
    text_print(&words, "week %zu", week + 1);
    canvas_text(canvas, line.x, line.y, line.width, style_of(ROLE_DIM), text_show(&words));
    for (size_t day = 0; day < DAY_WEEK; day++) {
        const PartState state = now->course->parts[week * DAY_WEEK + day].state;
        const int x = (int)day * DAY_CELLS + WEEK_CELLS;
        canvas_text(canvas, line.x + x, line.y, MAX_OF(line.width - x, 0), style_of(role_of(state)),
                    course_words_sign(state, !canvas->look.is_utf8));
    }
    text_clear(&words);
    add_words(&words, now, week);
    canvas_text(canvas, line.x + WORDS_X, line.y, MAX_OF(line.width - WORDS_X, 0), style_of(ROLE_DIM),
                text_show(&words));
    text_release(&words);
}

/* What the signs mean. */
static void add_legend(Text *into, bool is_ascii)
{
    static const struct {
        PartState state;
        const char *word;
    } signs[] = {{PART_DONE, "done"}, {PART_SKIPPED, "skipped"}, {PART_LEFT_OUT, "not done"},
                 {PART_NEXT, "next"}, {PART_TO_COME, "to come"}, {PART_REST, "rest"}};
    for (size_t i = 0; i < ARRAY_LEN(signs); i++)
        text_print(into, "%s%s %s", i > 0 ? "  " : "", course_words_sign(signs[i].state, is_ascii), signs[i].word);
}

void history_course_draw(const ModelCourse *now, Canvas *canvas, Rect rect)
{
    Text words = {0};
    const int bottom = rect.y + rect.height;
    canvas_text(canvas, rect.x, rect.y, rect.width, style_bold(ROLE_TEXT), now->course->programme->title);
    course_words_sum(&words, now->course);
    text_add(&words, "; ");
    course_words_now(&words, now->course, now->today);
    canvas_text(canvas, rect.x, rect.y + 1, rect.width, style_of(ROLE_DIM), text_show(&words));
    for (size_t week = 0; week < now->course->programme->count; week++) {
        const Rect line = {rect.x, rect.y + HEAD_ROWS + (int)week, rect.width, 1};
        if (line.y < bottom)
            draw_week(now, canvas, line, week);
    }
    text_clear(&words);
    add_legend(&words, !canvas->look.is_utf8);
    canvas_text(canvas, rect.x, bottom - 1, rect.width, style_of(ROLE_DIM), text_show(&words));
    text_release(&words);
}
