export const dataErrors = {} as const;
