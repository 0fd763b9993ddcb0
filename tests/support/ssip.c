/* SPDX-License-Identifier: MIT */
#include "support/ssip.h"

#include <check.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"
#include "support/scratch.h"

static int listening = -1, client = -1;

void ssip_listen(const char *name)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    char *path = scratch_path(name), *address = memory_print("unix_socket:%s", path);
    ck_assert_uint_lt(strlen(path), sizeof at.sun_path);
    strcpy(at.sun_path, path);
    listening = socket(AF_UNIX, SOCK_STREAM, 0);
    ck_assert_int_eq(bind(listening, (const struct sockaddr *)&at, sizeof at), 0);
    ck_assert_int_eq(listen(listening, 8), 0);
    fcntl(listening, F_SETFL, O_NONBLOCK);
    setenv("SPEECHD_ADDRESS", address, 1);
    free(address);
    free(path);
}

void ssip_close(void)
{
    if (client >= 0)
        close(client);
    client = -1;
}

void ssip_end(void)
{
    ssip_close();
    if (listening >= 0)
        close(listening);
    listening = -1;
}

void ssip_accept(void)
{
    ssip_close();
    client = accept(listening, NULL, NULL);
    ck_assert_msg(client >= 0, "nobody has connected");
    fcntl(client, F_SETFL, O_NONBLOCK);
}

void ssip_expect(const char *lines)
{
    char bytes[4096];
    Text came = {0};
    for (ssize_t length; (length = read(client, bytes, sizeof bytes)) > 0;) {
        for (ssize_t i = 0; i < length; i++) {
            if (bytes[i] != '\r')
                text_add_char(&came, bytes[i]);
            ck_assert((bytes[i] == '\n') == (i > 0 && bytes[i - 1] == '\r'));
        }
    }
    ck_assert_str_eq(text_show(&came), lines);
    text_release(&came);
}

void ssip_send(const char *bytes)
{
    ck_assert_int_eq(send(client, bytes, strlen(bytes), MSG_NOSIGNAL), (ssize_t)strlen(bytes));
}
