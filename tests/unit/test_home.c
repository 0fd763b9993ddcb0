/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "app/today.h"
#include "base/macros.h"
#include "base/memory.h"
#include "settings/suits.h"
#include "support/golden.h"
#include "ui/screen.h"
#include "ui/screens/home.h"
#include "ui/screens/home_list.h"

Suite *suite_home(void);

/* The library holds these, sorted. */
enum { BROKEN, CALF_BREAK, CALF_STRETCH, FEET_FIRST, LONG_LEGS, NECK_REST, SLOW_CALVES, ROUTINE_COUNT };

static const ModelTool tools[] = {{"chair", 0}, {"roller", 1}, {"tennis-ball", 1}, {"therapy-ball", 3}};
enum { TOOL_CHAIR, TOOL_ROLLER, TOOL_TENNIS_BALL, TOOL_THERAPY_BALL };

/* A model with all that it points to, and the home screen that looks at it. */
typedef struct Stage {
    Model model;
    Library *library;
    Settings settings;
    uint8_t places[PLACE_COUNT], health[1];
    ModelTool tools[ARRAY_LEN(tools)];
    const char *tool_list[ARRAY_LEN(tools)];
    const char *favourites[2];
    LastDone last_done;
    int32_t entry_days[ROUTINE_COUNT];
    DueList due;
    ScreenStack stack;
    Programme programme;
    ProgrammeWeek weeks[2];
    Course *course;
} Stage;

typedef enum Setting {
    BARE,
    CHIPS,
    VEINS,
    UNREAD,
    NO_RECORDS,
    A_LEFT,
    LIKED,
    AWAY,
    RESTED,
    BEGINNING,
    FOLLOWED,
    FOLLOWED_REST
} Setting;

static void set_library(Stage *stage, bool is_read)
{
    char *problem = NULL;
    stage->library = library_new(TESTS_DIR "/routines/home", NULL);
    ck_assert_msg(library_scan(stage->library, &problem), "%s", problem);
    ck_assert_uint_eq(library_count(stage->library), ROUTINE_COUNT);
    for (size_t i = 0; i < ROUTINE_COUNT; i++) {
        LibraryEntry *entry = library_at(stage->library, i);
        if (is_read)
            library_load(stage->library, entry);
        entry->is_mine = i == SLOW_CALVES;
    }
}

static void set_days(Stage *stage)
{
    static const int32_t areas[] = {[AREA_HEAD] = 30, [AREA_NECK] = 9,  [AREA_CALVES] = 5,     [AREA_FEET] = 1,
                                    [AREA_HIPS] = 70, [AREA_QUADS] = 0, [AREA_HAMSTRINGS] = 9, [AREA_SHOULDERS] = 2};
    static const int32_t entries[ROUTINE_COUNT] = {
        [CALF_BREAK] = 5, [FEET_FIRST] = 1, [LONG_LEGS] = 9, [SLOW_CALVES] = -1, [NECK_REST] = 40, [CALF_STRETCH] = 12};
    int32_t *area_days = stage->last_done.area_days;
    for (int area = 0; area < AREA_COUNT; area++)
        area_days[area] = area < (int)ARRAY_LEN(areas) && areas[area] > 0 ? areas[area] : MODEL_NEVER;
    area_days[AREA_QUADS] = 0;
    memcpy(stage->entry_days, entries, sizeof(entries));
    stage->last_done.has_areas = true;
    stage->model.area_days = area_days;
    stage->model.entry_days = stage->last_done.entry_days = stage->entry_days;
}

