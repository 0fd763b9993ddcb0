/* SPDX-License-Identifier: MIT */
#include <check.h>
#include <string.h>

#include "base/macros.h"
#include "base/text.h"
#include "yaml/document.h"
#include "yaml/node.h"

Suite *suite_node(void);

/* What every test reads into; released by the fixture. */
static Arena arena;
static DiagnosticList diags;
static Text source;

static void begin(void)
{
    arena = (Arena){0};
    source = (Text){0};
    diagnostic_init(&diags, "t.yaml");
}

static void end(void)
{
    arena_release(&arena);
    diagnostic_release(&diags);
    text_release(&source);
}

static const Node *parse(const char *text)
{
    return document_parse(&arena, text, strlen(text), &diags);
}

/* A tree as text: 'plain', "quoted", [lists] and {maps: in order}. */
static void write_tree(Text *into, const Node *node)
{
    if (node->kind == NODE_SCALAR) {
        text_add(into, node->is_plain ? "" : "\"");
        text_add_span(into, node->text, node->length);
        text_add(into, node->is_plain ? "" : "\"");
        ck_assert_int_eq(node->text[node->length], '\0');
        return;
    }
    size_t count = 0;
    text_add_char(into, node->kind == NODE_LIST ? '[' : '{');
    for (const Entry *entry = node->entries; entry; entry = entry->next) {
        text_add(into, count++ ? "," : "");
        if (entry->key) {
            write_tree(into, entry->key);
            text_add_char(into, ':');
        }
        write_tree(into, entry->value);
    }
    ck_assert_uint_eq(node->count, count);
    text_add_char(into, node->kind == NODE_LIST ? ']' : '}');
}

/* clang-format off */
static const struct { const char *text, *tree; } good[] = {
    {"knead: 1\ntitle: My calves\n", "{knead:1,title:My calves}"},
    {"\xEF\xBB\xBF" "a: 1\r\nb: 2", "{a:1,b:2}"},
    {"a: [x, 'y', \"z\\n\"]", "{a:[x,\"y\",\"z\n\"]}"},
    {"- a\n- [b, {c: d}]\n-\n", "[a,[b,{c:d}],]"},
    {"hold: 1:30\nside: no\nn: 010\nempty: ~", "{hold:1:30,side:no,n:010,empty:~}"},
    {"a: |\n  one\n  two\nb: >\n  one\n  two\n", "{a:\"one\ntwo\n\",b:\"one two\n\"}"},
    {"--- {a: b}\n...\n", "{a:b}"},
    {"%YAML 1.2\n---\na: !!str 1\nb: !!map {}\nc: !!seq []", "{a:\"1\",b:{},c:[]}"},
    {"just text", "just text"},
    {"a: \"b\\0c\"", NULL}, /* checked below: a zero byte inside */
    {"a: &x 1\nb: *x\nc: [*x, *x]", "{a:1,b:1,c:[1,1]}"},
    {"a: &x [1, &y 2]\nb: *x\nc: *y", "{a:[1,2],b:[1,2],c:2}"},
    {"a: &x 1\nb: &x 2\nc: *x", "{a:1,b:2,c:2}"},
    {"a: &x [&x 1, *x]\nb: *x", "{a:[1,1],b:1}"},
    {"&k a: 1\nb: {*k : 2}", "{a:1,b:{a:2}}"},
    {"a: &x {p: 1, q: 2}\nb: {q: 3, <<: *x, r: 4}", "{a:{p:1,q:2},b:{q:3,r:4,p:1}}"},
    {"a: &x {p: 1, q: 2}\nb: &y {p: 5, s: 6}\nc: {<<: [*y, *x]}", "{a:{p:1,q:2},b:{p:5,s:6},c:{p:5,s:6,q:2}}"},
    {"a: &x {p: 1}\nb: &y {<<: *x, q: 2}\nc: {<<: *y}", "{a:{p:1},b:{q:2,p:1},c:{q:2,p:1}}"},
    {"<<: {a: 1}\nb: 2", "{b:2,a:1}"},
    {"<<: []\nb: 2", "{b:2}"},
    {"\"<<\": 1", "{\"<<\":1}"},
};
/* clang-format on */

