/* SPDX-License-Identifier: MIT */
#include "cli/history_ics.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "support/past_session.h"

Suite *suite_history_ics(void);

enum { LINE_BYTES = 75, NONE = MEASURE_NOT_SAID };

START_TEST(is_a_calendar)
{
    const SessionRecord record = past_session();
    Text text = {0};
    history_ics_begin(&text);
    history_ics_session(&text, &record);
    history_ics_end(&text);
    ck_assert_str_eq(text_show(&text),
                     "BEGIN:VCALENDAR\r\n"
                     "VERSION:2.0\r\n"
                     "PRODID:-//knead//knead history//EN\r\n"
                     "CALSCALE:GREGORIAN\r\n"
                     "BEGIN:VEVENT\r\n"
                     "UID:b2de43e63a54282e630491eacbbedcdf@knead\r\n"
                     "SEQUENCE:1\r\n"
                     "DTSTAMP:20260301T113230Z\r\n"
                     "DTSTART:20260301T113000Z\r\n"
                     "DTEND:20260301T113230Z\r\n"
                     "SUMMARY:Calves\r\n"
                     "DESCRIPTION:2 min 30 s\\, stopped early\\nCalf strip\\, left: 1 min 30 s\\, fel\r\n"
                     " t 4 (5 at most)\\nCalf strip\\, right: 30 s\\, cut short\\, felt 7\\, it hurt\\n\r\n"
                     " Sole\\, slowly: skipped\\nLeft out after its question: Heel\\nLeft out for yo\r\n"
                     " ur health: Toe (clot)\\nLeft out to fit the time: Shin\\, Knee\\nbefore 8.5 c\r\n"
                     " m\\, after 10 cm: Knee to wall.\\nWarm\\, \"easy\"\r\n"
                     "TRANSP:TRANSPARENT\r\n"
                     "END:VEVENT\r\n"
                     "END:VCALENDAR\r\n");
    text_release(&text);
}
END_TEST

/* The value of a line of the first event, unfolded and with its escapes undone, which this does by itself. To free(). */
static char *value_of(const char *calendar, const char *name)
{
    Text begin = {0}, value = {0};
    text_print(&begin, "\r\n%s:", name);
    const char *at = strstr(calendar, text_show(&begin));
    ck_assert_msg(at != NULL, "there is no %s in %s", name, calendar);
    at += begin.length;
    for (; *at && (strncmp(at, "\r\n", 2) != 0 || at[2] == ' '); at++) {
        if (*at == '\r') {
            at += 2;
            continue;
        }
        if (*at != '\\') {
            text_add_char(&value, *at);
            continue;
        }
        for (at++; strncmp(at, "\r\n ", 3) == 0;)
            at += 3;
        ck_assert_msg(*at && strchr("\\,;nN", *at), "an unknown escape: %s", at);
        text_add_char(&value, *at == 'n' || *at == 'N' ? '\n' : *at);
    }
    text_release(&begin);
    text_add(&value, "");
    return text_detach(&value);
}

/* Every line is at most 75 bytes, whole characters, and without control characters but its end. A line that goes on is
 * not shorter than it has to be. */
static void check_lines(const char *calendar)
{
    for (const char *line = calendar; *line;) {
        const char *end = strstr(line, "\r\n");
        ck_assert_ptr_nonnull(end);
        const size_t length = (size_t)(end - line);
        ck_assert_msg(length <= LINE_BYTES && length > 0, "%zu bytes: %.*s", length, (int)length, line);
        ck_assert_msg(utf8_valid(line, length) == length, "cut in two: %.*s", (int)length, line);
        ck_assert_msg(utf8_find_harmful(line, length) < 0 && !memchr(line, '\n', length), "%.*s", (int)length, line);
        line = end + 2;
        size_t next = 0;
        if (*line == ' ')
            utf8_decode(line + 1, strlen(line + 1), &next);
        ck_assert_msg(next == 0 || length + next > LINE_BYTES, "folded early: %.*s", (int)length, end - length);
    }
}

static void check_value(const char *calendar, const char *name, const char *wanted)
{
    char *value = value_of(calendar, name);
    ck_assert_str_eq(value, wanted);
    free(value);
}

/* A note, and what a calendar shows of it. */
static const struct {
    const char *note, *shown;
} notes[] = {
    {"easy", "easy"},
    {"a,b;c\\d", "a,b;c\\d"},
    {"\\n is no newline", "\\n is no newline"},
    {"one\ntwo\n\nfour", "one\ntwo\n\nfour"},
    {"one\r\ntwo", "one\ntwo"},
    {"\"quoted\": no", "\"quoted\": no"},
    {"END:VEVENT\nBEGIN:VALARM", "END:VEVENT\nBEGIN:VALARM"},
    {"\r\nEND:VEVENT\r\n", "\nEND:VEVENT\n"},
    {"\x1b[2J\x07 bell\r", "\\x1b[2J\\x07 bell\\x0d"},
    {"a\tb", "a\tb"},
    {"\xC3\xA9t\xC3\xA9 \xE8\x86\x9D \xF0\x9F\x91\x8D", "\xC3\xA9t\xC3\xA9 \xE8\x86\x9D \xF0\x9F\x91\x8D"},
    {"\xFF\xE2\x80\xAE", "\\xff\\u202e"},
};

