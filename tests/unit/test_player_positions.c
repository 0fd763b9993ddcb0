/* SPDX-License-Identifier: MIT */
/* The position of the body in the player: where it stands, which way it faces, and how it moves. */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "routine/routine.h"
#include "support/golden.h"
#include "ui/screens/player_layout.h"
#include "ui/screens/shown_position.h"

Suite *suite_player_positions(void);

static const char routine_text[] =
    "knead: 1\n"
    "title: Calves\n"
    "defaults: {prepare: 5s, switch: 5s}\n"
    "moves:\n"
    "  - name: Calf roll\n"
    "    areas: calves\n"
    "    tools: [therapy-ball]\n"
    "    position: [legs-long, knees-bent]\n"
    "    tool_at: calf below\n"
    "    setup: Sit on the floor with your hands behind you. Put the ball under the thick part of the calf.\n"
    "    avoid: [The hollow of the knee]\n"
    "    sides: both\n"
    "    phases:\n"
    "      - {name: Roll, technique: cross-friction, passes: 3, pace: 4s, cues: [Slow sweeps.]}\n"
    "      - {name: Melt, technique: sustained-pressure, hold: 20s, breathe: 4-2-6-2}\n"
    "      - {name: Stay, technique: sustained-pressure, hold: 10s}\n"
    "    pressure: 4-6\n"
    "  - {name: Rub, areas: feet, hold: 20s, position: not-there, setup: Sit as you like.}\n";

/* In tenths, as they would be read. */
static const Position legs_long = {
    .id = "legs-long",
    .title = "Sitting on the floor, legs long",
    .pelvis_y = 62,
    .spine = {1120, 1060},
    .head = {1000, 970},
    .arms = {{-1200, -1050, 1800}, {-1200, -1130, 1800}},
    .legs = {{170, 0, 780}, {170, 0, 840}},
};
static const Position knees_bent = {
    .id = "knees-bent",
    .title = "Sitting on the floor, the knees bent",
    .pelvis_x = 30,
    .pelvis_y = 62,
    .spine = {1160, 1100},
    .head = {1000, 970},
    .arms = {{-1230, -1080, 1800}, {-1230, -1160, 1800}},
    .legs = {{210, -120, 700}, {210, -120, 760}},
};
static const Position *const read_positions[] = {&knees_bent, &legs_long};

static Plan *plan;
static Session session;
static EventList events;
static Settings settings;
static Model model;

static void begin_with(const char *text, Level level)
{
    DiagnosticList diags;
    diagnostic_init(&diags, "calves.yaml");
    Routine *routine = routine_parse(text, strlen(text), "calves", NULL, &diags);
    ck_assert_msg(routine != NULL, "%s", diagnostic_first(&diags));
    plan = plan_build(&(const Routine *){routine}, 1, &(PlanOptions){.level = level}, &(char *){NULL});
    ck_assert_ptr_nonnull(plan);
    routine_free(routine);
    diagnostic_release(&diags);
    session_init(&session, plan);
    advance_by_command(&session, COMMAND_GO_ON, 0, &events);
    settings = (Settings){0};
    model = (Model){.plan = plan,
                    .session = &session,
                    .settings = &settings,
                    .positions = {read_positions, ARRAY_LEN(read_positions)},
                    .speed = 1,
                    .can_record = true};
}

static void begin(void)
{
    begin_with(routine_text, LEVEL_STANDARD);
}

static void end(void)
{
    session_release(&session);
    plan_free(plan);
    event_release(&events);
}

static void draw_screen(Canvas *canvas, const Screen *screen)
{
    ScreenStack stack = {0};
    screens_push(&stack, screen, &model);
    screens_draw(&stack, &model, canvas);
    screens_release(&stack);
}

static void draw(Canvas *canvas)
{
    draw_screen(canvas, &screen_player);
}

static const struct {
    const char *name;
    int32_t at_ms;
} states[] = {{"setup", 1000}, {"hold", 8000}, {"switch", 48000}, {"right", 55000}};

static const struct {
    const char *name;
    int width, height;
    Look look;
} windows[] = {
    {"80x24", 80, 24, {.colours = 256, .is_utf8 = true}},   {"100x30", 100, 30, {.colours = 256, .is_utf8 = true}},
    {"120x40", 120, 40, {.colours = 256, .is_utf8 = true}}, {"60x36", 60, 36, {.colours = 256, .is_utf8 = true}},
    {"40x12", 40, 12, {.colours = 256, .is_utf8 = true}},   {"80x24-ascii", 80, 24, {0}},
};

