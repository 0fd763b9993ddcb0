/* SPDX-License-Identifier: MIT */
#include "compose/wanted.h"

#include <string.h>
#include <strings.h>

#include "base/macros.h"
#include "compose/complaints.h"
#include "compose/goal_rules.h"
#include "compose/limits.h"
#include "compose/own_words.h"
#include "routine/filter.h"
#include "routine/struct_members.h"

enum {
    BEGINNING = 3,  /* letters that the beginning of a word has at least */
    TERM_WORDS = 5, /* most words that stand for one thing */
};

/* How much an area is wanted: it is said; it is said within a keyword; a known move is for it, or does it too. */
enum { SAID = 10000, SAID_WITHIN = 1000, MAIN_OF_MOVE = 4, ALSO_OF_MOVE = 1 };

/* Where words are looked up, and what was found. */
typedef struct WordSearch {
    Arena *arena;
    const ComposeMove *moves;
    size_t count;
    const ComposeRequest *request;
    uint8_t *known;              /* for each move, by how many terms it is known */
    int32_t weights[AREA_COUNT]; /* how much each area is wanted; 0: not */
    ComplaintSet complaints;     /* as of the request */
    uint32_t focus;              /* likewise */
    PersonHealth health;         /* of the request, and what the complaints say of it */
    uint32_t said, about;        /* bits of the areas that are said; of those that the complaints are about */
    uint32_t mentioned;          /* of those that are said, alone or within a keyword */
    size_t places;               /* how many parts of the body are said */
    TextList cautions, unknown;
    const char *uncertain; /* a known text that was left out, as an unknown word was before it; NULL: none */
} WordSearch;

/* A word, or several that stand for one thing, such as "tennis elbow". */
typedef struct Term {
    const char *text;
    size_t words;
    uint32_t areas; /* bits of those that it is a name of */
    bool *moves;    /* for each move, whether it is known by it */
    bool has_moves;
    bool is_whole;           /* something is known by just that, and not only by something that begins so */
    ComplaintSet complaints; /* those that it is a word for */
    bool is_beside;          /* it only says more of a complaint, as "stairs" of the knee */
    TextList cautions;       /* of routines that alone know it */
    Goal goal;               /* of who names none: a warm-up "before" it, recovery "after" it; GOAL_NONE: neither */
} Term;

/* Whether one is the other, or its plural. */
static bool is_same(const char *name, size_t length, const char *text)
{
    const size_t text_length = strlen(text), both = MIN_OF(length, text_length);
    if (both == 0 || strncasecmp(name, text, both) != 0 || length > both + 1 || text_length > both + 1)
        return false;
    return length == text_length || (length > both ? name[both] : text[both]) == 's';
}

typedef enum Nearness { NAME_IS_SAME, NAME_BEGINS, WORD_BEGINS, NEARNESS_COUNT } Nearness;

/* Whether the name, or a later word of it, is meant by the text. */
static bool is_name(const char *name, size_t length, const char *text, Nearness nearness)
{
    const size_t text_length = strlen(text);
    if (nearness == NAME_IS_SAME)
        return is_same(name, length, text);
    if (nearness == NAME_BEGINS)
        return text_length >= BEGINNING && text_length <= length && strncasecmp(name, text, text_length) == 0;
    for (size_t i = 1; i < length; i++) {
        if (name[i - 1] == ' ' &&
            (is_same(name + i, length - i, text) || is_name(name + i, length - i, text, NAME_BEGINS)))
            return true;
    }
    return false;
}

/* The areas that people call so: "back" is the upper and the lower one, "thigh" the front alone. */
static uint32_t areas_called(const char *text)
{
    uint32_t areas = 0;
    for (int nearness = 0; nearness < NEARNESS_COUNT && areas == 0; nearness++) {
        for (int area = 0; area < AREA_COUNT; area++) {
            for (const char *name = area_everyday_names(area); *name; name += *name == ',') {
                const size_t length = strcspn(name, ",");
                if (is_name(name, length, text, (Nearness)nearness))
                    areas |= AREA_BIT(area);
                name += length;
            }
        }
    }
    return areas;
}

static bool is_whole_keyword(const TextList *keywords, const char *text)
{
    for (size_t i = 0; i < keywords->count; i++) {
        if (is_same(keywords->items[i], strlen(keywords->items[i]), text))
            return true;
    }
    return false;
}

