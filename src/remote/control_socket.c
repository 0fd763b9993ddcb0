/* SPDX-License-Identifier: MIT */
#include "remote/control_socket.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/path.h"

enum { WAITING_MOST = 16, CONNECT_S = 1 };

static const char ending[] = ".sock";

char *control_socket_folder(void)
{
    const char *runtime = getenv("XDG_RUNTIME_DIR"), *temporary = getenv("TMPDIR");
    if (runtime && *runtime == '/')
        return path_join(runtime, "knead");
    return memory_print("%s/knead-%lu", temporary && *temporary == '/' ? temporary : "/tmp", (unsigned long)getuid());
}

bool control_socket_check_folder(const char *folder, Text *problem)
{
    struct stat status;
    if (lstat(folder, &status) != 0)
        text_print(problem, "cannot look at %s: %s", folder, strerror(errno));
    else if (!S_ISDIR(status.st_mode) || status.st_uid != getuid())
        text_print(problem, "%s belongs to somebody else", folder);
    else if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        text_print(problem, "others may enter %s; chmod 700 it", folder);
    else
        return true;
    return false;
}

bool control_socket_make_folder(const char *folder, Text *problem)
{
    if (path_make_folder(folder))
        return control_socket_check_folder(folder, problem);
    text_print(problem, "cannot create %s: %s", folder, strerror(errno));
    return false;
}

char *control_socket_path(const char *folder, long session, Text *problem)
{
    char *path = memory_print("%s/%ld%s", folder, session, ending);
    if (strlen(path) < sizeof((struct sockaddr_un *)NULL)->sun_path)
        return path;
    text_print(problem, "the path is too long for a socket: %s", path);
    free(path);
    return NULL;
}

static int open_socket(void)
{
    const int opened = socket(AF_UNIX, SOCK_STREAM, 0);
    if (opened >= 0)
        fcntl(opened, F_SETFD, FD_CLOEXEC);
#if defined(SO_NOSIGPIPE)
    const int is_on = 1;
    if (opened >= 0)
        setsockopt(opened, SOL_SOCKET, SO_NOSIGPIPE, &is_on, sizeof is_on);
#endif
    return opened;
}

static struct sockaddr_un address_of(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    return address;
}

/* What is at this path has the number of this process, so it is of one that is gone. */
int control_socket_listen(const char *path)
{
    const struct sockaddr_un address = address_of(path);
    const int opened = open_socket();
    if (opened < 0)
        return -1;
    unlink(path);
    const mode_t before = umask(S_IRWXG | S_IRWXO);
    const bool is_bound = bind(opened, (const struct sockaddr *)&address, sizeof address) == 0;
    const int why = errno;
    umask(before);
    if (is_bound && listen(opened, WAITING_MOST) == 0) {
        fcntl(opened, F_SETFL, fcntl(opened, F_GETFL) | O_NONBLOCK);
        return opened;
    }
    close(opened);
    errno = is_bound ? errno : why;
    return -1;
}

/* -1 with errno. A session that is stopped accepts nobody; once enough have tried, a connection would wait for ever. */
static int connect_to(const char *path)
{
    const struct sockaddr_un address = address_of(path);
    const struct timeval limit = {.tv_sec = CONNECT_S};
    const int opened = open_socket();
    if (opened < 0)
        return -1;
    setsockopt(opened, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    if (connect(opened, (const struct sockaddr *)&address, sizeof address) == 0)
        return opened;
    const int why = errno;
    close(opened);
    errno = why;
    return -1;
}

/* The number in the name of a socket; 0: it is none. */
static long session_of(const char *name)
{
    char *end;
    const long session = strtol(name, &end, 10);
    return end != name && strcmp(end, ending) == 0 ? session : 0;
}

static bool is_newer(const struct stat *one, const struct stat *other)
{
#if defined(__APPLE__)
    const struct timespec first = one->st_ctimespec, second = other->st_ctimespec;
#else
    const struct timespec first = one->st_ctim, second = other->st_ctim;
#endif
    return first.tv_sec != second.tv_sec ? first.tv_sec > second.tv_sec : first.tv_nsec > second.tv_nsec;
}

/* The newest connection so far. */
typedef struct Search {
    long *sessions; /* all that were found, up to `most` */
    size_t most;
    long found;
    int descriptor;
    struct stat status;
    size_t count;
    bool is_silent; /* one is there and accepts nobody: it is stopped, or busy */
} Search;

static void try_socket(Search *search, const char *folder, long session)
{
    struct stat status;
    Text problem = {0};
    char *path = control_socket_path(folder, session, &problem);
    const bool is_there = path && lstat(path, &status) == 0 && S_ISSOCK(status.st_mode);
    const int opened = is_there ? connect_to(path) : -1;
    if (is_there && opened < 0 && errno == ECONNREFUSED)
        unlink(path);
    search->is_silent = search->is_silent || (is_there && opened < 0 && errno == EAGAIN);
    free(path);
    text_release(&problem);
    if (opened >= 0 && search->count < search->most)
        search->sessions[search->count] = session;
    search->count += opened >= 0;
    if (opened >= 0 && (search->descriptor < 0 || is_newer(&status, &search->status))) {
        if (search->descriptor >= 0)
            close(search->descriptor);
        search->descriptor = opened;
        search->found = session;
        search->status = status;
    } else if (opened >= 0) {
        close(opened);
    }
}

static Search look_through(const char *folder, long session, long *sessions, size_t most)
{
    Search search = {.sessions = sessions, .most = most, .descriptor = -1};
    Text problem = {0};
    DIR *listed = control_socket_check_folder(folder, &problem) ? opendir(folder) : NULL;
    text_release(&problem);
    for (const struct dirent *item; listed && (item = readdir(listed));) {
        const long number = session_of(item->d_name);
        if (number > 0 && (session == 0 || number == session))
            try_socket(&search, folder, number);
    }
    if (listed)
        closedir(listed);
    return search;
}

int control_socket_connect(const char *folder, long session, long *found)
{
    const Search search = look_through(folder, session, NULL, 0);
    *found = search.found;
    errno = search.is_silent ? EAGAIN : ENOENT;
    return search.descriptor;
}

size_t control_socket_sessions(const char *folder, long *sessions, size_t most)
{
    const Search search = look_through(folder, 0, sessions, most);
    if (search.descriptor >= 0)
        close(search.descriptor);
    return search.count;
}

ssize_t control_socket_send(int descriptor, const char *bytes, size_t length)
{
#if defined(MSG_NOSIGNAL)
    return send(descriptor, bytes, length, MSG_NOSIGNAL);
#else
    return write(descriptor, bytes, length); /* see SO_NOSIGPIPE */
#endif
}
