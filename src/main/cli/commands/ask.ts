import { modelText } from '../../../shared/i18n/model-text.ts';
import type { Command } from '../command.ts';
import { flagText, requiredText } from '../flag-values.ts';

export const askCommand: Command = {
  usage: 'ask SYMBOL support|technical|fundamental|flow|events|overall|QUESTION IN WORDS [--as-of D]',
  options: { 'as-of': { type: 'string' } },
  access: () => 'read',
  async run({ values, positionals }, { invoke, language }) {
    const symbol = requiredText(positionals[0], 'SYMBOL');
    const question = requiredText(positionals.slice(1).join(' '), 'QUESTION');
    const asOf = flagText(values['as-of']);
    const answer = await invoke('ask.answer', { symbol, question, ...(asOf === undefined ? {} : { asOf }) });
    const sentences = answer.statements.map(({ code, figures }) => modelText(code, language, figures));
    return { json: { ...answer, sentences }, text: sentences.join('\n'), exitCode: 0 };
  },
};
