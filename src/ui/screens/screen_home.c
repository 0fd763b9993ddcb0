/* SPDX-License-Identifier: MIT */
#include "base/duration.h"
#include "base/macros.h"
#include "base/utf8.h"
#include "ui/screen.h"
#include "ui/screens/home_chips.h"
#include "ui/screens/home_figure.h"
#include "ui/screens/home_layout.h"
#include "ui/screens/home_routines.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"

enum {
    LEFT_WIDE = 60,
    LEFT_SMALL = 36
}; /* cells of the line of the session that was left, from which it says all, more */

static const BodySpot first_spot = {BODY_BACK, AREA_CALVES, SIDE_LEFT}; /* as body_spot_of says */

static Request request(RequestKind kind)
{
    return (Request){.kind = kind};
}

static HomeLayout lay(const HomeState *state, const Model *model)
{
    return home_layout_cut(state, model, model->width, model->height);
}

static void home_enter(void *memory, const Model *model)
{
    (void)model;
    HomeState *state = memory;
    state->spot = first_spot;
}

/* Another region: the list begins anew, and what is due steps back for it. */
static Request go_to(HomeState *state, BodySpot spot)
{
    state->spot = spot;
    state->chosen = 0;
    state->is_today = false;
    return request(REQUEST_DRAW);
}

static Request focus_on(HomeState *state, HomeFocus focus)
{
    state->focus = focus;
    return request(REQUEST_DRAW);
}

static Request open_row(HomeState *state, const HomeRank *rank, int row)
{
    if (row < 0 || row >= rank->count)
        return request(REQUEST_NONE);
    uint32_t index = home_rank_index(rank, row);
    state->chosen = index + 1;
    return (Request){.kind = REQUEST_OPEN, .value = (int32_t)index};
}

static Request open_chosen(HomeState *state, const Model *model)
{
    HomeRank rank = home_rank(state, model);
    Request answer = open_row(state, &rank, home_rank_row(&rank, state));
    home_rank_release(&rank);
    return answer;
}

static Request edit_chosen(const HomeState *state, const Model *model)
{
    HomeRank rank = home_rank(state, model);
    Request answer = request(REQUEST_NONE);
    if (rank.count > 0)
        answer = (Request){.kind = REQUEST_EDIT_ENTRY,
                           .value = (int32_t)home_rank_index(&rank, home_rank_row(&rank, state))};
    home_rank_release(&rank);
    return answer;
}

/* What is due lights the region that it is due for. */
static void light_due(HomeState *state, const Model *model, uint32_t index)
{
    Suggestion due = suggestion_of(&library_at(model->library, index)->summary, model->area_days);
    if (due.area >= 0)
        state->spot = body_spot_of(&state->ground, (Area)due.area);
}

static Request choose_row(HomeState *state, const Model *model, const HomeRank *rank, int row)
{
    uint32_t index = home_rank_index(rank, row);
    state->chosen = index + 1;
    if (state->is_today)
        light_due(state, model, index);
    return request(REQUEST_DRAW);
}

/* Down from the last row leads to the chips. */
static Request move_row(HomeState *state, const Model *model, Action action)
{
    HomeRank rank = home_rank(state, model);
    int row = home_rank_row(&rank, state), before = row;
    Request answer = request(REQUEST_NONE);
    if (rank.count > 0 && list_move(&row, action, rank.count))
        answer = choose_row(state, model, &rank, row);
    if (action == ACTION_DOWN && (rank.count == 0 || row == before) && !state->finder.is_typing)
        answer = focus_on(state, HOME_CHIPS);
    home_rank_release(&rank);
    return answer;
}

static Request key_in_list(HomeState *state, const Model *model, Action action)
{
    int area = (int)state->spot.area;
    if (action == ACTION_LEFT || action == ACTION_RIGHT)
        return action == ACTION_RIGHT ? focus_on(state, HOME_ROUTINES) : request(REQUEST_NONE);
    if (!list_move(&area, action, AREA_COUNT))
        return request(REQUEST_NONE);
    const HomeLayout layout = lay(state, model);
    home_figure_follow(&layout, state, (Area)area);
    return go_to(state, body_spot_of(&state->ground, (Area)area));
}

