/* SPDX-License-Identifier: MIT */
/* Positions as they are drawn: those that come with the program, in a terminal of any size and kind, and as pictures. */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/macros.h"
#include "support/golden.h"
#include "support/shipped.h"
#include "ui/body/contact.h"
#include "ui/body/posture_draw.h"
#include "ui/body/posture_svg.h"
#include "ui/body/skeleton.h"

Suite *suite_posture(void);

static const Look looks[] = {
    {.colours = 256, .is_utf8 = true}, {.colours = 256, .is_utf8 = true, .is_light = true},
    {.colours = 16, .is_utf8 = true},  {.colours = 8, .is_utf8 = true, .is_halves_only = true},
    {.colours = 0, .is_utf8 = true},
};

static const Position *position_of(const char *id)
{
    const Position *position = library_position(shipped.library, NULL, id, &shipped.arena);
    ck_assert_msg(position != NULL, "there is no position '%s'", id);
    return position;
}

/* What a move shows, on the right where it has sides. */
static Posture posture_of(const Move *move)
{
    Posture posture = {.from = position_of(move->positions.items[0]), .tool_at = move->tool_at, .side = SIDE_NONE};
    if (move->positions.count > 1)
        posture.to = position_of(move->positions.items[1]);
    posture_add_work(&posture, &move->areas, &move->tools, &(TextList){0});
    if (move->sides != SIDES_NONE)
        posture.side = SIDE_RIGHT;
    return posture;
}

static Posture posture_of_id(const char *id)
{
    return posture_of(shipped_move(id));
}

/* Cells outside of what was returned stay as they were; something is drawn inside. */
static void check_inside(const Posture *posture, Look look, int columns, int rows)
{
    Canvas canvas;
    canvas_init(&canvas, columns + 4, rows + 4, look);
    const Rect place = posture_draw(&canvas, (Rect){2, 2, columns, rows}, posture);
    ck_assert_int_ge(place.x, 2);
    ck_assert_int_ge(place.y, 2);
    ck_assert_int_le(place.x + place.width, 2 + columns);
    ck_assert_int_le(place.y + place.height, 2 + rows);
    int drawn = 0;
    for (int y = 0; y < canvas.height; y++) {
        for (int x = 0; x < canvas.width; x++) {
            const bool is_inside = x >= place.x && x < place.x + place.width && y >= place.y &&
                                   y < place.y + place.height;
            const bool is_blank = canvas.cells[y * canvas.width + x].glyph == ' ';
            if (!is_inside && !is_blank) /* an assertion that holds costs a write, too much for each cell */
                ck_abort_msg("%s: draws at %d %d of %dx%d", posture->from->id, x, y, columns, rows);
            drawn += !is_blank;
        }
    }
    ck_assert_msg(drawn > place.width * place.height / 6, "%s: nothing to be seen at %dx%d", posture->from->id, columns,
                  rows);
    canvas_release(&canvas);
}

START_TEST(stays_in_its_rectangle)
{
    static const int sizes[][2] = {{24, 8}, {25, 9}, {24, 40}, {40, 14}, {60, 18}, {120, 9}, {133, 50}};
    for (size_t i = 0; i < shipped.count; i++) {
        Posture posture = posture_of(shipped.items[i].move);
        for (size_t k = 0; k < ARRAY_LEN(sizes); k++) {
            posture.thousandths = (int32_t)(k * 150);
            check_inside(&posture, looks[_i], sizes[k][0], sizes[k][1]);
        }
    }
}
END_TEST

/* A cell with its quarters, or its colours, exchanged. */
static int32_t mirrored(int32_t glyph)
{
    static const int32_t pairs[][2] = {{0x2598, 0x259D}, {0x2596, 0x2597}, {0x258C, 0x2590},
                                       {0x259E, 0x259A}, {0x259B, 0x259C}, {0x2599, 0x259F}};
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        if (glyph == pairs[i][0] || glyph == pairs[i][1])
            return glyph == pairs[i][0] ? pairs[i][1] : pairs[i][0];
    }
    return glyph;
}

