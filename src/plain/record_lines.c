/* SPDX-License-Identifier: MIT */
#include "plain/record_lines.h"

#include <string.h>

#include "base/duration.h"
#include "progress/record_words.h"
#include "routine/wording.h"

static void say_length(Console *console, const SessionRecord *record)
{
    char worked[DURATION_TEXT_SIZE], planned[DURATION_TEXT_SIZE];
    Text line = {0};
    text_print(&line, "%s, %s", record->title, duration_words(worked, record->worked_s));
    if (record->planned_s > record->worked_s)
        text_print(&line, " of %s planned", duration_words(planned, record->planned_s));
    text_add(&line, record->state == RECORD_LEFT ? ". You stopped early. What you did counts." : ".");
    console_say_text(console, &line);
    if (record->level != LEVEL_STANDARD)
        text_print(&line, "Level: %s.", level_words.items[record->level]);
    console_say_text(console, &line);
    text_release(&line);
}

void record_lines_say_numbers(Console *console, const SessionRecord *record)
{
    Text line = {0}, words = {0};
    record_words_measure(&words, &record->measure);
    if (words.length > 0)
        text_print(&line, "%s: %s.", record->measure.unit == UNIT_FEEL ? "How it felt" : "Check", text_show(&words));
    console_say_text(console, &line);
    if (record->note)
        text_print(&line, "Note: %s", record->note);
    console_say_text(console, &line);
    text_release(&line);
    text_release(&words);
}

/* What was not reached was not left out by anybody. */
static void say_moves(Console *console, const SessionRecord *record)
{
    Text line = {0};
    for (size_t i = 0; i < record->count; i++) {
        const MoveRecord *move = &record->moves[i];
        if (move->held_ms < 500 && !move->skipped && !move->hurt)
            continue;
        wording_side(&line, move->name, move->side);
        text_add(&line, ": ");
        record_words_done(&line, move);
        text_add_char(&line, '.');
        console_say_text(console, &line);
    }
    text_release(&line);
}

/* A line for each reason. */
static void say_left_out(Console *console, const SessionRecord *record)
{
    Text words = {0}, line = {0};
    record_words_left_out(&words, record);
    for (const char *at = text_show(&words); *at;) {
        const size_t length = strcspn(at, "\n");
        text_add_span(&line, at, length);
        console_say_text(console, &line);
        at += length + (at[length] != '\0');
    }
    text_release(&line);
    text_release(&words);
}

void record_lines_say(Console *console, const SessionRecord *record)
{
    say_length(console, record);
    record_lines_say_numbers(console, record);
    say_moves(console, record);
    say_left_out(console, record);
}
