/* SPDX-License-Identifier: MIT */
#include "support/lines.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"

static const char *const areas[] = {"calves", "feet", "neck", "hamstrings", "upper-back"};

const char *lines_area(uint32_t number)
{
    return areas[number % ARRAY_LEN(areas)];
}

int64_t lines_held_ms(uint32_t number, int side)
{
    return 20000 + (int64_t)(number * 7919 % 40000) + side * 1500;
}

int32_t lines_worked_s(uint32_t number)
{
    return 120 + (int32_t)(number % 400);
}

static void add_number(Text *into, const char *key, int number)
{
    if (number < 0)
        text_print(into, ",\"%s\":null", key);
    else
        text_print(into, ",\"%s\":%d", key, number);
}

void lines_add(Text *into, const LineSpec *spec)
{
    const uint32_t number = spec->number;
    text_print(into, "{\"uid\":\"%032x\",\"revision\":%d,\"machine\":\"%s\",\"started\":\"%s\"", (unsigned)number,
               (int)spec->revision, spec->machine, spec->started);
    text_print(into, ",\"title\":\"Routine %u\",\"routines\":[\"routine-%u\"],\"planned\":300,\"worked\":%d",
               (unsigned)(number % 7), (unsigned)(number % 7), (int)lines_worked_s(number));
    text_add(into, ",\"state\":\"finished\"");
    add_number(into, "before", spec->before);
    add_number(into, "after", spec->after);
    if (spec->note)
        text_print(into, ",\"note\":\"%s\"", spec->note);
    text_add(into, ",\"moves\":[");
    for (int side = 1; side <= 2; side++)
        text_print(into, "%s{\"position\":0,\"name\":\"Strip\",\"areas\":[\"%s\"],\"side\":\"%s\",\"held_ms\":%lld}",
                   side > 1 ? "," : "", lines_area(number), side == 1 ? "left" : "right",
                   (long long)lines_held_ms(number, side));
    text_add(into, "]}\n");
}

void lines_add_deleted(Text *into, uint32_t number, int32_t revision, const char *machine)
{
    text_print(into, "{\"uid\":\"%032x\",\"revision\":%d,\"machine\":\"%s\",\"deleted\":true}\n", (unsigned)number,
               (int)revision, machine);
}

static void no_problem(int64_t line, const char *what, void *argument)
{
    (void)argument;
    ck_abort_msg("line %lld: %s", (long long)line, what);
}

ImportCount lines_import(Store *store, const char *text)
{
    ImportCount count = {0};
    if (!*text)
        return count;
    char *copy = memory_copy_text(text);
    FILE *file = fmemopen(copy, strlen(copy), "r");
    ck_assert_ptr_nonnull(file);
    if (!transfer_import(store, file, no_problem, NULL, &count))
        ck_abort_msg("%s", store_unread(store) ? store_unread(store) : "the import failed");
    fclose(file);
    free(copy);
    return count;
}

static bool add_line(const char *line, size_t length, void *text)
{
    text_add_span(text, line, length);
    return true;
}

char *lines_export(Store *store)
{
    Text text = {0};
    int64_t count;
    ck_assert(transfer_export(store, add_line, &text, &count));
    return text_detach(&text);
}

json_t *lines_read(Store *store)
{
    json_t *array = json_array();
    char *text = lines_export(store), *rest = text, *line;
    while ((line = strtok_r(rest, "\n", &rest)) != NULL) {
        json_t *json = json_loads(line, 0, NULL);
        ck_assert_ptr_nonnull(json);
        json_array_append_new(array, json);
    }
    free(text);
    return array;
}
