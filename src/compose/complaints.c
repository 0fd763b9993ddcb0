/* SPDX-License-Identifier: MIT */
#include "compose/complaints.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"

#define AREA(area) AREA_BIT(AREA_##area)
#define ALL_AREAS UINT32_MAX
#define HEALTH(word) (UINT32_C(1) << HEALTH_##word)
#define TECHNIQUE(technique) (UINT32_C(1) << TECHNIQUE_##technique)

const char complaint_bone_question[] =
    "Are your shins and feet free of a sore spot on the bone itself, of pain at night, and of pain when you hop? If "
    "not, do not press there, and see someone about it before you run again.";

static const char leg_question[] =
    "Is the pain in your leg no worse than on other days, and are you free of new numbness or weakness in a leg or "
    "between the legs, and of new trouble with bladder or bowels?";

static const char knee_question[] =
    "Can you put your weight on the knee, and is it free of heat, of swelling, and of locking or giving way?";

static const char tendon_question[] =
    "Did it come on bit by bit, without a snap, and can you still do everyday things with it?";

/* Who has had an operation goes by what they were told there. */
static const char operation_question[] =
    "Has whoever operated on you, or your physiotherapist, agreed to this, is the scar closed, and are you free of "
    "fever, of new heat or swelling there, and of a calf that is sore or warm?";

static const Goal wind_down = GOAL_WIND_DOWN, warm_up = GOAL_WARM_UP;

