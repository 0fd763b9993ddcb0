/* SPDX-License-Identifier: MIT */
/* All options, each defined once, for the parser and for the help. Options may stand before or after the command and
 * its arguments (doc/command-line.md, "In general"). */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "yaml/schema.h"

/* clang-format off */
typedef enum OptionId {
    OPTION_ROUTINES, OPTION_MINUTES, OPTION_FROM, OPTION_SIDE, OPTION_LEVEL, OPTION_PLAIN, OPTION_SPEED,
    OPTION_MUTE, OPTION_QUIET, OPTION_YES, OPTION_FOR, OPTION_AREA, OPTION_AT, OPTION_TOOL, OPTION_GOAL,
    OPTION_MOVES, OPTION_TOOLS, OPTION_TIMELINE, OPTION_STRICT, OPTION_DAYS, OPTION_SINCE, OPTION_HEADER,
    OPTION_WEEKS, OPTION_CSV, OPTION_ICS, OPTION_SAVE, OPTION_PLAY, OPTION_YAML, OPTION_POSITIONS, OPTION_HTML,
    OPTION_SVG,
    OPTION_TRY, OPTION_END, OPTION_RESET, OPTION_NOTIFY, OPTION_SESSION, OPTION_FORMAT, OPTION_WATCH,
    OPTION_JSON, OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
} OptionId;
/* clang-format on */

_Static_assert(OPTION_COUNT <= 64, "a bit for each option");

#define OPTION_BIT(id) (UINT64_C(1) << (id))

/* If the command allows it, OPTION_IS_WORDS and OPTION_IS_LIST may be given more than once, or with several values,
 * separated by commas. */
/* clang-format off */
typedef enum OptionKind {
    OPTION_IS_FLAG, OPTION_IS_NUMBER, OPTION_IS_WORD, OPTION_IS_TEXT, OPTION_IS_WORDS, OPTION_IS_LIST
} OptionKind;
/* clang-format on */

typedef struct OptionRow {
    const char *name; /* without the dashes */
    OptionKind kind;
    const char *argument; /* "N", "DIR", or NULL for a flag */
    const char *help;
    int32_t min, max;   /* OPTION_IS_NUMBER, options_number */
    const Words *words; /* OPTION_IS_WORD, OPTION_IS_WORDS */
    char letter;        /* 0: none */
} OptionRow;

/* Indexed by OptionId. */
extern const OptionRow option_rows[OPTION_COUNT];

/* A command line, taken apart. Texts are borrowed from argv. */
typedef struct Options {
    uint64_t given, repeated;      /* OPTION_BITs */
    int32_t numbers[OPTION_COUNT]; /* a number, or a word's index */
    const char *texts[OPTION_COUNT];
    WordList chosen[OPTION_COUNT]; /* OPTION_IS_WORDS: each word once, in order */
    TextList lists[OPTION_COUNT];  /* OPTION_IS_LIST, in order */
    const char **words;            /* the arguments that are not options, in order */
    int word_count;
    Arena arena; /* holds the lists above */
} Options;

/* Parses argv. If it is wrong: false, and one line (without `knead: `) is added to `problem`. */
bool options_parse(Options *options, int argc, char **argv, Text *problem);
void options_release(Options *options);

bool options_has(const Options *options, OptionId id);

/* Reads an option of kind OPTION_IS_TEXT as a number, such as --from of `play`. *number is unchanged if the option was
 * not given. False if it is not a number in the row's range; one line is then added to `problem`. */
bool options_number(const Options *options, OptionId id, int32_t *number, Text *problem);

/* Adds what was probably meant by a text that is none of the words, or all of them, behind `first` where that is not
 * NULL: " (did you mean 'calves'?)". */
void option_suggest(Text *problem, const Words *words, const char *text, const char *first);

/* "--minutes N", as help shows it. */
void option_print(OptionId id, Text *into);

#endif