/* What a cell looks like from left to right: where two colours fill it, either may be the ground. */
static void check_mirrored(const Cell *right, const Cell *left, const char *id)
{
    static const int32_t whole[][2] = {{0x258C, 0x2590}, {0x2580, 0x2584}, {0x259E, 0x259A}, {0x2598, 0x259F},
                                       {0x259D, 0x2599}, {0x2596, 0x259C}, {0x2597, 0x259B}};
    const int32_t glyph = mirrored(right->glyph);
    bool is_same = glyph == left->glyph && right->style.ink == left->style.ink &&
                   right->style.ground == left->style.ground;
    for (size_t i = 0; i < ARRAY_LEN(whole); i++) {
        const bool is_turned = (whole[i][0] == glyph && whole[i][1] == left->glyph) ||
                               (whole[i][1] == glyph && whole[i][0] == left->glyph);
        is_same = is_same ||
                  (is_turned && right->style.ink == left->style.ground && right->style.ground == left->style.ink);
    }
    if (!is_same) /* an assertion that holds costs a write, too much for each cell */
        ck_abort_msg("%s: %x is mirrored as %x", id, (unsigned)right->glyph, (unsigned)left->glyph);
}

START_TEST(left_is_right_mirrored)
{
    for (size_t i = 0; i < shipped.count; i++) {
        Posture posture = posture_of(shipped.items[i].move);
        Canvas right, left;
        canvas_init(&right, 40, 14, looks[0]);
        canvas_init(&left, 40, 14, looks[0]);
        if (posture.side == SIDE_NONE)
            continue;
        const Rect place = posture_draw(&right, (Rect){0, 0, 40, 14}, &posture);
        posture.side = SIDE_LEFT;
        const Rect other = posture_draw(&left, (Rect){0, 0, 40, 14}, &posture);
        ck_assert_int_eq(place.x, other.x);
        ck_assert_int_eq(place.width, other.width);
        for (int y = 0; y < place.height; y++) {
            for (int x = 0; x < place.width; x++)
                check_mirrored(&right.cells[y * 40 + place.x + x], &left.cells[y * 40 + place.x + place.width - 1 - x],
                               posture.from->id);
        }
        canvas_release(&right);
        canvas_release(&left);
    }
}
END_TEST

/* Not in ASCII, and not where nobody could tell what it is. */
START_TEST(is_not_drawn_where_it_cannot_be_seen)
{
    const struct {
        Look look;
        int columns, rows;
    } cases[] = {
        {{.colours = 256}, 60, 18},
        {{.colours = 256, .is_utf8 = true}, POSTURE_WIDTH_LEAST - 1, 18},
        {{.colours = 256, .is_utf8 = true}, 60, POSTURE_ROWS_LEAST - 1},
    };
    const Posture posture = posture_of_id("calf-milker");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        Canvas canvas;
        canvas_init(&canvas, 60, 18, cases[i].look);
        const Rect place = posture_draw(&canvas, (Rect){0, 0, cases[i].columns, cases[i].rows}, &posture);
        ck_assert_int_eq(place.width * place.height, 0);
        for (int k = 0; k < 60 * 18; k++)
            ck_assert_int_eq(canvas.cells[k].glyph, ' ');
        canvas_release(&canvas);
    }
}
END_TEST

/* One that moves has the same size and place all the way, and its ends are the two positions. */
START_TEST(keeps_its_place_while_it_moves)
{
    Posture posture = posture_of_id("dy-bridge");
    Canvas canvas;
    canvas_init(&canvas, 40, 14, looks[0]);
    const Rect first = posture_draw(&canvas, (Rect){0, 0, 40, 14}, &posture);
    for (posture.thousandths = 0; posture.thousandths <= 1000; posture.thousandths += 125) {
        const Rect next = posture_draw(&canvas, (Rect){0, 0, 40, 14}, &posture);
        ck_assert_mem_eq(&first, &next, sizeof first);
    }
    canvas_release(&canvas);
    PostureShapes middle, end;
    posture.thousandths = 1000;
    posture_shapes(&posture, &middle);
    posture.from = posture.to;
    posture.to = NULL;
    posture_shapes(&posture, &end);
    ck_assert_int_eq(middle.count, end.count);
    for (int i = 0; i < end.count; i++)
        ck_assert(end.shapes[i].is_box || fabsf(middle.shapes[i].x1 - end.shapes[i].x1) < 0.01F);
}
END_TEST

