/** Text that the finished report carries besides the form's own. */
export const documentWords = {
  draft: '草稿',
  /**
   * Stands in an empty paragraph of the narrative and is not seen. Read back, it says that the paragraph is meant: readers
   * drop the empty paragraphs by which others make distances.
   */
  blankParagraph: '\u200b\u200b',
  draftNotice: '草稿：供内部核对，不得发布。',
  noCell: (figures: readonly string[]) => `2021年版的表里没有这些数字的位置，请先改填到表中各行：${figures.join('，')}`,
  year: (year: string) => `${year}年`,
  /** A gap that is seen on the page where the unit or the year is not known. */
  unitGap: '＿＿＿＿＿＿＿＿',
  yearGap: '＿＿＿＿',
  pageNumberBefore: '— ',
  pageNumberAfter: ' —',
} as const
