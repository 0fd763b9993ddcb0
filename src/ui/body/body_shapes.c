/* SPDX-License-Identifier: MIT */
#include "ui/body/body_shapes.h"

#include "base/macros.h"

static const BodyShape front[] = {
    {AREA_HEAD, 0, 5, 4.8F, 0, 8.6F, 4.8F},
    {AREA_JAW, 0, 11.4F, 3.9F, 0, 13.2F, 2.1F},
    {AREA_NECK, 0, 15.6F, 2.5F, 0, 18, 3},
    {AREA_SHOULDERS, 2.6F, 18.9F, 1.3F, 8.5F, 21, 2.1F},
    {AREA_SHOULDERS, 10.8F, 22.2F, 3.1F, 12.1F, 24.4F, 2.9F},
    {AREA_CHEST, 3, 23.4F, 3.4F, 7, 24.6F, 3.6F},
    {AREA_CHEST, 3.2F, 26, 3.6F, 6.1F, 26.6F, 3.8F},
    {AREA_UPPER_ARMS, 12.6F, 27.4F, 2.4F, 13.9F, 32, 2.4F},
    {AREA_UPPER_ARMS, 13.9F, 32, 2.4F, 14.5F, 36, 1.9F},
    {AREA_FOREARMS, 15, 38.4F, 2.2F, 15.9F, 42, 2.1F},
    {AREA_FOREARMS, 15.9F, 42, 2.1F, 17.4F, 49, 1.3F},
    {AREA_HANDS, 17.9F, 51.4F, 1.8F, 18.4F, 54.2F, 1.6F},
    {AREA_HANDS, 18.3F, 55, 1.4F, 17.9F, 57.2F, 1},
    {AREA_HANDS, 16.6F, 51.6F, 0.9F, 15.9F, 53.6F, 0.7F},
    {AREA_ABDOMEN, 3.8F, 30.4F, 4.8F, 2.6F, 37, 4.6F},
    {AREA_ABDOMEN, 2.6F, 37, 4.5F, 2.6F, 41, 4.8F},
    {AREA_ABDOMEN, 1.6F, 42, 4.8F, 0, 47.6F, 2.4F},
    {AREA_HIPS, 6.3F, 43.6F, 2.4F, 6, 49, 3.6F},
    {AREA_HIPS, 6, 49, 3.6F, 1.4F, 50.8F, 2.2F},
    {AREA_ADDUCTORS, 2.2F, 54.6F, 2.4F, 3, 64, 1.3F},
    {AREA_QUADS, 6, 55.4F, 3.7F, 5.4F, 68, 2.9F},
    {AREA_IT_BAND, 8.5F, 54, 1.4F, 7.9F, 68, 1},
    {AREA_KNEES, 5, 71.4F, 2.6F, 4.9F, 73.8F, 2.5F},
    {AREA_SHINS, 4.6F, 78, 2.5F, 4.5F, 83, 2.3F},
    {AREA_SHINS, 4.5F, 83, 2.3F, 4.6F, 92, 1.6F},
    {AREA_OUTER_SHINS, 7, 77.6F, 1.4F, 7, 80, 1.5F},
    {AREA_OUTER_SHINS, 7, 80, 1.5F, 6, 88, 0.9F},
    {AREA_FEET, 4.9F, 95, 1.9F, 6.3F, 97.8F, 2.1F},
};

static const BodyShape back[] = {
    {AREA_HEAD, 0, 5, 4.8F, 0, 8.6F, 4.8F},
    {AREA_HEAD, 0, 8.6F, 4.8F, 0, 11.4F, 3.6F},
    {AREA_NECK, 0, 14.8F, 2.6F, 0, 18, 3},
    {AREA_SHOULDERS, 2.2F, 18.9F, 1.7F, 8.5F, 21, 2.2F},
    {AREA_SHOULDERS, 10.8F, 22.2F, 3.1F, 12.1F, 24.4F, 2.9F},
    {AREA_UPPER_BACK, 1.6F, 22.6F, 3.1F, 2.2F, 31.4F, 2.9F},
    {AREA_ROTATOR_CUFF, 6.4F, 24.6F, 2.6F, 7.9F, 27.4F, 2.7F},
    {AREA_LATS, 6.8F, 31.2F, 3.1F, 5, 38, 2.5F},
    {AREA_UPPER_ARMS, 12.6F, 27.4F, 2.4F, 13.9F, 32, 2.4F},
    {AREA_UPPER_ARMS, 13.9F, 32, 2.4F, 14.5F, 36, 1.9F},
    {AREA_FOREARMS, 15, 38.4F, 2.2F, 15.9F, 42, 2.1F},
    {AREA_FOREARMS, 15.9F, 42, 2.1F, 17.4F, 49, 1.3F},
    {AREA_HANDS, 17.9F, 51.4F, 1.8F, 18.4F, 54.2F, 1.6F},
    {AREA_HANDS, 18.3F, 55, 1.4F, 17.9F, 57.2F, 1},
    {AREA_HANDS, 16.6F, 51.6F, 0.9F, 15.9F, 53.6F, 0.7F},
    {AREA_LOWER_BACK, 1.8F, 36.8F, 3.2F, 3, 42, 4.5F},
    {AREA_GLUTES, 4.2F, 46.4F, 4.4F, 4.9F, 50.6F, 4.5F},
    {AREA_HIPS, 8, 45.4F, 1.8F, 8.4F, 49, 1.5F},
    {AREA_HAMSTRINGS, 5.5F, 57.6F, 3.7F, 5.2F, 68.4F, 2.9F},
    {AREA_ADDUCTORS, 2, 56.6F, 1.5F, 2.4F, 62, 1},
    {AREA_IT_BAND, 8.5F, 55.4F, 1.4F, 7.9F, 68, 1},
    {AREA_KNEES, 5, 71.8F, 2.5F, 4.9F, 73.8F, 2.5F},
    {AREA_CALVES, 5.2F, 78, 3.2F, 5.1F, 81.6F, 3.2F},
    {AREA_CALVES, 5.1F, 81.6F, 3.2F, 4.8F, 87, 2.1F},
    {AREA_ACHILLES, 4.7F, 89.6F, 1.6F, 4.7F, 93.4F, 1.5F},
    {AREA_FEET, 4.8F, 95.8F, 1.9F, 5.6F, 97.8F, 2.1F},
};

const BodyShapes body_shapes[BODY_VIEW_COUNT] = {
    [BODY_FRONT] = {front, ARRAY_LEN(front)},
    [BODY_BACK] = {back, ARRAY_LEN(back)},
};
