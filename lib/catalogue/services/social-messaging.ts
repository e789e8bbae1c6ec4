import { defineChannel, notCovered } from '../channel';

export const whatsappDataLocalization = defineChannel({
  id: 'whatsapp-data-localization',
  title: 'WhatsApp numbers keep their messages in the home jurisdiction',
  risk: 'Meta keeps messages at rest in the place that is chosen for each number when it is joined, or anywhere without a choice.',
  level: 'content',
  legitimate:
    'For numbers that serve a country for which Meta offers no place of its own, where people write to a company on WhatsApp by their own choice and are told so.',
  remediation: 'Join the number anew, with the localization region of its own jurisdiction.',
  references: [
    'https://docs.aws.amazon.com/social-messaging/latest/APIReference/API_AssociateWhatsAppBusinessAccount.html',
  ],

  proactive: notCovered('CloudFormation has no resource for it: an account is joined in the console or by the API'),
  preventive: {
    strength: 'whole-action',
    why: 'no condition key names the localization region.',
    denies: [
      {
        actions: [
          'social-messaging:AssociateWhatsAppBusinessAccount',
          'social-messaging:PutWhatsAppBusinessAccountEventDestinations',
        ],
        authorisedIn: 'source',
        strength: 'whole-action',
      },
    ],
  },
  detective: {
    events: [
      {
        eventSource: 'social-messaging.amazonaws.com',
        eventName: 'AssociateWhatsAppBusinessAccount',
        recordedIn: 'source',
        opens: [{ path: 'setupFinalization.phoneNumbers[].dataLocalizationRegion', kind: 'presence' }],
      },
    ],
  },
  audit: {
    calls: [
      {
        client: '@aws-sdk/client-socialmessaging',
        command: 'GetLinkedWhatsAppBusinessAccountCommand',
        field: 'account.phoneNumbers[].dataLocalizationRegion',
        kind: 'flag',
      },
    ],
  },
});
