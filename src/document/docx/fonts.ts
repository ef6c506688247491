/** `official`: the typefaces of GB/T 9704. `google`: those of the same kinds that Google Docs has. */
export type FontSet = 'official' | 'google'

type Face = 'title' | 'heading' | 'leadIn' | 'body' | 'footer'

export const LATIN = 'Times New Roman'

export const faces: Readonly<Record<FontSet, Readonly<Record<Face, string>>>> = {
  official: {
    title: '方正小标宋简体',
    heading: '黑体',
    leadIn: '楷体_GB2312',
    body: '仿宋_GB2312',
    footer: '宋体',
  },
  google: {
    title: 'Noto Serif SC',
    heading: 'Noto Sans SC',
    leadIn: 'Noto Serif SC',
    body: 'Noto Serif SC',
    footer: 'Noto Serif SC',
  },
}

/** The name under which the same typeface comes with newer systems, for a reader that lacks the official one. */
export const alternatives: Readonly<Record<string, string>> = {
  方正小标宋简体: '方正小标宋_GBK',
  楷体_GB2312: '楷体',
  仿宋_GB2312: '仿宋',
}
