/* SPDX-License-Identifier: MIT */
#include "ui/widgets/contrast.h"

#include <math.h>

const ContrastPromise contrast_promises[CONTRAST_PROMISES] = {
    {"dark", {.colours = 256}, {.ground = GROUND_DARK}, 0x000000, "black", 4.5, 3},
    {"dark", {.colours = 256}, {.ground = GROUND_DARK}, 0x002b36, "Solarized dark", 4.5, 3},
    {"light", {.colours = 256}, {.ground = GROUND_LIGHT}, 0xffffff, "white", 4.5, 3},
    {"light", {.colours = 256}, {.ground = GROUND_LIGHT}, 0xfdf6e3, "Solarized light", 4.5, 3},
    {"auto", {.colours = 256, .is_ground_unknown = true}, {0}, 0x000000, "black", 4.5, 3},
    {"auto", {.colours = 256, .is_ground_unknown = true}, {0}, 0xffffff, "white", 3, 3},
    {"contrast", {.colours = 256}, {.is_contrast = true}, 0x000000, "black", 7, 3},
    {"contrast", {.colours = 256}, {.is_contrast = true}, 0x002b36, "Solarized dark", 7, 3},
    {"contrast", {.colours = 256, .is_light = true}, {.is_contrast = true}, 0xffffff, "white", 7, 3},
    {"contrast", {.colours = 256, .is_light = true}, {.is_contrast = true}, 0xfdf6e3, "Solarized light", 7, 3},
};

double contrast_channel(int value)
{
    const double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

/* "Relative luminance". */
static double light_of(int32_t rgb)
{
    return 0.2126 * contrast_channel(rgb >> 16 & 255) + 0.7152 * contrast_channel(rgb >> 8 & 255) +
           0.0722 * contrast_channel(rgb & 255);
}

double contrast_ratio(int32_t one, int32_t other)
{
    const double a = light_of(one), b = light_of(other);
    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

double contrast_wanted(const ContrastPromise *promise, Role role)
{
    if (role == ROLE_PANEL || role == ROLE_GROUND)
        return 0;
    if (!promise->theme.is_contrast && (role == ROLE_HEAT_0 || role == ROLE_POSTURE_FAR))
        return 0;
    return role <= ROLE_BREATH ? promise->text : promise->shapes;
}
