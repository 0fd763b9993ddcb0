/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "routine/filter.h"
#include "ui/entry_page.h"
#include "ui/entry_row.h"
#include "ui/footer.h"
#include "ui/list.h"
#include "ui/screen.h"
#include "ui/sheet.h"

enum { WORDS_BYTES = 64, PREVIEW_ROWS = 7, MARK_CELLS = 2 };

typedef struct ListState {
    size_t chosen;             /* index in the library: it stays while what is in sight changes */
    bool is_typing;
    char words[WORDS_BYTES];
} ListState;

/* The routines that the words of the filter leave, as indices in the library. */
typedef struct Matches {
    size_t *items;             /* owned */
    int count;
} Matches;

/* The words of the filter, parted in place. */
static TextList split_words(char *words, const char *items[WORDS_BYTES])
{
    TextList list = {.items = items};
    for (char *word = strtok_r(words, " ", &words); word; word = strtok_r(NULL, " ", &words))
        items[list.count++] = word;
    return list;
}

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

static Matches find_matches(const ListState *state, const Model *model)
{
    char copy[WORDS_BYTES];
    const char *items[WORDS_BYTES];
    memcpy(copy, state->words, sizeof(copy));
    Filter filter = filter_all();
    filter.words = split_words(copy, items);
    size_t all = model->library ? library_count(model->library) : 0;
    Matches matches = {.items = memory_resize(NULL, MAX_OF(all, (size_t)1), sizeof(*matches.items))};
    for (size_t i = 0; i < all; i++) {
        if (entry_matches(library_at(model->library, i), &filter))
            matches.items[matches.count++] = i;
    }
    return matches;
}

/* Where the chosen one stands among them; the first where the filter hides it. */
static int position_of(const Matches *matches, size_t chosen)
{
    for (int i = 0; i < matches->count; i++) {
        if (matches->items[i] == chosen)
            return i;
    }
    return 0;
}

static Request request(RequestKind kind)
{
    return (Request){.kind = kind};
}

static Request open_chosen(const ListState *state, const Model *model)
{
    Matches matches = find_matches(state, model);
    Request answer = request(REQUEST_NONE);
    if (matches.count > 0)
        answer = (Request){.kind = REQUEST_OPEN, .value = (int32_t)matches.items[position_of(&matches, state->chosen)]};
    free(matches.items);
    return answer;
}

static Request move_choice(ListState *state, const Model *model, Action action)
{
    Matches matches = find_matches(state, model);
    int position = position_of(&matches, state->chosen);
    Request answer = request(REQUEST_NONE);
    if (matches.count > 0 && list_move(&position, action, matches.count)) {
        state->chosen = matches.items[position];
        answer = request(REQUEST_DRAW);
    }
    free(matches.items);
    return answer;
}

static void drop_character(char *words)
{
    size_t length = strlen(words);
    while (length > 0 && ((unsigned char)words[length - 1] & 0xC0) == 0x80)
        length--;
    words[length > 0 ? length - 1 : 0] = '\0';
}

static void type_character(char *words, int32_t key)
{
    char bytes[4];
    size_t size = utf8_write(key, bytes), length = strlen(words);
    if (length + size >= WORDS_BYTES || utf8_is_forbidden(key))
        return;
    memcpy(words + length, bytes, size);
    words[length + size] = '\0';
}

static Request key_while_typing(ListState *state, const Model *model, int32_t key)
{
    if (key == KEY_UP_ARROW || key == KEY_DOWN_ARROW || key == KEY_PAGE_UP || key == KEY_PAGE_DOWN)
        return move_choice(state, model, action_for_key(MAP_LIST, key));
    if (key == KEY_ENTER_KEY) {
        state->is_typing = false;
        Request answer = open_chosen(state, model);
        return answer.kind == REQUEST_NONE ? request(REQUEST_DRAW) : answer;
    }
    if (key == KEY_ESCAPE_KEY || (key == KEY_BACKSPACE_KEY && !*state->words)) {
        state->is_typing = false;
        state->words[0] = '\0';
    } else if (key == KEY_BACKSPACE_KEY) {
        drop_character(state->words);
    } else if (key >= ' ' && key < KEY_UP_ARROW) {
        type_character(state->words, key);
    } else {
        return request(REQUEST_NONE);
    }
    return request(REQUEST_DRAW);
}

static Request list_key(void *memory, const Model *model, Action action, int32_t key)
{
    ListState *state = memory;
    if (action == ACTION_QUIT)
        return request(REQUEST_QUIT);
    if (state->is_typing)
        return key_while_typing(state, model, key);
    if (action == ACTION_FILTER) {
        state->is_typing = true;
        return request(REQUEST_DRAW);
    }
    if (action == ACTION_BACK && key == KEY_ESCAPE_KEY && *state->words) {
        state->words[0] = '\0';
        return request(REQUEST_DRAW);
    }
    if (action == ACTION_OPEN)
        return open_chosen(state, model);
    if (action == ACTION_BACK || action == ACTION_HELP)
        return request(action == ACTION_BACK ? REQUEST_BACK : REQUEST_HELP);
    return move_choice(state, model, action);
}

static bool list_takes_text(const void *memory)
{
    const ListState *state = memory;
    return state->is_typing;
}

static void draw_rows(Canvas *canvas, Rect rect, const Model *model, const Matches *matches, int position, int height)
{
    int rows = MAX_OF(rect.height / height, 1), top = list_top(position, matches->count, rows);
    for (int i = top; i < matches->count && i < top + rows; i++) {
        Rect row = {rect.x, rect.y + (i - top) * height, rect.width, height};
        entry_row_draw(canvas, row, library_at(model->library, matches->items[i]), NULL, i == position);
    }
}

