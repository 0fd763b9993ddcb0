/* SPDX-License-Identifier: MIT */
#include "cli/option.h"

#include <getopt.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "routine/names.h"
#include "routine/spelling.h"

static const char *const one_side_items[] = {"left", "right"};
static const Words one_side_words = {one_side_items, ARRAY_LEN(one_side_items)};

const OptionRow option_rows[OPTION_COUNT] = {
    [OPTION_ROUTINES] = {"routines", OPTION_IS_TEXT, "DIR", .help = "use routines and moves from this folder only"},
    [OPTION_MINUTES] = {"minutes", OPTION_IS_NUMBER, "N", "fit to N minutes; in a list: at most N", .min = 1,
                        .max = 720},
    [OPTION_FROM] = {"from", OPTION_IS_TEXT, "N|DATE|ROUTINE",
                     "play: start at move N; programme: week N, or DATE; new: a copy of ROUTINE", .min = 1,
                     .max = 5000},
    [OPTION_SIDE] = {"side", OPTION_IS_WORD, "SIDE", "only that side: left or right", .words = &one_side_words},
    [OPTION_LEVEL] = {"level", OPTION_IS_WORD, "LEVEL", "how hard to press: gentle, standard or firm",
                      .words = &level_words},
    [OPTION_PLAIN] = {"plain", OPTION_IS_FLAG, NULL, .help = "line mode: print each step as a line of text"},
    [OPTION_SPEED] = {"speed", OPTION_IS_NUMBER, "N", "rehearse N times as fast (1 to 1000); nothing is recorded",
                      .min = 1, .max = 1000},
    [OPTION_MUTE] = {"mute", OPTION_IS_FLAG, NULL, .help = "no voice and no sound"},
    [OPTION_QUIET] = {"quiet", OPTION_IS_FLAG, NULL, .help = "no sound: show the side in large letters at each step"},
    [OPTION_YES] = {"yes", OPTION_IS_FLAG, NULL, "ask nothing; end an unfinished session and keep it in your history",
                    .letter = 'y'},
    [OPTION_FOR] = {"for", OPTION_IS_LIST, "WORDS", .help = "what it is for, in your own words, as in \"stiff neck\""},
    [OPTION_AREA] = {"area", OPTION_IS_WORDS, "AREA", "only for this body part, or for any of several: a,b",
                     .words = &area_words},
    [OPTION_AT] = {"at", OPTION_IS_WORDS, "PLACE", "only what you can do in this place, or in any of several",
                   .words = &place_words},
    [OPTION_TOOL] = {"tool", OPTION_IS_LIST, "TOOL",
                     .help = "the tools you have, as in tennis-ball,block; none: no tools"},
    [OPTION_GOAL] = {"goal", OPTION_IS_WORDS, "GOAL", "only routines with this goal", .words = &goal_words},
    [OPTION_MOVES] = {"moves", OPTION_IS_FLAG, NULL, .help = "shared moves instead of routines"},
    [OPTION_TOOLS] = {"tools", OPTION_IS_FLAG, NULL, .help = "tools, from soft to hard, and what each is good for"},
    [OPTION_TIMELINE] = {"timeline", OPTION_IS_FLAG, NULL, .help = "show everything that happens, by the second"},
    [OPTION_YAML] = {"yaml", OPTION_IS_FLAG, NULL,
                     .help = "print one complete file, with its shared moves written out"},
    [OPTION_POSITIONS] = {"positions", OPTION_IS_FLAG, NULL, .help = "draw the position of each move"},
    [OPTION_HTML] = {"html", OPTION_IS_TEXT, "FILE", .help = "save a page (HTML) as FILE; - prints it"},
    [OPTION_SVG] = {"svg", OPTION_IS_TEXT, "FILE", .help = "save a picture (SVG) as FILE; - prints it"},
    [OPTION_STRICT] = {"strict", OPTION_IS_FLAG, NULL, .help = "treat warnings as errors"},
    [OPTION_DAYS] = {"days", OPTION_IS_NUMBER, "N", "only the last N days", .min = 1, .max = 36500},
    [OPTION_SINCE] = {"since", OPTION_IS_TEXT, "DATE", .help = "only from this day on, as in 2026-05-01"},
    [OPTION_HEADER] = {"header", OPTION_IS_FLAG, NULL, .help = "name the columns in a first line"},
    [OPTION_WEEKS] = {"weeks", OPTION_IS_NUMBER, "N", "this week and those before it, N in all", .min = 1, .max = 520},
    [OPTION_CSV] = {"csv", OPTION_IS_FLAG, NULL, .help = "print a table for spreadsheets"},
    [OPTION_ICS] = {"ics", OPTION_IS_FLAG, NULL, .help = "print a file for calendars"},
    [OPTION_SAVE] = {"save", OPTION_IS_TEXT, "ID", .help = "save it as your own routine with this id"},
    [OPTION_PLAY] = {"play", OPTION_IS_FLAG, NULL, .help = "start it right away"},
    [OPTION_TRY] = {"try", OPTION_IS_FLAG, NULL, .help = "speak a sentence and play each sound"},
    [OPTION_END] = {"end", OPTION_IS_FLAG, NULL, .help = "end the pause: you are back"},
    [OPTION_RESET] = {"reset", OPTION_IS_FLAG, NULL, .help = "take the setting out of the file"},
    [OPTION_NOTIFY] = {"notify", OPTION_IS_FLAG, NULL, .help = "show it as a notice of the desktop; print nothing"},
    [OPTION_SESSION] = {"session", OPTION_IS_NUMBER, "N", "that session; else the newest", .min = 1, .max = INT32_MAX},
    [OPTION_FORMAT] = {"format", OPTION_IS_TEXT, "TEXT",
                       .help = "print that text, with values in braces, as in {left}"},
    [OPTION_WATCH] = {"watch", OPTION_IS_FLAG, NULL, .help = "print a line at each change, until the session ends"},
    [OPTION_JSON] = {"json", OPTION_IS_FLAG, NULL, .help = "print JSON"},
    [OPTION_HELP] = {"help", OPTION_IS_FLAG, NULL, "show help for knead or a command", .letter = 'h'},
    [OPTION_VERSION] = {"version", OPTION_IS_FLAG, NULL, "show the version of knead", .letter = 'V'},
};

