/* SPDX-License-Identifier: MIT */
#include "ui/screens/home_list.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "progress/balance.h"
#include "routine/filter.h"
#include "routine/wording.h"
#include "settings/health.h"
#include "settings/suits.h"
#include "ui/body/body.h"
#include "ui/screens/library_item.h"
#include "ui/screens/tool_page.h"
#include "ui/widgets/list.h"

/* A row is one number, so that sorting is comparing: what it lacks, what it is good for, when it was last done. */
enum {
    INDEX_BITS = 24,
    DAYS_BITS = 12,
    MERIT_BITS = 16,
    DAYS_MOST = (1 << DAYS_BITS) - 1,
    MERIT_MOST = (1 << MERIT_BITS) - 1,
};

enum {
    SHARE_STEP = 10, /* hundredths of the time that make no difference */
    LAST_DONE = 5,   /* how many of those done last are listed behind the favourites */
};

typedef struct RankSearch {
    const HomeState *state;
    const Model *model;
    FinderWords typed;
    TextList words; /* those that are typed */
} RankSearch;

/* Of tools that do alike, the marked one. */
static const char *name_need(const ToolNeed *need, const char *marked_tool)
{
    return marked_tool && filter_has_text(&need->any_of, marked_tool) ? marked_tool : need->any_of.items[0];
}

static void add_lacking(Text *into, const Settings *settings, const ToolList *needs, const char *marked_tool)
{
    const char *before = "needs ";
    for (size_t i = 0; i < needs->count; i++) {
        if (filter_tool_at_hand(&settings->tools.names, &needs->items[i]))
            continue;
        text_add(into, before);
        wording_id(into, name_need(&needs->items[i], marked_tool));
        before = ", ";
    }
}

void home_list_misfit_words(Text *into, const Settings *settings, const Routine *routine, const char *marked_tool)
{
    const Misfit misfit = suits_misfit(settings, routine);
    if (misfit == MISFIT_PLACE) {
        wording_places(into, &routine->places);
        text_add(into, routine->places.count > 0 ? " only" : "");
    } else if (misfit == MISFIT_TOOL) {
        add_lacking(into, settings, &routine->tools, marked_tool);
    } else if (misfit == MISFIT_LONGER) {
        text_print(into, "takes %d min", (int)((routine->seconds + 59) / 60));
    }
}

/* In place: the words are parted where they lie. */
static void begin_search(RankSearch *search, const HomeState *state, const Model *model)
{
    *search = (RankSearch){.state = state, .model = model};
    finder_part(&state->finder, &search->typed);
    search->words = (TextList){search->typed.items, search->typed.count};
    for (char *at = search->typed.bytes, *end = at + sizeof(search->typed.bytes); at < end; at++)
        *at = (char)(*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at);
}

static bool words_in_head(const LibraryEntry *entry, const TextList *words)
{
    for (size_t i = 0; i < words->count; i++) {
        if (!filter_word_in(entry->title, words->items[i]) && !filter_word_in(entry->id, words->items[i]))
            return false;
    }
    return true;
}

/* How good a routine is for what is looked for, 1 and up; 0: not at all. */
static int merit_of(const RankSearch *search, const LibraryEntry *entry)
{
    if (*search->state->finder.words) {
        if (!entry->routine)
            return words_in_head(entry, &search->words) ? 1 : 0;
        if (!summary_has(&entry->summary, &search->words))
            return 0;
        return 2 + entry->summary.shares[search->state->spot.area] / SHARE_STEP; /* the words may have chosen it */
    }
    if (!entry->routine)
        return 0;
    int share = entry->summary.shares[search->state->spot.area];
    return share > 0 ? 1 + share / SHARE_STEP : 0;
}

/* The greatest merit first, then what was not done for longest, then as the library has it. */
static uint64_t number_of(const Model *model, size_t index, bool fits, int merit)
{
    int32_t days = model->entry_days ? model->entry_days[index] : MODEL_NEVER;
    uint64_t freshness = days < 0 ? 0 : (uint64_t)(DAYS_MOST - MIN_OF(days, DAYS_MOST - 1));
    uint64_t lack = (uint64_t)(MERIT_MOST - MIN_OF(merit, MERIT_MOST));
    return ((((fits ? 0U : UINT64_C(1)) << MERIT_BITS | lack) << DAYS_BITS | freshness) << INDEX_BITS) | index;
}

