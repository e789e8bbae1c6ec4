import { defineChannel } from '../channel';
import { BUCKET_AT_HOME, exampleOf, propertiesAt } from '../examples';

export const gameliftMultiLocation = defineChannel({
  id: 'gamelift-multi-location',
  title: 'GameLift places players in its home region only',
  risk: 'Players, with the data and logs of their sessions, are placed in each location that is named.',
  level: 'content',
  legitimate:
    'For matches among strangers all over the world, if servers know players by a number of the session alone and forget it when the match ends. Accounts and purchases rest at home.',
  remediation: 'Name the home region only, and give the other one a fleet and a queue of its own.',
  references: [
    'https://docs.aws.amazon.com/gameliftservers/latest/developerguide/gamelift-regions.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-gamelift-fleet.html',
  ],

  proactive: {
    rules: [
      {
        types: ['AWS::GameLift::Fleet'],
        path: 'Locations[].Location',
        kind: 'region',
        // Machines of one's own are at places of one's own.
        unless: { path: 'ComputeType', is: ['ANYWHERE'] },
      },
      { types: ['AWS::GameLift::ContainerFleet'], path: 'Locations[].Location', kind: 'region' },
      { types: ['AWS::GameLiftStreams::StreamGroup'], path: 'LocationConfigurations[].LocationName', kind: 'region' },
      {
        types: ['AWS::GameLift::GameSessionQueue'],
        path: 'Destinations[].DestinationArn',
        kind: 'arn',
        passesUnnamed: true,
      },
      { types: ['AWS::GameLift::ContainerFleet'], path: 'LogConfiguration.S3BucketName', kind: 'bucket' },
    ],
    violating: [
      exampleOf('AWS::GameLift::Fleet', propertiesAt('Locations[].Location', 'us-east-1')),
      exampleOf('AWS::GameLift::ContainerFleet', propertiesAt('Locations[].Location', 'us-east-1')),
      exampleOf(
        'AWS::GameLiftStreams::StreamGroup',
        propertiesAt('LocationConfigurations[].LocationName', 'us-east-1'),
      ),
      exampleOf(
        'AWS::GameLift::GameSessionQueue',
        propertiesAt('Destinations[].DestinationArn', 'arn:aws:gamelift:us-east-1::fleet/fleet-1234abcd'),
      ),
      exampleOf('AWS::GameLift::ContainerFleet', {
        LogConfiguration: { LogDestination: 'S3', S3BucketName: 'games-of-somebody-else' },
      }),
    ],
    compliant: [
      exampleOf('AWS::GameLift::Fleet', { Name: 'us-east-1', Locations: [{ Location: { Ref: 'AWS::Region' } }] }),
      exampleOf('AWS::GameLift::Fleet', { ComputeType: 'ANYWHERE', Locations: [{ Location: 'custom-us-east-1' }] }),
      exampleOf(
        'AWS::GameLift::GameSessionQueue',
        propertiesAt('Destinations[].DestinationArn', {
          'Fn::Sub': 'arn:aws:gamelift:${AWS::Region}::fleet/us-east-1',
        }),
      ),
      exampleOf(
        'AWS::GameLift::ContainerFleet',
        propertiesAt('LogConfiguration.S3BucketName', { Ref: 'Store' }),
        BUCKET_AT_HOME,
      ),
    ],
  },
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the locations.',
    denies: [
      {
        actions: ['gamelift:CreateFleet', 'gamelift:CreateFleetLocations', 'gamelift:CreateGameSessionQueue'],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'gamelift.amazonaws.com',
        eventName: 'CreateFleetLocations',
        recordedIn: 'source',
        opens: [{ path: 'locations[].location', kind: 'region' }],
      },
      {
        eventSource: 'gamelift.amazonaws.com',
        eventName: 'CreateFleet',
        recordedIn: 'source',
        opens: [{ path: 'locations[].location', kind: 'region' }],
      },
      {
        eventSource: 'gamelift.amazonaws.com',
        eventName: 'CreateGameSessionQueue',
        recordedIn: 'source',
        opens: [{ path: 'destinations[].destinationArn', kind: 'arn' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-gamelift',
        command: 'DescribeFleetLocationAttributesCommand',
        field: 'LocationAttributes[].LocationState.Location',
        kind: 'region',
      },
    ],
  },
});
