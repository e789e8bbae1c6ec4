import { arnHint, arnsIn } from '../../../../lib/controls/proactive/hints/arns';
import { hostHint, hostsIn } from '../../../../lib/controls/proactive/hints/hosts';
import { decoded } from '../../../../lib/controls/proactive/hints/reading';
import { placeHint, scriptHint } from '../../../../lib/controls/proactive/hints/script';
import { describeHints, HERE, named } from '../../../support/describe-hints';

describeHints('an ARN', (text) => arnsIn(text).flatMap((arn) => arnHint(arn, HERE) ?? [])[0], [
  named('arn:aws:sns:us-east-1:1:t', 'us-east-1'),
  named('send to "arn:aws:sqs:us-west-2:1:q", please', 'us-west-2'),
  named('arn:aws:sns:us-*:1:t', 'us-*'),
  named('arn:aws-cn:s3:::b', 'aws-cn'),
  named('arn:aws:s3:::mirror-us-east-1/*', 'mirror-us-east-1'),
  ['arn:aws:s3:::made-us-west-2/x', "which names what stack 'Far' makes in 'us-west-2'"],
  ['arn:aws:s3:::home-us-west-2/x'],
  ['arn:aws:s3:::mirror'],
  ['arn:aws:iam::1:role/mirror-us-east-1'],
  ['arn:aws:sns:eu-central-1:1:t'],
  ['arn:aws:sns:eu-*:1:t'],
  ['arn:aws:sns:*:1:t'],
  ['arn:aws:sns:${Region}:1:t'],
  named('arn:aws:sns:us-${Rest}:1:t', 'us-${Rest}'),
  ['arn:aws:sns:eu-${Rest}:1:t'],
  ['x:arn:aws:sns:us-east-1:1:t'],
  ['arn:aws:lambda:us-east-1:1:layer:x:1'],
  named('arn:aws:lambda:us-east-1:1:function:x', 'us-east-1'),
  ['arn:aws:ecr:us-east-1:1:repository/x'],
  ['arn:aws:ssm:us-east-1:1:parameter/x'],
  ['arn:aws:controltower:us-east-1::control/x'],
  named('arn:aws:sns:us-east-1::t', 'us-east-1'),
  named('arn:aws:controltower:us-east-1:1:control/x', 'us-east-1'),
  ['arn:aws:network-firewall:us-east-1:aws-managed:x'],
  ['arn:aws:thing:us-east-1:aws:x'],
  named('arn:aws:bedrock:us-east-1::foundation-model/amazon.nova', 'us-east-1'),
  named('arn:aws:bedrock-agentcore:us-east-1:aws:browser/b', 'us-east-1'),
  [
    'arn:aws:bedrock:eu-central-1:1:inference-profile/us.amazon.nova-pro-v1:0',
    "which names an inference profile of 'us'",
  ],
  ['arn:aws:sns:eu-central-1:1:inference-profile/us.amazon.nova-pro-v1:0'],
  ['arn:aws:bedrock:eu-central-1:1:model/amazon.nova-pro-v1:0'],
]);

describeHints('a host', (text) => hostsIn(text).flatMap((host) => hostHint(host, HERE) ?? [])[0], [
  named('https://sqs.us-east-1.amazonaws.com/1/q', 'us-east-1'),
  named('SQS.US-EAST-1.AMAZONAWS.COM', 'us-east-1'),
  named('mirror.s3-us-west-2.amazonaws.com', 'us-west-2'),
  named('mirror.s3-website-us-west-2.amazonaws.com', 'us-west-2'),
  named('mirror-us-east-1.s3.amazonaws.com', 'mirror-us-east-1'),
  ['made-us-west-2.s3.amazonaws.com', "which names what stack 'Far' makes in 'us-west-2'"],
  ['mirror.s3.amazonaws.com'],
  ['mirror.s3.eu-central-1.amazonaws.com'],
  ['aws-codedeploy-us-east-1.s3.us-east-1.amazonaws.com'],
  named('abc.0001.use1.cache.amazonaws.com', 'us-east-1'),
  ['abc.0001.euc1.cache.amazonaws.com'],
  named('sns.cn-north-1.amazonaws.com.cn', 'amazonaws.com.cn'),
  named('s3.us-east-1.api.aws', 'us-east-1'),
  named('abc.lambda-url.us-east-1.on.aws', 'us-east-1'),
  named('shop.auth.us-east-1.amazoncognito.com', 'us-east-1'),
  named('abc.us-east-1.awsapprunner.com', 'us-east-1'),
  named('com.amazonaws.us-east-1.sqs', 'us-east-1'),
  ['1.dkr.ecr.us-east-1.amazonaws.com'],
  ['api.ecr.us-east-1.amazonaws.com'],
  ['iam.us-east-1.amazonaws.com'],
  ['sqs.us-east-1.amazonaws.com.example'],
  ['sqs.eu-central-1.amazonaws.com'],
  ['sqs.us-east-1.example.com'],
]);

