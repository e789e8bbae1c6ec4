import { inspect } from 'node:util';
import { type Channel, notCovered } from '../../lib/catalogue/channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../../lib/catalogue/examples';
import { judge } from '../../lib/controls/proactive/judge';
import { InputError } from '../../lib/domain/errors';
import type { Finding } from '../../lib/domain/finding';
import { stackOf } from '../../test/support/in-memory';
import { KINDS } from './kinds';
import type { ChannelRequest } from './request';

type Destination = NonNullable<ChannelRequest['destination']>;

/** The name by which the object is exported: `s3BatchCopy`. */
export function exportNameOf(id: string): string {
  return id.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}

/** The file of the object. What only a person can write begins with '…', which no test of the catalogue lets pass. */
export function objectText(request: ChannelRequest): string {
  const { id, level, destination } = request;
  const imports =
    destination === undefined
      ? ''
      : `import { ${destination.kind === 'bucket' ? 'BUCKET_AT_HOME, ' : ''}exampleOf, propertiesAt } from '../examples';\n`;
  return `import { defineChannel, notCovered } from '../channel';
${imports}
export const ${exportNameOf(id)} = defineChannel({
  id: '${id}',
  title: '… the compliant state',
  risk: '… what arrives where.',
  level: '${level}',
  legitimate: '… for what it may be open, and to where.',
  remediation: '… the smallest change that closes it.',
  references: ['https://docs.aws.amazon.com/…'],

  proactive: ${destination === undefined ? "notCovered('… why no template shows it')" : proactiveText(destination)},
  preventive: notCovered('… the actions that open it, or why no policy refuses them'),
  detective: notCovered('… the calls that CloudTrail records, or why it records none'),
  audit: notCovered('… the call whose answer tells, or why none does'),
});
`;
}

function proactiveText({ type, path, kind }: Destination): string {
  const { abroad, home } = KINDS[kind];
  const others = kind === 'bucket' ? ', BUCKET_AT_HOME' : '';
  return `{
    rules: [{ types: ['${type}'], path: '${path}', kind: '${kind}' }],
    violating: [exampleOf('${type}', propertiesAt('${path}', ${literal(abroad)}))],
    compliant: [exampleOf('${type}', propertiesAt('${path}', ${literal(home)})${others})],
  }`;
}

/** The file of its test: what the engine says today of a value abroad and one at home. */
export function testText({ id, level, destination }: ChannelRequest, file: string): string | undefined {
  if (destination === undefined) return undefined;
  const { type, path, kind } = destination;
  const [found, ...more] = findingsOf(id, level, destination, KINDS[kind].abroad);
  if (found === undefined || more.length > 0 || findingsOf(id, level, destination, KINDS[kind].home).length > 0) {
    throw new InputError(
      'Path',
      `'${path}' of '${type}' cannot be tried with ${kind}s: name another property, or another kind`,
    );
  }
  const at = (value: unknown) => literal(propertiesAt(path, value));
  const others = kind === 'bucket' ? ' template: { Resources: BUCKET_AT_HOME },' : '';
  const severity = found.severity === 'error' ? '' : `, severity: '${found.severity}'`;
  return `${kind === 'bucket' ? "import { BUCKET_AT_HOME } from '../../../lib/catalogue/examples';\n" : ''}import { ${exportNameOf(id)} } from '../../../lib/catalogue/services/${file}';
import { describeChannel } from '../../support/describe-channel';

describeChannel(${exportNameOf(id)}, [
  { name: 'passes what names nothing', properties: {}, violations: [] },
  { name: 'passes what is at home', properties: ${at(KINDS[kind].home)},${others} violations: [] },
  {
    name: 'finds what is not at home',
    properties: ${at(KINDS[kind].abroad)},
    violations: [{ path: ${literal(found.path)}, value: ${literal(found.value)}, reach: '${found.reach}'${severity} }],
  },
]);
`;
}

function findingsOf(id: string, level: Channel['level'], destination: Destination, value: unknown): readonly Finding[] {
  const { type, path, kind } = destination;
  const example = exampleOf(type, propertiesAt(path, value), BUCKET_AT_HOME);
  const none = notCovered('it is tried before it is written');
  const channel: Channel = {
    id,
    title: '',
    risk: '',
    level,
    legitimate: '',
    remediation: '',
    references: [''],
    proactive: { rules: [{ types: [type], path, kind }], violating: [example], compliant: [example] },
    preventive: none,
    detective: none,
    audit: none,
  };
  return judge({ stacks: [stackOf({ ...example })] }, {}, [channel]);
}

/** The catalogue with one channel more, in its service or in a new one. */
export function catalogueText(source: string, { service, id }: ChannelRequest, file: string): string {
  const name = exportNameOf(id);
  const withImport = `import { ${name} } from './services/${file}';\n${source}`;
  const key = service.includes('-') ? `'${service}'` : service;
  const entry = new RegExp(`(\\n  ${key}: \\[[^\\]]*?),?(\\s*\\],)`, 'u');
  if (entry.test(withImport)) return withImport.replace(entry, `$1, ${name}$2`);
  const next = [...withImport.matchAll(/\n {2}'?([a-z0-9-]+)'?: \[/gu)].find(([, known = '']) => known > service);
  const at = next?.index ?? withImport.indexOf('\n} as const satisfies');
  return `${withImport.slice(0, at)}\n  ${key}: [${name}],${withImport.slice(at)}`;
}

function literal(value: unknown): string {
  return inspect(value, { depth: Number.POSITIVE_INFINITY, breakLength: Number.POSITIVE_INFINITY });
}
