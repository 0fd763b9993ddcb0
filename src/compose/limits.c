/* SPDX-License-Identifier: MIT */
#include "compose/limits.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "routine/filter.h"
#include "session/caps.h"

enum { WORDS = 8, POSITIONS = 8, HEALTHS = 3 };

#define AREA(area) (UINT32_C(1) << AREA_##area)
#define ALL_AREAS UINT32_MAX
#define TECHNIQUE(technique) (UINT32_C(1) << TECHNIQUE_##technique)

/* What is left out, or made gentler. */
typedef struct Limits {
    StanceSet stances;                /* nobody is brought into these */
    StanceSet shunned;                /* a move that is shown so waits for all others for its area */
    const char *positions[POSITIONS]; /* nor into one that begins so */
    const char *keywords[WORDS];      /* a move that is known by one of these is left out */
    uint32_t techniques;              /* bits of Technique: a move with one of these is left out */
    int32_t hardest;                  /* the highest pressure, on the areas below; 0: as the goal has it */
    uint32_t pressed;                 /* bits of Area */
    uint32_t unpressed;               /* bits of Area: nothing presses on these, or strokes them */
} Limits;

#define LYING (STANCE_BIT(STANCE_BACK) | STANCE_BIT(STANCE_FRONT))

/* clang-format off */
static const struct {
    Health health;
    Limits limits;
    bool moves_first;     /* gentle movement goes before all else */
    bool moves;           /* movement is the work, as far as there is some */
    int32_t on_spot_s;    /* no longer on one spot, beside what a session allows; 0: no limit */
    const char *question; /* NULL: none */
    uint32_t asked_for;   /* bits of Area: it is asked where one of these is worked; 0: always */
    const char *caution;  /* NULL: none */
    int32_t stretched_s;  /* no stretch of one of these is longer on a side; 0: no limit */
    uint32_t stretched;   /* bits of Area */
    uint32_t by_name;     /* bits of Area: what is for these first of all is done only where one of them is asked for */
} healths[] = {
    /* Balance is less sure, the belly is in the way of bending down, and the womb presses on the large vein. */
    {HEALTH_PREGNANCY, .limits = {
        .stances = LYING, .shunned = LYING,
        .positions = {"desk-figure-four", "quad-stretch", "swing", "march", "chair-hands-on-calf",
                      "chair-hands-on-ankle", "sit-hips-up"},
        .keywords = {"jog", "sprint", "lunge", "tfl"},
        .hardest = 4, .pressed = ALL_AREAS},
     .moves_first = true,
     .question = "Does your midwife or doctor agree that you exercise, and are you free of bleeding or fluid, of pain "
                 "or regular tightening in the belly, of a bad headache, of dizziness, of chest pain, of "
                 "breathlessness at rest, and of one calf that is sore, warm or red? If not, call them first, and "
                 "stop if any of it begins."},
    /* What holds the pelvis is loose, and sore soon. */
    {HEALTH_PREGNANCY, .limits = {.hardest = 3, .pressed = AREA(HIPS) | AREA(GLUTES) | AREA(ADDUCTORS) |
                                                           AREA(LOWER_BACK)}},
    /* Joints that give way easily gain from control, not from range: nothing is pinned and drawn long. */
    {HEALTH_HYPERMOBILE, .limits = {.techniques = TECHNIQUE(PIN_AND_MOVE) | TECHNIQUE(PIN_AND_SPIN) |
                                                  TECHNIQUE(CONTRACT_RELAX)},
     .moves_first = true, .moves = true, .on_spot_s = 45, .stretched_s = 30, .by_name = AREA(NECK) | AREA(HEAD),
     .stretched = AREA(SHOULDERS) | AREA(UPPER_BACK) | AREA(ROTATOR_CUFF) | AREA(CHEST),
     .caution = "Move in the middle of the range; stop before the joint locks or slips."},
    {HEALTH_CLOT,
     .question = "Has your doctor agreed to this, are both legs free of new swelling, warmth, redness and soreness, "
                 "and are you free of new breathlessness and chest pain? If not, doctor first, and for breathlessness "
                 "or chest pain at once."},
    {HEALTH_DIABETIC_FEET,
     .question = "Is the skin of both feet whole, and can you feel a light touch on both soles?",
     .asked_for = AREA(FEET) | AREA(ACHILLES) | AREA(CALVES) | AREA(SHINS) | AREA(OUTER_SHINS)},
    {HEALTH_BLOOD_THINNERS,
     .caution = "Stop for bruising; a bruise, or soreness for more than two days, means it was too hard."},
};

