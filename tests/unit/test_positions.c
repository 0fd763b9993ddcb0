/* SPDX-License-Identifier: MIT */
/* Positions of the body: as numbers, mixed, and found in the folders of a library. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/macros.h"
#include "base/memory.h"
#include "base/text.h"
#include "routine/library.h"
#include "routine/position.h"
#include "support/following.h"
#include "support/golden.h"
#include "support/scratch.h"

Suite *suite_positions(void);

#define ROUTINE "knead: 1\ntitle: A\nmoves:\n  - {name: A, areas: calves, hold: 30s, position: %s}\n"
#define BODY(pelvis)                                                                                                   \
    "    pelvis: " pelvis "\n    spine: 100\n    head: [97, 92.5]\n"                                                   \
    "    arms: {worked: [-58, -62.5], other: [-75, -80, 12]}\n    legs: {worked: [6, -2, 78], other: [42, -55, 5]}\n"
#define SITTING "knead: 1\npositions:\n  sitting:\n    title: %s\n" BODY("[0, 9]")

static void add_numbers(Text *into, const char *name, const int32_t *numbers, size_t count)
{
    text_print(into, " %s", name);
    for (size_t i = 0; i < count; i++)
        text_print(into, "%s%d", i == 0 ? "=" : ",", (int)numbers[i]);
}

/* All of a position as a line, to free(). */
static char *line_of(const Position *position)
{
    Text line = {0};
    if (!position)
        return memory_copy_text("none");
    text_print(&line, "%s '%s' %s pelvis=%d,%d", position->id, position->title,
               position_view_words.items[position->view], (int)position->pelvis_x, (int)position->pelvis_y);
    add_numbers(&line, "spine", position->spine, 2);
    add_numbers(&line, "head", position->head, 2);
    for (size_t i = 0; i < LIMB_COUNT; i++) {
        add_numbers(&line, "arm", position->arms[i], LIMB_PARTS);
        add_numbers(&line, "leg", position->legs[i], LIMB_PARTS);
    }
    for (size_t i = 0; i < position->prop_count; i++)
        text_print(&line, " %s=%d,%d", prop_words.items[position->props[i].kind], (int)position->props[i].x,
                   (int)position->props[i].y);
    return text_detach(&line);
}

#define LIMBS " arm=-580,-625,-625 leg=60,-20,780 arm=-750,-800,120 leg=420,-550,50"

static const struct {
    const char *id, *line;
} good[] = {
    {"leg-out", "leg-out 'Sitting on the floor, one leg out' side pelvis=0,90 spine=1000,1000 head=970,925 "
                "arm=-580,-620,-620 leg=60,-20,780 arm=-750,-800,-100 leg=420,-550,50 block=360,60"},
    {"leg-rolled-in", "leg-rolled-in 'The same, the hips closer' side pelvis=85,-5 spine=1000,1000 head=970,925 "
                      "arm=-580,-620,-620 leg=60,-20,780 arm=-750,-800,-100 leg=420,-550,50 block=360,60"},
    {"in-a-doorway", "in-a-doorway 'Standing in a doorway' front pelvis=0,90 spine=880,880 head=970,925 "
                     "arm=-580,-620,-620 leg=60,-20,780 arm=-750,-800,-100 leg=420,-550,50 doorway=-200,200 "
                     "wall=300,0 desk=200,600 chair=0,250 bed=0,120"},
    {"leg", "none"},
    {"Leg out", "none"},
    {"", "none"},
};

START_TEST(is_read_as_written)
{
    Arena arena = {0};
    Library *library = library_new(TESTS_DIR "/routines/good", NULL);
    check_text(line_of(library_position(library, NULL, good[_i].id, &arena)), good[_i].line);
    library_free(library);
    arena_release(&arena);
}
END_TEST

/* Where what is found comes from. `found` is the title. */
static const struct {
    const char *path, *title, *found;
} folders[] = {
    {"data/knead/routines/positions/p.yaml", "Shipped", "Shipped"},
    {"config/knead/routines/positions/q.yaml", "My own", "My own"},
    {"other/positions/r.yaml", "Beside", "My own"}, /* only for the files there */
};

static void put_position(const char *path, const char *title)
{
    scratch_print(path, SITTING, title);
}

static const char *title_of(const Library *library, const LibraryEntry *entry, Arena *arena)
{
    const Position *position = library_position(library, entry, "sitting", arena);
    return position ? position->title : "none";
}

static void set_up(void)
{
    scratch_make();
    scratch_set("XDG_CONFIG_HOME", "config");
    scratch_set("XDG_DATA_DIRS", "data");
}

