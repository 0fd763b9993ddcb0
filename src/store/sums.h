/* SPDX-License-Identifier: MIT */
/* Reads what the records add up to, from tables of sums by day, area and routine that are kept up to date with each
 * session. So it stays fast with the records of many years. */
#ifndef STORE_SUMS_H
#define STORE_SUMS_H

#include "progress/overview.h"
#include "store/recency.h"

typedef struct SumsRequest {
    RecencyNow now;
    int32_t weeks;          /* 1 and up: this week and those before it */
    int area;               /* only sessions that worked this Area, and only their time on it; -1: all */
    int32_t least_per_week; /* sessions that a week needs for weeks in a row */
} SumsRequest;

/* Fills an overview, which must be empty (all zero). Release it with overview_release. False if the records cannot be
 * read; it is then empty. */
bool sums_read(Store *store, const SumsRequest *request, Overview *overview);

#endif
