import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Reference, Stack, Tokenization } from 'aws-cdk-lib/core';
import type { NagRuleId } from '../domain/acknowledgement';
import { acknowledge } from './acknowledge';

const ALL_OBJECTS = '/*';

/** Answers for a role that works on objects of buckets: all of a bucket's, because no policy can know whose it will be about. */
export function acknowledgeObjects(role: IRole, resources: readonly string[]): void {
  for (const objects of resources.filter((resource) => resource.endsWith(ALL_OBJECTS))) {
    const id: NagRuleId = `AwsSolutions::AwsSolutions-IAM5[Resource::${nagNameOf(objects)}]`;
    acknowledge(role, {
      rules: [id],
      reason: 'an object is named after its person, by an id that is made up when they register',
      substitute: {
        control:
          'the actions are named one by one, the bucket is named, and what is signed for a person names their object',
        test: 'test/stacks/permissions.test.ts',
      },
      owner: 'security',
      since: '2026-11-24',
    });
  }
}

/** The objects of a bucket of another stack as cdk-nag names them: by the export that the template will import. */
function nagNameOf(objects: string): string {
  const arn = objects.slice(0, -ALL_OBJECTS.length);
  const [token] = Tokenization.reverseString(arn).tokens;
  if (!Reference.isReference(token)) return objects;
  const producer = Stack.of(token.target);
  const { 'Fn::ImportValue': name } = producer.resolve(producer.exportValue(arn)) as { 'Fn::ImportValue': string };
  return `${name}${ALL_OBJECTS}`;
}
