/* SPDX-License-Identifier: MIT */
/* Other programs at the socket of a session, as bad as they can be, until it ends: 100 calls a second, each on a new
 * connection; one that watches and never reads; one that sends a megabyte without a newline, again and again. Prints how
 * many calls were answered. The socket is the only one in the folder that is named. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { CALLS_A_SECOND = 100, MEGABYTE = 1 << 20 };

static const char call[] = "status json\n", watch[] = "watch json\n";

static int connect_to(const struct sockaddr_un *address)
{
    const int opened = socket(AF_UNIX, SOCK_STREAM, 0);
    if (opened >= 0 && connect(opened, (const struct sockaddr *)address, sizeof *address) == 0)
        return opened;
    close(opened);
    return -1;
}

static int find(const char *folder, struct sockaddr_un *address)
{
    DIR *listed = opendir(folder);
    for (const struct dirent *item; listed && (item = readdir(listed));) {
        if (strstr(item->d_name, ".sock")) {
            address->sun_family = AF_UNIX;
            snprintf(address->sun_path, sizeof address->sun_path, "%s/%s", folder, item->d_name);
            return 0;
        }
    }
    return -1;
}

/* As much of the megabyte as goes now; a new connection where the last one was closed. */
static void flood(int *client, const struct sockaddr_un *address)
{
    static char bytes[MEGABYTE];
    if (*client < 0) {
        memset(bytes, 'x', sizeof bytes);
        *client = connect_to(address);
        if (*client < 0)
            return;
        fcntl(*client, F_SETFL, O_NONBLOCK);
    }
    if (send(*client, bytes, sizeof bytes, MSG_NOSIGNAL) < 0) {
        close(*client);
        *client = -1;
    }
}

int main(int argc, char **argv)
{
    struct sockaddr_un address = {0};
    const struct timespec pause = {.tv_nsec = 1000000000 / CALLS_A_SECOND};
    char answer[4096];
    int flooding = -1;
    long answered = 0;
    if (argc < 2 || find(argv[1], &address) != 0)
        return 1;
    const int watching = connect_to(&address);
    if (watching < 0 || send(watching, watch, sizeof watch - 1, MSG_NOSIGNAL) < 0)
        return 1;
    for (int client; (client = connect_to(&address)) >= 0; close(client)) {
        flood(&flooding, &address);
        if (send(client, call, sizeof call - 1, MSG_NOSIGNAL) > 0)
            answered += read(client, answer, sizeof answer) > 3;
        nanosleep(&pause, NULL);
    }
    printf("%ld\n", answered);
    return 0;
}
