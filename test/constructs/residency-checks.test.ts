import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  App,
  Aspects,
  type CfnStack,
  LegacyStackSynthesizer,
  NestedStack,
  Stack,
  Stage,
  Validations,
} from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import type { IConstruct } from 'constructs';
import { ResidencyChecks, type ResidencyChecksProps } from '../../lib/constructs/residency-checks';
import { check } from '../../lib/controls/proactive/check';

const FRANKFURT = { account: '111122223333', region: 'eu-central-1' };
const VIRGINIA = { account: '111122223333', region: 'us-east-1' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'domicile-checks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function appWith(build: (app: App) => void, props?: ResidencyChecksProps): App {
  const app = new App({
    builtinCloudFormationValidation: false,
    analyticsReporting: false,
    outdir: path.join(folder, 'cdk.out'),
  });
  Validations.of(app).addPlugins(new ResidencyChecks(props));
  build(app);
  return app;
}

/** What the plugin says of each resource, and what `check` says of the assembly that was left behind, of one channel or all. */
function bothSay(app: App, only?: string) {
  const isAsked = ({ channel }: { readonly channel: string }) => only === undefined || channel === only;
  expect(() => app.synth()).toThrow('(cdk-domicile)');
  const report = JSON.parse(readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8')) as Report;
  const plugin = report.pluginReports
    .flatMap(({ violations }) => violations)
    .flatMap(({ ruleName, severity, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath, cloudFormationResource: resource }) => ({
        channel: ruleName,
        severity,
        constructPath,
        path: resource?.propertyPaths?.[0],
      })),
    )
    .filter(isAsked);
  const command = check([app.outdir]).findings.filter(isAsked);
  return {
    plugin,
    command: command.map(({ channel, constructPath, path: where }) => ({ channel, constructPath, path: where })),
  };
}

function reachOf(app: App, only: string) {
  return check([app.outdir])
    .findings.filter(({ channel }) => channel === only)
    .map(({ reach }) => reach);
}

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly severity: string;
      readonly ruleMetadata?: Readonly<Record<string, string>>;
      readonly violatingConstructs: readonly {
        readonly constructPath: string;
        readonly cloudFormationResource?: { readonly propertyPaths?: readonly string[] };
      }[];
    }[];
  }[];
}

function found(channel: string, constructPath: string, where: string) {
  return {
    plugin: [{ channel, severity: 'fatal', constructPath, path: `Properties.${where}` }],
    command: [{ channel, constructPath, path: where }],
  };
}

