import { invitationIn, invitationLink } from '../../lib/web/invitations';

const ENDPOINT = 'https://a1b2c3.execute-api.eu-central-1.amazonaws.com';
const INVITATION = {
  jurisdiction: 'eu',
  readerId: '3a51bdfb-1b3d-4a1e-8046-f91e919066e6',
  key: `${'k'.repeat(40)}-_0`,
  expiresAt: '2026-12-24T12:00:00.000Z',
} as const;
const LINK = invitationLink(ENDPOINT, INVITATION);

describe('an invitation to read', () => {
  it('is an address of the home of whoever wrote, with log and key in the fragment only', () => {
    const { origin, pathname, search, hash } = new URL(LINK);
    expect({ origin, pathname, search, hasKey: hash.includes(INVITATION.key) }).toEqual({
      origin: ENDPOINT,
      pathname: '/',
      search: '',
      hasKey: true,
    });
  });

  it('is read as it was written, with white space around it', () => {
    expect(invitationIn(`\n ${LINK} `)).toEqual({ endpoint: ENDPOINT, ...INVITATION });
  });

  it.each([
    { name: 'words', text: 'come and read' },
    { name: 'an address without a fragment', text: ENDPOINT },
    { name: 'a home in the region of another', text: LINK.replace('eu-central-1', 'ap-southeast-1') },
    { name: 'a jurisdiction that there is none of', text: LINK.replace('log=eu', 'log=atlantis') },
    { name: 'a key that is too short', text: LINK.replace('kkkk', '') },
    { name: 'no moment at which it ends', text: LINK.replace(/until=.*/, 'until=soon') },
  ])('is not $name', ({ text }) => {
    expect(invitationIn(text)).toBeUndefined();
  });
});
