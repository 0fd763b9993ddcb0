/* SPDX-License-Identifier: MIT */
/* Composed routines against what an expert demands of them, the table tests/content/wishes.txt. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "compose/complaints.h"
#include "compose/goal_rules.h"
#include "compose/stance.h"
#include "routine/filter.h"
#include "routine/timeline.h"
#include "session/caps.h"
#include "support/golden.h"
#include "support/shipped.h"
#include "support/table.h"

Suite *suite_wishes(void);

enum {
    MINUTE_S = 60,
    CLOSE_S = 30,
    MOVES = 64,
    LIST = 8,
    WISHES_LEAST = 30,
    WISHES_MOST = 128,
    TERM = 64,
    DOSE_LEAST_S = 30,
    ROUTINES = 128
};

static Table wishes;

/* Words that no move knows are looked up in these. */
static const Routine *routines[ROUTINES];
static size_t routine_count;

static void open_wishes(void)
{
    read_shipped();
    load_shipped_routines();
    routine_count = library_count(shipped.library);
    ck_assert_uint_le(routine_count, ROUTINES);
    for (size_t i = 0; i < routine_count; i++)
        routines[i] = library_at(shipped.library, i)->routine;
    wishes = table_read(TESTS_DIR "/content/wishes.txt");
}

static void close_wishes(void)
{
    table_release(&wishes);
    release_shipped();
}

/* A wish, with the lists that it needs. */
typedef struct Wish {
    ComposeRequest request;
    uint8_t areas[LIST], places[LIST], health[LIST];
    const char *tools[LIST], *words[1];
    const TableRow *row;
    const Move *moves[MOVES]; /* of the routine, as shared, in their order, each round */
    int32_t seconds[MOVES];
    uint32_t techniques[MOVES]; /* bits of Technique, of the phases as composed */
    size_t count;
    int32_t off_s, hardest;    /* longer than asked for; the highest pressure */
    const char *question;      /* asked before the first move; NULL: none */
    const char *setups[MOVES]; /* of the routine, by move; NULL: none */
    ComposeNotes notes;
    char *text; /* as composed; owned */
} Wish;

static int word_of(const Words *words, const char *value)
{
    const int found = words_find(words, value, strlen(value));
    ck_assert_msg(found >= 0, "'%s' is no word of that kind", value);
    return found;
}

static void take_words(WordList *list, uint8_t *items, char *value, const Words *words)
{
    char *rest = NULL;
    list->items = items;
    for (char *word = strtok_r(value, ",", &rest); word; word = strtok_r(NULL, ",", &rest)) {
        const int found = words_find(words, word, strlen(word));
        ck_assert_msg(found >= 0 && list->count < LIST, "'%s' is no word of that kind", word);
        items[list->count++] = (uint8_t)found;
    }
}

static void take_tools(Wish *wish, char *value)
{
    char *rest = NULL;
    wish->request.tools_are_known = wish->request.tools_are_named = true;
    wish->request.tools.items = wish->tools;
    for (char *tool = strtok_r(value, ",", &rest); tool && strcmp(tool, "none") != 0;
         tool = strtok_r(NULL, ",", &rest)) {
        ck_assert_uint_lt(wish->request.tools.count, LIST);
        wish->tools[wish->request.tools.count++] = tool;
    }
}

static void take_for(Wish *wish, char *value)
{
    for (char *sign = value; *sign; sign++)
        *sign = *sign == '_' ? ' ' : *sign;
    wish->words[0] = value;
    wish->request.words = (TextList){wish->words, 1};
}

static void take_option(Wish *wish, const char *key, char *value)
{
    ComposeRequest *request = &wish->request;
    if (strcmp(key, "area") == 0)
        take_words(&request->areas, wish->areas, value, &area_words);
    else if (strcmp(key, "at") == 0)
        take_words(&request->places, wish->places, value, &place_words);
    else if (strcmp(key, "health") == 0)
        take_words(&request->health.words, wish->health, value, &health_words);
    else if (strcmp(key, "goal") == 0)
        request->goal = (Goal)word_of(&goal_words, value);
    else if (strcmp(key, "tool") == 0)
        take_tools(wish, value);
    else if (strcmp(key, "for") == 0)
        take_for(wish, value);
    else if (strcmp(key, "minutes") == 0)
        request->minutes = (int32_t)strtol(value, NULL, 10);
    else
        ck_abort_msg("line %d: '%s' is no option", wish->row->line, key);
}

