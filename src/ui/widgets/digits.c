/* SPDX-License-Identifier: MIT */
#include "ui/widgets/digits.h"

#include <stdint.h>
#include <string.h>

#include "base/macros.h"
#include "ui/widgets/letters.h"

enum { PICTURE_ROWS = LETTERS_CAPITAL_ROWS };

typedef struct Picture {
    char letter;
    const char *rows[PICTURE_ROWS];
} Picture;

/* Digits are square, unlike those of text; words have the capitals of text. */
static const Picture pictures[] = {
    {'0', {"####", "#  #", "#  #", "#  #", "####"}},
    {'1', {" ## ", "  # ", "  # ", "  # ", " ###"}},
    {'2', {"####", "   #", "####", "#   ", "####"}},
    {'3', {"####", "   #", " ###", "   #", "####"}},
    {'4', {"#  #", "#  #", "####", "   #", "   #"}},
    {'5', {"####", "#   ", "####", "   #", "####"}},
    {'6', {"####", "#   ", "####", "#  #", "####"}},
    {'7', {"####", "   #", "   #", "   #", "   #"}},
    {'8', {"####", "#  #", "####", "#  #", "####"}},
    {'9', {"####", "#  #", "####", "   #", "####"}},
    {':', {" ", "#", " ", "#", " "}},
    {'<', {"  # ", " ## ", "### ", " ## ", "  # "}},
    {'>', {" #  ", " ## ", " ###", " ## ", " #  "}},
};

/* The rows of a picture; NULL: a gap. */
static const char *const *picture_of(char letter)
{
    for (size_t i = 0; i < ARRAY_LEN(pictures); i++) {
        if (pictures[i].letter == letter)
            return pictures[i].rows;
    }
    return letters_capital(letter);
}

/* In dots: the pictures with one between each. Anything that has no picture is a gap. */
static int width_in_dots(const char *text)
{
    int dots = 0;
    for (const char *letter = text; *letter; letter++) {
        const char *const *picture = picture_of(*letter);
        dots += (picture ? (int)strlen(picture[0]) : 1) + (letter[1] ? 1 : 0);
    }
    return dots;
}

DotSize digits_small(void)
{
    return (DotSize){1, 2};
}

DotSize digits_fit(Look look, const char *text, int columns, int rows)
{
    int dots = width_in_dots(text);
    if (dots == 0)
        return (DotSize){0, 0};
    for (int high = 2 * rows / PICTURE_ROWS; high >= 2; high--) {
        if (!look.is_utf8 && high % 2) /* ASCII has no half rows */
            continue;
        int wide = MIN_OF(high, columns / dots);
        if (wide >= (high == 2 ? 1 : (2 * high + 2) / 3))
            return (DotSize){wide, high};
    }
    return (DotSize){0, 0};
}

int digits_width(const char *text, DotSize size)
{
    return size.columns ? size.columns * width_in_dots(text) : (int)strlen(text);
}

int digits_height(DotSize size)
{
    return size.columns ? (PICTURE_ROWS * size.half_rows + 1) / 2 : 1;
}

static unsigned ink_at(const char *const *picture, int column, int half_row, DotSize size)
{
    const int row = half_row / size.half_rows;
    return row < PICTURE_ROWS && picture[row][column] == '#';
}

static void draw_picture(Canvas *canvas, int x, int y, DotSize size, Style style, const char *const *picture)
{
    static const int32_t halves[] = {' ', 0x2580, 0x2584, 0x2588}; /* none, upper, lower, both */
    for (int row = 0; row < digits_height(size); row++) {
        for (int column = 0; picture[0][column]; column++) {
            const unsigned ink = ink_at(picture, column, 2 * row, size) | ink_at(picture, column, 2 * row + 1, size)
                                                                              << 1;
            if (ink)
                canvas_run(canvas, x + column * size.columns, y + row, size.columns, style, halves[ink], '#');
        }
    }
}

void digits_draw(Canvas *canvas, int x, int y, DotSize size, Style style, const char *text)
{
    if (size.columns == 0) {
        style.attributes |= STYLE_BOLD;
        canvas_text(canvas, x, y, canvas->width - x, style, text);
        return;
    }
    for (; *text; text++) {
        const char *const *picture = picture_of(*text);
        if (picture)
            draw_picture(canvas, x, y, size, style, picture);
        x += ((picture ? (int)strlen(picture[0]) : 1) + 1) * size.columns;
    }
}
