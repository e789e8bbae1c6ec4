import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { STACK_KINDS, stackName } from '../../lib/domain/cell';
import { table } from './measure';

interface Template {
  readonly Resources?: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
  >;
}

/** What a resource costs in a month in which nobody uses it, in US dollars at list price before any free tier. */
interface Price {
  readonly item: string;
  readonly each: number;
  readonly source: string;
  /** How many units of the price one resource is. */
  readonly units: (properties: Readonly<Record<string, unknown>>) => number;
}

/** Hours of a month, as AWS's own calculator counts them. */
const HOURS = 730;
const one = () => 1;

/**
 * List prices as published in November 2026 for US East; Frankfurt and Singapore differ by up to a third, mostly upwards.
 * A type that is not listed costs nothing while idle: its price is for requests, data or events.
 */
const PRICES: Readonly<Record<string, Price>> = {
  'AWS::EC2::VPCEndpoint': {
    item: 'interface endpoint, for each zone',
    each: 0.01 * HOURS,
    source: 'https://aws.amazon.com/privatelink/pricing/',
    units: ({ VpcEndpointType, SubnetIds }) =>
      VpcEndpointType === 'Interface' && Array.isArray(SubnetIds) ? SubnetIds.length : 0,
  },
  'AWS::KMS::Key': { item: 'key', each: 1, source: 'https://aws.amazon.com/kms/pricing/', units: one },
  'AWS::CloudWatch::Alarm': {
    item: 'alarm',
    each: 0.1,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    units: one,
  },
  'AWS::CloudWatch::Dashboard': {
    item: 'dashboard',
    each: 3,
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    units: one,
  },
  'AWS::Route53Resolver::FirewallDomainList': {
    item: 'domain in a list of the name firewall',
    each: 0.0005,
    source: 'https://aws.amazon.com/route53/pricing/',
    units: ({ Domains }) => (Array.isArray(Domains) ? Domains.length : 0),
  },
};

/** What one idle cell costs a month, counted from its templates. */
export function cost(): string {
  const templates = cellTemplates();
  const resources = templates.flatMap(({ Resources }) => Object.values(Resources ?? {}));
  const rows = Object.entries(PRICES).map(([type, price]) => {
    const units = resources
      .filter(({ Type }) => Type === type)
      .reduce((sum, { Properties }) => sum + price.units(Properties ?? {}), 0);
    return { ...price, units, month: units * price.each };
  });
  const sum = rows.reduce((total, { month }) => total + month, 0);
  const dollars = (amount: number) => (amount < 0.01 ? amount.toFixed(4) : amount.toFixed(2));
  return table(
    ['item', 'number', 'each, USD a month', 'USD a month', 'source'],
    [
      ...rows.map(({ item, units, each, month, source }) => [
        item,
        String(units),
        dollars(each),
        dollars(month),
        source,
      ]),
      ['**one idle cell**', '', '', `**${dollars(sum)}**`, ''],
    ],
  );
}

function cellTemplates(): Template[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'domicile-bench-'));
  try {
    const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: object };
    const { status, stderr } = spawnSync(process.execPath, [path.join('tools', 'app.mjs')], {
      env: { ...process.env, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(context), CDK_VALIDATION: 'false' },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the cells could not be synthesized:\n${stderr.slice(-2000)}`);
    return STACK_KINDS.map(
      (kind) =>
        JSON.parse(readFileSync(path.join(folder, `${stackName('eu', kind)}.template.json`), 'utf8')) as Template,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
