/* SPDX-License-Identifier: MIT */
/* What is wrong with a file after it was edited, and the ways on. */
#include <string.h>

#include "base/macros.h"
#include "base/utf8.h"
#include "ui/screen.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/list.h"
#include "ui/widgets/page.h"
#include "ui/widgets/panes.h"

enum { EXCERPT_ROWS = 3, FULL_WIDTH = 64 };

typedef struct ProblemsState {
    int focus;
} ProblemsState;

static void add_problem(Page *page, const Diagnostic *diag)
{
    const bool is_error = diag->severity == SEVERITY_ERROR;
    Text label = {0}, text = {0};
    if (diag->mark.line > 0)
        text_print(&label, "line %u", (unsigned)diag->mark.line);
    text_print(&text, "%s%s", is_error ? "" : "warning: ", diag->message);
    page_add(page, text_show(&label), text_show(&text))->style = style_of(is_error ? ROLE_BAD : ROLE_WARN);
    if (diag->hint)
        page_add(page, "", diag->hint);
    text_release(&label);
    text_release(&text);
}

/* The same where there is no room for a column of labels. */
static void add_brief(Page *page, const Diagnostic *diag)
{
    Text line = {0};
    diagnostic_words(&line, diag);
    page_add(page, NULL, text_show(&line))->style = style_of(diag->severity == SEVERITY_ERROR ? ROLE_BAD : ROLE_WARN);
    text_release(&line);
}

static void add_rest(Page *page, const DiagnosticList *diags)
{
    const size_t all = diags->errors + diags->warnings;
    Text more = {0};
    text_print(&more, "and %zu more", all - diags->count);
    if (all > diags->count)
        page_add(page, "", text_show(&more));
    text_release(&more);
}

/* What comes of throwing away is said before it is done. */
static const char *thrown_away(const ModelBrokenFile *file)
{
    if (file->is_copy)
        return "remove your copy (knead keeps a backup)";
    return file->is_new ? "remove the new file (knead keeps a backup)"
                        : "restore the old version (knead keeps a backup of yours)";
}

/* Those at the foot of the frame. */
static void fill_ways(Page *page, Look look, const Model *model, bool is_wide)
{
    const ModelBrokenFile *file = &model->broken_file;
    char name[KEY_NAME_SIZE];
    page_init(page, look);
    page->keeps_labels = true;
    if (is_wide) {
        page_add(page, key_bindings_first(model->keys, ACTION_REPAIR, name), "fix the first one in the editor");
        page_add(page, key_bindings_first(model->keys, ACTION_KEEP_TEXT, name),
                 file->is_followed ? "keep it; the session uses the old version"
                                   : "keep it; the library marks it as broken");
        page_add(page, key_bindings_first(model->keys, ACTION_THROW_AWAY, name), thrown_away(file));
    } else {
        Text line = {0};
        text_print(&line, "%s: %s", key_bindings_first(model->keys, ACTION_THROW_AWAY, name), thrown_away(file));
        page_add(page, NULL, text_show(&line));
        text_release(&line);
    }
    for (size_t i = 0; i < page->count; i++)
        page->blocks[i].label_style = style_bold(ROLE_STRONG);
}

/* What there is to read and scroll; without room for a frame, the ways on too. */
static void fill_page(Page *page, Look look, const Model *model, int width, bool is_tiny)
{
    const ModelBrokenFile *file = &model->broken_file;
    char key[KEY_NAME_SIZE];
    const DiagnosticList *diags = &file->entry->diags;
    page_init(page, look);
    for (size_t i = 0; i < diags->count; i++)
        (is_tiny || width < FULL_WIDTH ? add_brief : add_problem)(page, &diags->items[i]);
    add_rest(page, diags);
    Text line = {0}, ways = {0};
    text_print(&line, "No problems left. Press %s to continue.", key_bindings_say(model->keys, ACTION_KEEP_TEXT, key));
    if (diags->errors == 0) /* it was mended meanwhile, from elsewhere */
        page_add(page, NULL, text_show(&line));
    text_release(&line);
    if (!is_tiny)
        return;
    text_print(&ways, "%s: fix it; ", key_bindings_first(model->keys, ACTION_REPAIR, key));
    text_print(&ways, "%s: keep it; ", key_bindings_first(model->keys, ACTION_KEEP_TEXT, key));
    text_print(&ways, "%s: %s", key_bindings_first(model->keys, ACTION_THROW_AWAY, key), thrown_away(file));
    page_add(page, NULL, text_show(&ways));
    text_release(&ways);
}

static Request problems_key(void *memory, const Model *model, Action action, int32_t key)
{
    ProblemsState *state = memory;
    (void)key;
    if (!model->broken_file.entry)
        return (Request){0};
    Page page;
    fill_page(&page, (Look){0}, model, model->width, panes_cut(model->width, model->height, NULL).is_tiny);
    const bool is_moved = list_move(&state->focus, action, page_stops(&page));
    page_release(&page);
    return (Request){.kind = is_moved ? REQUEST_DRAW : REQUEST_NONE};
}

