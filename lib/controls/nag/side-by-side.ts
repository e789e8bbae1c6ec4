import { createHash } from 'node:crypto';
import { cellName, STACK_KINDS, type StackKind } from '../../domain/cell';
import { JURISDICTION_IDS } from '../../domain/jurisdictions';
import type { ComparedTemplate, NagCell } from '../../domain/nag';
import type { ReviewedStack } from './read-evidence';

const CELLS = JURISDICTION_IDS.map((jurisdiction) => cellName(jurisdiction));

/** The cells of an assembly: of each, a region and an account, which all of its stacks have. */
export function cellsIn(stacks: readonly ReviewedStack[]): readonly NagCell[] {
  return CELLS.flatMap((name) => {
    const own = stacks.find((stack) => placeIn(stack.name)?.cell === name);
    return own === undefined ? [] : [{ name, region: own.region, account: own.account }];
  });
}

/**
 * What the templates of each kind come to when what is a cell's own is put aside: its name, region (and so its zones) and
 * account. Equal hashes prove that what was found in one cell is true of the other.
 */
export function compareTemplates(
  stacks: readonly ReviewedStack[],
  cells: readonly NagCell[],
): readonly ComparedTemplate[] {
  return STACK_KINDS.flatMap((kind) => {
    const hashes = cells.flatMap((cell): [string, string][] => {
      const stack = stacks.find(({ name }) => isStack(name, cell.name, kind));
      return stack === undefined ? [] : [[cell.name, hashOf(putAside(stack.text, cell))]];
    });
    if (hashes.length === 0) return [];
    const same = hashes.length === cells.length && new Set(hashes.map(([, hash]) => hash)).size === 1;
    return [{ stack: kind, hashes: Object.fromEntries(hashes), same }];
  });
}

/** The text of a cell with what is its own put aside, and nothing else. */
function putAside(text: string, { name, region, account }: NagCell): string {
  return text
    .replaceAll(region, '<region>')
    .replaceAll(account, '<account>')
    .replaceAll(new RegExp(`\\b${name}\\b`, 'gu'), '<cell>');
}

/** The cell that a construct's path or a stack's name begins with. */
export function placeIn(path: string): { readonly cell: string; readonly rest: string } | undefined {
  const [stack = '', ...rest] = path.split('/');
  const cell = CELLS.find((name) => STACK_KINDS.some((kind) => isStack(stack, name, kind)) || stack === name);
  return cell === undefined ? undefined : { cell, rest: [stack.replace(cell, '<cell>'), ...rest].join('/') };
}

function isStack(stack: string, cell: string, kind: StackKind): boolean {
  return stack === `${cell}-${kind}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