/* A short text is a keyword as it stands or none, as "ql" is; of a longer one the beginning is enough. */
static bool is_keyword(Arena *arena, const TextList *keywords, const char *text)
{
    const size_t length = strlen(text);
    if (is_whole_keyword(keywords, text))
        return true;
    if (length < BEGINNING)
        return false;
    return filter_keyword_in(keywords, text) || (length > BEGINNING && text[length - 1] == 's' &&
                                                 filter_keyword_in(keywords, arena_copy_span(arena, text, length - 1)));
}

/* Names are made of everyday words, so that only a single word is looked for in one. */
static bool is_known_by(Arena *arena, const TextList *keywords, const char *name, const Term *term)
{
    const TextList names = {&name, term->words == 1};
    return is_keyword(arena, keywords, term->text) || is_keyword(arena, &names, term->text);
}

static void take_moves_of(const WordSearch *search, Term *term, const Item *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_REPEAT)
            take_moves_of(search, term, items[i].items, items[i].count);
        for (size_t k = 0; k < search->count && items[i].kind == ITEM_MOVE; k++) {
            if (text_same(items[i].move->use, search->moves[k].id))
                term->moves[k] = term->has_moves = true;
        }
    }
}

static TextList with_cautions(const WordSearch *search, const TextList *before, const TextList *more)
{
    const TextList copies = struct_members_copy_texts(search->arena, *more);
    TextList all = {arena_take_array(search->arena, before->count + copies.count, sizeof *all.items), 0};
    filter_add_new(&all, before);
    filter_add_new(&all, &copies);
    return all;
}

static void take_cautions(WordSearch *search, const TextList *cautions)
{
    search->cautions = with_cautions(search, &search->cautions, cautions);
}

/* Only where nothing else knows it: the moves of a routine are not all for each of its keywords. */
static void look_at_routines(WordSearch *search, Term *term)
{
    for (size_t i = 0; i < search->request->routine_count; i++) {
        const Routine *routine = search->request->routines[i];
        if (!routine || !is_known_by(search->arena, &routine->keywords, routine->title, term))
            continue;
        term->is_whole = term->is_whole || is_whole_keyword(&routine->keywords, term->text);
        take_moves_of(search, term, routine->items, routine->count);
        term->cautions = with_cautions(search, &term->cautions, &routine->own_cautions);
    }
}

/* Sets *term to what the words are known for; false where they are not known. */
static bool find_term(WordSearch *search, Term *term, const TextList *words, size_t first, size_t count)
{
    *term = (Term){.text = own_words_join(search->arena, words, first, count), .words = count};
    term->areas = areas_called(term->text);
    term->complaints = complaints_called(term->text);
    term->is_whole = count > 1 || term->areas || term->complaints;
    term->moves = arena_take_array(search->arena, search->count, sizeof *term->moves);
    for (size_t i = 0; i < search->count; i++) {
        const Move *move = search->moves[i].move;
        term->moves[i] = is_known_by(search->arena, &move->keywords, move->name, term);
        term->has_moves = term->has_moves || term->moves[i];
        term->is_whole = term->is_whole || is_whole_keyword(&move->keywords, term->text);
    }
    if (!term->has_moves && term->areas == 0)
        look_at_routines(search, term);
    return term->has_moves || term->areas || term->complaints;
}

/* Every text that something is known by, to find what was meant by another. */
typedef struct Vocabulary {
    Arena *arena;
    const char **items;
    size_t count, capacity;
} Vocabulary;

/* The text itself and each of its words. */
static void add_words(Vocabulary *vocabulary, const char *text)
{
    const TextList words = own_words_of(vocabulary->arena, text);
    if (vocabulary->count + words.count + 1 > vocabulary->capacity) {
        vocabulary->capacity = 2 * (vocabulary->capacity + words.count + 1);
        const char **items = arena_take_array(vocabulary->arena, vocabulary->capacity, sizeof *items);
        for (size_t i = 0; i < vocabulary->count; i++)
            items[i] = vocabulary->items[i];
        vocabulary->items = items;
    }
    vocabulary->items[vocabulary->count++] = text;
    for (size_t i = 0; i < words.count && words.count > 1; i++)
        vocabulary->items[vocabulary->count++] = words.items[i];
}

