/* SPDX-License-Identifier: MIT */
/* The number that is asked before and after a session: how it feels, 0 to 10, or the `check` of the routine in its
 * unit. Numbers are kept in tenths, so that 3.5 cm is exact. */
#ifndef SESSION_MEASURE_H
#define SESSION_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"
#include "routine/names.h"

enum {
    MEASURE_NOT_SAID = INT32_MIN,
    MEASURE_FEEL_MOST = 100,    /* tenths: 10 */
    MEASURE_NUMBER_MOST = 9999, /* tenths: 999.9; with a unit, below 0 too */
};

/* All zero is not "nothing said": use MEASURE_NONE. */
typedef struct Measure {
    uint8_t unit;                        /* CheckUnit */
    bool more_is_better;                 /* with UNIT_FEEL always false */
    int32_t before_tenths, after_tenths; /* MEASURE_NOT_SAID: not given */
} Measure;

#define MEASURE_NONE ((Measure){.before_tenths = MEASURE_NOT_SAID, .after_tenths = MEASURE_NOT_SAID})

bool measure_is_whole(const Measure *measure); /* both numbers were given */

/* By how much it got better from before to after, in tenths; below 0: worse. Only where measure_is_whole. */
int32_t measure_gain_tenths(const Measure *measure);

/* Reads what a person types: "6", "-3.5", "3,5". False if it is no number, has more than one decimal, or is out of
 * range for the unit. UNIT_FEEL takes whole numbers from 0 to 10. */
bool measure_read(const char *text, CheckUnit unit, int32_t *tenths);

/* Appends a number with its unit: "6", "-3.5 cm", "12 times". measure_add_number: without the unit. */
void measure_add(Text *into, CheckUnit unit, int32_t tenths);
void measure_add_number(Text *into, int32_t tenths);

#endif
