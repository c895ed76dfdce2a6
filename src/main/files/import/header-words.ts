import type { ColumnRole } from '../../../shared/contract/imports.ts';

/** Words of column headers in the languages of the products people export from. */
const wordsByRole: Readonly<Partial<Record<ColumnRole, string>>> = {
  date: 'date|datetime|date time|timestamp|day|trade date|trading date|tradedate|净值日期|open time|opentime|time stamp|gmt time|local time|candle begin time|exchange date|data|fecha|datum|tarih|дата|日期|交易日期|交易日|日期时间|開盤時間|日付|日付け|날짜|datetime utc|date utc|dates|times|trade time|dato|päivämäärä|dátum|tanggal|tarikh|ngày|дата и время|ημερομηνία|วันที่|วันเดือนปี|תאריך|التاريخ|data e hora|date/time|time (utc)|交易日期时间|交易時間|quote date|pricedate|price date|as of date|dtyyyymmdd|observation date|snapped at|window start|ts|pricing date|date-time|일자',
  time: 'time|hour|czas|hora|zeit|uhrzeit|heure|saat|ora|время|时刻|时间|交易时间|時間|시간',
  open: 'open|open price|opening price|o|openprice|otwarcie|kurs otwarcia|eroffnung|eroffnungskurs|eroffn.|ouverture|ouv.|apertura|aperto|acilis|abertura|откр.|открытие|цена откр.|开盘|开盘价|开盘价(元)|今开|今开盘|開盤|開盤價|開盤価|始値|시가|1. open|opens|abre|öppen|öppning|öppningskurs|åbning|åpning|avaus|nyitó|nyitás|otevření|pembukaan|buka|mở|άνοιγμα|เปิด|פתיחה|الفتح|فتح|開市|開市價|otw|otv|kurs eröffnung|erster|premier|open*|öffnen|abrir|apri|px open|day open price',
  high: 'high|hoog|高|high price|h|highprice|day high|najwyzszy|maksimum|hoch|tageshoch|plus haut|+ haut|haut|maximo|massimo|max|max.|yuksek|maxima|макс.|максимум|最高|最高价|最高价(元)|最高價|高値|고가|2. high|highs|högst|högsta|høj|høyeste|høy|ylin|legmagasabb|tertinggi|tinggi|cao|υψηλό|สูงสุด|สูง|גבוה|الأعلى|أعلى|最高價|hög|máx|najw|hi|élevé|alto|px high|day high price',
  low: 'low|laag|低|low price|l|lowprice|day low|najnizszy|minimum|tief|tagestief|plus bas|+ bas|bas|minimo|min|min.|dusuk|minima|мин.|минимум|最低|最低价|最低价(元)|最低價|安値|저가|3. low|lows|lägst|lägsta|lav|laveste|alin|legalacsonyabb|terendah|rendah|thấp|χαμηλό|ต่ำสุด|ต่ำ|נמוך|الأدنى|أدنى|låg|mín|najn|lo|niedrig|faible|basso|baixo|px low|day low price',
  close: 'close|单位净值|nav|laatste|종가|closing price|close price|c|closeprice|last|last price|close/last|price|settle|settlement price|zamkniecie|kurs zamkniecia|ostatnio|schluss|schlusskurs|zuletzt|dernier|cloture|clot.|ultimo|ultimo precio|cierre|chiusura|simdi|kapanis|son|fechamento|цена|закрытие|цена закр.|收盘|收盘价|收盘价(元)|收盤|收盤價|現値|終値|종가|4. close|closes|现价|最新价|senaste|stängning|slutkurs|seneste|siste|viimeisin|päätös|záró|zárás|závěr|terakhir|penutupan|lần cuối|đóng cửa|τιμή|κλείσιμο|ล่าสุด|ปิด|שער|סגירה|الأخير|السعر|الإغلاق|收市|收市價|zamk|letzter|cours|adj. price|last close|cerrar|chiudi|fechar|px last|trade price|day close price|cierre',
  volume: 'volume|wol.|vol|vol.|v|trade volume|total volume|share volume|tick volume|tickvol|volumen|wolumen|obroty|umsatz|hac.|hacim|объем|объём|成交量|成交量(股)|成交量(手)|总手|交易量|出来高|거래량|5. volume|6. volume|volumes|basevolume|base volume|tickvolume|contracts|stück|volym|volymi|volumine|forgalom|objem|kl|khối lượng|όγκος|ปริมาณ|נפח|الحجم|成交數量|成交股数|成交股數|总量|总成交量|volume (shares)|quantity|qty|shares traded|成交量（股）|px volume|tick volume|määrä|ปริมาณการซื้อขาย',
  amount: 'amount|turnover|value|quote asset volume|quote volume|quotevolume|成交额|成交金额|成交额(元)|成交金额(元)|成交額|成交額(元)|总额|金额|交易额|amounts|money|成交值|turnover value|traded value|obrót|value traded|成交额（元）|total turnover|거래대금',
  symbol: 'symbol|ticker|code|name|instrument|stock|stock code|ts code|ticker symbol|tic|secid|security|permno|<ticker>|股票代码|证券代码|指数代码|基金代码|代码|股票代號|证券代號|symbole|isin|wkn|sembol|代號|證券代號|contract|证券代码|ric|figi|sedol|código|codigo|order book id|#ric',
  name: 'company|company name|stock name|security name|名称|股票名称|证券名称|股票简称|证券简称|简称|名稱|股票名稱|full name|nazwa',
  ignore: 'adj close|adj. close|adjusted close|adjclose|5. adjusted close|per|openint|open interest|vol. usd|close time|unix|spread|vol>',
};

