import { describeRules, type RuleCase, TYPES } from '../../support/describe-rules';

const P = {
  Parameters: {
    Given: { Type: 'String' },
    ReplicaRegion: { Type: 'String' },
    Far: { Type: 'String', Default: 'us-east-1' },
    Any: { Type: 'String', AllowedValues: ['eu-central-1', 'us-east-1'] },
    Abroad: { Type: 'String', AllowedValues: ['us-west-2', 'us-east-1'] },
  },
};
const BESIDE = {
  Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders-us-east-1' } },
  Store: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'store-${AWS::AccountId}-us-east-1' } } },
};
const FAR = {
  stack: { region: 'us-west-2' },
  Resources: { Clicks: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'clicks' } } },
};

const reads =
  (kind: 'text' | 'code' | 'script') =>
  ([name, value, says]: readonly [string, unknown, string?]): RuleCase => ({
    name: `${says === undefined ? 'passes' : 'reports'} ${name}`,
    rule: { types: TYPES, path: 'V', kind },
    value,
    stacks: { Main: { ...P, Resources: BESIDE }, Far: FAR },
    says: says === undefined ? [] : [expect.stringContaining(`${says}, outside of 'eu-central-1'`) as string],
  });

describeRules(
  'a text',
  (
    [
      ['a region', 'us-east-1', "which names 'us-east-1'"],
      ['a region in a list', 'eu-central-1, us-east-1', "which names 'us-east-1'"],
      ['a zone', 'us-east-1a', "which names 'us-east-1'"],
      ['the home region', 'eu-central-1'],
      ['a list of more than regions', 'eu-central-1,us-east-1,x'],
      ['the default of a parameter', { Ref: 'Far' }, "which names 'us-east-1'"],
      ['a choice, home among it', { 'Fn::Sub': '--region ${Any}' }],
      ['a choice of what is abroad', { Ref: 'Abroad' }, "which names 'us-west-2'"],
      ['one branch of what nothing decides', { 'Fn::If': ['Open', 'us-east-1', 'x'] }, "which names 'us-east-1'"],
      ['what nothing binds', { 'Fn::Sub': 'https://sqs.${Given}.amazonaws.com/1/q' }],
      ['an expression of JSONata', "{% 'us-east-1' %}", "which names 'us-east-1'"],
      ['a comparison of JSONata', "{% $states.input.region = 'us-east-1' %}"],
      ['a directory bucket', 'exports--use1-az4--x-s3', "which names 'exports--use1-az4--x-s3'"],
      ['a directory bucket of home', 'exports--euc1-az2--x-s3'],
      ['a repository of code', 'https://git-codecommit.us-east-1.amazonaws.com/v1/repos/app'],
      ['an ARN', 'arn:aws:sns:us-east-1:111122223333:t', "which names 'us-east-1'"],
      ['an ARN of home', { 'Fn::Sub': 'arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:t' }],
      ['an ARN of any region', 'arn:aws:sns:*:111122223333:t'],
      ['an ARN of some regions, home among them', 'arn:aws:sns:eu-*:111122223333:t'],
      ['an ARN of some regions, all abroad', 'arn:aws:sns:us-*:111122223333:t', "which names 'us-*'"],
      ['an ARN of the other partition', 'arn:aws-cn:sns:cn-north-1:1:t', "which names 'aws-cn'"],
      ['a control that AWS offers', 'arn:aws:controltower:us-east-2::control/AWS-GR_ENCRYPTED_VOLUMES'],
      ['rules that AWS manages', 'arn:aws:network-firewall:us-east-1:aws-managed:stateful-rulegroup/BotNet'],
      ['a browser of AWS abroad', 'arn:aws:bedrock-agentcore:us-east-1:aws:browser/b', "which names 'us-east-1'"],
      ['a query', "SELECT a FROM b WHERE region = 'us-east-1'"],
      ['a query of logs', "fields @message | filter awsRegion = 'us-east-1'"],
      ['an assignment', 'awsRegion = us-east-1', "which names 'us-east-1'"],
      ['where certificates are', { ACM_REGION: 'us-east-1', certificateRegion: 'us-east-1' }],
      ['where prices are', { PRICING_REGION: 'us-east-1' }],
      ['where mails are sent', { SES_REGION: 'us-east-1' }, "which names 'us-east-1'"],
      ['a certificate for CloudFront', 'arn:aws:acm:us-east-1:111122223333:certificate/1'],
      ['a layer', 'arn:aws:lambda:us-east-1:580247275435:layer:LambdaInsightsExtension:53'],
      ['a function', 'arn:aws:lambda:us-east-1:111122223333:function:mirror', "which names 'us-east-1'"],
      [
        'a profile in its ARN',
        'arn:aws:bedrock:eu-central-1:1:inference-profile/us.amazon.nova-lite-v1:0',
        "an inference profile of 'us'",
      ],
      ['a host', 'https://sqs.us-east-1.amazonaws.com/111122223333/q', "which names 'us-east-1'"],
      ['a host of home', { 'Fn::Sub': 'https://sqs.${AWS::Region}.${AWS::URLSuffix}/1/q' }],
      ['a host of the other partition', 'sns.cn-north-1.amazonaws.com.cn', "which names 'amazonaws.com.cn'"],
      ['a database', 'db.abc123.us-east-1.rds.amazonaws.com:5432', "which names 'us-east-1'"],
      ['an API', 'wss://a1b2c3.execute-api.us-east-1.amazonaws.com/live', "which names 'us-east-1'"],
      ['a function URL', 'https://abc.lambda-url.us-east-1.on.aws/', "which names 'us-east-1'"],
      ['a sign-in page', 'https://shop.auth.us-east-1.amazoncognito.com', "which names 'us-east-1'"],
      ['an endpoint service', 'com.amazonaws.vpce.us-east-1.vpce-svc-1', "which names 'us-east-1'"],
      ['an image', '111122223333.dkr.ecr.us-east-1.amazonaws.com/tool:1'],
      ['a cache', 'orders.abc123.0001.use1.cache.amazonaws.com:6379', "which names 'us-east-1'"],
      ['a cache of home', 'orders.abc123.0001.euc1.cache.amazonaws.com:6379'],
      ['a link to the console', 'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1'],
      ['a global host', 'https://sts.us-east-1.amazonaws.com'],
      ['an old host of a bucket', 'https://copies.s3-us-west-2.amazonaws.com/x', "which names 'us-west-2'"],
      ['a user pool', 'us-east-1_AbCdEfGhI', "which names 'us-east-1_AbCdEfGhI'"],
      ['an identity pool', 'us-east-1:1234abcd-12ab-34cd-56ef-1234567890ab', "which names 'us-east-1:1234abcd-12ab-'"],
      ['a profile', 'apac.anthropic.claude-3-5-sonnet-20240620-v1:0', "an inference profile of 'apac'"],
      ['a global profile', 'global.anthropic.claude-sonnet-4-20250514-v1:0', "an inference profile of 'global'"],
      ['a model', 'anthropic.claude-3-5-sonnet-20240620-v1:0'],
      ['a bucket named after a region', 'shop-mirror-us-east-1', "which names 'shop-mirror-us-east-1'"],
      ['a bucket in an address', 's3://shop-mirror-us-east-1/x', "which names 'shop-mirror-us-east-1'"],
      ['a bucket in an ARN', 'arn:aws:s3:::shop-mirror-us-east-1/*', "which names 'shop-mirror-us-east-1'"],
      ['a bucket that is made here', { 'Fn::Sub': 'store-${AWS::AccountId}-us-east-1' }],
      ['a bucket that is made here, by reference', { Ref: 'Store' }],
      ['a table that is made here', 'orders-us-east-1'],
      ['a bucket that is made abroad', 's3://clicks/x', "which names what stack 'Far' makes in 'us-west-2'"],
      ['the name alone of a bucket that is made abroad', 'clicks', "which names what stack 'Far' makes in 'us-west-2'"],
      ['the host of a bucket that AWS publishes code in', 'https://aws-quickstart.s3.us-east-1.amazonaws.com/x'],
      ['a library of EMR', 's3://us-east-1.elasticmapreduce/libs/script-runner/script-runner.jar'],
      ['a bucket that AWS publishes samples in', 's3://athena-examples-us-east-1/cloudfront/plaintext/'],
      ['a bucket that AWS publishes code in', 's3://aws-codedeploy-us-east-1/latest'],
      ['a sentence', 'We left us-east-1 for good in 2023.'],
      ['a setting in a sentence', 'listen 80; region: us-east-1; user nobody', "which names 'us-east-1'"],
      ['an option', '--output json --region us-east-1', "which names 'us-east-1'"],
      ['a document', '{"a": [{"Region": "us-east-1"}, {"Note": "not us-west-2"}]}', "which names 'us-east-1'"],
      ['what is said in a document', '{"Comment": "was us-east-1", "tags": {"a": "us-east-1"}}'],
      ['what a document compares with', '{"Choices": [{"Variable": "$.r", "StringEquals": "us-east-1", "Next": "A"}]}'],
      [
        'a grant in a document',
        '{"Statement": [{"Effect": "Allow", "Action": "sqs:*", "Resource": "arn:aws:sqs:us-east-1:1:q"}]}',
        "which names 'us-east-1'",
      ],
      [
        'a denial in a document',
        '{"Statement": [{"Effect": "Deny", "Action": "sqs:*", "Resource": "arn:aws:sqs:us-east-1:1:q"}]}',
      ],
      ['a document in YAML', 'sink:\n  - s3:\n      aws:\n        region: us-east-1\n', "which names 'us-east-1'"],
    ] as const
  ).map(reads('text')),
);

