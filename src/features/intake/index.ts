export { CONSENT_VERSION } from './consent.ts';
export { type FieldCode, type FieldProblem, type ParsedRequest, parseRequest } from './forms.ts';
export { fieldText, otpText, takeRefusalText } from './messages.ts';
export {
  CODE_MINUTES,
  type CodePurpose,
  checkAndSpendCode,
  checkCode,
  type OtpRefusal,
  type SendRefusal,
  sendCode,
} from './otp.ts';
export {
  type AccessRefusal,
  applicationByToken,
  type Submission,
  type Taken,
  type TakeRefusal,
  takeRequest,
} from './requests.ts';
export { intakeRoutes } from './routes.ts';
export { endAccess, grantAccess, personalAccess } from './session.ts';
