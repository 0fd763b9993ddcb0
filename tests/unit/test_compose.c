/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "compose/area_check.h"
#include "compose/limits.h"
#include "compose/recipes.h"
#include "routine/filter.h"
#include "routine/routine.h"
#include "routine/rules.h"
#include "session/plan.h"
#include "support/following.h"
#include "support/shipped.h"
#include "support/sweep.h"

Suite *suite_compose(void);

enum { MINUTE_S = 60, CLOSE_S = 30, MOVES = 160 };

/* The kind of work that a move was picked for: other lengths may make another of it. */
static Work work_of(const Move *move)
{
    return goal_rules_work(shipped_move(move->use));
}

/* A move is for the wish, both sides alike, within its goal and its health. */
static void check_move(const ComposeRequest *wish, const Move *move)
{
    const GoalRules *rules = goal_rules_of(wish->goal);
    ck_assert(work_of(move) == WORK_BREATHE || is_for_wish(wish, shipped_move(move->use)));
    ck_assert(wish->places.count == 0 || move->where.count == 0 ||
              filter_has_word(&move->where, wish->places.items[0]));
    ck_assert(!wish->tools_are_known || recipe_tools_cover(wish, &move->tools));
    ck_assert(move->sides == SIDES_BOTH || move->sides == SIDES_NONE);
    for (size_t i = 0; i < wish->health.words.count; i++)
        ck_assert(!filter_has_word(&move->not_with, wish->health.words.items[i]));
    ck_assert_int_lt(limits_ruling_word(&wish->health, move), 0);
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        ck_assert_int_eq(phase->hold.left_s, phase->hold.right_s);
        ck_assert_int_le(phase->hold.left_s, phase->technique == TECHNIQUE_BREATHE ? BREATH_LONG_S : rules->limit_s);
        ck_assert(!phase->pressure.is_set || phase->pressure.high <= rules->hardest);
    }
}

/* Where the routine settles, only the breath has its place, the last one; else movement and light strokes may also come after the deep
 * work, where it fills the time. */
static int rank_of(const ComposeRequest *wish, const Move *move, bool is_in_bed)
{
    const GoalRules *rules = goal_rules_of(wish->goal);
    const Work work = work_of(move);
    const bool settles = rules->settles || is_in_bed;
    if ((settles && work != WORK_BREATHE) || (work <= WORK_WARM && rules->rank[work] < rules->rank[WORK_DEEP]))
        return -1;
    return rules->rank[work];
}

/* Warm-up, deep work, stretch and breath in the order of the goal. */
static void check_items(const ComposeRequest *wish, const Item *items, size_t count, bool is_in_bed, int *rank)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_REPEAT) {
            check_items(wish, items[i].items, items[i].count, is_in_bed, rank);
            continue;
        }
        ck_assert_int_eq(items[i].kind, ITEM_MOVE);
        check_move(wish, items[i].move);
        const int own = rank_of(wish, items[i].move, is_in_bed);
        ck_assert_msg(own < 0 || own >= *rank, "%s, %s: %d after %d", goal_name((int)wish->goal), items[i].move->use,
                      own, *rank);
        *rank = own < 0 ? *rank : own;
    }
}

/* Returns its seconds. */
static int32_t check_text_of(const ComposeRequest *wish, char *text)
{
    char *name = name_of_wish(wish);
    const bool says_why = strstr(text, "# It takes ") != NULL;
    const Routine *routine = routine_of_composed(text);
    const int32_t off_s = routine->seconds - wish->minutes * MINUTE_S;
    const bool is_close = off_s <= CLOSE_S && off_s >= -CLOSE_S;
    ck_assert_msg(is_close != says_why, "%s: %d s off\n%s", name, off_s, text);
    int rank = 0;
    check_items(wish, routine->items, routine->count, strstr(routine->title, " in bed,") != NULL, &rank);
    free(name);
    return routine->seconds;
}

