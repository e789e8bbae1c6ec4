/** Every error that domicile throws on purpose: a stable PascalCase `code`, and a message that says what, where and what to do. */
export abstract class DomicileError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The jurisdictions table, an environment variable or a construct's place in the app is wrong. */
export class ConfigurationError extends DomicileError {}

/** Input from outside (a template, a file, an argument) cannot be judged as it is. */
export class InputError extends DomicileError {}
