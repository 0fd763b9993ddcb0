/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "routine/routine.h"
#include "support/golden.h"
#include "ui/screen.h"
#include "ui/screens/player_layout.h"

Suite *suite_player(void);

static const char routine_text[] =
    "knead: 1\n"
    "title: Calf & Hamstring Smash\n"
    "defaults: {prepare: 5s, switch: 5s, rest: 10s}\n"
    "moves:\n"
    "  - name: Calf strip\n"
    "    areas: calves\n"
    "    tools: [therapy-ball | tennis-ball, block]\n"
    "    technique: stripping\n"
    "    setup: Sit on the floor with your hands behind you. Put the ball on the block and the\n"
    "      lower calf on the ball.\n"
    "    sides: both\n"
    "    phases:\n"
    "      - {name: Sink in, hold: 20s, cues: [Let the weight of the leg do it.]}\n"
    "      - {name: Side to side, technique: cross-friction, passes: 11, pace: 4s,\n"
    "         cues: [\"Let the toes fall out, then in. Slow sweeps.\", A little further up.]}\n"
    "      - {name: Melt, technique: contract-relax, hold: 30s-60s, cues: [\"Press for 6 s, soften for 10 s.\"]}\n"
    "    pressure: 4-6\n"
    "    breathe: 4-6\n"
    "    lighter: Take weight off with your hands.\n"
    "    feel: A broad, dull ache that lets go.\n"
    "    avoid: [The hollow of the knee, The shin bone's edge; stop if it tingles]\n"
    "  - {name: Ankle circles, areas: [achilles, feet], technique: circles, hold: 40s, cues: [As large as they go.]}\n"
    "  - {rest: 15s, say: Stand up and walk a few steps.}\n"
    "  - {name: Upper back, areas: upper-back, technique: sustained-pressure, sides: left, hold: 90s, pressure: 3,\n"
    "     setup: Lean against the wall., breathe: 4-2-6}\n";

enum { AFTERNOON_S = 14 * 3600 + 10 * 60 };

static Plan *plan;
static Session session;
static EventList events;
static const Settings nothing_said;
static Model model;

static void begin(void)
{
    DiagnosticList diags;
    diagnostic_init(&diags, "player.yaml");
    Routine *routine = routine_parse(routine_text, strlen(routine_text), "player", NULL, &diags);
    ck_assert_msg(routine != NULL, "%s", diagnostic_first(&diags));
    const Routine *const routines[] = {routine};
    plan = plan_build(routines, 1, &(PlanOptions){0}, &(char *){NULL});
    ck_assert_ptr_nonnull(plan);
    routine_free(routine);
    diagnostic_release(&diags);
    session_init(&session, plan);
    advance_by_command(&session, COMMAND_GO_ON, 0, &events);
    model = (Model){.plan = plan,
                    .session = &session,
                    .settings = &nothing_said,
                    .clock_s = AFTERNOON_S,
                    .switches = {.sound = true},
                    .has_sound = true,
                    .speed = 1,
                    .can_record = true};
}

static void end(void)
{
    session_release(&session);
    plan_free(plan);
    event_release(&events);
}

static void draw(Canvas *canvas)
{
    ScreenStack stack = {0};
    screens_push(&stack, &screen_player, &model);
    screens_draw(&stack, &model, canvas);
    screens_release(&stack);
}

static void keys(const char *typed)
{
    ScreenStack stack = {0};
    screens_push(&stack, &screen_player, &model);
    for (; *typed; typed++) {
        Request request = screens_key(&stack, &model, *typed);
        ck_assert_int_eq(request.kind, REQUEST_COMMAND);
        advance_by_command(&session, request.command, request.value, &events);
    }
    screens_release(&stack);
}

