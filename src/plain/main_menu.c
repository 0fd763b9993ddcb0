/* SPDX-License-Identifier: MIT */
#include "plain/main_menu.h"

#include "base/duration.h"
#include "base/macros.h"
#include "plain/find_menu.h"
#include "plain/following.h"
#include "plain/health_lines.h"
#include "plain/history_menu.h"
#include "plain/menu.h"
#include "plain/routine_menu.h"
#include "plain/settings_menu.h"
#include "plain/telling.h"
#include "plain/waiting.h"
#include "progress/course_words.h"
#include "progress/due.h"
#include "ui/screens/first_steps.h"

enum { MINUTE_S = 60 };
static const int64_t load_ns = 1000000000; /* for how long the first menu waits for the routines to be read */

static const char how_to[] = "Type a number, then Enter. In a menu 0 goes back, a question mark says it again, "
                             "Ctrl-C quits.";

static void say_how(Console *console)
{
    console_say(console, how_to);
    telling_keys_at_once(console, "During a session keys need no Enter");
    console_say(console, "In a long list, m says the next page.");
}

static void say_keys(Console *console)
{
    telling_keys(console, MAP_PLAYER);
}

static void say_safety(Console *console)
{
    for (size_t i = 0; i < SAFETY_PARTS; i++) {
        Text heading = {0};
        text_print(&heading, "%s:", safety_parts[i].heading);
        console_say(console, text_show(&heading));
        text_release(&heading);
        for (size_t k = 0; k < safety_parts[i].count; k++)
            console_say(console, safety_parts[i].lines[k]);
    }
}

static void say_first_steps(Console *console)
{
    for (size_t i = 0; i < FIRST_STEPS; i++)
        console_say(console, first_steps[i]);
}

static void ask_health(Console *console)
{
    const Asker asker = waiting_asker(console);
    health_lines_ask(&asker, console->app);
}

/* A row of a menu that is always the same, by its number from 1. */
typedef struct FixedChoice {
    const char *text;
    void (*choose)(Console *console);
} FixedChoice;

static const FixedChoice help_choices[] = {
    {"How these menus work.", say_how},
    {"The keys during a session.", say_keys},
    {"Safety: when not to start, when to get help.", say_safety},
    {"New to this: first steps.", say_first_steps},
    {"Seven questions about your health.", ask_health},
};

static void open_help(Console *console)
{
    Menu menu = menu_of_choices(console, "Help", "Main menu.");
    bool is_known = false;
    for (size_t i = 0; i < ARRAY_LEN(help_choices); i++)
        menu_add(&menu, (int)i + 1, "%s", help_choices[i].text);
    for (int chosen; (chosen = menu_ask(&menu, is_known)) != MENU_BACK; is_known = true)
        help_choices[chosen - 1].choose(console);
    menu_release(&menu);
}

static void open_part(Console *console)
{
    waiting_perform(console, (Request){.kind = REQUEST_PROGRAMME}, false);
    if (screens_top(app_screens(console->app)) == &screen_routine)
        routine_menu_open(console);
}

/* By their numbers, which stay the same from day to day: what a day may lack comes last. */
static const FixedChoice main_choices[] = {
    {NULL, find_menu_due},
    {"By part of the body.", find_menu_parts},
    {"Find by words.", find_menu_words},
    {"Favourites, and what you did last.", find_menu_favourites},
    {"Compose a routine for a part.", find_menu_compose},
    {"History.", history_menu_open},
    {"Settings.", settings_menu_open},
    {"Help.", open_help},
    {NULL, open_part},
    {NULL, routine_menu_go_on},
};
enum { CHOICE_DUE, CHOICE_FIRST_FIXED, CHOICE_PART = ARRAY_LEN(main_choices) - 2, CHOICE_GO_ON };

