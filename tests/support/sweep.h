/* SPDX-License-Identifier: MIT */
/* How much of a long sweep over the same code is done. */
#ifndef SUPPORT_SWEEP_H
#define SUPPORT_SWEEP_H

/* Each, or with sanitizers each fifth: they make it several times as slow, and look for what one case shows as well as
 * its neighbours. */
#ifdef __SANITIZE_ADDRESS__
enum { SWEEP_STEP = 5 };
#else
enum { SWEEP_STEP = 1 };
#endif

#endif
