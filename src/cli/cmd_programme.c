/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "app/course_view.h"
#include "base/day.h"
#include "base/macros.h"
#include "cli/commands.h"
#include "cli/follow.h"
#include "cli/json.h"
#include "cli/json_programme.h"
#include "cli/print.h"
#include "cli/print_programme.h"
#include "platform/clock.h"
#include "store/store.h"

/* What a run works with. */
typedef struct ProgrammeRun {
    const Context *context;
    Library *library;
    Store *store; /* NULL: there are no records, and this action does not make them */
    CourseView view;
    int64_t now_s;
    int32_t today;
} ProgrammeRun;

typedef struct ProgrammeAction {
    const char *word;
    bool takes_id, needs_id, writes, needs_course; /* needs_course: that a programme is followed, and can be read */
    uint64_t options;                              /* besides those of all commands */
    int (*run)(ProgrammeRun *run);
} ProgrammeAction;

static int tell_trouble(ProgrammeRun *run)
{
    const char *trouble = store_problem_for_reader(run->store);
    return print_failure("%s", trouble ? trouble : "the records cannot be written");
}

static int tell_no_course(const ProgrammeRun *run)
{
    return print_failure("%s", run->view.problem ? run->view.problem
                                                 : "you follow no programme; to see them: knead programme list");
}