typedef struct Picture {
    const char *move;
    Side side;
    int32_t thousandths;
} Picture;

static const Picture pictures[] = {
    {"calf-milker", SIDE_RIGHT, 0}, {"calf-milker", SIDE_LEFT, 0},    {"itb-side", SIDE_RIGHT, 0},
    {"trap-wall", SIDE_RIGHT, 0},   {"foot-centre", SIDE_RIGHT, 500}, {"st-butterfly", SIDE_NONE, 0},
    {"dy-bridge", SIDE_NONE, 1000}, {"dy-cat", SIDE_NONE, 500},       {"hip-hand", SIDE_RIGHT, 0},
    {"back-roller", SIDE_NONE, 0},  {"ham-chair", SIDE_LEFT, 0},
};

/* The pictures as text, with a letter for each colour beside them. */
START_TEST(looks_as_it_did)
{
    static const int sizes[][2] = {{24, 8}, {40, 14}, {60, 18}};
    const int columns = sizes[_i][0], rows = sizes[_i][1];
    Text text = {0};
    for (size_t i = 0; i < ARRAY_LEN(pictures); i++) {
        Posture posture = posture_of_id(pictures[i].move);
        posture.side = pictures[i].side;
        posture.thousandths = pictures[i].thousandths;
        Canvas canvas;
        canvas_init(&canvas, columns, rows, looks[0]);
        posture_draw(&canvas, (Rect){0, 0, columns, rows}, &posture);
        text_print(&text, "%s: %s\n", pictures[i].move, posture.from->title);
        canvas_dump(&canvas, true, &text);
        canvas_release(&canvas);
    }
    char name[40];
    snprintf(name, sizeof name, "postures-%dx%d.txt", columns, rows);
    golden_check(name, text_show(&text));
    text_release(&text);
}
END_TEST

/* Without colours the tool is solid, and nothing else is. */
START_TEST(the_tool_is_seen_without_colours)
{
    const Posture posture = posture_of_id("calf-milker");
    Canvas canvas;
    canvas_init(&canvas, 40, 14, (Look){.is_utf8 = true});
    posture_draw(&canvas, (Rect){0, 0, 40, 14}, &posture);
    int solid = 0;
    for (int i = 0; i < 40 * 14; i++) {
        const Cell *cell = &canvas.cells[i];
        const bool is_shade = cell->glyph >= 0x2591 && cell->glyph <= 0x2593;
        ck_assert(cell->glyph == ' ' || is_shade || cell->style.ink == ROLE_ACCENT);
        solid += cell->style.ink == ROLE_ACCENT;
    }
    ck_assert_int_ge(solid, 1);
    canvas_release(&canvas);
}
END_TEST

/* The dots of a cell that have the tool's colour, as bits: upper left, upper right, lower left, lower right. */
static unsigned tool_dots(const Cell *cell)
{
    static const int32_t quarters[] = {' ',    0x2598, 0x259D, 0x2580, 0x2596, 0x258C, 0x259E, 0x259B,
                                       0x2597, 0x259A, 0x2590, 0x259C, 0x2584, 0x2599, 0x259F, 0x2588};
    for (unsigned i = 0; i < ARRAY_LEN(quarters); i++) {
        if (cell->glyph == quarters[i])
            return cell->style.ink == ROLE_ACCENT ? i : cell->style.ground == ROLE_ACCENT ? ~i & 0xFU : 0;
    }
    return 0;
}

enum { DOTS_ACROSS = 80, DOTS_DOWN = 28 };