static int by_number(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

static void count_files(HomeRank *rank, const LibraryEntry *entry)
{
    rank->broken += entry->state == ENTRY_BROKEN;
    rank->unread += entry->state == ENTRY_FOUND || entry->state == ENTRY_HEADED;
}

static void rank_found(HomeRank *rank, const HomeState *state, const Model *model, size_t all)
{
    RankSearch search;
    begin_search(&search, state, model);
    for (size_t i = 0; i < all; i++) {
        const LibraryEntry *entry = library_at(model->library, i);
        const int merit = merit_of(&search, entry);
        if (merit == 0)
            continue;
        const bool fits = entry->routine && suits_routine(model->settings, entry->routine);
        rank->items[rank->count++] = number_of(model, i, fits, merit);
        rank->fitting += fits;
    }
}

/* Only such as suit are due. */
static void rank_due(HomeRank *rank, const Model *model)
{
    for (size_t i = 0; model->due && i < model->due->count; i++)
        rank->items[rank->count++] = (uint64_t)i << INDEX_BITS | model->due->items[i].index;
    rank->fitting = rank->count;
}

/* Favourites in their own order, then what was done last, from the latest on. */
static uint64_t favourite_number(const Model *model, size_t index, const char *id, int *favourites)
{
    const TextList *list = &model->settings->favourites;
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->items[i], id) == 0) {
            ++*favourites;
            return (uint64_t)i << INDEX_BITS | index;
        }
    }
    const int32_t days = model->entry_days ? model->entry_days[index] : MODEL_NEVER;
    return days < 0 ? UINT64_MAX : (list->count + (uint64_t)days) << INDEX_BITS | index;
}

/* Returns how many of them are to be listed. */
static int rank_favourites(HomeRank *rank, const Model *model, size_t all)
{
    int favourites = 0;
    for (size_t i = 0; i < all; i++) {
        const LibraryEntry *entry = library_at(model->library, i);
        const uint64_t number = favourite_number(model, i, entry->id, &favourites);
        if (number != UINT64_MAX)
            rank->items[rank->count++] = number;
    }
    rank->fitting = rank->count;
    return favourites + LAST_DONE;
}

HomeRank home_list_rank(const HomeState *state, const Model *model)
{
    const size_t all = model->library ? library_count(model->library) : 0;
    HomeRank rank = {.items = memory_resize(NULL, MAX_OF(all, (size_t)1), sizeof(*rank.items))};
    int most = INT_MAX;
    for (size_t i = 0; i < all; i++)
        count_files(&rank, library_at(model->library, i));
    if (*state->finder.words || state->shelf == HOME_OF_AREA)
        rank_found(&rank, state, model, all);
    else if (state->shelf == HOME_DUE)
        rank_due(&rank, model);
    else
        most = rank_favourites(&rank, model, all);
    qsort(rank.items, (size_t)rank.count, sizeof(*rank.items), by_number);
    rank.count = MIN_OF(rank.count, most);
    rank.fitting = MIN_OF(rank.fitting, rank.count);
    return rank;
}

void home_list_release(HomeRank *rank)
{
    free(rank->items);
    *rank = (HomeRank){0};
}

uint32_t home_list_index(const HomeRank *rank, int row)
{
    return (uint32_t)(rank->items[row] & ((UINT64_C(1) << INDEX_BITS) - 1));
}

int home_list_row(const HomeRank *rank, const HomeState *state)
{
    for (int row = 0; state->chosen > 0 && row < rank->count; row++) {
        if (home_list_index(rank, row) + 1 == state->chosen)
            return row;
    }
    return 0;
}

enum { SWATCH_CELLS = 2, PLACE_MIN_WIDTH = 56, BRIEF_WIDTH = 32 };

static void add_part(Text *details, const Text *part)
{
    if (details->length > 0 && part->length > 0)
        text_add(details, "  ");
    text_add(details, text_show(part));
}

