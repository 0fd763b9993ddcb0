/* SPDX-License-Identifier: MIT */
#include "ui/body/posture_svg.h"

#include <math.h>

#include "base/macros.h"

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

/* A text as it may stand in an XML document. */
static void add_escaped(Text *into, const char *text)
{
    for (; *text; text++) {
        if (*text == '<')
            text_add(into, "&lt;");
        else if (*text == '&')
            text_add(into, "&amp;");
        else
            text_add_char(into, *text);
    }
}

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

/* Hundredths with one digit behind the point, written without it: a document has tenths. */
static int tenth(float number)
{
    return (int)lroundf(number * 10);
}

static void add_circle(Text *into, float x, float y, float radius)
{
    text_print(into, "<circle cx=\"%d\" cy=\"%d\" r=\"%d\"/>\n", tenth(x), tenth(y), tenth(radius));
}

/* Two circles and the lines that touch both. */
static void add_capsule(Text *into, const PostureShape *shape)
{
    const float dx = shape->x2 - shape->x1, dy = shape->y1 - shape->y2, length = hypotf(dx, dy);
    const float x1 = shape->x1, y1 = -shape->y1, x2 = shape->x2, y2 = -shape->y2, r1 = shape->r1, r2 = shape->r2;
    if (length <= fabsf(r1 - r2) + 0.05F) {
        add_circle(into, r1 > r2 ? x1 : x2, r1 > r2 ? y1 : y2, fmaxf(r1, r2));
        return;
    }
    const float ux = dx / length, uy = dy / length, along = (r1 - r2) / length, aside = sqrtf(1 - along * along);
    const float ax = along * ux - aside * uy, ay = along * uy + aside * ux;
    const float bx = along * ux + aside * uy, by = along * uy - aside * ux;
    text_print(into, "<path d=\"M%d %dL%d %d", tenth(x1 + r1 * ax), tenth(y1 + r1 * ay), tenth(x2 + r2 * ax),
               tenth(y2 + r2 * ay));
    text_print(into, "A%d %d 0 %d 0 %d %d", tenth(r2), tenth(r2), r2 > r1, tenth(x2 + r2 * bx), tenth(y2 + r2 * by));
    text_print(into, "L%d %dA%d %d 0 %d 0 %d %dZ\"/>\n", tenth(x1 + r1 * bx), tenth(y1 + r1 * by), tenth(r1), tenth(r1),
               r1 > r2, tenth(x1 + r1 * ax), tenth(y1 + r1 * ay));
}

static void add_shape(Text *into, const PostureShape *shape)
{
    if (shape->is_box)
        text_print(into, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"5\"/>\n", tenth(shape->x1),
                   -tenth(shape->y2), tenth(shape->x2 - shape->x1), tenth(shape->y2 - shape->y1));
    else
        add_capsule(into, shape);
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
    add_escaped(into, posture->from->title);
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
