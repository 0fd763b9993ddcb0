/* SPDX-License-Identifier: MIT */
/* A routine of the library in short, put on a page: what it is, its moves, what it needs; or what is wrong with it. */
#ifndef UI_SCREENS_ENTRY_PAGE_H
#define UI_SCREENS_ENTRY_PAGE_H

#include "ui/screen_model.h"
#include "ui/widgets/page.h"

/* With settings, what they speak against it too; NULL: nobody is asked. */
void entry_page_add(Page *page, const LibraryEntry *entry, const Settings *settings);

/* The problems of a file, each with its line. */
void entry_page_add_problems(Page *page, const LibraryEntry *entry);

/* Where a first file goes, and how it may look. */
void entry_page_add_first(Page *page, const Library *library);

#endif
