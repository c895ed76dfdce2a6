const mostTags = 20;
const longestTag = 32;

/** The tags of a text, separated by commas of either script, each once. */
export function tagsIn(text: string): readonly string[] {
  const tags = text.split(/[,，]/).map((tag) => tag.trim().slice(0, longestTag)).filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, mostTags);
}