/* Returns its seconds; 0 where nothing fits. */
static int32_t check_wish(const ComposeRequest *wish)
{
    char *problem = NULL;
    char *text = compose_routine(shipped.items, shipped.count, wish, NULL, &problem);
    if (text)
        return check_text_of(wish, text);
    ck_assert_msg(strncmp(problem, "No move", strlen("No move")) == 0 && strstr(problem, ": "), "%s", problem);
    free(problem);
    return 0;
}

START_TEST(every_goal)
{
    uint8_t area = (uint8_t)_i;
    static const int32_t minutes[] = {3, 10, 30};
    for (int goal = 0; goal <= GOAL_COUNT; goal += SWEEP_STEP) {
        for (int place = -1; place < PLACE_COUNT; place++) {
            for (size_t i = 0; i < ARRAY_LEN(minutes); i++)
                check_wish(&(ComposeRequest){
                    .areas = {&area, 1}, .places = only_place(place), .minutes = minutes[i], .goal = (Goal)goal});
        }
    }
}
END_TEST

START_TEST(every_health_word)
{
    uint8_t health = (uint8_t)_i;
    const char *tools[] = {"tennis-ball", "roller"};
    for (uint8_t area = 0; area < AREA_COUNT; area++) {
        check_wish(
            &(ComposeRequest){.areas = {&area, 1}, .minutes = 8, .goal = GOAL_NONE, .health = {.words = {&health, 1}}});
        check_wish(&(ComposeRequest){.areas = {&area, 1},
                                     .places = only_place(PLACE_CHAIR),
                                     .minutes = 8,
                                     .goal = GOAL_WIND_DOWN,
                                     .tools_are_known = true,
                                     .tools = {tools, health % 3},
                                     .health = {.words = {&health, 1}}});
    }
}
END_TEST

/* Without an area; more minutes never make it shorter. */
START_TEST(a_bit_of_all)
{
    for (int place = _i == GOAL_NONE ? -1 : 0; place < PLACE_COUNT; place += SWEEP_STEP) {
        int32_t before_s = 0;
        for (int32_t minutes = 3; minutes <= 60; minutes += 3) {
            const int32_t seconds = check_wish(
                &(ComposeRequest){.places = only_place(place), .minutes = minutes, .goal = (Goal)_i});
            ck_assert_int_ge(seconds, before_s);
            before_s = seconds;
        }
    }
}
END_TEST

START_TEST(what_is_behind_goes_first)
{
    int32_t days[AREA_COUNT];
    for (int area = 0; area < AREA_COUNT; area++)
        days[area] = area == AREA_SHINS ? -1 : area == AREA_HANDS ? 40 : 1;
    const ComposeRequest behind = {.minutes = 6, .goal = GOAL_NONE, .days_since = days};
    char *problem = NULL, *text = compose_routine(shipped.items, shipped.count, &behind, NULL, &problem);
    ck_assert_ptr_nonnull(strstr(text, "title: Shins and hands"));
    ck_assert_ptr_nonnull(strstr(text, "Not done yet: the shins."));
    ck_assert_ptr_nonnull(strstr(text, "40 days since the hands."));
    free(text);
}
END_TEST

/* Outdoors there is something for every area, all of it outdoors; unasked nobody is sent there. */
START_TEST(goes_outdoors_when_asked_to)
{
    uint8_t area = (uint8_t)_i;
    char *problem = NULL;
    const ComposeRequest outdoors = {
        .areas = {&area, 1}, .places = only_place(PLACE_OUTDOORS), .minutes = 5, .goal = GOAL_NONE};
    const ComposeRequest anywhere = {.areas = {&area, 1}, .minutes = 5, .goal = GOAL_NONE};
    ck_assert_msg(check_wish(&outdoors) > 0, "nothing for the %s outdoors", area_name(_i));
    char *out = compose_routine(shipped.items, shipped.count, &outdoors, NULL, &problem);
    char *any = compose_routine(shipped.items, shipped.count, &anywhere, NULL, &problem);
    ck_assert_msg(strstr(out, " outdoors, ") != NULL, "%s", out);
    ck_assert_msg(!any || !strstr(any, "outdoors"), "%s", any);
    free(out);
    free(any);
}
END_TEST

