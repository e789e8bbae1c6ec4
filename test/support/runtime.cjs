// What jest runs the files of a test in, made quick. Each test file has modules of its own, and jest compiles all of them
// anew for it: its own, ours, and the whole catalogue. Here a worker compiles a text once, and each file runs it afresh.
const asyncHooks = require('node:async_hooks');
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

// V8 forgets compiled functions that have not run for a while.
setFlagsFromString('--no-flush-bytecode');

const PACKAGES = `${path.sep}node_modules${path.sep}`;
/** What has been compiled in this worker, by the file it came from. */
const compiled = new Map();
/** Texts of packages, which nobody edits while tests run. */
const texts = new Map();

module.exports = class extends Runtime {
  #storages = [];

  constructor(config, environment, ...more) {
    super(config, environment, ...more);
    this.#shareTexts(this.fileCache);
    this.#shareScripts(this.executor, environment);
    this.#countStorages(this.coreModule);
  }

  teardown() {
    super.teardown();
    for (const storage of this.#storages) storage.disable();
  }

  #shareTexts(fileCache) {
    const read = fileCache.readFile.bind(fileCache);
    fileCache.readFile = (filename) => {
      if (!filename.includes(PACKAGES)) return read(filename);
      const text = texts.get(filename) ?? read(filename);
      texts.set(filename, text);
      return text;
    };
  }

  #shareScripts(executor, environment) {
    const { compile } = executor;
    // As jest wraps a module; it begins before the first column, so that places in stack traces stay right.
    const head = `(function (${executor.injectedModuleParameters.join(', ')}) {`;
    executor.compile = (source, filename) => {
      const context = environment.getVmContext();
      if (context === null) return null;
      const known = compiled.get(filename);
      if (known?.source === source && known.head === head) return known.script.runInContext(context);
      try {
        const script = new Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
        compiled.set(filename, { source, head, script });
        return script.runInContext(context);
      } catch {
        // Jest explains what is wrong with a text better.
        return compile.call(executor, source, filename);
      }
    };
  }

  /** Node 20 hands each promise to every storage that was ever used, and jest makes one for each test file. */
  #countStorages(coreModule) {
    const storages = this.#storages;
    class AsyncLocalStorage extends asyncHooks.AsyncLocalStorage {
      constructor(...args) {
        super(...args);
        storages.push(this);
      }
    }
    const counted = { ...asyncHooks, AsyncLocalStorage };
    const load = coreModule.require.bind(coreModule);
    coreModule.require = (name) => (/^(?:node:)?async_hooks$/.test(name) ? counted : load(name));
  }
};
