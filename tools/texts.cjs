// Texts that the application imports, for a program that runs from its sources: esbuild and jest have ways of their own.
const { readFileSync } = require('node:fs');

require.extensions['.md'] = (module, file) => {
  module.exports = readFileSync(file, 'utf8');
};