START_TEST(reads)
{
    const Node *root = parse(good[_i].text);
    ck_assert_ptr_nonnull(root);
    ck_assert_uint_eq(diags.errors, 0);
    if (!good[_i].tree) {
        const Node *value = node_find(root, "a", NULL);
        ck_assert_uint_eq(value->length, 3);
        ck_assert_mem_eq(value->text, "b\0c", 4);
        return;
    }
    Text tree = {0};
    write_tree(&tree, root);
    ck_assert_str_eq(text_show(&tree), good[_i].tree);
    text_release(&tree);
}
END_TEST

/* clang-format off */
static const struct { const char *text; uint32_t line, column; const char *message, *hint; } bad[] = {
    {"", 1, 1, "the file is empty", "start with"},
    {"# only a comment\n", 1, 1, "the file is empty", NULL},
    {"---\n", 1, 1, "the file is empty", NULL},
    {"\xEF\xBB\xBF", 1, 1, "the file is empty", NULL},
    {"a: 1\nb: S\xC3\xBC\xFF", 2, 6, "not UTF-8: the byte 0xFF", "UTF-8"},
    {"\xFF\xFE" "a", 1, 1, "not UTF-8: the byte 0xFF", "UTF-8"},
    {"a: \xC0\x80", 1, 4, "not UTF-8: the byte 0xC0", NULL},
    {"a: \xED\xA0\x80", 1, 4, "not UTF-8: the byte 0xED", NULL},
    {"a: 1\nb: x\x01y", 2, 5, "control characters are not allowed: U+0001", "remove"},
    {"\xEF\xBB\xBF" "a: \x1B", 1, 4, "control characters are not allowed: U+001B", NULL},
    {"a: 1\nb: \"two\nc: 3\n", 2, 4, "found unexpected end of stream while scanning a quoted scalar", "close the"},
    {"a: [1,\nb: 2\n", 3, 1, "did not find expected ',' or ']' while parsing a flow sequence", "starts on line 1"},
    {"a: b: c", 1, 5, "mapping values are not allowed in this context", "quotes"},
    {"a:\n\tb: 1\n", 2, 1, "found character that cannot start any token while scanning for the next token", "spaces"},
    {"a: @b", 1, 4, "found character that cannot start any token while scanning for the next token", "quotes"},
    {"a: \"\\q\"", 1, 5, "found unknown escape character while parsing a quoted scalar", "backslash"},
    {"a: 1\n--- \nb: 2", 2, 1, "a second document in one file", "---"},
    {"a: !!int 1", 1, 4, "the tag 'tag:yaml.org,2002:int' has no meaning here", "tag"},
    {"a: !mine 1", 1, 4, "the tag '!mine' has no meaning here", NULL},
    {"a: !!str [1]", 1, 4, "the tag 'tag:yaml.org,2002:str' has no meaning here", NULL},
    {"[a]: 1", 1, 1, "a key must be text, found a list", "key: value"},
    {"? {a: b}\n: 1", 1, 3, "a key must be text, found a map", NULL},
    {"a: &x [1]\n*x : 1", 2, 1, "a key must be text, found a list", NULL},
    {"a: *nobody", 1, 4, "no anchor '&nobody' above this alias", "quotes"},
    {"a: &x [1, *x]", 1, 11, "an alias inside its own anchor", "never end"},
    {"a: &x {b: {<<: *x}}", 1, 16, "an alias inside its own anchor", NULL},
    {"a: {<<: 1}", 1, 9, "'<<' must be a map or a list of maps, found text", "anchor"},
    {"a: {<<: [{}, x]}", 1, 14, "'<<' must be a map or a list of maps, found text", NULL},
    {"a: {<<: [[]]}", 1, 10, "'<<' must be a map or a list of maps, found a list", NULL},
};
/* clang-format on */

START_TEST(refuses)
{
    const Node *root = parse(bad[_i].text);
    ck_assert_ptr_null(root);
    ck_assert_uint_eq(diags.errors, 1);
    ck_assert_uint_eq(diags.count, 1);
    const Diagnostic *diag = &diags.items[0];
    ck_assert_str_eq(diag->message, bad[_i].message);
    ck_assert_uint_eq(diag->mark.line, bad[_i].line);
    ck_assert_uint_eq(diag->mark.column, bad[_i].column);
    if (bad[_i].hint)
        ck_assert_ptr_nonnull(strstr(diag->hint, bad[_i].hint));
}
END_TEST

