/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <stdlib.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "routine/filter.h"
#include "routine/move_uses.h"
#include "settings/health.h"
#include "ui/screen.h"
#include "ui/screens/library_item.h"
#include "ui/screens/plan_page.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/text_input.h"

/* The two lists of the library, routines and shared moves, and what the words of a finder leave of them. */

typedef enum LibraryShelf { SHELF_ROUTINES, SHELF_MOVES, SHELF_COUNT } LibraryShelf;

/* The rows that are left of a list, as indices. */
typedef struct LibraryRows {
    size_t *items;       /* owned */
    int count, position; /* of the chosen one; 0 where the words hide it */
} LibraryRows;

static bool entry_matches(const LibraryEntry *entry, const Filter *filter)
{
    if (filter->words.count == 0)
        return true;
    if (entry->routine)
        return filter_routine(filter, entry->routine);
    for (size_t i = 0; i < filter->words.count; i++) {
        if (!filter_word_in(entry->title, filter->words.items[i]) && !filter_word_in(entry->id, filter->words.items[i]))
            return false;
    }
    return true;
}

static bool matches(const Model *model, LibraryShelf shelf, size_t index, const Filter *filter)
{
    if (shelf == SHELF_ROUTINES)
        return entry_matches(library_at(model->library, index), filter);
    return filter_move(filter, model->moves[index].id, model->moves[index].move);
}

static size_t library_rows_count(const Model *model, LibraryShelf shelf)
{
    if (shelf == SHELF_MOVES)
        return model->moves ? model->move_count : 0;
    return model->library ? library_count(model->library) : 0;
}

/* `chosen` is an index of the list. */
static LibraryRows library_rows_find(const Model *model, LibraryShelf shelf, const Finder *finder, size_t chosen)
{
    FinderWords words;
    finder_part(finder, &words);
    const Filter filter = {.words = {words.items, words.count}};
    const size_t all = library_rows_count(model, shelf);
    LibraryRows found = {.items = memory_resize(NULL, MAX_OF(all, (size_t)1), sizeof(*found.items))};
    for (size_t i = 0; i < all; i++) {
        if (!matches(model, shelf, i, &filter))
            continue;
        if (i == chosen)
            found.position = found.count;
        found.items[found.count++] = i;
    }
    return found;
}

enum { MARK_CELLS = 2 };

typedef struct LibraryState {
    LibraryShelf shelf;
    size_t chosen[SHELF_COUNT]; /* by index: it stays while what is in sight changes */
    int top[SHELF_COUNT];       /* the first in sight, of those that the words leave */
    Finder finder;
} LibraryState;

static LibraryRows find_rows(const LibraryState *state, const Model *model)
{
    return library_rows_find(model, state->shelf, &state->finder, state->chosen[state->shelf]);
}

static Request request(RequestKind kind)
{
    return (Request){.kind = kind};
}

/* A file with a problem is opened where a person can do something about it. */
static RequestKind opens(const LibraryState *state, const Model *model, size_t index)
{
    if (state->shelf == SHELF_MOVES)
        return REQUEST_OPEN_MOVE;
    return library_at(model->library, index)->state == ENTRY_BROKEN ? REQUEST_EDIT_ENTRY : REQUEST_OPEN;
}

static RequestKind edits(const LibraryState *state)
{
    return state->shelf == SHELF_MOVES ? REQUEST_EDIT_SHARED : REQUEST_EDIT_ENTRY;
}

/* A move cannot be a favourite. */
static RequestKind marks(const LibraryState *state)
{
    return state->shelf == SHELF_MOVES ? REQUEST_NONE : REQUEST_FAVOURITE;
}

static RequestKind removes(const LibraryState *state)
{
    return state->shelf == SHELF_MOVES ? REQUEST_REMOVE_SHARED : REQUEST_REMOVE;
}

static Request ask_of_chosen(const LibraryState *state, const Model *model, Action action)
{
    LibraryRows found = find_rows(state, model);
    Request answer = request(REQUEST_NONE);
    if (found.count > 0) {
        const size_t index = found.items[found.position];
        const RequestKind kind = action == ACTION_FAVOURITE       ? marks(state)
                                 : action == ACTION_EDIT_ROUTINE  ? edits(state)
                                 : action == ACTION_REMOVE        ? removes(state)
                                 : action == ACTION_TOOLS_OF_MOVE ? REQUEST_TOOLS_OF_MOVE
                                                                  : opens(state, model, index);
        answer = (Request){.kind = kind, .value = (int32_t)index};
    }
    free(found.items);
    return answer;
}

