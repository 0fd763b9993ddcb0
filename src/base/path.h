/* SPDX-License-Identifier: MIT */
/* Paths: the XDG base directories (specification 0.8: a relative value counts as unset), joining, splitting,
 * creating. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>
#include <stddef.h>

/* Each returns the path of `name` below the folder `knead/` of that base directory, for the caller to free(). NULL if
 * neither the variable nor HOME is set to an absolute path. */
char *path_config(const char *name); /* $XDG_CONFIG_HOME, else ~/.config */
char *path_data(const char *name);   /* $XDG_DATA_HOME, else ~/.local/share */
char *path_cache(const char *name);  /* $XDG_CACHE_HOME, else ~/.cache */

/* The path `knead/NAME` below the n-th entry of $XDG_DATA_DIRS (default /usr/local/share:/usr/share), n from 0, for the
 * caller to free(); NULL past the last entry. */
char *path_data_dir(size_t n, const char *name);

/* The folder of the running program, for the caller to free(). Asks the system, else takes argv[0] if it is a path.
 * NULL if it cannot be found. */
char *path_of_program(const char *argv0);

/* A path as people write it in settings: `~` at its start is HOME; `$NAME` and `${NAME}` are variables of the
 * environment, where the XDG base directories and HOSTNAME also have a value if they are not set. For the caller to
 * free(). NULL if a variable has no value, or if the result is not absolute. */
char *path_expand(const char *text);

char *path_join(const char *folder, const char *name);
const char *path_base(const char *path); /* what follows the last slash; borrowed */
char *path_folder(const char *path);     /* what precedes the last slash, or "."; to free() */

/* Whether it is certain that nothing of this name exists. False also for a dangling link, and if a folder above cannot
 * be searched. */
bool path_is_missing(const char *path);

/* Whether both paths lead to the same existing file or folder. */
bool path_is_same(const char *one, const char *other);

/* Creates a folder and its missing parents, accessible to the owner only (0700). True if it exists already. False with
 * errno. */
bool path_make_folder(const char *path);

#endif