bool options_has(const Options *options, OptionId id)
{
    return (options->given & OPTION_BIT(id)) != 0;
}

void option_print(OptionId id, Text *into)
{
    const OptionRow *row = &option_rows[id];
    if (row->letter)
        text_print(into, "-%c, ", row->letter);
    text_print(into, "--%s", row->name);
    if (row->argument)
        text_print(into, " %s", row->argument);
}

static const char *nearest_option(const char *name)
{
    static const char *names[OPTION_COUNT];
    for (int i = 0; i < OPTION_COUNT; i++)
        names[i] = option_rows[i].name;
    const Words words = {names, OPTION_COUNT};
    return words_nearest(&words, name);
}

static bool read_number(const OptionRow *row, const char *text, int32_t *number, Text *problem)
{
    char *end = NULL;
    const long value = strtol(text, &end, 10);
    if (end == text || *end != '\0' || value < row->min || value > row->max) {
        text_print(problem, "--%s must be a number from %d to %d, found '%s'", row->name, row->min, row->max, text);
        return false;
    }
    *number = (int32_t)value;
    return true;
}

bool options_number(const Options *options, OptionId id, int32_t *number, Text *problem)
{
    return !options_has(options, id) || read_number(&option_rows[id], options->texts[id], number, problem);
}

void option_suggest(Text *problem, const Words *words, const char *text, const char *first)
{
    const char *everyday = spelling_of_word(words, text), *nearest = everyday ? everyday : words_nearest(words, text);
    if (nearest) {
        text_print(problem, " (did you mean '%s'?)", nearest);
        return;
    }
    text_print(problem, " (it is one of:%s%s", first ? " " : "", first ? first : "");
    for (size_t i = 0; i < words->count; i++)
        text_print(problem, " %s", words->items[i]);
    text_add(problem, ")");
}

/* Who wants to sleep need not know what that is called here. */
static const char *word_meant(const OptionRow *row, const char *text)
{
    return row->words == &goal_words && strcmp(text, "sleep") == 0 ? goal_words.items[GOAL_WIND_DOWN] : text;
}

static bool read_word(const OptionRow *row, const char *text, int32_t *index, Text *problem)
{
    const char *meant = word_meant(row, text);
    *index = words_find(row->words, meant, strlen(meant));
    if (*index < 0) {
        text_print(problem, "--%s: there is no '%s'", row->name, text);
        option_suggest(problem, row->words, text, NULL);
    }
    return *index >= 0;
}

static bool take_word(Options *options, OptionId id, const char *value, Text *problem)
{
    const OptionRow *row = &option_rows[id];
    WordList *chosen = &options->chosen[id];
    int32_t *word = &options->numbers[id];
    if (!read_word(row, value, word, problem))
        return false;
    if (!chosen->items)
        chosen->items = arena_take_array(&options->arena, row->words->count, sizeof *chosen->items);
    if (chosen->count == 0 || !memchr(chosen->items, *word, chosen->count))
        chosen->items[chosen->count++] = (uint8_t)*word;
    return true;
}

static void take_text(Options *options, OptionId id, const char *value)
{
    TextList *texts = &options->lists[id];
    const char **items = arena_take_array(&options->arena, texts->count + 1, sizeof *items);
    if (texts->count > 0)
        memcpy(items, texts->items, texts->count * sizeof *items);
    items[texts->count] = value;
    *texts = (TextList){items, texts->count + 1};
}

