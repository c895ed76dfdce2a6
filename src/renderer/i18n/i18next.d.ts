import type { messageCatalog } from '../../shared/i18n/message-catalog.ts';

/** Keys and parameters of `t` are checked against the English texts. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: { readonly [K in keyof typeof messageCatalog]: (typeof messageCatalog)[K]['en'] } };
    interpolationPrefix: '{';
    interpolationSuffix: '}';
  }
}