describeHints('a script', (script) => scriptHint(script, HERE), [
  named('echo\nexport REGION=us-east-1', 'us-east-1'),
  named('aws sqs send-message \\\n  --region us-east-1', 'us-east-1'),
  named('aws s3 cp a s3://mirror-us-east-1/', 'mirror-us-east-1'),
  named('aws s3 mv --quiet a s3://mirror-us-east-1/', 'mirror-us-east-1'),
  named('aws s3 sync s3://home s3://mirror-us-east-1', 'mirror-us-east-1'),
  ['aws s3 sync s3://mirror-us-east-1 .'],
  named('aws s3 ls s3://mirror-us-east-1', 'mirror-us-east-1'),
  named('aws --debug s3 cp a s3://b --region us-east-1', 'us-east-1'),
  ['aws --region us-east-1 ce get-cost'],
  ['aws --region=us-east-1 ce get-cost'],
  ['aws --no-paginate --region us-east-1 iam list-users'],
  named('aws --region us-east-1 sqs list-queues', 'us-east-1'),
  ['curl https://sqs.us-east-1.amazonaws.com'],
  named('curl -X POST https://sqs.us-east-1.amazonaws.com', 'us-east-1'),
  named('curl --data-binary @a https://sqs.us-east-1.amazonaws.com', 'us-east-1'),
  ['sudo yum install https://b.s3.us-east-1.amazonaws.com/x'],
  named('docker push 1.example --region us-east-1', 'us-east-1'),
  ['# --region us-east-1'],
  ['REM --region us-east-1'],
  [':: --region us-east-1'],
  ['if [ "$A" = us-east-1 ]; then'],
  ['if test "$A" = us-east-1; then'],
  named('if [ -n "$A" ]; then REGION=us-east-1; fi', 'us-east-1'),
]);

describeHints('a text', (text) => placeHint(text, HERE), [
  named('to arn:aws:sns:us-east-1:1:t', 'us-east-1'),
  named('to sqs.us-east-1.amazonaws.com', 'us-east-1'),
  named('to s3://mirror-us-east-1/x', 'mirror-us-east-1'),
  named('to s3a://mirror-us-east-1', 'mirror-us-east-1'),
  named('to s3n://home then s3://mirror-us-east-1', 'mirror-us-east-1'),
  ['s3://home/mirror-us-east-1'],
  named('region: us-east-1', 'us-east-1'),
  ["SELECT a FROM b WHERE region = 'us-east-1'"],
  ["where region = 'us-east-1'"],
  ["fields a | filter region = 'us-east-1'"],
  ['https://us-east-1.console.aws.amazon.com/x?region=us-east-1'],
  named('https://console.aws.amazon.com/x?region=us-east-1 region=us-west-2', 'us-west-2'),
  named('us-east-1_AbCdEf123', 'us-east-1_AbCdEf123'),
  ['us.amazon.nova-pro-v1:0', "which names an inference profile of 'us'"],
  ['us-east-1'],
]);

describe('what is written in base64', () => {
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const LONG = '#!/bin/sh\necho one and another and a third\n';

  it.each<[name: string, text: string, expected: string]>([
    ['is read', encoded(LONG), LONG],
    ['is read with space around it', ` ${encoded(LONG)}\n`, LONG],
    ['is no text of few letters', encoded('us-east-1'), encoded('us-east-1')],
    ['is no text of its own', LONG, LONG],
    [
      'is no picture',
      Buffer.from(Array.from({ length: 60 }, (_, index) => 128 + index)).toString('base64'),
      Buffer.from(Array.from({ length: 60 }, (_, index) => 128 + index)).toString('base64'),
    ],
  ])('%s', (_name, text, expected) => {
    expect(decoded(text)).toBe(expected);
  });
});
