import { type ToValidate, validatePdf } from '../validate-pdf';

export const validate = (of: ToValidate) => validatePdf(of);
