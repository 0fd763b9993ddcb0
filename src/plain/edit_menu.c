/* SPDX-License-Identifier: MIT */
#include "plain/edit_menu.h"

#include "base/path.h"
#include "plain/menu.h"
#include "plain/waiting.h"

static void perform(Console *console, RequestKind kind, int32_t value, bool is_silent)
{
    waiting_perform(console, (Request){.kind = kind, .value = value}, is_silent);
}

static const Screen *top(Console *console)
{
    return screens_top(app_screens(console->app));
}

static void say_problems(Console *console, const LibraryEntry *entry)
{
    const size_t count = entry->diags.errors;
    Text line = {0};
    text_print(&line, "%s: %zu problem%s.", path_base(entry->path), count, count == 1 ? "" : "s");
    console_say_text(console, &line);
    for (size_t i = 0; i < entry->diags.count; i++) {
        diagnostic_words(&line, &entry->diags.items[i]);
        console_say_text(console, &line);
    }
    text_release(&line);
}

enum { WAY_REPAIR, WAY_THROW_AWAY };

/* Back is to keep it: what was written is never lost. */
static void ask_about_problems(Console *console)
{
    Menu menu = menu_of_choices(console, "The file", "Back. The file stays as it is.");
    say_problems(console, app_model(console->app)->broken_file.entry);
    menu_add(&menu, WAY_REPAIR, "Fix the first problem in the editor.");
    menu_add(&menu, WAY_THROW_AWAY, "Throw away what you wrote. A backup is kept.");
    const int chosen = menu_ask_once(&menu);
    if (console->is_over)
        return;
    if (chosen == WAY_REPAIR) {
        perform(console, REQUEST_REPAIR, 0, false);
    } else if (chosen == WAY_THROW_AWAY) {
        perform(console, REQUEST_THROW_AWAY, 0, false);
    } else {
        perform(console, REQUEST_KEEP_TEXT, 0, true);
        console_say(console, "Kept as it is. The routine cannot be started until the file is right.");
    }
}

/* Until it has a title that makes a file, or the person leaves. */
static void ask_title(Console *console)
{
    const Asker asker = waiting_asker(console);
    Text title = {0};
    perform(console, REQUEST_NEW, 1, false);
    while (top(console) == &screen_new_routine && !console->is_over) {
        if (!ask_line(&asker, "Its title? Enter alone leaves.", false, &title) || title.length == 0)
            perform(console, REQUEST_BACK, 0, false);
        else
            waiting_perform(console, (Request){.kind = REQUEST_WRITE, .text = text_show(&title)}, false);
    }
    text_release(&title);
}

static bool is_unsaved(const Model *model)
{
    return model->entry && model->entry->is_text;
}

const char *edit_menu_name(const Model *model)
{
    return is_unsaved(model) ? "Save it as your own, and edit it." : "Edit it, in your editor.";
}

void edit_menu_open(Console *console)
{
    if (is_unsaved(app_model(console->app)))
        ask_title(console);
    else
        perform(console, REQUEST_EDIT_MOVE, -1, false);
    while (top(console) == &screen_file_problems && !console->is_over)
        ask_about_problems(console);
}