/* A bone that is about to break looks like a tired muscle. */
static const char bone_question[] =
    "Are your shins and feet free of a sore spot on the bone itself, of pain at night, and of pain when you hop? If "
    "not, do not press there, and see someone about it before you run again.";

static const Goal wind_down = GOAL_WIND_DOWN, warm_up = GOAL_WARM_UP;

/* A complaint counts as some health words, and is for some areas: no others are worked for it. */
static const struct {
    const char *words[WORDS];     /* people call it so */
    uint32_t sore;                /* or say that one of these hurts: bits of Area */
    Health healths[HEALTHS];
    size_t health_count;
    uint32_t main;                /* what it is about first of all: bits of Area */
    uint32_t areas;               /* what suits it; 0: any */
    Limits limits;
    bool moves_first;             /* gentle movement goes before all else */
    bool rests_last;              /* a rest goes after all else */
    const Goal *goal;             /* of who names none; NULL: none */
    bool yields;                  /* it says only what was before: a part of the body that is said goes before it */
    const char *question;         /* NULL: none */
    uint32_t asked_for;           /* bits of Area: it is asked where one of these is worked; 0: always */
    Health asked_with;            /* with that health, */
    const char *also;             /* this is asked too; NULL: nothing */
} complaints[] = {
    /* The nerve runs through the buttock, and is moved rather than pressed. */
    {.words = {"sciatica", "sciatic", "sciatic nerve", "slipped disc", "pinched nerve"},
     .healths = {HEALTH_DISC, HEALTH_REDUCED_FEELING}, .health_count = 2,
     .main = AREA(LOWER_BACK) | AREA(HIPS) | AREA(GLUTES), .areas = AREA(LOWER_BACK) | AREA(HIPS) | AREA(GLUTES),
     .limits = {.hardest = 3, .pressed = AREA(LOWER_BACK) | AREA(HIPS) | AREA(GLUTES) | AREA(HAMSTRINGS),
                .positions = {"wall-lower-back", "kneeling-lunge", "back-legs-at-wall", "back-legs-on-chair"},
                .keywords = {"jog", "sprint", "strength"}},
     .moves_first = true,
     .question = "Is the pain in your leg no worse than on other days, and are you free of new numbness or weakness in "
                 "a leg or between the legs, and of new trouble with bladder or bowels?"},
    {.words = {"knee pain", "runner's knee", "jumper's knee", "stiff knee", "bad knee"},
     .sore = AREA(KNEES), .main = AREA(KNEES),
     .areas = AREA(KNEES) | AREA(QUADS) | AREA(IT_BAND) | AREA(HAMSTRINGS) | AREA(ADDUCTORS) | AREA(CALVES) |
              AREA(HIPS),
     .limits = {.stances = STANCE_BIT(STANCE_KNEELING),
                .positions = {"back-knees-to-chest", "sit-on-heels", "child", "kneeling", "all-fours", "thread",
                              "sit-soles"},
                .keywords = {"jog", "sprint"}},
     .question = "Can you put your weight on the knee, and is it free of heat, of swelling, and of locking or giving "
                 "way?"},
    {.words = {"knee replacement", "new knee", "artificial knee", "knee surgery", "knee operation"},
     .main = AREA(KNEES),
     .areas = AREA(KNEES) | AREA(QUADS) | AREA(HAMSTRINGS) | AREA(CALVES) | AREA(HIPS),
     .limits = {.stances = STANCE_BIT(STANCE_KNEELING) | STANCE_BIT(STANCE_FRONT),
                .positions = {"back-knees-to-chest", "sit-on-heels", "child", "quad-stretch", "sit-soles"},
                .keywords = {"jog", "sprint", "jump"}, .hardest = 3, .pressed = ALL_AREAS, .unpressed = AREA(KNEES)},
     .moves_first = true,
     .question = "Has whoever operated on you, or your physiotherapist, agreed to this, is the scar closed, and are "
                 "you free of fever, of a knee that is hot or newly swollen, and of a calf that is sore or warm?"},
    {.words = {"headache", "tension headache", "migraine"}, .sore = AREA(HEAD), .main = AREA(HEAD),
     .areas = AREA(HEAD) | AREA(NECK) | AREA(JAW) | AREA(SHOULDERS) | AREA(UPPER_BACK),
     .limits = {.hardest = 3, .pressed = AREA(HEAD) | AREA(NECK) | AREA(JAW)},
     .question = "Is this a headache that you know, and are you free of dizziness, and of changes in sight or speech?"},
    {.words = {"tmj", "clenching", "jaw clenching", "teeth grinding", "jaw pain"}, .sore = AREA(JAW), .main = AREA(JAW),
     .areas = AREA(JAW) | AREA(HEAD) | AREA(NECK) | AREA(SHOULDERS),
     .limits = {.hardest = 3, .pressed = AREA(HEAD) | AREA(NECK) | AREA(JAW)},
     .question = "Does your jaw open and close without locking, and are you free of new pain in the chest or an arm?"},
    {.words = {"plantar fasciitis", "plantar", "heel pain", "heel spur", "fasciitis"},
     .sore = AREA(FEET), .main = AREA(FEET),
     .areas = AREA(FEET) | AREA(CALVES) | AREA(ACHILLES),
     .limits = {.hardest = 4, .pressed = AREA(FEET), .keywords = {"jog", "sprint"}}},
    /* Water in the legs is pumped up by movement; a clot, or a trouble of pregnancy, may look like it. */
    {.words = {"swollen ankle", "swollen leg", "swollen feet", "swollen foot", "puffy ankle", "puffy feet"},
     .main = AREA(CALVES) | AREA(FEET), .areas = AREA(CALVES) | AREA(ACHILLES) | AREA(SHINS) | AREA(FEET),
     .limits = {.unpressed = AREA(CALVES) | AREA(SHINS) | AREA(OUTER_SHINS) | AREA(ACHILLES)},
     .moves_first = true, .rests_last = true,
     .question = "Are both legs swollen alike, with neither warm, red or painful, and are you free of new "
                 "breathlessness?",
     .asked_with = HEALTH_PREGNANCY,
     .also = "Are your face and hands free of sudden swelling, and are you free of a bad headache and of spots before "
             "your eyes? If not, see a midwife or doctor today."},
    {.words = {"shin splints", "shin pain", "sore shin"},
     .sore = AREA(SHINS), .main = AREA(SHINS),
     .areas = AREA(SHINS) | AREA(OUTER_SHINS) | AREA(CALVES) | AREA(ACHILLES) | AREA(FEET),
     .limits = {.keywords = {"jog", "sprint"}},
     .question = bone_question},
    {.words = {"marathon", "half marathon", "long run", "hard run", "after hard run", "race"},
     .main = AREA(CALVES) | AREA(HAMSTRINGS) | AREA(QUADS),
     .limits = {.keywords = {"jog", "sprint"}, .hardest = 3, .pressed = ALL_AREAS},
     .yields = true, .question = bone_question, .asked_for = AREA(SHINS) | AREA(OUTER_SHINS) | AREA(FEET)},
    {.words = {"sleep", "sleeping", "sleepless", "insomnia", "can't sleep", "cannot sleep", "trouble sleeping",
               "bedtime"},
     .goal = &wind_down},
    {.words = {"before run", "before a run", "before my run", "before running", "before a race", "before my race",
               "warm up", "warming up"},
     .main = AREA(CALVES) | AREA(HAMSTRINGS) | AREA(QUADS), .yields = true, .goal = &warm_up},
    /* The back of the shoulder brakes the arm; it is pressed and stretched before all else. */
    {.words = {"thrower", "throwing", "thrower's shoulder", "pitcher", "pitching"},
     .main = AREA(ROTATOR_CUFF),
     .areas = AREA(ROTATOR_CUFF) | AREA(SHOULDERS) | AREA(CHEST) | AREA(LATS) | AREA(UPPER_BACK) | AREA(UPPER_ARMS)},
    /* The calf lets go when the toes come up; a clot may feel like a cramp. */
    {.words = {"night cramp", "leg cramp", "calf cramp", "cramp at night", "cramps at night"},
     .main = AREA(CALVES),
     .areas = AREA(CALVES) | AREA(ACHILLES) | AREA(FEET) | AREA(SHINS) | AREA(HAMSTRINGS),
     .limits = {.keywords = {"jog", "sprint"}},
     .moves_first = true,
     .question = "Between the cramps, are both calves as they usually are, neither swollen, warm nor red?"},
    {.words = {"restless legs", "restless leg"}, .main = AREA(CALVES),
     .areas = AREA(CALVES) | AREA(SHINS) | AREA(OUTER_SHINS) | AREA(ACHILLES) | AREA(FEET)},
    /* Who sat still for long may have a clot in the lower leg: it pumps and is stretched, and nothing presses on it. */
    {.words = {"flight", "plane", "long haul", "long drive"},
     .main = AREA(CALVES),
     .limits = {.unpressed = AREA(CALVES) | AREA(SHINS) | AREA(OUTER_SHINS) | AREA(ACHILLES)},
     .moves_first = true,
     .question = "Are both legs as they usually are: is neither swollen, warm, red or sore in the calf, and are you "
                 "free of new breathlessness?"},
};
/* clang-format on */

