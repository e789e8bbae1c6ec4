/**
 * What has to be stopped before this process ends, the latest first. `stopAll` can be called at any moment and more than
 * once; what is registered after it began is stopped at once.
 */
export function createStopping() {
  const stops = new Set();
  let under;

  const attempt = async (stop) => {
    stops.delete(stop);
    try {
      await stop();
    } catch {
      // The others still have to be stopped.
    }
  };

  return {
    /** @param {() => unknown} stop @returns {() => void} forgets it */
    onStop(stop) {
      if (under === undefined) stops.add(stop);
      else void attempt(stop);
      return () => stops.delete(stop);
    },
    async stopAll() {
      under ??= (async () => {
        while (stops.size > 0) await attempt([...stops].at(-1));
      })();
      await under;
    },
  };
}
