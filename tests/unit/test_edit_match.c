/* SPDX-License-Identifier: MIT */
/* Which move stands for which after an edit. Routines are written as letters, a move each: `A3(XB)C` is a repeat of
 * three rounds between A and C. `l` and `r` are one move, on the left and on the right, `u` and `v` shared ones. */
#include <check.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "session/edit_match.h"
#include "support/following.h"

Suite *suite_edit_match(void);

static void add_letter(Text *yaml, char letter, int indent)
{
    if (letter == 'l' || letter == 'r')
        text_print(yaml, "%*s- {name: s, areas: calves, sides: %s, hold: 10s}\n", indent, "",
                   letter == 'l' ? "left" : "right");
    else
        text_print(yaml, "%*s- {name: %c, areas: %s, hold: 10s}\n", indent, "", letter,
                   letter < 'N' || islower((unsigned char)letter) ? "calves" : "feet");
}

static Plan *plan_of_letters(const char *letters)
{
    Text yaml = {0};
    int indent = 2;
    text_add(&yaml, "moves:\n");
    for (; *letters; letters++) {
        if (isdigit((unsigned char)*letters)) {
            text_print(&yaml, "%*s- repeat: %c\n%*s  moves:\n", indent, "", *letters, indent, "");
            letters++;
            indent += 4;
        } else if (*letters == ')') {
            indent -= 4;
        } else {
            add_letter(&yaml, *letters, indent);
        }
    }
    Plan *plan = plan_of(text_show(&yaml), NULL);
    for (size_t i = 0; i < plan->move_count; i++) {
        PlanMove *move = &plan->moves[i];
        move->use = *move->name == 'u' || *move->name == 'v' ? move->name : NULL;
    }
    text_release(&yaml);
    return plan;
}

/* Where each move is now: `=2` is there, `>2` is no more, another stands in its stead, `-2` is no more, and what came
 * after it begins there. */
static char *alignment_text(const EditMatch *alignment)
{
    Text text = {0};
    for (size_t i = 0; i < alignment->before->move_count; i++) {
        const MatchedMove move = edit_match_move(alignment, (int32_t)i);
        text_print(&text, "%s%c%d", i > 0 ? " " : "", move.is_there ? '=' : move.is_replaced ? '>' : '-', move.move);
    }
    return text_detach(&text);
}

static const struct {
    const char *before, *now, *expected;
} cases[] = {
    {"ABC", "ABC", "=0 =1 =2"},
    {"ABC", "XABC", "=1 =2 =3"},
    {"ABC", "AC", "=0 -1 =1"},
    {"ABC", "A", "=0 -1 -1"},
    /* Another name for what works on the same, and another move in its stead. */
    {"ABC", "AEC", "=0 =1 =2"},
    {"ABC", "AEXC", "=0 =1 =3"},
    {"ABC", "AXC", "=0 >1 =2"},
    {"ABC", "AXYC", "=0 >1 =3"},
    {"ABCD", "AXYD", "=0 >1 >2 =3"},
    {"ABCD", "AED", "=0 -1 >1 =2"},
    {"lB", "rB", ">0 =1"},
    {"uB", "vB", ">0 =1"},
    {"uB", "AB", ">0 =1"},
    {"2(AB)", "2(XB)", ">0 =1 >2 =3"},
    /* Of what has moved into the place of one that is gone, only what comes. */
    {"MABXC", "ABMC", "=2 =0 =1 -3 =3"},
    {"AXBCM", "AMBC", "=0 -1 =2 =3 =1"},
    /* In every round. */
    {"5(AB)", "5(AXB)", "=0 =2 =3 =5 =6 =8 =9 =11 =12 =14"},
    {"3(AXB)", "3(AB)", "=0 -1 =1 =2 -3 =3 =4 -5 =5"},
    {"3(AXA)", "3(AX)", "=0 =1 -2 =2 =3 -4 =4 =5 -6"},
    {"3(AXA)", "3(XA)", "-0 =0 =1 -2 =2 =3 -4 =4 =5"},
    {"2(A2(B)C)", "2(A2(BX)C)", "=0 =1 =3 =5 =6 =7 =9 =11"},
    /* More rounds and fewer: the last ones. */
    {"2(AB)", "3(AB)", "=0 =1 =2 =3"},
    {"3(AB)C", "2(AB)C", "=0 =1 =2 =3 -4 -4 =4"},
    /* The same move twice over stays two. */
    {"ACAB", "DA", "=1 -2 -2 -2"},
    {"AA", "A", "=0 -1"},
    {"lr", "r", "-0 =0"},
    {"lr", "l", "=0 -1"},
    {"2(lr)", "2(r)", "-0 =0 -1 =1"},
    /* What was moved is found again, once. */
    {"ABCD", "DABC", "=1 =2 =3 =0"},
    {"ABCD", "BCDA", "=3 =0 =1 =2"},
    {"2(ABC)", "2(BAC)", "=1 =0 =2 =4 =3 =5"},
};

