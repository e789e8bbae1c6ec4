import { ProblemError } from '../client/problem-error';
import { isSignedOut } from './app';
import { type Child, el } from './dom';
import { wordsOf } from './messages';
import { WORDS } from './words';

export interface Field {
  /** As the request names it, so that what the home says of it is shown beside it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind?: 'text' | 'email' | 'password' | 'tel' | 'number' | 'url' | 'file' | 'lines' | 'check';
  /** @default - what autocomplete is off for */
  readonly autocomplete?: AutoFill;
  readonly value?: string;
  readonly optional?: boolean;
  /** What of a file can be chosen. */
  readonly accept?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

export interface FormProps {
  readonly fields: readonly Field[];
  readonly action: string;
  readonly kind?: 'first' | 'danger';
  readonly submit: (values: Readonly<Record<string, string>>, files: readonly File[]) => Promise<unknown>;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A form that says beside each field what is wrong with it, and what was refused as a whole before its button. */
export function form({ fields, action: label, kind = 'first', submit }: FormProps): HTMLFormElement {
  const parts = fields.map((field) => ({ field, ...control(field) }));
  const refused = el('p', { class: 'problem', role: 'alert' });
  const button = el('button', { type: 'submit', class: kind }, label);
  const element = el('form', { novalidate: true }, ...parts.map(({ row }) => row), refused, button);

  const say = (name: string, problem: string) => {
    const part = parts.find(({ field }) => field.name === name);
    if (part === undefined) return false;
    part.problem.textContent = problem;
    if (problem === '') part.input.removeAttribute('aria-invalid');
    else part.input.setAttribute('aria-invalid', 'true');
    return true;
  };
  const focusFirstProblem = () => parts.find(({ input }) => input.hasAttribute('aria-invalid'))?.input.focus();

  element.addEventListener('submit', (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-disabled') === 'true') return;
    refused.textContent = '';
    for (const { field, input } of parts) say(field.name, isMissing(field, input) ? WORDS.required : '');
    if (parts.some(({ input }) => input.hasAttribute('aria-invalid'))) return focusFirstProblem();
    const values = Object.fromEntries(parts.map(({ field, input }) => [field.name, enteredIn(input)]));
    const files = parts.flatMap(({ input }) => (input instanceof HTMLInputElement ? [...(input.files ?? [])] : []));
    void during(
      button,
      () => submit(values, files),
      (error) => {
        const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
        // A home names a member of the body, as `#/email`; it is told here in words of this page.
        const unsaid = errors.filter(({ pointer }) => {
          const name = pointer.replace(/^#\//, '');
          return !say(name, WORDS.wrong[name] ?? WORDS.problems['invalid_request'] ?? '');
        });
        refused.textContent = errors.length > 0 && unsaid.length === 0 ? '' : wordsOf(error);
        focusFirstProblem();
      },
    );
  });
  return element;
}

/** A button that says beside it what did not work. */
export function action(
  label: string,
  work: () => Promise<unknown>,
  options: { readonly kind?: 'first' | 'danger'; readonly name?: string } = {},
): HTMLElement {
  const { kind, name } = options;
  const refused = el('span', { class: 'problem', role: 'alert' });
  const button = el('button', { type: 'button', class: kind, 'aria-label': name }, label);
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    refused.textContent = '';
    void during(button, work, (error) => {
      refused.textContent = wordsOf(error);
    });
  });
  return el('span', { class: 'action' }, button, refused);
}

/** The event by which the page is told that a session has ended, whoever notices. */
export const SIGNED_OUT = 'signed-out';

/** The button keeps the focus, and says that it is at work. */
async function during(button: HTMLButtonElement, work: () => Promise<unknown>, refuse: (error: unknown) => void) {
  button.setAttribute('aria-disabled', 'true');
  try {
    await work();
  } catch (error) {
    if (isSignedOut(error)) document.dispatchEvent(new Event(SIGNED_OUT));
    else refuse(error);
  } finally {
    button.removeAttribute('aria-disabled');
  }
}

function control(field: Field): { readonly row: HTMLElement; readonly input: Control; readonly problem: HTMLElement } {
  const { name, label, hint, kind = 'text', value, options } = field;
  const id = `field-${name}`;
  const described = [hint === undefined ? [] : [`${id}-hint`], [`${id}-problem`]].flat().join(' ');
  const shared = {
    id,
    name,
    'aria-describedby': described,
    'aria-required': field.optional === true ? undefined : 'true',
    autocomplete: field.autocomplete ?? 'off',
  };
  const problem = el('p', { class: 'problem', id: `${id}-problem` });
  const hints: Child = hint === undefined ? undefined : el('p', { class: 'hint', id: `${id}-hint` }, hint);
  const input = inputOf(field, shared);
  if (value !== undefined) input.value = value;
  const named = el('label', { for: id }, label);
  const row =
    kind === 'check' && options === undefined
      ? el('div', { class: 'field' }, el('div', { class: 'check' }, input, named), hints, problem)
      : el('div', { class: 'field' }, named, hints, input, problem);
  return { row, input, problem };
}

function inputOf({ kind = 'text', options, accept }: Field, shared: Record<string, string | undefined>): Control {
  if (options !== undefined) {
    return el('select', shared, ...options.map(({ value, label }) => el('option', { value }, label)));
  }
  if (kind === 'lines') return el('textarea', { ...shared, rows: '3' });
  return el('input', { ...shared, accept, type: kind === 'check' ? 'checkbox' : kind });
}

function enteredIn(input: Control): string {
  if (input instanceof HTMLInputElement && input.type === 'checkbox') return input.checked ? 'yes' : '';
  return input.value;
}

function isMissing({ optional }: Field, input: Control): boolean {
  return optional !== true && enteredIn(input).trim() === '';
}
