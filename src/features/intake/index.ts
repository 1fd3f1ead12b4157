export { CONSENT_VERSION } from './consent.ts';
export { type FieldProblem, parseRequest } from './forms.ts';
export { fieldText, otpText } from './messages.ts';
export { checkAndSpendCode, sendCode } from './otp.ts';
export { applicationByToken, takeRequest } from './requests.ts';
export { intakeRoutes } from './routes.ts';
export { endAccess, grantAccess, personalAccess } from './session.ts';
