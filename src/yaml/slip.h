/* SPDX-License-Identifier: MIT */
/* What a person probably did where libyaml found no YAML: a look at the line, and the one above it. */
#ifndef YAML_SLIP_H
#define YAML_SLIP_H

#include <stddef.h>

/* What to write instead, for libyaml's words and its place, both from 0; NULL where there is no telling. */
const char *slip_hint(const char *problem, const char *text, size_t length, size_t line, size_t column);

#endif
