/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"
#include "base/words.h"
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"
#include "cli/print_keys.h"
#include "settings/settings.h"
#include "settings/settings_change.h"
#include "yaml/document.h"
#include "yaml/emit.h"

enum { SETTINGS_MOST = 64, PLACE_COLUMN = 34 };

/* What holds where the file does not say it, as the file would. */
static const struct {
    const char *key, *value;
} usual[] = {
    {"places", "[]"},  {"tools", "[]"},   {"minutes", "any"},   {"per_week", "2"},  {"favourites", "[]"},
    {"health", "[]"},  {"level", "auto"}, {"first", "written"}, {"pace", "auto"},   {"voice", "off"},
    {"words", "full"}, {"rate", "100"},   {"sound", "auto"},    {"volume", "60"},   {"theme", "auto"},
    {"motion", "on"},  {"mouse", "on"},   {"ascii", "auto"},    {"title", "off"},   {"notices", "off"},
    {"awake", "on"},   {"hooks", "{}"},   {"journal", "off"},   {"journals", "[]"}, {"keys", "{}"},
};

/* The settings file as it is, and what is wrong with it. */
typedef struct Config {
    char *path, *text; /* NULL: no path is known; nothing was read */
    size_t length;
    Settings settings;
    DiagnosticList diags;
    Arena arena;
    const Node *root; /* NULL: it says nothing, or is broken */
} Config;

static void read_config(Config *config)
{
    DiagnosticList ignored = {0};
    *config = (Config){.path = path_config(settings_file)};
    diagnostic_init(&config->diags, config->path);
    if (config->path)
        context_load_settings(&config->settings, config->path, NULL, &config->diags, &config->text, &config->length);
    if (config->text)
        document_read(&config->arena, config->text, config->length, &ignored, &config->root);
    if (config->root && config->root->kind != NODE_MAP)
        config->root = NULL;
    diagnostic_release(&ignored);
}

static void release_config(Config *config)
{
    settings_release(&config->settings);
    diagnostic_release(&config->diags);
    arena_release(&config->arena);
    free(config->text);
    free(config->path);
}

/* The entry of a key, if the file has it and it is right; what is wrong counts for nothing. */
static const Entry *entry_of(const Config *config, const char *key)
{
    for (const Entry *entry = config->root ? config->root->entries : NULL; entry; entry = entry->next) {
        if (strcmp(entry->key->text, key) != 0)
            continue;
        const uint32_t first = entry->key->mark.line, end = entry->next ? entry->next->key->mark.line : UINT32_MAX;
        for (size_t i = 0; i < config->diags.count; i++) {
            const uint32_t line = config->diags.items[i].mark.line;
            if (config->diags.items[i].severity == SEVERITY_ERROR && line >= first && line < end)
                return NULL;
        }
        return entry;
    }
    return NULL;
}

static const char *usual_of(const char *key)
{
    for (size_t i = 0; i < ARRAY_LEN(usual); i++) {
        if (strcmp(usual[i].key, key) == 0)
            return usual[i].value;
    }
    return "";
}

/* On one line, whatever the file does. */
static void add_flow(Text *into, const Node *node)
{
    if (node->kind == NODE_SCALAR) {
        emit_scalar(into, node->text, node->length, node->is_plain);
        return;
    }
    text_add_char(into, node->kind == NODE_LIST ? '[' : '{');
    for (const Entry *entry = node->entries; entry; entry = entry->next) {
        text_add(into, entry == node->entries ? "" : ", ");
        if (entry->key) {
            add_flow(into, entry->key);
            text_add(into, ": ");
        }
        add_flow(into, entry->value);
    }
    text_add_char(into, node->kind == NODE_LIST ? ']' : '}');
}

static void add_value(Text *into, const Config *config, const char *key)
{
    const Entry *entry = entry_of(config, key);
    if (entry)
        add_flow(into, entry->value);
    else
        text_add(into, usual_of(key));
}

static void print_key(const Config *config, const char *key)
{
    const Entry *entry = entry_of(config, key);
    Text line = {0};
    text_print(&line, "%s: ", key);
    add_value(&line, config, key);
    Text row = {0};
    print_column(&row, text_show(&line), PLACE_COLUMN);
    if (entry)
        text_print(&row, " # line %lu", (unsigned long)entry->key->mark.line);
    else
        text_add(&row, " # not set");
    print_line("%s", text_show(&row));
    text_release(&row);
    text_release(&line);
}

