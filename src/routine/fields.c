/* SPDX-License-Identifier: MIT */
#include "routine/fields.h"

#include "base/macros.h"

#define AT(member) .at = offsetof(ROW, member)
#define TABLE(name, fields, set_member)                                                                                \
    {                                                                                                                  \
        name, fields, ARRAY_LEN(fields), set_member                                                                    \
    }

static const char *const first_side[] = {"left", "right"};
const Words first_words = {first_side, ARRAY_LEN(first_side)};

#define ROW Source
static const Field source_fields[] = {
    {"title", schema_line, AT(title), .max = 80, .required = true, .help = "The name of the source."},
    {"url", field_value_url, AT(url), .max = 2000, .help = "Its web address; starts with https:// or http://."},
};
const FieldTable source_table = TABLE("a source", source_fields, SIZE_MAX);
#undef ROW

static const char *const better[] = {"less", "more"};
const Words better_words = {better, ARRAY_LEN(better)};

#define ROW CheckFields
static const Field check_fields[] = {
    {"say", schema_text, AT(say), .max = 4000, .required = true, .help = "The movement to try, and what to measure."},
    {"unit", schema_word, AT(unit), .words = &number_unit_words, .noun = "unit", .required = true,
     .help = "What it is measured in: cm, s (seconds), deg (degrees) or times."},
    {"better", schema_word, AT(better), .words = &better_words, .noun = "value of better", .required = true,
     .help = "Which way it helped: more, or less."},
};
const FieldTable check_table = TABLE("a check", check_fields, SIZE_MAX);
#undef ROW

#define ROW DefaultsFields
static const Field defaults_fields[] = {
    {"prepare", field_value_set_up_time, AT(prepare_s), SET_PREPARE, 0, ONE_HOUR_S,
     .help = "Time to set up each move; default auto, as long as its set-up takes; 0 for none."},
    {"switch", field_value_set_up_time, AT(switch_s), SET_SWITCH, 0, ONE_HOUR_S,
     .help = "Time to change sides; default auto, half the time of the set-up; 0 for none."},
    {"rest", schema_duration, AT(rest_s), 0, 0, ONE_HOUR_S,
     .help = "A rest between two moves that have no rest between them; default 0."},
    {"sides", schema_word, AT(sides), SET_SIDES, .words = &sides_words, .noun = "choice of sides",
     .help = "The sides of moves that do not set them; default none."},
    {"first", schema_word, AT(first), SET_FIRST, .words = &first_words, .noun = "side",
     .help = "Which side comes first; default left."},
    {"pressure", field_value_pressure, AT(pressure), SET_PRESSURE, 0, 10,
     .help = "The target pressure of moves that do not set it."},
    {"breathe", field_value_breath, AT(breathe), SET_BREATHE, 0, 20,
     .help = "How to breathe in moves that do not set it."},
};
const FieldTable defaults_table = TABLE("defaults", defaults_fields, offsetof(ROW, set));
#undef ROW

#define ROW RoutineFields
static const Field routine_fields[] = {
    {"knead", field_value_version, AT(version), 0, 1, 1, .required = true,
     .help = "The version of the format; the line is 'knead: 1'."},
    {"title", schema_line, AT(title), .max = 80, .required = true, .help = "The name of the routine."},
    {"summary", schema_text, AT(summary), .max = 4000, .help = "A paragraph about the routine."},
    {"goal", schema_word, AT(goal), .words = &goal_words, .noun = "goal", .help = "What the routine is for."},
    {"check", field_value_check, AT(check), .max = 4000, .table = &check_table,
     .help = "A movement to try before and after, to feel the difference. A text, or a map with what it is measured "
             "in."},
    {"cautions", schema_text_list, AT(cautions), .max = 4000, .help = "Warnings, shown before a session starts."},
    {"keywords", field_value_keywords, AT(keywords), .max = 40, .help = "Other words that people look for it by."},
    {"pair", schema_id, AT(pair), .help = "The id of the routine that it goes with, as before and after a run."},
    {"sources", field_value_sources, AT(sources), .table = &source_table, .help = "Where the routine comes from."},
    {"defaults", field_value_defaults, AT(defaults), .table = &defaults_table, .help = "Defaults for all moves."},
    {"moves", field_value_node, AT(moves), .required = true, .help = "The moves, rests and repeats, in order."},
};
const FieldTable routine_table = TABLE("a routine", routine_fields, offsetof(ROW, set));
#undef ROW

