import type { Stack } from '../../assembly/stack';
import { canonical, concat, known, split, type Text, wholeHole } from '../../assembly/text';
import { isKind, KINDS, type KindType } from './kinds';
import { NameIndex } from './name-index';
import { after, matches, startOf, upTo } from './patterns';
import type { Resource } from './resource';
import type { View } from './view';

/** Which resources of one type a text means. */
export interface Meant {
  readonly members: readonly Resource[];
  /** All resources of the type: in one region, or where that is undefined in any. */
  readonly every?: { readonly region: string | undefined };
  /** Whether it means these for sure, or can only mean them. */
  readonly certain: boolean;
}

const NONE: Meant = { members: [], certain: true };
const EVERYTHING: Meant = { members: [], every: { region: undefined }, certain: true };

/** Resources that are another name for another resource, which a property names. */
const STANDS_FOR: Readonly<Record<string, { readonly path: string; readonly type?: KindType }>> = {
  'AWS::Cognito::UserPoolClient': { path: 'UserPoolId' },
  'AWS::EFS::AccessPoint': { path: 'FileSystemId' },
  'AWS::Kinesis::StreamConsumer': { path: 'StreamARN' },
  'AWS::Lambda::Alias': { path: 'FunctionName', type: 'AWS::Lambda::Function' },
  'AWS::Lambda::Version': { path: 'FunctionName', type: 'AWS::Lambda::Function' },
  'AWS::Logs::LogStream': { path: 'LogGroupName', type: 'AWS::Logs::LogGroup' },
  'AWS::S3::AccessPoint': { path: 'Bucket', type: 'AWS::S3::Bucket' },
  'AWS::StepFunctions::StateMachineAlias': { path: 'RoutingConfiguration[].StateMachineVersionArn' },
  'AWS::StepFunctions::StateMachineVersion': { path: 'StateMachineArn' },
};

export const STANDING_FOR_ANOTHER = Object.entries(STANDS_FOR).map(([type, { path }]) => ({ type, path }));

/** Which resources names, ids and ARNs mean. */
export class Names {
  readonly #view: View;
  readonly #indexes = new Map<KindType, NameIndex>();
  readonly #meant = new Map<string, Meant>();
  readonly #typesByService = new Map<string, KindType[]>();

  constructor(view: View) {
    this.#view = view;
    for (const type of Object.keys(KINDS).filter(isKind)) {
      const [service] = KINDS[type].arn;
      this.#typesByService.set(service, [...(this.#typesByService.get(service) ?? []), type]);
    }
  }

  /** The resource that a text names by a reference to it, aliases and versions resolved. */
  pointedAt(text: Text): Resource | undefined {
    for (const [index, part] of text.entries()) {
      if (typeof part === 'string') continue;
      const resource = this.#view.behind(part);
      if (resource !== undefined && isWholeName(text, index)) return this.#standsFor(resource);
    }
    return undefined;
  }

  /** The resources that texts name by a reference. */
  pointed(spots: readonly { readonly text: Text }[]): Resource[] {
    return spots.map(({ text }) => this.pointedAt(text)).filter((resource) => resource !== undefined);
  }

  /** Every resource that a text means, whatever its type; a bare name is taken for one of the given type. */
  named(text: Text, stack: Stack, bare?: KindType): readonly Resource[] {
    const pointed = this.pointedAt(text);
    if (pointed !== undefined) return [pointed];
    const service = serviceIn(text);
    const types =
      service === undefined ? [bare].filter((type) => type !== undefined) : (this.#typesByService.get(service) ?? []);
    return types.flatMap((type) => this.meant(text, type, stack).members);
  }

  /** The resources of one type that a text in a policy or a property means. */
  meant(text: Text, type: KindType, stack: Stack): Meant {
    if (known(text) === '*') return EVERYTHING;
    const key = `${type}\u0000${stack.region}\u0000${stack.account}\u0000${canonical(text)}`;
    let meant = this.#meant.get(key);
    if (meant === undefined) {
      meant = this.#find(text, type, stack);
      this.#meant.set(key, meant);
    }
    return meant;
  }

  #find(text: Text, type: KindType, stack: Stack): Meant {
    const pointed = this.pointedAt(text);
    if (pointed !== undefined) return pointed.type === type ? { members: [pointed], certain: true } : NONE;
    if (wholeHole(text) !== undefined) return { members: [], every: { region: undefined }, certain: false };
    const [scheme = [], , service = [], region = [], account = [], ...rest] = split(text, ':');
    if (known(scheme) !== 'arn') return this.#called(text, type, stack);
    if (!isOfService(type, known(service))) return NONE;
    const name = nameIn(concat(rest, ':') ?? [], type);
    if (name === undefined) return NONE;
    return this.#called(name, type, stack, { region, account });
  }

