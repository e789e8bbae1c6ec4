import { checkResidency } from '../../../lib/controls/residency/check-residency';
import { inFolder, within } from '../../support/folder';

describe('checkResidency', () => {
  it.each([
    ['says at which line a resource is written', undefined, 2],
    ['leaves that out where nobody shows it', false, undefined],
  ])('%s', (_name, places, line) => {
    const template = '{"Resources": {\n"Key": {"Type": "AWS::KMS::Key", "Properties": {"MultiRegion": true}}}}';
    const { findings } = inFolder({ 'template.json': template }, (folder) =>
      within(folder, () => checkResidency(['template.json'], { homeRegion: 'eu-central-1', places })),
    );
    expect(findings.map(({ channel, line: found }) => ({ channel, line: found }))).toEqual([
      { channel: 'kms-multi-region-key', line },
    ]);
  });
});