#define ROW CueFields
static const Field cue_fields[] = {
    {"at", field_value_cue_time, AT(at), 0, 0, ONE_HOUR_S, .required = true,
     .help = "When: a time from the start such as 30s, from the end such as -5s, or half."},
    {"say", schema_text, AT(say), .max = 4000, .required = true, .help = "What knead shows and says."},
};
const FieldTable cue_table = TABLE("a cue", cue_fields, SIZE_MAX);
#undef ROW

#define ROW HoldSides
static const Field hold_fields[] = {
    {"left", schema_duration, AT(left_s), 0, 1, ONE_HOUR_S, .required = true, .help = "How long on the left side."},
    {"right", schema_duration, AT(right_s), 0, 1, ONE_HOUR_S, .required = true, .help = "How long on the right side."},
};
const FieldTable hold_table = TABLE("a hold for each side", hold_fields, SIZE_MAX);
#undef ROW

#define ROW PhaseFields
static const Field phase_fields[] = {
    {"name", schema_line, AT(name), SET_NAME, .max = 80, .required = true, .help = "The name of the phase."},
    {"hold", field_value_phase_hold, AT(dose.hold), SET_HOLD, 1, ONE_HOUR_S,
     .help = "How long: a duration, or a range such as 30s-90s."},
    {"passes", schema_number, AT(dose.passes), SET_PASSES, 1, 200,
     .help = "How many strokes or presses, each as long as `pace`: a stroke is one way (there and back are two), a "
             "press includes its release, a circle is one round."},
    {"pace", schema_duration, AT(dose.pace_s), SET_PACE, 1, 60, .help = "How long one pass takes, at most 60s."},
    {"breaths", schema_number, AT(dose.breaths), SET_BREATHS, 1, 100,
     .help = "How many breaths, each as long as `breathe`."},
    {"technique", schema_word, AT(dose.technique), .words = &technique_words, .noun = "technique",
     .help = "What the tool or the body does; default: as in the move."},
    {"pressure", field_value_pressure, AT(dose.pressure), SET_PRESSURE, 0, 10,
     .help = "The target pressure, instead of the move's."},
    {"breathe", field_value_breath, AT(dose.breathe), SET_BREATHE, 0, 20,
     .help = "How to breathe, instead of the move's."},
    {"cues", field_value_cues, AT(dose.cues), SET_CUES, .max = 4000, .table = &cue_table,
     .help = "What knead shows and says during the phase."},
    {"prepare", schema_duration, AT(prepare_s), SET_PREPARE, 0, ONE_HOUR_S,
     .help = "Time to move the tool or your body before the phase, on each side; default none."},
    {"setup", schema_text, AT(setup), .max = 4000, .help = "What to do in that time; shown and spoken."},
    {"position", position_value_ids, AT(dose.positions), SET_POSITION,
     .help = "The id of the position of the body, instead of the move's; or two, between which it moves."},
    {"tool_at", position_value_tool_at, AT(dose.tool_at), SET_TOOL_AT,
     .help = "Where the first tool is, instead of the move's: a part of the body and the side of it."},
};
const FieldTable phase_table = TABLE("a phase", phase_fields, offsetof(ROW, set));
#undef ROW

