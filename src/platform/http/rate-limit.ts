export type RateRule = {
  /** How often within a window; the whole lot may come at once. */
  readonly limit: number;
  readonly windowMs: number;
  readonly now: Date;
};

export type RateLimiter = {
  /** Takes one from the key's bucket. @returns `false` when it is empty */
  allow(key: string, rule: RateRule): boolean;
  /** Milliseconds until the key's next one; 0 when it may come now. Takes nothing. */
  waitMs(key: string, rule: RateRule): number;
};

type Bucket = { tokens: number; at: number };

/**
 * Counts in the memory of this process: a bucket of `limit` tokens for each key, refilled evenly over the window.
 *
 * @param maxKeys how many keys are remembered; beyond it the one unused for longest is forgotten
 */
export function createRateLimiter(maxKeys = 50_000): RateLimiter {
  const buckets = new Map<string, Bucket>();

  const filled = (key: string, { limit, windowMs, now }: RateRule): number => {
    const bucket = buckets.get(key);
    if (!bucket) return limit;
    const passedMs = Math.max(0, now.getTime() - bucket.at);
    return Math.min(limit, bucket.tokens + (passedMs * limit) / windowMs);
  };

  return {
    allow(key, rule) {
      const tokens = filled(key, rule);
      const allowed = tokens >= 1;
      const at = Math.max(rule.now.getTime(), buckets.get(key)?.at ?? 0);
      buckets.delete(key);
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at });
      const oldest = buckets.keys().next();
      if (buckets.size > maxKeys && !oldest.done) buckets.delete(oldest.value);
      return allowed;
    },
    waitMs(key, rule) {
      const missing = 1 - filled(key, rule);
      return missing <= 0 ? 0 : Math.ceil((missing * rule.windowMs) / rule.limit);
    },
  };
}
