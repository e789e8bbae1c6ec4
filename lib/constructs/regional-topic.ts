import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type AlarmTopicPrincipal, alarmTopicStatements } from '../controls/preventive/topic-policy';
import type { JurisdictionId } from '../domain/jurisdictions';
import type { DeclaredStore } from '../domain/personal-stores';
import { homeOf } from './home';
import { declareStore } from './store-declaration';

export interface RegionalTopicProps {
  readonly jurisdiction: JurisdictionId;
  readonly holds: DeclaredStore & { readonly kind: 'topic' };
  readonly encryptionKey: IKey;
  /** The services of this account and region that may publish. */
  readonly publishers: readonly AlarmTopicPrincipal[];
}

/**
 * A topic that only services of the same account and region publish to, and only principals of the account subscribe to.
 * There is no prop for a subscription: who is told is decided by whoever operates the cell, at home.
 */
export class RegionalTopic extends Construct {
  readonly topic: sns.ITopic;

  constructor(scope: Construct, id: string, props: RegionalTopicProps) {
    super(scope, id);
    const home = homeOf(this, props.jurisdiction);
    declareStore(this, props.holds);
    const topic = new sns.Topic(this, 'Topic', { masterKey: props.encryptionKey, enforceSSL: true });
    for (const statement of alarmTopicStatements(home, topic.topicArn, props.publishers)) {
      topic.addToResourcePolicy(PolicyStatement.fromJson(statement));
    }
    this.topic = topic;
  }
}
