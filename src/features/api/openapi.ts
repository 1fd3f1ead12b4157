import { CLAUSES } from '#procedure/lifecycle/clauses.ts';
import { NEXT_STEPS } from '#procedure/lifecycle/next-step.ts';
import { APPLICATION_STATES, OFFERING_STATES, REASONS } from '#procedure/lifecycle/states.ts';
import { WAIVER_REASONS } from '#procedure/payments/waiver.ts';

const text = { type: 'string' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const whole = { type: 'integer' } as const;
const bilingual = { type: 'object', required: ['ar', 'en'], properties: { ar: text, en: text } } as const;
const maybe = <T extends object>(schema: T) => ({ anyOf: [schema, { type: 'null' }] });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ 'application/json': { schema } });
const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(
    statuses.map((s) => [
      s,
      { description: 'Problem', content: { 'application/problem+json': { schema: ref('Problem') } } },
    ]),
  );
const reference = { name: 'reference', in: 'path', required: true, schema: text } as const;
const bearer = [{ accessToken: [] }];

const identity = {
  oneOf: [
    {
      type: 'object',
      required: ['kind', 'nationalNumber'],
      properties: { kind: { const: 'citizen' }, nationalNumber: text },
    },
    {
      type: 'object',
      required: ['kind', 'personalNumber'],
      properties: { kind: { const: 'resident' }, personalNumber: text },
    },
    {
      type: 'object',
      required: ['kind', 'passportNumber', 'nationality'],
      properties: { kind: { const: 'resident' }, passportNumber: text, nationality: text },
    },
  ],
};

const schemas = {
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'detail'],
    properties: {
      type: text,
      title: text,
      status: whole,
      code: text,
      detail: text,
      errors: { type: 'array', items: { type: 'object', properties: { field: text, code: text, message: text } } },
    },
  },
  Offering: {
    type: 'object',
    properties: {
      id: text,
      state: { enum: OFFERING_STATES },
      course: {
        type: 'object',
        properties: {
          code: text,
          title: bilingual,
          summary: bilingual,
          topic: text,
          hours: whole,
          minAge: whole,
          maxAge: maybe(whole),
        },
      },
      startsAt: maybe(instant),
      endsAt: maybe(instant),
      meetings: { type: 'array', items: { type: 'object', properties: { startsAt: instant, endsAt: instant } } },
      venue: {
        type: 'object',
        properties: { id: text, name: bilingual, district: whole, accessible: { type: 'boolean' } },
      },
      feeFils: whole,
      examNeeded: { type: 'boolean' },
      exam: maybe({ type: 'object', properties: { id: text, title: bilingual, minutes: whole } }),
      min: whole,
      max: whole,
      active: whole,
      waitlisted: whole,
      decisionAt: maybe(instant),
      examDeadline: maybe(instant),
      intakeClosesAt: maybe(instant),
    },
  },
  NewApplication: {
    type: 'object',
    required: ['offeringId', 'identity', 'name', 'birthDate', 'mobile', 'otp', 'district', 'language', 'consent'],
    properties: {
      offeringId: text,
      identity,
      name: { type: 'object', properties: { first: text, father: text, grandfather: text, family: text, latin: text } },
      birthDate: { type: 'string', format: 'date' },
      mobile: text,
      otp: text,
      district: { type: 'integer', minimum: 0, maximum: 22 },
      feeReduction: { type: 'string', enum: ['', ...WAIVER_REASONS] },
      language: { enum: ['ar', 'en'] },
      email: text,
      consent: { const: true },
      guardian: {
        type: 'object',
        description: 'Needed below 18',
        properties: { name: text, nationalNumber: text, mobile: text, consent: { const: true } },
      },
    },
  },
  Application: {
    type: 'object',
    properties: {
      reference: text,
      state: { enum: APPLICATION_STATES },
      reason: maybe({ enum: REASONS }),
      clause: maybe({ enum: CLAUSES }),
      offeringId: text,
      nextStep: { enum: NEXT_STEPS },
      payment: maybe({
        type: 'object',
        properties: {
          number: text,
          amountFils: whole,
          payBefore: instant,
          status: { enum: ['open', 'paid', 'closed', 'suspended'] },
        },
      }),
      examUrl: maybe(text),
      evaluationUrl: maybe(text),
      queuePosition: maybe(whole),
      timeline: {
        type: 'array',
        items: { type: 'object', properties: { at: instant, clause: maybe({ enum: CLAUSES }), text } },
      },
    },
  },
};

const opened = (description: string) => ({
  200: { description, content: json(ref('Application')) },
  ...problems(401, 404, 409),
});

const paths = {
  '/offerings': {
    get: {
      summary: 'Offerings',
      responses: { 200: { description: 'All but drafts', content: json({ type: 'array', items: ref('Offering') }) } },
    },
  },
  '/offerings/{id}': {
    get: {
      summary: 'One offering',
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      responses: { 200: { description: 'The offering', content: json(ref('Offering')) }, ...problems(404) },
    },
  },
  '/otp': {
    post: {
      summary: 'Send a code to a mobile',
      requestBody: {
        required: true,
        content: json({ type: 'object', required: ['mobile'], properties: { mobile: text } }),
      },
      responses: {
        202: { description: 'Sent', content: json({ type: 'object', properties: { expiresAt: instant } }) },
        ...problems(400, 415, 422, 429),
      },
    },
  },
  '/applications': {
    post: {
      summary: 'Request to attend a course (clause 4)',
      parameters: [{ name: 'Idempotency-Key', in: 'header', schema: text }],
      requestBody: { required: true, content: json(ref('NewApplication')) },
      responses: {
        201: {
          description: 'Taken in',
          content: json({
            type: 'object',
            properties: { reference: text, state: { enum: APPLICATION_STATES }, accessToken: text, statusUrl: text },
          }),
        },
        ...problems(400, 404, 409, 415, 422),
      },
    },
  },
  '/applications/{reference}': {
    get: {
      summary: 'Where a request stands',
      security: bearer,
      parameters: [reference],
      responses: opened('The request'),
    },
  },
  '/applications/{reference}/withdrawal': {
    post: { summary: 'Withdraw (ruling G)', security: bearer, parameters: [reference], responses: opened('Withdrawn') },
  },
  '/applications/{reference}/proof': {
    post: {
      summary: 'Hand in documents of proof (H3): up to 3 files of 5 MB, PDF, JPEG, PNG or HEIC',
      security: bearer,
      parameters: [reference],
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } },
            },
          },
        },
      },
      responses: {
        202: { description: 'Kept for staff to judge' },
        ...problems(401, 404, 409, 413, 415, 422, 429, 503),
      },
    },
  },
};

/** The description of the public interface, OpenAPI 3.1. */
export const openApi = (publicUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'dawra: request to attend a course',
    version: '1',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: `${publicUrl}/api/v1` }],
  paths,
  components: { schemas, securitySchemes: { accessToken: { type: 'http', scheme: 'bearer' } } },
});
