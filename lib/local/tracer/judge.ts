import type { RegionTrace, Trace } from './trace';

/** Where a traced text may be found. */
export interface Expectation {
  readonly label: string;
  /** The one region in which it has to be; undefined when it may be nowhere. */
  readonly home: string | undefined;
}

/** What is wrong with the traces, one sentence each; nothing when every text is at home and only there. */
export function judgeTraces(regions: readonly RegionTrace[], expectations: readonly Expectation[]): string[] {
  const traces = regions.flatMap((region) => region.traces);
  return expectations.flatMap(({ label, home }) => {
    const own = traces.filter((trace) => trace.label === label);
    const atHome = own.filter(({ region }) => region === home);
    return [
      ...own
        .filter(({ region }) => region !== home)
        .map(
          (trace) =>
            `${sentence(trace)}${home === undefined ? ', and was to be nowhere' : `, and has its home in '${home}'`}`,
        ),
      ...atHome.filter(isInLog).map((trace) => `${sentence(trace)}, and logs are to name nobody`),
      ...(home !== undefined && atHome.length === 0
        ? [
            `the ${label} was not found in '${home}' either, where it rests: a search that does not find it at home proves nothing abroad`,
          ]
        : []),
    ];
  });
}

function isInLog({ kind }: Trace): boolean {
  return kind === 'log group';
}

function sentence({ label, region, kind, store, where }: Trace): string {
  return `the ${label} is in '${region}', in ${kind} '${store}', ${where}`;
}
