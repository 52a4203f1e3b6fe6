// Apart from the schema, so that the page that shows the choices does not carry the checks.

/** What the bars are divided by. Status counts requests, since an operation has one status and items have not. */
export const consumptionSplits = ['none', 'service', 'issuer', 'partner', 'status'] as const;
export const consumptionMonths = [6, 12, 24] as const;
export const consumptionDays = [30, 90] as const;
/** What the whole dashboard can be narrowed to, by the names that the operations list gives them. */
export const consumptionOwners = ['service', 'issuer', 'partner'] as const;
