import { endpointOf, linkTo, toldBy } from '../../lib/web/addresses';

const EU = 'https://a1b2c3.execute-api.eu-central-1.amazonaws.com';
const INTERNATIONAL = 'https://d4e5f6.execute-api.ap-southeast-1.amazonaws.com';

describe('a link between homes', () => {
  it('tells in its fragment, and nowhere else, which homes a device knows and where somebody lives', () => {
    const cells = { eu: { endpoint: EU }, international: { endpoint: INTERNATIONAL } };
    const link = new URL(linkTo(INTERNATIONAL, cells, 'SG'));
    expect({ origin: link.origin, path: link.pathname, query: link.search, told: toldBy(link.hash) }).toEqual({
      origin: INTERNATIONAL,
      path: '/',
      query: '',
      told: { cells, country: 'SG' },
    });
  });

  it.each([
    { name: 'nothing', fragment: '' },
    { name: 'a view', fragment: '#consents' },
    { name: 'a jurisdiction that there is none of', fragment: `#atlantis=${encodeURIComponent(EU)}` },
    { name: 'a country that is no code', fragment: '#country=netherlands' },
    { name: 'an address that no home of it can have', fragment: '#eu=https%3A%2F%2Fevil.example' },
  ])('tells nothing with $name', ({ fragment }) => {
    expect(toldBy(fragment)).toEqual({ cells: {} });
  });
});

describe('the address of a home', () => {
  it.each([
    { name: 'is an API in its region', text: ` ${EU}/some/path?query#fragment `, endpoint: EU },
    {
      name: 'is on this machine',
      text: 'http://x.execute-api.localhost:4566/',
      endpoint: 'http://x.execute-api.localhost:4566',
    },
    { name: 'is not in the region of another', text: INTERNATIONAL, endpoint: undefined },
    { name: 'is not reached in the clear', text: EU.replace('https', 'http'), endpoint: undefined },
    { name: 'does not only begin like one', text: `${EU}.evil.example`, endpoint: undefined },
    { name: 'does not only end like a machine of mine', text: 'https://localhost.evil.example', endpoint: undefined },
    { name: 'is no script', text: 'javascript:alert(1)', endpoint: undefined },
    { name: 'is no word', text: 'somewhere', endpoint: undefined },
  ])('$name', ({ text, endpoint }) => {
    expect(endpointOf('eu', text)).toBe(endpoint);
  });
});
