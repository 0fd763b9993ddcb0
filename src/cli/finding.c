/* SPDX-License-Identifier: MIT */
#include "cli/finding.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cli/json.h"
#include "cli/print.h"

enum { NAME_CELLS = 10 }; /* the column of names, and that of parts */

Finding *finding_add(FindingList *list, const char *name, const char *part)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1, sizeof *list->items);
    Finding *finding = &list->items[list->count++];
    *finding = (Finding){.name = name, .part = part, .details = json_object()};
    return finding;
}

void finding_list_release(FindingList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        Finding *finding = &list->items[i];
        text_release(&finding->found);
        text_release(&finding->notes);
        text_release(&finding->advice);
        json_decref(finding->details);
    }
    free(list->items);
    *list = (FindingList){0};
}

void finding_list_move(FindingList *list, FindingList *from)
{
    for (size_t i = 0; i < from->count; i++) {
        Finding *moved = finding_add(list, from->items[i].name, from->items[i].part);
        json_decref(moved->details);
        *moved = from->items[i];
    }
    free(from->items);
    *from = (FindingList){0};
}

void finding_set(Finding *finding, const char *key, json_t *value)
{
    json_object_set_new(finding->details, key, value);
}

void finding_end_note(Finding *finding)
{
    text_add_char(&finding->notes, '\n');
}

static void print_lines(int indent, const char *lines)
{
    while (*lines) {
        const size_t length = strcspn(lines, "\n");
        char *line = memory_print("%.*s", (int)length, lines);
        print_paragraph(indent, NULL, line);
        free(line);
        lines += length + (lines[length] == '\n');
    }
}

/* The name is left out below another row of it. */
static void print_finding(const Finding *finding, bool is_first)
{
    Text lead = {0}, found = {0};
    print_column(&lead, is_first ? finding->name : "", NAME_CELLS);
    if (finding->part)
        print_column(&lead, finding->part, NAME_CELLS);
    const int indent = (int)lead.length;
    text_print(&found, "%s%s", finding->state == FINDING_PROBLEM ? "problem: " : "", text_show(&finding->found));
    print_paragraph(indent, text_show(&lead), text_show(&found));
    print_lines(indent, text_show(&finding->notes));
    print_lines(indent, text_show(&finding->advice));
    text_release(&found);
    text_release(&lead);
}

static bool is_first_of_name(const FindingList *list, size_t index)
{
    return index == 0 || !text_same(list->items[index - 1].name, list->items[index].name);
}

void finding_list_print(const FindingList *list)
{
    for (size_t i = 0; i < list->count; i++)
        print_finding(&list->items[i], is_first_of_name(list, i));
}

static json_t *json_of_finding(const Finding *finding)
{
    static const char *const states[FINDING_STATE_COUNT] = {
        [FINDING_OK] = "ok", [FINDING_MISSING] = "missing", [FINDING_PROBLEM] = "problem"};
    json_t *value = json_object();
    if (finding->part)
        json_object_set_new(value, "name", json_string(finding->part));
    json_object_set_new(value, "state", json_string(states[finding->state]));
    json_object_set_new(value, "found", json_of_text(text_show(&finding->found)));
    json_object_set_new(value, "advice", json_of_text(text_show(&finding->advice)));
    json_object_update(value, finding->details);
    return value;
}

json_t *finding_list_json(const FindingList *list)
{
    json_t *object = json_object();
    for (size_t i = 0; i < list->count; i++) {
        const Finding *finding = &list->items[i];
        if (finding->part && is_first_of_name(list, i))
            json_object_set_new(object, finding->name, json_array());
        if (finding->part)
            json_array_append_new(json_object_get(object, finding->name), json_of_finding(finding));
        else
            json_object_set_new(object, finding->name, json_of_finding(finding));
    }
    return object;
}

size_t finding_list_problems(const FindingList *list, Text *names)
{
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const Finding *finding = &list->items[i];
        if (finding->state != FINDING_PROBLEM)
            continue;
        count++;
        if (names->length == 0)
            text_add(names, finding->name);
        else if (!strstr(text_show(names), finding->name))
            text_print(names, ", %s", finding->name);
    }
    return count;
}
