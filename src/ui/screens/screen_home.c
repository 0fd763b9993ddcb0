/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "routine/wording.h"
#include "ui/body/body_draw.h"
#include "ui/screen.h"
#include "ui/screens/home.h"
#include "ui/screens/home_list.h"
#include "ui/screens/suggestion.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"

/* The body: front and back, or a list of its areas, and the legend. */

enum {
    MARK_CELLS = 2,
    WORDED_WIDTH = 24, /* of a list of areas that says the step in a word */
    NAMED_WIDTH = 15,  /* of a figure that has room for a word beside its head */
    LEGEND_GAP = 2,
    LEGEND_SWATCH = 2,
};

static LastWorked recency_at(const Model *model, int area)
{
    return last_worked_of(model->area_days ? model->area_days[area] : MODEL_NOT_KNOWN);
}

static int legend_cells(bool is_brief)
{
    int cells = (LAST_WORKED_COUNT - 1) * LEGEND_GAP;
    for (int step = 0; step < LAST_WORKED_COUNT; step++)
        cells += LEGEND_SWATCH + utf8_cells(is_brief ? last_worked_rows[step].brief : last_worked_rows[step].word);
    return cells;
}

/* The latest first, as it is read. */
static void draw_legend(Canvas *canvas, Rect line)
{
    if (line.height == 0)
        return;
    bool is_brief = legend_cells(false) > line.width;
    bool is_tight = legend_cells(is_brief) > line.width;
    int x = line.x, gap = is_tight ? 1 : LEGEND_GAP;
    for (int step = LAST_WORKED_COUNT - 1; step >= 0 && x < line.x + line.width; step--) {
        const LastWorkedRow *row = &last_worked_rows[step];
        last_worked_put(canvas, x, line.y, (LastWorked)step);
        x += is_tight ? 1 : LEGEND_SWATCH;
        x += canvas_text(canvas, x, line.y, line.x + line.width - x, style_of(ROLE_DIM),
                         is_brief ? row->brief : row->word) +
             gap;
    }
}

static void put_cursor(Canvas *canvas, Rect figure, BodySpot spot)
{
    int x = 0, y = 0;
    const int across = body_dots_across(canvas->look);
    const BodyDot *dots = body_dots(canvas, spot.view, figure);
    if (body_walk_middle(dots, spot, across * figure.width, BODY_DOTS_DOWN * figure.height, &x, &y))
        canvas_cursor(canvas, figure.x + x / across, figure.y + y / BODY_DOTS_DOWN);
}

static void draw_figures(Canvas *canvas, const HomeLayout *layout, const HomeState *state, const Model *model)
{
    static const char *const names[BODY_VIEW_COUNT] = {"front", "back"};
    uint8_t steps[AREA_COUNT];
    for (int area = 0; area < AREA_COUNT; area++)
        steps[area] = (uint8_t)recency_at(model, area);
    for (int view = 0; view < BODY_VIEW_COUNT; view++) {
        Rect figure = view == BODY_FRONT ? layout->front : layout->back;
        body_draw_steps(canvas, figure, (BodyView)view, (BodyAreas)1 << state->spot.area, steps);
        if (figure.width >= NAMED_WIDTH)
            canvas_text(canvas, figure.x, figure.y, figure.width, style_of(ROLE_DIM), names[view]);
    }
    if (state->focus == HOME_BODY)
        put_cursor(canvas, state->spot.view == BODY_FRONT ? layout->front : layout->back, state->spot);
}

