/* SPDX-License-Identifier: MIT */
#include "plain/history_menu.h"

#include <ctype.h>
#include <stdlib.h>

#include "app/messages.h"
#include "base/day.h"
#include "plain/menu.h"
#include "plain/number_lines.h"
#include "plain/record_lines.h"
#include "plain/waiting.h"
#include "progress/balance.h"
#include "progress/record_words.h"
#include "routine/wording.h"
#include "ui/screens/history_words.h"
#include "ui/screens/record_page.h"

enum { SECOND_MS = 1000 };

static void perform(Console *console, RequestKind kind, int32_t value, bool is_silent)
{
    waiting_perform(console, (Request){.kind = kind, .value = value}, is_silent);
}

static void say_sum(Console *console, const char *label, DaySum sum)
{
    Text line = {0};
    text_print(&line, "%s: ", label);
    history_words_sessions(&line, sum.sessions);
    if (sum.worked_s > 0) {
        text_add(&line, ", ");
        history_words_minutes(&line, sum.worked_s);
    }
    text_add_char(&line, '.');
    console_say_text(console, &line);
    text_release(&line);
}

static void say_weeks(Console *console)
{
    const Overview *overview = app_model(console->app)->history.overview;
    Text line = {0};
    if (!overview) {
        console_say(console, "The records cannot be read.");
        return;
    }
    const int32_t monday = day_monday(overview->today);
    say_sum(console, "This week", overview_sum(overview, monday, overview->today));
    say_sum(console, "Last week", overview_sum(overview, monday - DAY_WEEK, monday - 1));
    if (overview->streak.weeks > 0)
        text_print(&line, "Weeks in a row: %d.", (int)overview->streak.weeks);
    console_say_text(console, &line);
    if (overview->streak.is_away) {
        text_add(&line, "Away until ");
        history_words_date(&line, overview->streak.away_until);
        text_add_char(&line, '.');
    }
    console_say_text(console, &line);
    text_release(&line);
}

/* "Calves: 12 min. Left 7 min, right 5 min: right is 2 min behind." */
static void say_area(Console *console, int area, const int64_t held_ms[SIDE_COUNT])
{
    Text line = {0};
    const Side behind = overview_side_behind(held_ms);
    wording_area(&line, area);
    line.bytes[0] = (char)toupper((unsigned char)line.bytes[0]);
    text_add(&line, ": ");
    history_words_minutes(&line, overview_held_ms(held_ms) / SECOND_MS);
    text_add_char(&line, '.');
    if (held_ms[SIDE_LEFT] > 0 || held_ms[SIDE_RIGHT] > 0) {
        text_add(&line, " Left ");
        history_words_minutes(&line, held_ms[SIDE_LEFT] / SECOND_MS);
        text_add(&line, ", right ");
        history_words_minutes(&line, held_ms[SIDE_RIGHT] / SECOND_MS);
        text_add(&line, behind == SIDE_NONE ? "" : ": ");
        if (behind != SIDE_NONE)
            balance_add(&line, behind, balance_seconds(held_ms), true);
        text_add_char(&line, '.');
    }
    console_say_text(console, &line);
    text_release(&line);
}

static void say_areas(Console *console)
{
    const Overview *overview = app_model(console->app)->history.overview;
    bool has_any = false;
    for (int area = 0; overview && area < AREA_COUNT; area++) {
        if (overview_held_ms(overview->body_held_ms[area]) == 0)
            continue;
        if (!has_any)
            console_say(console, "In the last 4 weeks:");
        say_area(console, area, overview->body_held_ms[area]);
        has_any = true;
    }
    if (!has_any)
        console_say(console, "Nothing in the last 4 weeks.");
}

/* "Calf Care, 3 times, on average before 6.3 of 10, after 2.7 of 10: 3.6 better." */
static void say_helped_by(Console *console, const RoutineSum *sum)
{
    Text line = {0};
    const Measure mean = overview_mean_measure(sum);
    if (sum->measured == 1)
        text_print(&line, "%s, once: ", sum->title);
    else
        text_print(&line, "%s, %d times, on average ", sum->title, (int)sum->measured);
    record_words_measure(&line, &mean);
    text_add(&line, ": ");
    record_page_gain(&line, (CheckUnit)sum->unit, overview_mean_gain(sum));
    text_add_char(&line, '.');
    console_say_text(console, &line);
    text_release(&line);
}

static void say_helped(Console *console)
{
    const Overview *overview = app_model(console->app)->history.overview;
    bool has_any = false;
    for (size_t i = 0; overview && i < overview->routine_count; i++) {
        if (overview->routines[i].measured == 0)
            continue;
        say_helped_by(console, &overview->routines[i]);
        has_any = true;
    }
    if (!has_any)
        console_say(console, "No numbers yet. Say how it feels before a session and after it, and what helped most is "
                             "told here.");
}

/* "Today at 14:32, Calf Care, 12 min, stopped early." */
static void add_session(Text *into, const SessionRecord *record)
{
    char *when = message_moment(record->started_s, clock_unix_s());
    const size_t begin = into->length;
    text_print(into, "%s, %s, ", when, record->title);
    into->bytes[begin] = (char)toupper((unsigned char)into->bytes[begin]);
    history_words_minutes(into, record->worked_s);
    text_add(into, record->state == RECORD_LEFT ? ", stopped early." : ".");
    free(when);
}

static void change_note(Console *console)
{
    const Asker asker = waiting_asker(console);
    Text note = {0};
    if (ask_line(&asker, "The new note? Enter keeps the old one, a minus sign alone removes it.", false, &note) &&
        note.length > 0) {
        if (text_same(text_show(&note), "-"))
            text_clear(&note);
        waiting_perform(console, (Request){.kind = REQUEST_RECORD_NOTE, .text = text_show(&note)}, false);
        const SessionRecord *record = app_model(console->app)->history.record;
        if (record && text_same(record->note ? record->note : "", text_show(&note)))
            console_say(console, note.length > 0 ? "The note is saved." : "No note.");
    }
    text_release(&note);
}

