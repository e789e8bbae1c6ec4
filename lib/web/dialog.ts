import { el } from './dom';
import { WORDS } from './words';

/** Asks a person, in a dialog that the keyboard can leave; leaving it is a no. */
export function asked(title: string, question: string): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = el(
      'dialog',
      { 'aria-labelledby': 'asked' },
      el(
        'form',
        { method: 'dialog' },
        el('h2', { id: 'asked' }, title),
        el('p', {}, question),
        el('button', { value: 'yes', class: 'first' }, WORDS.yes),
        el('button', { value: 'no' }, WORDS.no),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