static void draw_area(Canvas *canvas, Rect row, const HomeState *state, const Model *model, int area)
{
    bool is_chosen = area == (int)state->spot.area, has_focus = is_chosen && state->focus == HOME_BODY;
    const LastWorkedRow *step = &last_worked_rows[recency_at(model, area)];
    Text name = {0};
    wording_id(&name, area_name(area));
    if (is_chosen) {
        canvas_put(canvas, row.x, row.y, style_bold(ROLE_ACCENT), 0x25B8, '>');
        if (has_focus)
            canvas_cursor(canvas, row.x, row.y);
    }
    int words = row.width >= WORDED_WIDTH ? utf8_cells(step->brief) + LEGEND_SWATCH : 1;
    canvas_text(canvas, row.x + MARK_CELLS, row.y, row.width - MARK_CELLS - 1 - words,
                is_chosen ? style_bold(ROLE_ACCENT) : style_of(ROLE_TEXT), text_show(&name));
    if (model->area_days) {
        int x = row.x + row.width - (row.width >= WORDED_WIDTH ? LEGEND_SWATCH + 6 : 1);
        last_worked_put(canvas, x, row.y, recency_at(model, area));
        if (words > 1)
            canvas_text(canvas, x + LEGEND_SWATCH, row.y, 6, style_of(ROLE_DIM), step->brief);
    }
    text_release(&name);
}

static int area_rows(const HomeLayout *layout)
{
    return MAX_OF(layout->areas.height, 1);
}

/* The same as before; where the area was chosen in another way than in the list, and is out of sight, as if it were
 * opened on it. */
static int top_area(const HomeLayout *layout, const HomeState *state)
{
    const int area = (int)state->spot.area, rows = area_rows(layout), kept = state->area_top;
    const bool is_in_sight = area >= kept && area < kept + rows && kept + rows <= MAX_OF(AREA_COUNT, rows);
    return is_in_sight ? kept : list_top(area, AREA_COUNT, rows);
}

static void follow_area(const HomeLayout *layout, HomeState *state, Area area)
{
    const int top = top_area(layout, state);
    state->area_top = list_keep(top, (int)area, AREA_COUNT, area_rows(layout), LIST_MARGIN);
}

static void draw_body(Canvas *canvas, const HomeLayout *layout, const HomeState *state, const Model *model)
{
    if (layout->front.height > 0)
        draw_figures(canvas, layout, state, model);
    int top = top_area(layout, state);
    for (int i = 0; i < layout->areas.height && top + i < AREA_COUNT; i++)
        draw_area(canvas, (Rect){layout->areas.x, layout->areas.y + i, layout->areas.width, 1}, state, model, top + i);
    if (model->area_days)
        draw_legend(canvas, layout->legend);
}

static bool is_in(Rect rect, int x, int y)
{
    return x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;
}

/* The first dot of the cell that is on the figure, the upper ones before the lower ones. */
static bool dot_at(BodyView view, Rect figure, int x, int y, BodySpot *spot)
{
    const size_t width = 2 * (size_t)figure.width, at = 2 * (size_t)(y - figure.y) * width + 2 * (size_t)(x - figure.x);
    const size_t places[] = {at, at + 1, at + width, at + width + 1};
    BodyDot *dots = memory_resize(NULL, width * (size_t)figure.height * 2, sizeof(*dots)), dot = {.area = BODY_NO_AREA};
    body_raster(view, (int)width, 2 * figure.height, dots);
    for (size_t i = 0; i < ARRAY_LEN(places) && dot.area == BODY_NO_AREA; i++)
        dot = dots[places[i]];
    free(dots);
    if (dot.area == BODY_NO_AREA)
        return false;
    *spot = (BodySpot){view, (Area)dot.area, (Side)dot.side};
    return true;
}

static bool find_spot(const HomeLayout *layout, HomeState *state, int x, int y, BodySpot *spot)
{
    if (is_in(layout->front, x, y))
        return dot_at(BODY_FRONT, layout->front, x, y, spot);
    if (is_in(layout->back, x, y))
        return dot_at(BODY_BACK, layout->back, x, y, spot);
    const int top = top_area(layout, state), area = list_at(layout->areas, 1, top, AREA_COUNT, x, y);
    if (area < 0)
        return false;
    state->area_top = top;
    *spot = body_spot_of(&state->ground, (Area)area);
    return true;
}

enum {
    LEFT_WIDE = 60,
    LEFT_SMALL = 36
}; /* cells of the line of the session that was left, from which it says all, more */

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
    uint32_t index = home_list_index(rank, row);
    state->chosen = index + 1;
    return (Request){.kind = REQUEST_OPEN, .value = (int32_t)index};
}