static Request open_chosen(const LibraryState *state, const Model *model)
{
    return ask_of_chosen(state, model, ACTION_OPEN);
}

/* What speaks against the chosen one, for a window in which its row has no room for that. */
static void add_trouble(Text *into, const Model *model, LibraryShelf shelf, size_t index)
{
    if (shelf == SHELF_MOVES) {
        health_of_move(model->settings, model->moves[index].move, into);
        return;
    }
    const LibraryEntry *entry = library_at(model->library, index);
    const char *problem = entry->state == ENTRY_BROKEN ? diagnostic_first(&entry->diags) : NULL;
    if (problem)
        text_add(into, problem);
    else if (entry->routine)
        health_of_routine(model->settings, entry->routine, into);
}

/* The rows, and beside or below them the preview. */
typedef struct LibraryLayout {
    Rect rows, side;
    int row_height;
} LibraryLayout;

/* Whatever the words hide of them. */
static LibraryLayout cut_body(const Panes *panes, const Model *model, LibraryShelf shelf)
{
    LibraryLayout lay;
    const int all = (int)MIN_OF(library_rows_count(model, shelf), (size_t)panes->body.height);
    lay.rows = panes_list(panes, all, &lay.row_height, &lay.side);
    return lay;
}

/* In a small window, where rows have one line, what is wrong with the chosen one is told below them. *told: what is. */
static Panes cut_sheet(int width, int height, const Model *model, const Text *trouble, const char **told)
{
    const bool is_full = panes_cut(width, height, NULL).is_full;
    const char *kept = is_full || trouble->length == 0 ? NULL : text_show(trouble);
    *told = model->notice ? model->notice : kept;
    return panes_cut(width, height, kept);
}

/* What is to be seen of a list: the rows that the words leave, and where they lie. */
typedef struct View {
    LibraryRows found;
    Text trouble;
    const char *told; /* below the rows, or NULL */
    Panes panes;
    LibraryLayout lay;
    int rows, top; /* in sight */
} View;

static void view_make(View *view, const LibraryState *state, const Model *model, int width, int height)
{
    *view = (View){.found = find_rows(state, model)};
    if (view->found.count > 0)
        add_trouble(&view->trouble, model, state->shelf, view->found.items[view->found.position]);
    view->panes = cut_sheet(width, height, model, &view->trouble, &view->told);
    view->lay = cut_body(&view->panes, model, state->shelf);
    view->rows = MAX_OF(view->lay.rows.height / view->lay.row_height, 1);
    view->top = list_keep(state->top[state->shelf], view->found.position, view->found.count, view->rows, 0);
}

static void view_release(View *view)
{
    text_release(&view->trouble);
    free(view->found.items);
}

static void view_window(View *view, const LibraryState *state, const Model *model)
{
    view_make(view, state, model, model->width, model->height);
}

/* A click chooses, and moves nothing; on what is chosen already it opens. */
static Request click(LibraryState *state, const Model *model, int32_t key)
{
    View view;
    view_window(&view, state, model);
    const LibraryRows *found = &view.found;
    const LibraryLayout *lay = &view.lay;
    const int row = list_at(lay->rows, lay->row_height, view.top, found->count, key_click_x(key), key_click_y(key));
    Request answer = request(REQUEST_NONE);
    state->top[state->shelf] = view.top;
    if (row >= 0 && row == found->position) {
        answer = open_chosen(state, model);
    } else if (row >= 0) {
        state->chosen[state->shelf] = found->items[row];
        answer = request(REQUEST_DRAW);
    }
    view_release(&view);
    return answer;
}

static Request move_choice(LibraryState *state, const Model *model, Action action)
{
    View view;
    view_window(&view, state, model);
    LibraryRows *found = &view.found;
    Request answer = request(REQUEST_NONE);
    if (found->count > 0 && list_move(&found->position, action, found->count)) {
        state->chosen[state->shelf] = found->items[found->position];
        state->top[state->shelf] = list_keep(view.top, found->position, found->count, view.rows, LIST_MARGIN);
        answer = request(REQUEST_DRAW);
    }
    view_release(&view);
    return answer;
}

