/* SPDX-License-Identifier: MIT */
#include "ui/screens/player_figure.h"

#include <math.h>
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "ui/body/body_draw.h"
#include "ui/body/posture_draw.h"
#include "ui/screens/shown_position.h"

enum { BULLET = 2, GAP = 3, BODY_ROWS = 12 };
enum { WORDS_LEAST = 28, SETUP_MOST = 64, STEP = 4 }; /* columns, beside words: of these, and of the position */
enum { TITLE_ROWS = 3, TITLE_WIDTH = 36 };

/* In places for a hundredth of a person's height. What moves is no larger, so that a frame of it is short. */
static const float size_least = 0.9F, size_holding = 1.4F, size_setting_up = 2.5F;

static int rows_of(const char *words, int width)
{
    int rows = 0;
    for (; *words && width > 0; rows++)
        utf8_wrap(words, width, &words);
    return rows;
}

/* How large a position can be drawn. */
static float size_in(Rect rect, const PostureSize *shown)
{
    if (rect.width < SHOWN_POSITION_WIDTH || rect.height < SHOWN_POSITION_ROWS)
        return 0;
    const float wide = 4 * (float)rect.width / shown->width;
    return fminf(wide, 8 * (float)(rect.height - 1) / shown->height);
}

/* A column that is too narrow for most positions has room for one that is tall: it is lower there, so that it does not
 * leave the column on either side. */
static Rect place_in_column(Rect column, const PostureSize *shown)
{
    const int missing = SHOWN_POSITION_WIDTH - column.width;
    if (missing <= 0 || column.width == 0)
        return column;
    const float rows = (float)column.width * shown->height / shown->width / 2;
    return (Rect){column.x - missing / 2, column.y, SHOWN_POSITION_WIDTH, MIN_OF(column.height, 1 + (int)rows)};
}

/* In place of the figure, without its title, where it is no smaller than the smallest elsewhere. */
static void place_alone(PlayerFigure *figure, Rect column, const PostureSize *shown)
{
    const Rect place = place_in_column(column, shown);
    if (size_in(place, shown) < size_least)
        return;
    figure->position = place;
    figure->body = (Rect){0};
}

/* The position stands above the figure; where both have no room, it stands alone. */
static void place_above(PlayerFigure *figure, Rect column, const PostureSize *shown, float size_most)
{
    const int rows = (int)(size_most * shown->height / 8) + 1 + TITLE_ROWS;
    const int width = MAX_OF(TITLE_WIDTH, (int)(size_most * shown->width / 4));
    Rect rest = column, above = rect_cut_top(&rest, MIN_OF(rows, column.height));
    if (above.height <= SHOWN_POSITION_ROWS)
        return;
    figure->is_captioned = true;
    figure->position = rect_centre(above, MIN_OF(width, above.width), above.height);
    rect_cut_top(&rest, 1);
    figure->body = rest.height >= BODY_ROWS ? rest : (Rect){0};
}

/* Beside the words, from the time down to what is next: as large as they leave it, and no wider than that needs. */
static Rect place_beside(Rect words, Rect room, const char *text, const PostureSize *shown)
{
    Rect best = {0};
    for (int width = MIN_OF(SETUP_MOST, room.width - WORDS_LEAST); width >= SHOWN_POSITION_WIDTH; width -= STEP) {
        Rect left = room;
        const Rect place = rect_cut_right(&left, width);
        if (rows_of(text, left.width - GAP - BULLET) <= words.height && size_in(place, shown) >= size_in(best, shown))
            best = place;
    }
    return best;
}

/* In a column: the best of three places. Below the words it has all their width, beside them more rows; in a wide
 * window the column of the figure is free. */
