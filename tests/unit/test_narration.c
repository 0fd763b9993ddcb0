/* SPDX-License-Identifier: MIT */
/* What is said and played at each event of a session, as it is announced. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "audio/narration.h"
#include "base/macros.h"
#include "support/following.h"

Suite *suite_narration(void);

static const char calf[] = "moves:\n"
                           "  - name: Calf strip\n"
                           "    areas: calves\n"
                           "    sides: both\n"
                           "    setup: Sit down, 2 hands behind you.\n"
                           "    lighter: Lift the hips less.\n"
                           "    prepare: 10\n"
                           "    switch: 6\n"
                           "    hold: 90s\n"
                           "    pressure: 4-6\n"
                           "    breathe: 4-6\n"
                           "    cues:\n"
                           "      - {at: 0s, say: Roll slowly.}\n"
                           "      - {at: 30s, say: Turn the toes in.}\n";
static const char phases[] = "moves:\n"
                             "  - name: Foot\n"
                             "    areas: feet\n"
                             "    prepare: 5\n"
                             "    phases:\n"
                             "      - {name: Heel, hold: 10s-20s}\n"
                             "      - {name: Arch, prepare: 5, setup: Move the ball 2 cm., passes: 5, pace: 2}\n"
                             "  - rest: 5\n"
                             "  - {name: Neck, areas: neck, prepare: 0, hold: 5s}\n";

static const char brief[] =
    "moves:\n"
    "  - {name: Neck, areas: neck, setup: Sit tall., prepare: 2, hold: 8s, cues: [Turn slowly.]}\n";

/* Two moves and their positions, one of which changes with a phase; the first has little time to set up. */
static const char posed[] =
    "moves:\n"
    "  - {name: Calf, areas: calves, sides: both, setup: Ball under the calf., prepare: 10, switch: 6, hold: 20s,\n"
    "     position: [long, turned]}\n"
    "  - name: Hip\n"
    "    areas: hips\n"
    "    setup: Lie down and put the ball where the hip is most tense.\n"
    "    prepare: 6\n"
    "    position: lying\n"
    "    phases: [{name: Rest, hold: 20s}, {name: Turn, hold: 20s, position: turned}]\n";
static const char hurried[] =
    "moves:\n  - {name: Neck, areas: neck, setup: Sit tall., prepare: 1, position: long, hold: 8s}\n";
static const Position long_one = {.id = "long", .title = "Sitting, 2 hands behind"};
static const Position turned_one = {.id = "turned", .title = "Turned out"};
static const Position lying_one = {.id = "lying", .title = "Lying, the top foot in front"};
static const Position *const known[] = {&lying_one, &turned_one, &long_one};
static const PositionList positions = {known, ARRAY_LEN(known)};

typedef struct Input {
    int command; /* a SessionCommand; or WAIT_MS: time passes */
    int32_t ms, value;
} Input;

enum { WAIT_MS = COMMAND_FELT + 100 };

