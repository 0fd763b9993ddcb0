/* SPDX-License-Identifier: MIT */
#include "ui/body/dots.h"

enum { ALL_DOTS = (1 << CELL_DOTS) - 1 };

/* The dots that have the same role as one of them. */
static unsigned dots_like(const DotTone *const cell[CELL_DOTS], Role role)
{
    unsigned like = 0;
    for (unsigned i = 0; i < CELL_DOTS; i++)
        like |= (unsigned)(cell[i]->role == role) << i;
    return like;
}

static int count_dots(unsigned dots)
{
    int count = 0;
    for (; dots; dots &= dots - 1)
        count++;
    return count;
}

/* The tone that most of these dots have; of as many the one that counts more, the same on both sides of the figure.
 * NULL if there are no dots. */
static const DotTone *most_of(const DotTone *const cell[CELL_DOTS], unsigned dots)
{
    const DotTone *best = NULL;
    int most = 0;
    for (unsigned i = 0; i < CELL_DOTS; i++) {
        if (!(dots >> i & 1U))
            continue;
        const unsigned like = dots_like(cell, cell[i]->role) & dots;
        const int count = count_dots(like);
        const bool is_tie = best && count == most;
        if (count > most || (is_tie && cell[i]->rank > best->rank) ||
            (is_tie && cell[i]->rank == best->rank && cell[i]->role < best->role)) {
            best = cell[i];
            most = count;
        }
        if (like == dots)
            break;
    }
    return best;
}

static bool is_coloured(Look look, const DotTone *tone)
{
    return theme_ground(look, style_on(ROLE_TEXT, tone->role)) >= 0;
}

int32_t dots_solid(Look look, Role role)
{
    return look.colours >= 256                                  ? 0x2588
           : role == ROLE_BODY || role == ROLE_POSTURE          ? 0x2593
           : role == ROLE_BODY_DARK || role == ROLE_POSTURE_FAR ? 0x2592
                                                                : 0x2588;
}

/* The second colour of a cell within the figure, or NULL: with few colours a grey is the terminal's own and cannot be a
 * ground; in a small figure two greys are not worth the bytes. */
static const DotTone *ground_of(const Canvas *canvas, const DotTone *const cell[CELL_DOTS], const DotTone *ink,
                                bool is_small)
{
    const unsigned rest = ALL_DOTS & ~dots_like(cell, ink->role);
    const DotTone *ground = rest ? most_of(cell, rest) : NULL;
    const bool is_few = canvas->look.colours < 256;
    const bool is_alike = ground && ground->rank == ink->rank && (is_small || is_few);
    const bool is_own = ground && is_few && !is_coloured(canvas->look, ink) && !is_coloured(canvas->look, ground);
    return is_alike || is_own ? NULL : ground;
}

/* At the edge, something that is apart is told from the rest, which then has what is left of the cell, or
 * nothing where more of that is empty. False if the cell has no such dots. */
static bool put_apart(Canvas *canvas, int x, int y, const DotTone *const cell[CELL_DOTS], unsigned outside)
{
    const DotTone *apart = NULL;
    for (unsigned i = 0; i < CELL_DOTS; i++)
        apart = cell[i]->is_apart ? cell[i] : apart;
    const unsigned inked = apart ? dots_like(cell, apart->role) : 0, rest = ALL_DOTS & ~outside & ~inked;
    if (!inked || !outside || !rest)
        return false;
    const DotTone *ground = count_dots(rest) >= count_dots(outside) ? most_of(cell, rest) : NULL;
    const bool is_seen = ground && is_coloured(canvas->look, ground);
    canvas_quarters(canvas, x, y, style_on(apart->role, is_seen ? ground->role : ROLE_GROUND), inked);
    return true;
}

void dots_put(Canvas *canvas, int x, int y, const DotTone *const cell[CELL_DOTS], bool is_small)
{
    const unsigned outside = dots_like(cell, ROLE_GROUND);
    if (outside == ALL_DOTS || put_apart(canvas, x, y, cell, outside))
        return;
    const DotTone *ink = most_of(cell, ALL_DOTS & ~outside);
    const DotTone *ground = outside ? NULL : ground_of(canvas, cell, ink, is_small);
    if (ground && !is_coloured(canvas->look, ground)) {
        const DotTone *other = ink;
        ink = ground;
        ground = other;
    }
    /* A third tone goes to the one that need not keep its outline. */
    const unsigned inked = !ground            ? ALL_DOTS & ~outside
                           : ground->is_apart ? ALL_DOTS & ~dots_like(cell, ground->role)
                                              : dots_like(cell, ink->role);
    const Style style = style_on(ink->role, ground ? ground->role : ROLE_GROUND);
    if (inked == ALL_DOTS)
        canvas_put(canvas, x, y, style, dots_solid(canvas->look, ink->role), '#');
    else
        canvas_quarters(canvas, x, y, style, inked);
}

void dots_put_shade(Canvas *canvas, int x, int y, const DotTone *const cell[CELL_DOTS])
{
    const unsigned outside = dots_like(cell, ROLE_GROUND), inside = ALL_DOTS & ~outside;
    if (inside == 0)
        return;
    const DotTone *most = most_of(cell, inside);
    if (canvas->look.is_utf8 && most->is_clear && dots_like(cell, most->role) == inside)
        canvas_quarters(canvas, x, y, style_of(most->role), inside);
    else if (count_dots(inside) >= CELL_DOTS / 2)
        canvas_put(canvas, x, y, style_of(most->role), most->shade, most->letter);
}
