/* SPDX-License-Identifier: MIT */
#include "compose/cautions.h"

#include <string.h>

#include "base/macros.h"
#include "compose/limits.h"
#include "routine/filter.h"
#include "yaml/emit.h"

/* What the cautions of routines call their own moves. */
static const struct {
    const char *name, *id;
} called[] = {{"the sandwich", "calf-hammie-sandwich"}, {"the lunge", "st-lunge"}};

/* Whether it is about a move that is not there. */
static bool is_caution_of_other(const PickList *list, const char *caution)
{
    bool is_of_other = false;
    for (size_t i = 0; i < ARRAY_LEN(called) && !is_of_other; i++) {
        is_of_other = strstr(caution, called[i].name) != NULL;
        for (size_t k = 0; k < list->count; k++)
            is_of_other = is_of_other && strcmp(list->items[k].candidate->id, called[i].id) != 0;
    }
    return is_of_other;
}

static bool is_caution_of_move(const PickList *list, const char *caution)
{
    for (size_t i = 0; i < list->count; i++) {
        if (filter_has_text(&list->items[i].candidate->move->cautions, caution))
            return true;
    }
    return false;
}

static void add_caution(Text *into, const char *caution, bool is_first_one)
{
    text_add(into, is_first_one ? "\ncautions:\n  - " : "\n  - ");
    emit_scalar(into, caution, strlen(caution), false);
}

/* The higher of the two pressures of "3 to 5 of 10"; 0: it speaks of none. */
static int32_t pressure_of(const char *caution)
{
    static const char end[] = " of 10";
    const char *at = strstr(caution, end);
    return at && at > caution && at[-1] >= '1' && at[-1] <= '9' ? at[-1] - '0' : 0;
}

int32_t cautions_hardest(const TextList *cautions)
{
    int32_t hardest = 0;
    for (size_t i = 0; i < cautions->count; i++) {
        const int32_t pressure = pressure_of(cautions->items[i]);
        hardest = hardest == 0 || (pressure > 0 && pressure < hardest) ? pressure : hardest;
    }
    return hardest;
}

void cautions_add(Text *into, const PickList *list, const Wanted *wanted, const ComposeRequest *request)
{
    const TextList *cautions = &wanted->cautions;
    bool is_first_one = true;
    const char *caution = NULL;
    for (size_t i = 0; (caution = limits_caution(request, i)); i++, is_first_one = false)
        add_caution(into, caution, is_first_one);
    for (size_t i = 0; i < cautions->count; i++) {
        if (is_caution_of_move(list, cautions->items[i]) || is_caution_of_other(list, cautions->items[i]) ||
            pressure_of(cautions->items[i]) > request->hardest)
            continue;
        add_caution(into, cautions->items[i], is_first_one);
        is_first_one = false;
    }
}
