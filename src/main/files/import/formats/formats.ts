import type { Format } from '../format.ts';

/** Every product whose text files are recognised. */
export const formats: readonly Format[] = [];
