/* SPDX-License-Identifier: MIT */
#include "compose/written.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/duration.h"

enum { WIDTH = 100 };

void written_comment(Text *into, int indent, const char *comment)
{
    size_t line = 0;
    while (*comment) {
        const size_t length = strcspn(comment, " \n\r\t");
        if (line == 0 || line + 1 + length > (size_t)(WIDTH - indent)) {
            text_add(into, line > 0 ? "\n" : "");
            text_add_repeated(into, ' ', (size_t)indent);
            text_add_char(into, '#');
            line = 1;
        }
        text_add_char(into, ' ');
        text_add_span(into, comment, length);
        line += 1 + length;
        comment += length;
        comment += strspn(comment, " \n\r\t");
    }
    text_add(into, "\n");
}

void written_scalar(Text *into, const char *text)
{
    bool is_plain = isalpha((unsigned char)text[0]);
    for (const char *byte = text; *byte && is_plain; byte++)
        is_plain = isalnum((unsigned char)*byte) || strchr(" ,.;-?!'()/%", *byte) || (unsigned char)*byte >= 0x80;
    if (is_plain) {
        text_add(into, text);
        return;
    }
    text_add_char(into, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            text_add_char(into, '\\');
        if (*text == '\n' || *text == '\t')
            text_add(into, *text == '\n' ? "\\n" : "\\t");
        else
            text_add_char(into, *text);
    }
    text_add_char(into, '"');
}

void written_key(Text *into, int indent, const char *key)
{
    text_add_repeated(into, ' ', (size_t)indent);
    text_print(into, "%s: ", key);
}

void written_hold(Text *into, int indent, const Hold *hold)
{
    char first[DURATION_TEXT_SIZE], last[DURATION_TEXT_SIZE];
    duration_written(last, hold->left_s);
    if (hold->kind == HOLD_PASSES || hold->kind == HOLD_BREATHS) {
        written_key(into, indent, hold->kind == HOLD_PASSES ? "passes" : "breaths");
        text_print(into, "%d\n", hold->kind == HOLD_PASSES ? hold->passes : hold->breaths);
        return;
    }
    written_key(into, indent, "hold");
    if (hold->kind == HOLD_RANGE)
        text_print(into, "%s-", duration_written(first, hold->may_end_s));
    text_print(into, "%s\n", last);
}

void written_pressure(Text *into, int indent, int32_t low, int32_t high)
{
    written_key(into, indent, "pressure");
    if (low == high)
        text_print(into, "%d\n", high);
    else
        text_print(into, "%d-%d\n", low, high);
}

static void add_breath(Text *into, int indent, const Breath *breath)
{
    written_key(into, indent, "breathe");
    text_print(into, "%d-", breath->in_s);
    if (breath->hold_s > 0 || breath->rest_s > 0)
        text_print(into, "%d-", breath->hold_s);
    text_print(into, "%d", breath->out_s);
    if (breath->rest_s > 0)
        text_print(into, "-%d", breath->rest_s);
    text_add(into, "\n");
}

static void add_cues(Text *into, int indent, const CueList *cues)
{
    char at[DURATION_TEXT_SIZE];
    if (cues->count == 0)
        return;
    text_add_repeated(into, ' ', (size_t)indent);
    text_add(into, "cues:\n");
    for (size_t i = 0; i < cues->count; i++) {
        const Cue *cue = &cues->items[i];
        text_add_repeated(into, ' ', (size_t)indent + 2);
        text_add(into, "- ");
        if (cue->when != CUE_SPREAD) {
            text_add(into, "at: ");
            if (cue->when == CUE_HALF)
                text_add(into, "half\n");
            else
                text_print(into, "%s%s\n", cue->when == CUE_FROM_END ? "-" : "", duration_written(at, cue->seconds));
            written_key(into, indent + 4, "say");
        }
        written_scalar(into, cue->say);
        text_add(into, "\n");
    }
}

static void add_phase(Text *into, int indent, const Move *move, const Phase *phase)
{
    text_add_repeated(into, ' ', (size_t)indent - 2);
    text_add(into, "- name: ");
    written_scalar(into, phase->name);
    text_add(into, "\n");
    if (phase->technique != move->technique) {
        written_key(into, indent, "technique");
        text_print(into, "%s\n", technique_name((int)phase->technique));
    }
    written_hold(into, indent, &phase->hold);
    if (phase->hold.kind == HOLD_PASSES) {
        written_key(into, indent, "pace");
        text_print(into, "%ds\n", phase->hold.pace_s);
    }
    if (phase->pressure.is_set)
        written_pressure(into, indent, phase->pressure.low, phase->pressure.high);
    if (phase->breathe.in_s > 0)
        add_breath(into, indent, &phase->breathe);
    add_cues(into, indent, &phase->cues);
}

void written_phases(Text *into, int indent, const Move *move)
{
    text_add_repeated(into, ' ', (size_t)indent);
    text_add(into, "phases:\n");
    for (size_t i = 0; i < move->phase_count; i++)
        add_phase(into, indent + 4, move, &move->phases[i]);
}