/* Nothing is done for a moment only, but where the health allows no more; nor for longer or harder than a session then
 * does it. Passes go there and back: nobody stops halfway. */
static void check_dose(const Wish *wish, const Move *move)
{
    const Caps caps = caps_of(&(PlanOptions){.health = wish->request.health, .has_caps = true});
    const TableRow *row = wish->row;
    int32_t side_s = 0, written_s = 0;
    for (size_t i = 0; i < move->phase_count; i++) {
        const Phase *phase = &move->phases[i];
        const int32_t capped_s = caps_hold_s(&caps, phase, phase->hold.left_s, caps_unit_s(phase));
        ck_assert_msg(capped_s == phase->hold.left_s, "%s: %s is %d s", row->cells[1], move->name, phase->hold.left_s);
        ck_assert_msg(caps_pressure(&caps, &move->areas, phase).high == phase->pressure.high, "%s: %s at %d",
                      row->cells[1], move->name, phase->pressure.high);
        side_s += capped_s;
        written_s += caps_hold_s(&caps, phase, DOSE_LEAST_S, 1);
    }
    ck_assert_msg(side_s >= MIN_OF(DOSE_LEAST_S, written_s - written_s % (2 * caps_unit_s(&move->phases[0]))),
                  "%s: %s gets %d s", row->cells[1], move->name, side_s);
    ck_assert_msg(move->phase_count > 1 || move->phases[0].hold.passes % 2 == 0, "%s: %s stops halfway", row->cells[1],
                  move->name);
}

static bool take_move(void *context, const TimelineItem *item)
{
    Wish *wish = context;
    if (!item->move)
        return true;
    ck_assert_uint_lt(wish->count, MOVES);
    for (size_t i = 0; i < item->move->phase_count; i++) {
        const Pressure *pressure = &item->move->phases[i].pressure;
        wish->hardest = pressure->is_set && pressure->high > wish->hardest ? pressure->high : wish->hardest;
        wish->techniques[wish->count] |= UINT32_C(1) << item->move->phases[i].technique;
    }
    if (wish->count == 0)
        wish->question = item->move->confirm;
    wish->setups[wish->count] = item->move->setups.count > 0 ? item->move->setups.items[0].text : NULL;
    wish->moves[wish->count] = shipped_move(item->move->use);
    check_dose(wish, item->move);
    wish->seconds[wish->count++] = timeline_move_seconds(item->move);
    return true;
}

/* Composes it; `options` is cut up, and borrowed. */
static void compose_wish(Wish *wish, const TableRow *row, char *options)
{
    char *problem = NULL, *rest = NULL;
    *wish = (Wish){.row = row, .request = {.goal = GOAL_NONE, .routines = routines}};
    wish->request.routine_count = routine_count;
    for (char *option = strtok_r(options, " ", &rest); option; option = strtok_r(NULL, " ", &rest)) {
        char *sign = strchr(option, '=');
        ck_assert_msg(sign != NULL, "line %d: '%s' has no value", row->line, option);
        *sign = '\0';
        take_option(wish, option, sign + 1);
    }
    char *text = compose_routine(shipped.items, shipped.count, &wish->request, &wish->notes, &problem);
    ck_assert_msg(text != NULL, "%s: %s", row->cells[1], problem);
    wish->text = memory_copy_text(text);
    const Routine *routine = routine_of_composed(text);
    wish->off_s = routine->seconds - wish->request.minutes * MINUTE_S;
    timeline_walk(routine, NULL, take_move, wish);
}