#define ROW MoveFields
static const Field move_fields[] = {
    {"use", schema_id, AT(use), .help = "The id of a shared move to start from; your keys replace its keys."},
    {"name", schema_line, AT(name), SET_NAME, .max = 80, .help = "The name of the move; required without use."},
    {"areas", schema_word_list, AT(areas), SET_AREAS, 1, .words = &area_words, .noun = "area",
     .help = "The body parts that it works; required without use."},
    {"where", schema_word_list, AT(where), .words = &place_words, .noun = "place",
     .help = "Where you can do it; default anywhere."},
    {"tools", field_value_tools, AT(tools),
     .help = "The tools you need; alternatives with a bar, the best first: therapy-ball | tennis-ball."},
    {"technique", schema_word, AT(dose.technique), .words = &technique_words, .noun = "technique",
     .help = "What the tool or the body does."},
    {"setup", field_value_setups, AT(setups), .max = 4000,
     .help = "How to get into position; shown and spoken during the set-up. A text, or a map with one for each tool."},
    {"sides", schema_word, AT(sides), SET_SIDES, .words = &sides_words, .noun = "choice of sides",
     .help = "Which sides; both is the full time on each."},
    {"first", schema_word, AT(first), SET_FIRST, .words = &first_words, .noun = "side",
     .help = "Which side comes first."},
    {"hold", field_value_hold, AT(dose.hold), SET_HOLD, 1, ONE_HOUR_S, .table = &hold_table,
     .help = "How long: a duration, a range such as 30s-90s, or {left: 90s, right: 60s}."},
    {"passes", schema_number, AT(dose.passes), SET_PASSES, 1, 200,
     .help = "How many strokes or presses, each as long as `pace`: a stroke is one way (there and back are two), a "
             "press includes its release, a circle is one round."},
    {"pace", schema_duration, AT(dose.pace_s), SET_PACE, 1, 60, .help = "How long one pass takes, at most 60s."},
    {"breaths", schema_number, AT(dose.breaths), SET_BREATHS, 1, 100,
     .help = "How many breaths, each as long as `breathe`."},
    {"phases", field_value_phases, AT(phases), SET_PHASES, .table = &phase_table,
     .help = "Several holds in a row, in one move."},
    {"pressure", field_value_pressure, AT(dose.pressure), SET_PRESSURE, 0, 10,
     .help = "How hard: 0 none, 1-3 light, 4-6 firm but you can breathe easily, 7 and more too much."},
    {"breathe", field_value_breath, AT(dose.breathe), SET_BREATHE, 0, 20,
     .help = "Seconds: in-out, in-hold-out or in-hold-out-hold."},
    {"cues", field_value_cues, AT(dose.cues), SET_CUES, .max = 4000, .table = &cue_table,
     .help = "What knead shows and says during the hold."},
    {"prepare", field_value_set_up_time, AT(prepare_s), SET_PREPARE, 0, ONE_HOUR_S,
     .help = "Time to set up, instead of the default; 0 for none."},
    {"switch", field_value_set_up_time, AT(switch_s), SET_SWITCH, 0, ONE_HOUR_S,
     .help = "Time to change to the second side, instead of the default; 0 for none."},
    {"position", position_value_ids, AT(dose.positions), SET_POSITION,
     .help = "The id of the position of the body; or two, between which it moves and back."},
    {"tool_at", position_value_tool_at, AT(dose.tool_at), SET_TOOL_AT,
     .help = "Where the first tool is: a part of the body and the side of it, such as calf below."},
    {"priority", schema_number, AT(priority), 0, 1, 3,
     .help = "1 must stay, 2 should stay (default), 3 is dropped first when time is short."},
    {"least", schema_duration, AT(least_s), 0, 1, ONE_HOUR_S,
     .help = "The shortest hold that still helps; default half the hold, at least 10s."},
    {"instead", schema_id_list, AT(instead), .help = "Shared moves that can replace it."},
    {"why", schema_line, AT(why), .max = 160, .help = "What the move is for, in one line."},
    {"keywords", field_value_keywords, AT(keywords), .max = 40, .help = "Other words that people look for it by."},
    {"cautions", schema_text_list, AT(cautions), .max = 4000,
     .help = "Warnings, shown before a session starts, with those of its routine."},
    {"feel", schema_text, AT(feel), .max = 4000, .help = "What it should feel like."},
    {"lighter", schema_text, AT(lighter), .max = 4000, .help = "How to make it gentler."},
    {"deeper", schema_text, AT(deeper), .max = 4000, .help = "How to make it stronger."},
    {"avoid", schema_text_list, AT(avoid), .max = 4000, .help = "Where not to press and when to stop."},
    {"not_with", schema_word_list, AT(not_with), .words = &health_words, .noun = "health word",
     .help = "knead leaves this move out for people with these conditions."},
    {"confirm", schema_text, AT(confirm), .max = 4000,
     .help = "A question to answer before the session; no leaves the move out."},
};
const FieldTable move_table = TABLE("a move", move_fields, offsetof(ROW, set));
#undef ROW

