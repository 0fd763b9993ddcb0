/* SPDX-License-Identifier: MIT */
/* Adds each line of its standard input to a file, behind the moment at which it came, in ns of the monotonic clock. As a
 * voice it tells when it was given something to say; behind `knead --plain |`, when something happened. */
#include <stdio.h>
#include <time.h>

int main(int argc, char **argv)
{
    char line[4096];
    FILE *file = argc > 1 ? fopen(argv[1], "a") : NULL;
    if (!file)
        return 1;
    while (fgets(line, sizeof line, stdin)) {
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        fprintf(file, "%lld%09ld %s", (long long)now.tv_sec, now.tv_nsec, line);
        fflush(file);
    }
    return fclose(file) != 0;
}