/* The states, each reached as a person would: so far into the session, then these keys. */
static const struct {
    const char *name;
    int32_t at_ms;
    const char *keys;
    const char *paused_note, *answer_title, *answer, *notice, *lowered;
    bool calls;
    const char *says; /* seen in every size but the smallest */
    bool is_cue;      /* in large letters where there is room */
} states[] = {
    {"prepare", 1000, "", NULL, NULL, NULL, NULL, NULL, false, "GET READY", false},
    {"hold", 40000, "5", NULL, NULL, NULL, NULL, NULL, false, "felt 5", false},
    {"may-end", 105000, "", NULL, NULL, NULL, NULL, NULL, false, "Press Enter", false},
    {"ease-off", 40000, "7", NULL, "Ease off", "Take weight off with your hands.", NULL, NULL, false, "Ease off",
     false},
    {"lowered", 40000, "", NULL, NULL, NULL, NULL, "lower by 2 since 18 November: it hurt", false, "2-4 light to firm",
     false},
    {"switch", 130000, "", NULL, NULL, NULL, NULL, NULL, false, "SWITCH to the right side", false},
    {"right", 200000, "", NULL, NULL, NULL, NULL, NULL, false, "RIGHT \u25B8  left is done", false},
    {"rest", 314000, "", NULL, NULL, NULL, NULL, NULL, false, "REST before Upper back", false},
    {"paused", 40000, " ", "asleep for 12 min", NULL, NULL, NULL, NULL, false, "PAUSED: asleep for 12 min", false},
    {"paused-setup", 1000, " ", NULL, NULL, NULL, NULL, NULL, false, "Sit on the floor", true},
    {"counting", 40000, "  ", NULL, NULL, NULL, NULL, NULL, false, "GOING ON in 3", false},
    {"calls", 5500, "", NULL, NULL, NULL, "Your records cannot be written.", NULL, true, "Hold 20 s: Sink in", false},
    {"calls-rest", 313000, "", NULL, NULL, NULL, NULL, NULL, true, "Rest 15 s: Stand up", false},
    {"calls-waiting", 500, "w", NULL, NULL, NULL, NULL, NULL, true, "press Enter when ready", false},
    {"stopped", 40000, "!", NULL, NULL, NULL, NULL, NULL, false, "STOPPED: it hurt", false},
    {"stopped-setup", 131000, "!", NULL, NULL, NULL, NULL, NULL, false, "Come off it", true},
    {"stopped-last", 340000, "!", NULL, NULL, NULL, NULL, NULL, false, "Press Space to end", true},
    {"marked", 40000, "! NB  nNN", NULL, NULL, NULL, NULL, NULL, false, "skipped", false},
    {"waiting", 1000, "w", NULL, NULL, NULL, NULL, NULL, false, "press Enter when ready", false},
    {"waiting-switch", 130000, "w", NULL, NULL, NULL, NULL, NULL, false, "press Enter when ready", false},
    {"no-side", 280000, "", NULL, NULL, NULL, NULL, NULL, false, "Ankle circles", false},
};

static void enter_state(size_t state)
{
    if (states[state].lowered)
        plan_lower(plan, AREA_CALVES, 2, states[state].lowered);
    advance_session(&session, states[state].at_ms, &events);
    keys(states[state].keys);
    model.paused_note = states[state].paused_note;
    model.answer_title = states[state].answer_title;
    model.answer = states[state].answer;
    model.notice = states[state].notice;
    model.calls = states[state].calls;
}

static const struct {
    const char *name;
    int width, height;
    Look look;
} windows[] = {
    {"80x24", 80, 24, {.colours = 256, .is_utf8 = true}},
    {"120x40", 120, 40, {.colours = 256, .is_utf8 = true}},
    {"40x12", 40, 12, {.colours = 256, .is_utf8 = true}},
    {"20x4", 20, 4, {.colours = 256, .is_utf8 = true}},
    {"80x24-mono", 80, 24, {.is_utf8 = true}},
    {"80x24-ascii", 80, 24, {0}},
    {"40x12-ascii", 40, 12, {0}},
};

START_TEST(looks_as_looked_over)
{
    size_t state = (size_t)_i / ARRAY_LEN(windows), window = (size_t)_i % ARRAY_LEN(windows);
    enter_state(state);
    Canvas canvas;
    canvas_init(&canvas, windows[window].width, windows[window].height, windows[window].look);
    draw(&canvas);
    Text dump = {0}, name = {0};
    canvas_dump(&canvas, true, &dump);
    text_print(&name, "screens/player-%s-%s.txt", states[state].name, windows[window].name);
    golden_check(text_show(&name), text_show(&dump));
    text_release(&name);
    text_release(&dump);
    canvas_release(&canvas);
}
END_TEST

static bool shows(Canvas *canvas, const char *text)
{
    Text dump = {0};
    draw(canvas);
    canvas_dump(canvas, false, &dump);
    bool is_there = strstr(text_show(&dump), text) != NULL;
    text_release(&dump);
    return is_there;
}

