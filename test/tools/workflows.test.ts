import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { scripts } from '../../package.json';

const FOLDER = '.github/workflows';

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly if?: string }[];
}

const workflows = readdirSync(FOLDER).map((file) => {
  const text = readFileSync(path.join(FOLDER, file), 'utf8');
  return { file, text, workflow: parse(text) as Workflow };
});
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ file, name, job })),
);

describe.each(workflows)('the workflow $file', ({ text, workflow }) => {
  it('needs no secret', () => {
    expect(text).not.toMatch(/secrets[.[]/u);
  });

  it('can read the code and nothing else, unless a job says more', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  it('never runs the code of a fork with a token that can write', () => {
    expect(text).not.toContain('pull_request_target');
  });
});

describe.each(jobs)('the job $name of $file', ({ job }) => {
  it('ends', () => {
    expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it('lets no text of a pull request into a command', () => {
    expect(job.steps.filter(({ run }) => /\$\{\{/u.test(run ?? ''))).toEqual([]);
  });

  it('runs scripts and tools that are there', () => {
    const commands = job.steps.map(({ run = '' }) => run).join('\n');
    const named = [...commands.matchAll(/npm run ([\w:-]+)/gu)].map(([, script = '']) => script);
    const files = [...commands.matchAll(/(?:tools\/[\w-]+\.\w+|\.ci\/run)/gu)].map(([file]) => file);
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe('a job that can write', () => {
  const writing = jobs.flatMap(({ name, job }) =>
    Object.entries(job.permissions ?? {})
      .filter(([, right]) => right === 'write')
      .map(([what]) => `${name} ${what}`),
  );

  it('is one of two, each for one thing', () => {
    expect(writing).toEqual(['evidence security-events', 'comment pull-requests']);
  });

  it('runs for no fork where it writes comments', () => {
    const comment = jobs.find(({ name }) => name === 'comment')?.job;
    expect(comment?.if).toContain('github.event.pull_request.head.repo.full_name == github.repository');
    expect(comment?.steps.filter(({ run }) => /npm|node|npx/u.test(run ?? ''))).toEqual([]);
  });
});
