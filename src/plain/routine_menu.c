/* SPDX-License-Identifier: MIT */
#include "plain/routine_menu.h"

#include <stdlib.h>

#include "base/duration.h"
#include "plain/edit_menu.h"
#include "plain/following.h"
#include "plain/menu.h"
#include "plain/number_lines.h"
#include "plain/record_lines.h"
#include "plain/routine_lines.h"
#include "plain/swap_menu.h"
#include "plain/waiting.h"
#include "session/measure.h"
#include "ui/screens/library_item.h"
#include "ui/screens/plan_page.h"

enum { MINUTE_S = 60 };

static void perform(Console *console, RequestKind kind, int32_t value)
{
    waiting_perform(console, (Request){.kind = kind, .value = value}, false);
}

static const Screen *top(Console *console)
{
    return screens_top(app_screens(console->app));
}

/* The choices after a session. */
enum { AFTER_AGAIN, AFTER_DONE, AFTER_NOTE, AFTER_NUMBERS };

static void ask_note(Console *console)
{
    const Asker asker = waiting_asker(console);
    Text note = {0};
    if (ask_line(&asker, "Your note? Enter alone leaves it as it is.", false, &note) && note.length > 0)
        waiting_perform(console, (Request){.kind = REQUEST_RECORD_NOTE, .text = text_show(&note)}, false);
    text_release(&note);
}

/* What was done in the session that has just ended. */
static void say_done(Console *console, void (*say)(Console *console, const SessionRecord *record))
{
    const Model *model = app_model(console->app);
    SessionRecord record;
    Arena arena = {0};
    record_of_session(&record, &arena, model->session);
    record.note = model->note;
    say(console, &record);
    arena_release(&arena);
}

static void change_numbers(Console *console)
{
    const Asker asker = waiting_asker(console);
    number_lines_correct(&asker, console->app, app_model(console->app)->session->measure);
    say_done(console, record_lines_say_numbers);
}

/* True to do it again: its page is shown. */
static bool ask_what_next(Console *console)
{
    bool is_known = false;
    while (!console->is_over) {
        Menu menu = menu_of_choices(console, "After the session", "Main menu.");
        menu_add(&menu, AFTER_AGAIN, "Do it again.");
        menu_add(&menu, AFTER_DONE, "What you did.");
        if (app_model(console->app)->can_record) {
            menu_add(&menu, AFTER_NOTE, "%s",
                     app_model(console->app)->note ? "Another note instead." : "Write a note.");
            menu_add(&menu, AFTER_NUMBERS, "Change the numbers, before and after.");
        }
        const int chosen = menu_ask(&menu, is_known);
        menu_release(&menu);
        is_known = true;
        if (chosen == AFTER_AGAIN) {
            perform(console, REQUEST_AGAIN, 0);
            return top(console) == &screen_routine;
        }
        if (chosen == MENU_BACK)
            break;
        if (chosen == AFTER_DONE)
            say_done(console, record_lines_say);
        else if (chosen == AFTER_NOTE)
            ask_note(console);
        else
            change_numbers(console);
    }
    return false;
}

/* After a session that is finished; one that was left is put away already. True to do it again. */
static bool finish(Console *console)
{
    if (console->is_over || !app_is_finished(console->app))
        return false;
    const char *saved = app_model(console->app)->done_note;
    following_ask_after(console);
    console_say(console, saved ? saved : "");
    const bool is_again = ask_what_next(console);
    if (!is_again && top(console) == &screen_after)
        perform(console, REQUEST_BACK, 0);
    return is_again;
}

/* A routine that is due besides the one that is shown; NULL: none. */
static const Due *find_other_due(const Model *model)
{
    const DueList *due = model->due;
    size_t here = 0;
    while (due && here < due->count && library_at(model->library, due->items[here].index) != model->entry)
        here++;
    return due && here < due->count && due->count > 1 ? &due->items[(here + 1) % due->count] : NULL;
}

/* The side that the first move with both begins with; SIDE_NONE where none has both. */
static Side find_first_side(const Plan *plan)
{
    for (size_t i = 0; plan && i < plan->move_count; i++) {
        if (plan->moves[i].sides == SIDES_BOTH)
            return plan_page_first_side(plan, (int32_t)i);
    }
    return SIDE_NONE;
}

static Side other_side(Side side)
{
    return side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
}