START_TEST(says_its_state_in_words)
{
    enter_state((size_t)_i);
    for (size_t i = 0; i < (states[_i].is_cue ? 1 : 2); i++) {
        Canvas canvas;
        canvas_init(&canvas, windows[i].width, windows[i].height, windows[i].look);
        ck_assert_msg(shows(&canvas, states[_i].says), "%s: no '%s'", states[_i].name, states[_i].says);
        ck_assert_int_ge(canvas.cursor_x, 0);
        canvas_release(&canvas);
    }
}
END_TEST

START_TEST(draws_in_any_size)
{
    enter_state((size_t)_i);
    Canvas canvas;
    canvas_init(&canvas, 1, 1, (Look){.colours = 256, .is_utf8 = true});
    for (int width = 1; width <= 210; width += width < 90 ? 3 : 20) {
        for (int height = 1; height <= 65; height += height < 30 ? 1 : 7) {
            canvas_resize(&canvas, width, height);
            draw(&canvas);
            ck_assert_int_lt(canvas.cursor_x, width);
            ck_assert_int_lt(canvas.cursor_y, height);
        }
    }
    canvas_release(&canvas);
}
END_TEST

/* With --quiet: when the call fills the window, and what the line below the word says then. */
static const struct {
    int32_t at_ms;
    const char *keys, *line;
    bool fills;
    int32_t speed;
} calls[] = {
    {0, "", "Get ready: Calf strip", true, 1},
    {999, "", "Get ready: Calf strip", true, 1},
    {1000, "", "Get ready: Calf strip", false, 1},
    {500, "w", "Get ready: Calf strip", false, 1},  /* who waits reads the set-up */
    {500, "w ", "Get ready: Calf strip", true, 1},  /* its second goes on */
    {500, " ", "Get ready: Calf strip", false, 1},  /* paused */
    {500, "  ", "Get ready: Calf strip", false, 1}, /* counted in */
    {500, "!", "Get ready: Calf strip", false, 1},
    {0, "", "Get ready: Calf strip", false, 2}, /* one after another would flicker */
    {5000, "", "Hold 20 s: Sink in", true, 1},
    {5000, "+", "Hold 30 s: Sink in", true, 1},
    {25000, "", "11 strokes: Side to side", true, 1},
    {129000, "", "Switch sides: Calf strip", true, 1},
    {134000, "", "Hold 20 s: Sink in", true, 1},
    {258000, "", "Rest 10 s", true, 1},
    {268000, "", "Get ready: Ankle circles", true, 1},
    {273000, "", "Hold 40 s: Ankle circles", true, 1},
    {280000, "b", "Hold 40 s: Ankle circles", true, 1}, /* back to its start */
    {313000, "", "Rest 15 s: Stand up and walk a few steps.", true, 1},
};

static void enter_call(size_t call)
{
    advance_session(&session, calls[call].at_ms, &events);
    keys(calls[call].keys);
    model.calls = true;
    model.speed = calls[call].speed;
}

START_TEST(calls_for_a_second)
{
    Canvas canvas;
    enter_call((size_t)_i);
    canvas_init(&canvas, 80, 24, (Look){.colours = 256, .is_utf8 = true});
    ck_assert_int_eq(shows(&canvas, calls[_i].line), calls[_i].fills);
    model.calls = false;
    ck_assert(!shows(&canvas, calls[_i].line));
    canvas_release(&canvas);
}
END_TEST

START_TEST(calls_with_these_words)
{
    Text dumps = {0};
    Canvas canvas;
    canvas_init(&canvas, 40, 7, (Look){.colours = 256, .is_utf8 = true});
    for (size_t i = 0; i < ARRAY_LEN(calls); i++) {
        end();
        begin();
        enter_call(i);
        draw(&canvas);
        if (calls[i].fills)
            canvas_dump(&canvas, false, &dumps);
    }
    golden_check("screens/player-call-words.txt", text_show(&dumps));
    text_release(&dumps);
    canvas_release(&canvas);
}
END_TEST

/* Where big letters have no room, the first line calls. */
START_TEST(calls_in_any_window)
{
    Canvas canvas;
    enter_call(0);
    canvas_init(&canvas, 1, 1, (Look){0});
    for (int width = 6; width < 60; width++) {
        for (int height = 1; height < 12; height++) {
            canvas_resize(&canvas, width, height);
            draw(&canvas);
            const bool has_room = width >= 22 && height >= 6;
            ck_assert_int_eq(theme_attributes(canvas.look, canvas.cells[width - 1].style) & STYLE_REVERSE,
                             STYLE_REVERSE);
            ck_assert_int_eq(canvas.cursor_y > 0, has_room);
        }
    }
    canvas_release(&canvas);
}
END_TEST

