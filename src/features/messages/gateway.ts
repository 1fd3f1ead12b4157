import type { Log } from '#platform/log/log.ts';

/** An SMS as a gateway gets it. `id` stays the same when a sending is repeated. */
export type OutgoingSms = { readonly id: number; readonly to: string; readonly text: string };

export type GatewayAnswer =
  | { readonly accepted: true; readonly providerRef: string | null }
  | { readonly accepted: false; readonly providerRef: string | null };

/** What hands messages to a network. */
export type SmsGateway = {
  readonly name: string;
  /** A repeat with the same id reaches the person once. Where this is false a doubtful sending is never repeated blindly. */
  readonly idempotent: boolean;
  /** @throws when the gateway cannot be reached: the job repeats */
  send(sms: OutgoingSms): Promise<GatewayAnswer>;
};

/** The gateway of the demo: the messages are read on the demo phone. Nothing leaves the computer. */
export const demoGateway: SmsGateway = {
  name: 'demo',
  idempotent: true,
  send: async (sms) => ({ accepted: true, providerRef: `demo-${sms.id}` }),
};

/** Writes a line to the log instead of sending: for trials on a server. The text and the number stay out of the log. */
export const logGateway = (log: Log): SmsGateway => ({
  name: 'log',
  idempotent: true,
  send: async (sms) => {
    log.info({ sms: sms.id, length: sms.text.length }, 'an SMS would have been sent');
    return { accepted: true, providerRef: `log-${sms.id}` };
  },
});
