/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/library.h"
#include "session/advance.h"
#include "support/golden.h"
#include "ui/screen.h"

Suite *suite_screens(void);

enum { HALF_PAST_TWO = 14 * 3600 + 30 * 60 };

/* A model with all that it points to, and the screens that look at it. */
typedef struct Stage {
    Model model;
    Library *library;
    Plan *plan;
    Session session;
    char *problem;
    const char *agreed[2];
    ScreenStack stack;
} Stage;

static void set_library(Stage *stage, const char *folder)
{
    char *problem = NULL;
    stage->library = library_new(folder, NULL);
    ck_assert_msg(library_scan(stage->library, &problem), "%s", problem);
    for (size_t i = 0; i < library_count(stage->library); i++) {
        LibraryEntry *entry = library_at(stage->library, i);
        library_load(stage->library, entry);
        entry->is_mine = strcmp(entry->id, "lunch") == 0;
    }
    stage->model = (Model){.library = stage->library, .looked_at = -1, .clock_s = HALF_PAST_TWO};
}

static void stage_release(Stage *stage)
{
    screens_release(&stage->stack);
    session_release(&stage->session);
    plan_free(stage->plan);
    library_free(stage->library);
    free(stage->problem);
}

/* Looks at a routine as the app does after REQUEST_OPEN or REQUEST_MINUTES. */
static void look_at(Stage *stage, const char *id, int32_t minutes)
{
    plan_free(stage->plan);
    free(stage->problem);
    stage->problem = NULL;
    const LibraryEntry *entry = library_find(stage->library, id, &stage->problem);
    if (entry && entry->routine)
        stage->plan = plan_build(&(const Routine *){entry->routine}, 1, &(PlanOptions){.minutes = minutes},
                                 &stage->problem);
    for (size_t i = 0; i < library_count(stage->library); i++) {
        if (strcmp(library_at(stage->library, i)->id, id) == 0)
            stage->model.entry = library_at(stage->library, i);
    }
    stage->model.plan = stage->plan;
    stage->model.plan_problem = stage->problem;
    stage->model.minutes = minutes;
}

static Request press(Stage *stage, int32_t key)
{
    const Request request = screens_key(&stage->stack, &stage->model, key);
    if (request.kind == REQUEST_AGREE)
        stage->agreed[stage->model.agreed.count++] = stage->plan->moves[request.value].confirm;
    stage->model.agreed.items = stage->agreed;
    return request;
}

/* Types what is plain in `keys`; `>` is down, `<` up, `!` Enter, `~` Escape. Returns the last answer. */
static Request type(Stage *stage, const char *keys)
{
    Request request = {0};
    for (; *keys; keys++) {
        request = press(stage, *keys == '>'   ? KEY_DOWN_ARROW
                               : *keys == '<' ? KEY_UP_ARROW
                               : *keys == '!' ? KEY_ENTER_KEY
                               : *keys == '~' ? KEY_ESCAPE_KEY
                                              : *keys);
    }
    return request;
}

/* Follows the plan: a digit is felt, it hurts, a move and what is left of another are skipped, it goes on to the end. */
static void follow(Stage *stage, int seconds)
{
    EventList events = {0};
    session_init(&stage->session, stage->plan);
    advance_by_command(&stage->session, COMMAND_GO_ON, 0, &events);
    for (int i = 0; i < seconds && session_step(&stage->session); i++) {
        advance_session(&stage->session, 1000, &events);
        if (i == 30)
            advance_by_command(&stage->session, COMMAND_FELT, 5, &events);
        if (i == 240 || i == 242)
            advance_by_command(&stage->session, i == 240 ? COMMAND_HURT : COMMAND_GO_ON, 0, &events);
        if (i == 300 || i == 301)
            advance_by_command(&stage->session, COMMAND_NEXT_MOVE, 0, &events);
    }
    event_release(&events);
    stage->model.session = &stage->session;
}

/* clang-format off */
typedef enum Setting { IN_LIST, IN_EMPTY, AT_LEGS, AT_LEGS_FITTED, AT_LEGS_LOWERED, AT_LEGS_BEHIND, AT_LEGS_GENTLE, AT_LEGS_FIRM, AT_NECK, ASKED, AT_BOTH, LEFT, LEFT_BARE,
                       FOLLOWING, DONE, DONE_SAID, DONE_EARLY } Setting;

