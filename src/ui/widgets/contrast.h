/* SPDX-License-Identifier: MIT */
/* How well a colour is seen on a ground, as WCAG 2 calculates it, and what the themes promise: text 4.5 to 1, what is
 * drawn 3 to 1. Colours are red, green and blue, 0xrrggbb. The tests hold knead's own themes to it, and `knead check`
 * tells where a theme of one's own does not keep it. */
#ifndef UI_WIDGETS_CONTRAST_H
#define UI_WIDGETS_CONTRAST_H

#include "ui/widgets/theme.h"

/* The share of light of one channel (0 to 255), from 0 to 1; and the contrast of two colours, from 1 to 21. */
double contrast_channel(int value);
double contrast_ratio(int32_t one, int32_t other);

/* What a theme promises on a ground that it is for. */
typedef struct ContrastPromise {
    const char *name;
    Look terminal;
    Theme theme;
    int32_t ground;
    const char *ground_name;
    double text, shapes;
} ContrastPromise;

enum { CONTRAST_PROMISES = 10 };
extern const ContrastPromise contrast_promises[CONTRAST_PROMISES];

/* The least contrast that a role has to have; 0: any, for what stands behind the rest: days without a session, limbs on
 * the far side. With high contrast that is seen too. */
double contrast_wanted(const ContrastPromise *promise, Role role);

#endif