/* Each takes seconds or gigabytes where it is not refused, so that the test would not end in its time. */
/* clang-format off */
static const struct { const char *before, *repeated, *after; size_t times; const char *message; } hostile[] = {
    {"", "[", "", 1000000, "nested deeper than 32 levels"},
    {"", "[", "]", 33, "nested deeper than 32 levels"},
    {"", "{a: ", "", 200000, "nested deeper than 32 levels"},
    {"", "- ", "", 500000, "nested deeper than 32 levels"},
    {"", "? ", "", 500000, "a key must be text, found a map"},
    {"", "%TAG !a! b\n", "", 75000, "more than 64 lines that start with '%'"},
    {"", "%\r", "", 65, "more than 64 lines that start with '%'"},
    {"[", "a,", "]", 100000, "more than 100,000 values, counting each use of an alias"},
    {"- &a [x,x,x,x,x,x,x,x,x]\n- [", "*a,", "]", 10000, "more than 100,000 values, counting each use of an alias"},
    {"- &a {x: x}\n- [", "{<<: *a},", "]", 20000, "more than 100,000 values, counting each use of an alias"},
    {"- &a {x: x}\n- {<<: [", "*a,", "]}", 34000, "more than 100,000 values, counting each use of an alias"},
    {"knead: 1", "\n", "a: b: c", 500000, "mapping values are not allowed in this context"},
    {"", "x", "", DOCUMENT_LIMIT + 1, "larger than 1 MiB, the limit for a file"},
};
/* clang-format on */

START_TEST(is_not_overrun)
{
    text_add(&source, hostile[_i].before);
    for (size_t i = 0; i < hostile[_i].times; i++)
        text_add(&source, hostile[_i].repeated);
    text_add(&source, hostile[_i].after);
    ck_assert_ptr_null(document_parse(&arena, source.bytes, source.length, &diags));
    ck_assert_uint_eq(diags.count, 1);
    ck_assert_str_eq(diags.items[0].message, hostile[_i].message);
    ck_assert_uint_lt(arena.total, (size_t)16 << 20);
}
END_TEST

START_TEST(counts_text_that_aliases_repeat)
{
    text_add(&source, "- &a ");
    text_add_repeated(&source, 'x', 4000);
    text_add(&source, "\n- [");
    for (int i = 0; i < 2000; i++)
        text_add(&source, "*a,");
    text_add(&source, "]");
    ck_assert_ptr_null(document_parse(&arena, source.bytes, source.length, &diags));
    ck_assert_str_eq(diags.items[0].message, "more than 4 MiB of text, counting each use of an alias");
}
END_TEST

START_TEST(counts_levels_through_aliases)
{
    text_add(&source, "- &a0 []\n");
    for (int i = 1; i < 40; i++)
        text_print(&source, "- &a%d [*a%d]\n", i, i - 1);
    ck_assert_ptr_null(document_parse(&arena, source.bytes, source.length, &diags));
    ck_assert_str_eq(diags.items[0].message, "nested deeper than 32 levels, aliases followed");
    ck_assert_uint_eq(diags.items[0].mark.line, 32);
}
END_TEST

START_TEST(goes_as_deep_as_it_may)
{
    text_add_repeated(&source, '[', 32);
    text_add_repeated(&source, ']', 32);
    const Node *node = document_parse(&arena, source.bytes, source.length, &diags);
    for (int depth = 1; depth < 32; depth++) {
        ck_assert_ptr_nonnull(node);
        ck_assert_ptr_nonnull(node->entries);
        node = node->entries->value;
    }
    ck_assert_uint_eq(node->count, 0);
}
END_TEST

