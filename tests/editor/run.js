// SPDX-License-Identifier: MIT
import {checkLanguageServer} from './language.js';
import {check, finish} from './report.js';
import {checkVerdicts} from './verdicts.js';

for (const [name, run] of Object.entries({'the schemas': checkVerdicts, 'yaml-language-server': checkLanguageServer})) {
  try {
    await run();
  } catch (error) {
    check(name, error.message);
  }
}
process.exitCode = finish();
