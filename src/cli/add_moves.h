/* SPDX-License-Identifier: MIT */
/* A file of shared moves that somebody sent: checked, shown, and copied beside one's own, where none of its moves would
 * take the place of one that is there. */
#ifndef CLI_ADD_MOVES_H
#define CLI_ADD_MOVES_H

#include "cli/received_file.h"

/* Tells all of it; returns the exit status. */
int add_moves(const ReceivedFile *received, const Call *call, Library *library);

#endif
