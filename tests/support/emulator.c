/* SPDX-License-Identifier: MIT */
#include "support/emulator.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <vterm.h>

#include "base/memory.h"
#include "base/text.h"

struct Emulator {
    VTerm *vterm;
    VTermScreen *screen;
    int rows, columns, bells;
    bool is_alternate, is_cursor_shown, has_mouse;
    bool is_after_esc, is_handed_on; /* of what comes in; see feed */
    Text text, input;
};

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    Emulator *emulator = user;
    if (property == VTERM_PROP_ALTSCREEN)
        emulator->is_alternate = value->boolean;
    else if (property == VTERM_PROP_CURSORVISIBLE)
        emulator->is_cursor_shown = value->boolean;
    else if (property == VTERM_PROP_MOUSE)
        emulator->has_mouse = value->number != VTERM_PROP_MOUSE_NONE;
    return 1;
}

static int on_bell(void *user)
{
    ((Emulator *)user)->bells++;
    return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_property, .bell = on_bell};

Emulator *emulator_new(int rows, int columns)
{
    Emulator *emulator = memory_new(sizeof *emulator);
    *emulator = (Emulator){.rows = rows, .columns = columns, .is_cursor_shown = true};
    emulator->vterm = vterm_new(rows, columns);
    vterm_set_utf8(emulator->vterm, 1);
    emulator->screen = vterm_obtain_screen(emulator->vterm);
    vterm_screen_set_callbacks(emulator->screen, &callbacks, emulator);
    vterm_screen_enable_altscreen(emulator->screen, 1);
    vterm_screen_reset(emulator->screen, 1);
    return emulator;
}

void emulator_free(Emulator *emulator)
{
    vterm_free(emulator->vterm);
    text_release(&emulator->text);
    text_release(&emulator->input);
    free(emulator);
}

void emulator_resize(Emulator *emulator, int rows, int columns)
{
    emulator->rows = rows;
    emulator->columns = columns;
    vterm_set_size(emulator->vterm, rows, columns);
}

/* What tmux would hand on to the terminal that it runs in, ESC P ... ESC \ with each ESC doubled, is left out: tmux shows
 * nothing of it, while newer versions of libvterm end it at the first doubled ESC and show the rest as text. */
static void feed(Emulator *emulator, const char *bytes, size_t length)
{
    text_clear(&emulator->input);
    for (size_t i = 0; i < length; i++) {
        const bool is_after_esc = emulator->is_after_esc;
        emulator->is_after_esc = bytes[i] == '\033' && !is_after_esc;
        if (emulator->is_handed_on) {
            emulator->is_handed_on = !(is_after_esc && bytes[i] == '\\');
        } else if (is_after_esc && bytes[i] == 'P') {
            emulator->is_handed_on = true;
        } else {
            if (is_after_esc)
                text_add_char(&emulator->input, '\033');
            if (!emulator->is_after_esc)
                text_add_char(&emulator->input, bytes[i]);
        }
    }
    vterm_input_write(emulator->vterm, text_show(&emulator->input), emulator->input.length);
}

size_t emulator_take(Emulator *emulator, const char *bytes, size_t length, char *answer, size_t size)
{
    feed(emulator, bytes, length);
    return vterm_output_read(emulator->vterm, answer, size);
}

static void encode(Text *text, uint32_t point)
{
    if (point < 0x80) {
        text_add_char(text, (char)point);
        return;
    }
    int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    static const unsigned char heads[] = {0, 0xc0, 0xe0, 0xf0};
    text_add_char(text, (char)(heads[more] | point >> 6 * more));
    while (more-- > 0)
        text_add_char(text, (char)(0x80 | (point >> 6 * more & 0x3f)));
}

/* Adds a cell's character; nothing for one that was never written, or for the second half of a wide one. */
static void encode_cell(Text *text, const VTermScreenCell *cell)
{
    for (size_t i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i] != 0 && cell->chars[i] != UINT32_MAX; i++)
        encode(text, cell->chars[i]);
}

static void add_row(Emulator *emulator, Text *text, int row)
{
    size_t end = text->length;
    for (int column = 0; column < emulator->columns; column++) {
        VTermScreenCell cell;
        vterm_screen_get_cell(emulator->screen, (VTermPos){.row = row, .col = column}, &cell);
        if (cell.chars[0] == 0)
            text_add_char(text, ' ');
        else
            encode_cell(text, &cell);
        if (cell.chars[0] != 0 && cell.chars[0] != ' ')
            end = text->length;
    }
    if (text->length > end) {
        text->length = end;
        text->bytes[end] = '\0';
    }
}

