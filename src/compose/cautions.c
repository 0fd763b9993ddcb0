/* SPDX-License-Identifier: MIT */
#include "compose/cautions.h"

#include <string.h>

#include "compose/limits.h"
#include "routine/filter.h"
#include "yaml/emit.h"

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

void cautions_add(Text *into, const PickList *list, const Wanted *wanted, const ComposeRequest *request)
{
    const TextList *cautions = &wanted->cautions;
    const uint32_t pressed = pick_list_pressed(list);
    bool is_first_one = true;
    const char *caution = NULL;
    for (size_t i = 0; (caution = limits_caution(request, pressed, list->areas, i)); i++, is_first_one = false)
        add_caution(into, caution, is_first_one);
    for (size_t i = 0; i < cautions->count; i++) {
        if (is_caution_of_move(list, cautions->items[i]))
            continue;
        add_caution(into, cautions->items[i], is_first_one);
        is_first_one = false;
    }
}