/* "Today: Calf Care, 8 min, calves: 9 days ago." */
static void add_due(Menu *menu, const Model *model)
{
    const Due *due = model->due && model->due->count > 0 ? &model->due->items[0] : NULL;
    if (!due) {
        menu_add(menu, CHOICE_DUE, "%s", find_menu_nothing_due(model));
        return;
    }
    const LibraryEntry *entry = library_at(model->library, due->index);
    Text line = {0}, reason = {0};
    text_add(&line, entry->title ? entry->title : entry->id);
    if (entry->routine && due->why != DUE_NEW)
        text_print(&line, ", %d min", (int)((entry->routine->seconds + MINUTE_S - 1) / MINUTE_S));
    due_reason(&reason, due, false);
    menu_add(menu, CHOICE_DUE, "Today: %s, %s.", text_show(&line), text_show(&reason));
    text_release(&line);
    text_release(&reason);
}

/* "Programme, today: Feet on a Chair, week 2 of 4, day 3." */
static void add_part(Menu *menu, const ModelCourse *now)
{
    Text place = {0};
    if (!now->course || !now->course->is_for_today || now->course->is_away)
        return;
    course_words_place(&place, now->course->programme, (size_t)now->course->next);
    menu_add(menu, CHOICE_PART, "Programme, today: %s, %s.", now->title, text_show(&place));
    text_release(&place);
}

static void add_choices(Menu *menu, const Model *model)
{
    char at[DURATION_TEXT_SIZE];
    add_due(menu, model);
    for (int i = CHOICE_FIRST_FIXED; i < CHOICE_PART; i++)
        menu_add(menu, i, "%s", main_choices[i].text);
    add_part(menu, &model->course);
    if (model->left.title)
        menu_add(menu, CHOICE_GO_ON, "Continue %s, stopped after %s, %s.", model->left.title,
                 duration_words(at, model->left.at_s), model->left.when ? model->left.when : "not long ago");
}

static bool may_discard(Console *console)
{
    const Asker asker = waiting_asker(console);
    return ask_yes_no(&asker,
                      app_model(console->app)->left.has_done ? "Throw away all you did in it? (y/n)"
                                                             : "Throw it away? You did no holds in it. (y/n)",
                      0) == REPLY_YES;
}

enum { LEFT_LATER, LEFT_GO_ON, LEFT_END, LEFT_DISCARD };

static const RequestKind left_requests[] = {
    [LEFT_LATER] = REQUEST_BACK, [LEFT_END] = REQUEST_END_HERE, [LEFT_DISCARD] = REQUEST_DISCARD};

/* What is done with a session that was left; asked once at the start. What is not to be thrown away is asked about
 * again. */
static void offer_left(Console *console)
{
    if (screens_top(app_screens(console->app)) != &screen_resume)
        return;
    const ModelLeft *left = &app_model(console->app)->left;
    Menu menu = menu_of_choices(console, "Unfinished session", "Decide later.");
    console_say(console, left->sentence ? left->sentence : "");
    menu_add(&menu, LEFT_GO_ON, "Continue where you stopped.");
    menu_add(&menu, LEFT_END, "%s",
             left->has_done ? "End it here. It stays in your history." : "End it here. You did no holds.");
    menu_add(&menu, LEFT_DISCARD, "Throw it away.");
    int chosen = menu_ask(&menu, false);
    while (chosen == LEFT_DISCARD && !may_discard(console))
        chosen = menu_ask(&menu, true);
    menu_release(&menu);
    if (chosen == MENU_BACK)
        chosen = LEFT_LATER;
    if (chosen == LEFT_GO_ON)
        routine_menu_go_on(console);
    else
        waiting_perform(console, (Request){.kind = left_requests[chosen]}, false);
}

/* Most libraries are read in an instant, and then it is known what is due. */
static void load(Console *console)
{
    const int64_t end_ns = clock_now().awake_ns + load_ns;
    while (!console->is_over && app_due_ns(console->app) == 0 && clock_now().awake_ns < end_ns)
        waiting_beat(console);
}

void main_menu_run(Console *console)
{
    console_say(console, "knead. Self-massage, step by step.");
    waiting_obey(console, app_open_records(console->app));
    load(console);
    following_advise(console);
    offer_left(console);
    following_advise(console);
    console_say(console, how_to);
    while (!console->is_over) {
        Menu menu = menu_of_choices(console, "Main menu", "Quit.");
        menu.is_top = true;
        add_choices(&menu, app_model(console->app));
        const int chosen = menu_ask_once(&menu);
        if (chosen == MENU_BACK)
            break;
        main_choices[chosen].choose(console);
    }
}
