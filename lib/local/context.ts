/** What `tools/start.mjs` hands over, which works before anything is installed. */
export interface Context {
  readonly root: string;
  readonly options: Options;
  readonly steps: Steps;
  readonly processes: Processes;
  readonly stopping: Stopping;
}

export interface Options {
  readonly verb: 'start' | 'stop' | 'destroy';
  readonly keep: boolean;
  /** 0 stands for a free one. */
  readonly port: number;
  readonly endpoint: string | undefined;
}

export interface Steps {
  /** Runs one step; its finished line carries the words that `work` returns. */
  run(title: string, work: (step: Step) => Promise<string>): Promise<void>;
  line(text?: string): void;
  strong(text: string): string;
  faint(text: string): string;
}

export interface Step {
  /** What is being done, shown while it is. */
  note(text: string): void;
  /** A line below the finished one. */
  detail(text: string): void;
}

export interface Processes {
  /** Runs a program that ends with this process, however that ends; the tail holds its last lines. */
  run(program: string, args: readonly string[], options: ProcessOptions): Promise<{ exitCode: number; tail: string[] }>;
}

export interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly log?: string;
  readonly limitSeconds: number;
  readonly onLine?: (line: string) => void;
}

export interface Stopping {
  /** Registers what has to be stopped before this process ends; returns what forgets it. */
  onStop(stop: () => unknown): () => void;
}
