/* SPDX-License-Identifier: MIT */
#include "ui/screen.h"

#include <stdlib.h>

#include "base/fatal.h"
#include "base/macros.h"
#include "base/memory.h"

void screens_push(ScreenStack *stack, const Screen *screen, const Model *model)
{
    BUG_ON(stack->count >= SCREEN_DEPTH);
    void *state = memory_new(MAX_OF(screen->state_size, (size_t)1));
    const Screen *below = screens_top(stack);
    stack->screens[stack->count] = screen;
    stack->states[stack->count] = state;
    stack->count++;
    if (screen->enter) {
        Model seen = *model;
        seen.map = below ? below->map : MAP_GENERAL;
        screen->enter(state, &seen);
    }
}

void screens_pop(ScreenStack *stack)
{
    BUG_ON(stack->count == 0);
    stack->count--;
    free(stack->states[stack->count]);
    stack->states[stack->count] = NULL;
}

void screens_release(ScreenStack *stack)
{
    while (stack->count > 0)
        screens_pop(stack);
}

const Screen *screens_top(const ScreenStack *stack)
{
    return stack->count > 0 ? stack->screens[stack->count - 1] : NULL;
}

Request screens_key(ScreenStack *stack, const Model *model, int32_t key)
{
    const Screen *screen = screens_top(stack);
    if (key == KEY_NONE || !screen)
        return (Request){0};
    void *state = stack->states[stack->count - 1];
    Action action = action_for_key(screen->map, key);
    if (action == ACTION_REDRAW)
        return (Request){.kind = REQUEST_REDRAW};
    if (key != KEY_INTERRUPT && screen->takes_text && screen->takes_text(state))
        action = ACTION_NONE;
    return screen->key(state, model, action, key);
}

void screens_follow(ScreenStack *stack, const Model *model, const ScreenChange *change)
{
    for (int i = 0; i < stack->count; i++) {
        if (stack->screens[i]->follow)
            stack->screens[i]->follow(stack->states[i], model, change);
    }
}

void screens_draw(const ScreenStack *stack, const Model *model, Canvas *canvas)
{
    canvas_clear(canvas);
    int first = stack->count - 1;
    while (first > 0 && stack->screens[first]->is_overlay)
        first--;
    for (int i = MAX_OF(first, 0); i < stack->count; i++)
        stack->screens[i]->draw(stack->states[i], model, canvas);
}
