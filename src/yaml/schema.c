/* SPDX-License-Identifier: MIT */
#include "yaml/schema.h"

#include <string.h>

#include "base/duration.h"
#include "base/fatal.h"
#include "base/text.h"
#include "base/utf8.h"

enum { LONGEST_ID = 64, LONGEST_FOUND = 40, MOST_KEYS = 64, LISTED_WORDS = 40 };

const char *schema_found(Walk *walk, const Node *value)
{
    if (value->kind != NODE_SCALAR)
        return node_kind_name(value);
    if (value->length == 0)
        return value->is_plain ? "nothing" : "empty text";
    if (!diagnostic_wants(walk->diags))
        return "";
    Text cleaned = {0};
    utf8_clean_line(&cleaned, value->text, MIN_OF(value->length, (size_t)LONGEST_FOUND * 4));
    int used;
    size_t fits = utf8_fit(text_show(&cleaned), LONGEST_FOUND, &used);
    const char *found = arena_print(walk->arena, "'%.*s%s'", (int)fits, text_show(&cleaned),
                                    fits < cleaned.length ? "..." : "");
    text_release(&cleaned);
    return found;
}

bool schema_wrong(Walk *walk, const Field *field, const Node *value, const char *wanted)
{
    return diagnostic_error(walk->diags, value->mark, "%s must be %s, found %s", field->key, wanted,
                            schema_found(walk, value));
}

/* The word that was probably meant, or NULL. */
static const char *find_meant(Walk *walk, const Words *words, const char *text)
{
    const char *meant = walk->guesses ? walk->guesses->word(words, text) : NULL;
    return meant ? meant : words_nearest(words, text);
}

/* Gives the last problem its hint: the word that was probably meant, or the whole list. */
static void hint_words(Walk *walk, const Words *words, const char *found)
{
    if (!walk->diags->hint_fits)
        return;
    const char *nearest = find_meant(walk, words, found);
    if (nearest) {
        diagnostic_hint(walk->diags, "did you mean '%s'?", nearest);
        return;
    }
    if (words->count == 0 || words->count > LISTED_WORDS)
        return;
    Text list = {0};
    for (size_t i = 0; i < words->count; i++)
        text_print(&list, "%s%s", i ? ", " : "", words->items[i]);
    diagnostic_hint(walk->diags, words->count > 1 ? "one of %s" : "write %s", text_show(&list));
    text_release(&list);
}

static const Field *find_field(const FieldTable *table, const Node *key)
{
    for (size_t i = 0; i < table->count; i++) {
        const Field *field = &table->fields[i];
        /* The length too: a key may hold a zero byte. */
        if (field->key[0] == key->text[0] && strcmp(field->key, key->text) == 0 && strlen(field->key) == key->length)
            return field;
    }
    return NULL;
}

/* Returns the bit of the field that was probably meant: it is not missing too. */
static uint64_t report_unknown(Walk *walk, const FieldTable *table, const Node *key)
{
    diagnostic_error(walk->diags, key->mark, "unknown key %s in %s", key->length ? schema_found(walk, key) : "''",
                     table->noun);
    const char *keys[MOST_KEYS];
    for (size_t i = 0; i < table->count; i++)
        keys[i] = table->fields[i].key;
    const Words words = {keys, table->count};
    hint_words(walk, &words, key->text);
    const char *nearest = find_meant(walk, &words, key->text);
    const int meant = nearest ? words_find(&words, nearest, strlen(nearest)) : -1;
    return meant >= 0 ? UINT64_C(1) << meant : 0;
}

/* "write `title: ...`: what the routine is called". */
static void hint_missing(Walk *walk, const Field *field)
{
    const char *help = field->help ? field->help : "";
    size_t length = strlen(help);
    char first = *help >= 'A' && *help <= 'Z' ? (char)(*help - 'A' + 'a') : *help;
    if (length > 0 && help[length - 1] == '.')
        length--;
    if (field->min > 0 && field->min == field->max)
        diagnostic_hint(walk->diags, "write `%s: %d`", field->key, (int)field->min);
    else if (length > 0)
        diagnostic_hint(walk->diags, "write `%s: ...`: %c%.*s", field->key, first, (int)length - 1, help + 1);
}