static const struct {
    const char *routine;
    SpokenWords words;
    bool is_silent; /* without a voice: sounds alone */
    int32_t times_done;
    Input inputs[8]; /* after the start; only what the last one brings is compared */
    const char *expected;
} cases[] = {
    /* the steps */
    {calf, .expected = "now Calf strip, left side. Sit down, two hands behind you.\n"},
    {calf, .times_done = 3, .expected = "now Calf strip, left side.\n"},
    {calf, .times_done = 2, .expected = "now Calf strip, left side. Sit down, two hands behind you.\n"},
    {calf, SPOKEN_SHORT, .expected = "now Calf strip, left side.\n"},
    {calf, SPOKEN_NAMES, .expected = "now Calf strip, left side.\n"},
    {calf, .inputs = {{WAIT_MS, 10000, 0}},
     .expected =
         "count three\ncount two\ncount one\nplay start\n"
         "now Hold one minute thirty seconds. Pressure four to six of ten. Breathe in four seconds, out six seconds. "
         "Roll slowly.\n"},
    {calf, SPOKEN_SHORT, .inputs = {{WAIT_MS, 9999, 0}, {WAIT_MS, 1, 0}},
     .expected = "play start\nnow Hold one minute thirty seconds. Roll slowly.\n"},
    {calf, SPOKEN_NAMES, .inputs = {{WAIT_MS, 9999, 0}, {WAIT_MS, 1, 0}}, .expected = "play start\n"},
    {calf, .inputs = {{WAIT_MS, 39999, 0}, {WAIT_MS, 1, 0}}, .expected = "cue Turn the toes in.\n"},
    {calf, SPOKEN_NAMES, .inputs = {{WAIT_MS, 39999, 0}, {WAIT_MS, 1, 0}}, .expected = ""},
    {calf, .inputs = {{WAIT_MS, 54999, 0}, {WAIT_MS, 1, 0}}, .expected = "cue Halfway.\n"},
    {calf, SPOKEN_NAMES, .inputs = {{WAIT_MS, 54999, 0}, {WAIT_MS, 1, 0}}, .expected = "play half\n"},
    {calf, .is_silent = true, .inputs = {{WAIT_MS, 54999, 0}, {WAIT_MS, 1, 0}}, .expected = "play half\n"},
    {calf, .inputs = {{WAIT_MS, 96999, 0}, {WAIT_MS, 1, 0}}, .expected = "count three\n"},
    {calf, SPOKEN_NAMES, .inputs = {{WAIT_MS, 96999, 0}, {WAIT_MS, 1, 0}}, .expected = "play tick\n"},
    {calf, .is_silent = true, .inputs = {{WAIT_MS, 96999, 0}, {WAIT_MS, 1, 0}}, .expected = "play tick\n"},
    {calf, .inputs = {{WAIT_MS, 99999, 0}, {WAIT_MS, 1, 0}},
     .expected = "play switch\nnow Switch to the right side.\n"},
    {calf, SPOKEN_NAMES, .times_done = 9, .inputs = {{WAIT_MS, 99999, 0}, {WAIT_MS, 1, 0}},
     .expected = "play switch\nnow Switch to the right side.\n"},
    {calf, .inputs = {{WAIT_MS, 105999, 0}, {WAIT_MS, 1, 0}},
     .expected = "play start\nnow Hold one minute thirty seconds. Roll slowly.\n"},
    {calf, SPOKEN_NAMES, .inputs = {{WAIT_MS, 195999, 0}, {WAIT_MS, 1, 0}},
     .expected = "play end\nnow Done. one move, three minutes sixteen seconds.\n"},
    {phases, .inputs = {{WAIT_MS, 5000, 0}},
     .expected = "count three\ncount two\ncount one\nplay start\n"
                 "now Heel. Hold twenty seconds.\n"},
    {phases, .inputs = {{WAIT_MS, 14999, 0}, {WAIT_MS, 1, 0}},
     .expected = "cue If it has eased, press Enter to move on.\n"},
    {phases, .inputs = {{WAIT_MS, 24999, 0}, {WAIT_MS, 1, 0}},
     .expected = "play end\nnow Arch. Move the ball two centimetres.\n"},
    {phases, .inputs = {{WAIT_MS, 29999, 0}, {WAIT_MS, 1, 0}}, .expected = "play start\nnow five slow reps.\n"},
    {phases, .inputs = {{WAIT_MS, 39999, 0}, {WAIT_MS, 1, 0}}, .expected = "play end\nnow Rest five seconds.\n"},
    {phases, .inputs = {{WAIT_MS, 44999, 0}, {WAIT_MS, 1, 0}}, .expected = "play start\nnow Neck.\n"},
    {brief, .inputs = {{WAIT_MS, 2000, 0}}, .expected = "play start\nnow Turn slowly.\n"},
    /* positions, before what the set-up says of them, as far as there is time */
    {posed, .expected = "now Calf, left side. Sitting, two hands behind. Ball under the calf.\n"},
    {hurried, .expected = "now Neck. Sit tall.\n"},
    {posed, SPOKEN_SHORT, .expected = "now Calf, left side.\n"},
    {posed, .times_done = 3, .expected = "now Calf, left side.\n"},
    {posed, .inputs = {{WAIT_MS, 9999, 0}, {WAIT_MS, 1, 0}}, .expected = "play start\nnow Hold twenty seconds.\n"},
    {posed, .inputs = {{WAIT_MS, 29999, 0}, {WAIT_MS, 1, 0}},
     .expected = "play switch\nnow Switch to the right side.\n"},
    {posed, .inputs = {{WAIT_MS, 55999, 0}, {WAIT_MS, 1, 0}},
     .expected = "play end\nnow Hip. Lying. Lie down and put the ball where the hip is most tense.\n"},
    {posed, .inputs = {{WAIT_MS, 81999, 0}, {WAIT_MS, 1, 0}},
     .expected = "play start\nnow Turn. Turned out. Hold twenty seconds.\n"},
    {posed, .inputs = {{COMMAND_PAUSE, 0, 1}, {COMMAND_GO_ON, 0, 0}, {WAIT_MS, 2999, 0}, {WAIT_MS, 1, 0}},
     .expected = "cue Calf, left side. Sitting, two hands behind. Ball under the calf. ten seconds left.\n"},
    /* what a person does */
    {calf, .inputs = {{COMMAND_PAUSE, 0, 1}}, .expected = "silence\n"},
    {calf, .inputs = {{COMMAND_PAUSE, 0, 1}, {COMMAND_GO_ON, 0, 0}}, .expected = "count three\n"},
    {calf, .inputs = {{COMMAND_PAUSE, 0, 1}, {COMMAND_GO_ON, 0, 0}, {WAIT_MS, 2999, 0}, {WAIT_MS, 1, 0}},
     .expected = "cue Calf strip, left side. Sit down, two hands behind you. ten seconds left.\n"},
    {calf, SPOKEN_SHORT,
     .inputs = {{WAIT_MS, 45000, 0}, {COMMAND_PAUSE, 0, 1}, {COMMAND_GO_ON, 0, 0}, {WAIT_MS, 2999, 0}, {WAIT_MS, 1, 0}},
     .expected = "cue Calf strip, left side. fifty-five seconds left.\n"},
    {calf, .inputs = {{COMMAND_READY, 0, 0}},
     .expected =
         "silence\nplay start\n"
         "now Hold one minute thirty seconds. Pressure four to six of ten. Breathe in four seconds, out six seconds. "
         "Roll slowly.\n"},
    {calf, .inputs = {{COMMAND_WAIT, 0, 0}}, .expected = "cue Press Enter when you are ready.\n"},
    {calf, .inputs = {{COMMAND_MORE, 0, 0}}, .expected = "cue ten seconds more.\n"},
    {calf, .inputs = {{COMMAND_READY, 0, 0}, {COMMAND_FELT, 0, 7}}, .expected = "now Ease off. Lift the hips less.\n"},
    {calf, .inputs = {{COMMAND_READY, 0, 0}, {COMMAND_FELT, 0, 5}}, .expected = ""},
    {calf, .inputs = {{COMMAND_READY, 0, 0}, {COMMAND_HURT, 0, 0}},
     .expected = "play stop\nnow Stopped. Come off it. Press Space for Calf strip, right.\n"},
    {calf, .inputs = {{COMMAND_LEAVE, 0, 0}}, .expected = "silence\n"},
};

