// SPDX-License-Identifier: MIT
// Where things are, and what knead says of them.

import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const program = process.env.KNEAD_PROGRAM ?? join(root, 'build/knead');
export const schemaNames = ['routine', 'moves', 'positions', 'config'];

// Fails on what is no UTF-8.
export function read(name) {
  return new TextDecoder('utf-8', {fatal: true}).decode(readFileSync(join(root, name)));
}

export function readSchema(name) {
  return JSON.parse(read(`share/schema/${name}.schema.json`));
}

// The YAML files of a folder by their paths from the root; none where there is no such folder.
export function yamlFiles(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).filter((name) => name.endsWith('.yaml')).sort().map((name) => `${folder}/${name}`);
}

// The first error of each file that knead finds wrong.
export function errorsByKnead(files) {
  const run = spawnSync(program, ['check', '--json', ...files], {cwd: root, encoding: 'utf8', maxBuffer: 1 << 26});
  if (run.error) throw run.error;
  const errors = new Map();
  for (const problem of JSON.parse(run.stdout)) {
    if (problem.severity === 'error' && !errors.has(problem.file)) errors.set(problem.file, problem.message);
  }
  return errors;
}
