/* SPDX-License-Identifier: MIT */
/* The sessions of the history as a list, the newest first, and what is typed to find some of them. */
#ifndef UI_SCREENS_HISTORY_LIST_H
#define UI_SCREENS_HISTORY_LIST_H

#include "ui/screen.h"
#include "ui/widgets/footer.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/text_input.h"

/* All zero: the newest is marked, nothing is typed. */
typedef struct HistoryList {
    Finder finder;
    int row;    /* the marked one, from the newest */
    int64_t id; /* of the marked session, so that the mark stays on it while the list changes; 0: not known yet */
    int top;    /* the first row in sight */
} HistoryList;

/* Answers a key of the list. REQUEST_NONE: it means nothing here. */
Request history_list_key(HistoryList *list, const Model *model, Action action, int32_t key);

/* Marks the newest session of a local day; false, and the mark stays, if none was read. */
bool history_list_mark_day(HistoryList *list, const Model *model, int32_t day);

/* Whether all sessions from a local day on were read. */
bool history_list_reaches(const Model *model, int32_t day);

/* Index of the marked session in model.history.sessions; -1: there is none. */
int history_list_marked(const HistoryList *list, const Model *model);

void history_list_draw(const HistoryList *list, const Model *model, Canvas *canvas, const Panes *panes);

#endif
