/** Whether a Chinese short name says that its share is under risk warning. Names are today's: earlier days under warning are not known. */
export function hasWarningName(nameZh: string | null): boolean {
  return nameZh !== null && /^\*?ST/.test(nameZh);
}