static void set_both(Stage *stage)
{
    const Routine *routines[2];
    routines[0] = library_find(stage->library, "legs", &stage->problem)->routine;
    routines[1] = library_find(stage->library, "neck", &stage->problem)->routine;
    stage->plan = plan_build(routines, 2, &(PlanOptions){0}, &stage->problem);
    stage->model.plan = stage->plan;
}

/* The left calf has had less, and the plan begins with it. */
static void set_behind(Stage *stage)
{
    static const SideLead leads[] = {{AREA_CALVES, -240}, {AREA_ACHILLES, 200}};
    static const int64_t held_ms[AREA_COUNT][SIDE_COUNT] = {[AREA_CALVES] = {0, 600000, 840000},
                                                            [AREA_ACHILLES] = {0, 500000, 300000}};
    plan_free(stage->plan);
    const Routine *routine = library_find(stage->library, "legs", &stage->problem)->routine;
    stage->plan = plan_build(&routine, 1, &(PlanOptions){.leads = leads, .lead_count = 2}, &stage->problem);
    stage->model.plan = stage->plan;
    stage->model.held_ms = held_ms;
}

/* Gentle for the first two weeks, or firm for this session. */
static void set_level(Stage *stage, bool is_gentle)
{
    plan_free(stage->plan);
    const Routine *routine = library_find(stage->library, "legs", &stage->problem)->routine;
    const PlanOptions gentle = {.level = LEVEL_GENTLE, .level_reason = LEVEL_FOR_NEW, .has_caps = true, .is_first_week = true};
    const PlanOptions firm = {.level = LEVEL_FIRM, .level_reason = LEVEL_FOR_START};
    stage->plan = plan_build(&routine, 1, is_gentle ? &gentle : &firm, &stage->problem);
    stage->model.plan = stage->plan;
}

static void set_stage(Stage *stage, Setting setting, const Screen *screen)
{
    static const Settings none;
    *stage = (Stage){0};
    set_library(stage, setting == IN_EMPTY ? TESTS_DIR "/golden/screens" : TESTS_DIR "/routines/screens");
    stage->model.settings = &none;
    if (setting == AT_BOTH)
        set_both(stage);
    else if (setting >= AT_LEGS && setting != LEFT && setting != LEFT_BARE)
        look_at(stage, setting == AT_NECK ? "neck" : "legs", setting == AT_LEGS_FITTED ? 4 : 0);
    if (setting == AT_LEGS_BEHIND)
        set_behind(stage);
    if (setting == AT_LEGS_GENTLE || setting == AT_LEGS_FIRM)
        set_level(stage, setting == AT_LEGS_GENTLE);
    if (setting == AT_LEGS_LOWERED)
        plan_lower(stage->plan, AREA_CALVES, 2, "2 lower since 20 Nov: it hurt in Calf strip, left");
    if (setting == LEFT || setting == LEFT_BARE)
        stage->model.left =
            (ModelLeft){"Calf & Hamstring Smash", "You left Calf & Hamstring Smash at 4:12 of 13:10 (Calf strip, left), today at 14:32.", "today at 14:32", 252, 790, setting == LEFT};
    if (setting == FOLLOWING)
        follow(stage, 20);
    stage->model.can_record = true;
    stage->model.done_note = "Saved in your history.";
    if (setting >= DONE)
        follow(stage, setting == DONE_EARLY ? 200 : 3600);
    if (setting == DONE_SAID) {
        stage->session.measure.before_tenths = 60;
        stage->session.measure.after_tenths = 30;
        stage->model.note = "The left one is softer than the right one today.";
    }
    if (setting == DONE_EARLY)
        stage->session.state = SESSION_LEFT;
    if (screen == &screen_help || screen == &screen_about)
        screens_push(&stage->stack,
                     setting == FOLLOWING ? &screen_player
                     : setting == ASKED   ? &screen_voice
                                          : &screen_routine,
                     &stage->model);
    screens_push(&stage->stack, screen, &stage->model);
}

static const Look colour = {.colours = 256, .is_utf8 = true}, mono = {.is_utf8 = true},
                  ascii = {.colours = 16};

