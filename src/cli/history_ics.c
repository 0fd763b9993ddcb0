/* SPDX-License-Identifier: MIT */
#include "cli/history_ics.h"

#include <string.h>

#include "base/day.h"
#include "base/duration.h"
#include "base/macros.h"
#include "base/utf8.h"
#include "progress/record_words.h"
#include "routine/wording.h"

enum { LINE_BYTES = 75 };

/* A line longer than 75 bytes goes on in the next one, after a space, and a character is never cut in two. */
static void add_folded(Text *into, const char *line)
{
    size_t used = 0, size;
    for (size_t length = strlen(line); length > 0; line += size, length -= size, used += size) {
        utf8_decode(line, length, &size);
        if (used + size > LINE_BYTES) {
            text_add(into, "\r\n ");
            used = 1;
        }
        text_add_span(into, line, size);
    }
    text_add(into, "\r\n");
}

/* Adds `name:text`, with what has a meaning of its own escaped. */
static void add_text(Text *into, const char *name, const char *text)
{
    Text plain = {0}, line = {0};
    utf8_spell_harmful(&plain, text);
    text_print(&line, "%s:", name);
    for (const char *at = text_show(&plain); *at; at++) {
        if (*at == '\n') {
            text_add(&line, "\\n");
            continue;
        }
        if (strchr("\\,;", *at))
            text_add_char(&line, '\\');
        text_add_char(&line, *at);
    }
    add_folded(into, text_show(&line));
    text_release(&line);
    text_release(&plain);
}

static void add_moment(Text *into, const char *name, int64_t unix_s)
{
    char text[MOMENT_TEXT_SIZE];
    text_print(into, "%s:%s\r\n", name, day_print_utc(text, unix_s));
}

static void describe_numbers(Text *into, const SessionRecord *record)
{
    const size_t start = into->length;
    record_words_measure(into, &record->measure);
    if (into->length > start)
        text_print(into, "%s%s\n", record->check ? ": " : "", record->check ? record->check : "");
}

/* The session in words, a line for each thing, the last one without its end. */
static void describe(Text *into, const SessionRecord *record)
{
    static const char *const states[] = {
        [RECORD_FINISHED] = "", [RECORD_LEFT] = ", stopped early", [RECORD_RUNNING] = ", running now"};
    char time[DURATION_TEXT_SIZE];
    text_print(into, "%s%s\n", duration_words(time, record->worked_s), states[record->state]);
    for (size_t i = 0; i < record->count; i++) {
        wording_side(into, record->moves[i].name, record->moves[i].side);
        text_add(into, ": ");
        record_words_done(into, &record->moves[i]);
        text_add(into, "\n");
    }
    record_words_left_out(into, record);
    describe_numbers(into, record);
    if (record->note)
        text_add(into, record->note);
    else
        into->bytes[--into->length] = '\0';
}

void history_ics_begin(Text *into)
{
    text_add(into, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//knead//knead history//EN\r\nCALSCALE:GREGORIAN\r\n");
}

/* DTSTAMP has to be there; the end of the session does not change from one run to the next. An event takes some time
 * even if the session did not. */
void history_ics_session(Text *into, const SessionRecord *record)
{
    const int64_t end_s = record->started_s + MAX_OF(record->worked_s, 1);
    Text text = {0};
    text_add(into, "BEGIN:VEVENT\r\n");
    text_print(&text, "%s@knead", record->uid);
    add_text(into, "UID", text_show(&text));
    text_print(into, "SEQUENCE:%d\r\n", MAX_OF(record->revision, 1) - 1);
    add_moment(into, "DTSTAMP", end_s);
    add_moment(into, "DTSTART", record->started_s);
    add_moment(into, "DTEND", end_s);
    add_text(into, "SUMMARY", record->title);
    text_clear(&text);
    describe(&text, record);
    add_text(into, "DESCRIPTION", text_show(&text));
    text_add(into, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
    text_release(&text);
}

void history_ics_end(Text *into)
{
    text_add(into, "END:VCALENDAR\r\n");
}