/* clang-format off */
static const Complaint complaints[] = {
    /* The nerve runs through the buttock, and is moved rather than pressed. */
    {.words = {"sciatica", "sciatic", "sciatic nerve", "slipped disc", "slipped disk", "pinched nerve",
               "herniated disc", "herniated disk", "bulging disc", "bulging disk", "spinal stenosis"},
     .person = HEALTH(DISC) | HEALTH(REDUCED_FEELING),
     .main = AREA(LOWER_BACK) | AREA(HIPS) | AREA(GLUTES), .areas = AREA(LOWER_BACK) | AREA(HIPS) | AREA(GLUTES),
     .limits = {.hardest = 3, .pressed = AREA(LOWER_BACK) | AREA(HIPS) | AREA(GLUTES) | AREA(HAMSTRINGS),
                .positions = {"wall-lower-back", "kneeling-lunge", "back-legs-at-wall", "back-legs-on-chair"},
                .is_slow = true, .keywords = {"strength"}},
     .moves_first = true,
     .question = leg_question},
    {.words = {"knee pain", "runner's knee", "jumper's knee", "stiff knee", "bad knee", "knee arthritis",
               "arthritic knee"},
     .sore = AREA(KNEES), .main = AREA(KNEES),
     .areas = AREA(KNEES) | AREA(QUADS) | AREA(IT_BAND) | AREA(HAMSTRINGS) | AREA(ADDUCTORS) | AREA(CALVES) |
              AREA(HIPS),
     .limits = {.stances = STANCE_BIT(STANCE_KNEELING),
                .positions = {"back-knees-to-chest", "sit-on-heels", "child", "kneeling", "all-fours", "thread",
                              "sit-soles"},
                .is_slow = true},
     .question = knee_question},
    {.words = {"knee replacement", "new knee", "artificial knee", "knee surgery", "knee operation"},
     .main = AREA(KNEES),
     .areas = AREA(KNEES) | AREA(QUADS) | AREA(HAMSTRINGS) | AREA(CALVES) | AREA(HIPS),
     .limits = {.stances = STANCE_BIT(STANCE_KNEELING) | STANCE_BIT(STANCE_FRONT),
                .positions = {"back-knees-to-chest", "sit-on-heels", "child", "quad-stretch", "sit-soles"},
                .is_slow = true, .hardest = 3, .pressed = ALL_AREAS, .unpressed = AREA(KNEES)},
     .moves_first = true,
     .question = operation_question},
    /* The joint may come out where the hip is bent far or the legs cross. */
    {.words = {"hip replacement", "new hip", "artificial hip", "hip surgery", "hip operation"},
     .main = AREA(HIPS), .areas = AREA(HIPS) | AREA(GLUTES) | AREA(QUADS) | AREA(HAMSTRINGS) | AREA(CALVES),
     .limits = {.stances = STANCE_BIT(STANCE_KNEELING) | STANCE_BIT(STANCE_FRONT) | STANCE_BIT(STANCE_SIDE) |
                           STANCE_BIT(STANCE_SITTING),
                .positions = {"back-knees-to-chest", "back-figure-four", "chair-figure-four", "chair-ankle-on-knee",
                              "desk-figure-four", "front-legs-crossed"},
                .is_slow = true,
                .hardest = 3, .pressed = ALL_AREAS, .unpressed = AREA(HIPS) | AREA(GLUTES)},
     .moves_first = true, .question = operation_question},
    {.words = {"surgery", "operation", "operated", "post op", "stitches"},
     .limits = {.is_slow = true, .hardest = 3, .pressed = ALL_AREAS},
     .spares_said = true, .moves_first = true, .question = operation_question},
    /* What is torn a little is moved gently, and neither pressed nor pulled. */
    {.words = {"sprain", "sprained", "ankle sprain", "sprained ankle", "strain", "strained", "pulled",
               "pulled muscle", "muscle tear", "tear", "tweaked"},
     .limits = {.is_slow = true, .techniques = TECHNIQUE(CONTRACT_RELAX), .hardest = 3,
                .pressed = ALL_AREAS},
     .spares_said = true, .moves_first = true,
     .question = "Is it more than a week ago, and can you do everyday things with it without sharp pain or a limp? If "
                 "not, leave it alone for now; after a snap, with a large bruise, or where it cannot be loaded, see "
                 "someone today."},
    {.words = {"bursitis"}, .limits = {.is_slow = true},
     .spares_said = true, .moves_first = true,
     .question = "Is the joint neither hot nor red, and are you free of fever?"},
    {.words = {"tendonitis", "tendinitis", "tendinopathy", "tendinosis"},
     .limits = {.is_slow = true, .hardest = 4, .pressed = ALL_AREAS},
     .question = tendon_question},
    {.words = {"tennis elbow", "golfer's elbow"}, .main = AREA(FOREARMS),
     .areas = AREA(FOREARMS) | AREA(HANDS) | AREA(UPPER_ARMS) | AREA(SHOULDERS),
     .limits = {.hardest = 4, .pressed = ALL_AREAS}, .moves_first = true,
     .question = tendon_question},
    {.words = {"arthritis", "osteoarthritis", "arthritic", "arthrosis"},
     .limits = {.is_slow = true, .hardest = 4, .pressed = ALL_AREAS},
     .moves_first = true, .question = "Are the joints as on other days, none of them hot, red or newly swollen?"},
    /* The joint is moved as far as it goes without pain. */
    {.words = {"frozen shoulder", "shoulder impingement", "impingement", "adhesive capsulitis"},
     .main = AREA(SHOULDERS) | AREA(ROTATOR_CUFF),
     .areas = AREA(SHOULDERS) | AREA(ROTATOR_CUFF) | AREA(CHEST) | AREA(UPPER_BACK) | AREA(NECK) | AREA(UPPER_ARMS),
     .limits = {.positions = {"chest-open"}, .techniques = TECHNIQUE(CONTRACT_RELAX), .hardest = 3,
                .pressed = ALL_AREAS},
     .moves_first = true,
     .question = "Did it come on without a fall, and can you lift the arm a little by yourself?"},
    {.words = {"fibromyalgia", "chronic fatigue", "long covid", "chronic pain"},
     .limits = {.is_slow = true, .hardest = 3, .pressed = ALL_AREAS}, .moves_first = true},
    {.words = {"elderly", "old age", "senior"},
     .limits = {.stances = STANCE_BIT(STANCE_KNEELING) | STANCE_BIT(STANCE_FRONT),
                .is_slow = true, .hardest = 4, .pressed = ALL_AREAS},
     .moves_first = true},
    {.words = {"scoliosis", "kyphosis"}, .main = AREA(UPPER_BACK) | AREA(LOWER_BACK), .yields = true,
     .moves_first = true},
    /* What is true of the person, whatever they want to work on. */
    {.words = {"pregnant", "pregnancy", "prenatal", "expecting", "baby bump", "trimester"},
     .person = HEALTH(PREGNANCY)},
    {.words = {"postpartum", "postnatal", "gave birth", "giving birth", "after birth", "had a baby", "new mother",
               "new mom", "new mum", "c section", "caesarean"},
     .person = HEALTH(PREGNANCY), .question = "Are all wounds of the birth closed, and are you free of fever?"},
    {.words = {"breastfeeding", "breast feeding", "nursing a baby", "nursing my baby"},
     .person = HEALTH(PREGNANCY), .main = AREA(SHOULDERS) | AREA(UPPER_BACK) | AREA(NECK), .yields = true},
    {.words = {"osteoporosis", "osteopenia", "brittle bone", "thin bone", "weak bone", "fragile bone"},
     .person = HEALTH(FRAGILE_BONES),
     .question = "Has your doctor agreed that you exercise, and are you free of new back pain, as after a lift or a "
                 "fall?"},
    {.words = {"blood thinner", "anticoagulant", "warfarin", "bruise easily", "bleed easily", "hemophilia",
               "haemophilia"},
     .person = HEALTH(BLOOD_THINNERS)},
    {.words = {"diabetes", "diabetic", "neuropathy", "diabetic feet", "diabetic foot"},
     .person = HEALTH(DIABETIC_FEET) | HEALTH(REDUCED_FEELING)},
    {.words = {"poor circulation", "bad circulation", "claudication", "peripheral artery disease"},
     .person = HEALTH(DIABETIC_FEET)},
    {.words = {"varicose", "varicose vein", "spider vein"}, .person = HEALTH(VARICOSE_VEINS)},
    {.words = {"hypermobile", "hypermobility", "ehlers danlos", "double jointed", "loose joint"},
     .person = HEALTH(HYPERMOBILE)},
    {.words = {"raynaud", "raynaud's"}, .person = HEALTH(COLD_SENSITIVE), .main = AREA(HANDS) | AREA(FEET),
     .yields = true},
    {.words = {"baker's cyst"}, .person = HEALTH(BAKERS_CYST), .main = AREA(CALVES) | AREA(HAMSTRINGS)},
    {.words = {"hernia"}, .person = HEALTH(BELLY)},
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
     .limits = {.hardest = 4, .pressed = AREA(FEET), .is_slow = true}},
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
    /* What pulls on the outside of the knee is at the side of the hip. */
    {.words = {"outer knee", "outside knee", "outside of knee", "outside of my knee", "outside of the knee",
               "side of my knee", "side of the knee"},
     .main = AREA(HIPS) | AREA(IT_BAND), .areas = AREA(HIPS) | AREA(IT_BAND) | AREA(GLUTES) | AREA(QUADS),
     .question = knee_question},
    {.words = {"shin splints", "shin pain", "sore shin"},
     .sore = AREA(SHINS), .main = AREA(SHINS),
     .areas = AREA(SHINS) | AREA(OUTER_SHINS) | AREA(CALVES) | AREA(ACHILLES) | AREA(FEET),
     .limits = {.is_slow = true},
     .question = complaint_bone_question},
    {.words = {"marathon", "half marathon", "long run", "hard run", "after hard run", "race", "race day"},
     .main = AREA(CALVES) | AREA(HAMSTRINGS) | AREA(QUADS),
     .limits = {.is_slow = true, .hardest = 3, .pressed = ALL_AREAS},
     .yields = true, .question = complaint_bone_question, .asked_for = AREA(SHINS) | AREA(OUTER_SHINS) | AREA(FEET)},
    {.words = {"sleep", "sleeping", "sleepless", "insomnia", "can't sleep", "cannot sleep", "trouble sleeping",
               "bedtime", "fall asleep", "falling asleep"},
     .goal = &wind_down},
    {.words = {"anxious", "anxiety", "panic", "panic attack", "overwhelmed"},
     .main = AREA(NECK) | AREA(SHOULDERS), .yields = true, .goal = &wind_down},
    {.words = {"warm up", "warming up"}, .goal = &warm_up},
    /* The back of the shoulder brakes the arm; it is pressed and stretched before all else. */
    {.words = {"thrower", "throwing", "thrower's shoulder", "pitcher", "pitching"},
     .main = AREA(ROTATOR_CUFF),
     .areas = AREA(ROTATOR_CUFF) | AREA(SHOULDERS) | AREA(CHEST) | AREA(LATS) | AREA(UPPER_BACK) | AREA(UPPER_ARMS)},
    /* The calf lets go when the toes come up; a clot may feel like a cramp. */
    {.words = {"night cramp", "leg cramp", "calf cramp", "cramp at night", "cramps at night"},
     .main = AREA(CALVES),
     .areas = AREA(CALVES) | AREA(ACHILLES) | AREA(FEET) | AREA(SHINS) | AREA(HAMSTRINGS),
     .limits = {.is_slow = true},
     .moves_first = true,
     .question = "Between the cramps, are both calves as they usually are, neither swollen, warm nor red?"},
    {.words = {"heavy leg", "tired leg", "heavy tired leg", "tired heavy leg", "aching leg"},
     .main = AREA(CALVES), .areas = AREA(CALVES) | AREA(ACHILLES) | AREA(SHINS) | AREA(FEET) | AREA(HAMSTRINGS),
     .moves_first = true, .rests_last = true, .asked_with = HEALTH_HEART,
     .also = "Are your ankles free of new swelling, and are you free of chest pain and of breathlessness, also lying "
             "flat? If not, see a doctor first."},
    {.words = {"restless legs", "restless leg"}, .main = AREA(CALVES),
     .areas = AREA(CALVES) | AREA(SHINS) | AREA(OUTER_SHINS) | AREA(ACHILLES) | AREA(FEET)},
    /* Who sat still for long may have a clot in the lower leg: it pumps and is stretched, and nothing presses on it. */
    {.words = {"flight", "plane", "long haul", "long drive"},
     .main = AREA(CALVES),
     .limits = {.unpressed = AREA(CALVES) | AREA(SHINS) | AREA(OUTER_SHINS) | AREA(ACHILLES)},
     .moves_first = true,
     .question = "Are both legs as they usually are: is neither swollen, warm, red or sore in the calf, and are you "
                 "free of new breathlessness?"},
    /* What somebody did, or is about to do, and which parts of the body did the work. */
    {.words = {"running", "run", "runner", "jogging", "jog"},
     .main = AREA(CALVES) | AREA(HAMSTRINGS) | AREA(QUADS), .yields = true},
    {.words = {"cycling", "cyclist", "bike", "biking", "bike ride", "bicycle", "spinning"},
     .main = AREA(QUADS) | AREA(HIPS) | AREA(GLUTES), .yields = true},
    {.words = {"swimming", "swim", "swimmer"}, .main = AREA(LATS) | AREA(SHOULDERS) | AREA(CHEST), .yields = true},
    {.words = {"hiking", "hike", "trekking", "mountains"},
     .main = AREA(CALVES) | AREA(QUADS) | AREA(FEET), .yields = true},
    {.words = {"climbing", "climber", "bouldering"},
     .main = AREA(FOREARMS) | AREA(LATS) | AREA(HANDS), .yields = true},
    {.words = {"skiing", "ski", "snowboarding"}, .main = AREA(QUADS) | AREA(GLUTES) | AREA(CALVES), .yields = true},
    {.words = {"football", "soccer", "rugby", "hockey", "handball"},
     .main = AREA(HAMSTRINGS) | AREA(ADDUCTORS) | AREA(QUADS), .yields = true},
    {.words = {"basketball", "volleyball", "jumping"},
     .main = AREA(CALVES) | AREA(QUADS) | AREA(SHOULDERS), .yields = true},
    {.words = {"dancing", "dance", "dancer", "ballet"},
     .main = AREA(CALVES) | AREA(FEET) | AREA(HIPS), .yields = true},
    {.words = {"bench press", "bench pressing", "push ups", "pushups", "press ups"},
     .main = AREA(CHEST) | AREA(SHOULDERS) | AREA(UPPER_ARMS), .yields = true},
    {.words = {"pull ups", "pullups", "chin ups"}, .main = AREA(LATS) | AREA(FOREARMS) | AREA(UPPER_ARMS),
     .yields = true},
    {.words = {"squat", "squatting", "leg day", "lunges"}, .main = AREA(QUADS) | AREA(GLUTES) | AREA(HAMSTRINGS),
     .yields = true},
    {.words = {"deadlift", "deadlifting"}, .main = AREA(HAMSTRINGS) | AREA(GLUTES) | AREA(UPPER_BACK), .yields = true},
    {.words = {"standing all day", "on my feet all day", "on my feet", "nursing shift", "long shift", "retail"},
     .main = AREA(FEET) | AREA(CALVES) | AREA(LOWER_BACK), .yields = true},
    {.words = {"boxing", "martial art", "karate", "judo", "wrestling"},
     .main = AREA(SHOULDERS) | AREA(HIPS) | AREA(UPPER_BACK), .yields = true},
    {.words = {"lifting", "lifting weight", "weight lifting", "weight training", "strength training", "gym"},
     .main = AREA(GLUTES) | AREA(QUADS) | AREA(UPPER_BACK), .yields = true},
    {.words = {"driving", "drive", "commuting"}, .main = AREA(HIPS) | AREA(LOWER_BACK) | AREA(NECK), .yields = true},
    {.words = {"knitting", "sewing", "crochet", "crocheting"},
     .main = AREA(HANDS) | AREA(FOREARMS) | AREA(NECK), .yields = true},
    {.words = {"guitar", "piano", "violin", "cello", "drumming", "drums"},
     .main = AREA(FOREARMS) | AREA(HANDS) | AREA(SHOULDERS), .yields = true},
    {.words = {"shoveling", "shovelling", "digging", "raking", "shoveling snow", "shovelling snow"},
     .main = AREA(LOWER_BACK) | AREA(FOREARMS) | AREA(SHOULDERS), .yields = true},
    {.words = {"carrying a baby", "carrying my baby", "holding a baby", "holding my baby", "carrying a child",
               "carrying my child"},
     .main = AREA(SHOULDERS) | AREA(UPPER_BACK) | AREA(FOREARMS), .yields = true},
};
/* clang-format on */