/* Right from the edge of the figures leads to the routines. */
static Request key_on_body(HomeState *state, const Model *model, Action action)
{
    static const struct {
        Action action;
        BodyWay way;
    } ways[] = {{ACTION_UP, BODY_UP}, {ACTION_DOWN, BODY_DOWN}, {ACTION_LEFT, BODY_LEFT}, {ACTION_RIGHT, BODY_RIGHT}};
    if (home_layout_is_list(model))
        return key_in_list(state, model, action);
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        BodySpot spot = state->spot;
        if (ways[i].action != action)
            continue;
        if (body_walk(&state->ground, &spot, ways[i].way))
            return go_to(state, spot);
        return action == ACTION_RIGHT ? focus_on(state, HOME_ROUTINES) : request(REQUEST_NONE);
    }
    return request(REQUEST_NONE);
}

static Request key_on_routines(HomeState *state, const Model *model, Action action)
{
    if (action == ACTION_LEFT)
        return focus_on(state, HOME_BODY);
    return action == ACTION_RIGHT ? open_chosen(state, model) : move_row(state, model, action);
}

static Request key_on_chips(HomeState *state, const Model *model, Action action, int32_t key)
{
    bool is_out = false;
    const HomeLayout layout = lay(state, model);
    Request answer = home_chips_key(state, &layout.laid_chips, model, action, key, &is_out);
    return is_out ? focus_on(state, HOME_ROUTINES) : answer;
}

static Request click(HomeState *state, const Model *model, int32_t key)
{
    int x = key_click_x(key), y = key_click_y(key);
    HomeLayout layout = lay(state, model);
    BodySpot spot;
    if (layout.left.height > 0 && y == layout.left.y)
        return request(REQUEST_GO_ON);
    if (home_figure_at(&layout, state, x, y, &spot)) {
        state->focus = HOME_BODY;
        finder_clear(&state->finder);
        return go_to(state, spot);
    }
    HomeRank rank = home_rank(state, model);
    int row = home_routines_at(&layout, state, &rank, x, y);
    Request answer = open_row(state, &rank, row);
    home_rank_release(&rank);
    if (row >= 0)
        state->focus = HOME_ROUTINES;
    return row >= 0 ? answer
                    : home_chips_click(state, &layout.laid_chips, model, x - layout.chips.x, y - layout.chips.y);
}

/* The region that is typed is chosen, and stays so when the words are taken away. */
static Request key_while_typing(HomeState *state, const Model *model, int32_t key)
{
    if (key == KEY_UP_ARROW || key == KEY_DOWN_ARROW || key == KEY_PAGE_UP || key == KEY_PAGE_DOWN)
        return move_row(state, model, action_for_key(MAP_GENERAL, key));
    if (key == KEY_ENTER_KEY)
        return open_chosen(state, model);
    if (key == KEY_TAB_KEY) {
        state->finder.is_typing = false;
        return focus_on(state, HOME_ROUTINES);
    }
    if (!finder_key(&state->finder, key))
        return request(REQUEST_NONE);
    state->chosen = 0;
    int area = area_called(state->finder.words);
    if (area >= 0)
        state->spot = body_spot_of(&state->ground, (Area)area);
    return focus_on(state, state->finder.is_typing ? HOME_ROUTINES : HOME_BODY);
}

static bool is_open(const HomeState *state)
{
    return state->is_today || *state->finder.words;
}

static void end_today(HomeState *state)
{
    if (state->is_today)
        state->spot = state->before_today;
    state->is_today = false;
}

/* One thing after the other is closed: the words, what is due, the way into a part; then the program. */
static Request go_back(HomeState *state, int32_t key)
{
    if (is_open(state)) {
        finder_clear(&state->finder);
        end_today(state);
        state->chosen = 0;
        return focus_on(state, HOME_BODY);
    }
    if (key == KEY_ESCAPE_KEY && state->focus != HOME_BODY)
        return focus_on(state, HOME_BODY);
    return request(REQUEST_QUIT);
}