describeRules(
  'code',
  (
    [
      ['a client', "s3 = boto3.client('s3', region_name='us-east-1')\n", "which names 'us-east-1'"],
      ['a client by position', "s3 = boto3.client('s3', 'us-east-1')\n", "which names 'us-east-1'"],
      ['a client of JavaScript', "const s3 = new S3Client({ region: 'us-east-1' });", "which names 'us-east-1'"],
      [
        'a client of a global service',
        "import boto3\nboto3.client('pricing', region_name='us-east-1').get_products()\n",
      ],
      [
        'a constant for clients of global services',
        "REGION = 'us-east-1'\nce = client_of(account, 'ce', REGION)\nsts = boto3.client('sts', region_name=REGION)\n",
      ],
      [
        'a constant for others as well',
        "REGION = 'us-east-1'\nce = client_of(account, 'ce', REGION)\ns3 = boto3.client('s3', region_name=REGION)\n",
        "which names 'us-east-1'",
      ],
      ['a constant for what nobody knows', "REGION = 'us-east-1'\ncopy_to(REGION)\n", "which names 'us-east-1'"],
      ['such a client by a function', "c = client_of(account, 'budgets', 'us-east-1')\n"],
      ['such a client by name', "c = client_of(account, region='us-east-1', service='support')\n"],
      ['another by a function', "c = client_of(account, 'sqs', 'us-east-1')\n", "which names 'us-east-1'"],
      ['such a name among what is kept', "put({'service': 'support', 'to': 'us-east-1'})", "which names 'us-east-1'"],
      ['such a client of JavaScript', "const acm = new ACMClient({ region: 'us-east-1' });"],
      ['a host', 'fetch("https://sqs.us-east-1.amazonaws.com/1/q")', "which names 'us-east-1'"],
      ['a bucket', "s3.upload_file(f, 'shop-mirror-us-east-1', k)", "which names 'shop-mirror-us-east-1'"],
      ['a profile', "bedrock.invoke_model(modelId='us.amazon.nova-pro-v1:0')", "an inference profile of 'us'"],
      ['a comment', "# boto3.client('s3', 'us-east-1')\nimport boto3\n"],
      ['a comment of JavaScript', "const a = 1; // region: 'us-east-1'\n/* 'us-west-2' */\nlet b = 2;"],
      ['documentation', 'def f():\n    """Was in \'us-east-1\'."""\n    return 1\n'],
      ['a comparison', "if region == 'us-east-1':\n    kwargs = {}\n"],
      ['a list that is compared with', "if region in ['us-east-1']:\n    pass\n"],
      ['a list that is asked', "if (['us-west-2', 'us-east-1'].includes(region)) throw new Error();"],
      ['a comparison the other way round', "if ('us-east-1' === region) throw new Error();"],
      ['a part that is looked for', "if 'us-east-1' in event['arn']:\n    pass\n"],
      ['a list that is gone through', "['us-east-1'].map((region) => new S3({ region }));", "which names 'us-east-1'"],
      ['a fall-back', "region = os.environ.get('AWS_REGION', 'us-east-1')\n"],
      ['a fall-back of JavaScript', "const region = process.env.AWS_REGION || 'us-east-1';"],
      ['the fall-back of what is not set', "region = os.getenv('REGION') or 'us-east-1'\n", "which names 'us-east-1'"],
      ['a further one of a list that is compared with', "if region in ('eu-north-1', 'us-east-1'):\n    pass\n"],
      ['a table by region', "AMI = {'us-east-1': 'ami-1', 'eu-central-1': 'ami-2'}\n"],
      ['a sentence', 'print("copied from us-east-1 to here")\n'],
      [
        'an apostrophe in a comment',
        "# it's gone\nimport boto3\nboto3.client('s3', 'us-east-1')\n",
        "which names 'us-east-1'",
      ],
      ['what is never closed', "boto3.client('s3', 'us-east-1", "which names 'us-east-1'"],
    ] as const
  ).map(reads('code')),
);