static const char *nearest_known(const WordSearch *search, const char *word)
{
    Vocabulary vocabulary = {.arena = search->arena};
    for (int area = 0; area < AREA_COUNT; area++)
        add_words(&vocabulary, area_everyday_names(area));
    for (size_t i = 0; i < search->count; i++) {
        for (size_t k = 0; k < search->moves[i].move->keywords.count; k++)
            add_words(&vocabulary, search->moves[i].move->keywords.items[k]);
    }
    for (size_t i = 0; i < search->request->routine_count; i++) {
        const Routine *routine = search->request->routines[i];
        for (size_t k = 0; routine && k < routine->keywords.count; k++)
            add_words(&vocabulary, routine->keywords.items[k]);
    }
    return words_nearest(&(Words){vocabulary.items, vocabulary.count}, word);
}

static void tell_unknown(const WordSearch *search, const char *word, Text *problem)
{
    const char *nearest = nearest_known(search, word);
    text_print(problem, "no move matches '%s'", word);
    if (search->uncertain)
        text_print(problem, ", and '%s' alone may be something else", search->uncertain);
    if (nearest)
        text_print(problem, " (did you mean '%s'?)", nearest);
    else
        text_add(problem, "; name a part of the body, such as 'neck'");
}

/* "'laptop'", "'fascitis' (did you mean 'fasciitis'?)". */
static void note_unknown(WordSearch *search, const char *word)
{
    TextList more = {arena_take_array(search->arena, search->unknown.count + 1, sizeof *more.items), 0};
    for (; more.count < search->unknown.count; more.count++)
        more.items[more.count] = search->unknown.items[more.count];
    more.items[more.count++] = word;
    search->unknown = more;
}

static const char *list_unknown(const WordSearch *search)
{
    const char *said = NULL;
    for (size_t i = 0; i < search->unknown.count; i++) {
        const char *word = search->unknown.items[i], *nearest = nearest_known(search, word);
        const char *one = nearest ? arena_print(search->arena, "'%s' (did you mean '%s'?)", word, nearest)
                                  : arena_print(search->arena, "'%s'", word);
        said = said ? arena_print(search->arena, "%s, %s", said, one) : one;
    }
    return said;
}

/* Pain in the chest may be the heart, in whatever words it is said. */
static bool is_chest_pain(const TextList *words)
{
    bool is_chest = false, is_pain = false;
    for (size_t i = 0; i < words->count; i++) {
        is_chest = is_chest || strcmp(words->items[i], "chest") == 0;
        is_pain = is_pain || strncmp(words->items[i], "pain", strlen("pain")) == 0 ||
                  strncmp(words->items[i], "hurt", strlen("hurt")) == 0;
    }
    return is_chest && is_pain;
}

static bool tell_doctor(const char *words, Text *problem)
{
    text_print(problem, "there is no routine for '%s': 'knead help safety' says when to get help", words);
    return false;
}

/* Nothing is known by words that only tie others together: "after a" is no keyword that begins so. */
static bool are_passed_over(const TextList *words, size_t first, size_t count)
{
    bool is_all = true;
    for (size_t i = first; i < first + count; i++)
        is_all = is_all && own_words_passed_over(words->items[i]);
    return is_all;
}

/* A name of a part of the body, or of a complaint that has one, says where it is. */
static bool names_place(const Term *term)
{
    return term->areas || complaints_sum(term->complaints).main;
}

/* "Before" what one does is a warm-up; other words leave the goal as it is. */
static Goal goal_led_to(const char *word, Goal goal)
{
    return strcmp(word, "before") == 0 ? GOAL_WARM_UP : strcmp(word, "after") == 0 ? GOAL_RECOVERY : goal;
}

/* Takes the words apart into terms, each as long as can be; false where a word is one for a doctor. What says no place
 * is not certain directly after an unknown word: other "cramps" are not those of the calf. */