static const struct {
    const char *name;
    const Screen *screen;
    Setting setting;
    const char *keys;
    int width, height;
    const Look *look;
    bool has_styles;
} goldens[] = {
    {"routine-80x24", &screen_routine, AT_LEGS, ">>>>>>", 80, 24, &colour, true},
    {"routine-120x40-ascii", &screen_routine, AT_LEGS, ">>>>>>>", 120, 40, &ascii, false},
    {"routine-40x12", &screen_routine, AT_LEGS, "", 40, 12, &colour, false},
    {"routine-20x4", &screen_routine, AT_LEGS, "", 20, 4, &colour, false},
    {"routine-moves-20x4", &screen_routine, AT_LEGS, ">>>>>>>", 20, 4, &colour, false},
    {"routine-fitted-80x24", &screen_routine, AT_LEGS_FITTED, "", 80, 24, &colour, false},
    {"routine-lowered-80x24-mono", &screen_routine, AT_LEGS_LOWERED, "", 80, 24, &mono, true},
    {"routine-gentle-80x24", &screen_routine, AT_LEGS_GENTLE, "", 80, 24, &colour, true},
    {"routine-gentle-40x12", &screen_routine, AT_LEGS_GENTLE, "", 40, 12, &colour, false},
    {"routine-level-40x12", &screen_routine, AT_LEGS_GENTLE, ">>>>>>>>>L", 40, 12, &colour, false},
    {"routine-gentle-20x4", &screen_routine, AT_LEGS_GENTLE, "", 20, 4, &colour, false},
    {"routine-firm-120x40", &screen_routine, AT_LEGS_FIRM, "", 120, 40, &colour, false},
    {"about-gentle-80x24", &screen_about, AT_LEGS_GENTLE, "", 80, 24, &colour, false},
    {"about-firm-40x12", &screen_about, AT_LEGS_FIRM, "", 40, 12, &colour, false},
    {"routine-behind-80x24", &screen_routine, AT_LEGS_BEHIND, "", 80, 24, &colour, false},
    {"routine-behind-40x12", &screen_routine, AT_LEGS_BEHIND, "", 40, 12, &colour, false},
    {"routine-question-80x24", &screen_routine, AT_NECK, "!", 80, 24, &colour, true},
    {"routine-question-40x12", &screen_routine, AT_NECK, "!y", 40, 12, &colour, false},
    {"routine-declined-80x24", &screen_routine, AT_NECK, "!q", 80, 24, &colour, false},
    {"routine-two-80x24", &screen_routine, AT_BOTH, "", 80, 24, &colour, false},
    {"offer-80x24", &screen_resume, LEFT, ">", 80, 24, &colour, true},
    {"offer-40x12-ascii", &screen_resume, LEFT, "t", 40, 12, &ascii, false},
    {"offer-20x4", &screen_resume, LEFT, "", 20, 4, &colour, false},
    {"offer-40x12", &screen_resume, LEFT, ">>", 40, 12, &colour, false},
    {"offer-bare-80x24", &screen_resume, LEFT_BARE, "", 80, 24, &colour, false},
    {"offer-bare-40x12", &screen_resume, LEFT_BARE, "", 40, 12, &colour, false},
    {"another-80x24", &screen_another, LEFT, "", 80, 24, &colour, true},
    {"another-40x12", &screen_another, LEFT, ">", 40, 12, &colour, false},
    {"another-bare-80x24-ascii", &screen_another, LEFT_BARE, "", 80, 24, &ascii, false},
    {"another-20x4", &screen_another, LEFT, "", 20, 4, &colour, false},
    {"voice-80x24", &screen_voice, AT_LEGS, "", 80, 24, &colour, true},
    {"voice-80x24-ascii", &screen_voice, AT_LEGS, ">", 80, 24, &ascii, false},
    {"voice-80x24-mono", &screen_voice, AT_LEGS, ">>", 80, 24, &mono, true},
    {"voice-80x12", &screen_voice, AT_LEGS, "", 80, 12, &colour, false},
    {"voice-40x12", &screen_voice, AT_LEGS, ">>>", 40, 12, &colour, false},
    {"voice-20x4", &screen_voice, AT_LEGS, "", 20, 4, &colour, false},
    {"voice-20x1", &screen_voice, AT_LEGS, "", 20, 1, &colour, false},
    {"help-voice-80x24", &screen_help, ASKED, "", 80, 24, &colour, false},
    {"offer-asking-20x4", &screen_resume, LEFT, "t", 20, 4, &colour, false},
    {"offer-asking-20x1", &screen_resume, LEFT, "t", 20, 1, &colour, false},
    {"after-20x4", &screen_after, DONE, ">>>", 20, 4, &colour, false},
    {"after-80x24", &screen_after, DONE, "", 80, 24, &colour, true},
    {"after-120x40", &screen_after, DONE, "", 120, 40, &colour, false},
    {"after-40x12", &screen_after, DONE, "", 40, 12, &colour, false},
    {"after-said-80x24", &screen_after, DONE_SAID, "", 80, 24, &colour, false},
    {"after-said-120x40-mono", &screen_after, DONE_SAID, "", 120, 40, &mono, false},
    {"after-said-20x4", &screen_after, DONE_SAID, "", 20, 4, &colour, false},
    {"after-left-80x24-ascii", &screen_after, DONE_EARLY, "", 80, 24, &ascii, false},
    {"after-left-40x12-ascii", &screen_after, DONE_EARLY, "", 40, 12, &ascii, false},
    {"help-80x24", &screen_help, FOLLOWING, "", 80, 24, &colour, true},
    {"help-120x40", &screen_help, AT_LEGS, "", 120, 40, &colour, false},
    {"help-200x60", &screen_help, FOLLOWING, "", 200, 60, &colour, false},
    {"help-20x4", &screen_help, FOLLOWING, ">", 20, 4, &colour, false},
    {"about-120x40", &screen_about, FOLLOWING, "", 120, 40, &colour, false},
    {"routine-200x60", &screen_routine, AT_LEGS, ">>>>>>", 200, 60, &colour, false},
    {"help-40x12-ascii", &screen_help, AT_LEGS, ">>>>>>>>", 40, 12, &ascii, false},
    {"about-80x24", &screen_about, FOLLOWING, "", 80, 24, &colour, true},
    {"about-40x12", &screen_about, FOLLOWING, ">>>>>", 40, 12, &colour, false},
};
/* clang-format on */