static Request turn_to_other(LibraryState *state)
{
    state->shelf = state->shelf == SHELF_ROUTINES ? SHELF_MOVES : SHELF_ROUTINES;
    return request(REQUEST_DRAW);
}

static Request key_while_typing(LibraryState *state, const Model *model, int32_t key)
{
    if (finder_key(&state->finder, key))
        return request(REQUEST_DRAW);
    if (key == KEY_TAB_KEY)
        return turn_to_other(state);
    if (key != KEY_ENTER_KEY)
        return move_choice(state, model, key_bindings_action(NULL, MAP_LIST, key));
    state->finder.is_typing = false;
    Request answer = open_chosen(state, model);
    return answer.kind == REQUEST_NONE ? request(REQUEST_DRAW) : answer;
}

static Request library_key(void *memory, const Model *model, Action action, int32_t key)
{
    LibraryState *state = memory;
    if (key_is_click(key))
        return click(state, model, key);
    if (state->finder.is_typing)
        return key_while_typing(state, model, key);
    if (action == ACTION_FILTER) {
        state->finder.is_typing = true;
        return request(REQUEST_DRAW);
    }
    if ((action == ACTION_BACK || action == ACTION_NONE) && key == KEY_ESCAPE_KEY && *state->finder.words) {
        finder_clear(&state->finder);
        return request(REQUEST_DRAW);
    }
    if (action == ACTION_OTHER_LIST)
        return turn_to_other(state);
    if (action == ACTION_TOOLS_OF_MOVE && state->shelf != SHELF_MOVES)
        return request(REQUEST_NONE);
    if (action == ACTION_OPEN || action == ACTION_EDIT_ROUTINE || action == ACTION_FAVOURITE ||
        action == ACTION_REMOVE || action == ACTION_TOOLS_OF_MOVE)
        return ask_of_chosen(state, model, action);
    return move_choice(state, model, action);
}

static bool library_takes_text(const void *memory)
{
    const LibraryState *state = memory;
    return state->finder.is_typing;
}

static void library_follow(void *memory, const Model *model, const ScreenChange *change)
{
    const size_t *const places[] = {[SHELF_ROUTINES] = change->entries, [SHELF_MOVES] = change->moves};
    LibraryState *state = memory;
    (void)model;
    for (size_t shelf = 0; shelf < SHELF_COUNT; shelf++) {
        if (places[shelf])
            state->chosen[shelf] = places[shelf][state->chosen[shelf]];
    }
}

static void draw_rows(Canvas *canvas, const View *view, const Model *model, LibraryShelf shelf)
{
    const Rect rect = view->lay.rows;
    const LibraryRows *found = &view->found;
    const int height = view->lay.row_height;
    for (int i = view->top; i < found->count && i < view->top + view->rows; i++) {
        Rect row = {rect.x, rect.y + (i - view->top) * height, rect.width, height};
        bool is_chosen = i == found->position;
        if (shelf == SHELF_ROUTINES)
            library_item_draw(canvas, row, library_at(model->library, found->items[i]), model->settings, is_chosen);
        else
            library_item_draw_move(canvas, row, &model->moves[found->items[i]], model->settings, is_chosen);
    }
}

static void add_uses(Page *page, const Model *model, const char *id)
{
    Text line = {0};
    if (model->library)
        move_uses_add(&line, model->library, id);
    if (line.length > 0)
        page_add(page, NULL, text_show(&line))->has_gap = true;
    text_release(&line);
}

static void fill_preview(Page *page, Look look, const Model *model, LibraryShelf shelf, size_t index, bool is_long)
{
    page_init(page, look);
    if (shelf == SHELF_ROUTINES) {
        library_item_add(page, library_at(model->library, index), model->settings, is_long);
        return;
    }
    plan_page_add_shared_move(page, model->moves[index].move, model->settings);
    add_uses(page, model, model->moves[index].id);
}

/* In full where there is room for that. */
static void draw_preview(Canvas *canvas, Rect rect, const Model *model, LibraryShelf shelf, size_t index)
{
    Page page;
    fill_preview(&page, canvas->look, model, shelf, index, true);
    if (page_rows(&page, rect.width) > rect.height) {
        page_release(&page);
        fill_preview(&page, canvas->look, model, shelf, index, false);
    }
    page_draw(&page, canvas, rect, -1, false);
    page_release(&page);
}