START_TEST(looks_as_looked_over)
{
    const size_t state = (size_t)_i / ARRAY_LEN(windows), window = (size_t)_i % ARRAY_LEN(windows);
    advance_session(&session, states[state].at_ms, &events);
    Canvas canvas;
    canvas_init(&canvas, windows[window].width, windows[window].height, windows[window].look);
    draw(&canvas);
    Text dump = {0}, name = {0};
    canvas_dump(&canvas, true, &dump);
    text_print(&name, "screens/player-positions-%s-%s.txt", states[state].name, windows[window].name);
    golden_check(text_show(&name), text_show(&dump));
    text_release(&name);
    text_release(&dump);
    canvas_release(&canvas);
}
END_TEST

/* A set-up with its lighter way leaves a picture room in a large window. In a small one the picture comes first. */
START_TEST(picture_comes_before_the_lighter_way)
{
    static const char lighter[] = "    lighter: >-\n"
                                  "      Push into the other foot and into both of your hands, so that much less of "
                                  "your weight is on the ball. Lift\n"
                                  "      the calf off it whenever you like, as often and for as long as feels right to "
                                  "you today. Bend the knee a\n"
                                  "      little if the back of the thigh pulls, and turn the toes in or out to move "
                                  "off a spot that is too much. If\n"
                                  "      the wrists tire, sit against a wall and let the arms rest\n";
    static const struct {
        int width, height;
        bool says_lighter;
    } rows[] = {{80, 24, false}, {120, 40, true}};
    const char *avoid = strstr(routine_text, "    avoid:");
    Text text = {0}, dump = {0};
    Canvas canvas;
    end();
    text_print(&text, "%.*s%s%s", (int)(avoid - routine_text), routine_text, lighter, avoid);
    begin_with(text_show(&text), LEVEL_GENTLE);
    canvas_init(&canvas, rows[_i].width, rows[_i].height, (Look){.colours = 256, .is_utf8 = true});
    draw(&canvas);
    canvas_dump(&canvas, false, &dump);
    ck_assert_int_eq(strstr(text_show(&dump), "Lighter:") != NULL, rows[_i].says_lighter);
    if (!rows[_i].says_lighter)
        ck_assert_msg(!strstr(text_show(&dump), "  back  "), "%s", text_show(&dump)); /* the map of the body */
    canvas_release(&canvas);
    text_release(&dump);
    text_release(&text);
}
END_TEST

static const struct {
    const char *name;
    const Screen *screen;
    int width, height;
} pages[] = {
    {"about-120x40", &screen_about, 120, 40},   {"about-80x30", &screen_about, 80, 30},
    {"about-80x16", &screen_about, 80, 16},     {"routine-120x40", &screen_routine, 120, 40},
    {"routine-80x24", &screen_routine, 80, 24},
};

START_TEST(pages_look_as_looked_over)
{
    Canvas canvas;
    Text dump = {0}, name = {0};
    model.session = NULL;
    canvas_init(&canvas, pages[_i].width, pages[_i].height, (Look){.colours = 256, .is_utf8 = true});
    draw_screen(&canvas, pages[_i].screen);
    canvas_dump(&canvas, false, &dump);
    text_print(&name, "screens/positions-%s.txt", pages[_i].name);
    golden_check(text_show(&name), text_show(&dump));
    text_release(&name);
    text_release(&dump);
    canvas_release(&canvas);
}
END_TEST

static void check_same_cells(const Canvas *one, const Canvas *other, Rect place, const char *what, const char *state)
{
    for (int y = place.y; y < place.y + place.height; y++)
        ck_assert_msg(memcmp(&one->cells[y * one->width + place.x], &other->cells[y * one->width + place.x],
                             (size_t)place.width * sizeof(Cell)) == 0,
                      "%s: %s is not as it is without a position", state, what);
}

/* The picture covers none of what a person looks for. */
START_TEST(leaves_time_side_and_cue_where_they_are)
{
    for (size_t i = 0; i < ARRAY_LEN(states) * ARRAY_LEN(windows); i++) {
        const size_t window = i % ARRAY_LEN(windows);
        end();
        begin();
        advance_session(&session, states[i / ARRAY_LEN(windows)].at_ms, &events);
        Canvas with, without;
        canvas_init(&with, windows[window].width, windows[window].height, windows[window].look);
        canvas_init(&without, windows[window].width, windows[window].height, windows[window].look);
        const PlayerLayout layout = player_layout(&session, with.look, with.width, with.height);
        draw(&with);
        model.positions.count = 0;
        draw(&without);
        const char *name = windows[window].name;
        const Rect cue = layout.blocks[BLOCK_CUE];
        check_same_cells(&with, &without, layout.time, "time", name);
        check_same_cells(&with, &without, layout.side, "side", name);
        check_same_cells(&with, &without, layout.blocks[BLOCK_NAME], "name", name);
        check_same_cells(&with, &without, layout.blocks[BLOCK_AVOID], "avoid", name);
        check_same_cells(&with, &without, (Rect){cue.x, cue.y, 1, 1}, "cue", name);
        canvas_release(&with);
        canvas_release(&without);
    }
}
END_TEST

