/* SPDX-License-Identifier: MIT */
#include "ui/screens/history_tiles.h"

#include "base/day.h"
#include "base/macros.h"
#include "base/text.h"
#include "ui/screens/history_words.h"

enum {
    TILES_MOST = 4,
    WIDE = 62,   /* from which they stand beside each other */
    NARROW = 30, /* below which words are short */
    TILE_ROWS = 3,
    TILE_MOST = 22, /* columns of one */
    LABEL_CELLS = 12,
};

typedef struct Tile {
    const char *label, *brief_label;
    Text value, detail; /* "3 sessions", "41 min" */
    int64_t sessions;   /* -1: it is not about them */
} Tile;

typedef struct Tiles {
    Tile items[TILES_MOST];
    int count;
} Tiles;

static void add_sum(Tiles *tiles, const char *label, const char *brief_label, DaySum sum)
{
    Tile *tile = &tiles->items[tiles->count++];
    *tile = (Tile){.label = label, .brief_label = brief_label, .sessions = sum.sessions};
    history_words_sessions(&tile->value, sum.sessions);
    if (sum.worked_s > 0)
        history_words_minutes(&tile->detail, sum.worked_s);
}

/* Weeks in a row are told where there are some, and a pause always; nothing is said of a row that ended. */
static void add_streak(Tiles *tiles, const Streak *streak)
{
    if (streak->weeks == 0 && !streak->is_away)
        return;
    Tile *tile = &tiles->items[tiles->count++];
    *tile = (Tile){.label = "in a row", .brief_label = "in a row", .sessions = -1};
    text_print(&tile->value, "%d week%s", (int)streak->weeks, streak->weeks == 1 ? "" : "s");
    if (streak->is_away) {
        text_add(&tile->detail, "away until ");
        history_words_date(&tile->detail, streak->away_until);
    } else {
        text_print(&tile->detail, "%d+ a week", (int)streak->least);
    }
}

static Tiles make_tiles(const Overview *overview)
{
    const int32_t today = overview->today, monday = day_monday(today);
    Tiles tiles = {0};
    add_sum(&tiles, "this week", "week", overview_sum(overview, monday, today));
    add_sum(&tiles, "last week", "last week", overview_sum(overview, monday - DAY_WEEK, monday - 1));
    add_sum(&tiles, "this month", "month", overview_sum(overview, today - day_civil(today).day + 1, today));
    add_streak(&tiles, &overview->streak);
    return tiles;
}

static void release_tiles(Tiles *tiles)
{
    for (int i = 0; i < tiles->count; i++) {
        text_release(&tiles->items[i].value);
        text_release(&tiles->items[i].detail);
    }
}

int history_tiles_rows(const Overview *overview, int width)
{
    const bool has_streak = overview->streak.weeks > 0 || overview->streak.is_away;
    return width >= WIDE ? TILE_ROWS : TILES_MOST - (has_streak ? 0 : 1);
}

static Style value_style(const Tile *tile)
{
    return tile->sessions == 0 ? style_of(ROLE_DIM) : style_bold(tile->sessions > 0 ? ROLE_STRONG : ROLE_GOOD);
}

static void draw_tile(Canvas *canvas, Rect rect, const Tile *tile)
{
    canvas_text(canvas, rect.x, rect.y, rect.width, style_of(ROLE_DIM), tile->label);
    canvas_text(canvas, rect.x, rect.y + 1, rect.width, value_style(tile), text_show(&tile->value));
    canvas_text(canvas, rect.x, rect.y + 2, rect.width, style_of(ROLE_TEXT), text_show(&tile->detail));
}

/* "this week   3 sessions, 41 min"; "week 3, 41 min". */
static void draw_line(Canvas *canvas, Rect line, const Tile *tile)
{
    const bool is_narrow = line.width < NARROW;
    Text words = {0};
    int x = line.x;
    const int used = canvas_text(canvas, x, line.y, line.width, style_of(ROLE_DIM),
                                 is_narrow ? tile->brief_label : tile->label);
    x += is_narrow ? used + 1 : LABEL_CELLS;
    if (is_narrow && tile->sessions >= 0)
        text_print(&words, "%lld", (long long)tile->sessions);
    else
        text_add(&words, text_show(&tile->value));
    if (tile->detail.length > 0 && (!is_narrow || tile->sessions >= 0))
        text_print(&words, ", %s", text_show(&tile->detail));
    canvas_text(canvas, x, line.y, line.x + line.width - x, value_style(tile), text_show(&words));
    text_release(&words);
}

void history_tiles_draw(const Overview *overview, Canvas *canvas, Rect rect)
{
    Tiles tiles = make_tiles(overview);
    const int width = MIN_OF(rect.width / TILES_MOST, TILE_MOST);
    for (int i = 0; i < tiles.count; i++) {
        if (rect.width >= WIDE)
            draw_tile(canvas, (Rect){rect.x + i * width, rect.y, width - 1, TILE_ROWS}, &tiles.items[i]);
        else
            draw_line(canvas, (Rect){rect.x, rect.y + i, rect.width, 1}, &tiles.items[i]);
    }
    release_tiles(&tiles);
}