static bool report_missing(Walk *walk, const FieldTable *table, const Node *node, uint64_t seen)
{
    bool is_good = true;
    Mark mark = node_first_key(node);
    for (size_t i = 0; i < table->count; i++) {
        const Field *field = &table->fields[i];
        if (!field->required || seen >> i & 1)
            continue;
        is_good = diagnostic_error(walk->diags, mark, "missing key '%s' in %s", field->key, table->noun);
        hint_missing(walk, field);
    }
    return is_good;
}

static uint32_t *set_of(const FieldTable *table, void *into)
{
    return (uint32_t *)(void *)((char *)into + table->set_at);
}

bool schema_read(Walk *walk, const FieldTable *table, const Node *node, void *into)
{
    BUG_ON(table->count > MOST_KEYS);
    if (node->kind != NODE_MAP) {
        diagnostic_error(walk->diags, node->mark, "%s must be a map, found %s", table->noun, schema_found(walk, node));
        diagnostic_hint(walk->diags, "write 'key: value', one per line");
        return false;
    }
    bool is_good = true;
    uint64_t seen = 0;
    for (const Entry *entry = node->entries; entry; entry = entry->next) {
        const Field *field = find_field(table, entry->key);
        if (!field) {
            const uint64_t meant = report_unknown(walk, table, entry->key);
            for (size_t i = 0; i < table->count && table->set_at != SIZE_MAX; i++)
                *set_of(table, into) |= meant >> i & 1 ? table->fields[i].bit : 0;
            seen |= meant;
            is_good = false;
            continue;
        }
        seen |= UINT64_C(1) << (field - table->fields);
        if (table->set_at != SIZE_MAX)
            *set_of(table, into) |= field->bit;
        if (!field->read(walk, field, entry->value, (char *)into + field->at))
            is_good = false;
    }
    return report_missing(walk, table, node, seen) && is_good;
}

bool schema_is_id(const char *text, size_t length)
{
    if (length == 0 || length > LONGEST_ID || text[0] < 'a' || text[0] > 'z')
        return false;
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    }
    return true;
}

bool schema_id(Walk *walk, const Field *field, const Node *value, void *at)
{
    if (value->kind != NODE_SCALAR || !schema_is_id(value->text, value->length)) {
        bool is_text = value->kind == NODE_SCALAR;
        const char *meant = is_text && walk->guesses ? walk->guesses->id(walk->arena, value->text) : NULL;
        schema_wrong(walk, field, value, "an id such as calf-milker");
        if (meant)
            diagnostic_hint(walk->diags, "write %s: use lower-case letters, digits and hyphens, starting with a letter",
                            meant);
        else
            diagnostic_hint(
                walk->diags,
                is_text ? "use lower-case letters, digits and hyphens, starting with a letter, at most 64 characters"
                        : "write one id; put another one in its own item");
        return false;
    }
    *(const char **)at = arena_copy_span(walk->arena, value->text, value->length);
    return true;
}

bool schema_digits(const char *text, size_t length, int32_t *number)
{
    size_t at = 0;
    while (at + 1 < length && text[at] == '0')
        at++;
    if (length == 0 || length - at > 9)
        return false;
    int32_t read = 0;
    for (; at < length; at++) {
        if (text[at] < '0' || text[at] > '9')
            return false;
        read = read * 10 + (text[at] - '0');
    }
    *number = read;
    return true;
}

static bool is_in_range(const Field *field, int32_t number)
{
    return number >= field->min && number <= field->max;
}

bool schema_number(Walk *walk, const Field *field, const Node *value, void *at)
{
    int32_t number;
    if (value->kind == NODE_SCALAR && schema_digits(value->text, value->length, &number) &&
        is_in_range(field, number)) {
        *(int32_t *)at = number;
        return true;
    }
    if (field->min == field->max)
        return diagnostic_error(walk->diags, value->mark, "%s must be %d, found %s", field->key, (int)field->min,
                                schema_found(walk, value));
    return diagnostic_error(walk->diags, value->mark, "%s must be a whole number from %d to %d, found %s", field->key,
                            (int)field->min, (int)field->max, schema_found(walk, value));
}