static void change_numbers(Console *console)
{
    const Asker asker = waiting_asker(console);
    number_lines_correct(&asker, console->app, app_model(console->app)->history.record->measure);
    const SessionRecord *record = app_model(console->app)->history.record;
    if (record)
        record_lines_say_numbers(console, record);
}

enum { RECORD_SAY, RECORD_SET_NOTE, RECORD_SET_NUMBERS, RECORD_REMOVE };

/* The one that is shown. True if it was deleted. */
static bool open_record(Console *console)
{
    bool is_known = false;
    record_lines_say(console, app_model(console->app)->history.record);
    while (!console->is_over) {
        Menu menu = menu_of_choices(console, "Session", "Back.");
        menu_add(&menu, RECORD_SAY, "Hear it again.");
        menu_add(&menu, RECORD_SET_NOTE, "Change the note.");
        menu_add(&menu, RECORD_SET_NUMBERS, "Change the numbers, before and after.");
        menu_add(&menu, RECORD_REMOVE, "Delete it. That can be undone.");
        const int chosen = menu_ask(&menu, is_known);
        menu_release(&menu);
        is_known = true;
        if (chosen == MENU_BACK)
            break;
        if (chosen == RECORD_SAY)
            record_lines_say(console, app_model(console->app)->history.record);
        else if (chosen == RECORD_SET_NOTE)
            change_note(console);
        else if (chosen == RECORD_SET_NUMBERS)
            change_numbers(console);
        else
            return true;
    }
    perform(console, REQUEST_BACK, 0, false);
    return false;
}

static void delete_record(Console *console)
{
    perform(console, REQUEST_RECORD_DELETE, -1, true);
    const Model *model = app_model(console->app);
    if (!model->history.record) {
        console_say(console, "Deleted. The history menu can undo that.");
    } else {
        console_say(console, model->notice ? model->notice : "");
        perform(console, REQUEST_BACK, 0, false);
    }
}

/* All that were read, the newest first, and a last row where there are older ones. */
static void list_sessions(Console *console)
{
    bool is_open = true, is_known = false;
    int page = 0;
    while (is_open && !console->is_over) {
        const ModelHistory *history = &app_model(console->app)->history;
        const int count = (int)history->session_count;
        Menu menu = menu_of_list(console, "Sessions");
        for (int i = count - 1; i >= 0; i--) {
            Text line = {0};
            add_session(&line, &history->sessions[i]);
            menu_add_listed(&menu, text_show(&line));
            text_release(&line);
        }
        if (history->has_more)
            menu_add_listed(&menu, "Older sessions.");
        if (count == 0)
            console_say(console, "No sessions.");
        menu.page = page;
        const int chosen = count > 0 ? menu_ask(&menu, is_known) : MENU_BACK;
        page = menu.page;
        menu_release(&menu);
        is_open = chosen != MENU_BACK;
        if (!is_open)
            break;
        perform(console, chosen < count ? REQUEST_RECORD : REQUEST_HISTORY_MORE,
                chosen < count ? count - 1 - chosen : 0, false);
        is_known = chosen < count;
        if (chosen < count && app_model(console->app)->history.record && open_record(console)) {
            delete_record(console);
            is_known = false;
        }
    }
}

static void find_sessions(Console *console)
{
    const Asker asker = waiting_asker(console);
    Text words = {0};
    if (ask_line(&asker, "Words to find, in titles, moves and notes?", false, &words) && words.length > 0) {
        waiting_perform(console, (Request){.kind = REQUEST_HISTORY_FIND, .text = text_show(&words)}, false);
        if (app_model(console->app)->history.session_count == 0)
            console_say(console, "Nothing found.");
        else
            list_sessions(console);
        waiting_perform(console, (Request){.kind = REQUEST_HISTORY_FIND, .text = ""}, true);
    }
    text_release(&words);
}

static void undo(Console *console)
{
    perform(console, REQUEST_RECORD_UNDO, 0, false);
}

static void (*const choices[])(Console *console) = {say_weeks,     say_areas,  list_sessions,
                                                    find_sessions, say_helped, undo};
enum { CHOICE_WEEKS, CHOICE_AREAS, CHOICE_SESSIONS, CHOICE_FIND, CHOICE_HELPED, CHOICE_UNDO };

void history_menu_open(Console *console)
{
    bool is_known = false;
    perform(console, REQUEST_HISTORY, 0, false);
    say_weeks(console);
    while (!console->is_over) {
        Menu menu = menu_of_choices(console, "History", "Main menu.");
        menu_add(&menu, CHOICE_WEEKS, "This week and last week.");
        menu_add(&menu, CHOICE_AREAS, "Parts of the body, left and right.");
        menu_add(&menu, CHOICE_SESSIONS, "Sessions, the newest first.");
        menu_add(&menu, CHOICE_FIND, "Find sessions by words.");
        menu_add(&menu, CHOICE_HELPED, "What helped most.");
        if (app_model(console->app)->history.can_undo)
            menu_add(&menu, CHOICE_UNDO, "Undo: the deleted session comes back.");
        const int chosen = menu_ask(&menu, is_known);
        menu_release(&menu);
        if (chosen == MENU_BACK)
            break;
        choices[chosen](console);
        is_known = chosen != CHOICE_SESSIONS && chosen != CHOICE_FIND && chosen != CHOICE_UNDO;
    }
    perform(console, REQUEST_BACK, 0, false);
}