static bool find_terms(WordSearch *search, const TextList *words, Term *terms, size_t *count, Text *problem)
{
    bool is_after_unknown = false;
    Goal goal = GOAL_NONE;
    if (is_chest_pain(words))
        return tell_doctor(own_words_join(search->arena, words, 0, words->count), problem);
    for (size_t at = 0; at < words->count;) {
        const char *word = words->items[at];
        size_t taken = MIN_OF(words->count - at, (size_t)TERM_WORDS);
        while (taken > 1 && (are_passed_over(words, at, taken) || !find_term(search, &terms[*count], words, at, taken)))
            taken--;
        if (taken == 1 && own_words_for_a_doctor(word))
            return tell_doctor(word, problem);
        const bool is_over = taken == 1 && own_words_passed_over(word);
        const bool is_known = taken > 1 || (!is_over && find_term(search, &terms[*count], words, at, 1));
        if (!is_known && !is_over)
            note_unknown(search, word);
        if (is_known) {
            terms[*count].goal = goal;
            goal = GOAL_NONE;
        } else {
            goal = goal_led_to(word, goal);
        }
        const bool is_certain = is_known && (!is_after_unknown || names_place(&terms[*count]));
        if (is_known && !is_certain)
            search->uncertain = terms[*count].text;
        is_after_unknown = !is_known && !is_over;
        *count += is_certain;
        at += taken;
    }
    return true;
}

/* What is known as a whole beats what only begins like something known: "jaw clenching at night" is of no night
 * cramp. */
static size_t keep_whole(Term *terms, size_t count)
{
    size_t kept = 0;
    bool has_whole = false;
    for (size_t i = 0; i < count; i++)
        has_whole = has_whole || terms[i].is_whole;
    for (size_t i = 0; i < count; i++) {
        if (terms[i].is_whole || !has_whole)
            terms[kept++] = terms[i];
    }
    return kept;
}

static bool is_for(const Move *move, uint32_t areas)
{
    for (size_t i = 0; i < move->areas.count; i++) {
        if (areas & AREA_BIT(move->areas.items[i]))
            return true;
    }
    return false;
}

/* The areas of a move are wanted; those that the term speaks of, as "stiff neck" of the neck, before others. */
static void want_areas_of(WordSearch *search, const Move *move, uint32_t within)
{
    for (size_t i = 0; i < move->areas.count; i++) {
        const uint8_t area = move->areas.items[i];
        if (search->focus && !(search->focus & AREA_BIT(area)))
            continue;
        search->weights[area] += i == 0 ? MAIN_OF_MOVE : ALSO_OF_MOVE;
        if (within & AREA_BIT(area) && search->weights[area] < SAID_WITHIN)
            search->weights[area] += SAID_WITHIN;
    }
}

static uint32_t areas_within(WordSearch *search, const Term *term)
{
    uint32_t areas = 0;
    const TextList words = own_words_of(search->arena, term->text);
    for (size_t i = 0; i < words.count && words.count > 1; i++)
        areas |= own_words_passed_over(words.items[i]) ? 0 : areas_called(words.items[i]);
    return areas;
}

/* What all moves that are known by it say is a caution of the word, whichever of them are picked. */
static void take_common_cautions(WordSearch *search, const Term *term)
{
    const TextList *some = NULL;
    for (size_t i = 0; i < search->count && !some; i++)
        some = term->moves[i] ? &search->moves[i].move->cautions : NULL;
    for (size_t i = 0; some && i < some->count; i++) {
        bool is_common = true;
        for (size_t k = 0; k < search->count; k++)
            is_common = is_common &&
                        (!term->moves[k] || filter_has_text(&search->moves[k].move->cautions, some->items[i]));
        if (is_common)
            take_cautions(search, &(TextList){&some->items[i], 1});
    }
}

/* Whether a known move tells where something is wanted: a breath does not, nor does what is no good for the person. */
static bool has_areas(const WordSearch *search, const Move *move)
{
    return goal_rules_work(move) != WORK_BREATHE && filter_ruling_word(&search->health, move) < 0 &&
           limits_ruling_word(&search->health, move) < 0;
}

/* Of the moves that are known by it those for the areas that were said with it, or that suit a complaint; where none is
 * for those that were said, all of them. A complaint that gives way wants nothing beside what was said. */
