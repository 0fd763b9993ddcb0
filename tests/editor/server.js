// SPDX-License-Identifier: MIT
// A conversation with yaml-language-server over standard input and output, as an editor has it.

import {spawn} from 'node:child_process';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';

const patienceMs = 60000;
const settings = {
  yaml: {validate: true, hover: true, completion: true, schemaStore: {enable: false}, schemas: {}},
};
const capabilities = {
  workspace: {configuration: true, didChangeConfiguration: {dynamicRegistration: true}},
  textDocument: {
    publishDiagnostics: {},
    hover: {contentFormat: ['markdown', 'plaintext']},
    completion: {completionItem: {snippetSupport: true, documentationFormat: ['markdown', 'plaintext']}},
  },
};

function serverProgram() {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('yaml-language-server/package.json')), 'bin/yaml-language-server');
}

export class Server {
  #child = spawn(process.execPath, [serverProgram(), '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']});
  #received = Buffer.alloc(0);
  #answers = new Map();
  #diagnostics = new Map();
  #lastId = 0;

  constructor() {
    this.#child.stdout.on('data', (bytes) => this.#receive(bytes));
    this.#child.on('exit', (code) => this.#giveUp(new Error(`yaml-language-server ended with ${code}`)));
    this.#child.on('error', (error) => this.#giveUp(error));
  }

  #giveUp(error) {
    for (const {reject} of [...this.#answers.values(), ...this.#diagnostics.values()]) reject(error);
  }

  #send(message) {
    const body = Buffer.from(JSON.stringify({jsonrpc: '2.0', ...message}));
    this.#child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#child.stdin.write(body);
  }

  #receive(bytes) {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString('ascii', 0, end))[1]);
      const start = end + 4;
      if (this.#received.length < start + length) return;
      const message = JSON.parse(this.#received.toString('utf8', start, start + length));
      this.#received = this.#received.subarray(start + length);
      this.#take(message);
    }
  }

  #take(message) {
    if (message.method === 'workspace/configuration') {
      const result = message.params.items.map((item) => settings[item.section] ?? {});
      this.#send({id: message.id, result});
    } else if (message.method === 'textDocument/publishDiagnostics') {
      const {uri, diagnostics} = message.params;
      this.#diagnostics.get(uri)?.resolve(diagnostics);
    } else if (message.method !== undefined && message.id !== undefined) {
      this.#send({id: message.id, result: null});
    } else if (message.id !== undefined) {
      const answer = this.#answers.get(message.id);
      this.#answers.delete(message.id);
      if (message.error) answer.reject(new Error(message.error.message));
      else answer.resolve(message.result);
    }
  }

  #wait(map, key, what) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${what} in ${patienceMs} ms`)), patienceMs);
      const settle = (then) => (value) => {
        clearTimeout(timer);
        then(value);
      };
      map.set(key, {resolve: settle(resolve), reject: settle(reject)});
    });
  }

  ask(method, params) {
    this.#lastId += 1;
    const answer = this.#wait(this.#answers, this.#lastId, method);
    this.#send({id: this.#lastId, method, params});
    return answer;
  }

  tell(method, params) {
    this.#send({method, params});
  }

  async start(folder) {
    const rootUri = pathToFileURL(folder).href;
    await this.ask('initialize', {processId: process.pid, rootUri, capabilities});
    this.tell('initialized', {});
    this.tell('workspace/didChangeConfiguration', {settings});
  }

  // Opens a text under a path; its diagnostics.
  async open(path, text) {
    const uri = pathToFileURL(path).href;
    const diagnostics = this.#wait(this.#diagnostics, uri, `opening ${path}`);
    this.tell('textDocument/didOpen', {textDocument: {uri, languageId: 'yaml', version: 1, text}});
    return diagnostics;
  }

  askAt(method, path, line, character) {
    return this.ask(method, {textDocument: {uri: pathToFileURL(path).href}, position: {line, character}});
  }

  stop() {
    this.#child.removeAllListeners('exit');
    this.#child.kill();
  }
}