/* One sentence of what to do, one of what to notice; the file has it on one line. */
START_TEST(each_area_has_a_check)
{
    uint8_t area = (uint8_t)_i;
    for (int health = -1; health < HEALTH_COUNT; health++) {
        uint8_t word = (uint8_t)health;
        const PersonHealth said = {.words = {&word, health >= 0}};
        const char *check = area_check_of(_i, &said, health % 2 == 0);
        ck_assert_msg(check && strstr(check, ". Notice ") && strlen(check) <= 113, "%s: %s", area_name(_i), check);
        ck_assert_int_eq(check[strlen(check) - 1], '.');
    }
    const ComposeRequest wish = {.areas = {&area, 1}, .minutes = 10, .goal = GOAL_NONE};
    char *problem = NULL, *text = compose_routine(shipped.items, shipped.count, &wish, NULL, &problem);
    ck_assert_msg(text != NULL, "%s", problem);
    const char *say = routine_of_composed(text)->check.say;
    ck_assert(text_same(say, area_check_of(_i, &wish.health, true)) ||
              text_same(say, area_check_of(_i, &wish.health, false)));
}
END_TEST

static const struct {
    int area, health;
    bool stands;
    const char *check; /* its beginning */
} checks[] = {
    {AREA_HAMSTRINGS, -1, true, "Stand with soft knees and reach slowly for your toes."},
    {AREA_HAMSTRINGS, HEALTH_DISC, true, "Sit tall on a chair and straighten one knee"},
    {AREA_LOWER_BACK, HEALTH_FRAGILE_BONES, true, "Stand and shift your weight"},
    {AREA_LOWER_BACK, -1, false, "Tip your pelvis slowly"},
    {AREA_CALVES, HEALTH_PREGNANCY, false, "Straighten one knee and draw the toes up"},
    {AREA_CALVES, HEALTH_PREGNANCY, true, "Face a wall"},
    {AREA_NECK, HEALTH_CLOT, true, "Sit tall and turn your head"},
    {AREA_NECK, HEALTH_NECK_ARTERY, false, "Sit tall and look straight ahead."},
};

START_TEST(the_check_goes_with_the_health)
{
    uint8_t words[] = {HEALTH_COLD_SENSITIVE, (uint8_t)checks[_i].health};
    const PersonHealth health = {.words = {words, checks[_i].health < 0 ? 1 : 2}};
    const char *check = area_check_of(checks[_i].area, &health, checks[_i].stands), *begin = checks[_i].check;
    ck_assert_msg(strncmp(check, begin, strlen(begin)) == 0, "%s", check);
}
END_TEST

/* By a keyword or its name, or the singular. */
static bool is_known_by(const Move *move, const char *word)
{
    const TextList name = {(const char *[]){move->name}, 1};
    char *singular = memory_copy_text(word);
    if (word[strlen(word) - 1] == 's')
        singular[strlen(word) - 1] = '\0';
    const bool is_known = filter_keyword_in(&move->keywords, singular) || filter_keyword_in(&name, singular);
    free(singular);
    return is_known;
}

/* Whether a move that is known by the word is done. */
static bool has_known(const Item *items, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_REPEAT ? has_known(items[i].items, items[i].count, word)
                                         : is_known_by(shipped_move(items[i].move->use), word))
            return true;
    }
    return false;
}

