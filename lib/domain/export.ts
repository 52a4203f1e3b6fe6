/** Files that a list can be exported as. */
export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * A background export: waits for the worker, is written, is there to be fetched; or it failed, was cancelled, or its file
 * is gone because its time was over.
 */
export const exportStates = ['waiting', 'running', 'done', 'failed', 'cancelled', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];

/** Why an export ended early. rights: the operator lost the access it began with · fault: something failed on our side. */
export const exportFailures = ['rights', 'fault'] as const;
export type ExportFailure = (typeof exportFailures)[number];

/** Up to so many rows the file comes at once; more are written in the background. */
export const mostAtOnce = 10_000;
/** How long the file of a background export can be fetched. */
export const hoursKept = 24;
/** Background exports of one operator that may wait or run at the same time. */
export const mostOpen = 3;
/** Ended exports of one operator that are remembered; an older one goes with its file when a new one starts. */
export const mostRemembered = 9;