static void draw_preview(Canvas *canvas, Rect rect, const LibraryEntry *entry)
{
    Page page;
    page_init(&page, canvas->look);
    entry_page_add(&page, entry, NULL);
    page_draw(&page, canvas, rect, -1, false);
    page_release(&page);
}

/* Where a first file goes, and how it may look. */
static void draw_empty(Canvas *canvas, Rect rect, const Library *library)
{
    Page page;
    page_init(&page, canvas->look);
    page_add(&page, NULL, "There are no routines yet.")->style = style_of(ROLE_STRONG);
    page_add(&page, NULL, "A routine is a file whose name ends in .yaml. Put one here:");
    for (size_t i = 0; library && i < library_folder_count(library); i++) {
        if (i == 1)
            page_add(&page, NULL, "These were searched too:")->has_gap = true;
        Block *block = page_add_point(&page, NULL, library_folder(library, i));
        block->style = i == 0 ? style_of(ROLE_STRONG) : style_of(ROLE_DIM);
    }
    page_add(&page, NULL, "The smallest one:")->has_gap = true;
    Block *block = page_add(&page, NULL,
                            "knead: 1\ntitle: My first\nmoves:\n  - name: Calf strip\n    areas: calves\n"
                            "    sides: both\n    hold: 60s");
    block->style = style_of(ROLE_ACCENT);
    page_draw(&page, canvas, rect, -1, false);
    page_release(&page);
    canvas_cursor(canvas, rect.x, rect.y);
}

static void draw_header(const ListState *state, Canvas *canvas, const Sheet *sheet, int count)
{
    Text words = {0}, right = {0}, brief = {0};
    if (state->is_typing || *state->words)
        text_print(&words, "/ %s", state->words);
    else
        text_add(&words, "what shall it be?");
    text_print(&right, "%s%d routine%s", *state->words ? "esc shows all   " : "", count, count == 1 ? "" : "s");
    text_print(&brief, "%d", count);
    sheet_header(canvas, sheet, style_bold(ROLE_ACCENT), "knead", text_show(&words), text_show(&right),
                 text_show(&brief));
    if (state->is_typing && sheet->header.height > 0) {
        int x = MIN_OF(sheet->header.x + 7 + utf8_cells(text_show(&words)), sheet->header.width - 1);
        canvas_put(canvas, x, sheet->header.y, (Style){ROLE_TEXT, ROLE_GROUND, STYLE_REVERSE}, ' ', '_');
        canvas_cursor(canvas, x, sheet->header.y);
    }
    text_release(&words);
    text_release(&right);
    text_release(&brief);
}

/* What there is to tell in the line above the footer: the app's word, or the problem of the chosen one where it has no
 * place of its own. */
static const char *find_notice(const Model *model, const LibraryEntry *chosen)
{
    if (model->notice)
        return model->notice;
    return chosen && chosen->state == ENTRY_BROKEN ? diag_first(&chosen->diags) : NULL;
}

static void draw_body(Canvas *canvas, const Sheet *sheet, const Model *model, const Matches *matches, int position)
{
    Rect side, rows = sheet_part(sheet->body, &side);
    int height = sheet->is_full ? 2 : 1;
    /* Below the rows where they leave enough, whatever the filter hides of them. */
    int left = rows.height - height * (int)MIN_OF(library_count(model->library), (size_t)rows.height) - 1;
    if (side.width == 0 && sheet->is_full && left >= PREVIEW_ROWS)
        side = rect_cut_bottom(&rows, left);
    if (side.height > 0)
        draw_preview(canvas, side, library_at(model->library, matches->items[position]));
    draw_rows(canvas, rows, model, matches, position, height);
}

/* While words are typed, letters are letters. */
static ActionSet hidden_keys(const ListState *state, int count)
{
    ActionSet hidden = state->is_typing ? ~ACTION_BIT(ACTION_OPEN) : ACTION_BIT(ACTION_OTHER_LIST);
    if (count == 0)
        hidden |= ACTION_BIT(ACTION_OPEN);
    if (count == 0 && !*state->words)
        hidden |= ACTION_BIT(ACTION_FILTER);
    return hidden;
}

static void list_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const ListState *state = memory;
    Matches matches = find_matches(state, model);
    int position = position_of(&matches, state->chosen);
    const LibraryEntry *chosen = matches.count > 0 ? library_at(model->library, matches.items[position]) : NULL;
    Sheet sheet = sheet_cut(canvas, find_notice(model, chosen));
    if (matches.count > 0)
        draw_body(canvas, &sheet, model, &matches, position);
    else if (*state->words)
        canvas_text(canvas, sheet.body.x + MARK_CELLS, sheet.body.y, sheet.body.width - MARK_CELLS, style_of(ROLE_TEXT),
                    "Nothing has these words. Esc shows all.");
    else
        draw_empty(canvas, sheet.body, model->library);
    draw_header(state, canvas, &sheet, matches.count);
    sheet_notice(canvas, &sheet, sheet.is_full ? model->notice : find_notice(model, chosen));
    footer_draw_without(canvas, sheet.footer, MAP_LIST, hidden_keys(state, matches.count));
    free(matches.items);
}

const Screen screen_list = {
    .name = "list",
    .map = MAP_LIST,
    .state_size = sizeof(ListState),
    .key = list_key,
    .takes_text = list_takes_text,
    .draw = list_draw,
};