static int32_t check_words(const ComposeRequest *wish)
{
    const char *word = wish->words.items[0];
    char *problem = NULL, *text = compose_routine(shipped.items, shipped.count, wish, NULL, &problem);
    if (!text) {
        ck_assert_msg(strncmp(problem, "No move for ", strlen("No move for ")) == 0 ||
                          strstr(problem, " names no part of the body"),
                      "%s: %s", word, problem);
        free(problem);
        return 0;
    }
    const bool says_none = strstr(text, "moves known for it fits") != NULL;
    ck_assert_ptr_nonnull(strstr(text, "# For: "));
    char *copy = memory_copy_text(text);
    const int32_t seconds = check_text_of(wish, text);
    const Routine *routine = routine_of_composed(copy);
    ck_assert_msg(has_known(routine->items, routine->count, word) != says_none, "%s\n%s", word, copy);
    ck_assert_ptr_nonnull(routine->check.say);
    return seconds;
}

/* Every keyword of a move: moves that are known by it are there, and more minutes never make it shorter. */
START_TEST(every_keyword)
{
    static const int32_t minutes[] = {4, 25};
    const int places[] = {-1, _i % PLACE_COUNT};
    const TextList none = {0}, *keywords = (size_t)_i < shipped.count ? &shipped.items[_i].move->keywords : &none;
    for (size_t i = 0; i < keywords->count; i += SWEEP_STEP) {
        for (size_t p = 0; p < ARRAY_LEN(places); p++) {
            int32_t before_s = 0;
            for (size_t k = 0; k < ARRAY_LEN(minutes); k++) {
                const int goal = (_i + places[p]) % GOAL_COUNT + 1;
                const int32_t seconds = check_words(&(ComposeRequest){.words = {&keywords->items[i], 1},
                                                                      .places = only_place(places[p]),
                                                                      .minutes = minutes[k],
                                                                      .goal = (Goal)goal});
                ck_assert_int_ge(seconds, before_s);
                before_s = seconds;
            }
        }
    }
}
END_TEST

/* Moves as a few lines of YAML, named by their ids. */
static char *compose(const char *yaml, const ComposeRequest *wish, char **problem)
{
    Routine *routine = routine_of(yaml);
    ComposeMove *moves = memory_new((routine->count + 1) * sizeof *moves);
    for (size_t i = 0; i < routine->count; i++)
        moves[i] = (ComposeMove){routine->items[i].move->name, routine->items[i].move};
    char *text = compose_routine(moves, routine->count, wish, NULL, problem);
    free(moves);
    routine_free(routine);
    return text;
}

/* clang-format off */
static const struct {
    const char *words, *area; /* NULL: none is named */
    const char *has[4];       /* all of them, in that order */
} said[] = {
    {"stiff neck", NULL, {"# For: stiff neck.\n# Composed for the neck", "title: Neck", "check: Sit tall and turn"}},
    {"  Stiff-NECK! ", NULL, {"# For: stiff neck.\n", "title: Neck"}},
    {"splints", NULL, {"# For: splints.", "title: Shins"}},
    {"runners knee", NULL, {"the knees", "title: Knees"}},
    {"my right shoulder hurts", NULL, {"# Composed for the shoulders, 10 min."}},
    {"tight it band", NULL, {"# Composed for the IT band, 10 min."}},
    {"lower back pain", NULL, {"# Composed for the lower back, 10 min."}},
    {"back", NULL, {"for the upper back and the lower back, 10 min."}},
    {"headaches", NULL, {"the neck", "the head"}},
    {"ql", NULL, {"the lower back", "use: ql-wall"}},
    {"heel pain", NULL, {"# Composed for the feet, 10 min."}},
    {"stiff neck and shin splints", NULL, {"the neck and the shins", "shin", "neck"}},
    {"sciatica", NULL, {"title: Hips, glutes and lower back", "confirm: ", "use: st-fig4"}},
    {"purple neck", NULL, {"# For: purple neck. Not known, and passed over: 'purple'.\n", "title: Neck"}},
    {"plantar fascitis", NULL, {"passed over: 'fascitis' (did you mean 'fasciitis'?).", "title: Feet"}},
    {"jaw clenching at night", NULL, {"# Composed for the jaw"}},
    {"can't sleep", NULL, {"# For: can't sleep.\n"}},
    {"my knees hurt", NULL, {"title: Knees", "confirm: Can you put your weight"}},
    /* Both. */
    {"stiff neck", "feet", {"# Composed for the feet, the neck", "title: Feet", "check: "}},
    /* Only a routine knows them, and brings what it says. */
    {"hotel", NULL, {"# For: hotel.", "cautions:\n  - After more than four hours of flying"}},
    {"stiff back", NULL, {"title: Lower back", "cautions:\n  - See a doctor today about back pain with fever"}},
};
/* clang-format on */