  /** A name in which references to what is made here are replaced by what that is called, as far as it is known. */
  #writtenOut(name: Text): Text {
    if (name.every((part) => typeof part === 'string')) return name;
    return (
      concat(
        name.map((part) => {
          const resource =
            typeof part === 'string' || part.resource?.attribute !== undefined ? undefined : this.#view.behind(part);
          return resource !== undefined && isKind(resource.type) ? this.#index(resource.type).nameOf(resource) : [part];
        }),
      ) ?? name
    );
  }

  /** Those of a name, in the region and the account of an ARN where that says so. */
  #called(name: Text, type: KindType, stack: Stack, place: Place = NOWHERE_SAID): Meant {
    if (known(name) === '*') {
      return { members: [], every: { region: regionIn(place) }, certain: true };
    }
    const found = this.#index(type).find(this.#writtenOut(name));
    const members = found.filter(({ resource }) => isIn(resource.stack, stack, place));
    return {
      members: members.map(({ resource }) => resource),
      certain: members.every(({ certain }) => certain),
    };
  }

  #index(type: KindType): NameIndex {
    let index = this.#indexes.get(type);
    if (index === undefined) {
      index = new NameIndex(this.#view, type);
      this.#indexes.set(type, index);
    }
    return index;
  }

  #standsFor(resource: Resource): Resource {
    const stands = STANDS_FOR[resource.type];
    if (stands === undefined) return resource;
    const [first] = this.#view
      .texts(resource, stands.path)
      .flatMap(({ text }) => this.named(text, resource.stack, stands.type));
    return first ?? resource;
  }
}

/** The service that an ARN is of, which may be a pattern. Undefined where that is not known, or the text is no ARN. */
export function serviceIn(text: Text): string | undefined {
  const [scheme = [], , service = []] = split(text, ':');
  return known(scheme) === 'arn' ? known(service) : undefined;
}

/** Whether something of a type can be of a service. */
export function isOfService(type: KindType, service: string | undefined): boolean {
  return service === undefined || matches(service, KINDS[type].arn[0]);
}

interface Place {
  readonly region: Text;
  readonly account: Text;
}

const NOWHERE_SAID: Place = { region: [], account: [] };

/** The one region that an ARN names, if it does. */
function regionIn({ region }: Place): string | undefined {
  const name = known(region);
  return name === '' || name?.includes('*') ? undefined : name;
}

function isIn(where: Stack, asker: Stack, { region, account }: Place): boolean {
  const regions = regionIn({ region, account });
  if (regions !== undefined && regions !== where.region) return false;
  const named = known(account);
  const asked = named === undefined || named === '' || named.includes('*') ? asker.account : named;
  return asked === undefined || where.account === undefined || asked === where.account;
}

/** Whether a reference within a text is a whole name there: what only begins with it is the name of something else. */
function isWholeName(text: Text, index: number): boolean {
  const [before, next] = [text[index - 1], text[index + 1]];
  const begins = before === undefined || (typeof before === 'string' && /[/:]$/u.test(before));
  return begins && (next === undefined || (typeof next === 'string' && /^[/:*?]/u.test(next)));
}

/** The name in the last part of an ARN, as far as it is one of this type. */
function nameIn(rest: Text, type: KindType): Text | undefined {
  const [, prefix] = KINDS[type].arn;
  const name = after(prefix, rest);
  if (name !== undefined)
    return type.startsWith('AWS::IAM::') ? withoutPath(name) : upTo(NAME_END[type] ?? /[/:]/u, name);
  return prefix.startsWith(startOf(rest)) && known(rest) !== startOf(rest) ? ['*'] : undefined;
}

/** Where names go on that hold what ends the names of other types. */
const NAME_END: Partial<Record<KindType, RegExp>> = { 'AWS::Logs::LogGroup': /:/u };

/** What IAM names has a path before its name, which is no part of it. */
function withoutPath(name: Text): Text {
  return split(name, '/').at(-1) ?? name;
}
