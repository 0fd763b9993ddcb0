// SPDX-License-Identifier: MIT
// What an author sees in an editor: nothing on a good file, each mistake on its line, what a key means, which words
// there are. The schema is found as it is for everybody: by the first line that `knead new` writes.

import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {check} from './report.js';
import {Server} from './server.js';
import {errorsByKnead, program, read, readSchema, root, yamlFiles} from './tree.js';
import {unseen, untold} from './unseen.js';

const head = ['knead: 1', 'title: Try', 'moves:'];
const move = ['  - name: Press', '    areas: [calves]'];

// Bodies with one mistake, the line where it is told (from 1, the schema's line counting), and what the message says.
const mistakes = [
  {lines: [...head, '  - name: Press', '    areas: [claves]', '    hold: 45s'], line: 6, says: 'calves'},
  {lines: [...head, ...move, '    hold: 45 sec'], line: 7, says: 'a duration from 1s to 60m'},
  {lines: [...head, ...move, '    hold: 45s', '    passes: 5', '    pace: 4s'], line: 8, says: 'keep one of them'},
  {lines: [...head, ...move, '    hold: 45s', '    colour: red'], line: 8, says: 'colour'},
  {lines: [...head, ...move], line: 5, says: 'how long'},
  {lines: [...head, '  - calf-milker'], line: 5, says: '- use: calf-milker'},
  {lines: [...head, ...move, '    hold: 45s', '    pressure: 6-4'], line: 8, says: 'low to high'},
  {lines: [...head, ...move, '    breaths: 5'], line: 5, says: 'the length of a breath'},
  {lines: ['knead: 1', 'moves:', ...move, '    hold: 45s'], line: 2, says: 'title'},
];

// The text of a new routine, in a home of its own, with an editor that changes nothing.
function newRoutine(home) {
  const places = {HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data')};
  const env = {...process.env, ...places, VISUAL: '', EDITOR: 'true'};
  const run = spawnSync(program, ['new', 'lunch'], {env, cwd: home, encoding: 'utf8', input: ''});
  check('knead new', run.status !== 0 && `exit status ${run.status}: ${run.stderr}`);
  return readFileSync(join(home, 'config/knead/routines/lunch.yaml'), 'utf8');
}

function tell(diagnostics) {
  return diagnostics.map(({range, message}) => `${range.start.line + 1}: ${message}`).join(' | ') || 'nothing';
}

// What is no UTF-8 cannot even be sent to a server.
function isText(file) {
  try {
    return read(file) !== null;
  } catch {
    return false;
  }
}

async function checkMistake(server, path, schemaLine, {lines, line, says}) {
  const diagnostics = await server.open(path, `${[schemaLine, ...lines].join('\n')}\n`);
  const isTold = diagnostics.some(({range, message}) => range.start.line + 1 === line && message.includes(says));
  check(lines.at(-1), !isTold && `line ${line} should say '${says}', found ${tell(diagnostics)}`);
  check(lines.at(-1), diagnostics.length > 1 && `one mistake, more than one message: ${tell(diagnostics)}`);
}

async function checkHelp(server, path, schemaLine) {
  const {definitions} = readSchema('routine');
  const lines = [schemaLine, ...head, '  - name: Press', '    areas: [', '  - '];
  await server.open(path, lines.join('\n'));

  const hover = await server.askAt('textDocument/hover', path, 5, 6);
  const wanted = definitions.move.properties.areas.description;
  const shown = hover?.contents?.value ?? 'nothing';
  check('hover over areas', !shown.includes(wanted) && `should say '${wanted}', found ${shown}`);

  const areas = await server.askAt('textDocument/completion', path, 5, lines[5].length);
  const words = new Map(areas.items.map((item) => [item.label, item]));
  for (const word of definitions.area.enum) check('areas: [', !words.has(word) && `does not offer ${word}`);
  const documentation = JSON.stringify(words.get('calves')?.documentation ?? null);
  check('areas: [', !documentation.includes('lower legs') && `does not say what calves are: ${documentation}`);

  const items = await server.askAt('textDocument/completion', path, 6, 4);
  const offered = items.items.map((item) => item.label);
  for (const word of ['use', 'name', 'a rest', 'a repeat']) {
    check('an item', !offered.includes(word) && `does not offer ${word}: ${offered.join(', ')}`);
  }
}

// Every shipped file is quiet; of every broken one that the schema can see, something is told.
async function checkFiles(server, schemaLine) {
  const open = (file) => server.open(join(root, file), `${schemaLine}\n${read(file)}`);
  await Promise.all(yamlFiles('routines').map(async (file) => {
    const found = await open(file);
    check(file, found.length > 0 && `found ${tell(found)}`);
  }));
  const broken = yamlFiles('tests/routines/bad');
  const errors = errorsByKnead(broken);
  const seen = broken.filter((file) => errors.has(file) && !unseen[basename(file)] && isText(file));
  await Promise.all(seen.map(async (file) => {
    const found = await open(file);
    const isUntold = basename(file) in untold;
    check(file, !isUntold && found.length === 0 && `nothing is told in the editor: ${errors.get(file)}`);
    check(file, isUntold && found.length > 0 && `is in the list of what is not told, and it is: ${tell(found)}`);
  }));
}

export async function checkLanguageServer() {
  const home = mkdtempSync(join(tmpdir(), 'knead-editor-'));
  const server = new Server();
  try {
    const template = newRoutine(home);
    const [schemaLine] = template.split('\n', 1);
    check('knead new', !schemaLine.startsWith('# yaml-language-server: $schema=') && `first line: ${schemaLine}`);
    await server.start(root);
    const found = await server.open(join(home, 'lunch.yaml'), template);
    check('the template', found.length > 0 && `found ${tell(found)}`);
    for (const [index, mistake] of mistakes.entries()) {
      await checkMistake(server, join(home, `bad-${index}.yaml`), schemaLine, mistake);
    }
    await checkFiles(server, schemaLine);
    await checkHelp(server, join(home, 'help.yaml'), schemaLine);
  } finally {
    server.stop();
    rmSync(home, {recursive: true, force: true});
  }
}
