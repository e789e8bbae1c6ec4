const { TestEnvironment } = require('jest-environment-node');

/** Where mutation tests run: jest stops after a file in which a test failed, and this within it, for one failure answers the question. */
module.exports = class extends TestEnvironment {
  #failed = false;

  handleTestEvent({ name, test }) {
    if (name === 'test_start' && this.#failed) test.mode = 'skip';
    if (name === 'test_done' && test.errors.length > 0) this.#failed = true;
  }
};
