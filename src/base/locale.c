/* SPDX-License-Identifier: MIT */
#include "base/locale.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

bool locale_is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

void locale_choose(bool is_utf8)
{
    if (is_utf8 == locale_is_utf8())
        return;
    if (!is_utf8)
        setlocale(LC_CTYPE, "C");
    else if (!setlocale(LC_CTYPE, "C.UTF-8"))
        setlocale(LC_CTYPE, "en_US.UTF-8");
}

void locale_start(void)
{
    setlocale(LC_CTYPE, "");
    const char *asked = getenv("LC_ALL");
    if (!asked || !*asked)
        locale_choose(true);
}