/* Where a first file goes, and how it may look. */
static void draw_empty(Canvas *canvas, Rect rect, const Library *library, LibraryShelf shelf)
{
    Page page;
    page_init(&page, canvas->look);
    if (shelf == SHELF_ROUTINES)
        library_item_add_first(&page, library);
    else
        page_add(&page, NULL, "No shared moves. Put them in the folder moves, next to the routines.");
    page_draw(&page, canvas, rect, -1, false);
    page_release(&page);
    canvas_cursor(canvas, rect.x, rect.y);
}

static void draw_header(const LibraryState *state, Canvas *canvas, const Panes *panes, int count)
{
    static const char *const titles[] = {"Routines", "Moves"}, *const nouns[] = {"routine", "move"};
    const char *title = titles[state->shelf];
    const bool has_words = *state->finder.words != '\0';
    Text words = {0}, right = {0}, brief = {0};
    if (state->finder.is_typing || has_words)
        text_print(&words, "/ %s", state->finder.words);
    else
        text_print(&words, "tab: all %s", state->shelf == SHELF_ROUTINES ? "moves" : "routines");
    text_print(&right, "%s%d %s%s", has_words ? "esc shows all   " : "", count, nouns[state->shelf],
               count == 1 ? "" : "s");
    text_print(&brief, "%d", count);
    panes_header(canvas, panes, style_bold(ROLE_ACCENT), title, text_show(&words), text_show(&right),
                 text_show(&brief));
    if (state->finder.is_typing)
        panes_header_cursor(canvas, panes, title, text_show(&words));
    text_release(&words);
    text_release(&right);
    text_release(&brief);
}

static void draw_body(Canvas *canvas, const View *view, const Model *model, LibraryShelf shelf)
{
    if (view->lay.side.height > 0)
        draw_preview(canvas, view->lay.side, model, shelf, view->found.items[view->found.position]);
    draw_rows(canvas, view, model, shelf);
}

/* While words are typed, letters are letters. */
static ActionSet hidden_keys(const LibraryState *state, const Model *model, const LibraryRows *found)
{
    const int count = found->count;
    ActionSet hidden = state->finder.is_typing ? ~ACTION_BIT(ACTION_OPEN) : 0;
    if (!model->can_undo)
        hidden |= ACTION_BIT(ACTION_UNDO);
    if (count == 0 || state->shelf == SHELF_MOVES ||
        !library_at(model->library, found->items[found->position])->is_mine)
        hidden |= ACTION_BIT(ACTION_REMOVE);
    if (count == 0)
        hidden |= ACTION_BIT(ACTION_OPEN) | ACTION_BIT(ACTION_EDIT_ROUTINE);
    if (count == 0 || state->shelf != SHELF_MOVES)
        hidden |= ACTION_BIT(ACTION_TOOLS_OF_MOVE);
    if (count == 0 || state->shelf == SHELF_MOVES)
        hidden |= ACTION_BIT(ACTION_FAVOURITE);
    if (count == 0 && !*state->finder.words)
        hidden |= ACTION_BIT(ACTION_FILTER);
    if (state->shelf == SHELF_MOVES)
        hidden |= ACTION_BIT(ACTION_OTHER_LIST);
    return hidden;
}

static void library_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const LibraryState *state = memory;
    View view;
    view_make(&view, state, model, canvas->width, canvas->height);
    const Rect body = view.panes.body;
    const int count = view.found.count;
    if (count > 0)
        draw_body(canvas, &view, model, state->shelf);
    else if (*state->finder.words)
        canvas_text(canvas, body.x + MARK_CELLS, body.y, body.width - MARK_CELLS, style_of(ROLE_TEXT),
                    "No matches. Press Esc to show all.");
    else
        draw_empty(canvas, body, model->library, state->shelf);
    draw_header(state, canvas, &view.panes, count);
    panes_notice(canvas, &view.panes, view.told);
    footer_draw_without(canvas, view.panes.footer, model->keys, MAP_LIST, hidden_keys(state, model, &view.found));
    view_release(&view);
}

const Screen screen_library = {
    .name = "library",
    .map = MAP_LIST,
    .takes_clicks = true,
    .state_size = sizeof(LibraryState),
    .key = library_key,
    .takes_text = library_takes_text,
    .draw = library_draw,
    .follow = library_follow,
};
