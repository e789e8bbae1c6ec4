import { filledPath, parametersOf } from '../../lib/domain/route-path';

const ROUTE = '/me/logs/{logId}/readers/{readerId}';

it.each([
  ['a path without parameters', '/me', {}, '/me'],
  ['both', ROUTE, { logId: 'a', readerId: 'b' }, '/me/logs/a/readers/b'],
  ['what would leave its segment', ROUTE, { logId: '../x', readerId: 'b?c#d' }, '/me/logs/..%2Fx/readers/b%3Fc%23d'],
  ['one that is missing', ROUTE, { logId: 'a' }, '/me/logs/a/readers/{readerId}'],
])('fills %s', (_name, route, parameters, path) => {
  expect(filledPath(route, parameters)).toBe(path);
});

it.each([
  ['its own path', ROUTE, '/me/logs/a/readers/b', { logId: 'a', readerId: 'b' }],
  ['a path without parameters', '/me', '/me', {}],
  ['a path of another length', ROUTE, '/me/logs/a/readers', undefined],
  ['another path of the same length', ROUTE, '/me/logs/a/messages/b', undefined],
  ['an empty segment', ROUTE, '/me/logs//readers/b', undefined],
])('reads the parameters of %s', (_name, route, path, parameters) => {
  expect(parametersOf(route, path)).toEqual(parameters);
});