/* The hold of three passes begins after 5 s, that with the breath at 17 s, that with neither at 37 s. */
static const struct {
    int32_t at_ms;
    int thousandths;
} moments[] = {
    {0, 0},        {4999, 0},                                             /* the set-up */
    {5000, 0},     {5249, 0},     {5250, 62},   {7000, 500}, {8999, 937}, /* there */
    {9000, 1000},  {11000, 500},  {12999, 63},                            /* and back */
    {13000, 0},    {16999, 937},                                          /* and there */
    {17000, 0},    {18000, 250},  {20999, 937},                           /* in */
    {21000, 1000}, {22999, 1000},                                         /* held */
    {23000, 1000}, {26000, 500},  {28999, 42},                            /* out */
    {29000, 0},    {30999, 0},                                            /* and rest */
    {31000, 0},    {32000, 250},  {37000, 0},   {41000, 0},               /* nothing is paced */
    {48000, 0},                                                           /* the other side is set up */
    {54000, 500},
};

START_TEST(moves_with_the_pass_or_the_breath)
{
    Posture posture;
    advance_session(&session, moments[_i].at_ms, &events);
    ck_assert(shown_position_now(&posture, &model));
    ck_assert_str_eq(posture.from->id, "legs-long");
    ck_assert_str_eq(posture.to->id, "knees-bent");
    ck_assert_int_eq(posture.thousandths, moments[_i].thousandths);
    settings.motion = MOTION_OFF;
    ck_assert(shown_position_now(&posture, &model));
    ck_assert_int_eq(posture.thousandths, 0);
}
END_TEST

START_TEST(stands_while_paused)
{
    Posture before, now;
    advance_session(&session, 7000, &events);
    ck_assert(shown_position_now(&before, &model));
    advance_by_command(&session, COMMAND_PAUSE, 0, &events);
    advance_session(&session, 1500, &events);
    ck_assert(shown_position_now(&now, &model));
    ck_assert_int_eq(now.thousandths, before.thousandths);
}
END_TEST

/* A figure that moves needs no more frames than the gauges do, and one that does not none. */
START_TEST(asks_for_no_more_frames)
{
    enum { PACER_MS = 250, SECOND_MS = 1000 };
    advance_session(&session, 7000, &events);
    ck_assert_int_eq(advance_next_ms(&session, PACER_MS), PACER_MS);
    advance_session(&session, 32000, &events); /* 39 s: no pass, no breath */
    ck_assert_int_eq(advance_next_ms(&session, PACER_MS), SECOND_MS);
}
END_TEST

START_TEST(knows_side_and_tool)
{
    Posture posture;
    ck_assert(shown_position_now(&posture, &model));
    ck_assert_int_eq(posture.side, SIDE_LEFT);
    ck_assert_str_eq(posture.tool, "therapy-ball");
    ck_assert_int_eq(posture.tool_at.part, PART_CALF);
    ck_assert_uint_eq(posture.lit, (BodyAreas)1 << AREA_CALVES);
    advance_session(&session, 48000, &events);
    ck_assert(shown_position_now(&posture, &model));
    ck_assert_int_eq(posture.side, SIDE_RIGHT);
    advance_session(&session, 50000, &events); /* the second move, whose position was not found */
    ck_assert_str_eq(session_move(&session)->name, "Rub");
    ck_assert(!shown_position_now(&posture, &model));
}
END_TEST

START_TEST(says_its_title)
{
    Text text = {0};
    shown_position_add_title(&text, &model, &plan->moves[0].positions);
    ck_assert_str_eq(text_show(&text), "Sitting on the floor, legs long; Sitting on the floor, the knees bent");
    text_clear(&text);
    shown_position_add_title(&text, &model, &plan->moves[1].positions);
    ck_assert_str_eq(text_show(&text), "");
    text_release(&text);
}
END_TEST

Suite *suite_player_positions(void)
{
    Suite *suite = suite_create("player_positions");
    TCase *cases = tcase_create("player_positions");
    tcase_add_checked_fixture(cases, begin, end);
    tcase_add_loop_test(cases, picture_comes_before_the_lighter_way, 0, 2);
    tcase_add_loop_test(cases, looks_as_looked_over, 0, ARRAY_LEN(states) * ARRAY_LEN(windows));
    tcase_add_loop_test(cases, pages_look_as_looked_over, 0, ARRAY_LEN(pages));
    tcase_add_test(cases, leaves_time_side_and_cue_where_they_are);
    tcase_add_loop_test(cases, moves_with_the_pass_or_the_breath, 0, ARRAY_LEN(moments));
    tcase_add_test(cases, stands_while_paused);
    tcase_add_test(cases, asks_for_no_more_frames);
    tcase_add_test(cases, knows_side_and_tool);
    tcase_add_test(cases, says_its_title);
    suite_add_tcase(suite, cases);
    return suite;
}
