export const importErrors = {} as const;
