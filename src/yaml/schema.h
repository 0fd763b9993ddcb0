/* SPDX-License-Identifier: MIT */
/* Reads maps by field tables: one row for each key that a map may have, with the struct member that it fills. Reports
 * unknown keys (with the nearest known one), missing keys, and values of the wrong kind or out of range. Goes on after
 * each problem, so that one run reports all of them. */
#ifndef YAML_SCHEMA_H
#define YAML_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/words.h"
#include "yaml/node.h"

/* Functions that guess what an invalid text was meant to be. Used for hints only. Each returns NULL if it has no
 * guess. */
typedef struct Guesses {
    const char *(*word)(const Words *words, const char *text); /* one of `words` */
    const char *(*duration)(Arena *arena, const char *text);
    const char *(*id)(Arena *arena, const char *text);
} Guesses;

/* What a walk carries: where results live, where problems go, and who guesses what was meant (NULL: nobody). */
typedef struct Walk {
    Arena *arena;
    DiagnosticList *diags;
    const Guesses *guesses;
} Walk;

/* Plain lists of values in an arena. */
typedef struct TextList {
    const char **items;
    size_t count;
} TextList;
typedef struct WordList {
    uint8_t *items;
    size_t count;
} WordList;

typedef struct Field Field;
typedef struct FieldTable FieldTable;

/* Reads a value into `at`. If it is invalid, reports that and returns false. */
typedef bool FieldReader(Walk *walk, const Field *field, const Node *value, void *at);

struct Field {
    const char *key;
    FieldReader *read;
    size_t at;               /* offsetof the member in the struct */
    uint32_t bit;            /* bit to set in the struct's `set` when the key is present; 0: none */
    int32_t min, max;        /* limits, as `read` takes them: seconds, numbers, or bytes of a text */
    const Words *words;      /* the words allowed; NULL: not a closed list */
    const FieldTable *table; /* the table of the map, or of the maps in a list; only for readers that need it */
    bool required;
    const char *help; /* one sentence: the description in the JSON Schema */
    const char *noun; /* what a word is called in "unknown area 'x'"; NULL: like the key */
};

struct FieldTable {
    const char *noun; /* "a move": used in "unknown key 'x' in a move" */
    const Field *fields;
    size_t count;
    size_t set_at; /* offsetof the uint32_t `set` that collects the bits; SIZE_MAX: none */
};

/* Reads a map into the zeroed struct at `into`. An invalid value leaves its member zero, but its bit in `set` is set
 * all the same, because the key was there. A node that is not a map is reported. True if nothing at all was wrong. */
bool schema_read(Walk *walk, const FieldTable *table, const Node *node, void *into);

/* Ready-made readers. Each writes the type in its comment. Field.min and max are the range. For a list, min is the
 * least number of items, and max applies to each of its texts. */
FieldReader schema_text;      /* const char *: cleaned text, not blank, at most max bytes (4,000 if max is 0); control
                               * characters (except newline and tab) and bidirectional controls are errors */
FieldReader schema_line;      /* const char *: the same, on one line, at most max bytes (80 if max is 0) */
FieldReader schema_id;        /* const char *: an id, see schema_is_id */
FieldReader schema_number;    /* int32_t: decimal digits only */
FieldReader schema_duration;  /* int32_t seconds */
FieldReader schema_word;      /* uint8_t: index in `words`; a wrong word gets the nearest as a hint */
FieldReader schema_word_list; /* WordList: a list or a single word; a repeated word is an error */
FieldReader schema_text_list; /* TextList: a list of texts or a single text */
FieldReader schema_line_list; /* TextList: a list of lines or a single line */
FieldReader schema_id_list;   /* TextList of ids: a list or a single id */

/* Reports a value of the wrong kind: "hold must be a duration such as 45s or 1m30s, found a list". Returns false. */
bool schema_wrong(Walk *walk, const Field *field, const Node *value, const char *wanted);

/* Helpers for readers in other modules. */

/* The entries of a list. Any other value is treated as a list of one, which is built in `alone`. *count is how many. */
const Entry *schema_entries(const Node *value, Entry *alone, size_t *count);

/* Parses a whole number: decimal digits only, at most 9 after leading zeros. False if it is not one; reports
 * nothing. */
bool schema_digits(const char *text, size_t length, int32_t *number);

/* Whether the text is an id: lower-case letters, digits and hyphens, starting with a letter, at most 64 bytes. */
bool schema_is_id(const char *text, size_t length);

/* The value as a message shows it after "found": its kind, or its text in quotes, cleaned and shortened. In the
 * arena. */
const char *schema_found(Walk *walk, const Node *value);

#endif
