/* SPDX-License-Identifier: MIT */
#include "store/problem.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "base/utf8.h"

/* `%p` stands for the path, `%d` for the detail. Behind what is wrong stands what becomes of a session, and in its
 * place, for somebody who only looks, what to do; where there is one text, it serves both. */
static const struct {
    const char *what, *session, *look;
} texts[PROBLEM_COUNT] = {
    [PROBLEM_LOCKED] = {"The records are locked by another program: %p.",
                        "Your session continues and is saved as soon as possible.", "Try again later."},
    [PROBLEM_FULL] = {"The disk is full, so the records cannot be saved: %p.",
                      "Your session continues and is saved once you free some space.",
                      "Free some space so that sessions can be saved."},
    [PROBLEM_BROKEN] = {"The records cannot be used: %p (%d).",
                        "Your session continues and is saved as soon as possible.",
                        "Nothing was changed. Try again; if it still fails, check the disk."},
    [PROBLEM_UNKEPT] = {"The session could not be recorded, because the records cannot be written: %p.",
                        "Fix this before your next session.", NULL},
    [PROBLEM_LOST] = {"The disk failed while saving the records: %p (%d).",
                      "Your session continues, but the rest of it is not saved. Check the disk.", "Check the disk."},
    [PROBLEM_READ_ONLY] = {"The records are read-only: %p.",
                           "Make the file and its folder writable so that sessions can be saved.", NULL},
    [PROBLEM_CLOSED] = {"The records cannot be opened: %p (%d).",
                        "Make the file and its folder readable and writable so that sessions can be saved.", NULL},
    [PROBLEM_DAMAGED] = {"The records were damaged; they were moved to %d.", "New records were started: %p.", NULL},
    [PROBLEM_STUCK] = {"The records are damaged and cannot be moved: %p (%d).",
                       "Move the file away so that sessions can be saved.", NULL},
    [PROBLEM_NEWER] = {"The records were written by a newer version of knead: %p.",
                       "Nothing is read or saved until you update knead.", NULL},
    [PROBLEM_NO_BACKUP] = {"The records are from an older knead, and the backup that is made before they are updated "
                           "failed: %p.",
                           "Nothing is read or saved until there is room beside that file for a copy of it.", NULL},
    [PROBLEM_FOREIGN] = {"The file where the records should be belongs to another program: %p.",
                         "Move it away so that sessions can be saved.", NULL},
    [PROBLEM_NO_FILE] = {"The path of the records is not a file: %p.", "Move it away so that sessions can be saved.",
                         NULL},
    [PROBLEM_NO_FOLDER] = {"The folder for the records cannot be created: %p (%d).",
                           "Create it, or set XDG_DATA_HOME to another folder, so that sessions can be saved.", NULL},
    [PROBLEM_JOURNAL] = {"The journal cannot be written: %p (%d).",
                         "Your records are kept; what is missing in the journal is added once it can be written.",
                         NULL},
    [PROBLEM_NO_HOME] = {"There is no home folder to keep records in.",
                         "Set HOME or XDG_DATA_HOME so that sessions can be saved.", NULL},
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

static char *make_line(ProblemKind kind, const char *then, const char *path, const char *detail)
{
    Text line = {0};
    add_text(&line, texts[kind].what, path, detail);
    text_add_char(&line, ' ');
    add_text(&line, then, path, detail);
    return text_detach(&line);
}

void problem_note(Problems *problems, ProblemKind kind, const char *path, const char *detail)
{
    if (kind == PROBLEM_NONE || problems->lines[kind])
        return;
    problems->lines[kind] = make_line(kind, texts[kind].session, path, detail);
    problems->looks[kind] = make_line(kind, texts[kind].look ? texts[kind].look : texts[kind].session, path, detail);
}

/* The first kind that was not told yet, PROBLEM_NONE where there is none; told now. */
static ProblemKind next_untold(Problems *problems)
{
    for (uint32_t kind = 0; kind < PROBLEM_COUNT; kind++) {
        const uint32_t bit = UINT32_C(1) << kind;
        if (problems->lines[kind] && !(problems->told & bit)) {
            problems->told |= bit;
            return (ProblemKind)kind;
        }
    }
    return PROBLEM_NONE;
}

const char *problem_tell(Problems *problems)
{
    return problems->lines[next_untold(problems)];
}

const char *problem_tell_looker(Problems *problems)
{
    return problems->looks[next_untold(problems)];
}

void problem_release(Problems *problems)
{
    for (size_t kind = 0; kind < PROBLEM_COUNT; kind++) {
        free(problems->lines[kind]);
        free(problems->looks[kind]);
    }
    *problems = (Problems){0};
}

/* SQLite calls a failed write an I/O error unless the system said ENOSPC; a quota and a limit are no room as well. */
static bool is_no_room(int system_error)
{
    return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

ProblemKind problem_of_code(int code, int system_error)
{
    static const struct {
        int code;
        ProblemKind kind;
    } primary[] = {
        {SQLITE_OK, PROBLEM_NONE},         {SQLITE_BUSY, PROBLEM_LOCKED},        {SQLITE_LOCKED, PROBLEM_LOCKED},
        {SQLITE_PROTOCOL, PROBLEM_LOCKED}, {SQLITE_FULL, PROBLEM_FULL},          {SQLITE_READONLY, PROBLEM_READ_ONLY},
        {SQLITE_PERM, PROBLEM_READ_ONLY},  {SQLITE_CANTOPEN, PROBLEM_READ_ONLY}, {SQLITE_CORRUPT, PROBLEM_DAMAGED},
        {SQLITE_NOTADB, PROBLEM_DAMAGED},  {SQLITE_FORMAT, PROBLEM_DAMAGED},
    };
    const int kind = code & 0xff;
    if (code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC)
        return PROBLEM_LOST;
    if ((kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN) && is_no_room(system_error))
        return PROBLEM_FULL;
    for (size_t i = 0; i < ARRAY_LEN(primary); i++) {
        if (primary[i].code == kind)
            return primary[i].kind;
    }
    return PROBLEM_BROKEN;
}