START_TEST(own_files_win_over_shipped_ones)
{
    Arena arena = {0};
    Library *library = library_new(NULL, NULL);
    ck_assert_str_eq(title_of(library, NULL, &arena), "none");
    for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
        bool moves_changed = false;
        put_position(folders[i].path, folders[i].title);
        const bool is_usual = strcmp(folders[i].title, folders[i].found) == 0;
        ck_assert_int_eq(library_refresh(library, &moves_changed), is_usual);
        ck_assert_int_eq(moves_changed, is_usual);
        ck_assert_str_eq(title_of(library, NULL, &arena), folders[i].found);
    }
    char *path = scratch_path("other/a.yaml"), *problem = NULL;
    scratch_print("other/a.yaml", ROUTINE, "sitting");
    const LibraryEntry *named = library_find(library, path, &problem);
    ck_assert_ptr_nonnull(named);
    ck_assert_str_eq(title_of(library, named, &arena), "Beside");
    scratch_put("config/knead/routines/positions/s.yaml",
                "knead: 1\npositions:\n  leaning: {use: sitting, title: Leaning, spine: 120}\n");
    ck_assert(library_refresh(library, NULL));
    check_text(line_of(library_position(library, NULL, "leaning", &arena)),
               "leaning 'Leaning' side pelvis=0,90 spine=1200,1200 head=970,925" LIMBS);
    free(path);
    library_free(library);
    arena_release(&arena);
}
END_TEST

static void count_positions(void *context, const char *folder)
{
    *(size_t *)context += strstr(folder, "/positions") != NULL;
}

static size_t folders_in_use(const Library *library)
{
    size_t count = 0;
    library_each_folder(library, count_positions, &count);
    return count;
}

/* Nobody waits at the start for what is only drawn later. */
START_TEST(a_routine_is_read_without_them)
{
    Arena arena = {0};
    char *problem = NULL;
    put_position("config/knead/routines/positions/p.yaml", "Sitting");
    scratch_print("config/knead/routines/a.yaml", ROUTINE, "siting");
    scratch_put("config/knead/routines/moves/m.yaml",
                "knead: 1\nmoves:\n  a: {name: A, areas: calves, hold: 30s, position: siting}\n");
    Library *library = library_new(NULL, NULL);
    LibraryEntry *entry = library_find(library, "a", &problem);
    ck_assert_str_eq(entry->routine->items[0].move->positions.items[0], "siting");
    ck_assert_uint_eq(library_move_file(library, 0)->diags.errors, 0);
    ck_assert_uint_eq(folders_in_use(library), 0);
    library_check_positions(library);
    library_reload(library, entry);
    ck_assert_ptr_null(entry->routine);
    ck_assert_str_eq(diagnostic_first(&entry->diags), "unknown position 'siting'");
    ck_assert_uint_gt(folders_in_use(library), 0);
    library_reload(library, library_move_file(library, 0));
    ck_assert_uint_eq(library_move_file(library, 0)->diags.errors, 1);
    library_free(library);
    arena_release(&arena);
}
END_TEST

START_TEST(an_id_twice_in_a_folder_is_an_error_at_the_second)
{
    put_position("config/knead/routines/positions/a.yaml", "First");
    put_position("config/knead/routines/positions/b.yaml", "Second");
    put_position("data/knead/routines/positions/c.yaml", "Shipped");
    Library *library = library_new(NULL, NULL);
    ck_assert_uint_eq(library_position_file_count(library), 3);
    ck_assert_uint_eq(library_position_file(library, 0)->diags.count, 0);
    ck_assert_str_eq(diagnostic_first(&library_position_file(library, 1)->diags),
                     "the position 'sitting' is already in a.yaml");
    ck_assert_uint_eq(library_position_file(library, 2)->diags.count, 0);
    library_free(library);
}
END_TEST

/* What is wrong with a position leaves whatever names it without a picture, and `check` says so there too. */
static const struct {
    const char *file, *problem;
} broken[] = {
    {"knead: 1\npositions:\n  sitting: {title: A, pelvis: [0, 9]}\n",
     "the position 'sitting' has a problem: missing key 'spine' in a position"},
    {"knead: 1\npositions:\n  sitting: {title: A, use: sitting}\n",
     "the position 'sitting' has a problem: the position 'sitting' starts from another one itself"},
    {"knead: 1\npositions:\n  sitting: {title: A, use: nothing}\n",
     "the position 'sitting' has a problem: unknown position 'nothing'"},
    {"knead: 1\npositions:\n  sitting: [0, 9]\n",
     "the position 'sitting' has a problem: a position must be a map, found a list"},
    {"knead: 1\npositions: [sitting]\n", "unknown position 'sitting'"},
    {"knead: 1\npositions: {sitting: \n", "unknown position 'sitting'"},
};