/* Where the tool's dots in a row begin and end; false if it has none. They have no gap. */
static bool tool_row(const Canvas *canvas, int y, int *first, int *end, const char *id)
{
    int count = 0;
    *first = *end = 0;
    for (int x = 0; x < DOTS_ACROSS; x++) {
        if (!(tool_dots(&canvas->cells[y / 2 * canvas->width + x / 2]) >> (y % 2 * 2 + x % 2) & 1U))
            continue;
        *first = count++ == 0 ? x : *first;
        *end = x + 1;
    }
    ck_assert_msg(*end - *first == count, "%s: its tool has a gap", id);
    return count > 0;
}

/* As wide as it is high, where a dot is twice as high as it is wide, and the same above and below. */
static void check_ball(const Canvas *canvas, const char *id)
{
    int top = 0, rows = 0, widest = 0, middle = 0, first = 0, end = 0, widths[DOTS_DOWN] = {0};
    for (int y = 0; y < DOTS_DOWN; y++) {
        if (!tool_row(canvas, y, &first, &end, id))
            continue;
        top = rows++ == 0 ? y : top;
        ck_assert_msg(rows == 1 || first + end == middle, "%s: its tool is not round", id);
        middle = first + end;
        widths[y] = end - first;
        widest = widths[y] > widest ? widths[y] : widest;
    }
    ck_assert_msg(rows >= 2 && widest == 2 * rows, "%s: its tool is %d wide and %d high", id, widest, rows);
    for (int i = 0; i < rows; i++)
        ck_assert_msg(widths[top + i] == widths[top + rows - 1 - i], "%s: its tool is not round", id);
}

/* What a hand presses into the body is seen beside the hand. */
static void check_held(const Canvas *canvas, const char *id)
{
    int dots = 0;
    for (int y = 0; y < DOTS_DOWN; y++) {
        for (int x = 0; x < DOTS_ACROSS; x++)
            dots += (int)(tool_dots(&canvas->cells[y / 2 * canvas->width + x / 2]) >> (y % 2 * 2 + x % 2) & 1U);
    }
    ck_assert_msg(dots >= 6, "%s: of its tool only %d dots are seen", id, dots);
}

static bool is_held(const Posture *posture)
{
    PostureShapes shapes;
    posture_shapes(posture, &shapes);
    return shapes.shapes[shapes.count - 1].segment == SEGMENT_HAND;
}

START_TEST(the_tool_is_round_and_whole)
{
    for (size_t i = 0; i < shipped.count; i++) {
        Posture posture = posture_of(shipped.items[i].move);
        if (!posture.tool || contact_tool_radius(posture.tool) <= 0)
            continue;
        for (posture.thousandths = 0; posture.thousandths <= 1000; posture.thousandths += 250) {
            Canvas canvas;
            canvas_init(&canvas, DOTS_ACROSS / 2, DOTS_DOWN / 2, looks[0]);
            posture_draw(&canvas, (Rect){0, 0, DOTS_ACROSS / 2, DOTS_DOWN / 2}, &posture);
            (is_held(&posture) ? check_held : check_ball)(&canvas, shipped.items[i].id);
            canvas_release(&canvas);
        }
    }
}
END_TEST

/* How a leg lies in a position that is drawn from the side. */
static const struct {
    const char *position;
    bool is_crossed;
} side_legs[] = {
    {"back-figure-four", true},     {"sit-figure-four", true}, {"desk-figure-four", true}, {"back-calf-on-knee", false},
    {"back-hands-on-thigh", false}, {"quad-stretch", false},   {"march", false},           {"sit-foot-on-ball", false},
    {"sit-leg-long", false},
};

/* The knee of a crossed leg hangs beside the middle of the other thigh, on the side away from its front, and its ankle
 * is at the other knee. One that is not crossed is as long as its thigh. */
