/* SPDX-License-Identifier: MIT */
#include "report/report_svg.h"

#include <string.h>

#include "base/duration.h"
#include "base/macros.h"
#include "base/markup.h"
#include "base/utf8.h"
#include "report/pictures.h"
#include "report/sentences.h"

const char report_svg_mark[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- A report, written by knead -->\n";

/* In units of 1/96 inch, as A4 has 794 by 1123. */
enum {
    LEFT = 48,
    PAGE_WIDTH = 794,
    PAGE_HEIGHT = 1123,
    NOTES_END = 1066,
    LINE = 16,
    LINE_CELLS = 104,
    AREAS_MOST = 14,
    AREA_ROW = 21,
    BAR_MOST = 70,
    CALENDARS_MOST = 8, /* the newest blocks */
    CHARTS_MOST = 2
};

/* The page, filled from the top. */
typedef struct SvgPage {
    Text *into;
    int y;
} SvgPage;

static void add_words(const SvgPage *page, int x, int y, const char *attributes, const char *words, size_t length)
{
    Text part = {0};
    text_add_span(&part, words, length);
    text_print(page->into, "<text x=\"%d\" y=\"%d\"%s>", x, y, attributes);
    markup_add(page->into, text_show(&part));
    text_add(page->into, "</text>\n");
    text_release(&part);
}

static void add_word(const SvgPage *page, int x, int y, const char *attributes, const char *word)
{
    add_words(page, x, y, attributes, word, strlen(word));
}

/* A paragraph, wrapped. */
static void add_paragraph(SvgPage *page, const char *text)
{
    const char *next = text;
    while (*next) {
        const char *line = next;
        const size_t length = utf8_wrap(line, LINE_CELLS, &next);
        page->y += LINE;
        add_words(page, LEFT, page->y, " font-size=\"12\"", line, length);
    }
}

static void add_heading(SvgPage *page, const char *heading)
{
    page->y += 26;
    add_word(page, LEFT, page->y, " font-size=\"14\" font-weight=\"bold\"", heading);
    page->y += 2;
}

static void add_section(SvgPage *page, const char *heading, Text *words)
{
    if (words->length > 0) {
        add_heading(page, heading);
        add_paragraph(page, text_show(words));
    }
    text_clear(words);
}

/* Two blocks beside each other, or four of half the size. */
static void add_calendar(SvgPage *page, const Overview *overview)
{
    const size_t all = (overview->week_count + CALENDAR_WEEKS - 1) / CALENDAR_WEEKS;
    const size_t blocks = MIN_OF(all, (size_t)CALENDARS_MOST);
    const int columns = blocks > 2 ? 4 : 2, half = columns / 2, width = (CALENDAR_WIDTH + 12) / half;
    add_heading(page,
                blocks < all ? "Calendar, minutes on each day: the newest 2 years" : "Calendar, minutes on each day");
    page->y += 8;
    for (size_t i = 0; i < blocks; i++) {
        const int column = (int)i % columns, row = (int)i / columns;
        text_print(page->into, "<g transform=\"translate(%d %d)%s\">\n", LEFT + column * width,
                   page->y + row * CALENDAR_HEIGHT / half, half > 1 ? " scale(0.5)" : "");
        picture_calendar(page->into, overview, (all - blocks + i) * CALENDAR_WEEKS);
        text_add(page->into, "</g>\n");
    }
    page->y += ((int)blocks + columns - 1) / columns * CALENDAR_HEIGHT / half;
}

static void add_bar(const SvgPage *page, int x, int y, int64_t ms, int64_t most, bool is_left)
{
    char time[DURATION_TEXT_SIZE];
    const int length = (int)MAX_OF(ms * BAR_MOST / most, (int64_t)1);
    if (ms == 0)
        return;
    add_word(page, x, y, is_left ? " font-size=\"11\" text-anchor=\"end\"" : " font-size=\"11\"",
             duration_minutes(time, ms / 1000));
    text_print(page->into, "<rect class=\"h4\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"4\" rx=\"2\"/>\n",
               is_left ? x - length : x, y + 3, length);
}

enum { AREA_X = 376, ALL_X = 530, MIDDLE_X = 606, BEHIND_X = 690 };

static void add_area(const SvgPage *page, int y, int area, const int64_t held_ms[SIDE_COUNT], int64_t most)
{
    char time[DURATION_TEXT_SIZE];
    Text name = {0}, sides = {0};
    sentence_area(&name, "", area, "");
    sentence_sides(&sides, held_ms);
    add_word(page, AREA_X, y, " font-size=\"11\" font-weight=\"bold\"", text_show(&name));
    add_word(page, ALL_X, y, " font-size=\"11\" text-anchor=\"end\"",
             duration_minutes(time, overview_held_ms(held_ms) / 1000));
    add_bar(page, MIDDLE_X - 3, y, held_ms[SIDE_LEFT], most, true);
    add_bar(page, MIDDLE_X + 3, y, held_ms[SIDE_RIGHT], most, false);
    add_word(page, BEHIND_X, y, " font-size=\"10\"", text_show(&sides));
    text_release(&name);
    text_release(&sides);
}

static void add_areas(SvgPage *page, const Overview *overview, const Findings *findings)
{
    const AreaOrder *order = &findings->areas;
    static const char soft[] = " class=\"soft\" font-size=\"11\"";
    static const char soft_end[] = " class=\"soft\" font-size=\"11\" text-anchor=\"end\"";
    const int count = MIN_OF(order->count, (int)AREAS_MOST);
    add_heading(page, "Body: time by area and side");
    text_print(page->into, "<g transform=\"translate(%d %d)\">\n", LEFT, page->y + 4);
    picture_bodies(page->into, overview);
    text_add(page->into, "</g>\n");
    add_word(page, ALL_X, page->y + 14, soft_end, "in all");
    add_word(page, MIDDLE_X - 3, page->y + 14, soft_end, "left");
    add_word(page, MIDDLE_X + 3, page->y + 14, soft, "right");
    add_word(page, BEHIND_X, page->y + 14, soft, "behind");
    for (int i = 0; i < count; i++)
        add_area(page, page->y + 33 + i * AREA_ROW, order->areas[i], overview->held_ms[order->areas[i]],
                 findings->most_ms);
    if (order->count > count) {
        Text more = {0};
        text_print(&more, "and %d more", order->count - count);
        add_word(page, AREA_X, page->y + 33 + count * AREA_ROW, soft, text_show(&more));
        text_release(&more);
    }
    page->y += BODIES_HEIGHT;
}

static void add_check(const SvgPage *page, int x, const CheckSeries *series)
{
    Text name = {0}, words = {0};
    int used;
    sentence_check_name(&name, series);
    sentence_check(&words, series);
    add_words(page, x, page->y + 16, " font-size=\"11\" font-weight=\"bold\"", text_show(&name),
              utf8_fit(text_show(&name), 52, &used));
    if (series->count > 1) {
        text_print(page->into, "<g transform=\"translate(%d %d)\">\n", x, page->y + 18);
        picture_chart(page->into, series);
        text_add(page->into, "</g>\n");
    }
    add_words(page, x, page->y + 18 + (series->count > 1 ? CHART_HEIGHT + 8 : LINE), " font-size=\"10\"",
              text_show(&words), utf8_fit(text_show(&words), 70, &used));
    text_release(&name);
    text_release(&words);
}

static void add_checks(SvgPage *page, const Overview *overview)
{
    const size_t count = MIN_OF(overview->series_count, (size_t)CHARTS_MOST);
    if (count == 0)
        return;
    add_heading(page, overview->series_count > count ? "Checks over time (the first two)" : "Checks over time");
    for (size_t i = 0; i < count; i++)
        add_check(page, LEFT + (int)i * (CHART_WIDTH + 12), &overview->series[i]);
    page->y += CHART_HEIGHT + 26;
}

/* As many of the newest as there is room for. */
static void add_notes(SvgPage *page, const Findings *findings)
{
    const int room = (NOTES_END - page->y - 28) / LINE;
    const size_t count = MIN_OF(findings->note_count, (size_t)MAX_OF(room, 0));
    if (count == 0)
        return;
    add_heading(page, count < findings->note_count ? "Notes, the newest" : "Notes");
    for (size_t i = findings->note_count - count; i < findings->note_count; i++) {
        Text line = {0}, note = {0};
        int used;
        sentence_note_head(&note, findings->notes[i]);
        text_print(&note, ": %s", findings->notes[i]->note);
        utf8_clean_line(&line, text_show(&note), note.length);
        const bool is_whole = utf8_fit(text_show(&line), LINE_CELLS, &used) == line.length;
        text_clear(&note);
        text_add_span(&note, text_show(&line), utf8_fit(text_show(&line), LINE_CELLS - !is_whole, &used));
        text_add(&note, is_whole ? "" : "…");
        page->y += LINE;
        add_words(page, LEFT, page->y, " font-size=\"12\"", text_show(&note), note.length);
        text_release(&line);
        text_release(&note);
    }
}

static void add_findings(SvgPage *page, const Report *report)
{
    Findings findings = {0};
    Text words = {0};
    findings_make(&findings, report);
    sentence_sums(&words, report, &findings);
    add_paragraph(page, text_show(&words));
    text_clear(&words);
    add_calendar(page, report->overview);
    add_areas(page, report->overview, &findings);
    add_checks(page, report->overview);
    sentence_felt(&words, &findings);
    add_section(page, "Pressure", &words);
    sentence_hurt(&words, &findings);
    add_section(page, "What hurt", &words);
    sentence_helped(&words, report->overview);
    add_section(page, "What helped most", &words);
    add_notes(page, &findings);
    text_release(&words);
    findings_release(&findings);
}

void report_svg(Text *into, const Report *report)
{
    SvgPage page = {into, 64};
    Text title = {0};
    text_add(&title, "Self-massage: ");
    sentence_period(&title, report->overview);
    text_print(into, "%s<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"210mm\" height=\"297mm\" ",
               report_svg_mark);
    text_print(into, "viewBox=\"0 0 %d %d\" font-family=\"system-ui, sans-serif\">\n<title>", PAGE_WIDTH, PAGE_HEIGHT);
    markup_add(into, text_show(&title));
    text_add(into, "</title>\n<style>\n");
    picture_styles(into, false);
    text_add(into, "</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    add_word(&page, LEFT, page.y, " font-size=\"22\" font-weight=\"bold\"", text_show(&title));
    page.y += 8;
    if (report->overview->total.sessions == 0)
        add_paragraph(&page, sentence_empty);
    else
        add_findings(&page, report);
    add_word(&page, LEFT, PAGE_HEIGHT - 36, " class=\"soft\" font-size=\"10\"", sentence_wellness);
    text_add(into, "</svg>\n");
    text_release(&title);
}