/* The programme of an id; NULL with its problems printed. */
static const Programme *find_programme(ProgrammeRun *run, const char *id)
{
    const LibraryEntry *entry = library_programme(run->library, id);
    if (entry && entry->programme)
        return entry->programme;
    if (entry) {
        print_diags(&entry->diags, entry->source, entry->source_length);
        print_failure("%s has errors; to see them: knead check %s", id, entry->path);
        return NULL;
    }
    Arena arena = {0};
    const size_t count = library_programme_count(run->library);
    const char **ids = arena_take_array(&arena, count, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = library_programme_at(run->library, i)->id;
    Text line = {0};
    text_print(&line, "no programme '%s'", id);
    option_suggest(&line, &(Words){ids, count}, id, NULL);
    print_failure("%s", text_show(&line));
    text_release(&line);
    arena_release(&arena);
    return NULL;
}

static bool as_json(const ProgrammeRun *run)
{
    return options_has(run->context->options, OPTION_JSON);
}

static int list(ProgrammeRun *run)
{
    if (as_json(run))
        return json_print(json_programme_list(run->library, run->view.course));
    print_programme_list(run->library, run->view.course);
    return EXIT_FINE;
}

/* The one that is followed, or another one as it is written. */
static int show(ProgrammeRun *run)
{
    const char *id = run->context->count > 1 ? run->context->arguments[1] : NULL;
    const Course *course = run->view.course;
    if (id && (!course || strcmp(course->programme->id, id) != 0))
        course = NULL;
    const Programme *programme = course ? course->programme : id ? find_programme(run, id) : NULL;
    if (!programme && !id)
        return tell_no_course(run);
    if (!programme)
        return EXIT_FAILED;
    if (as_json(run))
        return json_print(json_programme_show(programme, course));
    print_programme(run->library, programme, course, run->today);
    return EXIT_FINE;
}

/* Adds an event, and says what there is to do now. */
static int add(ProgrammeRun *run, CourseEvent event)
{
    if (!course_view_add(&run->view, run->store, run->library, event, run->now_s))
        return tell_trouble(run);
    if (run->view.course)
        print_programme_now(run->library, run->view.course, run->today);
    return EXIT_FINE;
}

/* `--from 3`: the third week, today; `--from 2026-12-01`: that day. */
static bool read_from(const ProgrammeRun *run, const Programme *programme, size_t *part, int32_t *day)
{
    const char *text = run->context->options->texts[OPTION_FROM];
    int32_t week = 1;
    *day = run->today;
    if (text && !day_read(text, day) &&
        (!schema_digits(text, strlen(text), &week) || week < 1 || week > (int32_t)programme->count)) {
        print_failure("--from must be a week, 1 to %zu here, or a day such as 2026-12-01, found '%s'", programme->count,
                      text);
        return false;
    }
    *part = (size_t)(week - 1) * DAY_WEEK;
    return true;
}

static int start(ProgrammeRun *run)
{
    size_t part;
    int32_t day;
    const Programme *programme = find_programme(run, run->context->arguments[1]);
    if (!programme)
        return EXIT_FAILED;
    if (!read_from(run, programme, &part, &day))
        return EXIT_USAGE;
    const Course *before = run->view.course;
    if (before && strcmp(before->programme->id, programme->id) != 0)
        print_note("the programme that you followed before is stopped");
    for (size_t i = 0; i < programme->cautions.count; i++)
        print_paragraph(0, NULL, programme->cautions.items[i]);
    return add(run, course_event(programme, COURSE_STARTED, part, day));
}

/* The part that is next, though it may not be for today. */
static bool has_next(const ProgrammeRun *run)
{
    if (run->view.course->next >= 0)
        return true;
    print_failure("the programme is finished; to begin it again: knead programme start %s", run->view.programme->id);
    return false;
}

/* The part for today; false where there is none, after having said when the next one is. */
static bool has_today(ProgrammeRun *run)
{
    const Course *course = run->view.course;
    if (!has_next(run))
        return false;
    if (course->is_for_today)
        return true;
    print_programme_now(run->library, course, run->today);
    return false;
}

static int pass(ProgrammeRun *run, CourseEventKind kind)
{
    const Course *course = run->view.course;
    if (!has_today(run))
        return EXIT_FAILED;
    return add(run, course_event(course->programme, kind, (size_t)course->next, run->today));
}

static int done(ProgrammeRun *run)
{
    return pass(run, COURSE_DONE);
}

static int skip(ProgrammeRun *run)
{
    return pass(run, COURSE_SKIPPED);
}

/* The week of what was done last begins again today. */
static int again(ProgrammeRun *run)
{
    const Course *course = run->view.course;
    size_t last = 0;
    for (size_t i = 0; i < course->count; i++)
        last = course->parts[i].state == PART_DONE || course->parts[i].state == PART_SKIPPED ? i : last;
    return add(run, course_event(course->programme, COURSE_AGAIN, last / DAY_WEEK * DAY_WEEK, run->today));
}

/* What is followed ends also where its file is gone. */
static int stop(ProgrammeRun *run)
{
    const char *id = course_followed(run->view.events.items, run->view.events.count);
    if (!id)
        return print_failure("you follow no programme");
    const CourseEvent event = {.kind = COURSE_STOPPED, .day = run->today, .programme = id, .content = ""};
    if (!course_events_add(run->store, &event, run->now_s))
        return tell_trouble(run);
    print_line("Stopped. What you did stays in your history; knead programme start --from continues it.");
    return EXIT_FINE;
}

static const ProgrammeAction actions[] = {
    {"list", false, false, false, false, OPTION_BIT(OPTION_JSON), list},
    {"start", true, true, true, false, OPTION_BIT(OPTION_FROM), start},
    {"show", true, false, false, false, OPTION_BIT(OPTION_JSON), show},
    {"play", false, false, false, true,
     OPTION_BIT(OPTION_LEVEL) | OPTION_BIT(OPTION_MINUTES) | OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_SPEED) |
         OPTION_BIT(OPTION_MUTE) | OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_YES),
     NULL},
    {"done", false, false, true, true, 0, done},
    {"skip", false, false, true, true, 0, skip},
    {"again", false, false, true, true, 0, again},
    {"stop", false, false, true, false, 0, stop},
};

static const char *const action_names[] = {"list", "start", "show", "play", "done", "skip", "again", "stop"};
_Static_assert(ARRAY_LEN(action_names) == ARRAY_LEN(actions), "the word of each action");
static const Words action_words = {action_names, ARRAY_LEN(action_names)};

