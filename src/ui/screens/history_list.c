/* SPDX-License-Identifier: MIT */
#include "ui/screens/history_list.h"

#include "base/day.h"
#include "base/macros.h"
#include "ui/screens/history_words.h"
#include "ui/screens/library_item.h"
#include "ui/screens/record_page.h"
#include "ui/widgets/list.h"

enum { MARK_CELLS = 2 };

static int count_of(const Model *model)
{
    return (int)model->history.session_count;
}

/* A row from the newest, as an index of the sessions, which have the oldest first; and back. */
static int turned(const Model *model, int row)
{
    return count_of(model) - 1 - row;
}

/* The row that is marked now: that of the same session, or where it is gone, of the one in its place. */
static int marked_row(const HistoryList *list, const Model *model)
{
    const int last = MAX_OF(count_of(model) - 1, 0), usual = MIN_OF(list->row, last);
    const SessionRecord *sessions = model->history.sessions;
    if (list->id == 0 || (count_of(model) > 0 && sessions[turned(model, usual)].id == list->id))
        return usual;
    for (int row = 0; row < count_of(model); row++) {
        if (sessions[turned(model, row)].id == list->id)
            return row;
    }
    return usual;
}

int history_list_marked(const HistoryList *list, const Model *model)
{
    return count_of(model) > 0 ? turned(model, marked_row(list, model)) : -1;
}

static void mark(HistoryList *list, const Model *model, int row)
{
    list->row = row;
    list->id = count_of(model) > 0 ? model->history.sessions[turned(model, row)].id : 0;
}

bool history_list_mark_day(HistoryList *list, const Model *model, int32_t day)
{
    for (int row = 0; row < count_of(model); row++) {
        if (history_words_day_of(&model->history.sessions[turned(model, row)]) == day) {
            mark(list, model, row);
            return true;
        }
    }
    return false;
}

bool history_list_reaches(const Model *model, int32_t day)
{
    const ModelHistory *history = &model->history;
    return !history->has_more || (history->session_count > 0 && history_words_day_of(&history->sessions[0]) < day);
}

/* What is in sight: the rows, the preview, and the first row. */
typedef struct ListView {
    Rect rows, preview;
    int row_height, in_sight, marked, top;
} ListView;

static ListView make_view(const HistoryList *list, const Model *model, const Panes *panes)
{
    ListView view = {.marked = marked_row(list, model)};
    view.rows = panes_list(panes, count_of(model), &view.row_height, &view.preview);
    view.in_sight = MAX_OF(view.rows.height / view.row_height, 1);
    view.top = list_keep(list->top, view.marked, count_of(model), view.in_sight, 0);
    return view;
}

static Request request_of(RequestKind kind, int value)
{
    return (Request){.kind = kind, .value = (int32_t)value};
}

/* At the last row older ones are asked for, where there are some. */
static Request move_mark(HistoryList *list, const Model *model, Action action)
{
    const Panes panes = panes_cut(model->width, model->height, NULL);
    const ListView view = make_view(list, model, &panes);
    const int last = count_of(model) - 1;
    int row = view.marked;
    if (!list_move(&row, action, count_of(model)) || last < 0)
        return (Request){0};
    mark(list, model, row);
    list->top = list_keep(view.top, row, count_of(model), view.in_sight, LIST_MARGIN);
    const bool goes_down = action == ACTION_DOWN || action == ACTION_PAGE_DOWN || action == ACTION_LAST;
    return request_of(goes_down && row == last && model->history.has_more ? REQUEST_HISTORY_MORE : REQUEST_DRAW, 0);
}

static Request open_marked(const HistoryList *list, const Model *model)
{
    const int marked = history_list_marked(list, model);
    return marked >= 0 ? request_of(REQUEST_RECORD, marked) : (Request){0};
}

static Request find(HistoryList *list)
{
    list->row = list->top = 0;
    list->id = 0;
    return (Request){.kind = REQUEST_HISTORY_FIND, .text = list->finder.words};
}

static Request key_while_typing(HistoryList *list, const Model *model, int32_t key)
{
    if (finder_key(&list->finder, key))
        return find(list);
    if (key != KEY_ENTER_KEY)
        return move_mark(list, model, key_bindings_action(NULL, MAP_HISTORY, key));
    list->finder.is_typing = false;
    const Request opened = open_marked(list, model);
    return opened.kind ? opened : request_of(REQUEST_DRAW, 0);
}

static Request click(HistoryList *list, const Model *model, int32_t key)
{
    const Panes panes = panes_cut(model->width, model->height, NULL);
    const ListView view = make_view(list, model, &panes);
    const int row = list_at(view.rows, view.row_height, view.top, count_of(model), key_click_x(key), key_click_y(key));
    list->top = view.top;
    if (row < 0)
        return (Request){0};
    if (row == view.marked)
        return request_of(REQUEST_RECORD, turned(model, row));
    mark(list, model, row);
    return request_of(REQUEST_DRAW, 0);
}

