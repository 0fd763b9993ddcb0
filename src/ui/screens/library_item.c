/* SPDX-License-Identifier: MIT */
#include "ui/screens/library_item.h"

#include "base/duration.h"
#include "base/macros.h"
#include "base/utf8.h"
#include "routine/filter.h"
#include "routine/timeline.h"
#include "routine/wording.h"
#include "settings/health.h"

enum {
    MARK_CELLS = 2,
    TITLE_MIN = 22, /* less, and it is left alone */
    TITLE_MAX = 44,
    TIME_CELLS = 8,
    PLACE_CELLS = 15,
    PLACE_MIN_WIDTH = 56,
    NOTE_CELLS = 14, /* at least, behind a title */
};

/* Columns of a row, cut from its rectangle. */
typedef struct Columns {
    int title_x, title_cells, time_right, place_x, place_cells;
} Columns;

static Columns cut_columns(Rect row)
{
    Columns columns = {.title_x = row.x + MARK_CELLS};
    bool has_place = row.width >= PLACE_MIN_WIDTH;
    int rest = row.width - MARK_CELLS - TIME_CELLS - (has_place ? PLACE_CELLS + 2 : 0);
    columns.title_cells = MAX_OF(MIN_OF(rest, has_place ? TITLE_MAX : rest), 4);
    columns.time_right = columns.title_x + columns.title_cells + TIME_CELLS - (has_place ? 0 : 1);
    columns.place_x = columns.time_right + 2;
    columns.place_cells = has_place ? row.x + row.width - columns.place_x - 1 : 0;
    return columns;
}

/* Where a panel is the text reversed, colours on it would be patches. */
static Style on_row(const Canvas *canvas, Style style, bool is_chosen)
{
    if (is_chosen && theme_reverses_panels(canvas->look))
        style.ink = ROLE_TEXT;
    if (is_chosen)
        style.ground = ROLE_PANEL;
    return style;
}

/* The word behind the title; what steps back has the reason there where the row has no other place for it. */
static const char *behind_title(Rect row, Columns columns, const RowText *text, int *cells)
{
    bool is_note = text->note && text->is_back && row.height == 1 && columns.place_cells == 0 &&
                   columns.title_cells >= TITLE_MIN;
    const char *behind = is_note ? text->note : columns.title_cells >= TITLE_MIN ? text->mark : NULL;
    *cells = !behind ? 0 : is_note ? NOTE_CELLS : utf8_cells(behind) + 2;
    return behind;
}

static void draw_title(Canvas *canvas, Rect row, Columns columns, const RowText *text, bool is_chosen)
{
    int behind_cells;
    const char *behind = behind_title(row, columns, text, &behind_cells);
    Style style = is_chosen ? style_bold(ROLE_STRONG) : style_of(text->is_back ? ROLE_DIM : ROLE_TEXT);
    int used = canvas_text(canvas, columns.title_x, row.y, columns.title_cells - behind_cells,
                           on_row(canvas, style, is_chosen), text->title) +
               2;
    if (behind)
        canvas_text(canvas, columns.title_x + used, row.y, columns.title_cells - used,
                    on_row(canvas, style_of(behind == text->note ? ROLE_WARN : ROLE_GOOD), is_chosen), behind);
}

static void draw_time(Canvas *canvas, Rect row, Columns columns, const RowText *text, bool is_chosen)
{
    char clock[DURATION_TEXT_SIZE];
    Style time = is_chosen ? style_bold(ROLE_ACCENT) : style_of(text->is_back ? ROLE_DIM : ROLE_TEXT);
    canvas_text_right(canvas, columns.time_right, row.y, TIME_CELLS, on_row(canvas, time, is_chosen),
                      text->length ? text->length : duration_clock(clock, text->seconds));
    bool is_note = text->note && row.height == 1;
    Style style = style_of(is_note ? ROLE_WARN : text->is_back ? ROLE_DIM : ROLE_TEXT);
    canvas_text(canvas, columns.place_x, row.y, columns.place_cells, on_row(canvas, style, is_chosen),
                is_note ? text->note : text->places);
}

static void draw_trouble(Canvas *canvas, int y, Columns columns, bool is_chosen)
{
    bool is_wide = columns.place_cells > 0;
    canvas_text(canvas, columns.time_right - (is_wide ? 5 : 7), y, 13, on_row(canvas, style_bold(ROLE_BAD), is_chosen),
                is_wide ? "has a problem" : "problem");
}

static void draw_details(Canvas *canvas, Rect line, const RowText *text, bool is_chosen)
{
    int x = line.x + MARK_CELLS, cells = line.width - MARK_CELLS - 1;
    const char *first = text->trouble ? text->trouble : text->note;
    if (first) {
        int used = canvas_text(canvas, x, line.y, cells, on_row(canvas, style_of(ROLE_WARN), is_chosen), first) + 2;
        x += used;
        cells -= used;
    }
    if (!text->trouble)
        canvas_text(canvas, x, line.y, cells, on_row(canvas, style_of(ROLE_DIM), is_chosen), text->details);
}