static Request turn_to_today(HomeState *state, const Model *model)
{
    state->chosen = 0;
    finder_clear(&state->finder);
    if (state->is_today) {
        end_today(state);
        return focus_on(state, HOME_BODY);
    }
    state->is_today = true;
    state->before_today = state->spot;
    HomeRank rank = home_rank(state, model);
    if (rank.count > 0)
        choose_row(state, model, &rank, 0);
    home_rank_release(&rank);
    return focus_on(state, HOME_ROUTINES);
}

static Request start_typing(HomeState *state)
{
    finder_clear(&state->finder);
    state->finder.is_typing = true;
    end_today(state);
    state->chosen = 0;
    return focus_on(state, HOME_ROUTINES);
}

static Request key_in_part(HomeState *state, const Model *model, Action action, int32_t key)
{
    if (state->focus == HOME_CHIPS)
        return key_on_chips(state, model, action, key);
    if (action == ACTION_OPEN)
        return open_chosen(state, model);
    return state->focus == HOME_BODY ? key_on_body(state, model, action) : key_on_routines(state, model, action);
}

static Request home_key(void *memory, const Model *model, Action action, int32_t key)
{
    HomeState *state = memory;
    if (action == ACTION_RESUME)
        return request(model->left.title ? REQUEST_GO_ON : REQUEST_NONE);
    if (key_is_click(key))
        return click(state, model, key);
    if (state->finder.is_typing)
        return key_while_typing(state, model, key);
    if (action == ACTION_FOCUS || action == ACTION_FOCUS_BACK)
        return focus_on(state, (HomeFocus)(((int)state->focus + (action == ACTION_FOCUS ? 1 : 2)) % HOME_FOCUS_COUNT));
    if (action == ACTION_TODAY)
        return turn_to_today(state, model);
    if (action == ACTION_FIND)
        return start_typing(state);
    if (action == ACTION_EDIT_ROUTINE)
        return edit_chosen(state, model);
    if (action == ACTION_COMPOSE)
        return (Request){.kind = REQUEST_COMPOSE, .value = (int32_t)state->spot.area};
    return action == ACTION_BACK ? go_back(state, key) : key_in_part(state, model, action, key);
}

static bool home_takes_text(const void *memory)
{
    const HomeState *state = memory;
    return state->finder.is_typing;
}

static void home_follow(void *memory, const Model *model, const ScreenChange *change)
{
    (void)model;
    HomeState *state = memory;
    if (change->entries && state->chosen > 0)
        state->chosen = (uint32_t)change->entries[state->chosen - 1] + 1;
    if (change->tools && state->chip_row == HOME_TOOLS && state->chip != MODEL_NO_TOOL)
        state->chip = (int)change->tools[state->chip];
}

static void draw_header(Canvas *canvas, const Panes *panes, const HomeState *state, const HomeRank *rank,
                        const Model *model)
{
    Text words = {0}, right = {0};
    size_t count = model->library ? library_count(model->library) : 0;
    if (state->finder.is_typing || *state->finder.words)
        text_print(&words, "/ %s", state->finder.words);
    else
        text_add(&words, state->is_today ? "what is due today" : "where does it need it?");
    if (model->library && library_is_scanned(model->library))
        text_print(&right, "%d routine%s", (int)count, count == 1 ? "" : "s");
    if (rank->unread > 0)
        text_print(&right, ", %d still to read", rank->unread);
    else if (rank->broken > 0)
        text_print(&right, ", %d with a problem", rank->broken);
    panes_header(canvas, panes, style_bold(ROLE_ACCENT), "knead", text_show(&words), text_show(&right), "");
    if (state->finder.is_typing && panes->header.height > 0) {
        int x = MIN_OF(panes->header.x + 7 + utf8_cells(text_show(&words)), panes->header.x + panes->header.width - 1);
        canvas_put(canvas, x, panes->header.y, (Style){ROLE_TEXT, ROLE_GROUND, STYLE_REVERSE}, ' ', '_');
        canvas_cursor(canvas, x, panes->header.y);
    }
    text_release(&words);
    text_release(&right);
}

