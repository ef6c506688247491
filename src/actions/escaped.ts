/** A text for HTML, in contents and in quoted attributes alike: nothing in it is taken for markup. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
