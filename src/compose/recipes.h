/* SPDX-License-Identifier: MIT */
/* What an area and some moves ask of a composed routine, as tables. This is the place to change how
 * knead composes: which areas belong together, and what is done for an area in which order.
 * What a health word or a complaint takes out is in compose/limits.h. */
#ifndef COMPOSE_RECIPES_H
#define COMPOSE_RECIPES_H

#include "compose/goal_rules.h"
#include "compose/request.h"

/* A part of a routine: work of one kind for one area. */
typedef struct RecipeStep {
    uint8_t area;
    Work work;
} RecipeStep;

typedef struct RecipeSteps {
    const RecipeStep *items;
    size_t count;
} RecipeSteps;

typedef struct RecipeAreas {
    const uint8_t *items; /* of Area */
    size_t count;
} RecipeAreas;

typedef struct Recipe {
    RecipeSteps steps; /* in the order in which they are done; all are there in a routine that is long enough */
    RecipeAreas with;  /* those that are worked too where there is time, the nearest first */
    int lanes;         /* so many moves that press do all of it; 0: one does */
    bool is_easy;      /* movement and stretches do the work here, and in what is added to it; nothing presses */
} Recipe;

/* The recipe of an area; it is fixed. */
const Recipe *recipe_of(int area);

/* Whether the recipe of an area has work for that other area. */
bool recipe_brings(int area, int other);

/* Whether the request names tools, and what the move needs first is among them. */
bool recipe_uses_named_tool(const Move *move, const ComposeRequest *request);

/* Whether a move is left out, because it is one that people ask for and the request does not. They ask for it by one of
 * its words, one of its tools or one of its areas. `id` is that of the shared move. */
bool recipe_waits_to_be_asked(const char *id, const Move *move, const ComposeRequest *request);

/* Bits of those of the areas that the move is for. */
uint32_t recipe_areas(const Move *move, const WordList *areas, EasyAreas easy);

/* Whether it is movement that makes one sweat, such as jogging on the spot. */
bool recipe_is_brisk(const Move *move);

/* Whether the move needs something first that few people think of, such as a rounded handle. */
bool recipe_tool_is_rare(const ToolList *needs);

/* Whether it is the move that the area's own work begins with, where it fits. */
bool recipe_is_first_choice(const char *id, int area);

/* Bits of the areas that get pressing together with that one, and of that one: they are pressed by the same moves. */
uint32_t recipe_pressed_together(int area);

/* The tool at hand that serves a need, or NULL; one ball of a pair serves where a single ball is needed. */
const char *recipe_tool_at_hand(const TextList *at_hand, const ToolNeed *need);

/* Whether the tools at hand are enough for the move. What is in any home and only helps, such as a towel, is not looked
 * for; where the request names its tools, only a towel is not. */
bool recipe_tools_cover(const ComposeRequest *request, const ToolList *needs);

/* The tools at hand that are not too hard for the person; the list is in the arena, the names are borrowed. */
TextList recipe_tools_for(Arena *arena, const ComposeRequest *request);

#endif