static bool do_alike(const ToolList *needs, const char *tool, const char *other)
{
    for (size_t i = 0; i < needs->count; i++) {
        if (filter_has_text(&needs->items[i].any_of, tool) && filter_has_text(&needs->items[i].any_of, other))
            return true;
    }
    return false;
}

/* Of tools that do alike, the one whose chip has the cursor is named, then those at hand. */
static void add_tools(Text *into, const ToolList *needs, const TextList *at_hand, const char *marked_tool)
{
    const char *names[HOME_CHIPS_MOST] = {marked_tool};
    TextList named = {names, marked_tool ? 1 : 0};
    for (size_t i = 0; i < at_hand->count && named.count < HOME_CHIPS_MOST; i++) {
        if (!marked_tool || !do_alike(needs, marked_tool, at_hand->items[i]))
            names[named.count++] = at_hand->items[i];
    }
    wording_tools(into, needs, &named, false);
}

static void add_ago(LibraryItemWords *words, const Model *model, uint32_t index, bool is_long)
{
    Text ago = {0};
    if (model->entry_days && model->entry_days[index] >= 0) {
        text_add(&ago, is_long ? "done " : "");
        due_ago(&ago, model->entry_days[index]);
    }
    add_part(&words->details, &ago);
    text_release(&ago);
}

/* Place where the row has no column for it, tools, when it was last done, which among favourites comes first. */
static void add_details(LibraryItemWords *words, const HomeState *state, const Model *model, uint32_t index,
                        bool has_place)
{
    const Routine *routine = library_at(model->library, index)->routine;
    const bool is_ago_first = state->shelf == HOME_FAVOURITES;
    Text tools = {0};
    if (is_ago_first)
        add_ago(words, model, index, true);
    if (!has_place)
        add_part(&words->details, &words->places);
    add_tools(&tools, &routine->tools, &model->settings->tools.names, home_marked_tool(state, model));
    add_part(&words->details, &tools);
    if (!is_ago_first)
        add_ago(words, model, index, has_place);
    text_release(&tools);
}

/* Why it is due, or else what of the chips it does not fit, or what speaks against it. */
static void add_note(LibraryItemWords *words, const HomeState *state, const Model *model, uint32_t index)
{
    const LibraryEntry *entry = library_at(model->library, index);
    if (state->shelf == HOME_DUE && !*state->finder.words) {
        for (size_t i = 0; model->due && i < model->due->count; i++) {
            if (model->due->items[i].index == index)
                due_reason(&words->note, &model->due->items[i], false);
        }
        return;
    }
    home_list_misfit_words(&words->note, model->settings, entry->routine, home_marked_tool(state, model));
    if (words->note.length == 0)
        health_of_routine(model->settings, entry->routine, &words->note);
}

static void draw_row(Canvas *canvas, Rect row, const HomeState *state, const Model *model, uint32_t index,
                     bool is_chosen)
{
    const LibraryEntry *entry = library_at(model->library, index);
    LibraryItemWords words = {0};
    bool is_back = false;
    if (entry->routine) {
        wording_places(&words.places, &entry->routine->places);
        add_note(&words, state, model, index);
        bool says_place = suits_misfit(model->settings, entry->routine) == MISFIT_PLACE;
        add_details(&words, state, model, index, row.width >= PLACE_MIN_WIDTH || says_place);
        is_back = !suits_routine(model->settings, entry->routine);
    }
    library_item_draw_words(canvas, row, entry, model->settings, &words, is_back, is_chosen);
}

static void add_area_name(Text *into, Area area)
{
    wording_id(into, area_name((int)area));
    if (into->length > 0 && into->bytes[0] >= 'a' && into->bytes[0] <= 'z')
        into->bytes[0] = (char)(into->bytes[0] - 'a' + 'A');
}

static void add_last_worked(Text *into, const Model *model, Area area, bool is_brief)
{
    int32_t days = model->area_days ? model->area_days[area] : MODEL_NOT_KNOWN;
    if (days == MODEL_NEVER && !is_brief)
        text_add(into, "not done yet");
    else if (days >= 0 && !is_brief)
        text_add(into, "last done ");
    if (days >= 0 || is_brief)
        due_ago(into, days);
}

