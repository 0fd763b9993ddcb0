/* SPDX-License-Identifier: MIT */
#include "report/report_html.h"

#include "base/day.h"
#include "base/duration.h"
#include "base/macros.h"
#include "base/markup.h"
#include "report/pictures.h"
#include "report/sentences.h"

const char report_html_mark[] = "<!DOCTYPE html>\n<!-- A report, written by knead -->\n";

static const char styles[] =
    ":root{color-scheme:light dark}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;padding:16px;max-width:780px;background:#ffffff;color:#222b33;"
    "font:15px/1.45 system-ui,sans-serif;overflow-wrap:anywhere}\n"
    "h1{font-size:24px;line-height:1.2;margin:0 0 4px}\n"
    "h2{font-size:17px;margin:20px 0 6px;break-after:avoid}\n"
    "h3{font-size:14px;margin:6px 0 0}\n"
    "p{margin:4px 0}\n"
    "svg{max-width:100%;height:auto;display:block}\n"
    ".row{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:flex-start}\n"
    ".row>*{flex:0 1 auto;min-width:0}\n"
    ".card{break-inside:avoid;width:342px;max-width:100%}\n"
    ".table{flex:1 1 300px}\n"
    "table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:12px}\n"
    "caption{text-align:left}\n"
    "th,td{padding:3px 4px;text-align:right;vertical-align:top;border-bottom:1px solid #d5dadf}\n"
    "th:first-child,td:last-child,th:last-child{text-align:left}\n"
    "th:nth-child(4),td:nth-child(4){text-align:left}\n"
    "tbody th{font-weight:600}\n"
    ".bar{display:block;height:5px;border-radius:2px;background:#1f6f50;"
    "print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
    ".left{margin-left:auto}\n"
    "svg *{print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
    ".quiet,caption,time{color:#55606b}\n"
    "ul{margin:4px 0;padding-left:18px}\n"
    "li{margin:2px 0;white-space:pre-line;break-inside:avoid}\n"
    "footer{margin-top:18px;padding-top:6px;border-top:1px solid #d5dadf;font-size:13px}\n";

static const char dark_styles[] = "body{background:#14191e;color:#e4e8ec}\n"
                                  ".quiet,caption,time{color:#aab4be}\n"
                                  "th,td,footer{border-color:#39414a}\n"
                                  ".bar{background:#8fdcb8}\n";

static const char print_styles[] = "@page{size:A4;margin:13mm}\n"
                                   "@media print{\n"
                                   "body{padding:0;max-width:none;font-size:12px;line-height:1.35}\n"
                                   "h1{font-size:20px}\n"
                                   "h2{font-size:14px;margin:10px 0 3px}\n"
                                   "h3{font-size:12px}\n"
                                   "table{font-size:11px}\n"
                                   "th,td{padding:1px 4px}\n"
                                   "footer{font-size:11px;margin-top:8px}\n"
                                   ".card{width:215px}\n"
                                   ".bodies{width:200px}\n"
                                   "}\n";

