import { parseArgs } from 'node:util';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { CATALOGUE, CHANNELS, type Service } from '../../lib/catalogue/catalogue';
import { isCovered, type Rule } from '../../lib/catalogue/channel';
import { closest, didYouMean } from '../../lib/domain/closest';
import { InputError } from '../../lib/domain/errors';
import { LEVELS, type Level } from '../../lib/domain/finding';
import { missingProperty } from '../../test/support/specification';
import { KINDS, type Kind } from './kinds';

/** What is to be known of a channel before its files can be written. */
export interface ChannelRequest {
  readonly service: string;
  readonly isNewService: boolean;
  readonly id: string;
  readonly level: Level;
  /** What of a template names the destination, where one does. */
  readonly destination?: { readonly type: string; readonly path: string; readonly kind: Kind };
}

export const HELP = `npm run channel:new -- <service> <id> [--type AWS::X::Y --path Prop.Region] [--kind region] [--level content]

  Writes the object of a channel, its test and its page.

  <service>  its group in the catalogue, after the prefix of the service's IAM actions: dynamodb
  <id>       the service and what moves, in kebab case: dynamodb-global-table
  --type     the resource type by which a template opens it; without one, no template does
  --path     the property that names the destination: Rules[].Destination.Bucket
  --kind     how that is read: ${Object.keys(KINDS).join(', ')} (default: region)
  --level    what arrives: ${LEVELS.join(', ')} (default: content)`;

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

/** @throws InputError where a word is missing, misspelt, taken or unknown to AWS */
export function requestOf(args: readonly string[]): ChannelRequest {
  const { positionals, values } = parsed(args);
  const [service, id, ...others] = positionals;
  if (service === undefined || id === undefined || others.length > 0) {
    throw new InputError('Usage', `a service and an id are asked for, not '${positionals.join(' ')}'`);
  }
  if (!KEBAB.test(service)) throw new InputError('Service', `'${service}' is no service: write it in kebab case`);
  const level = LEVELS.find((known) => known === values.level);
  if (level === undefined) throw new InputError('Level', `'${values.level}' is none of ${LEVELS.join(', ')}`);
  return {
    service,
    isNewService: !isService(service),
    id: newId(id),
    level,
    destination: destinationOf(values.type, values.path, values.kind),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        type: { type: 'string' },
        path: { type: 'string' },
        kind: { type: 'string', default: 'region' },
        level: { type: 'string', default: 'content' },
      },
    });
  } catch (cause) {
    const [what = ''] = (cause as Error).message.split('. ');
    throw new InputError('Usage', what.toLowerCase(), { cause });
  }
}

function isService(service: string): service is Service {
  return Object.hasOwn(CATALOGUE, service);
}

function newId(id: string): string {
  if (!(KEBAB.test(id) && id.includes('-'))) {
    throw new InputError(
      'Id',
      `'${id}' is no id: write the service and what moves in kebab case, as in 's3-batch-copy'`,
    );
  }
  const taken = CHANNELS.find(({ id: known, aliases = [] }) => [known, ...aliases].includes(id));
  if (taken !== undefined) throw new InputError('IdTaken', `'${id}' is a channel, or was one: see '${taken.id}'`);
  return id;
}

function destinationOf(
  type: string | undefined,
  path: string | undefined,
  kind: string,
): ChannelRequest['destination'] {
  if (type === undefined && path === undefined) return undefined;
  if (type === undefined || path === undefined) {
    throw new InputError('Usage', "'--type' and '--path' are given together, or neither");
  }
  if (!isKind(kind)) throw new InputError('Kind', `'${kind}' is none of ${Object.keys(KINDS).join(', ')}`);
  const missing = missingProperty(type, path);
  if (missing === type) {
    const types = [...loadAwsServiceSpecSync().all('resource')].map(({ cloudFormationType }) => cloudFormationType);
    throw new InputError('Type', `AWS knows no resource type '${type}'${didYouMean(closest(type, types, 3))}`);
  }
  if (missing !== undefined) {
    throw new InputError('Path', `AWS knows no property '${path}' of '${type}'`);
  }
  const reader = CHANNELS.find(({ proactive }) => isCovered(proactive) && proactive.rules.some(reads(type, path)));
  if (reader !== undefined) {
    throw new InputError('Path', `'${path}' of '${type}' is read by '${reader.id}': a property has one channel`);
  }
  return { type, path, kind };
}

function reads(type: string, path: string): (rule: Rule) => boolean {
  return (rule) => rule.types.includes(type) && (rule.kind === 'function' ? rule.paths : [rule.path]).includes(path);
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(KINDS, kind);
}
