/* SPDX-License-Identifier: MIT */
#include "settings/theme_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/spelling.h"
#include "yaml/document.h"

enum { HEX_DIGITS = 6, MOST_COLOUR = 255 };

const char theme_file_folder[] = "themes";

static const char *const bases[] = {[GROUND_AS_TOLD] = "auto", [GROUND_DARK] = "dark", [GROUND_LIGHT] = "light"};
const Words theme_file_bases = {bases, ARRAY_LEN(bases)};

static const char colour_ways[] = "a colour such as \"#d7875f\", a number from 0 to 255 or terminal";

/* `#d7875f` without quotes is a comment. */
static bool report_colour(Walk *walk, const Field *field, const Node *value)
{
    schema_wrong(walk, field, value, colour_ways);
    if (value->kind == NODE_SCALAR && value->is_plain && value->length == 0)
        diagnostic_hint(walk->diags, "a colour that starts with # needs quotes: `%s: \"#d7875f\"`", field->key);
    else if (value->kind == NODE_SCALAR && strspn(value->text, "0123456789abcdefABCDEF") == HEX_DIGITS &&
             value->length == HEX_DIGITS)
        diagnostic_hint(walk->diags, "write `%s: \"#%s\"`", field->key, value->text);
    return false;
}

/* What is drawn lies beside and over other parts of the same picture, for which it needs a colour. */
static bool read_terminal(Walk *walk, const Field *field, const Node *value, int16_t *own)
{
    const size_t role = (field->at - offsetof(ThemeFile, own)) / sizeof *own;
    if (role > ROLE_BREATH || role == ROLE_ACCENT) {
        diagnostic_error(walk->diags, value->mark, "%s needs a colour, found 'terminal'", field->key);
        diagnostic_hint(walk->diags, "only text can have the terminal's own colour; leave %s out to keep the usual one",
                        field->key);
        return false;
    }
    *own = theme_own(-1);
    return true;
}

static bool read_colour(Walk *walk, const Field *field, const Node *value, void *at)
{
    int16_t *own = at;
    int32_t number;
    if (value->kind != NODE_SCALAR)
        return report_colour(walk, field, value);
    const char *text = value->text;
    if (strcmp(text, "terminal") == 0)
        return read_terminal(walk, field, value, own);
    if (value->length == 1 + HEX_DIGITS && text[0] == '#' && strspn(text + 1, "0123456789abcdefABCDEF") == HEX_DIGITS) {
        *own = theme_own(theme_nearest((int32_t)strtol(text + 1, NULL, 16)));
        return true;
    }
    if (!schema_digits(text, value->length, &number) || number > MOST_COLOUR)
        return report_colour(walk, field, value);
    *own = theme_own((int)number);
    return true;
}

/* clang-format off */
#define ROLE_FIELD(role, name, meaning) \
    {name, read_colour, offsetof(ThemeFile, own[ROLE_##role]), .min = 0, .max = MOST_COLOUR, .help = meaning},
static const Field fields[] = {
    {"base", schema_word, offsetof(ThemeFile, base), .words = &theme_file_bases,
     .help = "What the other colours are: those of the theme dark or light, or auto, which is the default."},
    ROLES(ROLE_FIELD)
};
#undef ROLE_FIELD
/* clang-format on */

const FieldTable theme_file_table = {"a theme", fields, ARRAY_LEN(fields), SIZE_MAX};

char *theme_file_path(const char *settings_path, const char *name)
{
    char *above = path_folder(settings_path), *folder = path_join(above, theme_file_folder);
    char *file = memory_print("%s.yaml", name), *path = path_join(folder, file);
    free(file);
    free(folder);
    free(above);
    return path;
}

bool theme_file_read(Theme *theme, const char *text, size_t length, DiagnosticList *diags)
{
    Arena arena = {0};
    const Node *root;
    const size_t errors = diags->errors;
    ThemeFile file = {0};
    Walk walk = {.arena = &arena, .diags = diags, .guesses = &spelling_guesses};
    if (document_read(&arena, text, length, diags, &root) && root)
        schema_read(&walk, &theme_file_table, root, &file);
    arena_release(&arena);
    diagnostic_sort(diags);
    theme->ground = (ThemeGround)file.base;
    memcpy(theme->own, file.own, sizeof theme->own);
    return diags->errors == errors;
}

bool theme_file_load(Theme *theme, const char *path, DiagnosticList *diags, char **source, size_t *length,
                     FileStamp *stamp)
{
    if (!document_load(path, diags, source, length, stamp))
        return false;
    if (!*source)
        return diagnostic_error(diags, (Mark){0}, "the file does not exist");
    return theme_file_read(theme, *source, *length, diags);
}