static json_t *json_of_config(const Config *config)
{
    json_t *object = json_object();
    for (size_t i = 0; i < settings_table.count; i++) {
        const char *key = settings_table.fields[i].key;
        const Entry *entry = entry_of(config, key);
        Text value = {0};
        add_value(&value, config, key);
        json_object_set_new(object, key,
                            json_pack("{s:o, s:o}", "value", json_of_text(text_show(&value)), "line",
                                      entry ? json_integer(entry->key->mark.line) : json_null()));
        text_release(&value);
    }
    return json_pack("{s:o, s:o}", "path", json_of_text(config->path), "settings", object);
}

static int print_all(const Config *config, const Options *options)
{
    if (options_has(options, OPTION_JSON))
        return json_print(json_of_config(config));
    print_line("# %s%s", config->path ? config->path : "there is no folder for the settings",
               config->text ? "" : " (not there yet)");
    for (size_t i = 0; i < settings_table.count; i++)
        print_key(config, settings_table.fields[i].key);
    return EXIT_FINE;
}

/* Several words are a list: `knead config tools tennis-ball block`. */
static char *joined(const Context *context)
{
    Text value = {0};
    if (context->count == 2)
        return memory_copy_text(context->arguments[1]);
    for (int i = 1; i < context->count; i++) {
        const char *argument = context->arguments[i];
        text_add(&value, i == 1 ? "[" : ", ");
        emit_scalar(&value, argument, strlen(argument), !strpbrk(argument, ",:#[]{} "));
    }
    text_add_char(&value, ']');
    return text_detach(&value);
}

static int change(const char *key, const char *value)
{
    char *path = path_config(settings_file), *problem = NULL;
    if (!path)
        return print_failure("there is no folder for the settings; set HOME or XDG_CONFIG_HOME");
    const bool is_stored = settings_change_file(path, key, value, &problem);
    free(path);
    if (!is_stored)
        print_failure("%s", problem);
    free(problem);
    return is_stored ? EXIT_FINE : EXIT_FAILED;
}

static bool is_key(const char *name)
{
    const char *names[SETTINGS_MOST];
    Text problem = {0};
    for (size_t i = 0; i < settings_table.count; i++)
        names[i] = settings_table.fields[i].key;
    const Words keys = {names, settings_table.count};
    if (words_find(&keys, name, strlen(name)) >= 0)
        return true;
    text_print(&problem, "there is no setting '%s'", name);
    option_suggest(&problem, &keys, name, NULL);
    print_failure("%s", text_show(&problem));
    text_release(&problem);
    return false;
}

static int run_config(const Context *context)
{
    const char *key = context->count > 0 ? context->arguments[0] : NULL;
    const bool is_reset = options_has(context->options, OPTION_RESET);
    if (key && !is_key(key))
        return EXIT_USAGE;
    if (is_reset && context->count != 1) {
        print_failure("--reset needs one setting, and no value");
        return EXIT_USAGE;
    }
    if (context->count > 1 || is_reset) {
        char *value = is_reset ? NULL : joined(context);
        const int status = change(key, value);
        free(value);
        return status;
    }
    Config config;
    read_config(&config);
    int status = EXIT_FINE;
    if (key && strcmp(key, "keys") == 0) {
        print_keys(&config.settings.keys);
    } else if (key) {
        Text value = {0};
        add_value(&value, &config, key);
        print_line("%s", text_show(&value));
        text_release(&value);
    } else {
        status = print_all(&config, context->options);
    }
    print_diags(&config.diags, config.text, config.length);
    release_config(&config);
    return status;
}

const Command command_config = {
    .name = "config",
    .arguments = "[KEY [VALUE...]]",
    .summary = "your settings: what holds, where it comes from, and a new value",
    .details =
        "Without a key, all settings with the line of config.yaml that says so. A new value is written into that "
        "file, whose comments stay; several words make a list. --reset takes the key out again. `knead config keys` "
        "lists "
        "all actions with their keys.",
    .example =
        "knead config\nknead config theme light\nknead config tools tennis-ball block\nknead config minutes --reset",
    .options = OPTION_BIT(OPTION_JSON) | OPTION_BIT(OPTION_RESET),
    .most = 64,
    .run = run_config,
};
