export { isPasswordOf, takeCode } from './check';
export { hashPassword } from './password-hash';
export { passwordFault } from './password-rules';
export { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes';
export { enrolment, newSecret, placeOfSecret, stepOf } from './totp';