static Request open_chosen(HomeState *state, const Model *model)
{
    HomeRank rank = home_list_rank(state, model);
    Request answer = open_row(state, &rank, home_list_row(&rank, state));
    home_list_release(&rank);
    return answer;
}

static Request edit_chosen(const HomeState *state, const Model *model)
{
    HomeRank rank = home_list_rank(state, model);
    Request answer = request(REQUEST_NONE);
    if (rank.count > 0)
        answer = (Request){.kind = REQUEST_EDIT_ENTRY,
                           .value = (int32_t)home_list_index(&rank, home_list_row(&rank, state))};
    home_list_release(&rank);
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
    uint32_t index = home_list_index(rank, row);
    state->chosen = index + 1;
    if (state->is_today)
        light_due(state, model, index);
    return request(REQUEST_DRAW);
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
    home_list_release(&rank);
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
    follow_area(&layout, state, (Area)area);
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
    if (find_spot(&layout, state, x, y, &spot)) {
        state->focus = HOME_BODY;
        finder_clear(&state->finder);
        return go_to(state, spot);
    }
    HomeRank rank = home_list_rank(state, model);
    int row = home_list_at(&layout, state, &rank, x, y);
    Request answer = open_row(state, &rank, row);
    home_list_release(&rank);
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
    HomeRank rank = home_list_rank(state, model);
    if (rank.count > 0)
        choose_row(state, model, &rank, 0);
    home_list_release(&rank);
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
        return focus_on(state, (HomeFocus)(((int)state->focus + (action == ACTION_FOCUS ? 1 : 2)) % HOME_FOCUS_COUNT));
    if (action == ACTION_TODAY)
        return turn_to_today(state, model);
    if (action == ACTION_FIND)
        return start_typing(state);
    if (action == ACTION_EDIT_ROUTINE)
        return edit_chosen(state, model);
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

static void draw_header(Canvas *canvas, const Panes *panes, const HomeState *state, const HomeRank *rank,
                        const Model *model)
{
    Text words = {0}, right = {0};
    size_t count = model->library ? library_count(model->library) : 0;
    if (state->finder.is_typing || *state->finder.words)
        text_print(&words, "/ %s", state->finder.words);
    else
        text_add(&words, state->is_today ? "what is due today" : "Where do you need it?");
    if (model->library && library_is_scanned(model->library))
        text_print(&right, "%d routine%s", (int)count, count == 1 ? "" : "s");
    if (rank->unread > 0)
        text_print(&right, ", %d still to read", rank->unread);
    else if (rank->broken > 0)
        text_print(&right, ", %d with a problem", rank->broken);
    panes_header(canvas, panes, style_bold(ROLE_ACCENT), "knead", text_show(&words), text_show(&right), "");
    if (state->finder.is_typing)
        panes_header_cursor(canvas, panes, "knead", text_show(&words));
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
        x += canvas_text(canvas, x, line.y, line.width, style_of(ROLE_DIM), "resume") + 1;
    const int end = line.x + line.width, room = end - x - utf8_cells(text_show(&place)) - 2;
    canvas_text(canvas, x, line.y, MAX_OF(room, 0), style_of(ROLE_ACCENT), left->title);
    canvas_text_right(canvas, end, line.y, line.width, style_of(ROLE_DIM), text_show(&place));
    text_release(&place);
}

/* The way out is named for where it leads. */
static void draw_footer(Canvas *canvas, Rect line, const HomeState *state, const HomeRank *rank, const Model *model)
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
    if (!home_marked_tool(state, model))
        hidden |= ACTION_BIT(ACTION_MARKED_TOOL);
    if (!model->left.title)
        hidden |= ACTION_BIT(ACTION_RESUME);
    footer_draw_as(canvas, line, MAP_HOME, hidden,
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
    if (state->focus == HOME_BODY)
        canvas_cursor(canvas, layout.heading.x, layout.heading.y);
    draw_body(canvas, &layout, state, model);
    home_chips_draw(canvas, layout.chips, &layout.laid_chips, state, model);
    draw_header(canvas, &layout.panes, state, &rank, model);
    draw_left(canvas, layout.left, &model->left);
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
