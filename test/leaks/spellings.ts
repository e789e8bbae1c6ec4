import type { Carrier, CarrierForm } from './carriers';
import { ABROAD, HOME } from './values';

/** A way to write a value, and what of a template and its assembly the way needs. */
export interface Spelling {
  readonly name: string;
  /** Why a carrier cannot be written like this. @default - every carrier can */
  readonly whyNot?: (carrier: Carrier) => string | undefined;
  /** Whether it leaves open where the value leads, so that it is found as unknown, and maybe at what is around it. */
  readonly isOpen?: boolean;
  readonly write: (asked: Asked) => Written;
}

export interface Asked {
  readonly value: unknown;
  /** What a decoy beside it is: the value of the twin in the leak, and of the leak in the twin. */
  readonly other: unknown;
  readonly isLeak: boolean;
  /** Whether a choice that can also be at home is no hint of what is abroad. */
  readonly isHint: boolean;
  /** Unique in the assembly. */
  readonly name: string;
}

export interface Written {
  readonly value: unknown;
  readonly Parameters?: Entries;
  readonly Mappings?: Entries;
  readonly Conditions?: Entries;
  /** What a sibling stack exports. */
  readonly exports?: Entries;
  /** What a parent stack passes to the parameters. */
  readonly passes?: Entries;
  /** What the assembly passes to the parameters. */
  readonly given?: Readonly<Record<string, string>>;
}

type Entries = Readonly<Record<string, unknown>>;

const FUNCTIONS_MAKE_TEXT: Partial<Readonly<Record<CarrierForm, string>>> = {
  structure: 'the function makes a text, and a map or a list stands there',
  absence: 'the function makes a text, and it is the absence that leaks',
  name: 'no function stands for the name of a member',
  resource: 'the resource leaks by being there, whatever is written in it',
};

function notText({ form }: Carrier): string | undefined {
  return FUNCTIONS_MAKE_TEXT[form];
}

function aName({ form }: Carrier): string | undefined {
  return form === 'name' ? FUNCTIONS_MAKE_TEXT.name : undefined;
}

const NO_VALUE = { Ref: 'AWS::NoValue' };

