import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * When a process began, in whatever words the system has for it, or undefined when there is none of that id. Ids are used
 * again; an id together with its beginning is not.
 */
export function processStart(pid: number): string | undefined {
  try {
    if (existsSync('/proc/self/stat')) {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in parentheses may hold anything; the 22nd field, the 20th after it, is the start in clock ticks.
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    }
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return text.trim() || undefined;
  } catch {
    return undefined;
  }
}
