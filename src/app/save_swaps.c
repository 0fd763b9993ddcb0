/* SPDX-License-Identifier: MIT */
#include "app/save_swaps.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "app/reload.h"
#include "app/state.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/routine.h"
#include "routine/substitute.h"

/* A text that swaps are written into, one after the other. */
typedef struct Writing {
    const Selection *selection;
    const Library *library;
    LibraryEntry *from, *target; /* the routine that was chosen; the file's */
    const Move **written;        /* by turn: what is written there; NULL: that is another routine's */
    bool *is_kept;               /* by turn */
    int32_t turn_count;
    char *text;
    size_t length;
    Routine *now;      /* what the text means; NULL: the target's own */
    Text kept, failed; /* their names */
} Writing;

/* "Press instead of Roll" */
static void add_name(Text *into, const char *name, const char *written)
{
    text_print(into, "%s%s instead of %s", into->length > 0 ? ", " : "", name, written);
}

/* Whether each round of what is written there is done as the same other move, so that the file can say it. */
static bool is_in_every_round(const Writing *writing, const Move *written, const char *id)
{
    bool is_same = true;
    for (int32_t turn = 0; turn < writing->turn_count && is_same; turn++) {
        const SelectionSwap *swap = selection_swapped(writing->selection, turn);
        is_same = writing->written[turn] != written || (swap && strcmp(swap->id, id) == 0);
    }
    return is_same;
}

static bool write_one(Writing *writing, const Move *written, const SelectionSwap *swap)
{
    const Routine *of = writing->now ? writing->now : writing->target->routine;
    const Move *there = of ? substitute_find(writing->from->routine, written, of) : NULL;
    Routine *now = NULL;
    char *text = there && is_in_every_round(writing, written, swap->id)
                     ? substitute_write(writing->library, writing->target, writing->text, writing->length, of, there,
                                        swap->move, &now)
                     : NULL;
    if (!text)
        return false;
    free(writing->text);
    routine_free(writing->now);
    writing->text = text;
    writing->length = strlen(text);
    writing->now = now;
    for (int32_t turn = 0; turn < writing->turn_count; turn++)
        writing->is_kept[turn] = writing->is_kept[turn] || writing->written[turn] == written;
    return true;
}

static void write_all(Writing *writing)
{
    for (int32_t turn = 0; turn < writing->turn_count; turn++) {
        const SelectionSwap *swap = selection_swapped(writing->selection, turn);
        const Move *written = writing->written[turn];
        if (swap && written && !writing->is_kept[turn])
            add_name(write_one(writing, written, swap) ? &writing->kept : &writing->failed, swap->move->name,
                     written->name);
    }
}

/* Where the move is now that stood in a line of the routine; 0 where none did. */
static int32_t line_now(const Writing *writing, int32_t line)
{
    for (int32_t turn = 0; line > 0 && turn < writing->turn_count; turn++) {
        const Move *written = writing->written[turn];
        if (written && (int32_t)written->mark.line == line)
            return (int32_t)substitute_find(writing->from->routine, written, writing->now)->mark.line;
    }
    return 0;
}

static void add_note(EditFile *edit_file, const char *words, const char *names)
{
    char *before = edit_file->note;
    edit_file->note = memory_print("%s%s%s%s", before ? before : "", before ? "; " : "", words, names);
    free(before);
}

/* Puts the text into the file; false with a note where it cannot be written. */
static bool put(const Writing *writing, Library *library, EditFile *edit_file, int32_t line)
{
    char *problem = NULL;
    const bool is_put = edit_file_put(edit_file, library, writing->text, line_now(writing, line), &problem);
    add_note(edit_file, is_put ? "saved in the file: " : "", is_put ? text_show(&writing->kept) : problem);
    free(problem);
    return is_put;
}