static const Diagnostic *first_of(const DiagnosticList *diags)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (diags->items[i].severity == SEVERITY_ERROR)
            return &diags->items[i];
    }
    return diags->count > 0 ? &diags->items[0] : NULL;
}

/* The line of the first problem and its caret, as `knead check` prints them. False where the file has no such line. */
static bool find_excerpt(Text *line, Text *caret, const LibraryEntry *entry)
{
    const Diagnostic *first = first_of(&entry->diags);
    if (!first || first->mark.line == 0 || !entry->source)
        return false;
    Text printed = {0};
    Diagnostic one = *first;
    one.hint = NULL;
    diagnostic_print(&(DiagnosticList){.items = &one, .count = 1, .errors = 1}, entry->source, entry->source_length,
                     false, &printed);
    const char *source = strchr(text_show(&printed), '\n');
    const char *below = source ? strchr(source + 1, '\n') : NULL;
    if (below && below[1]) {
        text_add_span(line, source + 1, (size_t)(below - source - 1));
        text_add_span(caret, below + 1, strcspn(below + 1, "\n"));
    }
    text_release(&printed);
    return caret->length > 0;
}

/* Where the caret would be out of sight, both begin further right. */
static void draw_excerpt(Canvas *canvas, Rect rows, const LibraryEntry *entry)
{
    Text line = {0}, caret = {0};
    if (rows.height >= 2 && find_excerpt(&line, &caret, entry)) {
        const char *mark = strchr(text_show(&caret), '^');
        const int at = mark ? (int)(mark - text_show(&caret)) : 0;
        int skipped = MAX_OF(at - rows.width * 2 / 3, 0);
        const size_t from = utf8_fit(text_show(&line), skipped, &skipped);
        canvas_text(canvas, rows.x, rows.y, rows.width, style_of(ROLE_STRONG), text_show(&line) + from);
        canvas_text(canvas, rows.x, rows.y + 1, rows.width, style_of(ROLE_STRONG), text_show(&caret) + skipped);
        if (mark)
            canvas_text(canvas, rows.x + at - skipped, rows.y + 1, rows.width - at + skipped, style_bold(ROLE_BAD),
                        mark);
    }
    text_release(&line);
    text_release(&caret);
}

static void add_title(Text *into, const LibraryEntry *entry)
{
    const size_t errors = entry->diags.errors;
    const char *slash = strrchr(entry->path, '/');
    text_print(into, "%s: %zu problem%s", slash ? slash + 1 : entry->path, errors, errors == 1 ? "" : "s");
}

/* The frame with all that there is room for: the line, the problems, the ways on. */
static void draw_frame(Canvas *canvas, const Panes *panes, const ProblemsState *state, const Model *model)
{
    const ModelBrokenFile *file = &model->broken_file;
    Page problems, ways;
    Text title = {0};
    const int width = MIN_OF(PAGE_WIDTH, canvas->width - 2), inside = width - BOX_EDGES, most = canvas->height - 3;
    fill_page(&problems, canvas->look, model, canvas->width, false);
    fill_ways(&ways, canvas->look, model, canvas->width >= FULL_WIDTH);
    const int problem_rows = page_rows(&problems, inside), way_rows = page_rows(&ways, inside) + 1;
    const int excerpt_rows = panes->is_full && file->entry->source ? EXCERPT_ROWS : 0;
    const int rows = MIN_OF(excerpt_rows + problem_rows + way_rows, most);
    add_title(&title, file->entry);
    Rect room = panes_frame(canvas, panes, width, rows, text_show(&title));
    draw_excerpt(canvas, rect_cut_top(&room, excerpt_rows), file->entry);
    Rect foot = rect_cut_bottom(&room, way_rows);
    rect_cut_top(&foot, 1);
    page_draw(&ways, canvas, foot, -1, false);
    page_draw(&problems, canvas, room, MIN_OF(state->focus, page_stops(&problems) - 1), false);
    page_release(&problems);
    page_release(&ways);
    text_release(&title);
}

static void draw_tiny(Canvas *canvas, Rect room, const ProblemsState *state, const Model *model)
{
    Page page;
    canvas_clear(canvas);
    fill_page(&page, canvas->look, model, canvas->width, true);
    page_draw(&page, canvas, room, MIN_OF(state->focus, page_stops(&page) - 1), false);
    page_release(&page);
}

static void problems_draw(const void *memory, const Model *model, Canvas *canvas)
{
    const ProblemsState *state = memory;
    const Panes panes = panes_cut(canvas->width, canvas->height, NULL);
    if (!model->broken_file.entry)
        return;
    if (panes.is_tiny)
        draw_tiny(canvas, panes.body, state, model);
    else
        draw_frame(canvas, &panes, state, model);
    footer_draw(canvas, panes.footer, model->keys, MAP_REPAIR);
}

const Screen screen_file_problems = {
    .name = "file_problems",
    .map = MAP_REPAIR,
    .state_size = sizeof(ProblemsState),
    .is_overlay = true,
    .key = problems_key,
    .draw = problems_draw,
};
