/* SPDX-License-Identifier: MIT */
#include "ui/widgets/sheet.h"

#include <string.h>

#include "base/macros.h"

/* Combining marks have numbers of their canvas, and figures are cached in it: both go along. */
static void swap_stores(Canvas *one, Canvas *other)
{
    const Canvas kept = *one;
    one->marks = other->marks;
    memcpy(one->memos, other->memos, sizeof one->memos);
    one->asked = other->asked;
    other->marks = kept.marks;
    memcpy(other->memos, kept.memos, sizeof other->memos);
    other->asked = kept.asked;
}

int sheet_top_most(int rows, int height)
{
    return MAX_OF(rows - height, 0);
}

void sheet_open(Sheet *sheet, Canvas *onto, Rect room, int rows, int top)
{
    const int most = sheet_top_most(rows, room.height);
    *sheet = (Sheet){.onto = onto, .room = room, .top = MAX_OF(0, MIN_OF(top, most))};
    canvas_init(&sheet->canvas, MAX_OF(room.width, 1), MAX_OF(rows, 1), onto->look);
    canvas_clear(&sheet->canvas);
    swap_stores(&sheet->canvas, onto);
}

static void copy_rows(const Sheet *sheet)
{
    const Canvas *from = &sheet->canvas;
    const Rect room = sheet->room;
    for (int y = 0; y < room.height && sheet->top + y < from->height; y++) {
        const Cell *row = from->cells + (size_t)(sheet->top + y) * (size_t)from->width;
        Cell *into = sheet->onto->cells + (size_t)(room.y + y) * (size_t)sheet->onto->width + room.x;
        memcpy(into, row, (size_t)room.width * sizeof *row);
    }
    sheet->onto->has_wide = sheet->onto->has_wide || from->has_wide;
}

static void put_arrows(const Sheet *sheet)
{
    const Rect room = sheet->room;
    const int right = room.x + room.width - 1;
    if (sheet->top > 0)
        canvas_put(sheet->onto, right, room.y, style_of(ROLE_DIM), 0x2191, '^');
    if (sheet->top < sheet_top_most(sheet->canvas.height, room.height))
        canvas_put(sheet->onto, right, room.y + room.height - 1, style_of(ROLE_DIM), 0x2193, 'v');
}

void sheet_close(Sheet *sheet)
{
    const Rect room = sheet->room;
    const int cursor = sheet->canvas.cursor_y - sheet->top;
    swap_stores(&sheet->canvas, sheet->onto);
    if (room.width > 0 && room.height > 0) {
        copy_rows(sheet);
        put_arrows(sheet);
    }
    if (sheet->canvas.cursor_y >= 0 && cursor >= 0 && cursor < room.height)
        canvas_cursor(sheet->onto, room.x + sheet->canvas.cursor_x, room.y + cursor);
    canvas_release(&sheet->canvas);
}