#define ROW RestFields
static const Field rest_fields[] = {
    {"rest", schema_duration, AT(rest_s), 0, 1, ONE_HOUR_S, .required = true, .help = "How long to rest."},
    {"say", schema_text, AT(say), .max = 4000, .help = "What knead shows and says during the rest."},
};
const FieldTable rest_table = TABLE("a rest", rest_fields, SIZE_MAX);
#undef ROW

#define ROW RepeatFields
static const Field repeat_fields[] = {
    {"repeat", schema_number, AT(times), 0, 2, 20, .required = true, .help = "How many rounds."},
    {"moves", field_value_node, AT(moves), .required = true, .help = "The moves of each round."},
    {"between", schema_duration, AT(between_s), 0, 1, ONE_HOUR_S, .help = "A rest after each round but the last."},
};
const FieldTable repeat_table = TABLE("a repeat", repeat_fields, SIZE_MAX);
#undef ROW

#define ROW DefinitionsFileFields
static const Field moves_file_fields[] = {
    {"knead", field_value_version, AT(version), 0, 1, 1, .required = true,
     .help = "The version of the format; the line is 'knead: 1'."},
    {"moves", field_value_node, AT(map), .required = true, .help = "The shared moves, by id."},
};
const FieldTable moves_file_table = TABLE("a file of shared moves", moves_file_fields, SIZE_MAX);

static const Field positions_file_fields[] = {
    {"knead", field_value_version, AT(version), 0, 1, 1, .required = true,
     .help = "The version of the format; the line is 'knead: 1'."},
    {"positions", field_value_node, AT(map), .required = true, .help = "The positions, by id."},
};
const FieldTable positions_file_table = TABLE("a file of positions", positions_file_fields, SIZE_MAX);
#undef ROW

#define ANGLES .min = -ANGLE_MOST, .max = ANGLE_MOST
#define LENGTHS .min = -LENGTH_MOST, .max = LENGTH_MOST

#define ROW LimbFields
static const Field arms_fields[] = {
    {"worked", position_value_arm, AT(worked), ANGLES, .required = true,
     .help = "The arm of the side that is worked: angles of upper arm, forearm and, if it differs, hand."},
    {"other", position_value_arm, AT(other), ANGLES, .required = true, .help = "The other arm, in the same way."},
};
const FieldTable arms_table = TABLE("arms", arms_fields, SIZE_MAX);
static const Field legs_fields[] = {
    {"worked", position_value_leg, AT(worked), ANGLES, .required = true,
     .help = "The leg of the side that is worked: angles of thigh, shin and foot."},
    {"other", position_value_leg, AT(other), ANGLES, .required = true, .help = "The other leg, in the same way."},
};
const FieldTable legs_table = TABLE("legs", legs_fields, SIZE_MAX);
#undef ROW

#define ROW PropFields
#define PROP_AT(kind) .at = offsetof(ROW, at) + (kind) * sizeof(((ROW *)0)->at[0]), .bit = 1u << (kind), LENGTHS
static const Field prop_fields[] = {
    {"wall", position_value_length, PROP_AT(PROP_WALL), .help = "A wall: its x."},
    {"desk", position_value_point, PROP_AT(PROP_DESK), .help = "A desk: the x of its near edge, the y of its top."},
    {"chair", position_value_point, PROP_AT(PROP_CHAIR), .help = "A chair: the x and y of the middle of its seat."},
    {"bed", position_value_length, PROP_AT(PROP_BED), .help = "A bed: the y of its top."},
    {"doorway", position_value_point, PROP_AT(PROP_DOORWAY), .help = "A doorway: the x of both posts."},
    {"block", position_value_point, PROP_AT(PROP_BLOCK), .help = "A block: the x of its middle, the y of its top."},
};
const FieldTable prop_table = TABLE("a prop", prop_fields, offsetof(ROW, set));
#undef ROW

