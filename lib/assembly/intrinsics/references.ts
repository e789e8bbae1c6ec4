import { isRegion, REGIONS } from '../../domain/regions';
import { flatMap, texts } from '../combine';
import { ABSENT, literal, type Possible, possibleText, unknown } from '../possible';
import type { Resolver } from '../resolver';
import type { Stack } from '../stack';
import { isMap, isText, type JsonMap, mapAt, textAt } from '../template';
import { concat, type Hole, known, type ResourceAttribute, show, type Text } from '../text';
import { fromAny, member, parameter } from './parameters';

/** What `Ref` stands for: a pseudo parameter, a parameter, or the name of a resource. */
export function ref(name: unknown, stack: Stack, resolver: Resolver): readonly Possible[] {
  if (!isText(name)) return unknown(nothingCalled(JSON.stringify(name), stack));
  const pseudo = pseudoParameter(name, stack);
  if (pseudo !== undefined) return pseudo;
  const declared = mapAt(stack.template.Parameters, name);
  if (isMap(stack.template.Parameters) && Object.hasOwn(stack.template.Parameters, name)) {
    return resolver.named(`parameter ${stack.id} ${name}`, `parameter '${name}'`, () =>
      parameter(name, declared, stack, resolver),
    );
  }
  const resource = resolver.resources(stack).get(name);
  if (resource === undefined) return unknown(nothingCalled(name, stack));
  // What names itself may name anything, whatever region its own stack is in.
  return unknown(isMadeByCode(resource) ? answerOfCode(name, undefined, stack) : resourceHole(name, resource, stack));
}

