/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/path.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "platform/clock.h"
#include "store/away.h"

enum { DAYS_MOST = 366 };

/* "2w" or "3d" as days. */
static bool read_period(const char *text, int32_t *days)
{
    const size_t length = strlen(text), digits = strspn(text, "0123456789");
    const char unit = length > 0 ? text[length - 1] : '\0';
    if (digits == 0 || digits > 4 || digits + 1 != length || (unit != 'd' && unit != 'w'))
        return false;
    *days = (int32_t)strtol(text, NULL, 10) * (unit == 'w' ? DAY_WEEK : 1);
    return *days >= 1 && *days <= DAYS_MOST;
}

/* The pause that runs on a day; NULL: none does. */
static const AwayDays *find_pause(const AwayDays *away, size_t count, int32_t day)
{
    for (size_t i = 0; i < count; i++) {
        if (away[i].first <= day && away[i].last >= day)
            return &away[i];
    }
    return NULL;
}

static void print_away(int32_t last)
{
    char day[DAY_TEXT_SIZE];
    print_line("Away until %s: nothing is due, and weeks in a row wait.", day_print(day, last));
}

static int tell_trouble(Store *store)
{
    const char *trouble = store_problem(store);
    return print_failure("%s", trouble ? trouble : "the records cannot be read");
}

static int tell(int64_t now_s)
{
    Store *store = context_records(now_s);
    AwayDays *away = NULL;
    size_t count = 0;
    const bool is_read = !store || away_read(store, &away, &count);
    const AwayDays *pause = find_pause(away, count, clock_local_day(now_s));
    if (is_read && pause)
        print_away(pause->last);
    else if (is_read)
        print_line("You are not away.");
    const int status = is_read ? EXIT_FINE : tell_trouble(store);
    free(away);
    store_close(store);
    return status;
}

static int start(Store *store, int64_t now_s, int32_t days)
{
    const int32_t first = clock_local_day(now_s), last = first + days - 1;
    if (!away_start(store, first, last))
        return tell_trouble(store);
    print_away(last);
    print_note("knead away --end ends it.");
    return EXIT_FINE;
}

static int end(Store *store, int64_t now_s)
{
    bool was_away = false;
    if (!away_end(store, clock_local_day(now_s), &was_away))
        return tell_trouble(store);
    print_line(was_away ? "Welcome back." : "You are not away.");
    return EXIT_FINE;
}

/* Opens the records, and makes them where there are none. `days` 0: ends the pause. */
static int change(int64_t now_s, int32_t days)
{
    char *path = path_data("knead.db");
    if (!path)
        return print_failure("there is no folder for the records; set HOME or XDG_DATA_HOME");
    free(path);
    Store *store = context_records_to_change(now_s);
    if (!store)
        return EXIT_FAILED;
    const int status = days > 0 ? start(store, now_s, days) : end(store, now_s);
    context_close_changed(store);
    return status;
}

static int run_away(const Context *context)
{
    const bool is_end = options_has(context->options, OPTION_END);
    const int64_t now_s = clock_unix_s();
    int32_t days = 0;
    if (is_end && context->count > 0) {
        print_failure("--end ends the pause now, so it cannot be used with '%s'", context->arguments[0]);
        return EXIT_USAGE;
    }
    if (context->count > 0 && !read_period(context->arguments[0], &days)) {
        print_failure("'%s' is not a time away: write weeks or days, up to a year, such as 2w or 3d",
                      context->arguments[0]);
        return EXIT_USAGE;
    }
    return is_end || days > 0 ? change(now_s, days) : tell(now_s);
}

const Command command_away = {
    .name = "away",
    .arguments = "[PERIOD]",
    .summary = "a pause of weeks or days, such as 2w or 3d, that counts against nothing",
    .details = "It begins today. While you are away nothing is due, and a week with days in it does not end your weeks "
               "in a row. What you do all the same counts. Without a period, says until when you are away.",
    .example = "knead away 2w\nknead away\nknead away --end",
    .options = OPTION_BIT(OPTION_END),
    .most = 1,
    .run = run_away,
};
