/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "progress/streak.h"
#include "ui/screen.h"
#include "ui/screens/home.h"
#include "ui/screens/home_body.h"
#include "ui/screens/home_list.h"
#include "ui/screens/home_offer.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"

static const BodySpot first_spot = {BODY_BACK, AREA_CALVES, SIDE_LEFT}; /* as body_spot_of says */

static Request request(RequestKind kind)
{
    return (Request){.kind = kind};
}

/* Keys and clicks. */

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
    state->shelf = HOME_OF_AREA;
    return request(REQUEST_DRAW);
}

static Request focus_on(HomeState *state, HomeFocus focus)
{
    state->focus = focus;
    return request(REQUEST_DRAW);
}

static bool is_part_offered(const HomeState *state, const Model *model)
{
    const HomeLayout layout = lay(state, model);
    return home_offer_is_part(&layout, model);
}

/* Whether the line below the header can be opened. */
static bool has_offer(const HomeLayout *layout, const HomeState *state, const Model *model)
{
    return home_offer_is_part(layout, model) || home_offer_is_due(layout, state, model);
}

/* The routine that has the focus: that of the offer, else of the chosen row. MODEL_ANY where there is none. */
static int32_t find_chosen(const HomeState *state, const Model *model)
{
    if (state->focus == HOME_OFFER && is_part_offered(state, model))
        return MODEL_ANY;
    if (state->focus == HOME_OFFER && model->due && model->due->count > 0)
        return (int32_t)model->due->items[0].index;
    HomeRank rank = home_list_rank(state, model);
    const int32_t index = rank.count > 0 ? (int32_t)home_list_index(&rank, home_list_row(&rank, state)) : MODEL_ANY;
    home_list_release(&rank);
    return index;
}

/* A request about it. */
static Request ask_about_chosen(RequestKind kind, const HomeState *state, const Model *model)
{
    const int32_t index = find_chosen(state, model);
    return index >= 0 ? (Request){.kind = kind, .value = index} : request(REQUEST_NONE);
}

/* A row that was opened stays the chosen one, whatever the order becomes. */
static Request open_chosen(HomeState *state, const Model *model)
{
    if (state->focus == HOME_OFFER && is_part_offered(state, model))
        return request(REQUEST_PROGRAMME);
    const Request answer = ask_about_chosen(REQUEST_OPEN, state, model);
    if (answer.kind != REQUEST_NONE && state->focus != HOME_OFFER)
        state->chosen = (uint32_t)answer.value + 1;
    return answer;
}

/* What is due lights the region that it is due for. */
static void light_due(HomeState *state, const Model *model, uint32_t index)
{
    for (size_t i = 0; model->due && i < model->due->count; i++) {
        if (model->due->items[i].index == index)
            state->spot = body_spot_of(&state->ground, (Area)model->due->items[i].area);
    }
}

static Request choose_row(HomeState *state, const Model *model, const HomeRank *rank, int row)
{
    uint32_t index = home_list_index(rank, row);
    state->chosen = index + 1;
    if (state->shelf == HOME_DUE)
        light_due(state, model, index);
    return request(REQUEST_DRAW);
}

/* Up from the top leads to the routine that is offered. */
static Request leave_upwards(HomeState *state, const Model *model)
{
    const HomeLayout layout = lay(state, model);
    return has_offer(&layout, state, model) ? focus_on(state, HOME_OFFER) : request(REQUEST_NONE);
}

/* Down from the last row leads to the chips. */
static Request move_row(HomeState *state, const Model *model, Action action)
{
    HomeRank rank = home_list_rank(state, model);
    int row = home_list_row(&rank, state), before = row;
    Request answer = request(REQUEST_NONE);
    if (rank.count > 0 && list_move(&row, action, rank.count))
        answer = choose_row(state, model, &rank, row);
    if (action == ACTION_DOWN && (rank.count == 0 || row == before) && !state->finder.is_typing)
        answer = focus_on(state, HOME_CHIPS);
    if (action == ACTION_UP && row == before && !state->finder.is_typing)
        answer = leave_upwards(state, model);
    home_list_release(&rank);
    return answer;
}

