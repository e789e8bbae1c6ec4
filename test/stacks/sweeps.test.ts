import { SWEEPS } from '../../lib/domain/routes';
import { resourcesOf, templateOf } from '../support/assembly';

const api = templateOf('Api');

describe('the sweeps of a cell', () => {
  it('are called every hour, each by a clock of its own that may call nothing else', () => {
    const functions = resourcesOf(api, 'AWS::Lambda::Function').map(([id]) => id);
    const rules = resourcesOf(api, 'AWS::Events::Rule').map(([id, { Properties }]) => ({ id, Properties }));
    const permissions = resourcesOf(api, 'AWS::Lambda::Permission').map(([, { Properties }]) => Properties);
    const clocks = SWEEPS.map((name) => {
      const arn = { 'Fn::GetAtt': [functions.find((id) => id.startsWith(name.replaceAll('-', ''))), 'Arn'] };
      const rule = rules.find(({ id }) => id.startsWith(`${name.replaceAll('-', '')}clock`));
      return { arn, rule };
    });
    expect(rules.map(({ Properties }) => Properties)).toEqual(
      clocks.map(({ arn }) => ({
        Description: expect.any(String),
        ScheduleExpression: 'rate(1 hour)',
        State: 'ENABLED',
        Targets: [{ Arn: arn, Id: 'Target0' }],
      })),
    );
    expect(permissions.filter(({ Principal }) => Principal === 'events.amazonaws.com')).toEqual(
      clocks.map(({ arn, rule }) => ({
        Action: 'lambda:InvokeFunction',
        FunctionName: arn,
        Principal: 'events.amazonaws.com',
        SourceArn: { 'Fn::GetAtt': [rule?.id, 'Arn'] },
      })),
    );
  });
});
