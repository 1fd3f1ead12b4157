import type { App } from '#platform/app.ts';
import { createRateLimiter } from '#platform/http/rate-limit.ts';
import { insertMessages, type NetworkMessageRow } from './store.ts';

/** A call with its answer, still readable. */
export type Exchange = Omit<NetworkMessageRow, 'requestBox' | 'responseBox'> & {
  readonly request: Uint8Array;
  readonly response: string;
};

export type EvidenceKeeper = {
  /**
   * Keeps a call with its answer, encrypted, byte for byte. Calls that come at the same time share one statement.
   * Never fails: a call that was answered is not undone because its trace could not be kept; the log tells.
   * @returns when it is kept
   */
  keep(exchange: Exchange): Promise<void>;
  /** Keeps a call of somebody who could not prove to be the network, unless there were many of them lately. */
  keepStranger(exchange: Exchange): Promise<void>;
};

/** So many calls of strangers are kept in a minute: enough to see what happens, too few to fill the disk. */
const STRANGERS = { limit: 30, windowMs: 60_000 } as const;
const MOST_AT_ONCE = 100;

type Waiting = { readonly row: NetworkMessageRow; readonly done: () => void };

export function createEvidenceKeeper(app: App): EvidenceKeeper {
  const strangers = createRateLimiter(1);
  let waiting: Waiting[] = [];
  let isWriting = false;

  const write = async (): Promise<void> => {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      try {
        await app.database.inTransaction((tx) =>
          insertMessages(
            tx,
            batch.map(({ row }) => row),
          ),
        );
      } catch (error) {
        app.log.error({ err: error, calls: batch.length }, 'messages of the payment network could not be kept');
      }
      for (const { done } of batch) done();
    }
    isWriting = false;
  };

  const keep = ({ request, response, ...rest }: Exchange): Promise<void> => {
    const row: NetworkMessageRow = {
      ...rest,
      requestBox: app.vault.encrypt(Buffer.from(request).toString('latin1')),
      responseBox: app.vault.encrypt(response),
    };
    return new Promise((done) => {
      waiting.push({ row, done });
      void write();
    });
  };

  return {
    keep,
    async keepStranger(exchange) {
      if (strangers.allow('all', { ...STRANGERS, now: exchange.receivedAt })) await keep(exchange);
    },
  };
}
