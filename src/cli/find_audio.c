/* SPDX-License-Identifier: MIT */
#include "cli/find_audio.h"

#include <stdlib.h>
#include <string.h>

#include "audio/audio.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "cli/json.h"
#include "cli/package.h"
#include "platform/tty.h"

static json_t *json_of_kinds(const TextList *command)
{
    json_t *array = json_array();
    VoiceKind kind;
    for (size_t i = 0; voice_kind(i, command, &kind); i++) {
        json_t *value = json_object();
        json_object_set_new(value, "name", json_string(kind.name));
        json_object_set_new(value, "way", json_string(kind.way));
        json_object_set_new(value, "there", json_boolean(kind.is_there));
        json_array_append_new(array, value);
    }
    return array;
}

static json_t *json_of_players(void)
{
    json_t *array = json_array();
    const char *name;
    bool is_there;
    for (size_t i = 0; (name = sound_player_kind(i, &is_there)) != NULL; i++) {
        json_t *value = json_object();
        json_object_set_new(value, "name", json_string(name));
        json_object_set_new(value, "there", json_boolean(is_there));
        json_array_append_new(array, value);
    }
    return array;
}

/* What the settings say of it, as they write it. */
static const char *voice_word(const Settings *settings)
{
    static const char *const words[VOICE_CHOICE_COUNT] = {
        [VOICE_ON] = "on", [VOICE_OFF] = "off", [VOICE_COMMAND] = "command"};
    return words[settings->voice];
}

/* The voices that would come next if the one that speaks failed. */
static void note_other_voices(Finding *row, const TextList *command, const Voice *voice)
{
    Text names = {0};
    VoiceKind kind;
    for (size_t i = voice->kind + 1; voice_kind(i, command, &kind); i++) {
        if (kind.is_there && !text_same(kind.name, voice_name(voice)))
            text_print(&names, "%s%s", names.length > 0 ? ", " : "", kind.name);
    }
    if (names.length > 0)
        text_print(&row->notes, "if that fails: %s\n", text_show(&names));
    text_release(&names);
}

/* Each program that could speak and has a package. */
static void advise_voices(Finding *row)
{
    static const TextList none;
    Text names = {0};
    VoiceKind kind;
    for (size_t i = 0; voice_kind(i, &none, &kind); i++) {
        Text name = {0};
        if (text_same(kind.way, "program") || text_same(kind.way, "started"))
            package_add(&name, kind.name);
        if (name.length > 0)
            text_print(&names, "%s%s", names.length > 0 ? ", " : "", text_show(&name));
        text_release(&name);
    }
    text_print(&row->advice, "for spoken instructions, install one of: %s", text_show(&names));
    text_release(&names);
}

static void describe_voice(Finding *row, const Settings *settings, const char *name)
{
    if (tty_is_remote())
        text_print(&row->found, "none over ssh: you would hear %s on the other computer", name);
    else if (settings->voice == VOICE_OFF)
        text_print(&row->found, "%s, turned off in the settings", name);
    else if (settings->voice == VOICE_NOT_SAID)
        text_print(&row->found, "%s, not turned on in the settings yet", name);
    else
        text_add(&row->found, name);
    if (settings->voice == VOICE_NOT_SAID && !tty_is_remote())
        text_add(&row->advice, "for spoken instructions, add voice: on to the settings");
}

/* Its command may be misspelt, or not be installed any more. */
static void describe_lost_command(Finding *row, const TextList *command, const char *instead)
{
    row->state = FINDING_MISSING;
    text_clear(&row->advice);
    text_print(&row->notes, "the settings use a command that does not exist: %s\n", command->items[0]);
    text_print(&row->advice, "install %s, or change voice in the settings%s%s", command->items[0],
               instead ? "; until then knead uses " : "", instead ? instead : "");
}

void find_audio_voice(FindingList *list, const Settings *settings)
{
    const TextList *command = &settings->voice_command;
    Voice voice;
    const bool is_there = voice_open(&voice, command, settings_rate(settings));
    const char *name = is_there ? voice_name(&voice) : NULL;
    Finding *row = finding_add(list, "voice", NULL);
    if (is_there) {
        describe_voice(row, settings, name);
        note_other_voices(row, command, &voice);
    } else if (settings->voice == VOICE_OFF) {
        text_add(&row->found, "none, and turned off in the settings");
    } else {
        row->state = FINDING_MISSING;
        text_add(&row->found, "none");
        advise_voices(row);
    }
    if (command->count > 0 && (!is_there || voice.kind > 0))
        describe_lost_command(row, command, name);
    finding_set(row, "speaks", json_of_text(name));
    finding_set(row, "remote", json_boolean(tty_is_remote()));
    finding_set(row, "setting", json_of_text(voice_word(settings)));
    finding_set(row, "command", json_of_command(command));
    finding_set(row, "words", json_string(spoken_words.items[settings->words]));
    finding_set(row, "rate", json_integer(settings_rate(settings)));
    finding_set(row, "kinds", json_of_kinds(command));
    voice_close(&voice);
}

static json_t *find_own_files(Finding *row, const SoundPlayer *player)
{
    json_t *array = json_array();
    for (int i = 0; i < CHIME_COUNT; i++) {
        char *path = sound_player_own_file(player, (Chime)i);
        if (!path)
            continue;
        text_print(&row->notes, "%s is your own file: ", chime_name((Chime)i));
        utf8_clean_line(&row->notes, path, strlen(path));
        finding_end_note(row);
        json_t *value = json_object();
        json_object_set_new(value, "sound", json_string(chime_name((Chime)i)));
        json_object_set_new(value, "path", json_of_text(path));
        json_array_append_new(array, value);
        free(path);
    }
    return array;
}

static void advise_players(Finding *row)
{
    Text names = {0};
    const char *name;
    bool is_there;
    for (size_t i = 0; (name = sound_player_kind(i, &is_there)) != NULL; i++) {
        Text one = {0};
        if (package_add(&one, name))
            text_print(&names, "%s%s", names.length > 0 ? ", " : "", text_show(&one));
        text_release(&one);
    }
    text_print(&row->advice, "to hear sounds, install one of: %s", text_show(&names));
    text_release(&names);
}

/* `player`: NULL where there is none. */
static void describe_sound(Finding *row, const Settings *settings, const char *player)
{
    if (settings->sound == SOUND_OFF)
        text_add(&row->found, "none: turned off in the settings");
    else if (settings->sound == SOUND_BELL)
        text_add(&row->found, "the terminal's bell, set in the settings");
    else if (player && tty_is_remote())
        text_print(&row->found, "the terminal's bell: over ssh you would hear %s on the other computer", player);
    else if (player)
        text_add(&row->found, player);
    else
        text_add(&row->found, "none: the terminal's bell instead");
    if (settings->sound == SOUND_AUTO && !player) {
        row->state = FINDING_MISSING;
        advise_players(row);
    }
}

void find_audio_sound(FindingList *list, const Settings *settings)
{
    SoundPlayer player;
    const bool is_there = sound_player_open(&player, settings_volume(settings));
    const char *name = is_there ? sound_player_name(&player) : NULL;
    Finding *row = finding_add(list, "sound", NULL);
    describe_sound(row, settings, name);
    finding_set(row, "plays", json_of_text(name));
    finding_set(row, "remote", json_boolean(tty_is_remote()));
    finding_set(row, "setting", json_string(sound_words.items[settings->sound]));
    finding_set(row, "volume", json_integer(settings_volume(settings)));
    finding_set(row, "players", json_of_players());
    finding_set(row, "own", find_own_files(row, &player));
    sound_player_close(&player);
}
