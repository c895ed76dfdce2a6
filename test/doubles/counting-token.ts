/** Tokens of the real shape (43 base64url characters) that count up, so that a test can name them. */
export function countingToken(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return String(count).padStart(43, 'A');
  };
}
