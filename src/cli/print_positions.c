/* SPDX-License-Identifier: MIT */
#include "cli/print_positions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/locale.h"
#include "base/macros.h"
#include "base/output.h"
#include "base/utf8.h"
#include "cli/print.h"
#include "routine/wording.h"
#include "term/abilities.h"
#include "ui/body/posture_draw.h"

enum { INDENT = 3, GAP = 2, WIDTH_MOST = 60, ROWS = 14 };

static Look look_of_output(const Theme *theme)
{
    const char *term = getenv("TERM");
    Look look = {.is_utf8 = locale_is_utf8()};
    if (!print_has_colour(stdout))
        return look;
    look.colours = abilities_usable_colours(abilities_of(term).colours);
    look.is_halves_only = abilities_is_console();
    look.is_light = abilities_is_light();
    look.is_ground_unknown = !abilities_is_ground_told();
    return theme_look(look, theme);
}

/* Adds the number of a colour, to `base` for the first eight: 30 for ink, 40 for the ground. */
static void add_colour(Text *into, int colour, int base)
{
    if (colour >= 16)
        text_print(into, ";%d;5;%d", base + 8, colour);
    else if (colour >= 8)
        text_print(into, ";%d", base + 60 + colour - 8);
    else if (colour >= 0)
        text_print(into, ";%d", base + colour);
}

static void add_style(Text *into, Look look, Style style)
{
    static const struct {
        uint8_t attribute;
        const char *code;
    } codes[] = {{STYLE_BOLD, ";1"}, {STYLE_DIM, ";2"}, {STYLE_UNDERLINE, ";4"}, {STYLE_REVERSE, ";7"}};
    const uint8_t attributes = theme_attributes(look, style);
    text_add(into, "\033[0");
    for (size_t i = 0; i < ARRAY_LEN(codes); i++)
        text_add(into, attributes & codes[i].attribute ? codes[i].code : "");
    add_colour(into, theme_ink(look, style), 30);
    add_colour(into, theme_ground(look, style), 40);
    text_add_char(into, 'm');
}

static bool is_blank(const Cell *cell)
{
    return cell->glyph == ' ' && cell->style.ground == ROLE_GROUND && cell->style.attributes == 0;
}

/* Adds a row of cells, without the blank ones at its end. */
static void add_row(Text *into, const Canvas *canvas, int y, Rect shown)
{
    const Cell *row = &canvas->cells[y * canvas->width];
    const bool has_styles = canvas->look.colours > 0;
    int end = shown.x + shown.width;
    Style style = {ROLE_TEXT, ROLE_GROUND, 0};
    while (end > shown.x && is_blank(&row[end - 1]))
        end--;
    text_add_repeated(into, ' ', INDENT);
    for (int x = shown.x; x < end; x++) {
        char bytes[4];
        if (has_styles && memcmp(&style, &row[x].style, sizeof style) != 0)
            add_style(into, canvas->look, style = row[x].style);
        text_add_span(into, bytes, utf8_write(row[x].glyph, bytes));
    }
    text_add(into, has_styles && end > shown.x ? "\033[0m\n" : "\n");
}

/* Two positions stand side by side where there is room, else one below the other. */
static void print_drawing(Canvas *canvas, const Posture *posture)
{
    const int half = (canvas->width - GAP) / 2, parts = posture->to ? 2 : 1;
    const bool is_beside = parts == 2 && half >= POSTURE_WIDTH_LEAST;
    const int width = is_beside ? half : MIN_OF(canvas->width, WIDTH_MOST);
    Text text = {0};
    for (int part = 0; part < parts; part++) {
        Posture still = *posture;
        still.thousandths = part * 1000;
        const Rect place = {is_beside && part > 0 ? half + GAP : 0, 0, width, canvas->height};
        const Rect drawn = posture_draw(canvas, place, &still);
        if (drawn.width == 0 || (is_beside && part == 0))
            continue;
        text_add(&text, part > 0 && !is_beside ? "\n" : "");
        const Rect shown = is_beside ? (Rect){0, 0, canvas->width, drawn.height} : drawn;
        for (int y = 0; y < shown.height; y++)
            add_row(&text, canvas, y, shown);
        canvas_clear(canvas);
    }
    if (text.length > 0) {
        print_line("%s", "");
        output_styled(stdout, text_show(&text));
    }
    text_release(&text);
}

static void print_heading(const Plan *plan, const PlanMove *move)
{
    Text line = {0};
    char number[16];
    const Step *hold = plan_hold_of(plan, move->first_step);
    snprintf(number, sizeof number, "%d  ", (int)(move - plan->moves) + 1);
    text_add(&line, move->name);
    if (move->sides != SIDES_NONE) {
        text_add(&line, ": ");
        wording_sides(&line, move->sides, hold->side, false);
    }
    if (plan->move_count > 1) {
        print_line("%s", "");
        print_paragraph(INDENT, number, text_show(&line));
    } else {
        print_paragraph(0, NULL, text_show(&line));
    }
    text_release(&line);
}

void print_positions(const Plan *plan, const PlanPostures *postures, const Theme *theme)
{
    Canvas canvas;
    const int width = print_terminal_width();
    canvas_init(&canvas, MAX_OF(1, (width > 0 ? width : PRINT_WIDTH) - INDENT), ROWS, look_of_output(theme));
    if (plan->move_count > 1)
        print_paragraph(0, NULL, plan->title);
    for (size_t i = 0; i < postures->count; i++) {
        const Posture *posture = &postures->items[i].posture;
        const PlanMove *move = postures->items[i].move;
        if (i == 0 || postures->items[i - 1].move != move)
            print_heading(plan, move);
        print_paragraph(INDENT, NULL, posture->from ? posture->from->title : "No position is given.");
        if (posture->to)
            print_paragraph(INDENT, "to", posture->to->title);
        if (posture->from)
            print_drawing(&canvas, posture);
    }
    canvas_release(&canvas);
}
