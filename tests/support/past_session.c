/* SPDX-License-Identifier: MIT */
#include "support/past_session.h"

static MoveRecord moves[] = {
    {.position = 0,
     .name = "Calf strip",
     .use = "calf-strip",
     .areas = "calves achilles",
     .side = SIDE_LEFT,
     .planned_s = 90,
     .held_ms = 90999,
     .felt = 4,
     .felt_most = 5},
    {.position = 0,
     .name = "Calf strip",
     .use = "calf-strip",
     .areas = "calves achilles",
     .side = SIDE_RIGHT,
     .planned_s = 90,
     .held_ms = 30000,
     .felt = 7,
     .felt_most = 7,
     .hurt = true,
     .skipped = true},
    {.position = 1,
     .name = "Sole, slowly",
     .areas = "feet",
     .planned_s = -1,
     .felt = -1,
     .felt_most = -1,
     .skipped = true},
};

SessionRecord past_session(void)
{
    return (SessionRecord){
        .id = 3,
        .uid = "b2de43e63a54282e630491eacbbedcdf",
        .revision = 2,
        .machine = "m",
        .started_s = 1772364600,
        .offset_min = 60,
        .title = "Calves",
        .routines = "calves feet",
        .level = LEVEL_FIRM,
        .planned_s = 240,
        .worked_s = 150,
        .state = RECORD_LEFT,
        .measure = {UNIT_CM, true, 85, 100},
        .check = "Knee to wall.",
        .note = "Warm, \"easy\"",
        .declined = "Heel",
        .ruled_out = "Toe (clot)",
        .dropped = "Shin, Knee",
        .moves = moves,
        .count = sizeof moves / sizeof *moves,
    };
}