describeRules(
  'a script',
  (
    [
      ['a comparison', '[ "$REGION" = "us-east-1" ] && exit 1\n'],
      ['a comparison of bash', 'if [[ $REGION == us-east-1 || $REGION != us-west-2 ]]; then exit 1; fi\n'],
      ['a test', 'test "$REGION" = us-east-1 || exit 1\n'],
      ['what follows a comparison', '[ -n "$A" ] && REGION=us-east-1\n', "which names 'us-east-1'"],
      [
        'an upload',
        '#!/bin/sh\naws s3 sync /data s3://shop-mirror-us-east-1/\n',
        "which names 'shop-mirror-us-east-1'",
      ],
      [
        'an upload over several lines',
        'aws s3 cp \\\n  /data \\\n  s3://shop-mirror-us-east-1/\n',
        "which names 'shop-mirror-us-east-1'",
      ],
      ['a download', 'aws s3 cp s3://shop-tools-us-east-1/agent.sh .\n'],
      ['a download by its address', 'curl -o a https://s3.us-east-1.amazonaws.com/tools/agent.rpm\n'],
      ['an upload by its address', 'curl -T a https://copies.s3.us-east-1.amazonaws.com/\n', "which names 'us-east-1'"],
      [
        'a copy of what comes in',
        'pg_dump orders | aws s3 cp - s3://dumps/o.gz --region us-east-1\n',
        "which names 'us-east-1'",
      ],
      ['a configuration of a profile', 'aws configure set default.region us-east-1\n', "which names 'us-east-1'"],
      [
        'a configuration',
        'aws configure set region us-east-1\nexport AWS_DEFAULT_REGION=us-east-1\n',
        "which names 'us-east-1'",
      ],
      ['a call', 'aws --output text --region us-east-1 dynamodb put-item --table-name t\n', "which names 'us-east-1'"],
      ['a call of a global service', 'aws --region us-east-1 pricing get-products\n'],
      ['a call in PowerShell', 'Write-S3Object -BucketName b -Region us-east-1\n', "which names 'us-east-1'"],
      ['an image', 'docker pull 1.dkr.ecr.us-east-1.amazonaws.com/tool\n'],
      ['a comment', '# aws s3 cp a s3://mirror-us-east-1/\nfalse # --region us-east-1\n'],
      ['a signal', 'cfn-signal --stack s --region us-east-1\n'],
      [
        'base64',
        Buffer.from('#!/bin/sh\naws s3 sync /data s3://mirror-us-east-1/\n').toString('base64'),
        "which names 'mirror-us-east-1'",
      ],
      [
        'what CloudFormation encodes',
        { 'Fn::Base64': { 'Fn::Sub': 'aws s3 mv a s3://${Far}-copies/ --region ${Far}' } },
        "which names 'us-east-1-copies'",
      ],
    ] as const
  ).map(reads('script')),
);

