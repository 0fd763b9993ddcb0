/* SPDX-License-Identifier: MIT */
#include "settings/theme_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "routine/spelling.h"
#include "ui/widgets/contrast.h"
#include "yaml/document.h"

enum { HEX_DIGITS = 6, MOST_COLOUR = 255, FIRST_KNOWN = 16, MIDDLE = 5 };

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

#define ROLE_KEY(role, name, meaning) [ROLE_##role] = (name),
static const char *const role_names[] = {ROLES(ROLE_KEY)};
#undef ROLE_KEY

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

/* The ground on which a role is seen the worst of those that the theme is for, measured by what is wanted; NULL where
 * it is seen well enough on all. */
static const ContrastPromise *find_worst(const Theme *theme, Role role, int32_t rgb)
{
    const ContrastPromise *worst = NULL;
    double least = 1;
    for (size_t i = 0; i < CONTRAST_PROMISES; i++) {
        const ContrastPromise *promise = &contrast_promises[i];
        const double wanted = contrast_wanted(promise, role);
        if (promise->theme.is_contrast || promise->theme.ground != theme->ground || wanted <= 0)
            continue;
        const double share = contrast_ratio(rgb, promise->ground) / wanted;
        if (share < least) {
            worst = promise;
            least = share;
        }
    }
    return worst;
}

static void check_role(const Theme *theme, Role role, const char *name, const Node *root, DiagnosticList *diags)
{
    const Node *value = node_find(root, name, NULL);
    const int colour = theme->own[role] - theme_own(0);
    if (!value || theme->own[role] == 0 || colour < FIRST_KNOWN)
        return;
    const int32_t rgb = theme_rgb(colour);
    const ContrastPromise *worst = find_worst(theme, role, rgb);
    if (!worst)
        return;
    diagnostic_warning(diags, value->mark, "%s is hard to see: its contrast on %s is %.1f to 1, %s needs %.1f", name,
                       worst->ground_name, contrast_ratio(rgb, worst->ground),
                       role <= ROLE_BREATH ? "text" : "what is drawn", contrast_wanted(worst, role));
    diagnostic_hint(diags, "take a %s colour", contrast_ratio(worst->ground, 0) > MIDDLE ? "darker" : "lighter");
}

void theme_file_check_contrast(const Theme *theme, const char *text, size_t length, DiagnosticList *diags)
{
    Arena arena = {0};
    DiagnosticList known; /* what cannot be parsed was reported when the theme was read */
    const Node *root = NULL;
    diagnostic_init(&known, NULL);
    if (document_read(&arena, text, length, &known, &root) && root && root->kind == NODE_MAP) {
        for (size_t i = 0; i < ARRAY_LEN(role_names); i++)
            check_role(theme, (Role)i, role_names[i], root, diags);
        diagnostic_sort(diags);
    }
    diagnostic_release(&known);
    arena_release(&arena);
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
