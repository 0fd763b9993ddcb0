/* SPDX-License-Identifier: MIT */
/* Seven questions about health, asked once at the first start or from the settings. What the answers lead to is health
 * words in the settings; the answers themselves are not kept. */
#ifndef UI_SCREENS_HEALTH_QUESTIONS_H
#define UI_SCREENS_HEALTH_QUESTIONS_H

#include <stddef.h>
#include <stdint.h>

enum { HEALTH_QUESTION_COUNT = 7, HEALTH_QUESTION_WORDS = 4 };

typedef struct HealthQuestion {
    const char *text, *advice;            /* advice: what to do after a yes */
    uint8_t words[HEALTH_QUESTION_WORDS]; /* of Health: the only one is set by a yes, of several the person chooses */
    size_t word_count;
} HealthQuestion;

/* In the order in which they are asked. */
extern const HealthQuestion health_questions[HEALTH_QUESTION_COUNT];

/* What is said after the last one. */
extern const char *const health_questions_end;

#endif