/* The routines that come with the program, as far as words are looked up in them. */
static TextList shipped_words(const char **words, const Routine **routines, size_t *count)
{
    char *problem = NULL;
    ck_assert(library_scan(shipped.library, &problem));
    *count = library_count(shipped.library);
    for (size_t i = 0; i < *count; i++) {
        LibraryEntry *entry = library_at(shipped.library, i);
        library_load(shipped.library, entry);
        routines[i] = entry->routine;
    }
    return (TextList){words, 1};
}

enum { ROUTINES = 128 };

START_TEST(takes_a_persons_words)
{
    const Routine *routines[ROUTINES];
    const char *words = said[_i].words;
    uint8_t area = said[_i].area ? (uint8_t)area_called(said[_i].area) : 0;
    ComposeRequest wish = {
        .areas = {&area, said[_i].area != NULL}, .routines = routines, .minutes = 10, .goal = GOAL_NONE};
    wish.words = shipped_words(&words, routines, &wish.routine_count);
    char *problem = NULL, *text = compose_routine(shipped.items, shipped.count, &wish, NULL, &problem);
    ck_assert_msg(text != NULL, "%s", problem);
    const char *rest = text;
    for (size_t i = 0; i < ARRAY_LEN(said[_i].has) && said[_i].has[i]; i++) {
        const char *found = strstr(rest, said[_i].has[i]);
        ck_assert_msg(found != NULL, "'%s' is not in its place in:\n%s", said[_i].has[i], text);
        rest = found;
    }
    routine_of_composed(text);
}
END_TEST

static const struct {
    const char *words, *problem;
} wrong_words[] = {
    {"sciatca", "no move matches 'sciatca' (did you mean 'sciatica'?)"},
    {"barefot", "no move matches 'barefot' (did you mean 'barefoot'?)"},
    {"purple", "no move matches 'purple'; name a part of the body, such as 'neck'"},
    {"menstrual cramps",
     "no move matches 'menstrual', and 'cramps' alone may be something else; name a part of the body, such as 'neck'"},
    {"?", "no move matches '?'; name a part of the body, such as 'neck'"},
    {"my pain", "'my pain' names no part of the body: add one, as in 'stiff neck'"},
    {"swollen calf", "there is no routine for 'swollen': 'knead help safety' says when to get help"},
    {"pain in my chest", "there is no routine for 'pain in my chest': 'knead help safety' says when to get help"},
};

START_TEST(says_which_word_is_wrong)
{
    const Routine *routines[ROUTINES];
    const char *words = wrong_words[_i].words;
    ComposeNotes notes = {.minutes = 0};
    ComposeRequest wish = {.routines = routines, .minutes = 10, .goal = GOAL_NONE};
    wish.words = shipped_words(&words, routines, &wish.routine_count);
    char *problem = NULL, *text = compose_routine(shipped.items, shipped.count, &wish, &notes, &problem);
    ck_assert_msg(text == NULL, "%s", text);
    ck_assert(notes.is_word_wrong);
    check_text(problem, wrong_words[_i].problem);
    arena_release(&notes.arena);
}
END_TEST