START_TEST(a_broken_one_is_none)
{
    Arena arena = {0};
    char *problem = NULL;
    scratch_put("config/knead/routines/positions/p.yaml", broken[_i].file);
    scratch_print("config/knead/routines/a.yaml", ROUTINE, "sitting");
    Library *library = library_new(NULL, NULL);
    ck_assert_str_eq(title_of(library, NULL, &arena), "none");
    library_check_positions(library);
    ck_assert_str_eq(diagnostic_first(&library_find(library, "a", &problem)->diags), broken[_i].problem);
    ck_assert_uint_gt(library_position_file(library, 0)->diags.errors, 0);
    library_free(library);
    arena_release(&arena);
}
END_TEST

static Prop wall[] = {{PROP_WALL, 200, 0}}, farther_wall[] = {{PROP_WALL, 210, 0}}, desk[] = {{PROP_DESK, 200, 0}};

static const Position down = {.id = "down",
                              .title = "Down",
                              .pelvis_x = -10,
                              .pelvis_y = 90,
                              .spine = {1000, 900},
                              .head = {0, -3600},
                              .arms = {{-580, -620, -620}, {0, 1, 2}},
                              .legs = {{60, -20, 780}, {420, -550, 50}},
                              .props = wall,
                              .prop_count = 1};
static const Position up = {.id = "up",
                            .title = "Up",
                            .pelvis_x = 10,
                            .pelvis_y = 190,
                            .spine = {0, 900},
                            .head = {400, 3600},
                            .arms = {{-680, -520, -620}, {1000, 1, 0}},
                            .legs = {{80, -40, 780}, {420, 550, 51}},
                            .props = wall,
                            .prop_count = 1};

static const struct {
    int32_t thousandths;
    const char *line;
} mixes[] = {
    {0, "down 'Down' side pelvis=-10,90 spine=1000,900 head=0,-3600 arm=-580,-620,-620 leg=60,-20,780 arm=0,1,2 "
        "leg=420,-550,50 wall=200,0"},
    {250, "down 'Down' side pelvis=-5,115 spine=750,900 head=100,-1800 arm=-605,-595,-620 leg=65,-25,780 arm=250,1,2 "
          "leg=420,-275,50 wall=200,0"},
    {500, "down 'Down' side pelvis=0,140 spine=500,900 head=200,0 arm=-630,-570,-620 leg=70,-30,780 arm=500,1,1 "
          "leg=420,0,50 wall=200,0"},
    {1000, "down 'Down' side pelvis=10,190 spine=0,900 head=400,3600 arm=-680,-520,-620 leg=80,-40,780 "
           "arm=1000,1,0 leg=420,550,51 wall=200,0"},
};

START_TEST(two_are_mixed_as_numbers)
{
    Position mixed;
    position_mix(&mixed, &down, &up, mixes[_i].thousandths);
    check_text(line_of(&mixed), mixes[_i].line);
    mixed = down; /* into one of the two */
    position_mix(&mixed, &mixed, &up, mixes[_i].thousandths);
    check_text(line_of(&mixed), mixes[_i].line);
}
END_TEST

static const struct {
    Position other;
    bool is_mixable;
} pairs[] = {
    {{.props = wall, .prop_count = 1}, true},
    {{.props = (Prop[]){{PROP_WALL, 200, 0}}, .prop_count = 1, .pelvis_x = 7}, true},
    {{.props = wall, .prop_count = 1, .view = VIEW_BACK}, false},
    {{.props = farther_wall, .prop_count = 1}, false},
    {{.props = desk, .prop_count = 1}, false},
    {{.props = (Prop[]){{PROP_WALL, 200, 0}, {PROP_BED, 0, 50}}, .prop_count = 2}, false},
    {{.prop_count = 0}, false},
};

START_TEST(only_what_is_seen_alike_can_be_mixed)
{
    ck_assert_int_eq(position_is_mixable(&down, &pairs[_i].other), pairs[_i].is_mixable);
    ck_assert_int_eq(position_is_mixable(&pairs[_i].other, &down), pairs[_i].is_mixable);
}
END_TEST

Suite *suite_positions(void)
{
    Suite *suite = suite_create("positions");
    TCase *tests = tcase_create("positions"), *in_folders = tcase_create("in folders");
    tcase_add_loop_test(tests, is_read_as_written, 0, ARRAY_LEN(good));
    tcase_add_loop_test(tests, two_are_mixed_as_numbers, 0, ARRAY_LEN(mixes));
    tcase_add_loop_test(tests, only_what_is_seen_alike_can_be_mixed, 0, ARRAY_LEN(pairs));
    suite_add_tcase(suite, tests);
    tcase_add_checked_fixture(in_folders, set_up, scratch_remove);
    tcase_add_test(in_folders, own_files_win_over_shipped_ones);
    tcase_add_test(in_folders, a_routine_is_read_without_them);
    tcase_add_test(in_folders, an_id_twice_in_a_folder_is_an_error_at_the_second);
    tcase_add_loop_test(in_folders, a_broken_one_is_none, 0, ARRAY_LEN(broken));
    suite_add_tcase(suite, in_folders);
    return suite;
}
