/* SPDX-License-Identifier: MIT */
#include "ui/body/posture_svg.h"

#include <math.h>

#include "base/macros.h"
#include "base/markup.h"
#include "ui/body/capsule_svg.h"

/* For a PostureTone: its colour on a light ground, or where nobody says, and on a dark one. */
typedef struct SvgTone {
    char letter; /* of its class */
    const char *light, *dark;
} SvgTone;

static const SvgTone tones[POSTURE_TONE_COUNT] = {
    [POSTURE_NOTHING] = {'n', "none", "none"},    [POSTURE_FAR] = {'f', "#c3c8cf", "#474c54"},
    [POSTURE_PROP] = {'p', "#a9a9cf", "#62628c"}, [POSTURE_BODY] = {'b', "#9aa0a9", "#757b84"},
    [POSTURE_HAIR] = {'h', "#5c5550", "#4a4440"}, [POSTURE_LEG] = {'l', "#838993", "#a3a8b0"},
    [POSTURE_ARM] = {'a', "#6c727c", "#d5d8dc"},  [POSTURE_LIT] = {'w', "#f2b48c", "#f6d5b4"},
    [POSTURE_TOOL] = {'t', "#d9531e", "#ff7f50"},
};

static void add_styles(Text *into)
{
    text_add(into, "<style>\n");
    for (int tone = POSTURE_FAR; tone < POSTURE_TONE_COUNT; tone++)
        text_print(into, ".%c{fill:%s}\n", tones[tone].letter, tones[tone].light);
    text_add(into, "@media (prefers-color-scheme: dark) {\n");
    for (int tone = POSTURE_FAR; tone < POSTURE_TONE_COUNT; tone++)
        text_print(into, ".%c{fill:%s}\n", tones[tone].letter, tones[tone].dark);
    text_add(into, "}\n</style>\n");
}

/* A document has tenths: its numbers have no point. */
static int tenth(float number)
{
    return (int)lroundf(number * 10);
}

static void add_shape(Text *into, const PostureShape *shape)
{
    if (shape->is_box)
        text_print(into, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/>\n", tenth(shape->x1),
                   -tenth(shape->y2), tenth(shape->x2 - shape->x1), tenth(shape->y2 - shape->y1));
    else
        capsule_svg(into, (Capsule){shape->x1, -shape->y1, shape->r1, shape->x2, -shape->y2, shape->r2});
}

void posture_svg(Text *into, const Posture *posture, int pixels)
{
    PostureShapes shapes;
    posture_shapes(posture, &shapes);
    const PostureFrame *frame = &shapes.frame;
    const int across = tenth(frame->right - frame->left), down = tenth(frame->top - frame->bottom);
    const int longer = MAX_OF(across, down);
    text_print(into, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" ", across * pixels / longer,
               down * pixels / longer);
    text_print(into, "viewBox=\"%d %d %d %d\" role=\"img\">\n<title>", tenth(frame->left), -tenth(frame->top), across,
               down);
    markup_add(into, posture->from->title);
    text_add(into, "</title>\n");
    add_styles(into);
    for (int i = 0; i < shapes.count; i++) {
        const PostureTone tone = shapes.shapes[i].tone;
        if (i == 0 || tone != shapes.shapes[i - 1].tone)
            text_print(into, "%s<g class=\"%c\">\n", i == 0 ? "" : "</g>\n", tones[tone].letter);
        add_shape(into, &shapes.shapes[i]);
    }
    text_add(into, "</g>\n</svg>\n");
}
