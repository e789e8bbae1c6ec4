/** Makes a module of a text, as the build does for what is imported with the type 'text'. */
export default { process: (text) => ({ code: `module.exports = ${JSON.stringify(text)};` }) };