/** Of a value that is text. One that is not there has no spelling but its absence. */
function ofText(write: (text: string, other: string, asked: Asked) => Written): Spelling['write'] {
  return (asked) => {
    const { value, other } = asked;
    return value === undefined ? { value: NO_VALUE } : write(textOf(value), textOf(other ?? 'decoy'), asked);
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Cut where a search for the whole would not find it: within the region, or else in the middle. */
function halves(text: string): [string, string] {
  const region = [ABROAD, HOME].find((name) => text.includes(name));
  const at = region === undefined ? Math.ceil(text.length / 2) : text.indexOf(region) + region.indexOf('-') + 1;
  return [text.slice(0, at), text.slice(at)];
}

function noRegionIn(carrier: Carrier): string | undefined {
  let hasRegion = false;
  carrier.resource('leak', (value) => {
    hasRegion ||= typeof value === 'string' && value.includes(ABROAD);
    return value;
  });
  return hasRegion ? undefined : 'the value names no region';
}

const STAGE = { Stage: { Type: 'String' } };

/** Spellings of which each leak is a template of its own. */
export const SPELLINGS: readonly Spelling[] = [
  { name: 'literal', write: ({ value }) => ({ value }) },
  {
    name: 'Fn::Sub',
    whyNot: notText,
    write: ofText((text) => {
      const [head, tail] = halves(text);
      return { value: { 'Fn::Sub': ['${Head}${Tail}', { Head: head, Tail: tail }] } };
    }),
  },
  {
    name: 'Fn::Join',
    whyNot: notText,
    write: ofText((text) => ({ value: { 'Fn::Join': ['', halves(text)] } })),
  },
  {
    name: 'Fn::Select',
    whyNot: notText,
    write: ofText((text, other) => ({ value: { 'Fn::Select': [1, [other, text, other]] } })),
  },
  {
    name: 'Fn::Split',
    whyNot: notText,
    write: ofText((text, other) => ({ value: { 'Fn::Select': ['1', { 'Fn::Split': ['~', `${other}~${text}`] }] } })),
  },
  {
    name: 'Fn::FindInMap',
    whyNot: notText,
    write: ofText((text, other) => ({
      Mappings: { Places: { asked: { to: text, from: other }, other: { to: other, from: other } } },
      value: { 'Fn::FindInMap': ['Places', 'asked', 'to'] },
    })),
  },
  {
    name: 'Fn::FindInMap by AWS::Region',
    whyNot: notText,
    write: ofText((text, other) => ({
      Mappings: { Places: { [HOME]: { to: text }, [ABROAD]: { to: other } } },
      value: { 'Fn::FindInMap': ['Places', { Ref: 'AWS::Region' }, 'to'] },
    })),
  },
  {
    name: "a parameter's default",
    whyNot: notText,
    write: ofText((text) => ({
      Parameters: { Where: { Type: 'String', Default: text } },
      value: { Ref: 'Where' },
    })),
  },
  {
    name: "a parameter's AllowedValues",
    whyNot: notText,
    write: ofText((text, other, { isLeak, isHint }) => ({
      Parameters: { Where: { Type: 'String', AllowedValues: isLeak && !isHint ? [other, text] : [text] } },
      value: { Ref: 'Where' },
    })),
  },
  {
    name: "a parameter that the assembly's manifest gives",
    whyNot: notText,
    write: ofText((text, other) => ({
      Parameters: { Where: { Type: 'String', Default: other } },
      given: { Where: text },
      value: { Ref: 'Where' },
    })),
  },
  {
    name: 'a parameter that nothing binds',
    isOpen: true,
    whyNot: (carrier) => notText(carrier) ?? carrier.passesUnbound.value,
    write: ofText((text, _, { isLeak }) => ({
      Parameters: { Where: { Type: 'String', ...(!isLeak && { AllowedValues: [text] }) } },
      value: { Ref: 'Where' },
    })),
  },
  {
    name: 'Fn::Sub around a region that nothing binds',
    isOpen: true,
    whyNot: (carrier) => notText(carrier) ?? carrier.passesUnbound.region ?? noRegionIn(carrier),
    write: ofText((text, _, { isLeak }) => ({
      Parameters: { Where: { Type: 'String', ...(!isLeak && { AllowedPattern: `^(${HOME})$` }) } },
      value: { 'Fn::Sub': text.replaceAll(isLeak ? ABROAD : HOME, '${Where}') },
    })),
  },
  {
    name: 'Fn::If, undecided',
    whyNot: aName,
    write: ({ value = NO_VALUE, other = NO_VALUE, isLeak }) => ({
      Parameters: STAGE,
      Conditions: { IsLive: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      value: { 'Fn::If': ['IsLive', value, isLeak ? other : value] },
    }),
  },
  {
    name: 'Fn::If, decided',
    whyNot: aName,
    write: ({ value = NO_VALUE, other = NO_VALUE }) => ({
      Conditions: { IsHome: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, HOME] } },
      value: { 'Fn::If': ['IsHome', value, other] },
    }),
  },
  {
    name: "a sibling stack's export",
    whyNot: notText,
    write: ofText((text, _, { name }) => ({ exports: { [name]: text }, value: { 'Fn::ImportValue': name } })),
  },
  {
    name: "a nested stack's parameter",
    whyNot: notText,
    write: ofText((text, other) => ({
      Parameters: { Where: { Type: 'String', Default: other } },
      passes: { Where: text },
      value: { Ref: 'Where' },
    })),
  },
];

/** Functions within functions, for templates that are written in YAML with short tags. */
export const SHORT_TAGS: Spelling = {
  name: 'YAML with short tags',
  whyNot: notText,
  write: ofText((text, other) => {
    const [head, tail] = halves(text);
    return {
      Parameters: { Head: { Type: 'String', Default: head } },
      Mappings: { Places: { [HOME]: { to: tail }, [ABROAD]: { to: other } } },
      Conditions: { IsHome: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, HOME] } },
      value: {
        'Fn::If': [
          'IsHome',
          {
            'Fn::Join': ['', [{ 'Fn::Sub': '${Head}' }, { 'Fn::FindInMap': ['Places', { Ref: 'AWS::Region' }, 'to'] }]],
          },
          other,
        ],
      },
    };
  }),
};