static bool is_named(size_t complaint, uint32_t bits)
{
    return bits & UINT32_C(1) << complaint;
}

/* Whether one is the other, or its plural; people leave the apostrophe out. */
static bool is_word_for(const char *text, const char *word)
{
    while (*text && *word) {
        if (*text == '\'' || *word == '\'') {
            text += *text == '\'';
            word += *word == '\'';
            continue;
        }
        if (strncasecmp(text, word, 1) != 0)
            return false;
        text++;
        word++;
    }
    return strcmp(word, "") == 0 && (strcmp(text, "") == 0 || strcmp(text, "s") == 0);
}

uint32_t limits_complaints_called(const char *text)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++) {
        for (size_t k = 0; k < WORDS && complaints[i].words[k]; k++)
            bits |= is_word_for(text, complaints[i].words[k]) ? UINT32_C(1) << i : 0;
    }
    return bits;
}

uint32_t limits_complaints_of(uint32_t sore_areas)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++)
        bits |= complaints[i].sore & sore_areas ? UINT32_C(1) << i : 0;
    return bits;
}

uint32_t limits_main_areas(uint32_t named)
{
    uint32_t areas = 0;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++)
        areas |= is_named(i, named) ? complaints[i].main : 0;
    return areas;
}

uint32_t limits_areas(uint32_t named)
{
    uint32_t areas = 0;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++)
        areas |= is_named(i, named) ? complaints[i].areas : 0;
    return areas;
}

