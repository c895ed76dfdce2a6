/** Errors of the analysis engine; each names the field, the value and what is allowed. */
export const analysisErrors = {} as const;