Request history_list_key(HistoryList *list, const Model *model, Action action, int32_t key)
{
    const int marked = history_list_marked(list, model);
    if (key_is_click(key))
        return click(list, model, key);
    if (list->finder.is_typing)
        return key_while_typing(list, model, key);
    if ((action == ACTION_BACK || action == ACTION_NONE) && key == KEY_ESCAPE_KEY && *list->finder.words) {
        finder_clear(&list->finder);
        return find(list);
    }
    if (action == ACTION_OPEN || action == ACTION_WEEK_NEXT)
        return open_marked(list, model);
    if (marked >= 0 && action == ACTION_DELETE_RECORD)
        return request_of(REQUEST_RECORD_DELETE, marked);
    return move_mark(list, model, action);
}

/* What stands there of a session. */
typedef struct RowWords {
    Text title, length, measure, details;
} RowWords;

/* In one line the day stands before the title, with a mark where it hurt. */
static void add_day(RowWords *words, const SessionRecord *record, int32_t today, bool has_one_line)
{
    const int32_t day = history_words_day_of(record);
    if (has_one_line) {
        const CivilDay civil = day_civil(day);
        text_print(&words->title, "%2d %s %c ", (int)civil.day, day_month_name(civil.month), record->hurt ? '!' : ' ');
    } else {
        history_words_day(&words->details, day, today);
        text_add(&words->details, ", ");
        history_words_time(&words->details, record);
        text_add(&words->details, record->hurt ? "  it hurt" : "");
    }
}

static RowWords words_of(const SessionRecord *record, int32_t today, bool has_one_line)
{
    RowWords words = {0};
    add_day(&words, record, today, has_one_line);
    text_add(&words.title, record->title);
    text_print(&words.length, "%d min", (int)MAX_OF((record->worked_s + 30) / 60, 1));
    record_page_measure(&words.measure, &record->measure);
    if (record->level != LEVEL_STANDARD)
        text_print(&words.details, "  %s", level_words.items[record->level]);
    if (record->state == RECORD_LEFT)
        text_add(&words.details, "  stopped early");
    if (record->note)
        text_print(&words.details, "  note: %s", record->note);
    return words;
}

static void draw_row(Canvas *canvas, Rect row, const SessionRecord *record, int32_t today, bool is_marked)
{
    RowWords words = words_of(record, today, row.height == 1);
    const RowText text = {.title = text_show(&words.title),
                          .length = text_show(&words.length),
                          .places = text_show(&words.measure),
                          .details = text_show(&words.details)};
    row_text_draw(canvas, row, &text, is_marked);
    text_release(&words.title);
    text_release(&words.length);
    text_release(&words.measure);
    text_release(&words.details);
}

static void draw_preview(Canvas *canvas, Rect rect, const SessionRecord *record, int32_t today)
{
    Page page;
    Text when = {0};
    page_init(&page, canvas->look);
    history_words_day(&when, history_words_day_of(record), today);
    text_add(&when, ", ");
    history_words_time(&when, record);
    page_add(&page, NULL, record->title)->style = style_bold(ROLE_STRONG);
    page_add(&page, NULL, text_show(&when))->style = style_of(ROLE_DIM);
    record_page_add(&page, record);
    page_draw(&page, canvas, rect, -1, false);
    page_release(&page);
    text_release(&when);
}

/* Today decides whether a year is named. Without an overview it is the day of the newest session. */
static int32_t today_of(const Model *model)
{
    const ModelHistory *history = &model->history;
    return history->overview ? history->overview->today : history_words_day_of(&history->sessions[count_of(model) - 1]);
}

void history_list_draw(const HistoryList *list, const Model *model, Canvas *canvas, const Panes *panes)
{
    const ListView view = make_view(list, model, panes);
    const Rect rows = view.rows;
    if (count_of(model) == 0) {
        canvas_text(canvas, rows.x + MARK_CELLS, rows.y, rows.width - MARK_CELLS, style_of(ROLE_TEXT),
                    "No matches. Press Esc to show all.");
        canvas_cursor(canvas, rows.x, rows.y);
        return;
    }
    const int32_t today = today_of(model);
    for (int i = view.top; i < count_of(model) && i < view.top + view.in_sight; i++) {
        const Rect row = {rows.x, rows.y + (i - view.top) * view.row_height, rows.width, view.row_height};
        draw_row(canvas, row, &model->history.sessions[turned(model, i)], today, i == view.marked);
    }
    if (view.preview.height > 0)
        draw_preview(canvas, view.preview, &model->history.sessions[turned(model, view.marked)], today);
}