uint32_t limits_yield(uint32_t named)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++)
        bits |= is_named(i, named) && complaints[i].yields ? UINT32_C(1) << i : 0;
    return bits;
}

static void add_question(Text *into, const char *question)
{
    if (question && !strstr(text_show(into), question))
        text_print(into, "%s%s", into->length > 0 ? " " : "", question);
}

/* Whether one of the areas is worked; where none is said, any of them may be. */
static bool works_on(const ComposeRequest *request, uint32_t areas)
{
    for (size_t i = 0; i < request->areas.count; i++) {
        if (areas & UINT32_C(1) << request->areas.items[i])
            return true;
    }
    return areas == 0 || request->areas.count == 0;
}

void limits_add_questions(Text *into, const ComposeRequest *request, uint32_t pressed, uint32_t worked)
{
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        if (filter_has_word(&request->health.words, (int)healths[i].health) && works_on(request, healths[i].asked_for))
            add_question(into, healths[i].question);
    }
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++) {
        if (!is_named(i, request->complaints))
            continue;
        if (complaints[i].asked_for == 0 || complaints[i].asked_for & worked)
            add_question(into, complaints[i].question);
        if (filter_has_word(&request->health.words, (int)complaints[i].asked_with))
            add_question(into, complaints[i].also);
    }
    if (pressed & AREA(SHINS))
        add_question(into, bone_question);
}

