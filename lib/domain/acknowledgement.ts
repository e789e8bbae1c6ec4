/** The rule packs of cdk-nag that the cells answer to, as their reports and ids name them. */
export const NAG_PACKS = {
  AwsSolutions: { title: 'AWS Solutions' },
  'NIST.800.53.R5': { title: 'NIST 800-53 rev 5' },
  'HIPAA.Security': { title: 'HIPAA Security' },
} as const;

export type NagPackName = keyof typeof NAG_PACKS;
export const NAG_PACK_NAMES = Object.keys(NAG_PACKS) as readonly NagPackName[];

/**
 * A rule's id as the report records it: pack, rule, and for rules that look at parts of a resource the part as well, such as
 * `AwsSolutions::AwsSolutions-IAM5[Resource::*]`. An id without its pack silences a rule without a trace (cdk-nag 3.0.2).
 */
export type NagRuleId = { [Pack in NagPackName]: `${Pack}::${Pack}-${string}` }[NagPackName];

export const OWNERS = ['platform', 'security', 'identity'] as const;
export type Owner = (typeof OWNERS)[number];

/** What does a rule's work instead, and the test that shows it. */
export interface Substitute {
  readonly control: string;
  readonly test: string;
}

/** An answer to rules of cdk-nag, as the app gives it. */
export interface Answer<Team extends string = Owner> {
  /** Why the rules do not apply or are answered otherwise, as a security reviewer would accept it. */
  readonly reason: string;
  /** Needed where one reason serves more than three resources. @default - nothing does the rule's work instead */
  readonly substitute?: Substitute;
  /** The team that answers for it. */
  readonly owner: Team;
  /** The day, YYYY-MM-DD, on which it was decided. */
  readonly since: string;
  /** When it is a debt: the day, YYYY-MM-DD, on which it must be paid. @default - it is no debt */
  readonly until?: string;
}

/** An answer as it is read back: whoever acknowledged by other means named no owner and no day. */
export type ReadAnswer = Pick<Answer, 'reason'> & Partial<Omit<Answer<string>, 'reason'>>;

/** CDK keeps one text for an acknowledgement: all of an answer stands in it, for people and for `readAnswer`. */
export function answerText({ reason, substitute, owner, since, until }: Answer): string {
  return [
    reason,
    ...(substitute === undefined ? [] : [`substitute: ${substitute.control} (${substitute.test})`]),
    `owner: ${owner}`,
    `since: ${since}`,
    ...(until === undefined ? [] : [`until: ${until}`]),
  ].join('; ');
}

const ANSWER =
  /^(?<reason>.*?)(?:; substitute: (?<control>.*) \((?<test>[^()]+)\))?; owner: (?<owner>[\w-]+); since: (?<since>\d{4}-\d\d-\d\d)(?:; until: (?<until>\d{4}-\d\d-\d\d))?$/su;

export function readAnswer(text: string): ReadAnswer {
  const { reason = text, control, test, owner, since, until } = ANSWER.exec(text)?.groups ?? {};
  return {
    reason,
    ...(control !== undefined && test !== undefined && { substitute: { control, test } }),
    ...(owner !== undefined && { owner }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
}

/** Whether a team's name can be read back: letters, digits, `_` and `-`. */
export function isOwner(text: string): boolean {
  return /^[\w-]+$/u.test(text);
}

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Days from one to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