/* The first of those that commas part, without the blanks around it; *rest goes on to the comma behind it. */
static const char *take_part(Arena *arena, const char **rest)
{
    const size_t length = strcspn(*rest, ",");
    size_t start = MIN_OF(strspn(*rest, " "), length), end = length;
    while (end > start && (*rest)[end - 1] == ' ')
        end--;
    const char *part = arena_copy_span(arena, *rest + start, end - start);
    *rest += length;
    return part;
}

static bool take_several(Options *options, OptionId id, const char *value, Text *problem)
{
    const OptionRow *row = &option_rows[id];
    options->repeated |= strchr(value, ',') ? OPTION_BIT(id) : 0;
    for (const char *rest = value;; rest++) {
        const char *part = take_part(&options->arena, &rest);
        if (!*part) {
            text_print(problem, "--%s: %s is missing in '%s'", row->name, row->argument, value);
            return false;
        }
        if (row->kind == OPTION_IS_LIST)
            take_text(options, id, part);
        else if (!take_word(options, id, part, problem))
            return false;
        if (!*rest)
            return true;
    }
}

static bool take(Options *options, OptionId id, const char *value, Text *problem)
{
    const OptionRow *row = &option_rows[id];
    options->repeated |= options->given & OPTION_BIT(id);
    options->given |= OPTION_BIT(id);
    switch (row->kind) {
    case OPTION_IS_FLAG:
        return true;
    case OPTION_IS_NUMBER:
        return read_number(row, value, &options->numbers[id], problem);
    case OPTION_IS_WORD:
        return read_word(row, value, &options->numbers[id], problem);
    case OPTION_IS_TEXT:
        options->texts[id] = value;
        return true;
    case OPTION_IS_WORDS:
    case OPTION_IS_LIST:
        return take_several(options, id, value, problem);
    }
    return true;
}

/* What getopt_long stumbled over, as the person wrote it. */
static bool tell_unknown(char **argv, Text *problem)
{
    if (optopt > 0 && optopt < CHAR_MAX) {
        text_print(problem, "unknown option '-%c'", optopt);
        return false;
    }
    const char *written = argv[optind - 1];
    char name[64] = "";
    if (strncmp(written, "--", 2) == 0) {
        const size_t length = MIN_OF(strcspn(written + 2, "="), sizeof name - 1);
        memcpy(name, written + 2, length);
    }
    text_print(problem, "unknown option '%.*s'", (int)strcspn(written, "="), written);
    const char *nearest = nearest_option(name);
    if (nearest)
        text_print(problem, " (did you mean '--%s'?)", nearest);
    return false;
}

enum { CODE_FIRST = CHAR_MAX + 1 }; /* long options answer with CODE_FIRST + their id */

/* A known option without the value that it needs, or with one that it does not take. */
static bool tell_value(Text *problem)
{
    const OptionRow *row = &option_rows[optopt - CODE_FIRST];
    if (row->kind == OPTION_IS_FLAG)
        text_print(problem, "--%s takes no value", row->name);
    else
        text_print(problem, "--%s needs its %s: --%s %s", row->name, row->argument, row->name, row->argument);
    return false;
}

static OptionId id_of_letter(int letter)
{
    int id = 0;
    while (id < OPTION_COUNT - 1 && option_rows[id].letter != letter)
        id++;
    return (OptionId)id;
}

static void fill_tables(struct option rows[OPTION_COUNT + 1], char letters[OPTION_COUNT + 3])
{
    size_t used = 0;
    letters[used++] = '-'; /* words in their place among the options, whatever POSIXLY_CORRECT says */
    letters[used++] = ':';
    for (int i = 0; i < OPTION_COUNT; i++) {
        const int takes = option_rows[i].kind == OPTION_IS_FLAG ? no_argument : required_argument;
        rows[i] = (struct option){option_rows[i].name, takes, NULL, CODE_FIRST + i};
        if (option_rows[i].letter)
            letters[used++] = option_rows[i].letter;
    }
    rows[OPTION_COUNT] = (struct option){NULL, 0, NULL, 0};
    letters[used] = '\0';
}

bool options_parse(Options *options, int argc, char **argv, Text *problem)
{
    *options = (Options){0};
    options->words = arena_take_array(&options->arena, (size_t)argc + 1, sizeof *options->words);
    struct option rows[OPTION_COUNT + 1];
    char letters[OPTION_COUNT + 3];
    fill_tables(rows, letters);
    opterr = 0;
    optind = 1;
    for (int code; (code = getopt_long(argc, argv, letters, rows, NULL)) != -1;) {
        if (code == '?' || code == ':')
            return optopt >= CODE_FIRST ? tell_value(problem) : tell_unknown(argv, problem);
        if (code == 1)
            options->words[options->word_count++] = optarg;
        else if (!take(options, code >= CODE_FIRST ? (OptionId)(code - CODE_FIRST) : id_of_letter(code), optarg,
                       problem))
            return false;
    }
    while (optind < argc) /* what follows `--` */
        options->words[options->word_count++] = argv[optind++];
    return true;
}

void options_release(Options *options)
{
    arena_release(&options->arena);
    *options = (Options){0};
}