START_TEST(looks_as_it_did)
{
    Stage stage;
    set_stage(&stage, goldens[_i].setting, goldens[_i].screen);
    if (goldens[_i].setting >= DONE) {
        stage.model.width = goldens[_i].width;
        stage.model.height = goldens[_i].height;
    }
    type(&stage, goldens[_i].keys);
    Canvas canvas;
    canvas_init(&canvas, goldens[_i].width, goldens[_i].height, *goldens[_i].look);
    screens_draw(&stage.stack, &stage.model, &canvas);
    Text shown = {0};
    canvas_dump(&canvas, goldens[_i].has_styles, &shown);
    text_print(&shown, "cursor %d,%d\n", canvas.cursor_x, canvas.cursor_y);
    char *name = memory_print("screens/%s.txt", goldens[_i].name);
    golden_check(name, text_show(&shown));
    free(name);
    text_release(&shown);
    canvas_release(&canvas);
    stage_release(&stage);
}
END_TEST

/* What keys come to: the request after the last of them. The library holds broken, legs, lunch, neck. */
static const struct {
    const Screen *screen;
    Setting setting;
    const char *keys;
    RequestKind kind;
    int32_t value;
} answers[] = {
    {&screen_library, IN_EMPTY, "!", REQUEST_NONE, 0},
    {&screen_library, IN_EMPTY, ">", REQUEST_NONE, 0},
    {&screen_routine, AT_LEGS, "!", REQUEST_START, 0},
    {&screen_routine, AT_LEGS, ">>!", REQUEST_START, 0},
    {&screen_routine, AT_LEGS, "y", REQUEST_NONE, 0},
    {&screen_routine, AT_LEGS, "q", REQUEST_BACK, 0},
    {&screen_routine, AT_LEGS, "c", REQUEST_NONE, 0},
    {&screen_routine, AT_LEGS_LOWERED, "c", REQUEST_CLEAR_LOWERED, 0},
    {&screen_routine, AT_LEGS, "-", REQUEST_MINUTES, 7}, /* 7:19 as it is: down to 7, never up */
    {&screen_routine, AT_LEGS, "+", REQUEST_NONE, 0},
    {&screen_routine, AT_LEGS, "L", REQUEST_LEVEL, LEVEL_FIRM},
    {&screen_routine, AT_LEGS_FIRM, "L", REQUEST_LEVEL, LEVEL_GENTLE},
    {&screen_routine, AT_LEGS_GENTLE, "L", REQUEST_LEVEL, LEVEL_STANDARD},
    {&screen_routine, AT_LEGS_FITTED, "-", REQUEST_MINUTES, 3},
    {&screen_routine, AT_LEGS_FITTED, "+", REQUEST_MINUTES, 5},
    {&screen_routine, AT_NECK, "!", REQUEST_DRAW, 0}, /* two questions, one of them of two moves: each is asked once */
    {&screen_routine, AT_NECK, "!!", REQUEST_NONE, 0},
    {&screen_routine, AT_NECK, "!y", REQUEST_AGREE, 0},
    {&screen_routine, AT_NECK, "!yy", REQUEST_START, 0},
    {&screen_routine, AT_NECK, "!yn", REQUEST_DECLINE, 2},
    {&screen_routine, AT_NECK, "!qq", REQUEST_BACK, 0},
    {&screen_routine, AT_BOTH, "!yy", REQUEST_START, 0},
    {&screen_routine, AT_BOTH, "-", REQUEST_MINUTES, 9},
    {&screen_resume, LEFT, "!", REQUEST_GO_ON, 0},
    {&screen_resume, LEFT, "g", REQUEST_GO_ON, 0},
    {&screen_resume, LEFT, ">!", REQUEST_BACK, 0},
    {&screen_resume, LEFT, "jk", REQUEST_DRAW, 0}, /* up, as in any list */
    {&screen_resume, LEFT, "jj!", REQUEST_END_HERE, 0},
    {&screen_resume, LEFT, "jjk!", REQUEST_BACK, 0},
    {&screen_resume, LEFT, "e", REQUEST_END_HERE, 0},
    {&screen_resume, LEFT, ">>>!", REQUEST_DRAW, 0},
    {&screen_resume, LEFT, "t", REQUEST_DRAW, 0},
    {&screen_resume, LEFT, "ty", REQUEST_DISCARD, 0},
    {&screen_resume, LEFT, "tny", REQUEST_NONE, 0},
    {&screen_resume, LEFT, "t!", REQUEST_DRAW, 0},
    {&screen_resume, LEFT, "t~", REQUEST_DRAW, 0},
    {&screen_resume, LEFT, "q", REQUEST_BACK, 0},
    {&screen_resume, LEFT, "~", REQUEST_BACK, 0},
    {&screen_resume, LEFT, "?", REQUEST_SHOW, 0},
    {&screen_another, LEFT, "!", REQUEST_GO_ON, 0},
    {&screen_another, LEFT, "g", REQUEST_GO_ON, 0},
    {&screen_another, LEFT, "s", REQUEST_START_ANOTHER, 0},
    {&screen_another, LEFT, ">!", REQUEST_START_ANOTHER, 0},
    {&screen_another, LEFT, ">>!", REQUEST_BACK, 0},
    {&screen_another, LEFT, "q", REQUEST_BACK, 0},
    {&screen_another, LEFT, "~", REQUEST_BACK, 0},
    {&screen_another, LEFT, "y", REQUEST_NONE, 0},
    {&screen_voice, AT_LEGS, "!", REQUEST_ANSWER_VOICE, VOICE_ON},
    {&screen_voice, AT_LEGS, "y", REQUEST_ANSWER_VOICE, VOICE_ON},
    {&screen_voice, AT_LEGS, "N", REQUEST_ANSWER_VOICE, VOICE_OFF},
    {&screen_voice, AT_LEGS, ">!", REQUEST_ANSWER_VOICE, VOICE_OFF},
    {&screen_voice, AT_LEGS, "h", REQUEST_VOICE_SAMPLE, 0},
    {&screen_voice, AT_LEGS, ">>!", REQUEST_VOICE_SAMPLE, 0},
    {&screen_voice, AT_LEGS, "h!", REQUEST_ANSWER_VOICE, VOICE_ON},
    {&screen_voice, AT_LEGS, ">>>!", REQUEST_BACK, 0},
    {&screen_voice, AT_LEGS, ">>>>", REQUEST_DRAW, 0},
    {&screen_voice, AT_LEGS, "q", REQUEST_BACK, 0},
    {&screen_voice, AT_LEGS, "~", REQUEST_BACK, 0},
    {&screen_voice, AT_LEGS, "v", REQUEST_NONE, 0},
    {&screen_voice, AT_LEGS, "?", REQUEST_SHOW, 0},
    {&screen_after, DONE, "!", REQUEST_BACK, 0},
    {&screen_after, DONE, "~", REQUEST_BACK, 0},
    {&screen_after, DONE, "5", REQUEST_RECORD_AFTER, 50},
    {&screen_after, DONE, "n", REQUEST_ENTER, REQUEST_RECORD_NOTE},
    {&screen_after, DONE, "b", REQUEST_ENTER, REQUEST_RECORD_BEFORE},
    {&screen_after, DONE, "g", REQUEST_AGAIN, 0},
    {&screen_after, DONE, "x", REQUEST_NONE, 0},
    {&screen_after, DONE, ">", REQUEST_DRAW, 0},
    {&screen_after, DONE, "?", REQUEST_SHOW, 0},
    {&screen_help, AT_LEGS, "?", REQUEST_BACK, 0},
    {&screen_help, AT_LEGS, "~", REQUEST_BACK, 0},
    {&screen_help, AT_LEGS, ">", REQUEST_DRAW, 0},
    {&screen_help, AT_LEGS, "x", REQUEST_NONE, 0},
    {&screen_about, FOLLOWING, "i", REQUEST_BACK, 0},
    {&screen_about, FOLLOWING, "q", REQUEST_BACK, 0},
    {&screen_about, FOLLOWING, "?", REQUEST_SHOW, 0},
};

