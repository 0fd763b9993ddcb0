/* SPDX-License-Identifier: MIT */
#include "cli/find_remote.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "base/utf8.h"
#include "cli/json.h"
#include "cli/package.h"
#include "platform/child.h"
#include "platform/tty.h"
#include "remote/awake.h"
#include "remote/control_socket.h"
#include "remote/notices.h"

void find_remote_socket(FindingList *list)
{
    Finding *row = finding_add(list, "socket", NULL);
    Text problem = {0};
    char *folder = control_socket_folder();
    const bool is_missing = path_is_missing(folder);
    const size_t sessions = is_missing ? 0 : control_socket_sessions(folder, NULL, 0); /* 0 in a folder not one's own */
    if (is_missing || control_socket_make_folder(folder, &problem)) {
        utf8_clean_line(&row->found, folder, strlen(folder));
        if (is_missing)
            text_add(&row->found, ", created when needed");
        else if (sessions > 0)
            text_print(&row->found, ", %zu session%s running", sessions, sessions == 1 ? "" : "s");
    } else {
        row->state = FINDING_PROBLEM;
        utf8_clean_line(&row->found, text_show(&problem), problem.length);
        text_add(&row->advice, "until then knead ctl cannot reach a session");
    }
    finding_set(row, "path", json_of_text(folder));
    finding_set(row, "sessions", json_integer((json_int_t)sessions));
    text_release(&problem);
    free(folder);
}

/* Notices. */

static const char *const way_names[NOTICE_WAY_COUNT] = {
    [NOTICE_BELL] = "bell", [NOTICE_OSC_9] = "osc-9", [NOTICE_OSC_99] = "osc-99", [NOTICE_OSC_777] = "osc-777"};

static void describe_desktop(Finding *row, NoticeWay way)
{
    const char *program = notices_program();
    if (way == NOTICE_DESKTOP) {
        text_add(&row->found, program);
    } else if (program) {
        text_print(&row->found, "none over ssh: %s would show them on the other computer", program);
        text_add(&row->advice, "to see them here, set notices: terminal");
    } else {
        row->state = FINDING_MISSING;
        text_add(&row->found, "none");
        text_add(&row->advice, "to see notices on the desktop, install ");
        package_add(&row->advice, "notify-send");
    }
}

static void describe_terminal(Finding *row, NoticeWay way, NoticesChoice choice)
{
    const char *variable = choice == NOTICES_TERMINAL ? notices_terminal() : NULL;
    if (way == NOTICE_BELL) {
        row->state = FINDING_MISSING;
        text_add(&row->found, "the terminal's bell: this terminal is not known to show notices");
        text_add(&row->advice, "if yours can, set notices to osc-9, osc-99 or osc-777; or set notices: desktop");
        return;
    }
    text_print(&row->found, "the terminal, by %s", way_names[way]);
    if (variable) {
        text_print(&row->found, " (%s=", variable);
        utf8_clean_line(&row->found, getenv(variable), strlen(getenv(variable)));
        text_add_char(&row->found, ')');
    }
    if (notices_are_in_tmux())
        text_add(&row->advice, "in tmux, they need this line in ~/.tmux.conf: set -g allow-passthrough on");
}

void find_remote_notices(FindingList *list, const Settings *settings)
{
    Finding *row = finding_add(list, "notices", NULL);
    const NoticesChoice choice = (NoticesChoice)settings->notices;
    const NoticeWay way = notices_way(choice);
    if (choice == NOTICES_OFF)
        text_add(&row->found, "off");
    else if (choice == NOTICES_DESKTOP)
        describe_desktop(row, way);
    else
        describe_terminal(row, way, choice);
    finding_set(row, "setting", json_string(notices_words.items[choice]));
    finding_set(row, "uses", json_of_text(way == NOTICE_DESKTOP ? notices_program() : way_names[way]));
    finding_set(row, "remote", json_boolean(tty_is_remote()));
    finding_set(row, "tmux", json_boolean(notices_are_in_tmux()));
}

/* The screen. */

static void describe_awake(Finding *row, const AwakePlace *place)
{
    const char *program = awake_program(place), *doubt = awake_doubt(place);
    if (place->is_remote) {
        text_add(&row->found, "nothing over ssh: the screen is that of the other computer");
    } else if (!place->has_screen) {
        text_add(&row->found, "nothing: there is no desktop here");
    } else if (!program) {
        row->state = FINDING_MISSING;
        text_add(&row->found, "nothing: the screen goes off as at other times");
        text_add(&row->advice, "to keep it on during a session, install systemd-inhibit, which is part of systemd");
    } else {
        text_print(&row->found, "%s%s%s", program, doubt ? ", on " : "", doubt ? doubt : "");
        row->state = doubt ? FINDING_MISSING : FINDING_OK;
        if (doubt)
            text_add(&row->advice,
                     "if the screen goes off in a session, let it stay on for longer in its own settings");
    }
}

void find_remote_awake(FindingList *list, const Settings *settings)
{
    Finding *row = finding_add(list, "awake", NULL);
    const AwakePlace place = awake_here();
    const bool is_on = settings->awake == AWAKE_ON;
    if (is_on)
        describe_awake(row, &place);
    else
        text_add(&row->found, "off");
    finding_set(row, "setting", json_string(awake_words.items[settings->awake]));
    finding_set(row, "uses", json_of_text(is_on ? awake_program(&place) : NULL));
    finding_set(row, "desktop", json_of_text(place.desktop));
    finding_set(row, "remote", json_boolean(place.is_remote));
}

/* Hooks. */

static void describe_hook(Finding *row, int hook, const TextList *command)
{
    text_print(&row->found, "%s%s: %s", row->found.length > 0 ? ", " : "", hook_words.items[hook], command->items[0]);
    if (child_is_there(command->items[0]))
        return;
    row->state = FINDING_MISSING;
    text_clear(&row->advice);
    if (strchr(command->items[0], '/') && access(command->items[0], F_OK) == 0) {
        text_print(&row->notes, "%s uses a file that cannot be run: %s\n", hook_words.items[hook], command->items[0]);
        text_print(&row->advice, "chmod +x %s", command->items[0]);
        return;
    }
    text_print(&row->notes, "%s uses a command that does not exist: %s\n", hook_words.items[hook], command->items[0]);
    if (command->items[0][0] == '~')
        text_add(&row->advice, "write the whole path: no shell reads it, so ~ stays as it is");
    else
        text_print(&row->advice, "install %s, or change hooks in the settings", command->items[0]);
}

void find_remote_hooks(FindingList *list, const Settings *settings)
{
    Finding *row = finding_add(list, "hooks", NULL);
    json_t *commands = json_object();
    for (int hook = 0; hook < HOOK_COUNT; hook++) {
        const TextList *command = &settings->hooks[hook];
        if (command->count > 0)
            describe_hook(row, hook, command);
        json_object_set_new(commands, hook_words.items[hook], json_of_command(command));
    }
    if (row->found.length == 0)
        text_add(&row->found, "none");
    finding_set(row, "commands", commands);
}