START_TEST(a_leg_crosses_at_the_other_knee)
{
    Skeleton body;
    skeleton_of(position_of(side_legs[_i].position), &body);
    const Limb *leg = &body.legs[LIMB_WORKED], *other = &body.legs[LIMB_OTHER];
    const Point hip = leg->joints[0], knee = leg->joints[1], ankle = leg->joints[2], thigh = other->directions[0];
    const Point from_hip = {knee.x - other->joints[0].x, knee.y - other->joints[0].y};
    const float along = from_hip.x * thigh.x + from_hip.y * thigh.y,
                aside = from_hip.y * thigh.x - from_hip.x * thigh.y;
    const float length = hypotf(knee.x - hip.x, knee.y - hip.y);
    if (!side_legs[_i].is_crossed) {
        ck_assert_float_eq_tol(length, 25, 0.1F);
        return;
    }
    ck_assert_msg(along > 10 && along < 18, "the knee is %.1f along the other thigh", (double)along);
    ck_assert_msg(aside < -5 && aside > -11, "the knee is %.1f aside of the other thigh", (double)aside);
    ck_assert_float_lt(hypotf(ankle.x - other->joints[1].x, ankle.y - other->joints[1].y), 7);
    ck_assert_float_lt(length, 20);
}
END_TEST

static const struct {
    const char *position;
    bool is_crossed;
} front_legs[] = {
    {"chair-ankle-on-knee", true},
    {"chair-figure-four", true},
    {"chair-hand-on-head", false},
    {"chair-hand-on-inner-thigh", false},
};

/* Thighs of whoever sits on a chair point to the eye. Both feet are on the floor, or one ankle is on the other knee. */
START_TEST(thighs_on_a_chair_point_to_the_eye)
{
    Skeleton body;
    skeleton_of(position_of(front_legs[_i].position), &body);
    for (int limb = 0; limb < LIMB_COUNT; limb++) {
        const Point *joints = body.legs[limb].joints, knee = body.legs[LIMB_OTHER].joints[1];
        ck_assert_int_eq(body.legs[limb].is_foot_aside, limb == LIMB_WORKED && front_legs[_i].is_crossed);
        ck_assert_float_lt(hypotf(joints[1].x - joints[0].x, joints[1].y - joints[0].y), 16);
        if (limb == LIMB_WORKED && front_legs[_i].is_crossed) {
            ck_assert_float_lt(fabsf(joints[2].x - knee.x), 4);
            ck_assert_float_gt(joints[2].y, knee.y);
            ck_assert_float_lt(joints[2].y, knee.y + 9);
        } else {
            ck_assert_float_gt(joints[2].y, 0);
            ck_assert_float_lt(joints[2].y, 6);
        }
    }
}
END_TEST

/* The foot of a leg that lies across the other hangs beyond it, with its sole away from the body. */
START_TEST(a_crossed_foot_hangs_beside_the_other_leg)
{
    Skeleton body;
    skeleton_of(position_of("chair-ankle-on-knee"), &body);
    const Point toes = body.legs[LIMB_WORKED].joints[3], ankle = body.legs[LIMB_WORKED].joints[2],
                knee = body.legs[LIMB_OTHER].joints[1];
    ck_assert_float_lt(toes.x, knee.x - 5);
    ck_assert_float_lt(toes.y, ankle.y - 6);
}
END_TEST

/* Where the chest is crossed by an arm, the hand is little further than the other shoulder; the other forearm is in
 * front. */
START_TEST(an_arm_across_the_chest_goes_round_it)
{
    const Posture posture = posture_of_id("st-cross-arm");
    PostureShapes shapes;
    Skeleton body;
    posture_shapes(&posture, &shapes);
    skeleton_of(posture.from, &body);
    const Point tips = body.arms[LIMB_WORKED].joints[3], shoulder = body.arms[LIMB_OTHER].joints[0];
    ck_assert_float_lt(tips.x, shoulder.x - 2);
    ck_assert_float_gt(tips.x, shoulder.x - 12);
    const PostureShape *last = &shapes.shapes[shapes.count - 1];
    ck_assert_int_eq(last->segment, SEGMENT_HAND);
    ck_assert_int_eq(last->tone, POSTURE_LEG);
}
END_TEST

/* With the ball below the base of the toes the heel is on the floor, and the toes are higher. */
START_TEST(the_heel_is_down_where_toes_are_up)
{
    const Posture posture = posture_of_id("calf-toes-up");
    Contact forefoot;
    Skeleton body;
    skeleton_of(posture.from, &body);
    const Limb *leg = &body.legs[LIMB_WORKED];
    ck_assert(contact_of(posture.from, posture.tool_at, &forefoot));
    ck_assert_float_gt(forefoot.x, leg->joints[2].x + 5);
    ck_assert_float_gt(forefoot.y, 3);
    ck_assert_float_gt(leg->joints[3].y, leg->joints[2].y + 1);
}
END_TEST