START_TEST(moves_stand_where_they_belong)
{
    Plan *before = plan_of_letters(cases[_i].before), *now = plan_of_letters(cases[_i].now);
    EditMatch alignment = edit_match_plans(before, now);
    check_text(alignment_text(&alignment), cases[_i].expected);
    edit_match_release(&alignment);
    plan_free(before);
    plan_free(now);
}
END_TEST

enum { LETTERS_MOST = 12, ROUNDS = 4 };

static void random_letters(uint64_t *seed, uint32_t different, char letters[LETTERS_MOST + 1])
{
    const uint32_t count = 1 + next_number(seed, LETTERS_MOST);
    for (uint32_t i = 0; i < count; i++)
        letters[i] = (char)('A' + next_number(seed, different));
    letters[count] = '\0';
}

static int32_t count_of(const Plan *plan, const char *name)
{
    int32_t count = 0;
    for (size_t i = 0; i < plan->move_count; i++)
        count += strcmp(plan->moves[i].name, name) == 0;
    return count;
}

/* No move stands for two, and as many of a name are found as there are in both. */
START_TEST(any_alignment_is_one_to_one)
{
    uint64_t seed = 5;
    for (int round = 0; round < 2000; round++) {
        char letters[LETTERS_MOST + 1];
        const uint32_t different = 1 + next_number(&seed, 8);
        random_letters(&seed, different, letters);
        Plan *before = plan_of_letters(letters);
        random_letters(&seed, different, letters);
        Plan *now = plan_of_letters(letters);
        EditMatch alignment = edit_match_plans(before, now);
        bool is_taken[LETTERS_MOST] = {0};
        int32_t found[128] = {0};
        for (int32_t i = 0; i < (int32_t)before->move_count; i++) {
            const MatchedMove move = edit_match_move(&alignment, i);
            ck_assert(move.move >= 0 && move.move <= (int32_t)now->move_count);
            if (!move.is_there)
                continue;
            ck_assert(move.move < (int32_t)now->move_count && !is_taken[move.move]);
            is_taken[move.move] = true;
            found[(int)*before->moves[i].name] += strcmp(before->moves[i].name, now->moves[move.move].name) == 0;
        }
        for (size_t i = 0; i < before->move_count; i++) {
            const char *name = before->moves[i].name;
            ck_assert_int_eq(found[(int)*name], MIN_OF(count_of(before, name), count_of(now, name)));
        }
        edit_match_release(&alignment);
        plan_free(before);
        plan_free(now);
    }
}
END_TEST

/* The letters of the bits, in rounds between Y and Z. */
static Plan *rounds_of(uint32_t bits)
{
    char letters[LETTERS_MOST + 6] = "Y4(";
    size_t length = strlen(letters);
    for (uint32_t i = 0; i < LETTERS_MOST; i++) {
        if (bits & (1U << i))
            letters[length++] = (char)('A' + i);
    }
    memcpy(letters + length, ")Z", 3);
    return plan_of_letters(letters);
}

static int32_t bits_below(uint32_t bits, uint32_t most)
{
    int32_t count = 0;
    for (uint32_t i = 0; i < most; i++)
        count += (bits & (1U << i)) != 0;
    return count;
}

/* Moves put into a repeat and taken out of it: every other one is in the same round, the order of all that are there is
 * kept, and those that are gone lie between their neighbours. */
START_TEST(any_edit_in_a_repeat_keeps_the_rounds)
{
    uint64_t seed = 17;
    for (int turn = 0; turn < 2000; turn++) {
        const uint32_t old_bits = 1 + next_number(&seed, (1U << LETTERS_MOST) - 1);
        const uint32_t new_bits = 1 + next_number(&seed, (1U << LETTERS_MOST) - 1);
        Plan *before = rounds_of(old_bits), *now = rounds_of(new_bits);
        EditMatch alignment = edit_match_plans(before, now);
        const int32_t old_size = bits_below(old_bits, LETTERS_MOST), new_size = bits_below(new_bits, LETTERS_MOST);
        for (uint32_t i = 0; i < LETTERS_MOST; i++) {
            for (int32_t round = 0; (old_bits & new_bits & (1U << i)) && round < ROUNDS; round++) {
                const MatchedMove move = edit_match_move(&alignment, 1 + round * old_size + bits_below(old_bits, i));
                ck_assert(move.is_there);
                ck_assert_int_eq(move.move, 1 + round * new_size + bits_below(new_bits, i));
            }
        }
        for (int32_t i = 1; i < (int32_t)before->move_count; i++)
            ck_assert(edit_match_move(&alignment, i - 1).move <= edit_match_move(&alignment, i).move);
        edit_match_release(&alignment);
        plan_free(before);
        plan_free(now);
    }
}
END_TEST

Suite *suite_edit_match(void)
{
    Suite *suite = suite_create("edit_match");
    TCase *tests = tcase_create("align");
    tcase_add_loop_test(tests, moves_stand_where_they_belong, 0, ARRAY_LEN(cases));
    tcase_add_test(tests, any_alignment_is_one_to_one);
    tcase_add_test(tests, any_edit_in_a_repeat_keeps_the_rounds);
    suite_add_tcase(suite, tests);
    return suite;
}
