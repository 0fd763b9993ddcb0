/* SPDX-License-Identifier: MIT */
#include "remote/notices.h"

#include <stdlib.h>
#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "platform/child.h"
#include "platform/tty.h"

enum { SECOND_MS = 1000, CELLS_MOST = 200 };

static const LeashLimits limits = {.most_ms = 10000, .grace_ms = 2000};

/* Terminals that show notices, in the order in which they are asked for: what a terminal says of itself may be left
 * over from one that started it, so the surest comes first. A value ends in `*` where more may follow. */
static const struct {
    const char *variable, *value;
    bool is_of_tmux; /* believed only within tmux, which has a name of its own for TERM */
    NoticeWay way;
} terminals[] = {
    {"TERM", "xterm-kitty", false, NOTICE_OSC_99},
    {"TERM", "xterm-ghostty", false, NOTICE_OSC_777},
    {"TERM", "foot*", false, NOTICE_OSC_777},
    {"TERM", "wezterm", false, NOTICE_OSC_777},
    {"TERM", "contour*", false, NOTICE_OSC_777},
    {"TERM_PROGRAM", "iTerm.app", false, NOTICE_OSC_9},
    {"TERM_PROGRAM", "WezTerm", false, NOTICE_OSC_777},
    {"TERM_PROGRAM", "ghostty", false, NOTICE_OSC_777},
    {"TERM_PROGRAM", "WarpTerminal", false, NOTICE_OSC_9},
    {"KITTY_WINDOW_ID", "*", true, NOTICE_OSC_99},
    {"WEZTERM_PANE", "*", true, NOTICE_OSC_777},
    {"GHOSTTY_RESOURCES_DIR", "*", true, NOTICE_OSC_777},
    {"LC_TERMINAL", "iTerm2", false, NOTICE_OSC_9},
};

static const char *set_value(const char *variable)
{
    const char *value = getenv(variable);
    return value && *value ? value : NULL;
}

static bool matches(const char *value, const char *pattern)
{
    const size_t length = strcspn(pattern, "*");
    return pattern[length] == '*' ? strncmp(value, pattern, length) == 0 : strcmp(value, pattern) == 0;
}

bool notices_are_in_tmux(void)
{
    return set_value("TMUX") != NULL;
}

/* The row of `terminals`; past the last: it is none of them. */
static size_t find_terminal(void)
{
    size_t i = 0;
    for (; i < ARRAY_LEN(terminals); i++) {
        const char *value = set_value(terminals[i].variable);
        if (value && matches(value, terminals[i].value) && (!terminals[i].is_of_tmux || notices_are_in_tmux()))
            break;
    }
    return i;
}

const char *notices_terminal(void)
{
    const size_t found = find_terminal();
    return found < ARRAY_LEN(terminals) ? terminals[found].variable : NULL;
}

static NoticeWay way_of_terminal(void)
{
    const size_t found = find_terminal();
    return found < ARRAY_LEN(terminals) ? terminals[found].way : NOTICE_BELL;
}

/* One that obeys no sequence would print it. */
static bool is_dumb(void)
{
    const char *name = set_value("TERM");
    return !name || strcmp(name, "dumb") == 0;
}

NoticeWay notices_way(NoticesChoice choice)
{
    static const NoticeWay ways[NOTICES_COUNT] = {
        [NOTICES_OSC_9] = NOTICE_OSC_9, [NOTICES_OSC_99] = NOTICE_OSC_99, [NOTICES_OSC_777] = NOTICE_OSC_777};
    if (choice == NOTICES_OFF)
        return NOTICE_NONE;
    if (choice == NOTICES_DESKTOP)
        return tty_is_remote() || !notices_program() ? NOTICE_NONE : NOTICE_DESKTOP;
    if (is_dumb())
        return NOTICE_BELL;
    return choice == NOTICES_TERMINAL ? way_of_terminal() : ways[choice];
}

/* What is to be told of an event, from the last one that is told of. */
typedef void Telling(const Session *session, const Event *event, Text *title, Text *line);

static void tell_finished(const Session *session, const Event *event, Text *title, Text *line)
{
    char length[DURATION_TEXT_SIZE];
    text_clear(title);
    text_clear(line);
    text_add(title, "Session finished");
    text_print(line, "%s, %s", session->plan->title, duration_words(length, event->at_ms / SECOND_MS));
}

/* The hold that a step leads to. */
static void add_hold(Text *line, const Session *session, const Event *event)
{
    const Step *hold = plan_hold_of(session->plan, event->step);
    if (hold)
        wording_side(line, hold->name, hold->side);
}

static void tell_step(const Session *session, const Event *event, Text *title, Text *line)
{
    text_clear(title);
    text_clear(line);
    if (session->plan->steps[event->step].kind != STEP_SWITCH)
        return;
    text_add(title, "Change sides");
    add_hold(line, session, event);
}

/* The first step waits for the person who has just begun. */
static void tell_waiting(const Session *session, const Event *event, Text *title, Text *line)
{
    if (event->step == 0)
        return;
    if (title->length > 0) {
        text_add(line, ": it waits until you are ready");
        return;
    }
    text_add(title, "When you are ready");
    add_hold(line, session, event);
}