void save_swaps_write(App *app, size_t chosen, EditFile *edit_file, int32_t line, bool is_over)
{
    char *problem = NULL;
    Selection *selection = &app->selection;
    if (selection->swap_count == 0 || chosen >= selection->count || !selection->entries[chosen]->routine)
        return;
    const Plan *plan = selection->plan ? selection->plan : selection->last;
    Writing writing = {.selection = selection,
                       .library = app->library,
                       .from = selection->entries[chosen],
                       .target = library_find(app->library, edit_file->path, &problem),
                       .written = memory_new((plan->turn_count + 1) * sizeof *writing.written),
                       .is_kept = memory_new(plan->turn_count + 1),
                       .turn_count = (int32_t)plan->turn_count,
                       .text = memory_copy_text(edit_file->text),
                       .length = edit_file->length};
    for (int32_t turn = 0; turn < writing.turn_count; turn++) {
        LibraryEntry *entry = NULL;
        const Move *written = selection_move(selection, turn, &entry);
        writing.written[turn] = entry == writing.from ? written : NULL;
    }
    if (writing.target && writing.target->routine)
        write_all(&writing);
    const bool is_put = writing.kept.length > 0 && put(&writing, app->library, edit_file, line);
    for (int32_t turn = 0; is_put && is_over && turn < writing.turn_count; turn++) {
        if (writing.is_kept[turn])
            selection_unswap(selection, turn);
    }
    if (writing.failed.length > 0)
        add_note(edit_file, "cannot be saved in the file, so for this session only: ", text_show(&writing.failed));
    routine_free(writing.now);
    text_release(&writing.kept);
    text_release(&writing.failed);
    free(writing.written);
    free(writing.is_kept);
    free(writing.text);
    free(problem);
}

/* Writes those of one routine; adds to the words what became of them. */
static void keep_in(App *app, size_t chosen, Text *words)
{
    EditFile edit_file = {0};
    char *problem = NULL;
    LibraryEntry *entry = app->selection.entries[chosen];
    if (!edit_file_edit(&edit_file, app->library, entry, 0, app->options.program_dir, &problem)) {
        text_print(words, "%s%s", words->length > 0 ? "; " : "", problem);
        free(problem);
        return;
    }
    save_swaps_write(app, chosen, &edit_file, 0, true);
    const size_t start = words->length > 0 ? words->length + strlen("; ") : 0;
    const bool is_idle = edit_file.is_copy && !edit_file_is_changed(&edit_file);
    if (edit_file.note)
        text_print(words, "%s%s", words->length > 0 ? "; " : "", edit_file.note);
    if (edit_file.note && !edit_file.is_copy) /* a copy's begins with an id */
        words->bytes[start] = (char)toupper((unsigned char)words->bytes[start]);
    if (is_idle) /* a copy that says nothing else would hide a newer one */
        edit_file_throw_away(&edit_file, app->library, &problem);
    free(problem);
    edit_file_release(&edit_file);
}

static bool has_swaps(const App *app, size_t chosen)
{
    const Selection *selection = &app->selection;
    for (size_t i = 0; i < selection->swap_count; i++) {
        if ((size_t)selection->plan->turns[selection->swaps[i].turn].routine == chosen)
            return true;
    }
    return false;
}

void save_swaps_keep(App *app, Request request)
{
    (void)request;
    Text words = {0};
    if (!app->selection.plan || app->active.is_open || app->selection.swap_count == 0)
        return;
    reload_expect(app);
    for (size_t i = 0; i < app->selection.count; i++) {
        if (!has_swaps(app, i))
            continue;
        if (app->selection.entries[i]->is_text)
            text_print(&words, "This routine is not saved. Press %s to save it as your own, with the swap in it.",
                       state_key(app, ACTION_NEW));
        else
            keep_in(app, i, &words);
    }
    reload_files(app);
    state_set_notice(app, text_detach(&words));
}

/* The names of what the plan does in the place of what is written, each once. NULL: nothing is. To free(). */
static char *names_of(const Plan *plan)
{
    Text names = {0};
    for (size_t i = 0; plan && i < plan->move_count && plan->turn_count > 0; i++) {
        const PlanMove *move = &plan->moves[i];
        if (text_same(move->use, plan->turns[move->turn].use))
            continue;
        Text name = {0};
        add_name(&name, move->name, plan->turns[move->turn].name);
        if (!strstr(text_show(&names), text_show(&name)))
            text_print(&names, "%s%s", names.length > 0 ? ", " : "", text_show(&name));
        text_release(&name);
    }
    return names.length > 0 ? text_detach(&names) : NULL;
}

void save_swaps_say_over(App *app)
{
    char *names = names_of(app->selection.plan);
    if (!names)
        return;
    if (app->effects.quit) {
        char *before = app->last_words;
        app->last_words = memory_print("%s%s%s: for this session only.", before ? before : "", before ? " " : "",
                                       names);
        free(before);
    } else {
        state_set_notice(app, memory_print("%s: for this session only. To keep a swap, press %s on the routine's page.",
                                           names, state_key(app, ACTION_KEEP_SWAPS)));
    }
    free(names);
}
