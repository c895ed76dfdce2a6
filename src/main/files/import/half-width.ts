/** Text with full-width digits, letters and signs (`１２．５％`), as Chinese and Japanese input methods write them, in their plain form. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');
}
