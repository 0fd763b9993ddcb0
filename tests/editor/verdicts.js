// SPDX-License-Identifier: MIT
// The schemas and `knead check` are of one mind about every file, as far as a schema can see.

import Ajv from 'ajv';
import {parseDocument} from 'yaml';
import {basename, dirname} from 'node:path';
import {check} from './report.js';
import {errorsByKnead, read, readSchema, schemaNames, yamlFiles} from './tree.js';
import {unseen} from './unseen.js';

// What editors know beyond draft-07.
const editorWords = ['defaultSnippets', 'doNotSuggest', 'enumDescriptions', 'errorMessage'];

const goodFolders = ['routines', 'routines/moves', 'routines/positions', 'tests/routines/good',
  'tests/routines/good/moves', 'tests/routines/good/positions',
  'tests/routines/examples', 'tests/routines/examples/moves'];
const badFolders = ['tests/routines/bad', 'tests/routines/bad/moves', 'tests/routines/bad-positions/positions'];

const goodSettings = ['', '# nothing yet\n', 'places: desk\ntools: [tennis-ball]\nminutes: "10"\nhealth: []\n',
  'first: behind\ntheme: dark\nmotion: off\nminutes: 720\nplaces: [bed, floor]\n',
  'voice: on\nwords: short\nrate: 120\nsound: auto\nvolume: "060"\n', 'voice: "off"\nsound: off\n',
  'voice: [espeak-ng, -v, de, "", --stdin]\n', 'notices: osc-99\nawake: off\n',
  'hooks: {start: [playerctl, pause], switch: [a], end: [playerctl, ""]}\n', 'hooks: {}\n'];
const badSettings = ['place: desk\n', 'places: [desk, desk]\n', 'minutes: 0\n', 'minutes: 721\n', 'first: none\n',
  'theme: [dark]\n', 'tools: Tennis ball\n', 'health: pregnant\n', '- desk\n', 'voice: yes\n',
  'voice: espeak-ng --stdin\n', 'voice: []\n', 'voice: [say, [a]]\n', 'words: brief\n', 'rate: 49\n',
  'rate: 120%\n', 'sound: on\n', 'volume: 0\n', 'notices: on\n', 'awake: yes\n',
  'hooks: [a]\n', 'hooks: {start: playerctl pause}\n', 'hooks: {start: []}\n', 'hooks: {pause: [a]}\n'];

// Strict, so that a misspelt keyword is no silence; strict of "required" would forbid it apart from "properties".
function newValidator() {
  const validator = new Ajv({allErrors: true, strictTypes: true, strictTuples: true, allowUnionTypes: true});
  validator.addVocabulary(editorWords);
  return validator;
}

function describe(errors) {
  return errors.map((error) => `${error.instancePath || 'the file'} ${error.message}`).join('; ');
}

// What is wrong with a text, by YAML's own rules and then by the schema; null where nothing is. `give` gives the text.
function problemOf(give, validate) {
  try {
    const document = parseDocument(give(), {merge: true});
    if (document.errors.length > 0) return document.errors[0].message;
    return validate(document.toJS()) ? null : describe(validate.errors);
  } catch (error) {
    return error.message; // no UTF-8, an alias inside its own anchor, or too many of them
  }
}

// Every example that a schema gives is right by the very schema that gives it.
function checkExamples(validator, id, schema, path = '#') {
  if (schema === null || typeof schema !== 'object') return;
  for (const example of schema.examples ?? []) {
    const validate = validator.compile({$ref: `${id}${path}`});
    check(`${id}${path}`, !validate(example) && `example ${JSON.stringify(example)}: ${describe(validate.errors)}`);
  }
  for (const [key, value] of Object.entries(schema)) {
    if (key !== 'examples') checkExamples(validator, id, value, `${path}/${key}`);
  }
}

function compileAll() {
  const validator = newValidator();
  const validators = {};
  for (const name of schemaNames) {
    const schema = readSchema(name);
    check(`${name}.schema.json`, !validator.validateSchema(schema) && describe(validator.errors));
    validators[name] = validator.compile(schema);
    checkExamples(validator, schema.$id, schema);
  }
  return validators;
}

function validatorOf(validators, file) {
  return validators[basename(dirname(file))] ?? validators.routine;
}

function checkGood(validators) {
  const files = goodFolders.flatMap(yamlFiles);
  const errors = errorsByKnead(files);
  for (const file of files) {
    const problem = problemOf(() => read(file), validatorOf(validators, file));
    check(file, errors.has(file) && `knead finds it wrong: ${errors.get(file)}`);
    check(file, problem && `the schema finds it wrong: ${problem}`);
  }
}

// A broken file, or one with a warning alone, which is right to a schema.
function checkBroken(file, error, problem) {
  const reason = unseen[basename(file)];
  if (reason) {
    check(file, !error && 'stands in the list of mistakes that no schema sees, and knead finds nothing wrong');
    check(file, problem && `the schema sees it (${problem}): take it out of the list, which says that ${reason}`);
  } else {
    check(file, error && !problem && `knead finds it wrong, the schema does not: ${error}`);
    check(file, !error && problem && `the schema finds it wrong, knead does not: ${problem}`);
  }
}

function checkBad(validators) {
  const files = badFolders.flatMap(yamlFiles);
  const errors = errorsByKnead(files);
  for (const file of files) {
    checkBroken(file, errors.get(file), problemOf(() => read(file), validatorOf(validators, file)));
  }
  for (const name of Object.keys(unseen)) {
    check(name, !files.some((file) => basename(file) === name) && 'is in the list, but not in the folder');
  }
}

export function checkVerdicts() {
  const validators = compileAll();
  checkGood(validators);
  checkBad(validators);
  for (const text of goodSettings) check('good settings', problemOf(() => text, validators.config));
  for (const text of badSettings) {
    check('bad settings', !problemOf(() => text, validators.config) && `nothing found in ${JSON.stringify(text)}`);
  }
}
