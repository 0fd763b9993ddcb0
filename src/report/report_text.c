/* SPDX-License-Identifier: MIT */
#include "report/report_text.h"

#include "report/sentences.h"

/* A line with a name, unless nothing is said. */
static void add_line(Text *into, const char *name, Text *line)
{
    if (line->length > 0)
        text_print(into, "%s%s\n", name, text_show(line));
    text_clear(line);
}

static void add_findings(Text *into, const Report *report, const Findings *findings)
{
    const Overview *overview = report->overview;
    Text line = {0};
    sentence_sums(&line, report, findings);
    add_line(into, "", &line);
    for (size_t i = 0; i < overview->series_count; i++) {
        sentence_check_name(&line, &overview->series[i]);
        text_add(&line, ". ");
        sentence_check(&line, &overview->series[i]);
        add_line(into, "Check: ", &line);
    }
    sentence_felt(&line, findings);
    add_line(into, "", &line);
    sentence_hurt(&line, findings);
    add_line(into, "What hurt: ", &line);
    sentence_helped(&line, overview);
    add_line(into, "What helped: ", &line);
    for (size_t i = 0; i < findings->note_count; i++) {
        sentence_note_head(&line, findings->notes[i]);
        text_print(&line, ": %s", findings->notes[i]->note);
        add_line(into, "Note of ", &line);
    }
    text_release(&line);
}

void report_text(Text *into, const Report *report)
{
    Findings findings = {0};
    sentence_period(into, report->overview);
    text_add(into, "\n");
    if (report->overview->total.sessions == 0) {
        text_print(into, "%s\n", sentence_empty);
        return;
    }
    findings_make(&findings, report);
    add_findings(into, report, &findings);
    text_print(into, "%s\n", sentence_wellness);
    findings_release(&findings);
}
