const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { deserialize, serialize } = require('node:v8');
const { Script, constants } = require('node:vm');

/** As Node wraps a module, with the first line of the module left the first one. */
const [HEAD, TAIL] = ['(function (exports, require, module, __filename, __dirname) {\n', '\n})'];
const DIGEST = { algorithm: 'sha256', bytes: 32 };

/** With these, requests can lead elsewhere, or what is remembered looks different. */
const CONDITIONS = [__filename, path.join(__dirname, '..', 'node_modules', '.package-lock.json')];

/**
 * Requires a CommonJS file as `require` does, with what an earlier run has learnt: where each request led, and what V8 made of
 * each file, with the functions that were compiled only when they were called. Both take half of the time of a synthesis.
 *
 * Nothing stale is used: a file that is not to the last detail the one that was read then is read again. Nor is it missed
 * where there is none, where it is damaged, or where another Node has written it, whose code V8 turns down.
 *
 * @param entry the file
 * @param memory the file of what was learnt; written when the process ends, if there is more to say
 * @param isKnown whether a file is CommonJS and can be treated so; what is not is left to Node
 */
module.exports = function quickRequire(entry, memory, isKnown) {
  const learnt = recall(memory);
  const loaded = new Map();
  let isNews = false;
  process.on('exit', () => {
    if (isNews) remember(memory, loaded);
  });
  return load(entry);

  function load(file) {
    const earlier = require.cache[file];
    if (earlier !== undefined) return earlier.exports;
    const { script, leads } = read(file);
    const module = new Module(file);
    module.filename = file;
    require.cache[file] = module;
    try {
      const run = script.runInThisContext();
      run.call(module.exports, module.exports, requireOf(file, leads), module, file, path.dirname(file));
      module.loaded = true;
    } finally {
      if (!module.loaded) delete require.cache[file];
    }
    return module.exports;
  }

  function read(file) {
    const stamp = stampOf(file);
    let known = learnt.get(file);
    let script = known?.stamp === stamp ? compile(file, known) : undefined;
    if (script === undefined || script.cachedDataRejected) {
      isNews = true;
      known = { stamp, text: HEAD + readFileSync(file, 'utf8').replace(/^#!/u, '//') + TAIL, leads: new Map() };
      script = compile(file, known);
    }
    const { text, leads, code } = known;
    loaded.set(file, { stamp, text, leads, code: () => code ?? script.createCachedData() });
    return { script, leads };
  }

  function requireOf(file, leads) {
    let ordinary;
    const own = () => (ordinary ??= Module.createRequire(file));
    const quick = (request) => {
      if (!leads.has(request)) {
        leads.set(request, own().resolve(request));
        isNews = true;
      }
      const found = leads.get(request);
      return isKnown(found) ? load(found) : own()(request);
    };
    for (const name of ['resolve', 'cache', 'main', 'extensions']) {
      Object.defineProperty(quick, name, { get: () => own()[name] });
    }
    return quick;
  }
};

function compile(filename, { text, code }) {
  const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  return new Script(text, { filename, lineOffset: -1, cachedData: code, importModuleDynamically });
}

/** What changes when a file does. Taken before it is read: whatever happens in between is noticed the next time. */
function stampOf(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && [stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(' ');
}

function recall(memory) {
  try {
    const whole = readFileSync(memory);
    const body = whole.subarray(DIGEST.bytes);
    // V8 believes what it is given: damaged code ends the process.
    if (!digestOf(body).equals(whole.subarray(0, DIGEST.bytes))) return new Map();
    const { conditions, files } = deserialize(body);
    return conditions === conditionsNow() ? files : new Map();
  } catch {
    return new Map();
  }
}

function remember(memory, loaded) {
  const own = `${memory}.${process.pid}`;
  try {
    const files = new Map([...loaded].map(([file, { code, ...known }]) => [file, { ...known, code: code() }]));
    const body = serialize({ conditions: conditionsNow(), files });
    mkdirSync(path.dirname(memory), { recursive: true });
    writeFileSync(own, Buffer.concat([digestOf(body), body]));
    renameSync(own, memory);
  } catch {
    // Where nothing can be written, each run takes its time.
    if (existsSync(own)) rmSync(own, { force: true });
  }
}

function digestOf(body) {
  return createHash(DIGEST.algorithm).update(body).digest();
}

function conditionsNow() {
  return CONDITIONS.map(stampOf).join('\n');
}
