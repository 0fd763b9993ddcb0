/* SPDX-License-Identifier: MIT */
#include "term/term.h"

#include <errno.h>
#include <ncurses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#include "base/locale.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "platform/tty.h"
#include "term/abilities.h"
#include "term/frame_output.h"
#include "ui/widgets/theme.h"

enum { PALETTE_PAIRS = 160 };

typedef struct Palette {
    Look terminal, look; /* without a theme, and with it */
    Theme theme;
    short inks[PALETTE_PAIRS], grounds[PALETTE_PAIRS]; /* colours by pair number; pair 0 has the terminal's own */
    short count;
} Palette;

static int usable_colours(void)
{
    if (abilities_has_no_color() || !has_colors() || start_color() != OK || use_default_colors() != OK)
        return 0;
    return abilities_usable_colours(COLORS);
}

static bool palette_set_theme(Palette *palette, const Theme *theme)
{
    if (palette->count > 0 && theme_is_same(theme, &palette->theme))
        return false;
    palette->theme = *theme;
    palette->look = theme_look(palette->terminal, theme);
    palette->count = 1;
    return true;
}

static void palette_init(Palette *palette, bool is_utf8)
{
    const Look look = {.colours = usable_colours(),
                       .is_utf8 = is_utf8,
                       .is_light = abilities_is_light(),
                       .is_ground_unknown = !abilities_is_ground_told(),
                       .is_halves_only = abilities_is_console()};
    *palette = (Palette){.terminal = look, .inks = {-1}, .grounds = {-1}};
    palette_set_theme(palette, &(Theme){0});
}

static attr_t palette_attributes(const Palette *palette, Style style)
{
    static const struct {
        uint8_t style;
        attr_t curses;
    } rows[] = {{STYLE_BOLD, A_BOLD}, {STYLE_DIM, A_DIM}, {STYLE_REVERSE, A_REVERSE}, {STYLE_UNDERLINE, A_UNDERLINE}};
    const uint8_t wanted = theme_attributes(palette->look, style);
    attr_t attributes = A_NORMAL;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (wanted & rows[i].style)
            attributes |= rows[i].curses;
    }
    return attributes;
}

static short palette_pair(Palette *palette, Style style)
{
    if (palette->look.colours == 0)
        return 0;
    const short ink = (short)theme_ink(palette->look, style);
    const short ground = (short)theme_ground(palette->look, style);
    for (short pair = 0; pair < palette->count; pair++) {
        if (palette->inks[pair] == ink && palette->grounds[pair] == ground)
            return pair;
    }
    const short pair = palette->count;
    if (pair >= MIN_OF(PALETTE_PAIRS, COLOR_PAIRS) || init_pair(pair, ink, ground) != OK)
        return 0;
    palette->inks[pair] = ink;
    palette->grounds[pair] = ground;
    palette->count++;
    return pair;
}

enum { SHORT_GAP = 12 }; /* so many cells are cheaper put than passed over */

/* Cells to curses, a row at a time: far cheaper than one by one, and with as few changes of colour as can be. Zeroed
 * it is ready. */
typedef struct RowWriter {
    cchar_t *cells;
    int room, count;
    Style style; /* of the last one, and what that is painted with */
    attr_t attributes;
    short pair;
} RowWriter;

/* There is one terminal, and ncurses knows one of it too. */
static struct {
    SCREEN *screen;
    FrameOutput frame;
    Palette palette;
    RowWriter row;
    Cell *shown; /* the last frame's cells; NULL: nothing is known of the screen */
    int width, height;
    size_t bytes_drawn; /* at most, since the frame's pipe was emptied */
    int cursor_shown;   /* as curs_set counts; -1: not known */
    bool has_mouse, wants_mouse, mouse_is_on;
    bool has_title, is_titled; /* is_titled: it is ours, and the one before was put aside */
    Text title, title_shown;
    bool is_taken;        /* a frame was sent: there is something to give back */
    bool is_farewell_old; /* the title has come or gone since it was set */
    bool is_due;          /* what was put comes to some bytes for certain */
    bool has_lost;        /* some of the frame that is being drawn */
} term;