function pseudoParameter(name: string, stack: Stack): readonly Possible[] | undefined {
  const { region } = stack;
  const partition = partitionOf(region);
  switch (name) {
    case 'AWS::Region':
      return literal(region);
    case 'AWS::Partition':
      return literal(partition);
    case 'AWS::URLSuffix':
      return literal(partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com');
    case 'AWS::AccountId':
      return stack.account === undefined ? unknown(accountHole()) : literal(stack.account);
    case 'AWS::StackName':
      return stack.name === undefined ? unknown(stackHole(stack, name, 'the name')) : literal(stack.name);
    case 'AWS::StackId':
      return [possibleText(stackId(stack, partition))];
    case 'AWS::NoValue':
      return ABSENT;
    case 'AWS::NotificationARNs':
      return unknown(stackHole(stack, name, 'the notification topics'));
    default:
      return undefined;
  }
}

function partitionOf(region: string): string {
  return isRegion(region) ? REGIONS[region].partition : 'aws';
}

/** `arn:aws:cloudformation:eu-central-1:111122223333:stack/orders/…`: of it, people take the region and the account. */
function stackId(stack: Stack, partition: string): Text {
  const account = stack.account ?? accountHole();
  const name = stack.name ?? stackHole(stack, 'AWS::StackName', 'the name');
  const before = `arn:${partition}:cloudformation:${stack.region}:`;
  return concat([[before], [account], [':stack/'], [name], ['/'], [stackHole(stack, 'AWS::StackId', 'the id')]]) ?? [];
}

/** Stacks without a known account are taken to share one: nothing that we say depends on which it is. */
function accountHole(): Hole {
  return { key: 'account', label: '${AWS::AccountId}', because: 'the account is not known here' };
}

function stackHole(stack: Stack, name: string, what: string): Hole {
  return { key: `${name} ${stack.id}`, label: `\${${name}}`, because: `${what} of the stack is not known here` };
}

function nothingCalled(name: string, stack: Stack): Hole {
  return {
    key: `reference ${stack.id} ${name}`,
    label: `\${${name}}`,
    because: `nothing in the template is called '${name}'`,
  };
}

function resourceHole(logicalId: string, resource: JsonMap, stack: Stack, attribute?: string): Hole {
  const name = attribute === undefined ? logicalId : `${logicalId}.${attribute}`;
  return {
    key: `resource ${stack.id} ${name}`,
    label: `\${${name}}`,
    because: `only AWS knows '${name}' once it is made`,
    resource: made(logicalId, textAt(resource, 'Type') ?? '', stack, attribute),
  };
}

function made(logicalId: string, type: string, stack: Stack, attribute?: string): ResourceAttribute {
  return {
    type,
    logicalId,
    stackId: stack.id,
    madeBy: stack.label,
    region: stack.region,
    partition: partitionOf(stack.region),
    account: stack.account ?? accountHole(),
    ...(attribute !== undefined && { attribute }),
  };
}

/** An attribute of a resource, by `[id, attribute]` or `id.attribute`. */
export function getAtt(argument: unknown, stack: Stack, resolver: Resolver): readonly Possible[] {
  if (isText(argument)) {
    const [logicalId = '', ...attribute] = argument.split('.');
    return attributeOf(logicalId, attribute.join('.'), stack, resolver);
  }
  const [logicalId, ...attribute] = Array.isArray(argument) ? argument : [];
  if (!isText(logicalId)) return unknown(nothingCalled(JSON.stringify(argument) ?? '', stack));
  if (attribute.every(isText)) return attributeOf(logicalId, attribute.join('.'), stack, resolver);
  return flatMap(resolver.resolve(attribute[0], stack), (name) =>
    attributeOf(logicalId, name.kind === 'text' ? show(name.text) : '', stack, resolver),
  );
}

function attributeOf(logicalId: string, attribute: string, stack: Stack, resolver: Resolver): readonly Possible[] {
  const resource = resolver.resources(stack).get(logicalId);
  if (resource === undefined) return unknown(nothingCalled(`${logicalId}.${attribute}`, stack));
  const type = textAt(resource, 'Type') ?? '';
  if (type === 'AWS::CloudFormation::Stack' || type === 'AWS::Serverless::Application') {
    return outputOfNested(logicalId, attribute, stack, resolver);
  }
  if (type === 'AWS::SSM::Parameter' && attribute === 'Value') {
    return resolver.named(`value ${stack.id} ${logicalId}`, `the value of '${logicalId}'`, () =>
      member(resolver.resolve(resource['Properties'], stack), 'Value', resolver),
    );
  }
  if (type === 'Custom::CrossRegionExportReader') {
    const otherwise = answerOfCode(logicalId, attribute, stack);
    return fromAny(resolver.index.written(attribute, stack.region), resolver, otherwise);
  }
  if (isMadeByCode(resource)) return unknown(answerOfCode(logicalId, attribute, stack));
  return unknown(resourceHole(logicalId, resource, stack, attribute));
}

function outputOfNested(logicalId: string, attribute: string, stack: Stack, resolver: Resolver): readonly Possible[] {
  const nested = stack.nested.get(logicalId);
  const name = attribute.replace(/^Outputs\./u, '');
  if (nested !== undefined) return output(name, nested, resolver);
  return unknown({
    key: `output ${stack.id} ${logicalId}.${name}`,
    label: `\${${logicalId}.${attribute}}`,
    because: `the template of nested stack '${logicalId}' is not here`,
    // A nested stack is where its parent is, and so is what it makes.
    resource: made(logicalId, 'AWS::CloudFormation::Stack', stack, attribute),
    settle: `check the whole assembly, or put the template of '${logicalId}' beside this one`,
  });
}

/** An output of a stack of the assembly. */
function output(name: string, stack: Stack, resolver: Resolver): readonly Possible[] {
  const declared = mapAt(stack.template.Outputs, name);
  if (!Object.hasOwn(declared, 'Value')) {
    return unknown({
      key: `output ${stack.id} ${name}`,
      label: `\${${name}}`,
      because: `stack '${stack.label}' has no output '${name}'`,
    });
  }
  return resolver.named(`output ${stack.id} ${name}`, `output '${name}'`, () =>
    resolver.resolve(declared['Value'], stack),
  );
}

/**
 * Whether a value is nothing but the name or an attribute of what the same template makes and AWS alone decides. Told without
 * resolving it, and so false where that would take more.
 */
export function isMadeHere(node: unknown, { template }: Stack): boolean {
  if (!isMap(node)) return false;
  const { Ref: name, 'Fn::GetAtt': attribute } = node;
  const isOnly = Object.keys(node).length === 1;
  const logicalId = isText(name) ? name : idOf(attribute);
  if (!isOnly || logicalId === undefined || logicalId.startsWith('AWS::')) return false;
  if (isMap(template.Parameters) && Object.hasOwn(template.Parameters, logicalId)) return false;
  const resource = mapAt(template.Resources, logicalId);
  return (
    Object.hasOwn(resource, 'Type') &&
    !isMadeByCode(resource) &&
    !ANSWERS_FOR_OTHERS.test(textAt(resource, 'Type') ?? '')
  );
}

function idOf(attribute: unknown): string | undefined {
  if (isText(attribute)) return attribute.split('.')[0];
  return Array.isArray(attribute) && attribute.every(isText) ? attribute[0] : undefined;
}

/** Types whose attributes come from elsewhere, and so can be of anything. */
export const ANSWERS_FOR_OTHERS =
  /^(?:AWS::CloudFormation::Stack|AWS::Serverless::Application|AWS::SSM::Parameter|Custom::CrossRegionExportReader)$/u;

/** Whether something that is not here decides what the resource answers: code, somebody else's type, another template. */
function isMadeByCode(resource: JsonMap): boolean {
  const type = textAt(resource, 'Type') ?? '';
  return (
    !type.startsWith('AWS::') ||
    (type.startsWith('AWS::CloudFormation::') && type !== 'AWS::CloudFormation::Stack') ||
    type === 'AWS::ServiceCatalog::CloudFormationProvisionedProduct'
  );
}

function answerOfCode(logicalId: string, attribute: string | undefined, stack: Stack): Hole {
  const name = attribute === undefined ? logicalId : `${logicalId}.${attribute}`;
  return {
    key: `answer ${stack.id} ${name}`,
    label: `\${${name}}`,
    because: `what is behind '${logicalId}' decides it, and is not here`,
  };
}

/** What another stack of the same region exports. */
export function importValue(argument: unknown, stack: Stack, resolver: Resolver): readonly Possible[] {
  return flatMap(resolver.resolve(argument, stack), (name) => {
    if (name.kind !== 'text') return unknown(nothingCalled('an export', stack));
    const shown = show(name.text);
    return fromAny(resolver.index.exported(name.text, stack.region), resolver, {
      key: `import ${stack.region} ${shown}`,
      label: `\${${shown}}`,
      because: `no stack here exports '${shown}' in '${stack.region}'`,
      settle: `check the stack that exports '${shown}' together with this one`,
    });
  });
}

/** `Fn::GetStackOutput`: an output of a stack that may be in another region. */
export function getStackOutput(argument: unknown, stack: Stack, resolver: Resolver): readonly Possible[] {
  const named = (key: string) =>
    texts(member(resolver.resolve(argument, stack), key, resolver)).map(({ text }) => text);
  const [stackName, outputName, region] = [named('StackName'), named('OutputName'), named('Region')];
  const regions = region.length > 0 ? region.map(known) : [stack.region];
  const makers = stackName
    .flatMap((name) => resolver.index.stacksNamed(show(name)))
    .filter((maker) => regions.includes(maker.region) || regions.includes(undefined));
  const values = makers.flatMap((maker) => outputName.flatMap((name) => output(show(name), maker, resolver)));
  if (values.length > 0) return values;
  const shown = `${stackName.map(show).join('|')}.${outputName.map(show).join('|')}`;
  const [only] = regions;
  const away = regions.length === 1 && only !== stack.region ? only : undefined;
  return unknown({
    key: `stack output ${regions.join('|')} ${shown}`,
    label: `\${${shown}}`,
    because: `stack '${stackName.map(show).join("' or '")}' is not here`,
    settle: 'check that stack together with this one',
    ...(away !== undefined && { resource: putOutBy(away, stackName, outputName) }),
  });
}

/** What a stack that is not here puts out: of its region, for nothing else is known of it. */
function putOutBy(region: string, stackName: readonly Text[], outputName: readonly Text[]): ResourceAttribute {
  const [madeBy, logicalId] = [stackName, outputName].map((names) => names.map(show).join('|')) as [string, string];
  const type = 'AWS::CloudFormation::Stack';
  return { type, logicalId, stackId: madeBy, madeBy, region, partition: partitionOf(region), account: accountHole() };
}
