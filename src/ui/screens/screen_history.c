/* SPDX-License-Identifier: MIT */
/* What was done and what it did for one: an overview, and behind Tab the list of all sessions. */
#include "base/day.h"
#include "base/macros.h"
#include "ui/screen.h"
#include "ui/screens/history_list.h"
#include "ui/screens/history_overview.h"
#include "ui/screens/history_words.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/panes.h"

typedef struct HistoryScreen {
    bool shows_list;
    HistoryPlace place;
    HistoryList list;
} HistoryScreen;

/* Whether there is nothing at all to show. */
static bool is_empty(const HistoryScreen *state, const ModelHistory *history)
{
    const bool has_sessions = history->session_count > 0 || history->has_more || *state->list.finder.words ||
                              state->list.finder.is_typing;
    return !has_sessions && (!history->overview || history->overview->total.sessions == 0);
}

static Request draw(void)
{
    return (Request){.kind = REQUEST_DRAW};
}

/* The session of the marked day, or the list at that day if there are several. */
static Request open_day(HistoryScreen *state, const Model *model)
{
    const Overview *overview = model->history.overview;
    const int32_t day = overview->today - state->place.days_back;
    if (!history_list_mark_day(&state->list, model, day))
        return (Request){0};
    if (overview_sum(overview, day, day).sessions == 1)
        return (Request){.kind = REQUEST_RECORD, .value = history_list_marked(&state->list, model)};
    state->shows_list = true;
    return draw();
}

static Request overview_key(HistoryScreen *state, const Model *model, Action action)
{
    if (!model->history.overview)
        return (Request){0};
    if (action == ACTION_OPEN)
        return open_day(state, model);
    if (!history_overview_move(&state->place, model, action))
        return (Request){0};
    const int32_t day = model->history.overview->today - state->place.days_back;
    return history_list_reaches(model, day) ? draw() : (Request){.kind = REQUEST_HISTORY_MORE, .value = day};
}

static Request history_key(void *memory, const Model *model, Action action, int32_t key)
{
    HistoryScreen *state = memory;
    if (is_empty(state, &model->history))
        return (Request){0};
    if (state->list.finder.is_typing && key != KEY_TAB_KEY)
        return history_list_key(&state->list, model, action, key);
    if (action == ACTION_SESSIONS || key == KEY_TAB_KEY) {
        state->list.finder.is_typing = false;
        state->shows_list = !state->shows_list || !model->history.overview;
        return draw();
    }
    if (action == ACTION_FIND_SESSION) {
        state->shows_list = state->list.finder.is_typing = true;
        return draw();
    }
    const bool is_in_list = state->shows_list || !model->history.overview;
    if (action == ACTION_BACK && state->shows_list && model->history.overview && !*state->list.finder.words) {
        state->shows_list = false;
        return draw();
    }
    return is_in_list ? history_list_key(&state->list, model, action, key) : overview_key(state, model, action);
}

static bool history_takes_text(const void *memory)
{
    const HistoryScreen *state = memory;
    return state->list.finder.is_typing;
}

/* Whether Enter opens something: the marked session, or one of the marked day. */
static bool opens(const HistoryScreen *state, const Model *model, bool is_in_list)
{
    const Overview *overview = model->history.overview;
    if (is_in_list)
        return history_list_marked(&state->list, model) >= 0;
    const int32_t day = overview->today - state->place.days_back;
    return overview_sum(overview, day, day).sessions > 0;
}

/* "26 weeks   61 sessions   9 h 12 min". */
static void add_total(Text *into, const Overview *overview)
{
    const int weeks = (int)(overview_day_count(overview) + DAY_WEEK - 1) / DAY_WEEK;
    text_print(into, "%d week%s   ", weeks, weeks == 1 ? "" : "s");
    history_words_sessions(into, overview->total.sessions);
    text_add(into, "   ");
    history_words_minutes(into, overview->total.worked_s);
}

static void draw_header(const HistoryScreen *state, const ModelHistory *history, Canvas *canvas, const Panes *panes,
                        bool is_in_list)
{
    Text words = {0}, right = {0}, brief = {0};
    const bool is_typing = state->list.finder.is_typing;
    if (is_in_list && (is_typing || *state->list.finder.words))
        text_print(&words, "/ %s", state->list.finder.words);
    else
        text_add(&words, is_in_list ? "all sessions" : "");
    if (is_in_list) {
        text_print(&brief, "%zu%s", history->session_count, history->has_more ? "+" : "");
        text_print(&right, "%s session%s", text_show(&brief), history->session_count == 1 ? "" : "s");
    } else if (history->overview && !is_empty(state, history)) {
        history_words_sessions(&brief, history->overview->total.sessions);
        add_total(&right, history->overview);
    }
    panes_header(canvas, panes, style_bold(ROLE_ACCENT), "History", text_show(&words), text_show(&right),
                 text_show(&brief));
    if (is_in_list && is_typing)
        panes_header_cursor(canvas, panes, "History", text_show(&words));
    text_release(&words);
    text_release(&right);
    text_release(&brief);
}

static ActionSet hidden_keys(const HistoryScreen *state, const Model *model, bool is_in_list)
{
    if (is_empty(state, &model->history))
        return ~(ACTION_BIT(ACTION_BACK) | ACTION_BIT(ACTION_HELP));
    ActionSet hidden = state->list.finder.is_typing ? ~(ACTION_BIT(ACTION_SESSIONS) | ACTION_BIT(ACTION_OPEN)) : 0;
    if (!model->history.can_undo)
        hidden |= ACTION_BIT(ACTION_UNDO_RECORD);
    if (!is_in_list || !opens(state, model, is_in_list))
        hidden |= ACTION_BIT(ACTION_DELETE_RECORD);
    if (is_in_list)
        hidden |= ACTION_BIT(ACTION_WEEK_BEFORE) | ACTION_BIT(ACTION_WEEK_NEXT);
    if (!opens(state, model, is_in_list))
        hidden |= ACTION_BIT(ACTION_OPEN);
    if (!model->history.overview)
        hidden |= ACTION_BIT(ACTION_SESSIONS);
    return hidden;
}

static void history_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const HistoryScreen *state = memory;
    const ModelHistory *history = &model->history;
    const Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    const bool nothing = is_empty(state, history), is_in_list = state->shows_list || !history->overview;
    if (nothing)
        history_overview_draw_empty(model, canvas, panes.body);
    else if (is_in_list)
        history_list_draw(&state->list, model, canvas, &panes);
    else
        history_overview_draw(&state->place, model, canvas, panes.body);
    draw_header(state, history, canvas, &panes, is_in_list && !nothing);
    panes_notice(canvas, &panes, model->notice);
    const char *labels[ACTION_COUNT] = {[ACTION_SESSIONS] = is_in_list ? "overview" : NULL};
    footer_draw_as(canvas, panes.footer, model->keys, MAP_HISTORY, hidden_keys(state, model, is_in_list), labels);
}

const Screen screen_history = {
    .name = "history",
    .map = MAP_HISTORY,
    .takes_clicks = true,
    .state_size = sizeof(HistoryScreen),
    .key = history_key,
    .takes_text = history_takes_text,
    .draw = history_draw,
};
