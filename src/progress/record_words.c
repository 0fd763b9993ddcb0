/* SPDX-License-Identifier: MIT */
#include "progress/record_words.h"

#include "base/duration.h"
#include "base/macros.h"

void record_words_done(Text *into, const MoveRecord *move)
{
    char time[DURATION_TEXT_SIZE];
    const int64_t held_s = move->held_ms / 1000;
    if (!move->skipped || held_s > 0)
        text_add(into, duration_words(time, held_s));
    if (move->skipped)
        text_add(into, held_s > 0 ? ", cut short" : "skipped");
    if (move->felt >= 0)
        text_print(into, ", felt %d", move->felt);
    if (move->felt_most > move->felt)
        text_print(into, " (%d at most)", move->felt_most);
    if (move->hurt)
        text_add(into, ", it hurt");
}

void record_words_measure(Text *into, const Measure *measure)
{
    const struct {
        const char *when;
        int32_t tenths;
    } numbers[] = {{"before ", measure->before_tenths}, {"after ", measure->after_tenths}};
    size_t said = 0;
    for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
        if (numbers[i].tenths == MEASURE_NOT_SAID)
            continue;
        text_print(into, "%s%s", said++ > 0 ? ", " : "", numbers[i].when);
        measure_add(into, (CheckUnit)measure->unit, numbers[i].tenths);
        text_add(into, measure->unit == UNIT_FEEL ? " of 10" : "");
    }
}

void record_words_left_out(Text *into, const SessionRecord *record)
{
    const struct {
        const char *why, *moves;
    } reasons[] = {{"Left out after its question", record->declined},
                   {"Left out for your health", record->ruled_out},
                   {"Left out to fit the time", record->dropped}};
    for (size_t i = 0; i < ARRAY_LEN(reasons); i++) {
        if (reasons[i].moves)
            text_print(into, "%s: %s\n", reasons[i].why, reasons[i].moves);
    }
}