static const LibraryEntry *find_pair(const Model *model)
{
    const Routine *routine = model->entry ? model->entry->routine : NULL;
    return routine && routine->pair ? library_listed(model->library, routine->pair) : NULL;
}

static const char *title_of(const LibraryEntry *entry)
{
    return entry->title ? entry->title : entry->id;
}

/* The choices on the page of a routine. Each returns whether the page is another one now, to be said from its start. */
static bool choose_start(Console *console)
{
    following_start(console);
    return false;
}

static bool choose_minutes(Console *console)
{
    const Asker asker = waiting_asker(console);
    const Model *model = app_model(console->app);
    const Routine *routine = model->entry ? model->entry->routine : NULL;
    Text line = {0}, typed = {0};
    text_add(&line, "How many minutes? 0 is its own length");
    if (routine)
        text_print(&line, ", %d", (int)((routine->seconds + MINUTE_S - 1) / MINUTE_S));
    text_add(&line, ". Enter alone changes nothing.");
    const bool is_said = ask_line(&asker, text_show(&line), true, &typed) && typed.length > 0;
    const long minutes = is_said ? strtol(text_show(&typed), NULL, 10) : 0;
    if (is_said && minutes >= 0 && minutes <= INT16_MAX)
        perform(console, REQUEST_MINUTES, (int32_t)minutes);
    routine_lines_say_length(console);
    text_release(&line);
    text_release(&typed);
    return false;
}

static bool choose_level(Console *console)
{
    Menu menu = menu_of_choices(console, "Level", "Back.");
    menu_add(&menu, LEVEL_GENTLE, "Gentle: softer and shorter.");
    menu_add(&menu, LEVEL_STANDARD, "Standard: as the routine says.");
    menu_add(&menu, LEVEL_FIRM, "Firm: harder.");
    const int chosen = menu_ask_once(&menu);
    if (chosen != MENU_BACK)
        perform(console, REQUEST_LEVEL, chosen);
    routine_lines_say_level(console);
    routine_lines_say_length(console);
    return false;
}

static bool choose_side(Console *console)
{
    const Side side = other_side(find_first_side(app_model(console->app)->plan));
    Text line = {0};
    perform(console, REQUEST_FIRST_SIDE, (int32_t)side);
    text_print(&line, "%s side first.", find_first_side(app_model(console->app)->plan) == SIDE_LEFT ? "Left" : "Right");
    console_say(console, text_show(&line));
    text_release(&line);
    return false;
}

/* Each of them can be asked about. */
static bool choose_move(Console *console)
{
    const Plan *plan = app_model(console->app)->plan;
    Menu menu = menu_of_list(console, "Moves");
    for (size_t i = 0; i < plan->move_count; i++) {
        Text line = {0};
        routine_lines_add_move(&line, plan, (int32_t)i);
        text_add_char(&line, '.');
        menu_add_listed(&menu, text_show(&line));
        text_release(&line);
    }
    bool is_known = false;
    for (int move; (move = menu_ask(&menu, is_known)) != MENU_BACK; is_known = true)
        routine_lines_say_move(console, move);
    menu_release(&menu);
    return false;
}

static bool choose_favourite(Console *console)
{
    const LibraryEntry *entry = app_model(console->app)->entry;
    const bool is_listed = library_listed(app_model(console->app)->library, entry->id) == entry;
    Text line = {0};
    waiting_perform(console, (Request){.kind = REQUEST_FAVOURITE, .value = -1}, is_listed);
    if (is_listed) {
        const bool is_one = library_item_is_favourite(entry, app_model(console->app)->settings);
        text_print(&line, "%s is %s.", title_of(entry), is_one ? "a favourite now" : "no favourite any more");
    }
    console_say(console, text_show(&line));
    text_release(&line);
    return false;
}

static bool choose_pair(Console *console)
{
    perform(console, REQUEST_PAIR, 0);
    return true;
}

static bool choose_other_due(Console *console)
{
    const Due *due = find_other_due(app_model(console->app));
    const int32_t index = due ? (int32_t)due->index : -1;
    perform(console, REQUEST_BACK, 0);
    perform(console, REQUEST_OPEN, index);
    return true;
}

static bool choose_usual_pressure(Console *console)
{
    perform(console, REQUEST_CLEAR_LOWERED, 0);
    console_say(console, "The pressure is as usual.");
    return false;
}

static bool choose_swap(Console *console)
{
    swap_menu_open(console);
    return false;
}

