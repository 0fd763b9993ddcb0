/* SPDX-License-Identifier: MIT */
#include "routine/tool_guide.h"

#include "base/macros.h"
#include "base/text.h"

/* A tennis ball is hollow and gives under weight, a therapy ball is solid but pliable: neither is clearly the softer
 * one. */
const ToolGuide tool_guides[] = {
    {"soft-ball", "Soft ball", 1,
     "The belly, the front of the hip and the neck, where nothing hard belongs. The gentlest way to begin.",
     "A play ball of about 20 cm, half blown up, or a thick folded towel.",
     "It should give way under you. If it pushes back, let some air out."},
    {"rolled-sock", "Rolled sock", 2, "Beside the hollow of the knee, where anything hard is too much.",
     "A soft ball, or two of your fingers.", "Never in the hollow of the knee itself."},
    {"towel", "Towel", 2,
     "A thick folded pad for the belly and the front of the hip. Over a ball or roller it makes that softer.",
     "A jumper or a small, firm cushion.", "Fold it flat, without knots or seams on top."},
    {"soft-roller", "Soft roller", 2,
     "Calves, the side of the ribs and the upper back, with wide and even pressure. Good for beginners and sore legs.",
     "A yoga mat or a blanket, rolled up tightly and tied.",
     "Keep it off the lower back, the knees and the hip bones."},
    {"large-ball", "Large ball", 3,
     "A rubber ball of 9 to 10 cm. Thigh, hip and side, for those who find a small ball too sharp.",
     "A rubber toy ball of that size, or two tennis balls tied in a sock.",
     "It lifts you higher: keep a hand or a foot on the floor."},
    {"therapy-ball", "Therapy ball", 4,
     "Rubber that grips, 6 to 7 cm: it holds the skin and does not slide away. The one ball for nearly everything.",
     "A tennis ball; it grips less.", "Keep it off bones and joints, and never stand on balls with both feet."},
    {"tennis-ball", "Tennis ball", 4,
     "Nearly everything, at hardly any cost. It is hollow and gives way: good to begin with, too soft for some calves.",
     "Any rubber ball of that size.",
     "It slides on a bare floor: use a mat, or put it in a sock. In a long sock it hangs over the shoulder at a wall."},
    {"ball-pair", "Two balls", 4,
     "Both sides of the spine at once, with a gap for the spine itself. Under a thigh, a wider surface.",
     "Two tennis balls side by side.", "Only muscle rests on the balls, never the spine."},
    {"peanut", "Two balls tied in a sock", 4,
     "The upper back and the base of the skull, where two loose balls would roll apart.",
     "Two tennis balls in a sock, knotted so that they touch.", "The spine stays above the dip between the balls."},
    {"roller", "Firm roller", 5,
     "Long, strong muscles: the thighs, the calves and the upper back. Wide pressure over a large area.",
     "A full plastic bottle under a towel, or a ball, which presses on one spot.",
     "Your weight makes it strong: keep a hand or a foot on the floor. Keep it off the lower back, knees and hip "
     "bones."},
    {"bottle", "Full bottle", 6, "Calves, thighs, forearms and soles, where there is no roller or ball.",
     "A rolling pin, or a full can.", "Plastic or metal, the cap closed tightly. Never glass."},
    {"frozen-bottle", "Frozen bottle", 6, "Tired soles: the cold and the rolling together.",
     "A plastic bottle in the freezer, three quarters full, so that the ice has room.",
     "Sock on, and keep it moving. Stop when the skin is numb, and after 5 minutes on one foot. Then stay seated until "
     "the floor is dry."},
    {"cold-can", "Cold can", 6, "Tired soles, with less cold than a frozen bottle.", "A full can from the fridge.",
     "Sock on, keep it moving, and stay seated."},
    {"rolling-pin", "Rolling pin", 6,
     "Thighs and forearms. On the thigh your own hands push it, so it presses no harder than you like.",
     "A full bottle.", "On muscle only: not on the kneecap, the elbow or the shin bone."},
    {"lacrosse-ball", "Lacrosse ball", 7,
     "One tender point in a strong muscle, such as the buttock, the calf or the sole. For those who are used to it.",
     "A baseball or a hockey ball; a tennis ball or a towel over it for less.",
     "It is hard and does not give: begin with little weight. Not in your first weeks, and not if you bruise easily."},
    {"handle", "Rounded handle", 8,
     "One point in the buttock at a time. Your own hand pushes it in, holds, and lets go.",
     "The blunt, rounded end of a screwdriver's handle, a rolling pin or an umbrella.",
     "Press with the rounded end of the handle only, never with the shaft or a metal end. Hold it still: no rubbing."},
    {"block", "Block", 0, "Lifts a ball or your heels off the floor, or gives your hands something to lean on.",
     "A thick book, or a low step.", "It must stand firmly: flat side down, and not on a slippery floor."},
    {"book", "Thick book", 0, "Lifts a ball off the floor, as a block does.",
     "A block, or two thinner books in a towel.", "Hard covers, lying flat. It must not slide."},
    {"chair", "Chair", 0, "Something to lean your hands on, or to rest your calves on while you lie down.",
     "A sofa, a low bench or the side of a bed.", "Four firm legs and no wheels."},
};
const size_t tool_guide_count = ARRAY_LEN(tool_guides);

const ToolGuide *tool_guide_find(const char *id)
{
    for (size_t i = 0; i < ARRAY_LEN(tool_guides); i++) {
        if (text_same(tool_guides[i].id, id))
            return &tool_guides[i];
    }
    return NULL;
}

const char *tool_guide_firmness(int firmness)
{
    static const char *const words[TOOL_FIRMNESS_MOST + 1] = {NULL,   "very soft",  "soft", "fairly soft", "medium",
                                                              "firm", "quite hard", "hard", "very hard"};
    return words[firmness];
}