void row_text_draw(Canvas *canvas, Rect row, const RowText *text, bool is_chosen)
{
    Columns columns = cut_columns(row);
    if (text->trouble && columns.place_cells == 0)
        columns.title_cells--; /* the word is as wide as the column of times, and needs a blank before it */
    if (is_chosen) {
        canvas_fill(canvas, row, style_on(ROLE_TEXT, ROLE_PANEL));
        canvas_put(canvas, row.x, row.y, on_row(canvas, style_of(ROLE_ACCENT), true), 0x25B8, '>');
        canvas_cursor(canvas, row.x, row.y);
    }
    draw_title(canvas, row, columns, text, is_chosen);
    if (text->trouble)
        draw_trouble(canvas, row.y, columns, is_chosen);
    else if (text->places)
        draw_time(canvas, row, columns, text, is_chosen);
    if (row.height > 1)
        draw_details(canvas, (Rect){row.x, row.y + 1, row.width, 1}, text, is_chosen);
}

static void add_details(Text *into, const WordList *areas, const ToolList *tools, const Settings *settings)
{
    wording_words(into, areas, &area_words);
    text_add(into, tools->count > 0 ? "  with " : "");
    wording_tools(into, tools, &settings->tools.names, false);
}

/* Where the places are not said there is nothing to say of its time either. */
static void draw_words(Canvas *canvas, Rect row, RowText text, LibraryItemWords *words, bool is_chosen)
{
    text.note = words->note.length > 0 ? text_show(&words->note) : NULL;
    text.places = words->places.length > 0 ? text_show(&words->places) : NULL;
    text.details = text_show(&words->details);
    row_text_draw(canvas, row, &text, is_chosen);
    text_release(&words->note);
    text_release(&words->places);
    text_release(&words->details);
}

bool library_item_is_favourite(const LibraryEntry *entry, const Settings *settings)
{
    return filter_has_text(&settings->favourites, entry->id);
}

void library_item_draw_words(Canvas *canvas, Rect row, const LibraryEntry *entry, const Settings *settings,
                             LibraryItemWords *words, bool is_back, bool is_chosen)
{
    const bool is_favourite = library_item_is_favourite(entry, settings);
    RowText text = {.title = entry->title ? entry->title : entry->id, .is_back = is_back};
    if (entry->state == ENTRY_BROKEN) {
        const char *problem = diagnostic_first(&entry->diags);
        text.trouble = problem ? problem : "it cannot be read";
    } else if (entry->is_mine) {
        text.mark = is_favourite ? "* yours" : "yours";
    } else if (is_favourite) {
        text.mark = "*";
    }
    if (entry->routine)
        text.seconds = entry->routine->seconds;
    draw_words(canvas, row, text, words, is_chosen);
}

void library_item_draw(Canvas *canvas, Rect row, const LibraryEntry *entry, const Settings *settings, bool is_chosen)
{
    const Routine *routine = entry->routine;
    LibraryItemWords words = {0};
    HealthFit fit = HEALTH_FITS;
    if (routine) {
        fit = health_of_routine(settings, routine, &words.note);
        wording_places(&words.places, &routine->places);
        add_details(&words.details, &routine->areas, &routine->tools, settings);
    }
    library_item_draw_words(canvas, row, entry, settings, &words, fit == HEALTH_RULES_OUT, is_chosen);
}

const char library_item_nothing_to_swap[] = "Nothing to swap it for: every other move for this body part, place and "
                                            "tools is in the routine already, or not for you.";

void library_item_draw_move(Canvas *canvas, Rect row, const ModelMove *move, const Settings *settings, bool is_chosen)
{
    LibraryItemWords words = {0};
    const HealthFit fit = health_of_move(settings, move->move, &words.note);
    wording_move_places(&words.places, &move->move->where);
    add_details(&words.details, &move->move->areas, &move->move->tools, settings);
    const RowText text = {
        .title = move->move->name,
        .mark = move->is_named  ? "made for it"
                : move->is_mine ? "yours"
                                : NULL,
        .is_back = fit == HEALTH_RULES_OUT,
        .seconds = timeline_move_seconds(move->move),
    };
    draw_words(canvas, row, text, &words, is_chosen);
}

void library_item_add_problems(Page *page, const LibraryEntry *entry)
{
    page_add(page, NULL, "This file has a problem, so you cannot start it yet.");
    if (entry->path)
        page_add(page, NULL, entry->path)->style = style_of(ROLE_DIM);
    for (size_t i = 0; i < entry->diags.count; i++) {
        Text line = {0};
        diagnostic_words(&line, &entry->diags.items[i]);
        Block *block = page_add_point(page, NULL, text_show(&line));
        block->style = style_of(entry->diags.items[i].severity == SEVERITY_ERROR ? ROLE_BAD : ROLE_WARN);
        block->has_gap = i == 0;
        text_release(&line);
    }
}

typedef struct Moves {
    Page *page;
    bool is_long;
    int count;
} Moves;

