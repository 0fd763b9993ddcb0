/* SPDX-License-Identifier: MIT */
#include "ui/screens/wording.h"

#include "base/duration.h"
#include "routine/sequence.h"

static void add_comma(Text *into, size_t before)
{
    if (before > 0)
        text_add(into, ", ");
}

void wording_id(Text *into, const char *id)
{
    for (; *id; id++)
        text_add_char(into, *id == '-' ? ' ' : *id);
}

static void add_alternatives(Text *into, const TextList *any_of)
{
    for (size_t i = 0; i < any_of->count; i++) {
        text_add(into, i == 0 ? "" : i == 1 ? " (or " : ", ");
        wording_id(into, any_of->items[i]);
    }
    if (any_of->count > 1)
        text_add_char(into, ')');
}

void wording_tools(Text *into, const ToolList *tools, const Settings *settings, bool alternatives)
{
    const ToolsAtHand *at_hand = settings ? &settings->tools : NULL;
    for (size_t i = 0; i < tools->count; i++) {
        const char *name = tools_at_hand_named(at_hand, tools, i, !alternatives);
        if (name && !*name)
            continue;
        add_comma(into, i);
        if (name)
            wording_id(into, name);
        else
            add_alternatives(into, &tools->items[i].any_of);
    }
}

void wording_words(Text *into, const WordList *list, const Words *words)
{
    for (size_t i = 0; i < list->count; i++) {
        add_comma(into, i);
        wording_id(into, words->items[list->items[i]]);
    }
}

void wording_places(Text *into, const WordList *places)
{
    if (places->count == 0)
        text_add(into, "several places");
    else if (places->count == PLACE_COUNT)
        text_add(into, "anywhere");
    else
        wording_words(into, places, &place_words);
}

void wording_move_places(Text *into, const WordList *places)
{
    if (places->count == 0)
        text_add(into, "anywhere");
    else
        wording_places(into, places);
}

void wording_sides(Text *into, Sides sides, Side first, bool brief)
{
    static const char *const alone[SIDES_COUNT][2] = {
        [SIDES_NONE] = {"", ""},
        [SIDES_BOTH] = {"left, right", "L R"},
        [SIDES_LEFT] = {"left only", "L"},
        [SIDES_RIGHT] = {"right only", "R"},
    };
    if (sides == SIDES_BOTH && first == SIDE_RIGHT)
        text_add(into, brief ? "R L" : "right, left");
    else
        text_add(into, alone[sides][brief ? 1 : 0]);
}

void wording_pressure(Text *into, Pressure pressure)
{
    static const char *const feels[] = {
        "none", "light", "light", "light", "firm, breathing easy", "firm, breathing easy", "firm, breathing easy"};
    if (pressure.low == pressure.high)
        text_print(into, "%d of 10: ", (int)pressure.low);
    else
        text_print(into, "%d to %d of 10: ", (int)pressure.low, (int)pressure.high);
    if (pressure.low > 0 && pressure.low <= 3 && pressure.high > 3 && pressure.high <= 6)
        text_add(into, "light to firm, breathing easy");
    else
        text_add(into, pressure.high <= 6 ? feels[pressure.high] : "strong");
}

void wording_breath(Text *into, Breath breath)
{
    text_print(into, "in %d s", (int)breath.in_s);
    if (breath.hold_s > 0)
        text_print(into, ", hold %d s", (int)breath.hold_s);
    text_print(into, ", out %d s", (int)breath.out_s);
    if (breath.rest_s > 0)
        text_print(into, ", rest %d s", (int)breath.rest_s);
}

void wording_hold(Text *into, const Step *step)
{
    char words[DURATION_TEXT_SIZE];
    if (step->passes > 0) {
        text_print(into, "%d slow pass%s, %d s each", (int)step->passes, step->passes == 1 ? "" : "es",
                   (int)step->pace_s);
        return;
    }
    if (step->may_end_s > 0)
        text_print(into, "%s to ", duration_words(words, step->may_end_s));
    text_add(into, duration_words(words, step->seconds));
    if (step->may_end_s > 0)
        text_add(into, ", until it has eased");
}