START_TEST(answers_keys)
{
    Stage stage;
    set_stage(&stage, answers[_i].setting, answers[_i].screen);
    Request request = type(&stage, answers[_i].keys);
    ck_assert_msg(request.kind == answers[_i].kind && request.value == answers[_i].value, "%s '%s': %d %d",
                  answers[_i].screen->name, answers[_i].keys, (int)request.kind, (int)request.value);
    ck_assert_int_eq(press(&stage, KEY_INTERRUPT).kind, REQUEST_QUIT);
    stage_release(&stage);
}
END_TEST

/* The text of a screen of that size, to free(). */
static char *shown_text(const Stage *stage, int width, int height)
{
    Canvas canvas;
    canvas_init(&canvas, width, height, colour);
    screens_draw(&stage->stack, &stage->model, &canvas);
    Text shown = {0};
    canvas_dump(&canvas, false, &shown);
    canvas_release(&canvas);
    return text_detach(&shown);
}

static void check_shows(const Stage *stage, int width, int height, const char *words, bool is_shown)
{
    char *text = shown_text(stage, width, height);
    ck_assert_msg((strstr(text, words) != NULL) == is_shown, "%s '%s' in\n%s", is_shown ? "no" : "a", words, text);
    free(text);
}

START_TEST(shows_where_a_first_file_goes)
{
    Stage stage;
    set_stage(&stage, IN_EMPTY, &screen_library);
    check_shows(&stage, 200, 24, TESTS_DIR "/golden/screens", true);
    stage_release(&stage);
}
END_TEST