/* What every move for it says comes along, also where none of them can be done. */
START_TEST(a_word_has_its_caution)
{
    const char *word = "sciatica";
    for (int place = -1; place < PLACE_COUNT; place++) {
        for (int32_t minutes = 3; minutes <= 30; minutes += 9) {
            bool is_there = false;
            char *problem = NULL;
            const ComposeRequest wish = {
                .words = {&word, 1}, .places = only_place(place), .minutes = minutes, .goal = GOAL_NONE};
            char *text = compose_routine(shipped.items, shipped.count, &wish, NULL, &problem);
            ck_assert_msg(text != NULL, "%s", problem);
            const TextList *cautions = &routine_of_composed(text)->cautions;
            for (size_t i = 0; i < cautions->count; i++)
                is_there = is_there || strstr(cautions->items[i], "Numbness between the legs");
            ck_assert(is_there);
        }
    }
}
END_TEST

#define STRETCH                                                                                                        \
    "  - {name: a-stretch, areas: calves, where: [desk, wall], technique: stretch, sides: both,"                       \
    " hold: 30s}\n"
#define CLOT_REFUSAL                                                                                                   \
    " With a clot, now or ever, a leg is for your doctor first. One that is newly swollen, warm, red or throbbing "    \
    "needs help the same day; new breathlessness or chest pain is an emergency. Hands, jaw and breathing are "         \
    "open to you: knead compose --area hands,jaw."
#define STRIP                                                                                                          \
    "  - {name: b-strip, areas: calves, where: floor, tools: ball | roller, technique: stripping,"                     \
    " sides: both, hold: 90s, least: 30s, pressure: 4-6, not_with: clot, priority: 1}\n"
#define ROCKS                                                                                                          \
    "  - {name: c-rocks, areas: [calves, feet], where: [desk, floor], technique: movement, passes: 10,"                \
    " pace: 2s}\n"
#define LEFT                                                                                                           \
    "  - {name: d-left, areas: knees, sides: left, hold: 60s}\n"                                                       \
    "  - {name: e-right, areas: knees, sides: right, hold: 60s}\n"
#define HARD                                                                                                           \
    "  - {name: g-hard, areas: calves, where: floor, tools: ball, sides: none, pressure: 5-6, phases: ["               \
    "{name: A, hold: 30s}, {name: B, hold: 30s}]}\n"
#define BED "  - {name: h-bed, areas: hands, where: bed, hold: 60s}\n"
#define TIMED "  - {name: f-timed, areas: hands, hold: 60s, cues: [{at: 0, say: a}, {at: 50s, say: b}]}\n"

/* clang-format off */
static uint8_t calves[] = {AREA_CALVES}, knees[] = {AREA_KNEES}, hands[] = {AREA_HANDS},
               calves_and_knees[] = {AREA_KNEES, AREA_CALVES}, clot[] = {HEALTH_CLOT},
               bones[] = {HEALTH_FRAGILE_BONES}, calves_and_hands[] = {AREA_CALVES, AREA_HANDS}, desk[] = {PLACE_DESK},
               wall[] = {PLACE_WALL}, on_floor[] = {PLACE_FLOOR};
static const char *balls[] = {"ball"}, *spoons[] = {"spoon"};


