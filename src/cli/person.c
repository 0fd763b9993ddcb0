/* SPDX-License-Identifier: MIT */
#include "cli/person.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/path.h"
#include "cli/command.h"
#include "cli/print.h"

void person_read(Settings *settings)
{
    char *path = path_config("config.yaml"), *source = NULL;
    if (!path)
        return;
    size_t length = 0;
    DiagList diags;
    Text text = {0};
    diag_init(&diags, path);
    settings_load(settings, path, &diags, &source, &length);
    diag_print(&diags, source, length, print_has_colour(stderr), &text);
    print_text(stderr, text_show(&text));
    text_release(&text);
    diag_release(&diags);
    free(source);
    free(path);
}

Store *person_records(int64_t now_s)
{
    char *path = path_data("knead.db");
    Store *store = path && access(path, F_OK) == 0 ? store_open(path, now_s) : NULL;
    const char *trouble = store ? store_trouble(store) : NULL;
    if (trouble)
        command_fail("%s", trouble);
    free(path);
    return store;
}