static bool add_move(void *context, const TimelineItem *stop)
{
    Moves *moves = context;
    if (!stop->move)
        return true;
    Text sides = {0}, brief = {0}, right = {0}, right_short = {0};
    char clock[DURATION_TEXT_SIZE];
    wording_sides(&sides, stop->move->sides, stop->move->first, false);
    wording_sides(&brief, stop->move->sides, stop->move->first, true);
    duration_clock(clock, timeline_move_seconds(stop->move));
    text_print(&right, "%-11s %6s", text_show(&sides), clock);
    text_print(&right_short, "%-3s %6s", text_show(&brief), clock);
    bool is_first = moves->count++ == 0;
    const char *const forms[PAGE_FORMS] = {text_show(&right), text_show(&right_short), clock};
    Block *block = page_add_row(moves->page, is_first ? "moves" : "", stop->move->name, forms);
    block->has_gap = is_first;
    if (moves->is_long && stop->move->why)
        page_add(moves->page, "", stop->move->why)->style = style_of(ROLE_DIM);
    text_release(&sides);
    text_release(&brief);
    text_release(&right);
    text_release(&right_short);
    return true;
}

static void add_health(Page *page, const Routine *routine, const Settings *settings)
{
    Text words = {0};
    if (health_of_routine(settings, routine, &words) != HEALTH_FITS)
        page_add(page, NULL, text_show(&words))->style = style_of(ROLE_WARN);
    text_release(&words);
}

static void add_head(Page *page, const LibraryEntry *entry, const Settings *settings)
{
    const Routine *routine = entry->routine;
    Text line = {0};
    char words[DURATION_TEXT_SIZE];
    page_add(page, NULL, routine->title)->style = style_of(ROLE_STRONG);
    text_print(&line, "%s, %d move%s", duration_words(words, routine->seconds), (int)routine->move_count,
               routine->move_count == 1 ? "" : "s");
    if (routine->goal != GOAL_NONE) {
        text_add(&line, ", ");
        wording_id(&line, goal_name((int)routine->goal));
    }
    page_add(page, NULL, text_show(&line))->style = style_of(ROLE_ACCENT);
    text_release(&line);
    add_health(page, routine, settings);
    if (routine->summary)
        page_add(page, NULL, routine->summary)->has_gap = true;
}

static void add_needs(Page *page, const Routine *routine, const Settings *settings)
{
    Text tools = {0}, places = {0};
    wording_tools(&tools, &routine->tools, &settings->tools.names, true);
    wording_places(&places, &routine->places);
    page_add(page, "with", routine->tools.count > 0 ? text_show(&tools) : "nothing")->has_gap = true;
    page_add(page, "at", text_show(&places));
    text_release(&tools);
    text_release(&places);
}

static void add_check_and_sources(Page *page, const Routine *routine)
{
    if (routine->check.say)
        page_add(page, "try first", routine->check.say)->has_gap = true;
    for (size_t i = 0; i < routine->sources.count; i++) {
        Block *block = page_add_point(page, i == 0 ? "sources" : "", routine->sources.items[i].title);
        block->style = style_of(ROLE_DIM);
        block->has_gap = i == 0;
    }
}

void library_item_add(Page *page, const LibraryEntry *entry, const Settings *settings, bool is_long)
{
    if (entry->state == ENTRY_BROKEN) {
        page_add(page, NULL, entry->title ? entry->title : entry->id)->style = style_of(ROLE_STRONG);
        library_item_add_problems(page, entry);
        return;
    }
    if (!entry->routine)
        return;
    add_head(page, entry, settings);
    add_needs(page, entry->routine, settings);
    timeline_walk(entry->routine, NULL, add_move, &(Moves){.page = page, .is_long = is_long});
    for (size_t i = 0; i < entry->routine->cautions.count; i++) {
        Block *block = page_add_point(page, i == 0 ? "take care" : "", entry->routine->cautions.items[i]);
        block->label_style = style_bold(ROLE_WARN);
        block->has_gap = i == 0;
    }
    if (is_long)
        add_check_and_sources(page, entry->routine);
}

void library_item_add_first(Page *page, const Library *library)
{
    page_add(page, NULL, "No routines yet.")->style = style_of(ROLE_STRONG);
    page_add(page, NULL, "A routine is a file whose name ends in .yaml. Put one here:");
    for (size_t i = 0; library && i < library_folder_count(library); i++) {
        if (i == 1)
            page_add(page, NULL, "knead also looked here:")->has_gap = true;
        Block *block = page_add_point(page, NULL, library_folder(library, i));
        block->style = i == 0 ? style_of(ROLE_STRONG) : style_of(ROLE_DIM);
    }
    page_add(page, NULL, "A minimal routine:")->has_gap = true;
    page_add(page, NULL,
             "knead: 1\ntitle: My first\nmoves:\n  - name: Calf strip\n    areas: calves\n"
             "    sides: both\n    hold: 60s")
        ->style = style_of(ROLE_ACCENT);
}