static const struct {
    const char *yaml;
    ComposeRequest wish;
    const char *has[4]; /* all of them, in that order */
} texts[] = {
    /* Warm-up, deep work; one place rather than two. */
    {"moves:\n" STRETCH STRIP ROCKS, {.areas = {calves, 1}, .goal = GOAL_NONE, .minutes = 4},
     {"title: Calves on the floor, 4 min", "use: c-rocks", "use: b-strip"}},
    /* There is too little: rounds, holds that grow, and the reason. */
    {"moves:\n" STRETCH, {.areas = {calves, 1}, .places = {wall, 1}, .goal = GOAL_NONE, .minutes = 20},
     {"# It takes 4 min 30 s, less than asked for: only 1 move fits", "- repeat: 2", "hold: 1m"}},
    /* Nor is it said of anything that it was left out. */
    {"moves:\n" STRETCH, {.areas = {calves, 1}, .places = {wall, 1}, .goal = GOAL_NONE, .minutes = 4,
                          .health = {.words = {clot, 1}}},
     {"# Composed for the calves at the wall, 4 min.\n# Nothing presses on the calves: no move that does so fits here.\n"
      "# Change what you like"}},
    {"moves:\n" STRETCH STRIP ROCKS, {.areas = {calves, 1}, .places = {desk, 1}, .goal = GOAL_NONE, .minutes = 20,
                                      .tools_are_known = true, .health = {.words = {clot, 1}}},
     {"20 min.\n# It takes ", "only 2 moves fit. All holds are as long as they can be", "than twice.\n# Nothing presses on the calves"}},
    {"moves:\n" STRETCH STRIP ROCKS, {.areas = {calves, 1}, .places = {on_floor, 1}, .goal = GOAL_NONE, .minutes = 20},
     {"only 2 moves fit.", "Elsewhere 1 more fits."}},
    /* A shorter one. */
    {"moves:\n" STRIP, {.areas = {calves, 1}, .goal = GOAL_NONE, .minutes = 3},
     {"title: Calves on the floor, 3 min", "hold: 1m25s"}},
    /* Warm-ups are short, and movement comes last. */
    {"moves:\n" STRIP ROCKS, {.areas = {calves, 1}, .goal = GOAL_WARM_UP, .minutes = 3},
     {"goal: warm-up", "use: b-strip", "hold: ", "use: c-rocks"}},
    /* Winding down is light. */
    {"moves:\n" STRIP, {.areas = {calves, 1}, .goal = GOAL_WIND_DOWN, .minutes = 3}, {"pressure: 3-4"}},
    /* What cannot be is said. */
    {"moves:\n" STRIP LEFT, {.areas = {calves_and_knees, 2}, .goal = GOAL_NONE, .minutes = 3},
     {"for the knees and the calves, 3 min.", "# No matching move for the knees."}},
    {"moves:\n" STRETCH BED, {.areas = {calves_and_hands, 2}, .goal = GOAL_DESK_BREAK, .minutes = 5},
     {"Left out: the hands, because you would have to change places again"}},
    /* Cues that stand at their second keep the hold long enough. */
    {"moves:\n" TIMED, {.areas = {hands, 1}, .goal = GOAL_NONE, .minutes = 3}, {"repeat: 2"}},
};
/* clang-format on */

START_TEST(writes)
{
    char *problem = NULL, *text = compose(texts[_i].yaml, &texts[_i].wish, &problem);
    ck_assert_msg(text != NULL, "%s", problem);
    const char *rest = text;
    for (size_t i = 0; i < ARRAY_LEN(texts[_i].has) && texts[_i].has[i]; i++) {
        const char *found = strstr(rest, texts[_i].has[i]);
        ck_assert_msg(found != NULL, "'%s' is not in its place in:\n%s", texts[_i].has[i], text);
        rest = found;
    }
    free(text);
}
END_TEST

