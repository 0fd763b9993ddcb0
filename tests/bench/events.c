/* SPDX-License-Identifier: MIT */
/* The floor of reading: each file named is read and taken through bare libyaml events, so many times. */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

static char *read_whole(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(1 << 20);
    *length = file && bytes ? fread(bytes, 1, 1 << 20, file) : 0;
    if (file)
        fclose(file);
    return bytes;
}

static size_t count_events(const char *bytes, size_t length)
{
    yaml_parser_t parser;
    yaml_event_t event;
    size_t count = 0;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
    for (yaml_event_type_t type = YAML_NO_EVENT; type != YAML_STREAM_END_EVENT; count++) {
        if (!yaml_parser_parse(&parser, &event) || event.type == YAML_NO_EVENT)
            break;
        type = event.type;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return count;
}

int main(int argc, char **argv)
{
    size_t total = 0;
    for (int i = 2; i < argc; i++) {
        size_t length = 0;
        char *bytes = read_whole(argv[i], &length);
        for (int times = atoi(argv[1]); times > 0; times--)
            total += count_events(bytes, length);
        free(bytes);
    }
    printf("%zu\n", total);
    return 0;
}
