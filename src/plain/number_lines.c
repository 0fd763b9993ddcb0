/* SPDX-License-Identifier: MIT */
#include "plain/number_lines.h"

#include "base/text.h"
#include "session/plan.h"

static void say(const Asker *asker, Text *line)
{
    asker->say(asker->context, text_show(line));
    text_clear(line);
}

static void add_question(Text *into, CheckUnit unit)
{
    if (unit == UNIT_FEEL)
        text_add(into, "How does it feel now, from 0, fine, to 10, worst? Enter skips.");
    else
        text_print(into, "How much is it now, in %s? Enter skips.", unit_words.items[unit]);
}

/* Until it is a number, or nothing. False if it was left. */
static bool ask_number(const Asker *asker, const char *question, CheckUnit unit, int32_t *tenths)
{
    Text line = {0}, typed = {0};
    bool is_said = false, is_left = false;
    *tenths = MEASURE_NOT_SAID;
    text_add(&line, question);
    while (!is_said && !is_left) {
        is_left = !ask_line(asker, text_show(&line), true, &typed);
        is_said = typed.length == 0 || measure_read(text_show(&typed), unit, tenths);
        text_clear(&line);
        text_add(&line, unit == UNIT_FEEL ? "Type a whole number from 0 to 10. Enter skips."
                                          : "Type a number such as 12 or 3.5, at most 999.9. Enter skips.");
    }
    text_release(&line);
    text_release(&typed);
    return !is_left;
}

static bool ask_now(const Asker *asker, CheckUnit unit, int32_t *tenths)
{
    Text question = {0};
    add_question(&question, unit);
    const bool is_answered = ask_number(asker, text_show(&question), unit, tenths);
    text_release(&question);
    return is_answered;
}

/* The movement comes before its number. */
static void say_check(const Asker *asker, const char *words, const char *check)
{
    Text line = {0};
    if (check) {
        text_print(&line, "%s: %s", words, check);
        say(asker, &line);
    }
    text_release(&line);
}

bool number_lines_before(const Asker *asker, App *app)
{
    const Model *model = app_model(app);
    int32_t tenths;
    if (!model->can_record)
        return true;
    say_check(asker, "Try first", model->check);
    if (!ask_now(asker, (CheckUnit)model->measure.unit, &tenths))
        return false;
    if (tenths != MEASURE_NOT_SAID)
        app_perform(app, (Request){.kind = REQUEST_BEFORE, .value = tenths});
    return true;
}

/* "Before 6, after 3: 3 better." */
static void say_gain(const Asker *asker, const Measure *measure)
{
    const CheckUnit unit = (CheckUnit)measure->unit;
    const int32_t gain = measure_gain_tenths(measure);
    Text line = {0};
    text_add(&line, "Before ");
    measure_add_number(&line, measure->before_tenths);
    text_add(&line, ", after ");
    measure_add(&line, unit, measure->after_tenths);
    text_add(&line, ": ");
    if (gain != 0)
        measure_add(&line, unit, gain > 0 ? gain : -gain);
    text_add(&line, gain > 0 ? " better." : gain < 0 ? " worse." : "no change.");
    say(asker, &line);
    text_release(&line);
}

void number_lines_after(const Asker *asker, App *app)
{
    const Model *model = app_model(app);
    const char *check = NULL;
    Text note = {0};
    int32_t tenths;
    if (!model->can_record || !model->session || !session_has_done(model->session))
        return;
    plan_measure(model->session->plan, &check);
    say_check(asker, "Try it again", check);
    if (!ask_now(asker, (CheckUnit)model->session->measure.unit, &tenths))
        return;
    if (tenths != MEASURE_NOT_SAID)
        app_perform(app, (Request){.kind = REQUEST_RECORD_AFTER, .value = tenths});
    if (ask_line(asker, "A note? Enter skips.", false, &note) && note.length > 0)
        app_perform(app, (Request){.kind = REQUEST_RECORD_NOTE, .text = text_show(&note)});
    if (measure_is_whole(&app_model(app)->session->measure))
        say_gain(asker, &app_model(app)->session->measure);
    text_release(&note);
}

/* "Before it was 6. The new number, ...? Enter keeps it." False if it was left. */
static bool correct(const Asker *asker, App *app, RequestKind kind, const Measure *measure)
{
    const bool is_before = kind == REQUEST_RECORD_BEFORE;
    const int32_t now = is_before ? measure->before_tenths : measure->after_tenths;
    const CheckUnit unit = (CheckUnit)measure->unit;
    Text question = {0};
    int32_t tenths;
    text_add(&question, is_before ? "Before it was " : "After it was ");
    if (now == MEASURE_NOT_SAID)
        text_add(&question, "not said");
    else
        measure_add(&question, unit, now);
    if (unit == UNIT_FEEL)
        text_add(&question, ". The new number, from 0, fine, to 10, worst? Enter keeps it.");
    else
        text_print(&question, ". The new number, in %s? Enter keeps it.", unit_words.items[unit]);
    const bool is_answered = ask_number(asker, text_show(&question), unit, &tenths);
    if (tenths != MEASURE_NOT_SAID)
        app_perform(app, (Request){.kind = kind, .value = tenths});
    text_release(&question);
    return is_answered;
}

void number_lines_correct(const Asker *asker, App *app, Measure measure)
{
    if (correct(asker, app, REQUEST_RECORD_BEFORE, &measure))
        correct(asker, app, REQUEST_RECORD_AFTER, &measure);
}