/* What is wrong with the command line; true: nothing. */
static bool check_line(const Context *context, const ProgrammeAction *action)
{
    const uint64_t always = COMMAND_OPTIONS_ALWAYS, wrong = context->options->given & ~(action->options | always);
    for (int id = 0; id < OPTION_COUNT; id++) {
        if ((wrong & OPTION_BIT(id)) == 0)
            continue;
        print_failure("--%s does not go with knead programme %s", option_rows[id].name, action->word);
        return false;
    }
    if (action->needs_id && context->count < 2)
        print_failure("knead programme %s needs the id of a programme; to see them: knead programme list",
                      action->word);
    else if (!action->takes_id && context->count > 1)
        print_failure("knead programme %s takes no '%s': it is for the programme that you follow", action->word,
                      context->arguments[1]);
    return context->count > 1 ? action->takes_id : !action->needs_id;
}

/* Opens the records, and makes them where an action writes them. False after having told why that cannot be. */
static bool open_records(ProgrammeRun *run, bool writes)
{
    run->store = writes ? context_records_to_change(run->now_s) : context_records(run->now_s);
    if (!run->store)
        return !writes;
    return course_view_read(&run->view, run->store, run->library, run->today) ||
           context_records_unread(run->store) == EXIT_FINE;
}

static bool check_course(const ProgrammeRun *run, const ProgrammeAction *action)
{
    if (!action->needs_course || run->view.course)
        return true;
    tell_no_course(run);
    return false;
}

/* Takes over the library. */
static int play(ProgrammeRun *run)
{
    if (!has_today(run))
        return EXIT_FAILED;
    const AppOptions options = follow_options(run->context);
    char *problem = NULL;
    App *app = app_new(run->library, &options);
    run->library = NULL;
    if (!app_start_part(app, &problem))
        return follow_failure(app, problem);
    return follow_session(run->context, app);
}

static int run_action(const Context *context, const ProgrammeAction *action)
{
    const int64_t now_s = clock_unix_s();
    ProgrammeRun run = {
        .context = context, .library = context_library(context), .now_s = now_s, .today = clock_local_day(now_s)};
    int status = EXIT_FAILED;
    if (run.library && open_records(&run, action->writes) && check_course(&run, action)) {
        if (!action->run) { /* the app has its own connection to the records */
            store_close(run.store);
            run.store = NULL;
        }
        status = action->run ? action->run(&run) : play(&run);
    }
    course_view_release(&run.view);
    if (run.store && action->writes)
        context_close_changed(run.store);
    else
        store_close(run.store);
    library_free(run.library);
    return status;
}

static int run_programme(const Context *context)
{
    const char *word = context->count > 0 ? context->arguments[0] : "list";
    const int index = words_find(&action_words, word, strlen(word));
    if (index >= 0)
        return check_line(context, &actions[index]) ? run_action(context, &actions[index]) : EXIT_USAGE;
    Text line = {0};
    text_print(&line, "knead programme has no '%s'", word);
    option_suggest(&line, &action_words, word, NULL);
    print_failure("%s", text_show(&line));
    text_release(&line);
    return EXIT_USAGE;
}

const Command command_programme = {
    .name = "programme",
    .arguments = "[ACTION [PROGRAMME]]",
    .summary = "follow a programme of weeks: what there is to do today, and how far you are",
    .details =
        "ACTION is list, start (with the id of a programme), show, play (today's part), done (you did it without "
        "knead), skip, again (this week once more) or stop. A day that you miss moves all that follow; so does a pause "
        "(knead away). start --from begins with a later week, or on another day. play uses the level of the week "
        "unless --level is given. The exit status is 1 if there is nothing to do today.",
    .example = "knead programme start know-the-ball\nknead programme show\nknead programme play --mute\n"
               "knead programme start runners-legs --from 2",
    .options = OPTION_BIT(OPTION_FROM) | OPTION_BIT(OPTION_LEVEL) | OPTION_BIT(OPTION_MINUTES) |
               OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_SPEED) | OPTION_BIT(OPTION_MUTE) |
               OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_YES) | OPTION_BIT(OPTION_JSON),
    .words = &action_words,
    .most = 2,
    .run = run_programme,
};
