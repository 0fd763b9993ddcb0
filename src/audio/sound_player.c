/* SPDX-License-Identifier: MIT */
#include "audio/sound_player.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/macros.h"
#include "base/memory.h"
#include "base/path.h"

enum { ARGUMENTS_MOST = 4, ENDINGS_MOST = 7, SLACK_MS = 3000, OWN_LENGTH_MS = 10000 };

/* Those that send to a sound server, which mixes, come before those that take the device. */
static const struct {
    const char *arguments[ARGUMENTS_MOST]; /* the file comes behind */
    const char *endings[ENDINGS_MOST];     /* of files that it plays */
} kinds[] = {
    {{"pw-play"}, {".wav", ".flac", ".oga", ".ogg", ".aiff"}},
    {{"paplay"}, {".wav", ".flac", ".oga", ".ogg", ".aiff"}},
    {{"aplay", "-q"}, {".wav"}},
    {{"afplay"}, {".wav", ".aiff", ".m4a", ".mp3"}},
    {{"play", "-q"}, {".wav", ".flac", ".oga", ".ogg", ".aiff", ".mp3"}},
};

static bool find(SoundPlayer *player)
{
    while (player->kind < ARRAY_LEN(kinds) && !child_is_there(kinds[player->kind].arguments[0]))
        player->kind++;
    return player->kind < ARRAY_LEN(kinds);
}

bool sound_player_open(SoundPlayer *player, int volume)
{
    *player = (SoundPlayer){.volume = volume};
    child_init(&player->child);
    return find(player);
}

void sound_player_close(SoundPlayer *player)
{
    child_stop(&player->child);
    for (size_t i = 0; i < CHIME_COUNT; i++)
        free(player->made[i]);
    memset(player->made, 0, sizeof player->made);
}

const char *sound_player_name(const SoundPlayer *player)
{
    return player->kind < ARRAY_LEN(kinds) ? kinds[player->kind].arguments[0] : "none";
}

const char *sound_player_kind(size_t index, bool *is_there)
{
    const char *name = index < ARRAY_LEN(kinds) ? kinds[index].arguments[0] : NULL;
    *is_there = name && child_is_there(name);
    return name;
}

void sound_player_stop(SoundPlayer *player)
{
    child_stop(&player->child);
}

bool sound_player_is_playing(const SoundPlayer *player)
{
    return player->child.pid > 0;
}

int sound_player_descriptor(const SoundPlayer *player)
{
    return player->child.end;
}

char *sound_player_own_file(const SoundPlayer *player, Chime chime)
{
    for (size_t i = 0; player->kind < ARRAY_LEN(kinds) && i < ENDINGS_MOST && kinds[player->kind].endings[i]; i++) {
        char *name = memory_print("sounds/%s%s", chime_name(chime), kinds[player->kind].endings[i]);
        char *path = path_config(name);
        free(name);
        if (path && access(path, R_OK) == 0)
            return path;
        free(path);
    }
    return NULL;
}

/* NULL where it cannot be written. Its name has the volume, so that a change of that makes another. */
static char *make_file(Chime chime, int volume)
{
    size_t size;
    char *name = memory_print("sounds/%s-%d.wav", chime_name(chime), volume);
    char *path = path_cache(name), *folder = path ? path_folder(path) : NULL;
    unsigned char *wave = chime_wave(chime, volume, &size);
    const bool is_there = path && file_stamp_of(path).size == (int64_t)size;
    if (path && !is_there && (!path_make_folder(folder) || !file_write_private(path, (const char *)wave, size))) {
        free(path);
        path = NULL;
    }
    free(wave);
    free(folder);
    free(name);
    return path;
}

static bool run(SoundPlayer *player, const char *path)
{
    char *arguments[ARGUMENTS_MOST + 2] = {NULL};
    size_t count = 0;
    for (; count < ARGUMENTS_MOST && kinds[player->kind].arguments[count]; count++)
        arguments[count] = memory_copy_text(kinds[player->kind].arguments[count]);
    arguments[count] = memory_copy_text(path);
    const bool is_started = child_start(&player->child, arguments, NULL);
    for (size_t i = 0; i <= count; i++)
        free(arguments[i]);
    return is_started;
}

bool sound_player_play(SoundPlayer *player, Chime chime, int64_t now_ms)
{
    if (player->kind >= ARRAY_LEN(kinds))
        return false;
    char *own = player->own_fails[chime] ? NULL : sound_player_own_file(player, chime);
    if (!own && !player->made[chime])
        player->made[chime] = make_file(chime, player->volume);
    const char *path = own ? own : player->made[chime];
    const bool is_played = path && run(player, path);
    player->chime = chime;
    player->was_own = own != NULL;
    player->is_unusable = path && !is_played;
    player->hangs_from_ms = now_ms + (own ? OWN_LENGTH_MS : chime_ms(chime)) + SLACK_MS;
    free(own);
    return is_played;
}

/* A file of the person's own may be what is wrong. */
static bool turn_to_next(SoundPlayer *player)
{
    child_stop(&player->child);
    if (player->was_own && !player->is_unusable) {
        player->own_fails[player->chime] = true;
        return true;
    }
    player->is_unusable = false;
    player->kind++;
    return find(player);
}

bool sound_player_check(SoundPlayer *player, int64_t now_ms)
{
    if (player->kind >= ARRAY_LEN(kinds))
        return true;
    const ChildState state = child_check(&player->child);
    const bool is_hanging = state == CHILD_RUNS && now_ms >= player->hangs_from_ms;
    return state == CHILD_FAILED || is_hanging || player->is_unusable ? turn_to_next(player) : true;
}
