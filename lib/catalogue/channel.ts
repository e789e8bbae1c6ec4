import type { Level, Reach, Severity, Violation } from '../domain/finding';

/**
 * One way in which AWS carries data out of a region, and all that is known about it.
 *
 * Rules, pages, policies, event patterns and reads of live accounts are projections of it.
 */
export interface Channel<Id extends string = string> {
  /** `<service>-<what-moves>`, written once. */
  readonly id: Id;
  /** Ids that it had before. */
  readonly aliases?: readonly string[];
  /** The compliant state, without "ensure" or "check". */
  readonly title: string;
  /** What arrives where. */
  readonly risk: string;
  readonly level: Level;
  /** When it may be open: what is carried then, or to where. */
  readonly legitimate: string;
  /** The smallest change that closes it. */
  readonly remediation: string;
  /**
   * Why its examples do not prove its rules: one that fails when a rule is switched off is missing. Shown wherever the channel is.
   * A test compares it with what switching off each rule does. @default - they do
   */
  readonly unreviewed?: string;
  /** Where AWS says so. */
  readonly references: readonly [string, ...string[]];

  readonly proactive: Proactive | NotCovered;
  readonly preventive: Preventive | NotCovered;
  readonly detective: Detective | NotCovered;
  readonly audit: Audit | NotCovered;
  /** Why AWS leaves content that goes this way to a single control, or to none. */
  readonly loneControl?: string;
}

/** Keeps the id's literal type, from which `ChannelId` is derived. */
export function defineChannel<const Id extends string>(channel: Channel<Id>): Channel<Id> {
  return channel;
}

/** A control that cannot see the channel, and why. */
export interface NotCovered {
  readonly notCovered: string;
}

export function notCovered(reason: string): NotCovered {
  return { notCovered: reason };
}

export function isCovered<Control extends object>(control: Control | NotCovered): control is Control {
  return !('notCovered' in control);
}

// Proactive: what the final template says.

export interface Proactive {
  readonly rules: readonly [Rule, ...Rule[]];
  /** Whole templates that each break a rule, deployed to eu-central-1 with nothing else allowed. */
  readonly violating: readonly [Example, ...Example[]];
  /** Whole templates that come close and break none. */
  readonly compliant: readonly [Example, ...Example[]];
}