START_TEST(shows_what_is_not_read_yet)
{
    Stage stage = {.library = library_new(TESTS_DIR "/routines/screens", NULL)};
    char *problem = NULL;
    ck_assert(library_scan(stage.library, &problem));
    library_load(stage.library, library_at(stage.library, 1));
    library_entry_forget(library_at(stage.library, 1));
    static const Settings none;
    stage.model = (Model){.library = stage.library, .settings = &none};
    screens_push(&stage.stack, &screen_library, &stage.model);
    check_shows(&stage, 80, 24, "Legs, after a run", true);
    check_shows(&stage, 80, 24, "neck", true);
    type(&stage, "/after");
    check_shows(&stage, 80, 24, "neck", false);
    ck_assert_int_eq(press(&stage, KEY_ENTER_KEY).value, 1);
    stage_release(&stage);
}
END_TEST

START_TEST(shows_a_broken_routine_with_its_problems)
{
    Stage stage;
    set_stage(&stage, IN_LIST, &screen_routine);
    screens_push(&stage.stack, &screen_library, &stage.model);
    check_shows(&stage, 80, 24, "line 5: unknown area 'claves'", true);
    screens_pop(&stage.stack);
    look_at(&stage, "broken", 0);
    check_shows(&stage, 80, 24, "line 5: unknown area 'claves' (did you mean 'calves'?)", true);
    ck_assert_int_eq(press(&stage, KEY_ENTER_KEY).kind, REQUEST_NONE);
    stage_release(&stage);
}
END_TEST

