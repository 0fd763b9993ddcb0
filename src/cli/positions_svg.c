/* SPDX-License-Identifier: MIT */
#include "cli/positions_svg.h"

#include <math.h>

#include "base/macros.h"
#include "cli/made_file.h"
#include "ui/body/posture_svg.h"

enum { LONGER_SIDE = 480, GAP = 24 };

/* How each file of positions begins, so that nothing else is replaced. */
static const char mark[] = "<!-- Positions of the body, drawn by knead -->\n";

typedef struct PictureSize {
    int width, height;
} PictureSize;

/* What posture_svg makes of it. */
static PictureSize size_of(const Posture *posture)
{
    PostureShapes shapes;
    posture_shapes(posture, &shapes);
    const float width = shapes.frame.right - shapes.frame.left, height = shapes.frame.top - shapes.frame.bottom;
    const float scale = LONGER_SIDE / fmaxf(width, height);
    return (PictureSize){(int)ceilf(width * scale), (int)ceilf(height * scale)};
}

static int parts_of(const Posture *posture)
{
    return posture->from == NULL ? 0 : posture->to ? 2 : 1;
}

static PictureSize size_of_all(const PlanPostures *postures)
{
    PictureSize all = {0, 0};
    for (size_t i = 0; i < postures->count; i++) {
        const Posture *posture = &postures->items[i].posture;
        const int parts = parts_of(posture);
        if (parts == 0)
            continue;
        const PictureSize one = size_of(posture);
        all.width = MAX_OF(all.width, parts * one.width + (parts - 1) * GAP);
        all.height += one.height + (all.height > 0 ? GAP : 0);
    }
    return all;
}

static void add_row(Text *into, const Posture *posture, int y)
{
    const PictureSize one = size_of(posture);
    for (int part = 0; part < parts_of(posture); part++) {
        Posture still = *posture;
        still.thousandths = part * 1000;
        text_print(into, "<g transform=\"translate(%d %d)\">\n", part * (one.width + GAP), y);
        posture_svg(into, &still, LONGER_SIDE);
        text_add(into, "</g>\n");
    }
}

bool positions_svg(Text *into, const PlanPostures *postures)
{
    const PictureSize all = size_of_all(postures);
    if (all.height == 0)
        return false;
    text_print(into, "%s<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n",
               mark, all.width, all.height, all.width, all.height);
    for (size_t i = 0, y = 0; i < postures->count; i++) {
        const Posture *posture = &postures->items[i].posture;
        if (parts_of(posture) == 0)
            continue;
        add_row(into, posture, (int)y);
        y += (size_t)(size_of(posture).height + GAP);
    }
    text_add(into, "</svg>\n");
    return true;
}

int positions_svg_write(const char *path, const Text *picture)
{
    return made_file_write(path, mark, "picture", picture);
}