/* What the records say besides: the left calf is behind, and weeks in a row are counted. */
static void set_records(Stage *stage, Setting setting)
{
    const LastDone *last_done = &stage->last_done;
    set_days(stage);
    if (setting == RESTED || setting == BEGINNING)
        for (int area = 0; area < AREA_COUNT; area++)
            stage->last_done.area_days[area] = setting == RESTED ? 0 : MODEL_NEVER;
    if (setting != BARE && setting != BEGINNING) {
        stage->last_done.has_sides = stage->last_done.has_streak = true;
        stage->last_done.held_ms[AREA_CALVES][SIDE_LEFT] = 600000;
        stage->last_done.held_ms[AREA_CALVES][SIDE_RIGHT] = 840000;
        stage->last_done.streak = (Streak){3, 1, 2, setting == AWAY, 20521};
        stage->model.held_ms = last_done->held_ms;
        stage->model.streak = &last_done->streak;
    }
    if (setting != UNREAD) {
        stage->due = today_find(stage->library, &stage->settings, last_done);
        stage->model.due = &stage->due;
    }
}

/* The third day of the first week is for today, or the day before it, which is rest, is today. */
static void set_course(Stage *stage, Setting setting)
{
    enum { FIRST_DAY = 20500 };
    for (size_t i = 0; i < ARRAY_LEN(stage->weeks) * DAY_WEEK; i++)
        stage->weeks[i / DAY_WEEK].days[i % DAY_WEEK] = (ProgrammeDay){
            .kind = i % 2 ? PROGRAMME_REST : PROGRAMME_ROUTINE, .routine = "calf-break", .content = "calf-break"};
    stage->programme = (Programme){.id = "plan", .title = "A plan", .weeks = stage->weeks, .count = 2};
    const CourseEvent events[] = {course_event(&stage->programme, COURSE_STARTED, 0, FIRST_DAY),
                                  course_event(&stage->programme, COURSE_DONE, 0, FIRST_DAY)};
    const int32_t today = FIRST_DAY + (setting == FOLLOWED ? 2 : 1);
    stage->course = course_make(&stage->programme, events, ARRAY_LEN(events), NULL, 0, today);
    stage->model.course = (ModelCourse){stage->course, "Calf break", today};
}

static void set_stage(Stage *stage, Setting setting)
{
    *stage = (Stage){.places = {PLACE_DESK, PLACE_FLOOR},
                     .health = {HEALTH_VARICOSE_VEINS},
                     .favourites = {"slow-calves", "neck-rest"}};
    set_library(stage, setting != UNREAD);
    for (size_t i = 0; i < ARRAY_LEN(tools); i++)
        stage->tools[i] = (ModelTool){tools[i].name, setting == UNREAD ? 0 : tools[i].uses};
    stage->tool_list[0] = tools[TOOL_CHAIR].name;
    stage->tool_list[1] = tools[TOOL_THERAPY_BALL].name;
    if (setting == CHIPS || setting == A_LEFT)
        stage->settings = (Settings){
            .places = {stage->places, 2}, .tools = {{stage->tool_list, 2}, NULL, true}, .minutes = 10};
    if (setting == LIKED)
        stage->settings.favourites = (TextList){stage->favourites, 2};
    if (setting == VEINS)
        stage->settings.health.words = (WordList){stage->health, 1};
    stage->model = (Model){.width = 80,
                           .height = 24,
                           .library = stage->library,
                           .settings = &stage->settings,
                           .tools = {stage->tools, ARRAY_LEN(tools)}};
    if (setting != NO_RECORDS)
        set_records(stage, setting);
    if (setting == A_LEFT)
        stage->model.left = (ModelLeft){
            "Calf & Hamstring Smash",
            "You left Calf & Hamstring Smash at 4:12 of 13:10 (Calf strip, left), today at 14:32.",
            "today at 14:32",
            252,
            790,
            true};
    if (setting == FOLLOWED || setting == FOLLOWED_REST)
        set_course(stage, setting);
    screens_push(&stage->stack, &screen_home, &stage->model);
}

static void stage_release(Stage *stage)
{
    screens_release(&stage->stack);
    course_free(stage->course);
    library_free(stage->library);
}