START_TEST(counts_seconds_up)
{
    Canvas canvas;
    canvas_init(&canvas, 40, 2, (Look){.colours = 256, .is_utf8 = true});
    advance_session(&session, 5000, &events);
    ck_assert(shows(&canvas, "LEFT   0:20 Calf strip"));
    advance_session(&session, 1, &events);
    ck_assert(shows(&canvas, "0:20"));
    advance_session(&session, 999, &events);
    ck_assert(shows(&canvas, "0:19"));
    canvas_release(&canvas);
}
END_TEST

START_TEST(paints_only_what_changes_each_second)
{
    Canvas canvas;
    Text first = {0}, later = {0};
    canvas_init(&canvas, 80, 24, (Look){.colours = 256, .is_utf8 = true});
    advance_session(&session, 280100, &events); /* no breath, no passes */
    draw(&canvas);
    canvas_dump(&canvas, true, &first);
    advance_session(&session, 800, &events);
    draw(&canvas);
    canvas_dump(&canvas, true, &later);
    ck_assert_str_eq(text_show(&first), text_show(&later));
    text_release(&first);
    text_release(&later);
    canvas_release(&canvas);
}
END_TEST

static const struct {
    int32_t key;
    RequestKind kind;
    SessionCommand command;
    int32_t value;
} requests[] = {
    {' ', REQUEST_COMMAND, COMMAND_TOGGLE, 0},
    {'n', REQUEST_COMMAND, COMMAND_NEXT, 0},
    {KEY_LEFT_ARROW, REQUEST_COMMAND, COMMAND_BACK, 0},
    {'N', REQUEST_COMMAND, COMMAND_NEXT_MOVE, 0},
    {'B', REQUEST_COMMAND, COMMAND_MOVE_BEFORE, 0},
    {'+', REQUEST_COMMAND, COMMAND_MORE, 0},
    {'-', REQUEST_COMMAND, COMMAND_LESS, 0},
    {'0', REQUEST_COMMAND, COMMAND_FELT, 0},
    {'7', REQUEST_COMMAND, COMMAND_FELT, 7},
    {KEY_ENTER_KEY, REQUEST_COMMAND, COMMAND_READY, 0}, /* setting up */
    {'w', REQUEST_COMMAND, COMMAND_WAIT, 0},
    {'!', REQUEST_COMMAND, COMMAND_HURT, 0},
    {'q', REQUEST_COMMAND, COMMAND_LEAVE, 0},
    {KEY_INTERRUPT, REQUEST_COMMAND, COMMAND_LEAVE, 0},
    {'l', REQUEST_ANSWER, COMMAND_PAUSE, ACTION_LIGHTER},
    {'d', REQUEST_ANSWER, COMMAND_PAUSE, ACTION_DEEPER},
    {'i', REQUEST_ABOUT, COMMAND_PAUSE, -1},
    {'m', REQUEST_SOUND, COMMAND_PAUSE, 0},
    {'?', REQUEST_SHOW, COMMAND_PAUSE, 0},
    {KEY_REDRAW, REQUEST_REDRAW, COMMAND_PAUSE, 0},
    {'e', REQUEST_NONE, COMMAND_PAUSE, 0}, /* only while paused */
    {'x', REQUEST_NONE, COMMAND_PAUSE, 0},
    {KEY_UP_ARROW, REQUEST_NONE, COMMAND_PAUSE, 0},
};

START_TEST(answers_keys)
{
    ScreenStack stack = {0};
    screens_push(&stack, &screen_player, &model);
    Request request = screens_key(&stack, &model, requests[_i].key);
    ck_assert_int_eq(request.kind, requests[_i].kind);
    if (request.kind == REQUEST_COMMAND)
        ck_assert_int_eq(request.command, requests[_i].command);
    ck_assert_int_eq(request.value, requests[_i].value);
    screens_release(&stack);
}
END_TEST

START_TEST(edits_while_paused)
{
    ScreenStack stack = {0};
    keys(" ");
    screens_push(&stack, &screen_player, &model);
    ck_assert_int_eq(screens_key(&stack, &model, 'e').kind, REQUEST_EDIT);
    screens_release(&stack);
}
END_TEST