bool limits_move_first(const ComposeRequest *request)
{
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++) {
        if (is_named(i, request->complaints) && complaints[i].moves_first)
            return true;
    }
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        if (healths[i].moves_first && filter_has_word(&request->health.words, (int)healths[i].health))
            return true;
    }
    return false;
}

bool limits_rest_last(const ComposeRequest *request)
{
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++) {
        if (is_named(i, request->complaints) && complaints[i].rests_last)
            return true;
    }
    return false;
}

bool limits_leave_out(uint32_t named)
{
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++) {
        if (is_named(i, named) && !complaints[i].goal)
            return true;
    }
    return false;
}

Goal limits_goal(uint32_t named)
{
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++) {
        if (is_named(i, named) && complaints[i].goal)
            return *complaints[i].goal;
    }
    return GOAL_NONE;
}

bool limits_move_instead(const ComposeRequest *request)
{
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        if (healths[i].moves && filter_has_word(&request->health.words, (int)healths[i].health))
            return true;
    }
    return false;
}

const char *limits_caution(const ComposeRequest *request, size_t index)
{
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        if (healths[i].caution && filter_has_word(&request->health.words, (int)healths[i].health) && index-- == 0)
            return healths[i].caution;
    }
    return NULL;
}

uint32_t limits_unpressed(const ComposeRequest *request)
{
    uint32_t areas = 0;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++)
        areas |= is_named(i, request->complaints) ? complaints[i].limits.unpressed : 0;
    return areas;
}

/* The limits number `index`, of the health words, then of the complaints; NULL: they do not hold for a request. */
static const Limits *limits_at(const ComposeRequest *request, size_t index)
{
    const size_t complaint = index - ARRAY_LEN(healths);
    if (index < ARRAY_LEN(healths))
        return filter_has_word(&request->health.words, (int)healths[index].health) ? &healths[index].limits : NULL;
    return is_named(complaint, request->complaints) ? &complaints[complaint].limits : NULL;
}

enum { ALL_LIMITS = ARRAY_LEN(healths) + ARRAY_LEN(complaints) };

StanceSet limits_stances(const ComposeRequest *request)
{
    StanceSet stances = STANCES_ALL;
    for (size_t i = 0; i < ALL_LIMITS; i++) {
        const Limits *limits = limits_at(request, i);
        stances &= limits ? (StanceSet)~limits->stances : STANCES_ALL;
    }
    return stances;
}

StanceSet limits_shunned(const ComposeRequest *request)
{
    StanceSet stances = 0;
    for (size_t i = 0; i < ALL_LIMITS; i++) {
        const Limits *limits = limits_at(request, i);
        stances |= limits ? limits->shunned : 0;
    }
    return stances;
}

static bool has_keyword(const Move *move, const char *const words[WORDS])
{
    for (size_t i = 0; i < WORDS && words[i]; i++) {
        if (filter_keyword_in(&move->keywords, words[i]))
            return true;
    }
    return false;
}