/* When an area was last worked and, where a side is behind, by how much: as much of it as there is room for. */
static void add_state(Text *into, const Model *model, Area area, int room)
{
    const Side side = model->held_ms ? overview_side_behind(model->held_ms[area]) : SIDE_NONE;
    add_last_worked(into, model, area, room < BRIEF_WIDTH || side != SIDE_NONE);
    if (side == SIDE_NONE)
        return;
    Text words = {0};
    for (int form = 0; form < 2 && words.length == 0; form++) {
        text_add(&words, ", ");
        balance_add(&words, side, balance_seconds(model->held_ms[area]), form == 0);
        if (utf8_cells(text_show(into)) + utf8_cells(text_show(&words)) > room)
            text_clear(&words);
    }
    text_add(into, text_show(&words));
    text_release(&words);
}

/* `is_tall`: the words have a line of their own. */
static void name_shelf(Text *name, Text *words, int room, bool is_tall, const HomeState *state, const Model *model)
{
    if (state->shelf == HOME_DUE) {
        text_add(name, "Due today");
        text_add(words, !model->area_days ? "no history yet" : model->due && model->due->count > 0 ? "best first" : "");
    } else if (state->shelf == HOME_FAVOURITES) {
        text_add(name, is_tall && room >= BRIEF_WIDTH ? "Favourites and done last" : "Favourites");
        text_add(words, "* marks a favourite");
    } else {
        add_area_name(name, state->spot.area);
        room -= is_tall ? SWATCH_CELLS : utf8_cells(text_show(name)) + 2;
        add_state(words, model, state->spot.area, room);
    }
}

static void name_list(Text *name, Text *words, const HomeLayout *layout, const HomeState *state, const Model *model,
                      const HomeRank *rank)
{
    if (layout->panes.is_tiny && state->finder.is_typing) {
        text_print(name, "/ %s", state->finder.words);
    } else if (*state->finder.words) {
        text_add(name, "Found");
        text_print(words, "%d found", rank->count);
    } else {
        name_shelf(name, words, layout->heading.width, layout->heading.height > 1, state, model);
    }
    if (layout->panes.body.height == 1 && rank->count > 0) { /* the one line there is */
        const LibraryEntry *entry = library_at(model->library, home_list_index(rank, home_list_row(rank, state)));
        text_clear(words);
        text_add(words, entry->title ? entry->title : entry->id);
    }
}

/* The step of the region as a swatch: what the words beside it say, in the figure's colours. */
static int draw_swatch(Canvas *canvas, Rect line, const HomeState *state, const Model *model)
{
    if (state->shelf != HOME_OF_AREA || *state->finder.words || !model->area_days || line.width < PLACE_MIN_WIDTH / 2)
        return 0;
    last_worked_put(canvas, line.x, line.y, last_worked_of(model->area_days[state->spot.area]));
    return SWATCH_CELLS;
}

static void draw_heading(Canvas *canvas, const HomeLayout *layout, const HomeState *state, const Model *model,
                         const HomeRank *rank)
{
    Text name = {0}, words = {0}, count = {0};
    name_list(&name, &words, layout, state, model, rank);
    Rect rect = layout->heading;
    int room = rect.width, used;
    if (rank->count > 0 && rect.height > 1 && rank->fitting < rank->count && !*state->finder.words)
        text_print(&count, "%d of %d fit", rank->fitting, rank->count);
    used = canvas_text(canvas, rect.x, rect.y, room, style_bold(ROLE_ACCENT), text_show(&name));
    canvas_text_right(canvas, rect.x + rect.width, rect.y, room - used - 2, style_of(ROLE_DIM), text_show(&count));
    Rect line = rect.height > 1 ? (Rect){rect.x, rect.y + 1, room, 1}
                                : (Rect){rect.x + used + 2, rect.y, MAX_OF(room - used - 2, 0), 1};
    int swatch = rect.height > 1 ? draw_swatch(canvas, line, state, model) : 0;
    canvas_text(canvas, line.x + swatch, line.y, line.width - swatch, style_of(ROLE_DIM), text_show(&words));
    text_release(&name);
    text_release(&words);
    text_release(&count);
}

