import { personKeyPolicy, storeKeyPolicy } from '../../lib/controls/preventive/key-policy';
import { forTheEmulator } from '../../lib/local/settle-keys';

const place = { region: 'eu-central-1', account: '111111111111' };

describe('a key policy for the emulator', () => {
  it('of the key that functions use names its roles, and leaves out what the emulator has no value for', () => {
    const policy = personKeyPolicy(place, 'Eu', ['Eu-read-profile']);
    expect(forTheEmulator(policy)).toEqual({
      policy: {
        Version: '2012-10-17',
        Statement: [
          policy.Statement[0],
          {
            Sid: 'UseForOnePersonOfThisCell',
            Effect: 'Allow',
            Principal: { AWS: ['arn:aws:iam::111111111111:role/Eu-read-profile'] },
            Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
            Resource: '*',
          },
        ],
      },
      left: [
        'kms:CallerAccount',
        'kms:EncryptionContext:cell',
        'kms:EncryptionContext:person',
        'kms:EncryptionContextKeys',
      ],
    });
  });

  it('of the key of the stores stays as it is', () => {
    const policy = storeKeyPolicy(place, ['dynamodb', 'logs', 's3']);
    expect(forTheEmulator(policy)).toEqual({ policy, left: [] });
  });
});
