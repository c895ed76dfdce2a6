/** Beginnings of month names by month, in the languages of the products people export from, without diacritics. */
const beginnings: readonly string[] = [
  'jan ene gen gnr sty янв oca ιαν led', 'feb fev lut фев sub φεβ uno', 'mar mrt maa marz мар μαρ brez', 'apr abr avr kwi апр nis απρ', 'may mai mag mei maj май мая μαι',
  'jun juin giu cze июн haz ιουν', 'jul juil lug lip июл tem ιουλ', 'aug ago aou sie авг agu αυγ', 'sep set wrz сен eyl σεπ', 'oct okt ott out paz окт eki οκτ', 'nov lis ноя kas νοε', 'dec dez dic gru дек ara δεκ',
];

const monthByBeginning = new Map(beginnings.flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)));

/** The month a name or its abbreviation stands for (`Jan`, `März`, `juil.`, `дек`); 0 where it is none. */
export function monthOfName(name: string): number {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return monthByBeginning.get(plain.slice(0, 4)) ?? monthByBeginning.get(plain.slice(0, 3)) ?? 0;
}