static const char *const stances[] = {"standing", "chair", "sitting", "kneeling", "front", "side", "back"};
static const char *const works[] = {"wake", "warm", "deep", "stretch", "use", "breathe"};
static const Words stance_words = {stances, ARRAY_LEN(stances)}, work_words = {works, ARRAY_LEN(works)};
_Static_assert(ARRAY_LEN(stances) == STANCE_COUNT && ARRAY_LEN(works) == WORK_COUNT, "each has a word");

/* Every way in which the move can be done at a place of the wish. */
static StanceSet stances_of(const Wish *wish, const Move *move)
{
    const WordList *places = &wish->request.places;
    StanceSet set = 0;
    for (int place = 0; place < PLACE_COUNT; place++) {
        const bool is_open = places->count == 0 ? place != PLACE_OUTDOORS : filter_has_word(places, place);
        if (is_open && (move->where.count == 0 || filter_has_word(&move->where, place)))
            set |= stance_at(move, place);
    }
    return set;
}

static bool has_keyword(const Move *move, const char *value)
{
    char word[TERM];
    size_t length = 0;
    for (; value[length] && length < TERM - 1; length++)
        word[length] = value[length] == '_' ? ' ' : value[length];
    word[length] = '\0';
    return filter_keyword_in(&move->keywords, word);
}

static bool has_technique(const Wish *wish, const Move *move, int technique)
{
    for (size_t i = 0; i < wish->count; i++) {
        if (wish->moves[i] == move && wish->techniques[i] & UINT32_C(1) << technique)
            return true;
    }
    return false;
}

/* One term: an id, or KEY:VALUE. */
static bool is_term(const Wish *wish, const Move *move, const char *term)
{
    const char *sign = strchr(term, ':'), *value = sign ? sign + 1 : term;
    const size_t length = sign ? (size_t)(sign - term) : 0;
    if (!sign)
        return shipped_move(term) == move;
    if (strncmp(term, "area", length) == 0)
        return filter_has_word(&move->areas, word_of(&area_words, value));
    if (strncmp(term, "main", length) == 0)
        return move->areas.items[0] == word_of(&area_words, value);
    if (strncmp(term, "work", length) == 0)
        return (int)goal_rules_work(move) == word_of(&work_words, value);
    if (strncmp(term, "technique", length) == 0)
        return has_technique(wish, move, word_of(&technique_words, value));
    if (strncmp(term, "tool", length) == 0)
        return filter_has_tool(&move->tools, value);
    if (strncmp(term, "word", length) == 0)
        return has_keyword(move, value);
    if (strncmp(term, "in", length) == 0)
        return stances_of(wish, move) & STANCE_BIT(word_of(&stance_words, value));
    if (strncmp(term, "only", length) == 0)
        return stances_of(wish, move) == STANCE_BIT(word_of(&stance_words, value));
    ck_abort_msg("line %d: '%s' is no term", wish->row->line, term);
    return false;
}

/* Terms with + between them. */
static bool is_choice(const Wish *wish, const Move *move, const char *choice, size_t length)
{
    bool is_all = true;
    for (size_t at = 0; at < length;) {
        char term[TERM];
        const size_t size = strcspn(choice + at, "+ /,");
        ck_assert_uint_lt(size, TERM);
        memcpy(term, choice + at, size);
        term[size] = '\0';
        is_all = is_term(wish, move, term) && is_all;
        at += size + 1;
    }
    return is_all;
}

/* Choices with / between them, up to a comma or the end. */
static bool fits(const Wish *wish, size_t index, const char *text)
{
    bool is_one = false;
    while (*text && *text != ',') {
        const size_t length = strcspn(text, " /,");
        if (length > 0)
            is_one = is_choice(wish, wish->moves[index], text, length) || is_one;
        text += length + strspn(text + length, " /");
    }
    return is_one;
}

static size_t count_of(const Wish *wish, const char *text)
{
    size_t count = 0;
    for (size_t i = 0; i < wish->count; i++)
        count += fits(wish, i, text);
    return count;
}