/* Tools that move, and how far for each part of the way of the body that they touch. */
static const struct {
    const char *move;
    float part;
} rolled[] = {
    {"foot-centre", 0.5F}, {"foot-inner", 0.5F}, {"foot-outer", 0.5F}, {"foot-sit", 0.5F},
    {"foot-frozen", 0.5F}, {"ham-roller", 1},    {"quad-roller", 1},
};

/* What a foot rolls is before the middle of the sole at first, and behind it at last. */
START_TEST(what_a_foot_rolls_goes_half_as_far)
{
    Posture posture = posture_of_id(rolled[_i].move);
    float tools[3], skins[3];
    for (int i = 0; i < 3; i++) {
        PostureShapes shapes;
        Contact contact;
        Position mixed = *posture.from;
        posture.thousandths = 500 * i;
        position_mix(&mixed, posture.from, posture.to, posture.thousandths);
        ck_assert(contact_of(&mixed, posture.tool_at, &contact));
        posture_shapes(&posture, &shapes);
        const PostureShape *tool = &shapes.shapes[shapes.count - 1];
        ck_assert_int_eq(tool->tone, POSTURE_TOOL);
        tools[i] = tool->x1;
        skins[i] = contact.x + tool->r1 * contact.out_x;
    }
    const float way = skins[2] - skins[0];
    ck_assert_float_gt(fabsf(way), 2);
    ck_assert_float_eq_tol((tools[2] - tools[0]) / way, rolled[_i].part, 0.05F);
    ck_assert_float_eq_tol(tools[1], skins[1], 1);
    if (rolled[_i].part < 1) {
        ck_assert_float_gt(tools[0], skins[0] + 1);
        ck_assert_float_lt(tools[2], skins[2] - 1);
    }
}
END_TEST

/* Which moves are cut where there are few rows, and how high what is left is for each part of the whole. */
static const struct {
    const char *move;
    float least, most;
} cut[] = {
    {"trap-wall", 0.6F, 0.8F},  {"dy-neck", 0.7F, 0.85F}, {"foot-centre", 0.6F, 0.7F}, {"back-wall", 1, 1},
    {"st-fig4-standing", 1, 1}, {"st-calf", 1, 1},        {"calf-milker", 1, 1},
};

START_TEST(shows_what_matters_of_someone_upright)
{
    const Posture posture = posture_of_id(cut[_i].move);
    PostureShapes shapes;
    posture_shapes(&posture, &shapes);
    const PostureSize size = posture_draw_size(&posture);
    const float part = size.height / shapes.frame.top;
    ck_assert_float_eq(size.width, shapes.frame.right - shapes.frame.left);
    ck_assert_msg(part >= cut[_i].least && part <= cut[_i].most, "%s: %.2f of it is shown", cut[_i].move, (double)part);
}
END_TEST

START_TEST(is_a_picture)
{
    Posture posture = posture_of_id("calf-milker");
    Position own = *posture.from;
    own.title = "Feet < hands & head";
    posture.from = &own;
    Text text = {0};
    posture_svg(&text, &posture, 480);
    golden_check("posture.svg", text_show(&text));
    ck_assert_ptr_nonnull(strstr(text_show(&text), "<title>Feet &lt; hands &amp; head</title>"));
    text_release(&text);
}
END_TEST

/* From the front, a hand that presses a ball into the body is in front of it, and holds it all the way. What lies in the
 * palm that is worked is in front. */
static const struct {
    const char *move;
    bool is_held;
} held[] = {
    {"trap-hand", true}, {"neck-hand", true},   {"pec-hand", true},
    {"hip-hand", true},  {"palm-thumb", false}, {"back-wall", false},
};

