/* SPDX-License-Identifier: MIT */
/* The few macros that every file may use. BUG_ON needs base/fatal.h. */
#ifndef BASE_MACROS_H
#define BASE_MACROS_H

#define ARRAY_LEN(array) (sizeof(array) / sizeof(*(array)))
#define MIN_OF(a, b) ((a) < (b) ? (a) : (b))
#define MAX_OF(a, b) ((a) > (b) ? (a) : (b))

#if defined(__GNUC__)
#define PRINTF_LIKE(text, first) __attribute__((format(printf, text, first)))
#define MUST_USE __attribute__((warn_unused_result))
#else
#define PRINTF_LIKE(text, first)
#define MUST_USE
#endif

#define TEXT_OF(words) #words
#define TEXT_OF_VALUE(name) TEXT_OF(name)

/* For a state that only a bug can cause: restores the terminal and ends the program (base/fatal.h). */
#define BUG_ON(condition)                                                                                              \
    do {                                                                                                               \
        if (condition)                                                                                                 \
            fatal("a mistake in knead itself: " #condition " (" __FILE__ ":" TEXT_OF_VALUE(__LINE__) ")");             \
    } while (0)

#endif
