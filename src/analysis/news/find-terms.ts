/** Which of the terms a text holds. Chinese terms count anywhere, Latin ones as whole words; case does not count. */
export function findTerms(text: string, terms: readonly string[]): readonly string[] {
  const lower = text.toLowerCase();
  return terms.filter((term) => {
    for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + 1)) {
      if (!isWordCharacter(term.charAt(0)) || (!isWordCharacter(lower.charAt(at - 1)) && !isWordCharacter(lower.charAt(at + term.length)))) return true;
    }
    return false;
  });
}

/** Latin letters and digits make words; Chinese is written without gaps. */
function isWordCharacter(character: string): boolean {
  return /[a-z0-9]/i.test(character);
}