bool schema_duration(Walk *walk, const Field *field, const Node *value, void *at)
{
    int32_t seconds = 0;
    const char *problem = NULL;
    if (value->kind != NODE_SCALAR || !duration_parse(value->text, value->length, &seconds, &problem)) {
        bool is_text = value->kind == NODE_SCALAR;
        const char *meant = is_text && walk->guesses ? walk->guesses->duration(walk->arena, value->text) : NULL;
        diagnostic_error(walk->diags, value->mark, "%s must be a duration such as 45s or 1m30s, found %s%s%s",
                         field->key, schema_found(walk, value), problem ? ": " : "", problem ? problem : "");
        if (meant && duration_parse(meant, strlen(meant), &seconds, &problem) && is_in_range(field, seconds))
            diagnostic_hint(walk->diags, "write %s", meant);
        return false;
    }
    if (!is_in_range(field, seconds)) {
        char least[DURATION_TEXT_SIZE], most[DURATION_TEXT_SIZE];
        return diagnostic_error(walk->diags, value->mark, "%s must be %s to %s, found %s", field->key,
                                duration_written(least, field->min), duration_written(most, field->max),
                                schema_found(walk, value));
    }
    *(int32_t *)at = seconds;
    return true;
}

bool schema_word(Walk *walk, const Field *field, const Node *value, void *at)
{
    if (value->kind != NODE_SCALAR || value->length == 0) {
        schema_wrong(walk, field, value, "a word");
        hint_words(walk, field->words, "");
        return false;
    }
    int index = words_find(field->words, value->text, value->length);
    if (index < 0) {
        diagnostic_error(walk->diags, value->mark, "unknown %s %s", field->noun ? field->noun : field->key,
                         schema_found(walk, value));
        hint_words(walk, field->words, value->text);
        return false;
    }
    *(uint8_t *)at = (uint8_t)index;
    return true;
}

const Entry *schema_entries(const Node *value, Entry *alone, size_t *count)
{
    if (value->kind == NODE_LIST) {
        *count = value->count;
        return value->entries;
    }
    *alone = (Entry){.value = value};
    *count = 1;
    return alone;
}

/* The entries of a list that has as many as it must. */
static const Entry *enough_entries(Walk *walk, const Field *field, const Node *value, Entry *alone, size_t *count)
{
    const Entry *entries = schema_entries(value, alone, count);
    if (*count < (size_t)MAX_OF(field->min, 0)) {
        diagnostic_error(walk->diags, value->mark, "%s must have at least %d item in its list", field->key,
                         (int)field->min);
        if (field->words)
            diagnostic_hint(walk->diags, "write one or more words, as in `%s: [%s]`", field->key,
                            field->words->items[field->words->count / 2]);
    }
    return entries;
}

/* `calves, feet` without brackets: a list that YAML takes for one text. */
static void hint_brackets(Walk *walk, const Field *field, const Node *value)
{
    if (value->kind != NODE_SCALAR || !strchr(value->text, ','))
        return;
    char *rest = arena_copy(walk->arena, value->text);
    const char *list = "";
    bool is_there[UINT8_MAX + 1] = {false};
    for (char *part = strtok_r(rest, ",", &rest); part; part = strtok_r(NULL, ",", &rest)) {
        part += strspn(part, " ");
        const char *meant = find_meant(walk, field->words, part);
        if (!meant)
            return;
        bool *is_known = &is_there[words_find(field->words, meant, strlen(meant))];
        if (*is_known)
            continue;
        *is_known = true;
        list = arena_print(walk->arena, "%s%s%s", list, *list ? ", " : "", meant);
    }
    diagnostic_hint(walk->diags, "write [%s]", list);
}

bool schema_word_list(Walk *walk, const Field *field, const Node *value, void *at)
{
    WordList *list = at;
    Entry alone;
    size_t count;
    const Entry *entry = enough_entries(walk, field, value, &alone, &count);
    bool is_good = count >= (size_t)MAX_OF(field->min, 0), is_there[UINT8_MAX + 1] = {false};
    list->items = arena_take_array(walk->arena, MIN_OF(count, field->words->count), sizeof(*list->items));
    list->count = 0;
    for (; entry; entry = entry->next) {
        uint8_t word;
        if (!schema_word(walk, field, entry->value, &word)) {
            hint_brackets(walk, field, entry->value);
            is_good = false;
        } else if (is_there[word]) {
            is_good = diagnostic_error(walk->diags, entry->value->mark, "%s appears twice in %s",
                                       schema_found(walk, entry->value), field->key);
            diagnostic_hint(walk->diags, "write it once");
        } else {
            is_there[word] = true;
            list->items[list->count++] = word;
        }
    }
    return is_good;
}

