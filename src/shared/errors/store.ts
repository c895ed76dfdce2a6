export const storeErrors = {} as const;