static int32_t key_of(char key)
{
    static const struct {
        char letter;
        int32_t key;
    } named[] = {{'>', KEY_DOWN_ARROW}, {'<', KEY_UP_ARROW},   {'{', KEY_LEFT_ARROW}, {'}', KEY_RIGHT_ARROW},
                 {'!', KEY_ENTER_KEY},  {'~', KEY_ESCAPE_KEY}, {'^', KEY_TAB_KEY},    {'%', KEY_BACK_TAB},
                 {'+', KEY_PAGE_UP},    {'-', KEY_PAGE_DOWN}};
    for (size_t i = 0; i < ARRAY_LEN(named); i++) {
        if (named[i].letter == key)
            return named[i].key;
    }
    return key;
}

static Request press(Stage *stage, int32_t key)
{
    return screens_key(&stage->stack, &stage->model, key);
}

/* Types what is plain; arrows are `<` up, `>` down, `{` left, `}` right, `!` Enter, `~` Escape, `^` Tab, `%` back,
 * `+` and `-` a page up and down. */
static Request type(Stage *stage, const char *keys)
{
    Request request = {0};
    for (; *keys; keys++)
        request = press(stage, key_of(*keys));
    return request;
}

static const HomeState *home_of(const Stage *stage)
{
    return stage->stack.states[0];
}

static const Look colour = {.colours = 256, .is_utf8 = true}, mono = {.is_utf8 = true},
                  few = {.colours = 16, .is_utf8 = true}, ascii = {.colours = 16};

static const struct {
    const char *name;
    Setting setting;
    const char *keys;
    int width, height;
    const Look *look;
    bool has_styles;
} goldens[] = {
    {"home-80x24", CHIPS, "", 80, 24, &colour, true},
    {"home-80x24-16", CHIPS, "", 80, 24, &few, true},
    {"home-80x24-mono", CHIPS, "^^", 80, 24, &mono, true},
    {"home-80x24-ascii", CHIPS, ">", 80, 24, &ascii, true},
    {"home-120x40", CHIPS, "^>", 120, 40, &colour, false},
    {"home-200x60", BARE, "^>", 200, 60, &colour, false},
    {"home-60x24", CHIPS, "", 60, 24, &colour, false},
    {"home-40x12", CHIPS, "", 40, 12, &colour, true},
    {"home-40x12-routines", CHIPS, "^", 40, 12, &colour, false},
    {"home-40x12-chips", CHIPS, "^^", 40, 12, &colour, false},
    {"home-20x4", CHIPS, "", 20, 4, &colour, false},
    {"home-20x1", CHIPS, "", 20, 1, &colour, false},
    {"home-today-80x24", CHIPS, "t>", 80, 24, &colour, true},
    {"home-today-no-records", NO_RECORDS, "t", 80, 24, &colour, false},
    {"home-find-80x24", BARE, "/CALF", 80, 24, &colour, false},
    {"home-find-nothing", BARE, "/xyz", 80, 24, &colour, false},
    {"home-veins-80x24", VEINS, "^", 80, 24, &colour, false},
    {"home-left-80x24", A_LEFT, "", 80, 24, &colour, true},
    {"home-left-120x40", A_LEFT, "^", 120, 40, &colour, false},
    {"home-left-80x24-ascii", A_LEFT, "", 80, 24, &ascii, false},
    {"home-left-60x24", A_LEFT, "", 60, 24, &colour, false},
    {"home-left-40x12", A_LEFT, "", 40, 12, &colour, false},
    {"home-left-40x12-chips", A_LEFT, "^^", 40, 12, &colour, false},
    {"home-left-20x4", A_LEFT, "", 20, 4, &colour, false},
    {"home-left-20x1", A_LEFT, "", 20, 1, &colour, false},
    {"home-offer-80x24", CHIPS, "%", 80, 24, &colour, true},
    {"home-offer-80x24-mono", CHIPS, "%", 80, 24, &mono, true},
    {"home-offer-120x40", CHIPS, "%", 120, 40, &colour, false},
    {"home-offer-40x12", CHIPS, "%", 40, 12, &colour, true},
    {"home-today-40x12", CHIPS, "t>", 40, 12, &colour, false},
    {"home-favourites-80x24", LIKED, "f>", 80, 24, &colour, true},
    {"home-favourites-40x12", LIKED, "f>>>", 40, 12, &colour, false},
    {"home-favourites-80x24-ascii", LIKED, "f", 80, 24, &ascii, false},
    {"home-favourites-none", UNREAD, "f", 80, 24, &colour, false},
    {"home-away-80x24", AWAY, "t", 80, 24, &colour, false},
    {"home-rested-80x24", RESTED, "", 80, 24, &colour, false},
    {"home-beginning-80x24", BEGINNING, "", 80, 24, &colour, false},
    {"home-beginning-40x12", BEGINNING, "", 40, 12, &colour, false},
    {"home-unread-80x24", UNREAD, "", 80, 24, &colour, false},
    {"home-programme-80x24", FOLLOWED, "t", 80, 24, &colour, true},
    {"home-programme-120x40", FOLLOWED, "", 120, 40, &colour, false},
    {"home-programme-40x12", FOLLOWED, "%", 40, 12, &colour, false},
    {"home-programme-rest-80x24", FOLLOWED_REST, "t", 80, 24, &colour, false},
};

