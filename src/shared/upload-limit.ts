/** The most that a page hands over to the browser host at a time. */
export const uploadLimitBytes = 2 * 2 ** 30;
