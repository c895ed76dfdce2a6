/** What stands where there is no value: an en dash. */
export const missingText = '\u2013';
