const tracking = /^(utm_|spm$|fbclid$|gclid$|cmpid$|ref$|source$|from$|ncid$|guccounter$|soc_src$|wt_mc$|app$|sv$|os$)/i;
const maxLength = 2_048;

/** An address by which the same page is known again: without fragment, tracking parameters and `www.`; null for what is none. */
export function canonicalUrl(address: string): string | null {
  const url = URL.parse(address.trim());
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  const surplus = Array.from(url.searchParams.keys()).filter((name) => tracking.test(name));
  for (const name of surplus) url.searchParams.delete(name);
  url.searchParams.sort();
  const text = `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`;
  return text.length <= maxLength ? text : null;
}

/** The address as it may be opened in a browser: https, without credentials, of sane length; else null. */
export function openableUrl(address: string): string | null {
  const url = URL.parse(address.trim());
  const isFit = url !== null && url.protocol === 'https:' && url.username === '' && url.password === '' && url.href.length <= maxLength;
  return isFit ? url.href : null;
}
