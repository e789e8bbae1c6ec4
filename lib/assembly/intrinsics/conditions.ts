import { texts } from '../combine';
import { both, type Given, givenThat, givenThatNot, NOTHING } from '../given';
import type { Outcome, Resolver } from '../resolver';
import type { Stack } from '../stack';
import { isMap, isText } from '../template';
import { canonical, couldBeEqual, known, type Text, wholeHole } from '../text';

/** Beyond this many outcomes, only whether a condition can hold and can fail is told. */
const MOST_OUTCOMES = 64;

/** The outcomes of a condition's expression: one where it is decided, more where only the deployment decides. */
export function outcomes(expression: unknown, stack: Stack, resolver: Resolver): readonly Outcome[] {
  if (typeof expression === 'boolean') return decided(expression);
  if (!isMap(expression)) return undecided(expression, stack);
  const [operator = '', ...others] = Object.keys(expression);
  const operands = expression[operator];
  if (others.length > 0) return undecided(expression, stack);
  if (operator === 'Condition' && isText(operands)) return resolver.condition(operands, stack);
  if (!Array.isArray(operands)) return undecided(expression, stack);
  const evaluate = (operand: unknown) => outcomes(operand, stack, resolver);
  switch (operator) {
    case 'Fn::Equals':
      return equality(operands, stack, resolver);
    case 'Fn::Not':
      return evaluate(operands[0]).map(({ holds, given }) => ({ holds: !holds, given }));
    case 'Fn::And':
      return every(operands, evaluate, false);
    case 'Fn::Or':
      return every(operands, evaluate, true);
    default:
      return undecided(expression, stack);
  }
}

/** And, and Or as its mirror image: `settled` is the outcome of one operand that settles the whole. */
function every(
  operands: readonly unknown[],
  evaluate: (operand: unknown) => readonly Outcome[],
  settled: boolean,
): readonly Outcome[] {
  let sofar: readonly Outcome[] = decided(!settled);
  for (const operand of operands) {
    if (sofar.every(({ holds }) => holds === settled)) return sofar;
    const next = evaluate(operand);
    sofar = reduced(
      sofar.flatMap((outcome) =>
        outcome.holds === settled ? [outcome] : next.flatMap((other) => together(outcome, other)),
      ),
    );
  }
  return sofar;
}

/** What follows once all before it have left the matter open. */
function together({ given }: Outcome, next: Outcome): Outcome[] {
  const merged = both(given, next.given);
  return merged === undefined ? [] : [{ holds: next.holds, given: merged }];
}

function equality([one, other]: readonly unknown[], stack: Stack, resolver: Resolver): readonly Outcome[] {
  const left = texts(resolver.resolve(one, stack));
  const right = texts(resolver.resolve(other, stack));
  const results: Outcome[] = [];
  for (const a of left) {
    for (const b of right) {
      const given = both(a.possible.given, b.possible.given);
      if (given !== undefined) results.push(...compared(a.text, b.text, given));
    }
  }
  return results.length > 0 ? reduced(results) : undecided({ 'Fn::Equals': [one, other] }, stack);
}

function compared(one: Text, other: Text, given: Given): Outcome[] {
  if (canonical(one) === canonical(other)) return [{ holds: true, given }];
  if (!couldBeEqual(one, other)) return [{ holds: false, given }];
  const [hole, value] = [wholeHole(one) ?? wholeHole(other), known(one) ?? known(other)];
  const [key, taken] =
    hole !== undefined && value !== undefined
      ? [hole.key, value]
      : [`equality of ${[canonical(one), canonical(other)].toSorted().join('\u0001')}`, 'true'];
  return [
    { holds: true, given: both(given, givenThat(key, taken)) },
    { holds: false, given: both(given, givenThatNot(key, taken)) },
  ].filter((outcome): outcome is Outcome => outcome.given !== undefined);
}

/** Outcomes cover everything that can be given: where all are the same, nothing has to be given. */
function reduced(results: readonly Outcome[]): readonly Outcome[] {
  const [first] = results;
  if (first !== undefined && results.every(({ holds }) => holds === first.holds)) return decided(first.holds);
  if (results.length <= MOST_OUTCOMES) return results;
  return [true, false]
    .filter((holds) => results.some((outcome) => outcome.holds === holds))
    .map((holds) => ({ holds, given: NOTHING }));
}

function decided(holds: boolean): readonly Outcome[] {
  return [{ holds, given: NOTHING }];
}

/** Both, each consistent with itself wherever the same expression stands. */
export function undecided(expression: unknown, stack: Stack): readonly Outcome[] {
  const key = `condition ${stack.id} ${JSON.stringify(expression) ?? ''}`;
  return [
    { holds: true, given: givenThat(key, 'true') },
    { holds: false, given: givenThat(key, 'false') },
  ];
}
