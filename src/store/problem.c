/* SPDX-License-Identifier: MIT */
#include "store/problem.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "base/utf8.h"

/* `%p` stands for the path, `%d` for the detail. Behind what is wrong stands what becomes of a session, and in its place,
 * for somebody who only looks, what to do; where there is one text, it serves both. */
static const struct {
    const char *what, *session, *look;
} texts[TROUBLE_COUNT] = {
    [TROUBLE_LOCKED] = {"The records are locked by another program: %p.",
                        "A session goes on, and is kept as soon as it can be.", "Try again when it is done with them."},
    [TROUBLE_FULL] = {"The disk has no room for the records: %p.",
                      "A session goes on, and is kept as soon as you have freed some space.",
                      "Free some space to have sessions kept."},
    [TROUBLE_BROKEN] = {"The records cannot be used: %p (%d).", "A session goes on, and is kept as soon as it can be.",
                        "Nothing was changed; try again, and check the disk if it stays so."},
    [TROUBLE_UNKEPT] = {"The session could not be recorded: until the end nothing could be written to the records: %p.",
                        "See that it can before the next one.", NULL},
    [TROUBLE_LOST] = {"The disk failed to keep the records: %p (%d).",
                      "A session goes on, but no more of it is kept; check the disk.", "Check the disk."},
    [TROUBLE_READ_ONLY] = {"The records can only be read: %p.",
                           "Make the file and its folder writable to have sessions kept.", NULL},
    [TROUBLE_CLOSED] = {"The records cannot be opened: %p (%d).",
                        "Make the file and its folder readable and writable to have sessions kept.", NULL},
    [TROUBLE_DAMAGED] = {"The records were damaged and are now kept aside as %d.", "New ones were begun: %p.", NULL},
    [TROUBLE_STUCK] = {"The records are damaged and cannot be put aside: %p (%d).",
                       "Move the file away to have sessions kept.", NULL},
    [TROUBLE_NEWER] = {"The records were written by a newer knead: %p.",
                       "Nothing is read or kept until this knead is brought up to date.", NULL},
    [TROUBLE_FOREIGN] = {"The file where the records should be belongs to another program: %p.",
                         "Move it away to have sessions kept.", NULL},
    [TROUBLE_NO_FILE] = {"What stands where the records should be is not a file: %p.",
                         "Move it away to have sessions kept.", NULL},
    [TROUBLE_NO_FOLDER] = {"The folder for the records cannot be made: %p (%d).",
                           "Make it, or set XDG_DATA_HOME to a folder of yours, to have sessions kept.", NULL},
    [TROUBLE_NO_HOME] = {"There is no home folder to keep records in.",
                         "Set HOME or XDG_DATA_HOME to have sessions kept.", NULL},
};

static void add_text(Text *line, const char *text, const char *path, const char *detail)
{
    for (const char *at = text; *at; at++) {
        const char *part = at[0] != '%' ? NULL : at[1] == 'p' ? path : at[1] == 'd' ? detail : NULL;
        if (part) {
            utf8_clean_line(line, part, strlen(part));
            at++;
        } else {
            text_add_char(line, *at);
        }
    }
}

static char *make_line(TroubleKind kind, const char *then, const char *path, const char *detail)
{
    Text line = {0};
    add_text(&line, texts[kind].what, path, detail);
    text_add_char(&line, ' ');
    add_text(&line, then, path, detail);
    return text_detach(&line);
}

void trouble_note(Troubles *troubles, TroubleKind kind, const char *path, const char *detail)
{
    if (kind == TROUBLE_NONE || troubles->lines[kind]) {
        return;
    }
    troubles->lines[kind] = make_line(kind, texts[kind].session, path, detail);
    troubles->looks[kind] = make_line(kind, texts[kind].look ? texts[kind].look : texts[kind].session, path, detail);
}

/* The first kind that was not told yet, TROUBLE_NONE where there is none; told now. */
static TroubleKind next_untold(Troubles *troubles)
{
    for (uint32_t kind = 0; kind < TROUBLE_COUNT; kind++) {
        const uint32_t bit = UINT32_C(1) << kind;
        if (troubles->lines[kind] && !(troubles->told & bit)) {
            troubles->told |= bit;
            return (TroubleKind)kind;
        }
    }
    return TROUBLE_NONE;
}

const char *trouble_tell(Troubles *troubles)
{
    return troubles->lines[next_untold(troubles)];
}

const char *trouble_tell_looker(Troubles *troubles)
{
    return troubles->looks[next_untold(troubles)];
}

void trouble_release(Troubles *troubles)
{
    for (size_t kind = 0; kind < TROUBLE_COUNT; kind++) {
        free(troubles->lines[kind]);
        free(troubles->looks[kind]);
    }
    *troubles = (Troubles){0};
}

/* SQLite calls a failed write an I/O error unless the system said ENOSPC; a quota and a limit are no room as well. */
static bool is_no_room(int system_error)
{
    return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

TroubleKind trouble_of_code(int code, int system_error)
{
    static const struct {
        int code;
        TroubleKind kind;
    } primary[] = {
        {SQLITE_OK, TROUBLE_NONE},           {SQLITE_BUSY, TROUBLE_LOCKED},      {SQLITE_LOCKED, TROUBLE_LOCKED},
        {SQLITE_PROTOCOL, TROUBLE_LOCKED},   {SQLITE_FULL, TROUBLE_FULL},        {SQLITE_READONLY, TROUBLE_READ_ONLY},
        {SQLITE_PERM, TROUBLE_READ_ONLY},    {SQLITE_CANTOPEN, TROUBLE_READ_ONLY}, {SQLITE_CORRUPT, TROUBLE_DAMAGED},
        {SQLITE_NOTADB, TROUBLE_DAMAGED},    {SQLITE_FORMAT, TROUBLE_DAMAGED},
    };
    const int kind = code & 0xff;
    if (code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC) {
        return TROUBLE_LOST;
    }
    if ((kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN) && is_no_room(system_error)) {
        return TROUBLE_FULL;
    }
    for (size_t i = 0; i < ARRAY_LEN(primary); i++) {
        if (primary[i].code == kind) {
            return primary[i].kind;
        }
    }
    return TROUBLE_BROKEN;
}
