import { judgeTraces } from '../../lib/local/tracer/judge';
import type { RegionTrace, Trace } from '../../lib/local/tracer/trace';

const HOME = 'eu-central-1';
const ABROAD = 'ap-southeast-1';
const atHome: Trace = { region: HOME, kind: 'table', store: 'Profiles', where: 'item 1, plain', label: 'name' };
const expected = [{ label: 'name', home: HOME }];

function regions(...traces: readonly Trace[]): RegionTrace[] {
  return [HOME, ABROAD].map((region) => {
    return { region, stores: 1, records: 1, traces: traces.filter((trace) => trace.region === region) };
  });
}

describe('the judgement of traces', () => {
  it('is clean when every text is at home, and only there', () => {
    expect(judgeTraces(regions(atHome), expected)).toEqual([]);
  });

  it('names each place abroad', () => {
    const leak: Trace = { ...atHome, region: ABROAD, kind: 'queue', store: 'Q', where: "message 'a', base64 of plain" };
    expect(judgeTraces(regions(atHome, leak), expected)).toEqual([
      "the name is in 'ap-southeast-1', in queue 'Q', message 'a', base64 of plain, and has its home in 'eu-central-1'",
    ]);
  });

  it('does not take a search for clean that finds nothing at home', () => {
    expect(judgeTraces(regions(), expected)).toEqual([
      "the name was not found in 'eu-central-1' either, where it rests: a search that does not find it at home proves nothing abroad",
    ]);
  });

  it('names a log at home', () => {
    const logged: Trace = { ...atHome, kind: 'log group', store: 'L', where: 'event 3, plain' };
    expect(judgeTraces(regions(atHome, logged), expected)).toEqual([
      "the name is in 'eu-central-1', in log group 'L', event 3, plain, and logs are to name nobody",
    ]);
  });

  it('names every place of what was to be nowhere', () => {
    expect(judgeTraces(regions(atHome), [{ label: 'name', home: undefined }])).toEqual([
      "the name is in 'eu-central-1', in table 'Profiles', item 1, plain, and was to be nowhere",
    ]);
  });

  it('is clean when what was to be nowhere is nowhere', () => {
    expect(judgeTraces(regions(), [{ label: 'password', home: undefined }])).toEqual([]);
  });
});