/* "r  go on with Calf Care     at 4:12 of 13:10, today at 14:32", or as much as there is room for. */
static void draw_left(Canvas *canvas, Rect line, const ModelLeft *left)
{
    if (line.height == 0)
        return;
    char at[DURATION_TEXT_SIZE], total[DURATION_TEXT_SIZE];
    const bool is_wide = line.width >= LEFT_WIDE, is_tiny = line.width < LEFT_SMALL;
    Text place = {0};
    text_print(&place, is_tiny ? "%s" : "at %s", duration_clock(at, left->at_s));
    if (is_wide)
        text_print(&place, " of %s%s%s", duration_clock(total, left->total_s), left->when ? ", " : "",
                   left->when ? left->when : "");
    int x = line.x + canvas_text(canvas, line.x, line.y, line.width, style_of(ROLE_CLEAR), "r") + (is_tiny ? 1 : 2);
    if (!is_tiny)
        x += canvas_text(canvas, x, line.y, line.width, style_of(ROLE_DIM), "go on with") + 1;
    const int end = line.x + line.width, room = end - x - utf8_cells(text_show(&place)) - 2;
    canvas_text(canvas, x, line.y, MAX_OF(room, 0), style_of(ROLE_ACCENT), left->title);
    canvas_text_right(canvas, end, line.y, line.width, style_of(ROLE_DIM), text_show(&place));
    text_release(&place);
}

/* The way out is named for where it leads. */
static void draw_footer(Canvas *canvas, Rect line, const HomeState *state, const HomeRank *rank, bool has_left)
{
    const char *key = is_open(state) || state->finder.is_typing ? "esc" : "q", *label = *key == 'e' ? "close" : "quit";
    if (line.height == 0)
        return;
    Rect way_out = rect_cut_right(&line, utf8_cells(key) + 1 + utf8_cells(label));
    int x = way_out.x + canvas_text(canvas, way_out.x, line.y, way_out.width, style_of(ROLE_CLEAR), key) + 1;
    canvas_text(canvas, x, line.y, utf8_cells(label), style_of(ROLE_DIM), label);
    rect_cut_right(&line, 2);
    const bool is_at_chips = state->focus == HOME_CHIPS && !state->finder.is_typing;
    ActionSet hidden = state->finder.is_typing ? ~ACTION_BIT(ACTION_OPEN) : ACTION_BIT(ACTION_BACK);
    if (rank->count == 0)
        hidden |= ACTION_BIT(ACTION_EDIT_ROUTINE) | (is_at_chips ? 0 : ACTION_BIT(ACTION_OPEN));
    if (!has_left)
        hidden |= ACTION_BIT(ACTION_RESUME);
    footer_draw_as(canvas, line, MAP_HOME, hidden, ACTION_OPEN,
                   is_at_chips ? "change" : action_rows[ACTION_OPEN].label);
}

static void home_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const HomeState *state = memory;
    HomeLayout layout = home_layout_cut(state, model, canvas->width, canvas->height);
    HomeRank rank = home_rank(state, model);
    canvas_cursor(canvas, layout.heading.x, layout.heading.y);
    home_routines_draw(canvas, &layout, state, model, &rank);
    if (state->focus == HOME_BODY)
        canvas_cursor(canvas, layout.heading.x, layout.heading.y);
    home_figure_draw(canvas, &layout, state, model);
    home_chips_draw(canvas, layout.chips, &layout.laid_chips, state, model);
    draw_header(canvas, &layout.panes, state, &rank, model);
    panes_notice(canvas, &layout.panes, model->notice);
    draw_left(canvas, layout.left, &model->left);
    draw_footer(canvas, layout.panes.footer, state, &rank, model->left.title != NULL);
    home_rank_release(&rank);
}

const Screen screen_home = {
    .name = "home",
    .map = MAP_HOME,
    .takes_clicks = true,
    .state_size = sizeof(HomeState),
    .enter = home_enter,
    .key = home_key,
    .takes_text = home_takes_text,
    .draw = home_draw,
    .follow = home_follow,
};
