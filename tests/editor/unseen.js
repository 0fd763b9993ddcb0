// SPDX-License-Identifier: MIT
// Broken files of tests/routines/bad whose mistake a JSON Schema cannot see, each with the reason. A file that the
// schema does catch must not stand here.

const times = 'it cannot compare two times';
const sums = 'it cannot add up';
const cues = 'it cannot compare the time of a cue with the hold, or with the cue before it';
const others = 'it cannot look into other files';

export const unseen = {
  'cue-before-start.yaml': cues,
  'cue-past-end.yaml': cues,
  'cue-past-right-end.yaml': cues,
  'cues-not-rising.yaml': cues,
  'hold-backwards.yaml': times,
  'instead-unknown.yaml': others,
  'knead-decimal.yaml': 'to YAML 1.0 and 1 are the same number',
  'least-longer-than-hold.yaml': times,
  'phase-cue-past-end.yaml': cues,
  'position-far-off.yaml': others,
  'position-of-phase.yaml': others,
  'position-other-props.yaml': others,
  'position-other-view.yaml': others,
  'position-unknown.yaml': others,
  'spine-two-decimals.yaml': 'it does not count the digits of a number',
  'too-many-hours.yaml': sums,
  'too-many-steps.yaml': sums,
  'use-broken-shared.yaml': others,
  'use-far-unknown.yaml': others,
  'use-hold-too-short.yaml': cues,
  'use-of-use.yaml': others,
  'use-passes-without-pace.yaml': others,
  'use-sides-left-right.yaml': others,
  'use-unknown.yaml': others,
};

// Those that a validator refuses and the language server is silent about.
export const untold = {
  'comments-only.yaml': 'it says nothing of a file without a value',
  'empty-file.yaml': 'it says nothing of a file without a value',
  'second-document.yaml': 'it takes each document for a whole',
};
