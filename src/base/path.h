/* SPDX-License-Identifier: MIT */
/* Where things are: the XDG base directories (specification 0.8: a relative value counts as unset), joining, making. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>
#include <stddef.h>

/* Each returns a path to free(), or NULL where neither the variable nor HOME says it. `name` is below `knead/`. */
char *path_config(const char *name); /* $XDG_CONFIG_HOME, else ~/.config */
char *path_data(const char *name);   /* $XDG_DATA_HOME, else ~/.local/share */
char *path_cache(const char *name);  /* $XDG_CACHE_HOME, else ~/.cache */

/* The n-th entry of $XDG_DATA_DIRS (else /usr/local/share:/usr/share) with knead/NAME; NULL past the last. */
char *path_data_dir(size_t n, const char *name);

/* The folder of the running program, found from the system or from argv[0]; NULL where it cannot be known. */
char *path_of_program(const char *argv0);

char *path_join(const char *folder, const char *name);
const char *path_base(const char *path); /* what follows the last slash; borrowed */
char *path_folder(const char *path);     /* what precedes it, "." where there is none */

/* Whether nothing of that name is there, nor hidden by a folder that cannot be looked into or a link that leads nowhere. */
bool path_is_missing(const char *path);

/* Whether two names lead to one file or folder that is there. */
bool path_is_same(const char *one, const char *other);

/* Makes a folder and those above it, for its owner alone (0700). False with errno where it cannot. */
bool path_make_folder(const char *path);

#endif
