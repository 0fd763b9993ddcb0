/* SPDX-License-Identifier: MIT */
/* The setting `keys`: which keys do what, as a map from names of actions to names of keys (ui/widgets/action.h). A key
 * that would do two things on one screen is a problem, told at its place; the action then keeps its usual keys. */
#ifndef SETTINGS_KEY_SETTINGS_H
#define SETTINGS_KEY_SETTINGS_H

#include "yaml/schema.h"

/* Writes KeyBindings. */
FieldReader key_settings_read;

#endif
