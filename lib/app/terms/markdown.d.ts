/** A text that the build puts into a function's code, byte for byte: `import text from './….md' with { type: 'text' }`. */
declare module '*.md' {
  const text: string;
  export default text;
}