static bool has_position(const Move *move, const char *const begins[POSITIONS])
{
    for (size_t i = 0; i < POSITIONS && begins[i] && move->positions.count > 0; i++) {
        if (strncmp(move->positions.items[0], begins[i], strlen(begins[i])) == 0)
            return true;
    }
    return false;
}

static bool is_pressed(const Limits *limits, const Move *move)
{
    for (size_t i = 0; i < move->areas.count && limits->hardest > 0; i++) {
        if (limits->pressed & UINT32_C(1) << move->areas.items[i])
            return true;
    }
    return false;
}

static bool presses_on(const Move *move, uint32_t areas)
{
    bool is_pressing = false, is_there = false;
    for (size_t i = 0; i < move->phase_count; i++)
        is_pressing = is_pressing || move->phases[i].pressure.is_set;
    for (size_t i = 0; i < move->areas.count; i++)
        is_there = is_there || areas & UINT32_C(1) << move->areas.items[i];
    return is_pressing && is_there;
}

/* Whether all of it has one pressure, so that it can be written gentler. */
static bool has_one_pressure(const Move *move)
{
    bool is_one = true;
    for (size_t i = 1; i < move->phase_count; i++) {
        const Pressure *first = &move->phases[0].pressure, *pressure = &move->phases[i].pressure;
        is_one = is_one && pressure->is_set == first->is_set && pressure->low == first->low &&
                 pressure->high == first->high;
    }
    return is_one;
}

static bool has_technique(const Move *move, uint32_t techniques)
{
    for (size_t i = 0; i < move->phase_count; i++) {
        const Technique technique = move->phases[i].technique;
        if (technique != TECHNIQUE_NONE && techniques & UINT32_C(1) << technique)
            return true;
    }
    return false;
}

/* Whether it cannot be done within the limits. */
static bool is_beyond(const Limits *limits, const Move *move)
{
    for (size_t i = 0; i < move->phase_count && !has_one_pressure(move) && is_pressed(limits, move); i++) {
        const Pressure *pressure = &move->phases[i].pressure;
        if (pressure->is_set && pressure->high > limits->hardest)
            return true;
    }
    return presses_on(move, limits->unpressed) || (stance_anywhere(move) & (StanceSet)~limits->stances) == 0 ||
           has_technique(move, limits->techniques) || has_keyword(move, limits->keywords) ||
           has_position(move, limits->positions);
}

/* What a session limits for the person, and what is asked of a composed routine beside it. */
static Caps caps_for(const PersonHealth *health)
{
    Caps caps = caps_of(&(PlanOptions){.health = *health, .has_caps = true});
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        const int32_t most_s = healths[i].on_spot_s;
        if (most_s > 0 && filter_has_word(&health->words, (int)healths[i].health))
            caps.on_spot_s = caps.on_spot_s > 0 ? MIN_OF(caps.on_spot_s, most_s) : most_s;
    }
    return caps;
}

/* Whether it cannot be written so that a session does it as it stands: one hold can be made lighter and shorter, as
 * long as its cues still fall into it; several phases stay as they are. */
static bool is_over_caps(const Caps *caps, const Move *move)
{
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        const int32_t capped_s = caps_hold_s(caps, phase, phase->hold.left_s, caps_unit_s(phase));
        const bool is_shorter = capped_s < phase->hold.left_s;
        if ((is_shorter && (move->phase_count > 1 || !goal_rules_cues_suit(&phase->cues, capped_s))) ||
            (!has_one_pressure(move) && caps_pressure(caps, &move->areas, phase).high < phase->pressure.high))
            return true;
    }
    return false;
}

/* How long it is on a side, at most, where it is a stretch; 0: no limit. */
static int32_t stretch_limit(const PersonHealth *health, const Move *move)
{
    for (size_t i = 0; i < ARRAY_LEN(healths) && goal_rules_work(move) == WORK_STRETCH; i++) {
        if (healths[i].stretched & UINT32_C(1) << move->areas.items[0] &&
            filter_has_word(&health->words, (int)healths[i].health))
            return healths[i].stretched_s;
    }
    return 0;
}