/* Whether one of the texts, with " / " between them, is anywhere in the routine. */
static bool says_one(const Wish *wish, const char *texts)
{
    char *copy = memory_copy_text(texts), *rest = NULL;
    bool is_one = false;
    for (char *one = strtok_r(copy, "/", &rest); one; one = strtok_r(NULL, "/", &rest)) {
        one += strspn(one, " ");
        size_t length = strlen(one);
        while (length > 0 && one[length - 1] == ' ')
            one[--length] = '\0';
        is_one = is_one || strstr(wish->text, one);
    }
    free(copy);
    return is_one;
}

static bool is_in_order(const Wish *wish, const char *text)
{
    size_t from = 0;
    for (bool is_last = false; !is_last; text += strspn(text, ", ")) {
        size_t first = wish->count, end = 0;
        for (size_t i = wish->count; i-- > 0;) {
            if (!fits(wish, i, text))
                continue;
            first = i;
            end = end == 0 ? i + 1 : end;
        }
        if (first == wish->count || first < from)
            return false;
        from = end;
        text += strcspn(text, ",");
        is_last = *text == '\0';
    }
    return true;
}

/* The fewest that there can be. */
static int32_t changes_of(const Wish *wish)
{
    StanceSet set = STANCES_ALL;
    int32_t changes = 0;
    for (size_t i = 0; i < wish->count; i++) {
        const StanceSet own = stances_of(wish, wish->moves[i]);
        changes += (set & own) == 0;
        set = set & own ? set & own : own;
    }
    return changes;
}

static bool is_in_range(const TableRow *row, int32_t value)
{
    return table_in_range(table_range(row, 1), value);
}

static bool time_holds(const Wish *wish, const TableRow *row)
{
    int32_t seconds = 0;
    for (size_t i = 0; i < wish->count; i++)
        seconds += fits(wish, i, row->cells[2]) ? wish->seconds[i] : 0;
    return is_in_range(row, seconds);
}

static bool is_said(const Wish *wish, const TableRow *row)
{
    bool is_there = false, is_everywhere = true;
    for (size_t i = 0; i < wish->count; i++) {
        if (!fits(wish, i, row->cells[2]))
            continue;
        is_there = true;
        is_everywhere = is_everywhere && wish->setups[i] && strstr(wish->setups[i], row->cells[1]);
    }
    return is_there && is_everywhere;
}

static bool has_why(const Wish *wish, const TableRow *row)
{
    for (size_t i = 0; i < wish->notes.count; i++) {
        const ComposeWhy *why = &wish->notes.whys[i];
        if (strcmp(why->use, row->cells[2]) == 0 && strstr(why->why, row->cells[1]))
            return true;
    }
    return false;
}

static bool is_noted(const Wish *wish, const char *text)
{
    for (size_t i = 0; i < wish->notes.said.count; i++) {
        if (strstr(wish->notes.said.items[i], text))
            return true;
    }
    return false;
}

static bool holds(const Wish *wish, const TableRow *row)
{
    const char *kind = row->cells[0], *text = row->cells[1];
    if (strcmp(kind, "has") == 0)
        return count_of(wish, text) > 0;
    if (strcmp(kind, "not") == 0)
        return count_of(wish, text) == 0;
    if (strcmp(kind, "first") == 0)
        return fits(wish, 0, text);
    if (strcmp(kind, "last") == 0)
        return fits(wish, wish->count - 1, text);
    if (strcmp(kind, "order") == 0)
        return is_in_order(wish, text);
    if (strcmp(kind, "changes") == 0)
        return changes_of(wish) <= strtol(text, NULL, 10);
    if (strcmp(kind, "most") == 0)
        return (long)count_of(wish, row->cells[2]) <= strtol(text, NULL, 10);
    if (strcmp(kind, "time") == 0)
        return time_holds(wish, row);
    if (strcmp(kind, "says") == 0)
        return is_said(wish, row);
    if (strcmp(kind, "why") == 0)
        return has_why(wish, row);
    if (strcmp(kind, "press") == 0)
        return is_in_range(row, wish->hardest);
    if (strcmp(kind, "notes") == 0)
        return is_noted(wish, text);
    if (strcmp(kind, "asks") == 0)
        return wish->question && strstr(wish->question, text);
    if (strcmp(kind, "care") == 0)
        return wish->text && strstr(wish->text, text);
    if (strcmp(kind, "mute") == 0)
        return !says_one(wish, text);
    ck_assert_msg(strcmp(kind, "short") == 0, "%s:%d: '%s' is no kind of row", wishes.path, row->line, kind);
    return true;
}