START_TEST(says_what_cannot_fit)
{
    Stage stage;
    set_stage(&stage, AT_LEGS, &screen_routine);
    look_at(&stage, "neck", 1);
    ck_assert_ptr_null(stage.plan);
    check_shows(&stage, 80, 24, "does not fit", true);
    ck_assert_int_eq(press(&stage, KEY_ENTER_KEY).kind, REQUEST_NONE);
    ck_assert_int_eq(press(&stage, '-').kind, REQUEST_NONE);
    ck_assert_int_eq(press(&stage, '+').value, 2);
    stage_release(&stage);
}
END_TEST

/* The next key takes it away, so that no screen below would have it. */
START_TEST(questions_show_a_notice)
{
    static const Screen *const questions[] = {&screen_resume, &screen_another, &screen_voice};
    Stage stage;
    set_stage(&stage, LEFT, questions[_i]);
    stage.model.notice = "Not all of your settings are used.";
    check_shows(&stage, 80, 24, stage.model.notice, true);
    stage_release(&stage);
}
END_TEST

/* Cautions stand in sight before the start wherever there is a screen to speak of. */
START_TEST(shows_cautions_without_scrolling)
{
    static const int sizes[][2] = {{80, 24}, {120, 40}, {40, 12}, {200, 60}};
    Stage stage;
    set_stage(&stage, AT_LEGS, &screen_routine);
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        check_shows(&stage, sizes[i][0], sizes[i][1], "Not today if one leg", true);
        check_shows(&stage, sizes[i][0], sizes[i][1], "of the knee.", true);
    }
    stage_release(&stage);
}
END_TEST

/* Every size from one cell up, with the focus on every stop: nothing is drawn outside, the cursor is inside. */
static const struct {
    const Screen *screen;
    Setting setting;
} all[] = {{&screen_library, IN_LIST}, {&screen_library, IN_EMPTY}, {&screen_routine, AT_LEGS_LOWERED},
           {&screen_routine, AT_BOTH}, {&screen_resume, LEFT},      {&screen_another, LEFT},
           {&screen_voice, AT_LEGS},   {&screen_after, DONE},       {&screen_help, FOLLOWING},
           {&screen_about, FOLLOWING}};

START_TEST(fits_any_window)
{
    Stage stage;
    set_stage(&stage, all[_i].setting, all[_i].screen);
    for (int width = 1; width < 130; width += width < 12 ? 1 : 9) {
        for (int height = 1; height < 44; height += height < 14 ? 1 : 7) {
            Canvas canvas;
            canvas_init(&canvas, width, height, colour);
            press(&stage, height % 3 ? KEY_DOWN_ARROW : KEY_UP_ARROW);
            screens_draw(&stage.stack, &stage.model, &canvas);
            ck_assert(canvas.cursor_x >= 0 && canvas.cursor_x < width);
            ck_assert(canvas.cursor_y >= 0 && canvas.cursor_y < height);
            canvas_release(&canvas);
        }
    }
    stage_release(&stage);
}
END_TEST

Suite *suite_screens(void)
{
    Suite *suite = suite_create("screens");
    TCase *tests = tcase_create("screens");
    tcase_add_loop_test(tests, looks_as_it_did, 0, ARRAY_LEN(goldens));
    tcase_add_loop_test(tests, answers_keys, 0, ARRAY_LEN(answers));
    tcase_add_test(tests, shows_where_a_first_file_goes);
    tcase_add_test(tests, shows_what_is_not_read_yet);
    tcase_add_test(tests, shows_a_broken_routine_with_its_problems);
    tcase_add_test(tests, says_what_cannot_fit);
    tcase_add_loop_test(tests, questions_show_a_notice, 0, 3);
    tcase_add_test(tests, shows_cautions_without_scrolling);
    tcase_add_loop_test(tests, fits_any_window, 0, ARRAY_LEN(all));
    suite_add_tcase(suite, tests);
    return suite;
}