static void put(Session *session, Input input, EventList *events)
{
    event_clear(events);
    if (input.command == WAIT_MS)
        advance_session(session, input.ms, events);
    else
        ck_assert(advance_by_command(session, (SessionCommand)input.command, input.value, events));
}

static char *lines_of(const AnnouncementList *list)
{
    static const char *const urgencies[] = {[URGENCY_COUNT] = "count", [URGENCY_CUE] = "cue", [URGENCY_NOW] = "now"};
    Text lines = {0};
    for (size_t i = 0; i < list->count; i++) {
        const Announcement *item = &list->items[i];
        if (item->kind == ANNOUNCE_SILENCE)
            text_add(&lines, "silence\n");
        else if (item->kind == ANNOUNCE_CHIME)
            text_print(&lines, "play %s\n", chime_name(item->chime));
        else
            text_print(&lines, "%s %s\n", urgencies[item->urgency], item->text);
    }
    return text_detach(&lines);
}

static bool is_input(const Input *input)
{
    return input->ms != 0 || input->command != 0 || input->value != 0;
}

START_TEST(each_event_is_announced)
{
    Plan *plan = plan_of(cases[_i].routine, NULL);
    const int32_t times_done[] = {cases[_i].times_done, cases[_i].times_done};
    const Narrator narrator = {.words = cases[_i].words,
                               .has_voice = !cases[_i].is_silent,
                               .times_done = times_done,
                               .when_it_hurts = "Come off it.",
                               .positions = positions};
    Session session;
    EventList events = {0};
    AnnouncementList list = {0};
    session_init(&session, plan);
    put(&session, (Input){COMMAND_GO_ON, 0, 0}, &events);
    for (size_t i = 0; i < ARRAY_LEN(cases[_i].inputs) && is_input(&cases[_i].inputs[i]); i++)
        put(&session, cases[_i].inputs[i], &events);
    narration_of_events(&list, &narrator, &session, &events);
    char *lines = lines_of(&list);
    ck_assert_str_eq(lines ? lines : "", cases[_i].expected);
    free(lines);
    narration_release(&list);
    event_release(&events);
    session_release(&session);
    plan_free(plan);
}
END_TEST

