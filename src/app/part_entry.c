/* SPDX-License-Identifier: MIT */
#include "app/part_entry.h"

#include <stdlib.h>
#include <string.h>

#include "app/shared_moves.h"
#include "base/memory.h"
#include "compose/compose.h"

const char part_entry_composed[] = "composed";

static ComposeRequest request_of(const ProgrammeWish *wish, PartPerson person)
{
    static const Settings nobody = {0};
    const Settings *settings = person.settings ? person.settings : &nobody;
    const bool is_said = wish->tools_are_said;
    return (ComposeRequest){
        .words = wish->words,
        .places = wish->places.count > 0 ? wish->places : settings->places,
        .tools_are_known = is_said || settings->tools.is_said,
        .tools_are_named = is_said,
        .tools = is_said ? wish->tools : settings->tools.names,
        .minutes = wish->minutes > 0 ? wish->minutes : settings->minutes,
        .goal = (Goal)wish->goal,
        .health = settings->health,
        .days_since = person.days_since,
    };
}

/* Every routine that can be read, for words that no move knows; to free(). */
static const Routine **read_routines(Library *library)
{
    const Routine **routines = memory_resize(NULL, library_count(library) + 1, sizeof *routines);
    for (size_t i = 0; i < library_count(library); i++) {
        library_load(library, library_at(library, i));
        routines[i] = library_at(library, i)->routine;
    }
    return routines;
}

char *part_entry_compose(Library *library, const ProgrammeWish *wish, PartPerson person, char **problem)
{
    SharedMoveList shared_moves = {0};
    shared_moves_read(&shared_moves, library);
    ComposeMove *moves = shared_moves_for_compose(&shared_moves);
    const Routine **routines = read_routines(library);
    ComposeRequest request = request_of(wish, person);
    request.routines = routines;
    request.routine_count = library_count(library);
    char *text = compose_routine(moves, shared_moves.count, &request, NULL, problem);
    free(routines);
    free(moves);
    shared_moves_release(&shared_moves);
    return text;
}

LibraryEntry *part_entry_find(Library *library, const Programme *programme, const ProgrammeDay *day, PartPerson person,
                              char **problem)
{
    LibraryEntry *entry;
    const char *own = day->kind == PROGRAMME_ROUTINE ? programme_routine_text(programme, day->routine) : NULL;
    char *text = own ? memory_copy_text(own) : NULL;
    if (day->kind == PROGRAMME_WISH && !(text = part_entry_compose(library, &day->wish, person, problem)))
        return NULL;
    if (text)
        entry = library_take_text(library, own ? day->routine : part_entry_composed, text, strlen(text));
    else
        entry = library_find(library, day->routine, problem);
    if (!entry || entry->routine)
        return entry;
    const char *first = diagnostic_first(&entry->diags);
    *problem = memory_print("%s has errors: %s", entry->id, first ? first : "it is no routine");
    return NULL;
}
