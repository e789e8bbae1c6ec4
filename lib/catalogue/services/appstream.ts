import { defineChannel, notCovered } from '../channel';

export const appstreamImageCopy = defineChannel({
  id: 'appstream-image-copy',
  title: 'AppStream images stay in their home region',
  risk: 'The image, with whatever its builder left on its disk, is copied to the destination region.',
  level: 'content',
  legitimate: 'For an image that a pipeline built from installers and that nobody has signed in to since.',
  remediation: 'Build the image anew in the other region, from what holds no personal data.',
  references: ['https://docs.aws.amazon.com/appstream2/latest/APIReference/API_CopyImage.html'],

  proactive: notCovered('CloudFormation makes no copies of images; CopyImage is a call of the API'),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the destination region; copies within the region are refused as well.',
    denies: [{ actions: ['appstream:CopyImage'], authorisedIn: 'source', strength: 'whole-action' }],
  },
  detective: {
    events: [
      {
        eventSource: 'appstream.amazonaws.com',
        eventName: 'CopyImage',
        recordedIn: 'source',
        opens: [{ path: 'destinationRegion', kind: 'region' }],
      },
    ],
  },
  audit: {
    calls: [
      { client: '@aws-sdk/client-appstream', command: 'DescribeImagesCommand', field: 'Images[].Arn', kind: 'arn' },
    ],
  },
});