/* Clicks, and their places in decimal digits, which no window is too large for. */
static const char mouse_on[] = "\033[?1000h\033[?1006h", mouse_off[] = "\033[?1006l\033[?1000l";

/* The window's title is put aside, and taken back; where the terminal cannot do that, it has none afterwards. */
static const char title_push[] = "\033[22;2t", title_start[] = "\033]2;", title_end[] = "\033\\",
                  title_pop[] = "\033]2;\033\\\033[23;2t";

/* Whether an entry has a capability: one that it takes back from the entry that it uses is marked so. */
static bool has(const char *capability)
{
    return capability && capability != (const char *)-1;
}

/* A screen by that name, or by a stand-in's where this machine has no entry for it. NULL where the entry cannot move
 * the cursor: a printer, or a dumb one. */
static SCREEN *open_screen(const char *name, FILE *output)
{
    SCREEN *screen = NULL;
    for (size_t i = 0; abilities_entry_name(name, i) && !screen; i++)
        screen = newterm(abilities_entry_name(name, i), output, stdin);
    if (screen && has(cursor_address))
        return screen;
    if (screen)
        delscreen(screen);
    return NULL;
}

/* A terminfo string without its marks for padding, `$<5>`. */
static void add_capability(Text *text, const char *bytes)
{
    while (*bytes) {
        const char *end = strncmp(bytes, "$<", 2) == 0 ? strchr(bytes, '>') : NULL;
        if (!end)
            text_add_char(text, *bytes);
        bytes = end ? end + 1 : bytes + 1;
    }
}

/* What a crash has to send: mouse, colours, cursor and screen as they were. */
static void set_farewell(void)
{
    const char *const capabilities[] = {exit_attribute_mode, orig_pair, cursor_normal, exit_ca_mode};
    Text farewell = {0};
    if (term.has_mouse)
        text_add(&farewell, mouse_off);
    if (term.is_titled)
        text_add(&farewell, title_pop);
    for (size_t i = 0; i < ARRAY_LEN(capabilities); i++)
        if (has(capabilities[i]))
            add_capability(&farewell, capabilities[i]);
    text_add(&farewell, "\r");
    tty_set_farewell(farewell.bytes, farewell.length);
    text_release(&farewell);
}

static void read_size(int *width, int *height)
{
    struct winsize size = {0};
    *width = COLS;
    *height = LINES;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
        *width = size.ws_col;
        *height = size.ws_row;
    }
}

bool term_resize(void)
{
    int width, height;
    read_size(&width, &height);
    if (width == term.width && height == term.height)
        return false;
    term.width = width;
    term.height = height;
    resizeterm(height, width);
    term_forget();
    return true;
}