const char *emulator_row(Emulator *emulator, int row)
{
    text_clear(&emulator->text);
    if (row >= 0 && row < emulator->rows)
        add_row(emulator, &emulator->text, row);
    return text_show(&emulator->text);
}

const char *emulator_text(Emulator *emulator)
{
    text_clear(&emulator->text);
    for (int row = 0; row < emulator->rows; row++) {
        add_row(emulator, &emulator->text, row);
        text_add_char(&emulator->text, '\n');
    }
    return text_show(&emulator->text);
}

/* The column of the cell whose text begins at this byte of the row. */
static int column_of_byte(const Emulator *emulator, int row, size_t byte)
{
    int column = 0;
    for (size_t passed = 0; column < emulator->columns; column++) {
        PtyCell cell = emulator_cell(emulator, row, column);
        passed += cell.text[0] == '\0' && cell.width > 0 ? 1 : strlen(cell.text);
        if (passed > byte)
            break;
    }
    return column;
}

bool emulator_find(Emulator *emulator, const char *text, int *found_row, int *found_column)
{
    for (int row = 0; row < emulator->rows; row++) {
        const char *line = emulator_row(emulator, row);
        const char *place = strstr(line, text);
        if (place == NULL)
            continue;
        if (found_row != NULL)
            *found_row = row;
        if (found_column != NULL)
            *found_column = column_of_byte(emulator, row, (size_t)(place - line));
        return true;
    }
    return false;
}

static int palette_index(const VTermColor *color)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color))
        return PTY_COLOR_DEFAULT;
    return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : PTY_COLOR_RGB;
}

PtyCell emulator_cell(const Emulator *emulator, int row, int column)
{
    VTermScreenCell cell = {.width = 1};
    PtyCell result = {.foreground = PTY_COLOR_DEFAULT, .background = PTY_COLOR_DEFAULT};
    if (!vterm_screen_get_cell(emulator->screen, (VTermPos){.row = row, .col = column}, &cell))
        return result;
    Text text = {0};
    encode_cell(&text, &cell);
    if (text.length < sizeof result.text)
        memcpy(result.text, text_show(&text), text.length);
    text_release(&text);
    result.width = cell.chars[0] == UINT32_MAX ? 0 : cell.width;
    result.bold = cell.attrs.bold;
    result.underline = cell.attrs.underline != 0;
    result.reverse = cell.attrs.reverse;
    result.blink = cell.attrs.blink;
    result.foreground = palette_index(&cell.fg);
    result.background = palette_index(&cell.bg);
    return result;
}

void emulator_cursor(const Emulator *emulator, int *row, int *column, bool *is_shown)
{
    VTermPos place;
    vterm_state_get_cursorpos(vterm_obtain_state(emulator->vterm), &place);
    *row = place.row;
    *column = place.col;
    *is_shown = emulator->is_cursor_shown;
}

int emulator_bells(const Emulator *emulator)
{
    return emulator->bells;
}

const char *emulator_left_over(const Emulator *emulator)
{
    const VTermState *state = vterm_obtain_state(emulator->vterm);
    VTermValue bold, reverse, foreground, background;
    vterm_state_get_penattr(state, VTERM_ATTR_BOLD, &bold);
    vterm_state_get_penattr(state, VTERM_ATTR_REVERSE, &reverse);
    vterm_state_get_penattr(state, VTERM_ATTR_FOREGROUND, &foreground);
    vterm_state_get_penattr(state, VTERM_ATTR_BACKGROUND, &background);
    if (emulator->is_alternate)
        return "the alternate screen is still shown";
    if (!emulator->is_cursor_shown)
        return "the cursor is still hidden";
    if (emulator->has_mouse)
        return "the mouse is still reported";
    if (bold.boolean || reverse.boolean)
        return "text is still bold or reversed";
    if (!VTERM_COLOR_IS_DEFAULT_FG(&foreground.color) || !VTERM_COLOR_IS_DEFAULT_BG(&background.color))
        return "text still has a colour";
    return NULL;
}