/* clang-format off */
static const struct {
    const char *yaml;
    ComposeRequest wish;
    const char *problem;
} problems[] = {
    {"moves:\n" STRIP, {.areas = {calves, 1}, .places = {desk, 1}, .goal = GOAL_NONE, .tools_are_known = true,
                        .tools = {balls, 1}},
     "No move for the calves can be done at the desk with a ball. Elsewhere: b-strip (on the floor)."},
    {"moves:\n" STRIP, {.areas = {calves, 1}, .places = {on_floor, 1}, .goal = GOAL_NONE, .tools_are_known = true,
                        .tools = {spoons, 1}},
     "No move for the calves can be done on the floor with a spoon. With another tool: b-strip (ball)."},
    {"moves:\n" STRIP, {.areas = {calves, 1}, .places = {desk, 1}, .goal = GOAL_NONE, .tools_are_known = true},
     "No move for the calves can be done at the desk without a tool. Elsewhere, with another tool: b-strip (on the "
     "floor, ball)."},
    {"moves:\n" STRIP, {.areas = {calves, 1}, .goal = GOAL_NONE, .health = {.words = {clot, 1}}},
     "No move for the calves can be done with your health settings. Your health settings rule out: b-strip "
     "(clot)." CLOT_REFUSAL},
    /* Health is named where it is in the way, and of a wish only what has to be given up. */
    {"moves:\n" STRIP, {.areas = {calves, 1}, .places = {desk, 1}, .goal = GOAL_NONE, .health = {.words = {bones, 1}}},
     "No move for the calves can be done at the desk. Elsewhere: b-strip (on the floor)."},
    {"moves:\n" STRIP, {.areas = {calves, 1}, .places = {desk, 1}, .goal = GOAL_NONE, .health = {.words = {clot, 1}}},
     "No move for the calves can be done at the desk with your health settings. Your health settings rule out: "
     "b-strip (clot, on the floor)." CLOT_REFUSAL},
    {"moves:\n" HARD, {.areas = {calves, 1}, .places = {desk, 1}, .goal = GOAL_WIND_DOWN, .tools_are_known = true,
                       .tools = {balls, 1}},
     "No move for the calves can be done at the desk with a ball as wind-down. Elsewhere, with no goal or another one: "
     "g-hard (on the floor)."},
    {"moves:\n" STRIP, {.areas = {hands, 1}, .goal = GOAL_NONE},
     "No move for the hands can be done. There is no shared move for it; try another body part."},
    {"moves:\n" LEFT, {.areas = {knees, 1}, .goal = GOAL_NONE},
     "No move for the knees can be done. There is no shared move for it; try another body part."},
};
/* clang-format on */

START_TEST(says_what_is_in_the_way)
{
    char *problem = NULL, *text = compose(problems[_i].yaml, &problems[_i].wish, &problem);
    ck_assert_msg(text == NULL, "%s", text);
    check_text(problem, problems[_i].problem);
}
END_TEST

Suite *suite_compose(void)
{
    Suite *suite = suite_create("compose");
    TCase *sweep = tcase_create("sweep");
    tcase_add_unchecked_fixture(sweep, read_shipped, release_shipped);
    tcase_set_timeout(sweep, 60);
    tcase_add_loop_test(sweep, every_goal, 0, AREA_COUNT);
    tcase_add_loop_test(sweep, every_health_word, 0, HEALTH_COUNT);
    tcase_add_loop_test(sweep, a_bit_of_all, 0, GOAL_NONE + 1);
    tcase_add_test(sweep, what_is_behind_goes_first);
    tcase_add_loop_test(sweep, goes_outdoors_when_asked_to, 0, AREA_COUNT);
    tcase_add_loop_test(sweep, each_area_has_a_check, 0, AREA_COUNT);
    tcase_add_loop_test(sweep, every_keyword, 0, MOVES);
    tcase_add_loop_test(sweep, takes_a_persons_words, 0, ARRAY_LEN(said));
    tcase_add_loop_test(sweep, says_which_word_is_wrong, 0, ARRAY_LEN(wrong_words));
    tcase_add_test(sweep, a_word_has_its_caution);
    suite_add_tcase(suite, sweep);
    TCase *tables = tcase_create("tables");
    tcase_add_loop_test(tables, the_check_goes_with_the_health, 0, ARRAY_LEN(checks));
    tcase_add_loop_test(tables, writes, 0, ARRAY_LEN(texts));
    tcase_add_loop_test(tables, says_what_is_in_the_way, 0, ARRAY_LEN(problems));
    suite_add_tcase(suite, tables);
    return suite;
}