/** A template, as far as an example needs one. */
export interface Example {
  readonly Transform?: string | readonly string[];
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Mappings?: Readonly<Record<string, unknown>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, ExampleResource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

export interface ExampleResource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

export type Rule = Selector | FunctionRule;

/**
 * What kind of value tells the destination, and so how it is read. Several in one text, with commas between them, are read
 * one by one.
 */
export type DestinationKind =
  /** The name of a region: `us-east-1`. `*` and `ALL` stand for every region. */
  | 'region'
  /** An ARN, whose region counts; a bucket's has none, so the bucket is looked up. Anything else is a local name. */
  | 'arn'
  /** A bucket by ARN, name, `s3://` address or host, looked up where it is made. */
  | 'bucket'
  /** A host or URL, whose region counts: `https://sqs.us-east-1.amazonaws.com/111122223333/orders`. */
  | 'endpoint'
  /** A zone by name or id: `us-east-1a`, `use1-az1`. One that is not bound is at home, for AWS takes no other region's. */
  | 'zone'
  /** A KMS key by ARN or id; `mrk-…` is one that other regions can have as well. */
  | 'key'
  /** A Bedrock model or inference profile by id or ARN: `us.anthropic.…` and `global.…` are served elsewhere, too. */
  | 'model'
  /** An account or a principal: `*`, `444455556666`, an ARN. Another account's region is not known; a service is at home. */
  | 'account'
  /** Free text, or a document, in which only what names a foreign place counts, and never what is not known. */
  | 'text'
  /** The same in program code: in texts that it passes on, not in its comments and comparisons. */
  | 'code'
  /** The same in a shell script, line by line; lines that bring code from elsewhere pass. */
  | 'script';

interface SelectorBase {
  readonly types: readonly [string, ...string[]];
  /**
   * From the resource's properties: `Rules[].Destination.Bucket`. `[]` is each element, `{}` each value and `{key}` each key of
   * a map, `$` the JSON or YAML document that a text holds, `**` anything at any depth: `DashboardBody$.**.region`.
   */
  readonly path: string;
  /** Nothing is reported where this is so. */
  readonly unless?: Beside;
  /** Something is reported only where this can be so. */
  readonly when?: Beside;
  /** @default - by the channel's level */
  readonly severity?: Severity;
}

/**
 * A value found from the same list element, or else from the same resource, compared without regard to case. Several must all
 * be so; of the keys of a map, one.
 */
export interface Beside {
  readonly path: string;
  readonly is: readonly [string, ...string[]] | 'present' | 'absent';
}

/** A property that names a destination. */
export interface DestinationSelector extends SelectorBase {
  readonly kind: DestinationKind;
  /** Whether only what is proven to be abroad counts, because another rule asks for the destination itself. @default false */
  readonly onlyAbroad?: boolean;
  /**
   * Whether a value of which nothing is known passes, such as a parameter that nothing binds: for what AWS takes at home
   * only, or what is usually no destination. `arn:aws:sqs:${Region}:…` still counts. @default false
   */
  readonly passesUnnamed?: boolean;
}

interface OpeningSelector extends SelectorBase {
  readonly reach: Exclude<Reach, 'home'>;
  /** Why, as the middle of a sentence. */
  readonly because: string;
}

/** A property whose value, or absence, opens the channel without naming a destination. */
export type FlagSelector = OpeningSelector & {
  readonly kind: 'flag';
  /** Whether AWS's default opens it. @default false */
  readonly opensWhenAbsent?: boolean;
} & (
    | {
        /** Compared without regard to case, as CloudFormation takes 'true' for true. */
        readonly opens: readonly [string, ...string[]];
        readonly closes?: undefined;
      }
    /** Where every other value opens it. */
    | { readonly closes: readonly [string, ...string[]]; readonly opens?: undefined }
  );

/** A property, or with an empty path a resource, that opens the channel by being there. */
export interface PresenceSelector extends OpeningSelector {
  readonly kind: 'presence';
}

/** A property that opens the channel by not being there; within a list, in each element that lacks it. */
export interface AbsenceSelector extends OpeningSelector {
  readonly kind: 'absence';
}

/** A policy document: grants of what lies abroad, or of actions that place data there. A deny never counts. */
export interface PolicySelector extends SelectorBase {
  readonly kind: 'policy';
}

/** Whatever in a resource names a foreign place and is read by no other rule. The only one for resources of every type: `*`. */
export interface RestSelector extends SelectorBase {
  readonly kind: 'rest';
}

export type Selector =
  | DestinationSelector
  | FlagSelector
  | PresenceSelector
  | AbsenceSelector
  | PolicySelector
  | RestSelector;

/** For AWS semantics that no selector can express. Reads the final template and keeps no state. */
export interface FunctionRule {
  readonly kind: 'function';
  readonly types: readonly [string, ...string[]];
  /** The properties that it reads, so that they can be verified against AWS's specification. */
  readonly paths: readonly [string, ...string[]];
  /** As what these are read, where it finds nothing once all of them are at home. @default - it asks for more than that */
  readonly destinations?: DestinationKind;
  readonly violations: (resource: JudgedResource) => readonly Violation[];
}

/** A resource as a function rule sees it. */
export interface JudgedResource {
  readonly type: string;
  readonly logicalId: string;
  /** The region that it is deployed to. */
  readonly home: string;
  /** All regions in which its data may rest, home among them. */
  readonly allowed: readonly string[];
  /** Every place in its properties that the path leads to, through lists, conditions and maps. */
  readonly places: (path: string) => readonly Place[];
  /** Whether the property, or something on the way to it, can be missing. */
  readonly canBeMissing: (path: string) => boolean;
}

/** A value in a resource. */
export interface Place {
  readonly path: string;
  /** As the template has it. */
  readonly value: unknown;
  /** Whether it can be one of these texts, compared without regard to case. */
  readonly canBe: (texts: readonly string[]) => 'yes' | 'no' | 'unknown';
  /** Whether it can be anything but these texts. */
  readonly canBeOther: (texts: readonly string[]) => 'yes' | 'no' | 'unknown';
  readonly destination: (kind: DestinationKind) => Destination;
}

/** Where a value leads, by the worst of all that it can be. */
export interface Destination {
  readonly reach: Reach;
  /** What the value comes to, as far as it can be resolved. */
  readonly value: string;
  readonly because?: string;
  /** How the value came about. */
  readonly via?: readonly string[];
  readonly settle?: string;
  /** Whether nothing at all is known of the value. */
  readonly isUnnamed?: boolean;
}

// Preventive: what a policy can refuse.

/**
 * How much of the channel a policy stops:
 * `exact` by a condition key that names the destination · `region-deny` because the call is authorised in the destination ·
 * `whole-action` only together with its use at home · `partly` · `not-at-all`.
 */
export type Strength = 'exact' | 'region-deny' | 'whole-action' | 'partly' | 'not-at-all';

export interface Preventive {
  readonly strength: Strength;
  /** What the strength rests on, and what it leaves open. */
  readonly why: string;
  readonly denies: readonly Deny[];
}

export type IamAction = `${string}:${string}`;

/** Where a call is made: in regions that the channel joins, or, of a service that has one control plane, in the region of that. */
export type PlaceOfCall = 'source' | 'destination' | 'both' | 'us-east-1' | 'us-west-2';

/** Actions to refuse, and when. */
export interface Deny {
  readonly actions: readonly [IamAction, ...IamAction[]];
  /** In which region the call is authorised, and so what `aws:RequestedRegion` is. */
  readonly authorisedIn: PlaceOfCall;
  readonly strength: Strength;
  /** @default - always */
  readonly when?: DenyCondition;
}

export type DenyCondition = {
  readonly key: string;
  /** Whether the key holds a list, any of which counts. @default false */
  readonly holdsSeveral?: boolean;
  /** Deny only where another key has one of these values: an endpoint is an ARN only under some protocols. */
  readonly only?: { readonly key: string; readonly is: readonly [string, ...string[]] };
} & (
  | {
      /** What of the destination the key holds: deny any but the allowed regions. A missing key must not deny. */
      readonly names: 'region' | 'arn';
    }
  | {
      /** Deny when the key has one of these values. */
      readonly is: readonly [string, ...string[]];
    }
  | {
      /** Deny when the key holds an ARN that is like one of these. */
      readonly like: readonly [string, ...string[]];
    }
);

// Detective: what CloudTrail records.

export interface Detective {
  readonly events: readonly [RecordedCall, ...RecordedCall[]];
}

/** An API call, as `AWS API Call via CloudTrail` events show it. */
export interface RecordedCall {
  readonly eventSource: `${string}.amazonaws.com`;
  readonly eventName: string;
  /** In which regions' trails it stands: a listener elsewhere never hears of it. */
  readonly recordedIn: PlaceOfCall;
  /** What in `requestParameters` opens the channel. Any one that is not at home makes the call a violation. */
  readonly opens: readonly [RequestSelector, ...RequestSelector[]];
}

/**
 * Plain data, so that it can be sent to where events are judged. `[]` is each element of a list, or the one value where
 * CloudTrail records no list; `{key}` is each key of a map. An event without the path did not open the channel.
 */
export type RequestSelector =
  | { readonly path: string; readonly kind: Exclude<DestinationKind, 'account' | 'text' | 'code' | 'script'> }
  /** What opens the channel by being there, and names no place. */
  | { readonly path: string; readonly kind: 'presence' }
  | { readonly path: string; readonly kind: 'flag'; readonly opens: readonly [string, ...string[]] };

// Audit: what the live account says.

export interface Audit {
  readonly calls: readonly [AuditCall, ...AuditCall[]];
}

export interface AuditCall {
  readonly client: `@aws-sdk/client-${string}`;
  readonly command: `${string}Command`;
  /** Where in the answer. */
  readonly field: string;
  readonly kind: DestinationKind | 'flag';
}
