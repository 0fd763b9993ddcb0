/* SPDX-License-Identifier: MIT */
/* What the modules of the records share, and nobody else: the open file, its statements, each written once in one table
 * and prepared once, and the two ways to work with it, reading and writing. */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/handle.h"

typedef struct SqlValue {
    bool is_text;
    int64_t number;
    const char *text; /* NULL is SQL's NULL */
} SqlValue;

SqlValue sql_number(int64_t number);
SqlValue sql_text(const char *text); /* borrowed until the statement is run */
SqlValue sql_null(void);

#define SQL_VALUES(...) (const SqlValue[]){__VA_ARGS__}, sizeof((const SqlValue[]){__VA_ARGS__}) / sizeof(SqlValue)

/* Runs a statement that gives no rows. False, with what failed noted in the store. */
bool sql_run(Store *store, Sql which, const SqlValue *values, size_t count);

/* Starts a statement that gives rows; NULL with what failed noted. Then one row after another; at the end, or when it
 * fails, false. sql_done ends it early. */
sqlite3_stmt *sql_ask(Store *store, Sql which, const SqlValue *values, size_t count);
bool sql_next(Store *store, sqlite3_stmt *rows);
void sql_done(sqlite3_stmt *rows);

/* A column; text is never NULL but where `or_null` says so, and borrowed until the next row. */
int64_t sql_column_number(sqlite3_stmt *rows, int column, int64_t low, int64_t high); /* brought into the range */
const char *sql_column_text(sqlite3_stmt *rows, int column);
const char *sql_column_text_or_null(sqlite3_stmt *rows, int column);
int32_t sql_column_felt(sqlite3_stmt *rows, int column); /* SESSION_NOT_FELT where it is NULL */

/* Text that is no part of the table: settings. */
bool sql_execute(Store *store, const char *text);

/* Notes the code of the last call as what failed. */
bool sql_fail(Store *store, int code); /* always false */
void sql_release(Store *store);        /* the prepared statements */

#endif