/* Asserted once for a layout: an assertion writes to Check's pipe, and there are millions of cells. */
static bool takes_free_cells(const PlayerLayout *layout, int width, int height)
{
    bool taken[64][200] = {{false}};
    for (int i = BLOCK_TITLE; i <= BLOCK_COUNT; i++) {
        const Rect block = i < BLOCK_COUNT ? layout->blocks[i] : layout->figure;
        if (block.x + block.width > width || block.y + block.height > height)
            return false;
        for (int cell = 0; cell < block.width * block.height; cell++) {
            bool *place = &taken[block.y + cell / block.width][block.x + cell % block.width];
            if (*place)
                return false;
            *place = true;
        }
    }
    return true;
}

START_TEST(blocks_do_not_overlap)
{
    for (int width = 40; width <= 200; width += 5) {
        for (int height = 12; height <= 64; height++) {
            PlayerLayout layout = player_layout(&session, (Look){.colours = 256, .is_utf8 = true}, width, height);
            ck_assert(!layout.is_lines);
            ck_assert_int_ge(layout.blocks[BLOCK_STAGE].height, 5);
            ck_assert(!layout.is_large || layout.side_size.columns > 0);
            ck_assert_int_ge(layout.blocks[BLOCK_NEXT].height, 1);
            ck_assert_msg(takes_free_cells(&layout, width, height), "%dx%d", width, height);
        }
    }
}
END_TEST

/* Side, time and cue stand in the same cells in every state. Their places are a golden file. */

static const struct {
    int width, height;
} steady[] = {{20, 4}, {40, 12}, {60, 20}, {80, 24}, {120, 40}, {200, 60}};

enum { LINE_SIDE = 8, LINE_TIME = 5 }; /* cells of the first line in the smallest window */

typedef struct Places {
    Rect side, time, cue;
} Places;

static Places places_of(const PlayerLayout *layout, int width)
{
    const Rect *blocks = layout->blocks;
    if (layout->is_lines)
        return (Places){{0, 0, LINE_SIDE, 1}, {LINE_SIDE, 0, LINE_TIME, 1}, {0, 1, width, 1}};
    const Rect chip = {blocks[BLOCK_NAME].x, blocks[BLOCK_NAME].y, LINE_SIDE + 1, 1};
    return (Places){layout->side.width > 0 ? layout->side : chip, layout->time, blocks[BLOCK_CUE]};
}

/* What is drawn in a place, in a canvas of its own. */
static char *drawn_in(Rect place, const Canvas *canvas)
{
    Canvas part;
    Text dump = {0};
    canvas_init(&part, place.width, place.height, canvas->look);
    for (int y = 0; y < place.height; y++)
        memcpy(&part.cells[y * place.width], &canvas->cells[(place.y + y) * canvas->width + place.x],
               (size_t)place.width * sizeof(Cell));
    canvas_dump(&part, false, &dump);
    canvas_release(&part);
    return text_detach(&dump);
}

static char *expected_time(Rect place, DotSize size, const Scene *scene, Look look)
{
    Canvas canvas;
    canvas_init(&canvas, place.width, place.height, look);
    digits_draw(&canvas, place.width - digits_width(scene->clock, size), 0, size, style_of(ROLE_CLEAR), scene->clock);
    char *drawn = drawn_in((Rect){0, 0, place.width, place.height}, &canvas);
    canvas_release(&canvas);
    return drawn;
}

/* Large, or the word in its chip. */
static char *expected_side(Rect place, const PlayerLayout *layout, const Scene *scene, Look look)
{
    Canvas canvas;
    const Side side = scene->step->side;
    canvas_init(&canvas, place.width, place.height, look);
    if (side != SIDE_NONE && layout->side.width > 0) {
        const bool has_arrow = digits_width("RIGHT>", layout->side_size) <= place.width;
        digits_draw(&canvas, 0, 0, layout->side_size, style_of(ROLE_ACCENT), scene_big_side(side, has_arrow));
    } else if (side != SIDE_NONE) {
        canvas_text(&canvas, layout->is_lines ? 0 : 1, 0, place.width, style_of(ROLE_ACCENT), scene_side(side));
    }
    char *drawn = drawn_in((Rect){0, 0, place.width, place.height}, &canvas);
    canvas_release(&canvas);
    return drawn;
}

static void check_same(char *drawn, char *expected, const char *what, const char *state, int width)
{
    ck_assert_msg(strcmp(drawn, expected) == 0, "%s, %d wide: %s is not in its place:\n%s", state, width, what, drawn);
    free(drawn);
    free(expected);
}

