/* SPDX-License-Identifier: MIT */
#include "ui/screens/home_offer.h"

#include <stdint.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/utf8.h"
#include "progress/course_words.h"

enum {
    LEFT_WIDE = 60,
    LEFT_SMALL = 36,
    DUE_WIDE = 76,
    MINUTE_S = 60
}; /* cells of the line, from which it says all, more */

/* "r  go on with Calf Care     at 4:12 of 13:10, today at 14:32", or as much as there is room for. */
static void draw_left(Canvas *canvas, Rect line, const Model *model)
{
    const ModelLeft *left = &model->left;
    char key[KEY_NAME_SIZE];
    if (line.height == 0)
        return;
    char at[DURATION_TEXT_SIZE], total[DURATION_TEXT_SIZE];
    const bool is_wide = line.width >= LEFT_WIDE, is_tiny = line.width < LEFT_SMALL;
    Text place = {0};
    text_print(&place, is_tiny ? "%s" : "at %s", duration_clock(at, left->at_s));
    if (is_wide)
        text_print(&place, " of %s%s%s", duration_clock(total, left->total_s), left->when ? ", " : "",
                   left->when ? left->when : "");
    int x = line.x +
            canvas_text(canvas, line.x, line.y, line.width, style_of(ROLE_CLEAR),
                        key_bindings_first(model->keys, ACTION_RESUME, key)) +
            (is_tiny ? 1 : 2);
    if (!is_tiny)
        x += canvas_text(canvas, x, line.y, line.width, style_of(ROLE_DIM), "resume") + 1;
    const int end = line.x + line.width, room = end - x - utf8_cells(text_show(&place)) - 2;
    canvas_text(canvas, x, line.y, MAX_OF(room, 0), style_of(ROLE_ACCENT), left->title);
    canvas_text_right(canvas, end, line.y, line.width, style_of(ROLE_DIM), text_show(&place));
    text_release(&place);
}

/* One that is finished is told on that day only. */
static bool has_programme(const Model *model)
{
    const Course *course = model->course.course;
    return course && (course->next >= 0 || course->last_day == model->course.today);
}

bool home_offer_is_part(const HomeLayout *layout, const Model *model)
{
    const Course *course = model->course.course;
    return layout->offer.height > 0 && !model->left.title && course && course->is_for_today && !course->is_away;
}

bool home_offer_is_due(const HomeLayout *layout, const HomeState *state, const Model *model)
{
    return layout->offer.height > 0 && !model->left.title && !has_programme(model) && state->shelf != HOME_DUE &&
           model->due && model->due->count > 0 && (layout->panes.is_full || state->shelf == HOME_OF_AREA);
}

/* As in lists: where a panel is the text reversed, colours on it would be patches. */
static Style on_line(const Canvas *canvas, Style style, bool is_chosen)
{
    if (is_chosen && theme_reverses_panels(canvas->look))
        style.ink = ROLE_TEXT;
    style.ground = is_chosen ? ROLE_PANEL : style.ground;
    style.attributes |= is_chosen ? STYLE_BOLD : 0;
    return style;
}

static int put(Canvas *canvas, int x, Rect line, Style style, bool is_chosen, const char *text)
{
    return canvas_text(canvas, x, line.y, MAX_OF(line.x + line.width - x, 0), on_line(canvas, style, is_chosen), text);
}

/* "t  today Calf Care  8 min  calves: 9 days ago"; in a narrow window the reason is at the right. */
static void draw_due(Canvas *canvas, Rect line, const Model *model, bool is_chosen)
{
    const Due *due = &model->due->items[0];
    const LibraryEntry *entry = library_at(model->library, due->index);
    const bool is_wide = line.width >= DUE_WIDE;
    char key[KEY_NAME_SIZE];
    Text reason = {0}, minutes = {0};
    due_reason(&reason, due, !is_wide);
    if (is_wide && due->why != DUE_NEW && entry->routine)
        text_print(&minutes, "%d min", (int)((entry->routine->seconds + MINUTE_S - 1) / MINUTE_S));
    if (is_chosen) {
        canvas_fill(canvas, line, style_on(ROLE_TEXT, ROLE_PANEL));
        canvas_cursor(canvas, line.x, line.y);
    }
    int x = line.x +
            put(canvas, line.x, line, style_of(ROLE_CLEAR), is_chosen,
                key_bindings_first(model->keys, ACTION_TODAY, key)) +
            (is_wide ? 2 : 1);
    if (is_wide)
        x += put(canvas, x, line, style_of(ROLE_DIM), is_chosen, "today") + 1;
    const int end = line.x + line.width, reason_x = end - utf8_cells(text_show(&reason));
    const Rect title = {line.x, line.y, MAX_OF(reason_x - 2 - line.x, 0), 1};
    x += put(canvas, x, title, style_of(ROLE_ACCENT), is_chosen, entry->title ? entry->title : entry->id) + 2;
    x += put(canvas, x, title, style_of(ROLE_DIM), is_chosen, text_show(&minutes)) + (minutes.length > 0 ? 2 : 0);
    put(canvas, is_wide ? x : MAX_OF(reason_x, line.x), line, style_of(ROLE_TEXT), is_chosen, text_show(&reason));
    text_release(&reason);
    text_release(&minutes);
}

