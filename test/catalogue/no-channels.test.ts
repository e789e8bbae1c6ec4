import type { Example } from '../../lib/catalogue/channel';
import { NO_CHANNELS } from '../../lib/catalogue/no-channels/no-channels';
import { judge } from '../../lib/controls/proactive/judge';
import { stackOf } from '../support/in-memory';

const examples = NO_CHANNELS.flatMap(({ id, silent }) =>
  silent.map((example, index) => ({ id, number: index + 1, example })),
);

/** Names of policies have no region that the search could find: they are set aside lest it ever reads one into them. */
const withSetAside = NO_CHANNELS.filter(({ id, setAside }) => setAside !== undefined && id !== 'names-of-policies');

describe('what is no channel', () => {
  it('has one entry for each id, in kebab case', () => {
    const ids = NO_CHANNELS.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it.each(examples)('is passed in silence: $id, template $number', ({ example }) => {
    const findings = judge({ stacks: [stackOf({ ...example })] });
    expect(findings.map(({ channel, path, message }) => `${channel}: ${path}: ${message}`)).toEqual([]);
  });

  it.each(withSetAside)('is passed for what it is, and would be found in another resource: $id', ({ silent }) => {
    const found = silent.filter((example) => judge({ stacks: [stackOf({ ...inUnknownType(example) })] }).length > 0);
    expect(found).toEqual(silent);
  });
});

/** The same properties, in resources of a type that nobody knows. */
function inUnknownType({ Resources: resources }: Example): Example {
  return {
    Resources: Object.fromEntries(
      Object.entries(resources).map(([id, resource]) => [id, { ...resource, Type: 'Test::A::B' }]),
    ),
  };
}