const roleByWord = new Map<string, ColumnRole>();
for (const [role, words] of Object.entries(wordsByRole)) {
  for (const written of words.split('|')) {
    const word = headerWord(written);
    if (!roleByWord.has(word)) roleByWord.set(word, role as ColumnRole);
  }
}

/** Lower case without diacritics, brackets of MetaTrader, quotes, footnote marks, explanations of a web page, or double spaces. */
export function normalizeHeader(cell: string): string {
  if (/^[a-z]+$/.test(cell)) return cell;
  return cell
    .replace(/^\uFEFF/, '')
    .toLowerCase()
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/^<(.+)>$/, '$1')
    .replace(/["']/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\*+$/, '')
    // A copy of a web table carries the column's tooltip behind its name.
    .replace(/^(close|adj close) (close|adjusted close) price .*$/, '$1')
    .trim();
}

/** As the words above are written: programs join them by `_`. */
function headerWord(cell: string): string {
  return normalizeHeader(cell).replaceAll('_', ' ');
}

/** The role a header word stands for; null where it is not known. */
export function headerRole(cell: string): ColumnRole | null {
  const word = headerWord(cell);
  const bare = word.replace(/\s*[([（].*$/, '');
  // `开盘Open`: a header in two languages is known by its first.
  const [chinese = ''] = /^\p{Script=Han}+/u.exec(word) ?? [];
  return roleByWord.get(word) ?? roleByWord.get(bare) ?? roleByWord.get(chinese) ?? (/^(volume|vol\.?) [a-z]{2,6}$/.test(word) && !word.endsWith(' ma') ? 'volume' : null);
}

/**
 * Roles of a header's columns. Where several columns could have a role the first one has it, but a full word wins over a bare letter and a
 * real date over a time of day; unknown columns are `ignore`.
 */
export function headerRoles(header: readonly string[]): ColumnRole[] {
  const roles = header.map((cell) => headerRole(cell) ?? 'ignore');
  const normal = header.map(headerWord);
  // `time` alone holds whole timestamps (TradingView); `name` beside a symbol is the company.
  if (!roles.includes('date')) replaceFirst(roles, 'time', 'date');
  if (roles.filter((role) => role === 'symbol').length > 1) {
    normal.forEach((word, index) => {
      if (word === 'name' && roles[index] === 'symbol') roles[index] = 'name';
    });
  }
  // MetaTrader and Investing: `price` and `last` are the close only where no column says close.
  const closes = normal.flatMap((word, index) => (roles[index] === 'close' ? [{ word, index }] : []));
  if (closes.length > 1) {
    const best = closes.find(({ word }) => /^(close|closing price|close price|c|收盘|收盘价)$/.test(word)) ?? closes[0];
    for (const { index } of closes) if (index !== best?.index) roles[index] = 'ignore';
  }
  // `Volume BTC` is the volume only where no column is called just that.
  const exact = normal.findIndex((word, index) => roles[index] === 'volume' && roleByWord.get(word) === 'volume');
  if (exact >= 0) for (const [index, role] of roles.entries()) if (role === 'volume' && index !== exact && roleByWord.get(normal[index] ?? '') !== 'volume') roles[index] = 'ignore';
  // Sina's `turnover` is a rate: it stands beside the shares it is a rate of.
  if (normal.includes('outstanding share')) for (const [index, word] of normal.entries()) if (word === 'turnover') roles[index] = 'ignore';
  const seen = new Set<ColumnRole>();
  return roles.map((role) => {
    if (role === 'ignore' || seen.has(role)) return 'ignore';
    seen.add(role);
    return role;
  });
}

function replaceFirst(roles: ColumnRole[], from: ColumnRole, to: ColumnRole): void {
  const index = roles.indexOf(from);
  if (index >= 0) roles[index] = to;
}
