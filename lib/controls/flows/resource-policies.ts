import { known, show, type Text } from '../../assembly/text';
import { includesAction } from './actions';
import type { Graph, Said } from './graph';
import type { Holders } from './holders';
import { isKind, KINDS, type KindType } from './kinds';
import type { Names } from './names';
import { type Who, whoIsLetIn } from './principals';
import type { Resource } from './resource';
import { type Statement, statementsOf } from './statements';
import type { TextSpot, View } from './view';

/** A type that has the policy of a resource, and what names that. */
interface PolicyOf {
  readonly type: string;
  readonly document: string;
  /** @default - the resource itself */
  readonly of?: string;
  /** What a bare name is a name of. */
  readonly bare?: KindType;
}

export const POLICIES: readonly PolicyOf[] = [
  { type: 'AWS::Backup::BackupVault', document: 'AccessPolicy' },
  { type: 'AWS::DynamoDB::Table', document: 'ResourcePolicy.PolicyDocument' },
  { type: 'AWS::DynamoDB::Table', document: 'StreamSpecification.ResourcePolicy.PolicyDocument' },
  { type: 'AWS::DynamoDB::GlobalTable', document: 'Replicas[].ResourcePolicy.PolicyDocument' },
  { type: 'AWS::Elasticsearch::Domain', document: 'AccessPolicies.$' },
  { type: 'AWS::Kinesis::ResourcePolicy', document: 'ResourcePolicy', of: 'ResourceArn' },
  { type: 'AWS::OpenSearchService::Domain', document: 'AccessPolicies.$' },
  { type: 'AWS::S3::AccessPoint', document: 'Policy', of: 'Bucket', bare: 'AWS::S3::Bucket' },
  { type: 'AWS::S3::BucketPolicy', document: 'PolicyDocument', of: 'Bucket', bare: 'AWS::S3::Bucket' },
  {
    type: 'AWS::S3Express::BucketPolicy',
    document: 'PolicyDocument',
    of: 'Bucket',
    bare: 'AWS::S3Express::DirectoryBucket',
  },
  { type: 'AWS::S3Tables::TableBucketPolicy', document: 'ResourcePolicy', of: 'TableBucketARN' },
  { type: 'AWS::S3Vectors::VectorBucketPolicy', document: 'Policy', of: 'VectorBucketArn' },
  { type: 'AWS::SNS::TopicInlinePolicy', document: 'PolicyDocument', of: 'TopicArn' },
  { type: 'AWS::SNS::TopicPolicy', document: 'PolicyDocument', of: 'Topics[]' },
  { type: 'AWS::SQS::QueueInlinePolicy', document: 'PolicyDocument', of: 'Queue' },
  { type: 'AWS::SQS::QueuePolicy', document: 'PolicyDocument', of: 'Queues[]' },
];

/** Services that carry what they read out of its region. Others act for whoever asks them to, as other properties say. */
const ABROAD: Readonly<Record<string, string>> = { cloudfront: "CloudFront's edge locations" };

/** Adds whom resources let in by policies and settings of their own. */
export class ResourcePolicies {
  readonly #graph: Graph;
  readonly #view: View;
  readonly #names: Names;
  readonly #holders: Holders;

  constructor(graph: Graph, view: View, names: Names, holders: Holders) {
    this.#graph = graph;
    this.#view = view;
    this.#names = names;
    this.#holders = holders;
  }

