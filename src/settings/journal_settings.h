/* SPDX-License-Identifier: MIT */
/* The settings `journal` and `journals`: paths, kept as they are written (base/path.h expands them). A path begins with
 * `/`, `~/` or `$`; without that it would depend on where knead was started. */
#ifndef SETTINGS_JOURNAL_SETTINGS_H
#define SETTINGS_JOURNAL_SETTINGS_H

#include "yaml/schema.h"

FieldReader journal_settings_read;      /* const char *: a path; `off` is NULL */
FieldReader journal_settings_read_list; /* TextList: a list of paths or a single path; [] is none */

#endif