START_TEST(a_set_up_that_waits_says_so)
{
    Plan *plan = plan_of(calf, NULL);
    const Narrator narrator = {.has_voice = true};
    Session session;
    EventList events = {0};
    AnnouncementList list = {0};
    session_init(&session, plan);
    session.waits = true;
    put(&session, (Input){COMMAND_GO_ON, 0, 0}, &events);
    narration_of_events(&list, &narrator, &session, &events);
    check_text(lines_of(&list),
               "now Calf strip, left side. Sit down, two hands behind you. Press Enter when you are ready.\n");
    narration_release(&list);
    event_release(&events);
    session_release(&session);
    plan_free(plan);
}
END_TEST

START_TEST(the_moment_is_said_in_full)
{
    static const struct {
        const char *moves;
        int32_t ms;
        const char *expected;
    } moments[] = {
        {calf, 4000, "Calf strip, left side. Sit down, two hands behind you. six seconds left."},
        {calf, 50000,
         "Calf strip, left side. Turn the toes in. Pressure four to six of ten. Breathe in four seconds, out six "
         "seconds. fifty seconds left."},
        {calf, 101000, "Calf strip, right side. five seconds left."},
        {posed, 31000, "Calf, right side. Sitting, two hands behind. five seconds left."},
        {posed, 41000, "Calf, right side. fifteen seconds left."},
    };
    Plan *plan = plan_of(moments[_i].moves, NULL);
    Session session;
    EventList events = {0};
    session_init(&session, plan);
    put(&session, (Input){COMMAND_GO_ON, 0, 0}, &events);
    put(&session, (Input){WAIT_MS, moments[_i].ms, 0}, &events);
    check_text(narration_of_moment(&session, positions, NULL), moments[_i].expected);
    event_release(&events);
    session_release(&session);
    plan_free(plan);
}
END_TEST

Suite *suite_narration(void)
{
    Suite *suite = suite_create("narration");
    TCase *tests = tcase_create("narration");
    tcase_add_loop_test(tests, each_event_is_announced, 0, (int)ARRAY_LEN(cases));
    tcase_add_test(tests, a_set_up_that_waits_says_so);
    tcase_add_loop_test(tests, the_moment_is_said_in_full, 0, 5);
    suite_add_tcase(suite, tests);
    return suite;
}
