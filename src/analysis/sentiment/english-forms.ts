/** The word and what it may be an inflection of: `surged` gives `surged`, `surge`, `surg`; `cutting` gives `cutting`, `cutt`, `cutte`, `cut`. */
export function englishForms(word: string): string[] {
  const forms = [word];
  const strip = (ending: string): void => {
    if (!word.endsWith(ending) || word.length - ending.length < 3) return;
    const stem = word.slice(0, -ending.length);
    forms.push(stem, `${stem}e`);
    if (stem.at(-1) === stem.at(-2)) forms.push(stem.slice(0, -1));
    if (stem.endsWith('i')) forms.push(`${stem.slice(0, -1)}y`);
  };
  for (const ending of ['s', 'es', 'ed', 'd', 'ing']) strip(ending);
  return forms;
}
