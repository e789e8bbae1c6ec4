import type { ReadAnswer } from './acknowledgement';
import type { SourceLocation } from './finding';

/** What cdk-nag asked at one synthesis, and what it was answered: lies beside the templates as `nag-evidence.json`. */
export interface NagEvidence {
  readonly version: 1;
  readonly packs: readonly PackEvidence[];
  /** Every acknowledgement of the app, those that silence nothing included. */
  readonly acknowledgements: readonly Acknowledged[];
  /** What findings are about, by path. */
  readonly resources: Readonly<Record<string, NagResource>>;
  /** Properties that an override has put in afterwards, where no rule reads them; by path. */
  readonly overrides: Readonly<Record<string, readonly string[]>>;
  /** Of each template's file, the SHA-256 that it had. */
  readonly templates: Readonly<Record<string, string>>;
}

export interface PackEvidence {
  readonly pack: string;
  /** Every rule that was asked, without the parts that some of them report. */
  readonly rules: readonly string[];
  /** What each rule found before anything was acknowledged. */
  readonly findings: readonly RuleFinding[];
  /** Rules that threw, and so judged nothing. */
  readonly failures: readonly RuleFailure[];
  /** How many resources of each type there are, and to how many of them no rule had anything to say. */
  readonly types: Readonly<Record<string, { readonly resources: number; readonly unseen: number }>>;
}

export interface RuleFinding {
  /** With the part, where the rule names one: `AwsSolutions-IAM5[Resource::*]`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly description: string;
  /** The path of the resource. */
  readonly resource: string;
}

export interface RuleFailure {
  readonly rule: string;
  readonly resource: string;
  readonly message: string;
}

export interface NagResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** The template's file, within the assembly. */
  readonly template: string;
  readonly source?: SourceLocation;
}

export interface Acknowledged {
  /** As CDK keeps it: `AwsSolutions::AwsSolutions-S1`, or `Annotation::AwsSolutions-S1` where the pack was left out. */
  readonly id: string;
  /** The path of the construct that it is on. */
  readonly at: string;
  readonly answer: ReadAnswer;
  readonly source?: SourceLocation;
}

/** What is wrong with an acknowledgement. */
export const ACKNOWLEDGEMENT_FLAWS = {
  'bare-acknowledgement': { title: 'Acknowledgements name the pack of their rule' },
  'unknown-acknowledgement': { title: 'Acknowledgements name rules that are there' },
  'stale-acknowledgement': { title: 'Acknowledgements answer something that was found' },
  'expired-acknowledgement': { title: 'Debts are paid by their day' },
  'unowned-acknowledgement': { title: 'Acknowledgements have an owner and a day' },
} as const;

export type AcknowledgementFlawKind = keyof typeof ACKNOWLEDGEMENT_FLAWS;

export interface AcknowledgementFlaw {
  readonly kind: AcknowledgementFlawKind;
  readonly id: string;
  readonly at: string;
  readonly message: string;
  readonly fix: string;
  readonly source?: SourceLocation;
}

/** What reviewers read: the packs' answers, side by side for the cells, as of a day. */
export interface NagReport {
  /** YYYY-MM-DD: ages and expiries are of this day. */
  readonly day: string;
  readonly cells: readonly NagCell[];
  /** Of each kind of stack, what its template comes to in each cell when the cell's own is put aside. */
  readonly templates: readonly ComparedTemplate[];
  readonly packs: readonly PackReport[];
  readonly flaws: readonly AcknowledgementFlaw[];
  readonly overrides: readonly Overridden[];
}

export interface NagCell {
  readonly name: string;
  readonly region: string;
  readonly account: string;
}

export interface ComparedTemplate {
  readonly stack: string;
  /** SHA-256 by cell; without an entry the cell has no such stack. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly same: boolean;
}

export interface PackReport {
  readonly pack: string;
  readonly title: string;
  readonly rules: number;
  readonly resources: number;
  readonly open: readonly NagRow[];
  readonly acknowledged: readonly AcknowledgedRow[];
  readonly failures: readonly RuleFailure[];
  /** Types of which no rule of the pack had anything to say to some resource. */
  readonly unseen: readonly UnseenType[];
}

export interface UnseenType {
  readonly type: string;
  readonly resources: number;
  readonly unseen: number;
}

/** A finding, once for all cells that have it. */
export interface NagRow {
  readonly rule: string;
  readonly severity: RuleFinding['severity'];
  readonly description: string;
  /** The path of the resource, with the cell's name put aside. */
  readonly place: string;
  readonly type: string;
  readonly source?: SourceLocation;
  /** The resource in each cell that has the finding; outside of the cells, by its stack's name. */
  readonly in: Readonly<Record<string, RowPlace>>;
}

export interface RowPlace {
  readonly resource: string;
  readonly stack: string;
  readonly logicalId: string;
  readonly template: string;
}

export interface AcknowledgedRow extends NagRow {
  readonly answer: ReadAnswer;
  /** The construct that it was acknowledged on, with the cell's name put aside. */
  readonly at: string;
  /** In days, where the day is known on which it was decided. */
  readonly age?: number;
  /** Where it was acknowledged. */
  readonly answered?: SourceLocation;
}

export interface Overridden {
  readonly place: string;
  readonly properties: readonly string[];
  readonly cells: readonly string[];
}
