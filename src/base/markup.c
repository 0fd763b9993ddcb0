/* SPDX-License-Identifier: MIT */
#include "base/markup.h"

#include "base/utf8.h"

static const char *name_of(char byte)
{
    switch (byte) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void markup_add(Text *into, const char *text)
{
    Text plain = {0};
    utf8_spell_harmful(&plain, text);
    for (const char *at = text_show(&plain); *at; at++) {
        const char *name = name_of(*at);
        if (name)
            text_add(into, name);
        else
            text_add_char(into, *at);
    }
    text_release(&plain);
}
