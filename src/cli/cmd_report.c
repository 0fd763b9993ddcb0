/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/day.h"
#include "base/macros.h"
#include "cli/commands.h"
#include "cli/made_file.h"
#include "cli/print.h"
#include "platform/clock.h"
#include "report/report_html.h"
#include "report/report_svg.h"
#include "report/report_text.h"
#include "store/history.h"
#include "store/sums.h"

enum { REPORT_WEEKS = 12 };

/* How many weeks, by --weeks or --since, which begins with the week of that day. */
static bool read_weeks(const Options *options, int32_t today, int32_t *weeks)
{
    const OptionRow *row = &option_rows[OPTION_WEEKS];
    int32_t since;
    *weeks = options_has(options, OPTION_WEEKS) ? options->numbers[OPTION_WEEKS] : REPORT_WEEKS;
    if (!options_has(options, OPTION_SINCE))
        return true;
    if (options_has(options, OPTION_WEEKS)) {
        print_failure("--weeks and --since cannot be used together");
        return false;
    }
    if (!day_read(options->texts[OPTION_SINCE], &since) || since > today) {
        print_failure("--since needs a date such as 2026-05-01, not after today, found '%s'",
                      options->texts[OPTION_SINCE]);
        return false;
    }
    *weeks = MIN_OF((day_monday(today) - day_monday(since)) / DAY_WEEK + 1, row->max);
    return true;
}

static void print_text(const Text *text)
{
    for (const char *line = text_show(text); *line;) {
        const size_t length = strcspn(line, "\n");
        Text one = {0};
        text_add_span(&one, line, length);
        print_paragraph(0, NULL, text_show(&one));
        text_release(&one);
        line += length + (line[length] == '\n');
    }
}

static int write_report(const Options *options, const Report *report)
{
    Text page = {0};
    int status = EXIT_FINE;
    if (options_has(options, OPTION_HTML)) {
        report_html(&page, report);
        status = made_file_write(options->texts[OPTION_HTML], report_html_mark, "report", &page);
    }
    text_clear(&page);
    if (options_has(options, OPTION_SVG) && status == EXIT_FINE) {
        report_svg(&page, report);
        status = made_file_write(options->texts[OPTION_SVG], report_svg_mark, "report", &page);
    }
    text_clear(&page);
    if (!options_has(options, OPTION_HTML) && !options_has(options, OPTION_SVG)) {
        report_text(&page, report);
        print_text(&page);
    }
    text_release(&page);
    return status;
}

/* The sessions of the overview's days. A day more is read, for other time zones, and left out by its local day. */
static int report_sessions(Store *store, const Options *options, const Overview *overview)
{
    const HistoryFilter filter = {.since_s = MAX_OF((int64_t)(overview->first_day - 1) * DAY_SECONDS, (int64_t)1),
                                  .area = overview->area};
    History *history = history_read(store, &filter);
    size_t first = 0;
    if (!history)
        return context_records_unread(store);
    while (first < history->count && findings_day(&history->sessions[first]) < overview->first_day)
        first++;
    const size_t count = history->count - first;
    const Report report = {overview, count > 0 ? history->sessions + first : NULL, count};
    const int status = write_report(options, &report);
    history_free(history);
    return status;
}

/* Nothing was recorded yet: the period is known all the same. */
static int report_nothing(const Options *options, int32_t today, const SumsRequest *request)
{
    const Overview overview = {.today = today,
                               .first_day = day_monday(today) - (request->weeks - 1) * DAY_WEEK,
                               .area = request->area,
                               .week_count = (size_t)request->weeks};
    const Report report = {&overview, NULL, 0};
    return write_report(options, &report);
}

/* A page and a picture in one stream could not be told apart again. */
static bool outputs_differ(const Options *options)
{
    const char *html = options->texts[OPTION_HTML], *svg = options->texts[OPTION_SVG];
    if (!options_has(options, OPTION_HTML) || !options_has(options, OPTION_SVG) || strcmp(html, svg) != 0)
        return true;
    print_failure("--html and --svg both write '%s': give each a name of its own", html);
    return false;
}

static int run_report(const Context *context)
{
    const Options *options = context->options;
    const int64_t now_s = clock_unix_s();
    const int32_t offset_min = clock_utc_offset_min(now_s), today = day_of(now_s, offset_min);
    SumsRequest request = {.now = {now_s, offset_min},
                           .area = options_has(options, OPTION_AREA) ? options->numbers[OPTION_AREA] : -1,
                           .least_per_week = 1};
    if (!outputs_differ(options) || !read_weeks(options, today, &request.weeks))
        return EXIT_USAGE;
    Store *store = context_records(now_s);
    if (!store)
        return report_nothing(options, today, &request);
    Overview overview = {.area = request.area};
    const int status = sums_read(store, &request, &overview) ? report_sessions(store, options, &overview)
                                                             : context_records_unread(store);
    overview_release(&overview);
    store_close(store);
    return status;
}

const Command command_report = {
    .name = "report",
    .arguments = "",
    .summary = "one page of what you did, felt and noted, to print or to show a therapist",
    .details = "Of the last 12 weeks, unless --weeks or --since says otherwise; --since begins with the week of that "
               "day. Without --html and --svg it is printed as text. An earlier report is replaced; any other file is "
               "not.",
    .example = "knead report\nknead report --html report.html\nknead report --weeks 26 --svg report.svg",
    .options = OPTION_BIT(OPTION_HTML) | OPTION_BIT(OPTION_SVG) | OPTION_BIT(OPTION_WEEKS) | OPTION_BIT(OPTION_SINCE) |
               OPTION_BIT(OPTION_AREA),
    .run = run_report,
};
