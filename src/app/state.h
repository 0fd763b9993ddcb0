/* SPDX-License-Identifier: MIT */
/* What the app holds, for the files that it is made of; everybody else sees app.h. */
#ifndef APP_STATE_H
#define APP_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/choice.h"
#include "app/loader.h"
#include "app/past.h"
#include "app/sitting.h"
#include "app/stock.h"
#include "app/wish.h"
#include "settings/settings.h"
#include "store/checkpoint.h"
#include "store/ease.h"
#include "store/store.h"
#include "ui/screen.h"

/* How to make it lighter or deeper, said until the next step or for a while. */
typedef struct Answer {
    const char *title, *text;  /* NULL: none; borrowed from the plan */
    int64_t until_ms;          /* of the time worked */
} Answer;

struct App {
    Library *library;
    AppOptions options;
    Model model;               /* filled anew before each look */
    ScreenStack screens;
    bool has_home;             /* it started there, and comes back to it */
    int width, height;         /* of the window; 0: not known yet */
    bool is_ascii;

    Settings settings;
    char *settings_path;       /* NULL: nobody says where */
    char *settings_problem;    /* the first, with its place; NULL: none */
    int32_t settings_line;     /* its line */
    bool is_problem_told;
    bool edits_settings;       /* what the editor is asked for */

    Loader loader;
    Stock stock;
    Past past;
    Choice choice;
    int32_t looked_at;         /* a move of the plan; -1: the session's own */
    ModelMove *swaps;          /* what may take its place, best first */
    size_t swap_count, swap_capacity;
    Sitting sitting;
    Answer answer;
    int32_t pacer_ms;
    bool sound_on;
    EventList events, told;    /* what happened; what was told of it to line mode */

    Store *store;              /* the one that keeps nothing until the records are opened */
    bool has_records;          /* they were opened, or shall not be */
    bool is_advised;           /* in this run, or before */
    bool has_eases;
    Ease eases[AREA_COUNT];
    LeftSession left;          /* title NULL: none */
    char *left_when;

    char *notice, *paused_note, *done_note, *last_words;
    char *trouble, *told_trouble;
    Wish wish;                 /* gathered during a call */
};

/* Hands the wishes of this call to the caller. */
Wish state_take_wish(App *app);
void state_fill_model(App *app);

void state_show(App *app, const Screen *screen);

/* A plan of what is chosen, as settings and records have it. NULL with *problem to free(). */
Plan *state_make_plan(App *app, char **problem);
void state_plan_anew(App *app); /* and puts it in the place of the old one */

/* Each owns the text that it is given; NULL takes it away. */
void state_set_notice(App *app, char *text);
void state_set_paused_note(App *app, char *text);

/* Says how, for a while; both texts are borrowed. */
void state_answer(App *app, const char *title, const char *text);

/* Pops all screens above the player and puts `next` in its place; NULL: nothing. */
void state_leave_player(App *app, const Screen *next);

bool state_is_rehearsal(const App *app);

#endif