static void add_head(Text *into, const char *title)
{
    text_print(into, "%s<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n", report_html_mark);
    text_add(into, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    markup_add(into, title);
    text_print(into, "</title>\n<style>\n%s", styles);
    picture_styles(into, false);
    text_print(into, "@media screen and (prefers-color-scheme:dark){\n%s", dark_styles);
    picture_styles(into, true);
    text_print(into, "}\n%s</style>\n</head>\n<body>\n", print_styles);
}

static void add_paragraph(Text *into, const char *text)
{
    text_add(into, "<p>");
    markup_add(into, text);
    text_add(into, "</p>\n");
}

/* A heading and a paragraph; nothing where nothing is said. */
static void add_section(Text *into, const char *heading, Text *words)
{
    if (words->length > 0) {
        text_print(into, "<h2>%s</h2>\n", heading);
        add_paragraph(into, text_show(words));
    }
    text_clear(words);
}

static void open_picture(Text *into, int width, int height, const char *title)
{
    text_print(into, "<svg role=\"img\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" aria-label=\"", width, height,
               width, height);
    markup_add(into, title);
    text_add(into, "\"><title>");
    markup_add(into, title);
    text_add(into, "</title>\n");
}

static void add_calendar(Text *into, const Overview *overview)
{
    text_add(into, "<h2>Calendar</h2>\n<p class=\"quiet\">Minutes on each day; a larger and stronger square is more."
                   "</p>\n<div class=\"row\">\n");
    for (size_t week = 0; week < overview->week_count; week += CALENDAR_WEEKS) {
        const size_t end = MIN_OF(week + CALENDAR_WEEKS, overview->week_count);
        const int32_t first = overview->first_day + (int32_t)week * DAY_WEEK;
        const int32_t last = MIN_OF(overview->first_day + (int32_t)end * DAY_WEEK - 1, overview->today);
        const DaySum sum = overview_sum(overview, first, last);
        char time[DURATION_TEXT_SIZE];
        Text title = {0};
        sentence_day(&title, first);
        text_add(&title, " to ");
        sentence_day(&title, last);
        text_print(&title, ": %d session%s, %s", (int)sum.sessions, sum.sessions == 1 ? "" : "s",
                   duration_minutes(time, sum.worked_s));
        text_add(into, "<div class=\"card\">\n");
        open_picture(into, CALENDAR_WIDTH, CALENDAR_HEIGHT, text_show(&title));
        picture_calendar(into, overview, week);
        text_add(into, "</svg>\n</div>\n");
        text_release(&title);
    }
    text_add(into, "</div>\n");
}

static void add_side(Text *into, const char *class, int64_t ms, int64_t most)
{
    char time[DURATION_TEXT_SIZE];
    if (ms == 0) {
        text_add(into, "<td></td>");
        return;
    }
    text_print(into, "<td>%s<span class=\"bar%s\" style=\"width:%d%%\"></span></td>", duration_minutes(time, ms / 1000),
               class, (int)MAX_OF(ms * 100 / most, (int64_t)2));
}

static void add_area(Text *into, const int64_t held_ms[SIDE_COUNT], int area, int64_t most)
{
    char time[DURATION_TEXT_SIZE];
    sentence_area(into, "<tr><th scope=\"row\">", area, "</th>");
    text_print(into, "<td>%s</td>", duration_minutes(time, overview_held_ms(held_ms) / 1000));
    add_side(into, " left", held_ms[SIDE_LEFT], most);
    add_side(into, "", held_ms[SIDE_RIGHT], most);
    text_add(into, "<td>");
    sentence_sides(into, held_ms);
    text_add(into, "</td></tr>\n");
}

static void add_areas(Text *into, const Overview *overview, const Findings *findings)
{
    const AreaOrder *order = &findings->areas;
    text_add(into, "<h2>Body</h2>\n<div class=\"row\">\n<div class=\"bodies\">\n");
    open_picture(into, BODIES_WIDTH, BODIES_HEIGHT,
                 "Front and back of the body, as in a mirror, stronger where there was more time");
    picture_bodies(into, overview);
    text_add(into,
             "</svg>\n</div>\n<div class=\"table\">\n<table>\n<caption>Time by area and side</caption>\n<thead><tr>"
             "<th scope=\"col\">Area</th><th scope=\"col\">In all</th><th scope=\"col\">Left</th>"
             "<th scope=\"col\">Right</th><th scope=\"col\">Behind</th></tr></thead>\n<tbody>\n");
    for (int i = 0; i < order->count; i++)
        add_area(into, overview->held_ms[order->areas[i]], order->areas[i], findings->most_ms);
    text_add(into, "</tbody>\n</table>\n</div>\n</div>\n");
}

static void add_checks(Text *into, const Overview *overview)
{
    if (overview->series_count == 0)
        return;
    text_add(into, "<h2>Checks over time</h2>\n<div class=\"row\">\n");
    for (size_t i = 0; i < overview->series_count; i++) {
        const CheckSeries *series = &overview->series[i];
        Text name = {0}, words = {0};
        sentence_check_name(&name, series);
        sentence_check(&words, series);
        text_add(into, "<div class=\"card\">\n<h3>");
        markup_add(into, text_show(&name));
        text_add(into, "</h3>\n");
        if (series->count > 1) {
            open_picture(into, CHART_WIDTH, CHART_HEIGHT, text_show(&words));
            picture_chart(into, series);
            text_add(into, "</svg>\n");
        }
        add_paragraph(into, text_show(&words));
        text_add(into, "</div>\n");
        text_release(&name);
        text_release(&words);
    }
    text_add(into, "</div>\n");
}

static void add_notes(Text *into, const Findings *findings)
{
    if (findings->note_count == 0)
        return;
    text_add(into, "<h2>Notes</h2>\n<ul>\n");
    for (size_t i = 0; i < findings->note_count; i++) {
        const SessionRecord *record = findings->notes[i];
        char day[DAY_TEXT_SIZE];
        text_print(into, "<li><time datetime=\"%s\">", day_print(day, findings_day(record)));
        sentence_day(into, findings_day(record));
        text_add(into, "</time>, ");
        markup_add(into, record->title);
        text_add(into, ": ");
        markup_add(into, record->note);
        text_add(into, "</li>\n");
    }
    text_add(into, "</ul>\n");
}

static void add_findings(Text *into, const Report *report)
{
    Findings findings = {0};
    Text words = {0};
    findings_make(&findings, report);
    sentence_sums(&words, report, &findings);
    add_paragraph(into, text_show(&words));
    text_clear(&words);
    add_calendar(into, report->overview);
    add_areas(into, report->overview, &findings);
    add_checks(into, report->overview);
    sentence_felt(&words, &findings);
    add_section(into, "Pressure", &words);
    sentence_hurt(&words, &findings);
    add_section(into, "What hurt", &words);
    sentence_helped(&words, report->overview);
    add_section(into, "What helped most", &words);
    add_notes(into, &findings);
    text_release(&words);
    findings_release(&findings);
}

void report_html(Text *into, const Report *report)
{
    Text period = {0};
    sentence_period(&period, report->overview);
    add_head(into, "Self-massage report");
    text_add(into, "<main>\n<h1>Self-massage: ");
    markup_add(into, text_show(&period));
    text_add(into, "</h1>\n");
    if (report->overview->total.sessions == 0)
        add_paragraph(into, sentence_empty);
    else
        add_findings(into, report);
    text_add(into, "</main>\n<footer><p>");
    markup_add(into, sentence_wellness);
    text_add(into, "</p></footer>\n</body>\n</html>\n");
    text_release(&period);
}