_Static_assert(ARRAY_LEN(complaints) <= COMPLAINTS, "each is a bit of ComplaintSet");

#define COMPLAINT_BIT(index) (UINT64_C(1) << (index))

const Complaint *complaint_next(ComplaintSet set, const Complaint *last)
{
    for (size_t i = last ? (size_t)(last - complaints) + 1 : 0; i < ARRAY_LEN(complaints); i++) {
        if (set & COMPLAINT_BIT(i))
            return &complaints[i];
    }
    return NULL;
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

ComplaintSet complaints_called(const char *text)
{
    ComplaintSet bits = 0;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++) {
        for (size_t k = 0; k < COMPLAINT_WORDS && complaints[i].words[k]; k++)
            bits |= is_word_for(text, complaints[i].words[k]) ? COMPLAINT_BIT(i) : 0;
    }
    return bits;
}

ComplaintSet complaints_of(uint32_t sore_areas)
{
    ComplaintSet bits = 0;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++)
        bits |= complaints[i].sore & sore_areas ? COMPLAINT_BIT(i) : 0;
    return bits;
}

static bool leaves_out(const Limits *limits)
{
    return limits->stances || limits->shunned || limits->positions[0] || limits->is_slow || limits->keywords[0] ||
           limits->techniques || limits->hardest > 0 || limits->unpressed || limits->seated;
}

ComplaintSum complaints_sum(ComplaintSet set)
{
    ComplaintSum sum = {.goal = GOAL_NONE};
    for (const Complaint *each = complaint_next(set, NULL); each; each = complaint_next(set, each)) {
        sum.areas |= each->areas;
        sum.main |= each->main;
        sum.unpressed |= each->limits.unpressed;
        sum.person |= each->person;
        sum.spares_said = sum.spares_said || each->spares_said;
        sum.moves_first = sum.moves_first || each->moves_first;
        sum.rests_last = sum.rests_last || each->rests_last;
        sum.leaves_out = sum.leaves_out || each->areas || each->spares_said || leaves_out(&each->limits);
        if (sum.goal == GOAL_NONE && each->goal)
            sum.goal = *each->goal;
    }
    return sum;
}

ComplaintSet complaints_yield(ComplaintSet set)
{
    ComplaintSet yielding = 0;
    for (size_t i = 0; i < ARRAY_LEN(complaints); i++)
        yielding |= complaints[i].yields ? COMPLAINT_BIT(i) : 0;
    return set & yielding;
}