describeRules(
  'a region to copy to that nothing binds',
  (
    [
      ['text', { Ref: 'ReplicaRegion' }, "'V' of 'Subject' is '${ReplicaRegion}'"],
      [
        'text',
        { 'Fn::Sub': 'arn:aws:sqs:${ReplicaRegion}:1:q' },
        "'V' of 'Subject' is 'arn:aws:sqs:${ReplicaRegion}:1:q'",
      ],
      ['text', { TARGET_REGION: { Ref: 'Given' } }, "'V' of 'Subject' is '${Given}'"],
      ['text', { HOME_REGION: { Ref: 'Given' } }],
      ['text', { 'Fn::Sub': '${Given}-mirror' }],
      ['code', { 'Fn::Sub': "boto3.client('s3', region_name='${ReplicaRegion}')" }, "'V' of 'Subject' is 'boto3"],
      ['script', { 'Fn::Sub': 'aws s3 sync . s3://b --region ${ReplicaRegion}' }, "'V' of 'Subject' is 'aws s3 sync"],
      ['script', { 'Fn::Sub': 'aws s3 sync . s3://b --region ${Given}' }],
    ] as const
  ).map(
    ([kind, value, says]): RuleCase => ({
      name: `${says === undefined ? 'passes' : 'reports'} ${JSON.stringify(value)} in ${kind}`,
      rule: { types: TYPES, path: 'V', kind },
      value,
      stacks: { Main: P },
      says: says === undefined ? [] : [expect.stringContaining(says) as string],
    }),
  ),
);
