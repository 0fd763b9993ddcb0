/* SPDX-License-Identifier: MIT */
#include "cli/find_journals.h"

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/path.h"
#include "base/utf8.h"
#include "cli/json.h"
#include "platform/clock.h"
#include "store/journal.h"
#include "store/other_journals.h"
#include "store/store.h"

enum { NOTES_MOST = 5 }; /* files that are shown to people; JSON has all */

static void add_path(Text *into, const char *path)
{
    utf8_clean_line(into, path, strlen(path));
}

static void add_count(Text *into, int64_t count, const char *noun)
{
    text_print(into, "%lld %s%s", (long long)count, noun, count == 1 ? "" : "s");
}

/* The journal of this machine. */

static void describe_waiting(Text *into, int64_t waiting)
{
    if (waiting > 0) {
        text_add(into, ", ");
        add_count(into, waiting, "line");
        text_add(into, waiting == 1 ? " waits" : " wait");
    }
}

static void describe_journal(Finding *row, const char *path, const char *obstacle, int64_t waiting)
{
    add_path(&row->found, path);
    if (obstacle) {
        row->state = FINDING_PROBLEM;
        text_print(&row->found, " cannot be written (%s)", obstacle);
        text_add(&row->advice, "make it a plain file that you can write, or change journal in the settings");
    }
    describe_waiting(&row->found, waiting);
    if (waiting > 0 && !obstacle)
        text_add(&row->found, " to be written at the next start");
}

/* `store` is NULL where there are no records yet. The path, to free(); NULL: there is none. */
static char *find_own(FindingList *list, const Settings *settings, Store *store)
{
    Finding *row = finding_add(list, "journal", NULL);
    char *path = settings->journal ? path_expand(settings->journal) : NULL;
    const char *obstacle = path ? journal_obstacle(path) : NULL;
    const int64_t waiting = path && store ? journal_waiting(store, path) : 0;
    if (path) {
        describe_journal(row, path, obstacle, waiting);
    } else if (settings->journal) {
        row->state = FINDING_PROBLEM;
        add_path(&row->found, settings->journal);
        text_add(&row->found, " has a variable without a value");
        text_add(&row->advice, "set the variable, or change journal in the settings");
    } else {
        text_add(&row->found, "off");
    }
    finding_set(row, "path", json_of_text(path));
    finding_set(row, "writable", json_boolean(path && !obstacle));
    finding_set(row, "waiting", waiting >= 0 ? json_integer(waiting) : json_null());
    return path;
}

/* Those of other machines. */

static void add_note(Finding *row, const OtherJournal *journal)
{
    add_path(&row->notes, journal->path);
    text_add(&row->notes, ": ");
    if (journal->obstacle)
        text_print(&row->notes, "cannot be read (%s)", journal->obstacle);
    else
        add_count(&row->notes, journal->damaged, "damaged line");
    finding_end_note(row);
}

static json_t *json_of_journal(const OtherJournal *journal)
{
    char read[MOMENT_TEXT_SIZE];
    json_t *value = json_object();
    json_object_set_new(value, "path", json_of_text(journal->path));
    json_object_set_new(value, "readable", json_boolean(!journal->obstacle));
    json_object_set_new(value, "taken_in",
                        journal->read_s > 0 ? json_string(day_print_moment(read, journal->read_s,
                                                                           clock_utc_offset_min(journal->read_s)))
                                            : json_null());
    json_object_set_new(value, "lines", json_integer(journal->lines));
    json_object_set_new(value, "damaged", json_integer(journal->damaged));
    return value;
}

static void describe_time(Text *into, int64_t read_s)
{
    char moment[MOMENT_TEXT_SIZE];
    if (read_s == 0)
        text_add(into, ", not taken in yet");
    else /* its day and minute */
        text_print(into, ", last taken in %.10s %.5s", day_print_moment(moment, read_s, clock_utc_offset_min(read_s)),
                   moment + sizeof "2026-03-01");
}

static void describe_others(Finding *row, const OtherJournalList *others)
{
    size_t noted = 0;
    int64_t read_s = 0, damaged = 0;
    for (size_t i = 0; i < others->count; i++) {
        const OtherJournal *journal = &others->items[i];
        read_s = journal->read_s > read_s ? journal->read_s : read_s;
        damaged += journal->damaged;
        if (journal->obstacle)
            row->state = FINDING_PROBLEM;
        if ((journal->obstacle || journal->damaged > 0) && noted++ < NOTES_MOST)
            add_note(row, journal);
    }
    add_count(&row->found, (int64_t)others->count, "file");
    describe_time(&row->found, read_s);
    if (row->state == FINDING_PROBLEM)
        text_add(&row->advice, "make the files readable, or change journals in the settings");
    else if (damaged > 0)
        text_add(&row->advice, "on the computer that writes the file, move it away: knead then writes all of it again");
}

static void find_others(FindingList *list, const Settings *settings, Store *store, const char *own)
{
    Finding *row = finding_add(list, "journals", NULL);
    const JournalPatterns patterns = {settings->journals.items, settings->journals.count};
    OtherJournalList others = other_journals_list(store, patterns, own);
    json_t *paths = json_array(), *files = json_array();
    for (size_t i = 0; i < patterns.count; i++)
        json_array_append_new(paths, json_of_text(patterns.items[i]));
    for (size_t i = 0; i < others.count; i++)
        json_array_append_new(files, json_of_journal(&others.items[i]));
    if (others.count > 0)
        describe_others(row, &others);
    else
        text_add(&row->found, patterns.count == 0 ? "none" : "no file of another computer yet");
    finding_set(row, "patterns", paths);
    finding_set(row, "files", files);
    other_journals_release(&others);
}

void find_journals(FindingList *list, const Settings *settings)
{
    char *path = path_data("knead.db");
    Store *store = path && !path_is_missing(path) ? store_open(path, clock_unix_s()) : NULL;
    char *own = find_own(list, settings, store);
    find_others(list, settings, store, own);
    store_close(store);
    free(own);
    free(path);
}