static bool read_list(Walk *walk, const Field *field, const Node *value, FieldReader *read, TextList *list)
{
    Entry alone;
    size_t count;
    const Entry *entry = enough_entries(walk, field, value, &alone, &count);
    bool is_good = count >= (size_t)MAX_OF(field->min, 0);
    list->items = arena_take_array(walk->arena, count, sizeof(*list->items));
    list->count = 0;
    for (; entry; entry = entry->next) {
        if (read(walk, field, entry->value, &list->items[list->count]))
            list->count++;
        else
            is_good = false;
    }
    return is_good;
}

bool schema_text_list(Walk *walk, const Field *field, const Node *value, void *at)
{
    return read_list(walk, field, value, schema_text, at);
}

bool schema_line_list(Walk *walk, const Field *field, const Node *value, void *at)
{
    return read_list(walk, field, value, schema_line, at);
}

bool schema_id_list(Walk *walk, const Field *field, const Node *value, void *at)
{
    return read_list(walk, field, value, schema_id, at);
}

enum { LONGEST_TEXT = 4000, LONGEST_LINE = 80 };

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

static bool no_text(Walk *walk, const Field *field, const Node *value)
{
    schema_wrong(walk, field, value, "text");
    if (value->kind == NODE_SCALAR)
        diagnostic_hint(walk->diags, "write it after the colon%s; a comment starts with #",
                        field->required ? "" : ", or leave out the key");
    else
        diagnostic_hint(walk->diags, value->kind == NODE_MAP
                                         ? "put text that has a colon in quotes: \"Sit: lean back\""
                                         : "write one text; put text that starts with - or [ in quotes");
    return false;
}

static bool empty_text(Walk *walk, const Field *field, const Node *value)
{
    diagnostic_error(walk->diags, value->mark, "%s must not be empty", field->key);
    diagnostic_hint(walk->diags, "write some text, or remove it");
    return false;
}

static bool read_text(Walk *walk, const Field *field, const Node *value, int32_t most, bool one_line, const char **at)
{
    if (value->kind != NODE_SCALAR || (value->is_plain && value->length == 0))
        return no_text(walk, field, value);
    const char *text = value->text;
    size_t length = value->length;
    for (; length > 0 && is_blank(text[length - 1]); length--)
        ;
    for (; length > 0 && is_blank(*text); length--)
        text++;
    if (length == 0)
        return empty_text(walk, field, value);
    if (length > (size_t)most) {
        diagnostic_error(walk->diags, value->mark, "%s must be at most %d bytes long, found %lu", field->key, (int)most,
                         (unsigned long)length);
        diagnostic_hint(walk->diags, "use fewer words");
        return false;
    }
    const bool is_plain = utf8_plain(text, length) == length;
    /* Those that the screen will not be sent are harmless in a file, such as the one that asks for a coloured heart. */
    const int32_t refused = is_plain ? -1 : utf8_find_harmful(text, length);
    if (refused >= 0) {
        diagnostic_error(walk->diags, value->mark, "%s must not contain the character U+%04X", field->key,
                         (unsigned)refused);
        diagnostic_hint(walk->diags, "remove it; it is invisible, or changes how other text looks");
        return false;
    }
    if (one_line && memchr(text, '\n', length)) {
        diagnostic_error(walk->diags, value->mark, "%s must be on one line", field->key);
        diagnostic_hint(walk->diags, "write it after the colon, without > or |");
        return false;
    }
    if (is_plain) {
        *at = arena_copy_span(walk->arena, text, length);
        return true;
    }
    Text cleaned = {0};
    utf8_clean(&cleaned, text, length);
    *at = arena_copy_span(walk->arena, text_show(&cleaned), cleaned.length);
    text_release(&cleaned);
    return **at || empty_text(walk, field, value);
}

bool schema_text(Walk *walk, const Field *field, const Node *value, void *at)
{
    return read_text(walk, field, value, field->max ? field->max : LONGEST_TEXT, false, at);
}

bool schema_line(Walk *walk, const Field *field, const Node *value, void *at)
{
    return read_text(walk, field, value, field->max ? field->max : LONGEST_LINE, true, at);
}
