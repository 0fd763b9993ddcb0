/* SPDX-License-Identifier: MIT */
/* Field tables: one row for each key that a map may have, beside the struct that it fills. Walking a map by its table
 * finds unknown keys (with the nearest known one), missing keys, values of the wrong kind or out of range, and goes on
 * after each, so that one run tells everything. */
#ifndef YAML_SCHEMA_H
#define YAML_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diagnostic.h"
#include "base/words.h"
#include "yaml/node.h"

/* What a text that means nothing was probably meant to be, for hints alone; each gives NULL where it has no idea. */
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

/* Reads a value into `at`; false after having reported what is wrong. */
typedef bool FieldReader(Walk *walk, const Field *field, const Node *value, void *at);

struct Field {
    const char *key;
    FieldReader *read;
    size_t at;               /* offsetof in the struct */
    uint32_t bit;            /* which bit of the struct's `set` says that the key was there; 0 for none */
    int32_t min, max;        /* seconds, numbers, or the most bytes of a text: what `read` makes of it */
    const Words *words;      /* the closed list, where there is one */
    const FieldTable *table; /* of a map, or of a list's maps, for readers that want it */
    bool required;
    const char *help; /* one sentence, the description in the JSON Schema */
    const char *noun; /* one of `words` is called that, in "unknown area 'x'"; NULL: as the key */
};

struct FieldTable {
    const char *noun; /* "a move": used in "unknown key 'x' in a move" */
    const Field *fields;
    size_t count;
    size_t set_at; /* offsetof the uint32_t that collects the bits; SIZE_MAX for none */
};

/* Walks a map by a table into the zeroed struct at `into`. A field that cannot be read keeps its zero, but its bit is
 * set: it was there. A node that is no map is reported. True where nothing at all was wrong. */
bool schema_read(Walk *walk, const FieldTable *table, const Node *node, void *into);

/* Ready readers. Each writes the type named; ranges are Field.min and max. Of a list, min is how many it has at least,
 * and max goes for each of its texts. */
FieldReader schema_text;      /* const char *: no control characters but newline and tab, no bidirectional controls, not
                                 blank, at most max bytes (4,000 where max is 0), cleaned */
FieldReader schema_line;      /* const char *: the same on one line, at most 80 bytes */
FieldReader schema_id;        /* const char *: lower-case letters, digits, hyphens, a letter first, at most 64 bytes */
FieldReader schema_number;    /* int32_t: decimal digits only */
FieldReader schema_duration;  /* int32_t seconds */
FieldReader schema_word;      /* uint8_t: index in `words`; the nearest word as a hint */
FieldReader schema_word_list; /* WordList: a list or one alone; a word that stands twice is an error */
FieldReader schema_text_list; /* TextList: a list of texts or one alone */
FieldReader schema_id_list;   /* TextList of ids: a list or one alone */

/* Reports a value of the wrong kind: "hold must be a duration such as 45s or 1m30s, found a list". Returns false. */
bool schema_wrong(Walk *walk, const Field *field, const Node *value, const char *wanted);

/* For readers that others write. */

/* The entries of a list; a lone value is a list of one, made in `alone`. *count is how many. */
const Entry *schema_entries(const Node *value, Entry *alone, size_t *count);

/* A whole number, decimal digits alone, at most 9 of them that count; false where it is none. Reports nothing. */
bool schema_digits(const char *text, size_t length, int32_t *number);

/* Lower-case letters, digits, hyphens, a letter first, at most 64 bytes. */
bool schema_is_id(const char *text, size_t length);

/* What stands there, for "found ...": a kind, or the text in quotes, cleaned and short. In the arena. */
const char *schema_found(Walk *walk, const Node *value);

#endif