void wording_problem(Text *into, const Diagnostic *diag)
{
    if (diag->mark.line > 0)
        text_print(into, "line %u: ", (unsigned)diag->mark.line);
    text_add(into, diag->message);
    if (diag->hint)
        text_print(into, " (%s)", diag->hint);
}

void wording_left(Text *into, const ModelLeft *left)
{
    char at[DURATION_TEXT_SIZE], total[DURATION_TEXT_SIZE];
    text_print(into, "You left %s at %s of %s", left->title ? left->title : "a session", duration_clock(at, left->at_s),
               duration_clock(total, left->total_s));
    if (left->where && *left->where)
        text_print(into, " (%s)", left->where);
    text_print(into, "%s%s.", left->when ? ", " : "", left->when ? left->when : "");
}

/* Each fits beside its word in a window of 80 columns. */
static const char *const meanings[HEALTH_COUNT] = {
    [HEALTH_CLOT] = "a blood clot, now or ever, or a high risk",
    [HEALTH_PREGNANCY] = "pregnant, or gave birth not long ago",
    [HEALTH_BLOOD_THINNERS] = "taking them, or you bruise or bleed easily",
    [HEALTH_FRAGILE_BONES] = "thin bones, or steroids for a long time",
    [HEALTH_RECENT_INJURY] = "a break, wound, infection or operation",
    [HEALTH_VARICOSE_VEINS] = "varicose or inflamed veins",
    [HEALTH_REDUCED_FEELING] = "numb or tingling parts, pain that shoots",
    [HEALTH_DIABETIC_FEET] = "diabetes, foot sores, poor blood flow",
    [HEALTH_COLD_SENSITIVE] = "fingers, toes or skin that take cold badly",
    [HEALTH_BAKERS_CYST] = "a lump or cyst behind the knee",
    [HEALTH_BELLY] = "hernia, operation or trouble in the belly",
    [HEALTH_NECK_ARTERY] = "a stroke, neck artery trouble, vertigo",
    [HEALTH_DISC] = "disc pain; a narrow or fused spine",
    [HEALTH_HYPERMOBILE] = "joints that bend much further than most",
    [HEALTH_HEART] = "heart trouble, uncontrolled blood pressure",
};

const char *care_meaning(Health health)
{
    return meanings[health];
}

/* The words of both, as bits. */
static uint32_t common_words(const Settings *settings, const Move *move)
{
    uint32_t words = 0;
    for (size_t i = 0; i < move->not_with.count; i++) {
        if (settings_has_health(settings, (Health)move->not_with.items[i]))
            words |= UINT32_C(1) << move->not_with.items[i];
    }
    return words;
}

static void add_words(Text *into, const char *start, uint32_t words)
{
    const char *before = start;
    for (int health = 0; into && health < HEALTH_COUNT; health++) {
        if (!(words & UINT32_C(1) << health))
            continue;
        text_add(into, before);
        wording_id(into, health_name(health));
        before = ", ";
    }
}

Care care_of_move(const Settings *settings, const Move *move, Text *into)
{
    uint32_t words = common_words(settings, move);
    add_words(into, "not with ", words);
    return words ? CARE_RULED_OUT : CARE_FREE;
}

typedef struct Count {
    const Settings *settings;
    int moves, left_out;
    uint32_t words;
} Count;

static bool count_move(void *context, const SequenceItem *stop)
{
    Count *count = context;
    uint32_t words = stop->move ? common_words(count->settings, stop->move) : 0;
    count->moves += stop->move ? 1 : 0;
    count->left_out += words ? 1 : 0;
    count->words |= words;
    return true;
}

Care care_of_routine(const Settings *settings, const Routine *routine, Text *into)
{
    Count count = {.settings = settings};
    if (settings->health.count > 0)
        sequence_walk(routine, NULL, count_move, &count);
    if (count.left_out == 0)
        return CARE_FREE;
    Text start = {0};
    if (count.left_out == count.moves)
        text_add(&start, "not with ");
    else
        text_print(&start, "%d of %d moves left out: ", count.left_out, count.moves);
    add_words(into, text_show(&start), count.words);
    text_release(&start);
    return count.left_out == count.moves ? CARE_RULED_OUT : CARE_IN_PART;
}