/* Few and many: the search for a key changes with the size of the map. */
START_TEST(reports_keys_that_stand_twice)
{
    int keys = _i;
    for (int i = 0; i < keys; i++)
        text_print(&source, "key%d: {sub: 1}\n", i);
    text_print(&source, "key0: again\nother: {key%d: 1}\n", keys - 1);
    const Node *root = document_parse(&arena, source.bytes, source.length, &diags);
    ck_assert_ptr_nonnull(root);
    ck_assert_uint_eq(diags.errors, 1);
    ck_assert_str_eq(diags.items[0].message, "the key 'key0' appears twice in one map, first on line 1");
    ck_assert_uint_eq(diags.items[0].mark.line, (uint32_t)keys + 1);
    ck_assert_uint_eq(diags.items[0].mark.length, 4);
    ck_assert_int_eq(node_find(root, "key0", NULL)->kind, NODE_MAP);
}
END_TEST

START_TEST(takes_many_keys_and_anchors)
{
    for (int i = 0; i < 20000; i++)
        text_print(&source, "key%d: &a%d %d\n", i, i, i);
    for (int i = 0; i < 20000; i++)
        text_print(&source, "alias%d: *a%d\n", i, i);
    const Node *root = document_parse(&arena, source.bytes, source.length, &diags);
    ck_assert_ptr_nonnull(root);
    ck_assert_uint_eq(root->count, 40000);
    ck_assert_uint_eq(diags.errors, 0);
    ck_assert_str_eq(node_find(root, "alias19999", NULL)->text, "19999");
}
END_TEST

/* clang-format off */
static const struct { const char *text, *path; uint32_t line, column, length; } places[] = {
    {"a: one", "a", 1, 4, 3},
    {"S\u00FC\u00DF: 'one'", "S\u00FC\u00DF", 1, 6, 5},
    {"x: \u00FC\na:  b c  # d", "a", 2, 5, 3},
    {"a: [b, c]", "a", 1, 4, 6},
    {"a: {b: [c]}\n", "a", 1, 4, 8},
    {"a: [b,\n  c]", "a", 1, 4, 1},
    {"a:\n  - b\n", "a", 2, 3, 1},
    {"a: |\n  b\n", "a", 1, 4, 1},
    {"x: &n [1]\na: *n", "a", 2, 4, 2},
    {"a:\nb: 1", "a", 1, 3, 1},
    {"\xEF\xBB\xBF" "a: one", "a", 1, 4, 3},
};
/* clang-format on */

START_TEST(knows_where_things_are)
{
    const Node *root = parse(places[_i].text);
    ck_assert_ptr_nonnull(root);
    Mark key;
    const Node *value = node_find(root, places[_i].path, &key);
    ck_assert_ptr_nonnull(value);
    ck_assert_uint_eq(value->mark.line, places[_i].line);
    ck_assert_uint_eq(value->mark.column, places[_i].column);
    ck_assert_uint_eq(value->mark.length, places[_i].length);
    ck_assert_uint_eq(key.column, 1);
}
END_TEST

START_TEST(finds_nothing_where_nothing_is)
{
    const Node *root = parse("a: [x]\nb: {c: d}");
    ck_assert_ptr_null(node_find(root, "c", NULL));
    ck_assert_ptr_null(node_find(node_find(root, "a", NULL), "x", NULL));
    ck_assert_str_eq(node_kind_name(root), "a map");
    ck_assert_str_eq(node_kind_name(node_find(root, "a", NULL)), "a list");
}
END_TEST

Suite *suite_node(void)
{
    Suite *suite = suite_create("node");
    TCase *tests = tcase_create("node");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, reads, 0, ARRAY_LEN(good));
    tcase_add_loop_test(tests, refuses, 0, ARRAY_LEN(bad));
    tcase_add_loop_test(tests, is_not_overrun, 0, ARRAY_LEN(hostile));
    tcase_add_test(tests, counts_text_that_aliases_repeat);
    tcase_add_test(tests, counts_levels_through_aliases);
    tcase_add_test(tests, goes_as_deep_as_it_may);
    tcase_add_loop_test(tests, reports_keys_that_stand_twice, 1, 30);
    tcase_add_test(tests, takes_many_keys_and_anchors);
    tcase_add_loop_test(tests, knows_where_things_are, 0, ARRAY_LEN(places));
    tcase_add_test(tests, finds_nothing_where_nothing_is);
    suite_add_tcase(suite, tests);
    return suite;
}
