import { checkedSend } from '../../lib/client/checked-send';
import type { WireRequest } from '../../lib/client/send';
import { EU } from '../app/support/answers';

const to = (method: string, path: string): WireRequest => ({
  method,
  url: new URL(`https://eu.example${path}`),
  headers: {},
});
const answer = (status: number, body: unknown) => ({ status, body: JSON.stringify(body) });
const STATUS = { ...EU, status: 'ok' };
const RECEIPT = '/me/receipts/3a51bdfb-1b3d-4a1e-8046-f91e919066e6';

describe('a checked call', () => {
  it.each([
    ['a success of its contract', 'GET', '/status', answer(200, STATUS)],
    ['a success that has more to say', 'GET', '/status', answer(200, { ...STATUS, since: 'today' })],
    ['a page', 'GET', '/transparency', { status: 200, body: '<!doctype html>' }],
    ['nothing, where there is nothing to say', 'DELETE', '/me/logs/a/readers/b', { status: 204, body: '' }],
    ['a problem of its contract', 'GET', RECEIPT, answer(404, { code: 'not_found' })],
    ['what API Gateway says by itself', 'GET', '/me', answer(401, { message: 'Unauthorized' })],
    ['what is no route', 'GET', '/nowhere', answer(404, { code: 'not_found' })],
  ])('passes on %s', async (_name, method, path, response) => {
    expect(await checkedSend(async () => response)(to(method, path))).toBe(response);
  });

  it.each([
    [
      'lacks a member',
      'GET',
      '/status',
      answer(200, EU),
      "'status' answered with status 200, and 'status' is invalid_value",
    ],
    [
      'is no JSON',
      'GET',
      '/status',
      { status: 200, body: '<html>' },
      "'status' answered with status 200, and '' is invalid_type",
    ],
    [
      'has another status',
      'GET',
      '/status',
      answer(201, STATUS),
      "'status' answered with status 201, and that is no status of its contract",
    ],
    [
      'refuses with the code of another route',
      'GET',
      '/me',
      answer(404, { code: 'no_such_log' }),
      "'read-profile' answered with status 404, and the code 'no_such_log'",
    ],
    [
      'refuses with another status than its code has',
      'GET',
      RECEIPT,
      answer(400, { code: 'not_found' }),
      "'read-receipt' answered with status 400, and the code 'not_found'",
    ],
  ])('throws where what it gets %s, and repeats nothing of it', async (_name, method, path, response, message) => {
    await expect(checkedSend(async () => response)(to(method, path))).rejects.toMatchObject({
      code: 'ContractBroken',
      message,
    });
  });
});