bool notices_find(const Session *session, const EventList *fresh, Text *title, Text *line)
{
    static Telling *const tellings[EVENT_KIND_COUNT] = {
        [EVENT_FINISHED] = tell_finished, [EVENT_STEP_BEGAN] = tell_step, [EVENT_WAITING] = tell_waiting};
    Text found_title = {0}, found_line = {0};
    bool has_step = false;
    for (size_t i = 0; i < fresh->count; i++) {
        const Event *event = &fresh->items[i];
        has_step = has_step || event->kind == EVENT_STEP_BEGAN;
        /* A wait that does not come with its step is one that the person has asked for. */
        if (tellings[event->kind] && (event->kind != EVENT_WAITING || has_step))
            tellings[event->kind](session, event, &found_title, &found_line);
    }
    const bool is_found = found_title.length > 0;
    if (is_found) {
        text_add(title, text_show(&found_title));
        text_add(line, text_show(&found_line));
    }
    text_release(&found_title);
    text_release(&found_line);
    return is_found;
}

/* On one line, without a character that a terminal would obey, and not too long. */
static void clean(Text *into, const char *text, bool is_ascii)
{
    Text line = {0};
    int cells;
    utf8_clean_line(&line, text, strlen(text));
    utf8_show(into, text_show(&line), utf8_fit(text_show(&line), CELLS_MOST, &cells), is_ascii);
    text_release(&line);
}

/* `;` parts the title from the line in some of them. */
static void clean_title(Text *into, const char *text, bool is_ascii)
{
    const size_t start = into->length;
    clean(into, text, is_ascii);
    for (size_t i = start; i < into->length; i++) {
        if (into->bytes[i] == ';')
            into->bytes[i] = ',';
    }
}

/* Within tmux a sequence is wrapped, with each Escape in it doubled. */
static void add_sequence(Text *into, bool is_in_tmux, const char *body)
{
    static const char escape = '\033';
    if (is_in_tmux)
        text_print(into, "%cPtmux;%c", escape, escape);
    text_print(into, "%c]%s", escape, body);
    if (is_in_tmux)
        text_add_char(into, escape);
    text_print(into, "%c\\", escape);
    if (is_in_tmux)
        text_print(into, "%c\\", escape);
}

void notices_print(Text *into, NoticeWay way, bool is_in_tmux, bool is_ascii, const char *title, const char *line)
{
    static const struct {
        const char *before, *between, *after; /* NULL: the line is a sequence of its own, and this begins it */
        const char *second;
    } forms[NOTICE_WAY_COUNT] = {
        [NOTICE_OSC_9] = {"9;knead: ", ": ", "", NULL},
        [NOTICE_OSC_777] = {"777;notify;knead: ", ";", "", NULL},
        [NOTICE_OSC_99] = {"99;i=knead:d=0;knead: ", NULL, "", "99;i=knead:p=body;"},
    };
    Text body = {0};
    if (!forms[way].before)
        return;
    text_add(&body, forms[way].before);
    clean_title(&body, title, is_ascii);
    if (forms[way].second) {
        add_sequence(into, is_in_tmux, text_show(&body));
        text_clear(&body);
    }
    text_add(&body, forms[way].second ? forms[way].second : forms[way].between);
    clean(&body, line, is_ascii);
    add_sequence(into, is_in_tmux, text_show(&body));
    text_release(&body);
}

/* The desktop. */

/* Desktops read the line as markup. */
static void add_escaped(Text *into, const char *line)
{
    static const struct {
        char byte;
        const char *entity;
    } entities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}};
    for (; *line; line++) {
        size_t i = 0;
        while (i < ARRAY_LEN(entities) && entities[i].byte != *line)
            i++;
        if (i < ARRAY_LEN(entities))
            text_add(into, entities[i].entity);
        else
            text_add_char(into, *line);
    }
}

/* How each program is given a notice, before title and line. It is never part of a script. */
static const struct {
    const char *before[8];
    bool reads_markup;
} programs[] = {
    {{"osascript", "-e", "on run argv", "-e", "display notification (item 2 of argv) with title (item 1 of argv)", "-e",
      "end run"},
     false},
    {{"notify-send", "-a", "knead", "--"}, true},
};

/* Past the last: none is there. */
static size_t find_program(void)
{
    size_t i = 0;
    while (i < ARRAY_LEN(programs) && !child_is_there(programs[i].before[0]))
        i++;
    return i;
}

const char *notices_program(void)
{
    const size_t found = find_program();
    return found < ARRAY_LEN(programs) ? programs[found].before[0] : NULL;
}

char **notices_command(const char *title, const char *line)
{
    const size_t found = find_program();
    if (found == ARRAY_LEN(programs))
        return NULL;
    const size_t most = ARRAY_LEN(programs[found].before);
    char **command = memory_new((most + 3) * sizeof *command);
    size_t count = 0;
    for (; count < most && programs[found].before[count]; count++)
        command[count] = memory_copy_text(programs[found].before[count]);
    Text shown_title = {0}, plain_line = {0}, shown_line = {0};
    clean(&shown_title, title, false);
    clean(&plain_line, line, false);
    if (programs[found].reads_markup)
        add_escaped(&shown_line, text_show(&plain_line));
    else
        text_add(&shown_line, text_show(&plain_line));
    command[count++] = text_detach(&shown_title);
    command[count] = text_detach(&shown_line);
    text_release(&plain_line);
    return command;
}

void notices_free_command(char **command)
{
    for (size_t i = 0; command && command[i]; i++)
        free(command[i]);
    free(command);
}

bool notices_show(Leash *leash, const char *title, const char *line)
{
    char **command = notices_command(title, line);
    const bool is_started = command && leash_start(leash, command, "", limits);
    notices_free_command(command);
    return is_started;
}