static Request key_in_list(HomeState *state, const Model *model, Action action)
{
    int area = (int)state->spot.area;
    if (action == ACTION_LEFT || action == ACTION_RIGHT)
        return action == ACTION_RIGHT ? focus_on(state, HOME_ROUTINES) : request(REQUEST_NONE);
    if (!list_move(&area, action, AREA_COUNT))
        return action == ACTION_UP ? leave_upwards(state, model) : request(REQUEST_NONE);
    const HomeLayout layout = lay(state, model);
    home_body_follow_area(&layout, state, (Area)area);
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
        if (action == ACTION_UP)
            return leave_upwards(state, model);
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

static Request key_on_offer(HomeState *state, const Model *model, Action action)
{
    if (action == ACTION_DOWN)
        return focus_on(state, HOME_BODY);
    return action == ACTION_RIGHT ? open_chosen(state, model) : request(REQUEST_NONE);
}

static Request key_on_chips(HomeState *state, const Model *model, Action action, int32_t key)
{
    bool is_out = false;
    const HomeLayout layout = lay(state, model);
    Request answer = home_chips_key(state, &layout.laid_chips, model, action, key, &is_out);
    return is_out ? focus_on(state, HOME_ROUTINES) : answer;
}

static Request click_offer(HomeState *state, const Model *model, const HomeLayout *layout)
{
    if (model->left.title)
        return request(REQUEST_GO_ON);
    if (!has_offer(layout, state, model))
        return request(REQUEST_NONE);
    state->focus = HOME_OFFER;
    return open_chosen(state, model);
}

static Request click(HomeState *state, const Model *model, int32_t key)
{
    int x = key_click_x(key), y = key_click_y(key);
    HomeLayout layout = lay(state, model);
    BodySpot spot;
    if (layout.offer.height > 0 && y == layout.offer.y)
        return click_offer(state, model, &layout);
    if (home_body_at(&layout, state, x, y, &spot)) {
        state->focus = HOME_BODY;
        finder_clear(&state->finder);
        return go_to(state, spot);
    }
    HomeRank rank = home_list_rank(state, model);
    int row = home_list_at(&layout, state, &rank, x, y);
    if (row >= 0)
        state->chosen = home_list_index(&rank, row) + 1;
    home_list_release(&rank);
    if (row < 0)
        return home_chips_click(state, &layout.laid_chips, model, x - layout.chips.x, y - layout.chips.y);
    state->focus = HOME_ROUTINES;
    return open_chosen(state, model);
}

/* The region that is typed is chosen, and stays so when the words are taken away. */
static Request key_while_typing(HomeState *state, const Model *model, int32_t key)
{
    if (key == KEY_UP_ARROW || key == KEY_DOWN_ARROW || key == KEY_PAGE_UP || key == KEY_PAGE_DOWN)
        return move_row(state, model, key_bindings_action(NULL, MAP_GENERAL, key));
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
    return state->shelf != HOME_OF_AREA || *state->finder.words;
}

static void close_shelf(HomeState *state)
{
    if (state->shelf != HOME_OF_AREA)
        state->spot = state->before_shelf;
    state->shelf = HOME_OF_AREA;
}

/* One thing after the other is closed: the words, another shelf, the way into a part; then the program. */
static Request go_back(HomeState *state, int32_t key)
{
    if (is_open(state)) {
        finder_clear(&state->finder);
        close_shelf(state);
        state->chosen = 0;
        return focus_on(state, HOME_BODY);
    }
    if (key == KEY_ESCAPE_KEY && state->focus != HOME_BODY)
        return focus_on(state, HOME_BODY);
    return request(REQUEST_QUIT);
}

/* The same key closes it again. */
static Request turn_to(HomeState *state, const Model *model, HomeShelf shelf)
{
    const bool is_open_already = state->shelf == shelf;
    state->chosen = 0;
    finder_clear(&state->finder);
    close_shelf(state);
    if (is_open_already)
        return focus_on(state, HOME_BODY);
    state->shelf = shelf;
    state->before_shelf = state->spot;
    HomeRank rank = home_list_rank(state, model);
    if (rank.count > 0)
        choose_row(state, model, &rank, 0);
    home_list_release(&rank);
    return focus_on(state, shelf == HOME_DUE && is_part_offered(state, model) ? HOME_OFFER : HOME_ROUTINES);
}

static Request start_typing(HomeState *state)
{
    finder_clear(&state->finder);
    state->finder.is_typing = true;
    close_shelf(state);
    state->chosen = 0;
    return focus_on(state, HOME_ROUTINES);
}

static Request key_in_part(HomeState *state, const Model *model, Action action, int32_t key)
{
    if (state->focus == HOME_CHIPS)
        return key_on_chips(state, model, action, key);
    if (action == ACTION_OPEN)
        return open_chosen(state, model);
    if (state->focus == HOME_OFFER)
        return key_on_offer(state, model, action);
    return state->focus == HOME_BODY ? key_on_body(state, model, action) : key_on_routines(state, model, action);
}

/* The next part of the screen; the offer is one while there is one. */
static Request go_round(HomeState *state, const Model *model, int step)
{
    const HomeLayout layout = lay(state, model);
    const int count = HOME_FOCUS_COUNT - (has_offer(&layout, state, model) ? 0 : 1);
    return focus_on(state, (HomeFocus)(((int)state->focus % count + step + count) % count));
}

static Request about_tool(const HomeState *state, const Model *model)
{
    const bool is_marked = home_marked_tool(state, model) != NULL;
    return (Request){.kind = is_marked ? REQUEST_ABOUT_TOOL : REQUEST_NONE, .value = is_marked ? state->chip : 0};
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
        return go_round(state, model, action == ACTION_FOCUS ? 1 : -1);
    if (action == ACTION_TODAY || action == ACTION_FAVOURITES)
        return turn_to(state, model, action == ACTION_TODAY ? HOME_DUE : HOME_FAVOURITES);
    if (action == ACTION_FIND)
        return start_typing(state);
    if (action == ACTION_EDIT_ROUTINE || action == ACTION_FAVOURITE)
        return ask_about_chosen(action == ACTION_FAVOURITE ? REQUEST_FAVOURITE : REQUEST_EDIT_ENTRY, state, model);
    if (action == ACTION_MARKED_TOOL)
        return about_tool(state, model);
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
    if (change->tools && state->chip_row == HOME_TOOLS && state->chip >= 0)
        state->chip = (int)change->tools[state->chip];
}

/* Weeks in a row; files that are not read yet or have a problem, else, where nothing is counted, how many there are. */
static void add_right(Text *right, Text *brief, const HomeRank *rank, const Model *model)
{
    const bool has_news = rank->unread > 0 || rank->broken > 0;
    const size_t count = model->library ? library_count(model->library) : 0;
    if (model->streak) {
        streak_add(right, model->streak, has_news);
        streak_add(brief, model->streak, true);
    }
    if (right->length > 0 && has_news)
        text_add(right, "   ");
    else if (right->length == 0 && model->library && library_is_scanned(model->library))
        text_print(right, "%d routine%s%s", (int)count, count == 1 ? "" : "s", has_news ? ", " : "");
    if (rank->unread > 0)
        text_print(right, "%d still to read", rank->unread);
    else if (rank->broken > 0)
        text_print(right, "%d with a problem", rank->broken);
}

static void draw_header(Canvas *canvas, const Panes *panes, const HomeState *state, const HomeRank *rank,
                        const Model *model)
{
    static const char *const questions[] = {[HOME_OF_AREA] = "Where do you need it?",
                                            [HOME_DUE] = "what is due today",
                                            [HOME_FAVOURITES] = "what you like, and did last"};
    Text words = {0}, right = {0}, brief = {0};
    add_right(&right, &brief, rank, model);
    if (state->finder.is_typing || *state->finder.words)
        text_print(&words, "/ %s", state->finder.words);
    else if (panes->is_full || brief.length == 0)
        text_add(&words, questions[state->shelf]);
    panes_header(canvas, panes, style_bold(ROLE_ACCENT), "knead", text_show(&words), text_show(&right),
                 text_show(&brief));
    if (state->finder.is_typing)
        panes_header_cursor(canvas, panes, "knead", text_show(&words));
    text_release(&words);
    text_release(&right);
    text_release(&brief);
}

/* The way out is named for where it leads. */
static void draw_footer(Canvas *canvas, Rect line, const HomeState *state, const HomeRank *rank, const Model *model)
{
    const bool is_typing = state->finder.is_typing, closes = is_typing || is_open(state);
    const bool is_esc = is_typing || (closes && key_bindings_has(model->keys, ACTION_BACK, KEY_ESCAPE_KEY));
    char name[KEY_NAME_SIZE];
    const char *key = is_esc ? "esc" : key_bindings_first(model->keys, ACTION_BACK, name);
    const char *label = closes ? "close" : "quit";
    if (line.height == 0)
        return;
    Rect way_out = rect_cut_right(&line, utf8_cells(key) + 1 + utf8_cells(label));
    int x = way_out.x + canvas_text(canvas, way_out.x, line.y, way_out.width, style_of(ROLE_CLEAR), key) + 1;
    canvas_text(canvas, x, line.y, utf8_cells(label), style_of(ROLE_DIM), label);
    rect_cut_right(&line, 2);
    const bool is_at_chips = state->focus == HOME_CHIPS && !state->finder.is_typing;
    ActionSet hidden = state->finder.is_typing ? ~ACTION_BIT(ACTION_OPEN) : ACTION_BIT(ACTION_BACK);
    if (rank->count == 0)
        hidden |= ACTION_BIT(ACTION_EDIT_ROUTINE) | ACTION_BIT(ACTION_FAVOURITE) |
                  (is_at_chips ? 0 : ACTION_BIT(ACTION_OPEN));
    if (!home_marked_tool(state, model))
        hidden |= ACTION_BIT(ACTION_MARKED_TOOL);
    if (!model->left.title)
        hidden |= ACTION_BIT(ACTION_RESUME);
    footer_draw_as(canvas, line, model->keys, MAP_HOME, hidden,
                   (const char *const[ACTION_COUNT]){[ACTION_OPEN] = is_at_chips ? "change" : NULL});
}

static void home_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const HomeState *state = memory;
    HomeLayout layout = home_layout_cut(state, model, canvas->width, canvas->height);
    HomeRank rank = home_list_rank(state, model);
    canvas_cursor(canvas, layout.heading.x, layout.heading.y);
    home_list_draw_preview(canvas, layout.preview, state, model, &rank);
    home_list_draw(canvas, &layout, state, model, &rank);
    if (state->focus == HOME_BODY) /* on the name of the part that is marked: a figure cannot be read out */
        canvas_cursor(canvas, layout.heading.x, layout.heading.y);
    home_body_draw(canvas, &layout, state, model);
    home_chips_draw(canvas, layout.chips, &layout.laid_chips, state, model);
    draw_header(canvas, &layout.panes, state, &rank, model);
    home_offer_draw(canvas, &layout, state, model);
    panes_notice(canvas, &layout.panes, model->notice);
    draw_footer(canvas, layout.panes.footer, state, &rank, model);
    home_list_release(&rank);
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