static void want_term(WordSearch *search, const Term *term, uint32_t said)
{
    bool is_within = false;
    for (size_t i = 0; i < search->count; i++)
        is_within = is_within || (term->moves[i] && is_for(search->moves[i].move, said));
    if ((term->areas && !is_within) || (said && complaints_yield(term->complaints)))
        return;
    const uint32_t within = areas_within(search, term), open = said | complaints_sum(search->complaints).areas;
    take_common_cautions(search, term);
    for (size_t i = 0; i < search->count; i++) {
        if (!term->moves[i] || (is_within && !is_for(search->moves[i].move, open)))
            continue;
        if (search->known[i] < UINT8_MAX)
            search->known[i]++;
        if (!is_within && !term->is_beside && has_areas(search, search->moves[i].move))
            want_areas_of(search, search->moves[i].move, within);
    }
}

static uint32_t areas_of_moves(const WordSearch *search, const Term *term)
{
    uint32_t areas = 0;
    for (size_t i = 0; i < search->count; i++) {
        for (size_t k = 0; term->moves[i] && k < search->moves[i].move->areas.count; k++)
            areas |= AREA_BIT(search->moves[i].move->areas.items[k]);
    }
    return areas;
}

/* Sets the complaints that are named, and what they leave open: their own areas, those that are said, and those of
 * terms that are about something else, rather than beside them. */
static void find_complaints(WordSearch *search, Term *terms, size_t count, bool is_sore, uint32_t said)
{
    search->complaints = is_sore ? complaints_of(said) : 0;
    for (size_t i = 0; i < count; i++)
        search->complaints |= terms[i].complaints;
    const ComplaintSet giving_way = said ? complaints_yield(search->complaints) : 0;
    search->focus = complaints_sum(search->complaints).areas;
    search->about = complaints_sum(search->complaints & ~giving_way).main;
    const uint32_t own = search->focus, about = search->about;
    for (size_t i = 0; own && i < count; i++) {
        const uint32_t areas = areas_of_moves(search, &terms[i]);
        terms[i].is_beside = !terms[i].complaints && areas & about;
        search->focus |= terms[i].areas | (terms[i].complaints || terms[i].is_beside ? 0 : areas);
    }
}

/* The request's health, with what the complaints say of it. */
static PersonHealth health_with(Arena *arena, const PersonHealth *own, uint32_t said)
{
    PersonHealth health = {{arena_take_array(arena, HEALTH_COUNT, 1), 0}, own->injuries};
    for (int word = 0; word < HEALTH_COUNT; word++) {
        if (filter_has_word(&own->words, word) || said & UINT32_C(1) << word)
            health.words.items[health.words.count++] = (uint8_t)word;
    }
    return health;
}

/* The goal that is in the words: of what comes before or after something that one does, or of a complaint. */
static Goal goal_said(const WordSearch *search, const Term *terms, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (terms[i].goal != GOAL_NONE && complaints_yield(terms[i].complaints))
            return terms[i].goal;
    }
    return complaints_sum(search->complaints).goal;
}

/* What was said is wanted most, then what the complaints are about. */
static void want_terms(WordSearch *search, const Term *terms, size_t count, uint32_t said)
{
    const uint32_t known = search->about | search->mentioned;
    for (int area = 0; area < AREA_COUNT; area++)
        search->weights[area] += said & AREA_BIT(area) ? SAID : known & AREA_BIT(area) ? SAID_WITHIN : 0;
    for (size_t i = 0; i < count; i++)
        want_term(search, &terms[i], said);
}

/* Adds those that words want to those that are named, the most wanted first. */
static void add_areas(Wanted *wanted, const WordSearch *search)
{
    WordList *areas = &wanted->areas;
    for (int area = 0; area < AREA_COUNT; area++) {
        size_t at = areas->count;
        if (search->weights[area] == 0 || filter_has_word(&search->request->areas, area))
            continue;
        for (; at > wanted->named && search->weights[areas->items[at - 1]] < search->weights[area]; at--)
            areas->items[at] = areas->items[at - 1];
        areas->items[at] = (uint8_t)area;
        areas->count++;
    }
}

/* The areas that are said. Where they are several parts of the body, those within a keyword count as much: "stiff neck
 * and shoulders" is of the neck too. */