bool term_start(const char **problem)
{
    *problem = NULL;
    const char *name = getenv("TERM");
    if (!name || !*name || !isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return false;
    if (!frame_output_open(&term.frame)) {
        *problem = strerror(errno);
        return false;
    }
    term.screen = open_screen(name, term.frame.file);
    if (!term.screen || !tty_take(STDIN_FILENO, true)) {
        if (term.screen)
            delscreen(term.screen);
        frame_output_close(&term.frame);
        return false;
    }
    term.has_mouse = has(key_mouse);
    term.has_title = abilities_has_title();
    typeahead(-1);
    clearok(curscr, TRUE); /* else it is gone through for colours that nothing has yet */
    palette_init(&term.palette, locale_is_utf8());
    endwin(); /* until its first one, ncurses takes each move of the cursor for a program's own, and writes at once */
    frame_output_drop(&term.frame);
    term.cursor_shown = -1;
    term_resize();
    return true;
}

/* Into the same frame as what curses has to say. */
static void switch_mouse(bool is_on)
{
    if (is_on != term.mouse_is_on)
        frame_output_add(&term.frame, is_on ? mouse_on : mouse_off);
    term.mouse_is_on = is_on;
}

/* Likewise. */
static void switch_title(const char *title)
{
    const bool is_titled = *title != '\0';
    if (is_titled == term.is_titled && strcmp(title, text_show(&term.title_shown)) == 0)
        return;
    if (!term.is_titled)
        frame_output_add(&term.frame, title_push);
    if (is_titled) {
        frame_output_add(&term.frame, title_start);
        frame_output_add(&term.frame, title);
    }
    frame_output_add(&term.frame, is_titled ? title_end : title_pop);
    text_clear(&term.title_shown);
    text_add(&term.title_shown, title);
    if (term.is_taken && is_titled != term.is_titled)
        term.is_farewell_old = true;
    term.is_titled = is_titled;
}

/* Whether what curses has to say holds it, where the terminal has it at all. */
static bool is_said(const char *capability)
{
    Text wanted = {0};
    if (has(capability))
        add_capability(&wanted, capability);
    const bool is_there = strstr(text_show(&term.frame.bytes), text_show(&wanted)) != NULL;
    text_release(&wanted);
    return is_there;
}

/* Curses's own farewell, in one write; where that fails, or some of it got lost on the way, the one that a crash sends.
 * What was shown is not known any more after it. */
static void leave_screen(void)
{
    const bool may_be_hidden = term.cursor_shown != 1;
    switch_mouse(false);
    switch_title("");
    endwin();
    const bool has_come = frame_output_take(&term.frame);
    const bool is_whole = has_come && is_said(exit_ca_mode) && (!may_be_hidden || is_said(cursor_normal));
    if (!term.is_taken)
        frame_output_drop(&term.frame);
    else if (frame_output_send(&term.frame, STDOUT_FILENO) && is_whole)
        tty_set_farewell("", 0);
    term.is_taken = false;
    tty_give_back();
    term_forget();
}

void term_stop(void)
{
    leave_screen();
    free(term.row.cells);
    term.row = (RowWriter){0};
    text_release(&term.title);
    text_release(&term.title_shown);
    delscreen(term.screen);
    frame_output_close(&term.frame);
    term.screen = NULL;
}

void term_suspend(void)
{
    leave_screen();
}

bool term_resume(void)
{
    term.cursor_shown = -1;
    term_resize();
    return tty_take(STDIN_FILENO, true);
}

void term_forget(void)
{
    free(term.shown);
    term.shown = NULL;
}

Look term_look(void)
{
    return term.palette.look;
}

bool term_set_theme(const Theme *theme)
{
    if (!palette_set_theme(&term.palette, theme))
        return false;
    term_forget();
    return true;
}

bool term_set_ascii(bool is_wanted)
{
    Palette *palette = &term.palette;
    const bool is_utf8 = locale_is_utf8() && !is_wanted;
    if (is_utf8 == palette->look.is_utf8)
        return false;
    palette->terminal.is_utf8 = palette->look.is_utf8 = is_utf8;
    term_forget();
    return true;
}

void term_set_title(const char *title)
{
    text_clear(&term.title);
    text_add(&term.title, term.has_title ? title : "");
}

void term_set_mouse(bool is_wanted)
{
    term.wants_mouse = is_wanted && term.has_mouse;
}

void term_size(int *width, int *height)
{
    *width = term.width;
    *height = term.height;
}

static bool is_same(Style a, Style b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

/* As an erased screen has it. */
static const Cell blank_cell = {' ', {ROLE_TEXT, ROLE_GROUND, 0}, 0};

static bool is_blank(const Cell *cell)
{
    return memcmp(cell, &blank_cell, sizeof *cell) == 0;
}

static void use_style(RowWriter *writer, Palette *palette, Style style)
{
    if (writer->count == 0 || !is_same(style, writer->style)) {
        writer->style = style;
        writer->attributes = palette_attributes(palette, style);
        writer->pair = palette_pair(palette, style);
    }
}

static void add(RowWriter *writer, const Marks *marks, const Cell *cell)
{
    wchar_t glyph[1 + MARKS_EACH + 1] = {(wchar_t)cell->glyph};
    for (int i = 0; i < MARKS_EACH; i++)
        glyph[1 + i] = (wchar_t)marks_at(marks, cell->marks, i);
    setcchar(&writer->cells[writer->count++], glyph, writer->attributes, writer->pair, NULL);
}

/* As the last one; much of a row is like what stands before it. */
static void add_again(RowWriter *writer)
{
    writer->cells[writer->count] = writer->cells[writer->count - 1];
    writer->count++;
}

/* A blank shows no ink. A short gap keeps that of the cell before it, so that no colour changes for it. */
static bool keeps_ink(const RowWriter *writer, int gap)
{
    return writer->count > 0 && gap <= SHORT_GAP && writer->style.ground == ROLE_GROUND &&
           !(writer->attributes & (A_REVERSE | A_UNDERLINE));
}

/* Blanks from `x` on; returns where they end. */
static int add_blanks(RowWriter *writer, Palette *palette, const Cell *row, int x, int last)
{
    int end = x + 1;
    while (end <= last && is_blank(&row[end]))
        end++;
    if (end > last || !keeps_ink(writer, end - x))
        use_style(writer, palette, blank_cell.style);
    add(writer, NULL, &blank_cell);
    for (int next = x + 1; next < end; next++)
        add_again(writer);
    return end;
}

static int add_cell(RowWriter *writer, Palette *palette, const Marks *marks, const Cell *row, int x, int first)
{
    if (row[x].glyph == 0)
        return x + 1; /* the right half of a wide character, which was put whole */
    if (x > first && memcmp(&row[x], &row[x - 1], sizeof *row) == 0) {
        add_again(writer);
    } else {
        use_style(writer, palette, row[x].style);
        add(writer, marks, &row[x]);
    }
    return x + 1;
}

/* Puts the cells from `first` to `last` of a row where they belong on the screen. */
static void put_row(RowWriter *writer, Palette *palette, const Canvas *canvas, int y, int first, int last)
{
    const Cell *row = canvas->cells + (size_t)y * (size_t)canvas->width;
    if (first > 0 && row[first].glyph == 0)
        first--;
    const int room = last - first + 1;
    if (room > writer->room) {
        writer->cells = memory_resize(writer->cells, (size_t)room, sizeof *writer->cells);
        writer->room = room;
    }
    writer->count = 0;
    for (int x = first; x <= last;)
        x = is_blank(&row[x]) ? add_blanks(writer, palette, row, x, last)
                              : add_cell(writer, palette, &canvas->marks, row, x, first);
    mvwadd_wchnstr(newscr, y, first, writer->cells, writer->count);
}

static bool is_as_it_was(const Cell *row, const Cell *shown, int x)
{
    return memcmp(&row[x], shown ? &shown[x] : &blank_cell, sizeof *row) == 0;
}

/* Where cells follow that are as they were, more of them than it is cheaper to put again. */
static int end_of_change(const Cell *row, const Cell *shown, int x, int limit)
{
    int end = x + 1;
    for (int next = end; next < limit && next - end <= SHORT_GAP; next++) {
        if (!is_as_it_was(row, shown, next))
            end = next + 1;
    }
    return end;
}

/* What was put until now, into the frame. When it is not there, though letters changed, it got lost. */
static void paint(void)
{
    doupdate();
    const bool has_come = frame_output_take(&term.frame);
    term.has_lost = term.has_lost || (term.is_due && !has_come);
    term.is_due = false;
    term.bytes_drawn = 0;
}

/* Cells from `first` on. When they may come to more than the frame's pipe holds, those before are painted. */
static void put_change(const Canvas *canvas, const Cell *shown, int y, int first, int end)
{
    const Cell *row = canvas->cells + (size_t)y * (size_t)canvas->width;
    for (int x = first; x < end && !term.has_lost; x++) {
        const bool is_like = x > first && memcmp(&row[x].style, &row[x - 1].style, sizeof row->style) == 0;
        const size_t bytes = is_like ? FRAME_LIKE_CELL_BYTES : FRAME_STYLED_CELL_BYTES;
        if (term.bytes_drawn + bytes > term.frame.room) {
            if (x > first)
                put_row(&term.row, &term.palette, canvas, y, first, x - 1);
            paint();
            first = x;
        }
        term.bytes_drawn += bytes;
        term.is_due = term.is_due || row[x].glyph != (shown ? shown[x].glyph : blank_cell.glyph);
    }
    put_row(&term.row, &term.palette, canvas, y, first, end - 1);
}

/* What is as it was is passed over, whole rows first: most of a frame is. Of a new one the blanks, which are most. */
static void put_cells(const Canvas *canvas)
{
    const size_t width = (size_t)canvas->width;
    const int limit = MIN_OF(canvas->width, term.width);
    for (int y = 0; y < MIN_OF(canvas->height, term.height); y++) {
        const Cell *row = canvas->cells + (size_t)y * width;
        Cell *shown = term.shown ? term.shown + (size_t)y * width : NULL;
        if (shown && memcmp(row, shown, width * sizeof *row) == 0)
            continue;
        for (int x = 0, end; x < limit; x = end) {
            end = x + 1;
            if (!is_as_it_was(row, shown, x)) {
                end = end_of_change(row, shown, x, limit);
                put_change(canvas, shown, y, x, end);
            }
        }
        if (shown)
            memcpy(shown, row, width * sizeof *row);
    }
}

/* A first frame, once it is sent. */
static void remember(const Canvas *canvas)
{
    const size_t size = (size_t)canvas->width * (size_t)canvas->height * sizeof *canvas->cells;
    term.shown = memory_new(size);
    memcpy(term.shown, canvas->cells, size);
}

static void put_cursor(const Canvas *canvas)
{
    const bool is_shown = canvas->cursor_x >= 0 && canvas->cursor_y >= 0;
    if (term.cursor_shown != is_shown)
        curs_set(is_shown);
    term.cursor_shown = is_shown;
    if (is_shown)
        wmove(newscr, canvas->cursor_y, canvas->cursor_x);
}

/* The whole frame, or what is different. False where some of it got lost. */
static bool draw(const Canvas *canvas, bool rings)
{
    term.has_lost = false;
    term.is_due = !term.shown;
    switch_mouse(term.wants_mouse);
    switch_title(text_show(&term.title));
    if (!term.shown) {
        werase(newscr);
        clearok(curscr, TRUE);
    }
    put_cells(canvas);
    put_cursor(canvas);
    if (rings)
        beep();
    paint();
    return !term.has_lost;
}

/* As if nothing had been drawn yet: curses takes the screen again with the next frame. Mouse and title are as they were
 * before the frame that is dropped. */
static void start_over(bool mouse_was_on, bool was_titled)
{
    endwin();
    frame_output_drop(&term.frame);
    term.cursor_shown = -1;
    term.mouse_is_on = mouse_was_on;
    term.is_titled = was_titled;
    text_clear(&term.title_shown);
    term_forget();
}

TermShown term_show(const Canvas *canvas, bool rings)
{
    const bool mouse_was_on = term.mouse_is_on, was_titled = term.is_titled;
    if (!draw(canvas, rings)) {
        start_over(mouse_was_on, was_titled);
        if (!draw(canvas, rings)) {
            start_over(mouse_was_on, was_titled);
            return TERM_NO_FRAME;
        }
    }
    if (!term.is_taken || term.is_farewell_old)
        set_farewell();
    term.is_taken = true;
    term.is_farewell_old = false;
    const bool is_sent = frame_output_send(&term.frame, STDOUT_FILENO);
    if (!term.shown)
        remember(canvas);
    return is_sent ? TERM_SHOWN : TERM_GONE;
}

bool term_notice(const char *sequence)
{
    frame_output_add(&term.frame, sequence);
    return frame_output_send(&term.frame, STDOUT_FILENO);
}