  add(): void {
    for (const policy of POLICIES) {
      for (const said of this.#view.ofType(policy.type)) this.#addPolicy(said, policy);
    }
    for (const permission of this.#view.ofType('AWS::Lambda::Permission')) this.#addPermission(permission);
    for (const bucket of this.#view.ofType('AWS::S3::Bucket')) this.#addAccessControl(bucket);
  }

  #addPolicy(said: Resource, { document, of, bare }: PolicyOf): void {
    const named = of === undefined ? [] : this.#view.texts(said, of);
    const resources =
      of === undefined ? [said] : named.flatMap(({ text }) => this.#names.named(text, said.stack, bare));
    for (const { located, path } of this.#view.spots(said, document)) {
      const statements = statementsOf(located, this.#view.resolver);
      for (const resource of resources) {
        for (const statement of statements) {
          const at = said.said(`${path}.${statement.path}`);
          if (statement.effect === 'Allow') this.#addStatement(resource, statement, statements, at);
        }
      }
    }
  }

  #addStatement(resource: Resource, statement: Statement, all: readonly Statement[], at: Said): void {
    const [what] = readsOf(resource.type).filter(
      (action) => includesAction(statement.actions, action) !== 'no' && !isDenied(action, all),
    );
    if (what === undefined) return;
    for (const who of whoIsLetIn(statement, resource.stack, this.#names)) this.#letIn(resource, who, what, at);
  }

  #letIn(resource: Resource, who: Who, what: string, at: Said): void {
    switch (who.is) {
      case 'own account':
        return;
      case 'made': {
        const holder = this.#holders.of(who.resource);
        const hop = { by: 'policy', what, at } as const;
        if (holder !== undefined) this.#graph.add({ from: resource, to: holder.reads, certain: true, hop });
        return;
      }
      case 'service': {
        const place = ABROAD[who.service];
        if (place !== undefined) this.#addPlace(resource, place, what, true, at);
        return;
      }
      case 'federated':
        this.#addPlace(resource, `whoever '${show(who.provider)}' signs in`, what, true, at);
        return;
      case 'other':
        if (!this.#isRestricted(resource, who)) this.#addPlace(resource, who.name, what, who.certain, at);
        return;
      default:
        who satisfies never;
    }
  }

  #addPlace(from: Resource, place: string, what: string, certain: boolean, at: Said): void {
    this.#graph.add({ from, to: this.#graph.place(place), certain, hop: { by: 'policy', what, at } });
  }

  /** A bucket that restricts public policies lets in the own account and services only, where a policy lets in anybody. */
  #isRestricted(resource: Resource, { name }: Extract<Who, { is: 'other' }>): boolean {
    return name === 'anybody' && this.#isSet(resource, 'PublicAccessBlockConfiguration.RestrictPublicBuckets');
  }

  #isSet(resource: Resource, path: string): boolean {
    const texts = this.#view.texts(resource, path);
    return texts.length > 0 && texts.every(({ text }) => known(text) === 'true');
  }

  /** Whoever may call a function is answered by it. A service that calls it is told of elsewhere. */
  #addPermission(permission: Resource): void {
    const principals = this.#view.texts(permission, 'Principal').filter(({ text }) => kindOf(text) !== 'Service');
    if (principals.length === 0) return;
    const functions = this.#view
      .texts(permission, 'FunctionName')
      .flatMap(({ text }) => this.#names.named(text, permission.stack, 'AWS::Lambda::Function'));
    const conditions = ['SourceAccount', 'SourceArn'].flatMap((path) =>
      conditionOf(path, this.#view.texts(permission, path)),
    );
    for (const { text, path } of principals) {
      const named = [{ kind: kindOf(text), text }];
      const who = whoIsLetIn({ principals: { except: false, named }, conditions }, permission.stack, this.#names);
      for (const resource of functions) {
        for (const one of who) this.#letIn(resource, one, 'lambda:InvokeFunction', permission.said(path));
      }
    }
  }

  /** Access lists that let in everybody, unless the bucket ignores them. */
  #addAccessControl(bucket: Resource): void {
    if (this.#isSet(bucket, 'PublicAccessBlockConfiguration.IgnorePublicAcls')) return;
    for (const { text, path } of this.#view.texts(bucket, 'AccessControl')) {
      const list = known(text);
      if (list === undefined || !PUBLIC_LISTS.has(list)) continue;
      this.#addPlace(bucket, 'anybody', `access list '${list}'`, true, bucket.said(path));
    }
  }
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
const PUBLIC_LISTS = new Set(['PublicRead', 'PublicReadWrite', 'AuthenticatedRead']);

function readsOf(type: string): readonly string[] {
  return isKind(type) ? KINDS[type].reads : [];
}

/** Denied to everybody, on everything and without a condition: a policy of one resource speaks of that resource. */
function isDenied(action: string, statements: readonly Statement[]): boolean {
  return statements.some(
    ({ effect, actions, principals, conditions, resources }) =>
      effect === 'Deny' &&
      conditions.length === 0 &&
      includesAction(actions, action) === 'yes' &&
      principals.named.some(({ kind }) => kind === '*') &&
      !principals.except &&
      !resources.except &&
      resources.texts.some((text) => known(text) === '*'),
  );
}

function kindOf(principal: Text): string {
  const name = known(principal);
  if (name === '*') return '*';
  return name?.endsWith('.amazonaws.com') === true ? 'Service' : 'AWS';
}

function conditionOf(path: string, spots: readonly TextSpot[]) {
  const values = spots.map(({ text }) => text);
  return values.length === 0 ? [] : [{ operator: 'StringEquals', key: `aws:${path.toLowerCase()}`, values }];
}