static uint32_t areas_said(WordSearch *search, const Term *terms, size_t count)
{
    uint32_t said = 0, within = 0;
    for (size_t i = 0; i < count; i++) {
        /* The knee in "outside of my knee" is not what is meant. */
        const uint32_t main = complaints_sum(terms[i].complaints).main;
        const uint32_t more = terms[i].areas ? 0 : areas_within(search, &terms[i]) & (main ? main : UINT32_MAX);
        said |= terms[i].areas;
        within |= more;
        search->places += terms[i].areas || more;
    }
    search->mentioned = said | within;
    for (size_t i = 0; i < search->request->areas.count; i++)
        search->mentioned |= AREA_BIT(search->request->areas.items[i]);
    return search->places > 1 ? said | within : said;
}

/* Takes apart what was said, all texts of it. False, with the problem, where none of it is known. */
static bool look_up(WordSearch *search, Wanted *wanted, Text *problem)
{
    const TextList *texts = &search->request->words;
    size_t most = 1, count = 0;
    bool is_sore = false;
    for (size_t i = 0; i < texts->count; i++)
        most += strlen(texts->items[i]);
    Term *terms = arena_take_array(search->arena, most, sizeof *terms);
    for (size_t i = 0; i < texts->count; i++) {
        const TextList words = own_words_of(search->arena, texts->items[i]);
        if (words.count == 0) {
            note_unknown(search, texts->items[i]);
            continue;
        }
        if (!find_terms(search, &words, terms, &count, problem))
            return false;
        for (size_t k = 0; k < words.count; k++)
            is_sore = is_sore || own_words_sore(words.items[k]);
        const char *said = own_words_join(search->arena, &words, 0, words.count);
        wanted->said = wanted->said ? arena_print(search->arena, "%s, %s", wanted->said, said) : said;
    }
    count = keep_whole(terms, count);
    search->said = areas_said(search, terms, count);
    find_complaints(search, terms, count, is_sore, search->said);
    if (count == 0 && search->unknown.count > 0)
        tell_unknown(search, search->unknown.items[0], problem);
    else if (count == 0 || (!search->mentioned && complaints_sum(search->complaints).spares_said))
        text_print(problem, "'%s' names no part of the body: add one, as in 'stiff neck'", wanted->said);
    if (problem->length > 0)
        return false;
    search->health = health_with(search->arena, &search->request->health, complaints_sum(search->complaints).person);
    wanted->goal = wanted->goal == GOAL_NONE ? goal_said(search, terms, count) : wanted->goal;
    for (size_t i = 0; i < count; i++) {
        if (wanted->goal != GOAL_WARM_UP || !complaints_yield(terms[i].complaints))
            take_cautions(search, &terms[i].cautions);
    }
    /* Before a long run nobody is sore from it yet. */
    if (wanted->goal == GOAL_WARM_UP)
        search->complaints &= ~complaints_yield(search->complaints);
    want_terms(search, terms, count, search->said);
    return true;
}

bool wanted_find(Wanted *wanted, Arena *arena, const ComposeMove *moves, size_t count, const ComposeRequest *request,
                 Text *problem)
{
    WordSearch search = {.arena = arena, .moves = moves, .count = count, .request = request};
    *wanted = (Wanted){
        .areas = request->areas, .named = request->areas.count, .goal = request->goal, .health = request->health};
    if (request->words.count == 0)
        return true;
    search.known = arena_take_array(arena, count, sizeof *search.known);
    if (!look_up(&search, wanted, problem))
        return false;
    wanted->areas.items = arena_take_array(arena, AREA_COUNT, sizeof *wanted->areas.items);
    for (size_t i = 0; i < wanted->named; i++)
        wanted->areas.items[i] = request->areas.items[i];
    add_areas(wanted, &search);
    for (int area = 0; area < AREA_COUNT && search.places > 1; area++)
        wanted->named += search.said & AREA_BIT(area) && !filter_has_word(&request->areas, area);
    wanted->moves = search.known;
    wanted->cautions = search.cautions;
    wanted->complaints = search.complaints;
    wanted->health = search.health;
    wanted->said_areas = search.mentioned;
    wanted->about = search.about;
    wanted->focus = search.focus;
    for (size_t i = 0; i < wanted->named && wanted->focus; i++)
        wanted->focus |= AREA_BIT(wanted->areas.items[i]);
    wanted->unknown = list_unknown(&search);
    for (size_t i = 0; i < count; i++)
        wanted->move_count += search.known[i] > 0;
    return true;
}
