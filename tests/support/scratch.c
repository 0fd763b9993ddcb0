/* SPDX-License-Identifier: MIT */
#include "support/scratch.h"

#include <check.h>
#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/path.h"

enum { MOST = 1 << 20 };

char scratch_folder[100];

const char *scratch_parent(void)
{
    const char *chosen = getenv("TMPDIR");
    if (chosen != NULL && *chosen != '\0')
        return chosen;
    return access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp";
}

void scratch_make(void)
{
    snprintf(scratch_folder, sizeof scratch_folder, "%s/knead-scratch-XXXXXX", scratch_parent());
    ck_assert_ptr_nonnull(mkdtemp(scratch_folder));
}

void scratch_make_home(void)
{
    scratch_make();
    scratch_set("XDG_CONFIG_HOME", "");
    scratch_set("XDG_DATA_HOME", "");
}

void scratch_make_usual_home(void)
{
    scratch_make_home();
    scratch_put("knead/config.yaml", "level: standard\n");
}

void scratch_remove(void)
{
    char *command = memory_print("chmod -R u+rwx '%s'; rm -r '%s'", scratch_folder, scratch_folder);
    ck_assert_int_eq(system(command), 0);
    free(command);
}

char *scratch_path(const char *name)
{
    return path_join(scratch_folder, name);
}

void scratch_set(const char *variable, const char *name)
{
    char *path = scratch_path(name);
    setenv(variable, path, 1);
    free(path);
}

void scratch_put(const char *name, const char *text)
{
    char *path = scratch_path(name), *above = path_folder(path);
    ck_assert(path_make_folder(above));
    ck_assert(file_write(path, text, strlen(text)));
    free(above);
    free(path);
}

void scratch_print(const char *name, const char *format, ...)
{
    char text[1024];
    va_list values;
    va_start(values, format);
    ck_assert_int_lt(vsnprintf(text, sizeof text, format, values), (int)sizeof text);
    va_end(values);
    scratch_put(name, text);
}

void scratch_make_folder(const char *name)
{
    char *path = scratch_path(name);
    ck_assert(path_make_folder(path));
    free(path);
}

void scratch_set_mode(const char *name, mode_t mode)
{
    char *path = scratch_path(name);
    ck_assert_int_eq(chmod(path, mode), 0);
    free(path);
}

void scratch_take_away(const char *name)
{
    char *path = scratch_path(name);
    ck_assert_int_eq(remove(path), 0);
    free(path);
}

char *scratch_text(const char *name)
{
    char *path = scratch_path(name), *bytes;
    size_t length;
    const FileResult result = file_read(path, MOST, &bytes, &length);
    ck_assert(result == FILE_READ || result == FILE_MISSING);
    free(path);
    return bytes;
}

void scratch_expect(const char *name, const char *wanted)
{
    char *text = scratch_text(name);
    ck_assert_pstr_eq(text, wanted);
    free(text);
}

void scratch_expect_part(const char *name, const char *wanted)
{
    char *text = scratch_text(name);
    ck_assert_msg(text && strstr(text, wanted), "'%s' is not in: %s", wanted, text ? text : "nothing");
    free(text);
}

size_t scratch_count(const char *folder, const char *ending)
{
    size_t count = 0;
    char *path = scratch_path(folder);
    DIR *listed = opendir(path);
    for (const struct dirent *item; listed && (item = readdir(listed));) {
        const size_t length = strlen(item->d_name), end = strlen(ending);
        count += length >= end && strcmp(item->d_name + length - end, ending) == 0;
    }
    if (listed)
        closedir(listed);
    free(path);
    return count;
}
