/* SPDX-License-Identifier: MIT */
#include "settings/settings.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/text.h"
#include "routine/spelling.h"
#include "settings/change.h"
#include "settings/sheet.h"
#include "yaml/document.h"

enum { MOST_MINUTES = 720 };

const char settings_file[] = "config.yaml";

/* clang-format off */
static const char *const first_sides[] = {
    [FIRST_AS_WRITTEN] = "written", [FIRST_LEFT] = "left", [FIRST_RIGHT] = "right", [FIRST_BEHIND] = "behind",
};
/* clang-format on */
static const char *const themes[] = {[THEME_AUTO] = "auto", [THEME_DARK] = "dark", [THEME_LIGHT] = "light"};
_Static_assert(ARRAY_LEN(first_sides) == FIRST_COUNT, "a word for each FirstSide");
_Static_assert(ARRAY_LEN(themes) == THEME_COUNT, "a word for each ThemeChoice");

const Words first_side_words = {first_sides, FIRST_COUNT};
const Words theme_words = {themes, THEME_COUNT};

#define AT(member) .at = offsetof(Settings, member)
static const Field fields[] = {
    {"places", schema_word_list, AT(places), .words = &place_words, .noun = "place",
     .help = "Where you are: any of desk, chair, wall, doorway, floor, bed; [] for anywhere."},
    {"tools", tools_at_hand_read, AT(tools), .noun = "tool",
     .help = "The tools at hand, named as routines name them; none for no tools, [] for not asked about."},
    {"minutes", schema_number, AT(minutes), .min = 1, .max = MOST_MINUTES,
     .help = "The minutes there are, 1 to 720; any number if not said."},
    {"health", schema_word_list, AT(health), .words = &health_words, .noun = "health word",
     .help = "What you have: moves that do not go with it step back; see `knead help safety`."},
    {"first", schema_word, AT(first), .words = &first_side_words, .noun = "side",
     .help = "Which side comes first: written (as the routine says), left, right, or behind (the one worked less)."},
    {"theme", schema_word, AT(theme), .words = &theme_words, .noun = "theme",
     .help = "Colours for a dark or a light terminal, or auto."},
};
#undef AT

const FieldTable settings_table = {"the settings", fields, ARRAY_LEN(fields), SIZE_MAX};

static const char new_file[] =
    "# What knead knows of you and where you are. Where it changes a line, your comments stay.\n";

bool settings_read(Settings *settings, const char *text, size_t length, DiagnosticList *diags)
{
    Arena arena = {0};
    const Node *root;
    size_t errors = diags->errors;
    Walk walk = {.arena = &settings->arena, .diags = diags, .guesses = &spelling_guesses};
    if (sheet_parse(&arena, text, length, diags, &root) && root)
        schema_read(&walk, &settings_table, root, settings);
    arena_release(&arena);
    bool is_good = diags->errors == errors;
    diagnostic_sort(diags);
    return is_good;
}

void settings_release(Settings *settings)
{
    arena_release(&settings->arena);
    *settings = (Settings){0};
}

/* Reads a file; one that is not there is an empty one. False with `diags`. */
static bool read_source(const char *path, DiagnosticList *diags, char **source, size_t *length, FileStamp *stamp)
{
    FileResult result = file_read_stamped(path, DOCUMENT_LIMIT, source, length, stamp);
    if (result == FILE_TOO_LARGE)
        return diagnostic_error(diags, (Mark){0}, "the file is larger than 1 MiB");
    if (result == FILE_FAILED && errno == EINVAL)
        return diagnostic_error(diags, (Mark){0}, "this is no file but a folder, a pipe or a device");
    if (result == FILE_FAILED)
        return diagnostic_error(diags, (Mark){0}, "the file cannot be read: %s", strerror(errno));
    return true;
}

bool settings_load(Settings *settings, const char *path, DiagnosticList *diags, char **source, size_t *length)
{
    FileStamp stamp;
    const bool is_fine = read_source(path, diags, source, length, &stamp) &&
                         (!*source || settings_read(settings, *source, *length, diags));
    settings->stamp = stamp;
    return is_fine;
}

bool settings_has_health(const Settings *settings, Health health)
{
    for (size_t i = 0; i < settings->health.count; i++)
        if (settings->health.items[i] == health)
            return true;
    return false;
}

char *settings_change(const char *text, size_t length, const char *key, const char *value, DiagnosticList *diags)
{
    for (size_t i = 0; i < ARRAY_LEN(fields); i++)
        if (strcmp(fields[i].key, key) == 0)
            return text && length > 0 ? change_make(text, length, &fields[i], value, diags)
                                      : change_make(new_file, strlen(new_file), &fields[i], value, diags);
    diagnostic_error(diags, (Mark){0}, "the settings have no key '%s'", key);
    return NULL;
}

/* Looks before file_write does, to tell in plainer words why it would refuse. */
static bool check_place(const char *path, DiagnosticList *diags)
{
    struct stat status;
    if (access(path, F_OK) != 0 && lstat(path, &status) == 0 && S_ISLNK(status.st_mode))
        return diagnostic_error(diags, (Mark){0}, "it is a link to a file that is not there");
    if (access(path, F_OK) == 0 && access(path, W_OK) != 0)
        return diagnostic_error(diags, (Mark){0}, "it cannot be written: %s", strerror(errno));
    char *folder = path_folder(path);
    bool is_good = path_make_folder(folder) ||
                   diagnostic_error(diags, (Mark){0}, "its folder cannot be made: %s", strerror(errno));
    free(folder);
    return is_good;
}

static bool store(const char *path, const char *key, const char *value, DiagnosticList *diags)
{
    char *text = NULL, *changed = NULL;
    size_t length = 0;
    bool is_stored = false;
    FileStamp stamp;
    if (read_source(path, diags, &text, &length, &stamp))
        changed = settings_change(text, length, key, value, diags);
    if (changed) {
        bool is_same = text ? strcmp(changed, text) == 0 : !value;
        is_stored = is_same || (check_place(path, diags) &&
                                (file_write_private(path, changed, strlen(changed)) ||
                                 diagnostic_error(diags, (Mark){0}, "it cannot be written: %s", strerror(errno))));
    }
    free(changed);
    free(text);
    return is_stored;
}

bool settings_store(const char *path, const char *key, const char *value, char **problem)
{
    *problem = NULL;
    DiagnosticList diags;
    diagnostic_init(&diags, path);
    bool is_stored = store(path, key, value, &diags);
    if (!is_stored) {
        uint32_t line = diags.count > 0 ? diags.items[0].mark.line : 0;
        char *place = line ? memory_print("line %lu: ", (unsigned long)line) : memory_copy_text("");
        *problem = memory_print("%s was not changed: %s%s", diags.file, place, diagnostic_first(&diags));
        free(place);
    }
    diagnostic_release(&diags);
    return is_stored;
}

char *settings_list_of_words(const WordList *list, const Words *words)
{
    Text text = {0};
    for (size_t i = 0; i < list->count; i++)
        text_print(&text, "%s%s", i ? ", " : "[", words->items[list->items[i]]);
    text_add(&text, list->count ? "]" : "[]");
    return text_detach(&text);
}
