/* SPDX-License-Identifier: MIT */
#include "cli/history_csv.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "support/past_session.h"

Suite *suite_history_csv(void);

#define HEAD                                                                                                           \
    "session,started,title,routines,state,level,planned_s,worked_s,check,unit,better,before,after,note,declined,"      \
    "ruled_out,dropped,move,use,areas,side,move_planned_s,held_s,felt,felt_most,hurt,skipped\r\n"
#define SESSION                                                                                                        \
    "b2de43e63a54282e630491eacbbedcdf,2026-03-01T12:30:00+01:00,Calves,calves feet,left,firm,240,150,Knee to wall.,"   \
    "cm,more,8.5,10,\"Warm, \"\"easy\"\"\",Heel,Toe (clot),\"Shin, Knee\","

START_TEST(has_a_row_for_each_move_and_side)
{
    const SessionRecord record = past_session();
    Text text = {0};
    history_csv_head(&text);
    history_csv_session(&text, &record);
    ck_assert_str_eq(text_show(&text),
                     HEAD SESSION "Calf strip,calf-strip,calves achilles,left,90,90,4,5,false,false\r\n" SESSION
                                  "Calf strip,calf-strip,calves achilles,right,90,30,7,7,true,true\r\n" SESSION
                                  "\"Sole, slowly\",,feet,,,0,,,false,true\r\n");
    text_release(&text);
}
END_TEST

START_TEST(has_a_row_for_a_session_without_moves)
{
    const SessionRecord record = {
        .uid = "u", .title = "T", .routines = "t", .level = LEVEL_STANDARD, .offset_min = -90, .measure = MEASURE_NONE};
    Text text = {0};
    history_csv_session(&text, &record);
    ck_assert_str_eq(text_show(&text), "u,1969-12-31T22:30:00-01:30,T,t,finished,standard,0,0,,,,,,,,,,,,,,,,,,,\r\n");
    text_release(&text);
}
END_TEST

/* The next cell of a row as RFC 4180 has it, which this reads by itself; *at is behind it then. To free(). */
static char *read_cell(const char **at)
{
    Text cell = {0};
    const bool is_quoted = **at == '"';
    for (*at += is_quoted; **at; ++*at) {
        if (is_quoted && **at == '"' && *++*at != '"')
            break;
        if (!is_quoted && strchr(",\"\r\n", **at))
            break;
        text_add_char(&cell, **at);
    }
    ck_assert_msg(**at == ',' || strcmp(*at, "\r\n") == 0, "a cell goes on with '%s'", *at);
    *at += **at == ',';
    text_add(&cell, "");
    return text_detach(&cell);
}

static const char *add_row(Text *text, SessionRecord record)
{
    record.count = MIN_OF(record.count, 1);
    history_csv_session(text, &record);
    return text_show(text);
}

/* A note, and the cell that a spreadsheet reads. */
static const struct {
    const char *note, *cell;
} notes[] = {
    {"", ""},
    {"easy", "easy"},
    {"a,b,,c", "a,b,,c"},
    {"\"", "\""},
    {"\"\"a\",\"", "\"\"a\",\""},
    {"one\ntwo\n", "one\ntwo\n"},
    {"one\r\ntwo", "one\ntwo"},
    {"a\rb", "a\\x0db"},
    {"\x1b[31mred\x07", "\\x1b[31mred\\x07"},
    {"a\tb", "a\tb"},
    {"\xC3\xA9t\xC3\xA9, \xE8\x86\x9D \xF0\x9F\x91\x8D", "\xC3\xA9t\xC3\xA9, \xE8\x86\x9D \xF0\x9F\x91\x8D"},
    {"\xFF", "\\xff"},
    {"=1+1", "'=1+1"},
    {"=HYPERLINK(\"http://example.org\",\"x\")", "'=HYPERLINK(\"http://example.org\",\"x\")"},
    {"+1", "'+1"},
    {"-1", "'-1"},
    {"- less stiff", "'- less stiff"},
    {"@me", "'@me"},
    {"\t=1", "'\t=1"},
    {"\r=1", "\\x0d=1"},
    {"\xEF\xBC\x9D"
     "1",
     "'\xEF\xBC\x9D"
     "1"},
    {"\xEF\xBC\xA0", "'\xEF\xBC\xA0"},
    {"a=1", "a=1"},
    {"'quoted'", "'quoted'"},
    {",=1", ",=1"},
    {"\n=1", "\n=1"},
};

/* In every column with a text of the person's or of a file's. */
START_TEST(texts_come_back)
{
    static const size_t texts[] = {2, 3, 8, 13, 14, 15, 16, 17, 18, 19}; /* columns of HEAD, from 0 */
    const char *note = notes[_i].note;
    SessionRecord record = past_session();
    MoveRecord move = record.moves[0];
    record.title = record.routines = record.check = record.note = record.declined = record.ruled_out = record.dropped =
        move.name = move.use = move.areas = note;
    record.moves = &move;
    Text text = {0};
    const char *at = add_row(&text, record);
    size_t next = 0, column = 0;
    for (; strcmp(at, "\r\n") != 0; column++) {
        char *cell = read_cell(&at);
        if (next < ARRAY_LEN(texts) && column == texts[next]) {
            ck_assert_str_eq(cell, notes[_i].cell);
            next++;
        }
        free(cell);
    }
    ck_assert_uint_eq(next, ARRAY_LEN(texts));
    ck_assert_uint_eq(column, 27);
    text_release(&text);
}
END_TEST

enum { NONE = MEASURE_NOT_SAID };

/* The columns unit, better, before, after. */
static const struct {
    Measure measure;
    const char *cells;
} measures[] = {
    {{UNIT_FEEL, false, NONE, NONE}, ",,,,"},
    {{UNIT_FEEL, false, 60, 20}, ",,less,6,2,"},
    {{UNIT_FEEL, false, NONE, 0}, ",,less,,0,"},
    {{UNIT_CM, true, NONE, NONE}, ",cm,,,,"},
    {{UNIT_CM, false, -35, 5}, ",cm,less,-3.5,0.5,"}, /* a number, not a formula */
    {{UNIT_DEG, true, -9999, 9999}, ",deg,more,-999.9,999.9,"},
};

START_TEST(numbers_stay_numbers)
{
    SessionRecord record = past_session();
    record.measure = measures[_i].measure;
    Text text = {0}, wanted = {0};
    text_print(&wanted, "Knee to wall.%s", measures[_i].cells);
    ck_assert_msg(strstr(add_row(&text, record), text_show(&wanted)), "%s", text_show(&text));
    text_release(&text);
    text_release(&wanted);
}
END_TEST

Suite *suite_history_csv(void)
{
    Suite *suite = suite_create("history_csv");
    TCase *tests = tcase_create("history_csv");
    tcase_add_test(tests, has_a_row_for_each_move_and_side);
    tcase_add_test(tests, has_a_row_for_a_session_without_moves);
    tcase_add_loop_test(tests, texts_come_back, 0, ARRAY_LEN(notes));
    tcase_add_loop_test(tests, numbers_stay_numbers, 0, ARRAY_LEN(measures));
    suite_add_tcase(suite, tests);
    return suite;
}