static void print_places(Text *into, const Canvas *canvas, const Places *places)
{
    const Rect rects[] = {places->side, places->time, places->cue};
    static const char *const names[] = {"side", "time", "cue"};
    text_print(into, "%dx%d", canvas->width, canvas->height);
    for (size_t i = 0; i < ARRAY_LEN(rects); i++)
        text_print(into, "  %s %dx%d at %d, %d", names[i], rects[i].width, rects[i].height, rects[i].x, rects[i].y);
    text_add(into, "\n");
}

static Places check_state(Canvas *canvas, const char *state)
{
    Scene scene;
    draw(canvas);
    ck_assert(scene_of(&scene, &model));
    const PlayerLayout layout = player_layout(&session, canvas->look, canvas->width, canvas->height);
    const Places places = places_of(&layout, canvas->width);
    check_same(drawn_in(places.time, canvas), expected_time(places.time, layout.time_size, &scene, canvas->look),
               "time", state, canvas->width);
    check_same(drawn_in(places.side, canvas), expected_side(places.side, &layout, &scene, canvas->look), "side", state,
               canvas->width);
    Text cue = {0};
    scene_add_cue(&cue, &scene);
    char *drawn = drawn_in((Rect){places.cue.x, places.cue.y, places.cue.width, 1}, canvas);
    ck_assert_msg(cue.length == 0 || strspn(drawn, " \n") < strlen(drawn), "%s: no cue at its place", state);
    free(drawn);
    text_release(&cue);
    return places;
}

START_TEST(keeps_its_cells_in_all_states)
{
    Text table = {0};
    for (size_t i = 0; i < ARRAY_LEN(steady); i++) {
        Canvas canvas;
        Places first = {0};
        canvas_init(&canvas, steady[i].width, steady[i].height, (Look){.colours = 256, .is_utf8 = true});
        for (size_t state = 0; state < ARRAY_LEN(states); state++) {
            end();
            begin();
            enter_state(state);
            model.calls = false;
            const Places places = check_state(&canvas, states[state].name);
            if (state == 0)
                first = places;
            ck_assert_msg(memcmp(&places, &first, sizeof(places)) == 0, "%s: other cells", states[state].name);
        }
        print_places(&table, &canvas, &first);
        canvas_release(&canvas);
    }
    golden_check("screens/player-places.txt", text_show(&table));
    text_release(&table);
}
END_TEST

static const struct {
    int width, height;
} sizes[] = {{200, 60}, {120, 40}, {80, 24}, {60, 24}, {40, 12}};

START_TEST(names_the_tool_at_hand)
{
    const char *tools[] = {"tennis-ball"};
    const Settings settings = {.tools = {{tools, 1}, NULL, true}};
    Canvas canvas;
    model.settings = &settings;
    enter_state(0);
    canvas_init(&canvas, sizes[_i].width, sizes[_i].height, (Look){.colours = 256, .is_utf8 = true});
    ck_assert(shows(&canvas, "with tennis ball, block"));
    ck_assert(!shows(&canvas, "therapy"));
    canvas_release(&canvas);
}
END_TEST

Suite *suite_player(void)
{
    Suite *suite = suite_create("player");
    TCase *cases = tcase_create("player");
    tcase_add_checked_fixture(cases, begin, end);
    tcase_add_loop_test(cases, looks_as_looked_over, 0, (int)(ARRAY_LEN(states) * ARRAY_LEN(windows)));
    tcase_add_loop_test(cases, says_its_state_in_words, 0, (int)ARRAY_LEN(states));
    tcase_add_loop_test(cases, draws_in_any_size, 0, (int)ARRAY_LEN(states));
    tcase_add_loop_test(cases, names_the_tool_at_hand, 0, (int)ARRAY_LEN(sizes));
    tcase_add_loop_test(cases, calls_for_a_second, 0, (int)ARRAY_LEN(calls));
    tcase_add_test(cases, calls_with_these_words);
    tcase_add_test(cases, calls_in_any_window);
    tcase_add_test(cases, counts_seconds_up);
    tcase_add_test(cases, paints_only_what_changes_each_second);
    tcase_add_loop_test(cases, answers_keys, 0, (int)ARRAY_LEN(requests));
    tcase_add_test(cases, edits_while_paused);
    tcase_add_test(cases, blocks_do_not_overlap);
    tcase_add_test(cases, keeps_its_cells_in_all_states);
    suite_add_tcase(suite, cases);
    return suite;
}