const REPLICATION = {
  Role: 'arn:aws:iam::111122223333:role/r',
  Rules: [{ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::copy' } }],
};
const DESTINATION = 'ReplicationConfiguration.Rules[0].Destination.Bucket';

describe('ResidencyChecks', () => {
  it('lets an app pass that stays at home', () => {
    const app = appWith((scope) => {
      const stack = new Stack(scope, 'Data', { env: FRANKFURT });
      new dynamodb.TableV2(stack, 'People', { partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING } });
    });
    expect(app.synth().stacks.map(({ id }) => id)).toEqual(['Data']);
    expect(check([app.outdir])).toMatchObject({ findings: [], problems: [] });
  });

  it('finds replication in a property override', () => {
    const app = appWith((scope) => {
      const bucket = new s3.Bucket(new Stack(scope, 'Data', { env: FRANKFURT }), 'Media');
      (bucket.node.defaultChild as s3.CfnBucket).addPropertyOverride('ReplicationConfiguration', REPLICATION);
    });
    expect(bothSay(app)).toEqual(found('s3-bucket-replication', 'Data/Media/Resource', DESTINATION));
  });

  it('finds replication in an included template', () => {
    const templateFile = path.join(folder, 'included.yaml');
    writeFileSync(
      templateFile,
      'Resources:\n  People:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]\n      KeySchema: [{AttributeName: pk, KeyType: HASH}]\n      Replicas: [{Region: !Ref AWS::Region}, {Region: us-east-1}]\n',
    );
    const app = appWith((scope) => {
      new CfnInclude(new Stack(scope, 'Data', { env: FRANKFURT }), 'Included', { templateFile });
    });
    expect(bothSay(app)).toEqual(found('dynamodb-global-table', 'Data/Included/People', 'Replicas[1].Region'));
  });

  it('finds replication in a raw L1', () => {
    const app = appWith((scope) => {
      new kms.CfnReplicaKey(new Stack(scope, 'Data', { env: FRANKFURT }), 'Replica', {
        keyPolicy: {},
        primaryKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1',
      });
    });
    expect(bothSay(app)).toEqual(found('kms-multi-region-key', 'Data/Replica', 'PrimaryKeyArn'));
  });

  it('finds it in a stack that a nested stack nests', () => {
    const app = appWith((scope) => {
      const outer = new NestedStack(new Stack(scope, 'Data', { env: FRANKFURT }), 'Outer');
      const inner = new NestedStack(outer, 'Inner');
      new s3.CfnBucket(inner, 'Media', { replicationConfiguration: lowerCamel() });
    });
    expect(bothSay(app)).toEqual(found('s3-bucket-replication', 'Data/Outer/Inner/Media', DESTINATION));
  });

  it('fails an app with a nested template that its parent does not deploy, so that nobody judged it', () => {
    const app = appWith((scope) => {
      const nested = new NestedStack(new Stack(scope, 'Data', { env: FRANKFURT }), 'Outer');
      new s3.CfnBucket(nested, 'Media', { replicationConfiguration: lowerCamel() });
      const { nestedStackResource } = nested;
      (nestedStackResource as CfnStack).addPropertyOverride('TemplateURL', 'https://templates.example/other.json');
    });
    expect(() => app.synth()).toThrow(/'DataOuter\w+\.nested\.template\.json' was not judged/);
  });

  it.each([
    { name: 'in an aspect that runs after all others', priority: 1000 },
    { name: 'in an aspect that runs before them', priority: 0 },
  ])('finds replication $name', ({ priority }) => {
    const app = appWith((scope) => {
      new s3.Bucket(new NestedStack(new Stack(scope, 'Data', { env: FRANKFURT }), 'Outer'), 'Media');
      const visit = (node: IConstruct) => {
        if (node instanceof s3.CfnBucket) node.addPropertyOverride('ReplicationConfiguration', REPLICATION);
      };
      Aspects.of(scope).add({ visit }, { priority });
    });
    expect(bothSay(app)).toEqual(found('s3-bucket-replication', 'Data/Outer/Media/Resource', DESTINATION));
  });

  it('tells two nested stacks of one kind apart', () => {
    const app = appWith((scope) => {
      const data = new Stack(scope, 'Data', { env: FRANKFURT });
      for (const id of ['Photos', 'Videos']) {
        const replicationConfiguration = lowerCamel(`arn:aws:s3:::copy-of-${id}`);
        new s3.CfnBucket(new NestedStack(data, id), 'Media', { replicationConfiguration });
      }
    });
    expect(bothSay(app).command.map(({ constructPath }) => constructPath)).toEqual([
      'Data/Photos/Media',
      'Data/Videos/Media',
    ]);
  });

  it('finds it in a nested stack that is published as CDK v1 does', () => {
    const app = appWith((scope) => {
      const data = new Stack(scope, 'Data', { env: FRANKFURT, synthesizer: new LegacyStackSynthesizer() });
      new s3.CfnBucket(new NestedStack(data, 'Outer'), 'Media', { replicationConfiguration: lowerCamel() });
    });
    expect(bothSay(app)).toEqual(found('s3-bucket-replication', 'Data/Outer/Media', DESTINATION));
  });

  it('finds it in a stack of a stage', () => {
    const app = appWith((scope) => {
      const stack = new Stack(new Stage(scope, 'Live'), 'Data', { env: FRANKFURT });
      new s3.CfnBucket(stack, 'Media', { replicationConfiguration: lowerCamel() });
    });
    expect(bothSay(app)).toEqual(found('s3-bucket-replication', 'Live/Data/Media', DESTINATION));
  });

  it('knows a bucket that another stack makes abroad, whatever carries its name there', () => {
    const app = appWith((scope) => {
      const copies = new Stack(scope, 'Copies', { env: VIRGINIA, crossRegionReferences: true });
      const destination = new s3.Bucket(copies, 'Copy', { versioned: true });
      const data = new Stack(scope, 'Data', { env: FRANKFURT, crossRegionReferences: true });
      new s3.Bucket(data, 'Media', { versioned: true, replicationRules: [{ destination }] });
    });
    const channel = 's3-bucket-replication';
    expect(bothSay(app, channel)).toEqual(found(channel, 'Data/Media/Resource', DESTINATION));
    expect(reachOf(app, channel)).toEqual(['abroad']);
  });

  it('follows a weak reference from region to region', () => {
    const app = appWith((scope) => {
      scope.node.setContext('@aws-cdk/core:defaultCrossStackReferences', 'weak');
      const copies = new Stack(scope, 'Copies', { env: VIRGINIA, crossRegionReferences: true });
      const copy = new s3.CfnBucket(copies, 'Copy');
      const data = new Stack(scope, 'Data', { env: FRANKFURT, crossRegionReferences: true });
      new s3.CfnBucket(data, 'Media', { replicationConfiguration: lowerCamel(copy.attrArn) });
    });
    const channel = 's3-bucket-replication';
    expect(bothSay(app, channel)).toEqual(found(channel, 'Data/Media', DESTINATION));
    expect(readFileSync(path.join(app.outdir, 'Data.template.json'), 'utf8')).toContain('Fn::GetStackOutput');
    expect(reachOf(app, channel)).toEqual(['abroad']);
  });

  it('answers for the stacks of its stage, where it is added to one', () => {
    const leaking = (scope: Stage) =>
      new s3.CfnBucket(new Stack(scope, 'Data', { env: FRANKFURT }), 'Media', {
        replicationConfiguration: lowerCamel(),
      });
    const app = new App({
      builtinCloudFormationValidation: false,
      analyticsReporting: false,
      outdir: path.join(folder, 'cdk.out'),
    });
    const [mine, other] = [new Stage(app, 'Mine'), new Stage(app, 'Other')];
    Validations.of(mine).addPlugins(new ResidencyChecks());
    leaking(mine);
    leaking(other);
    expect(bothSay(app).plugin.map(({ constructPath }) => constructPath)).toEqual(['Mine/Data/Media']);
  });

  it('lets replicas into regions that are allowed', () => {
    const build = (scope: App) => {
      const stack = new Stack(scope, 'Data', { env: FRANKFURT });
      new dynamodb.TableV2(stack, 'People', {
        partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
        replicas: [{ region: 'eu-north-1' }],
      });
    };
    expect(() => appWith(build).synth()).toThrow('(cdk-domicile)');
    rmSync(path.join(folder, 'cdk.out'), { recursive: true });
    expect(() => appWith(build, { allowedRegions: ['eu-central-1', 'eu-north-1'] }).synth()).not.toThrow();
  });

  it('lets replicas into the regions of their own jurisdiction', () => {
    const build = (scope: App) => {
      const stack = new Stack(scope, 'Data', { env: FRANKFURT });
      new dynamodb.TableV2(stack, 'People', {
        partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
        replicas: [{ region: 'eu-north-1' }],
      });
    };
    const jurisdictions = { eu: { homeRegion: 'eu-central-1', allowedRegions: ['eu-north-1'] } };
    expect(() => appWith(build, { jurisdictions }).synth()).not.toThrow();
    rmSync(path.join(folder, 'cdk.out'), { recursive: true });
    expect(() => appWith(build, { jurisdictions: { 'eu-central-1': [] } }).synth()).toThrow('(cdk-domicile)');
  });

  it('fails a stack of which nobody says where it goes, unless a home is given', () => {
    const build = (scope: App) => new s3.Bucket(new Stack(scope, 'Data'), 'Media');
    expect(() => appWith(build).synth()).toThrow(
      "nothing says where 'Data' is deployed to; give the stack a region in its 'env', or set 'homeRegion'",
    );
    rmSync(path.join(folder, 'cdk.out'), { recursive: true });
    expect(() => appWith(build, { homeRegion: 'eu-central-1' }).synth()).not.toThrow();
  });

  it('passes a stack in which nothing is', () => {
    expect(() => appWith((scope) => new Stack(scope, 'Data', { env: FRANKFURT })).synth()).not.toThrow();
  });

  it('cannot be acknowledged away', () => {
    const app = appWith((scope) => {
      const stack = new Stack(scope, 'Data', { env: FRANKFURT });
      new s3.CfnBucket(stack, 'Media', { replicationConfiguration: lowerCamel() });
      Validations.of(stack).acknowledge({ id: 'cdk-domicile::s3-bucket-replication', reason: 'we do not care' });
    });
    expect(bothSay(app)).toEqual(found('s3-bucket-replication', 'Data/Media', DESTINATION));
  });
});

describe('ResidencyChecks with exceptions', () => {
  const EXCEPTION = {
    channel: 's3-bucket-replication',
    resource: 'Data/Media',
    reason: 'the copies are public already',
    legalBasis: 'no personal data',
    owner: 'team-media',
    expires: '2999-12-31',
  };

  /** An app with a leak, and what its report says of each rule. */
  function reported(exceptions: unknown) {
    const exceptionsFile = path.join(folder, 'accepted.json');
    writeFileSync(exceptionsFile, typeof exceptions === 'string' ? exceptions : JSON.stringify(exceptions));
    const app = appWith(
      (scope) =>
        new s3.CfnBucket(new Stack(scope, 'Data', { env: FRANKFURT }), 'Media', {
          replicationConfiguration: lowerCamel(),
        }),
      { exceptionsFile },
    );
    // What is for information is printed.
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    let error = '';
    try {
      app.synth();
    } catch (thrown) {
      error = (thrown as Error).message;
    }
    const said = printed.mock.calls.flat().join('\n');
    printed.mockRestore();
    const report = JSON.parse(readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8')) as Report;
    const violations = report.pluginReports.flatMap((plugin) => plugin.violations);
    const rules = violations.map(({ ruleName, severity }) => `${severity} ${ruleName}`);
    return { error, said, fails: error !== '', rules, report };
  }

  it('lets an app pass whose leak has been accepted, and keeps it in the report', () => {
    const { fails, rules, report, said } = reported([EXCEPTION]);
    expect(said).toContain("accepted by 'team-media' until '2999-12-31': the copies are public already");
    expect({ fails, rules }).toEqual({ fails: false, rules: ['info s3-bucket-replication'] });
    expect(
      report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleMetadata }) => ruleMetadata)),
    ).toEqual([
      {
        level: 'content',
        reach: 'unknown',
        value: 'arn:aws:s3:::copy',
        reason: 'the copies are public already',
        legalBasis: 'no personal data',
        owner: 'team-media',
        expires: '2999-12-31',
      },
    ]);
  });

  it.each([
    ['is over', { ...EXCEPTION, expires: '2026-01-01' }, ['fatal s3-bucket-replication', 'fatal exception-expired']],
    ['is of nobody', { ...EXCEPTION, owner: '' }, ['fatal s3-bucket-replication', 'fatal exception-without-owner']],
    [
      'is of another resource',
      { ...EXCEPTION, resource: 'Data/Other' },
      ['fatal s3-bucket-replication', 'fatal exception-unused'],
    ],
  ])('fails an app whose exception %s', (_, exception, rules) => {
    expect(reported([exception])).toMatchObject({ fails: true, rules });
  });

  it('fails an app whose file of exceptions cannot be read', () => {
    const { fails, error } = reported('{');
    expect({ fails, error }).toEqual({ fails: true, error: expect.stringContaining("accepted.json' is no JSON at") });
  });
});

function lowerCamel(bucket = 'arn:aws:s3:::copy'): s3.CfnBucket.ReplicationConfigurationProperty {
  return {
    role: 'arn:aws:iam::111122223333:role/r',
    rules: [{ status: 'Enabled', destination: { bucket } }],
  };
}
