import { powertools } from '../../../lib/app/adapters/powertools';
import type { Entry } from '../../../lib/app/telemetry';

const ENTRY: Entry = { requestId: 'JKJaXmPLvHcESHA=', route: 'write-profile', outcome: 'ok', durationMs: 12 };
const FAILED: Entry = { ...ENTRY, outcome: 'internal_error', errorName: 'TimeoutError' };

/** The lines that one entry puts on standard output, without their times. */
function linesOf(entry: Entry): object[] {
  const lines: string[] = [];
  const write = (chunk: unknown) => lines.push(String(chunk)) > 0;
  const spies = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockImplementation(write));
  powertools().answered(entry);
  for (const spy of spies) spy.mockRestore();
  return lines.map((line) => {
    const { timestamp: _, ...rest } = JSON.parse(line) as Record<string, unknown>;
    return rest;
  });
}

const metric = (entry: Entry) => ({
  _aws: {
    Timestamp: expect.any(Number),
    CloudWatchMetrics: [
      {
        Namespace: 'domicile',
        Dimensions: [['service', 'route', 'outcome']],
        Metrics: [
          { Name: 'calls', Unit: 'Count' },
          { Name: 'duration', Unit: 'Milliseconds' },
        ],
      },
    ],
  },
  service: 'domicile',
  route: entry.route,
  outcome: entry.outcome,
  calls: 1,
  duration: 12,
});
const logged = (level: string, message: string, entry: Entry) => ({
  level,
  message,
  service: 'domicile',
  sampling_rate: 0,
  ...entry,
});

describe('one call', () => {
  it.each([
    ['that was answered', ENTRY, 'INFO', 'answered'],
    ['that failed', FAILED, 'ERROR', 'failed'],
  ])('%s is one log line and one metric', (_name, entry, level, message) => {
    expect(linesOf(entry)).toEqual([logged(level, message, entry), metric(entry)]);
  });

  it('shows nothing of what was smuggled into it', () => {
    const event = { headers: { authorization: 'Bearer a.b.c' }, body: '{"email":"anna@example.org"}' };
    const smuggled = { ...ENTRY, ...event, message: 'anna@example.org', error: new Error('anna@example.org') };
    expect(linesOf(smuggled)).toEqual([logged('INFO', 'answered', ENTRY), metric(ENTRY)]);
  });

  it('shows nothing more when the environment asks Powertools for events and details', () => {
    process.env['POWERTOOLS_LOGGER_LOG_EVENT'] = 'true';
    process.env['POWERTOOLS_LOG_LEVEL'] = 'DEBUG';
    expect(linesOf(ENTRY)).toEqual([logged('INFO', 'answered', ENTRY), metric(ENTRY)]);
  });
});
