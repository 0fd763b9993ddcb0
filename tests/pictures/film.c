/* SPDX-License-Identifier: MIT */
#include "pictures/film.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "pictures/svg.h"

enum { STEP_MS = 100, ROWS_MOST = 64, FRAMES_MOST = 500, TIMINGS_MOST = 600 };

/* What a row showed at some time, as SVG. */
typedef struct Look {
    struct Look *next;
    char *svg;
} Look;

typedef struct Frame {
    int from_ms;
    const Look *looks[ROWS_MOST];
} Frame;

struct Film {
    HeldClock *clock;
    Pty *pty;
    int rows, columns, now_ms; /* the last row is the line below the screen, after an empty one */
    const char *keys, *words;
    Look *looks[ROWS_MOST];
    Frame frames[FRAMES_MOST];
    int frame_count;
    char *timings[TIMINGS_MOST]; /* the class cN is visible as timings[N] says */
    int timing_count;
};

Film *film_new(HeldClock *clock, Pty *pty, int rows, int columns)
{
    ck_assert_int_le(rows + 2, ROWS_MOST);
    Film *film = memory_new(sizeof *film);
    *film = (Film){.clock = clock, .pty = pty, .rows = rows, .columns = columns, .keys = "", .words = ""};
    return film;
}

void film_free(Film *film)
{
    for (int row = 0; row < ROWS_MOST; row++) {
        while (film->looks[row]) {
            Look *look = film->looks[row];
            film->looks[row] = look->next;
            free(look->svg);
            free(look);
        }
    }
    for (int i = 0; i < film->timing_count; i++)
        free(film->timings[i]);
    free(film);
}

void film_say(Film *film, const char *keys, const char *words)
{
    film->keys = keys;
    film->words = words;
}

static const Look *look_of_row(Film *film, int row)
{
    Text svg = {0};
    if (row < film->rows)
        svg_add_row(&svg, &svg, film->pty, row, film->columns);
    else if (row == film->rows + 1)
        svg_add_line(&svg, row, film->keys, film->words);
    Look *look = film->looks[row];
    while (look && strcmp(look->svg, text_show(&svg)) != 0)
        look = look->next;
    if (!look) {
        look = memory_new(sizeof *look);
        *look = (Look){film->looks[row], memory_copy_text(text_show(&svg))};
        film->looks[row] = look;
    }
    text_release(&svg);
    return look;
}

static void take(Film *film)
{
    Frame frame = {.from_ms = film->now_ms};
    for (int row = 0; row < film->rows + 2; row++)
        frame.looks[row] = look_of_row(film, row);
    const Frame *last = film->frame_count > 0 ? &film->frames[film->frame_count - 1] : NULL;
    if (last && memcmp(last->looks, frame.looks, sizeof frame.looks) == 0)
        return;
    ck_assert_int_lt(film->frame_count, FRAMES_MOST);
    film->frames[film->frame_count++] = frame;
}

void film_stand(Film *film, int ms)
{
    take(film);
    film->now_ms += ms;
}

void film_run(Film *film, const char *keys, int ms)
{
    pty_send(film->pty, keys);
    held_clock_add(film->clock, film->pty, 0);
    for (int left_ms = ms; left_ms > 0; left_ms -= STEP_MS) {
        take(film);
        held_clock_add(film->clock, film->pty, MIN_OF(left_ms, (int)STEP_MS));
        film->now_ms += MIN_OF(left_ms, (int)STEP_MS);
    }
}

static bool is_shown(const Film *film, int frame, int row, const Look *look)
{
    return film->frames[frame].looks[row] == look;
}

/* When this look of a row is visible, as keyframes; NULL: always. To free(). */
static char *timing_of(const Film *film, int row, const Look *look)
{
    Text keyframes = {0};
    for (int i = 0; i < film->frame_count; i++) {
        const bool shown = is_shown(film, i, row, look);
        if (i == 0 || shown != is_shown(film, i - 1, row, look))
            text_print(&keyframes, "%.4g%%{visibility:%s}", 100.0 * film->frames[i].from_ms / film->now_ms,
                       shown ? "visible" : "hidden");
    }
    if (strcmp(text_show(&keyframes), "0%{visibility:visible}") == 0)
        text_release(&keyframes);
    return keyframes.length > 0 ? text_detach(&keyframes) : NULL;
}

static int class_of(Film *film, char *timing)
{
    for (int i = 0; i < film->timing_count; i++) {
        if (strcmp(film->timings[i], timing) == 0) {
            free(timing);
            return i;
        }
    }
    ck_assert_int_lt(film->timing_count, TIMINGS_MOST);
    film->timings[film->timing_count] = timing;
    return film->timing_count++;
}

static void add_looks(Film *film, Text *svg, int row)
{
    for (const Look *look = film->looks[row]; look; look = look->next) {
        char *timing = look->svg[0] ? timing_of(film, row, look) : NULL;
        if (timing)
            text_print(svg, "<g class=\"c%d%s\">\n%s</g>\n", class_of(film, timing),
                       is_shown(film, film->frame_count - 1, row, look) ? "" : " x", look->svg);
        else
            text_add(svg, look->svg);
    }
}

static void add_style(Film *film, Text *svg)
{
    text_add(svg, "<style>\n.x{visibility:hidden}\n");
    for (int i = 0; i < film->timing_count; i++)
        text_print(svg, ".c%d{animation:c%d %gs step-end infinite}\n@keyframes c%d{%s}\n", i, i, film->now_ms / 1000.0,
                   i, film->timings[i]);
    text_add(svg, "@media (prefers-reduced-motion:reduce){g[class]{animation:none}}\n</style>\n");
}

void film_save(Film *film, const char *path, const char *title)
{
    Text rows = {0}, svg = {0};
    for (int row = 0; row < film->rows + 2; row++)
        add_looks(film, &rows, row);
    svg_begin(&svg, film->rows + 2, film->columns, title);
    add_style(film, &svg);
    text_add(&svg, text_show(&rows));
    svg_end(&svg);
    ck_assert_msg(file_write(path, svg.bytes, svg.length), "%s cannot be written", path);
    text_release(&svg);
    text_release(&rows);
    film_free(film);
}
