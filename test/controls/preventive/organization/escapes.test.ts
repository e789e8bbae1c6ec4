import { readFileSync } from 'node:fs';
import { escapes } from '../../../../lib/controls/preventive/organization/escapes';
import { serviceControls } from '../../../../lib/controls/preventive/organization/service-control';
import { escapeTable } from '../../../support/escape-table';
import { accountOfCell, CELLS } from '../../../support/organization';

const [cell] = CELLS;
const found = escapes(serviceControls(accountOfCell(cell as NonNullable<typeof cell>)));

describe('what no service control policy binds', () => {
  it('is refused to whoever configures it, or seen by another control', () => {
    expect(found.filter(({ refusedBy, coveredBy }) => refusedBy.length === 0 && coveredBy.length === 0)).toEqual([]);
  });

  it('is what docs/policies.md lists', () => {
    const [, listed] = /<!-- escapes -->\n([\s\S]*?)\n<!-- -->/u.exec(readFileSync('docs/policies.md', 'utf8')) ?? [];
    expect(listed).toBe(escapeTable(found));
  });
});
