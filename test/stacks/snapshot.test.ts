import { STACK_KINDS } from '../../lib/domain/cell';
import { templateOf, withoutAssetHashes } from '../support/assembly';

// One cell's stacks: parity.test.ts shows that another cell's are the same to the last byte. Nothing is put aside but the
// hashes of assets, so that a changed grant, policy or retention is seen in review, and a changed line of code is not.
describe('the templates of a cell', () => {
  it.each(STACK_KINDS)('of %s are as they were reviewed', (kind) => {
    expect(withoutAssetHashes(templateOf(kind))).toMatchSnapshot();
  });
});
