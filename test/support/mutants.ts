import { type Policy, policyOf, type Statement } from '../../lib/controls/preventive/policy';
import { isLike } from '../../lib/domain/like';
import { type AskedCell, ask, type OrganizationCase } from './organization';

/** A statement with one thing less. */
export interface Mutant {
  readonly name: string;
  /** Undefined where the statement is taken out as a whole. */
  readonly statement: Statement | undefined;
}

/** Every way to take one thing out of a statement: itself, an action, a resource, a condition, one of its values. */
function mutantsOf(statement: Statement): Mutant[] {
  const { Sid } = statement;
  return [
    { name: `${Sid}: gone`, statement: undefined },
    ...shorter(statement, 'Action'),
    ...shorter(statement, 'NotAction'),
    ...withoutResource(statement),
    ...withoutConditions(statement),
    ...withLooserRegions(statement),
  ];
}

function shorter(statement: Statement, element: 'Action' | 'NotAction'): Mutant[] {
  const actions = [statement[element] ?? []].flat();
  if (actions.length < 2) return [];
  return actions.map((action) => ({
    name: `${statement.Sid}: without ${action}`,
    statement: { ...statement, [element]: actions.filter((other) => other !== action) },
  }));
}

function withoutResource(statement: Statement): Mutant[] {
  const { Resource, NotResource, ...rest } = statement;
  return NotResource !== undefined || (Resource !== undefined && Resource !== '*')
    ? [{ name: `${statement.Sid}: for every resource`, statement: { ...rest, Resource: '*' } }]
    : [];
}

function withoutConditions(statement: Statement): Mutant[] {
  const { Condition = {} } = statement;
  // Of a key that holds a list any value has to match: where it is missing none does, and the guard changes nothing.
  const lists = Object.entries(Condition).flatMap(([operator, keys]) =>
    operator.startsWith('ForAnyValue:') ? Object.keys(keys) : [],
  );
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, value]) => [
      ...(operator === 'Null' && lists.includes(key)
        ? []
        : [
            {
              name: `${statement.Sid}: without ${operator} ${key}`,
              statement: { ...statement, Condition: without(Condition, operator, key) },
            },
          ]),
      ...(typeof value === 'string' || value.length < 2
        ? []
        : value.map((one) => ({
            name: `${statement.Sid}: ${operator} ${key} without ${one}`,
            statement: {
              ...statement,
              Condition: { ...Condition, [operator]: { ...keys, [key]: value.filter((other) => other !== one) } },
            },
          }))),
    ]),
  );
}

function without(condition: NonNullable<Statement['Condition']>, operator: string, key: string) {
  return Object.fromEntries(
    Object.entries(condition).flatMap(([name, keys]) => {
      const kept = Object.entries(keys).filter(([other]) => name !== operator || other !== key);
      return kept.length === 0 ? [] : [[name, Object.fromEntries(kept)]];
    }),
  );
}

/** A region that is meant by its beginning, which admits its neighbours. */
function withLooserRegions(statement: Statement): Mutant[] {
  const text = JSON.stringify(statement.Condition ?? {});
  // Not within names of roles, which end with the region of their bootstrap.
  const looser = text.replaceAll(/(?<!exec-role-\*-)(eu-central|ap-southeast)-1(?=[":.?])/gu, '$1-*');
  return looser === text
    ? []
    : [
        {
          name: `${statement.Sid}: regions by their beginning`,
          statement: {
            ...statement,
            Condition: JSON.parse(looser.replaceAll('StringNotEquals', 'StringNotLike')) as NonNullable<
              Statement['Condition']
            >,
          },
        },
      ];
}

/** A call, and whether it has to be refused. */
export interface Expectation {
  readonly one: OrganizationCase;
  readonly isRefused: boolean;
  /** Whether it has to be refused where its region is one of the account's, too, as us-east-1 can be. */
  readonly whereverItIsMade?: boolean;
}

/**
 * Tries each mutant of a policy's statements against the calls whose action it is about.
 *
 * @returns the mutants that no call tells from the statement as it is, and how many there were
 */
export async function survivors(
  statements: readonly Statement[],
  kind: 'serviceControls' | 'resourceControls',
  expectations: readonly Expectation[],
  cell: AskedCell,
): Promise<{ readonly survived: string[]; readonly tried: number }> {
  const refuses = async (statement: Statement, one: OrganizationCase): Promise<boolean> => {
    if (!isAbout(statement, one.action)) return false;
    const policies: readonly Policy[] = [policyOf(statement)];
    const controls = { serviceControls: [], resourceControls: [], [kind]: policies };
    return (await ask(one, cell, controls)) === 'ExplicitlyDenied';
  };
  const refusedBy = new Map<Expectation, Set<string>>();
  for (const expectation of expectations) {
    const by = new Set<string>();
    for (const statement of statements) if (await refuses(statement, expectation.one)) by.add(statement.Sid);
    if (expectation.whereverItIsMade === true) {
      by.delete('NothingAbroad');
      by.delete('NothingAbroadButLandingZone');
    }
    refusedBy.set(expectation, by);
  }
  const survived: string[] = [];
  let tried = 0;
  for (const statement of statements) {
    for (const mutant of mutantsOf(statement)) {
      tried += 1;
      if (!(await isTold(statement, mutant, refusedBy, refuses))) survived.push(mutant.name);
    }
  }
  return { survived, tried };
}

async function isTold(
  original: Statement,
  { statement }: Mutant,
  refusedBy: ReadonlyMap<Expectation, ReadonlySet<string>>,
  refuses: (statement: Statement, one: OrganizationCase) => Promise<boolean>,
): Promise<boolean> {
  for (const [{ one, isRefused }, by] of refusedBy) {
    const was = by.has(original.Sid);
    // Another statement refuses the call as well, or the mutant cannot change what is answered to it.
    if (by.size > (was ? 1 : 0) || (isRefused ? !was : was)) continue;
    const now = statement === undefined ? false : await refuses(statement, one);
    if (now !== isRefused) return true;
  }
  return false;
}

function isAbout({ Action, NotAction }: Statement, action: string): boolean {
  return Action === undefined
    ? ![NotAction ?? []].flat().some((pattern) => isLike(action, pattern))
    : [Action].flat().some((pattern) => isLike(action, pattern));
}