/* Whether a stretch cannot be made as short as that: of several phases it stays as it is. */
static bool is_stretched_over(int32_t limit_s, const Move *move)
{
    return limit_s > 0 && (move->phase_count > 1 || !goal_rules_cues_suit(&move->phases[0].cues, limit_s));
}

void limits_shorten(HoldRange *range, const ComposeRequest *request, const Move *move)
{
    const Caps caps = caps_for(&request->health);
    if (move->phase_count > 1)
        return;
    range->most_s = caps_hold_s(&caps, &move->phases[0], range->most_s, range->unit_s);
    const int32_t limit_s = stretch_limit(&request->health, move);
    if (limit_s > 0)
        range->most_s = MIN_OF(range->most_s, MAX_OF(range->unit_s, limit_s - limit_s % range->unit_s));
    range->usual_s = MIN_OF(range->usual_s, range->most_s);
    range->least_s = MIN_OF(range->least_s, range->most_s);
}

int limits_ruling_word(const PersonHealth *health, const Move *move)
{
    for (size_t i = 0; i < health->words.count; i++) {
        const PersonHealth own = {.words = {health->words.items + i, 1}};
        const Caps caps = caps_for(&own);
        if (is_over_caps(&caps, move) || is_stretched_over(stretch_limit(&own, move), move))
            return health->words.items[i];
    }
    for (size_t i = 0; i < ARRAY_LEN(healths); i++) {
        if (filter_has_word(&health->words, (int)healths[i].health) && is_beyond(&healths[i].limits, move))
            return (int)healths[i].health;
    }
    return -1;
}

/* Whether it is for an area that, for the health, is worked only where it is asked for. Where no area is asked for at
 * all, movement may be. */
static bool waits_for_name(const ComposeRequest *request, const Move *move)
{
    uint32_t by_name = 0;
    for (size_t i = 0; i < ARRAY_LEN(healths); i++)
        by_name |= filter_has_word(&request->health.words, (int)healths[i].health) ? healths[i].by_name : 0;
    return by_name && goal_rules_work(move) != WORK_BREATHE && by_name & UINT32_C(1) << move->areas.items[0] &&
           (request->areas.count == 0 ? presses_on(move, by_name) : !works_on(request, by_name));
}

bool limits_rule_out(const ComposeRequest *request, const Move *move)
{
    uint32_t areas = 0;
    for (size_t i = 0; i < move->areas.count; i++)
        areas |= UINT32_C(1) << move->areas.items[i];
    if (request->focus && !(areas & request->focus) && goal_rules_work(move) != WORK_BREATHE)
        return true;
    if (waits_for_name(request, move))
        return true;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++) {
        if (!is_named(i, request->complaints))
            continue;
        for (size_t k = 0; k < complaints[i].health_count; k++) {
            if (filter_has_word(&move->not_with, (int)complaints[i].healths[k]))
                return true;
        }
        if (is_beyond(&complaints[i].limits, move))
            return true;
    }
    return false;
}

bool limits_rule_out_technique(const PersonHealth *health, Technique technique)
{
    uint32_t techniques = 0;
    for (size_t i = 0; i < ARRAY_LEN(healths); i++)
        techniques |= filter_has_word(&health->words, (int)healths[i].health) ? healths[i].limits.techniques : 0;
    return technique != TECHNIQUE_NONE && techniques & UINT32_C(1) << technique;
}

int32_t limits_hardest(const ComposeRequest *request, const Move *move)
{
    int32_t hardest = goal_rules_of(request->goal)->hardest;
    for (size_t i = 0; i < ALL_LIMITS; i++) {
        const Limits *limits = limits_at(request, i);
        if (limits && is_pressed(limits, move))
            hardest = MIN_OF(hardest, limits->hardest);
    }
    return goal_rules_work(move) == WORK_STRETCH ? hardest : MIN_OF(hardest, caps_for(&request->health).hardest);
}