START_TEST(a_hand_is_over_the_ball_that_it_presses)
{
    Posture posture = posture_of_id(held[_i].move);
    for (posture.thousandths = 0; posture.thousandths <= 1000; posture.thousandths += 500)
        ck_assert_msg(is_held(&posture) == held[_i].is_held, "%s at %d", held[_i].move, (int)posture.thousandths);
}
END_TEST

/* A breath lifts the belly and the hand on it, by more than is lost in drawing; the back stays on the floor. */
START_TEST(a_breath_lifts_the_belly_alone)
{
    Posture posture = posture_of_id("breath");
    float tops[2] = {0}, lowest[2] = {1, 1};
    for (int end = 0; end < 2; end++) {
        PostureShapes shapes;
        posture.thousandths = 1000 * end;
        posture_shapes(&posture, &shapes);
        for (int i = 0; i < shapes.count; i++) {
            const PostureShape *shape = &shapes.shapes[i];
            if (shape->segment == SEGMENT_WAIST) {
                tops[end] = fmaxf(tops[end], shape->y1 + shape->r1);
                lowest[end] = fminf(lowest[end], shape->y1 - shape->r1);
            }
        }
    }
    ck_assert_float_gt(tops[1], tops[0] + 2);
    ck_assert_float_lt(fabsf(lowest[1] - lowest[0]), 0.1F);
    ck_assert_float_lt(lowest[0], 0.8F);
}
END_TEST

/* What is held against a wall goes half as far down as the body, so that it is higher on it at last. */
START_TEST(a_ball_rolls_on_the_wall)
{
    Posture posture = posture_of_id("back-wall");
    float tools[2];
    for (int end = 0; end < 2; end++) {
        PostureShapes shapes;
        posture.thousandths = 1000 * end;
        posture_shapes(&posture, &shapes);
        ck_assert_int_eq(shapes.shapes[shapes.count - 1].tone, POSTURE_TOOL);
        tools[end] = shapes.shapes[shapes.count - 1].y1;
    }
    const float way = (float)(posture.to->pelvis_y - posture.from->pelvis_y) / 10;
    ck_assert_float_lt(way, -6);
    ck_assert_float_eq_tol((tools[1] - tools[0]) / way, 0.5F, 0.05F);
}
END_TEST

Suite *suite_posture(void)
{
    Suite *suite = suite_create("posture");
    TCase *tests = tcase_create("posture");
    tcase_add_unchecked_fixture(tests, read_shipped, release_shipped);
    tcase_add_loop_test(tests, stays_in_its_rectangle, 0, ARRAY_LEN(looks));
    tcase_add_test(tests, left_is_right_mirrored);
    tcase_add_test(tests, is_not_drawn_where_it_cannot_be_seen);
    tcase_add_test(tests, keeps_its_place_while_it_moves);
    tcase_add_loop_test(tests, looks_as_it_did, 0, 3);
    tcase_add_test(tests, the_tool_is_seen_without_colours);
    tcase_add_test(tests, the_tool_is_round_and_whole);
    tcase_add_loop_test(tests, a_leg_crosses_at_the_other_knee, 0, ARRAY_LEN(side_legs));
    tcase_add_loop_test(tests, thighs_on_a_chair_point_to_the_eye, 0, ARRAY_LEN(front_legs));
    tcase_add_loop_test(tests, what_a_foot_rolls_goes_half_as_far, 0, ARRAY_LEN(rolled));
    tcase_add_test(tests, a_crossed_foot_hangs_beside_the_other_leg);
    tcase_add_test(tests, an_arm_across_the_chest_goes_round_it);
    tcase_add_loop_test(tests, a_hand_is_over_the_ball_that_it_presses, 0, ARRAY_LEN(held));
    tcase_add_test(tests, a_breath_lifts_the_belly_alone);
    tcase_add_test(tests, a_ball_rolls_on_the_wall);
    tcase_add_test(tests, the_heel_is_down_where_toes_are_up);
    tcase_add_loop_test(tests, shows_what_matters_of_someone_upright, 0, ARRAY_LEN(cut));
    tcase_add_test(tests, is_a_picture);
    tcase_set_timeout(tests, 60);
    suite_add_tcase(suite, tests);
    return suite;
}