static void draw_nothing(Canvas *canvas, Rect rect, const HomeState *state, const Model *model, const HomeRank *rank)
{
    const KeyBindings *keys = model->keys;
    char key[KEY_NAME_SIZE];
    Text words = {0};
    if (rank->unread > 0 || (model->library && !library_is_scanned(model->library)))
        text_add(&words, "Still reading routines.");
    else if (!model->library || library_count(model->library) == 0)
        text_print(&words, "No routines yet. Press %s to see where they go.",
                   key_bindings_say(keys, ACTION_LIBRARY, key));
    else if (*state->finder.words)
        text_add(&words, "No matches. Press Esc to show all.");
    else if (state->shelf == HOME_FAVOURITES)
        text_print(&words, "Mark a routine with %s to have it here. What you did last is here too.",
                   key_bindings_say(keys, ACTION_FAVOURITE, key));
    else if (state->shelf == HOME_DUE && !model->area_days)
        text_add(&words, "After your first routine, you see here what is due.");
    else if (state->shelf == HOME_DUE && model->streak && model->streak->is_away)
        text_add(&words, "You are away, so nothing is due. Pick anything you like.");
    else if (state->shelf == HOME_DUE)
        text_add(&words, "Nothing is due that matches the choices below. Rest today, or pick anything you like.");
    else
        text_print(&words, "No routine for this region. Press %s to compose one.",
                   key_bindings_say(keys, ACTION_COMPOSE, key));
    canvas_paragraph(canvas, rect, style_of(ROLE_TEXT), text_show(&words));
    text_release(&words);
}

static int rows_in(const HomeLayout *layout)
{
    return layout->rows.height / layout->row_height;
}

static int top_row(const HomeLayout *layout, const HomeState *state, const HomeRank *rank)
{
    return list_top(home_list_row(rank, state), rank->count, MAX_OF(rows_in(layout), 1));
}

void home_list_draw(Canvas *canvas, const HomeLayout *layout, const HomeState *state, const Model *model,
                    const HomeRank *rank)
{
    draw_heading(canvas, layout, state, model, rank);
    if (rank->count == 0) {
        draw_nothing(canvas, layout->rows, state, model, rank);
        return;
    }
    int chosen = home_list_row(rank, state), top = top_row(layout, state, rank), height = layout->row_height;
    for (int i = 0; i < rows_in(layout) && top + i < rank->count; i++) {
        Rect row = {layout->rows.x, layout->rows.y + i * height, layout->rows.width, height};
        draw_row(canvas, row, state, model, home_list_index(rank, top + i), top + i == chosen);
    }
}

/* The whole of it where that fits. */
static void add_preview(Page *page, const Model *model, uint32_t index, Rect rect)
{
    const LibraryEntry *entry = library_at(model->library, index);
    library_item_add(page, entry, model->settings, true);
    if (page_rows(page, rect.width) <= rect.height)
        return;
    const Look look = page->look;
    page_release(page);
    page_init(page, look);
    library_item_add(page, entry, model->settings, false);
}

void home_list_draw_preview(Canvas *canvas, Rect rect, const HomeState *state, const Model *model, const HomeRank *rank)
{
    const char *tool = home_marked_tool(state, model);
    Page page;
    page_init(&page, canvas->look);
    if (tool)
        tool_page_add(&page, tool);
    else if (state->focus == HOME_OFFER && !model->course.course && model->due && model->due->count > 0)
        add_preview(&page, model, (uint32_t)model->due->items[0].index, rect);
    else if (rank->count > 0)
        add_preview(&page, model, home_list_index(rank, home_list_row(rank, state)), rect);
    if (rect.height > 0)
        page_draw(&page, canvas, rect, -1, false);
    page_release(&page);
}

int home_list_at(const HomeLayout *layout, const HomeState *state, const HomeRank *rank, int x, int y)
{
    return list_at(layout->rows, layout->row_height, top_row(layout, state, rank), rank->count, x, y);
}
