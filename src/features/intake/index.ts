export { CONSENT_VERSION } from './consent.ts';
export { type FieldCode, type FieldProblem, parseRequest, type ParsedRequest } from './forms.ts';
export { fieldText, otpText, takeRefusalText } from './messages.ts';
export {
  checkAndSpendCode,
  checkCode,
  CODE_MINUTES,
  type CodePurpose,
  type OtpRefusal,
  sendCode,
  type SendRefusal,
} from './otp.ts';
export { type AccessRefusal, applicationByToken, type Submission, type Taken, takeRequest, type TakeRefusal } from './requests.ts';
export { endAccess, grantAccess, personalAccess } from './session.ts';
export { intakeRoutes } from './routes.ts';
