/* SPDX-License-Identifier: MIT */
#include "ui/screens/safety.h"

#include "base/macros.h"
#include "base/utf8.h"
#include "ui/screen.h"

static const char *const at_once[] = {
    "Chest pain, sudden breathlessness, coughing blood, or collapse.",
    "The worst headache you have known, sudden dizziness, double vision, slurred speech, a drooping face, a weak arm, "
    "or new neck pain after a blow or jolt.",
    "Numbness between the legs, new trouble with bladder, bowels or sex, or pain or weakness in both legs.",
    "A leg that hurts far more than it should, with a hard, tense shin, pain when the foot is moved for you, or a numb "
    "or weak foot.",
};

static const char *const same_day[] = {
    ("One leg or arm that throbs or cramps, is newly swollen, warm, red or darker, or has hard, sore veins. Do not "
     "roll or rub it: there may be a clot, and pressing could move it."),
    "A limb that cannot bear weight or is out of shape; a pop in the calf or the heel cord.",
    "A knee that is hot and swollen, above all with a fever.",
    "Fever, pain in the flank or blood in the urine together with back pain.",
    "Dark urine or severe swelling after very hard pressure.",
};

static const char *const soon[] = {
    "Pain at one point of a shin or foot bone, worse at night or when you hop: no running and no rolling there.",
    "A knee that locks, gives way or is swollen: do not roll round it.",
    "A lump or tightness behind the knee: do not press there.",
    "Back or bone pain at night, weight loss without a reason, or new bone pain with cancer, now or before.",
    "Heel pain that lasts for weeks, or numbness that spreads.",
};

static const char *const not_today[] = {
    "A fall, twist, tear or knock there in the last three days, or a bone that may be broken.",
    "Skin there that is open, infected or inflamed.",
    "A limb that is numb, tingling or weak today.",
    "A fever, or feeling ill: leave the whole session for another day.",
};

static const char *const general[] = {
    "knead guides you through self-massage and gentle movement. It is not medical advice, and it cannot tell you "
    "what is wrong with you.",
    "You decide how hard. Stay at 3 to 5 out of 10: you can breathe easily and relax your face. At 7, stop.",
    "Stop at once for sharp, burning, electric or pulsing pain, numbness, tingling, weakness, dizziness, a cold or "
    "blue limb, or shortness of breath. If you feel a pulse under the ball, or feel sick: come off it.",
    "Ask a doctor first if you are pregnant, take blood thinners, have had a clot, cancer, thin bones, a recent "
    "operation or "
    "injury, poor circulation or reduced feeling, or if you are not sure about something.",
    "knead adds to physiotherapy or massage, and does not replace it. Show your therapist what you do: knead show, and "
    "your history.",
    "A day of mild tenderness is common. A bruise, or soreness for more than two days, means it was too hard.",
    "Steady yourself: a hand on the desk or wall, dry shoes or socks that grip, never both feet on balls.",
};

const SafetyPart safety_parts[SAFETY_PARTS] = {
    {"Call the emergency number now", ROLE_BAD, at_once, ARRAY_LEN(at_once)},
    {"Get medical help the same day", ROLE_BAD, same_day, ARRAY_LEN(same_day)},
    {"See a doctor before you carry on", ROLE_WARN, soon, ARRAY_LEN(soon)},
    {"Leave that part out today", ROLE_WARN, not_today, ARRAY_LEN(not_today)},
    {"Always", ROLE_ACCENT, general, ARRAY_LEN(general)},
};

const SafetyPart *const safety_advice = &safety_parts[SAFETY_PARTS - 1];

const char *const safety_when_it_hurts = "Come off it. Let it rest.";
const char *const safety_when_to_stop =
    "For sharp, burning, electric or pulsing pain, numbness or tingling: stop for today.";

static void print_line(Text *into, const char *text, int width)
{
    const char *start = "- ";
    for (const char *at = text, *next = at; *at; at = next, start = "  ") {
        size_t length = utf8_wrap(at, MAX_OF(width - 2, 1), &next);
        text_add(into, start);
        text_add_span(into, at, length);
        text_add_char(into, '\n');
    }
}

void safety_print(Text *into, int width)
{
    for (size_t i = 0; i < SAFETY_PARTS; i++) {
        text_print(into, "%s%s\n", i > 0 ? "\n" : "", safety_parts[i].heading);
        for (size_t k = 0; k < safety_parts[i].count; k++)
            print_line(into, safety_parts[i].lines[k], width);
    }
}

static void add_lines(Page *page, const SafetyPart *part)
{
    for (size_t i = 0; i < part->count; i++)
        page_add_point(page, NULL, part->lines[i]);
}

static void fill_safety(Page *page, ReadingPage *reading)
{
    text_add(&reading->title, "When not to start, when to get help");
    for (size_t i = 0; i < SAFETY_PARTS; i++) {
        Block *heading = page_add(page, NULL, safety_parts[i].heading);
        heading->style = style_bold(safety_parts[i].role);
        heading->has_gap = heading->is_head = true;
        add_lines(page, &safety_parts[i]);
    }
}

static void fill_notice(Page *page, ReadingPage *reading)
{
    text_add(&reading->title, "Before the first session");
    reading->is_centred = true;
    add_lines(page, safety_advice);
    for (size_t i = 0; i < page->count; i++)
        page->blocks[i].has_gap = !reading->is_tight;
    const KeyBindings *keys = reading->model->keys;
    char flags[KEY_NAME_SIZE], health[KEY_NAME_SIZE], first[KEY_NAME_SIZE];
    Text line = {0};
    text_print(&line,
               "Press %s to see when not to start and when to get help. Press %s to answer seven questions about your "
               "health: knead then leaves out moves that are not for you. Press %s if you are new to this.",
               key_bindings_say(keys, ACTION_RED_FLAGS, flags), key_bindings_say(keys, ACTION_FIRST_QUESTIONS, health),
               key_bindings_say(keys, ACTION_NEW_TO_THIS, first));
    Block *more = page_add(page, NULL, text_show(&line));
    text_release(&line);
    more->style = style_of(ROLE_ACCENT);
    more->has_gap = true;
}

static Request notice_key(void *state, const Model *model, Action action, int32_t key)
{
    (void)state, (void)model, (void)key;
    if (action == ACTION_RED_FLAGS)
        return (Request){.kind = REQUEST_SHOW, .screen = &screen_safety};
    if (action == ACTION_FIRST_QUESTIONS)
        return (Request){.kind = REQUEST_SHOW, .screen = &screen_questions};
    return action == ACTION_NEW_TO_THIS ? (Request){.kind = REQUEST_SHOW, .screen = &screen_first_steps} : (Request){0};
}

const Screen screen_safety = {.name = "safety", .map = MAP_READING, .opened_by = ACTION_SAFETY, .fill = fill_safety};

const Screen screen_safety_notice = {
    .name = "advice", .map = MAP_ADVICE, .when_left = REQUEST_ADVICE_READ, .fill = fill_notice, .key = notice_key};