static void place_setting_up(PlayerFigure *figure, const PlayerLayout *layout, const char *words,
                             const PostureSize *shown)
{
    const Rect stage = layout->blocks[BLOCK_STAGE], foot = layout->blocks[BLOCK_FOOTER];
    const int top = stage.y + stage.height;
    int end = layout->blocks[BLOCK_NEXT].y;
    Rect room = {stage.x, top, foot.x + foot.width - stage.x, end - top};
    const bool needs_more = place_beside(figure->words, room, words, shown).width == 0;
    if (needs_more) { /* what is next gives way */
        end += layout->blocks[BLOCK_NEXT].height;
        room.height = end - top;
        figure->words.height = MAX_OF(figure->words.height, end - figure->words.y);
    }
    const int under = figure->words.y + rows_of(words, figure->words.width - BULLET);
    const Rect beside = place_beside(figure->words, room, words, shown),
               below = {stage.x, under, MIN_OF(SETUP_MOST, stage.width), end - under};
    const Rect column = place_in_column(layout->column, shown);
    const float column_size = size_in(column, shown), beside_size = size_in(beside, shown),
                below_size = size_in(below, shown);
    if (column_size >= beside_size && column_size >= below_size && column_size > 0) {
        figure->position = column;
    } else if (beside_size >= below_size && beside_size > 0) {
        figure->position = beside;
        figure->right = beside.x - GAP;
        figure->words.width = figure->right - figure->words.x;
        figure->below = needs_more ? end : 0;
    } else if (below_size > 0) {
        figure->position = below;
        figure->below = below.y + below.height;
        figure->words.height = under - figure->words.y;
        return; /* the figure keeps its column */
    } else {
        return;
    }
    figure->body = (Rect){0};
}

/* The title is in front of the words, unless they would not fit with it. */
static void begin_with_title(PlayerFigure *figure, Text *words, const char *cue)
{
    text_print(words, "%s. %s", figure->posture.from->title, cue);
    figure->begins_titled = rows_of(text_show(words), figure->words.width - BULLET) <= figure->words.height;
    if (figure->begins_titled)
        return;
    text_clear(words);
    text_add(words, cue);
}

PlayerFigure player_figure(const PlayerLayout *layout, Look look, const Scene *scene, const char *cue)
{
    const Rect *blocks = layout->blocks;
    PlayerFigure figure = {.body = layout->figure,
                           .words = scene_has_long_cue(scene) ? player_layout_setup(layout) : blocks[BLOCK_CUE],
                           .right = blocks[BLOCK_NEXT].x + blocks[BLOCK_NEXT].width};
    figure.has_position = shown_position_now(&figure.posture, scene->model);
    if (!figure.has_position)
        return figure;
    const PostureSize shown = posture_draw_size(&figure.posture);
    const bool is_setting_up = scene_has_long_cue(scene) && scene->kind != SCENE_STOPPED;
    if (look.is_utf8 && !is_setting_up) {
        if (layout->column.width < SHOWN_POSITION_WIDTH)
            place_alone(&figure, layout->column, &shown);
        else
            place_above(&figure, layout->column, &shown, size_holding);
    } else if (look.is_utf8 && layout->is_large) {
        place_above(&figure, layout->column, &shown, size_setting_up);
    } else if (is_setting_up) {
        Text words = {0};
        begin_with_title(&figure, &words, cue);
        if (look.is_utf8)
            place_setting_up(&figure, layout, text_show(&words), &shown);
        if (look.is_utf8 && figure.position.width == 0) { /* the picture instead of the title */
            place_setting_up(&figure, layout, cue, &shown);
            figure.begins_titled = figure.begins_titled && figure.position.width == 0;
        }
        text_release(&words);
    }
    return figure;
}

static void draw_body(Canvas *canvas, Rect place, const Scene *scene)
{
    BodyAreas lit = 0;
    for (size_t i = 0; scene->move && i < scene->move->areas.count; i++)
        lit |= (BodyAreas)1 << scene->move->areas.items[i];
    BodyView view = body_view_of(lit);
    Rect caption = rect_cut_bottom(&place, 1);
    Rect figure = body_draw(canvas, place, view, lit, scene->step->side);
    const char *word = view == BODY_BACK ? "back" : "mirror";
    const Style style = style_of(ROLE_DIM);
    if (figure.width >= (int)strlen(word) + 4) {
        canvas_text(canvas, figure.x, caption.y, 1, style, "L");
        canvas_text_right(canvas, figure.x + figure.width, caption.y, 1, style, "R");
    }
    Rect middle = rect_centre(caption, (int)strlen(word), 1);
    canvas_text(canvas, middle.x, middle.y, middle.width, style, word);
}

void player_figure_draw(Canvas *canvas, const PlayerFigure *figure, const Scene *scene)
{
    if (figure->body.width > 0)
        draw_body(canvas, figure->body, scene);
    if (figure->position.width > 0)
        shown_position_draw(canvas, figure->position, &figure->posture, figure->is_captioned);
}
