import Papa from 'papaparse';

/** One line of a list of instruments. */
export interface ListedInstrument {
  readonly line: number;
  readonly code: string;
  readonly name: string | null;
  /** Industry by the scheme that its column stands for. */
  readonly industries: Readonly<Record<string, string>>;
}

/** Column titles, in any common spelling, and the scheme under which an industry column is kept. */
const codeTitles = ['symbol', 'code', 'ticker', '代码', '股票代码', '证券代码'];
const nameTitles = ['security', 'name', 'company', '名称', '股票名称', '证券简称'];
const industryTitles: Readonly<Record<string, string>> = {
  'gics sector': 'gics-sector',
  'gics sub-industry': 'gics-sub-industry',
  sector: 'sector',
  industry: 'industry',
  行业: 'industry',
  所属行业: 'industry',
  板块: 'sector',
};
const barTitles = ['date', 'time', 'close', '日期', '时间', '收盘', '收盘价'];

/** A list of instruments with their industries, or null when the text is something else, e.g. bars. */
export function readInstrumentList(text: string): ListedInstrument[] | null {
  const [header = [], ...rows] = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
  const titles = header.map((title) => title.trim().toLowerCase());
  const codeAt = titles.findIndex((title) => codeTitles.includes(title));
  const schemes = titles.map((title) => (Object.hasOwn(industryTitles, title) ? industryTitles[title] : undefined));
  if (codeAt < 0 || schemes.every((scheme) => scheme === undefined) || titles.some((title) => barTitles.includes(title))) return null;
  const nameAt = titles.findIndex((title) => nameTitles.includes(title));
  return rows.flatMap((cells, index) => {
    const code = cells[codeAt]?.trim() ?? '';
    if (code === '') return [];
    const industries = Object.fromEntries(
      schemes.flatMap((scheme, at) => {
        const industry = cells[at]?.trim() ?? '';
        return scheme === undefined || industry === '' ? [] : [[scheme, industry.slice(0, 200)] as const];
      }),
    );
    return [{ line: index + 2, code, name: cells[nameAt]?.trim().slice(0, 200).toWellFormed() || null, industries }];
  });
}
