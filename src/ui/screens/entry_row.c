/* SPDX-License-Identifier: MIT */
#include "ui/screens/entry_row.h"

#include "routine/move.h"
#include "ui/screens/wording.h"
#include "ui/widgets/row.h"

static void add_details(Text *into, const WordList *areas, const ToolList *tools, const Settings *settings)
{
    wording_words(into, areas, &area_words);
    text_add(into, tools->count > 0 ? "  with " : "");
    wording_tools(into, tools, settings, false);
}

void entry_row_draw(Canvas *canvas, Rect row, const LibraryEntry *entry, const Settings *settings, bool is_chosen)
{
    const Routine *routine = entry->routine;
    RowText text = {.title = entry->title ? entry->title : entry->id, .details = ""};
    Text note = {0}, places = {0}, details = {0};
    if (entry->state == ENTRY_BROKEN) {
        const char *problem = diagnostic_first(&entry->diags);
        text.trouble = problem ? problem : "it cannot be read";
    } else if (entry->is_mine) {
        text.mark = "yours";
    }
    if (routine) {
        Care care = settings ? care_of_routine(settings, routine, &note) : CARE_FREE;
        wording_places(&places, &routine->places);
        add_details(&details, &routine->areas, &routine->tools, settings);
        text.note = care != CARE_FREE ? text_show(&note) : NULL;
        text.is_back = care == CARE_RULED_OUT;
        text.seconds = routine->seconds;
        text.places = text_show(&places);
        text.details = text_show(&details);
    }
    row_draw(canvas, row, &text, is_chosen);
    text_release(&note);
    text_release(&places);
    text_release(&details);
}

void entry_row_draw_move(Canvas *canvas, Rect row, const ModelMove *move, const Settings *settings, bool is_chosen)
{
    Text note = {0}, places = {0}, details = {0};
    Care care = settings ? care_of_move(settings, move->move, &note) : CARE_FREE;
    wording_move_places(&places, &move->move->where);
    add_details(&details, &move->move->areas, &move->move->tools, settings);
    const RowText text = {
        .title = move->move->name,
        .mark = move->is_named  ? "named for it"
                : move->is_mine ? "yours"
                                : NULL,
        .note = care != CARE_FREE ? text_show(&note) : NULL,
        .is_back = care == CARE_RULED_OUT,
        .seconds = move_seconds(move->move),
        .places = text_show(&places),
        .details = text_show(&details),
    };
    row_draw(canvas, row, &text, is_chosen);
    text_release(&note);
    text_release(&places);
    text_release(&details);
}