START_TEST(looks_as_it_did)
{
    Stage stage;
    set_stage(&stage, goldens[_i].setting);
    stage.model.width = goldens[_i].width;
    stage.model.height = goldens[_i].height;
    stage.model.is_ascii = !goldens[_i].look->is_utf8;
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

/* What keys come to: the request after the last of them. */
static const struct {
    Setting setting;
    const char *keys;
    RequestKind kind;
    int32_t value;
} answers[] = {
    {BARE, "!", REQUEST_OPEN, SLOW_CALVES},
    {BARE, "^>!", REQUEST_OPEN, CALF_STRETCH},
    {BARE, "^>>!", REQUEST_OPEN, CALF_BREAK},
    {BARE, "^>}", REQUEST_OPEN, CALF_STRETCH},
    {BARE, "n", REQUEST_NEW, 0},
    {BARE, "e", REQUEST_EDIT_ENTRY, SLOW_CALVES},
    {BARE, "^>e", REQUEST_EDIT_ENTRY, CALF_STRETCH},
    {BARE, "^>{!", REQUEST_OPEN, CALF_STRETCH},
    {CHIPS, "!", REQUEST_OPEN, CALF_BREAK},
    {CHIPS, "^>!", REQUEST_OPEN, FEET_FIRST},
    {CHIPS, "^>>!", REQUEST_OPEN, SLOW_CALVES},
    {BARE, ">>!", REQUEST_OPEN, FEET_FIRST},
    {BARE, "<<<<!", REQUEST_NONE, 0},
    {VEINS, "!", REQUEST_OPEN, CALF_STRETCH},
    {UNREAD, "!", REQUEST_NONE, 0},
    {BARE, "c", REQUEST_COMPOSE, AREA_CALVES},
    {BARE, "jc", REQUEST_COMPOSE, AREA_ACHILLES},
    {BARE, "<c", REQUEST_COMPOSE, AREA_KNEES},
    {BARE, "hc", REQUEST_COMPOSE, AREA_OUTER_SHINS},
    {BARE, "b", REQUEST_LIBRARY, 0},
    {BARE, "r", REQUEST_NONE, 0},
    {A_LEFT, "r", REQUEST_GO_ON, 0},
    {A_LEFT, "^^r", REQUEST_GO_ON, 0},
    {A_LEFT, "/r", REQUEST_DRAW, 0},
    {BARE, "s", REQUEST_SHOW, 0},
    {BARE, "?", REQUEST_SHOW, 0},
    {BARE, "q", REQUEST_QUIT, 0},
    {BARE, "~", REQUEST_QUIT, 0},
    {BARE, "^~", REQUEST_DRAW, 0},
    {BARE, "^~~", REQUEST_QUIT, 0},
    {BARE, "^q", REQUEST_QUIT, 0},
    {BARE, "}c", REQUEST_COMPOSE, AREA_CALVES},
    {BARE, "}>!", REQUEST_OPEN, CALF_STRETCH},
    {BARE, "t~", REQUEST_DRAW, 0},
    {BARE, "t~q", REQUEST_QUIT, 0},
    {BARE, "t~c", REQUEST_COMPOSE, AREA_CALVES},
    {BARE, "t!", REQUEST_OPEN, NECK_REST},
    {BARE, "tc", REQUEST_COMPOSE, AREA_HEAD},
    {BARE, "tt!", REQUEST_OPEN, SLOW_CALVES},
    {CHIPS, "t>!", REQUEST_OPEN, CALF_BREAK},
    {NO_RECORDS, "t!", REQUEST_NONE, 0},
    {BARE, "/neck!", REQUEST_OPEN, NECK_REST},
    {BARE, "/neck~c", REQUEST_COMPOSE, AREA_NECK},
    {BARE, "/SKULL!", REQUEST_OPEN, NECK_REST},
    {BARE, "/foot~c", REQUEST_COMPOSE, AREA_FEET},
    {BARE, "/roller!", REQUEST_OPEN, LONG_LEGS},
    {BARE, "/calf roller!", REQUEST_OPEN, LONG_LEGS},
    {BARE, "/broken!", REQUEST_OPEN, BROKEN},
    {BARE, "/calf>!", REQUEST_OPEN, CALF_STRETCH},
    {BARE, "/nothing!", REQUEST_NONE, 0},
    {BARE, "/q", REQUEST_DRAW, 0},
    {BARE, "/q~~", REQUEST_QUIT, 0},
    {UNREAD, "/long legs!", REQUEST_OPEN, LONG_LEGS},
    {BARE, "^^!", REQUEST_PLACE, PLACE_DESK},
    {BARE, "^^} ", REQUEST_PLACE, PLACE_CHAIR},
    {BARE, "%% ", REQUEST_PLACE, PLACE_DESK},
    {UNREAD, "% ", REQUEST_PLACE, PLACE_DESK},
    {BARE, "%!", REQUEST_OPEN, NECK_REST},
    {BARE, "%}", REQUEST_OPEN, NECK_REST},
    {BARE, "%e", REQUEST_EDIT_ENTRY, NECK_REST},
    {BARE, "%*", REQUEST_FAVOURITE, NECK_REST},
    {BARE, "%>c", REQUEST_COMPOSE, AREA_CALVES},
    {BARE, "%<", REQUEST_NONE, 0},
    {BARE, "%~!", REQUEST_OPEN, SLOW_CALVES},
    {BARE, "^<!", REQUEST_OPEN, NECK_REST},
    {BARE, "<<<<<<<<<<<<!", REQUEST_OPEN, NECK_REST},
    {A_LEFT, "^<!", REQUEST_OPEN, CALF_BREAK},
    {RESTED, "^<!", REQUEST_OPEN, SLOW_CALVES},
    {BARE, "*", REQUEST_FAVOURITE, SLOW_CALVES},
    {BARE, "^>*", REQUEST_FAVOURITE, CALF_STRETCH},
    {BARE, "<<<<*", REQUEST_NONE, 0},
    {BARE, "/calf*", REQUEST_DRAW, 0},
    {LIKED, "f!", REQUEST_OPEN, SLOW_CALVES},
    {LIKED, "f>!", REQUEST_OPEN, NECK_REST},
    {LIKED, "f>>>!", REQUEST_OPEN, FEET_FIRST},
    {LIKED, "f>*", REQUEST_FAVOURITE, NECK_REST},
    {LIKED, "ff>c", REQUEST_COMPOSE, AREA_ACHILLES},
    {LIKED, "f~q", REQUEST_QUIT, 0},
    {LIKED, "ft!", REQUEST_OPEN, NECK_REST},
    {LIKED, "tf!", REQUEST_OPEN, SLOW_CALVES},
    {AWAY, "t!", REQUEST_NONE, 0},
    {RESTED, "t!", REQUEST_NONE, 0},
    {BEGINNING, "t!", REQUEST_OPEN, NECK_REST},
    {BARE, "^^{ ", REQUEST_PLACE, MODEL_ANY},
    {BARE, "^^{{", REQUEST_NONE, 0},
    {BARE, "^^{>> ", REQUEST_TOOL, MODEL_ANY},
    {BARE, "^^{>>} ", REQUEST_TOOL, MODEL_NO_TOOL},
    {BARE, "^^{>>}} ", REQUEST_TOOL, TOOL_CHAIR},
    {BARE, "^^{>>}}} ", REQUEST_TOOL, TOOL_ROLLER},
    {BARE, "^^{>>}}i", REQUEST_ABOUT_TOOL, TOOL_CHAIR},
    {BARE, "^^{>>}i", REQUEST_NONE, 0},
    {BARE, "i", REQUEST_NONE, 0},
    {BARE, "^^>>>>>!", REQUEST_HAVE_MINUTES, 10},
    {CHIPS, "^^>>>>>!", REQUEST_HAVE_MINUTES, 0},
    {CHIPS, "^^>>>>>{", REQUEST_HAVE_MINUTES, 9},
    {CHIPS, "^^>>>>>}", REQUEST_HAVE_MINUTES, 11},
    {CHIPS, "^^>>>>>+", REQUEST_HAVE_MINUTES, 15},
    {CHIPS, "^^>>>>>-", REQUEST_HAVE_MINUTES, 5},
    {CHIPS, "^^>>>>>g", REQUEST_HAVE_MINUTES, 3},
    {CHIPS, "^^>>>>>G", REQUEST_HAVE_MINUTES, 0},
    {BARE, "^^>>>>>}", REQUEST_HAVE_MINUTES, 0},
    {BARE, "^^>>>>>{", REQUEST_HAVE_MINUTES, 60},
    {BARE, "^^<c", REQUEST_COMPOSE, AREA_CALVES},
    {BARE, "^^<!", REQUEST_OPEN, SLOW_CALVES},
    {BARE, "^^^!", REQUEST_OPEN, NECK_REST},
    {BARE, "^^^^!", REQUEST_OPEN, SLOW_CALVES},
    {UNREAD, "^^^*", REQUEST_NONE, 0},
};

START_TEST(answers_keys)
{
    Stage stage;
    set_stage(&stage, answers[_i].setting);
    Request request = type(&stage, answers[_i].keys);
    ck_assert_msg(request.kind == answers[_i].kind && request.value == answers[_i].value, "'%s': %d %d",
                  answers[_i].keys, (int)request.kind, (int)request.value);
    ck_assert_int_eq(press(&stage, KEY_INTERRUPT).kind, REQUEST_QUIT);
    stage_release(&stage);
}
END_TEST

/* In a list of areas the arrows follow the list. */
START_TEST(walks_the_list_of_areas)
{
    static const int sizes[][2] = {{40, 12}, {30, 8}, {80, 24}};
    Stage stage;
    set_stage(&stage, BARE);
    stage.model.width = sizes[_i][0];
    stage.model.height = sizes[_i][1];
    stage.model.is_ascii = sizes[_i][0] == 80;
    type(&stage, ">");
    ck_assert_int_eq(home_of(&stage)->spot.area, AREA_ACHILLES);
    for (int i = 0; i < AREA_COUNT; i++)
        type(&stage, "<");
    ck_assert_int_eq(home_of(&stage)->spot.area, AREA_HEAD);
    stage_release(&stage);
}
END_TEST

static int32_t click_on(int x, int y)
{
    return KEY_CLICK | y << 12 | x;
}

/* Every cell of the figures that shows an area takes a click, and all areas of a view are found so. */
START_TEST(chooses_with_the_mouse)
{
    Stage stage;
    BodyAreas seen = 0;
    set_stage(&stage, BARE);
    stage.model.width = 120;
    stage.model.height = 40;
    HomeLayout layout = home_layout_cut(home_of(&stage), &stage.model, 120, 40);
    for (int y = layout.front.y; y < layout.front.y + layout.front.height; y++) {
        for (int x = layout.front.x; x < layout.back.x + layout.back.width; x++) {
            if (press(&stage, click_on(x, y)).kind == REQUEST_DRAW)
                seen |= (BodyAreas)1 << home_of(&stage)->spot.area;
        }
    }
    ck_assert_uint_eq(seen, ((BodyAreas)1 << AREA_COUNT) - 1);
    ck_assert_int_eq(press(&stage, click_on(layout.front.x, layout.front.y + 1)).kind, REQUEST_NONE);
    stage_release(&stage);
}
END_TEST

START_TEST(opens_and_switches_with_the_mouse)
{
    Stage stage;
    set_stage(&stage, BARE);
    HomeLayout layout = home_layout_cut(home_of(&stage), &stage.model, 80, 24);
    Request row = press(&stage, click_on(layout.rows.x + 4, layout.rows.y + 2));
    ck_assert_int_eq(row.kind, REQUEST_OPEN);
    ck_assert_int_eq(row.value, CALF_STRETCH);
    Request place = press(&stage, click_on(layout.chips.x + 6, layout.chips.y));
    ck_assert_int_eq(place.kind, REQUEST_PLACE);
    ck_assert_int_eq(place.value, MODEL_ANY);
    int last = layout.chips.y + layout.chips.height - 1;
    Request minutes = press(&stage, click_on(layout.chips.x + 14, last));
    ck_assert_int_eq(minutes.kind, REQUEST_HAVE_MINUTES);
    ck_assert_int_eq(minutes.value, 3);
    ck_assert_int_eq(press(&stage, click_on(79, 0)).kind, REQUEST_NONE);
    Request due = press(&stage, click_on(10, layout.offer.y));
    ck_assert(due.kind == REQUEST_OPEN && due.value == NECK_REST);
    stage_release(&stage);
}
END_TEST

enum { NO_TOOLS = -1 };

/* clang-format off */
static const struct {
    size_t index;
    size_t places;          /* how many of desk and floor; 0: any */
    int tools;              /* how many of chair and therapy ball; NO_TOOLS, 0: any */
    int32_t minutes;
    const char *words;
    const char *marked;     /* the tool whose chip has the cursor, or NULL */
} reasons[] = {
    {CALF_BREAK, 2, 2, 10, "", NULL},
    {LONG_LEGS, 1, 0, 0, "floor only", NULL},
    {CALF_STRETCH, 2, 2, 10, "wall only", NULL},
    {SLOW_CALVES, 2, 2, 10, "takes 11 min", NULL},
    {LONG_LEGS, 2, 2, 0, "needs roller", NULL},
    {CALF_BREAK, 0, 1, 0, "needs therapy ball", NULL},
    {CALF_BREAK, 0, NO_TOOLS, 0, "needs therapy ball", NULL},
    {CALF_BREAK, 0, NO_TOOLS, 0, "needs tennis ball", "tennis-ball"},
    {CALF_BREAK, 0, NO_TOOLS, 0, "needs therapy ball", "roller"},
    {CALF_STRETCH, 0, NO_TOOLS, 0, "", NULL},
    {LONG_LEGS, 0, 0, 0, "", NULL},
};
/* clang-format on */

START_TEST(says_what_does_not_fit)
{
    Stage stage;
    set_stage(&stage, BARE);
    stage.settings.places = (WordList){stage.places, reasons[_i].places};
    const int count = reasons[_i].tools;
    stage.settings.tools = (ToolsAtHand){{stage.tool_list, (size_t)(count == NO_TOOLS ? 0 : count)}, NULL, count != 0};
    stage.settings.minutes = reasons[_i].minutes;
    Text words = {0};
    const Routine *routine = library_at(stage.library, reasons[_i].index)->routine;
    home_list_misfit_words(&words, &stage.settings, routine, reasons[_i].marked);
    ck_assert_str_eq(text_show(&words), reasons[_i].words);
    ck_assert_int_eq(suits_misfit(&stage.settings, routine) == MISFIT_NONE, words.length == 0);
    text_release(&words);
    stage_release(&stage);
}
END_TEST

/* Of tools that do alike, the row of a routine names the one whose chip has the cursor, else the one at hand. */
static const struct {
    Setting setting;
    const char *keys, *details;
} names[] = {
    {BARE, "", "desk, chair  therapy ball"},          {BARE, "^^{>>}}}}", "desk, chair  tennis ball"},
    {BARE, "^^{>>}}}", "desk, chair  therapy ball"},  {CHIPS, "", "desk, chair  therapy ball"},
    {CHIPS, "^^{>>}}}}", "desk, chair  tennis ball"},
};

START_TEST(names_the_marked_tool)
{
    Stage stage;
    set_stage(&stage, names[_i].setting);
    type(&stage, names[_i].keys);
    Canvas canvas;
    canvas_init(&canvas, 80, 24, colour);
    screens_draw(&stage.stack, &stage.model, &canvas);
    Text shown = {0};
    canvas_dump(&canvas, false, &shown);
    ck_assert_msg(strstr(text_show(&shown), names[_i].details) != NULL, "%s", text_show(&shown));
    text_release(&shown);
    canvas_release(&canvas);
    stage_release(&stage);
}
END_TEST

/* Every size from one cell up, in every part: nothing is drawn outside, the cursor is inside. */
START_TEST(fits_any_window)
{
    static const char *const ways[] = {"", "^", "^^", "t", "/ca", "%", "f"};
    Stage stage;
    set_stage(&stage, CHIPS);
    type(&stage, ways[_i]);
    for (int width = 1; width < 210; width += width < 12 ? 1 : 11) {
        for (int height = 1; height < 50; height += height < 16 ? 1 : 7) {
            Canvas canvas;
            stage.model.width = width;
            stage.model.height = height;
            canvas_init(&canvas, width, height, colour);
            press(&stage, height % 3 ? KEY_DOWN_ARROW : KEY_UP_ARROW);
            press(&stage, click_on(width / 2, height / 2));
            screens_draw(&stage.stack, &stage.model, &canvas);
            ck_assert(canvas.cursor_x >= 0 && canvas.cursor_x < width);
            ck_assert(canvas.cursor_y >= 0 && canvas.cursor_y < height);
            canvas_release(&canvas);
        }
    }
    stage_release(&stage);
}
END_TEST

/* Enter on the line of the programme starts it; on a day of rest there is nothing to be opened. */
START_TEST(todays_part_is_opened)
{
    Stage stage;
    set_stage(&stage, FOLLOWED);
    ck_assert_int_eq(type(&stage, "t!").kind, REQUEST_PROGRAMME);
    stage_release(&stage);
    set_stage(&stage, FOLLOWED_REST);
    ck_assert_int_ne(type(&stage, "t!").kind, REQUEST_PROGRAMME);
    ck_assert_int_ne(type(&stage, "%!").kind, REQUEST_PROGRAMME);
    stage_release(&stage);
}
END_TEST

Suite *suite_home(void)
{
    Suite *suite = suite_create("home");
    TCase *tests = tcase_create("home");
    tcase_add_loop_test(tests, looks_as_it_did, 0, ARRAY_LEN(goldens));
    tcase_add_test(tests, todays_part_is_opened);
    tcase_add_loop_test(tests, answers_keys, 0, ARRAY_LEN(answers));
    tcase_add_loop_test(tests, walks_the_list_of_areas, 0, 3);
    tcase_add_test(tests, chooses_with_the_mouse);
    tcase_add_test(tests, opens_and_switches_with_the_mouse);
    tcase_add_loop_test(tests, says_what_does_not_fit, 0, ARRAY_LEN(reasons));
    tcase_add_loop_test(tests, names_the_marked_tool, 0, ARRAY_LEN(names));
    tcase_add_loop_test(tests, fits_any_window, 0, 7);
    suite_add_tcase(suite, tests);
    return suite;
}