static bool has_repeat(const Wish *wish)
{
    for (size_t i = 1; i < wish->count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (wish->moves[i] == wish->moves[k])
                return true;
        }
    }
    return false;
}

static void check_wish(const TableRow *row, const TableRow *end)
{
    Wish wish;
    char *options = memory_copy_text(row->cells[2]), *ids = memory_print("%s:", row->cells[1]);
    bool may_be_short = false;
    compose_wish(&wish, row, options);
    for (size_t i = 0; i < wish.count; i++) {
        char *more = memory_print("%s %s", ids, wish.moves[i]->name);
        free(ids);
        ids = more;
    }
    for (const TableRow *next = row + 1; next < end && strcmp(next->cells[0], "wish") != 0; next++) {
        may_be_short = may_be_short || strcmp(next->cells[0], "short") == 0;
        ck_assert_msg(holds(&wish, next), "line %d: %s %s %s\n%s", next->line, next->cells[0], next->cells[1],
                      next->cells[2], ids);
    }
    ck_assert_msg(wish.off_s <= CLOSE_S && (may_be_short || wish.off_s >= -CLOSE_S), "%s: %d s off", ids, wish.off_s);
    ck_assert_msg(may_be_short || !has_repeat(&wish), "%s", ids);
    arena_release(&wish.notes.arena);
    free(wish.text);
    free(options);
    free(ids);
}

/* The wish of that number, if there are so many. */
START_TEST(holds_what_an_expert_demands)
{
    int number = 0;
    for (size_t i = 0; i < wishes.count; i++) {
        if (strcmp(wishes.rows[i].cells[0], "wish") == 0 && number++ == _i)
            check_wish(&wishes.rows[i], wishes.rows + wishes.count);
    }
    ck_assert_int_ge(number, WISHES_LEAST);
    ck_assert_int_le(number, WISHES_MOST);
}
END_TEST

/* Each word that something is called by is read as that and as nothing else; alone it composes a routine, or the part
 * of the body is asked for. */
START_TEST(reads_each_word_of_a_complaint)
{
    for (const Complaint *each = complaint_next(UINT64_MAX, NULL); each; each = complaint_next(UINT64_MAX, each)) {
        for (size_t i = 0; i < COMPLAINT_WORDS && each->words[i]; i++) {
            const char *word = each->words[i];
            const ComplaintSet called = complaints_called(word);
            const ComposeRequest request = {.goal = GOAL_NONE,
                                            .words = {&word, 1},
                                            .routines = routines,
                                            .routine_count = routine_count,
                                            .minutes = 10};
            char *problem = NULL;
            char *text = compose_routine(shipped.items, shipped.count, &request, NULL, &problem);
            ck_assert_msg(complaint_next(called, NULL) == each && !complaint_next(called, each), "'%s'", word);
            const bool asks = problem && strstr(problem, "names no part of the body");
            ck_assert_msg(text || (asks && each->spares_said), "'%s': %s", word, problem);
            free(text);
            free(problem);
        }
    }
}
END_TEST

Suite *suite_wishes(void)
{
    Suite *suite = suite_create("wishes");
    TCase *tcase = tcase_create("wishes");
    tcase_add_unchecked_fixture(tcase, open_wishes, close_wishes);
    tcase_add_test(tcase, reads_each_word_of_a_complaint);
    tcase_add_loop_test(tcase, holds_what_an_expert_demands, 0, WISHES_MOST);
    suite_add_tcase(suite, tcase);
    return suite;
}