static SessionRecord brief(const char *title, const char *note)
{
    return (SessionRecord){
        .uid = "u", .revision = 1, .title = title, .note = note, .worked_s = 60, .measure = MEASURE_NONE};
}

START_TEST(texts_come_back)
{
    const SessionRecord record = brief(notes[_i].note, notes[_i].note);
    Text text = {0}, wanted = {0};
    history_ics_session(&text, &record);
    check_lines(text_show(&text));
    check_value(text_show(&text), "SUMMARY", notes[_i].shown);
    text_print(&wanted, "1 min\n%s", notes[_i].shown);
    check_value(text_show(&text), "DESCRIPTION", text_show(&wanted));
    text_release(&text);
    text_release(&wanted);
}
END_TEST

/* Titles of every length, of characters of 1 to 4 bytes and of ones that are escaped. */
START_TEST(long_lines_are_folded)
{
    static const char *const parts[] = {"a", "\xC3\xA9", "\xE8\x86\x9D", "\xF0\x9F\x91\x8D", ",", "\\", " ", "\n"};
    Text title = {0}, text = {0};
    for (size_t seed = 0; seed < 8 * 240; seed++) {
        text_clear(&title);
        text_clear(&text);
        for (size_t i = 0; i < seed / 8; i++)
            text_add(&title, parts[seed % 8 < 4 ? seed % 8 : (i * i + seed) % ARRAY_LEN(parts)]);
        const SessionRecord record = brief(text_show(&title), NULL);
        history_ics_session(&text, &record);
        check_lines(text_show(&text));
        check_value(text_show(&text), "SUMMARY", text_show(&title));
    }
    text_release(&title);
    text_release(&text);
}
END_TEST

/* What a session is in words, and when it was. */
static const struct {
    SessionRecord record;
    const char *name, *value;
} values[] = {
    {{.worked_s = 0}, "DTEND", "19700101T000001Z"}, /* no event ends as it begins */
    {{.worked_s = 3600, .started_s = 1767223800}, "DTEND", "20260101T003000Z"},
    {{.started_s = 1774746000, .offset_min = 60}, "DTSTART", "20260329T010000Z"},
    {{.started_s = 1774746000, .offset_min = 120}, "DTSTART", "20260329T010000Z"},
    {{.revision = 1}, "SEQUENCE", "0"},
    {{.revision = 12}, "SEQUENCE", "11"},
    {{.worked_s = 45}, "DESCRIPTION", "45 s"},
    {{.worked_s = 45, .state = RECORD_LEFT}, "DESCRIPTION", "45 s, stopped early"},
    {{.worked_s = 45, .state = RECORD_RUNNING}, "DESCRIPTION", "45 s, running now"},
    {{.measure = {UNIT_FEEL, false, 60, 20}}, "DESCRIPTION", "0 s\nbefore 6 of 10, after 2 of 10"},
    {{.measure = {UNIT_FEEL, false, 60, NONE}, .check = "Reach."}, "DESCRIPTION", "0 s\nbefore 6 of 10: Reach."},
    {{.check = "Reach."}, "DESCRIPTION", "0 s"}, /* nothing was measured */
    {{.note = "N", .dropped = "A"}, "DESCRIPTION", "0 s\nLeft out to fit the time: A\nN"},
};

START_TEST(says_what_it_was)
{
    SessionRecord record = values[_i].record;
    record.uid = "u";
    record.title = "T";
    if (record.measure.before_tenths == 0 && record.measure.after_tenths == 0)
        record.measure = MEASURE_NONE;
    Text text = {0};
    history_ics_session(&text, &record);
    check_value(text_show(&text), values[_i].name, values[_i].value);
    text_release(&text);
}
END_TEST

Suite *suite_history_ics(void)
{
    Suite *suite = suite_create("history_ics");
    TCase *tests = tcase_create("history_ics");
    tcase_add_test(tests, is_a_calendar);
    tcase_add_loop_test(tests, texts_come_back, 0, ARRAY_LEN(notes));
    tcase_add_test(tests, long_lines_are_folded);
    tcase_add_loop_test(tests, says_what_it_was, 0, ARRAY_LEN(values));
    suite_add_tcase(suite, tests);
    return suite;
}
