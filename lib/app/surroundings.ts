import { powertools } from './adapters/powertools';
import type { Surroundings } from './http/handler';

/** What every deployed function is surrounded by; made once, at cold start. */
export function surroundings(): Surroundings {
  return { telemetry: powertools(), clock: Date.now };
}
