/* SPDX-License-Identifier: MIT */
#include "ui/widgets/letters.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/utf8.h"

enum { PICTURE_ROWS = 9, FIRST_LETTER = '!', LETTER_COUNT = '~' - '!' + 1 };

/* Capitals stand on the fifth row of the low ones and on the seventh of the tall ones; below is room for descenders. */
typedef struct Glyph {
    char letter;
    const char *rows[PICTURE_ROWS];
} Glyph;

/* clang-format off */
static const Glyph low_glyphs[] = {
    {'!', {"#", "#", "#", " ", "#"}},
    {'"', {"# #", "# #", "   ", "   ", "   "}},
    {'#', {" # # ", "#####", " # # ", "#####", " # # "}},
    {'$', {" ###", "##  ", " ## ", "  ##", "### "}},
    {'%', {"#  #", "   #", " ## ", "#   ", "#  #"}},
    {'&', {" #  ", "# # ", " #  ", "# # ", " # #"}},
    {'\'', {"#", "#", " ", " ", " "}},
    {'(', {" #", "# ", "# ", "# ", " #"}},
    {')', {"# ", " #", " #", " #", "# "}},
    {'*', {"   ", "# #", " # ", "# #", "   "}},
    {'+', {"   ", " # ", "###", " # ", "   "}},
    {',', {"  ", "  ", "  ", "  ", " #", "# "}},
    {'-', {"   ", "   ", "###", "   ", "   "}},
    {'.', {" ", " ", " ", " ", "#"}},
    {'/', {"  #", "  #", " # ", "#  ", "#  "}},
    {'0', {" ## ", "#  #", "#  #", "#  #", " ## "}},
    {'1', {" # ", "## ", " # ", " # ", "###"}},
    {'2', {"### ", "   #", " ## ", "#   ", "####"}},
    {'3', {"### ", "   #", " ## ", "   #", "### "}},
    {'4', {"#  #", "#  #", "####", "   #", "   #"}},
    {'5', {"####", "#   ", "### ", "   #", "### "}},
    {'6', {" ## ", "#   ", "### ", "#  #", " ## "}},
    {'7', {"####", "   #", "  # ", " #  ", " #  "}},
    {'8', {" ## ", "#  #", " ## ", "#  #", " ## "}},
    {'9', {" ## ", "#  #", " ###", "   #", " ## "}},
    {':', {" ", "#", " ", " ", "#"}},
    {';', {"  ", " #", "  ", "  ", " #", "# "}},
    {'<', {"  #", " # ", "#  ", " # ", "  #"}},
    {'=', {"   ", "###", "   ", "###", "   "}},
    {'>', {"#  ", " # ", "  #", " # ", "#  "}},
    {'?', {"## ", "  #", " # ", "   ", " # "}},
    {'@', {" ## ", "# ##", "# ##", "#   ", " ## "}},
    {'A', {" ## ", "#  #", "####", "#  #", "#  #"}},
    {'B', {"### ", "#  #", "### ", "#  #", "### "}},
    {'C', {" ###", "#   ", "#   ", "#   ", " ###"}},
    {'D', {"### ", "#  #", "#  #", "#  #", "### "}},
    {'E', {"####", "#   ", "### ", "#   ", "####"}},
    {'F', {"####", "#   ", "### ", "#   ", "#   "}},
    {'G', {" ###", "#   ", "# ##", "#  #", " ###"}},
    {'H', {"#  #", "#  #", "####", "#  #", "#  #"}},
    {'I', {"#", "#", "#", "#", "#"}},
    {'J', {"  ##", "   #", "   #", "#  #", " ## "}},
    {'K', {"#  #", "# # ", "##  ", "# # ", "#  #"}},
    {'L', {"#   ", "#   ", "#   ", "#   ", "####"}},
    {'M', {"#   #", "## ##", "# # #", "#   #", "#   #"}},
    {'N', {"#  #", "## #", "# ##", "#  #", "#  #"}},
    {'O', {" ## ", "#  #", "#  #", "#  #", " ## "}},
    {'P', {"### ", "#  #", "### ", "#   ", "#   "}},
    {'Q', {" ## ", "#  #", "#  #", "# # ", " # #"}},
    {'R', {"### ", "#  #", "### ", "# # ", "#  #"}},
    {'S', {" ###", "#   ", " ## ", "   #", "### "}},
    {'T', {"#####", "  #  ", "  #  ", "  #  ", "  #  "}},
    {'U', {"#  #", "#  #", "#  #", "#  #", " ## "}},
    {'V', {"#   #", "#   #", " # # ", " # # ", "  #  "}},
    {'W', {"#   #", "#   #", "# # #", "## ##", "#   #"}},
    {'X', {"#  #", "#  #", " ## ", "#  #", "#  #"}},
    {'Y', {"#   #", " # # ", "  #  ", "  #  ", "  #  "}},
    {'Z', {"####", "  # ", " #  ", "#   ", "####"}},
    {'[', {"##", "# ", "# ", "# ", "##"}},
    {'\\', {"#  ", "#  ", " # ", "  #", "  #"}},
    {']', {"##", " #", " #", " #", "##"}},
    {'^', {" # ", "# #", "   ", "   ", "   "}},
    {'_', {"    ", "    ", "    ", "    ", "####"}},
    {'`', {"# ", " #", "  ", "  ", "  "}},
    {'a', {"    ", " ## ", "   #", " ###", " ###"}},
    {'b', {"#   ", "### ", "#  #", "#  #", "### "}},
    {'c', {"   ", " ##", "#  ", "#  ", " ##"}},
    {'d', {"   #", " ###", "#  #", "#  #", " ###"}},
    {'e', {"    ", " ## ", "# ##", "##  ", " ###"}},
    {'f', {" ##", "#  ", "## ", "#  ", "#  "}},
    {'g', {"    ", " ###", "#  #", " ###", "   #", " ## "}},
    {'h', {"#   ", "### ", "#  #", "#  #", "#  #"}},
    {'i', {" # ", "   ", " # ", " # ", " # "}},
    {'j', {" #", "  ", " #", " #", " #", "# "}},
    {'k', {"#   ", "# # ", "##  ", "##  ", "# # "}},
    {'l', {"#  ", "#  ", "#  ", "#  ", " ##"}},
    {'m', {"     ", "#### ", "# # #", "# # #", "# # #"}},
    {'n', {"    ", "### ", "#  #", "#  #", "#  #"}},
    {'o', {"    ", " ## ", "#  #", "#  #", " ## "}},
    {'p', {"    ", "### ", "#  #", "#  #", "### ", "#   "}},
    {'q', {"    ", " ###", "#  #", "#  #", " ###", "   #"}},
    {'r', {"   ", "# #", "## ", "#  ", "#  "}},
    {'s', {"   ", " ##", "#  ", "  #", "## "}},
    {'t', {"#  ", "## ", "#  ", "#  ", " ##"}},
    {'u', {"    ", "#  #", "#  #", "#  #", " ###"}},
    {'v', {"     ", "#   #", "#   #", " # # ", "  #  "}},
    {'w', {"     ", "#   #", "# # #", "# # #", " # # "}},
    {'x', {"   ", "# #", " # ", " # ", "# #"}},
    {'y', {"    ", "#  #", "#  #", " ###", "   #", " ## "}},
    {'z', {"    ", "####", "  # ", " #  ", "####"}},
    {'{', {" ##", " # ", "#  ", " # ", " ##"}},
    {'|', {"#", "#", "#", "#", "#"}},
    {'}', {"## ", " # ", "  #", " # ", "## "}},
    {'~', {"    ", "    ", " # #", "# # ", "    "}},
};

