/** Version of the privacy notice that a person agrees to; kept with the request, raised with every change of its text. */
export const CONSENT_VERSION = '2026-11';
