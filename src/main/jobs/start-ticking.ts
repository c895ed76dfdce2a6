/** Calls `look` every ten seconds or so until the answer is called. */
export type StartTicking = (look: () => void) => () => void;