static const Glyph tall_glyphs[] = {
    {'!', {"#", "#", "#", "#", "#", " ", "#"}},
    {'"', {"# #", "# #", "   ", "   ", "   ", "   ", "   "}},
    {'#', {" # # ", " # # ", "#####", " # # ", "#####", " # # ", " # # "}},
    {'$', {"  #  ", " ####", "# #  ", " ### ", "  # #", "#### ", "  #  "}},
    {'%', {"##  #", "##  #", "   # ", "  #  ", " #   ", "#  ##", "#  ##"}},
    {'&', {" ##  ", "#  # ", "# #  ", " #   ", "# # #", "#  # ", " ## #"}},
    {'\'', {"#", "#", " ", " ", " ", " ", " "}},
    {'(', {"  #", " # ", "#  ", "#  ", "#  ", " # ", "  #"}},
    {')', {"#  ", " # ", "  #", "  #", "  #", " # ", "#  "}},
    {'*', {"     ", "  #  ", "# # #", " ### ", "# # #", "  #  ", "     "}},
    {'+', {"     ", "  #  ", "  #  ", "#####", "  #  ", "  #  ", "     "}},
    {',', {"  ", "  ", "  ", "  ", "  ", " #", " #", "# "}},
    {'-', {"    ", "    ", "    ", "####", "    ", "    ", "    "}},
    {'.', {"  ", "  ", "  ", "  ", "  ", "##", "##"}},
    {'/', {"    #", "    #", "   # ", "  #  ", " #   ", "#    ", "#    "}},
    {'0', {" ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "}},
    {'1', {" # ", "## ", " # ", " # ", " # ", " # ", "###"}},
    {'2', {" ### ", "#   #", "    #", "   # ", "  #  ", " #   ", "#####"}},
    {'3', {" ### ", "#   #", "    #", "  ## ", "    #", "#   #", " ### "}},
    {'4', {"   # ", "  ## ", " # # ", "#  # ", "#####", "   # ", "   # "}},
    {'5', {"#####", "#    ", "#### ", "    #", "    #", "#   #", " ### "}},
    {'6', {"  ## ", " #   ", "#    ", "#### ", "#   #", "#   #", " ### "}},
    {'7', {"#####", "    #", "   # ", "  #  ", "  #  ", " #   ", " #   "}},
    {'8', {" ### ", "#   #", "#   #", " ### ", "#   #", "#   #", " ### "}},
    {'9', {" ### ", "#   #", "#   #", " ####", "    #", "   # ", " ##  "}},
    {':', {"  ", "##", "##", "  ", "  ", "##", "##"}},
    {';', {"  ", "##", "##", "  ", "  ", " #", " #", "# "}},
    {'<', {"   #", "  # ", " #  ", "#   ", " #  ", "  # ", "   #"}},
    {'=', {"    ", "    ", "####", "    ", "####", "    ", "    "}},
    {'>', {"#   ", " #  ", "  # ", "   #", "  # ", " #  ", "#   "}},
    {'?', {" ### ", "#   #", "    #", "   # ", "  #  ", "     ", "  #  "}},
    {'@', {" ### ", "#   #", "# ###", "# # #", "# ###", "#    ", " ### "}},
    {'A', {" ### ", "#   #", "#   #", "#####", "#   #", "#   #", "#   #"}},
    {'B', {"#### ", "#   #", "#   #", "#### ", "#   #", "#   #", "#### "}},
    {'C', {" ### ", "#   #", "#    ", "#    ", "#    ", "#   #", " ### "}},
    {'D', {"#### ", "#   #", "#   #", "#   #", "#   #", "#   #", "#### "}},
    {'E', {"#####", "#    ", "#    ", "#### ", "#    ", "#    ", "#####"}},
    {'F', {"#####", "#    ", "#    ", "#### ", "#    ", "#    ", "#    "}},
    {'G', {" ### ", "#   #", "#    ", "# ###", "#   #", "#   #", " ### "}},
    {'H', {"#   #", "#   #", "#   #", "#####", "#   #", "#   #", "#   #"}},
    {'I', {"###", " # ", " # ", " # ", " # ", " # ", "###"}},
    {'J', {"  ###", "   # ", "   # ", "   # ", "   # ", "#  # ", " ##  "}},
    {'K', {"#   #", "#  # ", "# #  ", "##   ", "# #  ", "#  # ", "#   #"}},
    {'L', {"#    ", "#    ", "#    ", "#    ", "#    ", "#    ", "#####"}},
    {'M', {"#   #", "## ##", "# # #", "# # #", "#   #", "#   #", "#   #"}},
    {'N', {"#   #", "##  #", "##  #", "# # #", "#  ##", "#  ##", "#   #"}},
    {'O', {" ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "}},
    {'P', {"#### ", "#   #", "#   #", "#### ", "#    ", "#    ", "#    "}},
    {'Q', {" ### ", "#   #", "#   #", "#   #", "# # #", "#  # ", " ## #"}},
    {'R', {"#### ", "#   #", "#   #", "#### ", "# #  ", "#  # ", "#   #"}},
    {'S', {" ####", "#    ", "#    ", " ### ", "    #", "    #", "#### "}},
    {'T', {"#####", "  #  ", "  #  ", "  #  ", "  #  ", "  #  ", "  #  "}},
    {'U', {"#   #", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "}},
    {'V', {"#   #", "#   #", "#   #", "#   #", "#   #", " # # ", "  #  "}},
    {'W', {"#   #", "#   #", "#   #", "# # #", "# # #", "## ##", "#   #"}},
    {'X', {"#   #", "#   #", " # # ", "  #  ", " # # ", "#   #", "#   #"}},
    {'Y', {"#   #", "#   #", " # # ", "  #  ", "  #  ", "  #  ", "  #  "}},
    {'Z', {"#####", "    #", "   # ", "  #  ", " #   ", "#    ", "#####"}},
    {'[', {"###", "#  ", "#  ", "#  ", "#  ", "#  ", "###"}},
    {'\\', {"#    ", "#    ", " #   ", "  #  ", "   # ", "    #", "    #"}},
    {']', {"###", "  #", "  #", "  #", "  #", "  #", "###"}},
    {'^', {"  #  ", " # # ", "#   #", "     ", "     ", "     ", "     "}},
    {'_', {"     ", "     ", "     ", "     ", "     ", "     ", "#####"}},
    {'`', {"# ", " #", "  ", "  ", "  ", "  ", "  "}},
    {'a', {"     ", "     ", " ### ", "    #", " ####", "#   #", " ####"}},
    {'b', {"#    ", "#    ", "#### ", "#   #", "#   #", "#   #", "#### "}},
    {'c', {"     ", "     ", " ### ", "#    ", "#    ", "#    ", " ### "}},
    {'d', {"    #", "    #", " ####", "#   #", "#   #", "#   #", " ####"}},
    {'e', {"     ", "     ", " ### ", "#   #", "#####", "#    ", " ### "}},
    {'f', {"  ##", " #  ", "####", " #  ", " #  ", " #  ", " #  "}},
    {'g', {"     ", "     ", " ####", "#   #", "#   #", "#   #", " ####", "    #", " ### "}},
    {'h', {"#    ", "#    ", "#### ", "#   #", "#   #", "#   #", "#   #"}},
    {'i', {" # ", "   ", " # ", " # ", " # ", " # ", " # "}},
    {'j', {"  #", "   ", "  #", "  #", "  #", "  #", "  #", "  #", "## "}},
    {'k', {"#   ", "#   ", "#  #", "# # ", "##  ", "# # ", "#  #"}},
    {'l', {"#  ", "#  ", "#  ", "#  ", "#  ", "#  ", " ##"}},
    {'m', {"     ", "     ", "## # ", "# # #", "# # #", "# # #", "# # #"}},
    {'n', {"     ", "     ", "#### ", "#   #", "#   #", "#   #", "#   #"}},
    {'o', {"     ", "     ", " ### ", "#   #", "#   #", "#   #", " ### "}},
    {'p', {"     ", "     ", "#### ", "#   #", "#   #", "#   #", "#### ", "#    ", "#    "}},
    {'q', {"     ", "     ", " ####", "#   #", "#   #", "#   #", " ####", "    #", "    #"}},
    {'r', {"    ", "    ", "# ##", "##  ", "#   ", "#   ", "#   "}},
    {'s', {"     ", "     ", " ####", "#    ", " ### ", "    #", "#### "}},
    {'t', {" #  ", " #  ", "####", " #  ", " #  ", " #  ", "  ##"}},
    {'u', {"     ", "     ", "#   #", "#   #", "#   #", "#   #", " ####"}},
    {'v', {"     ", "     ", "#   #", "#   #", "#   #", " # # ", "  #  "}},
    {'w', {"     ", "     ", "#   #", "# # #", "# # #", "# # #", " # # "}},
    {'x', {"     ", "     ", "#   #", " # # ", "  #  ", " # # ", "#   #"}},
    {'y', {"     ", "     ", "#   #", "#   #", "#   #", "#   #", " ####", "    #", " ### "}},
    {'z', {"     ", "     ", "#####", "   # ", "  #  ", " #   ", "#####"}},
    {'{', {"  #", " # ", " # ", "#  ", " # ", " # ", "  #"}},
    {'|', {"#", "#", "#", "#", "#", "#", "#"}},
    {'}', {"#  ", " # ", " # ", "  #", " # ", " # ", "#  "}},
    {'~', {"     ", "     ", " #  #", "# ## ", "     ", "     ", "     "}},
};

/* clang-format on */

/* Sizes in dots; a dot is half a cell wide and half a cell high. */
typedef struct Alphabet {
    const Glyph *glyphs; /* all of ASCII from '!' on */
    int height, pitch;   /* of a letter with its descender; from line to line */
    int space;
} Alphabet;

static const Alphabet low = {low_glyphs, 6, 7, 2}, tall = {tall_glyphs, 9, 10, 3};

_Static_assert(ARRAY_LEN(low_glyphs) == LETTER_COUNT && ARRAY_LEN(tall_glyphs) == LETTER_COUNT, "all of ASCII");

/* An alphabet, and how many dots wide and high each of its dots is drawn. The largest first. */
typedef struct LetterSize {
    const Alphabet *alphabet;
    int scale, rows;
} LetterSize;

static const LetterSize sizes[] = {{&tall, 2, 10}, {&low, 2, 6}, {&tall, 1, 5}, {&low, 1, 3}};

/* What is drawn as something else. */
static const struct {
    int32_t character;
    char letter;
} likenesses[] = {{0x2018, '\''}, {0x2019, '\''}, {0x201C, '"'}, {0x201D, '"'}, {0x2010, '-'}, {0x2011, '-'},
                  {0x2012, '-'},  {0x2013, '-'},  {0x2014, '-'}, {0xD7, 'x'},   {0xA0, ' '},   {'\n', ' '}};

static char letter_for(int32_t character)
{
    if (character == ' ' || (character >= FIRST_LETTER && character < FIRST_LETTER + LETTER_COUNT))
        return (char)character;
    for (size_t i = 0; i < ARRAY_LEN(likenesses); i++) {
        if (likenesses[i].character == character)
            return likenesses[i].letter;
    }
    return '\0';
}

/* The text in letters that have pictures, to free(). NULL if a character has none. */
static char *letters_of(const char *text)
{
    size_t left = strlen(text), length = 0;
    char *letters = memory_new(left + 1);
    while (left > 0) {
        size_t size;
        const char letter = letter_for(utf8_decode(text, left, &size));
        if (letter == '\0') {
            free(letters);
            return NULL;
        }
        letters[length++] = letter;
        text += size;
        left -= size;
    }
    return letters;
}

static const Glyph *glyph_of(const Alphabet *alphabet, char letter)
{
    return letter == ' ' ? NULL : &alphabet->glyphs[letter - FIRST_LETTER];
}

/* Without the gap after the last one. */
static int dots_of(const Alphabet *alphabet, const char *letters, size_t length)
{
    int dots = 0;
    for (size_t i = 0; i < length; i++) {
        const Glyph *glyph = glyph_of(alphabet, letters[i]);
        dots += (glyph ? (int)strlen(glyph->rows[0]) : alphabet->space) + (i + 1 < length ? 1 : 0);
    }
    return dots;
}

/* As many words as fit into `cells`: their length; *next is what follows them. 0 if not even the first one fits. */
static size_t take_line(LetterSize size, const char *letters, size_t length, int cells, size_t *next)
{
    size_t taken = 0;
    *next = 0;
    for (size_t at = 0; at < length;) {
        size_t end = at;
        while (end < length && letters[end] != ' ')
            end++;
        if (dots_of(size.alphabet, letters, end) * size.scale > 2 * cells)
            return taken;
        taken = end;
        while (end < length && letters[end] == ' ')
            end++;
        *next = at = end;
    }
    return taken;
}

/* The rows of cells that the wrapped text takes; 0: a word is too wide. */
static int rows_of(LetterSize size, const char *letters, size_t length, int cells)
{
    int lines = 0;
    for (size_t next; length > 0; letters += next, length -= next, lines++) {
        if (take_line(size, letters, length, cells, &next) == 0)
            return 0;
    }
    return lines > 0 ? (((lines - 1) * size.alphabet->pitch + size.alphabet->height) * size.scale + 1) / 2 : 0;
}

/* Quarters of a cell: upper left 1, upper right 2, lower left 4, lower right 8. */
typedef struct Dots {
    uint8_t *cells; /* owned */
    int width, height;
} Dots;

static void put_square(Dots *dots, int x, int y, int scale)
{
    for (int i = 0; i < scale * scale; i++) {
        const int column = x + i % scale, row = y + i / scale;
        if (column / 2 < dots->width && row / 2 < dots->height)
            dots->cells[row / 2 * dots->width + column / 2] |= (uint8_t)(1 << (2 * (row % 2) + column % 2));
    }
}

static void put_line(Dots *dots, LetterSize size, int y, const char *letters, size_t length)
{
    int x = 0;
    for (size_t i = 0; i < length; i++) {
        const Glyph *glyph = glyph_of(size.alphabet, letters[i]);
        const int width = glyph ? (int)strlen(glyph->rows[0]) : size.alphabet->space;
        for (int row = 0; glyph && row < size.alphabet->height && glyph->rows[row]; row++) {
            for (int column = 0; column < width; column++) {
                if (glyph->rows[row][column] == '#')
                    put_square(dots, x + column * size.scale, y + row * size.scale, size.scale);
            }
        }
        x += (width + 1) * size.scale;
    }
}

static void draw_large(Canvas *canvas, Rect rect, LetterSize size, Style style, const char *letters, size_t length)
{
    Dots dots = {memory_new((size_t)(rect.width * rect.height)), rect.width, rect.height};
    int y = 0;
    for (size_t next; length > 0; letters += next, length -= next, y += size.alphabet->pitch * size.scale)
        put_line(&dots, size, y, letters, take_line(size, letters, length, rect.width, &next));
    for (int i = 0; i < dots.width * dots.height; i++) {
        if (dots.cells[i])
            canvas_quarters(canvas, rect.x + i % dots.width, rect.y + i / dots.width, style, dots.cells[i]);
    }
    free(dots.cells);
}

static int plain_rows(const char *text, int cells)
{
    int rows = 0;
    for (const char *next; *text; text = next, rows++)
        utf8_wrap(text, cells, &next);
    return rows;
}

/* The end of the last sentence before `length`, with what blanks follow it; 0: there is none. */
static size_t sentence_before(const char *letters, size_t length)
{
    for (size_t at = length; at-- > 1;) {
        if (letters[at] == ' ' && strchr(".!?:", letters[at - 1]) && at + 1 < length)
            return at + 1;
    }
    return 0;
}

/* The first sentences large, a blank row, the rest plain. */
static int draw_both(Canvas *canvas, Rect rect, Style style, const char *letters)
{
    const LetterSize size = sizes[ARRAY_LEN(sizes) - 1];
    for (size_t large = strlen(letters); (large = sentence_before(letters, large)) > 0;) {
        const int rows = rows_of(size, letters, large, rect.width), rest = plain_rows(letters + large, rect.width);
        if (rows == 0 || rows + 1 + rest > rect.height)
            continue;
        draw_large(canvas, (Rect){rect.x, rect.y, rect.width, rows}, size, style, letters, large);
        return rows + 1 +
               canvas_paragraph(canvas, (Rect){rect.x, rect.y + rows + 1, rect.width, rest}, style, letters + large);
    }
    return 0;
}

int letters_draw(Canvas *canvas, Rect rect, int most_rows, Style style, const char *text)
{
    const bool has_quarters = canvas->look.is_utf8 && !canvas->look.is_halves_only;
    char *letters = has_quarters && rect.width > 0 && rect.height > 0 ? letters_of(text) : NULL;
    int used = 0;
    for (size_t i = 0; letters && used == 0 && i < ARRAY_LEN(sizes); i++) {
        const int rows = sizes[i].rows > most_rows ? 0 : rows_of(sizes[i], letters, strlen(letters), rect.width);
        if (rows == 0 || rows > rect.height)
            continue;
        draw_large(canvas, (Rect){rect.x, rect.y, rect.width, rows}, sizes[i], style, letters, strlen(letters));
        used = rows;
    }
    if (letters && used == 0 && most_rows >= LETTERS_LEAST_ROWS)
        used = draw_both(canvas, rect, style, letters);
    free(letters);
    style.attributes |= STYLE_BOLD;
    return used ? used : canvas_paragraph(canvas, rect, style, text);
}

int letters_width(const char *text, int rows)
{
    return (dots_of(rows < LETTERS_TALL_ROWS ? &low : &tall, text, strlen(text)) + 1) / 2;
}

const char *const *letters_capital(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? glyph_of(&low, letter)->rows : NULL;
}
