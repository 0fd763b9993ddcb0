/* SPDX-License-Identifier: MIT */
#include "ui/widgets/marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void marks_release(Marks *marks)
{
    free(marks->rows);
    *marks = (Marks){0};
}

int32_t marks_at(const Marks *marks, uint8_t number, int at)
{
    return number > 0 ? marks->rows[number - 1][at] : 0;
}

static uint8_t number_of(Marks *marks, const int32_t row[MARKS_EACH])
{
    for (int i = 0; i < marks->count; i++) {
        if (memcmp(marks->rows[i], row, sizeof *marks->rows) == 0)
            return (uint8_t)(i + 1);
    }
    if (marks->count == MARKS_MOST)
        return 0;
    if (!marks->rows)
        marks->rows = memory_resize(NULL, MARKS_MOST, sizeof *marks->rows);
    memcpy(marks->rows[marks->count++], row, sizeof *marks->rows);
    return (uint8_t)marks->count;
}

uint8_t marks_with(Marks *marks, uint8_t number, int32_t mark)
{
    int32_t row[MARKS_EACH] = {0};
    int count = 0;
    for (int32_t before; count < MARKS_EACH && (before = marks_at(marks, number, count)); count++)
        row[count] = before;
    if (count == MARKS_EACH)
        return number;
    row[count] = mark;
    const uint8_t with = number_of(marks, row);
    return with ? with : number;
}