static bool choose_keep_swaps(Console *console)
{
    swap_menu_keep(console);
    return false;
}

static bool choose_edit(Console *console)
{
    edit_menu_open(console);
    return true;
}

/* In the order of the menu. What each routine has comes first, so that a hand can learn the numbers. */
enum {
    CHOICE_START,
    CHOICE_MINUTES,
    CHOICE_LEVEL,
    CHOICE_MOVES,
    CHOICE_SWAP,
    CHOICE_EDIT,
    CHOICE_FAVOURITE,
    CHOICE_SIDE,
    CHOICE_KEEP_SWAPS,
    CHOICE_PAIR,
    CHOICE_OTHER_DUE,
    CHOICE_USUAL
};

static bool (*const choices[])(Console *console) = {[CHOICE_START] = choose_start,
                                                    [CHOICE_MINUTES] = choose_minutes,
                                                    [CHOICE_LEVEL] = choose_level,
                                                    [CHOICE_MOVES] = choose_move,
                                                    [CHOICE_SWAP] = choose_swap,
                                                    [CHOICE_EDIT] = choose_edit,
                                                    [CHOICE_FAVOURITE] = choose_favourite,
                                                    [CHOICE_SIDE] = choose_side,
                                                    [CHOICE_KEEP_SWAPS] = choose_keep_swaps,
                                                    [CHOICE_PAIR] = choose_pair,
                                                    [CHOICE_OTHER_DUE] = choose_other_due,
                                                    [CHOICE_USUAL] = choose_usual_pressure};

static void add_choices_of_plan(Menu *menu, const Model *model)
{
    if (model->plan)
        menu_add(menu, CHOICE_START, "Start.");
    if (model->plan || model->minutes > 0)
        menu_add(menu, CHOICE_MINUTES, "Other minutes.");
    if (!model->plan)
        return;
    menu_add(menu, CHOICE_LEVEL, "Level, now %s.", level_words.items[model->plan->options.level]);
    menu_add(menu, CHOICE_MOVES, "The moves, one by one.");
    menu_add(menu, CHOICE_SWAP, "Swap a move for another.");
}

static void add_choices(Menu *menu, const Model *model)
{
    const Side first = find_first_side(model->plan);
    const LibraryEntry *pair = find_pair(model);
    const Due *due = find_other_due(model);
    add_choices_of_plan(menu, model);
    if (model->entry) {
        menu_add(menu, CHOICE_EDIT, "%s", edit_menu_name(model));
        menu_add(menu, CHOICE_FAVOURITE, "%s",
                 library_item_is_favourite(model->entry, model->settings) ? "No favourite any more."
                                                                          : "Make it a favourite.");
    }
    if (first != SIDE_NONE)
        menu_add(menu, CHOICE_SIDE, "First side, now %s.", side_name((int)first));
    if (swap_menu_can_keep(model))
        menu_add(menu, CHOICE_KEEP_SWAPS, "Keep what is swapped: it is written into the file.");
    if (pair)
        menu_add(menu, CHOICE_PAIR, "Goes with %s.", title_of(pair));
    if (due)
        menu_add(menu, CHOICE_OTHER_DUE, "Due too: %s.", title_of(library_at(model->library, due->index)));
    if (model->plan && plan_page_is_lowered(model->plan))
        menu_add(menu, CHOICE_USUAL, "Back to the usual pressure.");
}

/* Until the person goes back, or a session of it was started. */
static bool ask_page(Console *console)
{
    bool is_new = true;
    while (!console->is_over && top(console) == &screen_routine) {
        if (is_new)
            routine_lines_say(console);
        Menu menu = menu_of_choices(console, "Routine", "Back.");
        add_choices(&menu, app_model(console->app));
        const int chosen = menu_ask(&menu, !is_new);
        menu_release(&menu);
        if (chosen == MENU_BACK) {
            waiting_perform(console, (Request){.kind = REQUEST_BACK},
                            true); /* of swaps it was said how long they hold */
            return false;
        }
        is_new = choices[chosen](console);
    }
    return true;
}

bool routine_menu_open(Console *console)
{
    bool was_started = false, is_again = top(console) == &screen_routine;
    while (is_again && !console->is_over) {
        was_started = ask_page(console) || was_started;
        is_again = finish(console);
    }
    return was_started;
}

void routine_menu_go_on(Console *console)
{
    following_go_on(console);
    if (finish(console))
        routine_menu_open(console);
}
