// SPDX-License-Identifier: MIT
// Counts what was checked and prints what was not as it should be.

let checks = 0;
let failures = 0;

// One check: `problem` is a sentence, or anything falsy where all is well.
export function check(name, problem) {
  checks += 1;
  if (!problem) return;
  failures += 1;
  console.error(`editor: ${name}: ${problem}`);
}

// The last line, in the words of the other tests; the exit status.
export function finish() {
  const passed = checks === 0 ? 0 : Math.floor((100 * (checks - failures)) / checks);
  console.log(`editor: ${passed}%: Checks: ${checks}, Failures: ${failures}`);
  return checks > 0 && failures === 0 ? 0 : 1;
}
