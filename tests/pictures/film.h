/* SPDX-License-Identifier: MIT */
/* A run of knead as one SVG that moves, by CSS alone: no script, and nothing outside of the file. Each row of the screen
 * is drawn once for each thing that it shows, and is visible while it shows that. Whoever wants no motion sees the last
 * picture. Below the screen stands a line that says what is pressed. */
#ifndef PICTURES_FILM_H
#define PICTURES_FILM_H

#include "pictures/held_clock.h"

typedef struct Film Film;

/* Of a program on this clock. Both outlive the film. film_free frees it, film_save writes it first. */
Film *film_new(HeldClock *clock, Pty *pty, int rows, int columns);
void film_save(Film *film, const char *path, const char *title);
void film_free(Film *film);

/* Which keys ("": none) and words stand below the screen from now on, until others do. Borrowed until film_save. */
void film_say(Film *film, const char *keys, const char *words);

/* Shows the screen as it is now for so long. The program's clock stands still. */
void film_stand(Film *film, int ms);

/* Types, if there is anything to type, and lets the program's time and the film's go on by so much. */
void film_run(Film *film, const char *keys, int ms);

#endif
