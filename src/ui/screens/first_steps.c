/* SPDX-License-Identifier: MIT */
#include "ui/screens/first_steps.h"

#include "ui/screen.h"

const char *const first_steps[FIRST_STEPS] = {
    "Start soft: a soft roller, a soft ball or a tennis ball, with little weight on it.",
    "Five minutes are enough, two or three times a week, with a day between.",
    ("Press to 3 out of 10: you feel it, you breathe easily and your face stays relaxed. Your first two weeks are "
     "gentle. In the first of them knead goes to 4 at most and presses half as long. The settings can change that."),
    ("Begin with First Five Minutes (first-five). Without tools: Easy Lower Back (lower-back-easy). On a chair: Feet, "
     "Calves & Hips on a Chair (chair-legs)."),
    "Then try Roll, Then Stretch (easy-stretches). Search for \"beginner\" to find more that is gentle.",
};

static void fill_first_steps(Page *page, ReadingPage *reading)
{
    text_add(&reading->title, "New to this?");
    for (size_t i = 0; i < FIRST_STEPS; i++)
        page_add_point(page, NULL, first_steps[i])->has_gap = !reading->is_tight;
}

const Screen screen_first_steps = {
    .name = "first steps", .map = MAP_READING, .opened_by = ACTION_FIRST_STEPS, .fill = fill_first_steps};