/* "t  today Feet on a Chair     week 2 of 4, day 3"; "programme: rest today, next on Thu 3 Dec". */
static void draw_programme(Canvas *canvas, Rect line, const Model *model, bool is_part, bool is_chosen)
{
    const ModelCourse *now = &model->course;
    const bool is_wide = line.width >= LEFT_WIDE;
    char key[KEY_NAME_SIZE];
    Text words = {0};
    if (!is_part) {
        text_add(&words, is_wide ? "programme: " : "");
        course_words_now(&words, now->course, now->today);
        canvas_text(canvas, line.x, line.y, line.width, style_of(ROLE_DIM), text_show(&words));
        text_release(&words);
        return;
    }
    if (is_chosen) {
        canvas_fill(canvas, line, style_on(ROLE_TEXT, ROLE_PANEL));
        canvas_cursor(canvas, line.x, line.y);
    }
    course_words_place(&words, now->course->programme, (size_t)now->course->next);
    int x = line.x +
            put(canvas, line.x, line, style_of(ROLE_CLEAR), is_chosen,
                key_bindings_first(model->keys, ACTION_TODAY, key)) +
            (is_wide ? 2 : 1);
    if (is_wide)
        x += put(canvas, x, line, style_of(ROLE_DIM), is_chosen, "today") + 1;
    const int place_x = is_wide ? line.x + line.width - utf8_cells(text_show(&words)) : line.x + line.width;
    put(canvas, x, (Rect){line.x, line.y, MAX_OF(place_x - 2 - line.x, 0), 1}, style_of(ROLE_ACCENT), is_chosen,
        now->title);
    if (is_wide)
        put(canvas, place_x, line, style_of(ROLE_DIM), is_chosen, text_show(&words));
    text_release(&words);
}

/* In a window whose rows have no room for it: why the chosen routine is due, or when it was done. */
static void draw_chosen(Canvas *canvas, Rect line, const HomeState *state, const Model *model)
{
    const size_t index = state->chosen > 0 ? state->chosen - 1 : SIZE_MAX;
    Text words = {0};
    for (size_t i = 0; model->due && i < model->due->count && state->shelf == HOME_DUE; i++) {
        if (model->due->items[i].index == index)
            due_reason(&words, &model->due->items[i], line.width < LEFT_WIDE);
    }
    if (state->shelf == HOME_FAVOURITES && index != SIZE_MAX && model->entry_days && model->entry_days[index] >= 0) {
        text_add(&words, "done ");
        due_ago(&words, model->entry_days[index]);
    }
    canvas_text(canvas, line.x, line.y, line.width, style_of(ROLE_DIM), text_show(&words));
    text_release(&words);
}

/* While the person is away the header says until when. */
void home_offer_draw(Canvas *canvas, const HomeLayout *layout, const HomeState *state, const Model *model)
{
    const bool is_away = model->streak && model->streak->is_away;
    const Rect line = layout->offer;
    if (line.height == 0)
        return;
    if (model->left.title)
        draw_left(canvas, line, model);
    else if (has_programme(model))
        draw_programme(canvas, line, model, home_offer_is_part(layout, model), state->focus == HOME_OFFER);
    else if (!layout->panes.is_full && state->shelf != HOME_OF_AREA)
        draw_chosen(canvas, line, state, model);
    else if (home_offer_is_due(layout, state, model))
        draw_due(canvas, line, model, state->focus == HOME_OFFER);
    else if (model->due && model->due->count == 0 && !is_away && state->shelf == HOME_OF_AREA)
        canvas_text(canvas, line.x, line.y, line.width, style_of(ROLE_DIM), "Nothing is due today.");
}