#define ROW PositionFields
static const Field position_fields[] = {
    {"title", schema_line, AT(title), .max = 80, .required = true,
     .help = "The position in words, for anyone who does not see it."},
    {"view", schema_word, AT(view), .words = &position_view_words, .noun = "view",
     .help = "From where it is drawn; default side."},
    {"pelvis", position_value_point, AT(pelvis), SET_PELVIS, -LENGTH_MOST, LENGTH_MOST,
     .help = "Where the pelvis is: [x, y] in hundredths of a person's height; the floor is 0."},
    {"spine", position_value_bend, AT(spine), SET_SPINE, -ANGLE_MOST, ANGLE_MOST,
     .help = "How the trunk is turned, in degrees: 0 to the right, 90 up. An angle, or [lower, upper]."},
    {"head", position_value_bend, AT(head), SET_HEAD, -ANGLE_MOST, ANGLE_MOST,
     .help = "How neck and head are turned, in the same way."},
    {"arms", position_value_limbs, AT(arms), SET_ARMS, .table = &arms_table, .help = "The arms: worked and other."},
    {"legs", position_value_limbs, AT(legs), SET_LEGS, .table = &legs_table, .help = "The legs: worked and other."},
    {"props", position_value_props, AT(props), .table = &prop_table,
     .help = "What is around: a list of maps with one key each."},
    {"use", schema_id, AT(use), .help = "The id of a position to start from; your keys replace its keys."},
};
const FieldTable position_table = TABLE("a position", position_fields, offsetof(ROW, set));
#undef ROW

#define ROW ProgrammeFields
static const Field programme_fields[] = {
    {"knead", field_value_version, AT(version), 0, 1, 1, .required = true,
     .help = "The version of the format; the line is 'knead: 1'."},
    {"title", schema_line, AT(title), .max = 80, .required = true, .help = "The name of the programme."},
    {"for", schema_line, AT(whom), .max = 80, .help = "For whom it is, in one line."},
    {"summary", schema_text, AT(summary), .max = 4000, .help = "A paragraph about the programme."},
    {"check", field_value_check, AT(check), .max = 4000, .table = &check_table,
     .help = "A movement to try before and after the first session of each week. A text, or a map with what it is "
             "measured in."},
    {"cautions", schema_text_list, AT(cautions), .max = 4000, .help = "Warnings, shown before the programme starts."},
    {"sources", field_value_sources, AT(sources), .table = &source_table, .help = "Where the programme comes from."},
    {"weeks", field_value_node, AT(weeks), .required = true, .help = "The weeks, in order: 1 to 26."},
    {"routines", field_value_node, AT(routines),
     .help = "Whole routines by id, for a programme that needs no other file."},
};
const FieldTable programme_table = TABLE("a programme", programme_fields, SIZE_MAX);
#undef ROW

#define ROW WeekFields
static const Field week_fields[] = {
    {"title", schema_line, AT(title), .max = 80, .help = "What the week is about."},
    {"level", schema_word, AT(level), .words = &level_words, .noun = "level",
     .help = "How hard its sessions ask you to press; default standard."},
    {"days", field_value_node, AT(days), .required = true,
     .help = "Seven days: each the id of a routine, a wish, or rest. One at least is rest."},
};
const FieldTable week_table = TABLE("a week", week_fields, SIZE_MAX);
#undef ROW

#define ROW WishFields
static const Field wish_fields[] = {
    {"compose", schema_line_list, AT(words), 0, 1, 80, .required = true,
     .help = "What to compose a routine for, as with `knead compose --for`: hips, or stiff neck."},
    {"minutes", schema_number, AT(minutes), 0, 3, 60, .help = "How long it is; default as in your settings."},
    {"place", schema_word_list, AT(places), .words = &place_words, .noun = "place",
     .help = "Where it is done; default as in your settings."},
    {"tools", schema_id_list, AT(tools), SET_WISH_TOOLS,
     .help = "The tools to use; [] for none; default as in your settings."},
    {"goal", schema_word, AT(goal), SET_WISH_GOAL, .words = &goal_words, .noun = "goal", .help = "What it is for."},
};
const FieldTable wish_table = TABLE("a wish", wish_fields, offsetof(ROW, set));
#undef ROW
